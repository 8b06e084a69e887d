"""Words of a note in which some passages are marked by a line below, never by colour alone."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.board.faces import reads_right_to_left
from ui.look import MEDIUM, Look, load_for

_LINE = 4  # design pixels of the line below a passage
Marks = Sequence[tuple[int, int]]  # of each passage: its first character, and the one behind it


class MarkedWords(QWidget):
    """Words that wrap, with marked passages. A screen reader reads them as they are."""

    def __init__(self, look: Look, text: str, marks: Marks, token: int = 30, *, language: str = "") -> None:
        super().__init__()
        load_for(text)
        self.look, self.text = look, text
        self.marks = [tuple(_in_units(text, place) for place in mark) for mark in marks]
        self.setAccessibleName(text)
        self.setFont(look.font(token, MEDIUM, language))
        shape = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        shape.setHeightForWidth(True)
        self.setSizePolicy(shape)

    def sizeHint(self) -> QSize:
        """A line of about 40 letters, as high as that needs."""
        width = self.look.px(760)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A narrow column."""
        return QSize(self.look.px(200), self.fontMetrics().height())

    def hasHeightForWidth(self) -> bool:
        """Less width, more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines, in screen pixels."""
        layout = self._laid_out(width)
        return ceil(layout.boundingRect().height()) + self.look.px(_LINE)

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text.replace("\n", "\u2028"), self.font(), self)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if reads_right_to_left(self.text):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.beginLayout()
        top, below = 0.0, self.look.px(_LINE)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height() + below
        layout.endLayout()
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, then the words over them."""
        layout = self._laid_out(self.width())
        painter = QPainter(self)
        try:
            for line in map(layout.lineAt, range(layout.lineCount())):
                for start, end in self.marks:
                    self._paint_mark(painter, line, start, end)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            layout.draw(painter, QPointF(0, 0))
        finally:
            painter.end()

    def _paint_mark(self, painter: QPainter, line: QTextLine, start: int, end: int) -> None:
        first, behind = line.textStart(), line.textStart() + line.textLength()
        if end <= first or start >= behind:
            return
        edges = [_across(line, place) for place in (max(start, first), min(end, behind))]
        thick = self.look.px(_LINE)
        box = QRectF(min(edges), line.y(), abs(edges[1] - edges[0]), line.height())
        colours = self.look.colours
        if not self.look.contrast:
            painter.fillRect(box, QColor(colours.amber_tint))
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), thick), QColor(colours.amber))


def _across(line: QTextLine, place: int) -> float:
    """Where a place in the text is in its line; PySide6 gives it with the place it went to."""
    found: Any = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)


def _in_units(text: str, place: int) -> int:
    """A place in a text as Qt counts: in units of two bytes."""
    return len(text[:place].encode("utf-16-le")) // 2
