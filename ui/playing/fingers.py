"""Simulated fingers: they find things by the name a screen reader would say, and touch them.

A touch goes through Qt's own touch events, as from a touch screen; letters go to what has the keyboard.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.scroll import Scroll


class NotThere(LookupError):
    """There is nothing of that name to touch."""


def settle() -> None:
    """Let Qt do what is waiting."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


@lru_cache(maxsize=1)
def touch_screen() -> QPointingDevice:
    """One touch screen for the whole run."""
    return QTest.createTouchDevice()


def find(within: QWidget, name: str) -> QWidget:
    """The visible thing of this name; a name that ends in "…" is the beginning of one."""
    fits = _fits(name)
    for thing in within.findChildren(QWidget):
        if thing.isVisible() and fits(thing.accessibleName()):
            return thing
    raise NotThere(f"nothing here is called {name!r}; there is {sorted(names(within))}")


def _fits(name: str) -> Callable[[str], bool]:
    start = name.removesuffix("…")
    return (lambda said: said == name) if start == name else (lambda said: said.startswith(start))


def names(within: QWidget) -> set[str]:
    """The names of all visible things."""
    things = within.findChildren(QWidget)
    return {thing.accessibleName() for thing in things if thing.isVisible() and thing.accessibleName()}


def touch(within: QWidget, name: str, finger: int = 0) -> None:
    """Touch the thing of this name in its middle, and lift the finger."""
    thing = find(within, name)
    draw_into_view(thing)
    touch_at(thing.window(), thing.mapTo(thing.window(), thing.rect().center()), finger)


def draw_into_view(thing: QWidget) -> None:
    """Let the list that a thing lies in move on, as with its buttons, until the thing can be touched."""
    parent = thing.parentWidget()
    while parent is not None and not thing.visibleRegion().contains(thing.rect().center()):
        if isinstance(parent, Scroll):
            parent.show_part(thing)
            settle()
        parent = parent.parentWidget()


def touch_at(window: QWidget, where: QPoint, finger: int = 0) -> None:
    """Touch a place of a window, and lift the finger."""
    QTest.touchEvent(window, touch_screen()).press(finger, where, window).commit()
    QTest.touchEvent(window, touch_screen()).release(finger, where, window).commit()
    settle()


def drag(window: QWidget, start: QPoint, end: QPoint, finger: int = 0, steps: int = 6) -> None:
    """Put a finger down, move it to another place, and lift it."""
    QTest.touchEvent(window, touch_screen()).press(finger, start, window).commit()
    for step in range(1, steps + 1):
        where = start + (end - start) * step / steps
        QTest.touchEvent(window, touch_screen()).move(finger, where, window).commit()
    QTest.touchEvent(window, touch_screen()).release(finger, end, window).commit()
    settle()


def write(within: QWidget, name: str, words: str) -> None:
    """Write into the field of this name, in place of what is there."""
    field = find(within, name)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit | QPlainTextEdit):
        field.selectAll()
    QTest.keyClicks(field, words)
    settle()


def words_on(within: QWidget) -> str:
    """All words that can be read, one thing a line."""
    return "\n".join(_words(within))


def _words(within: QWidget) -> Iterator[str]:
    for thing in within.findChildren(QWidget):
        if not thing.isVisible():
            continue
        if isinstance(thing, QLabel | QAbstractButton | QLineEdit):
            yield thing.text()
        elif isinstance(thing, QPlainTextEdit):
            yield thing.toPlainText()
        elif thing.accessibleName():
            yield thing.accessibleName()
