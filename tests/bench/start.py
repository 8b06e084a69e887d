"""From nothing to the board painted: the whole program, an encrypted workshop, one window.

Each start is a process of its own, as when somebody starts the program; the passphrase is at hand, so
that no typing is measured. Memory is told twice: what the process has when the board is painted, and
what it had at most, which is while the passphrase is made into a key (64 MiB for a tenth of a second).
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.room import PASSPHRASE, made
from tests.bench.timing import figures_of

STARTS = 20
SCREEN = (1920, 1080)


def rows(sizes: Sequence[int]) -> list[dict[str, object]]:
    """One row a number of notes; milliseconds from the start of the process, and MiB of the process."""
    return [_row(size) for size in sizes]


def _row(size: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as home:
        folder = made(Path(home) / "A large workshop", size)
        child("start_once", folder)  # compiles
        seen = [child("start_once", folder) for _ in range(STARTS)]
    return {
        "what": "start_to_board_painted",
        "notes": size,
        "size": f"{SCREEN[0]}x{SCREEN[1]}",
        **figures_of([one["ms"] for one in seen]),
        "mib": round(max(one["mib"] for one in seen), 1),
        "peak_mib": round(max(one["peak"] for one in seen), 1),
    }


def child(module: str, folder: Path, screen: tuple[int, int] = SCREEN) -> dict[str, Any]:
    """What a module of this folder tells in a process of its own, about the workshop in `folder`."""
    screens, (wide, high) = folder.parent / "screens.json", screen
    only = {"name": "touch", "x": 0, "y": 0, "width": wide, "height": high}
    screens.write_text(json.dumps({"screens": [only]}), encoding="utf-8")
    platform = f"offscreen:configfile={screens}"
    environment = {**os.environ, "SAME_TABLE_HOME": str(folder.parent), "QT_QPA_PLATFORM": platform}
    # As installed: with its modules compiled, beside the workshop where they may not be written elsewhere.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder.parent / "compiled")
    command = [sys.executable, "-m", f"tests.bench.{module}", str(folder), PASSPHRASE]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer
