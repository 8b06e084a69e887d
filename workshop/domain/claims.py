"""Adding up what somebody laid out and what they are paid: two sums, never one (I70).

A line is so many units at so much, half a penny up. What we paid ourselves beforehand stands on the
claim and is in neither sum. All amounts are pounds and pence as `Decimal`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from workshop.domain.kinds import Category, Money
from workshop.domain.money import Claim, ClaimLine, Rate
from workshop.domain.words import tidy_line
from workshop.errors import RuleBroken

PAYMENTS = frozenset({Category.INVOLVEMENT, Category.VOUCHER})
MOST = Decimal(10_000)  # pounds on one line, and units of anything
LATE_AFTER = 10  # days that somebody may wait for their money
_PENNY = Decimal("0.01")
_ACCOUNT = re.compile(r"(?<!\d)\d{4} ?\d{4}(?!\d)")
_SORT_CODE = re.compile(r"(?<!\d)\d\d([- ]?)\d\d\1\d\d(?!\d)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2} ?(?:[A-Z]{4} ?)?(?:\d{2,4} ?){3,8}", re.IGNORECASE)
_CARD = re.compile(r"(?<!\d)(?:\d[ -]?){13,19}(?!\d)")
_SAYS_BANK = re.compile(r"\b(?:sort ?code|account|iban)\b\D{0,20}\d[\d -]{4}", re.IGNORECASE)


@dataclass(frozen=True)
class NewLine:
    """A line as somebody says it: what it cost, or how many units at the rate of that day."""

    category: Category
    what: str = ""
    amount: Decimal | None = None
    quantity: Decimal | None = None
    day: date | None = None
    receipt: bool = False
    no_receipt: str = ""
    prepaid: bool = False


def expenses(lines: Iterable[ClaimLine]) -> Decimal:
    """What somebody laid out and gets back."""
    return _sum(line for line in lines if line.money is Money.EXPENSE and not line.prepaid)


def payments(lines: Iterable[ClaimLine]) -> Decimal:
    """What somebody is paid, vouchers with it."""
    return _sum(line for line in lines if line.money is Money.PAYMENT)


def prepaid(lines: Iterable[ClaimLine]) -> Decimal:
    """What we paid ourselves beforehand."""
    return _sum(line for line in lines if line.prepaid)


def _sum(lines: Iterable[ClaimLine]) -> Decimal:
    return sum((line.amount for line in lines), Decimal("0.00"))


def in_pounds(amount: Decimal) -> Decimal:
    """To the penny, half a penny up."""
    return amount.quantize(_PENNY, ROUND_HALF_UP)


def rate_on(rates: Iterable[Rate], category: Category, day: date) -> Rate | None:
    """The rate that is valid on a day: the latest that began by then."""
    begun = (rate for rate in rates if rate.category is category and rate.valid_from <= day)
    return max(begun, key=lambda rate: rate.valid_from, default=None)


def lines_of(
    wanted: Iterable[NewLine], claim: Claim, rates: Iterable[Rate], today: date, ids: Iterable[str]
) -> tuple[ClaimLine, ...]:
    """The lines of a claim; RuleBroken for one that cannot be. Payments they do not want go (I72)."""
    known = tuple(rates)
    kept = [new for new in wanted if not (claim.no_payment and new.category in PAYMENTS)]
    return tuple(
        _line(new, claim, known, today, id_, at)
        for at, (new, id_) in enumerate(zip(kept, ids, strict=False), start=1)
    )


def _line(
    new: NewLine, claim: Claim, rates: Iterable[Rate], today: date, id_: str, position: int
) -> ClaimLine:
    quantity, each, unit = _price(new, rates, new.day or today)
    return ClaimLine(
        id=id_,
        claim=claim.id,
        position=position,
        money=Money.PAYMENT if new.category in PAYMENTS else Money.EXPENSE,
        category=new.category,
        what=without_bank_details(new.what),
        quantity=quantity,
        each=each,
        amount=in_pounds(quantity * each),
        day=new.day,
        unit=unit,
        receipt=new.receipt,
        no_receipt=without_bank_details(new.no_receipt),
        prepaid=new.prepaid and new.category not in PAYMENTS,
    )


def _price(new: NewLine, rates: Iterable[Rate], day: date) -> tuple[Decimal, Decimal, str]:
    """How many, at how much each, of what; one of nothing where the amount itself is said."""
    if (new.amount is None) == (new.quantity is None):
        raise RuleBroken(
            "Please say what it cost, or how many miles or hours, not both. Nothing was changed."
        )
    if new.quantity is None:
        return Decimal(1), possible_amount(new.amount or Decimal(0)), ""
    rate = rate_on(rates, new.category, day)
    if rate is None:
        raise RuleBroken(
            "There is no rate for this on that day. Nothing was changed. "
            "Please set the rate, or say the amount."
        )
    return _possible_number(new.quantity), rate.amount, rate.unit


def possible_amount(amount: Decimal) -> Decimal:
    """An amount of money; RuleBroken below nothing, from 10,000 pounds, or in parts of a penny."""
    if not 0 <= amount < MOST or amount != in_pounds(amount):
        raise RuleBroken("An amount is between £0.00 and £9,999.99, in whole pence. Nothing was changed.")
    return in_pounds(amount)


def _possible_number(number: Decimal) -> Decimal:
    if not 0 < number < MOST:
        raise RuleBroken("There are between 0 and 9,999 miles or hours on a line. Nothing was changed.")
    return number


def without_bank_details(words: str) -> str:
    """The words on one line; RuleBroken where they look like bank details, which are never kept (I71)."""
    line = tidy_line(words)
    both = _SORT_CODE.search(line) and _ACCOUNT.search(line)
    if both or any(sign.search(line) for sign in (_IBAN, _CARD, _SAYS_BANK)):
        raise RuleBroken(
            "That looks like bank details. They are never kept here. Nothing was changed. "
            "Please write them on the paper slip only."
        )
    return line


def without_receipt(lines: Iterable[ClaimLine]) -> tuple[ClaimLine, ...]:
    """What somebody paid without a receipt and has not said why. Miles and hours need none."""
    return tuple(
        line
        for line in lines
        if line.money is Money.EXPENSE and not (line.unit or line.prepaid or line.receipt or line.no_receipt)
    )


def is_late(claim: Claim, day: date | None, today: date) -> bool:
    """Whether a claim from the workshop of that day has waited too long for its money."""
    return claim.paid_on is None and day is not None and (today - day).days > LATE_AFTER
