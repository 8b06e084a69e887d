"""A place to sign with a finger, a pen or the mouse. Any mark is fine."""

import math

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look

PEN = 6  # design pixels
_MOUSE, _PEN_TIP = -1, -2
_NEAREST = 2.0  # points nearer than this to the one before are left out
MOST_POINTS = 6000  # a hand that rests on the screen for minutes is not kept

Stroke = tuple[float, ...]  # x, y, x, y … in design pixels


class Signature(QWidget):
    """Strokes on white. `signed` is sent after each stroke; each finger draws a stroke of its own."""

    signed = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        strokes: tuple[Stroke, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._done = list(strokes)
        self._drawing: dict[int, list[float]] = {}
        self._pen_is_here = False
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The strokes that are finished."""
        return tuple(self._done)

    def start_again(self) -> None:
        """Take all strokes away."""
        self._done, self._drawing = [], {}
        self.update()
        self.signed.emit()

    # Sizes

    def sizeHint(self) -> QSize:
        """A wide field."""
        return QSize(self.look.px(900), self.look.px(300))

    def minimumSizeHint(self) -> QSize:
        """Never so small that a finger has no room."""
        return QSize(self.look.target(200), self.look.target(110))

    # Drawing

    def begin(self, hand: int, at: QPointF) -> None:
        """A finger, the pen or the mouse goes down."""
        self._drawing[hand] = [*self._point(at)]
        self.update()

    def draw_on(self, hand: int, at: QPointF) -> None:
        """It moves."""
        line = self._drawing.get(hand)
        if line is None:
            return
        x, y = self._point(at)
        if math.dist((x, y), line[-2:]) >= _NEAREST and len(line) < 2 * MOST_POINTS:
            line += (x, y)
            self.update()

    def lift(self, hand: int) -> None:
        """It is lifted: the stroke is finished."""
        line = self._drawing.pop(hand, None)
        if line is not None:
            self._done.append(tuple(line))
            self.update()
            self.signed.emit()

    def _point(self, at: QPointF) -> tuple[float, float]:
        """The point inside the field, in design pixels."""
        x = min(max(at.x(), 0.0), self.width()) / self.look.scale
        y = min(max(at.y(), 0.0), self.height()) / self.look.scale
        return round(x, 1), round(y, 1)

    # Fingers, pen and mouse

    def event(self, event: QEvent) -> bool:
        """Take touches; everything else goes its usual way."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        event.accept()
        if event.type() == QEvent.Type.TouchCancel or self._pen_is_here:
            self._drawing = {hand: line for hand, line in self._drawing.items() if hand < 0}
            self.update()
            return
        for point in event.points():
            if point.state() == point.State.Pressed:
                self.begin(point.id(), point.position())
            elif point.state() == point.State.Updated:
                self.draw_on(point.id(), point.position())
            elif point.state() == point.State.Released:
                self.lift(point.id())

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen writes; the palm beside it does not."""
        event.accept()
        if event.type() == QEvent.Type.TabletPress:
            self._pen_is_here = True
            self.begin(_PEN_TIP, event.position())
        elif event.type() == QEvent.Type.TabletMove:
            self.draw_on(_PEN_TIP, event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._pen_is_here = False
            self.lift(_PEN_TIP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse draws with its left button."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.begin(_MOUSE, event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The mouse draws."""
        self.draw_on(_MOUSE, event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The mouse is let go."""
        self.lift(_MOUSE)
        event.accept()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line to sign on, and the strokes."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_line(painter)
            self._paint_strokes(painter)
        finally:
            painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        px = self.look.px
        y = self.height() - px(10)
        painter.setPen(QPen(self.look.colour("edge"), max(2, px(3))))
        painter.drawLine(px(32), y, self.width() - px(32), y)

    def _paint_strokes(self, painter: QPainter) -> None:
        pen = QPen(QColor(self.look.colours.ink), PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.scale(self.look.scale, self.look.scale)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in [*self._done, *map(tuple, self._drawing.values())]:
            painter.drawPath(_path(line))


def _path(line: Stroke) -> QPainterPath:
    """The stroke as a path; a single point is a dot."""
    path = QPainterPath(QPointF(line[0], line[1]))
    if len(line) == 2:
        path.lineTo(line[0] + 0.1, line[1])
    for x, y in zip(line[2::2], line[3::2], strict=True):
        path.lineTo(x, y)
    return path
