"""Sets promise cards: number, words, who, by when, and the box to tick when it is done."""

from collections.abc import Iterator

from workshop.printing.content import Field, PromiseCard
from workshop.printing.flow import Unit
from workshop.printing.measures import CARD_TITLE, MM, Look
from workshop.printing.page import Element
from workshop.printing.pieces import (
    BOX_LINE,
    Boxed,
    Disc,
    Drawing,
    Piece,
    Row,
    Space,
    Stack,
    draw_rule,
)
from workshop.printing.setter import Setter
from workshop.printing.symbols import draw_tick_box
from workshop.printing.words import _

LABEL = Look(13, 1.15, 0)
VALUE = Look(16, 1.25, 0, bold=True)
LINE = Look(16, 1.26, 0)
TICK = Look(16, 1.25, 0)
BADGE = Look(12, 1.25, 0, bold=True)
NUMBER = Look(17, 1.2, 0, bold=True)
FIELD_WIDTHS, FIELD_GAP = (36.0, 68.5), 3.0  # the longest day with its year on one line
FIELD_WIDTHS_BY_BADGE, FIELD_GAP_BY_BADGE = (40.0, 40.0), 8.0
WRITE_ROOM = 7  # with the label above it a row to write in is 12 mm high


def set_promise(setter: Setter, card: PromiseCard, parent: Element, width: float) -> Iterator[Unit]:
    """One card."""
    side, disc = setter.gap(5.5), setter.wide(11)
    indent = disc + setter.gap(5)
    inner = width - 2 * side - indent
    heading = parent.child("H2")
    number = Disc(
        setter.words(str(card.number), heading, NUMBER, disc, align="centre"), disc, full=not card.badge
    )
    title = setter.words(card.title, heading, CARD_TITLE, inner)
    lines = [
        piece
        for line in card.lines
        for piece in (Space(setter.gap(0.8)), setter.words(line.spans, parent.child("P"), LINE, inner))
    ]
    last = (Space(setter.gap(1.6)), _last_row(setter, card, parent, inner))
    words = Stack((title, *lines, *last))
    pad = (side, setter.gap(2.8), setter.gap(2.8))
    yield Unit(Boxed(Row(((0.0, number), (indent, words))), width, pad), setter.gap(2.8))


def _last_row(setter: Setter, card: PromiseCard, parent: Element, width: float) -> Piece:
    """Who, by when, and at the right the box to tick or the badge; in two rows where one is too narrow."""
    cells: list[tuple[float, Piece]] = []
    at = 0.0
    widths, gap = (FIELD_WIDTHS_BY_BADGE, FIELD_GAP_BY_BADGE) if card.badge else (FIELD_WIDTHS, FIELD_GAP)
    for field, wide in zip(card.fields, widths, strict=True):
        across = setter.wide(wide)
        cells.append((at, _field(setter, field, parent, across)))
        at += across + setter.gap(gap)
    right = _badge(setter, card.badge, parent, width) if card.badge else _tick(setter, card, parent)
    fields, last = Row(tuple(cells)), (width - right[0], right[1])
    if at + right[0] <= width:
        return Row(((0.0, fields), last), drop=1.0)
    return Stack((fields, Space(setter.gap(1.6)), Row((last,))))


def _field(setter: Setter, field: Field, parent: Element, width: float) -> Piece:
    element = parent.child("P")
    label = setter.words(field.label, element, LABEL, width)
    if field.text:
        return Stack((label, setter.words(field.text, element, VALUE, width)))
    height, line = WRITE_ROOM * MM, min(width, setter.gap(40))
    empty = Drawing(
        height, line, lambda canvas, x, top: draw_rule(canvas, x, top - height, line, 1, marked=False)
    )
    return Stack((label, empty))


def _tick(setter: Setter, card: PromiseCard, parent: Element) -> tuple[float, Piece]:
    size, gap = setter.wide(5.2), setter.gap(2.5)
    element = parent.child("P")
    sign = element.child("Span", alt=_("ticked") if card.ticked else _("box to tick"))
    box = Drawing(
        size, size, lambda canvas, x, top: draw_tick_box(canvas, x, top, size, ticked=card.ticked), sign
    )
    words = setter.words(card.tick, element.child("Span"), TICK, setter.wide(60))
    snug = words.snug()
    return size + gap + snug.width, Row(((0.0, box), (size + gap, snug)), drop=0.5)


def _badge(setter: Setter, badge: str, parent: Element, width: float) -> tuple[float, Piece]:
    side, pad = setter.gap(4), setter.gap(0.8)
    words = setter.words(badge, parent.child("P"), BADGE, width - 2 * side)
    snug = words.snug()
    across = snug.width + 2 * side
    return across, Boxed(snug, across, (side, pad, pad), BOX_LINE, (snug.height + 2 * pad) / 2)
