"""A board for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.board.given import Board
from tests.ui.board.writing_room import Room, a_day
from ui.board.writing import Pages
from workshop.session.session import Session


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


@pytest.fixture
def session(qapp: object, tmp_path: Path) -> Iterator[Session]:
    """An open workshop, with no board yet."""
    yield from a_day(tmp_path)


@pytest.fixture
def room(session: Session) -> Room:
    """The workshop with a plain board, and people who write on it."""
    return Room(session)
