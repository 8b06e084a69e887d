"""How workshops and times are told at home: a state in words, a day, a wait. No widgets here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ui.words import Words
from workshop.domain.kinds import DayState
from workshop.session.library import Closed, Seen, Summary, Template

HALF_HOUR = 30

ANY_ICON = "list-checks"


@dataclass(frozen=True)
class Chip:
    """A state in words with its icon and colour; `kind` is a colour of the look."""

    text: str
    icon: str
    kind: str  # leaf, amber, harbour or edge


def state_of(words: Words, seen: Seen) -> Chip:
    """How a workshop stands, in two or three words."""
    if isinstance(seen, Closed):
        if seen.locked:
            return Chip(words("Another passphrase"), "lock", "edge")
        return Chip(words("Cannot be read"), "file-warning", "amber")
    if seen.promises_due:
        due = words.many("{n} promise due", "{n} promises due", seen.promises_due)
        return Chip(due, "flag", "amber")
    if seen.state is not DayState.CLOSED:
        begun = seen.state is DayState.OPEN
        return Chip(words("Not finished") if begun else words("Not begun"), "circle-dashed", "edge")
    if seen.answered:
        return Chip(words("Reported back"), "check-check", "leaf")
    if seen.names_gone:
        return Chip(words("Names taken out"), "shield-check", "harbour")
    if seen.packs:
        return Chip(words("Pack printed"), "printer", "harbour")
    return Chip(words("Finished"), "check", "leaf")


def title_of(seen: Seen) -> str:
    """What a workshop is called; one that cannot be looked into by its folder."""
    return seen.title if isinstance(seen, Summary) else seen.folder.name


def about(words: Words, seen: Seen) -> str:
    """The day and how many people came, such as: Thu 23 Apr · 11 people."""
    if isinstance(seen, Closed):
        return words("Locked") if seen.locked else words("Please look at it")
    people = words.many("{n} person", "{n} people", seen.people) if seen.people else ""
    day = words.short_day(seen.day) if seen.day else words("No day yet")
    return " · ".join(part for part in (day, people) if part)


def for_today(seen: Sequence[Seen], today: date) -> Summary | None:
    """The workshop to carry on with: today's own, or one that has begun and is not finished."""
    there = [s for s in seen if isinstance(s, Summary) and s.state is not DayState.CLOSED]
    of_today = [s for s in there if s.day == today]
    begun = [s for s in there if s.state is DayState.OPEN]
    undated = [s for s in there if s.day is None]
    return next(iter([*of_today, *begun, *undated]), None)


def where_it_is(words: Words, at: Summary) -> str:
    """The step that was reached, in a sentence."""
    if at.step:
        return words("You are at step {n} of {m}: {title}", n=at.step, m=at.steps, title=at.step_title)
    if at.state is DayState.DRAFT:
        return words("The plan is not finished yet.") if not at.steps else words("The day has not begun.")
    return words("The day has begun.")


def long_of(words: Words, minutes: int) -> str:
    """About how long a plan takes: 2½ hours, rounded to half hours."""
    halves = max(1, round(minutes / HALF_HOUR))
    hours, half = divmod(halves, 2)
    if not hours:
        return words("Half an hour.")
    if half:
        return words("{n}½ hours.", n=hours)
    return words.many("{n} hour.", "{n} hours.", hours)


def about_template(words: Words, template: Template) -> str:
    """A plan in a line: what for, and how long."""
    return " ".join(
        part
        for part in (words(template.about) if template.about else "", long_of(words, template.minutes))
        if part
    )


def moment(words: Words, iso: str, now: datetime, *, seconds: bool = False) -> str:
    """A kept time as people say it: 14:03 today, else with its day; "" where there is none."""
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    clock = f"{at:%H:%M:%S}" if seconds else words.clock(at)
    return clock if at.date() == now.date() else f"{words.short_day(at.date())} {clock}"


def wait_in_words(words: Words, seconds: int) -> str:
    """How long to wait, in words that do not run: in 15 seconds, in 2 minutes."""
    if seconds > 90:
        return words.many("in {n} minute", "in {n} minutes", (seconds + 59) // 60)
    fives = max(5, (seconds + 4) // 5 * 5)
    return words("in {n} seconds", n=fives)
