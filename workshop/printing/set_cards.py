"""Sets tables with lines, frames around other blocks, and what is cut out: cards, strips, slips."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import HexColor

from workshop.printing.flow import Unit
from workshop.printing.form_blocks import BigWords, Cards, Framed, HeadLine, Shade, Strip, Table, Together
from workshop.printing.measures import MM, Look
from workshop.printing.page import Element, TaggedCanvas
from workshop.printing.pieces import BOX_LINE, Boxed, Drawing, Halves, Piece, Space, Stack, Words
from workshop.printing.set_votes import COLUMN_HEAD, ROW_HEAD
from workshop.printing.setter import Setter
from workshop.printing.sides import Cell, beside, picture
from workshop.printing.words import runs_left

CELL = Look(14, 1.25, 0)
STRONG = Look(14, 1.25, 0, bold=True)
NAME = Look(17, 1.2, 0, bold=True)
HEAD_LINE = Look(20, 1.2, 0, bold=True)
SMALL = Look(12, 1.25, 0)
STRIP = Look(16, 1.2, 0, bold=True)
ROW_TO_WRITE_IN = 12 * MM
LINE = 0.7
SHADES = {Shade.YES: HexColor("#D9EECD"), Shade.NO: HexColor("#FBDCDC")}

Units = Callable[..., Iterable[Unit]]


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row of a table: cells with lines around them, at least `least` points high."""

    cells: tuple[tuple[float, float, Piece | None], ...]  # left edge, width, words
    width: float
    least: float
    pad: float
    first: bool = False

    @property
    def height(self) -> float:
        highest = max((piece.height for _x, _w, piece in self.cells if piece), default=0.0)
        return max(self.least, highest + 2 * self.pad)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        low = top - self.height
        with canvas.marked(None):
            canvas.setLineWidth(LINE)
            if self.first:
                canvas.line(x, top, x + self.width, top)
            canvas.line(x, low, x + self.width, low)
            for edge in {0.0, self.width, *(left for left, _w, _p in self.cells)}:
                canvas.line(x + edge, low, x + edge, top)
        for left, _wide, piece in self.cells:
            if piece is not None:
                piece.draw(canvas, x + left + self.pad, top - (self.height - piece.height) / 2)

    def split(self, room: float) -> Halves:
        return None, self


def table_edges(setter: Setter, table: Table, width: float) -> tuple[tuple[float, float], ...]:
    """Left edge and width of each column, mirrored where the language runs to the left."""
    whole, at, edges = sum(table.shares), 0.0, []
    for share in table.shares:
        wide = width * share / whole
        edges.append((width - at - wide if runs_left(setter.language) else at, wide))
        at += wide
    return tuple(edges)


def set_table_head(setter: Setter, table: Table, parent: Element | None, width: float) -> Unit:
    """The headings; without a parent they are said again on a further page, for eyes only."""
    row = parent.child("TR") if parent else None
    words = [
        (heading, row.child("TH", more=COLUMN_HEAD) if row else None, STRONG) for heading in table.headings
    ]
    return Unit(_grid(setter, table, words, width, 0.0, first=True), setter.gap(4), keep=True)


def set_table_rows(setter: Setter, table: Table, parent: Element, width: float) -> Iterator[Unit]:
    """The rows, and the totals in bold."""
    least = ROW_TO_WRITE_IN if table.to_write else 0.0
    for texts in table.rows:
        yield Unit(_row(setter, table, texts, parent, width, least, CELL))
    if table.totals:
        yield Unit(_row(setter, table, table.totals, parent, width, 0.0, STRONG))


def _row(
    setter: Setter,
    table: Table,
    texts: tuple[str, ...],
    parent: Element,
    width: float,
    least: float,
    look: Look,
) -> GridRow:
    row, first = parent.child("TR"), NAME if table.to_write else STRONG
    words = [
        (text, row.child("TD") if at else row.child("TH", more=ROW_HEAD), look if at else first)
        for at, text in enumerate(texts)
    ]
    return _grid(setter, table, words, width, least)


def _grid(
    setter: Setter,
    table: Table,
    words: Sequence[tuple[str, Element | None, Look]],
    width: float,
    least: float,
    *,
    first: bool = False,
) -> GridRow:
    pad = setter.gap(2)
    cells = [
        (left, wide, setter.say(text, element, look, wide - 2 * pad) if text else None)
        for (text, element, look), (left, wide) in zip(words, table_edges(setter, table, width), strict=True)
    ]
    return GridRow(tuple(cells), width, least, pad, first)


def set_framed(setter: Setter, block: Framed, parent: Element, width: float, units: Units) -> Iterator[Unit]:
    """The blocks below each other with a line around them; never on two pages where they fit on one."""
    side = setter.gap(6)
    inside = _stacked(setter, block.blocks, parent, width - 2 * side, units)
    yield Unit(Boxed(inside, width, (side, setter.gap(4.5), setter.gap(4.5))), setter.gap(4))


def _stacked(setter: Setter, blocks: Iterable[object], parent: Element, width: float, units: Units) -> Stack:
    pieces: list[Piece] = []
    for block in blocks:
        for unit in units(setter, block, width, parent):
            pieces += [Space(unit.gap), unit.piece] if pieces else [unit.piece]
    return Stack(tuple(pieces))


def set_together(
    setter: Setter, block: Together, parent: Element, width: float, units: Units
) -> Iterator[Unit]:
    """Each piece is held together with the next one, up to the last."""
    made = [unit for part in block.blocks for unit in units(setter, part, width, parent)]
    yield from (replace(unit, keep=unit is not made[-1]) for unit in made)


def set_cards(setter: Setter, block: Cards, parent: Element, width: float, units: Units) -> Iterator[Unit]:
    """Cards in rows, with dashed lines to cut along."""
    wide = width / block.across
    for first in range(0, len(block.cards), block.across):
        cards = [
            Cut(
                _stacked(setter, card, parent.child("Sect"), wide - 12 * MM, units),
                wide,
                block.height * MM,
                block.centred,
            )
            for card in block.cards[first : first + block.across]
        ]
        highest = max(card.height for card in cards)
        cells = [(at * wide, wide, replace(card, least=highest)) for at, card in enumerate(cards)]
        yield Unit(beside(setter, width, cells, drop=0.0))


@dataclass(frozen=True, slots=True)
class Cut:
    """Something to cut out along a dashed line."""

    inner: Piece
    width: float
    least: float
    centred: bool = False
    pad: float = 6 * MM

    @property
    def height(self) -> float:
        return max(self.least, self.inner.height + 2 * self.pad)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(None):
            canvas.saveState()
            canvas.setLineWidth(0.5)
            canvas.setDash(3, 3)
            canvas.rect(x, top - self.height, self.width, self.height)
            canvas.restoreState()
        below = (self.height - self.inner.height) / 2 if self.centred else self.pad
        self.inner.draw(canvas, x + self.pad, top - below)

    def split(self, room: float) -> Halves:
        return None, self


def set_cut_here(setter: Setter, width: float) -> Iterator[Unit]:
    """A dashed line with scissors at its beginning."""
    size = 6 * MM

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.saveState()
        canvas.setLineWidth(0.6)
        canvas.setDash(3, 3)
        canvas.line(x, top - size / 2, x + width - size - 2 * MM, top - size / 2)
        canvas.restoreState()

    rest = width - size - 2 * MM
    line = Drawing(size, rest, draw)
    cells = [(0.0, size, picture("scissors", size)), (size + 2 * MM, rest, line)]
    yield Unit(beside(setter, width, cells), setter.gap(5), keep=True)


def set_big_words(setter: Setter, block: BigWords, parent: Element, width: float) -> Iterator[Unit]:
    """Words as large as they fit on two lines."""
    element = parent.child("P")
    size = block.largest
    while True:
        words = setter.say(block.text, element, Look(size, 1.12, 0, bold=True), width)
        if size <= 14 or (len(words.layout.lines) <= 2 and words.layout.width <= width):
            break
        size -= 2
    yield Unit(words, setter.gap(2))


def set_head_line(setter: Setter, block: HeadLine, parent: Element, width: float) -> Iterator[Unit]:
    """Bold words, and small ones at the other end of the line; below each other where there is no room."""
    element = parent.child("P")
    bold = setter.say(block.text, element, HEAD_LINE, width)
    small = setter.say(block.beside, element, SMALL, width)
    left, right = bold.layout.width, small.layout.width
    if len(bold.layout.lines) > 1 or len(small.layout.lines) > 1 or left + right + setter.gap(6) > width:
        yield Unit(Stack((bold, small)), setter.gap(2))
        return
    cells: list[tuple[float, float, Words]] = [(0.0, left, bold.snug()), (width - right, right, small.snug())]
    yield Unit(beside(setter, width, cells), setter.gap(2))


def set_strip(setter: Setter, block: Strip, parent: Element, width: float) -> Iterator[Unit]:
    """A strip of one colour, with drawings and words that say the same."""
    size, pad = 8 * MM, 2 * MM
    indent = pad + len(block.pictures) * (size + pad)
    words = setter.say(block.words, parent.child("P"), STRIP, width - indent - pad)
    high = max(size, words.height) + 2 * pad
    ground = Drawing(high, width, lambda canvas, x, top: _fill(canvas, block.shade, x, top, width, high))
    cells: list[Cell] = [
        (pad + at * (size + pad), size, picture(name, size)) for at, name in enumerate(block.pictures)
    ]
    cells.append((indent, width - indent - pad, words))
    yield Unit(Over(ground, beside(setter, width, cells)), setter.gap(3))


def _fill(canvas: TaggedCanvas, shade: Shade, x: float, top: float, width: float, height: float) -> None:
    canvas.saveState()
    canvas.setFillColor(SHADES[shade])
    canvas.setLineWidth(BOX_LINE)
    canvas.roundRect(x, top - height, width, height, 2 * MM, stroke=1, fill=1)
    canvas.restoreState()


@dataclass(frozen=True, slots=True)
class Over:
    """A piece over its ground, in the middle of its height."""

    ground: Drawing
    piece: Piece

    @property
    def height(self) -> float:
        return self.ground.height

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(None):
            self.ground.shape(canvas, x, top)
        self.piece.draw(canvas, x, top - (self.height - self.piece.height) / 2)

    def split(self, room: float) -> Halves:
        return None, self
