"""A row of the review: one idea of a whole ballot, before it is cast."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import BOLD, MEDIUM, SEMIBOLD, Look
from ui.widgets.ballot_card import MOST_CIRCLES, dots_width, draw_dots, words_height
from ui.widgets.paint import write_in


class ReviewRow(QWidget):
    """One idea of a whole ballot: its number, its words, and this person's dots or "no dot"."""

    def __init__(
        self,
        look: Look,
        number: int,
        title: str,
        dots: int,
        said: str,
        end: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.number, self.title, self.dots, self.end = look, number, title, dots, end
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def _title_font(self) -> QFont:
        return self.look.font(28 if self.look.roomy and not self.look.private else 22, SEMIBOLD)

    @property
    def _pad(self) -> int:
        return self.look.px(14 if self.look.private else 24)

    def _sides(self) -> tuple[int, int]:
        """What lies before and after the title, in screen pixels."""
        circle = max(self.look.px(44), round(self.look.text(22) * 1.6))
        end = QFontMetrics(self.look.font(22, MEDIUM)).horizontalAdvance(self.end) if self.end else 0
        if 0 < self.dots <= MOST_CIRCLES:
            end += round(dots_width(self.look.px(42), self.dots)) + self.look.px(10)
        return self._pad + circle + self.look.px(16), end + self._pad + self.look.px(16)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels."""
        inside = width - sum(self._sides())
        return max(self.look.px(56), words_height(self._title_font, self.title, inside) + self.look.px(16))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        width = self.look.px(600)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word fits."""
        metrics = QFontMetrics(self._title_font)
        longest = max((metrics.horizontalAdvance(word) for word in self.title.split()), default=0)
        return QSize(longest + sum(self._sides()), self.look.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        c, px = self.look.colours, self.look.px
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pen = max(1.0, (4 if self.dots else 2) * self.look.scale)
        painter.setPen(QPen(QColor(c.damson if self.dots else c.line), pen))
        painter.setBrush(QColor(c.paper))
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        painter.drawRoundedRect(box, px(12), px(12))
        before, after = self._sides()
        circle = before - self._pad - px(16)
        x = self.width() - self._pad - circle if mirrored else self._pad
        round_ = QRectF(x, (self.height() - circle) / 2, circle, circle)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(c.ink), max(2, px(2))))
        painter.drawEllipse(round_)
        painter.setFont(self.look.font(22, BOLD))
        painter.drawText(round_, Qt.AlignmentFlag.AlignCenter.value, str(self.number))
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            start, end = end, start
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._title_font)
        left, right = (after, before) if mirrored else (before, after)
        words = QRectF(self.rect()).adjusted(left, 0, -right, 0)
        flags = (start | middle).value | Qt.TextFlag.TextWordWrap.value
        write_in(painter, words, flags, self.title)
        painter.setFont(self.look.font(22, MEDIUM))
        write_in(painter, box.adjusted(self._pad, 0, -self._pad, 0), (end | middle).value, self.end)
        self._paint_dots(painter, mirrored)

    def _paint_dots(self, painter: QPainter, mirrored: bool) -> None:
        if not 0 < self.dots <= MOST_CIRCLES:
            return
        size, after = self.look.px(42), self._sides()[1] - self.look.px(16)
        width = round(dots_width(size, self.dots))
        x = after - width if mirrored else self.width() - after
        at = QPointF(x, (self.height() - size) / 2)
        draw_dots(painter, self.look, at, size, self.dots, self.dots)
