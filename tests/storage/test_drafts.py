"""Words that are still being written: kept each second, no act, and never half a note."""

import itertools
import random
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from tests import given
from tests.storage import places
from tests.storage.killed import Say, killed_after
from workshop.domain.drafts import Draft
from workshop.domain.ids import NoteId
from workshop.domain.labels import Label
from workshop.domain.records import Note
from workshop.errors import CannotWrite
from workshop.storage import drafts, log
from workshop.storage.copies import copy_out, unpack
from workshop.storage.place import Place
from workshop.storage.store import Store

HALF = Draft("left", "More benches in the", x=12.5, y=-3.0, helper=True, language="cy", ink="1:AQ==")


def test_a_page_keeps_what_stands_on_it_last() -> None:
    store = given.store()
    drafts.keep(store.database, Draft("left", "More"))
    drafts.keep(store.database, Draft("right", "Shade", note=NoteId("note-3")))
    drafts.keep(store.database, HALF)

    assert drafts.kept(store.database) == (HALF, Draft("right", "Shade", note=NoteId("note-3")))

    drafts.forget(store.database, "left")
    drafts.forget(store.database, "nobody's")
    assert [draft.page for draft in drafts.kept(store.database)] == ["right"]
    drafts.forget_all(store.database)
    assert drafts.kept(store.database) == ()


@settings(max_examples=50)
@given_any(st.builds(Draft, st.text(min_size=1), st.text(), ink=st.text()))
def test_what_comes_back_is_what_was_kept(draft: Draft) -> None:
    store = given.store()
    drafts.keep(store.database, draft)
    assert drafts.kept(store.database) == (draft,)


def test_what_was_being_changed_in_some_notes_is_forgotten_with_them() -> None:
    store = given.store()
    of = {f"page {n}": Draft(f"page {n}", "words", note=NoteId(f"note-{n}")) for n in (1, 2, 3)}
    for draft in (*of.values(), Draft("new", "no note yet")):
        drafts.keep(store.database, draft)

    drafts.forget_of(store.database, [NoteId("note-1"), NoteId("note-3")])

    assert drafts.kept(store.database) == (Draft("new", "no note yet"), of["page 2"])


def test_a_draft_is_no_act_and_nobody_is_told() -> None:
    store = given.store()
    store.apply(Label.ADD_NOTE, [given.note(1)])
    told: list[object] = []
    store.listeners.append(told.append)
    before = _all_but_drafts(store)

    drafts.keep(store.database, HALF)
    drafts.forget(store.database, "left")

    assert told == []
    assert _all_but_drafts(store) == before
    assert [entry.seq for entry in store.history.done] == [1]


def _all_but_drafts(store: Store) -> dict[str, list[object]]:
    tables = store.database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {t: store.database.execute(f"SELECT * FROM {t}").fetchall() for (t,) in tables if t != "draft"}


def test_a_draft_knows_no_time() -> None:
    columns = [row[1] for row in given.store().database.execute("PRAGMA table_info(draft)").fetchall()]
    assert columns == given.field_names(Draft)  # type: ignore[arg-type]


def test_a_draft_goes_with_the_act_or_stays_without_it() -> None:
    store = given.store()
    drafts.keep(store.database, HALF)

    def stop(_: int) -> None:
        drafts.forget(store.database, "left")
        raise CannotWrite("The disk is full.")

    with pytest.raises(CannotWrite):
        store.apply(Label.ADD_NOTE, [given.note(1)], also=stop)
    assert (store.all(Note), drafts.kept(store.database)) == ((), (HALF,))

    store.apply(Label.ADD_NOTE, [given.note(1)], also=lambda _: drafts.forget(store.database, "left"))
    assert (len(store.all(Note)), drafts.kept(store.database)) == (1, ())


# The power goes

KEEP = """
from workshop.domain.drafts import Draft
from workshop.storage import drafts
made = places.open_(folder)
drafts.keep(made.store.database, Draft("left", "More benches", x=3.0))
drafts.keep(made.store.database, Draft("left", "More benches in the", x=3.0))
die()
"""


def test_words_that_were_kept_are_there_after_the_program_was_killed(tmp_path: Path) -> None:
    places.make(tmp_path / "day").close()

    places.run(KEEP, tmp_path / "day")

    opened = places.open_(tmp_path / "day")
    assert drafts.kept(opened.store.database) == (Draft("left", "More benches in the", x=3.0),)
    opened.close()


KILLS = 32


def write_for_ever(say: Say, folder: Path, last: int) -> None:
    """The child: draft after draft, each made a note; each said only after it is kept."""
    store = places.open_(folder, None).store
    for number in itertools.count(last + 1):
        words = f"Words of note {number}. " * (1 + 80 * (number % 3))
        drafts.keep(store.database, Draft("left", words))
        say(f"draft {number}")
        store.apply(
            Label.ADD_NOTE,
            [given.note(number, words)],
            also=lambda _: drafts.forget(store.database, "left"),
        )
        say(f"note {number}")


def both_or_none(opened: Place, said: list[str]) -> str:
    """What is wrong with what is there after the kill, "" for nothing."""
    notes = {note.number: note.text for note in opened.store.all(Note)}
    half = {int(d.words.split("note ")[1].split(".")[0]) for d in drafts.kept(opened.store.database)}
    if half & notes.keys():
        return "the same words are there twice"
    what, number = said[-1].split()
    reached = int(number)
    if what == "draft" and reached not in notes.keys() | half:
        return "words that were kept are gone"
    if what == "note" and reached not in notes:
        return "a note that was kept is gone"
    if set(range(1, reached)) - notes.keys():
        return "an earlier note is gone"
    return ""


@pytest.mark.slow
def test_words_are_a_draft_or_a_note_whenever_the_program_is_killed(tmp_path: Path) -> None:
    chance = random.Random(20260305)
    places.make(tmp_path / "day", passphrase=None).close()
    last, drafts_found = 0, 0
    for _ in range(KILLS):
        said = killed_after(chance.uniform(0, 0.06), write_for_ever, tmp_path / "day", last)
        opened = places.open_(tmp_path / "day", None)
        assert both_or_none(opened, said) == ""
        assert log.fold(opened.store.database) == given.rows_in(opened.store)
        last = max((note.number for note in opened.store.all(Note)), default=0)
        drafts_found += len(drafts.kept(opened.store.database))
        drafts.forget_all(opened.store.database)
        opened.close()
    assert 0 < drafts_found < KILLS, "negative control: some kills came before a note was kept, some after"


def test_a_draft_that_outlives_its_act_and_lost_words_are_found() -> None:
    """Negative control of `both_or_none`: the draft is not forgotten in the act itself."""
    made = Place(Path(), given.store(), None, True)  # type: ignore[arg-type]
    for number in (1, 2):
        drafts.keep(made.store.database, Draft("left", f"Words of note {number}. "))
        made.store.apply(Label.ADD_NOTE, [given.note(number)])
    assert both_or_none(made, ["note 2"]) == "the same words are there twice"
    drafts.forget_all(made.store.database)
    assert both_or_none(made, ["note 2"]) == ""
    assert both_or_none(made, ["draft 3"]) == "words that were kept are gone"
    assert both_or_none(made, ["note 3"]) == "a note that was kept is gone"
    made.store.apply(Label.ADD_NOTE, [given.note(4)])
    assert both_or_none(made, ["note 4"]) == "an earlier note is gone"


# Copies, and how long it takes


def test_a_portable_copy_holds_what_is_being_written(tmp_path: Path) -> None:
    made = places.make(tmp_path / "day")
    drafts.keep(made.store.database, HALF)
    copied = copy_out(made, tmp_path)
    made.close()

    opened = places.open_(unpack(copied.path, tmp_path / "elsewhere"))
    assert drafts.kept(opened.store.database) == (HALF,)
    opened.close()


@pytest.mark.slow
def test_keeping_a_draft_does_not_take_longer_with_many_notes(tmp_path: Path) -> None:
    """Not a promise of speed, which `tests/bench` measures: only that it does not grow with the notes."""
    made = places.make(tmp_path / "day")
    few = _quickest_ms(made)
    made.store.apply(Label.IMPORT_NOTES, [given.note(n) for n in range(1, 20_001)])
    many = _quickest_ms(made)
    made.close()
    assert many < 5 * few + 1


def _quickest_ms(at: Place) -> float:
    """Of sixty: whatever else the computer does can only make it longer."""
    spent = []
    for n in range(60):
        start = time.perf_counter()
        drafts.keep(at.store.database, replace(HALF, words=f"{HALF.words} {n}" * 5))
        spent.append((time.perf_counter() - start) * 1000)
    return min(spent)
