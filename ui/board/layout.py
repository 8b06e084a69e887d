"""Where things lie on the board, in board units: one note is 212 × 110, with 12 between two.

Pure geometry. Usually groups flow from left to right and from top to bottom; inside a group the newest
notes that fit lie in two or three columns and three rows. The groups whose names are fixed ("For
later" and so on) stand in a lane of their own at the right. As columns, and as the steps of a journey,
groups stand side by side, each one note wide and as tall as all its notes need; above a journey there
is room for the line of how each step felt. A grid has four fields for loose notes; the groups stand
at its right. Nothing here knows what a note says.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from workshop.domain import board_settings
from workshop.domain.kinds import BoardLayout, GroupKind

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
LANE_FULL = 2  # so many areas of a lane are as high as any group; more are lower while they are empty
LANE_LOW = (2 * GROUP_H - BETWEEN_ROWS) / 3  # three of them are as high as two groups
ROW_W_BESIDE_LANE = 1432.0

COLUMN_W, COLUMN_HEADER = NOTE_W + 2 * PADDING, 136.0
SIDE_BY_SIDE = frozenset({BoardLayout.COLUMNS, BoardLayout.JOURNEY})
LINE_H = 200.0  # of the line above a journey
LINE_MARGIN = 44.0  # from its edge to the best and to the worst feeling
BEST = 2  # feelings go from -BEST to BEST


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


GRID = Rect(LEFT, TOP, ROW_W, 848.0)
END_W, END_H = 148.0, 44.0  # kept for the names at the ends of the axes
FIELDS = Rect(*board_settings.FIELDS)  # the pack reads the notes of a grid by the same fields


def note_rect(x: float, y: float, tall: bool = False, turned: int = 0) -> Rect:
    """The rectangle of a note whose top left corner lies at (x, y); `turned` counts quarter turns."""
    high = TALL_H if tall else NOTE_H
    return Rect(x, y, high, NOTE_W) if turned % 2 else Rect(x, y, NOTE_W, high)


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
    """A group that wants a place: its kind, how many columns it has, and how high its notes are in one."""

    kind: GroupKind
    columns: int
    high: float = 0.0


def flow(groups: Sequence[ToPlace], arranged: BoardLayout = BoardLayout.FREE) -> list[Rect]:
    """Where the groups lie, in the order given: the room's own groups first, the others in the lane."""
    own = [group for group in groups if group.kind is GroupKind.OWN]
    has_lane = len(own) < len(groups)
    if arranged in SIDE_BY_SIDE:
        placed = _columns(own, TOP + (LINE_H + BETWEEN_ROWS if arranged is BoardLayout.JOURNEY else 0.0))
        lane_x = LEFT + len(own) * (COLUMN_W + BETWEEN_GROUPS)
    elif arranged is BoardLayout.GRID:
        left = GRID.right + BETWEEN_GROUPS
        placed = _rows(own, left, ROW_W_BESIDE_LANE)
        lane_x = max((r.right + BETWEEN_GROUPS for r in placed), default=left)
    else:
        placed = _rows(own, LEFT, ROW_W_BESIDE_LANE if has_lane else ROW_W)
        lane_x = LANE_X
    lane = _lane([group for group in groups if group.kind is not GroupKind.OWN], lane_x)
    each = iter(placed)
    return [next(each) if group.kind is GroupKind.OWN else next(lane) for group in groups]


def _lane(groups: Sequence[ToPlace], left: float) -> Iterator[Rect]:
    y = TOP
    for group in groups:
        low = len(groups) > LANE_FULL and group.high <= NOTE_H
        high = LANE_LOW if low else GROUP_H
        yield Rect(left, y, LANE_W, high)
        y += high + BETWEEN_ROWS


def _rows(groups: Sequence[ToPlace], left: float, wide: float) -> list[Rect]:
    x, y, placed = left, TOP, []
    for group in groups:
        width = group_width(group.columns)
        if x > left and x + width > left + wide:
            x, y = left, y + GROUP_H + BETWEEN_ROWS
        placed.append(Rect(x, y, width, GROUP_H))
        x += width + BETWEEN_GROUPS
    return placed


def _columns(groups: Sequence[ToPlace], top: float) -> list[Rect]:
    step = COLUMN_W + BETWEEN_GROUPS
    high = [max(GROUP_H, COLUMN_HEADER + group.high + PADDING) for group in groups]
    return [Rect(LEFT + i * step, top, COLUMN_W, h) for i, h in enumerate(high)]


def stacked(tall: Sequence[bool]) -> float:
    """How high notes are that lie one under another."""
    return sum(TALL_H if high else NOTE_H for high in tall) + GAP * max(0, len(tall) - 1)


def line_above(columns: Sequence[Rect]) -> Rect | None:
    """Where the line of feelings is, above the columns of a journey; None without any."""
    if not columns:
        return None
    return Rect(LEFT, TOP, columns[-1].right - LEFT, LINE_H)


def point_on_line(column: Rect, feeling: int) -> tuple[float, float]:
    """Where on the line the feeling of a step is shown: the better, the higher."""
    room = LINE_H - 2 * LINE_MARGIN
    return column.middle[0], TOP + LINE_MARGIN + room * (BEST - feeling) / (2 * BEST)


def field_of(x: float, y: float) -> tuple[int, int] | None:
    """In which field of the grid a note lies whose kept place is (x, y).

    The answer is two numbers for `Workshop.axes`: 0 (left) or 1 (right), then 2 (bottom) or 3 (top).
    None for a note outside the grid, or one that nobody put anywhere. Its middle counts.
    """
    return board_settings.field_of(x, y)


def inside(group: Rect, kind: GroupKind, columns: int, tall: Sequence[bool]) -> list[Rect]:
    """Where the newest notes of a group lie; `tall` says of each, oldest first, whether it is tall.

    As many of the last ones as fit are placed; the result is as long as that. In one column all fit.
    """
    lane = kind is not GroupKind.OWN
    if columns == 1 and not lane:
        return list(_under_each_other(group, tall))
    columns, rows = (1, LANE_ROWS if group.h >= GROUP_H else 1) if lane else (columns, ROWS)
    top = group.y + (LANE_HEADER if lane else HEADER)
    newest = list(tall[-columns * rows :])
    while (cells := _cells(newest, columns, rows)) is None:
        newest = newest[1:]
    return [
        note_rect(group.x + PADDING + column * STEP_X, top + row * STEP_Y, high)
        for (column, row), high in zip(cells, newest, strict=True)
    ]


def _under_each_other(group: Rect, tall: Sequence[bool]) -> Iterator[Rect]:
    y = group.y + COLUMN_HEADER
    for high in tall:
        yield note_rect(group.x + PADDING, y, high)
        y += (TALL_H if high else NOTE_H) + GAP


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


def nearest_edge(x: float, y: float, wide: float, high: float) -> int:
    """How far a note is turned toward the nearest edge of a table that lies flat, in quarter turns.

    Whoever sits at the lower edge reads it upright, at the left edge after one turn clockwise.
    """
    away = ((high - y, 0), (x, 1), (y, 2), (wide - x, 3))
    return min(away)[1]
