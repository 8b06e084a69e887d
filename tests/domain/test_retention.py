"""How long people's data is kept: asked by date, never by a clock that went backwards."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests import given
from tests.given import TODAY
from workshop.domain.ids import NoteId, PersonId, PictureId
from workshop.domain.kinds import Audience, DayState
from workshop.domain.persons import Issued, Picture
from workshop.domain.records import Workshop
from workshop.domain.retention import COPY, Due, Kept, due, is_in_use, keep_until, until
from workshop.errors import RuleBroken

TOMORROW = TODAY + timedelta(days=1)
CLOSED = given.workshop(
    state=DayState.CLOSED,
    names_until=TODAY,
    consent_until=TODAY + timedelta(days=300),
    money_until=TODAY + timedelta(days=100),
)
ALL = tuple(Kept)


def on(day: date, workshop: Workshop = CLOSED, saved: date = TODAY, in_use: bool = False) -> Due:
    return due(workshop, day, saved, ALL, in_use=in_use)


def test_each_is_asked_for_after_its_own_day() -> None:
    assert on(TODAY) == Due()
    assert on(TOMORROW) == Due((Kept.NAMES,))
    assert on(TODAY + timedelta(days=101)) == Due((Kept.NAMES, Kept.MONEY))
    assert on(TODAY + timedelta(days=301)) == Due(ALL)


def test_what_is_gone_already_is_not_asked_for() -> None:
    late = TODAY + timedelta(days=999)
    assert due(CLOSED, late, TODAY, [Kept.MONEY], in_use=False) == Due((Kept.MONEY,))
    assert due(CLOSED, late, TODAY, [], in_use=False) == Due()


def test_the_proof_stays_as_long_as_a_photo_or_a_quote_is_in_use() -> None:
    late = TODAY + timedelta(days=301)
    assert on(late, in_use=True) == Due((Kept.NAMES, Kept.MONEY), in_use=True)
    assert on(TOMORROW, in_use=True) == Due((Kept.NAMES,))


@pytest.mark.parametrize("state", [DayState.DRAFT, DayState.OPEN])
def test_nothing_is_asked_before_the_day_is_closed(state: DayState) -> None:
    assert on(date(2050, 1, 1), replace(CLOSED, state=state)) == Due()


def test_without_a_date_nothing_is_asked_for() -> None:
    assert on(date(2050, 1, 1), given.workshop(state=DayState.CLOSED)) == Due()


def test_a_clock_that_went_backwards_asks_for_nothing_and_is_told_of() -> None:
    past = replace(CLOSED, names_until=date(2020, 1, 1))
    assert on(TODAY - timedelta(days=1), past) == Due(clock_is_back=True)
    assert on(TODAY, past) == Due((Kept.NAMES,))  # negative control: by the right clock it is asked for
    assert due(past, TODAY, None, ALL, in_use=False) == Due((Kept.NAMES,))


def test_a_page_that_names_somebody_or_a_photo_is_in_use() -> None:
    def issued(**more: object) -> Issued:
        fields = {"kind": "pack", "confidential": False, "people": (PersonId("a"),)} | more
        return Issued("i", 1, audience=Audience.PEOPLE, made_at="", sha256="", pages=1, **fields)  # type: ignore[arg-type]

    photo = Picture(PictureId("p"), NoteId("n"), 6, 4, "", people=(PersonId("a"),))
    assert is_in_use([photo], []) and is_in_use([], [issued()])
    assert not is_in_use([replace(photo, people=(), no_faces=True)], [])
    assert not is_in_use([], [issued(people=()), issued(confidential=True), issued(kind=COPY)])


def test_dates_are_kept_each_on_its_own() -> None:
    changed = keep_until(
        given.workshop(money_until=TODAY), {Kept.NAMES: TODAY, Kept.CONSENT: TOMORROW}, TODAY
    )
    assert until(changed) == {Kept.NAMES: TODAY, Kept.CONSENT: TOMORROW, Kept.MONEY: TODAY}


@pytest.mark.parametrize(
    ("workshop", "dates", "words"),
    [
        (given.workshop(), {Kept.MONEY: TODAY - timedelta(days=1)}, "has passed"),
        (given.workshop(change_until=TOMORROW), {Kept.NAMES: TODAY}, "change their mind"),
        (given.workshop(names_until=TOMORROW), {Kept.CONSENT: TODAY}, "at least as long as names"),
    ],
)
def test_a_date_that_breaks_what_people_were_told_is_refused(
    workshop: Workshop, dates: dict[Kept, date], words: str
) -> None:
    with pytest.raises(RuleBroken, match=words):
        keep_until(workshop, dates, TODAY)
