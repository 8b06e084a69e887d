"""The screens, one file each. A module here is a page; its class is found by the name `PAGE`."""

import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from threading import Thread

from ui.page import Page

NAMES = tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def page_class(name: str) -> type[Page]:
    """The class of the page in the module of this name; read only when it is first shown."""
    found: type[Page] = import_module(f"{__name__}.{name}").PAGE
    return found


@contextmanager
def read_meanwhile(*names: str) -> Iterator[None]:
    """Read the modules of these pages while something else is waited for, such as a key worked out."""
    reading = Thread(target=lambda: [import_module(f"{__name__}.{name}") for name in names], daemon=True)
    reading.start()
    try:
        yield
    finally:
        reading.join()  # two threads must not read modules of ours at once
