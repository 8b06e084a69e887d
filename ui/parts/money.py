"""Money as the facilitator's page shows it: who has claimed what, in words and in pounds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from ui.words import Words
from workshop.domain import claims
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Category
from workshop.domain.money import Claim, ClaimLine
from workshop.domain.persons import Person
from workshop.errors import RuleBroken

CATEGORIES = {
    Category.PUBLIC_TRANSPORT: ("bus", "Bus or train"),
    Category.OWN_CAR: ("car", "Own car, by the mile"),
    Category.PASSENGER: ("users", "A passenger in the car"),
    Category.PARKING: ("map-pin", "Parking or toll"),
    Category.TAXI: ("car", "Taxi"),
    Category.REPLACEMENT_CARE: ("heart-handshake", "Care for somebody at home"),
    Category.CHILDCARE: ("house", "Childcare"),
    Category.SUPPORT: ("hand-helping", "Support worker or interpreter"),
    Category.FOOD: ("utensils", "Food and drink"),
    Category.OVERNIGHT: ("house", "A night away"),
    Category.PHONE: ("phone", "Phone, data or printing"),
    Category.OTHER: ("ellipsis", "Something else"),
    Category.INVOLVEMENT: ("hand-coins", "Payment for their time"),
    Category.VOUCHER: ("hand-coins", "Voucher or gift card"),
}
WHAT = {
    Category.OWN_CAR: "From where to where",
    Category.PASSENGER: "From where to where",
    Category.PUBLIC_TRANSPORT: "From where to where",
    Category.TAXI: "From where to where, and why a taxi",
    Category.REPLACEMENT_CARE: "Who was cared for, and when",
}
_MOST_DIGITS = 9  # a number with more is no amount, and too long to work with


class Standing(StrEnum):
    """How far somebody's claim has come."""

    NONE = "none"
    REASON = "reason"  # something has neither a receipt nor a reason
    TO_PAY = "to_pay"
    PAID = "paid"


@dataclass(frozen=True)
class Row:
    """One person in the list; amounts are None where there is no claim."""

    person: PersonId
    name: str
    ref: str
    standing: Standing
    claim: Claim | None
    lines: tuple[ClaimLine, ...]

    def in_short(self, words: Words) -> str:
        """What stands at the end of the row."""
        if self.claim is None or self.standing is Standing.NONE:
            return words("No claim")
        if self.claim.paid_on is not None:
            return words("Paid {day}", day=words.date(self.claim.paid_on))
        both = [sum_ for sum_ in (claims.expenses(self.lines), claims.payments(self.lines)) if sum_]
        sums = " + ".join(map(pounds, both)) or pounds(Decimal(0))
        return f"{sums} · {words('Receipt?')}" if self.standing is Standing.REASON else sums


def rows(people: Iterable[Person], all_claims: Iterable[Claim], lines: Sequence[ClaimLine]) -> list[Row]:
    """Everybody, in the order of their names."""
    by_person = {claim.person: claim for claim in all_claims}
    listed = sorted(people, key=lambda person: (person.called.casefold(), person.id))
    return [_row(person, by_person.get(person.id), lines) for person in listed]


def _row(person: Person, claim: Claim | None, lines: Sequence[ClaimLine]) -> Row:
    mine = tuple(line for line in lines if claim is not None and line.claim == claim.id)
    return Row(person.id, person.called, person.ref, _standing(claim, mine), claim, mine)


def _standing(claim: Claim | None, mine: Sequence[ClaimLine]) -> Standing:
    if claim is None or not (mine or claim.paid_on):
        return Standing.NONE
    if claim.paid_on is not None:
        return Standing.PAID
    return Standing.REASON if claims.without_receipt(mine) else Standing.TO_PAY


def pounds(amount: Decimal) -> str:
    """ "£12.40"."""
    return f"£{amount:,.2f}"


def amount_in(text: str) -> Decimal:
    """The number somebody typed, with or without £; RuleBroken when it is none."""
    plain = text.strip().removeprefix("£").replace(",", "" if "." in text else ".").replace(" ", "")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number.adjusted() > _MOST_DIGITS:
        raise RuleBroken("Please type a number, such as 12.40. Nothing was changed.")
    return number


def line_in_words(line: ClaimLine, words: Words) -> str:
    """What one line is for: "Own car, by the mile: 11 mile at £0.45. Home and back"."""
    name = words(CATEGORIES[line.category][1])
    if line.unit:
        name += ": " + words(
            "{number} × {unit} at {each}",
            number=f"{line.quantity.normalize():f}",
            unit=line.unit,
            each=pounds(line.each),
        )
    return f"{name}. {line.what}" if line.what else name


def note_on(line: ClaimLine, words: Words) -> str:
    """What is said of its receipt; "" where there is nothing to say."""
    if line.prepaid:
        return words("We paid this before.")
    if line.receipt:
        return words("There is a receipt.")
    if line.no_receipt:
        return words("No receipt: {why}", why=line.no_receipt)
    return words("No receipt yet. Please say why.") if claims.without_receipt([line]) else ""
