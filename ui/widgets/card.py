"""Flat grounds: cards, panels and bars, with a hair line round them and no shadow."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.look import Look


class Card(QWidget):
    """A ground with rounded corners. Colours are names of the look; "" leaves a part away.

    `start_bar` is a thick line at the start side: words to say. `dashed` means: empty, to be filled.
    """

    def __init__(
        self,
        look: Look,
        fill: str = "paper",
        edge: str = "card_edge",
        radius: int = 20,
        line: float = 1,
        *,
        dashed: bool = False,
        start_bar: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.fill, self.edge = look, fill, edge
        self.radius, self.line, self.dashed, self.start_bar = radius, line, dashed, start_bar

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        pen = max(1.0, self.line * self.look.scale)
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        outline = QPen(self.look.colour(self.edge) if self.edge else QColor(0, 0, 0, 0), pen)
        if self.dashed:
            outline.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(outline if self.edge else Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour(self.fill) if self.fill else Qt.BrushStyle.NoBrush)
        radius = self.look.px(self.radius)
        painter.drawRoundedRect(box, radius, radius)
        if self.start_bar:
            width = self.look.px(8)
            right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = self.width() - width if right else 0
            painter.fillRect(QRectF(left, 0, width, self.height()), self.look.colour(self.start_bar))


class Ground(QWidget):
    """A plain ground of one colour: a page, a bar. `lines` names sides with a hair line: "top end"."""

    def __init__(
        self, look: Look, fill: str = "cloth", lines: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look, self.fill, self.lines = look, fill, lines.split()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and its lines."""
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), self.look.colour(self.fill))
            width = 3 if self.look.contrast else 1
            for side in self.lines:
                painter.fillRect(self._line(side, width), self.look.colour("line"))
        finally:
            painter.end()

    def _line(self, side: str, width: int) -> QRect:
        """Where the line of a side is; "end" is where reading ends."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = ("left" if mirrored else "right") if side == "end" else side
        if side in ("left", "right"):
            return QRect(0 if side == "left" else self.width() - width, 0, width, self.height())
        return QRect(0, 0 if side == "top" else self.height() - width, self.width(), width)
