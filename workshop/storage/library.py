"""Where workshops live on this computer, and how one is found by its name.

Working files are always on this computer's own disk; sticks and shares get copies only
(`workshop.storage.copies`). A name on the disk is made from the title, and is a name that
every system can keep.
"""

import os
import shutil
import tempfile
import unicodedata
from pathlib import Path

import platformdirs

from workshop.errors import CannotWrite, WorkshopMissing
from workshop.storage.lock import is_held
from workshop.storage.vault import KEYS_FILE, STORE_FILE

HOME = "SAME_TABLE_HOME"
COPY_SUFFIX = ".sametable"
_PRACTICE = ".practice-"  # how the folders begin that hold a practice workshop for a few hours
_LONGEST_NAME = 60  # letters
_LONGEST_BYTES = 180  # a name may have 255 bytes; this leaves room for what is added to it
_FORBIDDEN = frozenset('<>:"/\\|?*')
# Names of devices on Windows, with any ending.
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)


def home() -> Path:
    """The folder of all workshops: SAME_TABLE_HOME, or this user's own data folder."""
    chosen = os.environ.get(HOME)
    return Path(chosen).expanduser() if chosen else platformdirs.user_data_path("same-table", appauthor=False)


def names() -> tuple[str, ...]:
    """The names of the workshops in the library, in order."""
    if not home().is_dir():
        return ()
    return tuple(sorted(path.name for path in home().iterdir() if _is_workshop(path)))


def _is_workshop(path: Path) -> bool:
    return not path.name.startswith(".") and any((path / name).is_file() for name in (KEYS_FILE, STORE_FILE))


def newest_first() -> tuple[Path, ...]:
    """The folders of the workshops in the library, the one last written to first."""
    folders = [home() / name for name in names()]
    return tuple(sorted(folders, key=lambda folder: (-written_at(folder), folder.name)))


def written_at(folder: Path) -> float:
    """When the workshop in `folder` was last written to, in seconds of the system's clock."""
    files = [folder / f"{STORE_FILE}{ending}" for ending in ("", "-wal")]
    return max((file.stat().st_mtime for file in files if file.is_file()), default=0.0)


def was_stopped(folder: Path) -> bool:
    """Whether the last Same Table that wrote here was stopped before it could let go.

    SQLite takes its journal away when the last one closes the file; a kill or a power cut leaves it.
    """
    return (folder / f"{STORE_FILE}-wal").exists() and not is_held(folder)


def practice_folder() -> Path:
    """A folder, not there yet, for a practice workshop: beside the library and in none of its lists."""
    _refuse_unwritable(home())
    return Path(tempfile.mkdtemp(prefix=_PRACTICE, dir=home())) / "workshop"


def forget_practice() -> None:
    """Throw away every practice workshop that nobody has open; also those that a stop left behind."""
    for around in home().glob(f"{_PRACTICE}*") if home().is_dir() else ():
        if not is_held(around / "workshop"):
            shutil.rmtree(around, ignore_errors=True)


def find(name_or_path: str) -> Path:
    """The folder of a workshop, or a copy's file, for a name in the library or a path.

    WorkshopMissing when there is neither. What lies at a path is not looked into.
    """
    by_name = _in_library(name_or_path)
    if by_name is not None:
        return by_name
    path = Path(name_or_path).expanduser()
    if "\0" not in name_or_path and name_or_path.strip() and _is_there(path):
        return path.absolute()
    raise WorkshopMissing(
        "There is no workshop of that name, and no file at that place. Nothing was changed. "
        "Please check the name."
    )


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name longer than the disk can keep
        return False


def _in_library(name: str) -> Path | None:
    if not name.strip() or any(sign in name for sign in "/\\"):
        return None
    wanted = safe_name(name).casefold()
    return next((home() / found for found in names() if found.casefold() == wanted), None)


def folder_for(title: str) -> Path:
    """A folder in the library, not there yet, for a new workshop of this title.

    CannotWrite when the library's folder cannot be made or written to.
    """
    _refuse_unwritable(home())
    taken = {path.name.casefold() for path in home().iterdir()}
    wanted = safe_name(title)
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted} {number}"
    return home() / name


def _refuse_unwritable(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise CannotWrite(
            "The folder for workshops cannot be written to. Nothing was changed. "
            f"Please choose another one in {HOME}, or free some space."
        ) from error


def safe_name(title: str) -> str:
    """A file name that Windows, macOS and Linux can all keep, made from a title."""
    letters = unicodedata.normalize("NFC", title)
    kept = "".join(" " if c in _FORBIDDEN or not c.isprintable() else c for c in letters)
    name = _shortened(" ".join(kept.split())).strip(". ")
    if name.split(".")[0].strip().casefold() in _RESERVED:
        name = f"Workshop {name}"
    return name or "Workshop"


def _shortened(name: str) -> str:
    name = name[:_LONGEST_NAME]
    while len(name.encode("utf-8", "replace")) > _LONGEST_BYTES:
        name = name[:-1]
    return name
