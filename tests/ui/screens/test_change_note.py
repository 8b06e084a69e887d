"""After two minutes the words of a note are changed at the desk; the change can be undone like any other."""

from PySide6.QtTest import QTest

from tests.ui.given import Table, touch, words_on
from tests.ui.screens.test_desk import begun, written
from ui.screens.change_note import ChangeNotePage
from ui.stage import Shown
from ui.widgets.keypad import KeyPad
from workshop.domain.records import Note


def changing(table: Table) -> ChangeNotePage:
    """The page, reached from the desk by touching the note there, when people cannot change it any more."""
    page = begun(table)
    note = written(table, "Parking cost £14")[0]
    table.clock.on(minutes=3)
    assert table.session.fresh_notes() == frozenset()
    page.preview.choose(note)
    touch(page, "Change")
    found = table.desk.page
    assert isinstance(found, ChangeNotePage) and found.note == note
    return found


def test_the_facilitator_changes_old_words(two_screens: Table) -> None:
    page = changing(two_screens)
    assert "Parking cost £14" in words_on(page)
    page.field.selectAll()
    QTest.keyClicks(page.field, "Parking cost 14 pounds")
    touch(page, "Keep the new words")
    assert [note.text for note in two_screens.session.all(Note)] == ["Parking cost 14 pounds"]
    assert two_screens.stage.desk == Shown("desk")
    two_screens.session.undo()
    assert [note.text for note in two_screens.session.all(Note)] == ["Parking cost £14"]


def test_what_is_typed_stays_when_somebody_else_does_something_to_the_note(two_screens: Table) -> None:
    page = changing(two_screens)
    page.field.selectAll()
    QTest.keyClicks(page.field, "Half a")
    two_screens.session.board.edit_note(page.note, "Words from elsewhere")
    assert page.field.toPlainText() == "Half a"
    assert "Words from elsewhere" in words_on(page)


def test_empty_words_are_refused_and_one_can_go_back(two_screens: Table) -> None:
    page = changing(two_screens)
    page.field.clear()
    touch(page, "Keep the new words")
    assert two_screens.stage.desk.page == "change_note"
    touch(page, "Back to the desk")
    assert [note.text for note in two_screens.session.all(Note)] == ["Parking cost £14"]


def test_with_one_screen_there_are_keys(table: Table) -> None:
    note = table.session.board.add_note("Parking cost £14").note
    page = table.show_desk("change_note", note=note)
    (keys,) = page.findChildren(KeyPad)
    assert page.rect().contains(keys.geometry())
