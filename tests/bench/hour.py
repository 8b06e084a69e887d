"""An hour of use: the whole program's memory when the board is painted, half an hour later, and at the end.

Somebody touches the board once a second: 3,600 acts, done at full speed in a process of its own.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.room import made
from tests.bench.start import child

SCREENS = ((1920, 1080), (3840, 2160))


def rows(sizes: Sequence[int]) -> list[dict[str, object]]:
    """One row a number of notes and a screen: MiB, and how many acts a second."""
    return [_row(size, screen) for screen in SCREENS for size in sizes]


def _row(size: int, screen: tuple[int, int]) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as home:
        told = child("hour_once", made(Path(home) / "A large workshop", size), screen)
    start, middle, end = (round(mib, 1) for mib in told["mib"])
    return {
        "what": "an_hour_of_use",
        "notes": size,
        "size": f"{screen[0]}x{screen[1]}",
        "mib_at_start": start,
        "mib_after_half": middle,
        "mib": end,
        "growth": round(end - middle, 1),
        "peak_mib": round(told["peak"], 1),
        "per_second": round(told["acts"] / told["seconds"], 1),
        "n": told["acts"],
    }
