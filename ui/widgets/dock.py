"""The edge of the people's screen: what can be done here, what the colours mean, when it was saved."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.board import symbols
from ui.look import MEDIUM, NOTES, Look
from ui.parts.kinds import ALWAYS
from ui.widgets.boxes import column, row, within
from ui.widgets.card import Ground
from ui.widgets.icon import Icon
from ui.widgets.paint import width_of, write_in
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping
from ui.words import Words
from workshop.domain.kinds import NoteKind

SWATCH, BETWEEN = 34, 6
HIGHEST = 0.14  # of the screen
ALL = 1000
ACROSS = (Qt.Edge.TopEdge, Qt.Edge.BottomEdge)
_LINE = {
    Qt.Edge.TopEdge: "bottom",
    Qt.Edge.BottomEdge: "top",
    Qt.Edge.LeftEdge: "right",
    Qt.Edge.RightEdge: "left",
}
Labels = Sequence[tuple[NoteKind, str]]


def usual_labels(words: Words) -> Labels:
    """The kinds by their usual names."""
    return [(kind, words(NOTES[kind].label)) for kind in (*ALWAYS, NoteKind.BEFORE)]


class Legend(QWidget):
    """What each colour and symbol means; always in view where notes are."""

    def __init__(self, look: Look, words: Words, labels: Labels = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.labels = [*(labels or usual_labels(words))]
        self.rows = 2
        self.setAccessibleName(", ".join(label for _, label in self.labels))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: int) -> None:
        """Stand in so many rows: more rows are narrower."""
        self.rows = rows
        self.updateGeometry()

    @property
    def columns(self) -> int:
        """How many columns these rows need."""
        return math.ceil(len(self.labels) / self.rows)

    def _columns(self) -> list[int]:
        """The width of each column, in screen pixels."""
        font = self.look.font(20)
        wide = [self.look.px(SWATCH + 9 + 14) + width_of(font, label) for _, label in self.labels]
        return [max(wide[i :: self.columns]) for i in range(self.columns)]

    def _row(self) -> int:
        """The height of a row: a swatch, or the tallest words."""
        metrics, wraps = QFontMetrics(self.look.font(20)), Qt.TextFlag.TextSingleLine.value
        lines = [metrics.boundingRect(0, 0, 10_000, 1_000, wraps, label).height() for _, label in self.labels]
        return max(self.look.px(SWATCH), *lines)

    def sizeHint(self) -> QSize:
        """So many rows, as wide as the words."""
        return QSize(sum(self._columns()), self.rows * (self._row() + self.look.px(BETWEEN)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a swatch with its symbol, and its meaning, for each kind."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            widths = self._columns()
            for index in range(len(self.labels)):
                row_, column_ = divmod(index, self.columns)
                top = row_ * (self._row() + self.look.px(BETWEEN))
                self._paint_one(painter, index, sum(widths[:column_]), top, widths[column_])
        finally:
            painter.end()

    def _paint_one(self, painter: QPainter, index: int, left: int, top: int, width: int) -> None:
        kind, label = self.labels[index]
        note, px, c = NOTES[kind], self.look.px, self.look.colours
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, high = px(SWATCH), self._row()
        swatch = QRectF(self.width() - left - side if mirrored else left, top + (high - side) / 2, side, side)
        plain = self.look.contrast
        line = 2 if plain or note.symbol == "ring" else 1
        painter.setPen(QPen(QColor("#000000" if plain else note.edge), line))
        painter.setBrush(QColor("#FFFFFF" if plain else note.fill))
        painter.drawRoundedRect(swatch.adjusted(1, 1, -1, -1), px(5), px(5))
        inset = px(7)
        colour = "#000000" if plain else note.symbol_colour
        x, y = swatch.left() + inset, swatch.top() + inset
        symbols.draw(painter, note.symbol, x, y, side - 2 * inset, colour)
        painter.setPen(QColor(c.ink))
        painter.setFont(self.look.font(20))
        room = QRectF(left + side + px(9), top, width - side, high)
        if mirrored:
            room = QRectF(self.width() - left - width, top, width - side - px(9), high)
        across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        write_in(painter, room, (across | Qt.AlignmentFlag.AlignVCenter).value, label)


class Dock(Ground):
    """Buttons at the start, the legend where there is room, saved and the facilitator at the end.

    On a table that lies flat it may stand at any side: at the left and the right its parts stand
    below each other.
    """

    def __init__(
        self,
        look: Look,
        words: Words,
        buttons: Sequence[QWidget],
        facilitator: QWidget,
        saved: str,
        labels: Labels = (),
        side: Qt.Edge = Qt.Edge.BottomEdge,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "paper", _LINE[side], parent)
        self.side = side
        self.legend = Legend(look, words, labels)
        self.saved = Text(look, saved, 20, MEDIUM, wrap=side not in ACROSS)
        tick = row(look, 1, Icon(look, "check", 22, "leaf"), self.saved, 0 if side in ACROSS else 1, gap=8)
        self.end = end = column(look, 1, tick, facilitator, 1, gap=4)
        if side in ACROSS:
            acts = within(QWidget(), Wrapping(look, *buttons, gap=12))
            self.parts: QBoxLayout = row(look, acts, 1, self.legend, 1, end, gap=12, margins=(20, 8, 20, 8))
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.setMinimumHeight(look.px(112))
        else:
            self.parts = self._upright(words, buttons, facilitator, end)
        within(self, self.parts)

    def _upright(
        self, words: Words, buttons: Sequence[QWidget], facilitator: QWidget, end: QBoxLayout
    ) -> QBoxLayout:
        """All below each other, as wide as the widest; what has no room can be drawn up."""
        for button in (*buttons, facilitator):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.legend.set_rows(len(self.legend.labels))
        acts = within(QWidget(), column(self.look, *buttons, 1, gap=12))
        scroll = Scroll(self.look, acts, words("More"), words("Back"))
        hints = [part.sizeHint().width() for part in (*buttons, facilitator, self.legend)]
        self.setFixedWidth(max(hints) + self.look.px(32))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._acts = acts
        upright = column(self.look, scroll, self.legend, end, gap=12, margins=(16, 12, 16, 12))
        upright.setStretch(0, 1)
        return upright

    def fit_into(self, width: int) -> None:
        """Leave the legend away where it would push the buttons out, or make the dock too high."""
        if self.side in ACROSS:
            self._fit_across(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Upright, the legend is there as long as it leaves all buttons in sight."""
        if self.side not in ACROSS:
            parts = (self._acts, self.legend, self.end)
            high = sum(part.sizeHint().height() for part in parts) + 4 * self.look.px(12)
            self.legend.setVisible(high <= self.height())

    def _fit_across(self, width: int) -> None:
        shown = any(self._fits(rows, width) for rows in (2, 3))
        self.legend.setVisible(shown)
        # Without it all room is for the buttons, in two lines where they need it.
        self.parts.setStretch(0, 0 if shown else ALL)
        if not shown:
            self._lie_flat(width)

    def _lie_flat(self, width: int) -> None:
        """Where there is little room and all fits into one line, nothing makes the dock higher than that."""
        self.end.setDirection(QBoxLayout.Direction.LeftToRight)
        self.end.setSpacing(self.look.px(16))
        self.parts.invalidate()
        if self.look.roomy or self.parts.sizeHint().width() > width:
            self.end.setDirection(QBoxLayout.Direction.TopToBottom)
            self.end.setSpacing(self.look.px(4))

    def _fits(self, rows: int, width: int) -> bool:
        """Whether the legend has room in so many rows; it stays in them."""
        self.legend.set_rows(rows)
        too_high = self.legend.sizeHint().height() > self.look.screen.height * HIGHEST
        self.parts.invalidate()
        return self.parts.sizeHint().width() <= width and not too_high
