"""A grid over the board that finds what lies at a place without looking at everything.

Cost of a question: the cells it touches and what lies in them, however many notes there are.
"""

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
        self.whole: Rect | None = None  # around all that ever lay here since it was last empty

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
        self.drop(key)
        self._rects[key] = rect
        self.whole = rect if self.whole is None else self.whole.joined(rect)
        for cell in _cells(rect):
            self._cells.setdefault(cell, {})[key] = rect

    def drop(self, key: K) -> Rect | None:
        """Take a rectangle away; the one that lay there, or None."""
        rect = self._rects.pop(key, None)
        if rect is None:
            return None
        for cell in _cells(rect):
            inside = self._cells[cell]
            del inside[key]
            if not inside:
                del self._cells[cell]
        if not self._rects:
            self.whole = None
        return rect

    def at(self, x: float, y: float) -> list[K]:
        """What lies at a point."""
        inside = self._cells.get((int(x // CELL_W), int(y // CELL_H)), {})
        return [key for key, rect in inside.items() if rect.holds(x, y)]

    def within(self, area: Rect) -> dict[K, Rect]:
        """What an area touches, with its rectangles."""
        cells = _cells(area)
        if len(cells) >= len(self._cells):
            return {key: rect for key, rect in self._rects.items() if rect.meets(area)}
        found: dict[K, Rect] = {}
        for cell in cells:
            if cell in self._cells:
                found.update(self._cells[cell])
        return {key: rect for key, rect in found.items() if rect.meets(area)}

    def is_free(self, area: Rect) -> bool:
        """Whether nothing lies in an area."""
        return not any(
            rect.meets(area) for cell in _cells(area) for rect in self._cells.get(cell, {}).values()
        )


def _cells(rect: Rect) -> "_CellsOf":
    return _CellsOf(rect)


class _CellsOf:
    """The cells of a rectangle; counted without being made."""

    def __init__(self, rect: Rect) -> None:
        self._columns = range(int(rect.x // CELL_W), int(rect.right // CELL_W) + 1)
        self._rows = range(int(rect.y // CELL_H), int(rect.bottom // CELL_H) + 1)

    def __len__(self) -> int:
        return len(self._columns) * len(self._rows)

    def __iter__(self) -> Iterator[Cell]:
        return ((column, row) for row in self._rows for column in self._columns)
