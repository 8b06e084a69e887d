"""How drawn lines look: soft curves through the points of a hand, as wide as it pressed.

A stroke is painted in pieces, one for each point: a curve from the middle before its last point to the
middle after it. So a line that is being drawn needs one new piece only, and looks the same when it is
painted anew. Lengths are board units of the note that is drawn on.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

THIN, THICK = 1.6, 4.0  # a line of no pressure, and of all
USUAL_PRESSURE = 0.5  # of a finger or a pen that does not tell

Points = Sequence[Sequence[float]]  # of a stroke: x, y, pressure


class Piece(NamedTuple):
    """A short part of a stroke."""

    path: QPainterPath
    wide: float

    @property
    def reach(self) -> QRectF:
        """What it may touch."""
        half = self.wide / 2 + 1
        return self.path.controlPointRect().adjusted(-half, -half, half, half)


def piece(stroke: Points, number: int) -> Piece:
    """The piece that the point of this number adds; the first is a dot."""
    now = stroke[number]
    before, last = stroke[max(0, number - 2)], stroke[max(0, number - 1)]
    path = QPainterPath(_middle(before, last) if number > 1 else _at(last))
    if number == 0:
        path.lineTo(_at(now) + QPointF(0.01, 0))  # Qt paints no line without a length
    else:
        path.quadTo(_at(last), _middle(last, now))
    return Piece(path, _wide(now))


def tail(stroke: Points) -> Piece:
    """The piece from the last curve to where the finger was lifted."""
    last, before = stroke[-1], stroke[max(0, len(stroke) - 2)]
    path = QPainterPath(_middle(before, last))
    path.lineTo(_at(last) + QPointF(0.01, 0))
    return Piece(path, _wide(last))


def paint_ink(painter: QPainter, strokes: Iterable[Points], colour: QColor | str, scale: float = 1.0) -> None:
    """Paint strokes, one board unit `scale` of the painter's own units large."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    pen = pen_of(colour)
    for stroke in strokes:
        for number in range(len(stroke)):
            paint_piece(painter, piece(stroke, number), pen)
        if stroke:
            paint_piece(painter, tail(stroke), pen)
    painter.restore()


def pen_of(colour: QColor | str) -> QPen:
    """The pen of one colour, of no width yet."""
    return QPen(QColor(colour), THIN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def paint_piece(painter: QPainter, one: Piece, pen: QPen) -> None:
    """Paint one piece."""
    pen.setWidthF(one.wide)
    painter.strokePath(one.path, pen)


def _wide(point: Sequence[float]) -> float:
    return THIN + (THICK - THIN) * point[2]


def _at(point: Sequence[float]) -> QPointF:
    return QPointF(point[0], point[1])


def _middle(one: Sequence[float], other: Sequence[float]) -> QPointF:
    return QPointF((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
