"""Fields of a promise: words that grow as they are written, and choices that open; brick while empty."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui import icons
from ui.look import BOLD, REGULAR, SEMIBOLD, Look
from ui.widgets.boxes import Part, row, within
from ui.widgets.icon import Icon
from ui.widgets.paint import write_in
from ui.widgets.text import Text
from ui.widgets.touch import Touchable


class Growing(QPlainTextEdit):
    """Words of people, as many lines as they need. Enter and leaving keep them."""

    def __init__(self, look: Look, name: str, text: str, empty: str, leave: Callable[[], object]) -> None:
        super().__init__(text)
        self._leave = leave
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFont(look.font(21))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.setPlaceholderText(empty)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, look.colour("brick"))
        palette.setColor(QPalette.ColorRole.Text, look.colour("ink"))
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        self.textChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the words; it makes no new line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field keeps the words."""
        super().focusOutEvent(event)
        self._leave()


class SaidField(QWidget):
    """A framed field for people's words, with a label inside; dashed and brick while it is empty."""

    def __init__(
        self,
        look: Look,
        name: str,
        label: str,
        empty: str,
        text: str,
        icon: str,
        keep: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.look, self._kept, self._keep = look, text, keep
        self.edit = Growing(look, name, text, empty, self._left)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._dress)
        self.label = Text(look, label, 20, BOLD, wrap=False)
        self.icon = Icon(look, icon, 24) if icon else None
        parts: list[Part] = [self.icon] if self.icon else []
        laid_out = row(look, *parts, self.label, self.edit, gap=12, margins=(14, 6, 10, 6))
        laid_out.setStretchFactor(self.edit, 1)
        within(self, laid_out)
        self.setMinimumHeight(look.target(58))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._dress()

    def show_words(self, text: str) -> None:
        """Show what is kept now, unless somebody is in the middle of writing something else."""
        was, self._kept = self._kept, text
        if text != was and self.edit.toPlainText().strip() == was:
            self.edit.setPlainText(text)
        self._dress()

    def _left(self) -> None:
        text = self.edit.toPlainText().strip()
        if text != self._kept:
            self._keep(text)

    def _dress(self) -> None:
        there = bool(self.edit.toPlainText())
        self.label.setVisible(there and bool(self.label.text()))
        if self.icon is not None:
            self.icon.colour_name = "ink" if there else "brick"
            self.icon.update()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame shows where the keyboard is."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        try:
            empty, focused = not self.edit.toPlainText(), self.edit.hasFocus()
            paint_frame(painter, self, self.look, empty=empty, focused=focused)
        finally:
            painter.end()


def paint_frame(painter: QPainter, of: QWidget, look: Look, *, empty: bool, focused: bool = False) -> None:
    """The frame of something to fill: dashed and brick while it is empty, damson where the keyboard is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(3 if focused else 2, look.px(3 if focused else 2))
    pen = QPen(look.colour("damson" if focused else "brick" if empty else "edge"), width)
    if empty and not focused:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(look.colour("paper"))
    inset = width / 2
    painter.drawRoundedRect(
        QRectF(of.rect()).adjusted(inset, inset, -inset, -inset), look.px(10), look.px(10)
    )


class FieldButton(Touchable):
    """A field that opens a choice: an icon and what is chosen, or dashed and brick while it is empty."""

    def __init__(self, look: Look, name: str, icon: str) -> None:
        super().__init__(look, name)
        self.name, self.icon_name, self.chosen = name, icon, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_words(self, chosen: str, empty: str) -> None:
        """Show what is chosen, or the words for an empty field."""
        self.chosen = chosen
        self.setText(chosen or empty)
        self.setAccessibleName(f"{self.name}: {chosen}" if chosen else f"{self.name}: {empty}")
        self.updateGeometry()
        self.update()

    def _beside(self) -> int:
        return self.look.px(12 + 24 + 10 + 10)

    def minimumSizeHint(self) -> QSize:
        """The longest word, never below a finger."""
        metrics = QFontMetrics(self.look.font(21, SEMIBOLD))
        longest = max((metrics.horizontalAdvance(w) for w in self.text().split()), default=0)
        return QSize(longest + self._beside() + 4, self.look.target(58))

    def sizeHint(self) -> QSize:
        """One line."""
        words = QFontMetrics(self.look.font(21, SEMIBOLD)).horizontalAdvance(self.text())
        return QSize(words + self._beside() + 4, self.look.target(58))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels."""
        metrics = QFontMetrics(self.look.font(21, SEMIBOLD))
        inside = max(1, width - self._beside())
        box = metrics.boundingRect(0, 0, inside, 10_000, Qt.TextFlag.TextWordWrap.value, self.text())
        return max(self.look.target(58), box.height() + self.look.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, icon and words."""
        painter = QPainter(self)
        try:
            c, px, empty = self.look.colours, self.look.px, not self.chosen
            paint_frame(painter, self, self.look, empty=empty)
            words = c.brick if empty else c.ink
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            size = px(24)
            at = self.width() - px(12) - size if mirrored else px(12)
            icons.draw(painter, self.icon_name, at, (self.height() - size) / 2, size, words)
            start, end = px(46), px(8)
            room = QRectF(self.rect()).adjusted(
                end if mirrored else start, 0, -(start if mirrored else end), 0
            )
            across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            flags = (across | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextWordWrap.value
            painter.setPen(QColor(words))
            painter.setFont(self.look.font(21, SEMIBOLD if empty else REGULAR))
            write_in(painter, room, flags, self.text())
            self.paint_ring(painter, px(10))
        finally:
            painter.end()
