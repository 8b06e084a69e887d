"""Stacks, notes that look alike, picked groups and other layouts, under a finger."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.ui.board.given import Board, colour_at, part_of
from ui.board.layout import Rect
from workshop.domain.ids import NoteId
from workshop.domain.kinds import BoardLayout


def test_a_stack_is_opened_read_and_one_note_is_taken_out_of_it(board: Board, qtbot: QtBot) -> None:
    top, *under = [board.add(text, 600, 100 + 130 * n) for n, text in enumerate(("Bench", "Benches", "نشست"))]
    board.session.board.merge_notes([top, *under])
    board.tap(board.middle(top))
    board.tap(board.button("under"))
    strip = board.view.scene.overlays.strip(board.view.camera, board.view.shown.picked)
    assert strip is not None and [said.says for said in strip.said] == ["Benches", "نشست"]
    with qtbot.waitSignal(board.view.asked_to_hear, timeout=1000) as heard:
        board.tap(board.button("hear", under[1]))
    assert heard.args == ["نشست", ""]
    board.tap(board.button("apart", under[0]))
    assert [board.note(n).same_as for n in (top, *under)] == [None, None, top]


def test_the_note_that_looks_alike_is_named_and_laid_together_only_by_a_touch(board: Board) -> None:
    one, two = board.add("The car park is too dear", 300, 500), board.add("Car park is too dear!", 900, 500)
    board.view.likeness.look()
    assert board.note(one).same_as is board.note(two).same_as is None
    plain = board.picture()
    board.tap(board.middle(one))
    strip = board.view.scene.overlays.strip(board.view.camera, board.view.shown.picked)
    assert strip is not None and strip.said[0].says == "Looks like “Car park is too dear!”"
    assert part_of(board.picture(), around(board, two)) != part_of(plain, around(board, two))
    board.tap(board.button("together"))
    assert board.note(one).same_as == two
    board.tap(board.middle(two))
    board.tap(board.button("more"))
    board.tap(board.button("apart"))
    assert board.note(one).same_as is None


def test_a_picked_note_is_compared_with_those_out_of_view_too(board: Board) -> None:
    one, far = board.add("The car park is too dear", 300, 500), board.add("Car park is too dear!", 9000, 500)
    board.view.likeness.look()
    assert board.view.scene.overlays.hints.like(one) is None
    board.tap(board.middle(one))
    board.tap(board.button("together"))
    assert board.note(one).same_as == far


def around(board: Board, note: NoteId) -> Rect:
    """The pixels of a note and of a line around it, without the mark at its corner."""
    rect = board.view.model.rect_of(note)
    assert rect is not None
    seen = board.view.camera.rect_to_screen(rect)
    return Rect(seen.x - 6, seen.y + 30, seen.w + 12, seen.h - 30)


def test_a_picked_group_has_a_line_around_it(board: Board) -> None:
    group = board.group("Bus", "Stop")
    edge = board.view.camera.rect_to_screen(board.view.model.groups[group].rect)
    plain = colour_at(board.picture(), edge.x - 1, edge.y + 200)
    board.tap(QPoint(100, 30))
    assert colour_at(board.picture(), edge.x - 1, edge.y + 200) == "#4b1f4f" != plain


def test_another_layout_is_shown_from_its_beginning(board: Board) -> None:
    board.add("Far away", 9000, 9000)
    board.view.go(1, 1)
    board.session.board.set_layout(BoardLayout.COLUMNS)
    assert (board.view.camera.x, board.view.camera.y, board.view.zoom) == (0, 0, 1)


def test_in_a_grid_notes_lie_close_together_without_making_a_group(board: Board) -> None:
    board.session.board.set_layout(BoardLayout.GRID, ["Easy", "Hard", "Helps few", "Helps many"])
    one, two = board.add("One", 300, 200), board.add("Two", 900, 500)
    board.drag(board.middle(two), board.middle(one) + QPoint(60, 30))
    assert (board.groups(), board.view.model.field_of(two)) == ([], (0, 3))
