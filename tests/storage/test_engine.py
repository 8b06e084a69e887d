"""Opening a file: each promise of the engine is asked for, read back, and missed when it is not kept."""

from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from workshop.errors import CannotWrite, StorageError, WorkshopDamaged, WorkshopInUse
from workshop.storage import engine
from workshop.storage.engine import (
    APPLICATION_ID,
    BOX_PRAGMAS,
    STORE_PRAGMAS,
    connect,
    in_plain_words,
    plain_error,
    set_pragmas,
)

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
SECRET = b"words of the room"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    database = connect(path, KEY)
    database.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT")
    with database.atomic():
        for n in range(200):
            database.execute("INSERT INTO t VALUES (?, ?)", [n, SECRET.decode() * 20])
    database.close()
    return path


def test_the_application_id_reads_stbt() -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"STBT"


# Pragmas


@pytest.mark.parametrize("pragmas", [STORE_PRAGMAS, BOX_PRAGMAS])
def test_every_pragma_holds_on_a_file_that_is_open(path: Path, pragmas: dict[str, str | int]) -> None:
    database = connect(path, KEY, pragmas)
    found = {name: database.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas}
    assert found == pragmas
    database.close()


def test_the_promises_are_these() -> None:
    """Each line here is what keeps acts, secrets or files whole; a change of one is a change of promise."""
    assert STORE_PRAGMAS == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "cell_size_check": 1,
    }
    changed = {k: v for k, v in BOX_PRAGMAS.items() if STORE_PRAGMAS[k] != v}
    assert changed == {"journal_mode": "truncate", "synchronous": 3}


WEAKER: dict[str, str | int] = {
    "journal_mode": "off",
    "synchronous": 1,
    "foreign_keys": 0,
    "secure_delete": 0,
    "temp_store": 0,
    "cell_size_check": 0,
}


@pytest.mark.parametrize("name", STORE_PRAGMAS)
def test_a_weaker_promise_shows_when_it_is_read_back(
    name: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: with one line of the table weakened, the file that opens is really weaker."""
    monkeypatch.setitem(engine.STORE_PRAGMAS, name, WEAKER[name])
    database = connect(path, KEY)
    found = database.execute(f"PRAGMA {name}").fetchone()[0]
    database.close()
    monkeypatch.undo()
    assert found == WEAKER[name] != STORE_PRAGMAS[name]


@pytest.mark.parametrize("name", STORE_PRAGMAS)
def test_a_pragma_that_does_not_take_is_refused(
    name: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: SQLite keeps quiet about a value it does not know; reading it back does not."""
    monkeypatch.setitem(engine.STORE_PRAGMAS, name, "impossible")
    with pytest.raises(StorageError, match=f"does not keep the promise “{name}”. Nothing was written."):
        connect(path, KEY)


def test_a_pragma_that_sqlite_does_not_know_is_refused(path: Path) -> None:
    with pytest.raises(StorageError, match="does not keep the promise “no_such_pragma”"):
        connect(path, KEY, {**STORE_PRAGMAS, "no_such_pragma": 1})


def test_foreign_keys_that_sqlite_quietly_leaves_off_are_noticed() -> None:
    """In a transaction SQLite ignores this pragma without a word."""
    database = connect(None, None, {"foreign_keys": 0})
    with pytest.raises(StorageError, match="foreign_keys"), database.atomic():
        set_pragmas(database, {"foreign_keys": 1})
    database.close()


# Encryption and damage


def test_nothing_in_the_file_or_its_journal_can_be_read(path: Path) -> None:
    database = connect(path, KEY)
    database.execute("UPDATE t SET b = b || 'x'")
    files = [p for p in path.parent.iterdir() if SECRET in p.read_bytes()]
    assert path.with_name("a.db-wal").stat().st_size > 0
    assert files == []
    database.close()
    plain = connect(path.with_name("plain.db"), None)  # negative control: the search does find plain words
    plain.execute("CREATE TABLE t AS SELECT ? AS b", [SECRET.decode()])
    plain.close()
    assert SECRET in path.with_name("plain.db").read_bytes()


def is_whole(path: Path) -> bool:
    """Whether a reader who asks for all rows, and for every page besides, is told of no damage."""
    try:
        with in_plain_words():
            database = connect(path, KEY)
            try:
                database.execute("SELECT sum(length(b)) FROM t").fetchone()
                return database.execute("PRAGMA cipher_integrity_check").fetchall() == []
            finally:
                database.close()
    except WorkshopDamaged:
        return False


def test_one_flipped_bit_is_noticed_on_any_page(path: Path) -> None:
    whole = path.read_bytes()
    assert is_whole(path)
    for place in range(100, len(whole), 4096):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert not is_whole(path)


def test_the_wrong_key_opens_nothing_and_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(WorkshopDamaged):
        connect(path, OTHER_KEY)
    assert path.read_bytes() == before


def test_a_file_that_was_refused_is_let_go_of(path: Path) -> None:
    """An open handle would keep Windows from moving the file aside."""
    proc = Path("/proc/self/fd")
    if not proc.is_dir():
        pytest.skip("only where the system lists the open files of a process")
    with pytest.raises(WorkshopDamaged):
        connect(path, OTHER_KEY)
    assert [fd for fd in proc.iterdir() if fd.exists() and fd.resolve() == path.resolve()] == []


# Reading only


def test_a_file_opened_to_be_read_is_not_written_to(path: Path) -> None:
    before = path.read_bytes()
    database = connect(path, KEY, read_only=True)
    assert database.execute("SELECT count(*) FROM t").fetchone() == (200,)
    with pytest.raises(CannotWrite, match="cannot be written to"), in_plain_words():
        database.execute("DELETE FROM t")
    database.close()
    assert path.read_bytes() == before


def test_an_immutable_file_gets_no_file_beside_it(path: Path) -> None:
    database = connect(path, KEY, immutable=True)
    assert database.execute("SELECT count(*) FROM t").fetchone() == (200,)
    assert [p.name for p in path.parent.iterdir()] == ["a.db"]
    database.close()


def test_a_file_to_be_read_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        connect(tmp_path / "none.db", KEY, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_signs_with_a_meaning_in_addresses_are_plain_signs_in_a_path(tmp_path: Path) -> None:
    folder = tmp_path / "50 % ? #ärzte & co"
    folder.mkdir()
    connect(folder / "a?mode=ro.db", KEY).close()
    assert [p.name for p in folder.iterdir()] == ["a?mode=ro.db"]


# Errors


@pytest.mark.parametrize(
    ("code", "kind", "begins"),
    [
        (dbapi2.SQLITE_FULL, CannotWrite, "The disk is full. Everything saved before is safe"),
        (dbapi2.SQLITE_IOERR, CannotWrite, "The disk did not answer as it should."),
        (dbapi2.SQLITE_IOERR | (4 << 8), CannotWrite, "The disk did not answer"),  # of fsync
        (dbapi2.SQLITE_READONLY, CannotWrite, "This folder or file cannot be written to."),
        (dbapi2.SQLITE_CANTOPEN, CannotWrite, "This folder or file cannot be written to."),
        (dbapi2.SQLITE_PERM, CannotWrite, "This folder or file cannot be written to."),
        (dbapi2.SQLITE_BUSY, WorkshopInUse, "Another Same Table has this workshop open."),
        (dbapi2.SQLITE_BUSY | (2 << 8), WorkshopInUse, "Another Same Table"),  # of a stale snapshot
        (dbapi2.SQLITE_LOCKED, WorkshopInUse, "Another Same Table has this workshop open."),
        (dbapi2.SQLITE_PROTOCOL, WorkshopInUse, "Another Same Table has this workshop open."),
        (dbapi2.SQLITE_CORRUPT, WorkshopDamaged, "This file cannot be read: it is damaged."),
        (dbapi2.SQLITE_NOTADB, WorkshopDamaged, "This file cannot be read: it is damaged."),
    ],
)
def test_what_the_disk_says_becomes_a_sentence(code: int, kind: type[StorageError], begins: str) -> None:
    error = plain_error(code)
    assert type(error) is kind
    assert error.message.startswith(begins)
    assert error.message.endswith(".")
    assert error.message.count(". ") >= 2  # what happened, what is safe, what to do


OURS = [
    "ERROR",
    "INTERNAL",
    "ABORT",
    "NOMEM",
    "INTERRUPT",
    "SCHEMA",
    "TOOBIG",
    "CONSTRAINT",
    "MISMATCH",
    "MISUSE",
]


@pytest.mark.parametrize("name", OURS)
def test_a_bug_of_ours_is_not_put_down_to_the_disk(name: str) -> None:
    assert plain_error(getattr(dbapi2, f"SQLITE_{name}")) is None


def closed(database: Any) -> None:
    database.close()
    database.execute("SELECT 1")


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (closed, dbapi2.ProgrammingError),
        (lambda d: d.execute("SELECT ?", [1, 2]), dbapi2.ProgrammingError),
        (lambda d: d.execute("SELECT * FROM no_such_table"), dbapi2.OperationalError),
        (lambda d: 1 / 0, ZeroDivisionError),
    ],
)
def test_other_errors_pass_through(act: Any, error: type[Exception]) -> None:
    database = connect(None, None)
    with pytest.raises(error) as caught, in_plain_words():
        act(database)
    assert not isinstance(caught.value, StorageError)


def test_what_the_system_says_becomes_a_sentence_that_keeps_its_reason() -> None:
    with pytest.raises(CannotWrite, match="The disk is full"), in_plain_words():
        raise OSError(28, "No space left on device")


def test_a_second_writer_is_told_that_the_workshop_is_open_elsewhere(path: Path) -> None:
    first, second = connect(path, KEY), connect(path, KEY)
    second.execute("PRAGMA busy_timeout = 10")
    first.execute("BEGIN IMMEDIATE")
    with pytest.raises(WorkshopInUse, match="Another Same Table has this workshop open"), in_plain_words():
        second.execute("DELETE FROM t")
    first.execute("ROLLBACK")
    first.close()
    second.close()
