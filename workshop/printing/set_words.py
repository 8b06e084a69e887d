"""Sets the blocks that are words, boxes and lines: headings, paragraphs, the cover, boxes to tick."""

from collections.abc import Iterator

from workshop.printing.content import (
    Box,
    Counts,
    Heading,
    Legend,
    Numbered,
    Paragraph,
    SideBySide,
    TickBoxes,
    Tone,
    WriteLines,
)
from workshop.printing.flow import Unit
from workshop.printing.measures import (
    BESIDE,
    BESIDE_TITLE,
    COVER_TITLE,
    HEADING_1,
    HEADING_2,
    LEGEND,
    LOOKS,
    MM,
    Look,
)
from workshop.printing.page import Element
from workshop.printing.pieces import (
    BOX_LINE,
    Boxed,
    Drawing,
    Piece,
    Row,
    Ruled,
    Space,
    Stack,
    Titled,
    Words,
    draw_rule,
)
from workshop.printing.setter import Setter
from workshop.printing.symbols import draw_mark, draw_tick_box
from workshop.printing.text import Span
from workshop.printing.words import _

COVER_SIZES = (50.0, 40.0, 32.0, 28.0)
COVER_LINES = 3
LIST_SIGNS = "<</O/List/ListNumbering/Disc>>"
LIST_NUMBERS = "<</O/List/ListNumbering/Decimal>>"
WIDEST_FOR_THREE = 16.0
FIRST_BOX = 1.024  # the first of two boxes is a little wider, as in the design


def set_heading(setter: Setter, block: Heading, parent: Element, width: float) -> Iterator[Unit]:
    """A heading, kept with what it is the heading of, and named in the list of contents."""
    element = parent.child(f"H{block.level}")
    if block.cover:
        words = _cover_title(setter, block, element, width)
        title = Stack((Titled(words, block.text, 0), Space(setter.gap(COVER_TITLE.below))))
        yield Unit(title, setter.gap(COVER_TITLE.gap))
        return
    look = HEADING_1 if block.level == 1 else HEADING_2
    words = setter.say(block.text, element, look, width)
    title = Stack((Titled(words, block.text, block.level - 1), Space(setter.gap(look.below))))
    if block.ruled:
        yield Unit(Ruled(title, width, 1.5, setter.gap(2.5)), setter.gap(4), keep=True)
    else:
        yield Unit(title, setter.gap(look.gap), keep=True)


def _cover_title(setter: Setter, block: Heading, element: Element, width: float) -> Words:
    """As large as the design has it, smaller where it would take too many lines."""
    for size in COVER_SIZES:
        look = Look(size, COVER_TITLE.line, COVER_TITLE.gap, bold=True)
        words = setter.words(block.text, element, look, width)
        if len(words.layout.lines) <= COVER_LINES and words.layout.width <= width:
            break
    return words


def set_paragraph(setter: Setter, block: Paragraph, parent: Element, width: float) -> Iterator[Unit]:
    """Running words."""
    look = LOOKS[block.tone]
    words = setter.paragraph(block, parent, width)
    yield Unit(Stack((words, Space(setter.gap(look.below)))) if look.below else words, setter.gap(look.gap))


def set_mark() -> Iterator[Unit]:
    """The mark of a cover; a decoration, as it says nothing that the words do not say."""
    size = 84 * 0.75
    yield Unit(Drawing(size, size, lambda canvas, x, top: draw_mark(canvas, x, top, size)))


def set_rule(setter: Setter, width: float) -> Iterator[Unit]:
    """A line between two parts of a page."""
    line = Drawing(
        setter.gap(1), width, lambda canvas, x, top: draw_rule(canvas, x, top, width, 1.5, marked=False)
    )
    yield Unit(line, setter.gap(9), keep=True)


def set_legend(setter: Setter, block: Legend, parent: Element, width: float) -> Iterator[Unit]:
    """What the symbols mean, in a box."""
    across = 3 if setter.measures.body <= WIDEST_FOR_THREE else 2
    side, gap = setter.gap(4), setter.gap(4.6)
    column = (width - 2 * side - (across - 1) * gap) / across
    signs = parent.child("L", more=LIST_SIGNS)
    entries: list[Piece] = []
    for kind, label in block.kinds:
        item = signs.child("LI")
        symbol = setter.symbol(kind, setter.measures.points(10.5), item.child("Lbl", alt=label))
        indent = symbol.width + setter.gap(2)
        words = setter.words(label, item.child("LBody"), LEGEND, column - indent)
        entries.append(Row(((0.0, symbol), (indent, words)), drop=0.5))
    rows = [
        Row(tuple((at * (column + gap), entry) for at, entry in enumerate(entries[first : first + across])))
        for first in range(0, len(entries), across)
    ]
    pad = (side, setter.gap(2), setter.gap(2))
    yield Unit(Boxed(_spaced(rows, setter.gap(1)), width, pad, 0.8, 2.5 * MM), setter.gap(4))


def set_counts(setter: Setter, block: Counts, parent: Element, width: float) -> Iterator[Unit]:
    """Numbers in boxes of one height, side by side."""
    between, side = setter.gap(8), setter.gap(6)
    across = (width - (len(block.counts) - 1) * between) / len(block.counts)
    insides: list[Piece] = []
    for number, label in block.counts:
        element = parent.child("P")
        count = setter.words(number, element, Look(34, 1.15, 0, bold=True), across - 2 * side)
        words = setter.words(label, element, Look(14, 1.3, 0), across - 2 * side)
        insides.append(Stack((count, Space(setter.gap(1)), words)))
    pad = (side, setter.gap(5), setter.gap(5))
    row = _boxes(insides, [across] * len(insides), between, pad, BOX_LINE, 4 * MM)
    yield Unit(Stack((row, Space(setter.gap(7)))), setter.gap(9))


def set_box(setter: Setter, block: Box, parent: Element, width: float) -> Iterator[Unit]:
    """A box over the whole width."""
    side = setter.gap(6)
    inside = _box_words(setter, block, parent, width - 2 * side)
    yield Unit(Boxed(inside, width, (side, setter.gap(4.5), setter.gap(4.5))), setter.gap(5))


def _box_words(setter: Setter, block: Box, parent: Element, width: float) -> Piece:
    return _spaced(
        [
            setter.words(part.text, parent.child(f"H{part.level}"), HEADING_2, width)
            if isinstance(part, Heading)
            else setter.paragraph(part, parent, width)
            for part in block.blocks
        ],
        setter.gap(0.8),
    )


def set_side_by_side(setter: Setter, block: SideBySide, parent: Element, width: float) -> Iterator[Unit]:
    """Boxes of one height next to each other, or below each other where letters are large."""
    side, between = setter.gap(4.5), setter.gap(5)
    count = len(block.boxes) if setter.measures.columns > 1 else 1
    shares = [FIRST_BOX, 2 - FIRST_BOX] if count == 2 else [1.0] * len(block.boxes)
    widths = [share * (width - (count - 1) * between) / count for share in shares]
    insides = [
        _beside(setter, box, parent, across - 2 * side)
        for box, across in zip(block.boxes, widths, strict=True)
    ]
    pad = (side, setter.gap(3), setter.gap(3))
    if count > 1:
        yield Unit(_boxes(insides, widths, between, pad, BOX_LINE, 3 * MM), setter.gap(3))
        return
    for inside, across in zip(insides, widths, strict=True):
        yield Unit(Boxed(inside, across, pad, BOX_LINE, 3 * MM), setter.gap(3))


def _beside(setter: Setter, box: Box, parent: Element, width: float) -> Piece:
    return Stack(
        tuple(
            setter.words(part.text, parent.child(f"H{part.level}"), BESIDE_TITLE, width)
            if isinstance(part, Heading)
            else setter.words(part.spans, parent.child("P"), BESIDE, width)
            for part in box.blocks
        )
    )


def set_numbered(setter: Setter, block: Numbered, parent: Element, width: float) -> Iterator[Unit]:
    """Things with their own numbers."""
    numbers = parent.child("L", more=LIST_NUMBERS)
    indent = setter.gap(12)
    for number, title, more in block.things:
        item = numbers.child("LI")
        label = setter.words(f"{number}.", item.child("Lbl"), LOOKS[Tone.BODY], indent)
        spans = (Span(title, bold=True), *((Span(f" {more}"),) if more else ()))
        words = setter.words(spans, item.child("LBody"), LOOKS[Tone.BODY], width - indent)
        yield Unit(Row(((0.0, label), (indent, words))), setter.gap(1.5))


def set_write_lines(block: WriteLines, width: float) -> Iterator[Unit]:
    """Lines to write on, 13 mm apart."""
    height = 13 * MM
    for _line in range(block.lines):
        yield Unit(
            Drawing(
                height,
                width,
                lambda canvas, x, top: draw_rule(canvas, x, top - height, width, 1, marked=False),
            )
        )


def set_tick_boxes(setter: Setter, block: TickBoxes, parent: Element, width: float) -> Iterator[Unit]:
    """Large boxes to tick, in one row where they fit."""
    ticks = parent.child("L", more=LIST_SIGNS)
    boxes = [_tick_box(setter, label, ticks, width) for label in block.labels]
    between = setter.gap(8)
    if sum(wide for wide, _row in boxes) + between * (len(boxes) - 1) <= width:
        cells, at = [], 0.0
        for wide, row in boxes:
            cells.append((at, row))
            at += wide + between
        yield Unit(Stack((Row(tuple(cells)), Space(setter.gap(4)))), setter.gap(7))
        return
    for _wide, row in boxes:
        yield Unit(row, setter.gap(4))


def _tick_box(setter: Setter, label: str, ticks: Element, width: float) -> tuple[float, Row]:
    size, item = 12 * MM, ticks.child("LI")
    sign = item.child("Lbl", alt=_("box to tick"))
    box = Drawing(size, size, lambda canvas, x, top: draw_tick_box(canvas, x, top, size), sign)
    indent = size + setter.gap(4)
    words = setter.words(label, item.child("LBody"), LOOKS[Tone.BODY], width - indent)
    snug = words.snug()
    return indent + snug.width, Row(((0.0, box), (indent, snug)), drop=0.5)


def _spaced(pieces: list[Piece] | list[Row] | list[Words], gap: float) -> Stack:
    spaced: list[Piece] = []
    for piece in pieces:
        spaced += [Space(gap), piece] if spaced else [piece]
    return Stack(tuple(spaced))


def _boxes(
    insides: list[Piece],
    widths: list[float],
    between: float,
    pad: tuple[float, float, float],
    line: float,
    radius: float,
) -> Row:
    """Boxes in a row, all as high as the highest."""
    least = max(inside.height for inside in insides) + pad[1] + pad[2]
    cells, at = [], 0.0
    for inside, width in zip(insides, widths, strict=True):
        cells.append((at, Boxed(inside, width, pad, line, radius, least)))
        at += width + between
    return Row(tuple(cells))
