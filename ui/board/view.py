"""The board as a widget: one painted surface that takes every finger, key and change.

It shows records and turns fingers into calls of the session; it decides nothing and never changes
itself: it paints anew what `Bridge.changed` says is different. Nothing on it is a child widget, so
that each finger stays its own.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ui.board import accessible
from ui.board.acts import Acts
from ui.board.announcing import sentence_for
from ui.board.camera import OVERVIEW, STEP, Camera
from ui.board.fitting import is_tall
from ui.board.hands import Steadiness, Sweep
from ui.board.layout import NOTE_W, TALL_H, Rect
from ui.board.likeness import Likeness
from ui.board.looking import LookingAtBoard
from ui.board.model import BoardModel
from ui.board.offers import lines_for
from ui.board.overlays import FOCUS_REACH
from ui.board.picking import NOTHING, Asks, Picked
from ui.board.scene import AS_LONG_AS_NEEDED, SETTLING_MS, Scene, Shown
from ui.board.sliding import parts_of
from ui.board.small_pictures import SmallPictures, may_look_different
from ui.board.touching import Touching, WritingPage
from ui.board.walking import Walking
from ui.bridge import Bridge
from ui.look import Look
from ui.words import Words
from workshop.domain.changes import Change
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.persons import Picture

AROUND = 14.0  # pixels around a thing that its shadow, its button or its ring may reach
MANY = 40  # so many areas at once are painted as one
REACHED = 0.4  # of a huge screen, from its top: what is above is out of reach for some

TOUCHES = {
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
}


class BoardView(LookingAtBoard):
    """The board of one window."""

    picked = Signal(object)  # NoteId, or None when it was let go
    read_group = Signal(object)  # GroupId: it is to be read
    wants_name = Signal(object)  # GroupId: it is to be named
    wants_text = Signal(object)  # NoteId: "Change" was touched
    wants_undo = Signal()
    asked_to_hear = Signal(str, str)  # text, language
    announced = Signal(str)  # a sentence for a screen reader
    wants_page = Signal(float, float)  # an empty place was touched, in board units

    def __init__(self, bridge: Bridge, look: Look, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.look, self.words = bridge, look, words
        self.flat_table = False  # whether the screen lies flat, with people on all sides
        self._rests = False
        self.pages: list[WritingPage] = []
        self.key_target: WritingPage | None = None
        self.model = BoardModel(is_tall)
        self.model.fill_from(bridge)
        self.camera = Camera(base=_base(look))
        self.shown = Shown(self.camera)
        self.pictures = SmallPictures(bridge.session.board.picture_file, _room_of_a_picture(look))
        self.pictures.arrived.connect(self._picture_arrived)
        self.scene = Scene(self.model, look, words, self.pictures)
        self.acts = Acts(self)
        self.touching = Touching(self)
        self.walking = Walking(self)
        self.likeness = Likeness(self)
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

    def look_at(self, look: Look, words: Words | None = None) -> None:
        """Change the look (text size, calm, black and white), and perhaps the language."""
        self.look, self.words = look, words or self.words
        self.camera.base = _base(look)
        hints, self.scene = self.scene.overlays.hints, Scene(self.model, look, self.words, self.pictures)
        self.scene.overlays.hints = hints
        self._keep_in_reach()
        self.setAccessibleName(self.words("Board"))
        self.scene.make_room(self.camera.wide, self.camera.high, self.devicePixelRatioF())
        self.hold_steady(self.touching.hands.steadiness)
        self.update()

    def hold_steady(self, steadiness: Steadiness) -> None:
        """How much a hand may shake before a touch is a drag."""
        self.touching.hands.steadiness = steadiness

    def _keep_in_reach(self) -> None:
        """On a screen so large that not everybody reaches its top, buttons stay in its lower part."""
        overlays, above = self.scene.overlays, self.mapTo(self.window(), QPoint(0, 0)).y()
        overlays.hints.highest = (
            max(0.0, REACHED * self.window().height() - above) if overlays.is_huge else 0.0
        )
        overlays.hints.version += 1

    def _picture_arrived(self, id_: str) -> None:
        self.scene.picture_arrived(id_)
        self.update()

    # Picking

    def pick(self, note: NoteId | None) -> None:
        """Pick a note, or let go."""
        self.choose(NOTHING if note is None else Picked(note))

    def choose(self, picked: Picked) -> None:
        """Show what is picked, and say so when it is another note."""
        if picked.note is not None and picked.group is None:
            groups = self.model.groups_of(picked.note)
            picked = replace(picked, group=next(iter(groups)) if len(groups) == 1 else None)
        before, self.shown.picked = self.shown.picked, picked
        if before != picked:
            if picked.note is not None and picked.note != before.note:
                self.likeness.look_for(picked.note)
            self.scene.overlays.hints.version += 1
            self._say_what_is_asked(picked)
            accessible.tell_changes(self)
            self.update()
        if before.note != picked.note:
            self.picked.emit(picked.note)

    def _say_what_is_asked(self, picked: Picked) -> None:
        """Let a screen reader say the sentences beside what is picked."""
        lines = lines_for(picked, self.model, self.words, self.scene.overlays.hints)
        said = " ".join(line.says for line in lines if line.says)
        if said:
            self.announced.emit(said)

    def ask(self, picked: Picked) -> None:
        """Go on asking about what is picked; somebody at the keyboard comes to the first answer."""
        self.choose(picked)
        self.walking.to_first_button()

    def start_moving(self) -> None:
        """From now on a touch says where the picked note goes."""
        if self.shown.picked.note is not None:
            self.ask(replace(self.shown.picked, asks=Asks.WHERE))

    def offer_name(self, group: GroupId) -> None:
        """A new group without a name: bring what offers to name it into view, unless hands are busy."""
        if group in self.model.groups and not self.shown.in_hand:
            self.look_to(self.model.groups[group].rect)

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
        self.pictures.read_again(may_look_different(change, self.bridge.all(Picture)))
        was_empty, arranged = not len(self.model) and not self.model.groups, self.model.arranged
        areas = self.model.apply(change)
        if self.model.arranged is not arranged and not self.shown.in_hand:
            self.look_at_beginning()
        if not areas:
            return
        self.scene.overview.forget(areas)
        self.touching.forget_missing()
        self.walking.carrying.forget_missing()
        self.likeness.forget(change)
        self._let_go_of_missing()
        if was_empty or len(areas) > MANY or self.shown.picked != NOTHING:
            self.update()
        for area in areas:
            self.stale(self.camera.rect_to_screen(area).grown(AROUND))
        accessible.tell_changes(self, change)
        said = sentence_for(change, self.model, self.words)
        if said:
            self.announced.emit(said)

    def _let_go_of_missing(self) -> None:
        """What is picked is let go when it is not on the board any more."""
        picked = self.shown.picked
        gone = picked.area is not None and picked.area not in self.model.groups
        if gone or (picked.note is not None and picked.note not in self.model.faces):
            self.choose(NOTHING)
        elif picked.notes and picked.area is not None:
            there = self.model.groups[picked.area].shown
            self.choose(replace(picked, notes=tuple(note for note in picked.notes if note in there)))

    def stale(self, area: Rect) -> None:
        """Paint these pixels anew."""
        if area.meets(Rect(0, 0, self.camera.wide, self.camera.high)):
            left, top = int(area.x) - 1, int(area.y) - 1
            self.update(QRect(left, top, int(area.right) - left + 2, int(area.bottom) - top + 2))

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        self.likeness.wait()
        self.shown.focus = self.walking.ring()
        if event.rect().contains(self.rect()):
            self.scene.unfinished = False  # a part says nothing of the other parts
        painter = QPainter(self)
        try:
            for part in parts_of(event.region()):
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
        self._keep_in_reach()

    def event(self, event: QEvent) -> bool:
        if event.type() in TOUCHES and isinstance(event, QTouchEvent):
            self.touching.touch(event)
            return True
        if event.type() == QEvent.Type.DeferredDelete:
            # A filter in Python must not hear of the end of what it watches: that ends the program.
            self.removeEventFilter(self.touching)
        onwards = _tab(event) if isinstance(event, QKeyEvent) else None
        if onwards is not None and self.key_target is not None:
            return self.key_target.tab(onwards)
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
        if self.key_target is not None and (told := self.key_target.input_query(query)) is not None:
            return told
        if query == Qt.InputMethodQuery.ImEnabled:
            return False  # the board itself takes no words
        return super().inputMethodQuery(query)

    def focusNextPrevChild(self, next: bool) -> bool:
        return self.walking.tab(next) or super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and self.key_target is None:  # else a page that is being written has the keyboard
            self.walking.arrive()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.walking.carrying.put_down()
        self.update()

    def hide_focus(self) -> None:
        """Take the keyboard's ring away: somebody touches."""
        ring = self.walking.ring()
        self.walking.hide()
        if ring is not None:
            self.stale(ring.grown(FOCUS_REACH))

    def tell_focus(self) -> None:
        """Tell a screen reader at what the keyboard is."""
        accessible.tell_focus(self)

    def rest_in(self, parent: QWidget) -> None:
        """Be there, hidden, while what is round the board is built anew: fingers may go on after that."""
        self._rests = True
        self.setParent(parent)
        self._rests = False

    def hideEvent(self, event: QHideEvent) -> None:
        if self._rests:
            self.touching.lay_down_all()
        else:
            self._empty_hands()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._empty_hands()

    def _empty_hands(self) -> None:
        """What is in a hand lies where it was last seen, and is saved there."""
        self.touching.cancel_all()
        self.walking.carrying.put_down()


def _tab(event: QKeyEvent) -> bool | None:
    """Whether a Tab that was pressed goes on (True) or back; None for every other key."""
    if event.type() != QEvent.Type.KeyPress or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    return {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}.get(Qt.Key(event.key()))


def _room_of_a_picture(look: Look) -> QSize:
    """The pixels that a picture on a note takes at twice the usual size: more is not kept."""
    return QSize(round(2 * NOTE_W * _base(look)), round(2 * TALL_H * _base(look)))


def _base(look: Look) -> float:
    """Pixels to a board unit at zoom 1: the smallest text of a note has just the chosen size."""
    return look.text(20) / 20
