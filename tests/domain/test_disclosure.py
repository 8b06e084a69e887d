"""Nothing that is not shown can be worked out: attacks on the table by voice, with all that is shown.

The attacks know every rule of the vote and the program itself. They go through ALL sets of ballots that
people could have cast, and keep those that give the very same figures.
"""

import itertools
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.domain import disclosure
from workshop.domain.disclosure import NO_TABLE, OTHERS_TOGETHER, VOICE_NAMES, ByVoice, Table, by_voice
from workshop.domain.ids import OptionId, RoundId
from workshop.domain.kinds import Voice
from workshop.domain.records import Option, Round
from workshop.domain.voting import Ballot

HERE, CARER, STAFF, OTHER = Voice.USES_SERVICES, Voice.CARER, Voice.STAFF, Voice.OTHER


def a_round(options: int, *, dots: int = 3, most: int = 2, threshold: int = 5) -> Round:
    named = tuple(Option(OptionId(f"o{n}"), n, f"Idea {n}") for n in range(1, options + 1))
    return Round(
        RoundId("r1"), 1, "Which first?", "What helps most", named,
        dots=dots, most_per_option=most, by_voice=True, threshold=threshold,
    )  # fmt: skip


def cast(voice: Voice | None, *dots: Sequence[int]) -> list[Ballot]:
    return [Ballot(tuple(one), voice) for one in dots]


def evenly(voice: Voice | None, people: int, options: int) -> list[Ballot]:
    """Everybody gives one dot to each of two ideas, so that no idea is without one."""
    return cast(
        voice,
        *[
            [int(option in (n % options, (n + 1) % options)) for option in range(options)]
            for n in range(people)
        ],
    )


# Headings (I35)


@pytest.mark.parametrize(
    ("people", "headings"),
    [
        ({HERE: 5, CARER: 6}, (("uses_services", 5), ("carer", 6))),
        ({STAFF: 7, HERE: 5}, (("uses_services", 5), ("staff", 7))),
        ({HERE: 6, CARER: 4, STAFF: 1}, (("uses_services", 6), ("others_together", 5))),
        ({HERE: 6, CARER: 4, None: 1}, (("uses_services", 6), ("others_together", 5))),
        ({HERE: 6, None: 5}, (("uses_services", 6), ("others_together", 5))),
        # The rest would be too few: the smallest voice goes with it.
        (
            {HERE: 9, CARER: 6, STAFF: 5, OTHER: 1},
            (("uses_services", 9), ("carer", 6), ("others_together", 6)),
        ),
        ({HERE: 9, CARER: 6, None: 2}, (("uses_services", 9), ("others_together", 8))),
        # One heading only is no table.
        ({HERE: 14}, ()),
        ({HERE: 9, CARER: 4}, ()),
        ({HERE: 4, CARER: 4, STAFF: 4}, ()),
        ({None: 12}, ()),
        ({}, ()),
    ],
)
def test_small_voices_are_counted_together(
    people: dict[Voice | None, int], headings: tuple[tuple[str, int], ...]
) -> None:
    ballots = [ballot for voice, many in people.items() for ballot in evenly(voice, many, 3)]
    keys, sizes, table = by_voice(a_round(3), ballots)
    assert tuple(zip(keys, sizes, strict=True)) == headings
    assert len(table) == (3 if headings else 0)


def test_strict_mode_asks_for_eight() -> None:
    ballots = evenly(HERE, 8, 3) + evenly(STAFF, 7, 3)
    assert by_voice(a_round(3, threshold=5), ballots)[1] == (8, 7)
    assert by_voice(a_round(3, threshold=8), ballots) == NO_TABLE
    assert by_voice(a_round(3, threshold=8), ballots + evenly(None, 1, 3))[1] == (8, 8)


def test_no_table_where_the_round_does_not_ask_for_voices() -> None:
    ballots = evenly(HERE, 12, 3) + evenly(STAFF, 12, 3)
    assert by_voice(replace(a_round(3), by_voice=False), ballots) == NO_TABLE


def test_every_heading_has_words() -> None:
    assert set(VOICE_NAMES) == {*(voice.value for voice in Voice), OTHERS_TOGETHER}


# Rows (I36)


def spread(people: int) -> list[list[int]]:
    """Dots on the first four of seven ideas, from everybody."""
    return [[1 + n % 2, (n + 1) % 2, n % 2, 1 - n % 2, 0, 0, 0] for n in range(people)]


SEVEN = a_round(7, dots=5)


def shown_rows(table: ByVoice) -> list[int]:
    return [at for at, row in enumerate(table[2]) if None not in row]


def test_a_row_in_which_a_small_voice_gave_nothing_takes_its_neighbour_with_it() -> None:
    staff = spread(8)
    staff[0][4] = staff[1][5] = staff[2][5] = 1
    here = spread(6)
    here[0][5] = here[1][5] = 1
    keys, sizes, table = by_voice(SEVEN, cast(HERE, *here) + cast(STAFF, *staff))
    assert (keys, sizes) == (("uses_services", "staff"), (6, 8))
    assert table == ((9, 12), (3, 4), (3, 4), (3, 4), (None, None), (None, None), (0, 0))


def test_a_row_in_which_a_small_voice_gave_everything_is_hidden() -> None:
    here = cast(HERE, *[[1, 1, 1, 0], [1, 1, 0, 1]] * 2, [1, 1, 0, 1], [1, 0, 1, 1])
    staff = cast(STAFF, *[[1, 1, 1, 0], [1, 1, 0, 1]] * 3, [1, 1, 0, 1], [0, 1, 1, 1])
    _, _, table = by_voice(a_round(4, dots=3, most=1), here + staff)
    assert table == ((None, None), (None, None), (3, 4), (4, 5))


def test_a_large_voice_may_be_shown_to_have_given_nothing() -> None:
    staff = spread(12)
    here = spread(10)
    here[0][4] = 1
    assert by_voice(SEVEN, cast(HERE, *here) + cast(STAFF, *staff))[2][4] == (1, 0)


def test_an_option_without_a_dot_is_shown_as_it_is() -> None:
    _, _, table = by_voice(SEVEN, cast(HERE, *spread(6)) + cast(STAFF, *spread(8)))
    assert table[4:] == ((0, 0), (0, 0), (0, 0))


def test_where_all_gave_all_they_could_there_is_no_table() -> None:
    """The total alone tells every cell of that row, so that no hiding could protect it."""
    everything = [[2, *dots[1:]] for dots in spread(6)]
    ballots = cast(HERE, *everything) + cast(STAFF, *everything)
    assert by_voice(SEVEN, ballots) == NO_TABLE


def test_where_every_row_would_be_hidden_there_is_no_table() -> None:
    ballots = cast(HERE, *[[2, 1, 0, 0]] * 6) + cast(STAFF, *[[0, 0, 1, 2]] * 6)
    assert by_voice(a_round(4), ballots) == NO_TABLE


def test_dots_that_nobody_kept_give_no_row_away() -> None:
    """A voice that used all its dots on shown rows gave none to the hidden ones (DESIGN 05d)."""
    round_ = a_round(6, dots=2)
    here = [[1, 1, 0, 0, 0, 0], [0, 0, 1, 1, 0, 0]] * 3
    staff = [*here, [1, 1, 0, 0, 0, 0], [0, 0, 0, 0, 1, 1]]
    ballots = cast(HERE, *here) + cast(STAFF, *staff)
    assert shown_rows(by_voice(round_, ballots)) == [0, 1]
    a_dot_is_kept = a_round(6, dots=3)
    assert shown_rows(by_voice(a_dot_is_kept, ballots)) == [0, 1, 2, 3]


# The attack: all sets of ballots that there could be


@dataclass(frozen=True)
class World:
    """One set of ballots as it might have been: what is published of it, and what each voice gave."""

    totals: tuple[int, ...]
    supporters: tuple[int, ...]
    table: ByVoice
    cells: tuple[tuple[int, int], ...]


def worlds(round_: Round, here: int, staff: int) -> Iterator[World]:
    """Every set of ballots that two voices of these sizes could cast."""
    options, most = len(round_.options), round_.most_per_option
    ballots = [b for b in itertools.product(range(most + 1), repeat=options) if sum(b) <= round_.dots]
    sides = [list(itertools.combinations_with_replacement(ballots, people)) for people in (here, staff)]
    for one, other in itertools.product(*sides):
        columns = list(zip(*one, *other, strict=True))
        yield World(
            tuple(map(sum, columns)),
            tuple(sum(dots > 0 for dots in column) for column in columns),
            by_voice(round_, cast(HERE, *one) + cast(STAFF, *other)),
            tuple((sum(column[:here]), sum(column[here:])) for column in columns),
        )


def fits(world: World, table: ByVoice) -> bool:
    """Whether the shown cells could be those of the world."""
    return all(row in ((None, None), cells) for row, cells in zip(table[2], world.cells, strict=True))


def worked_out(group: Sequence[World], table: ByVoice, settled: Sequence[int] = ()) -> list[tuple[int, int]]:
    """The hidden cells, as (row, column), that hold one number only in all worlds that are left.

    A number that is known to be one of two is not worked out, but a voice that is known to have acted
    as one (0 or `settled` for each column) is.
    """
    found = []
    for row, column in itertools.product(range(len(table[2])), range(len(table[0]))):
        numbers = {world.cells[row][column] for world in group}
        as_one = bool(settled) and numbers <= {0, settled[column]}
        if table[2][row][column] is None and (len(numbers) < 2 or as_one):
            found.append((row, column))
    return found


def attack(all_worlds: Iterable[World], settled: Sequence[int] = ()) -> tuple[int, int, int]:
    """How many tables hide something, and how many cells the two attackers work out.

    The first attacker knows the figures and the rules of the vote. The second knows the program as
    well, and leaves out worlds of which it would have shown something else.
    """
    same_totals: dict[object, list[World]] = defaultdict(list)
    for world in all_worlds:
        same_totals[world.totals, world.supporters].append(world)
    tables = by_figures = by_program = 0
    for group in same_totals.values():
        for table in {world.table for world in group}:
            if any(row[0] is None for row in table[2]):
                tables += 1
                left = [world for world in group if fits(world, table)]
                by_figures += len(worked_out(left, table, settled))
                by_program += len(worked_out([w for w in left if w.table == table], table))
    return tables, by_figures, by_program


# Options, dots, most on one, and people of each voice. Under a threshold of 2 a voice under 4 is small:
# the last has a large one beside a small one.
SMALL_VOTES = [
    (4, 2, 1, 2, 2),
    (4, 1, 1, 3, 3),
    (4, 2, 2, 2, 2),
    (5, 2, 1, 2, 2),
    (4, 2, 1, 2, 4),
]


@pytest.mark.parametrize(("options", "dots", "most", "here", "staff"), SMALL_VOTES)
def test_no_hidden_cell_can_be_worked_out(options: int, dots: int, most: int, here: int, staff: int) -> None:
    round_ = a_round(options, dots=dots, most=most, threshold=2)
    settled = [people * most if people < 4 else -1 for people in (here, staff)]
    tables, by_figures, by_program = attack(worlds(round_, here, staff), settled)
    assert tables
    assert (by_figures, by_program) == (0, 0)


def test_without_the_look_for_other_ballots_the_figures_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: rows are hidden, but nobody asks whether they can be worked out."""
    monkeypatch.setattr(disclosure, "_is_safe", lambda *_: True)
    _, by_figures, by_program = attack(worlds(a_round(4, dots=2, most=2, threshold=2), 2, 2))
    assert by_figures and by_program


def test_without_neighbours_the_program_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: each row is hidden alone, so that a hidden row says what was in it."""

    def alone(table: Table) -> list[tuple[int, ...]]:
        columns = list(zip(*(b.dots for ballots in table.ballots for b in ballots), strict=True))
        return [(row,) for row, column in enumerate(columns) if len(set(column)) > 1]

    def for_the_figures(table: Table, cells: object, first: object, hidden: frozenset[int]) -> bool:
        every_cell = itertools.product(range(len(table.keys)), hidden)
        return all(any(True for _ in disclosure._swaps(table, *cell, hidden)) for cell in every_cell)

    monkeypatch.setattr(disclosure, "_groups_of_rows", alone)
    monkeypatch.setattr(disclosure, "_is_safe", for_the_figures)
    _, by_figures, by_program = attack(worlds(a_round(3, dots=2, most=1, threshold=2), 2, 4))
    assert by_figures == 0, "each hidden cell can hold another number"
    assert by_program, "but not one for which the program would have hidden the same"


def test_without_the_rule_on_small_voices_a_vote_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: a table that says how each of a small voice voted."""
    monkeypatch.setattr(disclosure, "_is_one_sided", lambda *_: False)
    keys, _, table = by_voice(a_round(2), cast(HERE, *[[2, 0]] * 5) + cast(STAFF, *[[0, 1]] * 5))
    assert keys and table == ((10, 0), (0, 5))


# The attack on rooms of real size, by trying


@st.composite
def rooms(draw: st.DrawFn) -> tuple[Round, list[Ballot]]:
    """A vote as rooms have it: 10 to 40 people, 3 to 9 ideas, some of them loved by all."""
    dots = draw(st.integers(1, 5))
    round_ = a_round(draw(st.integers(3, 9)), dots=dots, most=draw(st.integers(1, dots)))
    chance = random.Random(draw(st.integers(0, 2**32)))
    weights = [draw(st.sampled_from([0, 1, 2, 8])) + 0.1 for _ in round_.options]
    voices: list[Voice | None] = draw(
        st.lists(st.sampled_from([HERE, CARER, STAFF, OTHER, None]), max_size=28)
    )
    voices += [HERE] * draw(st.integers(5, 12))
    return round_, [Ballot(_some_dots(round_, chance, weights), voice) for voice in voices]


def _some_dots(round_: Round, chance: random.Random, weights: Sequence[float]) -> tuple[int, ...]:
    on = Counter[int]()
    for _ in range(round_.dots):
        option = chance.choices(range(len(weights)), weights)[0]
        if on[option] < round_.most_per_option:  # else the dot stays unused
            on[option] += 1
    return tuple(on[option] for option in range(len(weights)))


@given(rooms(), st.randoms(use_true_random=False))
def test_the_order_of_the_ballots_changes_nothing(
    room: tuple[Round, list[Ballot]], chance: random.Random
) -> None:
    round_, ballots = room
    again = list(ballots)
    chance.shuffle(again)
    assert by_voice(round_, ballots) == by_voice(round_, again)


@given(rooms())
@settings(max_examples=300)
def test_what_is_shown_is_true_and_keeps_the_rules(room: tuple[Round, list[Ballot]]) -> None:
    round_, ballots = room
    keys, sizes, table = by_voice(round_, ballots)
    if not keys:
        return
    assert min(sizes) >= round_.threshold and sum(sizes) == len(ballots) and len(keys) > 1
    for at, row in enumerate(table):
        numbers = [number for number in row if number is not None]
        total = sum(ballot.dots[at] for ballot in ballots)
        assert numbers == [] or sum(numbers) == total, "a row is shown whole or not at all, and adds up"
        for number, size in zip(numbers, sizes, strict=bool(numbers)):
            if size < 2 * round_.threshold and total:
                assert 0 < number < size * round_.most_per_option


@given(rooms())
@settings(max_examples=150)
def test_for_each_hidden_cell_there_are_other_ballots_with_the_same_figures(
    room: tuple[Round, list[Ballot]],
) -> None:
    """Independent of the swaps that the program looks for: whole ballots and parts of them change hands."""
    round_, ballots = room
    table = by_voice(round_, ballots)
    hidden = frozenset(at for at, row in enumerate(table[2]) if None in row)
    open_cells = {(at, column) for at in hidden for column in range(len(table[0]))}
    headings = [
        [b for b in ballots if _heading(b, table[0]) == key] for key in table[0]
    ]  # fmt: skip
    for one, other in itertools.combinations(range(len(headings)), 2):
        for a, b in itertools.product(headings[one], headings[other]):
            open_cells -= {
                (at, c) for at in _rows_that_could_change(round_, a, b, hidden) for c in (one, other)
            }
    assert open_cells == set()


def _heading(ballot: Ballot, keys: Sequence[str]) -> str:
    said = ballot.voice.value if ballot.voice else OTHERS_TOGETHER
    return said if said in keys else OTHERS_TOGETHER


def _rows_that_could_change(round_: Round, a: Ballot, b: Ballot, hidden: frozenset[int]) -> set[int]:
    """The hidden rows on which two people differ and could have had each other's dots."""
    differ = [at for at in sorted(hidden) if a.dots[at] != b.dots[at]]
    found: set[int] = set()
    for count in range(1, min(3, len(differ)) + 1):
        for rows in itertools.combinations(differ, count):
            gain = sum(b.dots[at] - a.dots[at] for at in rows)
            if sum(a.dots) + gain <= round_.dots and sum(b.dots) - gain <= round_.dots:
                found.update(rows)
    return found


def test_most_rooms_get_a_table() -> None:
    """The rules are no use if nothing is ever shown: 6 and 8 people, nine ideas, three dots."""
    chance, round_ = random.Random(1), a_round(9)
    weights = [12, 10, 8, 6, 4, 3, 2, 1, 1]
    tables = [
        by_voice(round_, [Ballot(_some_dots(round_, chance, weights), v) for v in [HERE] * 6 + [STAFF] * 8])
        for _ in range(100)
    ]
    assert sum(bool(table[0]) for table in tables) > 70
    assert sum(len(shown_rows(table)) for table in tables) > 400
