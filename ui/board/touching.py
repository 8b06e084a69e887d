"""Fingers, pens and the mouse on the board: Qt's events become presses, moves and releases of `Hands`.

Every touch is accepted; each point is followed by its id alone. Fingers that land in a writing page
belong to that page until they leave the glass. Palms mean nothing: they are wide, or, on a screen that
does not tell how wide, they land as several contacts close together at the same moment.

Qt goes on sending the moves of a finger to a board that is hidden, disabled, resized or in a window
that another one has pushed aside. Whatever the finger does then, the note in it was saved where it was
last seen the moment that happened: on a touch that Qt cancels, a release anywhere, another active
window, another size, a page that covers the board, another program in front.
"""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTabletEvent,
    QTouchEvent,
)

from ui.board.faces import BACK
from ui.board.fitting import size_of
from ui.board.hands import MOUSE, PALM_MM, Carry, Drop, Hands, Meaning, Sweep, Tap
from ui.board.ink_painting import USUAL_PRESSURE
from ui.board.layout import Rect
from ui.board.model import Lying
from ui.board.palms import Palms
from ui.board.pens import PEN_EVENTS, Pens
from ui.board.picking import Does
from ui.board.scene import InHand, reach_of
from ui.board.things import OnButton, OnName, OnNote, Touched

if TYPE_CHECKING:
    from ui.board.view import BoardView

NAME_HEIGHT = 50.0  # of a group, where its name is
SMALLEST_NAME_PX = 40.0


class WritingPage(Protocol):
    """What the board asks of a page that is painted above it. All in pixels of the board."""

    def contains(self, x: float, y: float) -> bool: ...
    def press(self, finger: int, x: float, y: float, pressure: float = ...) -> None: ...
    def move(self, finger: int, x: float, y: float, pressure: float = ...) -> None: ...
    def release(self, finger: int, x: float, y: float) -> None: ...
    def cancel(self, finger: int) -> None: ...
    def paint(self, painter: QPainter) -> None: ...
    def rect(self) -> QRectF: ...
    def key(self, event: QKeyEvent) -> bool: ...
    def input_method(self, event: QInputMethodEvent) -> None: ...
    def input_query(self, query: Qt.InputMethodQuery) -> object: ...
    def tab(self, forward: bool) -> bool: ...


@dataclass(frozen=True)
class _Taken:
    """A note under a finger: where it lay, and where on it the finger is, in board units."""

    lying: Lying
    dx: float
    dy: float


class Touching(QObject):
    """All fingers and pens of one view, and what happens when they are interrupted."""

    interrupted = Signal()  # fingers were lost or their notes put down: keep what is half written
    wants_drawing = Signal(float, float, object)  # a place in board units, and strokes drawn there

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view
        self.hands = Hands()
        self.pens = Pens(view, self)
        self._taken: dict[OnNote, _Taken] = {}
        self._holder: dict[int, OnNote] = {}
        self._on_page: dict[int, WritingPage] = {}
        self._meaningless: set[int] = set()  # palms, and what shaking hands do twice
        self._palms = Palms()
        view.installEventFilter(self)
        view.setTabletTracking(True)  # a pen is known before it touches
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._application_moved)

    def now(self) -> float:
        """The time in milliseconds, from any beginning."""
        return time.monotonic() * 1000

    # Qt's events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pens, live ink, and everything that interrupts fingers, before the board hears of it."""
        kind = event.type()
        if kind in PEN_EVENTS and isinstance(event, QTabletEvent):
            self.pens.pen(event)
            return True
        if kind == QEvent.Type.Paint and self.pens.live and isinstance(event, QPaintEvent):
            self._view.paintEvent(event)
            self.pens.paint(event.region())
            return True
        if kind == QEvent.Type.Resize or (kind == QEvent.Type.WindowDeactivate and self._is_only_aside()):
            self.lay_down_all()
        elif kind == QEvent.Type.WindowDeactivate or (
            kind == QEvent.Type.EnabledChange and not self._view.isEnabled()
        ):
            self.cancel_all()
        return False

    def _is_only_aside(self) -> bool:
        """Whether another window of ours is in front, as the laptop's: fingers here may go on."""
        front = QGuiApplication.focusWindow()
        return front is not None and front is not self._view.window().windowHandle()

    def _application_moved(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.cancel_all()

    def touch(self, event: QTouchEvent) -> None:
        """One touch event, with all its points."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self.cancel_all()
            return
        for point in event.points():
            self.point(point)

    def point(self, point: QEventPoint) -> None:
        """One finger of a touch event; a palm is no finger."""
        at, state, finger = point.position(), point.state(), point.id()
        if state == QEventPoint.State.Pressed and (self._is_palm(point) or not self._view.isEnabled()):
            self.ignore(finger)
        elif state == QEventPoint.State.Pressed:
            self.press(finger, at.x(), at.y(), _pressure(point))
            self._look_for_a_palm(finger, at.x(), at.y())
        elif state == QEventPoint.State.Updated:
            if finger not in self._meaningless and self._breadth(point) > PALM_MM:
                self.ignore(finger)
            self.move(finger, at.x(), at.y(), _pressure(point))
        elif state == QEventPoint.State.Released:
            self.release(finger, at.x(), at.y())

    def _breadth(self, point: QEventPoint) -> float:
        """The larger diameter of a contact in millimetres; 0 where the screen does not tell."""
        size = point.ellipseDiameters()
        return max(size.width(), size.height()) * self._view.look.screen.mm_per_px

    def _is_palm(self, point: QEventPoint) -> bool:
        """A contact too wide for a finger; near a pen also the hand that holds it."""
        at, breadth = point.position(), self._breadth(point)
        return breadth > PALM_MM or self.pens.is_hand(at.x(), at.y(), breadth, self.now())

    def _look_for_a_palm(self, finger: int, x: float, y: float) -> None:
        """A hand laid down beside fingers that mean something; on a writing page many fingers type."""
        if finger not in self._on_page:
            mm = self._view.look.screen.mm_per_px
            for each in self._palms.land(finger, x * mm, y * mm, self.now()):
                self.ignore(each)

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

    def press(self, finger: int, x: float, y: float, pressure: float = USUAL_PRESSURE) -> None:
        """A finger lands. Nothing happens yet. One that was never lifted was lost by the screen."""
        self.lose(finger)
        self._meaningless.discard(finger)
        self.hands.scale = self._view.look.scale
        self._view.hide_focus()
        if self.hands.is_repeat(x, y, self.now()):
            self._meaningless.add(finger)
            return
        page = self.page_at(x, y)
        if page is not None:
            self._on_page[finger] = page
            page.press(finger, x, y, pressure)
            return
        thing = self._under_finger(x, y)
        if isinstance(thing, OnNote) and thing not in self._taken:
            self._take(finger, thing, x, y)
        self.hands.press(finger, x, y, self.now(), thing, movable=self._is_movable(thing))

    def _is_movable(self, thing: Touched) -> bool:
        """Notes can be carried; one that lies face down has no place yet."""
        return isinstance(thing, OnNote) and self._view.model.faces.get(thing.note, BACK) is not BACK

    def move(self, finger: int, x: float, y: float, pressure: float = USUAL_PRESSURE) -> None:
        """A finger moves."""
        if finger in self._on_page:
            self._on_page[finger].move(finger, x, y, pressure)
        elif finger not in self._meaningless:
            self._do(self.hands.move(finger, x, y, self.now()))

    def release(self, finger: int, x: float, y: float) -> None:
        """A finger is lifted."""
        self._palms.lift(finger)
        if finger in self._meaningless:
            self._meaningless.discard(finger)
            return
        page = self._on_page.pop(finger, None)
        if page is not None:
            self.hands.note_lift(x, y, self.now())
            page.release(finger, x, y)
            return
        self._do(self.hands.release(finger, x, y, self.now(), self._under_finger(x, y)))
        self._let_go(finger)

    def lose(self, finger: int) -> None:
        """A finger is lost: the note in it lies where it was last seen, and is saved there."""
        page = self._on_page.pop(finger, None)
        if page is not None:
            page.cancel(finger)
        drop = self.hands.cancel(finger)
        if drop is not None:
            self._put_where_seen(drop)
        self._let_go(finger)

    def ignore(self, finger: int) -> None:
        """From now on this finger means nothing, until it is lifted."""
        self.lose(finger)
        self._meaningless.add(finger)

    def _let_go(self, finger: int) -> None:
        held = self._holder.pop(finger, None)
        if held is not None:
            self._taken.pop(held, None)

    def cancel_all(self) -> None:
        """All fingers and pens are lost: notes lie where they were last seen, lines are kept as drawn."""
        self.pens.stop_all()
        self._palms.clear()
        for finger in [*self._on_page, *self.hands.down]:
            self.lose(finger)
        self.interrupted.emit()

    def lay_down_all(self) -> None:
        """Save every note in a hand where it is; a finger that moves on takes it up again."""
        for drop in self.hands.lay_down_all():
            self._put_where_seen(drop)
        self.interrupted.emit()

    def forget_page(self, page: WritingPage) -> None:
        """The page is gone; its fingers are nobody's, and hold none of its keys any more."""
        for finger in [finger for finger, its in self._on_page.items() if its is page]:
            self._on_page.pop(finger).cancel(finger)

    def forget_missing(self) -> None:
        """Notes that are not on the board any more leave the hands that held them."""
        for thing in [t for t in self._taken if t.note not in self._view.model.faces]:
            self.hands.forget(thing)
            self._view.shown.in_hand.pop(thing.note, None)
            del self._taken[thing]

    # What lies under a finger

    def page_at(self, x: float, y: float) -> WritingPage | None:
        """The uppermost writing page at a pixel."""
        return next((page for page in reversed(self._view.pages) if page.contains(x, y)), None)

    def _under_finger(self, x: float, y: float) -> Touched:
        """What a finger touches. An open note is put away by a touch, and hides what lies under it."""
        view = self._view
        note, opened = view.shown.picked.note, view.scene.opened(view.shown)
        if note is not None and opened is not None and opened.rect.holds(x, y):
            return OnButton(Does.STOP, note)
        return self.thing_at(x, y)

    def thing_at(self, x: float, y: float) -> Touched:
        """The uppermost thing at a pixel: a painted button, a note, a group's name, or the board (None)."""
        view = self._view
        for button in reversed(view.scene.overlays.buttons(view.camera, view.shown.picked)):
            if button.rect.holds(x, y):
                return OnButton(button.does, button.on)
        at = view.camera.to_board(x, y)
        in_hand = next((held for held in view.shown.in_hand.values() if self._seen(held).holds(*at)), None)
        lying = in_hand or self.lying_at(*at)
        if lying is not None:
            return OnNote(lying.note)
        group = view.model.group_at(*at)
        if group is not None:
            area = view.model.groups[group]
            high = max(NAME_HEIGHT * view.camera.scale, SMALLEST_NAME_PX)
            if y < view.camera.rect_to_screen(area.rect).y + high:
                return OnName(group)
        return None

    def lying_at(self, x: float, y: float) -> Lying | None:
        """The uppermost note at a place in board units; one in a hand lies nowhere."""
        held = {(held.note, held.group) for held in self._view.shown.in_hand.values()}
        for lying in reversed(self._view.model.notes_in(Rect(x, y, 0.01, 0.01))):
            if lying.rect.holds(x, y) and (lying.note, lying.group) not in held:
                return lying
        return None

    def _seen(self, held: InHand) -> Rect:
        """Where a note in a hand is seen now, in board units."""
        return Rect(held.x, held.y, *size_of(self._view.model.faces[held.note]))

    def _take(self, finger: int, thing: OnNote, x: float, y: float) -> None:
        self._holder[finger] = thing
        at = self._view.camera.to_board(x, y)
        lying = self.lying_at(*at)
        if lying is not None and lying.note == thing.note:
            self._taken[thing] = _Taken(lying, at[0] - lying.rect.x, at[1] - lying.rect.y)

    # What it means

    def _do(self, meaning: Meaning | None) -> None:
        match meaning:
            case Carry(OnNote() as thing, x, y, from_x, from_y):
                self._carry(thing, x, y, from_x, from_y)
            case Drop(OnNote() as thing, x, y, from_x, from_y):
                self._carry(thing, x, y, from_x, from_y)
                self._put_down(thing)
            case Sweep() as sweep:
                self._view.sweep(sweep)
            case Tap(thing, x, y):
                self._view.acts.tap(_touched(thing), x, y)

    def carry_on(self) -> None:
        """The board was moved or sized: what is in a hand stays in it."""
        for carry in self.hands.carried():
            self._do(carry)

    def _carry(self, thing: OnNote, x: float, y: float, from_x: float, from_y: float) -> None:
        """Show a note in a hand; it is never carried out of sight."""
        taken = self._taken.get(thing) or self._take_again(thing, from_x, from_y)
        if taken is None:
            return
        view, camera = self._view, self._view.camera
        before = view.shown.in_hand.get(thing.note)
        at = camera.to_board(min(max(x, 0.0), camera.wide), min(max(y, 0.0), camera.high))
        held = InHand(thing.note, taken.lying.group, at[0] - taken.dx, at[1] - taken.dy)
        view.shown.in_hand[thing.note] = held
        _, high = size_of(view.model.faces[thing.note])
        lay = camera.rect_to_screen(taken.lying.rect).grown(14)
        view.stale(lay if before is None else reach_of(before, high, camera))
        view.stale(reach_of(held, high, camera))

    def _take_again(self, thing: OnNote, x: float, y: float) -> _Taken | None:
        """Take up a note that was put down under a finger at this pixel, if it still lies there."""
        lying = self.lying_at(*self._view.camera.to_board(x, y))
        if lying is None or lying.note != thing.note:
            self.hands.forget(thing)
            return None
        finger = self.hands.carrier_of(thing)
        if finger is None:
            return None  # it was lifted in the same moment: the note lies well where it was put down
        self._take(finger, thing, x, y)
        return self._taken.get(thing)

    def _put_where_seen(self, drop: Drop) -> None:
        if isinstance(drop.thing, OnNote):
            self._put_down(drop.thing)

    def _put_down(self, thing: OnNote) -> None:
        """A note leaves the hand for where it is seen now."""
        taken = self._taken.pop(thing, None)
        self._holder = {finger: held for finger, held in self._holder.items() if held != thing}
        held = self._view.shown.in_hand.pop(thing.note, None)
        if taken is None or held is None:
            return
        view, seen = self._view, self._seen(held)
        high = seen.h
        view.acts.put_down(held, seen)
        view.stale(reach_of(held, high, view.camera))
        view.stale(view.camera.rect_to_screen(taken.lying.rect).grown(14))


def _pressure(point: QEventPoint) -> float:
    """How hard a finger presses, from 0 to 1. A screen that cannot tell says none, or all, of each finger."""
    told = point.pressure()  # its device would know, but asking for it from Python ends the program
    return told if 0.0 < told < 1.0 else USUAL_PRESSURE


def _touched(thing: object) -> Touched:
    return thing if isinstance(thing, OnNote | OnButton | OnName) else None
