"""What is on every page: the mark, whose day it was, the box "Checked by the group", page n of m.

It is decoration for a screen reader: the words are in the document itself, once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from workshop.printing.content import Document
from workshop.printing.measures import FURNITURE, MM, Look, Sheet
from workshop.printing.page import TaggedCanvas
from workshop.printing.pieces import BOX_LINE, Boxed, Words, draw_rule
from workshop.printing.setter import Setter
from workshop.printing.symbols import draw_mark, draw_tick_box
from workshop.printing.text import Span
from workshop.printing.words import _, runs_left

SMALLEST = 10.0
SIZES = (FURNITURE.size, 11.0, 10.0, 9.0)  # as designed; never under 10 points on paper
SHARE_OF_HOST = 0.45
MARK = 16.5
HEAD_MIDDLE = 14.3 * MM
HEAD_RULE = 19.4 * MM
FOOT_MIDDLE = 13.2 * MM
FOOT_RULE = 18.4 * MM
TICK_BOX = 5.2 * MM
HIGHEST = 9.4 * MM  # letters of a tall script do not reach the rule


class Furnisher:
    """Draws the head and the foot of the pages of one document. Covers have no head.

    `heads` says from which page on there is something else at the end of the head than the day. Where
    the language runs to the left, all of it is mirrored.
    """

    def __init__(
        self,
        setter: Setter,
        document: Document,
        sheet: Sheet,
        covers: frozenset[int],
        heads: Mapping[int, str],
    ) -> None:
        # Where the line is narrow these may be smaller than the text, even in large print.
        self._setter = replace(setter, measures=replace(setter.measures, smallest=SMALLEST))
        self._document, self._sheet, self._covers, self._heads = document, sheet, covers, heads
        self._mirrored = runs_left(document.language)

    def draw(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        """Draw them on page `number` of `count`."""
        day = self._day_of(number - 1)
        if number - 1 not in self._covers:
            self._draw_head(canvas, day)
        if self._flag is not None:
            self._draw_flag(canvas, self._flag, day)
        self._draw_foot(canvas, number, count)

    @cached_property
    def _host(self) -> Words:
        return self._one_line([self._document.host], self._sheet.inner * SHARE_OF_HOST, bold=True)

    def _day_of(self, page: int) -> Words:
        """What stands at the end of the head of this page."""
        begun = [first for first in self._heads if first <= page]
        head = self._heads[max(begun)] if begun else ""
        taken = self._flag.width + 6 * MM if self._flag else 0.0
        room = self._sheet.inner - MARK - 9 * MM - self._host.width - taken
        return self._one_line([head] if head else self._document.days, room)

    @cached_property
    def _foot(self) -> Words:
        return self._one_line([self._document.foot], self._sheet.inner * 0.7)

    @cached_property
    def _flag(self) -> Boxed | None:
        """The one word that must not be missed: PRACTICE or CONFIDENTIAL."""
        if self._document.practice:
            word = _("PRACTICE")
        elif self._document.confidential:
            word = _("CONFIDENTIAL")
        else:
            return None
        words = self._one_line([word], self._sheet.inner / 3, bold=True)
        return Boxed(words, words.width + 6 * MM, (3 * MM, 0.8 * MM, 0.8 * MM), BOX_LINE, MM)

    def _one_line(self, texts: Sequence[str], width: float, *, bold: bool = False) -> Words:
        """The first text that is one low line, in the largest size; the last one is cut if it must be."""
        for text in texts:
            for size in SIZES:
                words = self._set(text, size, width, bold)
                if len(words.layout.lines) <= 1 and words.height <= HIGHEST:
                    return words.snug()
        return self._cut(texts[-1], width, bold).snug()

    def _cut(self, text: str, width: float, bold: bool) -> Words:
        parts = text.split()
        while len(parts) > 1:
            parts.pop()
            words = self._set(f"{' '.join(parts)}…", SIZES[-1], width, bold)
            if len(words.layout.lines) <= 1:
                return words
        return Words(self._set(text, SIZES[-1], width, bold).layout.slice(0, 1), None, width)

    def _set(self, text: str, size: float, width: float, bold: bool) -> Words:
        return self._setter.words([Span(text, bold=bold)], None, Look(size, FURNITURE.line, 0), max(width, 1))

    def _draw_head(self, canvas: TaggedCanvas, day: Words) -> None:
        sheet = self._sheet
        middle = sheet.height - HEAD_MIDDLE
        with canvas.marked(None):
            draw_mark(canvas, self._x(sheet.side, MARK), middle + MARK / 2, MARK)
        self._draw_on(canvas, self._host, sheet.side + MARK + 3 * MM, middle)
        self._draw_on(canvas, day, sheet.width - sheet.side - day.width, middle)
        draw_rule(canvas, sheet.side, sheet.height - HEAD_RULE, sheet.inner, 0.5)

    def _draw_flag(self, canvas: TaggedCanvas, flag: Boxed, day: Words) -> None:
        """In the middle between the host and the day, or alone at the top of a cover."""
        left = self._sheet.side + MARK + 3 * MM + self._host.width
        right = self._sheet.width - self._sheet.side - day.width
        middle = self._sheet.height - HEAD_MIDDLE
        x = self._x((left + right - flag.width) / 2, flag.width)
        flag.draw(canvas, x, middle + flag.height / 2)

    def _draw_foot(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        sheet = self._sheet
        draw_rule(canvas, sheet.side, FOOT_RULE, sheet.inner, 0.5)
        x = sheet.side
        if self._document.check:
            with canvas.marked(None):
                draw_tick_box(canvas, self._x(x, TICK_BOX), FOOT_MIDDLE + TICK_BOX / 2, TICK_BOX)
            x += TICK_BOX + 2.5 * MM
        self._draw_on(canvas, self._foot, x, FOOT_MIDDLE)
        page = _("Page {n} of {all}").format(n=number, all=count)
        words = self._one_line([page], sheet.inner * 0.3, bold=True)
        self._draw_on(canvas, words, sheet.width - sheet.side - words.width, FOOT_MIDDLE)

    def _draw_on(self, canvas: TaggedCanvas, words: Words, x: float, middle: float) -> None:
        words.draw(canvas, self._x(x, words.width), middle + words.height / 2)

    def _x(self, x: float, width: float) -> float:
        """The left edge of something that is `width` wide, seen in a mirror where that is the way."""
        return self._sheet.width - x - width if self._mirrored else x
