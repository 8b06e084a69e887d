"""Money: two sums that are never one, half a penny up, and no bank detail anywhere."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from workshop.domain import claims
from workshop.domain.claims import NewLine, lines_of
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Category, Money
from workshop.domain.money import Claim, ClaimLine, Rate
from workshop.errors import RuleBroken

DAY = date(2026, 5, 14)
MILE = Rate("r1", Category.OWN_CAR, "mile", Decimal("0.45"), date(2026, 4, 6))
HOUR = Rate("r2", Category.INVOLVEMENT, "hour", Decimal("25.00"), date(2026, 4, 6))
CLAIM = Claim("c1", PersonId("amina"))
AMOUNTS = st.decimals(0, 9_999, places=2)


def made(
    *wanted: NewLine, claim: Claim = CLAIM, rates: tuple[Rate, ...] = (MILE, HOUR)
) -> tuple[ClaimLine, ...]:
    return lines_of(wanted, claim, rates, DAY, (f"l{n}" for n in count(1)))


def test_a_line_is_so_many_miles_at_the_rate_of_that_day() -> None:
    [line] = made(NewLine(Category.OWN_CAR, "Home to Bevan Road", quantity=Decimal("12.5")))
    assert line == ClaimLine(
        id="l1",
        claim="c1",
        position=1,
        money=Money.EXPENSE,
        category=Category.OWN_CAR,
        what="Home to Bevan Road",
        quantity=Decimal("12.5"),
        each=Decimal("0.45"),
        amount=Decimal("5.63"),  # 5.625: half a penny up, not to the even penny (5.62)
        unit="mile",
    )


def test_the_rate_is_the_latest_that_had_begun_by_the_day_of_the_line() -> None:
    dearer = replace(MILE, id="r9", amount=Decimal("0.55"), valid_from=date(2026, 5, 15))
    rates = (dearer, MILE)
    assert claims.rate_on(rates, Category.OWN_CAR, DAY) == MILE
    assert claims.rate_on(rates, Category.OWN_CAR, date(2026, 5, 15)) == dearer
    assert claims.rate_on(rates, Category.OWN_CAR, date(2026, 4, 5)) is None
    assert claims.rate_on(rates, Category.PASSENGER, DAY) is None
    new = NewLine(Category.OWN_CAR, quantity=Decimal(10), day=date(2026, 5, 20))
    assert made(new, rates=rates)[0].amount == Decimal("5.50")


def test_without_a_rate_miles_cannot_be_worked_out() -> None:
    with pytest.raises(RuleBroken, match="no rate for this on that day.*Nothing was changed"):
        made(NewLine(Category.OWN_CAR, quantity=Decimal(3)), rates=())


def test_expenses_payments_and_what_we_paid_are_three_sums() -> None:
    lines = made(
        NewLine(Category.TAXI, amount=Decimal("8.40"), receipt=True),
        NewLine(Category.OVERNIGHT, amount=Decimal("60.00"), prepaid=True),
        NewLine(Category.INVOLVEMENT, quantity=Decimal(2)),
        NewLine(Category.VOUCHER, amount=Decimal("10.00")),
    )
    sums = claims.expenses(lines), claims.payments(lines), claims.prepaid(lines)
    assert sums == (Decimal("8.40"), Decimal("60.00"), Decimal("60.00"))
    assert [line.money for line in lines] == [Money.EXPENSE, Money.EXPENSE, Money.PAYMENT, Money.PAYMENT]


def test_whoever_wants_no_payment_keeps_their_expenses() -> None:
    wanted = (
        NewLine(Category.INVOLVEMENT, quantity=Decimal(2)),
        NewLine(Category.TAXI, amount=Decimal("8.40")),
    )
    lines = made(*wanted, claim=replace(CLAIM, no_payment=True))
    assert (claims.payments(lines), claims.expenses(lines)) == (Decimal("0.00"), Decimal("8.40"))
    assert claims.payments(made(*wanted)) == Decimal("50.00")  # the same lines of somebody who does


@for_any(st.lists(st.tuples(st.sampled_from(Category), AMOUNTS, st.booleans()), max_size=12))
def test_every_penny_is_in_one_sum_and_only_one(parts: list[tuple[Category, Decimal, bool]]) -> None:
    lines = made(*(NewLine(category, amount=amount, prepaid=ours) for category, amount, ours in parts))
    sums = (claims.expenses(lines), claims.payments(lines), claims.prepaid(lines))
    assert sum(sums) == sum((amount for _, amount, _ in parts), Decimal(0))
    assert all(total == claims.in_pounds(total) for total in sums)


@pytest.mark.parametrize("amount", ["-0.01", "10000", "1.005"])
def test_an_impossible_amount_is_refused(amount: str) -> None:
    with pytest.raises(RuleBroken, match="between £0.00 and £9,999.99.*Nothing was changed"):
        made(NewLine(Category.TAXI, amount=Decimal(amount)))


@pytest.mark.parametrize(
    "new",
    [
        NewLine(Category.OWN_CAR),
        NewLine(Category.OWN_CAR, amount=Decimal(3), quantity=Decimal(3)),
        NewLine(Category.OWN_CAR, quantity=Decimal(0)),
        NewLine(Category.OWN_CAR, quantity=Decimal(10_000)),
    ],
)
def test_a_line_says_what_it_cost_or_how_many(new: NewLine) -> None:
    with pytest.raises(RuleBroken, match="Nothing was changed"):
        made(new)


BANK = (
    "sort code 12-34-56 account 12345678",
    "12-34-56 1234 5678",
    "123456 12345678",
    "Account no: 87654321",
    "GB29 NWBK 6016 1331 9268 19",
    "4929 1234 5678 9012",
)
HARMLESS = (
    "Bus 12 and back, 14-05-26",
    "OX33 home from work, 12 miles",
    "Birthday card for 3 children",
    "Receipt 12345678",
    "Rang 0163 296 0188",
    "The account of what happened, page 2",
)


@pytest.mark.parametrize("words", BANK)
def test_bank_details_are_refused_wherever_they_are_typed(words: str) -> None:
    for new in (
        NewLine(Category.OTHER, words, amount=Decimal(1)),
        NewLine(Category.OTHER, no_receipt=words, amount=Decimal(1)),
    ):
        with pytest.raises(RuleBroken, match="never kept here.*on the paper slip only"):
            made(new)


@pytest.mark.parametrize("words", HARMLESS)
def test_other_numbers_are_not_taken_for_bank_details(words: str) -> None:
    assert made(NewLine(Category.OTHER, words, amount=Decimal(1)))[0].what == words


def test_no_record_of_money_has_a_place_for_bank_details() -> None:
    names = {field.name for cls in (Claim, ClaimLine, Rate) for field in fields(cls)}
    assert not {n for n in names for word in ("bank", "account", "sort", "iban", "card") if word in n}


def test_what_was_paid_without_a_receipt_waits_for_a_reason() -> None:
    lines = made(
        NewLine(Category.TAXI, amount=Decimal(8)),
        NewLine(Category.TAXI, amount=Decimal(8), receipt=True),
        NewLine(Category.PARKING, amount=Decimal(2), no_receipt="The machine was broken"),
        NewLine(Category.OWN_CAR, quantity=Decimal(3)),
        NewLine(Category.OVERNIGHT, amount=Decimal(60), prepaid=True),
        NewLine(Category.VOUCHER, amount=Decimal(10)),
    )
    assert claims.without_receipt(lines) == lines[:1]


def test_a_claim_is_late_after_ten_days() -> None:
    assert not claims.is_late(CLAIM, DAY, date(2026, 5, 24))
    assert claims.is_late(CLAIM, DAY, date(2026, 5, 25))
    assert not claims.is_late(replace(CLAIM, paid_on=DAY), DAY, date(2026, 6, 25))
    assert not claims.is_late(CLAIM, None, date(2026, 6, 25))
