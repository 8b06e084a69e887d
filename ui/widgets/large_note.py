"""A note large enough to be read from the back of the room, and its symbol."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.board import symbols
from ui.board.faces import reads_right_to_left, script_of
from ui.board.painting import BANDS
from ui.look import MEDIUM, NOTES, Look
from ui.widgets.boxes import column, row, within
from ui.widgets.text import Text
from ui.words import Words
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Note

BAND = 9  # design pixels


class Symbol(QWidget):
    """The symbol of a kind of note; `token` is the size of the words beside it."""

    def __init__(self, look: Look, kind: NoteKind, token: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.kind, self.side = look, kind, round(look.text(token) * 0.82)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square, with room above so that it stands beside the first line."""
        return QSize(self.side, round(self.side * 1.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the symbol."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colour = self.look.colours.ink if self.look.contrast else NOTES[self.kind].symbol_colour
            symbols.draw(painter, NOTES[self.kind].symbol, 0, self.side * 0.3, self.side, colour)
        finally:
            painter.end()


class LargeNote(QWidget):
    """One note: colour, symbol and words. It cannot be touched.

    `kind` is what its kind is called here; `images` are what is on it besides the words.
    """

    def __init__(
        self,
        look: Look,
        words: Words,
        note: Note,
        token: int = 44,
        kind: str = "",
        images: Sequence[QPixmap] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.kind = look, note.kind
        self.setAccessibleName(f"{kind or words(NOTES[note.kind].label)}. {note.text}")
        language = script_of(note.text, note.language)
        text = Text(look, note.text, token, MEDIUM, language=language)
        mirrored = reads_right_to_left(note.text)
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        )
        text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        symbol = Symbol(look, note.kind, token)
        edge = max(12, token // 2)
        said = column(look, *([self._beside_each_other(images)] if images else []), text, gap=8)
        laid_out = row(look, symbol, said, gap=max(8, token // 3), margins=(edge, edge // 2, edge, edge // 2))
        laid_out.setAlignment(symbol, Qt.AlignmentFlag.AlignTop)
        laid_out.setStretch(1, 1)
        within(self, laid_out)

    def _beside_each_other(self, images: Sequence[QPixmap]) -> QHBoxLayout:
        labels: list[QWidget] = []
        for image in images:
            label = QLabel()
            label.setPixmap(image)
            label.setFixedSize(image.size())
            labels.append(label)
        return row(self.look, *labels, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            note, look = NOTES[self.kind], self.look
            plain = look.contrast or look.calm
            line = 3 if look.contrast or self.kind is NoteKind.BEFORE else 1
            painter.setPen(QPen(QColor(look.colours.ink if look.contrast else note.edge), line))
            painter.setBrush(QColor("#FFFFFF" if plain else note.fill))
            box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(box, look.px(8), look.px(8))
            if self.kind is NoteKind.BEFORE:
                painter.drawRoundedRect(box.adjusted(6, 6, -6, -6), look.px(6), look.px(6))
            elif look.calm and not look.contrast:
                self._paint_band(painter, box)
        finally:
            painter.end()

    def _paint_band(self, painter: QPainter, box: QRectF) -> None:
        """The colour of the kind as a band at the side where reading starts."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        wide, round_ = self.look.px(BAND), self.look.px(8)
        whole, side = QPainterPath(), QPainterPath()
        whole.addRoundedRect(box, round_, round_)
        side.addRect(QRectF(box.right() - wide if mirrored else box.left(), box.top(), wide, box.height()))
        painter.fillPath(whole.intersected(side), QColor(BANDS[self.kind]))
