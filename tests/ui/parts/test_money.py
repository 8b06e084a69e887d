"""Who has claimed what, in words and in pounds."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests import given
from ui.parts import money
from ui.parts.money import Standing
from ui.words import words_in
from workshop.domain.claims import NewLine, lines_of
from workshop.domain.kinds import Category
from workshop.domain.money import Claim, ClaimLine, Rate
from workshop.errors import RuleBroken

WORDS = words_in("en")
AMINA, RUTH = given.person("A1", "Amina"), given.person("B2", "ruth")
CLAIM = Claim("c1", AMINA.id)
MILE = Rate("r", Category.OWN_CAR, "mile", Decimal("0.45"), given.TODAY)
TAXI = NewLine(Category.TAXI, "Home", amount=Decimal("8.40"))


def lines(*wanted: NewLine) -> tuple[ClaimLine, ...]:
    return lines_of(wanted, CLAIM, [MILE], given.TODAY, map(str, range(9)))


def test_everybody_is_listed_by_name_with_how_far_their_claim_has_come() -> None:
    mine = lines(replace(TAXI, receipt=True), NewLine(Category.VOUCHER, amount=Decimal(10)))
    first, second = money.rows([RUTH, AMINA], [CLAIM], mine)
    assert (first.name, first.standing, first.in_short(WORDS)) == (
        "Amina",
        Standing.TO_PAY,
        "£8.40 + £10.00",  # expenses and payments are never one sum
    )
    assert (second.name, second.standing, second.in_short(WORDS)) == ("ruth", Standing.NONE, "No claim")


@pytest.mark.parametrize(
    ("claim", "wanted", "standing", "said"),
    [
        (CLAIM, [TAXI], Standing.REASON, "£8.40 · Receipt?"),
        (CLAIM, [], Standing.NONE, "No claim"),
        (replace(CLAIM, paid_on=date(2026, 3, 5)), [TAXI], Standing.PAID, "Paid 5 March"),
        (CLAIM, [replace(TAXI, prepaid=True)], Standing.TO_PAY, "£0.00"),
    ],
)
def test_what_stands_at_the_end_of_a_row(
    claim: Claim, wanted: list[NewLine], standing: Standing, said: str
) -> None:
    [row] = money.rows([AMINA], [claim], lines(*wanted))
    assert (row.standing, row.in_short(WORDS)) == (standing, said)


@pytest.mark.parametrize("text", ["12.4", " £12.40 ", "12,40", "£ 12.40"])
def test_an_amount_is_read_as_people_write_it(text: str) -> None:
    assert money.amount_in(text) == Decimal("12.40")


def test_thousands_may_have_a_comma() -> None:
    assert money.amount_in("1,250.00") == Decimal(1250)


@pytest.mark.parametrize("text", ["", "twelve", "NaN", "12.4.0", "1e999999999"])
def test_what_is_no_number_is_said_plainly(text: str) -> None:
    with pytest.raises(RuleBroken, match="Please type a number"):
        money.amount_in(text)


def test_a_line_says_what_it_is_for_and_what_of_its_receipt() -> None:
    drive, taxi, paid = lines(
        NewLine(Category.OWN_CAR, "Home and back", quantity=Decimal("11.0")),
        replace(TAXI, no_receipt="The driver had none"),
        replace(TAXI, prepaid=True),
    )
    assert money.line_in_words(drive, WORDS) == "Own car, by the mile: 11 × mile at £0.45. Home and back"
    assert money.note_on(drive, WORDS) == ""
    assert money.note_on(taxi, WORDS) == "No receipt: The driver had none"
    assert money.note_on(paid, WORDS) == "We paid this before."
    assert money.note_on(lines(TAXI)[0], WORDS) == "No receipt yet. Please say why."
    assert money.note_on(lines(replace(TAXI, receipt=True))[0], WORDS) == "There is a receipt."
