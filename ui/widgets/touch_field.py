"""A field that is written in a panel of its own: it shows its words, dashed while it is empty."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.board.faces import reads_right_to_left
from ui.look import MEDIUM, Look
from ui.widgets.paint import write_in
from ui.widgets.touch import Touchable


class TouchField(Touchable):
    """Words to be written; touching it is how one writes. `label` says what is asked."""

    def __init__(
        self,
        look: Look,
        label: str,
        words: str,
        token: int = 26,
        weight: int = MEDIUM,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, label, parent)
        self.shown, self.token, self.weight = words, token, weight
        self.setAccessibleDescription(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line, as high as a finger needs."""
        return QSize(self.look.px(240), self.heightForWidth(self.look.px(240)))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels."""
        metrics = QFontMetrics(self.look.font(self.token, self.weight))
        inside = max(1, width - self.look.px(36))
        box = metrics.boundingRect(0, 0, inside, 10_000, Qt.TextFlag.TextWordWrap.value, self.shown or "x")
        return max(self.look.target(64), box.height() + self.look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(self.look.colour("damson" if self.is_held else "edge"), max(2, self.look.px(2)))
            if not self.shown:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(self.look.colour("paper"))
            radius = self.look.px(12)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
            painter.setPen(self.look.colour("ink"))
            painter.setFont(self.look.font(self.token, self.weight))
            mirrored = reads_right_to_left(self.shown)
            across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            flags = (across | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextWordWrap.value
            edge = self.look.px(18)
            write_in(painter, QRectF(self.rect()).adjusted(edge, 0, -edge, 0), flags, self.shown)
            self.paint_ring(painter, radius)
        finally:
            painter.end()
