"""Counting a town's vote with equal shares and add-1: ours beside pabutools 1.2.3, in the same run.

`notes` is the number of ballots. Times are of the count alone, without reading the file. pabutools is
no part of this project: where it cannot be imported, only our own figures are given, with the line
that brings it.
"""

import importlib.util
import time
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from pathlib import Path

from tests.bench.timing import measure
from workshop.domain.equal_shares import Shortlist, equal_shares
from workshop.exchange.ballot_files import BallotFile, read_pb_ballots

FILE = Path(__file__).resolve().parents[3] / "shared/data/ballots_pabulib/Poland_Czestochowa_2025.pb"
SIZES = (30_375,)
REPEATS = 5
TO_BRING_IT = (
    "pabutools is not here: python -m pip install --target FOLDER pabutools==1.2.3, then PYTHONPATH=FOLDER"
)


def rows(sizes: Sequence[int]) -> list[dict[str, object]]:
    """One row a program; the last one says whether both chose the same, and how much sooner ours is."""
    if not FILE.is_file():
        return [{"what": "tally: the file of real ballots is not there", "notes": 0, "size": ""}]
    data = FILE.read_bytes()
    reading = measure("tally: read the file", sizes[0], lambda: read_pb_ballots(data), REPEATS)
    read = read_pb_ballots(data)
    ours: list[Shortlist] = []
    count = partial(_count, read, ours)
    counting = measure("tally: equal shares with add-1", len(read.ballots), count, REPEATS)
    chosen = {read.options[option] for option in ours[-1].chosen}
    return [reading, counting, *_theirs(chosen, counting)]


def _count(read: BallotFile, found: list[Shortlist]) -> None:
    at = {option: index for index, option in enumerate(read.options)}
    worth = [{at[id_]: dots for id_, dots in ballot.choices.items()} for ballot in read.ballots]
    costs = [read.costs[option] for option in read.options]
    found.append(equal_shares(worth, costs, read.budget or Fraction(0), add_one=Fraction(1)))


def _theirs(chosen: set[str], ours: dict[str, object]) -> list[dict[str, object]]:
    if importlib.util.find_spec("pabutools") is None:
        return [{"what": f"tally: {TO_BRING_IT}", "notes": 0, "size": ""}]
    seconds, found = _timed(_pabutools())
    same = "the same result" if found == chosen else "ANOTHER RESULT"
    times = seconds * 1000 / float(str(ours["median_ms"]))
    what = f"tally: pabutools 1.2.3, {same}; ours is {times:.0f} × faster"
    return [{"what": what, "notes": ours["notes"], "size": "", "median_ms": round(seconds * 1000), "n": 1}]


def _timed(count: Callable[[], set[str]]) -> tuple[float, set[str]]:
    start = time.perf_counter()
    found = count()
    return time.perf_counter() - start, found


def _pabutools() -> Callable[[], set[str]]:
    """The same count by that program; the file is read before the clock starts."""
    from pabutools.election import Additive_Cardinal_Sat, parse_pabulib
    from pabutools.rules import method_of_equal_shares

    instance, profile = parse_pabulib(str(FILE))

    def count() -> set[str]:
        found = method_of_equal_shares(
            instance, profile, sat_class=Additive_Cardinal_Sat, voter_budget_increment=1
        )
        return {project.name for project in found}

    return count
