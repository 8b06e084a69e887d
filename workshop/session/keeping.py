"""Finding, checking, copying and restoring workshops: what is done to a whole file, not inside it."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from workshop.domain.kinds import NoteState, RoundState
from workshop.domain.persons import Person, Signature
from workshop.domain.records import Group, Note, Record, Round
from workshop.errors import RuleBroken, StorageError
from workshop.session.session import Session
from workshop.storage import checks, copies, equality, library, snapshots, vault
from workshop.storage.checks import Checked
from workshop.storage.engine import in_plain_words
from workshop.storage.library import COPY_SUFFIX
from workshop.storage.lock import is_held
from workshop.storage.store import Store
from workshop.storage.vault import KEYS_FILE, STORE_FILE

Asking = Callable[[Path], str | None]
"""Asks for the passphrase of the workshop in a folder."""


def find(name_or_path: str) -> Path:
    """The folder of a workshop, or the file of a copy, by its name in the library or its path."""
    return library.find(name_or_path)


def new_folder(name: str) -> Path:
    """The folder for a workshop that does not exist yet: a path as it is, a name in the library."""
    path = Path(name).expanduser()
    if path.suffix == COPY_SUFFIX:
        raise RuleBroken("A copy cannot be worked in. Nothing was made. Please name a workshop instead.")
    return path.absolute() if len(path.parts) > 1 else library.folder_for(name)


@contextmanager
def to_look_at(path: Path) -> Iterator[Path]:
    """The folder to look into: the workshop's own, or a copy's, unpacked for as long as the block runs.

    What is unpacked stays encrypted.
    """
    if path.is_dir():
        yield path
    else:
        with tempfile.TemporaryDirectory(prefix="same-table-") as folder:
            yield copies.unpack(path, Path(folder) / path.stem)


def can_only_look(name: str) -> bool:
    """Whether a workshop cannot be written to now: it is a copy, or another Same Table has it open."""
    path = find(name)
    return path.is_file() or is_held(path)


def refuse_copy(path: Path) -> None:
    """RuleBroken where somebody wants to work in a copy."""
    if path.is_file():
        raise RuleBroken(
            "This is a copy: it can be looked at and checked, not worked in. Nothing was changed. "
            "Please work in the workshop itself."
        )


def opens_without_passphrase(folder: Path) -> bool:
    """Whether the workshop in this folder is a practice workshop."""
    return vault.is_practice(folder)


def check_path(path: Path, ask: Asking) -> Checked:
    """Whether a workshop or copy is whole; changes nothing."""
    return checks.check(path, lambda: ask(path))


def copy_workshop(session: Session, dest: Path) -> list[str]:
    """Write a copy that was read back and compared, and say so in sentences.

    It is listed among the documents that were handed out: it holds everybody, so whoever changes their
    mind has to know of it. Its name on the stick can be read by anybody: it names nobody who said no.
    """
    if dest.is_dir():
        dest /= f"{session.people.for_the_room(session.place.folder.name)}{COPY_SUFFIX}"
    copied = copies.copy_out(session.place, dest)
    if not session.place.read_only:
        session.pack.list_copy(copied.path, copied.sha256)
    said = [f"{copied.path} is written and was read back: it is the same. The stick can be taken out."]
    said += [copies.VOTE_NOT_IN_COPY] if copied.vote_open else []
    return [*said, equality.NOT_IN_COPY] if equality.is_open(session.place.folder) else said


def restore_workshop(folder: Path, secret: str | None, snapshot: str | None) -> str:
    """Put a snapshot in the place of the present file, which is kept aside; says what was done."""
    restored = snapshots.restore(folder, vault.unlock(folder, secret), snapshot)
    return (
        f"This workshop is back at the snapshot {restored.snapshot}. "
        f"What was there before is kept in {restored.kept_aside}."
    )


def bring_in_copy(path: Path) -> Path:
    """Put the workshop of a copy's file into the library, beside all others; its new folder.

    Raises NotAWorkshop, WorkshopDamaged, WorkshopMissing or CannotWrite; the copy stays as it is.
    """
    return copies.unpack(path, library.folder_for(path.stem))


# After a stop


@dataclass(frozen=True)
class Standing:
    """What is there after a stop. `ballots` is None while no vote is open."""

    saved_at: str
    notes: int
    groups: int
    last_note: str
    people: int
    unsigned: int
    ballots: int | None


def standing(session: Session) -> Standing:
    """What is there, counted; of a vote that is open only how many ballots lie in the box."""
    notes, people = session.all(Note), session.all(Person)
    seen = [note for note in notes if note.state is NoteState.SHOWN]
    signed = {signature.person for signature in session.all(Signature)}
    voting = next((r for r in session.all(Round) if r.state is RoundState.OPEN), None)
    return Standing(
        saved_at=session.saved_at(),
        notes=len(notes),
        groups=len(session.all(Group)),
        last_note=max(seen, key=lambda note: note.number).text if seen else "",
        people=len(people),
        unsigned=sum(1 for person in people if person.id not in signed),
        ballots=(session.voting.ballots_in(voting) or 0) if voting else None,
    )


# After damage


@dataclass(frozen=True)
class GoodTime:
    """A whole snapshot to go back to: the time of its last act as ISO text, and what is in it."""

    snapshot: str
    saved_at: str
    notes: int
    groups: int
    people: int


@dataclass(frozen=True)
class Damage:
    """What cannot be read, a sentence each; the good times, newest first; how many acts came after."""

    problems: tuple[str, ...]
    good_times: tuple[GoodTime, ...]
    acts_missing: int | None


def damage(folder: Path, secret: str | None, most: int = 5) -> Damage:
    """What is wrong with a workshop, and the newest times to go back to. Changes nothing.

    Where the keys themselves are damaged there is no time to go back to. Raises WrongPassphrase.
    """
    problems = checks.check(folder, secret).problems
    try:
        key = vault.unlock(folder, secret)
    except StorageError:
        return Damage(problems, (), None)
    good = tuple(islice(_good_times(folder, key), most))
    return Damage(problems, good, _acts_after(folder, key, good))


def good_times(folder: Path, secret: str | None, most: int = 5) -> tuple[GoodTime, ...]:
    """The newest times that a workshop can go back to, newest first."""
    return tuple(islice(_good_times(folder, vault.unlock(folder, secret)), most))


def _good_times(folder: Path, key: bytes) -> Iterator[GoodTime]:
    for name in reversed(snapshots.list_(folder)):
        if snapshots.is_whole(folder / snapshots.SNAPSHOTS / name, key):
            with snapshots.opened(folder, name, key) as database:
                yield _good_time(name, Store(database, datetime.now))


def _good_time(name: str, store: Store) -> GoodTime:
    kinds: tuple[type[Record], ...] = (Note, Group, Person)
    return GoodTime(name, store.saved_at(), *map(store.count, kinds))


def _acts_after(folder: Path, key: bytes, good: tuple[GoodTime, ...]) -> int | None:
    last = checks.last_act_in(folder, key)
    if last is None or not good:
        return None
    return max(0, last - int(good[0].snapshot.split("-", 1)[0]))


@contextmanager
def snapshot_to_look_at(folder: Path, snapshot: str) -> Iterator[Path]:
    """A folder with the workshop as it was at a snapshot, still encrypted, for as long as the block runs."""
    with tempfile.TemporaryDirectory(prefix="same-table-") as temporary:
        with in_plain_words():
            shutil.copyfile(folder / KEYS_FILE, Path(temporary) / KEYS_FILE)
            shutil.copyfile(folder / snapshots.SNAPSHOTS / snapshot, Path(temporary) / STORE_FILE)
        yield Path(temporary)
