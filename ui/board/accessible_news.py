"""What on the board has come, gone or got another name, for a screen reader that remembers what it heard."""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, Protocol, TypeVar

from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface

Event = QAccessible.Event
Key = TypeVar("Key", bound=Hashable)


class Parts(Protocol[Key]):
    """What is asked of the tree."""

    def keys(self) -> Iterable[Key]:
        """The keys of all parts that there are now."""

    def part(self, key: Key) -> QAccessibleInterface:
        """The part with a key."""

    def leaving(self, key: Key, is_leaving: bool) -> None:
        """While a part that is gone leaves, it has to be there for Qt, or Qt warns."""


class News(Generic[Key]):
    """Tells of each part that has come or gone since the last time."""

    def __init__(self, parts: Parts[Key]) -> None:
        self._parts = parts
        self._known: dict[Key, None] | None = None  # until somebody asks for the board

    def begin(self) -> None:
        """Somebody asks for the board, and hears of all that there is now."""
        if self._known is None:
            self._known = dict.fromkeys(self._parts.keys())

    def tell(self, is_renamed: Callable[[Key], bool]) -> None:
        """Tell what is different, if somebody listens; `is_renamed` knows which names may be others."""
        if self._known is None or not QAccessible.isActive():
            return
        before, self._known = self._known, dict.fromkeys(self._parts.keys())
        for key in before:
            if key not in self._known:
                self._parts.leaving(key, True)
                self._send(key, Event.ObjectDestroyed)
                self._parts.leaving(key, False)
        for key in self._known:
            if key not in before:
                self._send(key, Event.ObjectCreated)
            elif is_renamed(key):
                self._send(key, Event.NameChanged)

    def _send(self, key: Key, event: QAccessible.Event) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self._parts.part(key), event))
