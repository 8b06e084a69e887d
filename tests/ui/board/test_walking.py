"""The whole board with keys alone."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.board.given import Board
from ui.board.overlays import Does, Picked
from ui.board.things import OnButton
from workshop.domain.ids import NoteId

Key = Qt.Key


def at(board: Board) -> NoteId | None:
    here = board.view.walking.at
    return None if here is None else here.note


def test_arrows_walk_in_reading_order(board: Board) -> None:
    group = board.group("Bus", "Stop", "Shelter")
    loose = board.add("Loose", 900, 600)
    first, second = board.inside(group)
    walked = []
    for key in (
        Key.Key_Right,
        Key.Key_Down,
        Key.Key_Right,
        Key.Key_Right,
        Key.Key_Left,
        Key.Key_Up,
        Key.Key_Up,
    ):
        board.key(key)
        walked.append(at(board))
    assert walked == [first, second, loose, loose, second, first, first]


def test_a_note_far_away_is_brought_into_view(board: Board) -> None:
    board.add("Here", 20, 20)
    board.add("Far", 5000, 4000)
    board.key(Key.Key_Right)
    board.key(Key.Key_Right)
    assert board.view.camera.in_view.holds(5000, 4000)


def test_the_ring_is_seen_and_goes_with_a_touch(board: Board) -> None:
    board.add("Here", 600, 300)
    board.view.setFocus()
    plain = board.picture()
    board.key(Key.Key_Right)
    ring = board.picture()
    assert ring != plain
    board.tap(QPoint(1500, 700))
    assert board.picture() == plain


def test_enter_opens_the_acts_and_escape_gives_back(board: Board, qtbot: QtBot) -> None:
    note = board.add("Here", 600, 300)
    board.key(Key.Key_Right)
    board.key(Key.Key_Return)
    assert board.view.shown.picked.note == note
    board.key(Key.Key_Right)
    with qtbot.waitSignal(board.view.asked_to_hear) as heard:
        board.key(Key.Key_Return)
    assert heard.args == ["Here", ""]
    board.key(Key.Key_Escape)
    assert [board.view.shown.picked.note, at(board)] == [None, note]


def test_m_then_a_group_then_enter_moves(board: Board) -> None:
    bus, garden = board.group("Bus", "Stop"), board.group("Garden", "Bench")
    note = board.inside(bus)[0]
    board.key(Key.Key_Right)
    board.key(Key.Key_M)
    assert board.view.shown.picked.moving
    assert board.view.walking._button == OnButton(Does.PUT, garden)
    board.key(Key.Key_Return)
    assert (board.inside(bus), board.inside(garden)[-1]) == ([], note)


def test_a_group_out_of_view_is_walked_to_and_shown(board: Board) -> None:
    groups = [board.group(f"Group {n}", *map(str, range(9))) for n in range(6)]
    note = board.add("Note", 900, 20)
    board.view.choose(Picked(note))
    board.view.start_moving()
    board.key(Key.Key_Left)
    assert board.view.walking._button == OnButton(Does.PUT, groups[-1])
    assert board.view.camera.in_view.covers(board.view.model.groups[groups[-1]].rect)
    board.key(Key.Key_Return)
    assert board.inside(groups[-1])[-1] == note


def test_tab_walks_the_places_to_put_a_note_and_else_leaves(board: Board) -> None:
    one, two = board.group("One"), board.group("Two")
    board.add("Note", 900, 600)
    assert not board.view.walking.tab(True)
    board.key(Key.Key_Right)
    board.key(Key.Key_M)
    buttons = []
    for _ in range(3):
        buttons.append(board.view.walking._button)
        assert board.view.walking.tab(True)
    assert [b.on for b in buttons if b] == [one, two, one]


def test_letters_and_signs(board: Board, qtbot: QtBot) -> None:
    board.add("Here", 20, 20)
    with qtbot.waitSignal(board.view.wants_page) as page:
        board.key(Key.Key_N)
    assert board.view.model.note_at(*page.args) is None
    with qtbot.waitSignal(board.view.wants_name) as name:
        board.key(Key.Key_G)
    assert name.args == [board.groups()[0].id]
    with qtbot.waitSignal(board.view.wants_undo):
        board.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(board.groups()) == 1  # which act is taken back, the page knows
    board.key(Key.Key_Plus)
    assert board.view.zoom == 1.25
    board.key(Key.Key_Minus)
    board.key(Key.Key_Minus)
    assert board.view.zoom == 0.8
    board.key(Key.Key_0)
    assert board.view.zoom == 1.0


def test_keys_with_no_meaning_here_are_left_to_others(board: Board) -> None:
    for key in (Key.Key_F, Key.Key_L, Key.Key_B, Key.Key_F1, Key.Key_Escape):
        board.key(key)
    board.key(Key.Key_Right)  # an empty board
    assert at(board) is None


def test_tab_to_the_board_shows_where_the_keyboard_is(board: Board) -> None:
    note = board.add("Here", 20, 20)
    board.view.walking.arrive()
    assert at(board) == note


def test_a_note_that_is_gone_is_not_walked_to(board: Board) -> None:
    note = board.add("Here", 20, 20)
    board.key(Key.Key_Right)
    board.session.board.withhold_note(note, "twice")
    assert at(board) is None
    assert board.view.walking.ring() is None


SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_note_is_carried_with_shift_and_the_arrows_and_saved_when_it_is_put_down(
    board: Board, qtbot: QtBot
) -> None:
    board.group("Bus", "Stop")
    note = board.add("Here", 900, 600)
    board.view.setFocus()
    board.view.walking.go_to(board.view.model.reading_order()[1])
    seq = board.session.place.store.last_seq()
    said: list[str] = []
    board.view.announced.connect(said.append)
    for key in [Key.Key_Up] * 5 + [Key.Key_Left] * 6:
        board.key(key, SHIFT)
    assert (said, board.session.place.store.last_seq()) == (["Bus"], seq)
    board.key(Key.Key_Return)
    assert said[1:] == ["Note added to Bus"]
    assert board.view.walking.here == (note, board.groups()[0].id)


def test_a_note_in_the_hand_of_the_keyboard_is_nobody_elses_and_is_not_lost(board: Board) -> None:
    note = board.add("Here", 900, 600)
    board.view.setFocus()
    board.key(Key.Key_Right)
    board.key(Key.Key_Down, SHIFT)
    held = board.view.to_screen(1000, 700).toPoint()
    board.drag(held, held - QPoint(400, 400))
    assert (board.note(note).x, board.note(note).y) == (900, 600)
    board.view.clearFocus()
    assert (board.note(note).x, board.note(note).y) == (900, 661)
    board.view.setFocus()
    board.key(Key.Key_Down, SHIFT)
    board.session.board.withhold_note(note, "twice")
    assert board.view.shown.in_hand == {}
    board.key(Key.Key_Return)
    assert board.refused == []


def test_the_keyboard_follows_a_note_that_was_moved(board: Board) -> None:
    bus, garden = board.group("Bus", "Stop"), board.group("Garden")
    (note,) = board.inside(bus)
    board.key(Key.Key_Right)
    board.session.board.drop_note(note, group=garden, out_of=bus)
    assert board.view.walking.here == (note, garden)


def test_from_far_away_keys_still_put_a_note_where_no_button_has_room(board: Board) -> None:
    bus, garden = board.group("Bus", "Stop"), board.group("Garden")
    board.view.zoom_by(0.1)
    board.key(Key.Key_Right)
    board.key(Key.Key_M)
    assert all(
        b.does is not Does.PUT
        for b in board.view.scene.overlays.buttons(board.view.camera, board.view.shown.picked)
    )
    board.key(Key.Key_Return)
    assert (board.inside(bus), len(board.inside(garden))) == ([], 1)
