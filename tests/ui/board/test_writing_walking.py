"""A note from the first key to the last by a real keyboard, and whose page it writes on."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.board.given import Board
from tests.ui.board.writing_room import Room, middle, press_key, touch, touch_button, touch_keys
from tests.ui.given import Table, settle
from ui.board.writing import Pages
from ui.board.writing_opening import Showing
from ui.screens.board import BoardPage
from workshop.domain.kinds import Emotion, NoteKind
from workshop.domain.records import Note

Key, Ask = Qt.Key, Qt.InputMethodQuery


def keys(table: Table, *pressed: Qt.Key | str) -> None:
    """Keys of a real keyboard, given to whatever has the focus."""
    for one in pressed:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, one) if isinstance(one, str) else QTest.keyClick(target, one)
        settle()


def test_a_note_with_kind_feeling_and_helper_is_written_by_keyboard_alone(table: Table) -> None:
    page = table.show_people("board")
    assert isinstance(page, BoardPage)
    page.write()  # the button "Write a note" had the focus; now the page has it
    settle()
    keys(table, "Call the ward", Key.Key_Tab, Key.Key_Tab, Key.Key_Right, Key.Key_Space)
    (open_,) = page.pages.open
    assert (open_.kind, open_.walk.at) == (NoteKind.IDEA, NoteKind.IDEA)
    keys(table, *[Key.Key_Tab] * 5)
    assert open_.walk.at == "more"
    keys(table, Key.Key_Return)
    assert (open_.showing, open_.walk.at, open_.keys_hidden) == (Showing.MORE, "draw", False)
    keys(table, *[Key.Key_Tab] * 2, Key.Key_Space, *[Key.Key_Tab] * 4, Key.Key_Space, Key.Key_Escape, "s")
    assert (open_.text.words, open_.emotion, open_.helper) == ("Call the wards", Emotion.GLAD, True)
    keys(table, Key.Key_Return, Key.Key_Return)
    (note,) = table.session.all(Note)
    assert (note.text, note.kind, note.helper) == ("Call the wards", NoteKind.IDEA, True)
    assert page.pages.open == ()


def test_f6_goes_from_page_to_page_and_to_the_board(table: Table) -> None:
    page = table.show_people("board")
    assert isinstance(page, BoardPage)
    for x in (100, 1400):
        page.write_at(*page.view.camera.to_board(x, 300))
    one, other = page.pages.open
    assert page.view.key_target is other
    seen = []
    for _ in range(3):
        keys(table, Key.Key_F6)
        seen.append(page.view.key_target)
    assert seen == [None, one, other]


def test_a_ring_shows_where_the_keyboard_is_and_a_letter_goes_back_to_the_words(room: Room) -> None:
    page = room.open()
    page.type("a")
    assert page.tab(True) and page.walk.at == "done"
    assert page.tab(False) and page.walk.at == "field"
    assert page.tab(False) and page.walk.at == "more"
    assert press_key(page, Key.Key_B, "b")
    assert (page.text.words, page.walk.at) == ("ab", "field")


def test_fingers_on_other_pages_take_no_keyboard_away_from_who_types_on_it(room: Room) -> None:
    first, second = room.open(300, 600), room.open(1500, 600)
    touch(first, *middle(first, first.parts.field))
    press_key(first, Key.Key_A, "a")
    touch_keys(second, "S")
    third = room.open(900, 100)
    assert room.ground.key_target is first
    touch_button(third, "field")  # that asks for it
    assert room.ground.key_target is third


def test_an_input_method_hears_of_the_words_round_the_caret(board: Board, pages: Pages) -> None:
    view = board.view
    assert view.inputMethodQuery(Ask.ImEnabled) is False
    pages.open_at(view, board.bridge, view.look, view.words, 300, 300)
    (open_,) = pages.open
    open_.type("👍 one")
    open_.writing.write(open_.text.to(2).to(5, choose=True))
    told = {ask.name: view.inputMethodQuery(ask) for ask in Ask if open_.input_query(ask) is not None}
    assert told.pop("ImCursorRectangle") == told.pop("ImAnchorRectangle") == open_.caret_rect()
    assert told == {
        "ImEnabled": True,
        "ImCursorPosition": 6,
        "ImAbsolutePosition": 6,
        "ImAnchorPosition": 3,
        "ImSurroundingText": "👍 one",
        "ImCurrentSelection": "one",
        "ImTextBeforeCursor": "👍 one",
        "ImTextAfterCursor": "",
    }
    settled = QInputMethodEvent("", [])
    settled.setCommitString("two")
    QApplication.sendEvent(view, settled)
    assert open_.text.words == "👍 two"


class Pressing(QEventPoint):
    """A finger on a screen that tells how hard it presses."""

    def __init__(self, state: QEventPoint.State, x: float, y: float, pressure: float) -> None:
        super().__init__(0, state, QPointF(x, y), QPointF(x, y))
        self.at, self.told = QPointF(x, y), pressure

    def position(self) -> QPointF:
        return self.at

    def pressure(self) -> float:
        return self.told


@pytest.mark.parametrize(("told", "kept"), [(0.8, 0.8), (1.0, 0.5), (0.0, 0.5)])
def test_a_finger_draws_as_hard_as_it_presses_where_the_screen_tells(
    board: Board, pages: Pages, told: float, kept: float
) -> None:
    view = board.view
    pages.open_at(view, board.bridge, view.look, view.words, 300, 300)
    (page,) = pages.open
    for name in ("more", "draw"):
        touch_button(page, name)
    x, y = middle(page, page.parts.drawing["paper"])
    for state, right in ((QEventPoint.State.Pressed, 0), (QEventPoint.State.Updated, 40)):
        view.touching.point(Pressing(state, x + right, y, told))
    assert [point[2] for point in page.paper.strokes[0]] == [kept, kept]
