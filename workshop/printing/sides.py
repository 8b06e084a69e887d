"""Which side is first: pieces side by side, mirrored in languages that run to the left."""

from collections.abc import Sequence

from workshop.printing.page import Element, TaggedCanvas
from workshop.printing.pieces import Drawing, Piece, Row, draw_rule
from workshop.printing.setter import Setter
from workshop.printing.svg import drawing
from workshop.printing.symbols import draw_tick_box
from workshop.printing.words import _, runs_left

LINE_ON_PAPER = 0.8

Cell = tuple[float, float, Piece]  # where it begins, counted from the first side; its width; itself


def beside(setter: Setter, width: float, cells: Sequence[Cell], drop: float = 0.5) -> Row:
    """Pieces in a row `width` points wide, the first at the side where people begin to read."""
    mirrored = runs_left(setter.language)
    placed = [(width - at - wide if mirrored else at, piece) for at, wide, piece in cells]
    return Row(tuple(placed), drop)


def box_to_tick(setter: Setter, size: float, element: Element) -> Drawing:
    """An empty box that a screen reader calls one."""
    sign = element.child("Span", alt=_("box to tick"))
    return Drawing(size, size, lambda canvas, x, top: draw_tick_box(canvas, x, top, size), sign)


def picture(name: str, size: float, element: Element | None = None) -> Drawing:
    """A drawing of `resources`; decoration unless an element says what it is."""
    shape, side = drawing(name)
    return Drawing(size, size, lambda canvas, x, top: canvas.stamp(shape, x, top, size / side), element)


def line_to_write_on(height: float, width: float) -> Drawing:
    """Room to write, with a line at its foot."""

    def draw(canvas: TaggedCanvas, x: float, top: float) -> None:
        draw_rule(canvas, x, top - height + LINE_ON_PAPER, width, LINE_ON_PAPER, marked=False)

    return Drawing(height, width, draw)
