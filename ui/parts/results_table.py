"""The table of a result, for the facilitator and for the room: the same rows on both."""

from PySide6.QtWidgets import QWidget

from ui.page import Page
from ui.parts import results
from ui.widgets.result_row import ResultHead, ResultRow
from workshop.domain.facts import RoundFacts


def table(page: Page, facts: RoundFacts) -> list[QWidget]:
    """The head and the rows of a result, for any page."""
    words = page.words
    voices = [words(voice) for voice in facts.voices]
    sizes = [words.many("1 person", "{n} people", size) for size in facts.voice_sizes]
    headings = (words("Place"), words("Idea"), words("Dots"))
    most = max((n for row in facts.rows for n in row.by_voice or ()), default=1)
    not_split = words("Not shown by voice")
    head = ResultHead(page.look, headings, list(zip(voices, sizes, strict=True)))
    rows = [
        ResultRow(page.look, results.shown(facts, row, words), voices, most, not_split) for row in facts.rows
    ]
    return [head, *rows]
