"""The fingers on one writing page: each presses a button, a key, chooses words, or draws.

Nothing acts on press. A finger that slides off its button changes its mind; one that slides over the
words chooses them.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from ui.board.writing_layout import Target

if TYPE_CHECKING:
    from ui.board.writing_page import Page

DRAG = 14.0  # design pixels until a finger chooses words


@dataclass
class _Finger:
    target: Target
    at: QPointF  # where it landed, on the page
    inside: bool = True
    chooses: bool = False


class Fingers:
    """All fingers on one page. Places come in pixels of the board."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self._down: dict[int, _Finger] = {}

    def is_held(self, target: Target) -> bool:
        """Whether a finger is on this button now."""
        return any(finger.inside and finger.target == target for finger in self._down.values())

    def press(self, number: int, x: float, y: float, pressure: float) -> None:
        """A finger lands."""
        page, at = self._page, self._page.turned.inside(x, y)
        target = next((target for target, box in page.boxes.items() if box.contains(at)), None)
        if target is None:
            return
        self._down[number] = _Finger(target, at)
        if target == "panel":
            page.panel.press(number, *self._on_panel(at))
        elif target == "paper":
            page.draw(number, at.x(), at.y(), pressure, begins=True)
        else:
            page.repaint()

    def move(self, number: int, x: float, y: float, pressure: float) -> None:
        """A finger moves."""
        finger, page = self._down.get(number), self._page
        if finger is None:
            return
        at = page.turned.inside(x, y)
        if finger.target == "panel":
            page.panel.move(number, *self._on_panel(at))
        elif finger.target == "paper":
            page.draw(number, at.x(), at.y(), pressure, begins=False)
        elif finger.target == "field":
            self._choose(finger, at)
        else:
            self._slide(finger, at)

    def _slide(self, finger: _Finger, at: QPointF) -> None:
        box = self._page.boxes.get(finger.target)
        inside = box is not None and box.contains(at)
        if inside is not finger.inside:
            finger.inside = inside
            self._page.repaint()

    def _choose(self, finger: _Finger, at: QPointF) -> None:
        """Choose the words from where the finger landed to where it is."""
        page = self._page
        moved = at - finger.at
        if not finger.chooses and math.hypot(moved.x(), moved.y()) >= page.look.px(DRAG):
            finger.chooses = True
            page.panel.forget()
            page.writing.caret_to(page.position_at(finger.at.x(), finger.at.y()))
        if finger.chooses:
            page.writing.caret_to(page.position_at(at.x(), at.y()), choose=True)

    def release(self, number: int, x: float, y: float) -> None:
        """A finger leaves: what it is still on acts."""
        finger, page = self._down.pop(number, None), self._page
        if finger is None:
            return
        at = page.turned.inside(x, y)
        if finger.target == "panel":
            page.panel.release(number, *self._on_panel(at))
        elif finger.target == "paper":
            page.repaint_paper(page.paper.release(number))
        elif finger.target == "field":
            self._set_caret(finger)
        elif finger.inside:
            page.act(finger.target)

    def _set_caret(self, finger: _Finger) -> None:
        """The caret comes to where the finger landed: while it is lifted it rolls a little."""
        if not finger.chooses:
            self._page.panel.forget()
            self._page.writing.caret_to(self._page.position_at(finger.at.x(), finger.at.y()))

    def cancel(self, number: int) -> None:
        """A finger is lost: its button does nothing; what it drew or chose stays."""
        finger = self._down.pop(number, None)
        if finger is None:
            return
        self._page.panel.cancel(number)
        if finger.target == "paper":
            self._page.repaint_paper(self._page.paper.release(number))
        else:
            self._page.repaint()

    def _on_panel(self, at: QPointF) -> tuple[float, float]:
        below = self._page.parts.below
        return at.x() - below.x(), at.y() - below.y()
