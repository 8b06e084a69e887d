"""What a screen reader is told of the writing pages, and what it can do there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from tests.ui.board.given import Board
from tests.ui.board.writing_room import touch_button
from ui.board.writing import Page, Pages
from ui.board.writing_opening import Showing
from ui.board.writing_reading import difference, said_of
from ui.keys.editing import Text as Typed
from ui.words import words_in
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Note

Text, Role = QAccessible.Text, QAccessible.Role


def open_page(board: Board, pages: Pages, x: float = 300, y: float = 300) -> Page:
    view = board.view
    assert pages.open_at(view, board.bridge, view.look, view.words, x, y) == ""
    return pages.open[-1]


def told(board: Board) -> list[QAccessibleInterface]:
    """The writing pages in the board's tree."""
    root = QAccessible.queryAccessibleInterface(board.view)
    children = [root.child(i) for i in range(root.childCount())]
    return [child for child in children if child.text(Text.Name) == "Write a note"]


def inside(page: QAccessibleInterface, role: QAccessible.Role) -> dict[str, QAccessibleInterface]:
    """The parts of a page with this role, by their names."""
    parts = [page.child(i) for i in range(page.childCount())]
    return {part.text(Text.Name): part for part in parts if part.role() == role}


def press(part: QAccessibleInterface) -> None:
    part.actionInterface().doAction("Press")


def test_pages_are_told_after_the_notes_with_their_words_and_kinds(board: Board, pages: Pages) -> None:
    board.add("A note", 900, 700)
    board.session.board.name_kind(NoteKind.IDEA, "What could help")
    first, second = open_page(board, pages), open_page(board, pages, 1500, 300)
    second.type("Who")
    second.act(NoteKind.IDEA)
    one, other = told(board)
    said = [(p.text(Text.Value), p.text(Text.Description)) for p in (one, other)]
    assert said == [("", "What matters"), ("Who", "What could help")]
    kinds = inside(other, Role.RadioButton)
    assert [name for name, part in kinds.items() if part.state().checked] == ["What could help"]
    field = inside(other, Role.EditableText)["Words"]
    assert (field.textInterface().text(0, 9), field.textInterface().cursorPosition()) == ("Who", 3)
    at = board.view.mapToGlobal(second.box.center().toPoint())
    assert other.rect().contains(at) and not one.rect().contains(at)
    assert all(other.rect().contains(part.rect()) for part in kinds.values())
    root = QAccessible.queryAccessibleInterface(board.view)
    assert root.indexOfChild(other) == root.childCount() - 1
    assert other.indexOfChild(field) == 0 and field.parent() is other
    pages.close(first)
    assert (told(board), one.isValid(), one.text(Text.Name)) == ([other], False, "")


def test_a_note_is_written_by_pressing_what_is_told(board: Board, pages: Pages, qtbot: QtBot) -> None:
    open_page(board, pages)
    (page,) = told(board)
    said: list[str] = []
    pages.announces.connect(said.append)
    for name in ("H", "i", "Space", "Delete"):
        press(inside(page, Role.Button)[name])
    assert said == ["H", "i", "Hi", "Space"]
    press(inside(page, Role.RadioButton)["Question"])
    press(inside(page, Role.Button)["More"])
    assert inside(page, Role.CheckBox).keys() == {
        "Someone writes for me",
        *("Glad", "Calm", "Not sure", "Sad", "Angry"),
    }
    press(inside(page, Role.CheckBox)["Someone writes for me"])
    press(inside(page, Role.CheckBox)["Sad"])
    assert {name for name, part in inside(page, Role.CheckBox).items() if part.state().checked} == {
        "Someone writes for me",
        "Sad",
    }
    press(inside(page, Role.Button)["Done"])
    assert "Read it back. Is it right?" in inside(page, Role.StaticText)
    with qtbot.waitSignal(pages.saved):
        press(inside(page, Role.Button)["Yes"])
    (note,) = board.session.all(Note)
    assert (note.text, note.kind, note.helper, str(note.emotion)) == ("Hi", NoteKind.QUESTION, True, "sad")


def test_another_program_writes_all_the_words_and_moves_the_caret(board: Board, pages: Pages) -> None:
    page = open_page(board, pages)
    field = inside(told(board)[0], Role.EditableText)["Words"]
    field.setText(Text.Value, "👍 by voice")
    reading = field.textInterface()
    assert (page.text.words, reading.characterCount(), reading.cursorPosition()) == ("👍 by voice", 11, 11)
    reading.setSelection(0, 3, 5)
    assert (page.text.chosen_words, reading.selectionCount()) == ("by", 1)


def test_a_paper_to_draw_on_is_told_without_keys(board: Board, pages: Pages) -> None:
    page = open_page(board, pages)
    for name in ("more", "draw"):
        touch_button(page, name)
    (told_page,) = told(board)
    assert page.showing is Showing.PAPER
    assert set(inside(told_page, Role.Button)) == {"Undo", "Words", "Done"}
    assert set(inside(told_page, Role.Graphic)) == {"Draw"}


@given(before=st.text("ab ", max_size=6), after=st.text("ab ", max_size=6))
def test_what_came_and_went_makes_one_text_of_the_other(before: str, after: str) -> None:
    start, gone, come = difference(before, after)
    assert before[:start] + come + before[start + len(gone) :] == after
    assert before[start:].startswith(gone)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [("", "a", "a"), ("ab", "a", "b"), ("one two", "one two ", "two"), ("a", "a ", "a"), ("", " ", "Space")],
)
def test_letters_are_said_and_whole_words_at_their_end(before: str, after: str, said: str) -> None:
    assert said_of(Typed.of(before), Typed.of(after), words_in("en")) == said
