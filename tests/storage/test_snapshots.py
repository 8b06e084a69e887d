"""Snapshots: whole or not there, in the order of what happened, and a way back that loses nothing."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from tests import given
from tests.storage import places
from workshop.domain.records import Note
from workshop.errors import CannotWrite, WorkshopDamaged, WorkshopInUse, WorkshopMissing
from workshop.storage import snapshots, vault
from workshop.storage.engine import connect
from workshop.storage.place import Place
from workshop.storage.snapshots import Restored, list_, newest_good, restore, take, thin_out, to_keep


@pytest.fixture
def day(tmp_path: Path) -> Place:
    """A workshop with three snapshots: of 1, of 2 and of 3 notes; open."""
    made = places.make(tmp_path / "day")
    for number in (1, 2, 3):
        places.add_notes(made, [number])
        take(made)
    return made


def named(number: int) -> str:
    return f"{number:09d}-2026-03-05T1310.db"


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def notes_in(folder: Path) -> int:
    opened = places.open_(folder)
    count = len(opened.store.all(Note))
    opened.close()
    return count


def test_a_snapshot_holds_everything_and_is_encrypted(day: Place) -> None:
    path = day.folder / "snapshots" / named(4)
    database = connect(path, day.data_key, {}, immutable=True)
    assert database.execute("SELECT count(*) FROM note").fetchone()[0] == 3
    database.close()

    assert b"Words of note" not in path.read_bytes()
    assert snapshots.is_whole(path, day.data_key)
    assert not snapshots.is_whole(path, bytes(32))
    day.close()


def test_a_snapshot_is_taken_only_if_something_happened(day: Place) -> None:
    before = places.picture_of(day.folder / "snapshots")

    assert take(day).name == named(4)

    assert places.picture_of(day.folder / "snapshots") == before
    assert list_(day.folder) == (named(2), named(3), named(4))
    day.close()


def test_the_order_is_that_of_the_acts_whatever_the_clock_says(tmp_path: Path) -> None:
    times = iter([datetime(2026, 10, 25, 1, 30), datetime(1970, 1, 1), datetime(2026, 10, 25, 1, 10)])
    made = places.make(tmp_path / "day")
    made.store.clock = lambda: next(times)
    for number in (1, 2, 3):
        places.add_notes(made, [number])
        take(made)
    made.close()

    assert list_(tmp_path / "day") == (
        "000000002-2026-10-25T0130.db",
        "000000003-1970-01-01T0000.db",
        "000000004-2026-10-25T0110.db",
    )
    assert newest_good(tmp_path / "day", made.data_key) == "000000004-2026-10-25T0110.db"


def test_a_snapshot_that_is_not_whole_is_thrown_away(day: Place) -> None:
    places.add_notes(day, [4])
    # A reference into nowhere: SQLite copies it, our check does not let it pass.
    day.store.database.execute("PRAGMA foreign_keys = OFF")
    day.store.database.execute("INSERT INTO need VALUES ('n', 'nobody', 'loop', 'open')")

    with pytest.raises(WorkshopDamaged, match="not whole"):
        take(day)

    assert sorted(path.name for path in (day.folder / "snapshots").iterdir()) == [named(n) for n in (2, 3, 4)]
    day.close()


def test_a_snapshot_killed_half_way_is_no_snapshot(tmp_path: Path) -> None:
    code = """
made = places.make(folder, notes=3)
os.replace = die
from workshop.storage import snapshots
snapshots.take(made)
"""
    places.run(code, tmp_path / "day")
    assert [path.name for path in (tmp_path / "day" / "snapshots").iterdir()] == [named(4) + ".part"]

    assert list_(tmp_path / "day") == ()
    assert notes_in(tmp_path / "day") == 3
    assert [path.name for path in (tmp_path / "day" / "snapshots").iterdir()] == [named(4)]


def test_where_snapshots_cannot_be_written_it_is_said(tmp_path: Path) -> None:
    made = places.make(tmp_path / "day", notes=1)
    (tmp_path / "day" / "snapshots").write_text("in the way")

    with pytest.raises(CannotWrite):
        take(made)
    made.close()


# Thinning out


def name_of(seq: int, day: int, minute: int = 0) -> str:
    return f"{seq:09d}-2026-03-{day:02d}T10{minute:02d}.db"


def test_twelve_of_the_last_day_and_one_of_each_of_seven_days_before() -> None:
    names = [name_of(day * 100 + n, day, n) for day in range(1, 13) for n in range(20)]

    kept = to_keep(names)

    assert sorted(kept) == [name_of(day * 100 + 19, day, 19) for day in range(5, 12)] + [
        name_of(1200 + n, 12, n) for n in range(8, 20)
    ]


def test_nothing_is_kept_of_nothing() -> None:
    assert to_keep([]) == frozenset()


@for_all(st.lists(st.integers(1, 28), max_size=80))
def test_the_newest_is_always_kept_and_thinning_twice_changes_nothing(days: list[int]) -> None:
    names = [name_of(seq, day) for seq, day in enumerate(days)]

    kept = to_keep(names)

    assert kept <= set(names)
    assert not names or names[-1] in kept
    assert len(kept) <= 12 + 7
    assert to_keep([name for name in names if name in kept]) == kept


def test_thinning_out_deletes_snapshots_only(day: Place) -> None:
    folder = day.folder / "snapshots"
    for n in range(20):
        (folder / name_of(100 + n, 9, n)).write_bytes(b"x")
    (folder / "letter.txt").write_text("not ours")

    gone = thin_out(day.folder)

    # The fifth of March was one day before: its last one stays.
    assert gone == (named(2), named(3), *(name_of(100 + n, 9, n) for n in range(8)))
    assert list_(day.folder) == (named(4), *(name_of(100 + n, 9, n) for n in range(8, 20)))
    assert (folder / "letter.txt").exists()
    day.close()


# Going back


@pytest.mark.parametrize("damaged", [0, 1, 2, 3])
def test_the_newest_good_one_is_found(day: Place, damaged: int) -> None:
    for name in list_(day.folder)[3 - damaged :]:
        damage(day.folder / "snapshots" / name)

    assert newest_good(day.folder, day.data_key) == [named(4), named(3), named(2), None][damaged]
    day.close()


def test_going_back_keeps_the_present_file_aside(day: Place) -> None:
    places.add_notes(day, [4])
    day.close()
    present = (day.folder / "workshop.db").read_bytes()

    assert restore(day.folder, day.data_key) == Restored(named(4), "kept-aside/1")

    assert (day.folder / "kept-aside" / "1" / "workshop.db").read_bytes() == present
    assert notes_in(day.folder) == 3


def test_going_back_twice_overwrites_nothing(day: Place) -> None:
    day.close()

    assert restore(day.folder, day.data_key, named(3)) == Restored(named(3), "kept-aside/1")
    assert restore(day.folder, day.data_key, "2") == Restored(named(2), "kept-aside/2")

    aside = day.folder / "kept-aside"
    assert sorted(os.listdir(aside / "1")) == [named(4), "workshop.db"]
    assert sorted(os.listdir(aside / "2")) == [named(3), "workshop.db"]
    assert notes_in(day.folder) == 1


def test_after_going_back_the_new_story_has_the_newest_snapshot(day: Place) -> None:
    day.close()
    restore(day.folder, day.data_key, named(2))

    opened = places.open_(day.folder)
    places.add_notes(opened, [7])
    assert take(opened).name == named(3)
    opened.close()

    assert list_(day.folder) == (named(2), named(3))
    restore(day.folder, day.data_key)
    opened = places.open_(day.folder)
    assert [note.number for note in opened.store.all(Note)] == [1, 7]
    opened.close()


def test_a_journal_never_plays_into_the_file_that_comes_in_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    code = """
from workshop.storage import snapshots
made = places.make(folder, notes=1)
snapshots.take(made)
places.add_notes(made, range(2, 30))
die()
"""
    places.run(code, folder)
    key = vault.unlock(folder, places.PASSPHRASE)
    journal = (folder / "workshop.db-wal").read_bytes()

    restore(folder, key)

    assert (folder / "kept-aside" / "1" / "workshop.db-wal").read_bytes() == journal
    assert not (folder / "workshop.db-wal").exists()
    assert notes_in(folder) == 1


def test_going_back_killed_half_way_can_be_done_again(day: Place) -> None:
    places.add_notes(day, [4])
    day.close()
    code = """
from workshop.storage import snapshots, vault
real, count = os.replace, int(sys.argv[2])
def replace(source, target):
    global count
    count -= 1
    die() if count < 0 else real(source, target)
os.replace = replace
print(snapshots.restore(folder, vault.unlock(folder, places.PASSPHRASE), "3").snapshot)
"""
    # Before the copy is there, before the newer snapshot moves, before the file moves, before the last step.
    for steps in (0, 1, 2, 2):
        assert places.run(code, day.folder, str(steps)) == ""
    with pytest.raises(WorkshopDamaged, match="missing"):
        places.open_(day.folder)
    assert places.run(code, day.folder, "99") == named(3) + "\n"

    aside = day.folder / "kept-aside"
    assert sum(path.name == "workshop.db" for path in aside.rglob("*")) == 1
    assert sum(path.name == named(4) for path in aside.rglob("*")) == 1
    assert notes_in(day.folder) == 2


def test_what_cannot_be_gone_back_to_is_said_and_nothing_moves(day: Place) -> None:
    with pytest.raises(WorkshopInUse):
        restore(day.folder, day.data_key)
    day.close()
    damage(day.folder / "snapshots" / named(4))
    before = places.picture_of(day.folder)

    with pytest.raises(WorkshopMissing, match="no snapshot of that name"):
        restore(day.folder, day.data_key, "../workshop.db")
    with pytest.raises(WorkshopDamaged, match="That snapshot is damaged"):
        restore(day.folder, day.data_key, named(4))
    assert places.picture_of(day.folder) == before

    for name in list_(day.folder)[:2]:
        damage(day.folder / "snapshots" / name)
    with pytest.raises(WorkshopDamaged, match="no whole snapshot"):
        restore(day.folder, day.data_key)


def test_the_clock_of_tests_names_the_snapshots() -> None:
    assert named(1).endswith(f"{given.NOW:%Y-%m-%dT%H%M}.db")
