"""Moving what is painted instead of painting it anew: when the board is moved, most of it only slides.

The pixels that stay in view are moved in one piece, and only the strips that come into view are
painted. What does not move with the board is painted anew where it was and where it is: buttons at
the edge of the view, what is picked, writing pages.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from ui.board.layout import Rect
from ui.board.overlays import FOCUS_REACH
from ui.board.picking import Button, Does
from ui.board.scene import AS_LONG_AS_NEEDED
from workshop.domain.ids import GroupId, NoteId

if TYPE_CHECKING:
    from ui.board.view import BoardView

AROUND_STILL = FOCUS_REACH + 4.0  # pixels around a thing that its line or its ring may reach
WORTH = 60_000  # so many pixels cost as much as one more part
Named = tuple[Does, NoteId | GroupId]


class Sliding:
    """How a view looked before the board was moved; made just before."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._origin = view.camera.origin
        self._scale = view.camera.scale
        self._buttons = _buttons(view)
        self._still = _still(view)

    def show(self) -> None:
        """Show the board as it is moved now."""
        view = self._view
        left, top = view.camera.origin
        dx, dy = self._origin[0] - left, self._origin[1] - top
        if view.camera.scale != self._scale or not self._can_slide(dx, dy):
            view.update()
        elif dx or dy:
            view.scroll(dx, dy)
            for area in self._stale(dx, dy):
                view.stale(area.grown(AROUND_STILL))

    def _can_slide(self, dx: int, dy: int) -> bool:
        """Not where something is still to be painted better, nor where little of the view would stay."""
        view = self._view
        painted = view.shown.making_ms == AS_LONG_AS_NEEDED and (len(view.model) or view.model.groups)
        return bool(painted) and abs(dx) < view.camera.wide / 2 and abs(dy) < view.camera.high / 2

    def _stale(self, dx: int, dy: int) -> list[Rect]:
        """The areas in which something did not move with the board."""
        areas = [still.moved(dx, dy) for still in self._still] + _still(self._view)
        now = _buttons(self._view)
        for name in self._buttons.keys() | now.keys():
            before, after = self._buttons.get(name), now.get(name)
            if after is None or before is None:
                areas += [each.rect.moved(dx, dy) for each in (before,) if each is not None]
                areas += [each.rect for each in (after,) if each is not None]
            elif not _is_near(before.rect.moved(dx, dy), after.rect):
                areas.append(before.rect.moved(dx, dy).joined(after.rect))
        return areas


def _buttons(view: "BoardView") -> dict[Named, Button]:
    found = view.scene.overlays.buttons(view.camera, view.shown.picked)
    return {(button.does, button.on): button for button in found}


def _still(view: "BoardView") -> list[Rect]:
    """What lies on the glass, not on the board: writing pages, and the bar of what is picked."""
    pages = (page.rect() for page in view.pages)
    areas = [Rect(p.x(), p.y(), p.width(), p.height()) for p in pages]
    bar = view.scene.overlays.bar(view.camera, view.shown.picked)
    ring, opened = view.walking.ring(), view.scene.opened(view.shown)
    return areas + [area for area in (bar, ring, None if opened is None else opened.rect) if area is not None]


def _is_near(one: Rect, other: Rect) -> bool:
    """Whether two rectangles are the same but for the last digits of a sum."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 0.001


def parts_of(region: QRegion) -> list[QRect]:
    """The rectangles of a region, as few as can be without looking far.

    Qt cuts a strip into pieces wherever something beside it begins. Pieces that stand on each other
    become one again, and so do those that lie near: each part that is painted costs the same few
    questions, as much as many pixels.
    """
    parts: dict[tuple[int, int], QRect] = {}
    done: list[QRect] = []
    pieces: Iterable[QRect] = region  # type: ignore[assignment]  # it can be walked; the stubs do not say so
    for piece in pieces:
        key = (piece.left(), piece.right())
        above = parts.get(key)
        if above is not None and above.bottom() + 1 == piece.top():
            above.setBottom(piece.bottom())
        else:
            parts[key] = QRect(piece)
            done.append(parts[key])
    return _as_few(done)


def _as_few(parts: list[QRect]) -> list[QRect]:
    """The same area in fewer parts, where that adds few pixels."""
    few: list[QRect] = []
    for part in parts:
        near = next((one for one in few if _pixels(one | part) - _pixels(one) - _pixels(part) < WORTH), None)
        if near is not None:
            few.remove(near)
        few.append(part if near is None else near | part)
    return few


def _pixels(rect: QRect) -> int:
    return rect.width() * rect.height()
