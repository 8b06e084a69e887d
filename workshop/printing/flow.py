"""Pieces into pages: columns, what stays together, and what is said again after a page ends.

Pages are drawn as they fill and are not kept, so a long document needs little memory.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from workshop.printing.measures import MM, Sheet
from workshop.printing.page import TaggedCanvas
from workshop.printing.pieces import Piece

COLUMN_GAP = 9 * MM
SLACK = 0.01  # points; sums of heights are not exact


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece with the gap above it. `keep` holds it together with the next one."""

    piece: Piece
    gap: float = 0.0
    keep: bool = False


class Flow:
    """Fills the frames of one document: a page, or the columns of a page, one after the other."""

    def __init__(self, canvas: TaggedCanvas, sheet: Sheet, above_cover: float) -> None:
        self.canvas = canvas
        self.sheet = sheet
        self._above_cover = above_cover
        self._started = False
        self._columns = 1
        self._column = 0
        self._frame_top = self._y = self._lowest = sheet.top
        self._fresh = True
        self._kept: list[Unit] = []
        self._again: Unit | None = None

    @property
    def width(self) -> float:
        """The width of the frame that is being filled."""
        return (self.sheet.inner - (self._columns - 1) * COLUMN_GAP) / self._columns

    @property
    def room(self) -> float:
        """What is left of the frame, in points."""
        return self._y - self.sheet.below + SLACK

    @property
    def full(self) -> float:
        """The height of a frame that nothing is in yet."""
        return self.sheet.top - self.sheet.below

    def start_section(self, *, cover: bool) -> None:
        """Begin on a new page."""
        if self._started:
            self.canvas.showPage()
        self._started = True
        self._begin(self.sheet.height - self._above_cover if cover else self.sheet.top)

    def start_columns(self, columns: int, gap: float) -> None:
        """Go on in columns, from `gap` below here down."""
        self._place_kept()
        self._y -= 0.0 if self._fresh else gap
        self._columns, self._column = columns, 0
        self._frame_top = self._lowest = self._y
        self._fresh = True

    def end_columns(self) -> None:
        """Go on over the whole width, below the longest column."""
        self._place_kept()
        self._columns, self._column = 1, 0
        self._y = min(self._lowest, self._y)
        self._fresh = False

    def place(self, unit: Unit) -> None:
        """Put a piece below the last one, in the next frame if need be; split only if it must be."""
        self._kept.append(unit)
        if not unit.keep:
            self._place_kept()

    def place_together(self, units: Iterable[Unit], again: Unit | None = None) -> None:
        """Put these in one frame if they can be; `again` heads every further frame they need."""
        waiting = iter(units)
        first = list(_up_to(waiting, self.full))
        height = sum(unit.gap + unit.piece.height for unit in first)
        rest = next(waiting, None)
        if rest is None and not self._fresh and self.room < height <= self._next_height + first[0].gap:
            self._next_frame()
        self.place_with_head(chain(first, () if rest is None else (rest,), waiting), again)

    def place_with_head(self, units: Iterable[Unit], again: Unit | None) -> None:
        """Put these one below the other; `again` heads every frame after the one they begin in."""
        for unit in units:
            self.place(unit)
            # Not before the head itself is on a page, or it would be there twice.
            self._again = self._again if unit.keep else again
        self._place_kept()
        self._again = None

    def place_at_foot(self, units: list[Unit]) -> None:
        """Put these at the foot of the page."""
        self._place_kept()
        height = sum(unit.gap + unit.piece.height for unit in units)
        if height > self.room:
            self._next_frame()
        self._y = self.sheet.below + height
        for unit in units:
            self.place(unit)

    def end(self) -> None:
        """Nothing more comes in this section."""
        self._place_kept()

    def _begin(self, top: float) -> None:
        self._frame_top = self._y = self._lowest = top
        self._fresh = True

    def _next_frame(self) -> None:
        self._lowest = min(self._lowest, self._y)
        if self._column + 1 < self._columns:
            self._column += 1
            self._y = self._frame_top
            self._fresh = True
        else:
            self.canvas.showPage()
            self._column = 0
            self._begin(self.sheet.top)
        if self._again is not None:
            self._draw(self._again.piece, 0.0)
            self._fresh = True

    def _place_kept(self) -> None:
        units, self._kept = self._kept, []
        if not units:
            return
        height = sum(unit.gap + unit.piece.height for unit in units)
        fits_next = height - units[0].gap <= self._next_height
        if not self._fresh and height > self.room and (fits_next or self.room < self.full / 2):
            self._next_frame()
        for unit in units:
            self._put(unit)

    @property
    def _next_height(self) -> float:
        return self._frame_top - self.sheet.below if self._column + 1 < self._columns else self.full

    def _put(self, unit: Unit) -> None:
        gap = 0.0 if self._fresh else unit.gap
        piece: Piece | None = unit.piece
        while piece is not None and piece.height + gap > self.room:
            head, rest = piece.split(self.room - gap)
            if head is None and self._fresh:
                break  # nothing can be done: it is higher than a page, and of one part
            if head is not None:
                self._draw(head, gap)
                piece = rest
            self._next_frame()
            gap = 0.0
        if piece is not None:
            self._draw(piece, gap)

    def _draw(self, piece: Piece, gap: float) -> None:
        x = self.sheet.side + self._column * (self.width + COLUMN_GAP)
        piece.draw(self.canvas, x, self._y - gap)
        self._y -= gap + piece.height
        self._lowest = min(self._lowest, self._y)
        self._fresh = False


def _up_to(units: Iterator[Unit], height: float) -> Iterator[Unit]:
    """Units until they are higher than `height` together, the one that makes them so included."""
    for unit in units:
        height -= unit.gap + unit.piece.height
        yield unit
        if height < 0:
            return
