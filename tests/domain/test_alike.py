"""Which notes may say the same: real statements, every script, and no pair that is missed."""

import csv
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from tests import given
from workshop.domain import alike as module
from workshop.domain.alike import LEAST, Alike, alike, alike_to
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteState
from workshop.domain.records import Note


def notes_of(*texts: str) -> list[Note]:
    return [given.note(number, text) for number, text in enumerate(texts, 1)]


def how_much(first: str, second: str) -> float:
    found = alike([given.note(1, first), given.note(2, second)])
    return found[0].how_much if found else 0.0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("More benches", "more benches!"),
        ("More benches please", "More benches"),
        ("Benches, more of them", "More benches"),
        ("3. A ramp at the door", "12) a ramp at the door"),
        ("Siân’s café", "Sians cafe"),
        ("انتظار کی جگہ پر زیادہ کرسیاں", "انتظار کی جگہ پر زیادہ کُرسیاں"),
        ("ਬੱਸ ਦਾ ਸਮਾਂ ਬਦਲੋ", "ਬੱਸ ਦਾ ਸਮਾਂ ਬਦਲੋ ਜੀ"),
        ("請在公園裡放更多長椅", "請在公園裡放更多的長椅"),
        ("Opens at 9", "opens at ９"),
    ],
)
def test_what_looks_alike(first: str, second: str) -> None:
    assert how_much(first, second) >= LEAST
    assert how_much(first, second) == how_much(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("More benches", "A kettle for everybody"),
        ("Opens at 9 on Monday", "Opens at 10 on Monday"),
        ("請在公園裡放更多長椅", "公車時刻表看不懂"),
        ("👍", "👍"),
        ("?", "!"),
    ],
)
def test_what_does_not(first: str, second: str) -> None:
    assert how_much(first, second) == 0.0


def test_the_likest_pair_comes_first_and_the_lower_number_first_in_it() -> None:
    notes = notes_of("More benches please", "A kettle", "more benches", "More benches")
    found = alike(reversed(notes))
    assert [(p.first, p.second) for p in found] == [
        ("note-3", "note-4"),
        ("note-1", "note-3"),
        ("note-1", "note-4"),
    ]
    assert found[0] == Alike(NoteId("note-3"), NoteId("note-4"), 1.0)
    assert alike_to(notes[3], notes) == (
        Alike(NoteId("note-4"), NoteId("note-3"), 1.0),
        Alike(NoteId("note-4"), NoteId("note-1"), found[1].how_much),
    )


def test_only_notes_on_the_board_that_lie_on_top_are_compared() -> None:
    text = "More benches"
    notes = [
        given.note(1, text),
        given.note(2, text, state=NoteState.HIDDEN),
        given.note(3, text, state=NoteState.WITHHELD),
        given.note(4, text, waiting=True),
        given.note(5, text, same_as=NoteId("note-1")),
    ]
    assert alike(notes) == ()
    assert alike_to(notes[0], notes) == ()


WORDS = ["more", "benches", "bench", "please", "a", "kettle", "café", "at", "9", "10", "長椅", "公園", "کرسی"]


@settings(max_examples=200)
@given_any(st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=8))
def test_no_pair_is_missed(texts: list[str]) -> None:
    """The rare pieces only save work: comparing each with each finds the same."""
    notes = notes_of(*texts)
    each_with_each = {
        pair
        for a, b in combinations(map(module._pieces, notes), 2)
        if (pair := module._pair(a, b)).how_much >= LEAST
    }
    assert set(alike(notes)) == each_with_each
    for note in notes:
        both = {(p.second, p.how_much) for p in alike_to(note, notes)}
        assert both == {
            (p.second if p.first == note.id else p.first, p.how_much)
            for p in each_with_each
            if note.id in (p.first, p.second)
        }


def test_a_filter_that_lets_pairs_go_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SMALLER", 0.99)
    with pytest.raises((AssertionError, ExceptionGroup)):
        test_no_pair_is_missed()


@pytest.mark.data
def test_real_statements_that_were_written_twice_are_the_likest(shared_data: Path) -> None:
    texts = []
    for name in ("scoop-hivemind.freshwater", "scoop-hivemind.ubi", "vtaiwan.uberx"):
        with (shared_data / "polis" / name / "comments.csv").open(encoding="utf-8", newline="") as file:
            texts += [row["comment-body"] for row in csv.DictReader(file)]
    found = [
        (texts[int(p.first[5:]) - 1], texts[int(p.second[5:]) - 1], p.how_much)
        for p in alike(notes_of(*texts))
    ]
    assert all(how == 1.0 for _, _, how in found[:8])
    pairs = {frozenset((first.split()[-1], second.split()[-1])) for first, second, _ in found[:20]}
    assert frozenset(("streams", "streams.")) in pairs and frozenset(("support", "support.")) in pairs
    assert ("我覺得UBER提供了更便利及高品質的乘車環境", "我覺得Uber提供了高品質的乘車環境") in {
        (first, second) for first, second, _ in found
    }
    assert len(found) < len(texts) / 5  # a list that people can look through
