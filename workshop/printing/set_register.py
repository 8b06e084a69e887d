"""Sets the consent register: one person a row, the long headings upright."""

from collections.abc import Iterator, Sequence

from workshop.printing.content import RegisterTable
from workshop.printing.flow import Unit
from workshop.printing.measures import MM, Look
from workshop.printing.page import Element
from workshop.printing.pieces import Piece, Row, Ruled, Space, Stack, Upright
from workshop.printing.set_votes import COLUMN_HEAD, PLAIN_LINE, ROW_HEAD
from workshop.printing.setter import Align, Setter

CELL = Look(14, 1.25, 0)
HEAD = Look(14, 1.15, 0, bold=True)
TURNED = 10 * MM
LONGEST_TURNED = 60 * MM
LEVEL_SHARES = (0.14, 0.19, 0.1, 0.12, 0.15, 0.14, 0.16)  # number, name, form, how, until, by, taken back

Edges = tuple[tuple[float, float], ...]


def register_edges(table: RegisterTable, width: float) -> Edges:
    """Left edge and width of each column: upright ones narrow, the others share the rest."""
    upright = sum(turned for _heading, turned in table.headings)
    left, at, level = width - upright * TURNED, 0.0, iter(LEVEL_SHARES)
    edges = []
    for _heading, turned in table.headings:
        wide = TURNED if turned else left * next(level)
        edges.append((at, wide))
        at += wide
    return tuple(edges)


def set_register_head(setter: Setter, table: RegisterTable, parent: Element | None, edges: Edges) -> Unit:
    """The headings; without a parent they are said again on a further page, for eyes only."""
    row = parent.child("TR") if parent else None
    cells: list[tuple[float, Piece]] = []
    for (heading, turned), (left, wide) in zip(table.headings, edges, strict=True):
        element = row.child("TH", more=COLUMN_HEAD) if row else None
        words = setter.words(heading, element, HEAD, LONGEST_TURNED if turned else wide - MM)
        cells.append((left, Upright(words, wide) if turned else words))
    return Unit(Stack((Row(tuple(cells), drop=1.0), Space(MM))), setter.gap(3), keep=True)


def set_register_rows(
    setter: Setter, table: RegisterTable, parent: Element, edges: Edges, width: float
) -> Iterator[Unit]:
    """A row a person, and the totals below a stronger line."""
    centred = [turned for _heading, turned in table.headings]
    for cells in table.rows:
        yield _row(setter, cells, parent, edges, centred, width, PLAIN_LINE)
    yield _row(setter, table.totals, parent, edges, centred, width, 1.5)


def _row(
    setter: Setter,
    texts: tuple[str, ...],
    parent: Element,
    edges: Edges,
    centred: Sequence[bool],
    width: float,
    line: float,
) -> Unit:
    row = parent.child("TR")
    cells: list[tuple[float, Piece]] = []
    for at, (text, (left, wide), middle) in enumerate(zip(texts, edges, centred, strict=True)):
        element = row.child("TH", more=ROW_HEAD) if at == 0 else row.child("TD")
        align: Align = "centre" if middle else "start"
        if text:
            cells.append((left, setter.words(text, element, CELL, wide - (0 if middle else MM), align=align)))
    return Unit(Ruled(Stack((Row(tuple(cells)), Space(MM))), width, line, MM))
