"""Taking everybody out of a workshop at once: the rest goes into a new file under a new key (I80).

The new file and its keys are made beside the old ones, read back, and get their place by one rename of
their folder: from then on there is no way back, and every start goes on where a stop left it. The old
keys are destroyed first, so that all that is old is noise wherever a disk may still keep it; then the
old file, its journal and its snapshots go, and the new ones take their names. The record of what
happened begins anew: it would tell who was there when.
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from dataclasses import replace as with_
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.domain.changes import Change, RecordChange
from workshop.domain.labels import Label
from workshop.domain.money import Claim
from workshop.domain.persons import Answer, Issued, Person, Picture, Signature
from workshop.domain.records import RECORD_CLASSES, Record
from workshop.domain.shredding import without_people
from workshop.domain.taking_out import TakenOut
from workshop.errors import CannotWrite, WorkshopDamaged
from workshop.storage import snapshots, vault
from workshop.storage.destroy import destroy_keys_at
from workshop.storage.engine import connect, in_plain_words
from workshop.storage.erase import renamed
from workshop.storage.files import PART, replace, settle
from workshop.storage.store import Store
from workshop.storage.vault import KEYS_FILE, NEXT, STORE_FILE

if TYPE_CHECKING:
    from workshop.storage.place import Place

_BUILDING = f"{NEXT}{PART}"
_BESIDE = ("-wal", "-shm")  # SQLite's own companions of a file
_COPIED = {"counter": "name, value", "equality_count": "question, code, count"}  # tables without records
_Key = tuple[str, str]


@dataclass(frozen=True)
class Shredded:
    """How much was taken out, and every document and copy that others may still hold."""

    people: int
    answers: int
    signatures: int
    pictures: int
    claims: int
    notes_without_words: int
    issued: tuple[Issued, ...]


def shred_people(place: "Place", at: date) -> Shredded:
    """Take everybody out of an open workshop for good; it goes on in its new file.

    `place.recovery_key` is new and has to be shown. RuleBroken when it was not opened by its
    passphrase. CannotWrite changes nothing, or leaves the rest for the next start and says so.
    """
    before = _all(place.store)
    shredded = _counted(place.store)
    keys, words_gone = _build(place, at)
    place.store.database.close()
    try:
        with in_plain_words():
            os.rename(place.folder / _BUILDING, place.folder / NEXT)
            settle(place.folder)
        finish(place.folder)
    except CannotWrite as error:
        raise _to_be_finished(place, error) from error
    place.data_key, place.recovery_key = keys.data_key, keys.recovery_key
    place.store.go_on_in(connect(place.folder / STORE_FILE, keys.data_key))
    snapshots.take(place)
    place.store.tell(Change(place.store.last_seq(), Label.SHRED, _difference(before, _all(place.store))))
    return with_(shredded, notes_without_words=words_gone)


def _to_be_finished(place: "Place", error: CannotWrite) -> CannotWrite:
    """What to say when the disk stopped us; where nothing was begun, the workshop is open as it was."""
    if not (place.folder / NEXT).exists():
        place.store.go_on_in(connect(place.folder / STORE_FILE, place.data_key))
        return error
    return CannotWrite(
        "The people are taken out, but the disk stopped us before all was tidy. "
        "Please close Same Table and open this workshop again: then it is finished."
    )


def _all(store: Store) -> dict[_Key, Record]:
    return {(record.table, record.id): record for cls in RECORD_CLASSES for record in store.all(cls)}


def _difference(before: dict[_Key, Record], after: dict[_Key, Record]) -> tuple[RecordChange, ...]:
    changed = [key for key in before if before[key] != after.get(key)]
    return tuple(RecordChange(*key, before[key], after.get(key)) for key in changed)


def _counted(store: Store) -> Shredded:
    count, take_out = store.count, TakenOut(store.all(Person))
    return Shredded(
        people=count(Person),
        answers=count(Answer),
        signatures=count(Signature),
        pictures=count(Picture),
        claims=count(Claim),
        notes_without_words=0,
        issued=tuple(with_(d, given_to=take_out(d.given_to)) for d in store.all(Issued)),
    )


# The new file


def _build(place: "Place", at: date) -> tuple[vault.Keys, int]:
    """The new file and keys in a folder of their own, whole and on the disk."""
    building = place.folder / _BUILDING
    with in_plain_words(), ExitStack() as on_failure:
        shutil.rmtree(building, ignore_errors=True)
        building.mkdir(mode=0o700)
        on_failure.callback(shutil.rmtree, building, ignore_errors=True)
        keys = vault.make_next_keys(place.folder, building, place.secret)
        words_gone = write_without_people(place.store, building / STORE_FILE, keys.data_key, at)
        settle(building)
        on_failure.pop_all()
    return keys, words_gone


def write_without_people(store: Store, target: Path, key: bytes, at: date) -> int:
    """A new workshop file of all that is about nobody, under `key`; how many notes lost their words."""
    left = without_people(store.snapshot(), at)
    take_out = TakenOut(store.all(Person), also=left.names)
    records = [renamed(record, take_out) for record in left.records]
    made = Store.at(target, key, store.clock)
    try:
        made.apply(Label.SHRED, records, barrier=True, also=lambda _: _copy_counts(store, made))
        with in_plain_words():
            made.database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        made.close()
    if not snapshots.is_whole(target, key):
        raise WorkshopDamaged(
            "The new file was made and is not whole, so it was thrown away. The workshop is as it was. "
            "Please check it: ./run check."
        )
    settle(target)
    return left.notes_without_words


def _copy_counts(store: Store, made: Store) -> None:
    """The highest numbers ever given, and how often each equality question was answered in each way."""
    for table, columns in _COPIED.items():
        marks = ", ".join("?" for _ in columns.split(","))
        rows = store.database.execute(f"SELECT {columns} FROM {table} ORDER BY {columns}").fetchall()
        for row in rows:
            made.database.execute(f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})", list(row))


# Taking the place of the old file


def finish(folder: Path) -> None:
    """Bring a begun shredding to its end, from wherever it was stopped; nothing where none was begun.

    Whoever calls this holds the workshop's lock. CannotWrite where it cannot be done now.
    """
    following = folder / NEXT
    with in_plain_words():
        if (folder / _BUILDING).is_dir():
            shutil.rmtree(folder / _BUILDING)  # was not finished: nothing was taken out
        if not following.is_dir():
            return
        if (following / STORE_FILE).exists():
            destroy_keys_at(folder / KEYS_FILE)
            _remove(folder, _left_beside(folder))
            snapshots.forget_all(folder)
            replace(following / STORE_FILE, folder / STORE_FILE)
        if (following / KEYS_FILE).exists():
            replace(following / KEYS_FILE, folder / KEYS_FILE)
        shutil.rmtree(following)
        settle(folder)


def store_path(folder: Path) -> Path:
    """Where the file lies that the keys open: `vault.keys_path` for the file."""
    following = folder / NEXT / STORE_FILE
    return following if following.is_file() else folder / STORE_FILE


def _left_beside(folder: Path) -> Iterable[Path]:
    yield from (folder / f"{STORE_FILE}{ending}" for ending in _BESIDE)
    yield from folder.glob(f"*{PART}")
    yield folder / "rounds"
    yield folder / "equality"


def _remove(folder: Path, paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    settle(folder)
