"""Notes that may show somebody: kept, changed with the writer, or left out, before anything is printed."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.given import Table, find, names, touch, words_on
from tests.ui.screens.given_promises import Voted
from ui.page import Page
from ui.widgets.keypad import KeyPad
from ui.widgets.marked_words import MarkedWords
from workshop.domain.kinds import Audience, NoteState
from workshop.domain.labels import Label
from workshop.domain.records import Note

NOTES = ("Ask Femi", "Josh was kind", "I am 83, ring 07700 900123", "Benches")


def waiting(table: Table) -> Page:
    Voted(table)
    for text in NOTES:
        table.session.board.add_note(text)
    return table.show_desk("names_check")


def written(table: Table) -> list[tuple[str, bool, NoteState]]:
    return [(n.text, n.names_checked, n.state) for n in table.session.all(Note)[2:]]


def shown(page: Page) -> list[str]:
    return [marked.text for marked in page.findChildren(MarkedWords)]


def printed(table: Table) -> list[str]:
    facts = table.session.pack.facts(Audience.PEOPLE)
    return [note.text for note in (*(n for g in facts.groups for n in g.notes), *facts.loose)]


def test_one_note_after_the_other_with_what_was_found_in_it(table: Table) -> None:
    page = waiting(table)
    assert shown(page) == ["Ask Femi"] and "“Femi”: a name" in words_on(page)
    assert "0 of 3 notes are looked at." in words_on(page)
    touch(page, "Next note")
    assert shown(page) == ["Josh was kind"]
    touch(page, "Next note")
    (marked,) = page.findChildren(MarkedWords)
    assert [marked.text[a:b] for a, b in marked.marks] == ["I am 83", "ring 07700 900123"]
    assert {"“I am 83”: an age", "“ring 07700 900123”: a phone number"} <= set(words_on(page).split("\n"))
    touch(page, "Next note")
    assert shown(page) == ["Ask Femi"]


def test_one_is_kept_and_one_is_left_out_and_that_is_remembered(table: Table) -> None:
    page = waiting(table)
    assert printed(table) == ["Nobody rang me", "I rang and rang", "Benches"]
    touch(page, "Keep: Note 3")
    assert shown(page) == ["Josh was kind"] and "1 of 3 notes are looked at." in words_on(page)
    touch(page, "Leave out: Note 4")
    touch(page, "Keep: Note 5")
    assert "All notes are looked at. You can print." in words_on(page)
    assert written(table) == [
        ("Ask Femi", True, NoteState.SHOWN),
        ("Josh was kind", False, NoteState.WITHHELD),
        ("I am 83, ring 07700 900123", True, NoteState.SHOWN),
        ("Benches", False, NoteState.SHOWN),
    ]
    assert printed(table) == ["Nobody rang me", "I rang and rang", "Ask Femi", NOTES[2], "Benches"]
    touch(page, "Back to printing")
    assert table.stage.desk.page == "print_out"


def test_a_note_is_changed_with_its_writer_on_the_keys_of_the_screen(table: Table) -> None:
    page = waiting(table)
    touch(page, "Next note")
    touch(page, "Change with the writer: Note 4")
    field = find(page, "Note 4")
    assert isinstance(field, QPlainTextEdit) and field.toPlainText() == "Josh was kind"
    assert page.findChild(KeyPad) is not None  # one screen: keys to touch
    field.selectAll()
    QTest.keyClicks(field, "Somebody was kind")
    touch(page, "Keep the new words")
    assert written(table)[1] == ("Somebody was kind", False, NoteState.SHOWN)
    assert "Somebody was kind" in printed(table) and shown(page) != ["Somebody was kind"]
    change = table.session.undo()
    assert (change.label, written(table)[1][0]) == (Label.CORRECT_NOTE, "Josh was kind")
    assert "Josh was kind" not in printed(table)


def test_new_words_that_still_show_somebody_are_asked_about_again(table: Table) -> None:
    page = waiting(table)
    touch(page, "Change with the writer: Note 3")
    field = find(page, "Note 3")
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, " on Maple Ward")
    touch(page, "Keep the new words")
    assert shown(page) == ["Ask Femi on Maple Ward"]
    assert "These words may still show somebody. Look once more." in words_on(table.desk)
    assert "Ask Femi on Maple Ward" not in printed(table)


def test_a_change_can_be_left_and_empty_words_are_refused(table: Table) -> None:
    page = waiting(table)
    touch(page, "Change with the writer: Note 3")
    field = find(page, "Note 3")
    assert isinstance(field, QPlainTextEdit)
    field.clear()
    touch(page, "Keep the new words")
    assert written(table)[0][0] == "Ask Femi" and find(page, "Note 3") is not None
    touch(page, "Back to the note")
    assert shown(page) == ["Ask Femi"]


def test_what_somebody_types_stays_when_another_note_comes(table: Table) -> None:
    page = waiting(table)
    touch(page, "Change with the writer: Note 3")
    field = find(page, "Note 3")
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, " now")
    table.session.board.add_note("Ask Josh")
    still = find(page, "Note 3")
    assert isinstance(still, QPlainTextEdit) and still.toPlainText() == "Ask Femi now"


def test_it_is_reached_from_the_print_page_and_goes_back_there(table: Table) -> None:
    waiting(table)
    touch(table.show_desk("print_out"), "Look at them")
    assert table.stage.desk.page == "names_check" and table.desk.page is not None
    assert "Keep: Note 3" in names(table.desk.page)
    touch(table.desk.page, "Back")
    assert table.stage.desk.page == "print_out"


def test_it_is_reached_from_what_is_about_people_and_goes_back_there(table: Table) -> None:
    waiting(table)
    touch(table.show_desk("people_more"), "Names in notes")
    assert table.stage.desk.page == "names_check" and table.desk.page is not None
    touch(table.desk.page, "Back")
    assert table.stage.desk.page == "people_more"
