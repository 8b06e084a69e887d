"""A result as a table that is painted: place, idea, dots, number, and a bar for each voice."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.look import BOLD, MEDIUM, REGULAR, SEMIBOLD, Look
from ui.parts.results import Chip, Shown
from ui.widgets.paint import write_in

LILAC = ("#E6DDF5", "#4A2E86")
_WRAP = Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True)
class Columns:
    """Where the columns of a table begin and how wide they are, in screen pixels from the start side.

    In a narrow table the dots are a number only, and the voices stand in words under the idea.
    """

    place: QRect
    idea: QRect
    dots: QRect
    number: QRect
    voices: tuple[QRect, ...]

    @classmethod
    def of(cls, look: Look, width: int, voices: int) -> "Columns":
        """The columns of a table of a width."""
        letter, edge = look.text(22), look.px(24)
        narrow = width < letter * (44 + 9 * voices)
        place, number = round(letter * 3.4), round(letter * 3.2)
        each = 0 if narrow else round(letter * 9)
        rest = width - 2 * edge - place - number - each * voices
        idea = rest if narrow else round(rest * 0.56)
        widths = [place, idea, rest - idea, number, *([each] * voices if not narrow else [])]
        starts = [edge + sum(widths[:i]) for i in range(len(widths))]
        boxes = [QRect(start, 0, wide, 0) for start, wide in zip(starts, widths, strict=True)]
        return cls(boxes[0], boxes[1], boxes[2], boxes[3], tuple(boxes[4:]))


class _Painted(QWidget):
    """A row of the table."""

    def __init__(self, look: Look, voices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.voices = look, tuple(voices)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def columns_at(self, width: int) -> Columns:
        """The columns at a width."""
        return Columns.of(self.look, width, len(self.voices))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        width = self.look.px(900)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Place, number and a long word."""
        return QSize(self.look.text(22) * 18, self.look.px(56))

    def box(self, column: QRect, top: int = 0, height: int = 0) -> QRect:
        """A column in this row; mirrored where people read from the right."""
        left = column.left()
        if self._mirrored:
            left = self.width() - column.left() - column.width()
        return QRect(left, top, column.width(), height or self.height() - top)

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def _start(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row and the line above it."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_row(painter, self.columns_at(self.width()))
        finally:
            painter.end()

    def paint_row(self, painter: QPainter, columns: Columns) -> None:
        """Paint what is in the columns."""
        raise NotImplementedError


class ResultHead(_Painted):
    """The headings of the table; `voices` with how many people each stands for, in words."""

    def __init__(self, look: Look, headings: tuple[str, str, str], voices: Sequence[tuple[str, str]]) -> None:
        super().__init__(look, [voice for voice, _ in voices])
        self.headings, self.sizes = headings, [people for _, people in voices]

    @property
    def _letters(self) -> QFont:
        return self.look.font(20, MEDIUM)

    def _shown(self, columns: Columns) -> list[tuple[QRect, str]]:
        """The headings that have room, each in its box."""
        named = zip((columns.place, columns.idea, columns.dots), self.headings, strict=True)
        shown = [(self.box(c), words) for c, words in named if c.width() > self.look.text(20) * 3]
        inset = self.look.px(14)
        for column, voice, people in zip(columns.voices, self.voices, self.sizes, strict=False):
            shown.append((self.box(column).adjusted(inset, 0, 0, 0), f"{voice}\n{people}"))
        return shown

    def heightForWidth(self, width: int) -> int:
        """Two lines; more where words wrap or the letters are tall."""
        shown = self._shown(self.columns_at(width))
        tallest = max((_height(self._letters, words, box.width()) for box, words in shown), default=0)
        return max(round(self.look.text(20) * 2.9), tallest)

    def paint_row(self, painter: QPainter, columns: Columns) -> None:
        """Paint the headings."""
        painter.setPen(self.look.colour("ink"))
        painter.setFont(self._letters)
        flags = (self._start | Qt.AlignmentFlag.AlignVCenter).value | _WRAP
        for box, words in self._shown(columns):
            write_in(painter, box, flags, words)


class ResultRow(_Painted):
    """One idea. `most` is the largest cell of the table by voice: its bar is the longest."""

    def __init__(self, look: Look, row: Shown, voices: Sequence[str], most: int, not_split: str) -> None:
        super().__init__(look, voices)
        self.row, self.most, self.not_split = row, max(1, most), not_split
        self.setAccessibleName(row.said)

    # Sizes

    @property
    def _title(self) -> QFont:
        return self.look.font(24, BOLD)

    def _below(self, columns: Columns) -> str:
        """The voices in words, where they have no columns."""
        if columns.voices or not self.voices:
            return ""
        if self.row.cells is None:
            return self.not_split
        cells = zip(self.voices, self.row.cells, strict=True)
        return " · ".join(f"{voice} {dots}" for voice, dots in cells)

    def _place_lines(self) -> list[tuple[QFont, str, int]]:
        """The place, and below it that others share it: font, words and height of each line."""
        lines = [(self.look.font(28, BOLD), self.row.place), (self.look.font(20, SEMIBOLD), self.row.equal)]
        return [(font, words, _height(font, words, 100_000)) for font, words in lines if words]

    def _chip_height(self) -> int:
        return round(self.look.text(20) * 1.7)

    def heightForWidth(self, width: int) -> int:
        """Title, chips, and the voices where they are words; never less than the place needs."""
        columns = self.columns_at(width)
        inside = columns.idea.width() - self.look.px(20)
        height = _height(self._title, self.row.title, inside)
        height += len(self.row.chips) * (self._chip_height() + self.look.px(6))
        below = self._below(columns)
        height += _height(self.look.font(20), below, inside) if below else 0
        place = sum(high for _, _, high in self._place_lines())
        return max(height + self.look.px(20), self.look.px(64), place)

    # Painting

    def paint_row(self, painter: QPainter, columns: Columns) -> None:
        """Paint all columns."""
        painter.fillRect(0, 0, self.width(), 3 if self.look.contrast else 1, self.look.colour("line"))
        self._paint_place(painter, columns)
        self._paint_idea(painter, columns)
        self._paint_dots(painter, columns)
        self._paint_voices(painter, columns)

    def _paint_place(self, painter: QPainter, columns: Columns) -> None:
        box, lines = self.box(columns.place), self._place_lines()
        painter.setPen(self.look.colour("ink"))
        top = (self.height() - sum(high for _, _, high in lines)) // 2
        for font, words, high in lines:
            painter.setFont(font)
            write_in(painter, QRect(box.left(), top, box.width(), high), self._start.value, words)
            top += high

    def _paint_idea(self, painter: QPainter, columns: Columns) -> None:
        inside = columns.idea.width() - self.look.px(20)
        height = _height(self._title, self.row.title, inside)
        below = self._below(columns)
        more = _height(self.look.font(20), below, inside) if below else 0
        chips = len(self.row.chips) * (self._chip_height() + self.look.px(6))
        top = (self.height() - height - more - chips) // 2
        box = self.box(columns.idea)
        left = box.right() + 1 - inside if self._mirrored else box.left()
        painter.setPen(self.look.colour("ink"))
        painter.setFont(self._title)
        write_in(painter, QRect(left, top, inside, height), self._start.value | _WRAP, self.row.title)
        top += height
        if below:
            painter.setFont(self.look.font(20))
            write_in(painter, QRect(left, top, inside, more), self._start.value | _WRAP, below)
            top += more
        for chip in self.row.chips:
            top += self.look.px(6)
            self._paint_chip(painter, chip, QRect(left, top, inside, self._chip_height()))
            top += self._chip_height()

    def _paint_chip(self, painter: QPainter, chip: Chip, room: QRect) -> None:
        c, px = self.look.colours, self.look.px
        ground, words = (c.amber_tint, c.amber) if chip.kind == "amber" else LILAC
        if self.look.contrast:
            ground, words = c.paper, c.ink
        painter.setFont(self.look.font(20, SEMIBOLD))
        icon = round(self.look.text(20) * 1.1)
        text = painter.fontMetrics().horizontalAdvance(chip.words)
        width = min(room.width(), text + icon + px(40))
        left = room.right() + 1 - width if self._mirrored else room.left()
        box = QRectF(left, room.top(), width, room.height())
        painter.setPen(QPen(QColor(words), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        x = box.right() - px(14) - icon if self._mirrored else box.left() + px(14)
        icons.draw(painter, chip.icon, x, box.center().y() - icon / 2, icon, words)
        side = (px(14), 0, -px(24) - icon, 0) if self._mirrored else (px(24) + icon, 0, -px(8), 0)
        flags = (self._start | Qt.AlignmentFlag.AlignVCenter).value
        write_in(painter, box.adjusted(*side), flags, chip.words)

    def _paint_dots(self, painter: QPainter, columns: Columns) -> None:
        c, end = self.look.colours, Qt.AlignmentFlag.AlignRight
        if self._mirrored:
            end = Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(c.ink))
        painter.setFont(self.look.font(30, BOLD))
        number = self.box(columns.number).adjusted(self.look.px(10), 0, -self.look.px(20), 0)
        painter.drawText(number, (end | Qt.AlignmentFlag.AlignVCenter).value, str(self.row.dots))
        room = self.box(columns.dots)
        if room.width() < self.look.px(60):
            return
        if not self.row.dots:
            painter.setFont(self.look.font(20, REGULAR))
            flags = (self._start | Qt.AlignmentFlag.AlignVCenter).value | _WRAP
            write_in(painter, room, flags, self.row.none)
            return
        self._paint_circles(painter, room)

    def _paint_circles(self, painter: QPainter, room: QRect) -> None:
        """One circle a dot; more than fit in two lines are a bar."""
        size, step = self.look.px(26), self.look.px(32)
        across = max(1, room.width() // step)
        lines = -(-self.row.dots // across)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("damson"))
        if lines > 2:
            painter.drawRect(QRectF(room.left(), self.height() / 2 - size / 2, room.width() * 0.95, size))
            return
        top = (self.height() - lines * step) / 2 + (step - size) / 2
        for i in range(self.row.dots):
            x = (i % across) * step
            left = room.right() + 1 - x - size if self._mirrored else room.left() + x
            painter.drawEllipse(QRectF(left, top + (i // across) * step, size, size))

    def _paint_voices(self, painter: QPainter, columns: Columns) -> None:
        for i, column in enumerate(columns.voices):
            box = self.box(column)
            line = box.right() if self._mirrored else box.left()
            painter.fillRect(
                line, self.look.px(14), 1, self.height() - self.look.px(28), self.look.colour("line")
            )
            box.adjust(self.look.px(14), 0, -self.look.px(14), 0)
            if self.row.cells is None:
                painter.setPen(self.look.colour("ink2"))
                painter.setFont(self.look.font(20, REGULAR))
                flags = (self._start | Qt.AlignmentFlag.AlignVCenter).value | _WRAP
                write_in(painter, box, flags, self.not_split)
            else:
                self._paint_bar(painter, box, self.row.cells[i])

    def _paint_bar(self, painter: QPainter, box: QRect, dots: int) -> None:
        painter.setFont(self.look.font(22, BOLD))
        number = painter.fontMetrics().horizontalAdvance("000")
        high = self.look.px(24)
        length = round((box.width() - number) * dots / self.most)
        left = box.right() + 1 - length if self._mirrored else box.left()
        bar = QRectF(left, (self.height() - high) / 2, length, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("harbour"))
        painter.drawRoundedRect(bar, self.look.px(3), self.look.px(3))
        painter.setPen(self.look.colour("ink"))
        words = box.adjusted(0, 0, -length - self.look.px(10), 0)
        if not self._mirrored:
            words = box.adjusted(length + (self.look.px(10) if length else 0), 0, 0, 0)
        painter.drawText(words, (self._start | Qt.AlignmentFlag.AlignVCenter).value, str(dots))


def _height(font: QFont, text: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(0, 0, max(1, width), 100_000, _WRAP, text).height()
