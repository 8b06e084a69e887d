"""When steps begin and how long they still take: worked out from the plan and the clock."""

import pytest

from tests import given
from workshop.domain import plan
from workshop.domain.ids import StepId
from workshop.domain.kinds import StepState
from workshop.domain.records import Step, Workshop

DAY = Workshop("workshop", "Waiting", starts="13:10")
STEPS = [Step(StepId(f"s{i}"), i, "kind", "Title", minutes) for i, minutes in enumerate((25, 10, 8))]


def test_steps_begin_one_after_the_other() -> None:
    assert list(plan.times(DAY, STEPS).values()) == ["13:10", "13:35", "13:45"]


def test_what_begins_late_moves_all_that_follows() -> None:
    late = plan.start_step(STEPS, StepId("s1"), "13:40")
    assert list(plan.times(DAY, [STEPS[0], *late, STEPS[2]]).values()) == ["13:10", "13:40", "13:50"]


def test_without_a_beginning_no_times_are_said() -> None:
    assert set(plan.times(given.workshop(starts=""), STEPS).values()) == {""}


@pytest.mark.parametrize(
    ("now", "left"), [("13:40", 10), ("13:44", 6), ("13:50", 0), ("14:30", 0), ("no time", None)]
)
def test_minutes_left(now: str, left: int | None) -> None:
    (begun,) = plan.start_step(STEPS, StepId("s1"), "13:40")
    assert plan.minutes_left(begun, now) == left


def test_a_step_over_midnight() -> None:
    (begun,) = plan.start_step(STEPS, StepId("s0"), "23:50")
    assert plan.minutes_left(begun, "00:05") == 10


def test_starting_a_step_again_keeps_when_it_began() -> None:
    (begun,) = plan.start_step(STEPS, StepId("s0"), "13:10")
    assert plan.start_step([begun], StepId("s0"), "13:30") == [begun]
    assert (begun.state, plan.running([begun, STEPS[1]])) == (StepState.STARTED, begun)


@pytest.mark.parametrize("time", ["", "24:00", "13:60", "1310", "x:y", "-1:10"])
def test_what_is_no_time_of_day(time: str) -> None:
    assert plan.minutes_of(time) is None
