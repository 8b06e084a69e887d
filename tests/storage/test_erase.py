"""Whoever is erased is in no byte any more: not in a page, a journal, a snapshot or the story."""

import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import given
from tests.storage import places
from tests.storage.erasing import (
    ADA,
    BO,
    CANARIES,
    FIRST,
    SECOND,
    STROKE,
    plain_place,
    readings,
    remains,
    without_key,
)
from workshop.domain.kinds import NoteState
from workshop.domain.labels import Label
from workshop.domain.persons import Answer, Need, Person, Signature
from workshop.domain.records import Note
from workshop.errors import CannotWrite, RuleBroken, WorkshopDamaged, WorkshopInUse
from workshop.storage import erase, log, snapshots
from workshop.storage.checks import check
from workshop.storage.destroy import destroy_workshop
from workshop.storage.engine import STORE_PRAGMAS, connect
from workshop.storage.erase import erase_person, finish_erasures
from workshop.storage.place import Place


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Place]:
    made = plain_place(tmp_path / "day")
    yield made
    made.close()


# What is taken out, and what stays


def test_the_rows_of_the_person_go_and_the_rest_of_the_room_stays(day: Place) -> None:
    before = day.store.snapshot()

    erased = erase_person(day, ADA.id)

    after = day.store.snapshot()
    assert day.store.all(Person) == (BO,)
    assert {row.person for cls in (Need, Answer) for row in day.store.all(cls)} == {BO.id}
    assert day.store.all(Signature) == ()
    blank = replace(before.notes[0], text="", translation="", author=None, withheld_reason="taken back")
    assert after.notes == (blank, *before.notes[1:])
    assert blank.state is NoteState.WITHHELD
    assert after.promises == (replace(before.promises[0], owner_person=None),)
    assert [document.people for document in after.issued] == [(), (BO.id,), (BO.id,)]
    assert (erased.notes, erased.promises) == (("note-1",), ("p",))
    assert [document.number for document in erased.recall] == [1, 3]
    assert erased.change.label == "erase a person"


def test_the_story_still_folds_into_the_rows(day: Place) -> None:
    erase_person(day, ADA.id)

    assert log.fold(day.store.database) == given.rows_in(day.store)
    seqs = [row[0] for row in day.store.database.execute("SELECT seq FROM change ORDER BY seq").fetchall()]
    assert seqs == list(range(1, len(seqs) + 1))


def test_the_story_of_the_others_is_not_touched(day: Place) -> None:
    def told_of_bo() -> list[Any]:
        kept = day.store.database.execute("SELECT diff FROM change ORDER BY seq").fetchall()
        lines = [line for (data,) in kept for line in log.unpack_kept(data)]
        return [line for line in lines if "18" in line[1] or line[1] == "note-2"]

    before = told_of_bo()
    assert len(before) == 5
    erase_person(day, ADA.id)

    assert told_of_bo() == before


def test_an_erasure_cannot_be_undone_nor_anything_before_it(day: Place) -> None:
    told: list[str] = []
    day.store.listeners.append(lambda change: told.append(change.label))

    erase_person(day, ADA.id)

    assert told == ["erase a person"]
    for refused in (day.store.undo, day.store.redo):
        with pytest.raises(RuleBroken):
            refused()
    day.store.apply(Label.ADD_NOTE, [given.note(4)])
    day.store.undo()
    assert len(day.store.all(Note)) == 3


def test_somebody_without_notes_is_erased_as_well_and_nobody_is_refused(day: Place) -> None:
    with pytest.raises(RuleBroken, match="no such person"):
        erase_person(day, given.person("99").id)

    quiet = given.person("19", "Quiet")
    day.store.apply(Label.ARRIVE, [quiet])
    assert erase_person(day, quiet.id).notes == ()
    assert [person.ref for person in day.store.all(Person)] == ["17", "18"]
    assert len(day.store.all(Note)) == 3


# No byte is left


def test_nothing_of_the_person_is_left_in_any_byte(day: Place) -> None:
    snapshots.take(day)
    aside = snapshots.new_aside(day.folder)
    (aside / "workshop.db").write_bytes((day.folder / "workshop.db").read_bytes())
    shared = {"Induction loop near the window"}  # Bo needs that too
    assert remains(day.folder) == set(CANARIES)

    erase_person(day, ADA.id)

    assert remains(day.folder) == shared
    assert not any(str(number).encode() in data for number in STROKE for data in readings(day.folder))
    assert (day.folder / "workshop.db-wal").stat().st_size < 20_000  # what came after, not what was before
    assert len(snapshots.list_(day.folder)) == 1
    assert not (day.folder / "kept-aside").exists()
    erase_person(day, BO.id)
    assert remains(day.folder) == set()


@pytest.mark.parametrize("guard", ["no new file", "no emptied journal", "old snapshots", "the story"])
def test_without_one_of_its_steps_an_erasure_leaves_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, guard: str
) -> None:
    """Negative controls: each step is taken away, and the search finds what it should have cleaned."""
    pragmas = STORE_PRAGMAS | ({"secure_delete": 0} if guard == "no new file" else {})
    place = plain_place(tmp_path / "day", pragmas)
    place.store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    snapshots.take(place)
    if guard == "no new file":
        monkeypatch.setattr(erase, "_rewrite_file", _only_checkpoint)
    elif guard == "no emptied journal":
        place.store.apply(Label.ADD_NOTE, [given.note(9, SECOND, author=ADA.id)])
        monkeypatch.setattr(erase, "_rewrite_file", lambda database: None)
    elif guard == "old snapshots":
        monkeypatch.setattr(snapshots, "forget_all", lambda folder: None)
    else:
        monkeypatch.setattr(erase, "_blank", lambda cells, *_: cells)

    erase_person(place, ADA.id)

    assert remains(tmp_path / "day") - {"Induction loop near the window"}
    place.close()


def _only_checkpoint(database: Any) -> None:
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def test_the_search_finds_each_shape() -> None:
    shapes = [
        "..kestrel..".encode("utf-16-le"),
        b"--" + base64.b64encode(b"a kestrel there")[2:],
        "êmarmalêd".encode(),
        json.dumps("marmalêd").encode(),
        b"kestrel".hex().encode(),
        b"lertsek",
        b"\0\0" + log.pack_kept([FIRST]) + b"\0",
    ]
    for shape in shapes:
        assert remains(Path("/nowhere"), shape), shape
    assert not remains(Path("/nowhere"), b"nothing here")


def test_the_encrypted_workshop_is_cleaned_by_the_same_steps_and_stays_whole(tmp_path: Path) -> None:
    made = places.make(tmp_path / "day")
    made.store.apply(Label.ARRIVE, [ADA, BO])
    made.store.apply(Label.ADD_NOTE, [given.note(1, FIRST, author=ADA.id)])
    snapshots.take(made)

    erase_person(made, ADA.id)

    assert snapshots.list_(made.folder) == ("000000004-2026-03-05T1310.db",)
    made.close()
    assert check(made.folder, places.PASSPHRASE).whole


# Crashes and full disks

ERASE = """
from tests.storage.erasing import ADA, plain_place
from workshop.storage import erase, snapshots
place = plain_place(folder)
snapshots.take(place)
step, stop = 0, int(sys.argv[2])
def trace(sql):
    global step
    if sql.startswith(("VACUUM", "PRAGMA wal_checkpoint", "DELETE FROM unfinished", "COMMIT")):
        step += 1
        if step == stop:
            die()
place.store.database.conn.set_trace_callback(trace)
erase.erase_person(place, ADA.id)
print(step)
"""


@pytest.mark.parametrize("stop", range(1, 6))
def test_a_crash_in_between_is_made_good_at_the_next_open(tmp_path: Path, stop: int) -> None:
    """Killed before each step: either nothing was erased, or everything is once it is opened again."""
    assert places.run(ERASE, tmp_path / "day", str(stop)) == ""
    place = without_key(tmp_path / "day")

    finish_erasures(place)

    whole = len(place.store.all(Person)) == 2
    left = remains(tmp_path / "day") - {"Induction loop near the window"}
    assert whole == (stop == 1)
    assert left == (set(CANARIES) - {"Induction loop near the window"} if whole else set())
    assert log.fold(place.store.database) == given.rows_in(place.store)
    assert place.store.database.execute("SELECT count(*) FROM unfinished").fetchone()[0] == 0
    place.close()


def test_without_the_note_that_it_is_unfinished_a_crash_would_leave_the_words(tmp_path: Path) -> None:
    places.run(ERASE, tmp_path / "day", "2")
    place = without_key(tmp_path / "day")
    place.store.database.execute("DELETE FROM unfinished")

    finish_erasures(place)

    assert "kestrel" in remains(tmp_path / "day")
    place.close()


def test_opening_the_workshop_finishes_what_was_begun(tmp_path: Path) -> None:
    code = """
from workshop.storage import erase, snapshots
from tests.storage.erasing import ADA
made = places.make(folder)
made.store.apply(Label.ARRIVE, [ADA])
snapshots.take(made)
made.store.listeners.append(die)
erase.erase_person(made, ADA.id)
"""
    places.run(code, tmp_path / "day")
    assert snapshots.list_(tmp_path / "day") == ("000000002-2026-03-05T1310.db",)

    opened = places.open_(tmp_path / "day")

    assert snapshots.list_(tmp_path / "day") == ("000000003-2026-03-05T1310.db",)
    assert opened.store.all(Person) == ()
    opened.close()


def test_when_somebody_is_still_reading_it_is_said_and_finished_later(day: Place) -> None:
    reader = connect(day.folder / "workshop.db", None, read_only=True)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM note").fetchone()
    day.store.database.execute("PRAGMA busy_timeout = 10")

    with pytest.raises(WorkshopInUse, match="What was to go is taken out"):
        erase_person(day, ADA.id)
    reader.close()

    finish_erasures(day)
    assert remains(day.folder) == {"Induction loop near the window"}


def test_when_there_is_no_room_to_clean_it_is_said_and_finished_later(
    day: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    (day.folder / "snapshots").write_text("in the way of the new snapshot")

    with pytest.raises(CannotWrite, match="What was to go is taken out"):
        erase_person(day, ADA.id)

    (day.folder / "snapshots").unlink()
    finish_erasures(day)
    assert remains(day.folder) == {"Induction loop near the window"}
    assert len(snapshots.list_(day.folder)) == 1


def test_a_workshop_that_is_destroyed_is_gone_key_first(tmp_path: Path) -> None:
    made = places.make(tmp_path / "day", notes=3)
    code = """
import shutil
from workshop.storage import destroy
shutil.rmtree = die
destroy.destroy_workshop(places.open_(folder))
"""
    made.close()
    places.run(code, made.folder)
    # Killed after the key and before the files: nobody opens it any more.
    with pytest.raises(WorkshopDamaged, match="keys.json"):
        places.open_(made.folder, made.recovery_key)

    other = places.make(tmp_path / "other", notes=3)
    destroy_workshop(other)
    assert [path.name for path in tmp_path.iterdir()] == ["day"]
