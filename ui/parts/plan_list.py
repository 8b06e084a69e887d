"""The steps below each other: touch one to choose it, draw it by its grip, or move it by buttons and keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QTouchEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import icons
from ui.look import BOLD, SEMIBOLD, Look
from ui.parts.plan import StepLine
from ui.widgets.boxes import column, row, within
from ui.widgets.button import SMALL, Button
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.scroll import KEEPS_FINGER
from ui.widgets.text import Text
from ui.widgets.touch import HAS_OTHER_WAYS, Touchable
from ui.words import Words
from workshop.domain.ids import StepId
from workshop.domain.kinds import StepState

_TIME_WIDTH = 74
_TURNS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StepFace(Touchable):
    """One step: when, what, how long. Up and Down go to another; with Alt they move this one."""

    chooses_itself = False

    walked = Signal(int)  # to the step before (-1) or after (1)
    moved_by = Signal(int)

    def __init__(self, look: Look, line: StepLine, ends: tuple[bool, bool], chosen: bool) -> None:
        super().__init__(look, line.title)
        self.is_first, self.is_last = ends
        self.setCheckable(True)
        self.setChecked(chosen)
        self.time = Text(look, "", 22, SEMIBOLD, "ink2", wrap=False)
        self.time.setFixedWidth(
            max(look.px(_TIME_WIDTH), self.time.fontMetrics().horizontalAdvance("00:00 "))
        )
        self.title, self.second = Text(look, "", 24, BOLD), Text(look, "", 20, colour="ink2")
        self.minutes = Text(look, "", 22, wrap=False)
        self.circle = Circle(look, line.icon, chosen, line.state is StepState.FINISHED)
        words = column(look, 1, self.title, self.second, 1, gap=0)
        laid_out = row(look, self.time, self.circle, words, self.minutes, gap=18, margins=(16, 6, 8, 6))
        laid_out.setStretch(2, 1)
        within(self, laid_out)
        for part in (self.time, self.title, self.second, self.minutes, self.circle):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setForegroundRole(QPalette.ColorRole.WindowText)  # not that of a button's words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(look.target(80))
        self.show_line(line)

    def show_line(self, line: StepLine) -> None:
        """Show what the step is now."""
        self.time.say(line.time)
        self.title.say(line.title)
        self.second.say(line.second)
        self.minutes.say(line.minutes)
        self.setAccessibleName(", ".join(p for p in (line.title, line.time, line.minutes) if p))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the steps, or move this one."""
        turn = _TURNS.get(Qt.Key(event.key()))
        if turn is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved_by.emit(turn)
        else:
            self.walked.emit(turn)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line that joins the steps, and the focus ring."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = self.circle.geometry().center()
            top = middle.y() if self.is_first else 0
            bottom = middle.y() if self.is_last else self.height()
            painter.fillRect(QRectF(middle.x(), top, 2, bottom - top), self.look.colour("edge"))
            self.paint_ring(painter, self.look.px(14))
        finally:
            painter.end()


class Circle(Icon):
    """The icon of a step in a circle: filled for the chosen one."""

    def __init__(self, look: Look, icon: str, chosen: bool, finished: bool) -> None:
        super().__init__(look, "check" if finished else icon, 28, "paper" if chosen else "ink")
        self.chosen = chosen

    def sizeHint(self) -> QSize:
        """The whole circle."""
        side = 2 * self.look.icon(self.design)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle, and the icon on it."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            c = self.look.colours
            painter.setPen(QColor(c.damson if self.chosen else c.edge))
            painter.setBrush(QColor(c.damson if self.chosen else c.paper))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        finally:
            painter.end()
        super().paintEvent(event)


class Grip(Touchable):
    """Holds a step while a finger or the mouse draws it. Buttons and keys do the same without it."""

    drawn = Signal(QPoint)  # where the finger is, on the whole screen
    dropped = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self.setProperty(KEEPS_FINGER, True)
        self.setProperty(HAS_OTHER_WAYS, True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._finger: int | None = None

    def sizeHint(self) -> QSize:
        """As large as a finger."""
        return QSize(self.look.target(56), self.look.target(64))

    def _touch(self, event: QTouchEvent) -> None:
        for point in event.points():
            if point.state() == point.State.Pressed and self._finger is None:
                self._finger = point.id()
            elif point.id() == self._finger and point.state() == point.State.Updated:
                self.drawn.emit(point.globalPosition().toPoint())
            elif point.id() == self._finger and point.state() == point.State.Released:
                self._drop()
        if event.type() == QEvent.Type.TouchCancel:
            self._drop()
        event.accept()

    def _drop(self) -> None:
        self._finger = None
        self.dropped.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the step after the mouse."""
        if self.isDown():
            self.drawn.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the step go."""
        self.setDown(False)
        self._drop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint six dots: here it can be held."""
        painter = QPainter(self)
        try:
            size = self.look.icon(28)
            x, y = (self.width() - size) / 2, (self.height() - size) / 2
            icons.draw(painter, "grip-vertical", x, y, size, self.look.colours.edge)
        finally:
            painter.end()


class StepRow(Card):
    """A step with its grip; the chosen one has a frame, and buttons that move it."""

    def __init__(
        self,
        look: Look,
        words: Words,
        line: StepLine,
        ends: tuple[bool, bool],
        chosen: bool,
        move_by: Callable[[int], object],
        say_why: Callable[[str], object],
    ) -> None:
        fill, edge = ("paper", "damson") if chosen else ("", "")
        super().__init__(look, fill, edge, radius=14, line=3)
        self.id, self.words = line.id, words
        self.face = StepFace(look, line, ends, chosen)
        self.grip = Grip(look, words("Move {title}", title=line.title))
        above = row(look, self.face, self.grip, gap=0)
        above.setStretch(0, 1)
        parts: list[QVBoxLayout | QWidget] = [within(QWidget(), above)]
        if chosen:
            parts.append(
                within(
                    QWidget(),
                    row(look, *self._buttons(look, ends, move_by, say_why), margins=(16, 0, 16, 12)),
                )
            )
        within(self, column(look, *parts, gap=0))

    def _buttons(
        self,
        look: Look,
        ends: tuple[bool, bool],
        move_by: Callable[[int], object],
        say_why: Callable[[str], object],
    ) -> list[QWidget]:
        words = self.words
        made: list[QWidget] = []
        for text, icon, turn, at_end, why in (
            (words("Earlier"), "chevron-up", -1, ends[0], words("This is the first step.")),
            (words("Later"), "chevron-down", 1, ends[1], words("This is the last step.")),
        ):
            button = Button(look, text, icon, SMALL)
            button.lock(why if at_end else "")
            button.clicked.connect(lambda _=False, turn=turn: move_by(turn))
            button.asked_why.connect(lambda said: say_why(said))
            made.append(button)
        return made

    def show_line(self, line: StepLine) -> None:
        """Show what the step is now."""
        self.face.show_line(line)
        self.grip.setAccessibleName(self.words("Move {title}", title=line.title))


class StepList(QWidget):
    """All steps. `choose` is given a step, `move` a step and its new place, counted from 0.

    `say_why` is given the reason when a step is first or last and cannot go further.
    """

    def __init__(
        self,
        look: Look,
        words: Words,
        lines: Sequence[StepLine],
        chosen: StepId | None,
        choose: Callable[[StepId], object],
        move: Callable[[StepId, int], object],
        say_why: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.look, self._choose, self._move = look, choose, move
        last = len(lines) - 1
        self.rows = [
            StepRow(
                look, words, line, (i == 0, i == last), line.id == chosen, self._mover(i, line.id), say_why
            )
            for i, line in enumerate(lines)
        ]
        for index, one in enumerate(self.rows):
            self._connect(index, one)
        self._laid_out = column(look, *self.rows, 1, gap=0)
        within(self, self._laid_out)

    def _mover(self, index: int, step: StepId) -> Callable[[int], object]:
        return lambda turn: self._move(step, max(0, index + turn))

    def _connect(self, index: int, one: StepRow) -> None:
        one.face.clicked.connect(lambda: self._choose(one.id))
        one.face.moved_by.connect(self._mover(index, one.id))
        one.face.walked.connect(lambda turn: self._walk(index + turn))
        one.grip.drawn.connect(lambda where: self._draw(one, where))
        one.grip.dropped.connect(lambda: self._drop(one))

    def show_lines(self, lines: Sequence[StepLine]) -> None:
        """Show what the same steps, in the same order, are now."""
        for one, line in zip(self.rows, lines, strict=True):
            one.show_line(line)

    def focus_on(self, step: StepId) -> None:
        """Put the keyboard on a step."""
        for one in self.rows:
            if one.id == step:
                one.face.setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk(self, index: int) -> None:
        if 0 <= index < len(self.rows):
            self.rows[index].face.setFocus(Qt.FocusReason.TabFocusReason)

    def _draw(self, one: StepRow, where: QPoint) -> None:
        """The step goes with the finger; the others stay until it is let go."""
        middle = self.mapFromGlobal(where).y()
        one.raise_()
        one.move(one.x(), max(0, min(middle - one.height() // 2, self.height() - one.height())))

    def _drop(self, one: StepRow) -> None:
        """The step's new place is among those whose middle it has passed."""
        middle = one.y() + one.height() / 2
        others = [other for other in self.rows if other is not one]
        place = sum(other.y() + other.height() / 2 < middle for other in others)
        if place == self.rows.index(one):
            self._laid_out.invalidate()
            self._laid_out.activate()
        else:
            self._move(one.id, place)
