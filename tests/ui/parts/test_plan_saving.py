"""Each field of the plan is read as what it is, and kept by one act."""

from datetime import date
from pathlib import Path

import pytest

from tests.session.given import session
from ui.parts.plan_saving import DATES, LISTS, NAMED, SCOPE, TIMES, day_key, save, step_key, written
from ui.words import words_in
from workshop.domain.records import Contact, Step, Workshop
from workshop.errors import RuleBroken
from workshop.session.session import Session

EN = words_in("en")


@pytest.fixture
def open_day(tmp_path: Path) -> Session:
    """A practice workshop with a plan."""
    made = session(tmp_path / "day")
    made.plan.create("A day", template="half-day")
    return made


@pytest.mark.parametrize(
    ("part", "text", "kept"),
    [
        ("title", "Leaving hospital", "Leaving hospital"),
        ("question", "What matters?", "What matters?"),
        ("day", "14 May 2026", date(2026, 5, 14)),
        ("decided", "The ward moves.", "The ward moves."),
        ("report_back_by", "9/7/2026", date(2026, 7, 9)),
        ("starts", "1.10 pm", "13:10"),
        ("led_by", "Leanne\n\n Ruth ", ("Leanne", "Ruth")),
        ("ring", "About today, Ruth, 01632 960 155", (Contact("About today", "Ruth", "01632 960 155"),)),
        ("change_until", "14 August 2026", date(2026, 8, 14)),
        ("quiet_room", "Room 2", "Room 2"),
    ],
)
def test_a_part_of_the_day_is_kept(part: str, text: str, kept: object, open_day: Session) -> None:
    before = open_day.day()
    save(open_day, day_key(part), text, EN)
    after = open_day.day()
    assert getattr(after, part) == kept
    others = [name for name in Workshop.__slots__ if name != part]
    assert [getattr(after, name) for name in others] == [getattr(before, name) for name in others]
    assert len(open_day.last_acts(9)) == 2  # planned, and this


@pytest.mark.parametrize("part", ["title", "prompt", "how", "say", "to_do", "easy"])
def test_a_part_of_a_step_is_kept(part: str, open_day: Session) -> None:
    step = open_day.all(Step)[2]
    save(open_day, step_key(step.id, part), "Other words", EN)
    kept = open_day.all(Step)[2]
    assert written(kept, part, EN) == "Other words"


def test_what_is_not_new_is_no_act(open_day: Session) -> None:
    save(open_day, day_key("starts"), "13:10", EN)
    acts = open_day.last_acts(9)
    for part in ("title", "starts", "ring", "day"):
        save(open_day, day_key(part), written(open_day.day(), part, EN), EN)
    assert open_day.last_acts(9) == acts


@pytest.mark.parametrize(
    ("part", "text", "words"),
    [
        ("day", "31 February", "no such day"),
        ("ends", "late", "no such time"),
        ("ring", "Ruth 01632 960 155", "three things in a line"),
        ("title", "", "a title"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    part: str, text: str, words: str, open_day: Session
) -> None:
    before = open_day.day()
    with pytest.raises(RuleBroken, match=words):
        save(open_day, day_key(part), text, EN)
    assert open_day.day() == before


def test_the_parts_named_here_are_parts_of_the_records() -> None:
    of_the_day = {*NAMED, *SCOPE, *TIMES, *DATES, "led_by"}
    assert of_the_day <= set(Workshop.__slots__)
    assert set(LISTS) - {"led_by"} <= set(Step.__slots__)
