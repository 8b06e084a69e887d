"""Finding notes: the closest first, slips forgiven, and nothing that is not in sight."""

import csv
import random
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given as any_
from hypothesis import strategies as st

from tests import given
from workshop.domain.changes import Change, RecordChange
from workshop.domain.ids import GroupId, TagId
from workshop.domain.kinds import NoteKind, NoteState
from workshop.domain.records import Group, Membership, Note
from workshop.domain.search import Hit, Index
from workshop.domain.spelling import fold_words, is_unspaced, pieces

TAG = TagId("tag-1")
TEXTS = (
    "More benches at the bus stop",
    "The hospital letter came too late",
    "Siân’s café — ŁÓDŹ",
    "人人生而自由",
    "Tea 👍🏽 in the waiting room",
    "کتاب اچھی ہے",
)
NOTES = [given.note(n, text) for n, text in enumerate(TEXTS, start=1)]


def numbers(index: Index, text: str, **filters: object) -> list[int]:
    """The numbers of the notes found, in their order."""
    return [hit.note.number for hit in index.find(text, **filters)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [1, 2, 3, 4, 5, 6]),
        ("benches", [1]),
        ("BENCH", [1]),
        ("ench", [1]),
        ("becnhes", [1]),
        ("hosptial leter", [2]),
        ("hozpi", [2]),
        ("sian lodz", [3]),
        ("cafe", [3, 2]),
        ("busstop", [1]),
        ("生而", [4]),
        ("👍", [5]),
        ("👍🏿 tea", [5]),
        ("كتاب", [6]),
        ("—", [3]),
        ("the", [1, 2, 5]),
        ("benches hospital", []),
        ("nothing like it", []),
        ("teas", []),
    ],
)
def test_what_is_found(text: str, expected: list[int]) -> None:
    assert numbers(Index(NOTES), text) == expected


def test_the_closest_comes_first_and_a_slip_is_said() -> None:
    texts = ("Unrested", "Rester", "A rest", "Rset", "Restful", "Nest", "Rest and a rest")
    index = Index(given.note(n, text) for n, text in enumerate(texts, start=1))
    assert [(h.note.text, h.almost) for h in index.find("rest")] == [
        ("A rest", False),
        ("Rest and a rest", False),
        ("Rester", False),
        ("Restful", False),
        ("Unrested", False),
        ("Rset", True),
        ("Nest", True),
    ]


def test_words_that_stand_together_come_before_words_that_do_not() -> None:
    index = Index([given.note(1, "stop the bus"), given.note(2, "the bus stop")])
    assert numbers(index, "bus stop") == [2, 1]


def test_short_words_forgive_nothing() -> None:
    index = Index([given.note(1, "bus"), given.note(2, "trains")])
    assert (numbers(index, "bsu"), numbers(index, "tarins"), numbers(index, "trinss")) == ([], [2], [])


def test_filters_ask_for_kinds_tags_and_a_group() -> None:
    notes = [
        given.note(1, "tea", kind=NoteKind.IDEA, tags=(TAG,)),
        given.note(2, "tea", kind=NoteKind.QUESTION),
        given.note(3, "tea", tags=(TagId("tag-2"), TAG)),
    ]
    group = given.group("Kitchen")
    index = Index(notes, [group], [given.membership(notes[1], group), given.membership(notes[2], group)])
    assert numbers(index, "tea", kinds=[NoteKind.IDEA, NoteKind.QUESTION]) == [1, 2]
    assert numbers(index, "tea", tags=[TAG]) == [1, 3]
    assert numbers(index, "", group=group.id) == [2, 3]
    assert numbers(index, "te", kinds=[NoteKind.MATTERS], tags=[TAG], group=group.id) == [3]
    assert numbers(index, "tea", group=GroupId("none")) == []


@pytest.mark.parametrize("state", [NoteState.HIDDEN, NoteState.WITHHELD])
def test_what_is_not_in_sight_is_not_there(state: NoteState) -> None:
    index = Index([given.note(1, "tea", state=state), given.note(2, "tea", waiting=True)])
    assert (numbers(index, "tea"), numbers(index, "")) == ([], [])
    assert numbers(index, "tea", waiting=True) == [2]
    assert len(index) == 1


def test_a_note_is_found_by_its_translation() -> None:
    assert numbers(Index([given.note(1, "ਚਾਹ", translation="Tea")]), "tea") == [1]


def test_groups_are_found_by_their_names() -> None:
    bus, tea, unnamed = given.group("The bus stop", 1), given.group("Tea ☕", 0), given.group("", 2)
    merged = replace(given.group("The bus", 3), merged_into=bus.id)
    index = Index((), [bus, tea, unnamed, merged])
    assert index.find_groups("bsu stpo") == ()
    assert index.find_groups("stpo") == index.find_groups("the bus") == (bus.id,)
    assert index.find_groups("t") == (tea.id, bus.id)
    assert index.find_groups("☕") == (tea.id,)
    assert index.find_groups("") == ()


# Kept up to date


def states(notes: st.SearchStrategy[Note]) -> st.SearchStrategy[list[dict[str, Note]]]:
    """The notes of a board after each of several acts."""
    return st.lists(st.dictionaries(st.sampled_from("abcd"), notes, max_size=4), min_size=2, max_size=5)


SOME = st.builds(
    lambda text, state, kind: given.note(1, text, state=state, kind=kind),
    st.sampled_from(["bench", "benches", "bus bench", "人 👍", "tea", "!"]),
    st.sampled_from(NoteState),
    st.sampled_from([NoteKind.IDEA, NoteKind.FELT]),
)


def change_between(before: dict[str, Note], after: dict[str, Note]) -> Change:
    """One act that makes of these notes those."""
    ids = sorted(before.keys() | after.keys())
    lines = tuple(RecordChange("note", i, _named(before, i), _named(after, i)) for i in ids)
    return Change(1, "an act", lines)


def _named(notes: dict[str, Note], id_: str) -> Note | None:
    note = notes.get(id_)
    return None if note is None else replace(note, id=id_, number=ord(id_))  # type: ignore[arg-type]


@any_(states(SOME))
def test_an_index_that_was_kept_up_to_date_finds_what_a_new_one_finds(boards: list[dict[str, Note]]) -> None:
    kept = Index()
    for before, after in zip([{}, *boards], boards, strict=False):
        kept.apply(change_between(before, after))
    fresh = Index(note for i in boards[-1] if (note := _named(boards[-1], i)) is not None)
    for text in ("", "bench", "bus", "benhc", "人", "👍", "te", "!"):
        assert kept.find(text) == fresh.find(text)
    assert len(kept) == len(fresh)


def test_groups_and_what_lies_in_them_are_kept_up_to_date() -> None:
    note, group = given.note(1, "tea"), given.group("Kitchen")
    lying = given.membership(note, group)
    index = Index([note])

    def act(before: Group | Membership | None, after: Group | Membership | None) -> None:
        record = after or before
        assert record is not None
        index.apply(Change(1, "an act", (RecordChange(record.table, record.id, before, after),)))

    act(None, group)
    act(None, lying)
    assert (numbers(index, "", group=group.id), index.find_groups("kitchen")) == ([1], (group.id,))
    act(lying, None)
    act(group, replace(group, name="Garden"))
    assert (numbers(index, "", group=group.id), index.find_groups("kitchen")) == ([], ())
    act(replace(group, name="Garden"), None)
    assert index.find_groups("garden") == ()


# With a slip in real words


def slipped(word: str, letters: str, chance: random.Random) -> str:
    """The word with one slip of the finger: a letter missing, doubled up, wrong, or two swapped."""
    while True:
        i, letter = chance.randrange(len(word)), chance.choice(letters)
        made = (
            word[:i] + word[i + 1 :],
            word[:i] + letter + word[i:],
            word[:i] + letter + word[i + 1 :],
            word[:i] + word[i + 1 : i + 2] + word[i] + word[i + 2 :],
        )[chance.randrange(4)]
        if made != word:
            return made


def planted(texts: list[str], many: int, chance: random.Random) -> Iterator[tuple[int, str]]:
    """Texts by their place, each with one word of theirs that has a slip in it.

    Of a script without spaces it is a run of six letters: as much as somebody types.
    """
    by_script: dict[str, set[str]] = {}
    for letter in {c for text in texts for c in fold_words(text) if c.isalpha()}:
        by_script.setdefault(_script(letter), set()).add(letter)
    while many:
        place = chance.randrange(len(texts))
        long = [piece for piece in pieces(fold_words(texts[place])) if len(piece) >= 4]
        if long:
            word, many = chance.choice(long), many - 1
            if is_unspaced(word):
                start = chance.randrange(max(1, len(word) - 5))
                word = word[start : start + 6]
            letters = by_script.get(_script(word[0]), {"a"})
            yield place, slipped(word, "".join(sorted(letters)), chance)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split()[0]


def recall(index: Index, texts: list[str], first: int, many: int) -> float:
    """The share of words with a slip by which their note is found; its number is its place from `first`."""
    chance = random.Random(7)
    found = [first + place in numbers(index, typed) for place, typed in planted(texts, many, chance)]
    return sum(found) / len(found)


@pytest.mark.data
def test_real_notes_are_found_by_words_with_a_slip(shared_data: Path) -> None:
    texts = []
    for path in sorted(shared_data.glob("polis/*/comments.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            texts += [row["comment-body"] for row in csv.DictReader(file) if row["comment-body"].strip()]
    index = Index(given.note(n, text) for n, text in enumerate(texts))
    assert len(texts) > 400
    assert recall(index, texts, 0, 1_000) >= 0.99


@pytest.mark.data
def test_every_language_is_found_by_words_with_a_slip(shared_data: Path) -> None:
    by_language: dict[str, list[str]] = {}
    with (shared_data / "text" / "udhr_sentences.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            by_language.setdefault(row["code"], []).append(row["text"])
    everything = [text for texts in by_language.values() for text in texts]
    index = Index(given.note(n, text) for n, text in enumerate(everything))
    first, low = 0, {}
    for language, texts in by_language.items():
        if (share := recall(index, texts, first, 100)) < 0.95:
            low[language] = share
        first += len(texts)
    assert (len(by_language), low) == (32, {})


def test_without_forgiveness_the_recall_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"{word} in the waiting room" for word in ("benches", "cushions", "curtains", "flowers")]
    assert recall(Index(given.note(n, t) for n, t in enumerate(texts)), texts, 0, 50) == 1.0
    monkeypatch.setattr("workshop.domain.search.typos_allowed", lambda letters: 0)
    monkeypatch.setattr("workshop.domain.search.SLIP_BEGINS_FROM", 99)
    assert recall(Index(given.note(n, t) for n, t in enumerate(texts)), texts, 0, 50) < 0.5


def test_a_hit_is_the_note_itself() -> None:
    assert Index(NOTES).find("siân") == (Hit(NOTES[2], False),)
