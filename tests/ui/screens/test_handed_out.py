"""What was handed out, by finger: who has it, that it came back, and that it is on the list of others."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.given import TODAY
from tests.ui.given import Table, find, settle, touch, words_on
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Audience, Item, Said
from workshop.domain.persons import Issued, Person
from workshop.domain.retention import is_in_use

PACK = "What we said and what we will do, number 2"


@pytest.fixture
def given_out(two_screens: Table, tmp_path: Path) -> Table:
    """A pack with Amina's words was made and lies in a folder; its page was reached from the list."""
    session = two_screens.session
    amina = session.people.arrive("Amina", []).person
    for item in (Item.TAKE_PART, Item.NOTES_USED):
        session.people.consent(amina, item, Said.YES)
    session.board.add_note("A chair with arms", author=amina)
    session.pack.make(Audience.PEOPLE, tmp_path / "stick")
    two_screens.show_desk("people_more")
    touch(two_screens.desk, "What was handed out")
    return two_screens


def pack(table: Table) -> Issued:
    return table.session.all(Issued)[1]


def test_who_has_it_is_written_down(given_out: Table) -> None:
    field = find(given_out.desk, f"Who has {PACK}")
    assert isinstance(field, QLineEdit) and field.text() == "stick"
    field.selectAll()
    QTest.keyClicks(field, "Ruth, for the ward")
    field.editingFinished.emit()
    settle()
    assert pack(given_out).given_to == "Ruth, for the ward"
    assert "Where: Ruth, for the ward." in words_on(given_out.desk)


def test_what_came_back_is_out_of_use_and_says_so_on_the_list_to_call_back(given_out: Table) -> None:
    touch(given_out.desk, f"It is back, or destroyed: {PACK}")
    today = given_out.clock().date()
    assert pack(given_out).back_on == today
    amina = given_out.session.all(Person)[0].id
    recall = {d.number: d.back_on for d in given_out.session.people.would_recall(amina)}
    assert recall == {1: None, 2: today}  # the one sheet is still out
    touch(given_out.desk, f"It is back, or destroyed: {PACK}")
    assert pack(given_out).back_on is None


def test_a_page_that_names_somebody_is_in_use_until_it_is_back() -> None:
    made = "2026-03-05T13:10:00"
    named = (PersonId("amina"),)
    page = Issued("i", 1, "pack", Audience.PEOPLE, False, made, "0" * 64, 2, people=named)
    assert is_in_use([], [page])
    assert not is_in_use([], [replace(page, back_on=TODAY)])
