"""Small numbers are never shown, nor left to be worked out: the table of dots by voice.

Four steps, the same for whoever counts:

1. Voices with fewer people than the threshold are counted together, with those who left it out (I35).
2. A row in which a small voice gave nothing or everything is not shown (I36). It takes its neighbours
   with it: rows are hidden by twos or threes, in groups that follow from the totals alone, so that a
   hidden row does not say that it was the one.
3. A hidden cell is safe when two people of different voices could have had each other's dots on hidden
   rows: then other ballots give the very same figures, with another number in that cell, and with the
   same groups hidden in step 2. While a hidden cell is not safe (because of all the shown cells, or
   because nobody kept a dot), one more group is hidden.
4. When nothing is left to show, there is no table at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from workshop.domain.kinds import Voice
from workshop.domain.records import Round
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
_MOST_TRIES = 5_000  # of swaps for one cell; past them it counts as not safe
_MOST_ROWS_SWAPPED = 3

ByVoice = tuple[tuple[str, ...], tuple[int, ...], tuple[tuple[int | None, ...], ...]]
NO_TABLE: ByVoice = ((), (), ())

Cells = tuple[tuple[int, ...], ...]  # a row an option, a column a voice
Rows = tuple[int, ...]  # some of the rows, by their index


@dataclass(frozen=True)
class Table:
    """What was counted: the ballots under each heading, and the dots they gave to each option."""

    round_: Round
    keys: tuple[str, ...]
    ballots: tuple[tuple[Ballot, ...], ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many people each heading stands for."""
        return tuple(map(len, self.ballots))

    def cells(self) -> Cells:
        """The dots by option and heading."""
        columns = [map(sum, zip(*(b.dots for b in cast), strict=True)) for cast in self.ballots]
        return tuple(zip(*columns, strict=True))


def by_voice(round_: Round, ballots: Sequence[Ballot]) -> ByVoice:
    """Headings, numbers of people and the table by voice: a row an option, None in each cell of a hidden row.

    Empty where the round was not set to show voices or there is nothing that may be shown.
    """
    table = Table(round_, *_headings(round_.threshold, ballots))
    if not round_.by_voice or len(table.keys) < 2:
        return NO_TABLE
    hidden = hidden_rows(table)
    if hidden is None:
        return NO_TABLE
    cells = table.cells()
    shown = ((None,) * len(row) if at in hidden else row for at, row in enumerate(cells))
    return table.keys, table.sizes, tuple(shown)


def _headings(
    threshold: int, ballots: Sequence[Ballot]
) -> tuple[tuple[str, ...], tuple[tuple[Ballot, ...], ...]]:
    """The voices that are large enough, then all others together, who are then enough as well."""
    voices = {voice.value: tuple(b for b in ballots if b.voice is voice) for voice in Voice}
    large = {key: cast for key, cast in voices.items() if len(cast) >= threshold}
    others = tuple(b for b in ballots if b.voice is None or b.voice.value not in large)
    while large and 0 < len(others) < threshold:
        others += large.pop(min(large, key=lambda key: len(large[key])))
    headings = {**large, OTHERS_TOGETHER: others} if others else large
    return tuple(headings), tuple(headings.values())


def shown_voices(threshold: int, people: Mapping[Voice | None, int]) -> tuple[str, ...]:
    """The headings of a result when so many people of each voice vote; one heading splits nothing.

    None stands for those who leave their voice out.
    """
    ballots = [Ballot((), voice) for voice, count in people.items() for _ in range(count)]
    return _headings(threshold, ballots)[0]


def hidden_rows(table: Table) -> frozenset[int] | None:
    """The rows that may not be shown; None where there can be no table at all."""
    groups, cells = _groups_of_rows(table), table.cells()
    one_sided = {at for at, row in enumerate(cells) if _is_one_sided(table, row)}
    if not one_sided <= _rows_of(groups):
        return None  # everybody gave all they could: the total alone says so
    hidden = [group for group in groups if one_sided.intersection(group)]
    shown = [group for group in groups if not one_sided.intersection(group)]
    first = tuple(hidden)
    while shown and not _is_safe(table, cells, first, _rows_of(hidden)):
        hidden.append(shown.pop())
    return _rows_of(hidden) if shown else None


def _rows_of(groups: Sequence[Rows]) -> frozenset[int]:
    return frozenset(row for group in groups for row in group)


def _groups_of_rows(table: Table) -> list[Rows]:
    """The rows in twos by their totals, largest first; the last group takes a row that is left over.

    A row on which everybody did the same (nobody gave a dot, above all) is in none: hiding could
    not protect it, because its total says it all.
    """
    columns = zip(*(ballot.dots for cast in table.ballots for ballot in cast), strict=True)
    totals = [(-sum(column), row) for row, column in enumerate(columns) if len(set(column)) > 1]
    mixed = [row for _, row in sorted(totals)]
    groups = [tuple(mixed[at : at + 2]) for at in range(0, len(mixed), 2)]
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups


def _is_one_sided(table: Table, row: Sequence[int]) -> bool:
    """Whether a small voice gave nothing, or everything, where anybody gave something."""
    small = 2 * table.round_.threshold
    most = table.round_.most_per_option
    cells = zip(row, table.sizes, strict=True)
    return any(row) and any(size < small and dots in (0, size * most) for dots, size in cells)


# Could a hidden cell hold another number?


@dataclass(frozen=True, slots=True, order=True)
class _Pattern:
    """What one ballot has on the hidden rows, and its unused dots."""

    dots: tuple[int, ...]
    unused: int


@dataclass(frozen=True, slots=True)
class _Swap:
    """Somebody of one voice and somebody of another have each other's dots on some rows."""

    columns: tuple[int, int]
    gains: dict[int, int]  # by row, what the first of the two has more than before

    def done_to(self, cells: Cells, row: int) -> list[int]:
        """The cells of one row afterwards."""
        after = list(cells[row])
        after[self.columns[0]] += self.gains.get(row, 0)
        after[self.columns[1]] -= self.gains.get(row, 0)
        return after


def _is_safe(table: Table, cells: Cells, first: Sequence[Rows], hidden: frozenset[int]) -> bool:
    """Whether each hidden cell could hold another number, for all that is shown and all that is hidden."""

    def hides_the_same(swap: _Swap) -> bool:
        return all(any(_is_one_sided(table, swap.done_to(cells, row)) for row in group) for group in first)

    def could_differ(column: int, row: int) -> bool:
        return any(map(hides_the_same, _swaps(table, column, row, hidden)))

    return all(could_differ(column, row) for column in range(len(table.keys)) for row in sorted(hidden))


def _swaps(table: Table, column: int, row: int, hidden: frozenset[int]) -> Iterator[_Swap]:
    """Every swap that changes the cell and leaves neither person with more dots than everybody has."""
    rows = tuple(sorted(hidden))
    mine = _patterns(table, column, rows)
    for other in (c for c in range(len(table.keys)) if c != column):
        pairs = list(islice(product(mine, _patterns(table, other, rows)), _MOST_TRIES))
        tries = ((swapped, pair) for swapped in _with(row, rows) for pair in pairs)
        for swapped, (a, b) in islice(tries, _MOST_TRIES):
            gains = {r: b.dots[rows.index(r)] - a.dots[rows.index(r)] for r in swapped}
            if gains[row] and -b.unused <= sum(gains.values()) <= a.unused:
                yield _Swap((column, other), gains)


def _with(row: int, rows: Rows) -> Iterator[Rows]:
    """The row alone, then with each further one, then with each further two."""
    others = [other for other in rows if other != row]
    for count in range(_MOST_ROWS_SWAPPED):
        yield from ((row, *more) for more in combinations(others, count))


def _patterns(table: Table, column: int, rows: Rows) -> list[_Pattern]:
    """Each different pattern of a voice once, in an order that does not depend on that of the ballots."""
    each = table.round_.dots
    cast = table.ballots[column]
    return sorted({_Pattern(tuple(b.dots[row] for row in rows), each - sum(b.dots)) for b in cast})
