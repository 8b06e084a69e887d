"""Which part of the board is in view, and how large. Pure: screen pixels to board units and back.

The board lies on whole pixels: when it is moved, everything on it moves by the same number of them, so
that what was painted can be moved instead of painted anew. The fraction of a pixel that a finger moved
is remembered.
"""

import math
from dataclasses import dataclass

from ui.board.layout import Rect

STEP = 1.25
EDGE = 10.0  # kept around what is brought into view
FARTHEST, NEAREST = 1 / 64, 4.0
OVERVIEW = 0.35  # below this size words cannot be read, and notes are drawn as plain pieces of colour


def to_pixel(length: float) -> int:
    """The nearest whole pixel; a half goes up everywhere, so that two lengths keep their distance."""
    return math.floor(length + 0.5)


@dataclass
class Camera:
    """The view of one window. `base` is the size at which text has its chosen height (zoom 1)."""

    base: float = 1.0
    wide: float = 1920.0
    high: float = 868.0
    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0

    @property
    def scale(self) -> float:
        """Screen pixels to a board unit."""
        return self.base * self.zoom

    @property
    def in_view(self) -> Rect:
        """The part of the board that can be seen."""
        return Rect(self.x, self.y, self.wide / self.scale, self.high / self.scale)

    @property
    def origin(self) -> tuple[int, int]:
        """The pixel of the view's corner, counted from the board's own corner."""
        scale = self.scale
        return to_pixel(self.x * scale), to_pixel(self.y * scale)

    def to_board(self, px: float, py: float) -> tuple[float, float]:
        """The place on the board under a pixel."""
        left, top = self.origin
        return (px + left) / self.scale, (py + top) / self.scale

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """The pixel of a place on the board."""
        left, top = self.origin
        return x * self.scale - left, y * self.scale - top

    def pixel_of(self, x: float, y: float) -> tuple[int, int]:
        """The whole pixel at which the picture of what lies at a place is painted."""
        left, top = self.origin
        return to_pixel(x * self.scale) - left, to_pixel(y * self.scale) - top

    def rect_to_screen(self, rect: Rect) -> Rect:
        """An area of the board in pixels."""
        left, top = self.to_screen(rect.x, rect.y)
        return Rect(left, top, rect.w * self.scale, rect.h * self.scale)

    def pan(self, px: float, py: float) -> None:
        """Move what is seen by so many pixels."""
        self.x -= px / self.scale
        self.y -= py / self.scale

    def zoom_at(self, factor: float, px: float, py: float) -> None:
        """Make everything larger or smaller; what lies under the pixel stays there."""
        x, y = self.x + px / self.scale, self.y + py / self.scale
        self.zoom = min(max(self.zoom * factor, FARTHEST / self.base), NEAREST)
        self.x, self.y = x - px / self.scale, y - py / self.scale

    def fit(self, area: Rect | None, margin: float = 20.0) -> None:
        """Show an area whole, never larger than zoom 1; with nothing to show, the start of the board."""
        if area is None:
            self.x = self.y = 0.0
            self.zoom = 1.0
            return
        room = area.grown(margin)
        scale = min(self.wide / room.w, self.high / room.h, self.base)
        self.zoom = max(scale, FARTHEST) / self.base
        self.x = room.x - max(0.0, (self.wide / self.scale - room.w) / 2)
        self.y = room.y - max(0.0, (self.high / self.scale - room.h) / 2)

    def keep_near(self, area: Rect | None) -> None:
        """Never lose the board: at least a note's worth of what there is stays in view."""
        seen, whole = self.in_view, area or Rect(0, 0, self.wide / self.scale, self.high / self.scale)
        hold_x, hold_y = min(seen.w, 300.0), min(seen.h, 200.0)
        self.x = min(max(self.x, whole.x - seen.w + hold_x), whole.right - hold_x)
        self.y = min(max(self.y, whole.y - seen.h + hold_y), whole.bottom - hold_y)

    def show(self, area: Rect) -> bool:
        """Bring an area into view with the smallest move; whether anything moved."""
        seen, room = self.in_view, area.grown(EDGE)
        dx = min(0.0, room.x - seen.x) or max(0.0, min(room.right - seen.right, room.x - seen.x))
        dy = min(0.0, room.y - seen.y) or max(0.0, min(room.bottom - seen.bottom, room.y - seen.y))
        self.x += dx
        self.y += dy
        return bool(dx or dy)
