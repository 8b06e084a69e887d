"""When is a promise a promise."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from tests.given import TODAY
from workshop.domain import promises
from workshop.domain.ids import DecisionId, PersonId, PromiseId
from workshop.domain.kinds import Reply
from workshop.domain.outcomes import Cannot, Decision, Promise
from workshop.errors import RuleBroken

WHOLE = Promise(
    PromiseId("p"), 1, "Benches", "Put up two", "We count them", owner="The council", by_when=TODAY
)
REASON = "Ten letter"  # just long enough


@pytest.mark.parametrize(
    ("without", "missing"),
    [
        ({}, ()),
        ({"owner": ""}, ("who",)),
        ({"owner": "", "owner_person": PersonId("person-A100")}, ()),
        ({"owner": "", "owner_role": "The manager"}, ()),
        ({"by_when": None}, ("by_when",)),
        ({"we_will": ""}, ("we_will",)),
        ({"how_known": ""}, ("how_known",)),
        (
            {"owner": "", "by_when": None, "we_will": "", "how_known": ""},
            ("who", "by_when", "we_will", "how_known"),
        ),
    ],
)
def test_what_a_promise_lacks(without: dict[str, object], missing: tuple[str, ...]) -> None:
    promise = replace(WHOLE, **without)  # type: ignore[arg-type]
    assert promises.what_is_missing(promise) == missing
    assert promises.is_promise(promise) is (missing == ())


@pytest.mark.parametrize("when", [None, TODAY, TODAY + timedelta(days=1), date(2028, 3, 5)])
def test_dates_that_can_be_promised(when: date | None) -> None:
    promises.check_promise_date(when, TODAY)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (TODAY - timedelta(days=1), "has passed"),
        (date(2028, 3, 6), "next 24 months"),  # one day more than 24 months (I50)
        (date(2028, 4, 1), "next 24 months"),
        (date.max, "next 24 months"),
        (date.min, "has passed"),
    ],
)
def test_dates_that_cannot(when: date, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        promises.check_promise_date(when, TODAY)


@given_any(st.dates(date(2026, 3, 5), date(2029, 1, 1)))
def test_twenty_four_months_are_two_years_to_the_day(when: date) -> None:
    if when <= date(2028, 3, 5):
        promises.check_promise_date(when, TODAY)
    else:
        with pytest.raises(RuleBroken):
            promises.check_promise_date(when, TODAY)


def test_a_promise_says_what_it_is_about() -> None:
    assert promises.check_promise(WHOLE) is WHOLE
    with pytest.raises(RuleBroken, match="what it is about"):
        promises.check_promise(replace(WHOLE, theme=""))


@pytest.mark.parametrize("answer", [Reply.PARTLY, Reply.NOT_NOW])
def test_anything_less_than_yes_needs_a_why(answer: Reply) -> None:
    decided = Decision(DecisionId("d"), "Benches", answer, REASON)
    assert promises.check_decision(decided) is decided
    with pytest.raises(RuleBroken, match="say why"):
        promises.check_decision(replace(decided, why=REASON[:-1]))


def test_a_yes_needs_none() -> None:
    decided = Decision(DecisionId("d"), "Benches", Reply.YES)
    assert promises.check_decision(decided) is decided


def test_what_we_cannot_do_has_a_theme_and_a_reason() -> None:
    cannot = Cannot("c", 1, "A new roof", REASON)
    assert promises.check_cannot(cannot) is cannot
    with pytest.raises(RuleBroken, match="what cannot be done"):
        promises.check_cannot(replace(cannot, theme=""))
    with pytest.raises(RuleBroken, match="say why"):
        promises.check_cannot(replace(cannot, reason="too short"))
