"""Shredding, killed before each of its acts on the disk: run as a program of its own, it tells what was left.

A child is forked for each stop, because a new Python for each would take minutes.
"""

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.given import TODAY
from tests.storage import places
from tests.storage.erasing import remains
from workshop.domain.persons import Person
from workshop.domain.records import Note
from workshop.storage import destroy, files, shred, vault

_OF_THE_SYSTEM = ("rename", "replace", "unlink", "rmdir", "mkdir")
_OF_A_PATH = ("write_bytes", "unlink")


def tell(folder: Path) -> None:
    """Print, for each stop, what was there on looking and after opening, as JSON."""
    kept = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    told, stop, ended = [], 0, False
    while not ended:
        stop += 1
        put_back(folder, kept)
        ended = not _killed_at(folder, stop)
        told.append(_what_is_left(folder))
    print(json.dumps(told))


def put_back(folder: Path, kept: dict[Path, bytes]) -> None:
    """The folder as it was."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for path, data in kept.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _killed_at(folder: Path, stop: int) -> bool:
    """Shred in a child that is killed before its act number `stop`; False when it came to its end."""
    child = os.fork()
    if child == 0:
        place = places.open_(folder)
        _count_acts(stop)
        shred.shred_people(place, TODAY)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _count_acts(stop: int) -> None:
    done = 0

    def counted(act: Callable[..., Any]) -> Callable[..., Any]:
        def acting(*given: Any, **more: Any) -> Any:
            nonlocal done
            done += 1
            if done == stop:
                os.kill(os.getpid(), signal.SIGKILL)
            return act(*given, **more)

        return acting

    for owner, names in ((os, _OF_THE_SYSTEM), (Path, _OF_A_PATH)):
        for name in names:
            setattr(owner, name, counted(getattr(owner, name)))
    for module in (destroy, files, shred):
        module.settle = counted(module.settle)  # type: ignore[attr-defined]


def _what_is_left(folder: Path) -> dict[str, Any]:
    key = vault.unlock(folder, places.PASSPHRASE)  # before anything is tidied up
    looked = places.open_(folder, read_only=True)
    people = looked.store.count(Person)
    looked.close()
    opened = places.open_(folder)
    try:
        return {
            "looked": people,
            "people": opened.store.count(Person),
            "notes": opened.store.count(Note),
            "key": opened.data_key.hex(),
            "same key": opened.data_key == key,
            "tidy": not any((folder / name).exists() for name in (vault.NEXT, f"{vault.NEXT}.part")),
            "remains": sorted(remains(folder, repr(opened.store.snapshot()).encode())),
        }
    finally:
        opened.close()
