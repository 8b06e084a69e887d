"""The short mark about money beside a name: ask, none, what for, or paid. The sums have their own page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from ui.words import Words
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Category, Voice
from workshop.domain.money import Claim, ClaimLine
from workshop.domain.persons import Person
from workshop.domain.who_is_here import voice_of

SHORT = {
    Category.PUBLIC_TRANSPORT: "Fares",
    Category.OWN_CAR: "Mileage",
    Category.PASSENGER: "Mileage",
    Category.PARKING: "Parking",
    Category.TAXI: "Taxi",
    Category.REPLACEMENT_CARE: "Care cover",
    Category.CHILDCARE: "Childcare",
    Category.SUPPORT: "Support",
    Category.FOOD: "Food",
    Category.OVERNIGHT: "Overnight",
    Category.PHONE: "Phone",
    Category.OTHER: "Other",
    Category.INVOLVEMENT: "Payment",
    Category.VOUCHER: "Voucher",
}


class Stands(Enum):
    """How far the money of one person has come."""

    ASK = "ask"  # nobody has asked yet
    NONE = "none"
    CLAIMED = "claimed"
    PAID = "paid"


@dataclass(frozen=True)
class Mark:
    """What is said in one or two words. `what` is for what, in the order of the claim."""

    stands: Stands
    what: tuple[Category, ...] = ()

    def in_short(self, words: Words) -> str:
        """Such as: Ask, None, Fares, Fares +1, Paid."""
        if self.stands is Stands.CLAIMED:
            names = list(dict.fromkeys(SHORT[category] for category in self.what))
            first = words(names[0])
            return f"{first} +{len(names) - 1}" if len(names) > 1 else first
        return {Stands.ASK: words("Ask"), Stands.NONE: words("None"), Stands.PAID: words("Paid")}[self.stands]


def marks(
    people: Iterable[Person], claims: Iterable[Claim], lines: Sequence[ClaimLine]
) -> dict[PersonId, Mark]:
    """The mark of everybody. Staff come in their working time: nobody has to ask them."""
    by_person = {claim.person: claim for claim in claims}
    return {person.id: _mark(person, by_person.get(person.id), lines) for person in people}


def _mark(person: Person, claim: Claim | None, lines: Sequence[ClaimLine]) -> Mark:
    if claim is None:
        return Mark(Stands.NONE if voice_of(person) is Voice.STAFF else Stands.ASK)
    what = tuple(line.category for line in lines if line.claim == claim.id)
    if claim.paid_on is not None:
        return Mark(Stands.PAID, what)
    return Mark(Stands.CLAIMED if what else Stands.NONE, what)
