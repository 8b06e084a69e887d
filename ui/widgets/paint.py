"""Small things that many parts paint."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ui import icons
from ui.board.faces import reads_right_to_left


def icon_in(painter: QPainter, name: str, box: QRectF, size: int, colour: str) -> None:
    """Paint an icon in the middle of a box."""
    middle = box.center()
    icons.draw(painter, name, middle.x() - size / 2, middle.y() - size / 2, size, colour)


def ink_of(font: QFont, words: str) -> QRectF:
    """Where the strokes of one line are, its baseline at 0: less than a line of a tall script takes."""
    return QFontMetricsF(font).tightBoundingRect(words)


def width_of(font: QFont, words: str) -> int:
    """The pixels that one line needs, with the strokes of Nastaliq that reach beyond its letters."""
    metrics = QFontMetricsF(font)
    laid_out = metrics.boundingRect(QRectF(0, 0, 100_000, 1_000), Qt.TextFlag.TextWordWrap.value, words)
    return math.ceil(max(metrics.horizontalAdvance(words), laid_out.width())) if words else 0


def line_in(painter: QPainter, font: QFont, words: str, box: QRectF) -> None:
    """Paint one line with its strokes in the middle of a box, whatever its script; nothing is cut."""
    ink, across = ink_of(font, words), QFontMetricsF(font).horizontalAdvance(words)
    painter.setFont(font)
    middle = box.center()
    painter.drawText(QPointF(middle.x() - across / 2, middle.y() - ink.center().y()), words)


def write_in(painter: QPainter, box: QRect | QRectF, flags: int, words: str) -> None:
    """Write words in a box, each text in its own direction; what `flags` calls left is left.

    By itself a painter writes all from left to right: a full stop or a number would stand at the wrong
    end of an Urdu line. Strokes that reach out of the box, as those of Nastaliq do, are not cut.
    """
    rtl = reads_right_to_left(words)
    way = Qt.TextFlag.TextForceRightToLeft if rtl else Qt.TextFlag.TextForceLeftToRight
    flags |= Qt.AlignmentFlag.AlignAbsolute.value | (way | Qt.TextFlag.TextDontClip).value
    painter.drawText(box, flags, words)
