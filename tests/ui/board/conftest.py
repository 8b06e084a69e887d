"""A board for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.board.given import Board
from ui.board.writing import Pages


@pytest.fixture
def board(qtbot: QtBot, tmp_path: Path) -> Iterator[Board]:
    """An empty board on a touch screen."""
    made = Board(tmp_path / "day")
    qtbot.addWidget(made.view)
    yield made
    made.close()


@pytest.fixture
def pages(board: Board) -> Iterator[Pages]:
    """The writing pages of the board; drafts are kept a last time before the workshop is closed."""
    made = Pages(parent=board.view)
    yield made
    made.stop()
