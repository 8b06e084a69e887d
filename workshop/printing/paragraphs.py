"""A paragraph as words with their glyphs, and the words as lines that fit a column.

Widths are in thousandths of the text size.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workshop.printing import bidi, breaking
from workshop.printing.clusters import clusters
from workshop.printing.shaping import Run, shape_word

A_HAIR = 0.01  # the same widths added up in another order may differ by less than this

# Any character that may run to the left, or steer what does: without one there is nothing to order.
MAY_RUN_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Style(NamedTuple):
    """How the text looks from the character `start` on."""

    start: int
    bold: bool
    grey: bool


class Placed(NamedTuple):
    """A run within its paragraph: its bidi level, its look, and where its text begins."""

    run: Run
    level: int
    grey: bool
    start: int


class Word(NamedTuple):
    """A part of a paragraph that stays on one line, or the space between two such parts."""

    start: int
    end: int
    placed: tuple[Placed, ...]
    width: float
    is_space: bool


class Paragraph:
    """The text between two hard breaks. `base` is 1 when it runs to the left, otherwise 0."""

    def __init__(self, text: str, styles: list[Style], language: str, base: int) -> None:
        self.text, self.base = text, base
        self._styles, self._language = styles, language
        self._levels: tuple[int, ...] | None = None
        if base or MAY_RUN_LEFT.search(text):
            self._levels = tuple(bidi.levels(text, base))

    def lines(self, room: float) -> Iterator[list[Word]]:
        """Its words, as many to a line as fit; at least one line. Spaces may hang out at the end."""
        line: list[Word] = []
        used = 0.0
        waiting = self._words()[::-1]
        while waiting:
            word = waiting.pop()
            if word.is_space or used + word.width <= room + A_HAIR:
                line.append(word)
                used += word.width
            elif parts := self._smaller(word, room if not line else None):
                waiting.extend(reversed(parts))
            elif line:
                yield line
                line, used = [], 0.0
                waiting.append(word)
            else:
                yield [word]
        yield from [line] if line or not self.text else []

    def _words(self) -> list[Word]:
        return self._cut(0, breaking.words(self.text))

    def _cut(self, start: int, texts: list[str]) -> list[Word]:
        found = []
        for text in texts:
            found.append(self._word(text, start))
            start += len(text)
        return found

    def _smaller(self, word: Word, room: float | None) -> list[Word]:
        """The word parted at its hyphens, or, given a line of its own, anywhere; empty if it cannot be."""
        text = self.text[word.start : word.end]
        texts = breaking.word_parts(text)
        if len(texts) == 1 and room is not None:
            texts = self._chunks(text, room)
        return self._cut(word.start, texts) if len(texts) > 1 else []

    def _chunks(self, text: str, room: float) -> list[str]:
        """As many clusters together as fit. Letters joined may be wider than alone: then fewer."""
        found, used = [""], 0.0
        bold = any(style.bold for style in self._styles)
        for cluster in clusters(text):
            width = _width_of(cluster, bold, self._language)
            if found[-1] and used + width > room:
                found.append("")
                used = 0.0
            found[-1] += cluster
            used += width
        if len(found) == 1 and len(parts := clusters(text)) > 1:
            half = len(parts) // 2
            return ["".join(parts[:half]), "".join(parts[half:])]
        return found

    def _word(self, text: str, start: int) -> Word:
        end = start + len(text)
        placed: list[Placed] = []
        for first, last, style in self._styled(start, end):
            levels = self._levels[first:last] if self._levels is not None else None
            part = text if last - first == len(text) else self.text[first:last]
            for run, level in shape_word(part, bold=style.bold, language=self._language, levels=levels):
                placed.append(Placed(run, level, style.grey, first))
                first += len(run.text)
        width = sum([piece.run.advance for piece in placed])
        return Word(start, end, tuple(placed), width, breaking.is_space(text))

    def _styled(self, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
        if len(self._styles) == 1:
            yield start, end, self._styles[0]
            return
        ends = [*(style.start for style in self._styles[1:]), len(self.text)]
        for style, until in zip(self._styles, ends, strict=True):
            first, last = max(start, style.start), min(end, until)
            if first < last:
                yield first, last, style


def _width_of(text: str, bold: bool, language: str) -> float:
    return sum(run.advance for run, _level in shape_word(text, bold=bold, language=language))


def on_paper(line: list[Word], base: int) -> tuple[tuple[Placed, ...], float]:
    """The runs of a line from left to right, and the width of the space at its end.

    That space runs as the paragraph does, whatever is before it (rule L1 of UAX #9).
    """
    placed: list[Placed] = []
    hanging, at_end = 0.0, True
    for word in reversed(line):
        at_end = at_end and word.is_space
        if at_end:
            hanging += word.width
            placed.extend(piece._replace(level=base) for piece in reversed(word.placed))
        else:
            placed.extend(reversed(word.placed))
    placed.reverse()
    if any(piece.level for piece in placed):
        order = bidi.visual_order([piece.level for piece in placed])
        placed = [placed[at] for at in order]
    return tuple(placed), hanging
