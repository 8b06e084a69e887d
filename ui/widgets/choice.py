"""Choosing: one of a few, some of a few, a number a step at a time."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.look import BOLD, SEMIBOLD, Look
from ui.widgets.boxes import row, within
from ui.widgets.button import Button, Style
from ui.widgets.paint import icon_in, ink_of, line_in, width_of, write_in
from ui.widgets.text import Text
from ui.widgets.touch import Touchable


class Segment(Touchable):
    """One part of a row of choices; the chosen one is filled and says so to a screen reader."""

    chooses_itself = False

    def __init__(
        self,
        look: Look,
        text: str,
        chosen: bool = False,
        *,
        icon: str = "",
        language: str = "",
        token: int = 22,
        fill: str = "damson",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self.icon_name, self.language, self.token, self.fill = icon, language, token, fill
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as the word, never below a finger."""
        font = self.look.font(self.token, SEMIBOLD, self.language)
        width = width_of(font, self.text()) + self.look.px(40)
        if self.icon_name:
            width += self.look.px(32)
        side = self.look.target(64)
        high = math.ceil(ink_of(font, self.text()).height()) + self.look.px(16)
        return QSize(max(side, width), max(side, high))

    def minimumSizeHint(self) -> QSize:
        """The same: the word is not cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            c = self.look.colours
            fill = getattr(c, self.fill) if self.isChecked() else c.damson_tint if self.is_held else c.paper
            words = c.paper if self.isChecked() else c.ink
            painter.setPen(QPen(QColor(c.edge), 2))
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1, 1, -1, -1), self.look.px(8), self.look.px(8)
            )
            painter.setPen(QColor(words))
            font = self.look.font(self.token, SEMIBOLD, self.language)
            box = QRectF(self.rect())
            if self.icon_name:
                size, gap = self.look.px(24), self.look.px(8)
                left = (box.width() - width_of(font, self.text()) - size - gap) / 2
                icons.draw(painter, self.icon_name, left, (box.height() - size) / 2, size, words)
                box.setLeft(size + gap)
            self._paint_words(painter, font, box)
            self.paint_ring(painter, self.look.px(8))
        finally:
            painter.end()

    def _paint_words(self, painter: QPainter, font: QFont, box: QRectF) -> None:
        """On one line with the words of the other parts, but those of a tall script in the middle."""
        if QFontMetricsF(font).boundingRect(box, 0, self.text()).height() > box.height():
            line_in(painter, font, self.text(), box)
        else:
            painter.setFont(font)
            write_in(painter, box, Qt.AlignmentFlag.AlignCenter.value, self.text())


def one_of(
    look: Look,
    choices: Sequence[tuple[str, str, str]],
    chosen: str,
    choose: Callable[[str], object],
    *,
    token: int = 22,
    fill: str = "damson",
    gap: int = 0,
) -> QWidget:
    """A row of choices (key, words, icon or ""), of which one is chosen; `choose` is given its key."""
    whole = QWidget()
    parts = []
    for key, words, icon in choices:
        segment = Segment(look, words, key == chosen, icon=icon, token=token, fill=fill)
        segment.clicked.connect(lambda _=False, key=key: choose(key))
        parts.append(segment)
    return within(whole, row(look, *parts, gap=gap))


class Tick(Touchable):
    """A box to tick, with words beside it. `toggled` is sent when somebody ticks or unticks it."""

    def __init__(
        self,
        look: Look,
        text: str,
        ticked: bool = False,
        *,
        second: str = "",
        token: int = 22,
        framed: bool = False,
        box: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self.second, self.token, self.framed, self.box = second, token, framed, box
        self.setCheckable(True)
        self.setChecked(ticked)
        self.setAccessibleDescription(second)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _beside(self) -> int:
        return self.look.px(self.box + 16) + (self.look.px(36) if self.framed else 4)

    def sizeHint(self) -> QSize:
        """One line, as high as a finger."""
        words = QFontMetrics(self.look.font(self.token, SEMIBOLD)).horizontalAdvance(self.text())
        second = QFontMetrics(self.look.font(20)).horizontalAdvance(self.second) + self.look.px(12)
        width = words + (second if self.second else 0) + self._beside() + 6
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Words may wrap."""
        metrics = QFontMetrics(self.look.font(self.token, SEMIBOLD))
        longest = max((metrics.horizontalAdvance(w) for w in self.text().split()), default=0)
        width = longest + self._beside() + 6
        return QSize(width, self.look.target(64))

    def hasHeightForWidth(self) -> bool:
        """Words wrap when there is little room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels."""
        metrics = QFontMetrics(self.look.font(self.token, SEMIBOLD))
        box = metrics.boundingRect(0, 0, max(1, width - self._beside()), 10_000, 0x1000, self.text())
        return max(self.look.target(64), box.height() + self.look.px(16), self.look.px(self.box + 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the tick and the words."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
            self.paint_ring(painter, self.look.px(12))
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        c, px = self.look.colours, self.look.px
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inset = px(18) if self.framed else 2
        if self.framed:
            on = self.isChecked()
            painter.setPen(QPen(QColor(c.damson if on else c.edge), 3 if on else 2))
            painter.setBrush(QColor(c.damson_tint if on or self.is_held else c.paper))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), px(12), px(12))
        side = px(self.box)
        left = self.width() - inset - side if mirrored else inset
        box = QRectF(left, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(c.damson if self.isChecked() else c.edge), 2.5))
        painter.setBrush(QColor(c.damson if self.isChecked() else c.paper))
        painter.drawRoundedRect(box, px(9), px(9))
        if self.isChecked():
            icon_in(painter, "check", box, round(side * 0.7), c.paper)
        room = QRectF(self.rect()).adjusted(inset + side + px(16), 0, -px(4), 0)
        if mirrored:
            room = QRectF(self.rect()).adjusted(px(4), 0, -(inset + side + px(16)), 0)
        across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = (across | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextWordWrap.value
        painter.setPen(QColor(c.ink))
        painter.setFont(self.look.font(self.token, SEMIBOLD))
        write_in(painter, room, flags, self.text())
        if self.second:
            used = painter.fontMetrics().horizontalAdvance(self.text()) + px(12)
            rest = room.adjusted(0, 0, -used, 0) if mirrored else room.adjusted(used, 0, 0, 0)
            painter.setFont(self.look.font(20))
            write_in(painter, rest, flags, self.second)


class Stepper(QWidget):
    """A number with a button on either side. `name` says what is counted."""

    def __init__(
        self,
        look: Look,
        name: str,
        number: int,
        lowest: int,
        highest: int,
        change: Callable[[int], object],
        *,
        fewer: str,
        more: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.number, self.lowest, self.highest, self._change = number, lowest, highest, change
        self.setAccessibleName(name)
        self.shown = Text(look, str(number), 30, BOLD, wrap=False, centre=True)
        self.shown.setMinimumWidth(look.px(64))
        square = Style(padding=8, icon=28)
        less, plus = Button(look, "", "minus", square), Button(look, "", "plus", square)
        less.setAccessibleName(fewer)
        plus.setAccessibleName(more)
        less.clicked.connect(lambda: self._step(-1))
        plus.clicked.connect(lambda: self._step(1))
        within(self, row(look, less, self.shown, plus, gap=8))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _step(self, by: int) -> None:
        wanted = min(self.highest, max(self.lowest, self.number + by))
        if wanted != self.number:
            self.number = wanted
            self.shown.say(str(wanted))
            self._change(wanted)
