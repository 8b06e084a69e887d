"""Portable copies: one `.sametable` file with everything needed to open the workshop elsewhere.

It is a zip file, not compressed, of keys.json and a copy of the workshop's file, still encrypted.
It is read back and compared before it gets its name, so that a stick can be pulled once we say so.
A vote that is open is never in it: its ballots and their key stay in one place only.
"""

import os
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.errors import CannotWrite, NotAWorkshop, RuleBroken, WorkshopDamaged, WorkshopMissing
from workshop.storage import shred, snapshots, vault
from workshop.storage.engine import in_plain_words
from workshop.storage.files import PART, replace, settle, sha256_of
from workshop.storage.library import COPY_SUFFIX
from workshop.storage.vault import KEYS_FILE, LONGEST_KEYS_FILE, STORE_FILE

if TYPE_CHECKING:
    from workshop.storage.place import Place

VOTE_NOT_IN_COPY = "The open vote is not in this copy."
ROUNDS = "rounds"
FINDINGS = "findings"
_LONGEST_STORE = 4 << 30  # bytes
_LIMITS = {KEYS_FILE: LONGEST_KEYS_FILE, STORE_FILE: _LONGEST_STORE}
_NO_TIME = (1980, 1, 1, 0, 0, 0)  # when a copy was made is nobody's business but the file system's


@dataclass(frozen=True)
class Copied:
    """A copy that was made and read back: where, its SHA-256, its bytes, what is not in it."""

    path: Path
    sha256: str
    size: int
    vote_open: bool


def copy_out(place: "Place", dest: Path) -> Copied:
    """Write a portable copy to the file `dest`, or into the folder `dest` under the workshop's name.

    Raises CannotWrite when the place cannot take it or does not give back the same bytes; no half
    copy is left there, and a copy that was there before stays as it was.
    """
    target = _target(dest, place.folder.name)
    with in_plain_words(), tempfile.TemporaryDirectory(prefix="same-table-") as temporary:
        store = Path(temporary) / STORE_FILE
        snapshots.write_copy(place.store.database, place.data_key, store)
        sha256, size = _put_together(place.folder / KEYS_FILE, store, target)
    return Copied(target, sha256, size, vote_is_open(place.folder))


def write_findings(place: "Place", dest: Path, at: date) -> Copied:
    """Write a workshop file without any person, under a key of its own, that the same passphrase opens.

    RuleBroken when the workshop was opened by its recovery key; CannotWrite as `copy_out`.
    """
    target = _target(dest, FINDINGS)
    with in_plain_words(), tempfile.TemporaryDirectory(prefix="same-table-") as temporary:
        made = vault.make_next_keys(place.folder, Path(temporary), place.secret)
        store = Path(temporary) / STORE_FILE
        shred.write_without_people(place.store, store, made.data_key, at)
        target.parent.mkdir(parents=True, exist_ok=True)
        sha256, size = _put_together(store.with_name(KEYS_FILE), store, target)
    return Copied(target, sha256, size, vote_open=False)


def _put_together(keys: Path, store: Path, target: Path) -> tuple[str, int]:
    """Both files in one at `target`, read back; its SHA-256 and its bytes."""
    made = store.with_name(f"copy{COPY_SUFFIX}")
    _zip(made, keys, store)
    sha256 = sha256_of(made)
    _put(made, target, sha256)
    return sha256, made.stat().st_size


def _target(dest: Path, name: str) -> Path:
    """Where the copy goes; RuleBroken where a file stands that is no copy of a workshop."""
    target = dest / f"{name}{COPY_SUFFIX}" if dest.is_dir() else dest
    if target.suffix != COPY_SUFFIX:
        target = target.with_name(target.name + COPY_SUFFIX)
    if target.exists() and not (target.is_file() and zipfile.is_zipfile(target)):
        raise RuleBroken(
            "Something else has that name. Nothing was written. Please give the copy another name."
        )
    return target


def vote_is_open(folder: Path) -> bool:
    """Whether a ballot box lies in the workshop's folder."""
    return any((folder / ROUNDS).glob("*.box"))


def _zip(target: Path, keys: Path, store: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
        for path in (keys, store):
            info = zipfile.ZipInfo(path.name, _NO_TIME)
            info.external_attr = 0o600 << 16
            with path.open("rb") as reading, copy.open(info, "w", force_zip64=True) as writing:
                shutil.copyfileobj(reading, writing, 1 << 20)


def _put(made: Path, target: Path, sha256: str) -> None:
    """Copy, let the disk settle, read it back from the disk, and only then give it its name."""
    part = target.with_name(target.name + PART)
    try:
        shutil.copyfile(made, part)
        settle(part)
        _forget_cached(part)
        if sha256_of(part) != sha256:
            raise CannotWrite(
                "This disk or stick did not give back what was written to it. There is no copy on it. "
                "The workshop is safe. Please use another one."
            )
        replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def _forget_cached(path: Path) -> None:
    """Ask the system to drop the file from its memory, so that reading really reads the disk."""
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def unpack(path: Path, into: Path) -> Path:
    """Unpack a copy into the new folder `into`, which is returned.

    Nothing but the two files of a copy, of sizes that agree with the file's own, is ever written.
    Raises WorkshopMissing, NotAWorkshop, WorkshopDamaged, CannotWrite; RuleBroken if `into` exists.
    """
    if into.exists():
        raise RuleBroken("There is something of that name already. Nothing was changed. Please name it anew.")
    with in_plain_words():
        into.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".unpacking-", dir=into.parent) as temporary:
            unpacked = Path(temporary) / "copy"
            unpacked.mkdir(mode=0o700)
            _unzip(path, unpacked)
            for name in _LIMITS:
                settle(unpacked / name)
            os.rename(unpacked, into)
        settle(into.parent)
    return into


def _unzip(path: Path, folder: Path) -> None:
    if not path.is_file():
        raise WorkshopMissing("There is no copy at that place. Please check its name.")
    if not zipfile.is_zipfile(path):
        raise _no_copy()
    try:
        with zipfile.ZipFile(path) as copy:
            _refuse_strange(copy, path.stat().st_size)
            for name in _LIMITS:
                with copy.open(name) as reading, (folder / name).open("wb") as writing:
                    shutil.copyfileobj(reading, writing, 1 << 20)
    # NotImplementedError and RuntimeError: kinds of zip that no copy of ours is.
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise WorkshopDamaged(
            "This copy is damaged. Nothing was changed. Please use another copy of the workshop."
        ) from error


def _refuse_strange(copy: zipfile.ZipFile, size: int) -> None:
    """Names, sizes and kind as we write them. Not compressed, so it cannot swell when it is unpacked."""
    found = copy.infolist()
    if sorted(info.filename for info in found) != sorted(_LIMITS):
        raise _no_copy()
    for info in found:
        if info.compress_type != zipfile.ZIP_STORED or not info.file_size == info.compress_size <= size:
            raise _no_copy()
        if info.file_size > _LIMITS[info.filename]:
            raise _no_copy()


def _no_copy() -> NotAWorkshop:
    return NotAWorkshop(
        f"This file is not a copy of a workshop (a “{COPY_SUFFIX}” file). It was not changed. "
        "Please choose another file."
    )
