"""Dates are read as people write them, and written in words, in every language of the screens."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.parts.dates import read_date, read_time, write_date
from ui.words import LANGUAGES, words_in
from workshop.errors import RuleBroken

TODAY = date(2026, 5, 14)
EN = words_in("en")


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)), st.sampled_from(sorted(LANGUAGES)))
def test_what_is_written_is_read_back(day: date, language: str) -> None:
    words = words_in(language)
    assert read_date(write_date(day, words), words, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "14 August 2026",
        "14 aug 2026",
        "14 Aug. 2026",
        " 14  August,  2026 ",
        "14th August 2026",
        "2026-08-14",
        "14/8/2026",
        "14.08.26",
        "14 - 8 - 2026",
        "14 August",
        "Friday 14 August",
        "Fri, 14 August 2026",
    ],
)
def test_one_day_is_written_in_many_ways(text: str) -> None:
    assert read_date(text, EN, TODAY) == date(2026, 8, 14)


def test_without_a_year_it_is_the_next_such_day() -> None:
    assert read_date("14 May", EN, TODAY) == TODAY
    assert read_date("13 May", EN, TODAY) == date(2027, 5, 13)
    assert read_date("29 February", EN, TODAY) == date(2028, 2, 29)


def test_nothing_is_no_date() -> None:
    assert read_date("  ", EN, TODAY) is None
    assert write_date(None, EN) == ""


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2026",
        "30 February",
        "32/1/2026",
        "1/13/2026",
        "0 May",
        "2026-13-01",
        "soon",
        "May",
        "14",
        "14 Mai x",
    ],
)
def test_a_day_that_there_is_not_is_said_in_one_calm_sentence(text: str) -> None:
    with pytest.raises(RuleBroken, match="We know no such day. Nothing is lost. .* 14 May 2026"):
        read_date(text, EN, TODAY)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_none_or_refused(text: str) -> None:
    try:
        found = read_date(text, EN, TODAY)
    except RuleBroken:
        return
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize(
    ("text", "time"),
    [("13:10", "13:10"), ("13.10", "13:10"), ("1310", "13:10"), (" 9 ", "09:00"), ("9:05", "09:05")]
    + [("1:10 pm", "13:10"), ("12 AM", "00:00"), ("12:30pm", "12:30"), ("", "")],
)
def test_a_time_is_written_in_many_ways(text: str, time: str) -> None:
    assert read_time(text, EN) == time


@pytest.mark.parametrize("text", ["24:00", "13:60", "noon", "1:10:00", "-1"])
def test_a_time_that_there_is_not_is_said_in_one_calm_sentence(text: str) -> None:
    with pytest.raises(RuleBroken, match="We know no such time. Nothing is lost."):
        read_time(text, EN)
