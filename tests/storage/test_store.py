"""The store: an act is whole and on the disk, or did not happen."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests import given
from workshop.domain.changes import Change, RecordChange
from workshop.domain.ids import MembershipId, NoteId, PromiseId, StepId
from workshop.domain.kinds import Item, Said
from workshop.domain.labels import Label
from workshop.domain.outcomes import Promise
from workshop.domain.persons import Answer
from workshop.domain.records import RECORD_CLASSES, Group, Membership, Note, Record, Step, Workshop
from workshop.domain.snapshot import Snapshot
from workshop.errors import CannotWrite, NotAWorkshop, RuleBroken
from workshop.storage import log
from workshop.storage.store import Store


@pytest.fixture
def store() -> Store:
    return given.store()


@pytest.fixture
def file_store(tmp_path: Path) -> Iterator[Store]:
    store = Store.at(tmp_path / "workshop.db", given.KEY, given.clock)
    yield store
    store.close()


def everything(store: Store) -> tuple[Any, ...]:
    """All that an act can change, read past the store."""
    tables = [cls.table for cls in RECORD_CLASSES] + ["change", "counter"]
    return tuple(store.database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables)


# Reading


def test_a_record_comes_back_by_its_id(store: Store) -> None:
    store.apply(Label.ADD_NOTE, [given.note(1)])
    assert store.get(Note, "note-1") == given.note(1)
    assert store.get(Note, "note-2") is None
    assert store.need(Note, "note-1") == given.note(1)
    with pytest.raises(RuleBroken, match="There is no such note. Nothing was changed."):
        store.need(Note, "note-2")


def test_records_come_in_a_fixed_order_whatever_the_order_they_came_in(store: Store) -> None:
    """By position, number or order, then by id; undo and a copied file must not shuffle a printed page."""
    ada = given.person("A1")
    steps = [Step(StepId(id_), int(id_[1]), "talk", "Talk") for id_ in ("b0", "a0", "c1", "a2")]
    groups = [given.group("B"), given.group("A"), given.group("C", 1)]
    notes = [given.note(n) for n in (3, 1, 2)]
    promises = [Promise(PromiseId(id_), 1, "Shade") for id_ in ("b", "a")]
    answers = [given.answer(ada, Item.TAKE_PART, Said.NO, 2), given.answer(ada, Item.TAKE_PART)]
    store.apply(Label.IMPORT_NOTES, [*steps, *groups, *notes, *promises])
    store.apply(Label.ARRIVE, [ada, *answers])

    assert [s.id for s in store.all(Step)] == ["a0", "b0", "c1", "a2"]
    assert [g.name for g in store.all(Group)] == ["A", "B", "C"]
    assert [n.number for n in store.all(Note)] == [1, 2, 3]
    assert [p.id for p in store.all(Promise)] == ["a", "b"]
    assert [a.said for a in store.all(Answer)] == [Said.YES, Said.NO]
    assert store.count(Note) == 3


def test_a_snapshot_holds_everything(store: Store) -> None:
    note, group, ada = given.note(1), given.group("Waiting"), given.person("A1")
    lying = given.membership(note, group)
    store.apply(Label.MAKE_WORKSHOP, [given.workshop(), note, group, lying])
    store.apply(Label.ARRIVE, [ada])
    assert store.snapshot() == Snapshot(
        given.workshop(), people=(ada,), notes=(note,), groups=(group,), memberships=(lying,)
    )


def test_a_number_is_never_given_twice(store: Store) -> None:
    """Neither after an undo, nor when a row got its number by a change (I21)."""
    assert store.next_number(Note) == 1
    store.apply(Label.ADD_NOTE, [given.note(1)])
    store.undo()
    assert store.next_number(Note) == 2
    promise = Promise(PromiseId("p"), 1, "Shade")
    store.apply(Label.PROMISE, [promise])
    store.apply(Label.PROMISE, [replace(promise, number=8)])
    assert store.next_number(Promise) == 9
    assert store.next_number(Note) == 2


def test_when_the_last_act_was_saved(store: Store) -> None:
    assert (store.last_seq(), store.saved_at()) == (0, "")
    store.apply(Label.ADD_NOTE, [given.note(1)])
    assert (store.last_seq(), store.saved_at()) == (1, "2026-03-05T13:10:00")


# Writing


def test_an_act_says_what_it_changed_with_whole_records_before_and_after(store: Store) -> None:
    note, moved = given.note(1), given.note(1, x=5.0)
    assert store.apply(Label.ADD_NOTE, [note]) == Change(
        1, "add note", (RecordChange("note", "note-1", None, note),)
    )
    assert store.apply(Label.MOVE_NOTES, [moved]) == Change(
        2, "move note", (RecordChange("note", "note-1", note, moved),)
    )
    assert store.undo() == Change(3, "move note", (RecordChange("note", "note-1", moved, note),))
    assert store.undo() == Change(4, "add note", (RecordChange("note", "note-1", note, None),))


def test_an_act_that_changes_nothing_writes_nothing(store: Store) -> None:
    told: list[Change] = []
    store.apply(Label.ADD_NOTE, [given.note(1)])
    store.listeners.append(told.append)
    before = everything(store)

    assert store.apply(Label.EDIT_NOTE, [given.note(1)]) == Change(1, "change note")
    assert store.apply(Label.EDIT_NOTE, [], [given.note(2)]) == Change(1, "change note")
    assert store.apply(Label.OPEN_ROUND, [], barrier=True) == Change(1, "open the vote")
    assert (everything(store), told) == (before, [])
    assert [e.seq for e in store.history.done] == [1]


def test_a_reversal_always_writes_its_row(store: Store) -> None:
    store.apply(Label.ADD_NOTE, [given.note(1)])
    store.undo()
    store.redo()
    rows = store.database.execute("SELECT seq, label, reverts, barrier, undoable FROM change").fetchall()
    assert rows == [(1, "add note", None, 0, 1), (2, "add note", 1, 0, 1), (3, "add note", 2, 0, 1)]


def test_what_is_put_and_taken_away_in_one_act_is_taken_away(store: Store) -> None:
    store.apply(Label.ADD_NOTE, [given.note(1)])
    store.apply(Label.EDIT_NOTE, [given.note(1, "other")], [given.note(1)])
    assert store.all(Note) == ()


def test_a_row_may_take_the_unique_place_of_one_that_goes_in_the_same_act(store: Store) -> None:
    note, group = given.note(1), given.group("Waiting")
    old = given.membership(note, group)
    new = replace(old, id=MembershipId("other"))
    store.apply(Label.MAKE_GROUP, [note, group, old])
    store.apply(Label.PUT_IN_GROUP, [new], [old])
    assert store.all(Membership) == (new,)
    store.undo()
    assert store.all(Membership) == (old,)
    assert log.fold(store.database) == given.rows_in(store)


def test_people_and_board_do_not_mix_but_in_a_barrier(store: Store) -> None:
    """Else a board row would change in an act that undo cannot see."""
    both: list[Record] = [given.note(1), given.person("A1")]
    before = everything(store)
    with pytest.raises(ValueError, match="an act that can be undone cannot hold people as well"):
        store.apply(Label.ADD_NOTE, both)
    assert everything(store) == before
    store.apply(Label.ERASE_PERSON, both, barrier=True)
    assert store.count(Note) == 1


# An act is whole or did not happen


def refused_in_the_middle(store: Store) -> None:
    store.apply(
        Label.ADD_NOTE, [given.note(2), replace(given.note(1), id=NoteId("same number")), given.note(3)]
    )


def refused_at_commit(store: Store) -> None:
    store.apply(Label.TAKE_FROM_GROUP, [given.note(2)], [given.note(1)])  # note 1 still lies in a group


def stopped_in_the_middle(store: Store) -> None:
    def interrupt() -> datetime:
        raise KeyboardInterrupt  # the clock is asked after the rows are written, before the log

    Store(store.database, interrupt).apply(Label.ADD_NOTE, [given.note(2)])


def words_that_no_file_can_hold(store: Store) -> None:
    store.apply(Label.ADD_NOTE, [given.note(2), given.note(3, "half a \ud83d sign")])


def full(store: Store) -> None:
    pages = store.database.execute("PRAGMA page_count").fetchone()[0]
    store.database.execute(f"PRAGMA max_page_count = {pages}")
    try:
        store.apply(Label.IMPORT_NOTES, [given.note(n, "x" * 5000) for n in range(2, 60)])
    finally:
        store.database.execute("PRAGMA max_page_count = 1000000")


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (refused_in_the_middle, dbapi2.IntegrityError),
        (refused_at_commit, dbapi2.IntegrityError),
        (stopped_in_the_middle, KeyboardInterrupt),
        (words_that_no_file_can_hold, UnicodeEncodeError),
        (full, CannotWrite),
    ],
)
def test_an_act_that_fails_leaves_no_trace(act: Any, error: type[BaseException], file_store: Store) -> None:
    store, told = file_store, list[Change]()
    note, group = given.note(1), given.group("Waiting")
    store.apply(Label.MAKE_GROUP, [note, group, given.membership(note, group)])
    history = list(store.history.done)
    store.listeners.append(told.append)
    before = everything(store)

    with pytest.raises(error):
        act(store)

    assert (everything(store), told) == (before, [])
    assert (store.history.done, store.history.undone) == (history, [])
    assert not store.database.conn.in_transaction
    assert store.apply(Label.ADD_NOTE, [given.note(2)]).seq == 2  # and it goes on as if nothing had been
    assert len(told) == 1


def test_an_undo_that_fails_leaves_no_trace(store: Store) -> None:
    store.apply(Label.ADD_NOTE, [given.note(1)])
    before = everything(store)

    def interrupt() -> datetime:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Store(store.database, interrupt).undo()
    assert everything(store) == before


FULL_AT_COMMIT = """
import resource, signal, sys
from pathlib import Path
from tests import given
from workshop.domain.labels import Label
from workshop.errors import CannotWrite
from workshop.storage.store import Store

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.at(Path(sys.argv[1]), given.KEY, given.clock)
store.apply(Label.ADD_NOTE, [given.note(1)])
log_size = Path(sys.argv[1] + "-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (log_size, resource.RLIM_INFINITY))
try:
    store.apply(Label.ADD_NOTE, [given.note(2)])
except CannotWrite as error:
    print(error.message)
assert store.count(type(given.note(1))) == store.last_seq() == 1
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.apply(Label.ADD_NOTE, [given.note(3)])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are a thing of POSIX")
def test_a_disk_that_takes_no_more_at_the_moment_of_saving(tmp_path: Path) -> None:
    path = tmp_path / "workshop.db"
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", FULL_AT_COMMIT, str(path)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.startswith("The disk did not answer as it should. Everything saved before is safe;")
    store = Store.at(path, given.KEY, given.clock)
    assert store.all(Note) == (given.note(1), given.note(3))
    assert log.fold(store.database) == given.rows_in(store)
    store.close()


# Telling


def test_a_listener_is_told_once_an_act_when_it_is_kept(file_store: Store, tmp_path: Path) -> None:
    told: list[tuple[Change, int]] = []
    other = Store.at(tmp_path / "workshop.db", given.KEY, given.clock, read_only=True)
    file_store.listeners.append(lambda change: told.append((change, other.last_seq())))

    acts = [
        file_store.apply(Label.ADD_NOTE, [given.note(1), given.note(2)]),
        file_store.apply(Label.ARRIVE, [given.person("A1")]),
        file_store.undo(),
        file_store.redo(),
        file_store.apply(Label.OPEN_ROUND, [given.workshop()], barrier=True),
    ]
    with pytest.raises(RuleBroken):
        file_store.undo()
    other.close()

    # Another reader already saw each act when the listener was told of it.
    assert told == [(act, act.seq) for act in acts]


def test_a_listener_that_fails_does_not_take_the_act_back(store: Store) -> None:
    def broken(change: Change) -> None:
        raise ZeroDivisionError

    store.listeners.append(broken)
    with pytest.raises(ZeroDivisionError):
        store.apply(Label.ADD_NOTE, [given.note(1)])
    assert store.all(Note) == (given.note(1),)
    assert [e.seq for e in store.history.done] == [1]


def test_a_listener_may_act_itself(store: Store) -> None:
    def count(change: Change) -> None:
        if change.label == Label.ADD_NOTE:
            store.apply(Label.FINISHED, [given.workshop(finished=store.count(Note))])

    store.listeners.append(count)
    store.apply(Label.ADD_NOTE, [given.note(1)])
    assert [e.label for e in store.history.done] == ["add note", "finished writing"]
    assert store.history == Store(store.database, given.clock).history


# The file


def test_a_file_is_found_again_as_it_was_left(tmp_path: Path) -> None:
    path = tmp_path / "workshop.db"
    store = Store.at(path, given.KEY, given.clock)
    store.apply(Label.MAKE_WORKSHOP, [given.workshop()])
    store.apply(Label.ADD_NOTE, [given.note(1, "Qwertzu")])
    store.undo()
    store.close()

    again = Store.at(path, given.KEY, given.clock, read_only=True)
    assert again.snapshot() == Snapshot(given.workshop())
    assert [e.label for e in again.history.undone] == ["add note"]
    with pytest.raises(CannotWrite, match="cannot be written to"):
        again.apply(Label.ADD_NOTE, [given.note(2)])
    again.close()
    assert [p.name for p in tmp_path.iterdir() if b"Qwertzu" in p.read_bytes()] == []


@pytest.mark.parametrize("read_only", [True, False])
def test_the_file_of_another_program_is_refused_and_gets_no_table_of_ours(
    tmp_path: Path, read_only: bool
) -> None:
    path = tmp_path / "other.db"
    connection = dbapi2.connect(str(path))
    connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()
    with pytest.raises(NotAWorkshop, match="It was not changed"):
        Store.at(path, None, given.clock, read_only=read_only)  # type: ignore[arg-type]
    connection = dbapi2.connect(str(path))
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("recipe",)]
    connection.close()


def test_the_row_of_the_day_itself_exists_once(store: Store) -> None:
    store.apply(Label.MAKE_WORKSHOP, [given.workshop()])
    with pytest.raises(dbapi2.IntegrityError):
        store.apply(Label.MAKE_WORKSHOP, [replace(given.workshop(), id="second")])
    assert store.all(Workshop) == (given.workshop(),)


def test_the_records_of_one_group_are_found_in_their_order() -> None:
    store = given.store()
    notes = [given.note(n) for n in (1, 2, 3)]
    groups = [given.group("A"), given.group("B")]
    placed = [given.membership(n, groups[i % 2], position=9 - i) for i, n in enumerate(notes)]
    store.apply(Label.MAKE_GROUP, [*notes, *groups, *placed])

    assert store.where(Membership, "group", groups[0].id) == (placed[2], placed[0])
    assert store.where(Membership, "group", "nowhere") == ()
