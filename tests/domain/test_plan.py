"""The plan of the day: when it may open and close, and its steps in order."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from tests import given
from tests.given import TODAY
from workshop.domain import plan
from workshop.domain.ids import StepId
from workshop.domain.kinds import DayState, StepState
from workshop.domain.records import Step
from workshop.errors import RuleBroken

READY = given.workshop(still_open="the garden", not_open="the budget", sponsor="Ruth", report_back_by=TODAY)
OPEN = replace(READY, state=DayState.OPEN)


def steps(*states: StepState) -> list[Step]:
    return [Step(StepId(f"step-{i}"), i, "talk", f"Step {i}", state=state) for i, state in enumerate(states)]


def test_a_day_opens_when_all_is_said() -> None:
    assert plan.open_day(READY) == OPEN


@pytest.mark.parametrize(
    ("part", "empty", "words"),
    [
        ("still_open", "", "what is open"),
        ("not_open", "", "what is not open"),
        ("sponsor", "", "who will answer"),
        ("report_back_by", None, "by when they answer"),
    ],
)
def test_a_day_does_not_open_while_something_is_unsaid(part: str, empty: str | None, words: str) -> None:
    with pytest.raises(RuleBroken, match=f"Please say {words}. Nothing was changed"):
        plan.open_day(replace(READY, **{part: empty}))  # type: ignore[arg-type]


def test_all_that_is_missing_is_said_at_once() -> None:
    with pytest.raises(RuleBroken, match="what is open, what is not open, who will answer, by when"):
        plan.open_day(given.workshop())


@pytest.mark.parametrize("state", [DayState.OPEN, DayState.CLOSED])
def test_a_day_opens_once(state: DayState) -> None:
    with pytest.raises(RuleBroken, match="has begun already"):
        plan.open_day(replace(READY, state=state))


def test_a_day_closes_with_a_next_date_or_a_reason() -> None:
    with_date = plan.close_day(OPEN, TODAY, "10:00", "", TODAY)
    assert with_date == replace(OPEN, state=DayState.CLOSED, next_date=TODAY, next_time="10:00")
    without = plan.close_day(OPEN, None, "", " The service closes. ", TODAY)
    assert without == replace(OPEN, state=DayState.CLOSED, no_next_reason="The service closes.")


def test_a_day_does_not_close_without_either() -> None:
    for reason in ("", "no reason", "    .     "):
        with pytest.raises(RuleBroken, match="next date, or the reason"):
            plan.close_day(OPEN, None, "", reason, TODAY)
    with pytest.raises(RuleBroken, match="next date has passed"):
        plan.close_day(OPEN, TODAY - timedelta(days=1), "", "", TODAY)
    with pytest.raises(RuleBroken, match="closed already"):
        plan.close_day(replace(OPEN, state=DayState.CLOSED), TODAY, "", "", TODAY)


def test_one_step_runs_at_a_time() -> None:
    before = steps(StepState.STARTED, StepState.PLANNED, StepState.FINISHED)
    assert plan.start_step(before, StepId("step-1")) == [
        replace(before[0], state=StepState.FINISHED),
        replace(before[1], state=StepState.STARTED),
    ]
    assert plan.start_step(before, StepId("step-0")) == [before[0]]


@given_any(st.integers(1, 8), st.integers(0, 7), st.integers(-3, 12))
def test_a_moved_step_stands_where_it_was_put_and_the_others_keep_their_order(
    count: int, which: int, to: int
) -> None:
    before = steps(*[StepState.PLANNED] * count)
    step = before[which % count]
    moved = plan.move_step(before, step.id, to)
    assert [s.position for s in moved] == list(range(count))
    assert moved[max(0, min(to, count - 1))].id == step.id
    assert [s.id for s in moved if s.id != step.id] == [s.id for s in before if s.id != step.id]


@given_any(st.integers(0, 8), st.integers(-3, 12))
def test_a_step_put_in_stands_where_it_was_put_and_the_others_keep_their_order(count: int, at: int) -> None:
    before = steps(*[StepState.PLANNED] * count)
    new = Step(StepId("new"), 0, "talk", "New")
    after = plan.put_in(before, new, at)
    assert [s.position for s in after] == list(range(count + 1))
    assert after[max(0, min(at, count))].id == new.id
    assert [s.id for s in after if s.id != new.id] == [s.id for s in before]


def test_moving_a_step_that_is_not_there_moves_none() -> None:
    before = steps(StepState.PLANNED, StepState.PLANNED)
    assert plan.move_step(before, StepId("nothing"), 0) == before
