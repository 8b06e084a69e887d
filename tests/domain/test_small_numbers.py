"""Small counts of people: whoever solves the sums of everything printed finds no hidden one."""

import random
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.solving import Puzzle
from workshop.domain import small_numbers
from workshop.domain.kinds import SmallNumbers
from workshop.domain.small_numbers import (
    HIDDEN,
    TOTAL,
    Cell,
    Face,
    Kind,
    Rule,
    face_of,
    hide,
    may_show_mean,
    rounded,
    two_way,
)

STANDARD, STRICT = Rule(), Rule.of(SmallNumbers.STRICT)
RULES = st.sampled_from([STANDARD, STRICT, Rule(10)])
COUNTS = st.integers(0, 14)


def _rows_of(many: int) -> st.SearchStrategy[list[list[int]]]:
    """Tables with so many columns."""
    return st.lists(st.lists(COUNTS, min_size=many, max_size=many), min_size=1, max_size=4)


# The rule


def test_a_rule_shows_nothing_below_its_number() -> None:
    assert Rule.of(SmallNumbers.STANDARD, 9) == Rule(5)
    assert Rule.of(SmallNumbers.STRICT, 3) == Rule(8, rounds=True)
    assert [Rule.of(SmallNumbers.CUSTOM, n).fewest for n in (0, 4, 5, 11)] == [5, 5, 5, 11]


@pytest.mark.parametrize(
    ("count", "standard", "strict"),
    [
        (0, Face(Kind.EXACT, 0, 0), Face(Kind.EXACT, 0, 0)),
        (1, Face(Kind.FEW, 1, 4), Face(Kind.FEW, 1, 7)),
        (4, Face(Kind.FEW, 1, 4), Face(Kind.FEW, 1, 7)),
        (5, Face(Kind.EXACT, 5, 5), Face(Kind.FEW, 1, 7)),
        (7, Face(Kind.EXACT, 7, 7), Face(Kind.FEW, 1, 7)),
        (8, Face(Kind.EXACT, 8, 8), Face(Kind.ROUNDED, 8, 12)),
        (12, Face(Kind.EXACT, 12, 12), Face(Kind.ROUNDED, 8, 12)),
        (13, Face(Kind.EXACT, 13, 13), Face(Kind.ROUNDED, 13, 17)),
    ],
)
def test_a_count_that_stands_alone(count: int, standard: Face, strict: Face) -> None:
    assert (face_of(count, STANDARD), face_of(count, STRICT)) == (standard, strict)


@given(st.integers(8, 500))
def test_rounding_goes_to_the_nearest_5_and_the_face_covers_what_it_may_have_been(count: int) -> None:
    face = face_of(count, STRICT)
    assert abs(rounded(count) - count) <= 2 and rounded(count) % 5 == 0
    assert face.low <= count <= face.high
    covered = {n for n in range(8, 600) if rounded(n) == rounded(count)}
    assert covered == set(range(int(face.low), int(face.high) + 1))


def test_no_mean_of_few_people() -> None:
    assert [may_show_mean(n, STRICT) for n in (0, 7, 8)] == [False, False, True]
    assert [may_show_mean(n, STANDARD) for n in (4, 5)] == [False, True]


# Tables


def one_way(counts: list[int]) -> list[Cell]:
    """A table of one question, and its total."""
    cells = [Cell(str(i), count, "all", "end") for i, count in enumerate(counts)]
    return [*cells, Cell(TOTAL, sum(counts), "end", "all", 1)]


def grouped(groups: list[list[int]]) -> list[Cell]:
    """A table of one question with subtotals, and its total."""
    cells = [
        Cell(f"{g}.{i}", count, f"group {g}", "end")
        for g, counts in enumerate(groups)
        for i, count in enumerate(counts)
    ]
    cells += [Cell(f"group {g}", sum(counts), "all", f"group {g}", 1) for g, counts in enumerate(groups)]
    return [*cells, Cell(TOTAL, sum(map(sum, groups)), "end", "all", 2)]


def puzzle_of(cells: list[Cell], faces: dict[str, Face]) -> Puzzle:
    """What the reader of a table knows: what is printed, and that people are whole and add up."""
    puzzle = Puzzle()
    most = next(cell.count for cell in cells if cell.key == TOTAL)
    for cell in cells:
        face = faces[cell.key]
        puzzle.know(cell.key, int(face.low), int(min(face.high, most)))
    for sum_ in {cell.whole for cell in cells}:
        ins = [cell.key for cell in cells if cell.parts == sum_]
        outs = [cell.key for cell in cells if cell.whole == sum_]
        puzzle.sums.append({**dict.fromkeys(ins, -1), **dict.fromkeys(outs, 1)})
    return puzzle


def worked_out(cells: list[Cell], faces: dict[str, Face]) -> list[str]:
    """The hidden cells that can be one number only."""
    puzzle = puzzle_of(cells, faces)
    hidden = [cell.key for cell in cells if faces[cell.key].kind in HIDDEN]
    return [key for key in hidden if len(puzzle.values(key)) < 2]


def by_itself(cells: list[Cell], rule: Rule) -> dict[str, Face]:
    """Negative control: each count is looked at alone, as if nothing added up."""
    faces = {cell.key: face_of(cell.count, rule) for cell in cells}
    total = next(cell.count for cell in cells if cell.key == TOTAL)
    return faces | {TOTAL: Face(Kind.EXACT, total, total)}


def check(cells: list[Cell], rule: Rule) -> None:
    """No small count is shown, none can be worked out, and what is shown is right."""
    faces = hide(cells, rule)
    assert faces == hide(cells, rule)
    if faces is None:
        return
    assert worked_out(cells, faces) == []
    for cell in cells:
        face = faces[cell.key]
        assert face.low <= cell.count <= face.high
        if cell.key != TOTAL and 0 < cell.count < rule.fewest:
            assert face.kind is Kind.FEW
        if face.kind is Kind.KEPT_BACK:
            assert cell.count >= rule.fewest


@given(st.lists(COUNTS, min_size=1, max_size=8), RULES)
@settings(max_examples=60, deadline=None)
def test_nothing_hidden_can_be_worked_out_from_a_table_and_its_total(counts: list[int], rule: Rule) -> None:
    check(one_way(counts), rule)


@given(st.lists(st.lists(COUNTS, min_size=1, max_size=4), min_size=1, max_size=4), RULES)
@settings(max_examples=60, deadline=None)
def test_nor_from_a_table_with_subtotals(groups: list[list[int]], rule: Rule) -> None:
    check(grouped(groups), rule)


@given(st.integers(1, 4).flatmap(_rows_of), RULES)
@settings(max_examples=30, deadline=None)
def test_nor_from_rows_columns_and_their_totals(rows: list[list[int]], rule: Rule) -> None:
    check(list(two_way(rows)), rule)


def test_hiding_only_what_is_small_is_caught_by_the_same_solver() -> None:
    """Negative control: 12 people, 9 and 3: the 3 follows from the 9."""
    cells = one_way([9, 3, 0])
    assert worked_out(cells, by_itself(cells, STANDARD)) == ["1"]
    cells = list(two_way([[9, 3], [7, 8]]))
    assert worked_out(cells, by_itself(cells, STANDARD)) == ["1,2"]
    cells = grouped([[9, 3], [6, 6]])
    assert worked_out(cells, by_itself(cells, STANDARD)) == ["0.1"]


def test_and_so_it_is_in_many_tables_of_a_room() -> None:
    """Negative control, by chance: in half of the tables of 40 people something small follows."""
    chance = random.Random(8)
    tables = [one_way([chance.choice([0, 2, 6, 9, 12]) for _ in range(4)]) for _ in range(60)]
    caught = [bool(worked_out(cells, by_itself(cells, STANDARD))) for cells in tables]
    assert 15 < sum(caught) < 45
    assert not any(worked_out(cells, faces) for cells in tables if (faces := hide(cells, STANDARD)))


def kinds(cells: list[Cell], rule: Rule = STANDARD) -> dict[str, Kind]:
    faces = hide(cells, rule)
    assert faces is not None
    return {key: face.kind for key, face in faces.items() if key != TOTAL}


def test_the_smallest_other_count_is_kept_back_and_a_total_last() -> None:
    assert kinds(one_way([9, 3, 6, 0])) == {
        "0": Kind.EXACT,
        "1": Kind.FEW,
        "2": Kind.KEPT_BACK,
        "3": Kind.EXACT,
    }
    assert kinds(grouped([[9, 3], [6, 6]])) == {
        "0.0": Kind.KEPT_BACK,
        "0.1": Kind.FEW,
        "1.0": Kind.EXACT,
        "1.1": Kind.EXACT,
        "group 0": Kind.EXACT,
        "group 1": Kind.EXACT,
    }


def test_two_small_counts_can_hide_each_other() -> None:
    assert set(kinds(one_way([9, 3, 2])).values()) == {Kind.EXACT, Kind.FEW}


@pytest.mark.parametrize("counts", [[1, 1, 1, 1, 1], [4, 0, 4], [3], [1, 1, 1]])
def test_where_nothing_helps_there_is_no_table(counts: list[int]) -> None:
    """Five of "fewer than 5" that make 5 are five times 1; two that make 8 are two times 4."""
    assert worked_out(one_way(counts), by_itself(one_way(counts), STANDARD))
    assert hide(one_way(counts), STANDARD) is None


def test_what_is_not_printed_is_protected_all_the_same() -> None:
    cells = [
        Cell("printed", 9, "all", "end"),
        Cell("the others", 2, "all", "end", printed=False),
        Cell(TOTAL, 11, "end", "all", 1),
    ]
    assert kinds(cells) == {"printed": Kind.KEPT_BACK, "the others": Kind.UNSAID}


def test_rounding_alone_does_not_save_twelve_ones() -> None:
    """About 10 people, and twelve answers of at least 1 each: then all are 1."""
    faces = {**by_itself(one_way([1] * 12), STRICT), TOTAL: Face(Kind.ROUNDED, 8, 12)}
    assert len(worked_out(one_way([1] * 12), faces)) == 12
    assert hide(one_way([1] * 12), STRICT) is None


# A reader who runs this program


Hiding = Callable[[list[Cell], Rule], dict[str, Face] | None]


def told_by_the_program(hiding: Hiding, rule: Rule) -> set[tuple[int, ...]]:
    """Of all tables of three counts and up to 16 people: those of which a hidden count is told.

    All tables are hidden, and those that are printed alike are laid beside each other.
    """
    alike: dict[object, list[tuple[int, ...]]] = {}
    for counts in product(range(17), repeat=3):
        if 5 <= sum(counts) <= 16:
            faces = hiding(one_way(list(counts)), rule)
            printed = faces and tuple((f.kind, f.low, f.high) for f in faces.values())
            alike.setdefault((sum(counts), printed), []).append(counts)
    told = set()
    for (_, printed), tables in alike.items():
        for at, face in enumerate(printed[:-1] if printed else ()):
            if face[0] in HIDDEN and len({counts[at] for counts in tables}) == 1:
                told |= set(tables)
    return told


@pytest.mark.parametrize("rule", [STANDARD, STRICT])
def test_whoever_hides_every_possible_table_finds_no_hidden_count(rule: Rule) -> None:
    assert told_by_the_program(hide, rule) == set()


def test_hiding_by_the_sums_alone_is_caught_by_that_reader() -> None:
    """Negative control: 1, 1 and 6: the 6 is kept back only where both others are 1 or both are 4."""
    assert (1, 1, 6) in told_by_the_program(small_numbers._hidden, STANDARD)
    assert worked_out(one_way([1, 1, 6]), small_numbers._hidden(one_way([1, 1, 6]), STANDARD) or {}) == []
    assert hide(one_way([1, 1, 6]), STANDARD) is None


# The solver itself


def test_the_solver_finds_what_can_be_worked_out_and_nothing_else() -> None:
    puzzle = Puzzle()
    for name, low, high in (("a", 1, 4), ("b", 1, 4), ("whole", 8, 8)):
        puzzle.know(name, low, high)
    puzzle.adds_up("whole", ["a", "b"])
    assert puzzle.values("a") == [4]
    puzzle.bounds["whole"] = (7, 7)
    assert puzzle.values("a", 9) == [3, 4]
    puzzle.bounds["whole"] = (9, 9)
    assert puzzle.values("a") == []


def test_the_solver_sees_through_several_sums_at_once() -> None:
    """a + b = 5, b + c = 5, a + c = 6: each is known though no sum alone tells it."""
    puzzle = Puzzle()
    for name in "abc":
        puzzle.know(name, 0, 9)
    for whole, total, parts in (("x", 5, "ab"), ("y", 5, "bc"), ("z", 6, "ac")):
        puzzle.know(whole, total, total)
        puzzle.adds_up(whole, list(parts))
    assert [puzzle.values(name) for name in "abc"] == [[3], [2], [3]]
