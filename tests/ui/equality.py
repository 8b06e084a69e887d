"""The equality questions by touch, for the tests of their screens."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.ui.given import Table, settle
from ui.parts.own_page import OwnPage
from workshop.session.equality import equality_form

FORM = equality_form()


@contextmanager
def quick() -> Iterator[None]:
    """Pages that can be touched at once: a test has no trembling hands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(OwnPage, "settles_s", 0.0)
        yield


def open_box(table: Table) -> None:
    """The box is open, and the people's screen shows the cover."""
    table.session.people.open_equality()
    table.show_people("equality_next")


def sheets(table: Table) -> int:
    """How many sheets are in."""
    return table.session.people.equality_sheets()


def fill(table: Table, many: int, **answers: str) -> None:
    """The box is open and holds so many sheets."""
    people = table.session.people
    if not people.equality_list():
        people.open_equality()
    for _ in range(many):
        people.equality({**answers})
    settle()
