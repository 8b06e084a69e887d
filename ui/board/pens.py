"""Pens on the board: a pen writes, while fingers move notes.

On a note a pen draws; what it drew is saved as one act when it is lifted. On the empty board it draws
too, and the board page opens a writing page with those lines. On buttons and writing pages it touches
like a finger. While a pen is near, the hand that holds it means nothing.

Qt sends the moves of a pen that hovers over the board, and tells the application when one comes and
goes; some screens do only the first. A pen is near from its first sign until it goes, or for two
seconds after its last sign.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPointingDevice, QRegion, QTabletEvent, QTransform

from ui.board.live_ink import Line, LiveInk, on_note
from ui.board.pen_signs import Application, number_of
from ui.board.things import OnNote
from workshop.domain.ids import NoteId
from workshop.domain.ink import unpack

if TYPE_CHECKING:
    from ui.board.touching import Touching
    from ui.board.view import BoardView

NEAR_MS = 2000.0
HAND_MM = 150.0  # from the tip of a pen to the far side of the hand that holds it
FINGERTIP_MM = 15.0  # while a pen is near, a wider contact is a hand
FIRST_PEN = -2  # the mouse is -1, fingers count from 0

PEN_EVENTS = {QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease}


@dataclass
class _Pen:
    """One pen: where it was last seen, and what it does."""

    number: int
    x: float = 0.0
    y: float = 0.0
    seen_at: float = -math.inf
    has_gone: bool = False
    is_down: bool = False
    ink: LiveInk | None = None


class Pens(QObject):
    """All pens of one view. Lengths are screen pixels, times milliseconds."""

    def __init__(self, view: "BoardView", touching: "Touching") -> None:
        super().__init__(view)
        self._view, self._touching = view, touching
        self._pens: dict[int, _Pen] = {}
        application = QGuiApplication.instance()
        if isinstance(application, Application):
            application.pen_told.connect(self.heed)

    @property
    def live(self) -> list[LiveInk]:
        """What is being drawn now."""
        return [pen.ink for pen in self._pens.values() if pen.ink is not None]

    # Is a pen there

    def is_hand(self, x: float, y: float, breadth_mm: float, at: float) -> bool:
        """Whether a touch is the hand that holds a pen: it is wide, or it lands close to the pen."""
        mm = self._view.look.screen.mm_per_px
        near = [pen for pen in self._pens.values() if not pen.has_gone and at - pen.seen_at < NEAR_MS]
        return any(
            breadth_mm > FINGERTIP_MM or math.hypot(pen.x - x, pen.y - y) * mm < HAND_MM for pen in near
        )

    def _known(self, number: int) -> _Pen:
        return self._pens.setdefault(number, _Pen(FIRST_PEN - len(self._pens)))

    def heed(self, number: int, has_gone: bool) -> None:
        """A pen has come near the glass, or gone."""
        pen = self._known(number)
        pen.has_gone = has_gone
        if has_gone:
            self._lift(pen)

    # What it does

    def pen(self, event: QTabletEvent) -> None:
        """A pen lands, moves, hovers or is lifted."""
        event.accept()
        pen, at, kind = self._known(number_of(event)), event.position(), event.type()
        pen.x, pen.y, pen.seen_at, pen.has_gone = at.x(), at.y(), self._touching.now(), False
        if kind == QEvent.Type.TabletPress and event.button() == Qt.MouseButton.LeftButton:
            self._lift(pen)
            self._land(pen, event)
        elif kind == QEvent.Type.TabletRelease and event.button() == Qt.MouseButton.LeftButton:
            self._go_on(pen, event.pressure())
            self._lift(pen)
        elif pen.is_down and not event.buttons() and not event.pressure():
            self._lift(pen)  # it hovers, so that it was lifted unnoticed
        elif pen.is_down:
            self._go_on(pen, event.pressure())

    def _land(self, pen: _Pen, event: QTabletEvent) -> None:
        pen.is_down = True
        self._send_the_hand_away(pen)
        writes = event.pointerType() != QPointingDevice.PointerType.Eraser
        pen.ink = self._paper_at(pen) if writes else None
        if pen.ink is None and self._is_for_fingers(pen, writes):
            self._touching.press(pen.number, pen.x, pen.y, event.pressure())
        self._go_on(pen, event.pressure())

    def _send_the_hand_away(self, pen: _Pen) -> None:
        """A hand often lies on the glass before its pen does; what it touched is not meant."""
        reach = HAND_MM / self._view.look.screen.mm_per_px
        for finger in self._touching.hands.waiting_near(pen.x, pen.y, reach):
            if finger >= 0:
                self._touching.ignore(finger)

    def _paper_at(self, pen: _Pen) -> LiveInk | None:
        """What the pen may draw on here: a note that is in no hand, or the empty board."""
        view, touching = self._view, self._touching
        if touching.page_at(pen.x, pen.y) is not None or view.shown.picked.moving:
            return None
        thing = touching.thing_at(pen.x, pen.y)
        if thing is None:
            return LiveInk(QTransform())
        if not isinstance(thing, OnNote) or view.model.faces[thing.note].back:
            return None
        lying = touching.lying_at(*view.camera.to_board(pen.x, pen.y))
        touching.hands.press(pen.number, pen.x, pen.y, touching.now(), thing)
        if lying is None or touching.hands.held_by(pen.number) != thing:
            return None
        return on_note(lying, view.model.faces[lying.note], *view.camera.to_board(pen.x, pen.y))

    def _is_for_fingers(self, pen: _Pen, writes: bool) -> bool:
        """Whether what lies here is touched: everything but a note that a pen may not draw on."""
        touching = self._touching
        on_page = touching.page_at(pen.x, pen.y) is not None
        is_note = isinstance(touching.thing_at(pen.x, pen.y), OnNote)
        return on_page or not writes or self._view.shown.picked.moving or not is_note

    def _go_on(self, pen: _Pen, pressure: float) -> None:
        if pen.ink is None:
            if pen.is_down:
                self._touching.move(pen.number, pen.x, pen.y, pressure)
            return
        drawn = pen.ink.add(*self._view.camera.to_board(pen.x, pen.y), pressure)
        if drawn is not None:
            self._view.stale(self._view.camera.rect_to_screen(drawn).grown(2))

    def _lift(self, pen: _Pen) -> None:
        """The pen has left the glass: what it drew is kept, or what it touched acts."""
        ink, pen.ink = pen.ink, None
        if ink is not None:
            self._touching.hands.cancel(pen.number)
            self._keep(ink)
        elif pen.is_down:
            self._touching.release(pen.number, pen.x, pen.y)
        pen.is_down = False

    def stop_all(self) -> None:
        """Nobody goes on drawing here: what was drawn is kept."""
        for pen in self._pens.values():
            if pen.ink is not None:
                self._lift(pen)
            pen.is_down = False

    def _keep(self, ink: LiveInk) -> None:
        view = self._view
        view.stale(view.camera.rect_to_screen(ink.reach).grown(2))
        if ink.note is None:
            x, y, strokes = ink.as_new_note()
            x, y = view.model.place_near(x, y)
            self._touching.wants_drawing.emit(x, y, strokes)
        elif ink.strokes:
            view.bridge.did(self._draw_on, ink.note, ink.strokes)

    def _draw_on(self, note: NoteId, lines: list[Line]) -> None:
        """Add lines to what is on a note, as one act."""
        board = self._view.bridge.session.board
        drawing = board.drawing_of(note)
        before = unpack(drawing.ink) if drawing else ()
        board.draw(note, [*([list(point) for point in line] for line in before), *lines])

    # What is seen of it

    def paint(self, region: QRegion) -> None:
        """Paint the lines that are being drawn over what the board has painted."""
        painter = QPainter(self._view)
        try:
            painter.setClipRegion(region)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for ink in self.live:
                self._paint_one(painter, ink, QRectF(region.boundingRect()))
        finally:
            painter.end()

    def _paint_one(self, painter: QPainter, ink: LiveInk, area: QRectF) -> None:
        camera = self._view.camera
        left, top = camera.to_screen(0, 0)
        to_screen = ink.to_board * QTransform(camera.scale, 0, 0, camera.scale, left, top)
        inverted, _ = to_screen.inverted()
        painter.setTransform(to_screen)
        ink.paint(painter, inverted.mapRect(area), self._view.look.colours.ink)
