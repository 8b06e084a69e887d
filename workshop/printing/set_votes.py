"""Sets the result of a vote as a table, with a hatched bar for the dots of each idea."""

from collections.abc import Iterator
from dataclasses import dataclass

from workshop.printing.content import VoteRow, VoteTable
from workshop.printing.flow import Unit
from workshop.printing.measures import Look
from workshop.printing.page import Element
from workshop.printing.pieces import Boxed, Drawing, Piece, Row, Ruled, Space, Stack, Words
from workshop.printing.setter import Align, Setter
from workshop.printing.symbols import draw_hatched

HEAD = Look(12, 1.15, 0, bold=True)
PLACE = Look(16, 1.15, 0, bold=True)
SMALL = Look(12, 1.2, 0)
EQUAL = Look(12, 1.2, 0, bold=True)
IDEA = Look(15, 1.2, 0, bold=True)
DOTS = Look(19, 1.15, 0, bold=True)
VOICE = Look(16, 1.15, 0)
NUMBER = Look(12, 1.0, 0)
COLUMN_HEAD = "<</O/Table/Scope/Column>>"
ROW_HEAD = "<</O/Table/Scope/Row>>"
PLAIN_LINE = 0.6
LONGEST_BAR = 0.8  # of the column


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edge and width of each column."""

    edges: tuple[tuple[float, float], ...]

    def from_voices(self) -> tuple[float, float]:
        """Left edge and width of all columns of voices together."""
        left, last = self.edges[3][0], self.edges[-1]
        return left, last[0] + last[1] - left


def vote_columns(setter: Setter, table: VoteTable, width: float) -> Columns:
    """Narrow columns for numbers, the rest for the ideas."""
    voices = len(table.headings) - 3
    voice = setter.wide(22 if voices <= 2 else 18)
    place, dots = setter.wide(16), setter.wide(14)
    widths = [place, width - place - dots - voices * voice, dots] + [voice] * voices
    edges, at = [], 0.0
    for wide in widths:
        edges.append((at, wide))
        at += wide
    return Columns(tuple(edges))


def set_vote_head(setter: Setter, table: VoteTable, parent: Element | None, columns: Columns) -> Unit:
    """The headings; without a parent they are said again on a further page, for eyes only."""
    row = parent.child("TR") if parent else None
    cells: list[tuple[float, Piece]] = []
    for at, (heading, (left, wide)) in enumerate(zip(table.headings, columns.edges, strict=True)):
        element = row.child("TH", more=COLUMN_HEAD) if row else None
        align: Align = "start" if at == 1 else "centre"
        lines = (setter.words(line, element, HEAD, wide, align=align) for line in heading.split("\n"))
        cells.append((left, Stack(tuple(lines))))
    return Unit(Stack((Row(tuple(cells), drop=1.0), Space(setter.gap(1.1)))), setter.gap(3), keep=True)


def set_vote_rows(
    setter: Setter, table: VoteTable, parent: Element, columns: Columns, width: float
) -> Iterator[Unit]:
    """One row for each idea."""
    for row in table.rows:
        cells = Row(tuple(_cells(setter, table, row, parent.child("TR"), columns)), drop=0.5)
        gap = setter.gap(1.3)
        yield Unit(Ruled(Stack((cells, Space(gap))), width, PLAIN_LINE, gap))


def _cells(
    setter: Setter, table: VoteTable, row: VoteRow, parent: Element, columns: Columns
) -> Iterator[tuple[float, Piece]]:
    (place_at, place), (idea_at, idea), (dots_at, dots), *voices = columns.edges
    yield place_at, _place(setter, row, parent.child("TD"), place)
    yield idea_at, _idea(setter, row, parent.child("TH", more=ROW_HEAD), idea - setter.gap(2))
    yield dots_at, setter.words(str(row.dots), parent.child("TD"), DOTS, dots, align="centre")
    if row.voices is None:
        left, wide = columns.from_voices()
        cell = parent.child("TD", more=f"<</O/Table/ColSpan {len(voices)}>>")
        yield left, setter.words(table.not_shown, cell, SMALL, wide, align="centre")
        return
    for count, (left, wide) in zip(row.voices, voices, strict=True):
        yield left, setter.words(str(count), parent.child("TD"), VOICE, wide, align="centre")


def _place(setter: Setter, row: VoteRow, cell: Element, width: float) -> Piece:
    place = setter.words(row.place, cell, PLACE, width, align="centre")
    if not row.equal:
        return place
    return Stack((place, setter.words(row.equal, cell, EQUAL, width, align="centre")))


def _idea(setter: Setter, row: VoteRow, cell: Element, width: float) -> Piece:
    """The number in its ring, the words beside it, the bar below both."""
    ring = _ring(setter, row.number, cell)
    indent = ring.width + setter.gap(2)
    words = Stack(tuple(_idea_words(setter, row, cell, width - indent)))
    numbered = Row(((0.0, ring), (indent, words)))
    if not row.share:
        return numbered
    return Stack((numbered, Space(setter.gap(1.2)), _bar(setter, width * LONGEST_BAR * row.share)))


def _ring(setter: Setter, number: int, cell: Element) -> Boxed:
    size = max(setter.wide(6.4), setter.measures.points(NUMBER.size) * 1.5)
    words = setter.words(str(number), cell, NUMBER, size, align="centre")
    around = (size - words.height) / 2
    return Boxed(words, size, (0.0, around, around), 0.9, size / 2)


def _idea_words(setter: Setter, row: VoteRow, cell: Element, width: float) -> Iterator[Piece]:
    """The title, what it means, and the chips; the first chip on the last line of the title if it fits."""
    title = setter.words(row.title, cell, IDEA, width)
    chips = [_chip(setter, chip, cell, width) for chip in row.chips]
    last = title.layout.slice(len(title.layout.lines) - 1, len(title.layout.lines))
    at = last.width + setter.gap(2)
    if chips and not row.what and title.layout.direction == "ltr" and at + chips[0].width <= width:
        yield _with_chip_at_end(title, chips.pop(0), at)
    else:
        yield title
    if row.what:
        yield setter.words(row.what, cell, SMALL, width)
    for chip in chips:
        yield Stack((Space(setter.gap(0.7)), chip))


def _with_chip_at_end(title: Words, chip: Boxed, at: float) -> Piece:
    lines = len(title.layout.lines)
    last = Words(title.layout.slice(lines - 1, lines), title.element, at)
    row = Row(((0.0, last), (at, chip)), drop=0.5)
    if lines == 1:
        return row
    return Stack((Words(title.layout.slice(0, lines - 1), title.element, title.width), row))


def _chip(setter: Setter, words: str, cell: Element, width: float) -> Boxed:
    """A short remark with a round line around it."""
    side = setter.gap(2.2)
    inside = setter.words(words, cell, EQUAL, width - 2 * side)
    pad = setter.gap(0.4)
    across = inside.layout.width + 2 * side
    snug = inside.snug()
    return Boxed(snug, across, (side, pad, pad), 0.9, (inside.height + 2 * pad) / 2)


def _bar(setter: Setter, width: float) -> Drawing:
    height = setter.gap(4.2)
    return Drawing(
        height,
        width,
        lambda canvas, x, top: draw_hatched(canvas, x, top, max(width, 1.0), height),
    )
