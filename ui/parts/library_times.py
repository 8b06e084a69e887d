"""A time to go back to, as a row to touch: a ring, the clock, what was there, and how new it is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import BOLD, REGULAR, Look
from ui.parts.library_rows import height_of
from ui.widgets.paint import icon_in, write_in
from ui.widgets.touch import Touchable

_WRAP = Qt.TextFlag.TextWordWrap.value


class TimeRow(Touchable):
    """One of several times; the chosen one has a tick."""

    chooses_itself = False

    def __init__(
        self, look: Look, when: str, what: str, how_new: str, chosen: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, when, parent)
        self.what, self.how_new = what, how_new
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setAccessibleDescription(f"{what}. {how_new}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _widths(self) -> tuple[int, int]:
        """The room of the clock and of how new it is, in screen pixels."""
        clock = QFontMetrics(self.look.font(30, BOLD)).horizontalAdvance(self.text())
        new = QFontMetrics(self.look.font(25, REGULAR)).horizontalAdvance(self.how_new)
        return max(self.look.px(130), clock + self.look.px(24)), new

    def _inside(self, width: int) -> int:
        clock, new = self._widths()
        return width - clock - new - self.look.px(24 + 40 + 24 + 24 + 24)

    def sizeHint(self) -> QSize:
        """One line, as high as a finger needs."""
        return QSize(self.look.px(900), self.heightForWidth(self.look.px(1300)))

    def minimumSizeHint(self) -> QSize:
        """The clock, how new it is, and a word."""
        return QSize(sum(self._widths()) + self.look.px(136 + 120), self.look.target(78))

    def hasHeightForWidth(self) -> bool:
        """What was there wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels."""
        words = height_of(self.look.font(25, REGULAR), self.what, self._inside(width))
        return max(self.look.target(78), words + self.look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            px, on = self.look.px, self.isChecked()
            painter.setPen(QPen(self.look.colour("damson" if on else "edge"), 3 if on else 2))
            painter.setBrush(self.look.colour("damson_tint" if on or self.is_held else "paper"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), px(14), px(14))
            self._paint(painter, self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
            self.paint_ring(painter, px(14))
        finally:
            painter.end()

    def _paint(self, painter: QPainter, mirrored: bool) -> None:
        px = self.look.px
        clock, new = self._widths()
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            start, end = end, start
        self._paint_ring_of_choice(painter, self._box(px(24), px(40), mirrored))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self.look.colour("ink"))
        painter.setFont(self.look.font(30, BOLD))
        write_in(painter, self._box(px(88), clock, mirrored), (start | middle).value, self.text())
        painter.setFont(self.look.font(25, REGULAR))
        what = self._box(px(88) + clock, self._inside(self.width()), mirrored)
        write_in(painter, what, (start | middle).value | _WRAP, self.what)
        last = self._box(self.width() - px(24) - new - 2, new + 2, mirrored)
        write_in(painter, last, (end | middle).value, self.how_new)

    def _box(self, left: int, width: int, mirrored: bool) -> QRectF:
        return QRectF(self.width() - left - width if mirrored else left, 0, width, self.height())

    def _paint_ring_of_choice(self, painter: QPainter, box: QRectF) -> None:
        side = self.look.px(38)
        ring = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        painter.setPen(QPen(self.look.colour("damson" if self.isChecked() else "edge"), 2.5))
        painter.setBrush(self.look.colour("damson" if self.isChecked() else "paper"))
        painter.drawEllipse(ring)
        if self.isChecked():
            icon_in(painter, "check", ring, self.look.px(24), self.look.colours.paper)
