"""Who is here, as the facilitator's list shows it: one row a person, one cell a question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ui.parts.arrival import QUESTIONS, VOICES
from ui.words import Words
from workshop.domain.consent import Consents, Standing, standing
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Item, Voice
from workshop.domain.names import fold
from workshop.domain.persons import Answer, Need, Person

# The words above the columns, in the order of the questions.
HEADINGS = ("Take part", "Words", "Photo", "Web", "Name", "Contact")
ONE_VOICE = {
    Voice.USES_SERVICES: "Uses services",
    Voice.CARER: "Carer",
    Voice.STAFF: "Staff",
    Voice.OTHER: "Other",
}
AGES = {
    AgeGroup.UNDER_16: "Under 16",
    AgeGroup.AGED_16_17: "16 or 17",
    AgeGroup.ADULT: "18 or over",
}


class Cell(StrEnum):
    """How one person stands to one question. Only YES lets anything be shown."""

    YES = "yes"
    NO = "no"
    OPEN = "open"  # not answered, not sure, or too long ago: counts as No
    WAITING = "waiting"  # for a parent
    TAKEN_BACK = "taken_back"
    NOT_COUNTED = "not_counted"  # a yes, or one that waits, of somebody who does not take part


CELL_WORDS = {
    Cell.YES: "Yes",
    Cell.NO: "No",
    Cell.OPEN: "Not answered, counts as No",
    Cell.WAITING: "Waiting for a parent",
    Cell.TAKEN_BACK: "Taken back",
    Cell.NOT_COUNTED: "Not counted",
}
_CELLS = {
    Standing.YES: Cell.YES,
    Standing.NO: Cell.NO,
    Standing.WAITING: Cell.WAITING,
    Standing.TAKEN_BACK: Cell.TAKEN_BACK,
}


@dataclass(frozen=True)
class Row:
    """One person. `cells` are in the order of the questions."""

    person: PersonId
    name: str
    ref: str
    here_as: tuple[Voice, ...]
    age: AgeGroup
    cells: tuple[Cell, ...]
    needs: tuple[str, ...]
    leaves: str

    def cell(self, item: Item) -> Cell:
        """How this person stands to one of the questions."""
        return self.cells[QUESTIONS.index(item)]


def rows(people: Iterable[Person], needs: Iterable[Need], answers: Iterable[Answer], at: date) -> list[Row]:
    """Everybody, by name."""
    people, needs = list(people), list(needs)
    consents = Consents.of(people, answers)
    found = [_row(person, needs, consents, at) for person in people]
    return sorted(found, key=lambda row: (fold(row.name), row.ref))


def _row(person: Person, needs: Sequence[Need], consents: Consents, at: date) -> Row:
    stands = {item: standing(consents, person.id, item, at) for item in QUESTIONS}
    if stands[Item.PHOTO_REPORT] is Standing.NO and stands[Item.PHOTO_WEB] is Standing.NOT_ANSWERED:
        stands[Item.PHOTO_WEB] = Standing.NO  # without a photo the web is not asked
    return Row(
        person.id,
        person.called,
        person.ref,
        person.voices,
        person.age_group,
        _cells(stands),
        tuple(need.what for need in needs if need.person == person.id),
        person.leaves_by,
    )


def _cells(stands: Mapping[Item, Standing]) -> tuple[Cell, ...]:
    """As the gate decides: without a yes to taking part no other yes counts, though it stays kept."""
    cells = tuple(_CELLS.get(stands[item], Cell.OPEN) for item in QUESTIONS)
    if stands[Item.TAKE_PART] is Standing.YES:
        return cells
    return tuple(Cell.NOT_COUNTED if cell in (Cell.YES, Cell.WAITING) else cell for cell in cells)


def found(all_rows: Iterable[Row], words: str) -> list[Row]:
    """The rows whose name or slip number begins like this; all where nothing is looked for."""
    wanted = fold(words).strip()
    return [r for r in all_rows if fold(r.name).startswith(wanted) or fold(r.ref).startswith(wanted)]


def counts(all_rows: Sequence[Row]) -> dict[Voice, int]:
    """How many are here as what; somebody who said two things is counted in both."""
    return {voice: sum(voice in row.here_as for row in all_rows) for voice in VOICES}


def here_as(row: Row, words: Words) -> str:
    """Such as: Carer, Staff."""
    return ", ".join(words(ONE_VOICE[voice]) for voice in row.here_as)


def what_we_do(row: Row, words: Words) -> str:
    """What we do for somebody, and when they have to go."""
    leaves = [words("Leaves at {time}", time=row.leaves)] if row.leaves else []
    return ", ".join([*row.needs, *leaves])


def said(row: Row, words: Words) -> str:
    """The row in words, for a screen reader."""
    cells = (f"{words(h)}: {words(CELL_WORDS[c])}" for h, c in zip(HEADINGS, row.cells, strict=True))
    return ". ".join(filter(None, (row.name, here_as(row, words), *cells, what_we_do(row, words))))


def to_do(all_rows: Iterable[Row], words: Words) -> list[str]:
    """What is left to ask, one sentence a person, the most pressing first."""
    sentences: list[tuple[int, str]] = []
    for row in all_rows:
        if all(cell is Cell.OPEN for cell in row.cells):
            sentences.append((0, words("{name} has not answered yet.", name=row.name)))
        elif Cell.WAITING in row.cells:
            sentences.append((1, words("{name}: we need a parent’s yes as well.", name=row.name)))
        elif Cell.TAKEN_BACK in row.cells:
            sentences.append((2, words("{name} took something back.", name=row.name)))
    return [sentence for _, sentence in sorted(sentences, key=lambda pair: pair[0])]
