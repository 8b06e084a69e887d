"""The plan of the day: its steps, and when a day may open and close."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from workshop.domain.ids import StepId
from workshop.domain.kinds import DayState, StepState
from workshop.domain.records import Step, Workshop
from workshop.domain.words import tidy
from workshop.errors import RuleBroken


def open_day(workshop: Workshop) -> Workshop:
    """The day, begun. What is open, what is not, who answers and by when has to be said first."""
    if workshop.state is not DayState.DRAFT:
        raise RuleBroken("This day has begun already. Nothing was changed.")
    needed = {
        "what is open": workshop.still_open,
        "what is not open": workshop.not_open,
        "who will answer": workshop.sponsor,
        "by when they answer": workshop.report_back_by,
    }
    missing = [words for words, value in needed.items() if not value]
    if missing:
        raise RuleBroken(f"The day cannot begin yet. Please say {', '.join(missing)}. Nothing was changed.")
    return replace(workshop, state=DayState.OPEN)


def close_day(
    workshop: Workshop, next_date: date | None, next_time: str, reason: str, today: date
) -> Workshop:
    """The day, ended, with a next date or a written reason why there is none."""
    if workshop.state is DayState.CLOSED:
        raise RuleBroken("This day is closed already. Nothing was changed.")
    reason = tidy(reason)
    if next_date is None and len(reason) < 10:
        raise RuleBroken(
            "People need a next date, or the reason why there is none. Nothing was changed. Please give one."
        )
    if next_date is not None and next_date < today:
        raise RuleBroken("The next date has passed. Nothing was changed. Please choose a later date.")
    return replace(
        workshop, state=DayState.CLOSED, next_date=next_date, next_time=next_time, no_next_reason=reason
    )


def start_step(steps: Sequence[Step], step: StepId, at: str = "") -> list[Step]:
    """The step, started `at` this time of day; the one that was running is finished."""
    running = [
        replace(s, state=StepState.FINISHED) for s in steps if s.state is StepState.STARTED and s.id != step
    ]
    begun = [s if s.state is StepState.STARTED else _begun(s, at) for s in steps if s.id == step]
    return running + begun


def _begun(step: Step, at: str) -> Step:
    return replace(step, state=StepState.STARTED, started_at=at)


def running(steps: Iterable[Step]) -> Step | None:
    """The step that people are at."""
    return next((s for s in steps if s.state is StepState.STARTED), None)


def minutes_of(time: str) -> int | None:
    """Minutes since midnight of a time of day such as "13:10"; None for anything else."""
    hours, colon, minutes = time.partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60):
        return None
    return int(hours) * 60 + int(minutes)


def time_of(minutes: int) -> str:
    """The time of day, such as "13:10", that many minutes after midnight."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def times(workshop: Workshop, steps: Sequence[Step]) -> dict[StepId, str]:
    """When each step begins: as it did, or as it will when every step takes its minutes."""
    at = minutes_of(workshop.starts)
    found = {}
    for step in steps:
        begun = minutes_of(step.started_at)
        at = begun if begun is not None else at
        found[step.id] = "" if at is None else time_of(at)
        at = None if at is None else at + step.minutes
    return found


def minutes_left(step: Step, now: str) -> int | None:
    """Whole minutes until the step's time is over, 0 when it is; None when nobody can say."""
    begun, present = minutes_of(step.started_at), minutes_of(now)
    if begun is None or present is None or not step.minutes:
        return None
    return max(0, step.minutes - (present - begun) % (24 * 60))


def put_in(steps: Sequence[Step], step: Step, position: int) -> list[Step]:
    """All steps in their new places, with one more among them; `position` is clamped to the plan."""
    at = max(0, min(position, len(steps)))
    return [replace(s, position=i) for i, s in enumerate([*steps[:at], step, *steps[at:]])]


def move_step(steps: Sequence[Step], step: StepId, position: int) -> list[Step]:
    """All steps in their new places; `position` counts from 0 and is clamped to the plan."""
    others = [s for s in steps if s.id != step]
    moved = [s for s in steps if s.id == step]
    return put_in(others, moved[0], position) if moved else others
