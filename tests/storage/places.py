"""Workshops on the disk for the tests of this folder, and ways to look at what lies there."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests import given
from workshop.domain.labels import Label
from workshop.storage import place, vault
from workshop.storage.files import sha256_of
from workshop.storage.place import Place

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "four quiet garden benches"
FAST = vault.Cost(1, 8192)  # what a guess costs in tests; the real cost has a test of its own


def make(folder: Path, notes: int = 0, passphrase: str | None = PASSPHRASE) -> Place:
    """A workshop in `folder`, open, with that many notes; the passphrase is cheap to try."""
    made = place.make(folder, given.clock, passphrase, FAST)
    made.store.apply(Label.MAKE_WORKSHOP, [given.workshop()], barrier=True)
    add_notes(made, range(1, notes + 1))
    return made


def add_notes(at: Place, numbers: Iterable[int]) -> None:
    """One act a note, as people write them."""
    for number in numbers:
        at.store.apply(Label.ADD_NOTE, [given.note(number, f"Words of note {number}. " * 8)])


def open_(folder: Path, secret: str | None = PASSPHRASE, **more: bool) -> Place:
    """The workshop in `folder`, open."""
    return place.open_(folder, given.clock, secret, **more)


def picture_of(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file below a folder: its SHA-256 and when it was last written to."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path.relative_to(folder)): (sha256_of(path), path.stat().st_mtime_ns) for path in files}


def flip_bit(path: Path, chance: random.Random) -> None:
    """Turn one bit of a file over."""
    data = bytearray(path.read_bytes())
    place_ = chance.randrange(len(data))
    data[place_] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def start(code: str, *arguments: str | Path) -> "subprocess.Popen[str]":
    """A second Python that runs `code`, with what these tests use already imported."""
    return subprocess.Popen(
        [sys.executable, "-c", _PREAMBLE + code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def run(code: str, *arguments: str | Path) -> str:
    """What a second Python that runs `code` prints; it must end well, or be killed by itself."""
    child = start(code, *arguments)
    said, _ = child.communicate(timeout=60)
    assert child.returncode in (0, -signal.SIGKILL), said
    return said


_PREAMBLE = """
import os, signal, sys
from pathlib import Path
from tests import given
from tests.storage import places
from workshop.domain.labels import Label
from workshop.errors import WorkshopError

folder = Path(sys.argv[1])

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
"""
