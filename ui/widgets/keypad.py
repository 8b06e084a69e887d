"""Keys on the screen for names and forms: large, for several fingers, the mouse and the screen reader.

The pad never takes the keyboard's place: it writes into a field that keeps its focus, and goes out of
sight while somebody types into that field with a real keyboard.
"""

import time
from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTouchEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui.keys.clusters import edges, position_in, units
from ui.keys.editing import Text
from ui.keys.layouts import LANGUAGES
from ui.keys.panel import BOUNCE_S, KeyPanel
from ui.look import Look
from ui.widgets.keypad_access import make_accessible
from ui.widgets.touch import SHAKING_REPEAT_S
from ui.words import Words

MOUSE = -1
WritingField = QLineEdit | QPlainTextEdit


class KeyPad(QWidget):
    """A panel of keys as a widget. Connect its signals, or `attach` it to a field."""

    typed = Signal(str)
    deleted = Signal()
    entered = Signal()
    language_changed = Signal(str)

    def __init__(
        self,
        look: Look,
        words: Words,
        languages: Sequence[str] = LANGUAGES,
        *,
        for_names: bool = False,
        multi_line: bool = False,
        parent: QWidget | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.look, self.words = look, words
        self.for_names = for_names
        self.panel = KeyPanel(
            look,
            words.language,
            languages,
            large=True,
            multi_line=multi_line,
            for_names=for_names,
            bounce_s=SHAKING_REPEAT_S if look.shaking else BOUNCE_S,
            clock=clock,
            order_words=(words("A B C in order"), words("Usual order")),
        )
        self._field: WritingField | None = None
        self._by_hand = False  # while a key of ours writes, the caret moves because of us
        self._listen()
        self._be_a_pad()

    def _be_a_pad(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keeps_place = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keeps_place.setRetainSizeWhenHidden(True)
        self.setSizePolicy(keeps_place)
        self.setAccessibleName(self.words("Keys to write with"))
        make_accessible()

    def _listen(self) -> None:
        self.panel.typed.connect(self.typed)
        self.panel.replaced.connect(self._replace)
        self.panel.deleted.connect(self.deleted)
        self.panel.entered.connect(self.entered)
        self.panel.language_changed.connect(self.language_changed)
        self.panel.changed.connect(self.update)

    def _replace(self, letter: str) -> None:
        self.deleted.emit()
        self.typed.emit(letter)

    # Sizes and painting

    def sizeHint(self) -> QSize:
        """All keys at their full size."""
        return QSize(ceil(self.panel.sizes.width(self.panel.columns)), ceil(self.panel.sizes.height))

    def minimumSizeHint(self) -> QSize:
        """Every key just wide enough for a finger."""
        sizes, columns = self.panel.sizes, self.panel.columns
        narrow = columns * sizes.narrowest + (columns - 1) * sizes.gap + 2 * sizes.padding
        return QSize(ceil(narrow), ceil(sizes.height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the keys."""
        self.panel.stretch(float(event.size().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.panel.paint(painter)
        finally:
            painter.end()

    # Fingers and the mouse

    def event(self, event: QEvent) -> bool:
        """Take touches; everything else goes its usual way."""
        if isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        lost = event.type() == QEvent.Type.TouchCancel
        for point in event.points():
            finger, at = point.id(), point.position()
            if lost:
                self.panel.cancel(finger)
            elif point.state() == point.State.Pressed:
                self.panel.press(finger, at.x(), at.y())
            elif point.state() == point.State.Updated:
                self.panel.move(finger, at.x(), at.y())
            elif point.state() == point.State.Released:
                self.panel.release(finger, at.x(), at.y())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse is one more finger."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.panel.press(MOUSE, *_at(event.position()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The mouse is one more finger."""
        self.panel.move(MOUSE, *_at(event.position()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The mouse is one more finger."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.panel.release(MOUSE, *_at(event.position()))
        event.accept()

    # Writing into a field

    def attach(self, field: WritingField) -> None:
        """Write into this field from now on, and into no other."""
        if self._field is None:
            self.typed.connect(self._type)
            self.deleted.connect(self._delete)
            self.entered.connect(self._enter)
        else:
            self._let_go(self._field)
        self._field = field
        field.installEventFilter(self)
        field.textChanged.connect(self._tell_panel)
        field.cursorPositionChanged.connect(self._caret_moved)
        self._tell_panel()

    def _let_go(self, field: WritingField) -> None:
        field.removeEventFilter(self)
        field.textChanged.disconnect(self._tell_panel)
        field.cursorPositionChanged.disconnect(self._caret_moved)

    def _type(self, more: str) -> None:
        self._by_hand = True
        if isinstance(self._field, QLineEdit):
            self._field.insert(more)
        elif self._field is not None:
            self._field.insertPlainText(more)
        self._by_hand = False

    def _delete(self) -> None:
        self._by_hand = True
        before = self._words_before_caret()
        # Qt's own step back takes emoji to pieces when they follow an Indian letter.
        back = units(before) - units(Text.of(before).delete_back(edges).words)
        if isinstance(self._field, QLineEdit):
            if not self._field.hasSelectedText():
                self._field.setSelection(units(before) - back, back)
            self._field.backspace()
        elif self._field is not None:
            cursor = self._field.textCursor()
            if not cursor.hasSelection():
                cursor.setPosition(units(before) - back, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self._by_hand = False

    def _enter(self) -> None:
        if isinstance(self._field, QLineEdit):
            self._field.returnPressed.emit()
        elif self._field is not None:
            self._type("\n")

    def _caret_moved(self) -> None:
        if not self._by_hand:
            self.panel.forget()
        self._tell_panel()

    def _tell_panel(self) -> None:
        before = self._words_before_caret()
        if self.for_names:
            self.panel.say_where(not before or before[-1] in " -")
        else:
            self.panel.say_where(Text.of(before).starts_sentence)

    def _words_before_caret(self) -> str:
        if isinstance(self._field, QLineEdit):
            words, unit = self._field.text(), self._field.cursorPosition()
        elif self._field is not None:
            words, unit = self._field.toPlainText(), self._field.textCursor().position()
        else:
            return ""
        return words[: position_in(words, unit)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give way to a real keyboard, and come back when the field is touched."""
        if watched is self._field:
            if event.type() == QEvent.Type.KeyPress:
                self.hide()
            elif event.type() in (QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress):
                self.show()
        return super().eventFilter(watched, event)


def _at(point: QPointF) -> tuple[float, float]:
    return point.x(), point.y()
