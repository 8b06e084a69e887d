"""The invented day's own people's business: money, equality answers, and how long things are kept."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from workshop.domain.equality_form import EqualityForm
from workshop.domain.ids import PersonId
from workshop.session.equality import equality_form
from workshop.session.session import Session

ANSWERS_MOST = 0.8  # of the questions, on average


def money(session: Session, here: Mapping[str, PersonId], told: Mapping[str, Any], today: date) -> None:
    """Rates, what people laid out, one payment that is not wanted, and one claim that is paid in cash."""
    for rate in told["rates"]:
        since = str(today - timedelta(days=rate["days_ago"]))
        kept = {name: value for name, value in rate.items() if name != "days_ago"}
        session.perform({"do": "people.set_rate", **kept, "valid_from": since})
    for called, claim in told["claims"].items():
        if called in here:
            session.perform({"do": "people.claim", "person": here[called], **claim})
    for called, how in told["paid"].items():
        if called in here:
            session.people.pay(here[called], today, how)


def equality(session: Session, chance: random.Random, sheets: int) -> None:
    """Everybody hands in a sheet with some of the questions answered; the day's end counts them."""
    session.people.open_equality()
    form = equality_form()
    for _ in range(sheets):
        session.people.equality(_sheet(form, chance))


def _sheet(form: EqualityForm, chance: random.Random) -> dict[str, list[str] | str]:
    """One sheet of chance: nobody's."""
    answered = (question for question in form.questions if chance.random() < ANSWERS_MOST)
    return {question.question: chance.choice(question.codes).code for question in answered}


def keep_until(session: Session, told: Mapping[str, int], today: date) -> None:
    """Say how long names on notes, proof of consent and money are kept, in days from the day itself."""
    dates = {name: today + timedelta(days=days) for name, days in told.items()}
    session.people.set_retention(names=dates["names"], consent=dates["consent"], money=dates["money"])
