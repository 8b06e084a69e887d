"""Fingers, pens and the mouse on the board: Qt's events become presses, moves and releases of `Hands`.

Every touch is accepted; each point is followed by its id alone. Fingers that land in a writing page
belong to that page until they leave the glass.
"""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEventPoint, QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QTouchEvent

from ui.board.faces import BACK
from ui.board.hands import MOUSE, Carry, Drop, Hands, Meaning, Steadiness, Sweep, Tap
from ui.board.layout import NOTE_W, Rect
from ui.board.model import Lying
from ui.board.painting import height_of
from ui.board.scene import InHand, reach_of
from ui.board.things import OnButton, OnName, OnNote, Touched

if TYPE_CHECKING:
    from ui.board.view import BoardView

NAME_HEIGHT = 50.0  # of a group, where its name is
SMALLEST_NAME_PX = 40.0


class WritingPage(Protocol):
    """What the board asks of a page that is painted above it. All in pixels of the board."""

    def contains(self, x: float, y: float) -> bool: ...
    def press(self, finger: int, x: float, y: float) -> None: ...
    def move(self, finger: int, x: float, y: float) -> None: ...
    def release(self, finger: int, x: float, y: float) -> None: ...
    def cancel(self, finger: int) -> None: ...
    def paint(self, painter: QPainter) -> None: ...
    def rect(self) -> QRectF: ...
    def key(self, event: QKeyEvent) -> bool: ...
    def input_method(self, event: QInputMethodEvent) -> None: ...


@dataclass(frozen=True)
class _Taken:
    """A note under a finger: where it lay, and where on it the finger is, in board units."""

    lying: Lying
    dx: float
    dy: float


class Touching:
    """All fingers of one view."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self.hands = Hands(_steady(view))
        self._taken: dict[OnNote, _Taken] = {}
        self._holder: dict[int, OnNote] = {}
        self._on_page: dict[int, WritingPage] = {}

    def now(self) -> float:
        """The time in milliseconds, from any beginning."""
        return time.monotonic() * 1000

    # Qt's events

    def touch(self, event: QTouchEvent) -> None:
        """One touch event, with all its points."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self.cancel_all()
            return
        for point in event.points():
            self._point(point)

    def _point(self, point: QEventPoint) -> None:
        at, state = point.position(), point.state()
        if state == QEventPoint.State.Pressed:
            self.press(point.id(), at.x(), at.y())
        elif state == QEventPoint.State.Updated:
            self.move(point.id(), at.x(), at.y())
        elif state == QEventPoint.State.Released:
            self.release(point.id(), at.x(), at.y())

    def mouse(self, event: QMouseEvent) -> None:
        """The mouse is one more finger."""
        event.accept()
        at, kind = event.position(), event.type()
        if kind == QEvent.Type.MouseMove:
            self.move(MOUSE, at.x(), at.y())
        elif event.button() != Qt.MouseButton.LeftButton:
            return
        elif kind == QEvent.Type.MouseButtonRelease:
            self.release(MOUSE, at.x(), at.y())
        else:
            self.press(MOUSE, at.x(), at.y())

    # Fingers

    def press(self, finger: int, x: float, y: float) -> None:
        """A finger lands. Nothing happens yet."""
        self._view.hide_focus()
        page = self._page_at(x, y)
        if page is not None:
            self._on_page[finger] = page
            page.press(finger, x, y)
            return
        thing = self.thing_at(x, y)
        if isinstance(thing, OnNote) and thing not in self._taken:
            self._take(finger, thing, x, y)
        self.hands.press(finger, x, y, self.now(), thing, movable=self._is_movable(thing))

    def _is_movable(self, thing: Touched) -> bool:
        """Notes can be carried; one that lies face down has no place yet."""
        return isinstance(thing, OnNote) and self._view.model.faces.get(thing.note, BACK) is not BACK

    def move(self, finger: int, x: float, y: float) -> None:
        """A finger moves."""
        if finger in self._on_page:
            self._on_page[finger].move(finger, x, y)
            return
        self._do(self.hands.move(finger, x, y, self.now()))

    def release(self, finger: int, x: float, y: float) -> None:
        """A finger is lifted."""
        page = self._on_page.pop(finger, None)
        if page is not None:
            page.release(finger, x, y)
            return
        self._do(self.hands.release(finger, x, y, self.now(), self.thing_at(x, y)))
        held = self._holder.pop(finger, None)
        if held is not None:
            self._taken.pop(held, None)

    def cancel_all(self) -> None:
        """All fingers are lost: notes in them lie where they were last seen."""
        for finger, page in list(self._on_page.items()):
            page.cancel(finger)
        self._on_page.clear()
        for drop in self.hands.cancel_all():
            self._do(drop)
        self._holder.clear()
        self._taken.clear()

    def forget_page(self, page: WritingPage) -> None:
        """The page is gone; its fingers are nobody's."""
        self._on_page = {finger: p for finger, p in self._on_page.items() if p is not page}

    def forget_missing(self) -> None:
        """Notes that are not on the board any more leave the hands that held them."""
        for thing in [t for t in self._taken if t.note not in self._view.model.faces]:
            self.hands.forget(thing)
            self._view.shown.in_hand.pop(thing.note, None)
            del self._taken[thing]

    # What lies under a finger

    def _page_at(self, x: float, y: float) -> WritingPage | None:
        return next((page for page in reversed(self._view.pages) if page.contains(x, y)), None)

    def thing_at(self, x: float, y: float) -> Touched:
        """The uppermost thing at a pixel: a painted button, a note, a group's name, or the board (None)."""
        view = self._view
        for button in reversed(view.scene.overlays.buttons(view.camera, view.shown.picked)):
            if button.rect.holds(x, y):
                return OnButton(button.does, button.on)
        at = view.camera.to_board(x, y)
        lying = view.model.note_at(*at)
        if lying is not None:
            return OnNote(lying.note)
        group = view.model.group_at(*at)
        if group is not None:
            area = view.model.groups[group]
            high = max(NAME_HEIGHT * view.camera.scale, SMALLEST_NAME_PX)
            if y < view.camera.rect_to_screen(area.rect).y + high:
                return OnName(group)
        return None

    def _take(self, finger: int, thing: OnNote, x: float, y: float) -> None:
        self._holder[finger] = thing
        at = self._view.camera.to_board(x, y)
        lying = self._view.model.note_at(*at)
        if lying is not None:
            self._taken[thing] = _Taken(lying, at[0] - lying.rect.x, at[1] - lying.rect.y)

    # What it means

    def _do(self, meaning: Meaning | None) -> None:
        match meaning:
            case Carry(OnNote() as thing, x, y, _, _):
                self._carry(thing, x, y)
            case Drop(OnNote() as thing, x, y, _, _):
                self._put_down(thing, x, y)
            case Sweep() as sweep:
                self._view.sweep(sweep)
            case Tap(thing, x, y):
                self._view.acts.tap(_touched(thing), x, y)

    def _carry(self, thing: OnNote, x: float, y: float) -> None:
        taken = self._taken.get(thing)
        if taken is None:
            return
        view, camera = self._view, self._view.camera
        before = view.shown.in_hand.get(thing.note)
        at = camera.to_board(x, y)
        held = InHand(thing.note, taken.lying.group, at[0] - taken.dx, at[1] - taken.dy)
        view.shown.in_hand[thing.note] = held
        high = height_of(view.model.faces[thing.note])
        lay = camera.rect_to_screen(taken.lying.rect).grown(14)
        view.stale(lay if before is None else reach_of(before, high, camera))
        view.stale(reach_of(held, high, camera))

    def _put_down(self, thing: OnNote, x: float, y: float) -> None:
        self._carry(thing, x, y)
        taken = self._taken.pop(thing, None)
        held = self._view.shown.in_hand.pop(thing.note, None)
        if taken is None or held is None:
            return
        view, high = self._view, height_of(self._view.model.faces[thing.note])
        view.acts.put_down(held, Rect(held.x, held.y, NOTE_W, high))
        view.stale(reach_of(held, high, view.camera))
        view.stale(view.camera.rect_to_screen(taken.lying.rect).grown(14))


def _touched(thing: object) -> Touched:
    return thing if isinstance(thing, OnNote | OnButton | OnName) else None


def _steady(view: "BoardView") -> Steadiness:
    plain = Steadiness()
    return Steadiness(plain.drag_px * view.look.scale, plain.repeat_ms, plain.settle_ms)
