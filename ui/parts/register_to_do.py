"""What is left to do about people, in sentences: the most pressing first, one line a person and thing."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

from ui.parts.register import Cell, Row
from ui.words import Words
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Met
from workshop.domain.who_is_here import Balance, goes_soon

AT_THE_END = "goodbye"  # the kind of step in which needs are looked back at


class Pressing(IntEnum):
    """What comes before what."""

    LEAVES = 0
    NOT_ANSWERED = 1
    ADULT = 2
    PARENT = 3
    TELL = 4
    VOICE = 5
    TAKEN_BACK = 6
    NEEDS = 7


def to_do(
    rows: Iterable[Row],
    words: Words,
    now: str = "",
    tell: Iterable[PersonId] = (),
    at_the_end: bool = False,
) -> list[str]:
    """What is left to do. `now` is the time of day, `tell` whose parents are to be told (16 and 17).

    `at_the_end` it is asked whether what people need was there, and who did not come is taken out.
    """
    rows = list(rows)
    here, told = [row for row in rows if not row.expected], {*tell}
    found = [pair for row in here for pair in _of(row, words, now, row.person in told)]
    sentences = [sentence for _, sentence in sorted(found, key=lambda pair: pair[0])]
    return sentences + ([*_needs(here, words), *_not_come(rows, words)] if at_the_end else [])


def _of(row: Row, words: Words, now: str, tell: bool) -> list[tuple[Pressing, str]]:
    said, name = [], row.name
    if goes_soon(row.leaves, now):
        early = words(
            "{name} leaves at {time}: vote early, notes later on paper.", name=name, time=row.leaves
        )
        said.append((Pressing.LEAVES, early))
    if all(cell is Cell.OPEN for cell in row.cells):
        said.append((Pressing.NOT_ANSWERED, words("{name} has not answered yet.", name=name)))
    if Cell.WAITING in row.cells:
        said.append((Pressing.PARENT, words("{name}: we need a parent’s yes as well.", name=name)))
    if row.young and not row.adult:
        who = words("{name} is under 18. Who looks after them today?", name=name)
        said.append((Pressing.ADULT, who))
    if tell:
        said.append((Pressing.TELL, words("{name} is 16 or 17. Please tell a parent.", name=name)))
    if len(row.here_as) > 1 and row.today is None:
        said.append((Pressing.VOICE, words("{name} said more than one. As whom today?", name=name)))
    if Cell.TAKEN_BACK in row.cells:
        said.append((Pressing.TAKEN_BACK, words("{name} took something back.", name=name)))
    return said


def _needs(here: Sequence[Row], words: Words) -> list[str]:
    """Whether what people need was there, as one line for all: it is asked in private."""
    waiting = sum(need.met is Met.OPEN for row in here for need in row.needs)
    if not waiting:
        return []
    return [words.many("Please ask: was it there? 1 need.", "Please ask: was it there? {n} needs.", waiting)]


def _not_come(rows: Sequence[Row], words: Words) -> list[str]:
    """Of somebody who came before, and not today, nothing has to be kept."""
    count = sum(row.expected for row in rows)
    if not count:
        return []
    return [
        words.many(
            "{n} did not come again. Please erase them.", "{n} did not come again. Please erase them.", count
        )
    ]


def of_balance(balance: Balance, words: Words) -> tuple[str, str]:
    """The two numbers in words, and what to do when staff outnumber the others ("" when they do not)."""
    told = words("Lived experience {lived}, staff {staff}.", lived=balance.lived, staff=balance.staff)
    if not balance.staff_outnumber:
        return told, ""
    return told, words("There are more staff. Please let others speak first.")
