"""Words that are still being written, through the doorway: kept, ended with their note, told to nobody."""

import itertools
import json
import random
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.session import given
from tests.session.given import SOON, Room, refused
from tests.storage import places
from tests.storage.erasing import all_pages
from tests.storage.killed import Say, killed_after
from workshop.domain.drafts import Draft
from workshop.domain.ids import NoteId
from workshop.domain.kinds import Audience, NoteKind
from workshop.domain.records import Note
from workshop.errors import RuleBroken
from workshop.printing import making
from workshop.session.exports import KINDS, export
from workshop.session.media import LONGEST_DRAFT
from workshop.session.overview import overview
from workshop.storage import snapshots

SECRET = "a marzipan secret"
LINE = [[10.0, 20.0, 0.5], [30.0, 40.0, 1.0]]


def test_a_draft_keeps_all_that_stands_on_the_page(room: Room) -> None:
    board, note = room.session.board, room.notes[0]
    seq = room.last_seq()
    board.keep_draft("left", "More", x=1.0)
    board.keep_draft("left", "More  benches \n", NoteKind.IDEA, 12.5, -3.0, note, True, "cy", [LINE])

    (draft,) = board.drafts()
    assert replace(draft, ink="") == Draft(
        "left", "More  benches \n", NoteKind.IDEA, 12.5, -3.0, note, True, "cy"
    )
    assert draft.ink.startswith("1:")
    assert room.last_seq() == seq


def test_a_page_on_which_nothing_stands_is_forgotten(room: Room) -> None:
    board = room.session.board
    board.keep_draft("left", "More")
    board.keep_draft("right", "", strokes=[LINE])
    board.keep_draft("left", " \n")
    assert [draft.page for draft in board.drafts()] == ["right"]
    board.forget_draft("right")
    board.forget_draft("right")
    assert board.drafts() == ()


def test_a_new_note_ends_the_draft_in_the_same_act(room: Room) -> None:
    board = room.session.board
    board.keep_draft("left", "More benches")
    board.keep_draft("right", "Shade")
    seq = room.last_seq()

    board.add_note("More benches", draft="left")

    assert room.last_seq() == seq + 1
    assert [draft.page for draft in board.drafts()] == ["right"]
    room.session.undo()
    assert [draft.page for draft in board.drafts()] == ["right"]


def test_changed_words_end_the_draft_and_so_do_the_same_words_again(room: Room) -> None:
    board, note = room.session.board, room.notes[0]
    for words in ("Other words", "Other words"):
        board.keep_draft("left", words, note=note)
        board.edit_note(note, words, draft="left")
        assert board.drafts() == ()


def test_a_note_that_is_refused_leaves_its_draft(room: Room) -> None:
    board = room.session.board
    board.keep_draft("left", "More benches")
    with refused(room, "There is no such note"):
        board.edit_note(NoteId("nothing"), "More benches", draft="left")
    with pytest.raises(RuleBroken):
        board.add_note("x" * 5000, draft="left")
    assert [draft.words for draft in board.drafts()] == ["More benches"]


def test_in_quiet_writing_a_draft_says_neither_when_nor_where(room: Room) -> None:
    board = room.session.board
    board.hide_writing()
    before = room.session.place.store.database.execute("SELECT at FROM change").fetchall()

    board.keep_draft("left", SECRET, x=120.0, y=80.0)

    assert board.drafts() == (Draft("left", SECRET),)
    assert room.session.place.store.database.execute("SELECT at FROM change").fetchall() == before
    board.reveal()
    board.keep_draft("left", SECRET, x=120.0, y=80.0)
    assert board.drafts() == (Draft("left", SECRET, x=120.0, y=80.0),)


def test_nobody_is_told_what_is_being_written(room: Room, tmp_path: Path) -> None:
    told: list[object] = []
    room.session.listen(told.append)
    room.session.board.keep_draft("left", SECRET, note=room.notes[0])

    assert told == []
    assert room.session.search("marzipan") == ()
    for names in (False, True):
        assert "marzipan" not in json.dumps(overview(room.session, names=names))
    for audience in Audience:
        facts = room.session.pack.facts(audience)
        assert "marzipan" not in repr(facts)
        for document in making.make(facts):
            assert "marzipan" not in document.txt + document.html
    for path in export(room.session, tmp_path, KINDS):
        assert b"marzipan" not in path.read_bytes()
    assert "marzipan" not in repr(room.snapshot)
    # Negative control: as a note, it is found.
    room.session.board.add_note(SECRET, draft="left")
    assert room.session.search("marzipan") != ()
    assert "marzipan" in repr(room.snapshot)


def test_what_never_became_a_note_is_forgotten_with_the_day(room: Room) -> None:
    room.session.board.keep_draft("left", SECRET)
    room.session.snapshot()
    pages = all_pages(room.session.place)
    assert pages.count(SECRET.encode()) >= 2, "negative control: it is in the file and in the snapshot"

    room.session.plan.close_day(SOON)

    assert room.session.board.drafts() == ()
    assert SECRET.encode() not in all_pages(room.session.place)
    assert len(snapshots.list_(room.session.place.folder)) == 1
    with refused(room, "This day is closed"):
        room.session.board.keep_draft("left", SECRET)
    room.session.board.forget_draft("left")


def test_a_day_without_drafts_keeps_its_snapshots(room: Room) -> None:
    """Negative control: only what has to be cleaned makes snapshots go."""
    room.session.snapshot()
    room.session.board.add_note("x")
    room.session.snapshot()
    room.close_day()
    assert len(snapshots.list_(room.session.place.folder)) == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"page": ""}, "A writing page needs a short name"),
        ({"page": "x" * 81}, "A writing page needs a short name"),
        ({"note": "nothing"}, "There is no such note"),
        ({"language": "??"}, "A language is a short name"),
        ({"x": float("nan")}, "not on the board"),
        ({"y": float("inf")}, "not on the board"),
        ({"strokes": [[[1, 2]]]}, "A line is made of points"),
        ({"words": "x" * (LONGEST_DRAFT + 1)}, "too many for one place"),
        ({"words": 3}, "“words” cannot be that"),
    ],
)
def test_what_is_no_draft_is_refused(line: dict[str, object], said: str, still_room: Room) -> None:
    with refused(still_room, said):
        still_room.do("board.keep_draft", **({"page": "left", "words": "Half"} | line))
    assert still_room.session.board.drafts() == ()


def test_half_a_character_does_not_cost_the_other_words(room: Room) -> None:
    room.session.board.keep_draft("left", "tea \ud83d and cake")
    assert [draft.words for draft in room.session.board.drafts()] == ["tea  and cake"]


KEEP = """
from tests.session import given as rooms
session = rooms.opened_again(folder)
session.board.keep_draft("left", "More")
session.board.keep_draft("left", "More benches in the", note=session.board.add_note("Benches").note)
print("kept", flush=True)
die()
"""


def test_what_was_kept_is_there_after_the_program_was_killed(tmp_path: Path) -> None:
    given.session(tmp_path / "day").close()
    assert places.run(KEEP, tmp_path / "day") == "kept\n"

    session = given.opened_again(tmp_path / "day", 5)
    (note,) = session.all(Note)
    assert session.board.drafts() == (Draft("left", "More benches in the", note=note.id),)
    session.close()


KILLS = 30


def write_for_ever(say: Say, folder: Path, start: int) -> None:
    """The child: each draft becomes a new note or other words of the first one; it says what is kept."""
    session = given.opened_again(folder, start)
    first = session.all(Note)[0].id
    for number in itertools.count(start):
        words = f"Words number {number}. " + "and more " * (number % 3 * 60)
        session.board.keep_draft("left", words)
        say(("draft", number))
        if number % 2:
            session.board.add_note(words, draft="left")
        else:
            session.board.edit_note(first, words, draft="left")
        say(("note", number))


def what_is_wrong(notes: Iterable[Note], half: Iterable[Draft], what: str, number: int) -> str:
    """Words of both kinds of act: there once, as a draft or as a note, and those before as a note."""
    numbers = {int(words.group(1)) for n in notes if (words := re.match(r"Words number (\d+)\.", n.text))}
    written = {int(words.group(1)) for d in half if (words := re.match(r"Words number (\d+)\.", d.words))}
    if numbers & written:
        return "the same words are there twice"
    there = numbers | written if what == "draft" else numbers
    return "" if number in there else "words that were kept are gone"


@pytest.mark.slow
def test_whenever_it_is_killed_words_are_there_once(tmp_path: Path) -> None:
    """The whole doorway, new notes and changed ones; the storage alone is killed in `tests/storage`."""
    folder, chance, reached, found = tmp_path / "day", random.Random(20260305), 2, 0
    session = given.session(folder)
    session.board.add_note("Words number 0.")
    session.close()
    for _ in range(KILLS):
        what, number = killed_after(chance.uniform(0, 0.06), write_for_ever, folder, reached)[-1]
        session = given.opened_again(folder, 10**6 + reached)
        assert what_is_wrong(session.all(Note), session.board.drafts(), what, number) == ""
        found += len(session.board.drafts())
        session.board.forget_draft("left")
        session.close()
        reached = number + 2
    assert 0 < found < KILLS, "negative control: some kills came before a note was kept, some after"


def test_words_that_are_there_twice_or_not_at_all_are_seen() -> None:
    """Negative control of `what_is_wrong`."""
    note, half = Note(NoteId("n"), 1, "Words number 7."), Draft("left", "Words number 7. and")
    assert what_is_wrong([note], [half], "draft", 7) == "the same words are there twice"
    assert what_is_wrong([], [half], "note", 7) == "words that were kept are gone"
    assert what_is_wrong([], [], "draft", 7) == "words that were kept are gone"
    assert what_is_wrong([note], [], "note", 7) == what_is_wrong([], [half], "draft", 7) == ""
