"""Benchmarks: `./run bench NAME [--notes N] [--json]`; without NAME it lists them.

Each benchmark is a module beside this one with `rows(sizes)`, which gives one dict a figure: what,
notes, size, median_ms, p95_ms, max_ms, per_second, mib, peak_mib, n, and more where it has more. Each
is told with its ratio to the figure at the size before. Every figure is as it was measured; nothing
here fails because a machine is slow.
"""

import argparse
import importlib
import importlib.metadata
import json
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

SIZES = (100, 1_000, 5_000, 20_000)
NAMES = {
    "board": "the board in 1080p and 4K: frames, acts to the disk, start, memory after an hour of use",
    "hour": "the memory of the whole program before and after an hour of use",
    "start": "the whole program from nothing to the board painted, and its memory",
    "store": "one act to the disk, undo, opening, snapshot, file size",
    "vote": "casting into the sealed box, counting, the order-secrecy gate at 3 standard errors",
    "tally": "counting 30,375 real ballots with equal shares and add-1, beside another program",
    "erase": "erasing 300 people who used everything: how long, and what is left in any byte (10 minutes)",
    "pack": "making the people's pack: pages a second and peak memory",
    "soak_hands": "ten fingers in any order, a thousand times: is any note lost or doubled (20 minutes)",
    "soak": "a day of restless hands: random touches and keys, what went wrong, and the memory (10 minutes)",
}
TIMES = ("median_ms", "p95_ms", "p99_ms", "max_ms", "per_second")
COLUMNS = ("what", "notes", "size", *TIMES, "mib", "peak_mib", "growth", "kib", "n", "ratio")
PACKAGES = ("PySide6-Essentials", "sqlcipher3", "sqlite-utils", "PyNaCl", "reportlab", "uharfbuzz")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one benchmark and print its figures."""
    parser = argparse.ArgumentParser(prog="run bench", description=__doc__)
    parser.add_argument("name", nargs="?", choices=sorted(NAMES))
    parser.add_argument("--notes", type=int, help="only this many notes, ballots or events")
    parser.add_argument("--size", metavar="WxH", help="pixels of the board, such as 3840x2160")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    if given.name is None:
        print("\n".join(f"{name:10} {what}" for name, what in NAMES.items()))
        return 0
    bench = importlib.import_module(f"tests.bench.{given.name}")
    if given.size:
        bench.SCREENS = [tuple(int(part) for part in given.size.split("x"))]  # type: ignore[attr-defined]
    rows = with_ratios(bench.rows((given.notes,) if given.notes else getattr(bench, "SIZES", SIZES)))
    report = {"bench": given.name, "machine": machine(), "versions": versions(), "rows": rows}
    print(json.dumps(report, ensure_ascii=False) if given.json else in_columns(rows))
    return 0


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    return {
        "system": platform.system(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")


def versions() -> dict[str, str]:
    """The versions of what does the work."""
    return {name: importlib.metadata.version(name) for name in PACKAGES}


def with_ratios(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, each with the ratio of its median (or of its memory) to that at the size before."""
    before: dict[tuple[Any, Any], float] = {}
    told = []
    for row in rows:
        key = row["what"], row.get("size")
        now = next((row[name] for name in ("median_ms", "mib", "kib") if row.get(name)), None)
        ratio = round(now / before[key], 2) if now and before.get(key) else None
        told.append({**row, "ratio": ratio} if ratio else dict(row))
        if now:
            before[key] = now
    return told


def in_columns(rows: Sequence[dict[str, Any]]) -> str:
    """The figures as a table."""
    names = [name for name in COLUMNS if any(row.get(name) not in (None, "") for row in rows)]
    table = [names, *([_cell(row.get(name)) for name in names] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return "\n".join(_line(cells, widths) for cells in table)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    what, *figures = (
        f"{cell:<{w}}" if i == 0 else f"{cell:>{w}}"
        for i, (cell, w) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join([what, *figures])


def _cell(value: Any) -> str:
    if value in (None, ""):
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    sys.exit(main())
