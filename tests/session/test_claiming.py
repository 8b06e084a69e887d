"""Claims of people in the room: kept whole, paid once, gone with the person."""

from datetime import date, timedelta
from decimal import Decimal

from tests.given import TODAY
from tests.session.given import Room, refused
from workshop.domain.claims import NewLine
from workshop.domain.kinds import Category
from workshop.domain.labels import Label
from workshop.domain.money import Claim, ClaimLine, Rate

TAXI = NewLine(Category.TAXI, "Home", amount=Decimal("8.40"), receipt=True)
DRIVE = NewLine(Category.OWN_CAR, "Home and back", quantity=Decimal(11))
TIME = NewLine(Category.INVOLVEMENT, quantity=Decimal(2))


def set_rates(room: Room) -> None:
    people = room.session.people
    people.set_rate(Category.OWN_CAR, " mile ", Decimal("0.45"), date(2026, 1, 1), "Policy of the trust")
    people.set_rate(Category.INVOLVEMENT, "hour", Decimal("25"), date(2026, 1, 1))


def test_a_claim_is_kept_with_its_two_sums(room: Room) -> None:
    set_rates(room)
    claimed = room.session.people.claim(room.amina, [TAXI, DRIVE, TIME])
    assert (claimed.expenses, claimed.payments, claimed.prepaid) == (
        Decimal("13.35"),
        Decimal("50.00"),
        Decimal("0.00"),
    )
    assert room.snapshot.claims == (Claim(claimed.claim, room.amina),)
    assert [(line.category, line.amount) for line in room.snapshot.claim_lines] == [
        (Category.TAXI, Decimal("8.40")),
        (Category.OWN_CAR, Decimal("4.95")),
        (Category.INVOLVEMENT, Decimal("50.00")),
    ]


def test_what_is_said_again_takes_the_place_of_what_was_said_before(room: Room) -> None:
    first = room.session.people.claim(room.amina, [TAXI])
    again = room.session.people.claim(room.amina, [], no_payment=True)
    assert again.claim == first.claim
    assert room.snapshot.claims == (Claim(first.claim, room.amina, no_payment=True),)
    assert room.snapshot.claim_lines == ()


def test_a_claim_that_was_paid_stays_as_it_is(room: Room) -> None:
    people = room.session.people
    people.claim(room.amina, [TAXI])
    people.pay(room.amina, TODAY, "in cash")
    with refused(room, "was paid already"):
        people.claim(room.amina, [])
    people.pay(room.amina, None)
    people.claim(room.amina, [])
    assert room.snapshot.claims[0].paid_on is None


def test_a_claim_is_not_paid_before_its_time_nor_without_a_claim(room: Room) -> None:
    people = room.session.people
    with refused(room, "no claim of this person"):
        people.pay(room.ruth, TODAY)
    people.claim(room.ruth, [TAXI])
    with refused(room, "not come yet"):
        people.pay(room.ruth, TODAY + timedelta(days=1))
    with refused(room, "bank details"):
        people.pay(room.ruth, TODAY, "12-34-56 12345678")


def test_a_rate_of_the_same_day_is_corrected_and_an_undo_brings_it_back(room: Room) -> None:
    people = room.session.people
    set_rates(room)
    people.set_rate(Category.OWN_CAR, "mile", Decimal("0.55"), date(2026, 1, 1))
    drive = [r.amount for r in room.session.all(Rate) if r.category is Category.OWN_CAR]
    assert drive == [Decimal("0.55")]
    room.session.undo()
    assert [r.amount for r in room.session.all(Rate)] == [Decimal("25.00"), Decimal("0.45")]
    people.remove_rate(room.session.all(Rate)[0].id)
    assert [r.category for r in room.session.all(Rate)] == [Category.OWN_CAR]


def test_money_is_of_scope_person_and_cannot_be_undone(room: Room) -> None:
    room.session.people.claim(room.amina, [TAXI])
    assert Label.CLAIM not in [entry.label for entry in room.session.last_acts(5)]


def test_amounts_are_said_in_json_as_they_are_written(room: Room) -> None:
    line = {"category": "taxi", "amount": "8.40", "receipt": True}
    answer = room.session.perform({"do": "people.claim", "person": room.amina, "lines": [line]})
    assert answer["result"]["expenses"] == "8.40"
    for amount in ("eight", "NaN", True, "1e400"):
        odd = {"do": "people.claim", "person": room.amina, "lines": [{**line, "amount": amount}]}
        with refused(room, "Nothing was changed"):
            room.session.perform(odd)
    assert [line.amount for line in room.session.all(ClaimLine)] == [Decimal("8.40")]


def test_lines_come_one_by_one_and_go_again(room: Room) -> None:
    people = room.session.people
    set_rates(room)
    people.add_line(room.amina, TAXI)
    both = people.add_line(room.amina, DRIVE)
    assert both.expenses == Decimal("13.35")
    assert [line.position for line in room.snapshot.claim_lines] == [1, 2]
    people.remove_rate(next(r.id for r in room.session.all(Rate) if r.category is Category.OWN_CAR))
    left = people.remove_line(room.snapshot.claim_lines[0].id)
    assert left.expenses == Decimal("4.95")  # by a rate that is not in the table any more
    people.pay(room.amina, TODAY)
    with refused(room, "was paid already"):
        people.remove_line(room.snapshot.claim_lines[0].id)


def test_whoever_wants_no_payment_can_say_so_at_any_time(room: Room) -> None:
    people = room.session.people
    set_rates(room)
    people.claim(room.amina, [TAXI, TIME])
    without = people.want_payment(room.amina, False)
    assert (without.expenses, without.payments) == (Decimal("8.40"), Decimal("0.00"))
    with refused(room, "do not want a payment"):
        people.add_line(room.amina, TIME)
    people.want_payment(room.amina, True)
    assert people.add_line(room.amina, TIME).payments == Decimal("50.00")
