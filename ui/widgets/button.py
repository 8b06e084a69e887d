"""Buttons of words with an icon: what they look like and how large they have to be."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.look import BOLD, MEDIUM, SEMIBOLD, Look
from ui.widgets.paint import width_of, write_in
from ui.widgets.touch import Touchable


class Kind(Enum):
    """What a button is for; it decides its colours."""

    PLAIN = "plain"  # white with an edge
    MAIN = "main"  # the one main act of a page
    STRONG = "strong"  # an answer of equal weight with another: damson outline
    QUIET = "quiet"  # words only
    ON_DAMSON = "on_damson"  # outlined on a damson page
    DARK = "dark"  # an answer that was given


@dataclass(frozen=True)
class Style:
    """How one button looks. Lengths are design pixels."""

    kind: Kind = Kind.PLAIN
    height: int = 64
    text: int = 22
    icon: int = 26
    padding: int = 26
    radius: int = 12
    above: bool = False  # the icon above the words
    icon_last: bool = False
    at_start: bool = False  # words at the start of the line, not in the middle
    second_text: int = 18
    at_least_mm: float = 0.0


PLAIN = Style()
SMALL = Style(padding=16, text=20, icon=22)
MAIN = Style(Kind.MAIN, 96, 30, 34, padding=40, radius=16)
STRONG = Style(Kind.STRONG, 96, 30, 34, padding=40, radius=16)
QUIET = Style(Kind.QUIET)
DOCK = Style(Kind.PLAIN, 96, 20, 28, padding=10, above=True)
DOCK_MAIN = Style(Kind.MAIN, 96, 26, 30, padding=30)
ANSWER = Style(Kind.STRONG, 172, 60, 60, radius=24, at_least_mm=14.0)
ON_DAMSON = Style(Kind.ON_DAMSON, 80)
TOOL = Style(height=88, text=22, padding=20, at_start=True)


@dataclass(frozen=True)
class Paint:
    """The colours of a button at one moment; "" for none."""

    fill: str
    edge: str
    words: str
    line: float


class Button(Touchable):
    """A button. `second` is a smaller line under its words."""

    def __init__(
        self,
        look: Look,
        text: str,
        icon: str = "",
        style: Style = PLAIN,
        second: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self.face = style
        self.icon_name = icon
        self.second = second
        self.setAccessibleDescription(second)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its words need at this width, and no higher: a row never stretches its buttons."""
        wanted = self.heightForWidth(self.width())
        if wanted != self.maximumHeight():
            self.setMaximumHeight(wanted)

    def say(self, text: str, second: str = "", icon: str | None = None) -> None:
        """Change its words."""
        self.second = second
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.why_not or second)
        if icon is not None:
            self.icon_name = icon
        self.updateGeometry()
        self.update()

    # Sizes

    def sizeHint(self) -> QSize:
        """As wide as its words, as high as its style or a finger needs."""
        first, second = width_of(self._first_font(), self.text()), width_of(self._second_font(), self.second)
        return self._size_for(max(first, second, 0 if self.text() else self._icon_px()) + self._beside() + 4)

    def minimumSizeHint(self) -> QSize:
        """Words may wrap, but never inside a word, and never below a finger."""
        words = [width_of(self._first_font(), word) for word in self.text().split()]
        words += [width_of(self._second_font(), word) for word in self.second.split()]
        width = max(words, default=self._icon_px()) + self._beside() + 4
        return QSize(
            max(width, self.look.target(64, self.face.at_least_mm)),
            self.look.target(self.face.height, self.face.at_least_mm),
        )

    def hasHeightForWidth(self) -> bool:
        """Words wrap when there is little room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels."""
        return self._size_for(width).height()

    def _size_for(self, width: int) -> QSize:
        finger = self.look.target(self.face.height, self.face.at_least_mm)
        narrowest = self.look.target(64, self.face.at_least_mm)
        words = self._words_height(max(width, narrowest) - self._beside())
        if self.face.above and self.icon_name:
            words += self._icon_px() + self.look.px(7)
        return QSize(max(width, narrowest), max(finger, words + 2 * self.look.px(8)))

    def _icon_px(self) -> int:
        """Icons grow with the words beside them."""
        ratio = self.look.text(self.face.text) / self.face.text
        return round(self.face.icon * ratio) if self.icon_name else 0

    def _beside(self) -> int:
        """The room across that is not for words: padding, icon and the gap between."""
        room = 2 * self.look.px(self.face.padding)
        if self.icon_name and not self.face.above and self.text():
            room += self._icon_px() + self.look.px(14)
        return room

    def _words_height(self, width: int) -> int:
        return _height(self._first_font(), self.text(), width) + (
            _height(self._second_font(), self.second, width) if self.second else 0
        )

    def _first_font(self) -> QFont:
        strong = self.face.kind in (Kind.MAIN, Kind.STRONG) or bool(self.second)
        return self.look.font(self.face.text, MEDIUM if self.why_not else BOLD if strong else SEMIBOLD)

    def _second_font(self) -> QFont:
        return self.look.font(self.face.second_text, MEDIUM)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, words, and the double ring when a key has led here."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint = self._colours()
            self._paint_ground(painter, paint)
            painter.setPen(QColor(paint.words))
            if self.face.above and self.icon_name:
                self._paint_above(painter, paint)
            else:
                self._paint_beside(painter, paint)
        finally:
            painter.end()

    def _colours(self) -> Paint:
        c, kind, held = self.look.colours, self.face.kind, self.is_held
        if self.why_not:
            return Paint(c.linen, c.line, c.ink2, 2)
        if self.isChecked() and kind is not Kind.DARK:
            return Paint(c.damson_tint, c.damson, c.damson, 3 if kind is Kind.PLAIN else 5)
        tint = c.damson_tint if held else c.paper
        return {
            Kind.PLAIN: Paint(tint, c.damson if held else c.edge, c.ink, 3 if held else 2),
            Kind.MAIN: Paint(c.damson_deep if held else c.damson, c.damson, c.on_damson, 2),
            Kind.STRONG: Paint(tint, c.damson, c.damson, 4 if self.face.height > 96 else 3),
            Kind.QUIET: Paint(c.damson_tint if held else "", "", c.damson, 0),
            Kind.ON_DAMSON: Paint(c.damson_deep if held else "", c.on_damson, c.on_damson, 2),
            Kind.DARK: Paint(c.ink, c.ink, c.paper, 2) if self.isChecked() else Paint(tint, c.ink, c.ink, 2),
        }[kind]

    def _paint_ground(self, painter: QPainter, paint: Paint) -> None:
        pen = max(1.0, paint.line * self.look.scale)
        box = QRectF(self.rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        radius = self.look.px(self.face.radius)
        painter.setPen(QPen(QColor(paint.edge), pen) if paint.edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(paint.fill) if paint.fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        self.paint_ring(painter, radius)

    @property
    def _icon_now(self) -> str:
        """The icon to show: a lock while it cannot be used, arrows turned round from right to left."""
        name = "lock" if self.why_not and self.icon_name else self.icon_name
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return icons.mirrored(name) if mirrored and name else name

    def _paint_above(self, painter: QPainter, paint: Paint) -> None:
        size, gap, pad = self._icon_px(), self.look.px(7), self.look.px(self.face.padding)
        words = self._words_height(self.width() - 2 * pad)
        top = (self.height() - words - size - gap) / 2
        icons.draw(painter, self._icon_now, (self.width() - size) / 2, top, size, paint.words)
        self._paint_words(painter, QRectF(pad, top + size + gap, self.width() - 2 * pad, words))

    def _paint_beside(self, painter: QPainter, paint: Paint) -> None:
        size, pad = self._icon_px(), self.look.px(self.face.padding)
        icon_room = self._beside() - 2 * pad if self.text() else size
        room = self.width() - self._beside()
        words = min(room, self._widest(room)) if self.text() else 0
        start = pad if self.face.at_start else max(pad, (self.width() - icon_room - words) / 2)
        words_at = start + (0 if self.face.icon_last else icon_room)
        icon_at = start + words + icon_room - size if self.face.icon_last else start
        if self.face.icon_last and self.face.at_start:
            icon_at = self.width() - pad - size
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            words_at, icon_at = self.width() - words_at - words, self.width() - icon_at - size
        if self.icon_name:
            icons.draw(painter, self._icon_now, icon_at, (self.height() - size) / 2, size, paint.words)
        if self.text():
            self._paint_words(painter, QRectF(words_at, 0, words, self.height()))

    def _widest(self, room: int) -> float:
        first = _bounds(self._first_font(), self.text(), room).width()
        second = _bounds(self._second_font(), self.second, room).width() if self.second else 0
        return max(first, second) + 3

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        """The words, and under them the second line, in the middle of the height."""
        across = Qt.AlignmentFlag.AlignHCenter
        if self.face.at_start or self.second:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = across.value | Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
        width = int(box.width())
        first = _height(self._first_font(), self.text(), width)
        second = _height(self._second_font(), self.second, width) if self.second else 0
        top = box.top() + (box.height() - first - second) / 2
        painter.setFont(self._first_font())
        write_in(painter, QRectF(box.left(), top, width, first), flags, self.text())
        if self.second:
            painter.setFont(self._second_font())
            write_in(painter, QRectF(box.left(), top + first, width, second), flags, self.second)


def _bounds(font: QFont, text: str, width: int) -> QRectF:
    box = QRectF(0, 0, max(1, width), 10_000)

    return QFontMetricsF(font).boundingRect(box, Qt.TextFlag.TextWordWrap.value, text)


def _height(font: QFont, text: str, width: int) -> int:
    return int(_bounds(font, text, width).height()) + 1 if text else 0
