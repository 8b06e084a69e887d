"""A grid over the board that finds what lies at a place without looking at everything.

Cost of a question: the cells it touches and what lies in them, however many notes there are.
"""

from collections import Counter
from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

from ui.board.layout import STEP_X, STEP_Y, Rect

K = TypeVar("K", bound=Hashable)
CELL_W, CELL_H = 2 * STEP_X, 2 * STEP_Y
Cell = tuple[int, int]


class Grid(Generic[K]):
    """Rectangles by key."""

    def __init__(self) -> None:
        self._rects: dict[K, Rect] = {}
        self._cells: dict[Cell, dict[K, Rect]] = {}
        self._columns, self._rows = Counter[int](), Counter[int]()  # how many cells of each are there
        self._whole: Rect | None = None
        self._whole_known = True

    @property
    def whole(self) -> Rect | None:
        """The rectangle around everything, None around nothing; worked out anew when its edge went."""
        if not self._whole_known:
            self._whole, self._whole_known = self._around_all(), True
        return self._whole

    def _around_all(self) -> Rect | None:
        """Only what lies in the outermost cells can lie at the edge of everything."""
        if not self._cells:
            return None
        left_most, right_most = min(self._columns), max(self._columns)
        highest, lowest = min(self._rows), max(self._rows)
        across, down = range(left_most, right_most + 1), range(highest, lowest + 1)
        outer = [(column, row) for column in (left_most, right_most) for row in down]
        outer += [(column, row) for row in (highest, lowest) for column in across]
        rects = [rect for cell in outer if cell in self._cells for rect in self._cells[cell].values()]
        left, top = min(r.x for r in rects), min(r.y for r in rects)
        return Rect(left, top, max(r.right for r in rects) - left, max(r.bottom for r in rects) - top)

    def __len__(self) -> int:
        return len(self._rects)

    def __contains__(self, key: K) -> bool:
        return key in self._rects

    def __getitem__(self, key: K) -> Rect:
        return self._rects[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._rects)

    def get(self, key: K) -> Rect | None:
        """The rectangle of a key, or None."""
        return self._rects.get(key)

    def put(self, key: K, rect: Rect) -> None:
        """Lay a rectangle down, or move it."""
        if self._rects.get(key) == rect:
            return
        self.drop(key)
        self._rects[key] = rect
        if self._whole_known and (self._whole is None or not self._whole.covers(rect)):
            self._whole = rect if self._whole is None else self._whole.joined(rect)
        for cell in _each_cell(rect):
            if (inside := self._cells.get(cell)) is None:
                self._cells[cell] = {key: rect}
                self._columns[cell[0]] += 1
                self._rows[cell[1]] += 1
            else:
                inside[key] = rect

    def drop(self, key: K) -> Rect | None:
        """Take a rectangle away; the one that lay there, or None."""
        rect = self._rects.pop(key, None)
        if rect is None:
            return None
        for cell in _each_cell(rect):
            inside = self._cells[cell]
            del inside[key]
            if not inside:
                self._forget_cell(cell)
        if self._whole is not None and not self._whole.grown(-1).covers(rect):
            self._whole_known = False
        return rect

    def _forget_cell(self, cell: Cell) -> None:
        del self._cells[cell]
        for lines, line in zip((self._columns, self._rows), cell, strict=True):
            lines[line] -= 1
            if not lines[line]:
                del lines[line]

    def at(self, x: float, y: float) -> list[K]:
        """What lies at a point."""
        inside = self._cells.get((int(x // CELL_W), int(y // CELL_H)), {})
        return [key for key, rect in inside.items() if rect.holds(x, y)]

    def within(self, area: Rect) -> dict[K, Rect]:
        """What an area touches, with its rectangles."""
        cells = _CellsOf(area)
        if len(cells) >= len(self._cells):
            return {key: rect for key, rect in self._rects.items() if rect.meets(area)}
        found: dict[K, Rect] = {}
        for cell in cells:
            if cell in self._cells:
                found.update(self._cells[cell])
        return {key: rect for key, rect in found.items() if rect.meets(area)}

    def is_free(self, area: Rect) -> bool:
        """Whether nothing lies in an area."""
        if not self._cells:
            return True
        return not any(
            rect.meets(area) for cell in _each_cell(area) for rect in self._cells.get(cell, {}).values()
        )


def _each_cell(rect: Rect) -> list[Cell]:
    """The cells of a note: a few."""
    x, y, w, h = rect
    rows = range(int(y // CELL_H), int((y + h) // CELL_H) + 1)
    return [(column, row) for row in rows for column in range(int(x // CELL_W), int((x + w) // CELL_W) + 1)]


class _CellsOf:
    """The cells of an area of any size; counted without being made."""

    def __init__(self, rect: Rect) -> None:
        self._columns = range(int(rect.x // CELL_W), int(rect.right // CELL_W) + 1)
        self._rows = range(int(rect.y // CELL_H), int(rect.bottom // CELL_H) + 1)

    def __len__(self) -> int:
        return len(self._columns) * len(self._rows)

    def __iter__(self) -> Iterator[Cell]:
        return ((column, row) for row in self._rows for column in self._columns)
