"""The plan as a facilitator reads it: each step in a line, the day in a sentence, the kinds of steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.parts.step import ARRIVALS, counted
from ui.words import Words
from workshop.domain import plan
from workshop.domain.ids import StepId
from workshop.domain.kinds import StepState
from workshop.domain.records import Step, Workshop


@dataclass(frozen=True)
class StepKind:
    """A kind of step: its icon, what it is called, what happens in it, how long it usually takes."""

    icon: str
    name: str
    about: str
    minutes: int


KINDS = {
    "arrivals": StepKind("door-open", "Arrivals", "Tea, names and choices", 20),
    "welcome": StepKind("users", "Welcome", "What is open today", 10),
    "writing": StepKind("eye-off", "Quiet writing", "Each alone, notes face down", 8),
    "share": StepKind("speech", "Hear every note", "Read out, one by one", 15),
    "groups": StepKind("group", "Put notes together", "Move and name", 15),
    "ideas": StepKind("lightbulb", "Ideas", "From groups to ideas", 15),
    "break": StepKind("coffee", "Tea", "A break for everybody", 20),
    "vote": StepKind("vote", "Vote", "Secret, with dots", 15),
    "result": StepKind("equal", "What we chose", "Look, then talk", 10),
    "promises": StepKind("heart-handshake", "Promises", "Who, by when, how we know", 20),
    "goodbye": StepKind("printer", "Goodbye", "One sheet each", 15),
}
_OTHER = StepKind("users", "Step", "", 10)
_ASKS = frozenset({"writing", "groups", "ideas", "vote", "promises"})  # people need a question there


@dataclass(frozen=True)
class StepLine:
    """One step in the list. `time` is "" where nobody can say when it begins."""

    id: StepId
    time: str
    icon: str
    title: str
    second: str
    minutes: str
    state: StepState


def kind_of(step: Step) -> StepKind:
    """The kind of a step; a step of a kind that we do not know is simply a step."""
    return KINDS.get(step.kind, _OTHER)


def needs_question(step: Step) -> bool:
    """Whether people would not know what to do, because the step has no question."""
    return step.kind in _ASKS and not step.prompt


def lines(workshop: Workshop, steps: Sequence[Step], words: Words) -> list[StepLine]:
    """The steps from arrivals to goodbye, each with the time of day at which it begins."""
    times = plan.times(workshop, steps)
    return [
        StepLine(
            step.id,
            times[step.id],
            kind_of(step).icon,
            step.title,
            words("No question yet") if needs_question(step) else words(kind_of(step).about),
            words("{n} min", n=step.minutes),
            step.state,
        )
        for step in steps
    ]


def number_of(step: Step, steps: Sequence[Step], words: Words) -> str:
    """Such as "Step 3"; arrivals are not counted."""
    day = counted(steps)
    return words("Step {n}", n=day.index(step) + 1) if step in day else words("Arrivals")


def day_in_words(workshop: Workshop, steps: Sequence[Step], words: Words) -> str:
    """Such as "13:10 to 15:40 · arrivals and 8 steps"."""
    parts = [when(workshop, steps, words)] if steps else []
    if not steps:
        parts.append(words("No steps yet"))
    elif any(step.kind == ARRIVALS for step in steps):
        n = len(counted(steps))
        parts.append(words.many("arrivals and 1 step", "arrivals and {n} steps", n))
    else:
        parts.append(words.many("1 step", "{n} steps", len(steps)))
    return " · ".join(part for part in parts if part)


def when(workshop: Workshop, steps: Sequence[Step], words: Words) -> str:
    """From when to when the day goes, or how long where no start is said."""
    starts, long = plan.minutes_of(workshop.starts), minutes_of_day(steps)
    if starts is None:
        return length_in_words(long, words)
    return words("{start} to {end}", start=plan.time_of(starts), end=plan.time_of(starts + long))


def minutes_of_day(steps: Sequence[Step]) -> int:
    """How long all steps take together."""
    return sum(step.minutes for step in steps)


def length_in_words(minutes: int, words: Words) -> str:
    """Such as "2 hours 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [words.many("1 hour", "{n} hours", hours)] if hours else []
    if rest or not hours:
        parts.append(words.many("1 minute", "{n} minutes", rest))
    return " ".join(parts)


def late_words(workshop: Workshop, steps: Sequence[Step], words: Words) -> str:
    """What to know when the steps take longer than the day does; "" when they fit."""
    starts, ends = plan.minutes_of(workshop.starts), plan.minutes_of(workshop.ends)
    if starts is None or ends is None or not steps:
        return ""
    over = starts + minutes_of_day(steps) - ends
    if over <= 0:
        return ""
    return words.many(
        "The steps take 1 minute longer than the day.",
        "The steps take {n} minutes longer than the day.",
        over,
    )


def scope_missing(workshop: Workshop, words: Words) -> list[str]:
    """What has to be said before the day can start."""
    needed = (
        (words("what is open"), workshop.still_open),
        (words("what is not open"), workshop.not_open),
        (words("who will answer"), workshop.sponsor),
        (words("by when they answer"), workshop.report_back_by),
    )
    return [what for what, said in needed if not said]
