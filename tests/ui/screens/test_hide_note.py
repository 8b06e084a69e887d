"""Why a note was hidden is asked later; the note comes back whenever somebody wants it."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.given import Table, find, settle, touch, words_on
from tests.ui.screens.test_desk import begun, written
from ui.look import TextSize
from ui.page import Page
from ui.screens.hide_note import HideNotePage
from ui.stage import Shown
from ui.widgets.writer import Writer
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteState
from workshop.domain.records import Note


def hidden(table: Table) -> tuple[Page, NoteId]:
    begun(table)
    note = written(table, "Sister Jones shouted")[0]
    table.session.board.withhold_note(note, "Hidden at the desk")
    return table.show_desk("hide_note", note=note), note


def kept(table: Table, note: NoteId) -> tuple[NoteState, str]:
    found = table.session.get(Note, note)
    assert found is not None
    return found.state, found.withheld_reason


def test_a_reason_is_one_touch(two_screens: Table) -> None:
    page, note = hidden(two_screens)
    touch(page, "It names somebody")
    assert kept(two_screens, note) == (NoteState.WITHHELD, "It names somebody")
    assert two_screens.stage.desk == Shown("desk")


def test_no_reason_is_needed(two_screens: Table) -> None:
    page, note = hidden(two_screens)
    touch(page, "Back without a reason")
    assert kept(two_screens, note) == (NoteState.WITHHELD, "Hidden at the desk")


def test_another_reason_is_typed(two_screens: Table) -> None:
    page, note = hidden(two_screens)
    assert isinstance(page, HideNotePage)
    QTest.keyClicks(page.field, "We agreed to talk first")
    touch(page, "Keep this reason")
    assert kept(two_screens, note) == (NoteState.WITHHELD, "We agreed to talk first")


def test_with_one_screen_another_reason_is_typed_with_keys(table: Table) -> None:
    page, note = hidden(table)
    assert isinstance(page, HideNotePage)
    touch(page, "Another reason")
    assert page.line.writer is not None
    page.line.writer.keys.panel.typed.emit("We agreed")
    touch(page, "Done")
    assert kept(table, note) == (NoteState.WITHHELD, "We agreed")
    assert table.stage.desk == Shown("desk")


def test_the_panel_for_another_reason_is_one_and_stays_in_sight_and_above(table: Table) -> None:
    page, _ = hidden(table)
    assert isinstance(page, HideNotePage)
    touch(page, "Another reason")
    writer = page.line.writer
    assert writer is not None
    table.people.resize(1366, 768)
    settle()
    assert page.rect().contains(writer.geometry())
    table.stage.taste(page.side, text_size=TextSize.SMALL)
    settle()
    assert page.childAt(writer.geometry().center()) in {writer, *writer.findChildren(QWidget)}
    page.line.open("Another reason", "", page.say_why)
    assert page.findChildren(Writer) == [writer]


def test_an_empty_reason_is_refused_in_words(two_screens: Table) -> None:
    page, note = hidden(two_screens)
    touch(page, "Keep this reason")
    assert "a reason" in words_on(two_screens.desk)
    assert kept(two_screens, note) == (NoteState.WITHHELD, "Hidden at the desk")


def test_the_note_comes_back(two_screens: Table) -> None:
    page, note = hidden(two_screens)
    touch(page, "Show the note again")
    assert kept(two_screens, note) == (NoteState.SHOWN, "")


def test_the_desk_leads_here_with_the_note(two_screens: Table) -> None:
    page = begun(two_screens)
    note = written(two_screens, "Sister Jones shouted")[0]
    page.preview.choose(note)
    touch(page, "Hide this note")
    touch(page, "Say why")
    assert two_screens.stage.desk == Shown("hide_note", {"note": note})
    assert two_screens.desk.page is not None
    assert find(two_screens.desk.page, "It names somebody").isVisible()
