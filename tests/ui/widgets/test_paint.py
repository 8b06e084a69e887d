"""Words in a box: each text in its own direction, whatever side it stands on."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import MEDIUM, Look, load_fonts, load_for
from ui.widgets.paint import write_in

BOX = QRect(10, 10, 380, 60)
RIGHT = Qt.AlignmentFlag.AlignRight.value


class Painted(QWidget):
    """Words at the right of a box, or as a painter writes them that is told nothing."""

    def __init__(self, look: Look, words: str, by_itself: bool) -> None:
        super().__init__()
        self.look, self.words, self.by_itself = look, words, by_itself
        self.setFixedSize(400, 80)
        self.setStyleSheet("background: white; color: black")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setFont(self.look.font(22, MEDIUM))
        if self.by_itself:
            painter.drawText(BOX, RIGHT, self.words)
        else:
            write_in(painter, BOX, RIGHT, self.words)
        painter.end()


def painted(look: Look, words: str, by_itself: bool = False) -> QImage:
    load_for(words)
    return Painted(look, words, by_itself).grab().toImage()


def columns_with_ink(image: QImage) -> list[int]:
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 128 for y in range(image.height()))
    ]


@pytest.fixture
def look(qapp: object) -> Look:
    load_fonts()
    return Look()


def begins_at_the_right(image: QImage, first: QImage) -> bool:
    """Whether what is read first stands at the right end, as it does when it is there alone."""
    alone = columns_with_ink(first)
    return [x for x in columns_with_ink(image) if x >= alone[0]] == alone


def test_an_urdu_line_begins_at_the_right(look: Look) -> None:
    """Its number comes first; a painter by itself has it last (the control)."""
    number, line = painted(look, "17"), "17\u00a0\u00a0\u00a0\u00a0پرچیاں"
    assert begins_at_the_right(painted(look, line), number)
    assert not begins_at_the_right(painted(look, line, by_itself=True), number)


def test_what_is_called_right_is_right_in_both_directions(look: Look) -> None:
    assert columns_with_ink(painted(look, "صرف…"))[-1] > 370
    assert columns_with_ink(painted(look, "Only…"))[-1] > 370


def test_what_is_painted_afterwards_keeps_its_side(look: Look) -> None:
    """Of an Urdu text nothing stays in the painter: what it calls right is still right."""
    image = QImage(10, 10, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = painter.layoutDirection()
    write_in(painter, BOX, RIGHT, "صرف…")
    after = painter.layoutDirection()
    painter.end()
    assert after == before
