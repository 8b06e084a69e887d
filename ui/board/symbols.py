"""The symbols of the kinds of notes, and the mark on the back of a note, as paths on a 24 × 24 field."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

FIELD = 24.0
RING_PEN = 3.2


@lru_cache(maxsize=8)
def path_of(symbol: str) -> QPainterPath:
    """The outline of a symbol; KeyError when there is none of that name."""
    return _DRAWN[symbol]()


def draw(painter: QPainter, symbol: str, x: float, y: float, size: float, colour: str) -> None:
    """Paint a symbol, its field with the top left corner at (x, y)."""
    painter.save()
    painter.translate(x, y)
    painter.scale(size / FIELD, size / FIELD)
    if symbol == "ring":
        painter.setPen(QPen(QColor(colour), RING_PEN))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
    painter.drawPath(path_of(symbol))
    painter.restore()


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 9, 9)
    return path


def _ring() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 8.4, 8.4)
    return path


def _square() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(3.4, 3.4, 17.2, 17.2), 1.5, 1.5)
    return path


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _triangle() -> QPainterPath:
    return _polygon((12, 3), (22, 20.6), (2, 20.6))


def _diamond() -> QPainterPath:
    return _polygon((12, 1.5), (22.5, 12), (12, 22.5), (1.5, 12))


def _star() -> QPainterPath:
    tips = []
    for i in range(10):
        radius = 11.2 if i % 2 == 0 else 4.9
        angle = math.pi * i / 5 - math.pi / 2
        tips.append((12 + radius * math.cos(angle), 12.6 + radius * math.sin(angle)))
    return _polygon(*tips)


def _heart() -> QPainterPath:
    path = QPainterPath(QPointF(12, 21.4))
    path.cubicTo(5.5, 16.2, 2, 12.6, 2, 8.4)
    path.cubicTo(2, 5.2, 4.4, 3, 7.3, 3)
    path.cubicTo(9.3, 3, 11, 4, 12, 5.8)
    path.cubicTo(13, 4, 14.7, 3, 16.7, 3)
    path.cubicTo(19.6, 3, 22, 5.2, 22, 8.4)
    path.cubicTo(22, 12.6, 18.5, 16.2, 12, 21.4)
    return path


_DRAWN = {
    "circle": _circle,
    "ring": _ring,
    "square": _square,
    "triangle": _triangle,
    "diamond": _diamond,
    "star": _star,
    "heart": _heart,
}

MARK = 48.0


@lru_cache(maxsize=1)
def mark() -> QPainterPath:
    """The table with its seats, on a 48 × 48 field."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(10.5, 12.5, 27, 23), 5, 5)
    for x, y in ((14, 5), (24, 5), (34, 5), (14, 43), (24, 43), (34, 43), (4, 24), (44, 24)):
        path.addEllipse(QPointF(x, y), 3.6, 3.6)
    return path
