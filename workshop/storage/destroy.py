"""Destroying a whole workshop: its keys first, then its files."""

import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.storage.engine import in_plain_words
from workshop.storage.files import settle
from workshop.storage.lock import hold
from workshop.storage.vault import KEYS_FILE, NEXT

if TYPE_CHECKING:
    from workshop.storage.place import Place


def destroy_workshop(place: "Place") -> None:
    """Make the workshop unreadable for good, then take its files away; `place` is closed after.

    CannotWrite where a file cannot be removed.
    """
    place.store.close()
    with in_plain_words():
        destroy_keys(place.folder)
        place.close()
        shutil.rmtree(place.folder)


def destroy_folder(folder: Path) -> None:
    """Destroy the workshop in `folder`, which nobody has open. CannotWrite, WorkshopInUse."""
    lock = hold(folder)
    try:
        with in_plain_words():
            destroy_keys(folder)
    finally:
        lock.release()
    with in_plain_words():
        shutil.rmtree(folder)


def destroy_keys(folder: Path) -> None:
    """Write noise over the keys, then take them away.

    The keys go first: from then on every other byte, wherever a disk may still keep it, is noise.
    """
    for keys in (folder / KEYS_FILE, folder / NEXT / KEYS_FILE):
        destroy_keys_at(keys)


def destroy_keys_at(keys: Path) -> None:
    """The same for one file of keys; nothing where there is none."""
    if keys.exists():
        keys.write_bytes(secrets.token_bytes(keys.stat().st_size))
        settle(keys)
        keys.unlink()
        settle(keys.parent)
