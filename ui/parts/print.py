"""What the print page says: how many sheets, what is on them, what is left out and why, what is erased when.

Pure functions over records and `Facts`; nothing here holds a name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from weakref import WeakKeyDictionary

from ui.bridge import Bridge
from ui.words import Words
from workshop.domain import gate, seen
from workshop.domain.facts import Facts, LeftOut
from workshop.domain.persons import Person

SECONDS_A_SHEET = 4
SHEET, PACK = "one-sheet", "pack"


@dataclass
class PrintMemory:
    """What the facilitator counted in the room; kept while the workshop is open, in no file."""

    wanted: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("today", "later", "large", "no"), 0)
    )
    large: bool = False


_MEMORIES: WeakKeyDictionary[Bridge, PrintMemory] = WeakKeyDictionary()


def memory_of(room: Bridge) -> PrintMemory:
    """The memory of an open workshop."""
    return _MEMORIES.setdefault(room, PrintMemory())


def sheets_for(room: Bridge) -> int:
    """How many sheets: one for each person who came, else for each who was expected, at least one."""
    return len(room.all(Person)) or room.workshop.expected or 1


def how_long(sheets_of_paper: int, words: Words) -> str:
    """About how long a printer takes for this much paper."""
    minutes = max(1, ceil(sheets_of_paper * SECONDS_A_SHEET / 60))
    return words.many("about 1 minute", "about {n} minutes", minutes)


def on_the_sheet(facts: Facts, words: Words) -> tuple[str, ...]:
    """What is on the sheet to take home, line by line."""
    lines = [words("the promises, with name and date")]
    if facts.cannots:
        lines.append(words("what we cannot do, and why"))
    lines.append(words("who to ring"))
    if facts.next_date is not None:
        lines.append(words("we meet again on {day}", day=words.date(facts.next_date)))
    else:
        lines.append(words("why there is no next date"))
    return tuple(lines)


def left_out_in_short(left: Sequence[LeftOut], words: Words) -> tuple[str, ...]:
    """Such as ("2 names", "3 notes")."""
    names = sum(one.count for one in left if one.what == gate.NAMES_ELSEWHERE)
    notes = sum(one.count for one in left if one.what != gate.NAMES_ELSEWHERE)
    said = [words.many("1 name", "{n} names", names)] if names else []
    return (*said, *([words.many("1 note", "{n} notes", notes)] if notes else []))


_WHY = {
    gate.NEVER_TURNED_OVER: ("Notes nobody turned over", "The writer did not show them. They stay unread."),
    gate.PUT_AWAY: ("Notes that were put away", "You hid them today. Each has its reason."),
    gate.NOT_AGREED: (
        "Notes without a yes",
        "The writer said no, or took the yes back. Nobody has to say why.",
    ),
    gate.NAMES_IN_NOTES: (
        "Notes that may show somebody",
        "Nobody has looked at them yet. Look, then keep them or leave them out.",
    ),
    seen.PICTURES_NOT_LOOKED_AT: (
        "Pictures",
        "Nobody has looked at them yet. Look, and say who can be seen.",
    ),
    seen.PICTURES_NOT_AGREED: (
        "Pictures with people on them",
        "Somebody on them did not say yes. The words of the note are printed.",
    ),
    gate.NAMES_ELSEWHERE: (
        "Names of people",
        "They did not say yes to a printed name. We print the role instead.",
    ),
}


def what_and_why(left: LeftOut, words: Words) -> tuple[str, str]:
    """What is left out, and why, in words for people."""
    what, why = _WHY[left.what]
    return words(what), words(why)


def erased_when(room: Bridge, words: Words) -> tuple[tuple[str, str], ...]:
    """What is kept, and until when: three things apart."""
    day = room.workshop
    return (
        (words("Names leave the notes"), _or_not_yet(day.names_until, words)),
        (words("Proof of consent: while a photo is used"), _or_not_yet(day.consent_until, words)),
        (words("Money"), _or_not_yet(day.money_until, words)),
    )


def _or_not_yet(day: date | None, words: Words) -> str:
    return words.date(day, year=True) if day else words("not said yet")
