"""Content that is longer than its place: drawn up by a finger, a wheel, keys, or two large buttons.

The width is never cut: the content is as wide as the place, and only its height goes on. "More" and
"Back" stand below it as long as there is more; who cannot draw with a finger needs nothing else. A
finger that lands on a button belongs to the button until it has plainly begun to draw.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QResizeEvent, QTouchEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.look import Look
from ui.widgets.button import SMALL, Button
from ui.widgets.touch import Touchable

DRAWS_AFTER = 14  # design pixels up or down: less than this is a trembling finger, not a wish to move
KEEPS_FINGER = "keeps_finger"  # the property of a part that draws something itself, such as a grip
_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


@dataclass
class Place:
    """How far somebody has drawn, in screen pixels. A page keeps it, so that building anew stays there."""

    top: int = 0


class Scroll(QWidget):
    """A place for content of any height. Its width is the content's width."""

    def __init__(
        self,
        look: Look,
        content: QWidget,
        more: str = "More",
        back: str = "Back",
        place: Place | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look, self.content, self.place = look, content, place or Place()
        self.view = QWidget(self)  # it cuts off what goes on above and below
        content.setParent(self.view)
        self.more, self.back = (
            Button(look, more, "chevron-down", SMALL),
            Button(look, back, "chevron-up", SMALL),
        )
        for button, way in ((self.back, -1), (self.more, 1)):
            button.setParent(self)
            button.clicked.connect(lambda _=False, way=way: self._turn(way))
        self._drawing: dict[int, tuple[float, int]] = {}  # finger: where it went down, and `top` then
        self._drawn: set[int] = set()  # the fingers that have moved far enough
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.view.installEventFilter(self)
        self._watch_buttons()
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def _watch_buttons(self) -> None:
        for button in self.content.findChildren(Touchable):
            if button.property(KEEPS_FINGER):
                continue
            button.installEventFilter(self)

    # Sizes

    def sizeHint(self) -> QSize:
        """The size of the content, where there is room for it."""
        return self.content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the content; a button and as much again is height enough."""
        wide = max(self.content.minimumSizeHint().width(), self.content.minimumWidth())
        return QSize(wide, 2 * self.more.sizeHint().height() + self.look.gap)

    def _height_needed(self, width: int) -> int:
        layout = self.content.layout()
        if layout is not None and layout.hasHeightForWidth():
            return max(layout.totalHeightForWidth(width), self.content.minimumHeight())
        return max(self.content.sizeHint().height(), self.content.minimumSizeHint().height())

    def _lay_out(self) -> None:
        width, needed = self.width(), self._height_needed(self.width())
        fits = needed <= self.height()
        strip = self.more.sizeHint().height()
        seen = self.height() if fits else max(1, self.height() - strip - self.look.gap)
        half = (width - self.look.gap) // 2
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        first, second = (self.more, self.back) if mirrored else (self.back, self.more)
        first.setGeometry(0, self.height() - strip, half, strip)
        second.setGeometry(width - half, self.height() - strip, half, strip)
        self.view.setGeometry(0, 0, width, seen)
        self.content.resize(width, max(needed, seen))
        self.draw_to(self.place.top)

    # Where it is

    @property
    def top(self) -> int:
        """How much of the content lies above the place, in screen pixels."""
        return self.place.top

    @property
    def furthest(self) -> int:
        """The largest `top`: then the end of the content is in view."""
        return max(0, self.content.height() - self.view.height())

    def draw_to(self, top: int) -> None:
        """Draw the content so that `top` of its pixels lie above the place."""
        self.place.top = max(0, min(top, self.furthest))
        self.content.move(0, -self.place.top)
        for button, there_is in ((self.back, self.top > 0), (self.more, self.top < self.furthest)):
            if not there_is and button.hasFocus():
                (self.more if button is self.back else self.back).setVisible(self.furthest > 0)
                (self.more if button is self.back else self.back).setFocus(Qt.FocusReason.OtherFocusReason)
            button.setVisible(there_is)

    def show_part(self, part: QWidget) -> None:
        """Draw the content so that a part of it can be seen."""
        above = part.mapTo(self.content, QPoint(0, 0)).y()
        air = self.look.gap
        if above - air < self.top:
            self.draw_to(above - air)
        elif above + part.height() + air > self.top + self.view.height():
            self.draw_to(min(above - air, above + part.height() + air - self.view.height()))

    def _turn(self, way: int) -> None:
        """A page on or back; a line of the last one stays in view."""
        self.draw_to(self.top + way * max(1, self.view.height() - self.look.target(64)))

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.content.isAncestorOf(now):
            QTimer.singleShot(0, self, self._show_focused)  # Qt moves the focus before it says who touches

    def _show_focused(self) -> None:
        """What a finger is on is in view enough: drawn up, it would go away from under the finger."""
        now = QApplication.focusWidget()
        if now is not None and self.content.isAncestorOf(now) and not self._drawing:
            self.show_part(now)

    # Fingers

    def event(self, event: QEvent) -> bool:
        """Take the fingers that land on nothing to touch or to write in."""
        if not isinstance(event, QTouchEvent):
            return super().event(event)
        if event.type() == QEvent.Type.TouchBegin and self._lands_in_a_field(event):
            event.ignore()  # Qt then makes a mouse of it, which is what fields understand
            return False
        self._fingers(event)
        event.accept()
        return True

    def _lands_in_a_field(self, event: QTouchEvent) -> bool:
        there = self.childAt(self.mapFromGlobal(event.points()[0].globalPosition().toPoint()))
        while there is not None and there is not self:
            if there.focusPolicy() != Qt.FocusPolicy.NoFocus:
                return True
            there = there.parentWidget()
        return False

    def _fingers(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchCancel:
            self._drawing.clear()
            self._drawn.clear()
            return
        for point in event.points():
            if point.state() == QEventPoint.State.Pressed:
                self._drawing[point.id()] = (point.globalPosition().y(), self.top)
            elif point.state() == QEventPoint.State.Updated:
                self._draw(point)
            elif point.state() == QEventPoint.State.Released:
                self._draw(point)
                self._drawing.pop(point.id(), None)

    def _draw(self, point: QEventPoint) -> None:
        if point.id() not in self._drawing:
            return
        began, top = self._drawing[point.id()]
        moved = point.globalPosition().y() - began
        if abs(moved) > self.look.px(DRAWS_AFTER):
            self._drawn.add(point.id())
        if point.id() in self._drawn:
            self.draw_to(top - round(moved))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See how tall the content becomes, and when a finger on a button begins to draw."""
        if watched is self.view:
            if event.type() == QEvent.Type.LayoutRequest:
                self._watch_buttons()
                self._lay_out()
            return False
        return isinstance(event, QTouchEvent) and self._take_from(watched, event)

    def _take_from(self, button: QObject, event: QTouchEvent) -> bool:
        """Whether this touch of a button was taken from it, because the finger draws."""
        self._fingers(event)
        ids = {point.id() for point in event.points()}
        ended = event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
        taken = bool(self._drawn & ids)
        if taken and event.type() != QEvent.Type.TouchCancel:
            cancel = QTouchEvent(QEvent.Type.TouchCancel, event.pointingDevice())
            button.removeEventFilter(self)
            QCoreApplication.sendEvent(button, cancel)
            button.installEventFilter(self)
            event.accept()
        if ended:
            self._drawn -= ids
        return taken

    # Mouse, wheel, keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mouse draws too: some touch screens say they are a mouse."""
        self._drawing[-1] = (event.globalPosition().y(), self.top)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the content after the mouse."""
        if -1 in self._drawing:
            began, top = self._drawing[-1]
            self.draw_to(top - round(event.globalPosition().y() - began))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._drawing.pop(-1, None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Three lines a notch, as everywhere."""
        lines = event.angleDelta().y() / 120 * 3
        self.draw_to(self.top - (event.pixelDelta().y() or round(lines * self.look.text(22) * 1.36)))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Down and Page Up turn a page."""
        way = _KEYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self._turn(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another place, another height."""
        self._lay_out()
