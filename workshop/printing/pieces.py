"""Pieces of a page: each knows its height, draws itself, and may be split where a page ends.

x is the left edge and top the upper edge of the piece, in points, with y upwards as in PDF. A
piece of words belongs to an element of the structure tree; lines and boxes are decoration.
"""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Protocol

from workshop.printing.measures import MM
from workshop.printing.page import Element, TaggedCanvas
from workshop.printing.text import Layout

FEWEST_LINES = 2
BOX_LINE = 0.9


class Piece(Protocol):
    """Something with a height that can be drawn."""

    @property
    def height(self) -> float:
        """In points."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw it with its left upper corner there."""

    def split(self, room: float) -> "Halves":
        """What fits into `room` points, and the rest; None for nothing."""


Halves = tuple[Piece | None, Piece | None]


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text. Without an element they are decoration."""

    layout: Layout
    element: Element | None
    width: float

    @property
    def height(self) -> float:
        return self.layout.height

    def snug(self) -> "Words":
        """The same in a column that is no wider than its words."""
        width = self.layout.width
        return Words(replace(self.layout, column=width), self.element, width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.note_place(x, top, max(self.width, self.layout.width), self.height)
        with canvas.marked(self.element):
            self.layout.draw(canvas, x, top)

    def split(self, room: float) -> Halves:
        """Between lines, with at least two on either side."""
        lines = len(self.layout.lines)
        fit = min(lines - FEWEST_LINES, int(room / self.height * lines + 1e-6))
        while fit >= FEWEST_LINES and self.layout.slice(0, fit).height > room:
            fit -= 1
        if fit < FEWEST_LINES:
            return None, self
        head, tail = self.layout.slice(0, fit), self.layout.slice(fit, lines)
        return replace(self, layout=head), replace(self, layout=tail)


@dataclass(frozen=True, slots=True)
class Titled:
    """Words that also stand in the list of contents, at a level from 0."""

    words: Words
    title: str
    level: int

    @property
    def height(self) -> float:
        return self.words.height

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.bookmark(self.title, self.level)
        self.words.draw(canvas, x, top)

    def split(self, room: float) -> Halves:
        head, tail = self.words.split(room)
        return (Titled(head, self.title, self.level), tail) if isinstance(head, Words) else (None, self)


@dataclass(frozen=True, slots=True)
class Disc:
    """A number in a circle: full for what stands, a ring for what is still open."""

    words: Words
    size: float
    full: bool

    @property
    def height(self) -> float:
        return self.size

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(None):
            canvas.setLineWidth(BOX_LINE)
            middle, radius = self.size / 2, (self.size - BOX_LINE) / 2
            canvas.circle(x + middle, top - middle, radius, stroke=1, fill=int(self.full))
        canvas.setFillGray(1 if self.full else 0)
        self.words.draw(canvas, x, top - (self.size - self.words.height) / 2)
        canvas.setFillGray(0)

    def split(self, room: float) -> Halves:
        return None, self


@dataclass(frozen=True, slots=True)
class Drawing:
    """A shape. With an element it means something, and the element has the words for it."""

    height: float
    width: float
    shape: Callable[[TaggedCanvas, float, float], None]
    element: Element | None = None

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.note_place(x, top, self.width, self.height)
        with canvas.marked(self.element):
            self.shape(canvas, x, top)

    def split(self, room: float) -> Halves:
        return None, self


@dataclass(frozen=True, slots=True)
class Shown:
    """A drawing or a picture: a figure that says where it is, for programs that lay pages out anew."""

    height: float
    width: float
    shape: Callable[[TaggedCanvas, float, float], None]
    element: Element

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        box = f"{x:.2f} {top - self.height:.2f} {x + self.width:.2f} {top:.2f}"
        self.element.more = f"<</O/Layout/Placement/Block/BBox[{box}]>>"
        Drawing(self.height, self.width, self.shape, self.element).draw(canvas, x, top)

    def split(self, room: float) -> Halves:
        return None, self


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, of a height."""

    height: float

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        pass

    def split(self, room: float) -> Halves:
        return None, None


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces one below the other."""

    pieces: tuple[Piece, ...]

    @property
    def height(self) -> float:
        return sum(piece.height for piece in self.pieces)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        for piece in self.pieces:
            piece.draw(canvas, x, top)
            top -= piece.height

    def split(self, room: float) -> Halves:
        """After the last piece that fits, or inside the next where that can be split."""
        for at, piece in enumerate(self.pieces):
            if piece.height > room:
                head, tail = piece.split(room)
                before = self.pieces[:at] + ((head,) if head else ())
                after = ((tail,) if tail else ()) + self.pieces[at + 1 :]
                return (Stack(before) if before else None), (Stack(after) if after else None)
            room -= piece.height
        return self, None


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces side by side, each at its distance from the left.

    `drop` says how the lower ones hang: 0 from the top, 0.5 half-way, 1 on the bottom.
    """

    cells: tuple[tuple[float, Piece], ...]
    drop: float = 0.0

    @property
    def height(self) -> float:
        return max(piece.height for _x, piece in self.cells)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        height = self.height
        for at, piece in self.cells:
            piece.draw(canvas, x + at, top - (height - piece.height) * self.drop)

    def split(self, room: float) -> Halves:
        """Each cell at the same height; not at all when a cell that is too high cannot be split."""
        heads: list[tuple[float, Piece]] = []
        tails: list[tuple[float, Piece]] = []
        for at, piece in self.cells:
            head, tail = (piece, None) if piece.height <= room else piece.split(room)
            if head is None:
                return None, self
            heads.append((at, head))
            if tail is not None:
                tails.append((at, tail))
        return Row(tuple(heads)), (Row(tuple(tails)) if tails else None)


@dataclass(frozen=True, slots=True)
class Boxed:
    """A piece with a rounded line around it; `pad` is left and right, above, below."""

    inner: Piece
    width: float
    pad: tuple[float, float, float]
    line: float = BOX_LINE
    radius: float = 4 * MM
    least: float = 0.0

    @property
    def height(self) -> float:
        return max(self.least, self.inner.height + self.pad[1] + self.pad[2])

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.marked(None):
            canvas.setLineWidth(self.line)
            height, half = self.height, self.line / 2
            width = self.width - self.line
            canvas.roundRect(x + half, top - height + half, width, height - self.line, self.radius)
        self.inner.draw(canvas, x + self.pad[0], top - self.pad[1])

    def split(self, room: float) -> Halves:
        """Two boxes."""
        head, tail = self.inner.split(room - self.pad[1] - self.pad[2])
        return (
            replace(self, inner=head, least=0.0) if head else None,
            replace(self, inner=tail, least=0.0) if tail else None,
        )


@dataclass(frozen=True, slots=True)
class Ruled:
    """A piece with a line above it."""

    inner: Piece
    width: float
    line: float
    gap: float

    @property
    def height(self) -> float:
        return self.inner.height + self.gap

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        draw_rule(canvas, x, top, self.width, self.line)
        self.inner.draw(canvas, x, top - self.gap)

    def split(self, room: float) -> Halves:
        head, tail = self.inner.split(room - self.gap)
        return (replace(self, inner=head) if head else None), (replace(self, inner=tail) if tail else None)


@dataclass(frozen=True, slots=True)
class Upright:
    """One line of words turned to read upwards, for a narrow column; `width` is that of the column."""

    words: Words
    width: float

    @property
    def height(self) -> float:
        return self.words.layout.width

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.note_place(x, top, self.width, self.height)
        with canvas.marked(self.words.element):
            canvas.saveState()
            canvas.translate(x + (self.width - self.words.height) / 2, top - self.height)
            canvas.rotate(90)
            self.words.layout.draw(canvas, 0, 0)
            canvas.restoreState()

    def split(self, room: float) -> Halves:
        return None, self


def draw_rule(
    canvas: TaggedCanvas, x: float, y: float, width: float, line: float, *, marked: bool = True
) -> None:
    """A line from left to right; decoration, unless what is around it is `marked` already."""
    with canvas.marked(None) if marked else nullcontext():
        canvas.setLineWidth(line)
        canvas.line(x, y, x + width, y)
