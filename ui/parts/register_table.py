"""The list of everybody as painted rows: a name, six cells, what we do, expenses, and an arrow to open it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.look import BOLD, REGULAR, SEMIBOLD, Look
from ui.parts.arrival import ICONS, QUESTIONS
from ui.parts.register import (
    CELL_WORDS,
    HEADINGS,
    ONE_VOICE,
    Cell,
    Row,
    here_as,
    name_of,
    said,
    what_we_do,
)
from ui.parts.register_money import Stands
from ui.widgets.boxes import column as column_of
from ui.widgets.boxes import row as row_of
from ui.widgets.boxes import within
from ui.widgets.paint import icon_in
from ui.widgets.text import Text
from ui.widgets.touch import Touchable
from ui.words import Words

CELL = (60, 52)  # design pixels
_A_NAME = "Harbhajan Kaur"  # as wide as names have to have room
_LEAST_NEEDS = 140  # design pixels
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


class Shape(Enum):
    """How a row is laid out: in columns, in columns of two lines, or with its cells under the name."""

    WIDE = "wide"
    TWO_LINES = "two_lines"
    STACKED = "stacked"


class Columns:
    """How wide each column is, in screen pixels, for a list of a width. Names are never squeezed away."""

    def __init__(self, look: Look, words: Words, width: int) -> None:
        px, metrics = look.px, QFontMetrics(look.font(20, SEMIBOLD))
        headings = [words(heading) for heading in HEADINGS]
        self.left, self.end, self.gap = px(20), px(56), px(12)
        self.cell = max(px(CELL[0]), max(map(metrics.horizontalAdvance, headings))) + px(12)
        self.voice = px(16) + max(
            QFontMetrics(look.font(21)).horizontalAdvance(words(one)) for one in ONE_VOICE.values()
        )
        least = QFontMetrics(look.font(24, BOLD)).horizontalAdvance(_A_NAME)
        self.money = px(150)
        rest = width - self.left - self.end - self.gap - len(headings) * self.cell
        self.shape = Shape.WIDE
        if rest < least + self.voice + self.money + px(_LEAST_NEEDS):
            self.voice = self.money = 0
            self.shape = Shape.TWO_LINES if rest >= least + px(_LEAST_NEEDS) else Shape.STACKED
        if self.shape is Shape.STACKED:
            self.name = self.needs = width - self.left - self.end
            self.cell = (width - self.left - self.end) // len(headings)
        else:
            self.name = max(least, round((rest - self.voice - self.money) * 0.45))
            self.needs = rest - self.name - self.voice - self.money

    def cells_start(self) -> int:
        """Where the first cell begins."""
        return self.left if self.shape is Shape.STACKED else self.left + self.name + self.voice

    def needs_start(self) -> int:
        """Where the needs begin."""
        if self.shape is Shape.STACKED:
            return self.left
        return self.cells_start() + len(QUESTIONS) * self.cell + self.gap

    def money_start(self) -> int:
        """Where the expenses begin."""
        return self.needs_start() + (self.needs if self.shape is Shape.WIDE else 0)


@lru_cache(maxsize=32)
def columns_of(look: Look, words: Words, width: int) -> Columns:
    """The columns of a width; worked out once for all rows of a list."""
    return Columns(look, words, width)


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
        look, columns = self.look, columns_of(self.look, self.words, self.width())
        painter.setPen(look.colour("ink2"))
        painter.setFont(look.font(20, SEMIBOLD))
        start, height = columns.cells_start(), self.height()
        for left, width, text in self._beside_the_cells(columns):
            room = width - look.px(8)
            short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, 0, room, height), _LEFT, short)
        painter.setPen(look.colour("ink"))
        for i, (item, text) in enumerate(zip(QUESTIONS, self.headings, strict=True)):
            box = QRectF(start + i * columns.cell, 0, columns.cell, height)
            size, above = look.px(26), look.px(8)
            x = box.center().x() - size / 2
            icons.draw(painter, ICONS[item], x, above, size, look.colours.ink)
            painter.drawText(box.adjusted(0, size + above, 0, 0), _MIDDLE, text)
        painter.setPen(QPen(look.colour("line"), 1))
        painter.drawLine(0, height - 1, self.width(), height - 1)

    def _beside_the_cells(self, columns: Columns) -> list[tuple[int, int, str]]:
        """Where each of the other headings stands, how much room it has, and what it says."""
        words = self.words
        if columns.shape is Shape.STACKED:
            return []
        name = (columns.left, columns.name, words("First name"))
        needs = (columns.needs_start(), columns.needs, words("Needs"))
        if columns.shape is Shape.TWO_LINES:
            return [name, needs]
        voice = (columns.left + columns.name, columns.voice, words("Here as"))
        return [name, voice, needs, (columns.money_start(), columns.money, words("Expenses"))]


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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: touched())

    def hasHeightForWidth(self) -> bool:
        """A row in a narrow list has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels; never lower than a finger."""
        look, columns = self.look, columns_of(self.look, self.words, width)
        first, second = round(look.text(24) * 1.5), round(look.text(20) * 1.5)
        lines = {
            Shape.WIDE: first,
            Shape.TWO_LINES: first + second,
            Shape.STACKED: first + look.px(CELL[1] + 8) + (second if self._second() else 0),
        }
        return max(look.target(69), lines[columns.shape] + look.px(8))

    def sizeHint(self) -> QSize:
        """As high as in a list of this width."""
        return QSize(self.look.px(600), self.heightForWidth(max(self.width(), self.look.px(600))))

    def minimumSizeHint(self) -> QSize:
        """One line, any width."""
        return QSize(self.look.px(300), self.look.target(69))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.chosen or self.is_held:
                painter.fillRect(self.rect(), self.look.colour("damson_tint"))
            if self.chosen:
                painter.fillRect(0, 0, self.look.px(6), self.height(), self.look.colour("damson"))
            self._paint(painter, columns_of(self.look, self.words, self.width()))
            self.paint_ring(painter, self.look.px(8))
        finally:
            painter.end()

    def _paint(self, painter: QPainter, columns: Columns) -> None:
        {
            Shape.WIDE: self._paint_wide,
            Shape.TWO_LINES: self._paint_two_lines,
            Shape.STACKED: self._paint_stacked,
        }[columns.shape](painter, columns)
        size = self.look.px(26)
        at = self.width() - self.look.px(20) - size
        icons.draw(painter, "chevron-right", at, (self.height() - size) / 2, size, self.look.colours.ink)
        painter.setPen(QPen(self.look.colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _paint_wide(self, painter: QPainter, columns: Columns) -> None:
        whole = (0, self.height())
        self._words(painter, columns.left, columns.name, name_of(self.row, self.words), 24, BOLD)
        self._words(painter, columns.left + columns.name, columns.voice, here_as(self.row, self.words), 21)
        self._paint_needs(painter, columns.needs_start(), columns.needs, whole)
        self._paint_money(painter, columns.money_start(), columns.money)
        self._paint_cells(painter, columns, whole)

    def _paint_two_lines(self, painter: QPainter, columns: Columns) -> None:
        """As whom under the name, expenses under the needs."""
        upper = (self.look.px(4), self.height() // 2)
        lower = (self.height() // 2, self.height() // 2 - self.look.px(4))
        self._words(painter, columns.left, columns.name, name_of(self.row, self.words), 24, BOLD, upper)
        voices = here_as(self.row, self.words)
        self._words(painter, columns.left, columns.name, voices, 20, rows=lower, colour="ink2")
        self._paint_needs(painter, columns.needs_start(), columns.needs, upper)
        money = lower if what_we_do(self.row, self.words) else None  # alone it stands in the middle
        self._words(painter, columns.needs_start(), columns.needs, self._money_in_words(), 20, rows=money)
        self._paint_cells(painter, columns, (0, self.height()))

    def _paint_stacked(self, painter: QPainter, columns: Columns) -> None:
        """The name and as whom, the cells below, then what there is of the rest."""
        px = self.look.px
        first, cells = round(self.look.text(24) * 1.5), px(CELL[1] + 8)
        name = " · ".join(filter(None, (name_of(self.row, self.words), here_as(self.row, self.words))))
        self._words(painter, columns.left, columns.name, name, 24, BOLD, (px(4), first))
        self._paint_cells(painter, columns, (px(4) + first, cells))
        below = (px(4) + first + cells, self.height() - first - cells - px(8))
        self._words(painter, columns.left, columns.needs, self._second(), 20, rows=below)

    def _second(self) -> str:
        """What stands on the last line of a stacked row."""
        none = self.row.money.stands is Stands.NONE
        parts = (what_we_do(self.row, self.words), "" if none else self._money_in_words())
        return " · ".join(filter(None, parts))

    def _money_in_words(self) -> str:
        return self.words("Expenses: {what}", what=self.row.money.in_short(self.words))

    def _paint_cells(self, painter: QPainter, columns: Columns, rows: tuple[int, int]) -> None:
        top, room = rows
        wide, high = self.look.px(CELL[0]), min(self.look.px(CELL[1]), room - self.look.px(8))
        for i, cell in enumerate(self.row.cells):
            left = columns.cells_start() + i * columns.cell + (columns.cell - wide) / 2
            paint_cell(painter, self.look, cell, QRectF(left, top + (room - high) / 2, wide, high))

    def _paint_needs(self, painter: QPainter, left: int, width: int, rows: tuple[int, int]) -> None:
        """What we do; before a time to leave, and before somebody from earlier, stands a sign."""
        text = what_we_do(self.row, self.words)
        icon = "history" if self.row.expected else "clock" if self.row.leaves else ""
        size, gap = self.look.px(26), self.look.px(10)
        if icon and width > 4 * size:
            top = rows[0] + (rows[1] - size) / 2
            icons.draw(painter, icon, left, top, size, self.look.colours.ink)
            left, width = left + size + gap, width - size - gap
        self._words(painter, left, width, text, 20, rows=rows)

    def _paint_money(self, painter: QPainter, left: int, width: int) -> None:
        """A chip, but for nothing to claim: that is words only."""
        text, stands = self.row.money.in_short(self.words), self.row.money.stands
        if stands is Stands.NONE:
            self._words(painter, left, width, text, 20, colour="ink2")
            return
        asked = stands is not Stands.ASK
        ground, line, ink = ("leaf_tint", "leaf", "leaf") if asked else ("paper", "edge", "ink2")
        px, font = self.look.px, self.look.font(20, BOLD)
        wide = min(width - px(8), QFontMetrics(font).horizontalAdvance(text) + px(30))
        high = min(self.height() - px(16), round(self.look.text(20) * 1.9))
        box = QRectF(left, (self.height() - high) / 2, wide, high)
        style = Qt.PenStyle.SolidLine if asked else Qt.PenStyle.DashLine
        painter.setPen(QPen(self.look.colour(line), 1, style))
        painter.setBrush(self.look.colour(ground))
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setPen(self.look.colour(ink))
        painter.setFont(font)
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(wide - px(16)))
        painter.drawText(box, _MIDDLE, short)

    def _words(
        self,
        painter: QPainter,
        left: int,
        width: int,
        text: str,
        token: int,
        weight: int = REGULAR,
        rows: tuple[int, int] | None = None,
        colour: str = "ink",
    ) -> None:
        """One line between two heights; what is too long ends in dots, and is whole in the opened row."""
        top, high = rows or (0, self.height())
        painter.setFont(self.look.font(token, weight))
        painter.setPen(self.look.colour(colour))
        room = width - self.look.px(8)
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, top, room, high), _LEFT, short)


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


def legend(look: Look, words: Words, stacked: bool = False) -> QWidget:
    """What the cells mean; always in view, or under the list where there is little room."""
    if stacked:
        lines = [_meaning(look, words, cell) for cell in Cell]
        return within(QWidget(), column_of(look, *lines, gap=8))
    parts: list[QWidget | int] = []
    for cell in Cell:
        parts += [Sample(look, cell), Text(look, words(CELL_WORDS[cell]), 20, colour="ink2")]
    laid_out = row_of(look, *parts, gap=12)
    laid_out.setStretch(2 * len(Cell) - 1, 1)
    return within(QWidget(), laid_out)


def _meaning(look: Look, words: Words, cell: Cell) -> QWidget:
    line = row_of(look, Sample(look, cell), Text(look, words(CELL_WORDS[cell]), 20, colour="ink2"), gap=12)
    line.setStretch(1, 1)
    return within(QWidget(), line)
