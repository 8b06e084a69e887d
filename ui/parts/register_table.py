"""The list of everybody as painted rows: a name, six cells, what we do, and an arrow that opens the row."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.look import BOLD, REGULAR, SEMIBOLD, Look
from ui.parts.arrival import ICONS, QUESTIONS
from ui.parts.register import CELL_WORDS, HEADINGS, ONE_VOICE, Cell, Row, here_as, said, what_we_do
from ui.widgets.boxes import row as row_of
from ui.widgets.boxes import within
from ui.widgets.paint import icon_in
from ui.widgets.text import Text
from ui.widgets.touch import Touchable
from ui.words import Words

CELL = (60, 52)  # design pixels
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class CellLook:
    """Ground, line and symbol of a cell; colour is never alone."""

    ground: str
    line: str
    icon: str = ""
    sign: str = ""
    dashed: bool = False


CELLS = {
    Cell.YES: CellLook("leaf_tint", "leaf", "check"),
    Cell.NO: CellLook("paper", "ink", "x"),
    Cell.OPEN: CellLook("paper", "edge", sign="?", dashed=True),
    Cell.WAITING: CellLook("amber_tint", "amber", "hourglass"),
    Cell.TAKEN_BACK: CellLook("brick_tint", "brick", "undo-2"),
    Cell.NOT_COUNTED: CellLook("paper", "edge", sign="—"),
}


def paint_cell(painter: QPainter, look: Look, cell: Cell, box: QRectF) -> None:
    """Paint a cell into a box."""
    face = CELLS[cell]
    line = look.colour(face.line)
    pen = QPen(line, max(2, look.px(2)))
    if face.dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(look.colour(face.ground))
    painter.drawRoundedRect(box, look.px(10), look.px(10))
    if face.icon:
        icon_in(painter, face.icon, box, look.px(28), line.name())
    else:
        painter.setPen(look.colour("ink2"))
        painter.setFont(look.font(20, BOLD))
        painter.drawText(box, _MIDDLE, face.sign)


class Columns:
    """How wide each column is, in screen pixels, for a list of a width."""

    def __init__(self, look: Look, words: Words, width: int) -> None:
        px, metrics = look.px, QFontMetrics(look.font(20, SEMIBOLD))
        headings = [words(heading) for heading in HEADINGS]
        self.left, self.end = px(20), px(56)
        widest = max(map(metrics.horizontalAdvance, headings))
        voice = max(QFontMetrics(look.font(21)).horizontalAdvance(words(one)) for one in ONE_VOICE.values())
        self.cell = max(px(CELL[0]), widest) + px(12)
        rest = width - self.left - self.end - len(headings) * self.cell
        self.voice = min(round(rest * 0.44), voice + px(16))
        self.name = round((rest - self.voice) * 0.48)
        self.needs = max(0, rest - self.name - self.voice)

    def cells_start(self) -> int:
        """Where the first cell begins."""
        return self.left + self.name + self.voice


class Heading(QWidget):
    """What the columns are, each question with its icon."""

    def __init__(self, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.words = look, words
        self.headings = [words(heading) for heading in HEADINGS]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(self.headings))

    def sizeHint(self) -> QSize:
        """An icon and a line of words."""
        return QSize(self.look.px(600), self.look.px(34) + round(self.look.text(20) * 1.7))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the headings and the line below."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        look, columns = self.look, Columns(self.look, self.words, self.width())
        painter.setPen(look.colour("ink2"))
        painter.setFont(look.font(20, SEMIBOLD))
        start, height = columns.cells_start(), self.height()
        for left, width, text in (
            (columns.left, columns.name, self.words("First name")),
            (columns.left + columns.name, columns.voice, self.words("Here as")),
            (start + len(QUESTIONS) * columns.cell + look.px(12), columns.needs, self.words("Needs")),
        ):
            painter.drawText(QRectF(left, 0, width - look.px(8), height), _LEFT, text)
        painter.setPen(look.colour("ink"))
        for i, (item, text) in enumerate(zip(QUESTIONS, self.headings, strict=True)):
            box = QRectF(start + i * columns.cell, 0, columns.cell, height)
            size, above = look.px(26), look.px(8)
            x = box.center().x() - size / 2
            icons.draw(painter, ICONS[item], x, above, size, look.colours.ink)
            painter.drawText(box.adjusted(0, size + above, 0, 0), _MIDDLE, text)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(0, height - 1, self.width(), height - 1)


class PersonRow(Touchable):
    """One person. A touch opens what can be done."""

    def __init__(
        self,
        look: Look,
        words: Words,
        row: Row,
        chosen: bool,
        touched: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, row.name, parent)
        self.row, self.words, self.chosen = row, words, chosen
        self.setAccessibleName(said(row, words))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: touched())

    def sizeHint(self) -> QSize:
        """One row, never lower than a finger."""
        return QSize(self.look.px(600), max(self.look.target(69), round(self.look.text(24) * 1.6)))

    def minimumSizeHint(self) -> QSize:
        """The same height, any width."""
        return QSize(self.look.px(300), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.chosen or self.is_held:
                painter.fillRect(self.rect(), self.look.colour("damson_tint"))
            if self.chosen:
                painter.fillRect(0, 0, self.look.px(6), self.height(), self.look.colour("damson"))
            self._paint(painter, Columns(self.look, self.words, self.width()))
            self.paint_ring(painter, self.look.px(8))
        finally:
            painter.end()

    def _paint(self, painter: QPainter, columns: Columns) -> None:
        px, start = self.look.px, columns.cells_start()
        needs = start + len(QUESTIONS) * columns.cell + px(12)
        self._words(painter, columns.left, columns.name, self.row.name, 24, BOLD)
        self._words(painter, columns.left + columns.name, columns.voice, here_as(self.row, self.words), 21)
        self._words(painter, needs, columns.needs, what_we_do(self.row, self.words), 20)
        wide, high = px(CELL[0]), min(px(CELL[1]), self.height() - px(12))
        for i, cell in enumerate(self.row.cells):
            left = start + i * columns.cell + (columns.cell - wide) / 2
            paint_cell(painter, self.look, cell, QRectF(left, (self.height() - high) / 2, wide, high))
        size = px(26)
        at = self.width() - px(20) - size
        icons.draw(painter, "chevron-right", at, (self.height() - size) / 2, size, self.look.colours.ink)
        painter.setPen(QPen(self.look.colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _words(
        self, painter: QPainter, left: int, width: int, text: str, token: int, weight: int = REGULAR
    ) -> None:
        """One line; what is too long ends in dots, and is whole in the opened row."""
        painter.setFont(self.look.font(token, weight))
        painter.setPen(QColor(self.look.colours.ink))
        room = width - self.look.px(8)
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room, self.height()), _LEFT, short)


class Sample(QWidget):
    """One cell of the legend."""

    def __init__(self, look: Look, cell: Cell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.cell = look, cell
        self.setFixedSize(look.px(CELL[0]), look.px(CELL[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cell."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            paint_cell(painter, self.look, self.cell, box)
        finally:
            painter.end()


def legend(look: Look, words: Words) -> QWidget:
    """What the cells mean; always in view."""
    parts: list[QWidget | int] = []
    for cell in Cell:
        parts += [Sample(look, cell), Text(look, words(CELL_WORDS[cell]), 20, colour="ink2")]
    laid_out = row_of(look, *parts, gap=12)
    laid_out.setStretch(2 * len(Cell) - 1, 1)
    return within(QWidget(), laid_out)
