"""Finding, checking, copying and restoring workshops: what is done to a whole file, not inside it."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop.errors import RuleBroken
from workshop.session.session import Session
from workshop.storage import checks, copies, library, snapshots, vault
from workshop.storage.checks import Checked
from workshop.storage.library import COPY_SUFFIX

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
    """Write a copy that was read back and compared, and say so in sentences."""
    copied = copies.copy_out(session.place, dest)
    said = [f"{copied.path} is written and was read back: it is the same. The stick can be taken out."]
    return [*said, copies.VOTE_NOT_IN_COPY] if copied.vote_open else said


def restore_workshop(folder: Path, secret: str | None, snapshot: str | None) -> str:
    """Put a snapshot in the place of the present file, which is kept aside; says what was done."""
    restored = snapshots.restore(folder, vault.unlock(folder, secret), snapshot)
    return (
        f"This workshop is back at the snapshot {restored.snapshot}. "
        f"What was there before is kept in {restored.kept_aside}."
    )
