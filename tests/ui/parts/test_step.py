"""The step as people see it: which, what, and how long, in words."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests import given
from ui.parts import step
from ui.words import Words
from workshop.domain import plan
from workshop.domain.ids import StepId
from workshop.domain.kinds import StepState
from workshop.domain.records import Step

ENGLISH = Words("en")
DAY = given.workshop(starts="13:10", question="What matters?")
KINDS = (("arrivals", 25), ("welcome", 10), ("writing", 8), ("break", 20), ("vote", 15))
STEPS = [
    Step(StepId(kind), i, kind, kind.title(), minutes, prompt="" if i < 2 else f"Ask about {kind}?")
    for i, (kind, minutes) in enumerate(KINDS)
]


def at(started: str, since: str) -> list[Step]:
    changed = {s.id: s for s in plan.start_step(STEPS, StepId(started), since)}
    before = [s.id for s in STEPS].index(StepId(started))
    steps = [replace(s, state=StepState.FINISHED) if i < before else s for i, s in enumerate(STEPS)]
    return [changed.get(s.id, s) for s in steps]


def seen(started: str, since: str, now: str) -> step.StepShown:
    moment = datetime.fromisoformat(f"2026-05-14T{now}")
    return step.shown(DAY, at(started, since), moment, ENGLISH)


def test_arrivals_are_not_counted() -> None:
    shown = seen("writing", "13:45", "13:48")
    assert (shown.where, shown.question, shown.time_left) == (
        "Step 2 of 4",
        "Ask about writing?",
        "About 5 minutes left",
    )
    assert shown.share_left == pytest.approx(5 / 8)
    assert shown.next_time == "Break at 13:53"


def test_a_tea_that_is_over_is_not_announced() -> None:
    assert seen("vote", "14:20", "14:21").next_time == ""


def test_a_step_without_a_question_is_called_by_its_title() -> None:
    assert seen("welcome", "13:35", "13:36").question == "Welcome"


@pytest.mark.parametrize(
    ("now", "words"),
    [("13:52", "About 1 minute left"), ("14:30", "The time is over. Take what you need.")],
)
def test_time_is_said_in_words_and_never_runs_out_loud(now: str, words: str) -> None:
    assert seen("writing", "13:45", now).time_left == words


def test_before_the_day_the_question_of_the_day_is_shown() -> None:
    shown = step.shown(DAY, [], datetime(2026, 5, 14, 13, 0), ENGLISH)
    assert (shown.where, shown.question, shown.time_left, shown.next_time) == (
        "",
        "The new waiting room",
        "",
        "",
    )
