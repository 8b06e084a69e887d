"""The table with its seats: the only progress of a group that people see. A seat is never a person."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.look import BOLD, MEDIUM, Look, font_of
from ui.widgets.paint import icon_in, ink_of, line_in, write_in

FEWEST, MOST = 6, 40
AROUND = 1.25  # of a seat's room lies between the edge and the table
LINE, AIR = 1.25, 1.05  # a line's height as a share of its letters, and of its strokes
ROOM = 0.94  # as much of the table may be words


def places(count: int) -> list[tuple[float, float]]:
    """Where `count` seats are, as shares of the width and height; clockwise from the top left.

    Seats stand above and below the table, and two at each end when there are enough of them.
    """
    ends = 2 if count >= 10 else 1
    along = count - 2 * ends
    above = (along + 1) // 2
    below = along - above
    seats = [((i + 0.5) / above, 0.0) for i in range(above)]
    seats += [(2.0, _at_the_end(i, ends)) for i in range(ends)]
    seats += [(1 - (i + 0.5) / below, 1.0) for i in range(below)] if below else []
    seats += [(-1.0, 1 - _at_the_end(i, ends)) for i in range(ends)]
    return seats


def _at_the_end(index: int, ends: int) -> float:
    """One seat is in the middle of the end, two are a quarter from its corners."""
    return 0.5 if ends == 1 else (0.2, 0.8)[index]


class Seats(QWidget):
    """How many of how many, round a table. `size` is the width of the whole, in design pixels."""

    def __init__(
        self,
        look: Look,
        verb: str,
        size: int = 420,
        *,
        on_damson: bool = False,
        big: bool = False,
        mark: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.verb, self.design_width = look, verb, size
        self.on_damson, self.big, self.mark = on_damson, big, mark
        self.filled, self.expected, self.said = 0, FEWEST, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, filled: int, expected: int, said: str) -> None:
        """Show how many; `said` is the sentence a screen reader hears, such as "9 of 14 have voted"."""
        self.filled, self.expected, self.said = filled, max(expected, filled), said
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The width asked for, and a height in proportion; more where the words need it."""
        width = self.look.px(self.design_width)
        if self.mark:
            return QSize(width, round(width * 0.52))
        inks = [ink_of(font, said) for said, font in self.lines_on(QRectF())]
        table = max(ink.width() for ink in inks) / ROOM
        width = max(width, ceil(table * width / (width - 2 * AROUND * self.unit_of(width))))
        words = sum(ink.height() for ink in inks) * AIR / ROOM
        return QSize(width, ceil(max(width * 0.52, words + 2 * AROUND * self.unit_of(width))))

    def unit_of(self, width: float) -> float:
        """The room of one seat, in screen pixels, where the whole is so wide."""
        return width / max(9.0, (max(FEWEST, self.expected) + 1) / 2 + 3.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the table and its seats, or a plain bar for more than 40 people."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            seats = max(FEWEST, self.expected)
            if seats > MOST:
                self._paint_bar(painter)
            else:
                self._paint_table(painter, seats)
        finally:
            painter.end()

    def _paint_table(self, painter: QPainter, seats: int) -> None:
        unit = self.unit_of(self.width())
        size, edge = unit * 0.82, unit * AROUND
        table = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        self._paint_top(painter, table)
        for index, (x, y) in enumerate(places(seats)):
            if x in (-1.0, 2.0):
                centre = QPointF(
                    unit / 2 if x < 0 else self.width() - unit / 2, table.top() + y * table.height()
                )
            else:
                top = unit / 2 if y == 0 else self.height() - unit / 2
                centre = QPointF(table.left() + x * table.width(), top)
            self._paint_seat(painter, centre, size, index < self.filled)

    def _paint_top(self, painter: QPainter, table: QRectF) -> None:
        c = self.look.colours
        painter.setPen(QPen(QColor(c.damson), self.look.px(3)))
        painter.setBrush(QColor(c.paper if self.on_damson or self.big else c.linen))
        radius = self.look.px(28 if self.big else 22)
        painter.drawRoundedRect(table, radius, radius)
        if self.mark:
            icon_in(painter, self.mark, table, round(table.height() * 0.6), c.damson)
            return
        self._paint_words(painter, table)

    def _paint_words(self, painter: QPainter, table: QRectF) -> None:
        """The count, and below it what people have done, in the middle of the table."""
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(QColor(self.look.colours.ink))
        lines = self.lines_on(table)
        heights = [max(font.pixelSize() * LINE, ink_of(font, words).height() * AIR) for words, font in lines]
        if sum(heights) > table.height():
            heights = [ink_of(font, words).height() * AIR for words, font in lines]
        top = table.center().y() - sum(heights) / 2
        for (words, font), height in zip(lines, heights, strict=True):
            line_in(painter, font, words, QRectF(table.left(), top, table.width(), height))
            top += height

    def lines_on(self, table: QRectF) -> list[tuple[str, QFont]]:
        """Both lines in their fonts: smaller where a tall script or many letters need it."""
        words = [self.said.removesuffix(self.verb).strip(), self.verb]
        tokens = (96, 44) if self.big else (44, 22)
        weights = (BOLD, MEDIUM)
        share, least = 1.0, self.look.text(20)
        while True:
            sizes = [max(least, round(self.look.text(token) * share)) for token in tokens]
            fonts = [font_of(size, weight) for size, weight in zip(sizes, weights, strict=True)]
            inks = [ink_of(font, said) for font, said in zip(fonts, words, strict=True)]
            wide, high = max(ink.width() for ink in inks), sum(ink.height() for ink in inks) * AIR
            if (wide < table.width() * ROOM and high < table.height() * ROOM) or max(sizes) == least:
                return list(zip(words, fonts, strict=True))
            share -= 0.04

    def _paint_seat(self, painter: QPainter, centre: QPointF, size: float, filled: bool) -> None:
        c = self.look.colours
        ground, line = (c.marigold, c.paper) if self.on_damson else (c.damson, c.damson)
        pen = QPen(QColor(line), max(2, self.look.px(2)))
        if not filled:
            pen.setDashPattern([3, 2.2])
        painter.setPen(pen if not filled or self.on_damson else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, size / 2, size / 2)
        if filled:
            tick = round(size * 0.62)
            colour = c.damson_deep if self.on_damson else c.paper
            icons.draw(painter, "check", centre.x() - tick / 2, centre.y() - tick / 2, tick, colour)

    def _paint_bar(self, painter: QPainter) -> None:
        c = self.look.colours
        bar = QRectF(0, self.height() * 0.62, self.width(), self.look.px(28))
        radius = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.track))
        painter.drawRoundedRect(bar, radius, radius)
        painter.setBrush(QColor(c.marigold if self.on_damson else c.damson))
        share = self.filled / max(1, self.expected)
        painter.drawRoundedRect(
            QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), radius, radius
        )
        painter.setPen(QColor(c.paper if self.on_damson else c.ink))
        painter.setFont(self.look.font(44, BOLD))
        above = QRectF(0, 0, self.width(), bar.top())
        write_in(painter, above, Qt.AlignmentFlag.AlignCenter.value, self.said)
