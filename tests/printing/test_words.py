"""Days and times as they are written on paper."""

from datetime import date

import pytest

from workshop.printing import words

MAY = date(2026, 5, 14)


def test_a_day_in_english() -> None:
    assert words.day(MAY) == "Thursday 14 May 2026"
    assert words.date_only(date(2026, 8, 14)) == "14 August 2026"


def test_the_year_is_left_out_beside_a_day_of_the_same_year_only() -> None:
    assert words.day(date(2026, 7, 9), beside=MAY) == "Thursday 9 July"
    assert words.day(date(2027, 1, 7), beside=MAY) == "Thursday 7 January 2027"


def test_a_day_in_another_language() -> None:
    with words.speaking("cy"):
        assert words.day(MAY, beside=MAY) == "Dydd Iau, 14 Mai 2026"
        assert words.clock("13:10") == "13:10"
    assert words.clock("13:10") == "1:10pm"


@pytest.mark.parametrize(
    ("time", "said"),
    [("13:10", "1:10pm"), ("13:00", "1pm"), ("00:05", "12:05am"), ("12:00", "12pm"), ("soon", "soon")],
)
def test_times_on_paper(time: str, said: str) -> None:
    assert words.clock(time) == said


def test_one_and_many() -> None:
    said = [words.n_("{n} note is not printed.", "{n} notes are not printed.", n) for n in (1, 2)]
    assert said == ["1 note is not printed.", "2 notes are not printed."]


def test_a_language_nobody_translated_is_said_in_english() -> None:
    with words.speaking("xx"):
        assert (words._("Place"), words.day(MAY)) == ("Place", "Thursday 14 May 2026")


def test_english_is_british_in_a_file() -> None:
    assert [words.bcp47(code) for code in ("", "en", "pt_BR", "ur")] == ["en-GB", "en-GB", "pt-BR", "ur"]
