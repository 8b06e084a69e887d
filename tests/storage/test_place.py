"""Making and opening a workshop's folder; what bad files do to it stands in test_bad_files."""

import signal
import sqlite3
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests import given
from tests.storage import places
from tests.storage.places import FAST, PASSPHRASE
from workshop.domain.records import Note
from workshop.errors import (
    CannotWrite,
    RuleBroken,
    WorkshopDamaged,
    WorkshopFromNewerVersion,
    WorkshopInUse,
    WorkshopMissing,
    WrongPassphrase,
)
from workshop.storage import place, snapshots, upgrades
from workshop.storage.engine import STORE_PRAGMAS, Database, connect
from workshop.storage.upgrades import refuse_foreign


def test_what_was_made_opens_again_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    made = places.make(folder, notes=3)
    before = made.store.snapshot()
    assert len(made.recovery_key) == 39
    made.close()

    for secret in (PASSPHRASE, made.recovery_key):
        opened = places.open_(folder, secret)
        assert opened.store.snapshot() == before
        assert (opened.practice, opened.recovery_key) == (False, "")
        opened.close()
    assert sorted(path.name for path in folder.iterdir()) == ["keys.json", "lock", "snapshots", "workshop.db"]
    assert [path.name for path in tmp_path.iterdir()] == ["day"]


def test_a_practice_workshop_opens_without_a_passphrase(tmp_path: Path) -> None:
    made = places.make(tmp_path / "day", passphrase=None)
    assert (made.practice, made.recovery_key) == (True, "")
    made.close()

    opened = places.open_(tmp_path / "day", None)
    assert opened.practice
    opened.close()


def test_what_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuleBroken, match="12 letters"):
        places.make(tmp_path / "day", passphrase="short")
    assert list(tmp_path.iterdir()) == []

    (tmp_path / "day").mkdir()
    with pytest.raises(RuleBroken, match="of that name already"):
        places.make(tmp_path / "day")
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotWrite):
        places.make(tmp_path / "file" / "day")
    assert list((tmp_path / "day").iterdir()) == []


def test_a_crash_while_making_leaves_no_half_workshop(tmp_path: Path) -> None:
    code = "os.rename = die\nplaces.make(folder, passphrase=None)"
    places.run(code, tmp_path / "day")

    assert [path.name.startswith(".making-") for path in tmp_path.iterdir()] == [True]
    places.make(tmp_path / "day").close()


def test_nothing_secret_shows_by_chance(tmp_path: Path) -> None:
    made = places.make(tmp_path / "day")
    assert made.data_key.hex() not in repr(made)
    assert repr(made.data_key) not in repr(made)
    assert made.recovery_key not in repr(made)
    made.close()


def test_no_words_lie_open_on_the_disk(tmp_path: Path) -> None:
    made = places.make(tmp_path / "day", notes=20)
    snapshots.take(made)

    files = {path: path.read_bytes() for path in (tmp_path / "day").rglob("*") if path.is_file()}
    assert {path.name for path in files} >= {"workshop.db", "workshop.db-wal", "keys.json"}
    for path, data in files.items():
        assert b"Words of note" not in data, path
        assert b"SQLite format 3" not in data, path
        assert b"CREATE TABLE" not in data, path
    made.close()
    # The same file without a key would be found out.
    plain = connect(tmp_path / "plain.db", None)
    plain.execute("CREATE TABLE words AS SELECT 'Words of note' AS text")
    plain.close()
    assert b"Words of note" in (tmp_path / "plain.db").read_bytes()


def test_an_open_workshop_keeps_every_promise_of_its_pragmas(tmp_path: Path) -> None:
    made = places.make(tmp_path / "day")
    found = {name: made.store.database.execute(f"PRAGMA {name}").fetchone()[0] for name in STORE_PRAGMAS}
    assert found == STORE_PRAGMAS
    made.close()


def test_opening_takes_a_snapshot_only_if_something_happened(tmp_path: Path) -> None:
    made = places.make(tmp_path / "day", notes=2)
    made.close()
    assert snapshots.list_(tmp_path / "day") == ()

    for _ in range(2):
        places.open_(tmp_path / "day").close()
        assert snapshots.list_(tmp_path / "day") == ("000000003-2026-03-05T1310.db",)


# Who may come in


def test_the_keys_come_first(tmp_path: Path) -> None:
    places.make(tmp_path / "day", notes=1).close()
    (tmp_path / "day" / "workshop.db").write_bytes(b"")

    with pytest.raises(WrongPassphrase):
        places.open_(tmp_path / "day", "not the passphrase")
    with pytest.raises(WorkshopDamaged, match="empty"):
        places.open_(tmp_path / "day")
    with pytest.raises(WorkshopMissing):
        places.open_(tmp_path / "nowhere")


def test_a_second_writer_waits_outside_but_may_look(tmp_path: Path) -> None:
    first = places.make(tmp_path / "day", notes=2)

    with pytest.raises(WorkshopInUse):
        places.open_(tmp_path / "day")
    looking = places.open_(tmp_path / "day", read_only=True)
    assert len(looking.store.all(Note)) == 2
    places.add_notes(first, [3])
    assert len(looking.store.all(Note)) == 3
    with pytest.raises(CannotWrite):
        places.add_notes(looking, [4])

    looking.close()
    first.close()
    places.open_(tmp_path / "day").close()


def test_a_refused_open_lets_go_of_the_lock(tmp_path: Path) -> None:
    made = places.make(tmp_path / "day", notes=1)
    made.store.database.execute("PRAGMA user_version = 99")
    made.close()

    with pytest.raises(WorkshopFromNewerVersion):
        places.open_(tmp_path / "day")
    with pytest.raises(WorkshopFromNewerVersion):
        places.open_(tmp_path / "day", read_only=True)


# Looking only


def test_looking_writes_nothing(tmp_path: Path) -> None:
    places.make(tmp_path / "day", notes=3).close()
    before = places.picture_of(tmp_path)

    looking = places.open_(tmp_path / "day", read_only=True)
    assert len(looking.store.all(Note)) == 3
    looking.close()

    assert places.picture_of(tmp_path) == before


def test_looking_sees_what_a_crash_left_in_the_journal_and_writes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    places.run("made = places.make(folder, notes=3)\ndie()", folder)
    assert (folder / "workshop.db-wal").stat().st_size > 0
    before = places.picture_of(tmp_path)

    looking = places.open_(folder, read_only=True)
    assert len(looking.store.all(Note)) == 3
    looking.close()
    assert places.picture_of(tmp_path) == before

    # Negative control: the file alone, without its journal, tells an older story.
    database = connect(folder / "workshop.db", looking.data_key, {}, immutable=True)
    assert database.execute("SELECT count(*) FROM note").fetchone()[0] == 0
    database.close()


def test_a_killed_writer_loses_nothing_and_leaves_no_lock(tmp_path: Path) -> None:
    code = """
made = places.make(folder)
for number in range(1, 10_000):
    places.add_notes(made, [number])
    print(number, flush=True)
"""
    child = places.start(code, tmp_path / "day")
    assert child.stdout is not None
    acknowledged = [child.stdout.readline() for _ in range(40)][-1]
    child.send_signal(signal.SIGKILL)
    rest, _ = child.communicate()
    acknowledged = [acknowledged, *rest.splitlines(keepends=True)][-1]

    opened = places.open_(tmp_path / "day")
    kept = len(opened.store.all(Note))
    opened.close()
    assert kept - int(acknowledged) in (0, 1)


# Older files

UPGRADES = (upgrades.first_version, upgrades.steps_that_can_be_run, upgrades.a_board_for_many_hands)
NEXT = upgrades.VERSION + 1


@pytest.fixture
def later_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """This program as it will be one version later: notes have a mood."""
    later = type(upgrades.upgrades)("workshop")
    for number, upgrade in enumerate(UPGRADES, start=1):
        later(name=str(number))(upgrade)

    @later(name=str(NEXT))
    def with_a_mood(database: Database) -> None:
        database.execute("ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT ''")
        database.execute(f"PRAGMA user_version = {NEXT}")

    monkeypatch.setattr(upgrades, "upgrades", later)
    monkeypatch.setattr(upgrades, "VERSION", NEXT)


def older(folder: Path) -> bytes:
    made = places.make(folder, notes=3)
    made.close()
    return made.data_key


def columns(folder: Path, key: bytes, path: str = "workshop.db") -> list[str]:
    database = connect(folder / path, key, {}, immutable=True)
    try:
        refuse_foreign(database)
        return [row[1] for row in database.execute("PRAGMA table_info(note)").fetchall()]
    finally:
        database.close()


def test_an_older_file_is_brought_up_on_a_copy_and_kept(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    key = older(tmp_path / "day")
    before = (tmp_path / "day" / "workshop.db").read_bytes()
    request.getfixturevalue("later_version")

    places.open_(tmp_path / "day").close()

    assert columns(tmp_path / "day", key)[-1] == "mood"
    assert (tmp_path / "day" / "kept-aside" / "1" / "workshop.db").read_bytes() == before
    assert not list((tmp_path / "day").glob("*.part*"))
    places.open_(tmp_path / "day").close()
    assert [p.name for p in (tmp_path / "day" / "kept-aside").iterdir()] == ["1"]


def test_a_failed_upgrade_changes_nothing(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = older(tmp_path / "day")
    before = (tmp_path / "day" / "workshop.db").read_bytes()
    request.getfixturevalue("later_version")

    @upgrades.upgrades(name=str(NEXT + 1))
    def forgetful(database: Database) -> None:
        database.execute("DELETE FROM note")

    with pytest.raises(WorkshopDamaged, match="could not be brought to this version"):
        places.open_(tmp_path / "day")

    assert (tmp_path / "day" / "workshop.db").read_bytes() == before
    assert "mood" not in columns(tmp_path / "day", key)
    assert not (tmp_path / "day" / "kept-aside").exists()


def test_the_encrypted_file_is_no_file_for_another_sqlite(tmp_path: Path) -> None:
    places.make(tmp_path / "day").close()
    other = sqlite3.connect(tmp_path / "day" / "workshop.db")
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        other.execute("SELECT * FROM note")
    other.close()
    assert not issubclass(dbapi2.Error, sqlite3.Error)


def test_a_real_workshop_gets_the_real_cost(tmp_path: Path) -> None:
    made = place.make(tmp_path / "day", given.clock, PASSPHRASE)
    made.close()
    assert '"opslimit": 3' in (tmp_path / "day" / "keys.json").read_text()
    assert FAST.opslimit < 3
