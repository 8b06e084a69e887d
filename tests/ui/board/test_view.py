"""The board under many hands: what is moved, what is picked, and what never happens."""

import sys

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.board.given import WIDE, Board, glass
from ui.board.hands import SHAKING_HANDS
from workshop.domain.kinds import GroupKind


def test_ten_fingers_carry_ten_notes(board: Board) -> None:
    notes = [board.add(f"Note {n}", 20 + (n % 5) * 230, 20 + (n // 5) * 130) for n in range(10)]
    starts = [board.middle(note) for note in notes]
    way = QPoint(300, 400)
    landing = QTest.touchEvent(board.view, glass())
    for finger, start in enumerate(starts):
        landing.press(finger, start, board.view)
    landing.commit()
    for part in (0.3, 0.6, 1.0):
        moving = QTest.touchEvent(board.view, glass())
        for finger, start in enumerate(starts):
            moving.move(finger, start + way * part, board.view)
        moving.commit()
    assert len(board.view.shown.in_hand) == 10
    seq = board.session.place.store.last_seq()
    lifting = QTest.touchEvent(board.view, glass())
    for finger, start in enumerate(starts):
        lifting.release(finger, start + way, board.view)
    lifting.commit()
    places = [(board.note(n).x, board.note(n).y) for n in notes]
    assert places == [(320 + (n % 5) * 230, 420 + (n // 5) * 130) for n in range(10)]
    assert board.session.place.store.last_seq() == seq + 10  # each move is an undo step of its own
    assert board.view.shown.in_hand == {}


def test_nothing_is_saved_while_a_finger_moves(board: Board) -> None:
    note = board.add("Here", 100, 100)
    seq = board.session.place.store.last_seq()
    at = board.middle(note)
    with board.hold(at):
        board.slide(at, at + QPoint(200, 200))
        assert board.session.place.store.last_seq() == seq
        board.lift(at + QPoint(200, 200))
    assert board.session.place.store.last_seq() == seq + 1
    assert (board.note(note).x, board.note(note).y) == (300, 300)


def test_a_small_slip_is_a_touch_and_moves_nothing(board: Board) -> None:
    note = board.add("Here", 100, 100)
    at = board.middle(note)
    board.drag(at, at + QPoint(9, 9))
    assert (board.note(note).x, board.view.shown.picked.note) == (100, note)


def test_a_note_in_a_hand_is_not_snatched(board: Board) -> None:
    note = board.add("Mine", 100, 100)
    at = board.middle(note)
    with board.hold(at, 0):
        board.slide(at, at + QPoint(300, 0), 0)
        with board.hold(at + QPoint(300, 0), 1):
            board.slide(at + QPoint(300, 0), at + QPoint(900, 500), 1)
            board.lift(at + QPoint(900, 500), 1)
        board.lift(at + QPoint(300, 0), 0)
    assert (board.note(note).x, board.note(note).y) == (400, 100)


def test_a_touch_that_is_lost_leaves_the_note_where_it_was_last_seen(board: Board) -> None:
    note = board.add("Here", 100, 100)
    at = board.middle(note)
    with board.hold(at):
        board.slide(at, at + QPoint(90, 60))
        QApplication.sendEvent(board.view, QTouchEvent(QEvent.Type.TouchCancel, glass()))
    assert (board.note(note).x, board.note(note).y) == (190, 160)
    board.lift(at + QPoint(90, 60))
    assert (board.note(note).x, board.note(note).y) == (190, 160)


def test_a_hidden_page_puts_down_what_is_in_its_hands(board: Board) -> None:
    note = board.add("Here", 100, 100)
    at = board.middle(note)
    with board.hold(at):
        board.slide(at, at + QPoint(90, 60))
        board.view.hide()
        assert (board.note(note).x, board.note(note).y) == (190, 160)
        board.lift(at)


def test_two_fingers_on_the_cloth_move_and_size_the_board(board: Board) -> None:
    left, right = QPoint(900, 400), QPoint(1000, 400)
    QTest.touchEvent(board.view, glass()).press(0, left, board.view).press(1, right, board.view).commit()
    for step in (1, 2, 3):
        event = QTest.touchEvent(board.view, glass())
        event.move(0, left - QPoint(50 * step, 0), board.view).move(
            1, right + QPoint(50 * step, 0), board.view
        )
        event.commit()
    assert round(board.view.zoom, 2) == 4.0
    QTest.touchEvent(board.view, glass()).release(0, left, board.view).release(1, right, board.view).commit()
    board.view.camera.fit(None)
    QTest.touchEvent(board.view, glass()).press(0, left, board.view).press(1, right, board.view).commit()
    event = QTest.touchEvent(board.view, glass())
    event.move(0, left - QPoint(30, 60), board.view).move(1, right - QPoint(30, 60), board.view).commit()
    assert (round(board.view.camera.x), round(board.view.camera.y)) == (30, 60)
    QTest.touchEvent(board.view, glass()).release(0, left, board.view).release(1, right, board.view).commit()


def test_two_fingers_on_two_notes_do_not_size_the_board(board: Board) -> None:
    one, two = board.add("One", 100, 100), board.add("Two", 600, 100)
    a, b = board.middle(one), board.middle(two)
    QTest.touchEvent(board.view, glass()).press(0, a, board.view).press(1, b, board.view).commit()
    way = QPoint(0, 300)
    QTest.touchEvent(board.view, glass()).move(0, a + way, board.view).move(1, b + way, board.view).commit()
    QTest.touchEvent(board.view, glass()).release(0, a + way, board.view).release(
        1, b + way, board.view
    ).commit()
    assert (board.view.zoom, board.note(one).y, board.note(two).y) == (1.0, 400, 400)


def test_a_finger_on_the_cloth_joins_no_hand_that_carries(board: Board) -> None:
    note = board.add("Carried", 100, 100)
    at, away = board.middle(note), QPoint(1500, 700)
    with board.hold(at, 0), board.hold(away, 1):
        board.slide(at, at + QPoint(300, 0), 0)
        board.slide(away, away - QPoint(100, 100), 1)
        board.lift(away - QPoint(100, 100), 1)
        board.lift(at + QPoint(300, 0), 0)
    assert (board.view.zoom, board.view.camera.x, board.note(note).x) == (1.0, 0.0, 400)


def test_a_touch_on_the_cloth_asks_for_a_page_there(board: Board, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.view.wants_page) as asked:
        board.tap(QPoint(700, 300))
    assert asked.args == [700.0, 300.0]


def test_touch_a_note_then_put_it_here(board: Board) -> None:
    bus, garden = board.group("Bus", "Stop"), board.group("Garden", "Bench")
    note = board.inside(bus)[0]
    board.tap(board.middle(note))
    assert board.view.shown.picked.note == note
    seq = board.session.place.store.last_seq()
    board.tap(board.button("put", garden))
    assert (board.inside(bus), board.inside(garden)[1:]) == ([], [note])
    assert board.session.place.store.last_seq() == seq + 1
    assert board.view.shown.picked.note is None


def test_no_group_offers_itself_for_a_note_it_has(board: Board) -> None:
    bus, garden = board.group("Bus", "Stop"), board.group("Garden")
    board.tap(board.middle(board.inside(bus)[0]))
    buttons = board.view.scene.overlays.buttons(board.view.camera, board.view.shown.picked)
    assert [b.on for b in buttons if b.does == "put"] == [garden]


def test_a_second_touch_lets_go(board: Board, qtbot: QtBot) -> None:
    note = board.add("Here", 100, 100)
    said: list[object] = []
    board.view.picked.connect(said.append)
    board.tap(board.middle(note))
    board.tap(board.middle(note))
    assert said == [note, None]
    assert board.view.scene.overlays.buttons(board.view.camera, board.view.shown.picked) == []


def test_the_acts_of_a_picked_note(board: Board, qtbot: QtBot) -> None:
    note = board.add("گھر", 600, 300, lang="ur")
    board.tap(board.middle(note))
    with qtbot.waitSignal(board.view.asked_to_hear) as heard:
        board.tap(board.button("hear"))
    with qtbot.waitSignal(board.view.wants_text) as changed:
        board.tap(board.button("change"))
    assert (heard.args, changed.args) == (["گھر", "ur"], [note])
    board.tap(board.button("move"))
    board.tap(QPoint(1200, 600))
    assert (board.note(note).x, board.note(note).y) == (1200 - 106, 580)


def test_dragging_off_a_button_means_nothing(board: Board) -> None:
    note = board.add("Here", 600, 300)
    board.tap(board.middle(note))
    board.drag(board.button("move"), board.button("move") + QPoint(0, 300))
    assert not board.view.shown.picked.moving


def test_moving_to_a_group_by_touching_anything_in_it(board: Board) -> None:
    garden = board.group("Garden", "Bench")
    note = board.add("Shade", 1400, 600)
    board.tap(board.middle(note))
    board.tap(board.button("move"))
    board.tap(board.middle(board.inside(garden)[0]))
    assert board.inside(garden)[1:] == [note]


def test_a_note_dropped_on_a_group_goes_into_it(board: Board) -> None:
    bus, garden = board.group("Bus", "Stop"), board.group("Garden")
    note = board.inside(bus)[0]
    seq = board.session.place.store.last_seq()
    board.drag(board.middle(note), board.in_group(garden) - QPoint(200, 200))
    assert (board.inside(bus), board.inside(garden)) == ([], [note])
    assert board.session.place.store.last_seq() == seq + 1
    board.session.undo()
    assert (board.inside(bus), board.inside(garden)) == ([note], [])


def test_a_note_dragged_out_of_its_group_lies_loose(board: Board) -> None:
    bus = board.group("Bus", "Stop", "Shelter")
    note = board.inside(bus)[0]
    at = board.middle(note)
    board.drag(at, at + QPoint(900, 500))
    assert board.inside(bus)[1:] == []
    assert (board.note(note).x, board.note(note).y) == (36 + 900, 60 + 500)


def test_a_note_dropped_in_its_own_group_stays(board: Board) -> None:
    bus = board.group("Bus", "Stop")
    seq = board.session.place.store.last_seq()
    board.drag(board.middle(board.inside(bus)[0]), board.in_group(bus))
    assert board.session.place.store.last_seq() == seq


def test_two_loose_notes_dropped_together_make_a_group(board: Board) -> None:
    one, two = board.add("One", 100, 100), board.add("Two", 600, 500)
    seq = board.session.place.store.last_seq()
    board.drag(board.middle(two), board.middle(one))
    (made,) = board.groups()
    assert (board.inside(made.id), made.name) == ([one, two], "")
    assert board.session.place.store.last_seq() == seq + 1


def test_a_group_without_a_name_can_be_named(board: Board, qtbot: QtBot) -> None:
    group = board.group("", "Stop")
    with qtbot.waitSignal(board.view.wants_name) as asked:
        board.tap(board.button("name", group))
    assert asked.args == [group]
    board.session.board.name_group(group, "Bus")
    assert board.view.scene.overlays.buttons(board.view.camera, board.view.shown.picked) == []


def test_the_name_of_a_group_shows_its_acts_and_opens_it_for_reading(board: Board, qtbot: QtBot) -> None:
    group = board.group("Bus", "Stop")
    board.tap(QPoint(100, 30))
    assert board.view.shown.picked.area == group
    with qtbot.waitSignal(board.view.read_group, timeout=1000) as asked:
        board.tap(board.button("read", group))
    assert asked.args == [group]


def test_for_later_takes_notes_too(board: Board) -> None:
    later = board.session.board.make_group("", [], GroupKind.LATER).group
    note = board.add("Socks", 600, 300)
    board.tap(board.middle(note))
    board.tap(board.button("put", later))
    assert board.inside(later) == [note]


def test_what_is_refused_is_said_and_the_note_lies_where_it_lay(board: Board) -> None:
    note = board.add("Here", 100, 100)
    before = board.picture()
    board.session.plan.close_day(reason="We do not know it yet")
    board.drag(board.middle(note), board.middle(note) + QPoint(300, 300))
    assert len(board.refused) == 1
    assert board.picture() == before


def test_undo_paints_the_board_of_before(board: Board) -> None:
    note = board.add("Here", 100, 100)
    before = board.picture()
    board.drag(board.middle(note), board.middle(note) + QPoint(300, 300))
    assert board.picture() != before
    board.session.undo()
    assert board.picture() == before


def test_two_views_of_one_board_are_equal(board: Board, qtbot: QtBot) -> None:
    board.group("Bus", "Stop")
    board.add("Loose", 900, 500)
    second = board.look_in()
    qtbot.addWidget(second)
    assert board.picture() == board.picture(second)
    board.add("More", 1200, 600)
    board.drag(board.middle(board.inside(board.groups()[0].id)[0]), QPoint(1000, 300))
    assert board.picture() == board.picture(second)


def test_a_note_that_is_put_away_leaves_the_hand_and_the_pick(board: Board) -> None:
    one, two = board.add("One", 100, 100), board.add("Two", 600, 100)
    board.tap(board.middle(two))
    at = board.middle(one)
    with board.hold(at):
        board.slide(at, at + QPoint(200, 200))
        board.session.board.withhold_note(one, "twice")
        board.session.board.withhold_note(two, "twice")
        assert (board.view.shown.in_hand, board.view.shown.picked.note) == ({}, None)
        board.lift(at + QPoint(200, 200))
    assert (board.note(one).x, board.refused) == (100, [])


def test_the_mouse_is_one_more_finger(board: Board) -> None:
    note = board.add("Here", 100, 100)
    at = board.middle(note)
    QTest.mousePress(board.view, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(board.view, at + QPoint(50, 50))
    QTest.mouseMove(board.view, at + QPoint(200, 100))
    QTest.mouseRelease(board.view, Qt.MouseButton.LeftButton, pos=at + QPoint(200, 100))
    assert (board.note(note).x, board.note(note).y) == (300, 200)


def test_shaking_hands_have_to_go_farther(board: Board) -> None:
    note = board.add("Here", 100, 100)
    board.view.hold_steady(SHAKING_HANDS)
    at = board.middle(note)
    board.drag(at, at + QPoint(20, 0))
    assert board.note(note).x == 100
    board.drag(at, at + QPoint(60, 0))
    assert board.note(note).x == 160


def test_bigger_smaller_and_fit(board: Board) -> None:
    for n in range(40):
        board.add(f"Note {n}", 100 + 230 * (n % 8), 20 + 130 * (n // 8) * 4)
    board.view.bigger()
    assert board.view.zoom == 1.25
    board.view.smaller()
    board.view.smaller()
    assert board.view.zoom == 0.8
    board.view.fit()
    whole = board.view.model.whole
    assert whole is not None
    seen = board.view.camera.in_view
    assert whole.x >= seen.x and whole.right <= seen.right and whole.bottom <= seen.bottom
    x, y = board.view.to_board(QPointF(0, 0))
    assert board.view.to_screen(x, y) == QPointF(0, 0)


def test_what_is_out_of_view_can_be_reached_with_one_finger(board: Board) -> None:
    far = board.add("Far", 3000, 100)
    board.tap(board.button("right"))
    assert board.view.camera.x == 0.8 * WIDE
    rect = board.view.model.rect_of(far)
    assert rect is not None and board.view.camera.in_view.meets(rect)
    buttons = board.view.scene.overlays.buttons(board.view.camera, board.view.shown.picked)
    assert [b.does for b in buttons] == []


def test_an_act_of_painting_does_not_use_up_none(board: Board) -> None:
    """With some versions of PySide each call that returns nothing takes one reference to None away."""
    before = sys.getrefcount(None)
    for _ in range(1000):
        board.view.update()
    assert sys.getrefcount(None) > before - 500
