"""From a counted file to what is chosen: most dots first, or equal shares; never between equals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from workshop.domain.equal_shares import equal_shares
from workshop.domain.explained import amount, fairness_in_words, steps_in_words, sure
from workshop.domain.voting import Ballot

MOST = "most"
EQUAL_SHARES = "equal-shares"
ADD_ONE = "equal-shares-add1"
RULES = (MOST, EQUAL_SHARES, ADD_ONE)


@dataclass(frozen=True)
class Chosen:
    """What is chosen, by id, and how it came about, in sentences."""

    ids: list[str]
    trail: list[str]


NOTHING = Chosen([], ["Nothing was chosen: neither places nor a budget were given."])


@dataclass(frozen=True)
class Room:
    """How much there is to give: a number of places, or money and what each option costs."""

    places: int | None
    money: Fraction | None
    costs: Mapping[str, Fraction]


def most_first(in_order: Sequence[Sequence[str]], room: Room) -> Chosen:
    """The options with the most dots. `in_order` holds groups of equals, without those that have none."""
    if room.places is not None:
        return _by_places(in_order, room.places)
    return NOTHING if room.money is None else _by_budget(in_order, room.costs, room.money)


def by_equal_shares(
    options: Sequence[str], ballots: Sequence[Ballot], room: Room, rule: str, *, approvals: bool
) -> Chosen:
    """Equal shares, with or without add-1. Of approvals each option is worth what it costs."""
    if room.places is None and room.money is None:
        return NOTHING
    by_place = room.places is not None
    costs = [Fraction(1) if by_place else room.costs.get(id_, Fraction(0)) for id_ in options]
    budget = Fraction(room.places) if room.places is not None else room.money or Fraction(0)
    values = _whole(costs) if approvals and not by_place else None
    worth = [_worth(ballot, costs, values) for ballot in ballots]
    step = Fraction(1, len(ballots) or 1) if by_place else Fraction(1)
    found = equal_shares(worth, costs, budget, add_one=step if rule == ADD_ONE else None)
    trail = [*steps_in_words(found, options, len(ballots), costs, money=not by_place)]
    spent = sum((costs[option] for option in found.chosen), Fraction(0))
    if room.places is not None:
        trail.append(f"Places filled: {len(found.chosen)} of {room.places}.")
        trail.append(fairness_in_words(worth, found.chosen, options, room.places))
    else:
        trail.append(f"{amount(budget - spent)} of {amount(budget)} is left.")
    return Chosen([options[option] for option in sure(found)], trail)


def _whole(costs: Sequence[Fraction]) -> list[int]:
    """The costs as whole numbers, in the smallest coin that one of them needs."""
    coin = lcm(*(cost.denominator for cost in costs))
    return [int(cost * coin) for cost in costs]


def _worth(ballot: Ballot, costs: Sequence[Fraction], values: Sequence[int] | None) -> dict[int, int]:
    """What each option is worth to somebody: the dots they gave it, or its value to whoever wants it.

    An option whose cost the file does not say cannot be bought.
    """
    wanted = {option: dots for option, dots in enumerate(ballot.dots) if dots and costs[option]}
    return wanted if values is None else {option: values[option] for option in wanted}


def _by_places(in_order: Sequence[Sequence[str]], places: int) -> Chosen:
    chosen: list[str] = []
    for ids in in_order:
        if len(chosen) + len(ids) > places:
            return Chosen(
                chosen, [f"Places filled: {len(chosen)} of {places}.", *_equals(ids, chosen, places)]
            )
        chosen += ids
    return Chosen(chosen, [f"Places filled: {len(chosen)} of {places}."])


def _equals(ids: Sequence[str], chosen: Sequence[str], places: int) -> list[str]:
    if len(chosen) == places:
        return []
    return [f"{', '.join(ids)} are equal and there is no room for all: a new vote on them decides."]


def _by_budget(in_order: Sequence[Sequence[str]], costs: Mapping[str, Fraction], money: Fraction) -> Chosen:
    """Most dots first; what costs more than is left is passed over."""
    chosen: list[str] = []
    left = money
    for ids in in_order:
        in_reach = [id_ for id_ in ids if costs.get(id_, Fraction(0)) <= left]
        needed = sum((costs.get(id_, Fraction(0)) for id_ in in_reach), Fraction(0))
        if needed > left:
            undecided = (
                f"{', '.join(in_reach)} are equal and the money is not enough for all: a new vote decides."
            )
            return Chosen(chosen, [undecided, f"{amount(left)} of {amount(money)} is left until then."])
        chosen += in_reach
        left -= needed
    return Chosen(chosen, [f"Most dots first, within {amount(money)}: {amount(left)} is left."])
