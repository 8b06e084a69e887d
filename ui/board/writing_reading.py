"""The words on a writing page as a screen reader reads them, and what is said while somebody types.

Screen readers count in 16-bit units, as Qt does.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInsertEvent,
    QAccessibleTextInterface,
    QAccessibleTextRemoveEvent,
)

from ui.keys.clusters import position_in, units, word_around
from ui.keys.editing import Text
from ui.words import Words as Said

if TYPE_CHECKING:
    from ui.board.writing_page import Page


class Words(QAccessibleTextInterface):
    """The text of the field of a page, with its caret."""

    def __init__(self, page: "Callable[[], Page | None]") -> None:
        super().__init__()
        self._page = page

    @property
    def _text(self) -> Text:
        page = self._page()
        return page.text if page is not None else Text()

    def text(self, startOffset: int, endOffset: int) -> str:
        words = self._text.words
        return words[position_in(words, startOffset) : position_in(words, endOffset)]

    def characterCount(self) -> int:
        return units(self._text.words)

    def cursorPosition(self) -> int:
        return units(self._text.words[: self._text.caret])

    def setCursorPosition(self, position: int) -> None:
        page = self._page()
        if page is not None:
            page.writing.caret_to(position_in(page.text.words, position))

    def selectionCount(self) -> int:
        return int(bool(self._text.chosen_words))

    def addSelection(self, startOffset: int, endOffset: int) -> None:
        self.setSelection(0, startOffset, endOffset)

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:
        page = self._page()
        if page is not None:
            words = page.text.words
            page.writing.caret_to(position_in(words, startOffset))
            page.writing.caret_to(position_in(words, endOffset), choose=True)

    def removeSelection(self, selectionIndex: int) -> None:
        self.setCursorPosition(self.cursorPosition())

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:
        """The caret is always in view."""

    def characterRect(self, offset: int) -> QRect:
        """Only where the caret is, is known."""
        return QRect()

    def offsetAtPoint(self, point: QPoint) -> int:
        return -1


def tell_words(field: QAccessibleInterface, before: Text, after: Text) -> None:
    """Tell a screen reader, if there is one, which words came and went in a field."""
    if not QAccessible.isActive():
        return
    start, gone, come = difference(before.words, after.words)
    at = units(after.words[:start])
    if gone:
        QAccessible.updateAccessibility(QAccessibleTextRemoveEvent(field, at, gone))
    if come:
        QAccessible.updateAccessibility(QAccessibleTextInsertEvent(field, at, come))
    if before.caret != after.caret:
        caret = units(after.words[: after.caret])
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(field, caret))


def difference(before: str, after: str) -> tuple[int, str, str]:
    """Where two texts begin to differ, what is gone there, and what has come."""
    shorter = min(len(before), len(after))
    start = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    rest = shorter - start
    same = next((i for i in range(rest) if before[-1 - i] != after[-1 - i]), rest)
    return start, before[start : len(before) - same], after[start : len(after) - same]


def said_of(before: Text, after: Text, words: Said) -> str:
    """What is said after a key of the page has written: its letter, and after a space the whole word."""
    start, gone, come = difference(before.words, after.words)
    if come.isspace():
        first, end = word_around(after.words, start)
        return after.words[first:end] if first < start else words("Space")
    return come or (words("Space") if gone.isspace() else gone)
