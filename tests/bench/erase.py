"""Erasing many people who used everything: how long it takes, and what is left of them in any byte.

Every page of the encrypted file and of its snapshots is decrypted and searched, with the journal, in
eight shapes. `n` counts the words that were found; afterwards it has to be 0, and without secure_delete
it is not.
"""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests import given
from tests.bench.timing import figures_of
from tests.session.everybody import Everybody
from tests.session.test_everybody_erased import begun
from tests.storage.erasing import all_pages, without_key
from workshop.session.context import repeatable
from workshop.session.session import Session
from workshop.storage import erase
from workshop.storage.engine import STORE_PRAGMAS

SIZES = (24, 300)
SOON = given.TODAY.replace(year=given.TODAY.year + 1)
_FEW = 24  # people for the control without secure_delete


def rows(sizes: Sequence[int]) -> list[dict[str, Any]]:
    """Rows a number of people: milliseconds an erasure, words found before and after, MiB of the file."""
    return [row for size in sizes for row in _rows_of(size)]


def _rows_of(size: int) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        erased = _one_by_one(Path(folder), size)
        at_once = _at_once(Path(folder), size)
        control = _without_secure_delete(Path(folder), min(size, _FEW))
    return [*erased, *at_once, control]


def _made(folder: Path, size: int) -> Everybody:
    session = Session.make(folder, "A day", None, given.clock, *repeatable("1"))
    return Everybody(session, size, folder.parent / "out")


def _one_by_one(folder: Path, size: int) -> list[dict[str, Any]]:
    everybody = _made(folder / "one-by-one", size)
    place = everybody.session.place
    before = len(everybody.left_in([all_pages(place)]))
    spent = []
    heavy = _mib(place.folder)
    for person in everybody.people:
        started = time.perf_counter()
        everybody.session.people.erase(person)
        spent.append((time.perf_counter() - started) * 1000)
    after = len(everybody.left_in([all_pages(place), *_files(place.folder)]))
    everybody.session.close()
    return [
        {"what": "erase: one person", "notes": size, **figures_of(spent)},
        {"what": "erase: words looked for", "notes": size, "n": len(everybody.canaries | everybody.bytes)},
        {"what": "erase: found before", "notes": size, "n": before, "mib": heavy},
        {"what": "erase: found afterwards", "notes": size, "n": after, "mib": _mib(place.folder)},
    ]


def _at_once(folder: Path, size: int) -> list[dict[str, Any]]:
    everybody = _made(folder / "at-once", size)
    session = everybody.session
    session.plan.close_day(SOON)
    started = time.perf_counter()
    session.people.shred()
    spent = round((time.perf_counter() - started) * 1000, 1)
    found = everybody.left_in([all_pages(session.place), *_files(session.place.folder)])
    names = len(found & {*everybody.names})
    session.close()
    return [
        {"what": "shred: everybody at once", "notes": size, "median_ms": spent, "n": 1},
        {"what": "shred: names found afterwards", "notes": size, "n": names},
    ]


def _without_secure_delete(folder: Path, size: int) -> dict[str, Any]:
    """The control: a file whose free room is neither overwritten nor written anew."""
    (folder / "control").mkdir()
    session = begun(without_key(folder / "control", STORE_PRAGMAS | {"secure_delete": 0}))
    everybody = Everybody(session, size, folder / "out")
    cleaned = erase._rewrite_file
    erase._rewrite_file = lambda database: None  # what is written below is put back
    try:
        everybody.erase_all()
    finally:
        erase._rewrite_file = cleaned
    found = len(everybody.left_in_files(folder / "control"))
    session.close()
    return {"what": "control: found without secure_delete", "notes": size, "n": found}


def _files(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]


def _mib(folder: Path) -> float:
    return round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20, 2)
