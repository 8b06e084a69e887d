"""Is this workshop or copy whole? Damaged where? Looked at on a copy, so nothing is changed.

From the outside in: the keys, the file's size, its pages, its rows, its tables, and last whether
the record of what happened tells the same story as the rows.
"""

import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from sqlcipher3 import dbapi2

from workshop.domain.kinds import Scope
from workshop.domain.records import RECORD_CLASSES
from workshop.errors import NotAWorkshop, StorageError, WorkshopDamaged, WorkshopMissing
from workshop.storage import copies, log, shred, snapshots, vault
from workshop.storage.engine import Database, connect, in_plain_words
from workshop.storage.journal import lost_acts
from workshop.storage.place import refuse_unreadable
from workshop.storage.rows import CLASS_OF_TABLE, to_row
from workshop.storage.store import Store
from workshop.storage.upgrades import make_tables, needs_upgrade, refuse_foreign
from workshop.storage.vault import STORE_FILE

_TRIES = 3  # one bad reading may be the disk's fault, not the file's
_JOURNAL = f"{STORE_FILE}-wal"
# Table → what people call it.
_CALLED = {
    "workshop": "the plan of the day",
    "step": "the steps",
    "person": "the people",
    "need": "the needs",
    "answer": "the consent answers",
    "signature": "the signatures",
    "tag": "the tags",
    "note": "the notes",
    "drawing": "the drawings",
    "picture": "the pictures",
    "picture_bytes": "what the pictures show",
    "draft": "what was being written",
    "note_group": "the groups",
    "membership": "what lies in the groups",
    "idea": "the ideas",
    "round": "the votes",
    "result": "the results",
    "decision": "the decisions",
    "promise": "the promises",
    "promise_update": "the news on promises",
    "cannot": "what we cannot do",
    "response": "the sponsor's answers",
    "issued": "the list of documents",
    "change": "the record of what happened",
    "counter": "the numbers given",
    "unfinished": "the list of unfinished work",
}
# What SQLite or a cell that cannot be understood raises while a damaged file is read.
_UNREADABLE = (dbapi2.Error, ValueError, KeyError, TypeError, AttributeError, zlib.error)


@dataclass(frozen=True)
class Checked:
    """Whether all is whole; what is not, a plain sentence each; the newest snapshot to go back to."""

    whole: bool
    problems: tuple[str, ...]
    newest_good_snapshot: str | None


Secret = str | Callable[[], str | None] | None


def check(path: Path, secret: Secret) -> Checked:
    """Check a workshop's folder or a copy's file. Damage counts only when it is found three times.

    `secret` is the passphrase or recovery key, or a function that asks for it: it is asked once,
    and only where it is needed. Not for a workshop that this very program has open: closing a file
    after reading it takes SQLite's locks on it away. Raises WorkshopMissing, WrongPassphrase or
    WorkshopFromNewerVersion: nothing can be said then.
    """
    ask = cache(secret) if callable(secret) else lambda: secret
    checked = _check_once(path, ask)
    for _ in range(_TRIES - 1):
        if checked.whole:
            break
        checked = _check_once(path, ask)
    return checked


def _check_once(path: Path, ask: Callable[[], str | None]) -> Checked:
    if not path.exists():
        raise WorkshopMissing("There is no workshop at that place. Please check its name.")
    with tempfile.TemporaryDirectory(prefix="same-table-") as temporary:
        try:
            folder = _copy_of(path, Path(temporary) / "checked")
            key = vault.unlock(folder, None if vault.is_practice(folder) else ask())
        except (WorkshopDamaged, NotAWorkshop) as error:
            return Checked(False, (error.message,), None)
        problems = tuple(problems_of(folder / STORE_FILE, key))
    good = snapshots.newest_good(path, key) if path.is_dir() else None
    return Checked(not problems, problems, good)


def _copy_of(path: Path, folder: Path) -> Path:
    if path.is_file():
        return copies.unpack(path, folder)
    with in_plain_words():
        folder.mkdir()
        before = None
        while before != (before := _stamps(path)):  # somebody may be writing: copy a quiet moment
            for source in (vault.keys_path(path), *_files_of(path)):
                copy = folder / source.name
                copy.unlink(missing_ok=True)
                if source.is_file():
                    shutil.copyfile(source, copy)
    return folder


def _files_of(folder: Path) -> tuple[Path, Path]:
    """The file that the keys open, and its journal."""
    store = shred.store_path(folder)
    return store, store.with_name(_JOURNAL)


def _stamps(folder: Path) -> list[tuple[int, int]]:
    stats = [path.stat() for path in _files_of(folder) if path.is_file()]
    return [(stat.st_size, stat.st_mtime_ns) for stat in stats]


def last_act_in(folder: Path, key: bytes) -> int | None:
    """The number of the last act in a workshop's file that may be damaged; None when that is not legible.

    Looked at on a copy, so nothing is changed.
    """
    with tempfile.TemporaryDirectory(prefix="same-table-") as temporary:
        try:
            copy = _copy_of(folder, Path(temporary) / "copy") / STORE_FILE
            refuse_unreadable(copy)
            with _opened(copy, key) as database:
                return int(database.execute("SELECT max(seq) FROM change").fetchone()[0])
        except (*_UNREADABLE, StorageError):
            return None


def problems_of(path: Path, key: bytes) -> Iterator[str]:
    """A plain sentence for each thing wrong with the workshop's file at `path`, which may be changed."""
    try:
        refuse_unreadable(path)
        if lost_acts(path.with_name(_JOURNAL)):
            yield f"The journal ({_JOURNAL}) is damaged: the last acts may be missing."
        damaged, pages = _damaged_pages(path, key)
    except (WorkshopDamaged, NotAWorkshop) as error:
        yield error.message
        return
    if damaged:
        yield f"The file {STORE_FILE} is damaged: {damaged} of its {pages} pages cannot be trusted."
    if not _is_of_this_version(path, key, upgrade=not damaged):
        return  # an older file has other parts; with damaged pages it cannot be brought up to date
    # After one bad page SQLCipher refuses all others too, so each question gets a connection of its own.
    for question, sentence in _questions(thorough=not damaged):
        with _opened(path, key) as database:
            if not _answers_yes(question, database):
                yield sentence


def _damaged_pages(path: Path, key: bytes) -> tuple[int, int]:
    """How many pages are damaged, of how many, once the journal is played in."""
    with _opened(path, key) as database, in_plain_words():
        refuse_foreign(database)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        pages = database.execute("PRAGMA page_count").fetchone()[0]
        return len(snapshots.damaged_pages(database)), pages


def _is_of_this_version(path: Path, key: bytes, *, upgrade: bool) -> bool:
    """Whether the copy can be compared with what this program writes; an older one is brought up to date."""
    with _opened(path, key) as database:
        if needs_upgrade(database) and upgrade:
            make_tables(database)
        return not needs_upgrade(database)


@contextmanager
def _opened(path: Path, key: bytes) -> Iterator[Database]:
    database = connect(path, key)
    try:
        yield database
    finally:
        database.close()


Question = Callable[[Database], bool]


def _questions(*, thorough: bool) -> Iterator[tuple[Question, str]]:
    """What is asked, with the sentence for a no; the last ones make sense only when every page is whole."""
    wanted = _schema(Store.memory(datetime.now).database)
    for table, called in _CALLED.items():
        yield partial(_is_there, table), f"A part is missing: {called}."
        yield partial(_is_as_made, table, wanted[table]), f"A part is not as Same Table makes it: {called}."
        yield partial(_can_be_read, table), f"A part cannot be read: {called}."
    if thorough:
        yield _integrity, "Rows and indexes of the file do not fit each other."
        yield _references, "Some rows belong to rows that are not there."
        yield _story, "The record of what happened does not fit the rows."
        yield _numbers, "Some number was given that was never counted."
        yield _pictures, "Some pictures are listed that are not there, or are there and not listed."


def _answers_yes(question: Question, database: Database) -> bool:
    try:
        return question(database)
    except (*_UNREADABLE, WorkshopDamaged):
        return False


def _schema(database: Database) -> dict[str, str]:
    return dict(database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall())


def _is_there(table: str, database: Database) -> bool:
    return table in _schema(database)


def _is_as_made(table: str, wanted: str, database: Database) -> bool:
    """Yes also for a part that is missing: that is not this question."""
    return _schema(database).get(table, wanted) == wanted


def _can_be_read(table: str, database: Database) -> bool:
    if not _is_there(table, database):
        return True
    if table in CLASS_OF_TABLE:
        Store(database, datetime.now).all(CLASS_OF_TABLE[table])
    else:
        database.execute(f"SELECT * FROM {table}").fetchall()
    return True


def _integrity(database: Database) -> bool:
    return database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def _references(database: Database) -> bool:
    return not database.execute("PRAGMA foreign_key_check").fetchall()


def _story(database: Database) -> bool:
    """Whether the acts are numbered without a gap and fold into the very rows of the board."""
    store = Store(database, datetime.now)
    board = [cls for cls in RECORD_CLASSES if cls.scope is Scope.BOARD]
    rows = {(cls.table, record.id): to_row(record) for cls in board for record in store.all(cls)}
    count = database.execute("SELECT count(*) FROM change").fetchone()[0]
    return bool(count == store.last_seq()) and log.fold(database) == rows


def _numbers(database: Database) -> bool:
    given = dict(database.execute("SELECT name, value FROM counter").fetchall())
    for cls in RECORD_CLASSES:
        if "number" in cls.__dataclass_fields__:
            highest = database.execute(f"SELECT max(number) FROM {cls.table}").fetchone()[0]
            if highest is not None and highest > given.get(cls.table, 0):
                return False
    return True


def _pictures(database: Database) -> bool:
    """Whether each picture on a note has its bytes, and all bytes belong to one."""
    listed = database.execute("SELECT id FROM picture ORDER BY id").fetchall()
    return bool(listed == database.execute("SELECT id FROM picture_bytes ORDER BY id").fetchall())
