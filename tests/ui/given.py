"""A table for the tests of the screens: a stage, its windows on an invented screen, and fingers.

The windows are real ones, on Qt's offscreen platform. Time, ids and chance are fixed. A finger is a
touch through Qt's own touch events; `touch` presses and lifts it in the middle of a thing, found by
the name that a screen reader would say.
"""

from datetime import datetime, timedelta
from pathlib import Path

from tests import given
from ui.look import Side, load_fonts
from ui.page import Page
from ui.playing.fingers import drag, find, names, settle, touch, touch_at, touch_screen, words_on, write
from ui.stage import Stage
from ui.windows import Window
from workshop.session.context import repeatable
from workshop.session.session import Session

__all__ = ["drag", "find", "names", "settle", "touch", "touch_at", "touch_screen", "words_on", "write"]

fingers = touch_screen

MM = 0.369  # of a pixel on a 32-inch screen of 1920 x 1080


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = given.clock()

    def __call__(self) -> datetime:
        return self.now

    def on(self, **time: int) -> None:
        """Let time go on."""
        self.now += timedelta(**time)


class Table:
    """A stage with its windows. `two_screens`: the desk on a laptop beside the people's screen."""

    def __init__(
        self,
        folder: Path,
        *,
        two_screens: bool = False,
        width: int = 1920,
        height: int = 1080,
        mm: float = MM,
    ) -> None:
        load_fonts()
        self.clock = Clock()
        self.stage = Stage(self.clock)
        self.stage.one_screen = not two_screens
        self.session = self._session(folder, self.clock)
        self.public: Window | None = None
        self.people = Window(self.stage, Side.PEOPLE, mm)
        self.desk = Window(self.stage, Side.FACILITATOR, mm) if two_screens else self.people
        for window in {self.people, self.desk}:
            window.resize(width, height)
            window.show()
        self.desk.activateWindow()
        settle()

    @classmethod
    def _session(cls, folder: Path, clock: Clock) -> Session:
        """The workshop in this folder; a new one where there is none."""
        if folder.exists():
            return Session.open(folder, None, clock, *repeatable("2"))
        return Session.make(folder, "Leaving hospital", None, clock, *repeatable("1"))

    def begin(self) -> Session:
        """Open the workshop on the stage."""
        self.stage.begin(self.session)
        settle()
        return self.session

    def show_people(self, page: str, **given_: object) -> Page:
        """Show people a page, and give it back."""
        self.stage.front = Side.PEOPLE
        self.stage.show_people(page, **given_)
        settle()
        assert self.people.page is not None
        return self.people.page

    def show_desk(self, page: str, **given_: object) -> Page:
        """Show the facilitator a page, and give it back."""
        self.stage.show_desk(page, **given_)
        settle()
        assert self.desk.page is not None
        return self.desk.page

    def show_public(self) -> Page:
        """Show the public screen, and give its page back."""
        self.public = Window(self.stage, Side.PUBLIC, self.people.mm_per_px)
        self.public.resize(self.people.size())
        self.public.show()
        settle()
        assert self.public.page is not None
        return self.public.page

    def close(self) -> None:
        """Put everything away."""
        for window in {self.people, self.desk, self.public} - {None}:
            window.close()
            window.deleteLater()
        self.stage.leave()
        settle()
