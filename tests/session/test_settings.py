"""The settings of this computer as values: the number, its tries and waits, the looks, the copies."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from tests.given import NOW
from workshop.errors import RuleBroken
from workshop.session import settings
from workshop.session.settings import Answer, Looks, Settings, Tries, check_number


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path))
    return tmp_path


FULL = Settings(
    people_screen="HDMI-1",
    desk=Looks("large", calm=True),
    people=Looks("largest", contrast=True, language="ur"),
    speech_speed=0.8,
    number="hash",
    pad=Tries(2, 1, "2026-03-05T13:10:15"),
    keys=Tries(1),
    passphrase=Tries(3),
    copies={"Leaving hospital": "2026-03-05T13:30"},
)


def test_settings_come_back_as_they_were() -> None:
    assert settings.load() == Settings()
    settings.save(FULL)
    assert settings.load() == FULL


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("people_screen", 7),
        ("desk", "large"),
        ("speech_speed", "fast"),
        ("number", None),
        ("pad", []),
        ("copies", {"a": 1}),
    ],
)
def test_one_bad_value_spoils_no_other(home: Path, name: str, bad: Any) -> None:
    settings.save(FULL)
    kept = json.loads((home / "settings.json").read_text())
    (home / "settings.json").write_text(json.dumps(kept | {name: bad}))
    expected = {} if name == "copies" else getattr(Settings(), name)
    assert settings.load() == replace(FULL, **{name: expected})


def test_a_text_size_that_nobody_knows_is_as_on_a_new_computer(home: Path) -> None:
    (home / "settings.json").write_text(json.dumps({"desk": {"text_size": "huge", "calm": True}}))
    assert settings.load().desk == Looks("standard", calm=True)


def test_the_number_is_chosen_and_known_again() -> None:
    chosen = Settings().with_number("2468")
    assert "2468" not in repr(chosen) and "2468" not in chosen.number
    assert check_number(chosen, "2468", NOW) == (chosen, Answer.RIGHT)
    assert check_number(chosen, "2469", NOW)[1] is Answer.WRONG


@pytest.mark.parametrize("number", ["", "123", "1234567890123", "12a4", "١٢٣٤", "12 34"])
def test_a_number_of_too_few_places_or_none_at_all_is_refused(number: str) -> None:
    with pytest.raises(RuleBroken):
        Settings().with_number(number)


def wrong(times: int, start: Settings, now: datetime = NOW, *, by_keys: bool = False) -> Settings:
    for _ in range(times):
        start, answer = check_number(start, "0000", now, by_keys=by_keys)
        assert answer is Answer.WRONG
    return start


def test_after_five_wrong_tries_even_the_right_number_has_to_wait() -> None:
    chosen = Settings().with_number("2468")
    closed = wrong(5, chosen)
    assert closed.pad.wait(NOW) == 15
    assert check_number(closed, "2468", NOW) == (closed, Answer.CLOSED)
    later = NOW + timedelta(seconds=15)
    assert closed.pad.wait(later) == 0
    assert check_number(closed, "2468", later) == (chosen, Answer.RIGHT)


def test_without_five_wrong_tries_nothing_is_closed() -> None:
    assert wrong(4, Settings().with_number("2468")).pad.wait(NOW) == 0


def test_the_wait_doubles_each_time_and_a_start_does_not_shorten_it() -> None:
    now, state, waits = NOW, Settings().with_number("2468"), []
    for _ in range(10):
        state = wrong(5, state, now)
        settings.save(state)
        state = settings.load()
        waits.append(state.pad.wait(now))
        now += timedelta(seconds=waits[-1])
    assert waits == [15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600]


def test_nobody_at_the_screen_can_lock_the_real_keys() -> None:
    closed = wrong(5, Settings().with_number("2468"))
    assert check_number(closed, "2468", NOW, by_keys=True)[1] is Answer.RIGHT
    assert check_number(wrong(5, closed, by_keys=True), "2468", NOW, by_keys=True)[1] is Answer.CLOSED


@for_all(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)), st.integers(0, 40))
def test_a_clock_that_is_set_wrong_never_closes_the_pad_for_longer_than_its_wait(
    at: datetime, waits: int
) -> None:
    tries = Tries(0, waits, NOW.isoformat())
    assert 0 <= tries.wait(at) <= 3600


@pytest.mark.parametrize("kept", ["soon", "2026-03-05T13:20:00+01:00"])
def test_a_time_that_cannot_be_read_closes_nothing(kept: str) -> None:
    assert Tries(0, 1, kept).wait(NOW) == 0


def test_a_number_can_be_forgotten_and_a_copy_remembered() -> None:
    assert FULL.without_number() == replace(FULL, number="", pad=Tries(), keys=Tries())
    copied = FULL.copied("The clinic", NOW)
    assert copied.copies == {"Leaving hospital": "2026-03-05T13:30", "The clinic": "2026-03-05T13:10"}
    assert copied.last_copy == "2026-03-05T13:30"
    assert Settings().last_copy == ""
