"""What real people wrote, and what is known to break programs, on our pages."""

import csv
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.printing.given import THE_DAY
from tests.printing.reading import faults, one_line, words_of
from workshop.domain.facts import Facts, GroupFacts, NoteFacts
from workshop.domain.kinds import NoteKind
from workshop.domain.words import tidy
from workshop.printing.making import make
from workshop.printing.measures import A4, PEOPLE
from workshop.printing.packs import documents_for
from workshop.printing.pdf import set_pages

pytestmark = pytest.mark.data
EACH = 25


def day_of(texts: Sequence[str]) -> Facts:
    kinds = list(NoteKind)
    notes = [NoteFacts(n, tidy(text[:2000]), kinds[n % 7]) for n, text in enumerate(texts, 1)]
    groups = [GroupFacts(f"Group {at}", tuple(notes[at : at + EACH])) for at in range(0, len(notes), EACH)]
    return replace(THE_DAY, groups=tuple(groups), loose=(), notes_written=len(notes))


def column(path: Path, name: str) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


@pytest.mark.parametrize("conversation", ["london.youth.policing", "brexit-consensus", "15-per-hour-seattle"])
def test_statements_of_real_people_are_on_the_pages_in_order(shared_data: Path, conversation: str) -> None:
    texts = column(shared_data / "polis" / conversation / "comments.csv", "comment-body")[:400]
    pack = make(day_of(texts))[1]
    assert faults(pack.pdf) == []
    page = one_line(" ".join(words_of(pack.pdf)))
    at = page.index("Group 0")
    for text in texts:
        # Lines end after hyphens and slashes too, so words are looked for without them.
        for word in re.findall(r"\w+", tidy(text)):
            at = page.index(word, at)


def test_the_same_sentence_in_many_languages_makes_sound_pages(shared_data: Path) -> None:
    texts = column(shared_data / "text" / "udhr_sentences.csv", "text")
    for document in make(day_of(texts)):
        assert faults(document.pdf) == []


def test_text_that_breaks_programs_breaks_no_page(shared_data: Path) -> None:
    texts = json.loads((shared_data / "bad" / "blns_half.json").read_text(encoding="utf-8"))
    day = day_of(texts)
    for document in make(day):
        assert faults(document.pdf) == []
    places = set_pages(documents_for(day)[1], PEOPLE, with_places=True).places
    assert max(place.x + place.width for place in places) <= A4.width - A4.side + 0.2
