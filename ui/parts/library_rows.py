"""Parts of home to touch: a row for a workshop, a card for a plan, a chip that says how a workshop stands."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.look import BOLD, REGULAR, SEMIBOLD, Look
from ui.parts.library import Chip
from ui.widgets.paint import icon_in, write_in
from ui.widgets.touch import Touchable

_WRAP = Qt.TextFlag.TextWordWrap.value


def height_of(font: QFont, words: str, width: int) -> int:
    """How high words are when they wrap, in screen pixels."""
    return QFontMetrics(font).boundingRect(0, 0, max(1, width), 10_000, _WRAP, words).height()


class WorkshopRow(Touchable):
    """One workshop: its title and day, how it stands, and an arrow. The whole row opens it."""

    def __init__(self, look: Look, title: str, about: str, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(look, title, parent)
        self.about, self.chip = about, chip
        self.setAccessibleDescription(f"{about}. {chip.text}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _fonts(self) -> tuple[QFont, QFont]:
        return self.look.font(26, BOLD), self.look.font(22, REGULAR)

    def _chip_width(self) -> int:
        words = QFontMetrics(self.look.font(20, SEMIBOLD)).horizontalAdvance(self.chip.text)
        return words + self.look.px(22 + 10 + 32)

    def _beside(self) -> int:
        return self._chip_width() + self.look.px(24 + 20 + 24 + 30 + 24)

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(self.look.px(600), self.heightForWidth(self.look.px(900)))

    def minimumSizeHint(self) -> QSize:
        """The chip, and some room for the title."""
        return QSize(self._beside() + self.look.px(120), self.look.target(92))

    def hasHeightForWidth(self) -> bool:
        """Long titles wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels."""
        inside = width - self._beside()
        first, second = self._fonts()
        words = height_of(first, self.text(), inside) + height_of(second, self.about, inside)
        return max(self.look.target(92), words + self.look.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.is_held:
                painter.fillRect(self.rect(), self.look.colour("damson_tint"))
            painter.fillRect(0, 0, self.width(), 3 if self.look.contrast else 1, self.look.colour("line"))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                self._paint(painter, mirrored=True)
            else:
                self._paint(painter, mirrored=False)
            self.paint_ring(painter, self.look.px(12))
        finally:
            painter.end()

    def _paint(self, painter: QPainter, *, mirrored: bool) -> None:
        px, c = self.look.px, self.look.colours
        first, second = self._fonts()
        inside = self.width() - self._beside()
        heights = [height_of(f, t, inside) for f, t in ((first, self.text()), (second, self.about))]
        top = (self.height() - sum(heights)) // 2
        left = self.width() - px(24) - inside if mirrored else px(24)
        across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        for font, words, colour, high in (
            (first, self.text(), "ink", heights[0]),
            (second, self.about, "ink2", heights[1]),
        ):
            painter.setFont(font)
            painter.setPen(self.look.colour(colour))
            write_in(painter, QRect(left, top, inside, high), across.value | _WRAP, words)
            top += high
        arrow = px(24) if mirrored else self.width() - px(24 + 30)
        name = "chevron-left" if mirrored else "chevron-right"
        icons.draw(painter, name, arrow, (self.height() - px(30)) / 2, px(30), c.ink)
        wide = self._chip_width()
        chip = px(24 + 30 + 24) if mirrored else self.width() - px(24 + 30 + 24) - wide
        self._paint_chip(painter, QRectF(chip, (self.height() - px(46)) / 2, wide, px(46)), mirrored)

    def _paint_chip(self, painter: QPainter, box: QRectF, mirrored: bool) -> None:
        px, c = self.look.px, self.look.colours
        words = "ink" if self.chip.kind == "edge" else self.chip.kind
        high = max(box.height(), QFontMetrics(self.look.font(20, SEMIBOLD)).height() + px(12))
        box = QRectF(box.left(), box.center().y() - high / 2, box.width(), high)
        painter.setBrush(self.look.colour("linen" if self.chip.kind == "edge" else f"{self.chip.kind}_tint"))
        painter.setPen(QPen(self.look.colour("ink" if self.look.contrast else "line"), 1))
        painter.drawRoundedRect(box, high / 2, high / 2)
        icon = QRectF(box.right() - px(16 + 22) if mirrored else box.left() + px(16), box.top(), px(22), high)
        icon_in(painter, self.chip.icon, icon, px(22), getattr(c, words))
        painter.setPen(self.look.colour(words))
        painter.setFont(self.look.font(20, SEMIBOLD))
        room = box.adjusted(px(14), 0, -px(16 + 22 + 8), 0) if mirrored else box.adjusted(px(48), 0, 0, 0)
        across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        write_in(painter, room, (across | Qt.AlignmentFlag.AlignVCenter).value, self.chip.text)


class PlanCard(Touchable):
    """One plan to start from; the whole card is the button."""

    def __init__(self, look: Look, title: str, about: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(look, title, parent)
        self.about, self.icon_name = about, icon
        self.setAccessibleDescription(about)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _fonts(self) -> tuple[QFont, QFont]:
        return self.look.font(24, BOLD), self.look.font(22, REGULAR)

    def _beside(self) -> int:
        return self.look.px(22 + 36 + 18 + 18 + 28 + 20)

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(self.look.px(560), self.heightForWidth(self.look.px(720)))

    def minimumSizeHint(self) -> QSize:
        """Some room for the words."""
        return QSize(self._beside() + self.look.px(160), self.look.target(80))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels."""
        inside = width - self._beside()
        first, second = self._fonts()
        words = height_of(first, self.text(), inside) + height_of(second, self.about, inside)
        return max(self.look.target(112), words + self.look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            px, c = self.look.px, self.look.colours
            painter.setPen(QPen(self.look.colour("edge"), 2))
            painter.setBrush(self.look.colour("damson_tint" if self.is_held else "paper"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(16), px(16))
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            middle = self.height() / 2
            start = self.width() - px(22 + 36) if mirrored else px(22)
            end = px(20) if mirrored else self.width() - px(20 + 28)
            icons.draw(painter, self.icon_name, start, middle - px(18), px(36), c.damson)
            arrow = "arrow-left" if mirrored else "arrow-right"
            icons.draw(painter, arrow, end, middle - px(14), px(28), c.ink)
            self._paint_words(painter, mirrored)
            self.paint_ring(painter, px(16))
        finally:
            painter.end()

    def _paint_words(self, painter: QPainter, mirrored: bool) -> None:
        px = self.look.px
        first, second = self._fonts()
        inside = self.width() - self._beside()
        heights = [height_of(f, t, inside) for f, t in ((first, self.text()), (second, self.about))]
        left = px(20 + 28 + 18) if mirrored else px(22 + 36 + 18)
        top = (self.height() - sum(heights)) // 2
        across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setPen(self.look.colour("ink"))
        for font, words, high in ((first, self.text(), heights[0]), (second, self.about, heights[1])):
            painter.setFont(font)
            write_in(painter, QRect(left, top, inside, high), across.value | _WRAP, words)
            top += high
