"""Fingers that are interrupted, palms, and shaking hands, on a real board: every note stays and is saved."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QEventPoint, QGuiApplication, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.board.given import HIGH, Board, glass
from tests.ui.board.test_pages import Page
from ui.board.hands import CALM_HANDS, MOUSE, PALM_MM, SHAKING_HANDS, Hands
from ui.board.view import BoardView
from ui.look import Look, ScreenSize
from workshop.domain.ids import NoteId

WAY = QPoint(90, 60)
PRESSED, UPDATED, RELEASED = (
    QEventPoint.State.Pressed,
    QEventPoint.State.Updated,
    QEventPoint.State.Released,
)


class Contact(QEventPoint):
    """A finger whose contact has a size: inside Qt only a real touch screen makes one."""

    def __init__(self, id_: int, state: QEventPoint.State, at: QPoint, mm: float) -> None:
        super().__init__(id_, state, QPointF(at), QPointF(at))
        self.at, self.px = QPointF(at), mm / Look().screen.mm_per_px

    def position(self) -> QPointF:
        return self.at

    def ellipseDiameters(self) -> QSizeF:
        return QSizeF(self.px / 2, self.px)


def place(board: Board, note: NoteId) -> tuple[float, float]:
    """Where a note is kept."""
    return board.note(note).x, board.note(note).y


def acts(board: Board) -> int:
    """How many acts were saved so far."""
    return board.session.place.store.last_seq()


def at_time(board: Board, milliseconds: float) -> None:
    """From now on it is this time."""
    board.view.touching.now = lambda: milliseconds  # type: ignore[method-assign]


# Many hands at once


def test_ten_people_move_ten_notes_at_once_and_each_has_a_step_of_their_own(board: Board) -> None:
    where = [(20.0 + 370 * (n % 5), 40.0 + 400 * (n // 5)) for n in range(10)]
    notes = [board.add(f"Note {n}", *where[n]) for n in range(10)]
    starts = [board.middle(note) for note in notes]
    before = acts(board)
    for doing in ("press", "move", "release"):
        event = QTest.touchEvent(board.view, glass(), False)
        for finger, start in enumerate(starts):
            getattr(event, doing)(finger, start if doing == "press" else start + WAY, board.view)
        event.commit()
    assert [place(board, note) for note in notes] == [(x + 90, y + 60) for x, y in where]
    assert acts(board) == before + 10
    board.session.undo(before + 4)
    assert [place(board, note) == was for note, was in zip(notes, where, strict=True)] == [
        n == 3 for n in range(10)
    ]


def take_what_is_held(board: Board) -> NoteId:
    """One finger holds a note; another tries to carry it off from where it is seen."""
    note = board.add("Mine", 100, 100)
    at = board.middle(note)
    with board.hold(at, 0):
        board.slide(at, at + WAY, 0)
        board.drag(at + WAY, at + QPoint(900, 500), 1)
        board.tap(at + WAY, 2)
        board.lift(at + WAY, 0)
    return note


def test_a_note_in_one_hand_cannot_be_taken_by_another(board: Board) -> None:
    assert place(board, take_what_is_held(board)) == (190, 160)
    assert (acts(board), board.view.shown.picked.note) == (3, None)  # the workshop, the note, one move


def test_a_hand_that_takes_what_is_held_is_noticed(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rule there are two holders: so the test above would see it."""
    monkeypatch.setattr(Hands, "_is_held", lambda hands, thing: False)
    note = take_what_is_held(board)
    assert place(board, note) != (190, 160) or board.view.shown.picked.note is not None


def test_where_a_note_in_a_hand_lay_before_there_is_empty_board(board: Board, qtbot: QtBot) -> None:
    note, below = board.add("Mine", 100, 100), board.add("Below", 700, 400)
    at = board.middle(note)
    with board.hold(at, 0):
        board.slide(at, board.middle(below), 0)
        with qtbot.waitSignal(board.view.wants_page):
            board.tap(at, 1)
        board.tap(board.middle(below), 1)  # it is under the one that is held
        assert board.view.shown.picked.note is None
        board.lift(at, 0)


def test_a_note_stays_in_its_hand_while_others_move_the_board(board: Board) -> None:
    note = board.add("Held", 100, 100)
    at, left, right = board.middle(note), QPoint(900, 400), QPoint(1000, 400)
    with board.hold(at, 0), board.hold(left, 1), board.hold(right, 2):
        board.slide(at, at + WAY, 0)
        board.slide(left, left + QPoint(100, 0), 1)
        board.slide(right, right + QPoint(100, 0), 2)
        assert board.view.camera.x != 0
        held = board.view.shown.in_hand[note]
        assert board.view.to_screen(held.x + 106, held.y + 55).toPoint() == at + WAY
        for finger, last in enumerate((at + WAY, left, right)):
            board.lift(last, finger)
    assert place(board, note) == pytest.approx((held.x, held.y))


@pytest.mark.parametrize(
    "move", [BoardView.bigger, BoardView.smaller, BoardView.fit, lambda view: view.go(1, 0)]
)
def test_a_note_stays_under_its_finger_whatever_button_moves_the_board(
    board: Board, move: Callable[[BoardView], None]
) -> None:
    note, _ = board.add("Held", 100, 100), board.add("Far away", 4000, 2000)
    at = board.middle(note)
    with board.hold(at):
        board.slide(at, at + WAY)
        grip = board.view.to_board(QPointF(at + WAY))
        move(board.view)
        held, now = board.view.shown.in_hand[note], board.view.to_board(QPointF(at + WAY))
        assert now != grip
        board.lift(at + WAY)
    assert place(board, note) == pytest.approx((held.x, held.y), abs=0.06)


# Interrupted


def cancel(board: Board) -> None:
    QApplication.sendEvent(board.view, QTouchEvent(QEvent.Type.TouchCancel, glass()))


def hide(board: Board) -> None:
    board.view.hide()


def cover(board: Board) -> None:
    board.view.setEnabled(False)


def go_to_another_program(board: Board) -> None:
    state = QGuiApplication.instance().applicationStateChanged  # type: ignore[union-attr]
    state.emit(Qt.ApplicationState.ApplicationInactive)


def lose_the_keyboard(board: Board) -> None:
    QApplication.sendEvent(board.view, QEvent(QEvent.Type.WindowDeactivate))


def close(board: Board) -> None:
    board.view.close()


LOST = (cancel, hide, cover, go_to_another_program, lose_the_keyboard, close)


@pytest.mark.parametrize("interrupt", LOST)
def test_notes_of_fingers_that_are_lost_lie_where_they_were_last_seen(
    board: Board, interrupt: Callable[[Board], None]
) -> None:
    notes = [board.add("One", 100, 100), board.add("Two", 600, 100), board.add("Touched", 1100, 100)]
    starts = [board.middle(note) for note in notes]
    before = acts(board)
    with board.hold(starts[0], 0), board.hold(starts[1], 1), board.hold(starts[2], 2):
        board.slide(starts[0], starts[0] + WAY, 0)
        board.slide(starts[1], starts[1] + 2 * WAY, 1)
        interrupt(board)
        kept = [(190, 160), (780, 220), (1100, 100)]
        assert [place(board, note) for note in notes] == kept
        assert (acts(board), board.view.shown.in_hand) == (before + 2, {})
        for finger, start in enumerate(starts):  # Qt goes on telling of them
            board.slide(start, start + QPoint(0, 500), finger)
            board.lift(start + QPoint(0, 500), finger)
    assert [place(board, note) for note in notes] == kept
    assert (acts(board), len(board.view.touching.hands)) == (before + 2, 0)
    assert board.view.shown.picked.note is None


def resize(board: Board) -> None:
    board.view.resize(1800, 800)


def go_to_our_other_window(board: Board) -> None:
    desk = QWidget()
    desk.show()
    desk.activateWindow()
    QApplication.processEvents()
    assert not board.view.isActiveWindow()
    desk.close()


@pytest.mark.parametrize("interrupt", [resize, go_to_our_other_window])
def test_a_note_that_is_put_down_meanwhile_is_saved_and_its_finger_may_go_on(
    board: Board, interrupt: Callable[[Board], None]
) -> None:
    note = board.add("Here", 100, 100)
    at, before = board.middle(note), acts(board)
    with board.hold(at):
        board.slide(at, at + WAY)
        interrupt(board)
        assert (place(board, note), acts(board)) == ((190, 160), before + 1)
        assert board.view.shown.in_hand == {}
        board.slide(at + WAY, at + 2 * WAY)
        board.lift(at + 2 * WAY)
    assert (place(board, note), acts(board)) == ((280, 220), before + 2)


def test_a_note_that_is_put_down_meanwhile_is_anybodys(board: Board) -> None:
    note = board.add("Here", 100, 100)
    at = board.middle(note)
    with board.hold(at, 0):
        board.slide(at, at + WAY, 0)
        resize(board)
        board.drag(at + WAY, at + WAY + QPoint(500, 300), 1)
        assert place(board, note) == (690, 460)
        board.slide(at + WAY, at, 0)  # the first hand is on nothing any more
        board.lift(at, 0)
    assert (place(board, note), board.view.shown.in_hand) == ((690, 460), {})


def test_a_note_that_is_in_another_hand_by_now_stays_there_when_the_first_is_lifted(board: Board) -> None:
    note = board.add("Here", 100, 100)
    at = board.middle(note)
    with board.hold(at, 0):
        board.slide(at, at + WAY, 0)
        resize(board)
        with board.hold(at + WAY, 1):
            board.slide(at + WAY, at + 2 * WAY, 1)
            board.lift(at + WAY, 0)
            cancel(board)
            board.lift(at + 2 * WAY, 1)
    assert (place(board, note), board.view.shown.in_hand) == ((280, 220), {})


def test_a_note_whose_group_changes_while_it_is_in_a_hand_goes_where_the_hand_puts_it(board: Board) -> None:
    group, loose = board.group("Bus", "Stop"), board.add("Loose", 1000, 500)
    [inside] = board.inside(group)
    into = board.in_group(group) - QPoint(40, 30)
    for note, where, changes in (
        (inside, into, lambda: board.session.board.drop_note(inside, 700, 600, out_of=group)),
        (loose, QPoint(1500, 700), lambda: board.session.board.put_in_group([loose], group)),
    ):
        at = board.middle(note)
        with board.hold(at):
            board.slide(at, where)
            changes()
            board.lift(where)
    assert (board.inside(group), board.refused) == ([inside], [])
    assert place(board, loose) == (1500 - 106, 700 - 55)


def test_a_finger_put_down_with_its_note_and_lifted_there_does_nothing_more(board: Board) -> None:
    note = board.add("Here", 100, 100)
    at, before = board.middle(note), acts(board)
    with board.hold(at):
        board.slide(at, at + WAY)
        resize(board)
        board.lift(at + WAY)
    assert (place(board, note), acts(board), board.view.shown.picked.note) == ((190, 160), before + 1, None)


def test_a_finger_put_down_with_its_note_and_lifted_elsewhere_leaves_it_there(board: Board) -> None:
    note = board.add("Here", 100, 100)
    at, before = board.middle(note), acts(board)
    with board.hold(at):
        board.slide(at, at + WAY)
        resize(board)
        board.lift(at + 2 * WAY)
    assert (place(board, note), acts(board), board.view.shown.in_hand) == ((190, 160), before + 1, {})


def test_a_finger_that_leaves_the_screen_leaves_its_note_in_sight(board: Board) -> None:
    note = board.add("Here", 100, 100)
    at, away = board.middle(note), QPoint(-300, HIGH + 400)
    with board.hold(at):
        board.slide(at, away)
        board.lift(away)
    assert place(board, note) == (-106, HIGH - 55)
    lying = board.view.model.rect_of(note)
    assert lying is not None and lying.meets(board.view.camera.in_view)


def test_a_finger_whose_lifting_was_lost_puts_its_note_down_when_it_lands_again(board: Board) -> None:
    note = board.add("Here", 100, 100)
    at = board.middle(note)
    touching = board.view.touching
    touching.press(0, at.x(), at.y())
    touching.move(0, at.x() + 90, at.y() + 60)
    touching.press(0, 1500, 700)
    assert (place(board, note), board.view.shown.in_hand) == ((190, 160), {})
    touching.cancel_all()


def test_a_covered_board_takes_no_finger(board: Board) -> None:
    note = board.add("Here", 100, 100)
    cover(board)
    board.drag(board.middle(note), board.middle(note) + WAY)
    board.tap(board.middle(note))
    assert (place(board, note), board.view.shown.picked.note) == ((100, 100), None)
    board.view.setEnabled(True)
    board.drag(board.middle(note), board.middle(note) + WAY)
    assert place(board, note) == (190, 160)


@pytest.mark.parametrize("interrupt", [*LOST, resize])
def test_whoever_keeps_half_written_words_hears_of_every_interruption(
    board: Board, interrupt: Callable[[Board], None], qtbot: QtBot
) -> None:
    page = Page()
    board.view.add_page(page)
    with board.hold(QPoint(610, 210)), qtbot.waitSignal(board.view.touching.interrupted):
        interrupt(board)
    assert (("cancel", 0) in page.told) == (interrupt in LOST)
    assert ("release", 0) not in page.told
    board.lift(QPoint(610, 210))


# Palms


def test_a_palm_moves_nobodys_note_and_opens_nothing(board: Board) -> None:
    note = board.add("Here", 100, 100)
    touching, at = board.view.touching, board.middle(note)
    asked: list[object] = []
    board.view.wants_page.connect(lambda *place: asked.append(place))
    for start in (at, QPoint(900, 600)):
        touching.point(Contact(0, PRESSED, start, 60))
        touching.point(Contact(0, UPDATED, start + WAY, 12))  # it rolls off
        touching.point(Contact(0, RELEASED, start + WAY, 12))
        touching.point(Contact(0, PRESSED, start, 60))
        touching.point(Contact(0, RELEASED, start, 60))
    assert (place(board, note), board.view.shown.picked.note, asked) == ((100, 100), None, [])
    assert len(touching.hands) == 0


def test_a_palm_that_lands_with_its_edge_is_seen_before_it_moves_a_note(board: Board) -> None:
    note = board.add("Here", 100, 100)
    touching, at = board.view.touching, board.middle(note)
    touching.point(Contact(0, PRESSED, at, 18))
    touching.point(Contact(0, UPDATED, at + QPoint(5, 5), 40))
    touching.point(Contact(0, UPDATED, at + WAY, 40))
    touching.point(Contact(0, RELEASED, at + WAY, 10))
    assert (place(board, note), board.view.shown.picked.note) == ((100, 100), None)


def test_a_finger_that_becomes_a_palm_leaves_its_note_where_it_was(board: Board) -> None:
    note = board.add("Here", 100, 100)
    touching, at = board.view.touching, board.middle(note)
    touching.point(Contact(0, PRESSED, at, 12))
    touching.point(Contact(0, UPDATED, at + WAY, 12))
    touching.point(Contact(0, UPDATED, at + 5 * WAY, 70))
    assert place(board, note) == (190, 160)
    touching.point(Contact(0, RELEASED, at + 6 * WAY, 12))
    touching.point(Contact(0, PRESSED, at + WAY, 12))  # the same id, now a finger again
    touching.point(Contact(0, UPDATED, at + 2 * WAY, 12))
    touching.point(Contact(0, RELEASED, at + 2 * WAY, 12))
    assert place(board, note) == (280, 220)


def lay_a_hand_on(board: Board, at: QPoint, late: float = 0.0) -> list[object]:
    """Contacts without a size, close together; the hand slides and is lifted. What was asked for then."""
    asked: list[object] = []
    board.view.wants_page.connect(lambda *place: asked.append(place))
    spots = [at + QPoint(*beside) for beside in ((0, 0), (45, 0), (0, 45), (45, 90))]
    for state, way in ((PRESSED, 0), (UPDATED, 1), (RELEASED, 1)):
        for finger, spot in enumerate(spots):
            at_time(board, 1e6 + late * finger)
            board.view.touching.point(Contact(finger, state, spot + way * WAY, 0))
    return asked


def test_a_hand_laid_down_as_many_small_contacts_moves_nothing(board: Board) -> None:
    note, beside = board.add("Under the hand", 400, 300), board.add("Beside", 600, 300)
    asked = lay_a_hand_on(board, board.middle(note))
    assert [place(board, each) for each in (note, beside)] == [(400, 300), (600, 300)]
    assert (board.view.shown.picked.note, asked, len(board.view.touching.hands)) == (None, [], 0)
    at_time(board, 1e7)
    board.drag(board.middle(note), board.middle(note) + WAY)  # it was lifted: fingers count again
    assert place(board, note) == (490, 360)


def test_a_finger_beside_a_hand_that_lies_there_is_part_of_it(board: Board) -> None:
    note = board.add("Under the hand", 400, 300)
    touching, at = board.view.touching, board.middle(note)
    at_time(board, 1e6)
    for finger in range(3):
        touching.point(Contact(finger, PRESSED, at + QPoint(40 * finger, 90), 0))
    at_time(board, 1e6 + 700)
    for state, way in ((PRESSED, 0), (UPDATED, 1), (RELEASED, 1)):
        touching.point(Contact(5, state, at + way * WAY, 0))
    assert (place(board, note), board.view.shown.picked.note) == ((400, 300), None)


def test_contacts_that_come_one_after_the_other_are_fingers(board: Board) -> None:
    note = board.add("Here", 400, 300)
    lay_a_hand_on(board, board.middle(note), late=200)
    assert place(board, note) == (490, 360)


def test_fingers_of_three_people_that_land_at_the_same_moment_are_fingers(board: Board) -> None:
    where = [(100.0, 100.0), (500.0, 100.0), (100.0, 500.0)]
    notes = [board.add("Mine", *at) for at in where]
    starts = [board.middle(note) for note in notes]
    at_time(board, 1e6)
    for state, way in ((PRESSED, 0), (UPDATED, 1), (RELEASED, 1)):
        for finger, start in enumerate(starts):
            board.view.touching.point(Contact(finger, state, start + way * WAY, 0))
    assert [place(board, note) for note in notes] == [(x + 90, y + 60) for x, y in where]


def test_without_its_rule_a_hand_laid_down_would_move_a_note(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.board.palms.CONTACTS", 99)
    note = board.add("Under the hand", 400, 300)
    lay_a_hand_on(board, board.middle(note))
    assert place(board, note) != (400, 300)


@pytest.mark.parametrize("mm", [0, 8, 20, PALM_MM])
def test_a_finger_of_any_size_moves_a_note(board: Board, mm: float) -> None:
    note = board.add("Here", 100, 100)
    touching, at = board.view.touching, board.middle(note)
    for state, way in ((PRESSED, 0), (UPDATED, 1), (RELEASED, 1)):
        touching.point(Contact(0, state, at + way * WAY, mm))
    assert place(board, note) == (190, 160)


def test_a_finger_that_rests_on_a_note_does_not_take_it_out_of_another_hand(board: Board) -> None:
    """Somebody taps what was put down under a finger, then takes it away; then all fingers are lost."""
    note = board.add("Here", 300, 200)
    at, end = board.middle(note), QPoint(900, 500)
    with board.hold(at, 0):
        board.slide(at, at + WAY, 0)
        resize(board)
        board.tap(at + WAY, 1)
        with board.hold(at + WAY, 2):
            board.slide(at + WAY, end, 2)
            before, seen = acts(board), board.view.shown.in_hand[note]
            board.view.touching.cancel_all()
    assert (acts(board), place(board, note)) == (before + 1, (seen.x, seen.y))


def test_of_two_fingers_that_rest_on_a_note_the_one_that_moves_on_has_it(board: Board) -> None:
    note = board.add("Here", 300, 200)
    at, end = board.middle(note), QPoint(900, 500)
    with board.hold(at, 0):
        board.slide(at, at + WAY, 0)
        resize(board)
        with board.hold(at + WAY, 1):
            board.slide(at + WAY, at + 2 * WAY, 1)
            board.view.resize(1780, 800)
            board.slide(at + 2 * WAY, end, 1)
            before, seen = acts(board), board.view.shown.in_hand[note]
            board.view.touching.cancel_all()
    assert (acts(board), place(board, note)) == (before + 1, (seen.x, seen.y))


# Shaking hands


def test_shaking_hands_go_as_far_on_every_screen(board: Board) -> None:
    board.view.look_at(Look(screen=ScreenSize(3840, 2160, 0.184)))
    board.view.hold_steady(SHAKING_HANDS)
    note = board.add("Here", 100, 100)
    at, scale = board.middle(note), board.view.camera.scale
    assert board.view.look.scale == 2
    board.drag(at, at + QPoint(58, 0))  # 60 px here are as far as 30 there
    assert place(board, note) == (100, 100)
    board.drag(at, at + QPoint(62, 0))
    assert place(board, note) == (100 + 62 / scale, 100)


@pytest.mark.parametrize(("steady", "moving"), [(CALM_HANDS, False), (SHAKING_HANDS, True)])
def test_a_painted_button_that_shaking_hands_touch_twice_acts_once(
    board: Board, steady: object, moving: bool
) -> None:
    """The second touch would let go of the note again: after "Move to…" it says where the note goes."""
    note = board.add("Here", 600, 300)
    board.tap(board.middle(note))
    at = board.button("move")
    board.view.hold_steady(SHAKING_HANDS if moving else CALM_HANDS)
    at_time(board, 1e9)
    board.tap(at)
    at_time(board, 1e9 + 390)
    board.tap(at + QPoint(4, -3))
    assert board.view.shown.picked.moving == moving
    assert (place(board, note) == (600, 300)) == moving
    if moving:
        at_time(board, 1e9 + 801)
        board.tap(at)
        assert place(board, note) != (600, 300)


def test_two_people_touch_two_things_at_once_even_with_shaking_hands(board: Board) -> None:
    board.view.hold_steady(SHAKING_HANDS)
    notes = [board.add("One", 100, 100), board.add("Two", 600, 100)]
    at_time(board, 1e6)
    for note in notes:
        board.tap(board.middle(note))
    assert board.view.shown.picked.note == notes[1]


def test_a_mouse_whose_button_shakes_works_again_after_that(board: Board) -> None:
    board.view.hold_steady(SHAKING_HANDS)
    note = board.add("Here", 600, 300)
    at = board.middle(note)
    touching = board.view.touching
    for when in (0, 100, 900):
        at_time(board, 1e6 + when)
        touching.press(MOUSE, at.x(), at.y())
        if when != 100:  # this lifting is lost
            touching.release(MOUSE, at.x(), at.y())
    assert board.view.shown.picked.note is None  # picked, and let go
