"""A room for each test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.session import given


@pytest.fixture
def room(tmp_path: Path) -> Iterator[given.Room]:
    """A practice workshop with two people, three notes and a group; closed after the test."""
    session = given.session(tmp_path / "workshop")
    yield given.Room(session)
    session.close()
