"""A document as a tagged PDF.

The look is that of the design: black on white, lines and hatching, nothing under 10 points, a
head and a foot on every page. The same document gives the same bytes, on any day and machine.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from workshop.printing.content import (
    Block,
    Box,
    Columns,
    Counts,
    Document,
    Heading,
    Legend,
    Mark,
    Numbered,
    Paragraph,
    PromiseCard,
    RegisterTable,
    Rule,
    Section,
    SideBySide,
    Simple,
    TickBoxes,
    VoteTable,
    WriteLines,
)
from workshop.printing.flow import Flow, Unit
from workshop.printing.form_blocks import FormBlock, Table
from workshop.printing.furniture import Furnisher
from workshop.printing.measures import (
    A4,
    A4_TURNED,
    CHECK_NUMBER,
    GROUP_NAME,
    LARGE,
    MM,
    PEOPLE,
    Measures,
    Sheet,
)
from workshop.printing.page import Element, Place, TaggedCanvas
from workshop.printing.seal import check_words
from workshop.printing.set_cards import set_table_head, set_table_rows
from workshop.printing.set_form_blocks import form_units
from workshop.printing.set_notes import group_goes_on, set_group
from workshop.printing.set_promises import set_promise
from workshop.printing.set_register import register_edges, set_register_head, set_register_rows
from workshop.printing.set_votes import set_vote_head, set_vote_rows, vote_columns
from workshop.printing.set_words import (
    set_box,
    set_counts,
    set_heading,
    set_legend,
    set_mark,
    set_numbered,
    set_paragraph,
    set_rule,
    set_side_by_side,
    set_tick_boxes,
    set_write_lines,
)
from workshop.printing.setter import Setter
from workshop.printing.words import bcp47

ABOVE_COVER = 24 * MM
AIRS = (1.0, 0.8, 0.6)


@dataclass(frozen=True, slots=True)
class Pages:
    """A finished PDF: its bytes, how many pages, and the characters no font could show.

    `places` is where each piece was put, for checks of the layout; empty unless asked for.
    """

    pdf: bytes
    count: int
    missing: tuple[str, ...]
    places: tuple[Place, ...] = ()


def set_pages(
    document: Document,
    measures: Measures,
    *,
    check_number: str = "",
    with_places: bool = False,
    pictures: Mapping[str, bytes] | None = None,
) -> Pages:
    """Set a document on A4 pages. `check_number` is printed small at the end.

    `pictures` are the files of the pictures on notes, by the number that their facts have.
    """
    sheet = A4_TURNED if document.landscape else A4
    canvas = TaggedCanvas(document.title, bcp47(document.language), (sheet.width, sheet.height))
    canvas.places = [] if with_places else None
    setter = Setter(canvas, measures, document.language or "en", pictures or {})
    flow = Flow(canvas, sheet, ABOVE_COVER)
    covers, heads = set(), {}
    for section in document.sections:
        flow.start_section(cover=section.cover)
        covers |= {canvas.page_index} if section.cover else set()
        heads[canvas.page_index] = section.head
        _set_section(flow, replace(setter, measures=_fitting(document, section, measures)), section)
    _draw_check_number(setter, sheet, check_number)
    canvas.showPage()
    count = canvas.page_index
    places = tuple(canvas.places or ())
    canvas.places = None
    pdf = canvas.finish(Furnisher(setter, document, sheet, frozenset(covers), heads).draw)
    return Pages(pdf, count, tuple(sorted(canvas.missing)), places)


def _fitting(document: Document, section: Section, measures: Measures) -> Measures:
    """The measures with which a section fits on its page: less air first, then smaller letters.

    Large print stays at 16 points or more, on as many pages as it needs; so does what does not fit.
    """
    if not 0 < section.fits_from <= measures.body:
        return measures
    alone = replace(document, sections=(replace(section, fits_from=0),))
    smallest = max(section.fits_from, LARGE.smallest) if measures is LARGE else section.fits_from
    sizes = [measures.body - less for less in range(int(measures.body - smallest) + 1)]
    first, *others = (replace(measures, body=size, air=air) for size in sizes for air in AIRS)
    if _is_one_page(alone, first):
        return first
    if not _is_one_page(alone, others[-1]):  # then nothing between them fits either
        return measures
    return next((m for m in others[:-1] if _is_one_page(alone, m)), others[-1])


def _is_one_page(document: Document, measures: Measures) -> bool:
    return set_pages(document, measures).count == 1


def _set_section(flow: Flow, setter: Setter, section: Section) -> None:
    for block in section.blocks:
        _set_block(flow, setter, block)
    flow.end()
    if section.foot:
        root = setter.canvas.root
        flow.place_at_foot([Unit(setter.paragraph(foot, root, flow.width)) for foot in section.foot])


def _draw_check_number(setter: Setter, sheet: Sheet, number: str) -> None:
    """Small, between the text and the foot of the last page, where it never costs a page of its own."""
    if number:
        element = setter.canvas.root.child("P")
        small = replace(setter, measures=PEOPLE)
        words = small.words(check_words(number), element, CHECK_NUMBER, sheet.inner)
        words.draw(setter.canvas, sheet.side, sheet.below)


def _set_block(flow: Flow, setter: Setter, block: Block) -> None:
    """Blocks that make their own frames, or say their head again, are set here; the rest one by one."""
    match block:
        case Columns():
            _set_columns(flow, setter, block)
        case VoteTable():
            _set_vote(flow, setter, block)
        case RegisterTable():
            _set_register(flow, setter, block)
        case Table():
            _set_table(flow, setter, block)
        case _:
            for unit in _units(setter, block, flow.width, setter.canvas.root):
                flow.place(unit)


def _set_columns(flow: Flow, setter: Setter, block: Columns) -> None:
    flow.start_columns(setter.measures.columns, setter.gap(GROUP_NAME.gap))
    for group in block.groups:
        units = set_group(setter, group, setter.canvas.root, flow.width)
        flow.place_together(units, again=group_goes_on(setter, group, flow.width))
    flow.end_columns()


def _set_vote(flow: Flow, setter: Setter, block: VoteTable) -> None:
    columns = vote_columns(setter, block, flow.width)
    table = setter.canvas.root.child("Table")
    head = set_vote_head(setter, block, table, columns)
    rows = set_vote_rows(setter, block, table, columns, flow.width)
    flow.place_with_head(chain((head,), rows), set_vote_head(setter, block, None, columns))


def _set_register(flow: Flow, setter: Setter, block: RegisterTable) -> None:
    edges = register_edges(block, flow.width)
    table = setter.canvas.root.child("Table")
    head = set_register_head(setter, block, table, edges)
    rows = set_register_rows(setter, block, table, edges, flow.width)
    flow.place_with_head(chain((head,), rows), set_register_head(setter, block, None, edges))


def _set_table(flow: Flow, setter: Setter, block: Table) -> None:
    table = setter.canvas.root.child("Table")
    head = set_table_head(setter, block, table, flow.width)
    rows = set_table_rows(setter, block, table, flow.width)
    flow.place_with_head(chain((head,), rows), set_table_head(setter, block, None, flow.width))


def _units(setter: Setter, block: Simple | FormBlock, width: float, root: Element) -> Iterator[Unit]:
    match block:
        case Heading():
            return set_heading(setter, block, root, width)
        case Paragraph():
            return set_paragraph(setter, block, root, width)
        case Mark():
            return set_mark()
        case Rule():
            return set_rule(setter, width)
        case Legend():
            return set_legend(setter, block, root, width)
        case Counts():
            return set_counts(setter, block, root, width)
        case Box():
            return set_box(setter, block, root, width)
        case SideBySide():
            return set_side_by_side(setter, block, root, width)
        case Numbered():
            return set_numbered(setter, block, root, width)
        case PromiseCard():
            return set_promise(setter, block, root, width)
        case WriteLines():
            return set_write_lines(block, width)
        case TickBoxes():
            return set_tick_boxes(setter, block, root, width)
        case _:
            return form_units(setter, block, root, width, _units)
