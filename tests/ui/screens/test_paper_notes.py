"""Paper notes are typed with one key a note besides their words, and no word is lost."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.given import Table, find, names, settle, touch, words_on
from tests.ui.screens.test_desk import begun
from ui.look import Side, TextSize
from ui.screens.paper_notes import PaperNotesPage
from workshop.domain.kinds import NoteKind, NoteSource
from workshop.domain.records import Group, Membership, Note


def opened(table: Table) -> PaperNotesPage:
    begun(table)
    page = table.show_desk("paper_notes")
    assert isinstance(page, PaperNotesPage)
    return page


def typed(page: PaperNotesPage, keys: str) -> None:
    """Type on a real keyboard, then Enter."""
    QTest.keyClicks(page.field, keys)
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    settle()


def kept(table: Table) -> list[tuple[str, NoteKind]]:
    return [(note.text, note.kind) for note in table.session.all(Note)]


def test_a_figure_chooses_the_kind_and_enter_keeps_the_note(two_screens: Table) -> None:
    page = opened(two_screens)
    typed(page, "4Nobody rang")
    typed(page, "For 3 days")
    assert kept(two_screens) == [
        ("Nobody rang", NoteKind.DOES_NOT_WORK),
        ("For 3 days", NoteKind.DOES_NOT_WORK),
    ]
    assert {note.source for note in two_screens.session.all(Note)} == {NoteSource.PAPER}
    assert page.field.text() == ""
    assert "2 notes typed" in words_on(page)


def test_with_alt_the_kind_changes_in_the_middle_of_a_note(two_screens: Table) -> None:
    page = opened(two_screens)
    QTest.keyClicks(page.field, "Nobody")
    QTest.keyClick(page.field, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    typed(page, " rang 2 days")
    assert kept(two_screens) == [("Nobody rang 2 days", NoteKind.IDEA)]


def test_a_note_may_begin_with_a_figure_after_a_space(two_screens: Table) -> None:
    typed(opened(two_screens), " 3 buses to get home")
    assert kept(two_screens) == [("3 buses to get home", NoteKind.MATTERS)]


def test_fingers_choose_the_kind_and_the_group(two_screens: Table) -> None:
    begun(two_screens)
    two_screens.session.board.make_group("Medicines")
    page = two_screens.show_desk("paper_notes")
    assert isinstance(page, PaperNotesPage)
    touch(page, "Question")
    touch(page, "Medicines")
    QTest.keyClicks(page.field, "Which tablets")
    touch(page, "Keep this note")
    assert kept(two_screens) == [("Which tablets", NoteKind.QUESTION)]
    group = two_screens.session.all(Group)[0]
    assert [m.group for m in two_screens.session.all(Membership)] == [group.id]


def test_alt_and_an_arrow_choose_the_group(two_screens: Table) -> None:
    begun(two_screens)
    two_screens.session.board.make_group("Medicines")
    page = two_screens.show_desk("paper_notes")
    assert isinstance(page, PaperNotesPage)
    QTest.keyClick(page.field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    typed(page, "Which tablets")
    assert len(two_screens.session.all(Membership)) == 1


def test_a_refused_note_keeps_its_words(two_screens: Table) -> None:
    page = opened(two_screens)
    typed(page, "   ")
    assert kept(two_screens) == []
    assert page.field.text() == "   "
    assert "the words of the note" in words_on(two_screens.desk).casefold()


def test_a_half_typed_note_waits(two_screens: Table) -> None:
    page = opened(two_screens)
    QTest.keyClicks(page.field, "Half typed")
    two_screens.stage.taste(Side.FACILITATOR, text_size=TextSize.LARGEST)
    settle()
    assert page.field.text() == "Half typed"
    two_screens.session.board.make_group("Medicines")
    settle()
    assert page.field.text() == "Half typed" and page.focusWidget() is page.field
    touch(page, "Back to the desk")
    again = two_screens.show_desk("paper_notes")
    assert isinstance(again, PaperNotesPage)
    assert again.field.text() == "Half typed"


def test_a_note_of_somebody_else_leaves_the_line_alone(two_screens: Table) -> None:
    page = opened(two_screens)
    field = page.field
    QTest.keyClicks(field, "Half typed")
    two_screens.session.board.add_note("From the board")
    settle()
    assert page.field is field and field.text() == "Half typed"


def test_the_last_note_is_taken_back_and_no_other(two_screens: Table) -> None:
    page = opened(two_screens)
    typed(page, "First")
    typed(page, "Second")
    two_screens.session.board.add_note("From the board")
    settle()
    touch(page, "Undo the last note")
    assert [text for text, _ in kept(two_screens)] == ["First", "From the board"]
    assert "1 note typed" in words_on(page)


def test_notes_that_lie_face_down_show_no_words_and_no_number(two_screens: Table) -> None:
    page = opened(two_screens)
    two_screens.session.board.hide_writing()
    settle()
    typed(page, "Tell me the date")
    shown = words_on(page)
    assert "A note" in shown and "Face down" in shown
    assert "Tell me the date" not in shown
    two_screens.session.board.reveal()
    settle()
    assert "Tell me the date" in words_on(page)


def test_with_one_screen_there_are_keys_to_touch(table: Table) -> None:
    page = opened(table)
    assert "Keys to write with" in names(page)
    touch(page, "Put the keys away")
    assert "What you have typed" in words_on(page)
    assert find(page, "Keys on the screen").isVisible()
