"""A computer for the tests of the first pages: a library in a folder, one window on the desk's side."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.given import MM, Clock, find, settle
from ui.look import Side, load_fonts
from ui.page import Page
from ui.parts.start import Start
from ui.stage import Stage
from ui.windows import Window
from workshop.session.session import Session

PASSPHRASE = "four quiet garden benches"


class Computer:
    """A stage with a start, on one screen. The passphrase is not typed yet."""

    def __init__(self, home: Path, width: int = 1920, height: int = 1080) -> None:
        load_fonts()
        self.home, self.clock = home, Clock()
        self.stage = Stage(self.clock)
        self.start = Start.of(self.stage)
        self.window = Window(self.stage, Side.PEOPLE, MM)
        self.window.resize(width, height)
        self.stage.show_people("resting")
        self.stage.desk = replace(self.stage.desk, page="resting")
        self.window.show()

    @property
    def page(self) -> Page:
        """The page in front."""
        assert self.window.page is not None
        return self.window.page

    @property
    def at(self) -> str:
        """The name of the desk's page."""
        return self.stage.desk.page

    def show(self, page: str, **given: object) -> Page:
        """Show the facilitator a page."""
        self.stage.show_desk(page, **given)
        settle()
        return self.page

    def make(self, title: str, *, fill: Callable[[Session], object] | None = None) -> Path:
        """A workshop under the usual passphrase, closed again."""
        session = Session.make(self.home / title, title, PASSPHRASE, self.clock)
        if fill is not None:
            fill(session)
        session.close()
        return session.place.folder

    def type(self, name: str, text: str) -> None:
        """Type into a field, as keys do."""
        field = find(self.window, name)
        assert isinstance(field, QLineEdit)
        field.clear()
        QTest.keyClicks(field, text)
        settle()

    def press_enter(self, name: str) -> None:
        """Press Enter in a field."""
        QTest.keyClick(find(self.window, name), Qt.Key.Key_Return)
        self.wait()

    def wait(self, milliseconds: int = 400) -> None:
        """Let what was to be done soon be done."""
        timer = QElapsedTimer()
        timer.start()
        while timer.elapsed() < milliseconds:
            QApplication.processEvents()
            settle()
            if timer.elapsed() > 80 and not self.start.busy and not self.start._to_look_at:
                return

    def pause(self) -> None:
        """Long enough that a second touch of the same button is no trembling one."""
        QTest.qWait(170)

    def close(self) -> None:
        """Put everything away."""
        self.window.close()
        self.window.deleteLater()
        self.start.leave()
        settle()


@contextmanager
def computer(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Computer]:
    """A computer whose library is `home`."""
    monkeypatch.setenv("SAME_TABLE_HOME", str(home))
    made = Computer(home)
    yield made
    made.close()
