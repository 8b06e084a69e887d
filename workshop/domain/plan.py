"""The plan of the day: its steps, and when a day may open and close."""

from collections.abc import Sequence
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


def start_step(steps: Sequence[Step], step: StepId) -> list[Step]:
    """The step, started; the one that was running is finished."""
    running = [
        replace(s, state=StepState.FINISHED) for s in steps if s.state is StepState.STARTED and s.id != step
    ]
    return running + [replace(s, state=StepState.STARTED) for s in steps if s.id == step]


def move_step(steps: Sequence[Step], step: StepId, position: int) -> list[Step]:
    """All steps in their new places; `position` counts from 0 and is clamped to the plan."""
    others = [s for s in steps if s.id != step]
    moved = [s for s in steps if s.id == step]
    at = max(0, min(position, len(others)))
    return [replace(s, position=i) for i, s in enumerate(others[:at] + moved + others[at:])]
