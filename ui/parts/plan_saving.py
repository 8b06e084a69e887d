"""Keeping what somebody wrote in a field of the plan: one field, one act of the session.

A field is named by a key: "step ID title" for a step, "day sponsor" for the day itself.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from ui.parts.dates import read_date, read_time, write_date
from ui.words import Words
from workshop.domain.ids import StepId
from workshop.domain.records import Contact, Step, Workshop
from workshop.errors import RuleBroken
from workshop.session.session import Session

NAMED = ("title", "question", "day")
SCOPE = ("decided", "still_open", "not_open", "sponsor", "report_back_by")
TIMES = ("starts", "ends")
DATES = ("day", "report_back_by", "change_until")
LISTS = ("to_do", "easy", "led_by")


def step_key(step: StepId, part: str) -> str:
    """The key of a part of a step."""
    return f"step {step} {part}"


def day_key(part: str) -> str:
    """The key of a part of the day itself."""
    return f"day {part}"


def written(record: Workshop | Step, part: str, words: Words) -> str:
    """What a field shows of a record."""
    value: Any = getattr(record, part)
    if part in DATES:
        return write_date(value, words)
    if part == "ring":
        return "\n".join(", ".join((c.about, c.name, c.number)) for c in value)
    return "\n".join(value) if part in LISTS else str(value)


def save(session: Session, key: str, text: str, words: Words) -> None:
    """Keep what was written, where it is new. RuleBroken, in a plain sentence, when it cannot be that."""
    whose, *id_, part = key.split()
    record = session.day() if whose == "day" else session.get(Step, id_[0])
    if record is None or text == written(record, part, words):
        return
    value = _read(part, text, words, session.now().date())
    if whose == "step":
        session.plan.edit_step(StepId(id_[0]), **{part: value})
    elif part in NAMED:
        day = session.day()
        title, question, date_ = (value if part == name else getattr(day, name) for name in NAMED)
        session.plan.name_day(title, question, date_)
    elif part in SCOPE:
        day = replace(session.day(), **{part: value})
        session.plan.set_scope(day.decided, day.still_open, day.not_open, day.sponsor, day.report_back_by)
    else:
        session.plan.set_details(**{part: value})


def _read(part: str, text: str, words: Words, today: date) -> Any:
    if part in DATES:
        return read_date(text, words, today)
    if part in TIMES:
        return read_time(text, words)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if part == "ring":
        return [_contact(line, words) for line in lines]
    return lines if part in LISTS else text


def _contact(line: str, words: Words) -> Contact:
    parts = [part.strip() for part in line.split(",")]
    if len(parts) != 3:
        raise RuleBroken(
            words("Please write three things in a line: what about, who, the number. Nothing is lost.")
        )
    return Contact(*parts)


Save = Callable[[str, str], bool]
