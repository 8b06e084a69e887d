"""The foot of the people's screen: what can be done here, what the colours mean, when it was saved."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.board import symbols
from ui.look import MEDIUM, NOTES, Look
from ui.widgets.boxes import column, row, within
from ui.widgets.card import Ground
from ui.widgets.icon import Icon
from ui.widgets.paint import width_of
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping
from ui.words import Words
from workshop.domain.kinds import NoteKind

_SHOWN = (
    NoteKind.MATTERS,
    NoteKind.IDEA,
    NoteKind.WORKS_WELL,
    NoteKind.DOES_NOT_WORK,
    NoteKind.QUESTION,
    NoteKind.BEFORE,
)
_ROWS, _COLUMNS = 2, 3
SWATCH, BETWEEN = 34, 6
HIGHEST = 0.14  # of the screen
ALL = 1000


class Legend(QWidget):
    """What each colour and symbol means; always in view where notes are."""

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.labels = [(kind, words(NOTES[kind].label)) for kind in _SHOWN]
        self.setAccessibleName(", ".join(label for _, label in self.labels))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _columns(self) -> list[int]:
        """The width of each column, in screen pixels."""
        font = self.look.font(20)
        wide = [self.look.px(SWATCH + 9 + 14) + width_of(font, label) for _, label in self.labels]
        return [max(wide[i::_COLUMNS]) for i in range(_COLUMNS)]

    def _row(self) -> int:
        """The height of a row: a swatch, or the tallest words."""
        metrics, wraps = QFontMetrics(self.look.font(20)), Qt.TextFlag.TextSingleLine.value
        lines = [metrics.boundingRect(0, 0, 10_000, 1_000, wraps, label).height() for _, label in self.labels]
        return max(self.look.px(SWATCH), *lines)

    def sizeHint(self) -> QSize:
        """Two rows, as wide as the words."""
        return QSize(sum(self._columns()), _ROWS * self._row() + self.look.px(BETWEEN))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a swatch with its symbol, and its meaning, for each kind."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            left = 0
            for column_, width in enumerate(self._columns()):
                for row_ in range(_ROWS):
                    index = row_ * _COLUMNS + column_
                    top = row_ * (self._row() + self.look.px(BETWEEN))
                    self._paint_one(painter, index, left, top, width)
                left += width
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
        painter.drawText(room, (across | Qt.AlignmentFlag.AlignVCenter).value, label)


class Dock(Ground):
    """Buttons at the start, the legend where there is room, saved and the facilitator at the end."""

    def __init__(
        self,
        look: Look,
        words: Words,
        buttons: Sequence[QWidget],
        facilitator: QWidget,
        saved: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "paper", "top", parent)
        self.legend = Legend(look, words)
        self.saved = Text(look, saved, 20, MEDIUM, wrap=False)
        tick = row(look, 1, Icon(look, "check", 22, "leaf"), self.saved, gap=8)
        end = column(look, 1, tick, facilitator, 1, gap=4)
        acts = within(QWidget(), Wrapping(look, *buttons, gap=12))
        self.parts = row(look, acts, 1, self.legend, 1, end, gap=12, margins=(20, 8, 20, 8))
        within(self, self.parts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(look.px(112))

    def fit_into(self, width: int) -> None:
        """Leave the legend away where it would push the buttons out, or make the dock too high."""
        too_high = self.legend.sizeHint().height() > self.look.screen.height * HIGHEST
        shown = self.parts.sizeHint().width() <= width and not too_high
        self.legend.setVisible(shown)
        # Without it all room is for the buttons, in two lines where they need it.
        self.parts.setStretch(0, 0 if shown else ALL)
