"""The field of a writing page: where its lines, its caret and its chosen words are.

It is laid out with the text of the moment and what an input method has not settled yet; a place in it is
a position in the text. Long texts move up inside the field so that the caret is always in view.
"""

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.keys.clusters import edges, nearest_edge, position_in, units
from ui.keys.editing import Text, runs_right_to_left

HIGH, CLOSE = 1.8, 0.82  # times the size of the letters; times the height of a line
MOST_OF = 0.85  # two lines of which so much is seen are two lines
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

    Where no more than one line is seen in `high`, it is kept before every line: it is `hanging`.
    """

    written: Written
    font: QFont
    width: float
    indent: float
    high: float = math.inf
    hanging: bool = field(init=False, default=False)
    layout: QTextLayout = field(init=False)
    height: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self.layout = QTextLayout(self.written.shown, self.font)
        self.layout.setFormats(self._marks())
        self._break_into_words()
        lines = [line.height() for line in self._lines[:2]] or [QFontMetricsF(self.font).height()]
        if MOST_OF * (lines[0] + lines[-1]) > self.high:
            self.hanging = True
            self._break_into_words()

    def _break_into_words(self) -> None:
        # "Or anywhere" cuts Urdu words that would fit as a whole; it is for words wider than the field.
        for wrap in (QTextOption.WrapMode.WordWrap, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere):
            self.layout.setTextOption(self._option(wrap))
            self._break_into_lines(self.written.runs_right_to_left)
            if not any(self._is_cut(line) for line in self._lines):
                return

    def _is_cut(self, line: QTextLine) -> bool:
        """Whether a line is one word that is wider than the field."""
        if line.naturalTextWidth() <= line.width() + 1:
            return False
        words, start = self.written.shown, line.textStart()
        end = position_in(words, start + line.textLength())
        return len(words[position_in(words, start) : end].split()) == 1

    def _option(self, wrap: QTextOption.WrapMode) -> QTextOption:
        option, rtl = QTextOption(), self.written.runs_right_to_left
        option.setWrapMode(wrap)
        # Qt does not turn a left-aligned text round by itself.
        option.setAlignment(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        return option

    def _break_into_lines(self, rtl: bool) -> None:
        self.layout.beginLayout()
        y, indent = 0.0, self.indent
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(max(1.0, self.width - indent))
            line.setPosition(QPointF(0.0 if rtl else indent, y))
            self.height = y + line.height()
            y += line.height() * self._pitch(line)
            indent = self.indent if self.hanging else 0.0
        self.layout.endLayout()
        self.height = max(self.height, QFontMetricsF(self.font).height())

    def _pitch(self, line: QTextLine) -> float:
        """High lines, as of Urdu, have so much air above their letters that they may overlap."""
        high = line.height() > HIGH * self.font.pixelSize()
        return CLOSE if high and not self.hanging else 1.0

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
        lines = self._lines
        here = max((i for i, line in enumerate(lines) if i == 0 or y >= line.y()), default=0)
        return self._nearest(here, x) if lines else 0

    @property
    def _lines(self) -> list[QTextLine]:
        return [self.layout.lineAt(i) for i in range(self.layout.lineCount())]

    def _line_of(self, position: int) -> int:
        """The number of the line in which the caret is painted."""
        line = self.layout.lineForTextPosition(units(self.written.shown[:position]))
        return line.lineNumber() if line.isValid() else 0

    def _stops(self, number: int) -> list[tuple[float, int]]:
        """Every place to write in a line, from left to right: where its caret is painted, its position.

        Where both directions meet, Qt's own steps leave out places, and lead to some where it paints
        the caret elsewhere. What is painted is what a finger and an eye go by.
        """
        words, line = self.written.shown, self.layout.lineAt(number)
        first, after = line.textStart(), line.textStart() + line.textLength()
        is_last = number == self.layout.lineCount() - 1
        found: list[tuple[float, int]] = []
        for edge in edges(words):
            unit = units(words[:edge])
            if first <= unit < after or (is_last and unit == after):
                found.append((line.cursorToX(unit)[0], edge))  # type: ignore[index]
        return sorted(found, key=lambda stop: stop[0])

    def _nearest(self, number: int, x: float) -> int:
        return min(self._stops(number), key=lambda stop: abs(stop[0] - x))[1]

    def beside(self, position: int, step: int) -> int:
        """The place one character to the left (-1) or right (1), as the eye sees it."""
        if not self.layout.lineCount():
            return position
        number = self._line_of(position)
        stops = [at for _, at in self._stops(number)]
        after = stops.index(nearest_edge(self.written.shown, position)) + step
        if 0 <= after < len(stops):
            return stops[after]
        number += step if not self.written.runs_right_to_left else -step
        if not 0 <= number < self.layout.lineCount():
            return position
        return self._stops(number)[0 if step > 0 else -1][1]

    def above_or_below(self, step: int) -> int:
        """The place above (-1) or below (1) the caret; the start or the end where there is no such line."""
        wanted = self._line_of(self.written.caret) + step
        if not 0 <= wanted < self.layout.lineCount():
            return 0 if step < 0 else len(self.written.text.words)
        return self._nearest(wanted, self.caret_box(1.0).x())

    # Painting

    def paint(self, painter: QPainter, height: float, ink: QColor, caret: QColor, thick: float) -> None:
        """Paint words and caret into width × height at the painter's origin."""
        up = self.moved_up(height)
        painter.save()
        painter.setClipRect(QRectF(-thick, 0, self.width + 2 * thick, height), Qt.ClipOperation.IntersectClip)
        painter.translate(0, -up)
        if self.hanging:  # of the other lines nothing is seen, not even the dots of their letters
            seen = self.caret_box(thick)
            line = QRectF(-thick, seen.y(), self.width + 2 * thick, seen.height())
            painter.setClipRect(line, Qt.ClipOperation.IntersectClip)
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
