"""Where writing pages lie on the screen: pure geometry, in pixels of the board.

`Turned` says how a page lies, in quarter turns around its middle. A page is always wholly in view; it
covers no other one where there is room beside them, and leaves room for those who come after.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

from ui.board.layout import nearest_edge

MOST = 4  # people who write at once


@dataclass(frozen=True)
class Turned:
    """How a page of width × height lies on the screen: its middle, and its quarter turns clockwise."""

    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    quarters: int = 0

    @property
    def box(self) -> QRectF:
        """The page on the screen."""
        wide, high = (self.width, self.height) if self.quarters % 2 == 0 else (self.height, self.width)
        return QRectF(self.x - wide / 2, self.y - high / 2, wide, high)

    @property
    def transform(self) -> QTransform:
        """From the page to the screen. A quarter turn is exact: no line becomes soft."""
        cos, sin = ((1, 0), (0, 1), (-1, 0), (0, -1))[self.quarters % 4]
        turn = QTransform(cos, sin, -sin, cos, self.x, self.y)
        return QTransform.fromTranslate(-self.width / 2, -self.height / 2) * turn

    def inside(self, x: float, y: float) -> QPointF:
        """A point of the screen in the page's own coordinates."""
        back, _ = self.transform.inverted()
        return back.map(QPointF(x, y))

    def turned(self) -> "Turned":
        """A quarter further round."""
        return replace(self, quarters=(self.quarters + 1) % 4)

    def within(self, view: QRectF) -> "Turned":
        """The same page moved into the view; where the view is too small, its top left stays in view."""
        box = self.box
        left = max(view.left(), min(box.left(), view.right() - box.width()))
        top = max(view.top(), min(box.top(), view.bottom() - box.height()))
        # Whole pixels, so that the letters stay sharp.
        return replace(self, x=int(left) + box.width() / 2, y=int(top) + box.height() / 2)

    def at(self, x: float, y: float) -> "Turned":
        """The same page with its top left corner somewhere else."""
        box = self.box
        return replace(self, x=x + box.width() / 2, y=y + box.height() / 2)


def quarters_towards(x: float, y: float, view: QRectF) -> int:
    """The quarter turns of a page at (x, y) whose writer stands at the nearest edge of a flat table."""
    return nearest_edge(x - view.x(), y - view.y(), view.width(), view.height())


def how_many(view: QRectF, width: float, height: float) -> int:
    """How many pages there may be at once: as many as lie beside each other; four at most, one at least."""
    fit = int(view.width() // width) * int(view.height() // height)
    return min(MOST, max(1, fit))


def find_place(
    page: Turned, others: Iterable[QRectF], view: QRectF, after: int = 0, air: float = 0.0
) -> Turned:
    """The place nearest to the wished one that covers no other page; else the one that covers least.

    Where it can, it leaves room for so many more pages of this size `after` this one, and up to so much
    `air` round each.
    """
    across = _air(view.width(), page.box.width(), air)
    down = _air(view.height(), page.box.height(), air)
    view = view.adjusted(across, down, -across, -down)
    taken = [other.adjusted(-across, -down, across, down) for other in others]
    wished = page.within(view)
    places = [wished.at(left, top).within(view) for left, top in _corners(wished.box, taken, view)]
    free = [place for place in places if _covered(place.box, taken) == 0.0]
    if not free:
        return min(places, key=lambda place: (_covered(place.box, taken), _far(place, wished)))
    free.sort(key=lambda place: _far(place, wished))
    leaving = (place for place in free if _room_left(place, taken, view) >= after)
    return next(leaving, None) or max(free, key=lambda place: _room_left(place, taken, view))


def _air(room: float, size: float, most: float) -> int:
    """How much air there may be round each page, so that as many as without have room."""
    many = room // size
    return int(max(0.0, min(most, (room - many * size) / (many + 1))))


def _corners(box: QRectF, taken: Sequence[QRectF], view: QRectF) -> Iterable[tuple[float, float]]:
    """Top left corners to try. If there is room anywhere, one of these has it: a page can always be
    pushed left and up until it touches something."""
    lefts = [box.left(), view.left(), view.right() - box.width()]
    tops = [box.top(), view.top(), view.bottom() - box.height()]
    for other in taken:
        lefts += [other.right(), other.left() - box.width()]
        tops += [other.bottom(), other.top() - box.height()]
    return product(lefts, tops)


def _room_left(place: Turned, taken: Sequence[QRectF], view: QRectF) -> int:
    """How many more pages like this one find room when it lies here, lying the same way round."""
    boxes = [*taken, place.box]
    for count in range(MOST):
        corners = _corners(place.box, boxes, view)
        free = [
            at for at in corners if _is_free(QRectF(*at, place.box.width(), place.box.height()), boxes, view)
        ]
        if not free:
            return count
        boxes.append(QRectF(*min(free), place.box.width(), place.box.height()))
    return MOST


def _is_free(box: QRectF, taken: Sequence[QRectF], view: QRectF) -> bool:
    return view.contains(box) and _covered(box, taken) == 0.0


def _covered(box: QRectF, others: Sequence[QRectF]) -> float:
    shared = (box.intersected(other) for other in others)
    return sum(part.width() * part.height() for part in shared)


def _far(place: Turned, wished: Turned) -> float:
    return (place.x - wished.x) ** 2 + (place.y - wished.y) ** 2
