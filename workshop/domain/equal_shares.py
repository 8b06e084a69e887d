"""The method of equal shares: a shortlist on which every group of people has its share.

Everybody gets the same part of the budget (or of the places). An option is bought when its supporters
can pay for it together, each in proportion to what it is worth to them; the next one bought is always
the one that costs its supporters least for what they get (`rho`). Alone the method leaves money over,
above all in a small room: completed by `add-1`, everybody's part is raised by one step for as long as
what is bought then still fits the budget.

All arithmetic is exact: parts of the budget are whole numbers over one denominator, which a purchase
makes larger. Ballots that are alike are one row with a number, so that a town's vote takes a second.

Source: Peters, Pierczyński, Skowron, Proportional Participatory Budgeting with Additive Utilities (2021).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush
from math import lcm


@dataclass(frozen=True, slots=True)
class Purchase:
    """One step: the option, by its index; how many paid, and how many of them gave all they had left.

    `rho` is what a payer gave for each unit of worth; `most` is the largest sum that one of them paid.
    """

    option: int
    payers: int
    gave_all: int
    rho: Fraction
    most: Fraction


@dataclass(frozen=True, slots=True)
class Shortlist:
    """What equal shares bought, step by step, in the order in which it was bought.

    `share` is everybody's part in the end and `raised` how often it was raised by one step. `equal` are
    sets of options of which only some are bought though nothing tells them apart: which of them, is for
    people to say (I37).
    """

    steps: tuple[Purchase, ...]
    share: Fraction
    raised: int = 0
    equal: tuple[tuple[int, ...], ...] = ()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The options bought, by index, in the order of the steps."""
        return tuple(step.option for step in self.steps)


def equal_shares(
    worth: Iterable[Mapping[int, int]],
    costs: Sequence[Fraction],
    budget: Fraction,
    *,
    add_one: Fraction | None = None,
) -> Shortlist:
    """The shortlist for ballots that say what each option (by index) is worth: whole numbers above 0.

    `costs` are above 0. With `add_one` everybody's part is raised by that much again and again, as long
    as all that is bought costs no more than the budget: 1 of the currency for money, one place shared
    by all for places of equal cost.
    """
    room = _Room.of(worth, costs)
    if room.people == 0:
        return Shortlist((), Fraction(0))
    share = Fraction(budget) / room.people
    best = room.shop(share)
    raised = 0
    while add_one is not None and len(best.steps) < room.buyable:
        raised += 1
        more = room.shop(share + raised * add_one)
        if sum(costs[option] for option in more.chosen) > budget:
            break
        if more.chosen != best.chosen:  # else the smaller raise explains it as well
            best = Shortlist(more.steps, more.share, raised, more.equal)
    return best


@dataclass(frozen=True)
class _Supporters:
    """Who wants one option: rows of alike ballots, what it is worth to each, and the sum over all people."""

    rows: tuple[tuple[int, int], ...]  # (row, worth)
    total: int
    people: int
    common: int  # a multiple of each worth, so that shares can be compared as whole numbers


@dataclass(frozen=True)
class _Room:
    """The ballots, alike ones together: `counts` people for each row."""

    counts: tuple[int, ...]
    costs: tuple[Fraction, ...]
    supporters: tuple[_Supporters, ...]

    @classmethod
    def of(cls, worth: Iterable[Mapping[int, int]], costs: Sequence[Fraction]) -> "_Room":
        rows = Counter(tuple(sorted((o, w) for o, w in one.items() if w > 0)) for one in worth)
        counts = tuple(rows.values())
        wanted: list[list[tuple[int, int]]] = [[] for _ in costs]
        for row, ballot in enumerate(rows):
            for option, value in ballot:
                wanted[option].append((row, value))
        return cls(counts, tuple(map(Fraction, costs)), tuple(_supporters(w, counts) for w in wanted))

    @property
    def people(self) -> int:
        """How many ballots there are, empty ones as well."""
        return sum(self.counts)

    @property
    def buyable(self) -> int:
        """How many options somebody wants: more can never be bought."""
        return sum(bool(supporters.rows) for supporters in self.supporters)

    def shop(self, share: Fraction) -> Shortlist:
        """Buy, the best first, until nobody can pay for anything more."""
        purses = _Purses(self, share)
        waiting = [(self.costs[o] / s.total, o) for o, s in enumerate(self.supporters) if s.total]
        heapify(waiting)
        steps: list[Purchase] = []
        ties: list[tuple[int, ...]] = []
        while (found := purses.cheapest(waiting)) is not None:
            rho, equals = found
            first, *others = sorted(equals, key=self._before)
            for option in others:
                heappush(waiting, (rho, option))
            ties += [tuple(o for o in equals if self._before(o)[:2] == self._before(first)[:2])]
            steps.append(purses.buy(first, rho))
        bought = {step.option for step in steps}
        open_ = {frozenset(tie) for tie in ties if not bought.issuperset(tie)}
        whole = [tie for tie in open_ if not any(tie < other for other in open_)]
        return Shortlist(tuple(steps), share, equal=tuple(sorted(tuple(sorted(tie)) for tie in whole)))

    def _before(self, option: int) -> tuple[int, int, int]:
        """Of equal ones the option with more worth, then with more people; then nothing tells them apart."""
        supporters = self.supporters[option]
        return -supporters.total, -supporters.people, option


def _supporters(rows: Sequence[tuple[int, int]], counts: Sequence[int]) -> _Supporters:
    return _Supporters(
        tuple(rows),
        sum(counts[row] * value for row, value in rows),
        sum(counts[row] for row, _ in rows),
        lcm(*(value for _, value in rows)) if rows else 1,
    )


class _Purses:
    """What everybody has left: whole numbers over one denominator, a number a row of alike ballots."""

    def __init__(self, room: _Room, share: Fraction) -> None:
        self._room = room
        self._below = share.denominator
        self._left = [share.numerator] * len(room.counts)

    def cheapest(self, waiting: list[tuple[Fraction, int]]) -> tuple[Fraction, list[int]] | None:
        """The least rho of all options that can be paid for now, and those that have it; None for no such.

        `waiting` is a heap of options with a rho that theirs cannot be below: it only rises while
        people spend. Those found are taken off it; those that cannot be paid any more are gone.
        """
        equals: list[int] = []
        least: Fraction | None = None
        while waiting and (least is None or waiting[0][0] <= least):
            _, option = heappop(waiting)
            rho = self._rho(option)
            if rho is None:
                continue
            if least is None or rho < least:
                for other in equals:
                    heappush(waiting, (least or rho, other))
                least, equals = rho, [option]
            elif rho == least:
                equals.append(option)
            else:
                heappush(waiting, (rho, option))
        return None if least is None else (least, equals)

    def _rho(self, option: int) -> Fraction | None:
        """What each unit of worth costs: people who cannot pay in proportion give all they have."""
        supporters, counts, left = self._room.supporters[option], self._room.counts, self._left
        cost = self._room.costs[option]
        numerator, denominator = cost.numerator * self._below, cost.denominator  # of what is still to pay
        if sum(counts[row] * left[row] for row, _ in supporters.rows) * denominator < numerator:
            return None
        # The poorest for what they get come first: when one of them can pay in proportion, all can.
        poorest = sorted(
            (left[row] * (supporters.common // value), row, value) for row, value in supporters.rows
        )
        units = supporters.total
        for scaled, row, value in poorest:
            if scaled * units * denominator >= numerator * supporters.common:
                break
            numerator -= counts[row] * left[row] * denominator
            units -= counts[row] * value
        return Fraction(numerator, denominator * units * self._below)

    def buy(self, option: int, rho: Fraction) -> Purchase:
        """Take the money for an option out of the purses of its supporters."""
        self._make_room_for(rho.denominator)
        price = rho.numerator * (self._below // rho.denominator)  # of one unit of worth
        payers = gave_all = most = 0
        for row, value in self._room.supporters[option].rows:
            if not self._left[row]:
                continue
            paid = min(self._left[row], price * value)
            payers += self._room.counts[row]
            gave_all += self._room.counts[row] * (paid == self._left[row])
            most = max(most, paid)
            self._left[row] -= paid
        return Purchase(option, payers, gave_all, rho, Fraction(most, self._below))

    def _make_room_for(self, denominator: int) -> None:
        below = lcm(self._below, denominator)
        times = below // self._below
        if times > 1:
            self._left = [left * times for left in self._left]
            self._below = below
