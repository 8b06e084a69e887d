"""The line above a journey: how each step felt, from the best at the top to the worst at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ui.board.areas import GroupArea
from ui.board.camera import Camera
from ui.board.layout import BEST, LINE_MARGIN, RADIUS, Rect, point_on_line
from ui.look import Look

FIELD = 24.0
PEN = 2.2
MIDDLE = 15.6  # of the mouth, on the field of 24
BEND = 2.6  # how far the mouth bends for one step of feeling


def draw_feeling(painter: QPainter, feeling: int, x: float, y: float, size: float, colour: str) -> None:
    """Paint the face of a feeling from -2 to 2, its field with the top left corner at (x, y)."""
    painter.save()
    painter.translate(x, y)
    painter.scale(size / FIELD, size / FIELD)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(QColor(colour), PEN, Qt.PenStyle.SolidLine, cap, join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(face_of_feeling(feeling))
    painter.restore()


def face_of_feeling(feeling: int) -> QPainterPath:
    """A face whose mouth bends up as far as it felt good, and down as far as it felt hard."""
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 10.4, 10.4)
    for eye in (8.4, 15.6):
        path.moveTo(eye, 8.6)
        path.lineTo(eye, 9.6)
    ends, bend = MIDDLE - feeling * BEND * 0.4, feeling * BEND
    path.moveTo(7.4, ends)
    path.cubicTo(9.2, ends + bend, 14.8, ends + bend, 16.6, ends)
    return path


def paint_line(painter: QPainter, camera: Camera, band: Rect, steps: Sequence[GroupArea], look: Look) -> None:
    """Paint the band, the place of "neither good nor hard" in it, and the line from step to step."""
    colours, place = look.colours, camera.rect_to_screen(band)
    if not place.meets(Rect(0, 0, camera.wide, camera.high)):
        return
    painter.setPen(QPen(QColor(colours.group_edge), 3.0 if look.contrast else 2.0))
    painter.setBrush(QColor(colours.paper))
    round_ = RADIUS * camera.scale
    painter.drawRoundedRect(QRectF(*place.grown(-1)), round_, round_)
    for feeling in (BEST, 0, -BEST):
        _paint_level(painter, camera, band, feeling, look)
    points = [camera.to_screen(*point_on_line(area.rect, area.record.feeling)) for area in steps]
    painter.setPen(QPen(QColor(colours.damson), max(2.0, 4.0 * camera.scale)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))
    painter.setBrush(QColor(colours.damson))
    for point in points:
        painter.drawEllipse(QPointF(*point), 4.0, 4.0)


def _paint_level(painter: QPainter, camera: Camera, band: Rect, feeling: int, look: Look) -> None:
    """A thin line across the band, at the height of one feeling."""
    y = band.y + LINE_MARGIN + (band.h - 2 * LINE_MARGIN) * (BEST - feeling) / (2 * BEST)
    painter.setPen(QPen(QColor(look.colours.track), 2.0 if feeling == 0 else 1.0))
    left, right = camera.to_screen(band.x + 12, y), camera.to_screen(band.right - 12, y)
    painter.drawLine(QPointF(*left), QPointF(*right))
