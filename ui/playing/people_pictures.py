"""Pictures of what is about people: how they arrive, and what the facilitator has beside the list of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

from ui.playing.day import Day, Person
from ui.playing.fingers import find, settle
from ui.playing.table import Table, put_words
from ui.windows import PRIVATE_FROM_INCHES
from workshop.domain.claims import NewLine
from workshop.domain.kinds import Category, Item
from workshop.domain.persons import Person as Arrived

EVERY_PAGE_FULL = 1000.0  # inches: no page is shown in its private size
VOICES = {
    "uses_services": "People who use services",
    "carer": "Carers",
    "staff": "Staff",
    "other": "Others",
}
ITEMS = {
    Item.TAKE_PART: "take part",
    Item.NOTES_USED: "words",
    Item.PHOTO_REPORT: "photo",
    Item.QUOTE_FIRST_NAME: "name",
    Item.CONTACT_RESULTS: "contact",
}
# The page, and what its picture is called, in the order of the list that leads to them.
AT_THE_DESK = (
    ("people_more", "people-more"),
    ("consent_words", "consent-words"),
    ("people_papers", "people-papers"),
    ("money_rates", "money-rates"),
    ("keeping", "keeping"),
)


def arrivals(day: Day) -> None:
    """One person with most answers yes, one who does not take part, the others on paper."""
    amina, *others = (_person(told) for told in day.story["people"] if told["called"] != "Parveen")
    _consent_in_urdu(day)
    day.arrive_on_the_screen(amina)
    day.arrive_on_the_screen(Person("Parveen", "Carers", ()))
    with private(day.table):
        _private_consent(day)
    day.type_forms(others)
    _beside_the_list(day)


def _person(told: dict[str, Any]) -> Person:
    yes = tuple(short for item, short in ITEMS.items() if item in told["yes"])
    return Person(told["called"], VOICES[told["voices"][0]], yes)


def _consent_in_urdu(day: Day) -> None:
    """The same question from right to left."""
    table = day.table
    table.at_desk("Next person on the screen")
    put_words(find(table.people, "What shall we call you?"), "Noor")
    table.at_screen("Next", "Carers", "Next", "Yes", "Yes", "اردو")
    day.see("consent-question-urdu", table.people)
    table.stage.back_to_the_day()
    settle()


def _private_consent(day: Day) -> None:
    """On a large screen a person's own page is small and low."""
    table = day.table
    table.at_desk("Next person on the screen")
    put_words(find(table.people, "What shall we call you?"), "Leszek")
    table.at_screen("Next", "Carers", "Next", "Yes", "Yes")
    day.see("consent-private-size", table.people)
    table.stage.back_to_the_day()
    settle()


@contextmanager
def private(table: Table) -> Iterator[None]:
    """Personal pages in their private size, as on a large screen."""
    table.people.private_from_inches = PRIVATE_FROM_INCHES
    yield
    table.people.private_from_inches = EVERY_PAGE_FULL


def _beside_the_list(day: Day) -> None:
    """The pages that lead from the list of people, and one equality question on the people's screen."""
    _a_claim(day)
    for page, name in AT_THE_DESK:
        look_at(day, page, name)
    _equality(day)


def _a_claim(day: Day) -> None:
    """A drive by the mile and a taxi without a receipt, of the first in the list."""
    people = day.table.session.people
    people.set_rate(Category.OWN_CAR, "mile", Decimal("0.45"), date(2026, 1, 1), "The host's own table")
    first = min(day.table.session.all(Arrived), key=lambda person: person.ref)
    for line in (
        NewLine(Category.OWN_CAR, "Home to Bevan Road and back", quantity=Decimal("11.5")),
        NewLine(Category.TAXI, "The bus did not come", amount=Decimal("8.40")),
        NewLine(Category.VOUCHER, amount=Decimal("10.00")),
    ):
        people.add_line(first.id, line)
    look_at(day, "money", "money", person=first.id)


def _equality(day: Day) -> None:
    day.table.session.people.open_equality()
    look_at(day, "equality", "equality")
    day.table.stage.show_people("equality_ask")
    settle()
    day.see("equality-question", day.table.people)
    day.table.stage.back_to_the_day()
    settle()


def look_at(day: Day, page: str, name: str, wait: str = "", **given: Any) -> None:
    """Open a page at the desk and keep its picture; `wait` is a button that comes when it is ready."""
    day.table.stage.show_desk(page, **given)
    settle()
    if wait:
        day.table.wait_until(day.table.desk, wait)
    day.see(name, day.table.desk)
