"""Records of money: what somebody laid out and what they are paid, never added up together (I70).

Amounts are pounds and pence as `Decimal`. Bank details are never kept (I71).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from workshop.domain.ids import PersonId
from workshop.domain.kinds import Category, Money, Scope


@dataclass(frozen=True, slots=True)
class Rate:
    """What is paid for a unit ("mile", "hour") of a category from a day on; each host has its own."""

    table: ClassVar[str] = "rate"
    scope: ClassVar[Scope] = Scope.BOARD
    id: str
    category: Category
    unit: str
    amount: Decimal
    valid_from: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One person's claim. `no_payment`: they do not want to be paid, and keep their expenses (I72)."""

    table: ClassVar[str] = "claim"
    scope: ClassVar[Scope] = Scope.PERSON
    id: str
    person: PersonId
    no_payment: bool = False
    paid_on: date | None = None
    paid_how: str = ""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One line of a claim: `quantity` units at `each`; `amount` is what that comes to, half a penny up.

    `what` says from where to where, or who was cared for; `prepaid`: we paid it ourselves beforehand.
    """

    table: ClassVar[str] = "claim_line"
    scope: ClassVar[Scope] = Scope.PERSON
    id: str
    claim: str
    position: int
    money: Money
    category: Category
    what: str
    quantity: Decimal
    each: Decimal
    amount: Decimal
    day: date | None = None
    unit: str = ""
    receipt: bool = False
    no_receipt: str = ""
    prepaid: bool = False
