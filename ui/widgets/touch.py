"""Something that a finger, a mouse, a key and a screen reader can all use, at any time.

Qt gives buttons only the first finger, turned into a mouse; while somebody else touches the board,
such a button is dead. This one takes its own touches. It acts when the finger is lifted inside it,
never on press; a finger that slides off changes its mind. A trembling touch acts once.
"""

from time import monotonic

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QTouchEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.look import Look

HAS_OTHER_WAYS = "has_other_ways"  # a property: keys and a screen reader have other parts for its act
REPEAT_S = 0.15  # a second touch within this time is the same touch (VVSG 2.0, 7.2-H)
SHAKING_REPEAT_S = 0.4  # where hands shake
_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class Touchable(QAbstractButton):
    """Anything to touch; subclasses paint it. `asked_why` is sent when it is locked and touched."""

    asked_why = Signal(str)
    chooses_itself = True  # False: what is chosen is said by the page, not by the touch

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.why_not = ""
        self._described = ""  # what is said of it while it is not locked
        self._fingers: set[int] = set()
        self._last_act = 0.0
        self._said = False  # the page is just saying what is chosen
        self.setText(name)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.toggled.connect(self._ticked)

    def setChecked(self, on: bool) -> None:
        """Say that it is chosen, or not any more."""
        self._said = True
        super().setChecked(on)
        self._said = False

    def _ticked(self, on: bool) -> None:
        """A screen reader ticks what can be chosen, and that is no click: it does what a touch does.

        Where the page says what is chosen, or where it is locked, the tick is taken back.
        """
        if self._said:
            return
        if self.chooses_itself and not self.why_not:
            QTimer.singleShot(0, self, self.clicked.emit)
        else:
            self.setChecked(not on)
            self._act()

    def lock(self, why: str) -> None:
        """Make it say why it cannot be used yet; "" makes it usable again."""
        if not self.why_not:
            self._described = self.accessibleDescription()
        self.why_not = why
        self.setAccessibleDescription(why or self._described)
        self.updateGeometry()
        self.update()

    @property
    def is_held(self) -> bool:
        """Whether a finger or the mouse is on it now."""
        return bool(self._fingers) or self.isDown()

    def _act(self) -> None:
        now = monotonic()
        if now - self._last_act < max(REPEAT_S, SHAKING_REPEAT_S * self.look.shaking):
            return
        self._last_act = now
        if self.why_not:
            self.asked_why.emit(self.why_not)
        else:
            self.click()

    def nextCheckState(self) -> None:
        """Qt's own click comes through here, as a screen reader's does: a lock holds for it too."""
        if not self.why_not:
            if self.chooses_itself:
                self._said = True
                super().nextCheckState()
                self._said = False
        elif not self.signalsBlocked():  # it says next that it was clicked: nobody hears that
            self.blockSignals(True)
            QTimer.singleShot(0, self, self._say_why_not)

    def _say_why_not(self) -> None:
        self.blockSignals(False)
        self.asked_why.emit(self.why_not)

    # Fingers, mouse and keys

    def event(self, event: QEvent) -> bool:
        """Take touches; everything else goes its usual way."""
        if isinstance(event, QTouchEvent) and self.isEnabled():
            self._touch(event)
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchCancel:
            self._fingers.clear()
        for point in event.points():
            if point.state() == point.State.Pressed:
                self._fingers.add(point.id())
            elif point.state() == point.State.Released and point.id() in self._fingers:
                self._fingers.discard(point.id())
                self._lifted(point.position().toPoint())
        event.accept()
        self.update()

    def _lifted(self, where: QPoint) -> None:
        if self.rect().contains(where):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._act()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mouse button held down only shows that it is held."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setDown(True)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A mouse acts where it is let go, like a finger."""
        held, inside = self.isDown(), self.rect().contains(event.position().toPoint())
        self.setDown(False)
        if held and inside and event.button() is Qt.MouseButton.LeftButton:
            self._act()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter act."""
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
            return
        if not event.isAutoRepeat():
            self._act()
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The key acted when it went down."""
        if event.key() not in _KEYS:
            super().keyReleaseEvent(event)

    # Painting

    def paint_ring(self, painter: QPainter, radius: float) -> None:
        """The focus ring: ink inside marigold, so that it shows on every ground."""
        if not self.hasFocus():
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for inset, width, colour in ((2.0, 4, self.look.colours.marigold), (5.5, 3, self.look.colours.ink)):
            painter.setPen(QPen(QColor(colour), width))
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, max(2.0, radius - inset), max(2.0, radius - inset))
