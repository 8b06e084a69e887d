"""A room for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.session import given
from workshop.session.context import repeatable
from workshop.session.session import Session


@pytest.fixture
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[given.Room]:
    """A practice workshop with two people, three notes and a group; closed after the test."""
    yield from _rooms(tmp_path_factory)


@pytest.fixture(scope="module")
def still_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[given.Room]:
    """One such room for many acts that are all refused, and so change nothing."""
    yield from _rooms(tmp_path_factory)


@pytest.fixture(scope="module")
def closed_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[given.Room]:
    """One such room after the end of the day, its third note put away."""
    for room in _rooms(tmp_path_factory):
        room.session.board.withhold_note(room.notes[2], "twice")
        room.close_day()
        yield room


def _rooms(folders: pytest.TempPathFactory) -> Iterator[given.Room]:
    session = given.session(folders.mktemp("room") / "workshop")
    yield given.Room(session)
    session.close()


@pytest.fixture
def clock() -> given.Clock:
    return given.Clock()


@pytest.fixture
def timed(tmp_path: Path, clock: given.Clock) -> given.Room:
    """A workshop in which people have begun to write, on a clock that can be moved on."""
    return given.Room(Session.make(tmp_path / "timed", "A day", None, clock, *repeatable("1")))
