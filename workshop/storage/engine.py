"""Opening an encrypted SQLite file the one way that Same Table opens files.

SQLCipher encrypts every page and notices a flipped bit. Every pragma that a promise rests on is
set AND read back at each open, because the defaults differ between builds.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from workshop.errors import CannotWrite, StorageError, WorkshopDamaged, WorkshopInUse

__all__ = ["APPLICATION_ID", "BOX_PRAGMAS", "STORE_PRAGMAS", "Database", "connect", "in_plain_words"]

APPLICATION_ID = 0x53544254  # "STBT": tells our files from every other program's

# Name of the pragma → the value SQLite must answer when asked.
STORE_PRAGMAS: dict[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: an acknowledged act survives a power cut
    "foreign_keys": 1,
    "secure_delete": 1,
    "temp_store": 2,  # MEMORY: no plain words in a temporary file
    "cell_size_check": 1,
}
# A ballot box never uses a WAL: its frames keep the order in which ballots were cast.
BOX_PRAGMAS: dict[str, str | int] = {
    **STORE_PRAGMAS,
    "journal_mode": "truncate",
    "synchronous": 3,  # EXTRA: the emptied journal is on disk as well
}


def connect(
    path: Path | None,
    key: bytes | None,
    pragmas: dict[str, str | int] = STORE_PRAGMAS,
    *,
    read_only: bool = False,
    immutable: bool = False,
) -> Database:
    """Open the file at `path` (None: in memory) with a 32-byte `key` (None: not encrypted, for tests).

    `immutable`: nobody else writes to the file and it has no journal; only then does looking at it
    leave no new file beside it, and only then can it lie on a read-only disk.
    Raises WorkshopDamaged when the bytes are no database under this key, WorkshopInUse when
    another program holds it, StorageError when a pragma does not take.
    """
    read_only = read_only or immutable
    with in_plain_words():
        # No plug-in of sqlite-utils that happens to be installed here gets into an open workshop.
        database = Database(_connection(path, key, read_only, immutable), execute_plugins=False)
        # Looking at a file neither writes to it nor changes how it keeps its journal.
        wanted = {k: v for k, v in pragmas.items() if not (read_only and k == "journal_mode")}
        if path is None:
            wanted = {**wanted, "journal_mode": "memory"}
        try:
            set_pragmas(database, wanted)
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except (dbapi2.Error, StorageError):
            database.close()  # an open file could be neither moved aside nor replaced on Windows
            raise
    return database


def _connection(
    path: Path | None, key: bytes | None, read_only: bool, immutable: bool
) -> "dbapi2.Connection":
    if path is None:
        return dbapi2.connect(":memory:", isolation_level=None)
    target = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    target += "&immutable=1" if immutable else ""
    connection = dbapi2.connect(target, uri=True, isolation_level=None, timeout=2.0)
    if key is not None:
        # Silences SQLCipher's own lines on standard error: people get our sentence instead.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def set_pragmas(database: Database, pragmas: dict[str, str | int]) -> None:
    """Set each pragma and read it back; StorageError where this SQLite does not obey."""
    for name, value in pragmas.items():
        database.execute(f"PRAGMA {name} = {value}")
        found = database.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != value:
            raise StorageError(
                f"This computer's storage does not keep the promise “{name}”. Nothing was written. "
                "Please use another computer."
            )


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turn what SQLite and the disk say into one of our errors, so that people get a sentence.

    What is a bug of ours (wrong SQL, a closed file, a broken constraint) passes through as it is:
    nobody may be told that their file is damaged because we made a mistake.
    """
    try:
        yield
    except dbapi2.Error as error:
        plain = plain_error(getattr(error, "sqlite_errorcode", dbapi2.SQLITE_MISUSE))
        if plain is None:
            raise
        raise plain from error
    except OSError as error:
        raise CannotWrite(_of_the_disk(error.errno)) from error


def _of_the_disk(number: int | None) -> str:
    """The sentence for an error number of the system's."""
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _FULL[1]
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _NO_ACCESS[1]
    if number in (errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.ENAMETOOLONG):
        return (
            "There is no such place to write to, or something else has that name. "
            "Everything saved before is safe. Please choose another place."
        )
    return (
        "The disk did not take it. Everything saved before is safe. Please try again, or choose another disk."
    )


def plain_error(code: int) -> StorageError | None:
    """The error of ours for a result code of SQLite's; None where the code tells of a bug of ours."""
    kind, sentence = _PLAIN.get(code & 0xFF, (None, ""))  # the low byte is the kind of failure
    return None if kind is None else kind(sentence)


_FULL = (
    CannotWrite,
    "The disk is full. Everything saved before is safe; the last act was not done. "
    "Please free some space and do it again.",
)
_FAILED = (
    CannotWrite,
    "The disk did not answer as it should. Everything saved before is safe; the last act was not done. "
    "Please check the disk or stick and do it again.",
)
_NO_ACCESS = (
    CannotWrite,
    "This folder or file cannot be written to. Nothing was changed. "
    "Please choose another folder or unlock this one.",
)
_IN_USE = (
    WorkshopInUse,
    "Another Same Table has this workshop open. Nothing was changed. Please go on there.",
)
_DAMAGED = (
    WorkshopDamaged,
    "This file cannot be read: it is damaged. It is kept as it is. Please go back to a copy: ./run restore.",
)
# Source: https://www.sqlite.org/rescode.html, the primary result codes.
_PLAIN: dict[int, tuple[type[StorageError], str]] = {
    dbapi2.SQLITE_FULL: _FULL,
    dbapi2.SQLITE_IOERR: _FAILED,
    dbapi2.SQLITE_READONLY: _NO_ACCESS,
    dbapi2.SQLITE_CANTOPEN: _NO_ACCESS,
    dbapi2.SQLITE_PERM: _NO_ACCESS,
    dbapi2.SQLITE_BUSY: _IN_USE,
    dbapi2.SQLITE_LOCKED: _IN_USE,
    dbapi2.SQLITE_PROTOCOL: _IN_USE,
    dbapi2.SQLITE_CORRUPT: _DAMAGED,
    dbapi2.SQLITE_NOTADB: _DAMAGED,
}
