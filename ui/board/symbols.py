"""What is drawn on notes, as paths on a 24 × 24 field: the symbols of their kinds, and five small faces.

The faces say how something felt. They differ in their lines, not in colour. The mark on the back of a
note is here too.
"""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from workshop.domain.kinds import Emotion

FIELD = 24.0
RING_PEN = 3.2
FACE_PEN = 2.2

# What the faces mean, for those who hear them or read them in a list.
EMOTION_WORDS = {
    Emotion.GLAD: "Glad",
    Emotion.CALM: "Calm",
    Emotion.UNSURE: "Not sure",
    Emotion.SAD: "Sad",
    Emotion.ANGRY: "Angry",
}


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


def draw_emotion(painter: QPainter, emotion: Emotion, x: float, y: float, size: float, colour: str) -> None:
    """Paint the face of an emotion, its field with the top left corner at (x, y)."""
    painter.save()
    painter.translate(x, y)
    painter.scale(size / FIELD, size / FIELD)
    round_ = Qt.PenCapStyle.RoundCap
    painter.setPen(QPen(QColor(colour), FACE_PEN, Qt.PenStyle.SolidLine, round_, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(face_of_emotion(emotion))
    painter.restore()


@lru_cache(maxsize=len(Emotion))
def face_of_emotion(emotion: Emotion) -> QPainterPath:
    """The lines of a face: its outline, two eyes, a mouth, and brows where somebody is angry."""
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 10.4, 10.4)
    for line in _FACES[emotion]:
        path.moveTo(*line[0])
        if len(line) == 2:
            path.lineTo(*line[1])
        else:
            path.cubicTo(*line[1], *line[2], *line[3])
    return path


_Line = tuple[tuple[float, float], ...]  # two points are straight, four a curve
_EYES: tuple[_Line, ...] = (((8.4, 8.8), (8.4, 9.6)), ((15.6, 8.8), (15.6, 9.6)))
_SHUT: tuple[_Line, ...] = (
    ((6.6, 9), (7.4, 10.6), (9.4, 10.6), (10.2, 9)),
    ((13.8, 9), (14.6, 10.6), (16.6, 10.6), (17.4, 9)),
)
_BROWS: tuple[_Line, ...] = (((6.4, 7.2), (10.2, 9.4)), ((17.6, 7.2), (13.8, 9.4)))
_LAUGH: tuple[_Line, ...] = (
    ((6.8, 13.2), (8, 19.6), (16, 19.6), (17.2, 13.2)),
    ((6.8, 13.2), (17.2, 13.2)),
)
_SMILE: tuple[_Line, ...] = (((8, 14.6), (9.6, 16.8), (14.4, 16.8), (16, 14.6)),)
_WAVE: tuple[_Line, ...] = (((7.6, 16.4), (10.4, 12.2), (13.2, 19.2), (16.4, 14.4)),)
_FROWN: tuple[_Line, ...] = (((7.8, 17.2), (9.4, 13.6), (14.6, 13.6), (16.2, 17.2)),)
_PRESSED: tuple[_Line, ...] = (((8.4, 16.2), (15.6, 16.2)),)
_UNDER_BROWS: tuple[_Line, ...] = (((8.8, 10.9), (8.8, 11.5)), ((15.2, 10.9), (15.2, 11.5)))
_FACES: dict[Emotion, tuple[_Line, ...]] = {
    Emotion.GLAD: (*_EYES, *_LAUGH),
    Emotion.CALM: (*_SHUT, *_SMILE),
    Emotion.UNSURE: (*_EYES, *_WAVE),
    Emotion.SAD: (*_EYES, *_FROWN),
    Emotion.ANGRY: (*_BROWS, *_UNDER_BROWS, *_PRESSED),
}


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
