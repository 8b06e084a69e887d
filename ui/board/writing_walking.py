"""A writing page by keyboard alone: Tab walks what a finger can touch on it, Enter touches it.

While the keyboard is at the field, keys write. At a button a ring shows where it is; Escape goes back
to the field, and so does a letter, which is then written.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from ui.board.writing_layout import Target
from ui.board.writing_opening import Showing

if TYPE_CHECKING:
    from ui.board.writing_page import Page

Key = Qt.Key
_TOUCH = (Key.Key_Return, Key.Key_Enter, Key.Key_Space)
_STEPS = {Key.Key_Right: 1, Key.Key_Down: 1, Key.Key_Left: -1, Key.Key_Up: -1}
_BY_FINGER_ONLY = ("panel", "paper")


class Walk:
    """Where a real keyboard is on one page."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self._at: Target = "field"

    # Which page a real keyboard writes on

    def take(self, asked: bool = True) -> None:
        """Write here from now on. Who types on another page is only interrupted when it is `asked` for."""
        page, other = self._page, self._page.view.key_target
        if other is page or (not asked and getattr(other, "keys_hidden", False)):
            return
        if other is not None:
            QGuiApplication.inputMethod().commit()  # what it was putting together belongs to that page
        page.view.key_target = page
        self._moved()

    def _moved(self) -> None:
        page = self._page
        page.view.updateMicroFocus(Qt.InputMethodQuery.ImQueryAll)
        page.pages.tell_focus(page)
        page.repaint()

    # Where it is on the page

    @property
    def stops(self) -> list[Target]:
        """Everything that Tab comes to now, in the order of reading."""
        return [target for target in self._page.boxes if target not in _BY_FINGER_ONLY]

    @property
    def at(self) -> Target:
        """What the keyboard is at: a button that is there, or else the field."""
        return self._at if self._at in self._page.boxes else "field"

    def to(self, target: Target) -> None:
        """Bring the keyboard to a part of the page."""
        self._at = target
        self._moved()

    def step(self, by: int) -> None:
        """Go on to the next part, or to the one before; after the last comes the first again."""
        stops = self.stops
        here = stops.index(self.at) if self.at in stops else (-1 if by > 0 else 0)
        self.to(stops[(here + by) % len(stops)])

    def key(self, event: QKeyEvent) -> bool:
        """What a key does while the keyboard is at a button; False when it is for the words."""
        key = Key(event.key())
        if self.at == "field":
            return False
        if key in _TOUCH:
            self._touch()
        elif key in _STEPS:
            self.step(_STEPS[key] * (-1 if self._mirrored(key) else 1))
        else:
            self.to("field")
            return key == Key.Key_Escape
        return True

    def _mirrored(self, key: Qt.Key) -> bool:
        return self._page.words.right_to_left and key in (Key.Key_Left, Key.Key_Right)

    def _touch(self) -> None:
        page, before = self._page, self._page.showing
        page.act(self.at)
        if page.showing is not before:
            first = page.showing in (Showing.MORE, Showing.PAPER)
            self.to(self._first_new() if first else "field")

    def _first_new(self) -> Target:
        """The first button that came with what the page shows now."""
        parts = self._page.parts
        sheet = parts.sheets[self._page.sheet_of_more]
        new = parts.drawing if self._page.showing is Showing.PAPER else sheet
        return next(target for target in new if target not in _BY_FINGER_ONLY)
