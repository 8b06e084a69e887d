"""Lines of text for a page, in any script people write in: `lay_out` measures, `Layout` draws.

The way of a text: words (`breaking`) → direction of each character (`bidi`) → glyphs of each
word (`shaping`, `fonts`) → lines that fit the column (`paragraphs`) → PDF (`painting`, `embed`,
`emoji`).
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from workshop.printing import bidi, breaking
from workshop.printing.painting import draw_line
from workshop.printing.paragraphs import MAY_RUN_LEFT, Paragraph, Placed, Style, Word, on_paper

Align = Literal["start", "centre", "end"]
Direction = Literal["ltr", "rtl"]

USUAL_LEADING = 1.25
EMPTY_ABOVE, EMPTY_BELOW = 0.95, 0.30


@dataclass(frozen=True)
class Span:
    """A piece of text in one style. `grey` is for what is second to the rest."""

    text: str
    bold: bool = False
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line, measured in points.

    `text` is in the order of reading and ends with the space that the line was broken at;
    `placed` is in the order of the paper. `width` leaves that space out, `hanging` is its width.
    """

    text: str
    placed: tuple[Placed, ...]
    width: float
    hanging: float
    ascent: float
    height: float


@dataclass(frozen=True)
class Layout:
    """A text broken into lines for a column of `column` points."""

    lines: tuple[Line, ...]
    size: float
    column: float
    align: Align
    direction: Direction

    @cached_property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last, in points."""
        return sum([line.height for line in self.lines])

    @cached_property
    def width(self) -> float:
        """The width of the widest line, in points."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def ascent(self) -> float:
        """How far the first baseline is below the top, in points."""
        return self.lines[0].ascent if self.lines else 0.0

    @property
    def missing(self) -> tuple[str, ...]:
        """What no font could show, each once; it prints as the sign U+FFFD."""
        found = (text for line in self.lines for placed in line.placed for text in placed.run.missing)
        return tuple(dict.fromkeys(found))

    def slice(self, first: int, last: int) -> "Layout":
        """Only the lines from `first` up to, not including, `last`."""
        return replace(self, lines=self.lines[first:last])

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the lines in the column whose left upper corner is there; y goes upwards.

        The words have the colour that the canvas fills with, which stays as it is.
        """
        for line in self.lines:
            draw_line(canvas, line.placed, x + self._indent(line), top - line.ascent, self.size)
            top -= line.height

    def _indent(self, line: Line) -> float:
        room = self.column - line.width
        if self.align == "centre":
            room /= 2
        elif (self.align == "start") == (self.direction == "ltr"):
            room = 0.0
        # The space that ends a line which runs to the left is the first thing on the paper.
        return room - (line.hanging if self.direction == "rtl" else 0.0)


def lay_out(
    spans: Sequence[Span] | str,
    *,
    size: float,
    width: float,
    language: str = "",
    leading: float | None = None,
    align: Align = "start",
    bold: bool = False,
    direction: Direction | None = None,
) -> Layout:
    """Break a text into lines that fit a column; `size`, `width` and `leading` are in points.

    `language` is a tag such as "ur"; it chooses between the fonts for one script. `leading` is the
    least distance from line to line, None for 1.25 times the size; tall scripts take more. Without
    a `direction` the first strong character decides. Line breaks in the text are kept.
    """
    if isinstance(spans, str):
        spans = (Span(spans),)
    paragraphs = _paragraphs(spans, bold)
    base = _base([text for text, _styles in paragraphs]) if direction is None else int(direction == "rtl")
    least = USUAL_LEADING * size if leading is None else leading
    lines = [
        _line(paragraph, words, size, least)
        for text, styles in paragraphs
        for paragraph in [Paragraph(text, styles, language, base)]
        for words in paragraph.lines(width * 1000 / size)
    ]
    return Layout(tuple(lines), size, width, align, "rtl" if base else "ltr")


def _paragraphs(spans: Sequence[Span], bold: bool) -> list[tuple[str, list[Style]]]:
    """The text between hard breaks, with where each style begins."""
    found: list[tuple[str, list[Style]]] = [("", [])]
    for span in spans:
        parts = breaking.paragraphs(unicodedata.normalize("NFC", span.text))
        for number, part in enumerate(parts):
            text, styles = ("", []) if number else found.pop()
            found.append((text + part, [*styles, Style(len(text), span.bold or bold, span.grey)]))
    return found


def _base(texts: list[str]) -> int:
    text = "\n".join(texts)
    return (bidi.base_level(text) or 0) if MAY_RUN_LEFT.search(text) else 0


def _line(paragraph: Paragraph, words: list[Word], size: float, least: float) -> Line:
    placed, hanging = on_paper(words, paragraph.base)
    above = max([piece.run.above for piece in placed], default=EMPTY_ABOVE) * size
    below = max([piece.run.below for piece in placed], default=EMPTY_BELOW) * size
    height = max(least, above + below)
    return Line(
        text=paragraph.text[words[0].start : words[-1].end] if words else "",
        placed=placed,
        width=(sum([word.width for word in words]) - hanging) * size / 1000,
        hanging=hanging * size / 1000,
        ascent=above + (height - above - below) / 2,
        height=height,
    )
