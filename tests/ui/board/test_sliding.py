"""Moving what is painted: after any moves the glass shows what a whole new painting would show."""

import random

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent, QKeyEvent, QPainter, QRegion
from PySide6.QtWidgets import QApplication

from tests.ui.board.given import Board
from ui.board import sliding
from ui.board.hands import Sweep
from ui.board.layout import Rect
from ui.board.scene import Shown
from ui.board.sliding import parts_of


def on_glass(board: Board) -> QImage:
    """The pixels as they are on the glass, put together from all paintings up to now."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return board.view.screen().grabWindow(board.view.winId()).toImage()


def painted_anew(board: Board) -> QImage:
    board.view.repaint()
    return on_glass(board)


@pytest.fixture
def full(board: Board) -> Board:
    for n in range(200):
        board.add(f"Note {n}", 20.3 + n % 20 * 224, 500.7 + n // 20 * 122)
    board.group("Bus", "Stop", "Shelter")
    board.group("")
    board.view.finish_painting()
    board.view.update()
    on_glass(board)
    return board


def wander(board: Board, moves: int = 40) -> None:
    chance = random.Random(3)
    for _ in range(moves):
        board.view.sweep(Sweep(chance.uniform(-90, 90), chance.uniform(-60, 60), 1.0, 0, 0))
        if chance.random() < 0.5:
            on_glass(board)


def test_the_glass_is_as_if_painted_anew(full: Board) -> None:
    wander(full)
    assert on_glass(full) == painted_anew(full)


@pytest.mark.parametrize("zoom", [0.1, 0.37, 1.3])
def test_at_any_size(full: Board, zoom: float) -> None:
    full.view.zoom_by(zoom)
    full.view.finish_painting()
    full.view.update()
    on_glass(full)
    wander(full)
    assert on_glass(full) == painted_anew(full)


def test_with_a_picked_note_whose_acts_stay_in_view(full: Board) -> None:
    note = next(n for n, face in full.view.model.faces.items() if face.text == "Note 43")
    full.view.pick(note)
    wander(full)
    assert on_glass(full) == painted_anew(full)
    full.view.start_moving()
    wander(full)
    assert on_glass(full) == painted_anew(full)


def test_with_a_note_in_a_hand_and_changes_between(full: Board) -> None:
    at = full.middle(next(n for n, face in full.view.model.faces.items() if face.text == "Note 3"))
    with full.hold(at):
        full.slide(at, at + at * 0.1)
        wander(full, 10)
        full.add("Another", 300, 700)
        wander(full, 10)
        assert on_glass(full) == painted_anew(full)
        full.lift(at + at * 0.1)  # or the next test begins with a finger that never left


def test_with_the_ring_of_the_keyboard(full: Board) -> None:
    full.view.setFocus(Qt.FocusReason.TabFocusReason)
    full.key(Qt.Key.Key_Right)
    wander(full)
    assert on_glass(full) == painted_anew(full)


class Sheet:
    """Something painted on the glass above the board."""

    def rect(self) -> QRectF:
        return QRectF(700, 200, 300, 200)

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), QColor("#4B1F4F"))

    def contains(self, x: float, y: float) -> bool:
        return self.rect().contains(x, y)

    def key(self, event: QKeyEvent) -> bool:
        return False

    def input_method(self, event: QInputMethodEvent) -> None: ...
    def input_query(self, query: Qt.InputMethodQuery) -> object:
        return None

    def tab(self, forward: bool) -> bool:
        return False

    def press(self, finger: int, x: float, y: float, pressure: float = 0.5) -> None: ...
    def move(self, finger: int, x: float, y: float, pressure: float = 0.5) -> None: ...
    def release(self, finger: int, x: float, y: float) -> None: ...
    def cancel(self, finger: int) -> None: ...


def test_with_a_page_on_the_glass(full: Board) -> None:
    full.view.add_page(Sheet())
    wander(full)
    assert on_glass(full) == painted_anew(full)


def test_a_page_that_is_forgotten_leaves_a_trace(full: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above would see it."""
    monkeypatch.setattr(sliding, "_still", lambda view: [])
    full.view.add_page(Sheet())
    wander(full)
    assert on_glass(full) != painted_anew(full)


def test_only_strips_are_painted(full: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    areas: list[float] = []
    paint = full.view.scene.paint

    def noticed(painter: QPainter, area: Rect, shown: Shown) -> None:
        areas.append(area.w * area.h)
        paint(painter, area, shown)

    monkeypatch.setattr(full.view.scene, "paint", noticed)
    full.view.sweep(Sweep(-9, -3, 1.0, 0, 0))
    on_glass(full)
    assert 0 < sum(areas) < 0.2 * full.view.width() * full.view.height()


def test_pieces_that_stand_on_each_other_or_lie_near_are_one_part() -> None:
    strips = QRegion(QRect(900, 0, 100, 1000)) | QRegion(QRect(0, 900, 900, 100))
    whole = strips | QRegion(QRect(0, 200, 300, 400))
    parts = parts_of(whole)
    assert QRegion(parts[0]) | QRegion(parts[1]) | QRegion(parts[2]) == whole
    assert len(parts) == 3 < len(list(whole))  # type: ignore[call-overload]
    near = parts_of(strips | QRegion(QRect(860, 400, 30, 90)))
    assert sorted(part.left() for part in near) == [0, 860]
