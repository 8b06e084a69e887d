"""The summary of the equality answers: what is printed, and that nothing hidden follows from it."""

import random
import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.sheets import FORM
from tests.domain.solving import Puzzle
from workshop.domain.equality import ShownTable, rule_in_words, summary
from workshop.domain.equality_form import ANSWERED, PREFER_NOT, EqualityCounts, Key, Question
from workshop.domain.kinds import SmallNumbers
from workshop.domain.small_numbers import Rule, rounded

STANDARD, STRICT = Rule(), Rule.of(SmallNumbers.STRICT)


def counts_of(sheets: int, **answers: dict[str, int]) -> EqualityCounts:
    """Counts by question and code."""
    found: dict[Key, int] = {(q, code): n for q, codes in answers.items() for code, n in codes.items()}
    return EqualityCounts(FORM.version, sheets, found)


def table(tables: tuple[ShownTable, ...], question: str) -> ShownTable:
    return next(t for t in tables if t.question == question)


# What is printed


def test_a_room_of_fifteen_sees_how_many_answered_and_the_broad_groups() -> None:
    counts = counts_of(
        15,
        ethnic_group={"white_british": 6, "asian_indian": 4, "asian_pakistani": 3, "black_african": 2},
        sex={"female": 10, "male": 5},
    )
    tables = summary(counts, FORM, STANDARD)
    assert len(tables) == len(FORM.questions)
    assert table(tables, "sex").rows == ()
    assert table(tables, "sex").answered == "15 of 15 people answered"
    ethnic = table(tables, "ethnic_group")
    assert ethnic.rows == (
        ("White", "not shown"),
        ("Mixed or multiple ethnic groups", "0"),
        ("Asian, Asian British or Asian Welsh", "7"),
        ("Black, Black British, Black Welsh, Caribbean or African", "fewer than 5"),
        ("Another ethnic group", "0"),
        ("Prefer not to say", "0"),
    )
    assert ethnic.rule == (
        "Counts of 1 to 4 people are not shown, nor any count they could be worked out from."
    )


def test_a_larger_room_sees_tables_and_a_large_one_the_answers_inside_the_groups() -> None:
    sex = {"female": 20, "male": 12, PREFER_NOT: 8}
    ethnic = {"white_british": 30, "asian_indian": 10}
    tables = summary(counts_of(40, sex=sex, ethnic_group=ethnic), FORM, STANDARD)
    assert table(tables, "sex").rows == (("Female", "20"), ("Male", "12"), ("Prefer not to say", "8"))
    assert len(table(tables, "ethnic_group").rows) == 6
    ethnic = {"white_british": 50, "asian_indian": 10}
    assert len(table(summary(counts_of(60, ethnic_group=ethnic), FORM, STANDARD), "ethnic_group").rows) == 25


def test_strict_stars_and_rounds() -> None:
    tables = summary(counts_of(40, sex={"female": 22, "male": 13, PREFER_NOT: 5}), FORM, STRICT)
    sex = table(tables, "sex")
    assert sex.rows == (("Female", "20"), ("Male", "15"), ("Prefer not to say", "*"))
    assert sex.answered == "About 40 of 40 people answered"
    assert sex.rule == "Counts of 1 to 7 people are shown as *. All others are rounded to the nearest 5."


@pytest.mark.parametrize(
    ("answered", "said"),
    [
        (0, "0 of 30 people answered"),
        (3, "Fewer than 5 of 30 people answered"),
        (9, "9 of 30 people answered"),
        (28, "Between 26 and 29 of 30 people answered"),
        (30, "30 of 30 people answered"),
    ],
)
def test_how_many_answered_tells_of_no_few_who_did_not(answered: int, said: str) -> None:
    """Negative control of the difference: 28 of 30 would say that two did not answer."""
    tables = summary(counts_of(30, sex={"female": answered}, carer={"no": 30}), FORM, STANDARD)
    assert table(tables, "sex").answered == said


def test_people_who_handed_in_no_sheet_did_not_answer() -> None:
    tables = summary(counts_of(20, sex={"female": 20}), FORM, STANDARD, present=26)
    assert table(tables, "sex").answered == "20 of 26 people answered"
    tables = summary(counts_of(20, sex={"female": 20}), FORM, STANDARD, present=3)
    assert table(tables, "sex").answered == "20 of 20 people answered"


def test_of_too_few_people_nothing_is_said() -> None:
    assert summary(counts_of(6, sex={"female": 6}), FORM, STRICT) == ()
    assert summary(counts_of(3), FORM, STANDARD, present=30) == ()


def test_no_percentage_anywhere() -> None:
    tables = summary(counts_of(300, sex={"female": 200, "male": 100}), FORM, STANDARD)
    assert "%" not in f"{tables}{rule_in_words(FORM, STRICT)}"


# What can be worked out


def _bounds(text: str, rule: Rule, people: int) -> tuple[int, int]:
    """What a printed count tells."""
    if text in ("*", f"fewer than {rule.fewest}"):
        return 1, rule.fewest - 1
    if text == "not shown":
        return rule.fewest, people
    shown = int(text)
    if not rule.rounds or not shown:
        return shown, shown
    fits = [n for n in range(rule.fewest, people + 1) if rounded(n) == shown]
    return fits[0], fits[-1]


def _answered_bounds(text: str, rule: Rule, people: int) -> tuple[int, int]:
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if text.startswith("Fewer"):
        return 1, rule.fewest - 1
    if text.startswith("Between"):
        return numbers[0], numbers[1]
    if text.startswith("How many"):
        return 0, people
    return _bounds(str(numbers[0]), Rule(rule.fewest, text.startswith("About")), people)


def puzzle_of(shown: ShownTable, question: Question, rule: Rule, people: int) -> Puzzle:
    """Everything that a reader of this table knows."""
    puzzle = Puzzle()
    puzzle.know("people", people, people)
    puzzle.know("answered", *_answered_bounds(shown.answered, rule, people))
    puzzle.know("missing", 0, people)
    puzzle.adds_up("people", ["answered", "missing"])
    words = {code.words: code.code for code in question.codes}
    words |= {group.words: f"group {group.group}" for group in question.groups if group.words}
    for word, text in shown.rows:
        puzzle.know(words[word], *_bounds(text, rule, people))
    if shown.rows and not question.several:
        _adds_up(puzzle, question)
    elif shown.rows:
        _chosen_by_some(puzzle, [code.code for code in question.codes], people)
    return puzzle


def _adds_up(puzzle: Puzzle, question: Question) -> None:
    if not question.is_grouped:
        puzzle.adds_up("answered", [code.code for code in question.codes])
        return
    puzzle.adds_up("answered", [*(f"group {g.group}" for g in question.groups), PREFER_NOT])
    for group in question.groups:
        if group.codes[0].code in puzzle.bounds:
            puzzle.adds_up(f"group {group.group}", [code.code for code in group.codes])


def _chosen_by_some(puzzle: Puzzle, codes: list[str], people: int) -> None:
    """Whoever answered chose at least one, and nobody chose one twice."""
    for code in codes:
        puzzle.know(f"not {code}", 0, people)
        puzzle.adds_up("answered", [code, f"not {code}"])
    puzzle.know("more", 0, people * len(codes))
    puzzle.sums.append({"answered": 1, "more": 1, **dict.fromkeys(codes, -1)})


def worked_out(
    tables: tuple[ShownTable, ...], truth: Mapping[str, Mapping[str, int]], rule: Rule, people: int
) -> list[str]:
    """Small counts that somebody can work out, though they are printed nowhere; `truth` by question."""
    found = []
    for question in FORM.questions:
        shown = table(tables, question.question)
        puzzle = puzzle_of(shown, question, rule, people)
        for name, count in truth[question.question].items():
            if name in puzzle.bounds and 0 < count < rule.fewest and len(puzzle.values(name)) < 2:
                found.append(f"{question.question} {name}")
    return found


def truth_of(counts: EqualityCounts, people: int) -> dict[str, dict[str, int]]:
    """The true counts, and how many did not answer or did not choose."""
    found = {}
    for question in FORM.questions:
        codes = {code.code: counts.of(question.question, code.code) for code in question.codes}
        answered = counts.of(question.question, ANSWERED) if question.several else sum(codes.values())
        groups = {f"group {g.group}": sum(codes[c.code] for c in g.codes) for g in question.groups}
        others = {f"not {code}": answered - n for code, n in codes.items()} if question.several else {}
        told = {"answered": answered, "missing": people - answered}
        found[question.question] = {**codes, **groups, **others, **told}
    return found


@st.composite
def rooms(draw: st.DrawFn) -> tuple[EqualityCounts, int]:
    """Counts as in a room: a few large answers, many that nobody or few gave."""
    chance = draw(st.randoms(use_true_random=False))
    sheets = draw(st.integers(5, 90))
    answers: dict[Key, int] = {}
    for question in FORM.questions:
        answered = sheets - chance.choice([0, 0, 1, 2, 4, 5, sheets // 2, sheets])
        codes = [code.code for code in question.codes]
        if question.several:
            answers |= _several(chance, codes, max(0, answered))
            continue
        weights = [chance.choice([0, 0, 1, 1, 3, 12]) + (i == 0) for i in range(len(codes))]
        for code in chance.choices(codes, weights, k=max(0, answered)):
            answers[question.question, code] = answers.get((question.question, code), 0) + 1
    return EqualityCounts(FORM.version, sheets, answers), sheets + draw(st.sampled_from([0, 0, 1, 3, 8]))


def _several(chance: random.Random, codes: list[str], answered: int) -> dict[Key, int]:
    found: dict[Key, int] = {("impairment", ANSWERED): answered}
    for _ in range(answered):
        for code in chance.sample(codes[:-1], chance.choice([1, 1, 1, 2, 3])):
            found["impairment", code] = found.get(("impairment", code), 0) + 1
    return found


@given(rooms(), st.sampled_from([STANDARD, STRICT, Rule(10)]))
@settings(max_examples=10, deadline=None)
def test_no_small_count_can_be_worked_out_from_anything_printed(
    room: tuple[EqualityCounts, int], rule: Rule
) -> None:
    counts, people = room
    tables = summary(counts, FORM, rule, people)
    assert tables == summary(counts, FORM, rule, people)
    if tables:
        assert worked_out(tables, truth_of(counts, people), rule, people) == []


def test_the_same_solver_catches_a_summary_that_only_hides_what_is_small() -> None:
    """Negative control: the table as it would be without a second look, and "28 of 30 answered"."""
    counts = counts_of(30, sex={"female": 20, "male": 8})
    tables = tuple(ShownTable(q.question, q.title, (), "0 of 30 people answered", "") for q in FORM.questions)
    plain = [ShownTable("sex", "Sex", (), "28 of 30 people answered", "")]
    said = worked_out((*plain, *tables), truth_of(counts, 30), STANDARD, 30)
    assert said == ["sex missing"]
    rows = (("Female", "20"), ("Male", "8"), ("Prefer not to say", "0"))
    plain = [ShownTable("sex", "Sex", rows, "Between 26 and 29 of 30 people answered", "")]
    assert worked_out((*plain, *tables), truth_of(counts, 30), STANDARD, 30) == ["sex missing"]
    counts = counts_of(30, impairment={"vision": 27, "hearing": 6, ANSWERED: 30})
    rows = tuple(
        (code.words, str(counts.of("impairment", code.code))) for code in FORM.need("impairment").codes
    )
    plain = [ShownTable("impairment", "", rows, "30 of 30 people answered", "")]
    assert worked_out((*plain, *tables), truth_of(counts, 30), STANDARD, 30) == ["impairment not vision"]
