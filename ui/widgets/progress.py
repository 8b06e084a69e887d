"""How far and how long: the small segments of a plan or a set of pages, and the bar of time left."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look


class Segments(QWidget):
    """One segment a step: those behind, the one we are at, those to come."""

    def __init__(
        self,
        look: Look,
        count: int,
        now: int,
        width: int = 172,
        *,
        on_damson: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.count, self.now, self.on_damson = look, count, now, on_damson
        self.setFixedSize(look.px(width) + 8, look.px(10) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the segments; the present one has a ring as well, so that colour is not alone."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        c = self.look.colours
        gap = self.look.px(5)
        width = (self.width() - 8 - gap * (self.count - 1)) / max(1, self.count)
        for i in range(self.count):
            box = QRectF(4 + i * (width + gap), 4, width, self.height() - 8)
            done, here = i < self.now, i == self.now
            if self.on_damson:
                fill = c.paper if done else c.marigold if here else "#8A6B8D"
            else:
                fill = c.ink if done else c.damson if here else c.track
            painter.setBrush(QColor(fill))
            painter.setPen(QPen(QColor(c.ink), 2) if self.look.contrast else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            if here and not self.on_damson:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(c.damson), 2))
                ring = box.adjusted(-3, -3, 3, 3)
                painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)


class TimeBar(QWidget):
    """Time left, full at the start. It informs; it never closes anything."""

    def __init__(self, look: Look, left: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.left = look, left
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A thin bar, as wide as there is room."""
        return QSize(self.look.px(200), self.look.px(10))

    def show_left(self, left: float) -> None:
        """Show the share of time that is left, 0 to 1."""
        if left != self.left:
            self.left = left
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            c, radius = self.look.colours, self.height() / 2
            painter.setPen(QPen(QColor(c.ink), 2) if self.look.contrast else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.track))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
            painter.setBrush(QColor(c.ink))
            left = QRectF(0, 0, self.width() * min(1.0, max(0.0, self.left)), self.height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                left.moveRight(self.width())
            painter.drawRoundedRect(left, radius, radius)
        finally:
            painter.end()
