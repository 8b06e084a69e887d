"""Counting: exact, the same in any order, ties as ties, and nothing at all of too few ballots."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.ids import OptionId, RoundId
from workshop.domain.kinds import RoundState, TieRule, Voice
from workshop.domain.records import Option, Result, Round
from workshop.domain.tally import count, facts_of, places
from workshop.domain.voting import Ballot


def a_round(options: int = 3, **more: object) -> Round:
    named = tuple(Option(OptionId(f"o{n}"), n, f"Idea {n}", f"What {n}") for n in range(1, options + 1))
    return replace(
        Round(RoundId("r1"), 1, "Which first?", "What helps most", named),
        **more,  # type: ignore[arg-type]
    )


def ballots(*dots: Sequence[int], voice: Voice | None = None) -> list[Ballot]:
    return [Ballot(tuple(one), voice, (False,) * len(one)) for one in dots]


# How many ballots it takes


@pytest.mark.parametrize("cast", [0, 1, 2, 3])
def test_fewer_than_four_ballots_are_not_counted_and_nothing_of_them_is_kept(cast: int) -> None:
    result = count(a_round(), ballots(*[(2, 1, 0)] * cast), on_paper=cast, spoiled=2)
    assert result == Result("result-r1", RoundId("r1"), False, cast)
    facts = facts_of(a_round(state=RoundState.CLOSED), result)
    assert (facts.counted, facts.ballots, facts.dots_used, facts.on_paper, facts.spoiled) == (
        (False, cast, 0, None, 0)
    )
    assert [(row.number, row.dots, row.place, row.supporters) for row in facts.rows] == [
        (n, 0, None, None) for n in (1, 2, 3)
    ]


def test_four_ballots_give_totals_only() -> None:
    cast = [Ballot((2, 1, 0), Voice.STAFF, (True, False, False))] * 4
    result = count(a_round(by_voice=True), cast, on_paper=1, spoiled=1)
    assert result == Result("result-r1", RoundId("r1"), True, 4, 1, 1, dots_used=12, totals=(8, 4, 0))
    facts = facts_of(a_round(), result)
    assert facts.on_paper is None
    assert [(row.dots, row.supporters, row.not_clear, row.by_voice) for row in facts.rows] == [
        (8, None, 0, None),
        (4, None, 0, None),
        (0, None, 0, None),
    ]


def test_five_ballots_give_supporters_and_what_was_not_clear() -> None:
    cast = [Ballot((2, n % 2, 0), None, (n < 2, False, True)) for n in range(5)]
    result = count(a_round(), cast)
    assert (result.totals, result.supporters, result.not_clear) == ((10, 2, 0), (5, 2, 0), (2, 0, 5))
    facts = facts_of(a_round(), result)
    assert [(row.supporters, row.not_clear) for row in facts.rows] == [(None, None), (None, 0), (0, 5)]
    assert (facts.dots_used, facts.dots_possible) == (12, 15)


# Any order


ANY_BALLOT = st.builds(
    Ballot,
    st.tuples(*[st.integers(0, 2)] * 3),
    st.sampled_from([None, *Voice]),
    st.tuples(*[st.booleans()] * 3),
)


@given(st.lists(ANY_BALLOT, max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_the_ballots_changes_nothing(cast: list[Ballot], chance: random.Random) -> None:
    round_ = a_round(by_voice=True, dots=6)
    again = list(cast)
    chance.shuffle(again)
    first, second = count(round_, cast), count(round_, again)
    assert repr(first) == repr(second)  # byte for byte, not only equal
    assert repr(facts_of(round_, first)) == repr(facts_of(round_, second))


@given(st.lists(ANY_BALLOT, max_size=30), st.randoms(use_true_random=False))
def test_no_pattern_of_a_ballot_is_kept(cast: list[Ballot], chance: random.Random) -> None:
    """Other people with other ballots, the same dots on each option: the same result, byte for byte (V3)."""
    columns = [list(column) for column in zip(*(ballot.dots for ballot in cast), strict=True)]
    for column in columns:
        chance.shuffle(column)
    others = [
        Ballot(dots, chance.choice([None, *Voice]), ballot.not_clear)
        for dots, ballot in zip(zip(*columns, strict=True), cast, strict=True)
    ]
    assert repr(count(a_round(dots=6), cast)) == repr(count(a_round(dots=6), others))


@given(st.lists(ANY_BALLOT, min_size=4, max_size=30))
def test_no_dot_is_lost_or_made(cast: list[Ballot]) -> None:
    result = count(a_round(dots=6), cast)
    assert result.dots_used == sum(result.totals) == sum(sum(ballot.dots) for ballot in cast)


# Places


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        ((5, 3, 1), (1, 2, 3)),
        ((3, 5, 3, 1), (2, 1, 2, 4)),
        ((4, 4, 4), (1, 1, 1)),
        ((2, 0, 0), (1, None, None)),
        ((0, 0), (None, None)),
        ((), ()),
    ],
)
def test_equals_share_a_place_and_no_dot_has_none(
    totals: tuple[int, ...], expected: tuple[int | None, ...]
) -> None:
    assert places(totals) == expected


@given(st.lists(st.integers(0, 9), max_size=12))
def test_a_place_is_one_more_than_those_with_more_dots(totals: list[int]) -> None:
    for total, place in zip(totals, places(totals), strict=True):
        assert place == (len([other for other in totals if other > total]) + 1 if total else None)


def test_rows_come_in_order_of_place_then_number_and_those_without_a_dot_stay() -> None:
    result = count(a_round(5), ballots(*[(0, 1, 2, 0, 1)] * 4))
    rows = facts_of(a_round(5), result).rows
    assert [(row.number, row.dots, row.place, row.equal) for row in rows] == [
        (3, 8, 1, False),
        (2, 4, 2, True),
        (5, 4, 2, True),
        (1, 0, None, False),
        (4, 0, None, False),
    ]


def test_the_rules_of_the_round_are_told_with_it() -> None:
    round_ = a_round(tie_rule=TieRule.RUN_OFF, dots=6, most_per_option=3, state=RoundState.CLOSED)
    facts = facts_of(round_, count(round_, ballots(*[(1, 0, 0)] * 10), on_paper=5, spoiled=2))
    assert (facts.run_off, facts.dots_each, facts.most_per_option, facts.on_paper, facts.spoiled) == (
        (True, 6, 3, 5, 2)
    )
    nearly_all = facts_of(round_, count(round_, ballots(*[(1, 0, 0)] * 10), on_paper=6))
    assert nearly_all.on_paper is None, "four people voted by touch: too few to tell"


def test_a_cancelled_round_tells_its_reason_and_no_figure() -> None:
    cancelled = a_round(state=RoundState.CANCELLED, cancelled_reason="An idea was missing.")
    facts = facts_of(cancelled, None)
    assert (facts.counted, facts.cancelled, facts.ballots) == (False, "An idea was missing.", 0)
    assert [row.title for row in facts.rows] == ["Idea 1", "Idea 2", "Idea 3"]


# What to talk about


def split(sizes: tuple[int, ...], *cells: tuple[int | None, ...]) -> Result:
    """A result by voice with these cells; what a cell hides is 1 more than what is shown of it."""
    totals = tuple(sum(cell or 1 for cell in row) for row in cells)
    voices = ("carer", "staff", "others_together")[: len(sizes)]
    return Result(
        "result-r1", RoundId("r1"), True, sum(sizes), totals=totals, dots_used=sum(totals),
        voices=voices, voice_sizes=sizes, by_voice=cells,
    )  # fmt: skip


def talk(result: Result) -> tuple[str, ...]:
    return facts_of(a_round(len(result.totals)), result).talk_about


def test_what_voices_differ_on_is_said_without_saying_who_gave_nothing() -> None:
    assert talk(split((10, 12), (9, 2), (0, 12), (5, 5))) == (
        "Carers put “Idea 1” first.",
        "Staff put “Idea 2” first.",
        "Idea 2",
        "Idea 1",
    )


def test_shares_are_by_person_and_half_is_not_less_than_half() -> None:
    assert talk(split((5, 10), (4, 4), (3, 3))) == ()
    assert talk(split((5, 10), (4, 3), (3, 3))) == (
        "Carers put “Idea 1” first.",
        "Staff put “Idea 1” and “Idea 2” first.",
        "Idea 1",
    )


def test_nothing_is_said_from_a_hidden_row() -> None:
    assert talk(split((5, 5), (None, None), (4, 4), (3, 3))) == ()
    assert talk(split((5, 5), (None, None), (6, 2), (3, 3))) == (
        "Of the ideas split by voice: Carers put “Idea 2” first.",
        "Of the ideas split by voice: Staff put “Idea 3” first.",
        "Idea 2",
    )


def test_a_voice_that_gave_nothing_to_what_is_shown_has_no_sentence() -> None:
    assert talk(split((10, 12), (0, 12), (0, 0))) == ("Staff put “Idea 1” first.", "Idea 1")


def test_a_result_without_voices_gives_nothing_to_talk_about() -> None:
    assert talk(Result("result-r1", RoundId("r1"), True, 9, dots_used=9, totals=(9, 0, 0))) == ()


def test_the_voices_are_headed_in_words() -> None:
    facts = facts_of(a_round(1), split((5, 6, 7), (3, 3, 3)))
    assert facts.voices == ("Carers", "Staff", "All other voices")
    assert facts.voice_sizes == (5, 6, 7)
