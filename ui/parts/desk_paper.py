"""Typing notes from paper, fast: one touch or one key chooses the kind, Enter keeps the note."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.board import symbols
from ui.bridge import Bridge
from ui.look import NOTES, SEMIBOLD, Look
from ui.parts.desk_memory import Typed
from ui.widgets.field import Line
from ui.widgets.paint import write_in
from ui.widgets.touch import Touchable
from ui.words import Words
from workshop.domain.kinds import NoteKind, NoteState
from workshop.domain.records import Note

KINDS = (
    NoteKind.MATTERS,
    NoteKind.IDEA,
    NoteKind.WORKS_WELL,
    NoteKind.DOES_NOT_WORK,
    NoteKind.QUESTION,
    NoteKind.FELT,
)


@dataclass(frozen=True)
class TypedRow:
    """One note that was typed: its number, its kind, and its words where everybody may read them."""

    number: int
    kind: NoteKind | None
    text: str


def rows_of(room: Bridge, typed: Sequence[Typed], words: Words, most: int) -> tuple[TypedRow, ...]:
    """The last notes that were typed, the latest first; of one that lies face down only its number."""
    found = [room.get(Note, each.note) for each in reversed(typed)]
    return tuple(_row(note, words) for note in found if note is not None)[:most]


def _row(note: Note, words: Words) -> TypedRow:
    if note.state is NoteState.SHOWN:
        return TypedRow(note.number, note.kind, note.text)
    hidden = words("Face down") if note.state is NoteState.HIDDEN else words("Hidden at the desk")
    return TypedRow(note.number, None, hidden)


class PaperLine(Line):
    """The line to type in. While it is empty a figure chooses the kind; with Alt it does so always."""

    chose = Signal(int)  # the place of a kind, from 0
    group_moved = Signal(int)  # 1 down the list of groups, -1 up

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that choose, and leave all others to the line."""
        with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(KINDS) and (with_alt or not self.text()):
            self.chose.emit(place)
        elif with_alt and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.group_moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class KindButton(Touchable):
    """One kind of note: its colour, its symbol, its key and its words. The chosen one has a damson line."""

    chooses_itself = False

    def __init__(
        self,
        look: Look,
        kind: NoteKind,
        text: str,
        key: int,
        chosen: bool,
        choose: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, parent)
        self.kind, self.key = kind, key
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setAccessibleDescription(str(key))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.clicked.connect(lambda: choose())

    def _beside(self) -> int:
        return self.look.px(3 * 14 + 24) + QFontMetrics(self.look.font(20)).horizontalAdvance("0 ") + 4

    def sizeHint(self) -> QSize:
        """One line, as high as a finger needs."""
        metrics = QFontMetrics(self.look.font(22, SEMIBOLD))
        return QSize(metrics.horizontalAdvance(self.text()) + self._beside(), self.look.target(72))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        metrics = QFontMetrics(self.look.font(22, SEMIBOLD))
        longest = max(metrics.horizontalAdvance(word) for word in self.text().split())
        return QSize(longest + self._beside(), self.look.target(72))

    def hasHeightForWidth(self) -> bool:
        """Words wrap when there is little room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels."""
        metrics = QFontMetrics(self.look.font(22, SEMIBOLD))
        room, wrap = max(1, width - self._beside()), Qt.TextFlag.TextWordWrap.value
        words = metrics.boundingRect(0, 0, room, 10_000, wrap, self.text())
        return max(self.look.target(72), words.height() + self.look.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the kind."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
            self.paint_ring(painter, self.look.px(8))
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        look, px, note = self.look, self.look.px, NOTES[self.kind]
        plain, on = look.contrast or look.calm, self.isChecked()
        line = max(2, px(4 if on else 2))
        painter.setPen(QPen(look.colour("damson" if on else "edge"), line))
        painter.setBrush(look.colour("paper") if plain else note.fill)
        half = line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), px(8), px(8))
        symbol, middle = px(24), self.height() / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - px(14) - symbol if mirrored else px(14)
        colour = look.colours.ink if look.contrast else note.symbol_colour
        symbols.draw(painter, note.symbol, left, middle - symbol / 2, symbol, colour)
        room = QRectF(self.rect()).adjusted(px(14), 0, -px(14), 0)
        side = px(14) + symbol
        words = room.adjusted(0, 0, -side, 0) if mirrored else room.adjusted(side, 0, 0, 0)
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            start, end = end, start
        painter.setPen(look.colour("ink2"))
        painter.setFont(look.font(20))
        painter.drawText(words, (end | Qt.AlignmentFlag.AlignVCenter).value, str(self.key))
        used = painter.fontMetrics().horizontalAdvance("0 ")
        words = words.adjusted(used, 0, 0, 0) if mirrored else words.adjusted(0, 0, -used, 0)
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(22, SEMIBOLD))
        flags = (start | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextWordWrap.value
        write_in(painter, words, flags, self.text())
