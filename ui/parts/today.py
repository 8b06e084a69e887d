"""The day as people see it at the door and in the breaks: its steps in pictures, and what is where."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ui.words import Words
from workshop.domain import plan
from workshop.domain.kinds import StepState
from workshop.domain.records import Step, Workshop
from workshop.domain.words import join_words

# Each picture stands for one kind of step or more: people see the day in a few pictures.
_PICTURES = (
    (("welcome",), "door-open", "Welcome"),
    (("writing", "share"), "pencil-line", "Write what matters"),
    (("groups",), "group", "Put notes together"),
    (("ideas",), "lightbulb", "Find ideas"),
    (("break", "vote", "result"), "coffee", "Tea, and vote"),
    (("promises",), "heart-handshake", "What we will do"),
    (("goodbye",), "printer", "Take a page home"),
)
_NOT_SHOWN = "arrivals"


class Where(StrEnum):
    """Where the day stands at a picture."""

    BEHIND = "behind"
    HERE = "here"
    TO_COME = "to_come"


@dataclass(frozen=True)
class Picture:
    """A part of the day. `at` is the time of day, "" where nobody can say."""

    icon: str
    text: str
    at: str
    where: Where


@dataclass(frozen=True)
class Fact:
    """Something to know about the day or the place."""

    icon: str
    what: str
    how: str


def pictures(workshop: Workshop, steps: Sequence[Step], words: Words) -> list[Picture]:
    """The steps of the plan in pictures; steps next to each other with one picture are one."""
    times = plan.times(workshop, steps)
    parts: list[tuple[int, list[Step]]] = []
    for step in steps:
        if step.kind == _NOT_SHOWN:
            continue
        kind = _kind_of(step)
        if parts and kind is not None and parts[-1][0] == kind:
            parts[-1][1].append(step)
        else:
            parts.append((-1 if kind is None else kind, [step]))
    return [_picture(kind, together, times[together[0].id], words) for kind, together in parts]


def _kind_of(step: Step) -> int | None:
    return next((i for i, (kinds, _, _) in enumerate(_PICTURES) if step.kind in kinds), None)


def _picture(kind: int, steps: Sequence[Step], at: str, words: Words) -> Picture:
    icon, text = ("users", steps[0].title) if kind < 0 else (_PICTURES[kind][1], words(_text(kind, steps)))
    return Picture(icon, text, at, _where(steps))


def _text(kind: int, steps: Sequence[Step]) -> str:
    """Tea alone is tea, a vote alone is a vote."""
    kinds = {step.kind for step in steps}
    if "break" in _PICTURES[kind][0] and not {"break", "vote"} <= kinds:
        return "Tea" if "break" in kinds else "Vote" if "vote" in kinds else "What we chose"
    return _PICTURES[kind][2]


def _where(steps: Sequence[Step]) -> Where:
    states = {step.state for step in steps}
    if StepState.STARTED in states:
        return Where.HERE
    return Where.BEHIND if states == {StepState.FINISHED} else Where.TO_COME


def who_helps(workshop: Workshop, words: Words) -> str:
    """The day's name, and who is here to help."""
    title = f"{workshop.title}."
    if not workshop.led_by:
        return title
    if len(workshop.led_by) == 1:
        return f"{title} {words('{name} is here to help.', name=workshop.led_by[0])}"
    names = join_words(workshop.led_by) if words.language == "en" else ", ".join(workshop.led_by)
    return f"{title} {words('{names} are here to help.', names=names)}"


def facts(workshop: Workshop, steps: Sequence[Step], words: Words) -> list[Fact]:
    """Tea, the end, toilets and the quiet room, as far as somebody has said them."""
    times = plan.times(workshop, steps)
    tea = next((times[step.id] for step in steps if step.kind == "break"), "")
    end = _end(workshop, steps)
    known = [
        Fact("coffee", words("Tea"), tea),
        Fact("clock", words("We end"), words("at {time}", time=end) if end else ""),
        Fact("toilet", words("Toilets"), workshop.toilets),
        Fact("armchair", words("Quiet room"), workshop.quiet_room),
    ]
    return [fact for fact in known if fact.how]


def _end(workshop: Workshop, steps: Sequence[Step]) -> str:
    """The end that was said, or that of the last step."""
    last = steps[-1] if steps else None
    begins = plan.minutes_of(plan.times(workshop, steps)[last.id]) if last else None
    if workshop.ends or last is None or begins is None:
        return workshop.ends
    return plan.time_of(begins + last.minutes)
