"""The grid under the notes: four fields, two axes, and the names of their ends."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.board.camera import OVERVIEW, Camera
from ui.board.faces import script_of
from ui.board.layout import END_H, END_W, FIELDS, GRID, RADIUS, Rect
from ui.board.model import BoardModel
from ui.look import BOLD, Look, font_of
from workshop.domain.kinds import BoardLayout

AXIS, EDGE = 4.0, 2.0
ARROW = 9.0
SIZES = (24, 22, 20)  # of the names, the first at which one fits
# Where the names stand, in the order of the axes: left, right, bottom, top.
ENDS = (
    Rect(GRID.x, FIELDS.y, END_W, FIELDS.h),
    Rect(FIELDS.right, FIELDS.y, END_W, FIELDS.h),
    Rect(FIELDS.x, FIELDS.bottom, FIELDS.w, END_H),
    Rect(FIELDS.x, GRID.y, FIELDS.w, END_H),
)
_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def paint_grid(painter: QPainter, camera: Camera, model: BoardModel, area: Rect, look: Look) -> None:
    """Paint the part of the grid that shows in `area` (pixels), if the board is laid out as one.

    From far away only its lines, because there it is painted above the notes.
    """
    if model.arranged is not BoardLayout.GRID or not camera.rect_to_screen(GRID).meets(area):
        return
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    left, top = camera.to_screen(0, 0)
    painter.translate(left, top)
    painter.scale(camera.scale, camera.scale)
    _paint_fields(painter, look, filled=camera.scale >= OVERVIEW)
    painter.setPen(QColor(look.colours.ink))
    for name, place in zip(model.axes, ENDS, strict=False):
        painter.setFont(_font_for(name, place))
        painter.drawText(QRectF(*place.grown(-6)), _FLAGS, name)
    painter.restore()


def _paint_fields(painter: QPainter, look: Look, filled: bool) -> None:
    colours, (x, y) = look.colours, FIELDS.middle
    painter.setPen(QPen(QColor(colours.group_edge), EDGE))
    painter.setBrush(QColor(colours.linen) if filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(*FIELDS), RADIUS, RADIUS)
    painter.setPen(QPen(QColor(colours.edge), AXIS))
    painter.drawLine(QPointF(FIELDS.x + 4, y), QPointF(FIELDS.right - 4, y))
    painter.drawLine(QPointF(x, FIELDS.y + 4), QPointF(x, FIELDS.bottom - 4))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.edge))
    for tip_x, tip_y, dx, dy in (
        (FIELDS.x + 4, y, 1, 0),
        (FIELDS.right - 4, y, -1, 0),
        (x, FIELDS.y + 4, 0, 1),
        (x, FIELDS.bottom - 4, 0, -1),
    ):
        painter.drawPolygon(_arrow(tip_x, tip_y, dx, dy))


def _arrow(x: float, y: float, dx: int, dy: int) -> QPolygonF:
    """The head of an arrow whose tip is at (x, y), its foot in the direction (dx, dy)."""
    back = QPointF(x + 2 * ARROW * dx, y + 2 * ARROW * dy)
    across = QPointF(ARROW * dy, ARROW * dx)
    return QPolygonF([QPointF(x, y), back + across, back - across])


def _font_for(name: str, place: Rect) -> QFont:
    """The largest of our sizes at which a name fits into its place, or the smallest."""
    room = QRectF(*place.grown(-6))
    fonts = [font_of(size, BOLD, script_of(name, "")) for size in SIZES]
    fits = (f for f in fonts if room.contains(QFontMetricsF(f).boundingRect(room, int(_FLAGS), name)))
    return next(fits, fonts[-1])
