"""One workshop on the disk, open: its folder, its key, its lock and its store.

The keys come first, so that a wrong passphrase is never called damage. Then the file is looked at
before SQLite may write to it: SQLite would take an empty file for a new one and fill it with tables.
"""

import os
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from workshop.errors import NotAWorkshop, RuleBroken, WorkshopDamaged, WorkshopInUse
from workshop.storage import erase, shred, snapshots, vault
from workshop.storage.engine import Database, connect, in_plain_words
from workshop.storage.files import PART, copy_whole, replace, settle
from workshop.storage.lock import hold, is_held
from workshop.storage.store import Clock, Store
from workshop.storage.upgrades import make_tables, needs_upgrade, refuse_foreign
from workshop.storage.vault import STORE_FILE

PAGE = 4096  # bytes of a page of ours; SQLCipher's own default
# How files of other programs begin. Ours begins with 16 random bytes.
_FOREIGN = (b"SQLite format 3", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"%PDF", b"\xef\xbb\xbf")
_TRIES = 3  # a page that reads badly once may be the disk's fault, not the file's


@dataclass(eq=False)
class Place:
    """An open workshop. `recovery_key` is there only straight after new keys were made, to be printed."""

    folder: Path
    store: Store
    data_key: bytes = field(repr=False)
    practice: bool
    recovery_key: str = field(default="", repr=False)
    secret: str | None = field(default=None, repr=False)  # what it was opened with; new keys need it
    read_only: bool = False
    _closing: ExitStack = field(default_factory=ExitStack, repr=False)

    def close(self) -> None:
        """Let go of the file, the lock and whatever was only for looking."""
        self.store.close()
        self._closing.close()


def make(folder: Path, clock: Clock, passphrase: str | None, cost: vault.Cost = vault.COST) -> Place:
    """Make and open a workshop in a new `folder`; without a passphrase it is a practice workshop.

    It is built beside and renamed when it is whole, so a crash leaves no half workshop. Raises
    RuleBroken when the folder is there already or the passphrase is too short, CannotWrite.
    """
    if folder.exists():
        raise RuleBroken(
            "There is a workshop of that name already. Nothing was changed. Please name it anew."
        )
    with ExitStack() as stack, in_plain_words():
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        building = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))
        stack.callback(shutil.rmtree, building, ignore_errors=True)
        keys = _new_keys(building, passphrase, cost)
        Store.at(building / STORE_FILE, keys.data_key, clock).close()
        settle(building / STORE_FILE)
        settle(building)
        os.rename(building, folder)
        settle(folder.parent)
    place = _open_to_write(folder, clock, keys.data_key, passphrase is None)
    place.recovery_key, place.secret = keys.recovery_key, passphrase
    return place


def _new_keys(folder: Path, passphrase: str | None, cost: vault.Cost) -> vault.Keys:
    if passphrase is None:
        return vault.Keys(vault.make_practice_keys(folder), "")
    return vault.make_keys(folder, passphrase, cost)


def open_(folder: Path, clock: Clock, secret: str | None, read_only: bool = False) -> Place:
    """Open the workshop in `folder` with its passphrase or recovery key (practice: None).

    Read-only takes no lock and writes nothing in the folder. Raises WorkshopMissing, NotAWorkshop,
    WrongPassphrase, WorkshopFromNewerVersion, WorkshopDamaged, WorkshopInUse or CannotWrite.
    """
    key = vault.unlock(folder, secret)
    practice = vault.is_practice(folder)
    place = (_open_to_look if read_only else _open_to_write)(folder, clock, key, practice)
    place.secret, place.read_only = secret, read_only
    return place


def refuse_unreadable(path: Path) -> None:
    """Raise for a file that SQLite must not be let near: missing, empty, cut off, another program's."""
    if not path.is_file():
        raise _damaged("The file of this workshop is missing")
    with in_plain_words(), path.open("rb") as file:
        start, size = file.read(16), path.stat().st_size
    if size == 0:
        raise _damaged("The file of this workshop is empty")
    if start.startswith(_FOREIGN) or (start.isascii() and start.decode("ascii").isprintable()):
        raise NotAWorkshop(
            "This file was made by another program, not by Same Table. It was not changed. "
            "Please choose a workshop."
        )
    if size % PAGE and not has_journal(path):  # with a journal, SQLite mends a torn end by itself
        raise _damaged("The end of the file of this workshop is cut off")


def _damaged(what: str) -> WorkshopDamaged:
    return WorkshopDamaged(f"{what}. Nothing was changed. Please go back to a snapshot: ./run restore.")


def has_journal(path: Path) -> bool:
    """Whether acts wait in the journal beside the file."""
    journal = path.with_name(f"{path.name}-wal")
    return journal.exists() and journal.stat().st_size > 0


# Writing


def _open_to_write(folder: Path, clock: Clock, key: bytes, practice: bool) -> Place:
    path = folder / STORE_FILE
    refuse_unreadable(path)  # before the lock: another program's folder gets no file of ours
    with ExitStack() as stack:
        stack.callback(hold(folder).release)
        shred.finish(folder)
        refuse_unreadable(path)  # once more, now that nobody else can change it
        if _is_of_older_version(path, key):
            _upgrade(folder, key)
        store = Store.at(path, key, clock)
        stack.callback(store.close)
        _refuse_damaged_pages(store.database)
        place = Place(folder, store, key, practice)
        erase.finish_erasures(place)
        if store.last_seq():
            snapshots.take(place)
            snapshots.thin_out(folder)
        place._closing = stack.pop_all()
    return place


def _is_of_older_version(path: Path, key: bytes) -> bool:
    database = connect(path, key, {}, read_only=True, immutable=not has_journal(path))
    try:
        with in_plain_words():
            refuse_foreign(database)
            return needs_upgrade(database)
    finally:
        database.close()


def _refuse_damaged_pages(database: Database) -> None:
    with in_plain_words():
        # A page half copied at a crash is whole again once the journal is played in.
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if all(snapshots.damaged_pages(database) for _ in range(_TRIES)):
            raise _damaged("A part of the file of this workshop is damaged")


def _upgrade(folder: Path, key: bytes) -> None:
    """Bring a copy to the present version, check it, keep the old file aside, put the copy in its place."""
    path, part = folder / STORE_FILE, folder / f"upgrading{PART}"
    with ExitStack() as stack:
        stack.callback(part.unlink, missing_ok=True)
        counted = _copy_and_count(path, key, part)
        _upgrade_copy(part, key, counted)
        copy_whole(path, snapshots.new_aside(folder) / path.name)
        with in_plain_words():
            if has_journal(path):
                raise WorkshopInUse(
                    "Another Same Table is reading this workshop. Nothing was changed. Please close it first."
                )
            replace(part, path)


def _copy_and_count(path: Path, key: bytes, part: Path) -> dict[str, int]:
    database = connect(path, key)
    try:
        with in_plain_words():
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        snapshots.write_copy(database, key, part)
        return _counts(database)
    finally:
        database.close()


def _upgrade_copy(part: Path, key: bytes, counted: dict[str, int]) -> None:
    database = connect(part, key)
    try:
        with in_plain_words():
            make_tables(database)
        now = _counts(database)
        lost = [name for name, count in counted.items() if now.get(name, 0) < count]
        if needs_upgrade(database) or lost:
            raise _not_upgraded()
    finally:
        database.close()
    if not snapshots.is_whole(part, key):
        raise _not_upgraded()


def _not_upgraded() -> WorkshopDamaged:
    return WorkshopDamaged(
        "This older workshop could not be brought to this version. It was not changed. "
        "Please open it with the version it was made with, and check it."
    )


def _counts(database: Database) -> dict[str, int]:
    named = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlite%'"
    ).fetchall()
    return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in named}


# Looking


def _open_to_look(folder: Path, clock: Clock, key: bytes, practice: bool) -> Place:
    path, held = shred.store_path(folder), is_held(folder)
    with ExitStack() as stack:
        # Whoever writes there has looked at the file; were it this very program, closing the file
        # after a look would take SQLite's own locks away (sqlite.org/howtocorrupt.html, 2.2).
        if not held:
            refuse_unreadable(path)
            path = _copied_to_look_at(path, stack) if has_journal(path) else path
            path = _upgraded_to_look_at(path, key, stack) if _is_of_older_version(path, key) else path
        # With a journal SQLite itself keeps a reader and a living writer apart.
        database = connect(path, key, read_only=True, immutable=not held and not has_journal(path))
        stack.callback(database.close)
        with in_plain_words():
            refuse_foreign(database)
        return Place(folder, Store(database, clock), key, practice, _closing=stack.pop_all())


def _copied_to_look_at(path: Path, stack: ExitStack) -> Path:
    """A copy (encrypted too) of a file with acts in its journal: to read these, SQLite must write."""
    with in_plain_words():
        copy = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="same-table-"))) / path.name
        for ending in ("", "-wal") if has_journal(path) else ("",):
            shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
    return copy


def _upgraded_to_look_at(path: Path, key: bytes, stack: ExitStack) -> Path:
    """A copy (encrypted too) of an older file, brought to the present version; the file stays as it is."""
    copy = _copied_to_look_at(path, stack)
    database = connect(copy, key)
    try:
        make_tables(database)
    finally:
        database.close()
    return copy
