"""The screens, one file each. A module here is a page; its class is found by the name `PAGE`."""

import pkgutil
from importlib import import_module

from ui.page import Page

NAMES = tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def page_class(name: str) -> type[Page]:
    """The class of the page in the module of this name; read only when it is first shown."""
    found: type[Page] = import_module(f"{__name__}.{name}").PAGE
    return found
