"""What the tests of the screens share: a table in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests.ui.given import Table


@pytest.fixture(autouse=True)
def gone() -> Iterator[None]:
    """What a test put away goes at its end.

    Qt by itself does that only in a loop of its own: the first test that waits in one would take down
    the windows of all tests before it.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    """One touch screen, and an open practice workshop."""
    made = Table(tmp_path / "day")
    made.begin()
    yield made
    made.close()


@pytest.fixture
def two_screens(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    """A laptop beside a touch screen, and an open practice workshop."""
    made = Table(tmp_path / "day", two_screens=True)
    made.begin()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Workshops and settings of this computer lie in a folder of the test's own."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SAME_TABLE_HOME", str(folder))
    return folder
