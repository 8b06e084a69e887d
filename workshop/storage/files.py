"""Putting a file in its place so that it is there whole or not at all.

Always the same four steps: a temporary file beside the place, everything on the disk (fsync),
one rename over the old file, the folder on the disk. Nothing is ever deleted before it is replaced.
"""

import hashlib
import os
import sys
import time
from pathlib import Path

from workshop.storage.engine import in_plain_words

PART = ".part"  # a file that is not finished; never opened, may be thrown away
_CHUNK = 1 << 20
# A virus guard or an indexer may hold a new file open for a moment (Windows error codes).
_HELD = {5, 32, 33}
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`, replacing what was there. CannotWrite leaves the old file as it was."""
    part = path.with_name(path.name + PART)
    with in_plain_words():
        try:
            part.write_bytes(data)
            settle(part)
            replace(part, path)
        finally:
            part.unlink(missing_ok=True)


def remove_same(path: Path, sha256: str) -> bool:
    """Take a file away if it still holds just these bytes; whether it was there. CannotWrite if it stays."""
    with in_plain_words():
        if not path.is_file() or sha256_of(path) != sha256:
            return False
        path.unlink()
        settle(path.parent)
    return True


def settle(path: Path) -> None:
    """Wait until the bytes of the file or the names in the folder at `path` are on the disk."""
    if sys.platform == "win32" and path.is_dir():
        return  # Windows keeps names by itself and cannot open a folder
    writable = path.is_file() and sys.platform == "win32"
    handle = os.open(path, os.O_RDWR if writable else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace(source: Path, target: Path) -> None:
    """Rename `source` over `target`, waiting up to 2.5 s where another program holds one of them."""
    for wait in _WAITS:
        try:
            os.replace(source, target)
            break
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(wait)
    else:
        os.replace(source, target)
    settle(target.parent)


def copy_whole(source: Path, target: Path) -> None:
    """A copy of a file, whole and on the disk under its name or not there at all."""
    part = target.with_name(target.name + PART)
    with in_plain_words():
        try:
            with source.open("rb") as reading, part.open("wb") as writing:
                while chunk := reading.read(_CHUNK):
                    writing.write(chunk)
            settle(part)
            replace(part, target)
        finally:
            part.unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """The SHA-256 of the file's bytes, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
