"""Several people at the real window: each button below the board, while others carry notes and write."""

import gc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.board.test_pens import Pen
from tests.ui.given import Table, find, names, settle, touch, touch_screen, words_on
from ui.board.hands import SHAKING_HANDS
from ui.board.view import BoardView
from ui.playing.board_fingers import AGAIN_MS, middle_of, touch_part
from ui.screens.board import BoardPage
from workshop.domain import board as domain_board
from workshop.domain.ids import NoteId
from workshop.domain.ink import unpack
from workshop.domain.records import Membership, Note

WAY = QPoint(60, 40)


class Room:
    """People with fingers on one window; nobody lifts one because another touches."""

    def __init__(self, table: Table) -> None:
        self.table, self.down = table, dict[int, QPoint]()
        page = table.show_people("board")
        assert isinstance(page, BoardPage)
        self.page = page

    @property
    def view(self) -> BoardView:
        return self.page.view

    def _event(self, but: int) -> QTest.QTouchEventSequence:
        event = QTest.touchEvent(self.table.people, touch_screen(), False)
        for other in sorted(self.down.keys() - {but}):
            event.stationary(other)
        return event

    def land(self, finger: int, at: QPoint) -> None:
        self._event(finger).press(finger, at, self.table.people).commit()
        self.down[finger] = at

    def slide(self, finger: int, to: QPoint) -> None:
        self._event(finger).move(finger, to, self.table.people).commit()
        self.down[finger] = to

    def lift(self, finger: int) -> None:
        at = self.down.pop(finger)
        self._event(finger).release(finger, at, self.table.people).commit()
        settle()

    def touch(self, name: str, finger: int = 9) -> None:
        thing = find(self.page, name)
        self.land(finger, thing.mapTo(self.table.people, thing.rect().center()))
        self.lift(finger)

    @contextmanager
    def carrying(self, finger: int, note: NoteId, way: QPoint = WAY) -> Iterator[None]:
        """A finger carries a note, and lifts it at the end."""
        start = middle_of(self.view, note)
        self.land(finger, start)
        self.slide(finger, start + way)
        assert note in self.view.shown.in_hand
        yield
        self.lift(finger)

    def note(self, note: NoteId) -> Note:
        found = self.table.session.get(Note, note)
        assert found is not None
        return found


@pytest.fixture
def room(table: Table) -> Room:
    table.stage.keep_simple(False)
    return Room(table)


def two_notes(room: Room) -> tuple[NoteId, NoteId]:
    board = room.table.session.board
    return board.add_note("One", x=700, y=200).note, board.add_note("Two", x=1100, y=200).note


@pytest.mark.parametrize("shown", ["Write a note", "Undo", "New group", "Bigger", "Smaller", "List", "Help"])
def test_a_button_acts_while_two_others_carry_notes_and_theirs_stay_in_hand(room: Room, shown: str) -> None:
    one, two = two_notes(room)
    acts, helps = room.table.session.place.store.last_seq, room.table.stage.helps
    with room.carrying(1, one), room.carrying(2, two):
        before, seen = acts(), words_on(room.page)
        pages, scale = len(room.page.pages.open), room.view.camera.scale
        room.touch(shown)
        told = room.table.people.message
        assert (
            acts() > before
            or words_on(room.page) != seen
            or len(room.page.pages.open) > pages
            or room.view.camera.scale != scale
            or room.table.stage.helps != helps
            or (told is not None and told.isVisible())
        )
        for finger in (1, 2):
            room.slide(finger, room.down[finger] + WAY)
        assert set(room.view.shown.in_hand) == {one, two}
        held = room.view.shown.in_hand[one]
    assert (room.note(one).x, room.note(one).y) == pytest.approx((held.x, held.y), abs=0.06)
    assert room.view.shown.in_hand == {}


def test_a_page_built_anew_leaves_every_note_in_its_hand(room: Room) -> None:
    """ "More" and a new step build everything round the board again; nobody else is to notice."""
    room.table.stage.keep_simple(True)
    one, two = two_notes(room)
    with room.carrying(1, one), room.carrying(2, two):
        room.touch("More")
        assert "Fewer" in names(room.page)
        room.slide(1, room.down[1] + WAY)
        held = room.view.shown.in_hand[one]
    assert (room.note(one).x, room.note(one).y) == pytest.approx((held.x, held.y), abs=0.06)
    assert (room.note(two).x, room.note(two).y) != (1100, 200)


def test_a_page_that_goes_leaves_every_note_where_it_was_last_seen(room: Room) -> None:
    one, _ = two_notes(room)
    start = middle_of(room.view, one)
    room.land(1, start)
    room.slide(1, start + WAY)
    held = room.view.shown.in_hand[one]
    room.touch("Display")
    assert (room.note(one).x, room.note(one).y) == pytest.approx((held.x, held.y), abs=0.06)
    room.lift(1)


def test_two_write_and_one_carries_at_the_same_time(room: Room) -> None:
    one, _ = two_notes(room)
    board = room.table.session.board
    with room.carrying(1, one):
        room.touch("Write a note", 8)
        QTest.qWait(AGAIN_MS)
        room.touch("Write a note", 9)
        first, second = room.page.pages.open
        first.type("From the left")
        second.type("From the right")
        room.slide(1, room.down[1] + QPoint(20, 20))
        touch_part(room.view, second, "done")
        touch_part(room.view, first, "done")
    texts = sorted(note.text for note in room.table.session.all(Note))
    assert texts == ["From the left", "From the right", "One", "Two"]
    assert board.drafts() == () and room.note(one).x != 700


def test_what_is_locked_takes_no_note_from_a_finger_and_says_why(room: Room) -> None:
    board, session = room.table.session.board, room.table.session
    inside = board.add_note("Inside").note
    group = board.make_group("Medicines", [inside]).group
    loose, _ = two_notes(room)
    board.lock_area(group)
    before = session.all(Membership), [session.get(Note, note) for note in (inside, loose)]
    area = room.view.model.groups[group].rect
    into = room.view.mapTo(room.table.people, room.view.to_screen(*area.middle).toPoint())
    for note, way in ((loose, into - middle_of(room.view, loose)), (inside, QPoint(0, 420))):
        with room.carrying(1, note, way):
            pass
        assert (session.all(Membership), [session.get(Note, n) for n in (inside, loose)]) == before
        assert room.view.shown.in_hand == {}
        told = room.table.people.message
        assert told is not None and told.isVisible() and "This area is locked." in words_on(told)
        told.hide()


def test_without_its_rule_a_locked_group_would_take_a_note(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(domain_board, "need_not_locked", lambda group: group)
    with pytest.raises(AssertionError):
        test_what_is_locked_takes_no_note_from_a_finger_and_says_why(room)


@pytest.mark.parametrize("asking", [False, True])
def test_a_board_that_people_have_left_is_forgotten(room: Room, asking: bool) -> None:
    """Each one that stayed would keep its pictures of notes: a day shows the board many times."""
    two_notes(room)
    room.touch("Write a note")
    room.page.pages.open[0].type("Half a sent")
    room.touch("List")
    if asking:
        room.page.beside.ask("only")
    gone = weakref.ref(room.view), weakref.ref(room.page)
    room.table.show_people("today")
    del room.page
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [each() for each in gone] == [None, None]


def test_hands_that_shake_are_told_of_on_the_display_page_and_then_go_farther(room: Room) -> None:
    one, _ = two_notes(room)
    room.touch("Display")
    touch(room.table.people, "My hands shake")
    room = Room(room.table)
    assert room.view.touching.hands.steadiness == SHAKING_HANDS and room.page.look.shaking
    start = middle_of(room.view, one)
    room.land(1, start)
    QTest.qWait(260)  # a shaking hand has to stay for a moment before it carries
    room.slide(1, start + QPoint(25, 0))
    assert room.view.shown.in_hand == {}
    room.slide(1, start + QPoint(70, 0))
    room.lift(1)
    assert room.note(one).x == pytest.approx(770, abs=0.06)


def test_a_pen_writes_while_a_finger_carries(room: Room) -> None:
    one, two = two_notes(room)
    pen, board = Pen(room), room.table.session.board
    place = room.view.mapFrom(room.table.people, middle_of(room.view, two))
    empty = QPoint(200, 700)
    with room.carrying(1, one, QPoint(-300, 100)):
        pen.draw(place, place + QPoint(30, 10))
        pen.draw(empty, empty + QPoint(60, 30))
        pen.go()  # or the finger beside it would be taken for its hand
    drawing = board.drawing_of(two)
    assert drawing is not None and len(unpack(drawing.ink)) == 1
    assert (room.note(two).x, room.note(one).x != 700) == (1100, True)
    [page] = room.page.pages.open  # what was drawn on the empty board waits on a page there
    touch_part(room.view, page, "done")
    assert [note.text for note in room.table.session.all(Note)] == ["One", "Two", "A drawing"]
