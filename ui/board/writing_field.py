"""The field of a writing page: where its lines, its caret and its chosen words are.

It is laid out with the text of the moment and what an input method has not settled yet; a place in it is
a position in the text. Long texts move up inside the field so that the caret is always in view.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ui.keys.clusters import edges, nearest_edge, position_in, units
from ui.keys.editing import Text, runs_right_to_left

BREAK = "\u2028"  # what Qt takes for a new line inside one layout


@dataclass(frozen=True)
class Written:
    """What a field shows."""

    text: Text
    preedit: str = ""  # of an input method: not settled yet
    preedit_caret: int = 0
    right_to_left: bool = False  # where the words do not say it themselves

    @property
    def shown(self) -> str:
        """The words with the unsettled ones at the caret, in place of what is chosen."""
        start, end = self.text.chosen
        if not self.preedit:
            return self.text.words.replace("\n", BREAK)
        return (self.text.words[:start] + self.preedit + self.text.words[end:]).replace("\n", BREAK)

    @property
    def caret(self) -> int:
        """The caret in `shown`."""
        if not self.preedit:
            return self.text.caret
        return self.text.chosen[0] + min(self.preedit_caret, len(self.preedit))

    @property
    def runs_right_to_left(self) -> bool:
        """The direction of the words."""
        return runs_right_to_left(self.shown, self.right_to_left)


@dataclass
class Field:
    """A laid out text of one width; `indent` keeps a place before the first line for the symbol.

    A field that shows one line only keeps it before every line: `hanging`.
    """

    written: Written
    font: QFont
    width: float
    indent: float
    hanging: bool = False
    layout: QTextLayout = field(init=False)
    height: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self.layout = QTextLayout(self.written.shown, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        rtl = self.written.runs_right_to_left
        # Qt does not turn a left-aligned text round by itself.
        option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(direction)
        self.layout.setTextOption(option)
        self.layout.setFormats(self._marks())
        self._break_into_lines(rtl)

    def _break_into_lines(self, rtl: bool) -> None:
        self.layout.beginLayout()
        y, indent = 0.0, self.indent
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(max(1.0, self.width - indent))
            line.setPosition(QPointF(0.0 if rtl else indent, y))
            y += line.height()
            indent = self.indent if self.hanging else 0.0
        self.layout.endLayout()
        self.height = max(y, QFontMetricsF(self.font).height())

    def _marks(self) -> list[QTextLayout.FormatRange]:
        """Unsettled words are underlined."""
        if not self.written.preedit:
            return []
        mark = QTextLayout.FormatRange()
        start = self.written.text.chosen[0]
        mark.start = units(self.written.shown[:start])
        mark.length = units(self.written.preedit)
        underline = QTextCharFormat()
        underline.setFontUnderline(True)
        mark.format = underline
        return [mark]

    # Places

    def caret_box(self, thick: float) -> QRectF:
        """The caret, as a box of this thickness, in the field's own units before it is moved up."""
        unit = units(self.written.shown[: self.written.caret])
        line = self.layout.lineForTextPosition(unit)
        if not line.isValid():
            rtl = self.written.runs_right_to_left
            x = self.width - self.indent - thick if rtl else self.indent
            return QRectF(x, 0.0, thick, QFontMetricsF(self.font).height())
        x = line.cursorToX(unit)[0]  # type: ignore[index]
        x = min(max(0.0, x), self.width - thick)
        return QRectF(x, line.y(), thick, line.height())

    def moved_up(self, height: float) -> float:
        """How far the text moves up in a field of this height, for the caret to be in view."""
        caret = self.caret_box(1.0)
        return max(0.0, min(caret.bottom() - height, self.height - height))

    def position_at(self, x: float, y: float, height: float) -> int:
        """The position in the text next to a point of the field."""
        y += self.moved_up(height)
        lines = [self.layout.lineAt(i) for i in range(self.layout.lineCount())]
        for line in lines:
            if y < line.y() + line.height() or line is lines[-1]:
                return position_in(self.written.shown, line.xToCursor(x))
        return 0

    def beside(self, position: int, step: int) -> int:
        """The place one character to the left (-1) or right (1), as the eye sees it.

        Where both directions meet, Qt knows which way the next letter lies; it may stop inside a
        character, where there is no place to write.
        """
        words = self.written.shown
        whole = set(edges(words))
        move = self.layout.leftCursorPosition if step < 0 else self.layout.rightCursorPosition
        unit = units(words[:position])
        for _ in range(units(words)):
            unit = move(unit)
            now = position_in(words, unit)
            if now in whole and units(words[:now]) == unit:
                return now
        return position

    def above_or_below(self, step: int) -> int:
        """The place above (-1) or below (1) the caret; the start or the end where there is no such line."""
        caret = self.caret_box(1.0)
        lines = [self.layout.lineAt(i) for i in range(self.layout.lineCount())]
        here = next((i for i, line in enumerate(lines) if caret.center().y() < line.y() + line.height()), 0)
        if not 0 <= here + step < len(lines):
            return 0 if step < 0 else len(self.written.text.words)
        line = lines[here + step]
        return nearest_edge(self.written.shown, position_in(self.written.shown, line.xToCursor(caret.x())))

    # Painting

    def paint(self, painter: QPainter, height: float, ink: QColor, caret: QColor, thick: float) -> None:
        """Paint words and caret into width × height at the painter's origin."""
        up = self.moved_up(height)
        painter.save()
        painter.setClipRect(QRectF(-thick, 0, self.width + 2 * thick, height), Qt.ClipOperation.IntersectClip)
        painter.translate(0, -up)
        painter.setPen(ink)
        self.layout.draw(painter, QPointF(0, 0), self._chosen(caret))
        painter.fillRect(self.caret_box(thick), caret)
        painter.restore()

    def _chosen(self, colour: QColor) -> list[QTextLayout.FormatRange]:
        start, end = self.written.text.chosen
        if start == end or self.written.preedit:
            return []
        mark = QTextLayout.FormatRange()
        mark.start = units(self.written.shown[:start])
        mark.length = units(self.written.shown[start:end])
        chosen = QTextCharFormat()
        chosen.setBackground(colour)
        chosen.setForeground(QColor("#FFFFFF"))
        mark.format = chosen
        return [mark]
