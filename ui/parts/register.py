"""Who is here, as the facilitator's list shows it: one row a person, one cell a question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ui.parts.arrival import QUESTIONS, VOICES
from ui.parts.register_money import Mark, Stands
from ui.words import Words
from workshop.domain.consent import Consents, Standing, standing
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Item, Voice
from workshop.domain.names import fold
from workshop.domain.persons import Need, Person
from workshop.domain.who_is_here import is_expected, is_young, voice_of

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
    needs: tuple[Need, ...]
    leaves: str
    today: Voice | None = None  # the one voice they count with
    expected: bool = False  # came before, and has not come today yet
    young: bool = False
    adult: str = ""
    guardian: str = ""
    supporter: str = ""
    parent_told: bool = False
    whole_name: str = ""
    reached_at: str = ""
    money: Mark = Mark(Stands.ASK)

    def cell(self, item: Item) -> Cell:
        """How this person stands to one of the questions."""
        return self.cells[QUESTIONS.index(item)]


def rows(
    people: Iterable[Person],
    needs: Iterable[Need],
    consents: Consents,
    at: date,
    money: Mapping[PersonId, Mark] | None = None,
) -> list[Row]:
    """Everybody, by name; those who have not come yet after the others."""
    people, needs, money = list(people), list(needs), money or {}
    answered = {person for person, _ in consents.last}
    found = [_row(person, needs, consents, at) for person in people]
    found = [
        replace(row, expected=is_expected(person, answered), money=money.get(person.id, row.money))
        for row, person in zip(found, people, strict=True)
    ]
    return sorted(found, key=lambda row: (row.expected, fold(row.name), row.ref))


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
        tuple(need for need in needs if need.person == person.id),
        person.leaves_by,
        voice_of(person),
        young=is_young(person),
        adult=person.adult,
        guardian=person.guardian,
        supporter=person.supporter,
        parent_told=person.parent_told,
        whole_name=person.full_name,
        reached_at=person.contact,
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


@dataclass(frozen=True)
class Counts:
    """How many are here. Somebody counts once: with the voice for today, else as not said yet."""

    here: int
    expected: int
    voices: Mapping[Voice, int]
    young_carers: int
    unsaid: int


def counts(all_rows: Iterable[Row]) -> Counts:
    """The numbers beside the list."""
    everybody = list(all_rows)
    here = [row for row in everybody if not row.expected]
    voices = {voice: sum(row.today is voice for row in here) for voice in VOICES}
    young = sum(row.today is Voice.CARER and row.young for row in here)
    return Counts(len(here), len(everybody) - len(here), voices, young, len(here) - sum(voices.values()))


def here_as(row: Row, words: Words) -> str:
    """The voice for today, or all that were said: Carer, Staff."""
    voices = (row.today,) if row.today is not None else row.here_as
    return ", ".join(words(ONE_VOICE[voice]) for voice in voices)


def what_we_do(row: Row, words: Words) -> str:
    """What we do for somebody, and when they have to go."""
    before = [words("Was here before: ask again")] if row.expected else []
    leaves = [words("Leaves at {time}", time=row.leaves)] if row.leaves else []
    return ", ".join([*before, *(need.what for need in row.needs), *leaves])


def said(row: Row, words: Words) -> str:
    """The row in words, for a screen reader."""
    cells = (f"{words(h)}: {words(CELL_WORDS[c])}" for h, c in zip(HEADINGS, row.cells, strict=True))
    money = words("Expenses: {what}", what=row.money.in_short(words))
    parts = (name_of(row, words), here_as(row, words), *cells, what_we_do(row, words), money)
    return ". ".join(filter(None, parts))


def name_of(row: Row, words: Words) -> str:
    """The name, and that somebody is young: Josh, under 16."""
    if row.age is AgeGroup.ADULT:
        return row.name
    if row.age is AgeGroup.UNDER_16:
        return words("{name}, under 16", name=row.name)
    return words("{name}, 16 or 17", name=row.name)
