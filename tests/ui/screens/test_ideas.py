"""From a group to an idea that goes to the vote."""

from PySide6.QtTest import QTest

from tests.ui.given import Table, find, names, settle, touch, words_on
from workshop.domain.records import Idea


def given_groups(table: Table) -> None:
    board = table.session.board
    board.make_group("Medicines", [board.add_note("Four hours for one paper bag").note])
    board.make_group("Getting home", [board.add_note("Parking cost 14 pounds").note])


def write_into(table: Table, field: str, words: str) -> None:
    page = table.people.page
    assert page is not None
    touch(page, field)
    line = page.writer.field  # type: ignore[attr-defined]
    QTest.keyClicks(line, words)
    touch(page.writer, "Done")  # type: ignore[attr-defined]


def test_an_idea_is_written_and_gets_its_number(table: Table) -> None:
    given_groups(table)
    page = table.show_people("ideas")
    write_into(table, "In a few words", "Medicines ready before the taxi")
    write_into(table, "One line more", "No more waiting on the day")
    touch(page, "The people who wrote the notes agree")
    touch(page, "This goes to the vote")
    (idea,) = table.session.all(Idea)
    group = table.session.all(type(idea))[0].origin
    assert (idea.title, idea.what, idea.agreed) == (
        "Medicines ready before the taxi",
        "No more waiting on the day",
        True,
    )
    assert len(group) == 1
    assert "1. Medicines ready before the taxi" in names(page)
    assert find(page, "Getting home").isVisible()


def test_without_words_it_says_what_is_missing(table: Table) -> None:
    given_groups(table)
    page = table.show_people("ideas")
    touch(page, "This goes to the vote")
    assert table.session.all(Idea) == ()
    assert "Write the idea in a few words first." in words_on(table.people)


def test_words_that_are_half_written_outlive_what_others_do(table: Table) -> None:
    given_groups(table)
    table.show_people("ideas")
    write_into(table, "In a few words", "Half an idea")
    table.session.board.add_note("Somebody else writes")
    settle()
    page = table.people.page
    assert page is not None
    assert find(page, "In a few words").accessibleDescription() == "Half an idea"


def test_undo_takes_the_idea_back(table: Table) -> None:
    given_groups(table)
    page = table.show_people("ideas")
    write_into(table, "In a few words", "An idea")
    touch(page, "This goes to the vote")
    touch(page, "Undo")
    assert table.session.all(Idea) == ()
