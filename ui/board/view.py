"""The board as a widget: one painted surface that takes every finger, key and change.

It shows records and turns fingers into calls of the session; it decides nothing and never changes
itself: it paints anew what `Bridge.changed` says is different. Nothing on it is a child widget, so
that each finger stays its own.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ui.board import accessible
from ui.board.acts import Acts
from ui.board.camera import OVERVIEW, STEP, Camera
from ui.board.fitting import is_tall
from ui.board.groups import name_of
from ui.board.hands import Steadiness, Sweep
from ui.board.layout import Rect
from ui.board.model import BoardModel, Lying
from ui.board.overlays import FOCUS_REACH, NOTHING, Picked
from ui.board.scene import AS_LONG_AS_NEEDED, NOT_NOW, SETTLING_MS, Scene, Shown
from ui.board.touching import Touching, WritingPage
from ui.board.walking import Walking
from ui.bridge import Bridge
from ui.look import Look
from ui.words import Words
from workshop.domain.changes import Change
from workshop.domain.ids import NoteId
from workshop.domain.records import Group, Membership, Note

SETTLE_AFTER_MS = 100
AROUND = 14.0  # pixels around a thing that its shadow, its button or its ring may reach
PART = 0.8  # of what is seen, to go on by
MANY = 40  # so many areas at once are painted as one

TOUCHES = {
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
}


class BoardView(QWidget):
    """The board of one window."""

    picked = Signal(object)  # NoteId, or None when it was let go
    read_group = Signal(object)  # GroupId: its name was touched
    wants_name = Signal(object)  # GroupId: it is to be named
    wants_text = Signal(object)  # NoteId: "Change" was touched
    wants_undo = Signal()
    asked_to_hear = Signal(str, str)  # text, language
    announced = Signal(str)  # a sentence for a screen reader
    wants_page = Signal(float, float)  # an empty place was touched, in board units

    def __init__(self, bridge: Bridge, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.look, self.words = bridge, look, words
        self.pages: list[WritingPage] = []
        self.key_target: WritingPage | None = None
        self.model = BoardModel(is_tall)
        self.model.fill(bridge.all(Note), bridge.all(Group), bridge.all(Membership))
        self.camera = Camera(base=_base(look))
        self.shown = Shown(self.camera)
        self.scene = Scene(self.model, look, words)
        self.acts = Acts(self)
        self.touching = Touching(self)
        self.walking = Walking(self)
        self._settling = QTimer(self, interval=SETTLE_AFTER_MS, singleShot=True)
        self._settling.timeout.connect(self._settle)
        self._set_up()
        bridge.changed.connect(self.show_change)

    def _set_up(self) -> None:
        for attribute in (
            Qt.WidgetAttribute.WA_AcceptTouchEvents,
            Qt.WidgetAttribute.WA_OpaquePaintEvent,
            Qt.WidgetAttribute.WA_InputMethodEnabled,
        ):
            self.setAttribute(attribute)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.words("Board"))
        accessible.install(BoardView)

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(1920), self.look.px(868))

    # Looking

    @property
    def zoom(self) -> float:
        """How large the board is shown; at 1 text has its chosen size."""
        return self.camera.zoom

    def to_board(self, point: QPointF) -> tuple[float, float]:
        """The place on the board, in board units, under a pixel of this widget."""
        return self.camera.to_board(point.x(), point.y())

    def to_screen(self, x: float, y: float) -> QPointF:
        """The pixel of a place on the board."""
        return QPointF(*self.camera.to_screen(x, y))

    def bigger(self) -> None:
        """Show everything a step larger."""
        self.zoom_by(STEP)

    def smaller(self) -> None:
        """Show everything a step smaller."""
        self.zoom_by(1 / STEP)

    def zoom_by(self, factor: float) -> None:
        """Show everything larger or smaller; the middle stays."""
        self.sweep(Sweep(0, 0, factor, self.camera.wide / 2, self.camera.high / 2))

    def fit(self) -> None:
        """Show the whole board."""
        self.camera.fit(self.model.whole)
        self._zoomed()

    def look_at(self, look: Look, words: Words | None = None) -> None:
        """Change the look (text size, calm, black and white), and perhaps the language."""
        self.look, self.words = look, words or self.words
        self.camera.base = _base(look)
        self.scene = Scene(self.model, look, self.words)
        self.setAccessibleName(self.words("Board"))
        self.scene.make_room(self.camera.wide, self.camera.high, self.devicePixelRatioF())
        self.hold_steady(self.touching.hands.steadiness)
        self.update()

    def hold_steady(self, steadiness: Steadiness) -> None:
        """How much a hand may shake before a touch is a drag."""
        self.touching.hands.steadiness = steadiness

    def sweep(self, sweep: Sweep) -> None:
        """Move and size what is seen."""
        self.camera.pan(sweep.dx, sweep.dy)
        if sweep.factor != 1.0:
            self.camera.zoom_at(sweep.factor, sweep.x, sweep.y)
        self.camera.keep_near(self.model.whole)
        if sweep.factor != 1.0:
            self._zoomed()
        self.update()

    def go(self, right: int, down: int) -> None:
        """Move on by most of what is seen: 1 to the right or down, -1 to the left or up."""
        by_x, by_y = -right * PART * self.camera.wide, -down * PART * self.camera.high
        self.sweep(Sweep(by_x, by_y, 1.0, 0, 0))

    def look_to(self, area: Rect) -> None:
        """Bring a part of the board into view."""
        if self.camera.show(area):
            self.update()

    def free_place(self) -> tuple[float, float]:
        """A free place on the board for a new note, in view if there is one there."""
        return self.model.free_place(self.camera.in_view)

    def _zoomed(self) -> None:
        """Words are not set while the zoom changes; soon after they are, a few at a time."""
        self.shown.making_ms = NOT_NOW
        self._settling.start()
        self.update()

    def _settle(self) -> None:
        self.shown.making_ms = SETTLING_MS
        self.update()

    def finish_painting(self) -> None:
        """Make all pictures now, however long it takes: for pictures of the board."""
        self._settling.stop()
        self.shown.making_ms = AS_LONG_AS_NEEDED

    # Picking

    def pick(self, note: NoteId | None) -> None:
        """Pick a note, or let go."""
        self.choose(NOTHING if note is None else Picked(note))

    def choose(self, picked: Picked) -> None:
        """Show what is picked, and say so when it is another note."""
        if picked.note is not None and picked.group is None:
            groups = self.model.groups_of(picked.note)
            picked = Picked(picked.note, next(iter(groups)) if len(groups) == 1 else None, picked.moving)
        before, self.shown.picked = self.shown.picked, picked
        if before != picked:
            self.update()
        if before.note != picked.note:
            self.picked.emit(picked.note)

    def start_moving(self) -> None:
        """From now on a touch says where the picked note goes."""
        picked = self.shown.picked
        if picked.note is not None:
            self.choose(Picked(picked.note, picked.group, moving=True))
            self.walking.to_first_button()

    # Writing pages

    def add_page(self, page: WritingPage) -> None:
        """Show a writing page above the board."""
        self.pages.append(page)
        self.update(page.rect().toAlignedRect())

    def remove_page(self, page: WritingPage) -> None:
        """Take a writing page away."""
        self.pages.remove(page)
        self.touching.forget_page(page)
        if self.key_target is page:
            self.key_target = None
        self.update(page.rect().toAlignedRect())

    # Changes

    def show_change(self, change: Change) -> None:
        """Paint what an act changed."""
        was_empty = not len(self.model) and not self.model.groups
        areas = self.model.apply(change)
        if not areas:
            return
        self.scene.overview.forget(areas)
        self.touching.forget_missing()
        if self.shown.picked.note is not None and self.shown.picked.note not in self.model.faces:
            self.pick(None)
        if was_empty or len(areas) > MANY or self.shown.picked != NOTHING:
            self.update()
        for area in areas:
            self.stale(self.camera.rect_to_screen(area).grown(AROUND))
        self._announce(change)

    def _announce(self, change: Change) -> None:
        """Say where a note was put, when it was one."""
        added = [d.after for d in change.diff if d.before is None and isinstance(d.after, Membership)]
        if len(added) == 1 and added[0].note in self.model.faces:
            name = name_of(self.model.groups[added[0].group], self.words)
            if name:
                self.announced.emit(self.words("Note added to {group}", group=name))

    def stale(self, area: Rect) -> None:
        """Paint these pixels anew."""
        if area.meets(Rect(0, 0, self.camera.wide, self.camera.high)):
            left, top = int(area.x) - 1, int(area.y) - 1
            self.update(QRect(left, top, int(area.right) - left + 2, int(area.bottom) - top + 2))

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        self.shown.focus = self.walking.ring()
        self.scene.unfinished = False
        painter = QPainter(self)
        try:
            for part in _parts(event.region()):
                painter.setClipRect(part)
                self.scene.paint(painter, Rect(part.x(), part.y(), part.width(), part.height()), self.shown)
                for page in self.pages:
                    if page.rect().intersects(part.toRectF()):
                        page.paint(painter)
        finally:
            painter.end()
        self._go_on_settling()

    def _go_on_settling(self) -> None:
        if self.shown.making_ms != SETTLING_MS:
            return
        if self.scene.unfinished and self.camera.scale >= OVERVIEW:
            QTimer.singleShot(0, self, self.update)
        else:
            self.shown.making_ms = AS_LONG_AS_NEEDED

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.camera.wide, self.camera.high = float(self.width()), float(self.height())
        self.scene.make_room(self.camera.wide, self.camera.high, self.devicePixelRatioF())

    def event(self, event: QEvent) -> bool:
        if event.type() in TOUCHES and isinstance(event, QTouchEvent):
            self.touching.touch(event)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touching.mouse(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.touching.mouse(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.touching.mouse(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        at, turned = event.position(), event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = STEP ** (turned.y() / 120)
            self.sweep(Sweep(0, 0, factor, at.x(), at.y()))
        else:
            self.sweep(Sweep(turned.x(), turned.y(), 1.0, at.x(), at.y()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.key_target is not None and self.key_target.key(event):
            return
        if not self.walking.key(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.key_target is not None:
            self.key_target.input_method(event)
        else:
            super().inputMethodEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        if query == Qt.InputMethodQuery.ImEnabled:
            return self.key_target is not None  # the board itself takes no words
        return super().inputMethodQuery(query)

    def focusNextPrevChild(self, next: bool) -> bool:
        return self.walking.tab(next) or super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.walking.arrive()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def hide_focus(self) -> None:
        """Take the keyboard's ring away: somebody touches."""
        ring = self.walking.ring()
        self.walking.hide()
        if ring is not None:
            self.stale(ring.grown(FOCUS_REACH))

    def tell_focus(self, lying: Lying) -> None:
        """Tell a screen reader at which note the keyboard is."""
        accessible.tell_focus(self, lying)

    def hideEvent(self, event: QHideEvent) -> None:
        self.touching.cancel_all()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.touching.cancel_all()


def _parts(region: QRegion) -> Iterable[QRect]:
    """The rectangles of a region, which do not overlap."""
    return region  # type: ignore[return-value]  # it can be walked; the stubs do not say so


def _base(look: Look) -> float:
    """Pixels to a board unit at zoom 1: the smallest text of a note has just the chosen size."""
    return look.text(20) / 20
