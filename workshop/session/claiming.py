"""Money back and payments: rates, claims, and that they were paid. Never a bank detail (I71)."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from workshop.domain import claims
from workshop.domain.claims import NewLine
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Category, Money
from workshop.domain.labels import Label
from workshop.domain.money import Claim, ClaimLine, Rate
from workshop.domain.words import must_say, tidy_line
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.people_part import PeoplePart


@dataclass(frozen=True)
class Claimed:
    """What a claim comes to: two sums that are never added up, and what we paid ourselves."""

    claim: str
    expenses: Decimal
    payments: Decimal
    prepaid: Decimal


class Claiming(PeoplePart):
    """What people laid out and what they are paid. It goes on when the day is closed: slips come later."""

    @action
    def set_rate(
        self, category: Category, unit: str, amount: Decimal, valid_from: date, source: str = ""
    ) -> None:
        """Say what is paid for a mile, an hour or a day, from a day on; earlier days keep theirs."""
        unit = must_say(tidy_line(unit), "what it is paid for, such as a mile")
        same = [r for r in self._rates() if (r.category, r.valid_from) == (category, valid_from)]
        rate = Rate(
            same[0].id if same else self._context.new_id(),
            category,
            unit,
            claims.possible_amount(amount),
            valid_from,
            claims.without_bank_details(source),
        )
        self._context.store.apply(Label.SET_RATES, [rate])

    @action
    def remove_rate(self, rate: str) -> None:
        """Take a rate out of the table; lines that used it keep their amount."""
        self._context.store.apply(Label.SET_RATES, [], [self._context.store.need(Rate, rate)])

    @action
    def claim(self, person: PersonId, lines: list[NewLine], no_payment: bool = False) -> Claimed:
        """Keep all lines of somebody's claim in place of those before; one that was paid stays."""
        before = self._unpaid(person)
        claim = replace(before or Claim(self._context.new_id(), person), no_payment=no_payment)
        ids = (self._context.new_id() for _ in lines)
        kept = claims.lines_of(lines, claim, self._rates(), self._day(), ids)
        self._context.store.apply(Label.CLAIM, [claim, *kept], self._lines_of(claim))
        return self._comes_to(claim, kept)

    @action
    def add_line(self, person: PersonId, line: NewLine) -> Claimed:
        """Put one more line on somebody's claim."""
        claim = self._unpaid(person) or Claim(self._context.new_id(), person)
        before = self._lines_of(claim)
        if claim.no_payment and line.category in claims.PAYMENTS:
            raise RuleBroken("They do not want a payment. Nothing was changed.")
        [added] = claims.lines_of([line], claim, self._rates(), self._day(), [self._context.new_id()])
        added = replace(added, position=max((old.position for old in before), default=0) + 1)
        self._context.store.apply(Label.CLAIM, [claim, added])
        return self._comes_to(claim, (*before, added))

    @action
    def remove_line(self, line: str) -> Claimed:
        """Take a line off a claim that was not paid."""
        gone = self._context.store.need(ClaimLine, line)
        claim = self._context.store.need(Claim, gone.claim)
        self._unpaid(claim.person)
        self._context.store.apply(Label.CLAIM, [], [gone])
        return self._comes_to(claim, self._lines_of(claim))

    @action
    def want_payment(self, person: PersonId, wanted: bool) -> Claimed:
        """Say whether somebody wants to be paid for their time; expenses stay as they are (I72)."""
        claim = replace(self._unpaid(person) or Claim(self._context.new_id(), person), no_payment=not wanted)
        lines = self._lines_of(claim)
        gone = [line for line in lines if not wanted and line.money is Money.PAYMENT]
        self._context.store.apply(Label.CLAIM, [claim], gone)
        return self._comes_to(claim, tuple(line for line in lines if line not in gone))

    @action
    def pay(self, person: PersonId, on: date | None, how: str = "") -> None:
        """Say that somebody's claim was paid, when and how ("in cash"); no date: it was not, after all."""
        claim = self.claim_of(person)
        if claim is None:
            raise RuleBroken("There is no claim of this person. Nothing was changed.")
        if on is not None and on > self._context.today():
            raise RuleBroken(
                "That day has not come yet. Nothing was changed. Please say the day it was paid."
            )
        paid = replace(claim, paid_on=on, paid_how=claims.without_bank_details(how) if on else "")
        self._context.store.apply(Label.PAY, [paid])

    def claim_of(self, person: PersonId) -> Claim | None:
        """The claim of somebody, or None."""
        self._person(person)
        return next((c for c in self._context.store.all(Claim) if c.person == person), None)

    def _lines_of(self, claim: Claim) -> tuple[ClaimLine, ...]:
        return self._context.store.where(ClaimLine, "claim", claim.id)

    def _comes_to(self, claim: Claim, lines: tuple[ClaimLine, ...]) -> Claimed:
        return Claimed(claim.id, claims.expenses(lines), claims.payments(lines), claims.prepaid(lines))

    def _unpaid(self, person: PersonId) -> Claim | None:
        claim = self.claim_of(person)
        if claim is not None and claim.paid_on is not None:
            raise RuleBroken(
                "This claim was paid already. Nothing was changed. Please say first that it was not paid."
            )
        return claim

    def _rates(self) -> tuple[Rate, ...]:
        return self._context.store.all(Rate)

    def _day(self) -> date:
        """The day whose rates count where a line says none: that of the workshop."""
        return self._context.workshop.day or self._context.today()
