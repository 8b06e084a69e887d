"""A row of a list that can be touched: icon, words, and what is said at its end."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.look import MEDIUM, SEMIBOLD, Look
from ui.widgets.paint import ink_of, line_in, width_of, write_in
from ui.widgets.touch import Touchable


class RowButton(Touchable):
    """One row; the chosen one has a damson outline."""

    chooses_itself = False

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        end: str = "",
        chosen: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self.icon_name, self.end = icon, end
        self.setAccessibleDescription(end)
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _beside(self) -> int:
        end = width_of(self._end_font, self.end)
        icon = self.look.px(28 + 14) if self.icon_name else 0
        return icon + end + self.look.px(14 + 40)

    def sizeHint(self) -> QSize:
        """One line, as high as a finger needs."""
        width = QFontMetrics(self.look.font(22, SEMIBOLD)).horizontalAdvance(self.text()) + self._beside()
        return QSize(width, self.look.target(64))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        metrics = QFontMetrics(self.look.font(22, SEMIBOLD))
        longest = max((metrics.horizontalAdvance(w) for w in self.text().split()), default=0)
        return QSize(longest + self._beside(), self.look.target(64))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels."""
        metrics = QFontMetrics(self.look.font(22, SEMIBOLD))
        inside = max(1, width - self._beside())
        box = metrics.boundingRect(0, 0, inside, 10_000, Qt.TextFlag.TextWordWrap.value, self.text())
        end = round(ink_of(self._end_font, self.end).height())
        return max(self.look.target(64), box.height() + self.look.px(20), end + self.look.px(12))

    @property
    def _end_font(self) -> QFont:
        return self.look.font(20, MEDIUM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
            self.paint_ring(painter, self.look.px(12))
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        c, px = self.look.colours, self.look.px
        box = QRectF(self.rect())
        if self.isChecked() or self.is_held:
            painter.setPen(QPen(self.look.colour("damson"), 3) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour("damson_tint"))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), px(12), px(12))
        else:
            painter.setPen(self.look.colour("line"))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        inside = box.adjusted(px(20), 0, -px(20), 0)
        painter.setPen(self.look.colour("ink"))
        wide = width_of(self._end_font, self.end)
        left = inside.left() if mirrored else inside.right() - wide
        line_in(painter, self._end_font, self.end, QRectF(left, box.top(), wide, box.height()))
        used_end = wide + px(14)
        used_start = px(28 + 14) if self.icon_name else 0
        if self.icon_name:
            x = inside.right() - px(28) if mirrored else inside.left()
            name = icons.mirrored(self.icon_name) if mirrored else self.icon_name
            icons.draw(painter, name, x, box.center().y() - px(14), px(28), c.damson)
        left, right = (used_end, used_start) if mirrored else (used_start, used_end)
        painter.setFont(self.look.font(22, SEMIBOLD))
        flags = (start | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextWordWrap.value
        write_in(painter, inside.adjusted(left, 0, -right, 0), flags, self.text())
