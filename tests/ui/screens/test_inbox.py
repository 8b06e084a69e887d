"""Notes that wait: the desk says quietly how many; each is placed or hidden, by finger and by keys."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from tests.ui.checks import wrong_with
from tests.ui.given import Table, find, names, settle, touch, touch_at, words_on
from tests.ui.screens.test_desk import begun
from ui.board.fitting import is_tall
from ui.board.layout import Rect
from ui.board.model import BoardModel
from ui.look import Side, TextSize
from ui.page import Page
from ui.playing.board_fingers import touch_part, type_on
from ui.screens.board import BoardPage
from ui.stage import Shown
from ui.widgets.place_picture import PlacePicture
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteState
from workshop.domain.records import Group, Membership, Note


def waiting(table: Table, *texts: str) -> list[NoteId]:
    begun(table, "welcome")
    table.session.board.set_inbox(True)
    return [table.session.board.add_note(text).note for text in texts]


def note_of(table: Table, note: NoteId) -> Note:
    found = table.session.get(Note, note)
    assert found is not None
    return found


def opened(table: Table) -> Page:
    return table.show_desk("inbox")


@pytest.fixture(params=["one screen", "two screens"])
def room(request: pytest.FixtureRequest) -> Table:
    made: Table = request.getfixturevalue("table" if request.param == "one screen" else "two_screens")
    return made


def test_the_desk_says_quietly_how_many_wait(room: Table) -> None:
    waiting(room, "One", "Two")
    page = room.show_desk("desk")
    assert room.desk.message is None
    room.session.board.add_note("Three")
    settle()
    touch(page, "3 notes wait")
    assert room.stage.desk == Shown("inbox")


def test_a_note_goes_its_whole_way_from_a_finger_to_its_group(two_screens: Table) -> None:
    begun(two_screens, "share")
    group = two_screens.session.board.make_group("Garden").group
    settings = two_screens.show_desk("board_settings", part="screen")
    touch(settings, "New notes wait until I place them")
    board = two_screens.show_people("board")
    assert isinstance(board, BoardPage)
    touch(board, "Write a note")
    type_on(board.view, board.pages.open[0], "bench")
    touch_part(board.view, board.pages.open[0], "done")
    assert "The facilitator puts it on the board." in words_on(two_screens.people)
    assert len(board.view.model) == 0
    touch(two_screens.show_desk("desk"), "1 note waits")
    assert two_screens.desk.page is not None
    touch(two_screens.desk.page, "Place: Bench")
    touch(two_screens.desk.page, "Garden")
    assert [board.view.model.faces[n].text for n in board.view.model.notes_of(group)] == ["Bench"]


def test_a_note_is_put_into_a_group(room: Table) -> None:
    (note,) = waiting(room, "A bench")
    group = room.session.board.make_group("Garden").group
    page = opened(room)
    touch(page, "Place: A bench")
    touch(page, "Garden")
    assert not note_of(room, note).waiting
    assert [(m.note, m.group) for m in room.session.all(Membership)] == [(note, group)]
    assert "No note waits." in words_on(page)


def touch_picture(page: Page, x: float, y: float) -> None:
    """Touch the picture of the board at a place, in board units."""
    board = page.findChild(PlacePicture)
    assert isinstance(board, PlacePicture)
    board.grab()  # it has to be painted once before it can be touched
    area = board._board_area()
    shrunk = area.width() / board._camera.wide
    there = board._camera.rect_to_screen(Rect(x, y, 0, 0))
    at = area.topLeft() + QPointF(there.x, there.y) * shrunk
    touch_at(page.window(), board.mapTo(page.window(), at.toPoint()))


def test_a_note_is_laid_where_the_picture_of_the_board_is_touched(room: Table) -> None:
    first, second = waiting(room, "A bench", "A lamp")
    group = room.session.board.make_group("Garden").group
    page = opened(room)
    touch(page, "Place: A bench")
    touch_picture(page, 600, 280)
    laid = note_of(room, first)
    assert not laid.waiting and abs(laid.x - 494) < 8 and abs(laid.y - 225) < 8  # its middle is there
    touch(page, "Place: A lamp")
    lies = BoardModel(is_tall)
    lies.fill_from(room.stage.room)
    rect = lies.groups[group].rect
    touch_picture(page, rect.x + rect.w / 2, rect.y + rect.h / 2)
    assert [(m.note, m.group) for m in room.session.all(Membership)] == [(second, group)]


def test_a_note_is_put_down_loose_with_keys_alone(room: Table) -> None:
    (note,) = waiting(room, "A bench")
    page = opened(room)
    for name in ("Place: A bench", "In no group"):
        find(page, name).setFocus()
        QTest.keyClick(find(page, name), Qt.Key.Key_Return)
        settle()
    assert (note_of(room, note).waiting, room.session.all(Membership)) == (False, ())


def test_a_note_is_hidden_at_once_and_the_reason_comes_after(room: Table) -> None:
    (note,) = waiting(room, "Sister Jones shouted")
    page = opened(room)
    touch(page, "Hide: Sister Jones shouted")
    assert note_of(room, note).state is NoteState.WITHHELD
    touch(page, "Say why")
    assert room.desk.page is not None
    touch(room.desk.page, "It names somebody")
    assert note_of(room, note).withheld_reason == "It names somebody"
    assert room.stage.desk == Shown("inbox")


def test_a_hidden_note_waits_again_when_it_is_shown_again(room: Table) -> None:
    (note,) = waiting(room, "A bench")
    page = opened(room)
    touch(page, "Hide: A bench")
    touch(page, "Undo: show it again")
    assert note_of(room, note).state is NoteState.SHOWN
    assert "Place: A bench" in names(page)


def test_a_locked_group_takes_nothing_and_says_so(room: Table) -> None:
    (note,) = waiting(room, "A bench")
    room.session.board.lock_area(room.session.board.make_group("Garden").group)
    page = opened(room)
    touch(page, "Place: A bench")
    touch(page, "Garden")
    assert note_of(room, note).waiting and room.desk.message is not None


def test_words_that_lie_face_down_are_not_here(room: Table) -> None:
    waiting(room, "Read me")
    room.session.board.hide_writing()
    room.session.board.add_note("My secret")
    page = opened(room)
    assert "Place: Read me" in names(page)
    assert "My secret" not in words_on(page) + " ".join(names(page))
    assert "1 note waits" in words_on(page)


def test_notes_come_in_while_the_page_is_open(room: Table) -> None:
    waiting(room, "One")
    page = opened(room)
    room.session.board.add_note("Two")
    settle()
    assert {"Place: One", "Place: Two"} <= names(page)
    assert room.session.all(Group) == ()


@pytest.mark.parametrize("size", TextSize)
def test_the_page_holds_on_a_small_laptop(room: Table, size: TextSize) -> None:
    waiting(room, "A note that is quite long, about the taxi and the tablets and the bus home", "Two")
    room.session.board.make_group("Garden")
    room.desk.mm_per_px = 0.253
    room.desk.resize(1366, 768)
    room.stage.taste(Side.FACILITATOR, text_size=size)
    page = opened(room)
    touch(page, "Place: Two")
    assert wrong_with(page) == []
