"""Equal shares in sentences that can be read out: who put their shares together, and for what.

Amounts are said as money where options have costs, and as parts of a place where all cost one place.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction

from workshop.domain.equal_shares import Purchase, Shortlist
from workshop.domain.words import join_words


def amount(money: Fraction) -> str:
    """ "1,200" or "28.57"."""
    return f"{money.numerator:,}" if money.denominator == 1 else f"{float(money):,.2f}"


def steps_in_words(
    found: Shortlist, titles: Sequence[str], people: int, costs: Sequence[Fraction], *, money: bool
) -> tuple[str, ...]:
    """One sentence on the shares, one on each step, and one on what is equal."""
    return (
        _shares(found, people, money=money),
        *(_step(step, titles[step.option], costs[step.option], money=money) for step in found.steps),
        *_equal(found, titles),
    )


def _shares(found: Shortlist, people: int, *, money: bool) -> str:
    if people == 0:
        return "Nobody voted, so nothing was shared out."
    part = amount(found.share) if money else _part_of_a_place(found.share)
    first = f"Each of {people} people had an equal share: {part}."
    if not found.raised:
        return first
    times = "once" if found.raised == 1 else f"{found.raised} times"
    return f"{first} It was raised {times}, as long as everything chosen still fitted."


def _part_of_a_place(part: Fraction) -> str:
    return "1 place" if part == 1 else f"{part} of a place"


def _step(step: Purchase, title: str, cost: Fraction, *, money: bool) -> str:
    who = "1 person" if step.payers == 1 else f"{step.payers} people"
    together = "" if step.payers == 1 else " put their shares together and"
    what = f"paid {amount(cost)}" if money else "filled a place"
    most = amount(step.most) if money else _part_of_a_place(step.most)
    all_they_had = f" {step.gave_all} of them gave all they had left." if step.gave_all else ""
    return f"{title}: {who}{together} {what}. Nobody gave more than {most}.{all_they_had}"


def _equal(found: Shortlist, titles: Sequence[str]) -> Iterator[str]:
    chosen = set(found.chosen)
    for tie in found.equal:
        names = join_words(f"“{titles[option]}”" for option in tie)
        room = sum(option in chosen for option in tie)
        yield f"{names} are equal, and there is room for {room} of them: a new vote on them decides."


def sure(found: Shortlist) -> tuple[int, ...]:
    """The options that are chosen whatever becomes of equal ones."""
    undecided = {option for tie in found.equal for option in tie}
    return tuple(option for option in found.chosen if option not in undecided)


def fairness_in_words(
    worth: Sequence[Mapping[int, int]], chosen: Collection[int], titles: Sequence[str], places: int
) -> str:
    """Whether a group of people who agree, large enough for a place, was left with nothing at all.

    Source: justified representation, Aziz and others (2017). The group is everybody who wants one
    option and got none of those they want.
    """
    for option, title in enumerate(titles):
        if option in chosen:
            continue
        left = [one for one in worth if one.get(option) and not any(one.get(other) for other in chosen)]
        if left and len(left) * places >= len(worth):
            return f"Not fair to all: {len(left)} people wanted “{title}” and got nothing they wanted."
    least = -(-len(worth) // places) if places else 0
    return f"Fair to all: no {least} people who agree on an idea were left with nothing they wanted."
