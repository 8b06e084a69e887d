"""The day in short: what is said of it, and that a date in school hours is noticed while it is chosen."""

from dataclasses import replace
from datetime import date

import pytest

from tests import given
from ui.parts.plan_day import SCHOOL, detail_lines
from ui.words import words_in

EN = words_in("en")


@pytest.mark.parametrize(
    ("day", "starts", "said"),
    [(date(2026, 5, 14), "13:10", True), (date(2026, 5, 14), "18:00", False), (date(2026, 5, 16), "", False)],
)
def test_a_date_in_school_hours_is_said_in_the_plan(day: date, starts: str, said: bool) -> None:
    workshop = replace(given.workshop(), day=day, starts=starts, ends="")
    assert (("School", SCHOOL) in detail_lines(workshop, EN)) is said
