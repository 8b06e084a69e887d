"""When Python looks for what nobody uses any more: not while somebody waits.

Each search walks through everything there is. During a start, and while a workshop of thousands of
notes is opened, it would be made again and again and find next to nothing. What is there afterwards
stays as long as the workshop does: later searches leave it out, so that no frame waits for one.

The same is done for pictures that go: their memory is given back, not kept for pictures to come.
"""

import ctypes
import gc
import sys
from contextlib import suppress

# From here on memory is taken from the system piece by piece (M_MMAP_THRESHOLD of glibc's malloc.h). By
# itself glibc raises this to 32 MiB, and what one zoom took is then kept for the rest of the day.
LARGE, _MMAP_THRESHOLD = 256 * 1024, -3


def give_back() -> None:
    """Give the memory of large pictures back to the system as soon as they go, where it can be asked to."""
    _ask("mallopt", _MMAP_THRESHOLD, LARGE)


def give_back_the_rest() -> None:
    """Give back what lies free between things that are in use: 6 to 10 MiB in an hour, in under 1 ms."""
    _ask("malloc_trim", 0)


def _ask(function: str, *given: int) -> None:
    """Ask glibc; another C library does as it likes."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            getattr(ctypes.CDLL(None), function)(*given)


def put_off() -> None:
    """Look for nothing for now."""
    gc.disable()


def begin() -> None:
    """Look again from now on, and leave out what is there already."""
    gc.freeze()
    gc.enable()


def look_at_all() -> None:
    """Much is gone, such as a whole workshop: look through everything, now."""
    gc.unfreeze()
    gc.collect()


def stop() -> None:
    """Python does as it always does: the program ends."""
    gc.unfreeze()
    gc.enable()
