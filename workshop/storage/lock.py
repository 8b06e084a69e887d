"""One writer a workshop: a lock of the operating system, not a note on the disk.

The system lets go of it when the program ends, however it ends, so that no stale lock is left
behind and nobody has to be asked. The file itself stays; only the lock on it counts. A child
process must be started by `spawn`: a forked one would hold the lock on.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from workshop.errors import WorkshopInUse
from workshop.storage.engine import in_plain_words

LOCK_FILE = "lock"


@dataclass
class Lock:
    """The right to write in one folder, held until `release`."""

    _handle: int | None

    def release(self) -> None:
        """Let others in. Releasing twice does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def hold(folder: Path) -> Lock:
    """Hold the workshop in `folder`; WorkshopInUse at once when another Same Table does."""
    with in_plain_words():
        handle = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
    if not _take(handle, exclusive=True):
        os.close(handle)
        raise WorkshopInUse(
            "Another Same Table has this workshop open. Nothing was changed. Please go on there, or close it."
        )
    return Lock(handle)


def is_held(folder: Path) -> bool:
    """Whether somebody is writing there now. Writes nothing."""
    try:
        handle = os.open(folder / LOCK_FILE, os.O_RDONLY)
    except OSError:
        return False  # no lock file: nobody ever opened it for writing here
    try:
        return not _take(handle, exclusive=False)
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int, *, exclusive: bool) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        if not exclusive:
            msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
        return True

else:
    import fcntl

    def _take(handle: int, *, exclusive: bool) -> bool:
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
