"""A table to play at: the desk on a laptop, people on a touch screen, a third screen for the room.

The windows are the real ones. Time is the invented day's own, so that pictures are alike every time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.look import Side, load_fonts
from ui.page import Page
from ui.parts.arrival_page import ArrivalPage
from ui.parts.start import Start
from ui.parts.vote_page import TurnPage
from ui.playing.fingers import find, names, settle, touch
from ui.stage import Stage
from ui.widgets import touch as touching
from ui.windows import Window
from workshop.session.session import Session

MORNING = datetime(2026, 5, 14, 12, 21)
WIDE, HIGH = 1920, 1080
LAPTOP_MM, TABLE_MM = 0.277, 0.369  # of a pixel
PATIENCE_MS, WAIT_MS = 30_000, 20


class Clock:
    """The time of the invented day."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, minutes: int) -> None:
        """Let time go on."""
        self.now += timedelta(minutes=minutes)

    def at(self, hour: int, minute: int) -> None:
        """Let it be this time of the day."""
        self.now = self.now.replace(hour=hour, minute=minute)


@contextmanager
def steady_hands() -> Iterator[None]:
    """Simulated fingers are quick and never tremble: pages and buttons need not wait for them."""
    before = TurnPage.settles_s, ArrivalPage.settles_s, touching.REPEAT_S
    TurnPage.settles_s = ArrivalPage.settles_s = touching.REPEAT_S = 0.0
    try:
        yield
    finally:
        TurnPage.settles_s, ArrivalPage.settles_s, touching.REPEAT_S = before


class Table:
    """A stage, its clock and its windows."""

    def __init__(self, clock: Clock | None = None) -> None:
        load_fonts()
        self.clock = clock or Clock()
        self.stage = Stage(self.clock)
        self.stage.one_screen = False
        self.start = Start.of(self.stage)
        self.desk = self._window(Side.FACILITATOR, LAPTOP_MM)
        self.people = self._window(Side.PEOPLE, TABLE_MM)
        self.room = self._window(Side.PUBLIC, TABLE_MM)
        self.start.begin()
        for window in self.windows:
            window.show()
        self.desk.activateWindow()
        settle()

    def _window(self, side: Side, mm: float) -> Window:
        window = Window(self.stage, side, mm)
        window.resize(WIDE, HIGH)
        return window

    @property
    def windows(self) -> tuple[Window, ...]:
        """All windows."""
        return (self.desk, self.people, self.room)

    @property
    def session(self) -> Session:
        """The open workshop."""
        return self.stage.room.session

    def page(self, window: Window) -> Page:
        """The page that a window shows."""
        assert window.page is not None
        return window.page

    def at_desk(self, *names_: str) -> None:
        """Touch things at the desk, one after the other."""
        for name in names_:
            self._touch(self.desk, name)

    def at_screen(self, *names_: str) -> None:
        """Touch things on the people's screen, one after the other."""
        for name in names_:
            self._touch(self.people, name)

    @staticmethod
    def _touch(window: Window, name: str) -> None:
        """Touch a thing; a message that lies over it is read and put away first."""
        message = window.message
        if message is not None and message.isVisible():
            thing = find(window, name)
            middle = thing.mapTo(window, thing.rect().center())
            if message.geometry().contains(middle) and not message.isAncestorOf(thing):
                message.hide()
                settle()
        touch(window, name)

    def write(self, window: Window, name: str, words: str) -> None:
        """Write into a field of a window."""
        put_words(find(window, name), words)

    def wait_until(self, window: Window, name: str) -> None:
        """Wait until there is a thing of this name."""
        for _ in range(PATIENCE_MS // WAIT_MS):
            if name in names(window):
                return settle()
            QTest.qWait(WAIT_MS)
        find(window, name)

    def close(self) -> None:
        """Put everything away."""
        self.start.leave()
        for window in self.windows:
            window.close()
            window.deleteLater()
        settle()


def put_words(field: QWidget, words: str) -> None:
    """Put words into a field as an input method does: any script, in place of what is there."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if hasattr(field, "selectAll"):
        field.selectAll()
    said = QInputMethodEvent()
    said.setCommitString(words)
    QApplication.sendEvent(field, said)
    settle()
