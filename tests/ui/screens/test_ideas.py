"""From a group to an idea that goes to the vote."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.given import Table, find, names, settle, touch, words_on
from ui.look import Side, TextSize
from ui.page import Page
from ui.screens.ideas import IdeasPage
from workshop.domain.records import Group, Idea
from workshop.session.session import Session


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


def draft_on(page: Page) -> tuple[str, ...]:
    """What the idea card shows."""
    fields = (find(page, name) for name in ("In a few words", "One line more"))
    return tuple(field.accessibleDescription() for field in fields)


def test_an_idea_half_written_is_there_when_people_come_back(table: Table) -> None:
    given_groups(table)
    page = table.show_people("ideas")
    touch(page, "Getting home")
    write_into(table, "In a few words", "A bench")
    write_into(table, "One line more", "By the door")
    touch(page, "The people who wrote the notes agree")
    touch(page, "The board")
    table.show_people("today")
    page = table.show_people("ideas")
    assert draft_on(page) == ("A bench", "By the door")
    touch(page, "This goes to the vote")
    (idea,) = table.session.all(Idea)
    (home,) = (group.id for group in table.session.all(Group) if group.name == "Getting home")
    assert (idea.title, idea.what, idea.agreed, idea.origin) == ("A bench", "By the door", True, (str(home),))
    assert draft_on(page) == ("", "")


def test_words_in_the_panel_are_in_the_draft_when_the_page_goes(table: Table) -> None:
    given_groups(table)
    page = table.show_people("ideas")
    touch(page, "In a few words")
    QTest.keyClicks(page.writer.field, "Half a tit")  # type: ignore[attr-defined]
    table.show_people("today")
    assert draft_on(table.show_people("ideas")) == ("Half a tit", "")


def test_what_happens_while_somebody_writes_is_seen_when_they_are_done(table: Table) -> None:
    given_groups(table)
    page = table.show_people("ideas")
    touch(page, "In a few words")
    table.session.board.make_group("Meals", [table.session.board.add_note("Cold soup").note])
    settle()
    assert not any("Meals" in name for name in names(page))
    touch(page.writer, "Close")  # type: ignore[attr-defined]
    settle()
    assert page.writer is None  # type: ignore[attr-defined]
    assert any("Meals" in name for name in names(page))


def test_a_draft_belongs_to_one_workshop(table: Table, tmp_path: Path) -> None:
    given_groups(table)
    table.show_people("ideas")
    write_into(table, "In a few words", "Of the first day")
    table.stage.begin(Session.make(tmp_path / "other", "Another day", None, table.clock))
    assert draft_on(table.show_people("ideas")) == ("", "")


def test_the_panel_stays_in_sight_and_above(table: Table) -> None:
    given_groups(table)
    page = table.show_people("ideas")
    touch(page, "In a few words")
    for resize in (True, False):
        if resize:
            table.people.resize(1366, 768)
        else:
            table.stage.taste(Side.PEOPLE, text_size=TextSize.LARGE)
        settle()
        writer = page.writer  # type: ignore[attr-defined]
        assert page.rect().contains(writer.geometry())
        assert page.childAt(writer.geometry().center()) in {writer, *writer.findChildren(QWidget)}


def test_once_the_day_is_closed_no_idea_is_written(table: Table) -> None:
    given_groups(table)
    page = table.show_people("ideas")
    write_into(table, "In a few words", "Too late")
    table.session.plan.close_day(reason="The work is done")
    settle()
    for name in ("This goes to the vote", "Undo"):
        touch(page, name)
        assert "The day is closed." in words_on(table.people)
    assert table.session.all(Idea) == ()


def test_undo_takes_the_idea_back(table: Table) -> None:
    given_groups(table)
    page = table.show_people("ideas")
    write_into(table, "In a few words", "An idea")
    touch(page, "This goes to the vote")
    touch(page, "Undo")
    touch(page, "New idea: An idea")
    assert table.session.all(Idea) == ()
    assert "Undone: add idea." in words_on(table.people)
    touch(table.people, "Do it again")
    assert [idea.title for idea in table.session.all(Idea)] == ["An idea"]


def test_the_list_of_acts_stays_above_the_page_and_goes_with_escape(table: Table) -> None:
    given_groups(table)
    page = table.show_people("ideas")
    assert isinstance(page, IdeasPage)
    touch(page, "Undo")
    page.rebuild()
    listed = page.undoing.list
    assert listed is not None
    assert page.childAt(listed.geometry().center()) in {listed, *listed.findChildren(QWidget)}
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    assert not page.undoing.is_open
