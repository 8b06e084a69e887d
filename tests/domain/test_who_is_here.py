"""Who is here and who needs looking after: school hours, times to leave, the voice somebody counts with."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Voice
from workshop.domain.persons import Person
from workshop.domain.who_is_here import (
    balance,
    goes_soon,
    here,
    in_school_hours,
    is_young,
    minutes_until,
    time_said,
    voice_of,
)

AMINA = Person(PersonId("a"), "K417", "Amina", voices=(Voice.CARER,))
THURSDAY, SATURDAY = date(2026, 5, 14), date(2026, 5, 16)


@pytest.mark.parametrize(
    ("day", "starts", "ends", "school"),
    [
        (THURSDAY, "13:10", "15:40", True),
        (THURSDAY, "15:29", "17:00", True),
        (THURSDAY, "15:30", "17:00", False),
        (THURSDAY, "07:30", "09:00", False),
        (THURSDAY, "07:30", "09:01", True),
        (THURSDAY, "18:00", "20:00", False),
        (THURSDAY, "", "", True),  # no time yet: any hour
        (THURSDAY, "16:00", "", False),
        (THURSDAY, "", "08:30", False),
        (THURSDAY, "soon", "later", True),
        (SATURDAY, "10:00", "12:00", False),
        (date(2026, 5, 15), "10:00", "12:00", True),
        (date(2026, 5, 17), "10:00", "12:00", False),
        (None, "10:00", "12:00", False),
    ],
)
def test_school_hours(day: date | None, starts: str, ends: str, school: bool) -> None:
    assert in_school_hours(day, starts, ends) is school


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("15:05", "15:05"),
        ("15.05", "15:05"),
        ("9:30", "09:30"),
        ("", ""),
        ("after lunch", "after lunch"),
        ("when my lift comes", "when my lift comes"),
        ("25:00", None),
        ("12:60", None),
        ("99.99", None),
    ],
)
def test_when_somebody_leaves(written: str, kept: str | None) -> None:
    assert time_said(written) == kept


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_is_kept_as_itself(hour: int, minute: int) -> None:
    said = time_said(f"{hour}.{minute:02}")
    assert said == f"{hour:02}:{minute:02}" and time_said(said) == said


def test_somebody_goes_soon_in_the_last_half_hour() -> None:
    assert [goes_soon("15:05", now) for now in ("14:34", "14:35", "15:05", "15:06")] == [
        False,
        True,
        True,
        False,
    ]
    assert (minutes_until("15:05", "15:10"), minutes_until("after lunch", "15:10")) == (-5, None)
    assert not goes_soon("after lunch", "12:00") and not goes_soon("15:05", "")


def test_one_voice_counts() -> None:
    both = replace(AMINA, voices=(Voice.CARER, Voice.STAFF))
    assert (voice_of(AMINA), voice_of(both), voice_of(replace(AMINA, voices=()))) == (Voice.CARER, None, None)
    assert voice_of(replace(both, here_as=Voice.STAFF)) is Voice.STAFF


@given(st.lists(st.sets(st.sampled_from(Voice)), max_size=9))
def test_everybody_counts_once_in_the_balance(said: list[set[Voice]]) -> None:
    people = [
        replace(AMINA, id=PersonId(str(n)), voices=tuple(sorted(voices))) for n, voices in enumerate(said)
    ]
    found = balance(people)
    assert found.lived + found.staff + found.other + found.undecided == len(people)
    assert found.staff_outnumber is (found.staff > found.lived)


def test_who_came_before_is_here_once_they_have_answered() -> None:
    again = replace(AMINA, id=PersonId("b"), regular=True)
    assert here([AMINA, again], set()) == [AMINA]
    assert here([AMINA, again], {again.id}) == [AMINA, again]


def test_young_is_under_18() -> None:
    assert [is_young(replace(AMINA, age_group=age)) for age in AgeGroup] == [True, True, False]
