"""Writing pages on the board: their fingers, their keys, and their place above everything."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QTouchEvent
from PySide6.QtWidgets import QApplication

from tests.ui.board.given import Board, colour_at, glass


class Page:
    """A writing page that only remembers who touched it."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def contains(self, x: float, y: float) -> bool:
        return self.rect().contains(QPointF(x, y))

    def press(self, finger: int, x: float, y: float, pressure: float = 0.5) -> None:
        self.told.append(("press", finger))

    def move(self, finger: int, x: float, y: float, pressure: float = 0.5) -> None:
        self.told.append(("move", finger))

    def release(self, finger: int, x: float, y: float) -> None:
        self.told.append(("release", finger))

    def cancel(self, finger: int) -> None:
        self.told.append(("cancel", finger))

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        self.told.append("paint")

    def rect(self) -> QRectF:
        return QRectF(500, 100, 620, 416)

    def key(self, event: QKeyEvent) -> bool:
        self.told.append(event.text())
        return event.text() != "?"

    def input_method(self, event: QInputMethodEvent) -> None:
        self.told.append(event.commitString())

    def input_query(self, query: Qt.InputMethodQuery) -> object:
        return None

    def tab(self, forward: bool) -> bool:
        return False


def test_fingers_that_land_in_a_page_are_the_pages(board: Board) -> None:
    note, page = board.add("Below", 600, 200), Page()
    board.view.add_page(page)
    board.drag(QPoint(610, 210), QPoint(1500, 700))
    assert [t for t in page.told if t != "paint"] == [
        ("press", 0),
        *[("move", 0)] * 3,
        ("release", 0),
    ]
    assert board.note(note).x == 600
    with board.hold(QPoint(610, 210)):
        QApplication.sendEvent(board.view, QTouchEvent(QEvent.Type.TouchCancel, glass()))
    assert page.told[-1] == ("cancel", 0)
    board.lift(QPoint(610, 210))
    board.view.remove_page(page)
    board.tap(board.middle(note))
    assert board.view.shown.picked.note == note


def test_keys_go_to_the_page_that_is_written_in(board: Board) -> None:
    page = Page()
    board.view.add_page(page)
    board.view.key_target = page
    board.key(Qt.Key.Key_M)
    QApplication.sendEvent(board.view, QInputMethodEvent())
    assert [t for t in page.told if t != "paint"] == ["m", ""]
    board.view.remove_page(page)
    assert board.view.key_target is None


def test_pages_are_painted_above_all(board: Board) -> None:
    board.add("Below", 600, 200)
    page = Page()
    board.view.add_page(page)
    assert colour_at(board.picture(), 700, 250) == "#ffffff"
