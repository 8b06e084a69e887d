"""Whole copies of the workshop's file beside it, and the way back to one of them.

A snapshot is named after the number of the last act in it, and the time of that act. Which one is
newer is read off the number, never off the clock, so that a changed clock cannot mix them up. Going
back never overwrites anything: the present file moves into `kept-aside`.
"""

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.errors import StorageError, WorkshopDamaged, WorkshopMissing
from workshop.storage.engine import Database, connect, in_plain_words
from workshop.storage.files import PART, copy_whole, replace, settle
from workshop.storage.lock import hold
from workshop.storage.upgrades import refuse_foreign
from workshop.storage.vault import STORE_FILE

if TYPE_CHECKING:
    from workshop.storage.place import Place

SNAPSHOTS = "snapshots"
KEPT_ASIDE = "kept-aside"
OF_ONE_DAY = 12
DAYS = 7
_NAME = re.compile(r"(\d{9,})-(\d{4}-\d\d-\d\d)T\d{4}\.db")
_NEVER = "0000-00-00T00:00"  # stands for the time of the last act where there was none
# SQLite's companions of a file: they belong to that very file and go where it goes.
_COMPANIONS = ("-wal", "-shm")


@dataclass(frozen=True)
class Restored:
    """What going back did: the snapshot that is open now, and where the former file lies."""

    snapshot: str
    kept_aside: str


def take(place: "Place") -> Path:
    """The newest snapshot, taken now if anything happened since the last one.

    Raises CannotWrite, or WorkshopDamaged when the copy is not whole; no half snapshot stays.
    """
    seq, saved_at = place.store.last_seq(), place.store.saved_at() or _NEVER
    taken = list_(place.folder)
    if taken and _seq_of(taken[-1]) == seq:
        return place.folder / SNAPSHOTS / taken[-1]
    target = place.folder / SNAPSHOTS / f"{seq:09d}-{saved_at[:16].replace(':', '')}.db"
    with in_plain_words():
        target.parent.mkdir(exist_ok=True, mode=0o700)
    write_copy(place.store.database, place.data_key, target)
    return target


def write_copy(database: Database, key: bytes, target: Path) -> None:
    """Write a whole, checked copy of an open file to `target`, encrypted under the same key."""
    part = target.with_name(target.name + PART)
    with in_plain_words():
        try:
            part.unlink(missing_ok=True)  # left by a crash; VACUUM INTO refuses an existing file
            database.execute("VACUUM INTO ?", [str(part)])
            if not is_whole(part, key):
                raise WorkshopDamaged(
                    "A copy was made and is not whole, so it was thrown away. The workshop is as it was. "
                    "Please check it: ./run check."
                )
            settle(part)
            replace(part, target)
        finally:
            part.unlink(missing_ok=True)


def is_whole(path: Path, key: bytes) -> bool:
    """Whether the file is ours and every page, row and reference in it is sound. Changes nothing."""
    try:
        database = connect(path, key, {}, immutable=True)
    except StorageError:
        return False
    try:
        with in_plain_words():
            refuse_foreign(database)
            return not damaged_pages(database) and _is_sound(database)
    except StorageError:
        return False
    finally:
        database.close()


def damaged_pages(database: Database) -> list[str]:
    """SQLCipher's sentence for each page whose seal does not fit; none for a file without a key."""
    if not database.execute("PRAGMA cipher_page_size").fetchall():
        return []
    return [str(row[0]) for row in database.execute("PRAGMA cipher_integrity_check").fetchall()]


def _is_sound(database: Database) -> bool:
    checked = database.execute("PRAGMA integrity_check").fetchall()
    return checked == [("ok",)] and not database.execute("PRAGMA foreign_key_check").fetchall()


def list_(folder: Path) -> tuple[str, ...]:
    """The names of the snapshots, oldest first."""
    place = folder / SNAPSHOTS
    found = [path.name for path in place.iterdir()] if place.is_dir() else []
    return tuple(sorted((n for n in found if _NAME.fullmatch(n)), key=lambda name: (_seq_of(name), name)))


def _seq_of(name: str) -> int:
    return int(name.split("-", 1)[0])


def thin_out(folder: Path) -> tuple[str, ...]:
    """Throw away old snapshots; the names of those thrown away."""
    names = list_(folder)
    gone = tuple(name for name in names if name not in to_keep(names))
    with in_plain_words():
        for name in gone:
            (folder / SNAPSHOTS / name).unlink(missing_ok=True)
    return gone


def to_keep(names: Sequence[str]) -> frozenset[str]:
    """Of names in order, oldest first: the last 12 of the last day, the last of each of 7 days before.

    The last day is that of the newest snapshot: the clock is not asked.
    """
    by_day: dict[str, list[str]] = {}
    for name in reversed(names):
        by_day.setdefault(name.split("-", 1)[1][:10], []).append(name)
    newest, *before = by_day.values() or [[]]
    return frozenset(newest[:OF_ONE_DAY] + [day[0] for day in before[:DAYS]])


def newest_good(folder: Path, key: bytes) -> str | None:
    """The name of the newest snapshot that is whole, or None."""
    whole = (name for name in reversed(list_(folder)) if is_whole(folder / SNAPSHOTS / name, key))
    return next(whole, None)


@contextmanager
def opened(folder: Path, name: str, key: bytes) -> Iterator[Database]:
    """A snapshot, open to be read for as long as the block runs. Nothing is written beside it."""
    database = connect(folder / SNAPSHOTS / name, key, {}, immutable=True)
    try:
        yield database
    finally:
        database.close()


def restore(folder: Path, key: bytes, snapshot: str | None = None) -> Restored:
    """Go back to a snapshot, by name or number (None: the newest that is whole).

    The present file, its journal and all newer snapshots move into `kept-aside`. Raises
    WorkshopMissing or WorkshopDamaged where there is no such whole snapshot, WorkshopInUse.
    """
    lock = hold(folder)
    try:
        name = _chosen(folder, key, snapshot)
        ready = folder / f"{STORE_FILE}{PART}"
        copy_whole(folder / SNAPSHOTS / name, ready)
        aside = new_aside(folder)
        with in_plain_words():
            _move_aside(folder, name, aside)
            replace(ready, folder / STORE_FILE)
        return Restored(name, f"{KEPT_ASIDE}/{aside.name}")
    finally:
        lock.release()


def _chosen(folder: Path, key: bytes, snapshot: str | None) -> str:
    if snapshot is None:
        name = newest_good(folder, key)
        if name is None:
            raise WorkshopDamaged(
                "There is no whole snapshot of this workshop. Nothing was changed. "
                "Please use a copy of this workshop."
            )
        return name
    name = next((n for n in list_(folder) if snapshot in (n, n.removesuffix(".db"), str(_seq_of(n)))), None)
    if name is None:
        raise WorkshopMissing(
            "There is no snapshot of that name. Nothing was changed. Please choose another."
        )
    if not is_whole(folder / SNAPSHOTS / name, key):
        raise WorkshopDamaged("That snapshot is damaged. Nothing was changed. Please choose another.")
    return name


def new_aside(folder: Path) -> Path:
    """A new, empty folder to keep things in: `kept-aside/1`, then 2, and so on."""
    number = 1
    with in_plain_words():
        (folder / KEPT_ASIDE).mkdir(exist_ok=True, mode=0o700)
        while (aside := folder / KEPT_ASIDE / str(number)).exists():
            number += 1
        aside.mkdir(mode=0o700)
        settle(aside.parent)
    return aside


def _move_aside(folder: Path, name: str, aside: Path) -> None:
    """Newer snapshots first: were they left, the newest would be of a past that was given up.

    The journal goes before the file: SQLite would play it into the file that comes in its place.
    """
    newer = [folder / SNAPSHOTS / n for n in list_(folder) if _seq_of(n) > _seq_of(name)]
    present = [folder / f"{STORE_FILE}{ending}" for ending in (*_COMPANIONS, "")]
    for path in newer + present:
        if path.exists():
            replace(path, aside / path.name)
    settle(folder)


def forget_all(folder: Path) -> None:
    """Throw away every snapshot and all that was kept aside: they hold what was erased."""
    with in_plain_words():
        for name in (SNAPSHOTS, KEPT_ASIDE):
            if (folder / name).exists():
                shutil.rmtree(folder / name)
        settle(folder)
