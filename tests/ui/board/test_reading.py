"""A note whose words go on lies open while it is picked: all its words, at a size that can be read."""

import pytest
from PySide6.QtCore import QPoint

from tests.ui.board.given import HIGH, WIDE, Board
from ui.board.layout import Rect
from ui.board.picking import NOTHING
from ui.board.reading import Opened
from ui.look import Look

LONG = "They moved me at 11 at night. My daughter came and found an empty bed. " * 12
URDU = "ہر شخص کو حق حاصل ہے کہ اس کے اخلاقی اور مادی مفاد کا تحفظ کیا جائے۔ " * 8
VIEW = Rect(0, 0, WIDE, HIGH)


def opened(board: Board) -> Opened | None:
    return board.view.scene.opened(board.view.shown)


@pytest.mark.parametrize("text", [LONG, URDU, "W" * 900])
@pytest.mark.parametrize("at", [(30, 20), (900, 300), (1690, 700)])
def test_a_touch_opens_it_beside_its_strip_with_all_its_words(
    board: Board, text: str, at: tuple[int, int]
) -> None:
    note = board.add(text, *at)
    lies = board.view.camera.rect_to_screen(board.view.model.rect_of(note) or VIEW)
    board.tap(QPoint(round(lies.x) + 60, round(lies.y) + 60))
    found, strip = opened(board), board.view.scene.overlays.bar(board.view.camera, board.view.shown.picked)
    assert found is not None and strip is not None
    assert found.setting.layout.text() == board.note(note).text
    assert VIEW.covers(found.rect) and not found.rect.meets(strip)
    assert found.setting.height <= found.rect.h / found.scale
    assert found.setting.size * found.scale >= Look().text(20)


def test_a_touch_puts_it_away_and_moves_nothing(board: Board) -> None:
    note, under = board.add(LONG, 900, 300), board.add("Under it", 900, 100)
    board.view.pick(note)
    found = opened(board)
    assert found is not None
    middle = QPoint(*map(round, found.rect.middle))
    before = [board.note(each) for each in (note, under)]
    board.drag(middle, middle + QPoint(200, 90))
    assert [board.note(each) for each in (note, under)] == before
    board.view.pick(note)
    board.tap(middle)
    assert board.view.shown.picked == NOTHING and opened(board) is None


def test_what_can_be_read_already_is_not_opened_nor_what_lies_face_down(board: Board) -> None:
    board.view.pick(board.add("Shade", 900, 300))
    assert opened(board) is None
    board.session.board.hide_writing()
    board.view.pick(board.add(LONG, 300, 300))
    assert opened(board) is None


def test_from_far_away_its_words_are_as_large_as_they_were_chosen(board: Board) -> None:
    board.view.pick(board.add(LONG, 900, 300))
    board.view.zoom_by(0.5)
    found = opened(board)
    assert found is not None and found.scale == board.view.camera.base
    board.view.zoom_by(0.5)
    assert opened(board) is None
