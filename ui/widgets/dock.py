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
from ui.widgets.text import Text
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
        metrics = QFontMetrics(self.look.font(20))
        wide = [self.look.px(34 + 9 + 14) + metrics.horizontalAdvance(label) for _, label in self.labels]
        return [max(wide[i::_COLUMNS]) for i in range(_COLUMNS)]

    def sizeHint(self) -> QSize:
        """Two rows, as wide as the words."""
        return QSize(sum(self._columns()), _ROWS * self.look.px(34) + self.look.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a swatch with its symbol, and its meaning, for each kind."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            left = 0
            for column_, width in enumerate(self._columns()):
                for row_ in range(_ROWS):
                    index = row_ * _COLUMNS + column_
                    self._paint_one(painter, index, left, row_ * self.look.px(40), width)
                left += width
        finally:
            painter.end()

    def _paint_one(self, painter: QPainter, index: int, left: int, top: int, width: int) -> None:
        kind, label = self.labels[index]
        note, px, c = NOTES[kind], self.look.px, self.look.colours
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = px(34)
        swatch = QRectF(self.width() - left - side if mirrored else left, top, side, side)
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
        room = QRectF(left + side + px(9), top, width - side, side)
        if mirrored:
            room = QRectF(self.width() - left - width, top, width - side - px(9), side)
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
        self.parts = row(look, *buttons, 1, self.legend, 1, end, gap=12, margins=(20, 8, 20, 8))
        within(self, self.parts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(look.px(112))

    def fit_into(self, width: int) -> None:
        """Leave the legend away where it would push the buttons out."""
        self.legend.setVisible(self.parts.sizeHint().width() <= width)
