"""The mark: a table seen from above, with equal seats."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look


def draw_mark(painter: QPainter, box: QRectF, colour: str) -> None:
    """Draw the mark into a square box."""
    unit = box.width() / 24
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    table = QRectF(box.left() + 6 * unit, box.top() + 7 * unit, 12 * unit, 10 * unit)
    painter.drawRoundedRect(table, 2.4 * unit, 2.4 * unit)
    seats = [(x, y) for y in (3.6, 20.4) for x in (7.6, 12.0, 16.4)] + [(2.4, 12.0), (21.6, 12.0)]
    for x, y in seats:
        painter.drawEllipse(QPointF(box.left() + x * unit, box.top() + y * unit), 1.7 * unit, 1.7 * unit)


class Mark(QWidget):
    """The mark as a part of a page; `size` in design pixels."""

    def __init__(
        self, look: Look, size: int = 44, colour: str = "damson", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look, self.design, self.colour_name = look, size, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self.look.px(self.design), self.look.px(self.design))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_mark(painter, QRectF(self.rect()), getattr(self.look.colours, self.colour_name))
        finally:
            painter.end()
