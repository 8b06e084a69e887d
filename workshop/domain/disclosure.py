"""Small numbers are never shown, nor left to be worked out: the table of dots by voice.

Four steps, the same for whoever counts:

1. Voices with fewer people than the threshold are counted together, with those who left it out (I35).
2. A row in which a small voice gave nothing or everything is not shown (I36). It takes its neighbours
   with it: rows are hidden by twos or threes, in groups that follow from the totals alone, so that a
   hidden row does not say that it was the one.
3. A hidden cell is safe when two people of different voices could have had each other's dots on hidden
   rows: then other ballots give the very same figures, with another number in that cell. While a
   hidden cell is not safe (because of all shown cells, or because nobody kept a dot), more is hidden.
4. When nothing is left to show, there is no table at all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from workshop.domain.records import Round, Voice
from workshop.domain.voting import Ballot

OTHERS_TOGETHER = "others_together"
# What the voices are called, on every screen and page.
VOICE_NAMES = {
    Voice.USES_SERVICES.value: "People who use services",
    Voice.CARER.value: "Carers",
    Voice.STAFF.value: "Staff",
    Voice.OTHER.value: "Others",
    OTHERS_TOGETHER: "All other voices",
}
# Pairs of people that are tried for one cell; past them it counts as not safe. A room has far fewer.
_MOST_PAIRS = 20_000

ByVoice = tuple[tuple[str, ...], tuple[int, ...], tuple[tuple[int | None, ...], ...]]
NO_TABLE: ByVoice = ((), (), ())


@dataclass(frozen=True, slots=True)
class _Part:
    """The ballots counted under one heading."""

    key: str
    ballots: tuple[Ballot, ...]

    def cell(self, row: int) -> int:
        return sum(ballot.dots[row] for ballot in self.ballots)


def by_voice(round_: Round, ballots: Sequence[Ballot]) -> ByVoice:
    """Headings, numbers of people and the table by voice: a row an option, None in each cell of a hidden row.

    Empty where the round was not set to show voices or there is nothing that may be shown.
    """
    parts = _parts(round_.threshold, ballots) if round_.by_voice else ()
    if len(parts) < 2:
        return NO_TABLE
    hidden = _hidden_rows(round_, parts)
    if hidden is None:
        return NO_TABLE
    table = tuple(
        tuple(None if row in hidden else part.cell(row) for part in parts)
        for row in range(len(round_.options))
    )
    return tuple(part.key for part in parts), tuple(len(part.ballots) for part in parts), table


def _parts(threshold: int, ballots: Sequence[Ballot]) -> tuple[_Part, ...]:
    """The voices that are large enough, then all others together: they are large enough as well, or none."""
    by_key = {v.value: tuple(b for b in ballots if b.voice is v) for v in Voice}
    large = {key: cast for key, cast in by_key.items() if len(cast) >= threshold}
    others = tuple(b for b in ballots if b.voice is None or b.voice.value not in large)
    while large and 0 < len(others) < threshold:
        smallest = min(large, key=lambda key: len(large[key]))
        others += large.pop(smallest)
    together = (_Part(OTHERS_TOGETHER, others),) if others else ()
    return (*(_Part(key, cast) for key, cast in large.items()), *together)


def _hidden_rows(round_: Round, parts: Sequence[_Part]) -> frozenset[int] | None:
    """The rows that are not shown; None where there can be no table at all."""
    groups = _groups_of_rows(round_, parts)
    one_sided = {row for row in range(len(round_.options)) if _is_one_sided(round_, parts, row)}
    if not one_sided <= {row for group in groups for row in group}:
        return None  # everybody gave all they could: the total alone says so
    hidden = [group for group in groups if one_sided.intersection(group)]
    shown = [group for group in groups if not one_sided.intersection(group)]
    while shown and not _is_safe(round_, parts, _rows_of(hidden)):
        hidden.append(shown.pop())
    return _rows_of(hidden) if shown else None


def _rows_of(groups: Sequence[Sequence[int]]) -> frozenset[int]:
    return frozenset(row for group in groups for row in group)


def _groups_of_rows(round_: Round, parts: Sequence[_Part]) -> list[tuple[int, ...]]:
    """The rows in twos by their totals, largest first; the last group takes a row that is left over.

    A row on which everybody did the same (nobody gave a dot, above all) is in none: hiding could
    not protect it, because its total says it all.
    """
    totals = {row: sum(part.cell(row) for part in parts) for row in range(len(round_.options))}
    mixed = [row for row in totals if len({b.dots[row] for part in parts for b in part.ballots}) > 1]
    mixed.sort(key=lambda row: (-totals[row], row))
    groups = [tuple(mixed[at : at + 2]) for at in range(0, len(mixed), 2)]
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups


def _is_one_sided(round_: Round, parts: Sequence[_Part], row: int) -> bool:
    """Whether a small voice gave nothing, or everything, where others gave something."""
    if not any(part.cell(row) for part in parts):
        return False
    return any(
        part.cell(row) in (0, len(part.ballots) * round_.most_per_option)
        for part in parts
        if len(part.ballots) < 2 * round_.threshold
    )


def _is_safe(round_: Round, parts: Sequence[_Part], hidden: frozenset[int]) -> bool:
    """Whether each hidden cell could hold another number, for all that is shown."""
    return all(_could_differ(round_, parts, part, row, hidden) for part in parts for row in hidden)


def _could_differ(
    round_: Round, parts: Sequence[_Part], part: _Part, row: int, hidden: frozenset[int]
) -> bool:
    rest = [ballot for other in parts if other is not part for ballot in other.ballots]
    rows = (row, *sorted(hidden - {row}))
    pairs = product(_patterns(round_, part.ballots, rows), _patterns(round_, rest, rows))
    return any(_could_swap(mine, theirs) for mine, theirs in islice(pairs, _MOST_PAIRS))


@dataclass(frozen=True, slots=True, order=True)
class _Pattern:
    """What one ballot has on hidden rows, the row in question first, and its unused dots."""

    dots: tuple[int, ...]
    unused: int


def _patterns(round_: Round, ballots: Sequence[Ballot], rows: Sequence[int]) -> list[_Pattern]:
    """Each different pattern once, in an order that does not depend on that of the ballots."""
    return sorted(
        {_Pattern(tuple(b.dots[row] for row in rows), round_.dots - sum(b.dots)) for b in ballots}
    )


def _could_swap(mine: _Pattern, theirs: _Pattern) -> bool:
    """Whether two people could have each other's dots on the first row, and on any further ones.

    The two differ on the first row, and afterwards neither holds more dots than everybody has.
    """
    first, *more = (b - a for a, b in zip(mine.dots, theirs.dots, strict=True))
    return first != 0 and any(-theirs.unused <= gain <= mine.unused for gain in _sums(first, more))


def _sums(start: int, more: Sequence[int]) -> Iterator[int]:
    """`start`, and every sum that any of the numbers in `more` can make of it."""
    sums = {start}
    for number in more:
        sums |= {total + number for total in sums}
    return iter(sums)
