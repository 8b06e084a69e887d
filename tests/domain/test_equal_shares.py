"""Equal shares: cases worked out by hand, a slow and plain second version, and real votes."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from workshop.domain.equal_shares import Purchase, equal_shares
from workshop.exchange.ballot_files import read_pb_ballots

Worth = Mapping[int, int]
A, B, C, D, E = range(5)
PLACE = Fraction(1)
ALL_THREE, CARERS = {A: 1, B: 1, C: 1}, {D: 1}


def places(count: int, worth: Sequence[Worth], options: int, **more: Fraction) -> tuple[int, ...]:
    return equal_shares(worth, [PLACE] * options, Fraction(count), **more).chosen


# By hand


def test_four_carers_of_twelve_people_have_one_of_three_places() -> None:
    found = equal_shares([ALL_THREE] * 8 + [CARERS] * 4, [PLACE] * 4, Fraction(3))
    assert found.chosen == (A, B, D)
    assert [step.rho for step in found.steps] == [Fraction(1, 8), Fraction(1, 8), Fraction(1, 4)]
    assert found.equal == ((A, B, C),)  # two of these three have room: which, nothing here says


def test_alone_it_leaves_places_empty_and_add_one_fills_them() -> None:
    room = [ALL_THREE] * 6 + [CARERS] * 3 + [{E: 1}]
    assert places(3, room, 5) == (A,)
    assert equal_shares(room, [PLACE] * 5, Fraction(3)).steps[0].rho == Fraction(1, 6)
    completed = equal_shares(room, [PLACE] * 5, Fraction(3), add_one=Fraction(1, len(room)))
    assert (completed.chosen, completed.raised, completed.share) == ((A, B, D), 1, Fraction(4, 10))


def test_dots_of_which_one_person_gives_all_they_have() -> None:
    room = [{A: 2, B: 1}, {A: 2, B: 1}, {A: 1, B: 2}, {A: 3}, {C: 3}, {C: 2, B: 1}]
    [step] = equal_shares(room, [PLACE] * 3, Fraction(2)).steps
    assert step == Purchase(A, 4, 1, Fraction(2, 15), Fraction(1, 3))


def test_a_budget_that_is_spent_to_the_last() -> None:
    found = equal_shares([{A: 2, B: 1}] * 4 + [{C: 3}] * 2, [PLACE] * 3, Fraction(3))
    assert [(step.option, step.rho) for step in found.steps] == [
        (A, Fraction(1, 8)),
        (C, Fraction(1, 6)),
        (B, Fraction(1, 4)),
    ]
    assert sum(step.gave_all for step in found.steps) == 6


def test_money() -> None:
    garden, signs, tea, respite = range(4)
    room = [{garden: 1, signs: 1}] * 5 + [{signs: 1, tea: 1}] * 2 + [{respite: 1}] * 3
    costs = [Fraction(300), Fraction(200), Fraction(100), Fraction(180)]
    found = equal_shares(room, costs, Fraction(600))
    assert [(step.option, step.rho) for step in found.steps] == [
        (signs, Fraction(200, 7)),
        (respite, Fraction(60)),
    ]


def test_nobody_and_nothing() -> None:
    assert equal_shares([], [PLACE], Fraction(1)).chosen == ()
    assert places(1, [{}, {}], 2) == ()
    assert places(1, [{}, {}], 2, add_one=Fraction(1, 2)) == ()


# The same again, as slow and plain as it can be said


def plainly(worth: Sequence[Worth], costs: Sequence[Fraction], budget: Fraction) -> list[int]:
    """Each person with a purse of their own, and every rho found by trying who gives all they have."""
    purses = [budget / len(worth)] * len(worth)
    bought: list[int] = []
    while True:
        found = []
        for option in set(range(len(costs))) - set(bought):
            rho = _rho(option, worth, costs[option], purses)
            if rho is not None:
                total = sum(one.get(option, 0) for one in worth)
                people = sum(option in one for one in worth)
                found.append((rho, -total, -people, option))
        if not found:
            return bought
        rho, _, _, option = min(found)
        purses = [p - min(p, rho * one.get(option, 0)) for p, one in zip(purses, worth, strict=True)]
        bought.append(option)


def _rho(option: int, worth: Sequence[Worth], cost: Fraction, purses: list[Fraction]) -> Fraction | None:
    payers = [(p, one[option]) for p, one in zip(purses, worth, strict=True) if one.get(option)]
    tries = [p / value for p, value in payers]
    for poor in [None, *sorted(set(tries))]:
        rest = [(p, v) for p, v in payers if poor is None or p / v > poor]
        gave = sum((p for p, v in payers if poor is not None and p / v <= poor), Fraction(0))
        if rest:
            rho = (cost - gave) / sum(v for _, v in rest)
            if all(rho * v <= p for p, v in rest) and rho >= 0:
                return rho
        elif gave == cost:
            return poor
    return None


ROOMS = st.lists(st.dictionaries(st.integers(0, 4), st.integers(1, 3), max_size=4), min_size=1, max_size=9)
COSTS = st.lists(st.fractions(Fraction(1, 2), 3, max_denominator=4), min_size=5, max_size=5)


@settings(max_examples=150)
@for_any(ROOMS, COSTS, st.integers(1, 6))
def test_it_buys_what_the_plain_version_buys(room: list[Worth], costs: list[Fraction], budget: int) -> None:
    assert list(equal_shares(room, costs, Fraction(budget)).chosen) == plainly(room, costs, Fraction(budget))


@settings(max_examples=80)
@for_any(ROOMS, COSTS, st.integers(1, 6), st.randoms(use_true_random=False))
def test_neither_the_order_of_ballots_nor_more_money_than_there_is(
    room: list[Worth], costs: list[Fraction], budget: int, chance: object
) -> None:
    completed = equal_shares(room, costs, Fraction(budget), add_one=Fraction(1, 4))
    assert sum(costs[o] for o in completed.chosen) <= budget
    turned = list(reversed(room))
    assert equal_shares(turned, costs, Fraction(budget), add_one=Fraction(1, 4)) == completed


@settings(max_examples=80)
@for_any(st.lists(st.sets(st.integers(0, 4), min_size=1), min_size=2, max_size=9), st.integers(1, 4))
def test_no_group_that_agrees_and_is_large_enough_is_left_with_nothing(
    approved: list[set[int]], count: int
) -> None:
    """Justified representation, for every group there is."""
    room = [dict.fromkeys(ids, 1) for ids in approved]
    chosen = set(places(count, room, 5))
    for option in range(5):
        left_out = [ids for ids in approved if option in ids and not ids & chosen]
        assert len(left_out) * count < len(room) or option in chosen


def test_which_of_equal_options_is_bought_is_not_said_by_the_order_they_stand_in() -> None:
    """With another order of the same options the same are sure, and the same are equal."""
    for order in permutations(range(4)):
        at = dict(zip((A, B, C, D), order, strict=True))
        room = [{at[o]: 1 for o in ballot} for ballot in [ALL_THREE] * 8 + [CARERS] * 4]
        found = equal_shares(room, [PLACE] * 4, Fraction(3))
        assert {at[A], at[B], at[C]} == {o for tie in found.equal for o in tie}
        assert set(found.chosen) - {o for tie in found.equal for o in tie} == {at[D]}


# Real votes, with what another program found


@pytest.mark.data
@pytest.mark.parametrize(
    "name", ["Poland_Czestochowa_2025", "Poland_Katowice_2024_Zarzecze", "Switzerland_Zurich_D5"]
)
@pytest.mark.parametrize("add_one", [None, Fraction(1)])
def test_a_towns_vote(shared_data: Path, name: str, add_one: Fraction | None) -> None:
    folder = shared_data / "ballots_pabulib"
    read = read_pb_ballots((folder / f"{name}.pb").read_bytes())
    rule = "equal_shares_add1" if add_one else "equal_shares"
    theirs = json.loads((folder / f"{name}.ref.json").read_text("utf-8"))["pabutools"]
    at = {option: index for index, option in enumerate(read.options)}
    room = [{at[o]: dots for o, dots in ballot.choices.items()} for ballot in read.ballots]
    assert read.budget is not None
    found = equal_shares(room, [read.costs[o] for o in read.options], read.budget, add_one=add_one)
    ours = {read.options[index] for index in found.chosen}
    equal = {read.options[index] for tie in found.equal for index in tie}
    assert ours ^ set(theirs[f"{rule}/Additive_Cardinal_Sat"]["selected"]) <= equal
    assert len(equal) <= 2
