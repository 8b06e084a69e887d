"""The step of the day as people see it: which, what is asked, and how long there is, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ui.words import Words
from workshop.domain import plan
from workshop.domain.kinds import StepState
from workshop.domain.records import Step, Workshop

ARRIVALS = "arrivals"  # not counted as a step of the day: people come when they come


@dataclass(frozen=True)
class StepShown:
    """What the bar above the board says. `share_left` is 0 to 1; texts are "" where nobody can say."""

    number: int
    count: int
    where: str
    title: str
    question: str
    how: str
    time_left: str
    share_left: float
    next_time: str


def counted(steps: Sequence[Step]) -> list[Step]:
    """The steps that are counted: all but the arrivals."""
    return [step for step in steps if step.kind != ARRIVALS]


def shown(workshop: Workshop, steps: Sequence[Step], now: datetime, words: Words) -> StepShown:
    """The step that is running, or the first that is still to come."""
    day = counted(steps)
    running = plan.running(steps)
    step = running or next((s for s in day if s.state is StepState.PLANNED), None)
    number = day.index(step) + 1 if step in day else 0
    left = plan.minutes_left(running, f"{now:%H:%M}") if running else None
    return StepShown(
        number,
        len(day),
        words("Step {n} of {m}", n=number, m=len(day)) if number else "",
        step.title if step else workshop.title,
        (step.prompt or step.title) if step else workshop.title,
        step.how if step else "",
        time_left(left, words),
        0.0 if left is None or running is None else left / running.minutes,
        next_time(workshop, steps, words),
    )


def time_left(minutes: int | None, words: Words) -> str:
    """Time left in words; never in figures that run."""
    if minutes is None:
        return ""
    if minutes == 0:
        return words("The time is over. Take what you need.")
    return words.many("About 1 minute left", "About {n} minutes left", minutes)


def next_time(workshop: Workshop, steps: Sequence[Step], words: Words) -> str:
    """The next thing that has a time of day: the tea if it is still to come, else the step that follows."""
    times = plan.times(workshop, steps)
    running = plan.running(steps)
    after = steps if running is None else steps[[s.id for s in steps].index(running.id) + 1 :]
    coming = [s for s in after if s.state is StepState.PLANNED and times[s.id]]
    tea = next((s for s in coming if s.kind == "break"), None)
    following = tea or next(iter(coming), None)
    if following is None:
        return ""
    return words("{what} at {time}", what=following.title, time=times[following.id])
