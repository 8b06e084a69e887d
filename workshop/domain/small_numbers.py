"""Counts of people: small ones are never shown, nor left to be worked out from what is shown.

Counts that are printed together hang together: parts make up a whole, rows and columns their totals.
Here each count is a cell between two sums, as a road between two crossings; at every crossing as many
people come in as go out. A hidden cell cannot be worked out if some way round through it exists along
which one person more (or one fewer) could go without any printed figure being wrong. Because all ends
are whole numbers this is exact: whoever solves the sums finds two numbers for that cell, or more.

What a reader is taken to know: everything that is printed, the rule itself, that "fewer than 5" means
1 to 4, that a cell kept back to protect another one holds at least as many as the rule asks for, and
this program: other counts must be printed in the very same way, with another number in each hidden cell.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from heapq import heappop, heappush
from math import inf

from workshop.domain.kinds import SmallNumbers

FEWEST_SHOWN = 5  # the least that any rule shows
FEWEST_SHOWN_STRICT = 8
ROUNDED_TO = 5
TOTAL = "total"  # the cell that is known to everybody
_LONGEST_ROUND = 4  # cells: in a table with subtotals or with two totals no way round is longer
_MOST_TRIES = 300


@dataclass(frozen=True, slots=True)
class Rule:
    """How counts are kept from telling who is meant: the least count shown, and whether all are rounded."""

    fewest: int = FEWEST_SHOWN
    rounds: bool = False

    @classmethod
    def of(cls, chosen: SmallNumbers, smallest: int = FEWEST_SHOWN) -> "Rule":
        """The rule that a workshop chose; `smallest` counts only where it was set by hand."""
        if chosen is SmallNumbers.STRICT:
            return cls(FEWEST_SHOWN_STRICT, rounds=True)
        if chosen is SmallNumbers.CUSTOM:
            return cls(max(FEWEST_SHOWN, smallest))
        return cls()


class Kind(Enum):
    """What stands in the place of a count."""

    EXACT = "exact"
    ROUNDED = "rounded"
    FEW = "few"  # from 1 up to less than the rule asks for
    KEPT_BACK = "kept back"  # enough people, but a small count could be worked out from it
    UNSAID = "unsaid"  # not printed at all: whoever reads must work it out


HIDDEN = frozenset({Kind.FEW, Kind.KEPT_BACK})


@dataclass(frozen=True, slots=True)
class Face:
    """What is printed of a count: the least and the most it can be for whoever reads that alone."""

    kind: Kind
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Cell:
    """One count of people, as part of the sum `whole` and as the whole of the sum `parts`.

    `depth` is 0 for counts that are no sums themselves: these are the first to be kept back.
    `printed` is False for what only follows from the others, and must be protected all the same.
    """

    key: str
    count: int
    whole: str
    parts: str
    depth: int = 0
    printed: bool = True


def may_show_mean(people: int, rule: Rule) -> bool:
    """Whether a mean or median of so many people may be shown (I61)."""
    return people >= rule.fewest


def face_of(count: int, rule: Rule) -> Face:
    """What is printed of a count that stands alone."""
    if count == 0:
        return Face(Kind.EXACT, 0, 0)
    if count < rule.fewest:
        return Face(Kind.FEW, 1, rule.fewest - 1)
    if rule.rounds:
        near = rounded(count)
        half = ROUNDED_TO // 2
        return Face(Kind.ROUNDED, max(rule.fewest, near - half), near + half)
    return Face(Kind.EXACT, count, count)


def rounded(count: int) -> int:
    """The nearest multiple of 5."""
    return (count + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


def two_way(rows: Sequence[Sequence[int]]) -> tuple[Cell, ...]:
    """The cells of a table with the totals of its rows and columns; keys "1,2", "row 1", "column 2"."""
    cells = [
        Cell(f"{r},{c}", count, f"row {r}", f"column {c}")
        for r, row in enumerate(rows, start=1)
        for c, count in enumerate(row, start=1)
    ]
    cells += [Cell(f"row {r}", sum(row), "all", f"row {r}", 1) for r, row in enumerate(rows, start=1)]
    columns = enumerate(zip(*rows, strict=True), start=1)
    cells += [Cell(f"column {c}", sum(column), f"column {c}", "end", 1) for c, column in columns]
    return (*cells, Cell(TOTAL, sum(map(sum, rows)), "end", "all", 2))


def hide(cells: Sequence[Cell], rule: Rule) -> dict[str, Face] | None:
    """What is printed of each cell, so that no hidden one can be worked out; None where nothing helps.

    The cell `TOTAL` is taken as known. Small counts are hidden, then the fewest and smallest others
    that it takes. The same counts always give the same answer.
    """
    faces = _hidden(cells, rule)
    return faces if faces is not None and _could_be_others(cells, faces, rule) else None


def _hidden(cells: Sequence[Cell], rule: Rule) -> dict[str, Face] | None:
    """The same, for a reader who does not run this program to see which counts it would hide like this."""
    faces = {cell.key: _first_face(cell, rule) for cell in cells}
    for cell in cells:
        if not _must_be_safe(cell, faces[cell.key], rule):
            continue
        way = _way_round(cell, cells, faces, rule)
        if way is None:
            return None
        for kept in way:
            faces[kept.key] = Face(Kind.KEPT_BACK, rule.fewest, inf)
    return faces


def _first_face(cell: Cell, rule: Rule) -> Face:
    if cell.key == TOTAL:
        return Face(Kind.EXACT, cell.count, cell.count)
    if not cell.printed:
        return Face(Kind.UNSAID, 0, inf)
    return face_of(cell.count, rule)


def _must_be_safe(cell: Cell, face: Face, rule: Rule) -> bool:
    """Whether this cell must not be worked out. What is kept back for it lies on its way round."""
    return face.kind is Kind.FEW or (face.kind is Kind.UNSAID and 0 < cell.count < rule.fewest)


def _way_round(cell: Cell, cells: Iterable[Cell], faces: dict[str, Face], rule: Rule) -> list[Cell] | None:
    """The cells to keep back so that this one could be another number; [] where it can be already."""
    others = [other for other in cells if other.key != cell.key]
    ways = []
    if cell.count < faces[cell.key].high:
        ways.append(_cheapest(cell.parts, cell.whole, others, faces, rule))
    if cell.count > max(faces[cell.key].low, 0):
        ways.append(_cheapest(cell.whole, cell.parts, others, faces, rule))
    found = [way for way in ways if way is not None]
    return min(found, key=lambda way: way[0])[1] if found else None


def _cheapest(
    start: str, end: str, cells: Sequence[Cell], faces: dict[str, Face], rule: Rule
) -> tuple[int, list[Cell]] | None:
    """The way of least cost along which one person more could go, with what must be kept back for it."""
    waiting: list[tuple[int, int, str, tuple[Cell, ...]]] = [(0, 0, start, ())]
    seen: set[str] = set()
    order = 0
    while waiting:
        cost, _, at, kept = heappop(waiting)
        if at == end:
            return cost, list(kept)
        if at in seen:
            continue
        seen.add(at)
        for cell in cells:
            for here, there, more in ((cell.whole, cell.parts, 1), (cell.parts, cell.whole, -1)):
                price = _price(cell, faces[cell.key], more, rule) if here == at else None
                if price is not None:
                    order += 1
                    now = (*kept, cell) if price else kept
                    heappush(waiting, (cost + price, order, there, now))
    return None


def _price(cell: Cell, face: Face, more: int, rule: Rule) -> int | None:
    """What it costs that this cell could be one more or one fewer; None where it cannot be."""
    if face.low <= cell.count + more <= face.high:
        return 0
    if cell.key == TOTAL or face.kind in HIDDEN or cell.count + more < rule.fewest or not cell.count:
        return None
    return 1 + cell.count + 10_000 * cell.depth


# For a reader who runs this program


def _could_be_others(cells: Sequence[Cell], faces: dict[str, Face], rule: Rule) -> bool:
    """Whether other counts are printed in the very same way, with another number in each hidden cell.

    One person at a time goes round from one cell that is not known to another. All counts that are
    reached like this, and printed alike, answer the question alike: so the answer tells none of them.
    """
    to_differ = {cell.key for cell in cells if faces[cell.key].kind in HIDDEN}
    to_differ |= {cell.key for cell in cells if _must_be_safe(cell, faces[cell.key], rule)}
    rounds = _rounds([cell for cell in cells if faces[cell.key].low < faces[cell.key].high])
    waiting, seen = [tuple(cells)], {tuple(cell.count for cell in cells)}
    while to_differ and waiting:
        at = waiting.pop(0)
        for others in (_gone_round(at, steps) for steps in rounds):
            counts = tuple(cell.count for cell in others)
            if counts in seen or len(seen) > _MOST_TRIES or not _fits(cells, others, faces, rule):
                continue
            seen.add(counts)
            if _hidden(others, rule) == faces:
                waiting.append(others)
                to_differ -= {c.key for c, o in zip(cells, others, strict=True) if c.count != o.count}
    return not to_differ


def _gone_round(cells: Sequence[Cell], steps: dict[str, int]) -> tuple[Cell, ...]:
    return tuple(replace(c, count=c.count + steps[c.key]) if c.key in steps else c for c in cells)


def _fits(before: Sequence[Cell], now: Sequence[Cell], faces: dict[str, Face], rule: Rule) -> bool:
    """Whether these counts could be printed like that, as far as each alone tells."""
    for was, cell in zip(before, now, strict=True):
        face = faces[cell.key]
        if not face.low <= cell.count <= face.high:
            return False
        if face.kind is Kind.UNSAID and face_of(was.count, rule).kind is not face_of(cell.count, rule).kind:
            return False
    return True


def _rounds(cells: Sequence[Cell]) -> list[dict[str, int]]:
    """All ways round of up to four cells, each as the steps up and down that it takes."""
    found: list[dict[str, int]] = []

    def go_on(start: str, at: str, steps: dict[str, int], passed: frozenset[str]) -> None:
        for cell in cells:
            for here, there, more in ((cell.whole, cell.parts, 1), (cell.parts, cell.whole, -1)):
                if here != at or cell.key in steps or (there in passed and there != start):
                    continue
                now = {**steps, cell.key: more}
                if there == start:
                    found.append(now)
                elif len(now) < _LONGEST_ROUND:
                    go_on(start, there, now, passed | {there})

    for start in sorted({cell.whole for cell in cells} | {cell.parts for cell in cells}):
        go_on(start, start, {}, frozenset({start}))
    return list({tuple(sorted(steps.items())): steps for steps in found}.values())
