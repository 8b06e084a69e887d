"""What this computer remembers between two starts: one small JSON file beside the workshops.

It belongs to no workshop and holds no person's words. A file that cannot be read is kept aside and
the settings start anew: no setting may stand between a room full of people and their workshop.
"""

import contextlib
import json
from pathlib import Path
from typing import Any

from nacl.exceptions import InvalidkeyError
from nacl.pwhash import argon2id

from workshop.storage.engine import in_plain_words
from workshop.storage.files import replace, write_whole
from workshop.storage.library import home

SETTINGS_FILE = "settings.json"
BROKEN_FILE = "settings-broken.json"
VERSION = 1
LONGEST_FILE = 65_536  # bytes; ours has about 1,000

# A number has few places: no cost makes it hard to guess by machine. It only must not stand there in clear.
_OPSLIMIT, _MEMLIMIT = argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN


def settings_path() -> Path:
    """Where the settings of this computer lie."""
    return home() / SETTINGS_FILE


def read() -> dict[str, Any]:
    """What was kept, by name; empty on a new computer, and where the file is damaged."""
    path = settings_path()
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(LONGEST_FILE))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        found = None
    if isinstance(found, dict):
        return found
    with contextlib.suppress(OSError):
        replace(path, path.with_name(BROKEN_FILE))
    return {}


def write(fields: dict[str, Any]) -> None:
    """Keep these settings in place of those before, whole or not at all. CannotWrite."""
    path = settings_path()
    with in_plain_words():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    text = json.dumps({"version": VERSION, **fields}, ensure_ascii=False, indent=1)
    write_whole(path, f"{text}\n".encode("utf-8", "surrogatepass"))


def hash_of(number: str) -> str:
    """A number as it may be kept: argon2id with a salt of its own, as ASCII text."""
    return argon2id.str(number.encode(), opslimit=_OPSLIMIT, memlimit=_MEMLIMIT).decode("ascii")


def fits(number: str, kept: str) -> bool:
    """Whether this is the number of which `kept` was made; a text that is no such thing fits nothing."""
    try:
        return bool(argon2id.verify(kept.encode(), number.encode()))
    except (InvalidkeyError, ValueError):
        return False
