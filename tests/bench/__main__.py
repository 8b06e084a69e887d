"""Benchmarks: `./run bench NAME [--notes N] [--json]`; without NAME it lists them.

Each benchmark is a module beside this one with `rows(sizes)`, which gives one dict a figure: what,
notes, size, median_ms, p95_ms, max_ms, per_second, peak_mib, n. Every figure is as it was measured;
nothing here fails because a machine is slow.
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
    "board": "frames of the board: first paint, pan, zoom, ten fingers, a note added or changed",
    "start": "the whole program from nothing to the board painted, and its memory",
    "store": "one act to the disk, undo, opening, snapshot, file size",
    "vote": "casting into the sealed box, counting, the order-secrecy gate at 3 standard errors",
    "pack": "making the people's pack: pages a second and peak memory",
}
COLUMNS = ("what", "notes", "size", "median_ms", "p95_ms", "max_ms", "per_second", "peak_mib", "n")
PACKAGES = ("PySide6-Essentials", "sqlcipher3", "sqlite-utils", "PyNaCl", "reportlab", "uharfbuzz")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one benchmark and print its figures."""
    parser = argparse.ArgumentParser(prog="run bench", description=__doc__)
    parser.add_argument("name", nargs="?", choices=sorted(NAMES))
    parser.add_argument("--notes", type=int, help="only this many notes or ballots")
    parser.add_argument("--size", metavar="WxH", help="pixels of the board, such as 3840x2160")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    if given.name is None:
        print("\n".join(f"{name:6} {what}" for name, what in NAMES.items()))
        return 0
    bench = importlib.import_module(f"tests.bench.{given.name}")
    if given.size:
        bench.WIDE, bench.HIGH = (int(part) for part in given.size.split("x"))
    rows = bench.rows((given.notes,) if given.notes else SIZES)
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


def in_columns(rows: Sequence[dict[str, Any]]) -> str:
    """The figures as a table, each with its ratio to the same figure at the size before."""
    table = [(*COLUMNS, "ratio")]
    before: dict[str, float] = {}
    for row in rows:
        last, now = before.get(row["what"]), row.get("median_ms")
        ratio = f"{now / last:.2f}" if last and now else "-"
        table.append((*(_cell(row.get(name)) for name in COLUMNS), ratio))
        if now:
            before[row["what"]] = now
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
