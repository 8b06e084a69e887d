"""From nothing to the board painted: the whole program, an encrypted workshop, one window.

Each start is a process of its own, as when somebody starts the program; the passphrase is at hand, so
that no typing is measured. Memory is what the system says the process took at most.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.store import note_of_chance
from tests.bench.timing import figures_of
from workshop.domain.labels import Label
from workshop.session.session import Session

PASSPHRASE = "four quiet garden benches"
STARTS = 20
WIDE, HIGH = 1920, 1080


def rows(sizes: Sequence[int]) -> list[dict[str, object]]:
    """One row a number of notes; milliseconds from the start of the process, and MiB of the process."""
    return [_row(size) for size in sizes]


def _row(size: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as home:
        folder = _filled(Path(home) / "A large workshop", size)
        seen = [_start(home, folder) for _ in range(STARTS)]
    return {
        "what": "start_to_board_painted",
        "notes": size,
        "size": f"{WIDE}x{HIGH}",
        **figures_of([one["ms"] for one in seen]),
        "peak_mib": round(max(one["mib"] for one in seen), 1),
    }


def _filled(folder: Path, size: int) -> Path:
    import random

    chance = random.Random(size)
    session = Session.make(folder, "A large workshop", PASSPHRASE)
    notes = [note_of_chance(number, chance) for number in range(1, size + 1)]
    session.place.store.apply(Label.IMPORT_NOTES, notes)
    session.plan.set_scope("a", "b", "c", "Ruth", session.now().date())
    session.plan.open_day()
    session.close()
    return folder


def _start(home: str, folder: Path) -> dict[str, float]:
    environment = {**os.environ, "SAME_TABLE_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench.start_once", str(folder), PASSPHRASE]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer
