"""Whole or not, and where not: found on a copy, with nothing changed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import given
from tests.storage import places
from tests.storage.places import PASSPHRASE
from workshop.domain.labels import Label
from workshop.errors import WorkshopFromNewerVersion, WorkshopMissing, WrongPassphrase
from workshop.storage import log, snapshots
from workshop.storage.checks import Checked, check
from workshop.storage.copies import copy_out
from workshop.storage.engine import connect

SNAPSHOT = "000000004-2026-03-05T1310.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed workshop with three notes, somebody in the room and a snapshot."""
    made = places.make(tmp_path / "day", notes=3)
    snapshots.take(made)
    ada = given.person("1")
    made.store.apply(Label.ARRIVE, [ada, given.need(ada)])
    made.close()
    return made.folder


@pytest.fixture
def changed(folder: Path) -> Iterator["Changed"]:
    return Changed(folder)


class Changed:
    """Writes past the store, as no part of the program ever does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = places.open_(folder, read_only=True).data_key

    def by(self, *statements: str) -> Checked:
        database = connect(self.folder / "workshop.db", self.key, {})
        for sql in ("PRAGMA foreign_keys = OFF", "PRAGMA writable_schema = ON", *statements):
            database.execute(sql)
        database.close()
        return check(self.folder, PASSPHRASE)


def test_a_whole_workshop_is_whole(folder: Path) -> None:
    assert check(folder, PASSPHRASE) == Checked(True, (), SNAPSHOT)


def test_checking_changes_nothing_and_works_while_somebody_writes(folder: Path) -> None:
    before = places.picture_of(folder)
    check(folder, PASSPHRASE)
    assert places.picture_of(folder) == before

    opened = places.open_(folder)
    places.add_notes(opened, [4])
    before = places.picture_of(folder)
    assert check(folder, PASSPHRASE).whole
    assert places.picture_of(folder) == before
    opened.close()


def test_a_copy_is_checked_as_a_workshop_is(folder: Path, tmp_path: Path) -> None:
    opened = places.open_(folder)
    path = copy_out(opened, tmp_path).path
    opened.close()
    assert check(path, PASSPHRASE) == Checked(True, (), None)

    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert check(path, PASSPHRASE) == Checked(
        False, ("This copy is damaged. Nothing was changed. Please use another copy of the workshop.",), None
    )


def test_the_passphrase_is_asked_once_and_only_where_it_is_needed(folder: Path, tmp_path: Path) -> None:
    asked: list[str] = []

    def ask() -> str:
        asked.append("asked")
        return PASSPHRASE

    (folder / "workshop.db").write_bytes((folder / "workshop.db").read_bytes()[:-4096])
    assert not check(folder, ask).whole
    assert asked == ["asked"]

    places.make(tmp_path / "practice", passphrase=None).close()
    assert check(tmp_path / "practice", ask).whole
    assert asked == ["asked"]


def test_where_nothing_can_be_said_it_is_an_error(folder: Path, changed: Changed) -> None:
    with pytest.raises(WorkshopMissing):
        check(folder / "nowhere", PASSPHRASE)
    for wrong in (None, "not the passphrase"):
        with pytest.raises(WrongPassphrase):
            check(folder, wrong)
    with pytest.raises(WorkshopFromNewerVersion):
        changed.by("PRAGMA user_version = 99")


def test_damaged_keys_are_named(folder: Path) -> None:
    (folder / "keys.json").write_bytes((folder / "keys.json").read_bytes()[:-9])

    assert check(folder, PASSPHRASE) == Checked(
        False,
        (
            "The keys of this workshop (keys.json) are damaged, so it cannot be opened. "
            "Nothing was changed. Please use a copy of this workshop.",
        ),
        None,
    )


def test_a_damaged_page_is_counted_and_the_part_named(folder: Path, changed: Changed) -> None:
    path = folder / "workshop.db"
    database = connect(path, changed.key, {}, immutable=True)
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    root = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'note'").fetchone()[0]
    database.close()
    assert root > 5  # behind the pages of the schema: without these no part could be read
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 + 99] ^= 1
    path.write_bytes(data)

    assert check(folder, PASSPHRASE) == Checked(
        False,
        (
            f"The file workshop.db is damaged: 1 of its {pages} pages cannot be trusted.",
            "A part cannot be read: the notes.",
        ),
        SNAPSHOT,
    )


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM person", "Some rows belong to rows that are not there."),
        ("UPDATE note SET text = 'other words' WHERE number = 2", "The record of what happened does not fit"),
        ("DELETE FROM note WHERE number = 2", "The record of what happened does not fit the rows."),
        ("DELETE FROM change WHERE seq = 2", "The record of what happened does not fit the rows."),
        ("UPDATE change SET diff = x'00' WHERE seq = 2", "The record of what happened does not fit"),
        ("DELETE FROM counter", "Some number was given that was never counted."),
        ("DROP TABLE promise", "A part is missing: the promises."),
        ("ALTER TABLE note ADD COLUMN odd TEXT", "A part is not as Same Table makes it: the notes."),
        ("UPDATE note SET kind = 'nonsense'", "A part cannot be read: the notes."),
        (
            "DELETE FROM sqlite_master WHERE name = 'sqlite_autoindex_note_2'",
            "Rows and indexes of the file do not fit each other.",
        ),
        ("PRAGMA application_id = 7", "This file was made by another program, not by Same Table."),
    ],
)
def test_each_kind_of_harm_is_found(changed: Changed, statement: str, problem: str) -> None:
    checked = changed.by(statement)

    assert not checked.whole
    assert any(found.startswith(problem) for found in checked.problems), checked.problems
    assert all(found.endswith(".") for found in checked.problems)


def test_without_harm_the_same_way_of_writing_finds_nothing(changed: Changed) -> None:
    assert changed.by("SELECT 1") == Checked(True, (), SNAPSHOT)


def test_a_damaged_journal_is_found_though_sqlite_says_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    places.run("made = places.make(folder, notes=6)\ndie()", folder)
    journal = folder / "workshop.db-wal"
    whole = journal.read_bytes()
    assert check(folder, PASSPHRASE).whole

    for at in (0, 9, 17, 30, 32 + 9, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
        data = bytearray(whole)
        data[at] ^= 1
        journal.write_bytes(data)
        assert check(folder, PASSPHRASE).problems == (
            "The journal (workshop.db-wal) is damaged: the last acts may be missing.",
        ), at

    # Negative control: SQLite opens it without a word, and notes are gone.
    opened = places.open_(folder)
    assert opened.store.last_seq() < 7
    opened.close()


def test_what_an_older_journal_left_behind_is_no_damage(tmp_path: Path) -> None:
    code = """
made = places.make(folder, notes=30)
made.store.database.execute("PRAGMA wal_checkpoint(RESTART)").fetchall()
places.add_notes(made, [31])
die()
"""
    places.run(code, tmp_path / "day")

    assert check(tmp_path / "day", PASSPHRASE).whole


def test_a_journal_torn_at_its_end_is_no_damage(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    places.run("made = places.make(folder, notes=3)\ndie()", folder)
    with (folder / "workshop.db-wal").open("ab") as journal:
        journal.write(bytes(2000))

    assert check(folder, PASSPHRASE).whole


def test_the_story_is_checked_against_every_row(folder: Path) -> None:
    opened = places.open_(folder)
    assert log.fold(opened.store.database) == given.rows_in(opened.store)
    opened.close()


@pytest.mark.parametrize("version", ["version-1", "version-2"])
def test_a_whole_file_of_an_older_version_is_whole(version: str, tmp_path: Path) -> None:
    folder = tmp_path / "day"
    shutil.copytree(Path(__file__).resolve().parents[1] / "files" / version, folder)
    before = places.picture_of(folder)
    assert check(folder, PASSPHRASE).problems == ()
    assert places.picture_of(folder) == before


def test_a_damaged_file_of_an_older_version_is_told_of_by_its_pages(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    shutil.copytree(Path(__file__).resolve().parents[1] / "files" / "version-2", folder)
    data = bytearray((folder / "workshop.db").read_bytes())
    data[5000] ^= 1
    (folder / "workshop.db").write_bytes(data)
    problems = check(folder, PASSPHRASE).problems
    assert len(problems) == 1
    assert "pages cannot be trusted" in problems[0]


def test_a_picture_that_is_listed_and_not_there_is_noticed(changed: Changed) -> None:
    checked = changed.by("INSERT INTO picture SELECT 'p', id, 1, 1, '', '[]', 0 FROM note LIMIT 1")
    assert checked.problems == ("Some pictures are listed that are not there, or are there and not listed.",)
