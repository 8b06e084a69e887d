"""What the tests of the screens share: a table in a folder of its own, empty or with the invented day."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests import given
from tests.ui import sample
from tests.ui.given import Table
from tests.ui.screens import given_promises
from workshop.session.context import repeatable
from workshop.session.session import Session

Fill = Callable[[Session], None]
LayOut = Callable[[Fill, Path], Path]


@pytest.fixture(autouse=True)
def gone() -> Iterator[None]:
    """What a test put away goes at its end.

    Qt by itself does that only in a loop of its own: the first test that waits in one would take down
    the windows of all tests before it.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def lay_out(tmp_path_factory: pytest.TempPathFactory) -> LayOut:
    """Lays a copy of a filled workshop into a folder.

    Each is filled once, before any window shows it: with windows open, every act is painted as well.
    """

    @cache
    def filled(fill: Fill) -> Path:
        folder = tmp_path_factory.mktemp(fill.__name__) / "day"
        session = Session.make(folder, "Leaving hospital", None, given.clock, *repeatable("1"))
        fill(session)
        session.close()
        return folder

    return lambda fill, to: shutil.copytree(
        filled(fill), to, ignore=shutil.ignore_patterns("lock", "snapshots")
    )


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    """One touch screen, and an open practice workshop."""
    yield from _open(tmp_path / "day")


@pytest.fixture
def two_screens(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    """A laptop beside a touch screen, and an open practice workshop."""
    yield from _open(tmp_path / "day", two_screens=True)


@pytest.fixture
def written(qtbot: QtBot, lay_out: LayOut, tmp_path: Path) -> Iterator[Table]:
    """One touch screen, and the plan and the notes of the invented day."""
    yield from _open(lay_out(sample.written, tmp_path / "day"))


@pytest.fixture
def whole(qtbot: QtBot, lay_out: LayOut, tmp_path: Path) -> Iterator[Table]:
    """One touch screen, and the invented day up to its ideas."""
    yield from _open(lay_out(sample.whole, tmp_path / "day"))


@pytest.fixture
def whole_on_two(qtbot: QtBot, lay_out: LayOut, tmp_path: Path) -> Iterator[Table]:
    """A laptop beside a touch screen, and the invented day up to its ideas."""
    yield from _open(lay_out(sample.whole, tmp_path / "day"), two_screens=True)


@pytest.fixture
def after_the_vote(qtbot: QtBot, lay_out: LayOut, tmp_path: Path) -> Iterator[Table]:
    """One touch screen, and a day up to the end of its vote."""
    yield from _open(lay_out(given_promises.vote, tmp_path / "day"))


def _open(folder: Path, two_screens: bool = False) -> Iterator[Table]:
    made = Table(folder, two_screens=two_screens)
    made.begin()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Workshops and settings of this computer lie in a folder of the test's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SAME_TABLE_HOME", str(folder))
    return folder
