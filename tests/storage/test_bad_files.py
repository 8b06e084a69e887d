"""Every bad thing that can happen to a workshop's files ends in one sentence, and nothing is lost."""

import random
import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests import given
from tests.storage import places
from tests.storage.places import PASSPHRASE, flip_bit
from workshop.domain.labels import Label
from workshop.domain.records import Note
from workshop.errors import (
    NotAWorkshop,
    StorageError,
    WorkshopDamaged,
    WorkshopFromNewerVersion,
    WorkshopInUse,
    WrongPassphrase,
)
from workshop.storage import checks, snapshots, vault
from workshop.storage.checks import check
from workshop.storage.engine import connect
from workshop.storage.snapshots import Restored
from workshop.storage.store import Store
from workshop.storage.upgrades import make_tables

SNAPSHOT = "000000021-2026-03-05T1310.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed workshop with twenty notes and a snapshot of all."""
    made = places.make(tmp_path / "day", notes=20)
    snapshots.take(made)
    made.close()
    return made.folder


def refused(folder: Path, error: type[StorageError], words: str = "This|The") -> None:
    """Opening, looking and making a copy of it all say the same, and no byte is changed."""
    before = places.picture_of(folder)
    for read_only in (False, True):
        with pytest.raises(error, match=words) as caught:
            places.open_(folder, read_only=read_only)
        said = caught.value.message
        assert said.endswith(".")
        assert "Error" not in said and "Traceback" not in said
    assert places.picture_of(folder) == before


def saved_by_going_back(folder: Path) -> None:
    """The newest good snapshot is offered, and brings everything back; the bad file is kept."""
    bad = (folder / "workshop.db").read_bytes() if (folder / "workshop.db").exists() else None
    if bad is not None:
        assert check(folder, PASSPHRASE).newest_good_snapshot == SNAPSHOT
    key = vault.unlock(folder, PASSPHRASE)
    assert snapshots.restore(folder, key) == Restored(SNAPSHOT, "kept-aside/1")
    kept = folder / "kept-aside" / "1" / "workshop.db"
    assert (kept.read_bytes() if kept.exists() else None) == bad
    opened = places.open_(folder)
    assert len(opened.store.all(Note)) == 20
    opened.close()


# Files that are not what they should be


def _missing(path: Path, _: bytes) -> None:
    path.unlink()


def _empty(path: Path, _: bytes) -> None:
    path.write_bytes(b"")


def _half(path: Path, whole: bytes) -> None:
    path.write_bytes(whole[: len(whole) // 4096 // 2 * 4096])


def _torn(path: Path, whole: bytes) -> None:
    path.write_bytes(whole[: len(whole) // 2 + 77])


def _one_page(path: Path, whole: bytes) -> None:
    path.write_bytes(whole[:4096])


def _no_header(path: Path, whole: bytes) -> None:
    path.write_bytes(bytes(100) + whole[100:])


def _zeros(path: Path, whole: bytes) -> None:
    path.write_bytes(bytes(len(whole)))


def _noise(path: Path, whole: bytes) -> None:
    path.write_bytes(random.Random(3).randbytes(len(whole)))


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (_missing, "is missing"),
        (_empty, "is empty"),
        (_half, "damaged"),
        (_torn, "cut off"),
        (_one_page, "damaged"),
        (_no_header, "damaged"),
        (_zeros, "damaged"),
        (_noise, "damaged"),
    ],
)
def test_a_damaged_file_is_told_and_the_snapshot_brings_all_back(
    folder: Path, harm: Callable[[Path, bytes], None], words: str
) -> None:
    harm(folder / "workshop.db", (folder / "workshop.db").read_bytes())

    refused(folder, WorkshopDamaged, words)
    assert not check(folder, PASSPHRASE).whole
    saved_by_going_back(folder)


def test_sqlite_itself_would_fill_an_empty_file_with_tables(tmp_path: Path) -> None:
    """Why the file is looked at before SQLite is: the negative control of the case above."""
    (tmp_path / "workshop.db").write_bytes(b"")
    Store.at(tmp_path / "workshop.db", bytes(32), given.clock).close()
    assert (tmp_path / "workshop.db").stat().st_size > 0


def _sqlite(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()


@pytest.mark.parametrize(
    "put",
    [
        _sqlite,
        lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(8184)),
        lambda path: path.write_bytes(b"PK\x03\x04" + bytes(8188)),
        lambda path: path.write_bytes(b"Dear all, please find here the minutes of the meeting."),
        lambda path: path.write_text("\ufeffnumber;text\n1;benches\n"),
        lambda path: path.write_bytes(b"x"),
    ],
    ids=["sqlite", "png", "zip", "text", "csv", "one letter"],
)
def test_another_programs_file_is_not_touched(folder: Path, put: Callable[[Path], object]) -> None:
    (folder / "workshop.db").unlink()
    put(folder / "workshop.db")

    refused(folder, NotAWorkshop, "another program")
    checked = check(folder, PASSPHRASE)
    assert checked.problems == (
        "This file was made by another program, not by Same Table. It was not changed. "
        "Please choose a workshop.",
    )
    saved_by_going_back(folder)


def test_an_encrypted_file_of_another_program_is_not_touched(folder: Path) -> None:
    key = vault.unlock(folder, PASSPHRASE)
    (folder / "workshop.db").unlink()
    other = connect(folder / "workshop.db", key, {})
    other.execute("CREATE TABLE theirs (x)")
    other.close()

    refused(folder, NotAWorkshop)


def test_a_newer_file_is_not_touched(folder: Path) -> None:
    database = connect(folder / "workshop.db", vault.unlock(folder, PASSPHRASE), {})
    database.execute("PRAGMA user_version = 99")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    database.close()

    refused(folder, WorkshopFromNewerVersion)


def test_a_folder_in_the_place_of_the_file_is_told(folder: Path) -> None:
    (folder / "workshop.db").unlink()
    (folder / "workshop.db").mkdir()

    refused(folder, WorkshopDamaged)


def test_a_wrong_passphrase_changes_nothing(folder: Path) -> None:
    before = places.picture_of(folder)

    with pytest.raises(WrongPassphrase):
        places.open_(folder, "not the passphrase")

    assert places.picture_of(folder) == before


# Flipped bits


def test_each_of_a_hundred_flipped_bits_is_noticed(folder: Path) -> None:
    path, chance = folder / "workshop.db", random.Random(2026)
    whole, key = path.read_bytes(), vault.unlock(folder, PASSPHRASE)

    for _ in range(100):
        path.write_bytes(whole)
        flip_bit(path, chance)
        assert not snapshots.is_whole(path, key)
        assert next(checks.problems_of(path, key), None) is not None
        with pytest.raises(WorkshopDamaged):
            places.open_(folder).close()

    for _ in range(3):
        path.write_bytes(whole)
        flip_bit(path, chance)
        checked = check(folder, PASSPHRASE)
        assert not checked.whole
        assert checked.newest_good_snapshot == SNAPSHOT


def test_without_the_seal_of_each_page_most_flipped_bits_would_pass_in_silence(tmp_path: Path) -> None:
    path, chance = tmp_path / "plain.db", random.Random(2026)
    database = connect(path, None)
    make_tables(database)
    store = Store(database, given.clock)
    for number in range(1, 60):
        store.apply(Label.ADD_NOTE, [given.note(number, "Words that nobody else keeps. " * 8)])
    store.close()
    whole = path.read_bytes()
    texts = _texts(path)

    silent = 0
    for _ in range(100):
        path.write_bytes(whole)
        flip_bit(path, chance)
        silent += _changed_in_silence(path, texts)

    assert silent > 5


def _texts(path: Path) -> list[tuple[object, ...]]:
    reading = dbapi2.connect(str(path))
    try:
        return list(reading.execute("SELECT *, (SELECT group_concat(hex(diff)) FROM change) FROM note"))
    finally:
        reading.close()


def _changed_in_silence(path: Path, texts: list[tuple[object, ...]]) -> bool:
    try:
        reading = dbapi2.connect(str(path))
        sound = reading.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        reading.close()
        return sound and _texts(path) != texts
    except (dbapi2.Error, UnicodeDecodeError):
        return False


def test_one_bad_reading_is_not_called_damage(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that stumbles once: asked again, the pages are whole, so nobody is told of damage."""
    answers = iter([["HMAC verification failed for page 3"], []])
    monkeypatch.setattr(snapshots, "damaged_pages", lambda _: next(answers, []))
    places.open_(folder).close()

    results = iter([checks.Checked(False, ("A part cannot be read.",), None), checks.Checked(True, (), None)])
    monkeypatch.setattr(checks, "_check_once", lambda *_: next(results))
    assert check(folder, PASSPHRASE).whole


# Somebody else, and sudden ends


def test_a_second_same_table_is_told_so(tmp_path: Path) -> None:
    code = "made = places.make(folder, notes=2)\nprint('open', flush=True)\nsignal.pause()"
    child = places.start(code, tmp_path / "day")
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"

    with pytest.raises(WorkshopInUse):
        places.open_(tmp_path / "day")
    looking = places.open_(tmp_path / "day", read_only=True)
    assert len(looking.store.all(Note)) == 2
    looking.close()

    child.send_signal(signal.SIGKILL)
    child.communicate()
    places.open_(tmp_path / "day").close()


@pytest.mark.parametrize("turn", range(5))
def test_killed_in_the_middle_of_writing_loses_nothing_acknowledged(tmp_path: Path, turn: int) -> None:
    code = """
made = places.make(folder)
for number in range(1, 100_000):
    places.add_notes(made, [number])
    os.write(1, b"%d\\n" % number)
"""
    child = places.start(code, tmp_path / "day")
    assert child.stdout is not None
    for _ in range(random.Random(turn).randrange(20, 200)):
        line = child.stdout.readline()
    child.send_signal(signal.SIGKILL)
    rest, _ = child.communicate()
    last = int(([line, *rest.splitlines()])[-1])

    assert check(tmp_path / "day", PASSPHRASE).whole
    opened = places.open_(tmp_path / "day")
    numbers = [note.number for note in opened.store.all(Note)]
    opened.close()
    assert numbers in (list(range(1, last + 1)), list(range(1, last + 2)))
