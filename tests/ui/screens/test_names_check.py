"""Notes with a name in them: kept, changed with the writer, or left out, before anything is printed."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.given import Table, find, touch, words_on
from tests.ui.screens.given_promises import Voted
from ui.page import Page
from workshop.domain.kinds import NoteState
from workshop.domain.records import Note


def waiting(table: Table) -> Page:
    Voted(table)
    for text in ("Ask Femi", "Josh was kind"):
        table.session.board.add_note(text)
    return table.show_desk("names_check")


def last_two(table: Table) -> list[tuple[str, bool, NoteState]]:
    return [(n.text, n.names_checked, n.state) for n in table.session.all(Note)[-2:]]


def test_only_the_notes_with_a_name_are_here(table: Table) -> None:
    said = words_on(waiting(table))
    assert "Ask Femi" in said and "Josh was kind" in said and "Nobody rang me" not in said


def test_one_is_kept_and_one_is_left_out(table: Table) -> None:
    page = waiting(table)
    touch(page, "Keep: Note 3")
    assert "Ask Femi" not in words_on(page)
    touch(page, "Leave out: Note 4")
    assert last_two(table) == [
        ("Ask Femi", True, NoteState.SHOWN),
        ("Josh was kind", False, NoteState.WITHHELD),
    ]
    assert "All notes are looked at. You can print." in words_on(page)
    touch(page, "Back to printing")
    assert table.stage.desk.page == "print_out"


def test_a_note_is_changed_with_its_writer(table: Table) -> None:
    page = waiting(table)
    touch(page, "Change: Note 4")
    field = find(page, "Note 4")
    assert isinstance(field, QPlainTextEdit)
    field.selectAll()
    QTest.keyClicks(field, "Somebody was kind")
    touch(page, "Keep the new words")
    assert last_two(table)[1] == ("Somebody was kind", False, NoteState.SHOWN)
    assert "kind" not in words_on(page)


def test_a_change_can_be_left(table: Table) -> None:
    page = waiting(table)
    touch(page, "Change: Note 3")
    touch(page, "Back to the note")
    assert "Ask Femi" in words_on(page)
