"""Working out hidden counts from printed ones, exactly: whole numbers, bounds and sums, nothing else.

Written apart from the product, and in another way: it narrows the bounds of every unknown by every sum
until nothing changes, then tries. What it calls possible is possible: it has found a whole solution.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor

Bounds = dict[str, tuple[int, int]]
Sum = Mapping[str, int]  # unknown → factor; all together are 0


@dataclass
class Puzzle:
    """What somebody knows who has everything that is printed."""

    bounds: Bounds = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)

    def know(self, name: str, low: int, high: int) -> None:
        """An unknown lies between these two; known already, between both."""
        before = self.bounds.get(name, (low, high))
        self.bounds[name] = max(low, before[0]), min(high, before[1])

    def adds_up(self, whole: str, parts: Sequence[str]) -> None:
        """The parts make up the whole."""
        self.sums.append({whole: -1, **dict.fromkeys(parts, 1)})

    def values(self, name: str, enough: int = 2) -> list[int]:
        """Numbers that the unknown can be, at most so many."""
        found: list[int] = []
        bounds = narrowed(self.bounds, self.sums)
        if bounds is None:
            return found
        low, high = bounds[name]
        for value in range(low, high + 1):
            if has_solution({**bounds, name: (value, value)}, self.sums):
                found.append(value)
                if len(found) == enough:
                    break
        return found


def narrowed(bounds: Bounds, sums: Sequence[Sum]) -> Bounds | None:
    """Bounds as narrow as the sums make them one by one; None where nothing is left."""
    bounds = dict(bounds)
    changed = True
    while changed:
        changed = False
        for one in sums:
            least = sum(min(factor * end for end in bounds[name]) for name, factor in one.items())
            most = sum(max(factor * end for end in bounds[name]) for name, factor in one.items())
            for name, factor in one.items():
                low, high = bounds[name]
                ends = sorted(factor * end for end in (low, high))
                # factor * x = -(all others); the others lie between least - ends[0] and most - ends[1]
                between = sorted(Fraction(-end, factor) for end in (least - ends[0], most - ends[1]))
                now = max(low, ceil(between[0])), min(high, floor(between[1]))
                if now[0] > now[1]:
                    return None
                if now != (low, high):
                    bounds[name], changed = now, True
                    break
            if changed:
                break
    return bounds


def has_solution(bounds: Bounds, sums: Sequence[Sum]) -> bool:
    """Whether whole numbers within these bounds make all sums right."""
    return next(_solutions(bounds, sums), None) is not None


def _solutions(bounds: Bounds, sums: Sequence[Sum]) -> Iterator[Bounds]:
    now = narrowed(bounds, sums)
    if now is None:
        return
    free = [name for name, (low, high) in now.items() if low < high]
    if not free:
        yield now
        return
    name = min(free, key=lambda n: now[n][1] - now[n][0])
    for value in range(now[name][0], now[name][1] + 1):
        yield from _solutions({**now, name: (value, value)}, sums)
