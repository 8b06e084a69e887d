"""Where things lie on the board, in board units: one note is 212 × 110, with 12 between two.

Pure geometry. Groups flow from left to right and from top to bottom; inside a group the newest notes
that fit lie in two or three columns and three rows. The groups "for later" and "we don't know yet"
stand in a lane of their own at the right. Nothing here knows what a note says.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from workshop.domain.kinds import GroupKind

NOTE_W, NOTE_H, TALL_H = 212.0, 110.0, 232.0
GAP = 12.0
STEP_X, STEP_Y = NOTE_W + GAP, NOTE_H + GAP

PADDING, HEADER, LANE_HEADER, RADIUS = 16.0, 50.0, 78.0, 16.0
ROWS = 3
GROUP_H = 418.0
BETWEEN_GROUPS, BETWEEN_ROWS = 14.0, 12.0
FEW, MOST_SHOWN = 6, 9

LEFT, TOP, ROW_W = 20.0, 10.0, 1880.0
LANE_X, LANE_W, LANE_ROWS = 1500.0, 400.0, 2
ROW_W_BESIDE_LANE = 1432.0

T = TypeVar("T")


class Rect(NamedTuple):
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h

    def meets(self, other: "Rect") -> bool:
        """Whether two rectangles share any area."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )

    def covers(self, other: "Rect") -> bool:
        """Whether another rectangle lies wholly inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and self.x + self.w >= other.x + other.w
            and self.y + self.h >= other.y + other.h
        )

    def grown(self, by: float) -> "Rect":
        """The rectangle with `by` more on each side."""
        return Rect(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def moved(self, dx: float, dy: float) -> "Rect":
        """The same rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def joined(self, other: "Rect") -> "Rect":
        """The smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


def note_rect(x: float, y: float, tall: bool = False) -> Rect:
    """The rectangle of a note whose top left corner lies at (x, y)."""
    return Rect(x, y, NOTE_W, TALL_H if tall else NOTE_H)


def around(rects: Iterable[Rect]) -> Rect | None:
    """The smallest rectangle around all; None around nothing."""
    whole: Rect | None = None
    for rect in rects:
        whole = rect if whole is None else whole.joined(rect)
    return whole


# Groups


def columns_for(rows_taken: int) -> int:
    """How many columns a group has, by how many places its notes take (a tall note takes two)."""
    return 2 if rows_taken <= FEW else 3


def group_width(columns: int) -> float:
    """How wide a group of so many columns is."""
    return 2 * PADDING + columns * NOTE_W + (columns - 1) * GAP


class ToPlace(NamedTuple):
    """A group that wants a place: its kind, and how many columns it has."""

    kind: GroupKind
    columns: int


def flow(groups: Sequence[ToPlace]) -> list[Rect]:
    """Where the groups lie, in the order given: own groups in rows, the others in the lane."""
    lane = any(g.kind is not GroupKind.OWN for g in groups)
    right = LEFT + (ROW_W_BESIDE_LANE if lane else ROW_W)
    x, y, lane_y, placed = LEFT, TOP, TOP, []
    for kind, columns in groups:
        if kind is not GroupKind.OWN:
            placed.append(Rect(LANE_X, lane_y, LANE_W, GROUP_H))
            lane_y += GROUP_H + BETWEEN_ROWS
            continue
        width = group_width(columns)
        if x > LEFT and x + width > right:
            x, y = LEFT, y + GROUP_H + BETWEEN_ROWS
        placed.append(Rect(x, y, width, GROUP_H))
        x += width + BETWEEN_GROUPS
    return placed


def inside(group: Rect, kind: GroupKind, columns: int, tall: Sequence[bool]) -> list[Rect]:
    """Where the newest notes of a group lie; `tall` says of each, oldest first, whether it is tall.

    As many of the last ones as fit are placed; the result is as long as that.
    """
    lane = kind is not GroupKind.OWN
    columns, rows = (1, LANE_ROWS) if lane else (columns, ROWS)
    top = group.y + (LANE_HEADER if lane else HEADER)
    newest = list(tall[-columns * rows :])
    while (cells := _cells(newest, columns, rows)) is None:
        newest = newest[1:]
    return [
        note_rect(group.x + PADDING + column * STEP_X, top + row * STEP_Y, high)
        for (column, row), high in zip(cells, newest, strict=True)
    ]


def _cells(tall: Sequence[bool], columns: int, rows: int) -> list[tuple[int, int]] | None:
    """A cell (column, row) for each note, in reading order; None when they do not all fit."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for high in tall:
        cell = next(_free_cells(taken, columns, rows, high), None)
        if cell is None:
            return None
        column, row = cell
        taken |= {cell, (column, row + 1)} if high else {cell}
        cells.append(cell)
    return cells


def _free_cells(
    taken: set[tuple[int, int]], columns: int, rows: int, high: bool
) -> Iterator[tuple[int, int]]:
    for row in range(rows - 1 if high else rows):
        for column in range(columns):
            if (column, row) not in taken and not (high and (column, row + 1) in taken):
                yield column, row


# Loose notes


def _rings() -> list[tuple[float, float]]:
    """Ways to step aside, the nearest first, out to about two groups."""
    half_x, half_y = STEP_X / 2, STEP_Y / 2
    steps = [(i * half_x, j * half_y) for i in range(-14, 15) for j in range(-14, 15)]
    return sorted(steps, key=lambda s: (s[0] * s[0] + s[1] * s[1], -s[1], -s[0]))


ASIDE = _rings()


def places_near(x: float, y: float) -> Iterator[tuple[float, float]]:
    """Places around a place, itself first, then the nearest; none is beyond the board but for its foot."""
    farthest = max(x, LEFT + ROW_W - NOTE_W)
    for dx, dy in ASIDE:
        if (x + dx >= LEFT or dx >= 0) and x + dx <= farthest and (y + dy >= TOP or dy >= 0):
            yield x + dx, y + dy


def places_below(top: float) -> Iterator[tuple[float, float]]:
    """Places for notes that nobody put anywhere, from `top` on, row by row, without end."""
    columns = int((ROW_W + GAP) // STEP_X)
    row = 0
    while True:
        for column in range(columns):
            yield LEFT + column * STEP_X, top + row * STEP_Y
        row += 1
