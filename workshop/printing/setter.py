"""Sets words in the sizes and the language of one document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from workshop.domain.kinds import Emotion, NoteKind
from workshop.printing.content import Paragraph
from workshop.printing.measures import LOOKS, Look, Measures
from workshop.printing.page import Element, TaggedCanvas
from workshop.printing.paragraphs import MAY_RUN_LEFT
from workshop.printing.pieces import Drawing, Words
from workshop.printing.symbols import draw_face, draw_symbol
from workshop.printing.text import Direction, Span, lay_out
from workshop.printing.words import runs_left

Align = Literal["start", "centre", "end"]


@dataclass(frozen=True, slots=True)
class Setter:
    """Makes pieces for one document, in its sizes and its language.

    `pictures` are the files of the pictures on notes, by the number that their facts have.
    """

    canvas: TaggedCanvas
    measures: Measures
    language: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def words(
        self,
        spans: Iterable[Span] | str,
        element: Element | None,
        look: Look,
        width: float,
        *,
        align: Align = "start",
        language: str = "",
        direction: Direction | None = None,
    ) -> Words:
        """Words in a column `width` points wide."""
        runs = [Span(spans)] if isinstance(spans, str) else spans
        size = self.measures.points(look.size)
        layout = lay_out(
            [Span(span.text, span.bold or look.bold, span.grey or look.grey) for span in runs],
            size=size,
            width=width,
            language=language or self.language,
            leading=size * look.line,
            align=align,
            direction=direction,
        )
        self.canvas.missing.update(layout.missing)
        return Words(layout, element, width)

    def say(self, spans: Iterable[Span] | str, element: Element | None, look: Look, width: float) -> Words:
        """Words that begin where the page begins, whatever language they are in.

        On a page that runs to the left so do its own sentences, though a Latin name may be their first word.
        """
        runs = (Span(spans),) if isinstance(spans, str) else tuple(spans)
        own = runs_left(self.language) and any(MAY_RUN_LEFT.search(span.text) for span in runs)
        words = self.words(runs, element, look, width, direction="rtl" if own else None)
        against = runs_left(self.language) != (words.layout.direction == "rtl")
        return self.words(runs, element, look, width, align="end") if against else words

    def gap(self, millimetres: float) -> float:
        """A distance of the design, for this document."""
        return self.measures.gap(millimetres)

    def wide(self, millimetres: float) -> float:
        """The width of something that holds words, for this document."""
        return self.measures.wide(millimetres)

    def paragraph(self, block: Paragraph, parent: Element, width: float) -> Words:
        """A paragraph as its tone wants it."""
        return self.say(block.spans, parent.child("P"), LOOKS[block.tone], width)

    def symbol(self, kind: NoteKind, size: float, element: Element | None) -> Drawing:
        """The symbol of a kind of note."""
        return Drawing(size, size, lambda canvas, x, top: draw_symbol(canvas, kind, x, top, size), element)

    def face(self, emotion: Emotion, size: float) -> Drawing:
        """The face of a feeling; the words beside it say which."""
        return Drawing(size, size, lambda canvas, x, top: draw_face(canvas, emotion, x, top, size))
