"""One workshop, open: made, opened again, undone, searched, listened to."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests import given as records
from tests.session import given
from tests.session.given import TITLE, Room, opened_again, refused
from workshop.domain.changes import Change, RecordChange
from workshop.domain.history import Entry
from workshop.domain.ids import THE_WORKSHOP
from workshop.domain.kinds import DayState, NoteState
from workshop.domain.labels import Label
from workshop.domain.records import Note, Workshop
from workshop.errors import RuleBroken, WorkshopError, WorkshopInUse, WrongPassphrase
from workshop.session.context import fresh_id, repeatable
from workshop.session.session import Found, Session

PASSPHRASE = "four quiet garden benches"


def test_a_practice_workshop_says_so_and_opens_without_a_passphrase(tmp_path: Path) -> None:
    made = given.session(tmp_path / "w")
    assert made.place.store.snapshot().workshop == Workshop(THE_WORKSHOP, TITLE, practice=True)
    assert made.recovery_key == ""
    made.close()
    opened_again(tmp_path / "w").close()


def test_a_real_workshop_opens_with_its_passphrase_or_its_recovery_key(tmp_path: Path) -> None:
    made = Session.make(tmp_path / "w", TITLE, PASSPHRASE, records.clock)
    key = made.recovery_key
    assert key and not made.place.store.snapshot().workshop.practice
    made.close()
    for secret in (PASSPHRASE, key):
        opened = Session.open(tmp_path / "w", secret, records.clock)
        assert opened.place.store.snapshot().workshop.title == TITLE
        assert opened.recovery_key == ""
        opened.close()
    with pytest.raises(WrongPassphrase, match="nothing was changed"):
        Session.open(tmp_path / "w", "four noisy garden benches", records.clock)


def test_two_programs_do_not_work_in_one_workshop(room: Room) -> None:
    with pytest.raises(WorkshopInUse):
        opened_again(room.session.place.folder)


def test_all_that_was_done_is_there_after_a_stop(room: Room) -> None:
    room.session.board.edit_note(room.notes[0], "Other words")
    before = room.snapshot
    room.session.close()
    room.session = opened_again(room.session.place.folder)
    assert room.snapshot == before
    assert room.session.undo().label == Label.EDIT_NOTE
    assert room.snapshot.notes[0].text == "Words of note 1"


def test_a_workshop_opened_to_look_at_is_not_written_to(room: Room, tmp_path: Path) -> None:
    folder = room.session.place.folder
    room.session.close()
    files = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    looking = opened_again(folder, read_only=True)
    assert len(looking.place.store.all(Note)) == 3
    with pytest.raises(WorkshopError):
        looking.board.add_note("x")
    looking.close()
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == files
    room.session = opened_again(folder)


def test_a_day_with_a_seed_is_the_same_day_again(tmp_path: Path) -> None:
    days = []
    for name in ("one", "two"):
        room = Room(given.session(tmp_path / name, seed=7))
        days.append(room.snapshot)
        room.session.close()
    assert days[0] == days[1]


def test_ids_say_nothing_and_repeat_only_with_a_seed() -> None:
    ids = {fresh_id() for _ in range(200)}
    assert len(ids) == 200 and all(len(i) == 12 and i.isalnum() and i.islower() for i in ids - {""})
    (one, _), (two, _) = repeatable("3"), repeatable("3")
    assert [one() for _ in range(5)] == [two() for _ in range(5)]


def test_a_second_run_with_the_same_seed_adds_to_the_first(tmp_path: Path) -> None:
    session = Session.make(tmp_path / "w", TITLE, None, seed=1)
    session.board.add_note("Of the first run")
    session.close()
    session = Session.open(tmp_path / "w", None, seed=1)
    session.board.add_note("Of the second run")
    assert [n.text for n in session.place.store.all(Note)] == ["Of the first run", "Of the second run"]
    session.close()


# Undo


def test_undo_and_redo_walk_through_a_day(room: Room) -> None:
    board, moments = room.session.board, [room.snapshot]
    for n in range(4):
        board.add_note(f"More {n}")
        moments.append(room.snapshot)
    for moment in moments[-2::-1]:
        room.session.undo()
        assert room.snapshot == moment
    for moment in moments[1:]:
        room.session.redo()
        assert room.snapshot == moment


def test_an_older_act_is_undone_alone_unless_somebody_needed_it_later(room: Room) -> None:
    board, (one, two, _) = room.session.board, room.notes
    board.edit_note(one, "First")
    first = room.last_seq()
    board.edit_note(two, "Second")
    change = room.session.undo(first)
    assert [n.text for n in room.snapshot.notes[:2]] == ["Words of note 1", "Second"]
    assert change == Change(
        room.last_seq(),
        Label.EDIT_NOTE,
        (RecordChange("note", one, replace(room.snapshot.notes[0], text="First"), room.snapshot.notes[0]),),
    )
    board.edit_note(one, "Third")
    third = room.last_seq()
    board.move_notes({one: (1, 1)})
    with refused(room, "changed or used the same thing later"):
        room.session.undo(third)


def test_a_note_that_an_idea_came_from_is_not_undone(room: Room) -> None:
    note = room.session.board.add_note("Seed").note
    seq = room.last_seq()
    room.session.board.add_idea("Benches", origin=[note])
    with refused(room, "later"):
        room.session.undo(seq)


@pytest.mark.parametrize("seq", [0, -1, 10**9, 10**30])
def test_what_never_was_cannot_be_undone(seq: int, still_room: Room) -> None:
    with refused(still_room, "cannot be undone any more"):
        still_room.session.undo(seq)


def test_there_is_nothing_to_do_again_after_something_new(room: Room) -> None:
    with refused(room, "nothing to do again"):
        room.session.redo()
    room.session.undo()
    room.session.board.add_note("New")
    with refused(room, "nothing to do again"):
        room.session.redo()


def test_when_an_act_was_done_and_what_would_be_done_again_can_be_read(room: Room) -> None:
    session = room.session
    session.board.add_note("New")
    (added,) = session.last_acts(1)
    assert (session.acted_at(added.seq), session.acted_at(added.seq + 1)) == (records.clock(), None)
    assert session.last_undone() is None
    undone = session.undo(added.seq)
    assert session.last_undone() == Entry(undone.seq, Label.ADD_NOTE)
    session.redo()
    assert session.last_undone() is None


def test_a_new_workshop_has_nothing_to_undo(tmp_path: Path) -> None:
    session = given.session(tmp_path / "w")
    with pytest.raises(RuleBroken, match="nothing to undo"):
        session.undo()
    session.close()


def test_after_the_day_only_what_came_after_is_undone(room: Room) -> None:
    room.close_day()
    room.session.board.withhold_note(room.notes[0], "asked for it")
    room.session.undo()
    assert room.snapshot.notes[0].state is NoteState.SHOWN
    with refused(room, "nothing to undo"):
        room.session.undo()
    assert room.day.state is DayState.CLOSED


# Looking, keeping, listening


def test_notes_are_found_whatever_the_capitals_and_accents(room: Room) -> None:
    added = room.session.board.add_note("Siân’s bench\nby the wall")
    assert room.session.search("SIAN'S BENCH") == (
        Found(added.note, added.number, "Siân’s bench\nby the wall"),
    )
    assert room.session.search("nothing like it") == ()


def test_a_moment_is_kept_and_can_be_gone_back_to(room: Room) -> None:
    name = room.session.snapshot().snapshot
    kept = room.session.place.folder / "snapshots" / name
    assert kept.is_file()
    assert room.session.snapshot().snapshot == name  # nothing happened since
    room.session.board.add_note("x")
    assert room.session.snapshot().snapshot != name


def test_whoever_listens_hears_each_act_once_it_is_saved(room: Room) -> None:
    heard: list[tuple[str, int]] = []
    room.session.listen(lambda change: heard.append((change.label, room.last_seq())))
    room.session.board.edit_note(room.notes[0], "x")
    room.session.undo()
    room.session.board.edit_note(room.notes[1], "Words of note 2")  # changes nothing
    with refused(room, "no such note"):
        room.session.board.edit_note(given.NO_OPTION, "x")  # type: ignore[arg-type]
    seq = room.last_seq()
    assert heard == [(Label.EDIT_NOTE, seq - 1), (Label.EDIT_NOTE, seq)]


def test_a_file_is_written_whole_or_not_at_all(room: Room, tmp_path: Path) -> None:
    room.session.write_file(tmp_path / "a" / "b.txt", b"whole")
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"whole"
    (tmp_path / "file").write_bytes(b"kept")
    with pytest.raises(WorkshopError):
        room.session.write_file(tmp_path / "file" / "b.txt", b"lost")
    assert (tmp_path / "file").read_bytes() == b"kept"


def test_chance_is_given_not_taken(tmp_path: Path) -> None:
    refs = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        chance = random.Random(seed)
        session = Session.make(tmp_path / name, TITLE, None, records.clock, fresh_id, chance)
        refs.append(session.people.arrive("Amina", []).ref)
        session.close()
    assert refs[0] == refs[1] != refs[2]
