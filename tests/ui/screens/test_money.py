"""Money, by finger: a line, the sums, paid; rates; and no bank detail."""

from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.given import Table, find, touch, words_on
from workshop.domain.kinds import Category
from workshop.domain.money import Claim, ClaimLine, Rate


@pytest.fixture
def amina(two_screens: Table) -> Table:
    """Amina is here; her claim is open."""
    person = two_screens.session.people.arrive("Amina", []).person
    two_screens.session.people.arrive("Colin", [])
    two_screens.show_desk("money", person=person)
    return two_screens


def lines(table: Table) -> list[tuple[Category, Decimal]]:
    return [(line.category, line.amount) for line in table.session.all(ClaimLine)]


def field(table: Table, name: str) -> QLineEdit:
    found = find(table.desk, name)
    assert isinstance(found, QLineEdit)
    return found


def type_in(table: Table, name: str, words: str) -> None:
    line = field(table, name)
    line.selectAll()
    QTest.keyClicks(line, words)


def add(table: Table, what: str, amount: str) -> None:
    touch(table.desk, "One more line")
    touch(table.desk, what)
    type_in(table, "How much, in pounds", amount)


def test_a_line_in_four_touches_and_a_number(amina: Table) -> None:
    add(amina, "Taxi", "£8.40")
    touch(amina.desk, "There is a receipt")
    touch(amina.desk, "Keep this line")
    assert lines(amina) == [(Category.TAXI, Decimal("8.40"))]
    assert "£8.40" in words_on(amina.desk)
    assert "There is a receipt." in words_on(amina.desk)


def test_a_number_that_is_none_is_said_and_stays_typed(amina: Table) -> None:
    add(amina, "Taxi", "eight")
    touch(amina.desk, "Keep this line")
    assert "Please type a number" in words_on(amina.desk)
    assert lines(amina) == []
    type_in(amina, "How much, in pounds", "8")
    QTest.qWait(160)  # the same button twice is no trembling finger
    touch(amina.desk, "Keep this line")
    assert lines(amina) == [(Category.TAXI, Decimal("8.00"))]


def test_what_is_typed_outlives_somebody_who_arrives(amina: Table) -> None:
    add(amina, "Parking or toll", "2.50")
    amina.session.people.arrive("Dorota", [])
    assert field(amina, "How much, in pounds").text() == "2.50"


def test_bank_details_are_refused_in_words(amina: Table) -> None:
    add(amina, "Taxi", "8")
    type_in(amina, "If there is no receipt: why", "12-34-56 12345678")
    touch(amina.desk, "Keep this line")
    assert "never kept here" in words_on(amina.desk)
    assert lines(amina) == []


def test_two_sums_no_payment_wanted_and_paid(amina: Table) -> None:
    add(amina, "Taxi", "8.40")
    touch(amina.desk, "Keep this line")
    add(amina, "Voucher or gift card", "10")
    touch(amina.desk, "Keep this line")
    assert {"£8.40", "£10.00"} <= set(words_on(amina.desk).split("\n"))
    assert "£18.40" not in words_on(amina.desk)
    touch(amina.desk, "Wants no payment for their time")
    assert lines(amina) == [(Category.TAXI, Decimal("8.40"))]
    touch(amina.desk, "Paid today")
    [claim] = amina.session.all(Claim)
    assert (claim.paid_on, claim.no_payment) == (amina.clock().date(), True)
    touch(amina.desk, "It was not paid")
    assert amina.session.all(Claim)[0].paid_on is None


def test_nothing_can_be_paid_before_there_is_a_line(amina: Table) -> None:
    touch(amina.desk, "Paid today")
    assert "There is nothing to pay yet." in words_on(amina.desk)
    assert amina.session.all(Claim) == ()


def test_a_rate_is_set_and_a_mile_is_worked_out(amina: Table) -> None:
    touch(amina.desk, "Rates")
    type_in(amina, "Pounds and pence, such as 0.45", "0.45")
    touch(amina.desk, "Keep this rate")
    assert "Please say from which day on" in words_on(amina.desk)
    type_in(amina, "From which day on", "6 April 2025")
    QTest.qWait(160)
    touch(amina.desk, "Keep this rate")
    assert [(r.unit, r.amount) for r in amina.session.all(Rate)] == [("mile", Decimal("0.45"))]
    touch(amina.desk, "Back to money")
    touch(amina.desk, "Amina")
    touch(amina.desk, "One more line")
    touch(amina.desk, "Own car, by the mile")
    type_in(amina, "How many: mile, at £0.45", "12.5")
    touch(amina.desk, "Keep this line")
    assert lines(amina) == [(Category.OWN_CAR, Decimal("5.63"))]
