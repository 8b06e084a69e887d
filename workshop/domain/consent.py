"""May this be shown? The one gate that every name, note, picture and document passes.

A consent is an answer YES to one question, given by the person, not taken back, not expired, and
for a person under 16 with the guardian's YES beside it where a name, a picture or a recording is at
stake. No answer is a No. Whoever said no to taking part is shown nowhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workshop.domain.ids import NoteId, PersonId
from workshop.domain.kinds import AgeGroup, Item, Said
from workshop.domain.persons import Answer, Person
from workshop.domain.records import Note

# Items that show who somebody is: under 16 they need the guardian's yes as well (I07).
IDENTIFYING = frozenset(
    {
        Item.QUOTE_FIRST_NAME,
        Item.QUOTE_FULL_NAME,
        Item.PHOTO_REPORT,
        Item.PHOTO_WEB,
        Item.RECORDING,
        Item.SHARE_CONTACT,
        Item.CREDIT,
    }
)


class Standing(StrEnum):
    """How one person stands to one item today."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    TAKEN_BACK = "taken_back"
    NOT_ANSWERED = "not_answered"
    EXPIRED = "expired"
    WAITING = "waiting"  # for a parent or guardian


@dataclass(frozen=True, slots=True)
class Consents:
    """The last word of each person on each item, and their ages."""

    last: Mapping[tuple[PersonId, Item], Answer]
    ages: Mapping[PersonId, AgeGroup]

    @classmethod
    def of(cls, people: Iterable[Person], answers: Iterable[Answer]) -> "Consents":
        """The last words among all answers ever given."""
        last: dict[tuple[PersonId, Item], Answer] = {}
        for answer in sorted(answers, key=lambda a: a.order):
            last[answer.person, answer.item] = answer
        return cls(last, {person.id: person.age_group for person in people})


def standing(consents: Consents, person: PersonId, item: Item, at: date) -> Standing:
    """How `person` stands to `item` on the day `at`; somebody unknown or erased never answered."""
    answer = consents.last.get((person, item))
    if answer is None or person not in consents.ages:
        return Standing.NOT_ANSWERED
    if answer.said is not Said.YES:
        return Standing(answer.said.value)
    if answer.expires_on is not None and at > answer.expires_on:
        return Standing.EXPIRED
    if _needs_guardian(consents, person, item) and answer.guardian is not Said.YES:
        return Standing.WAITING
    return Standing.YES


def _needs_guardian(consents: Consents, person: PersonId, item: Item) -> bool:
    return item in IDENTIFYING and consents.ages[person] is AgeGroup.UNDER_16


def may_show(consents: Consents, person: PersonId, item: Item, at: date) -> bool:
    """Whether what `item` is about may be shown of `person` in something made on the day `at`."""
    return (
        standing(consents, person, Item.TAKE_PART, at) is Standing.YES
        and standing(consents, person, item, at) is Standing.YES
    )


def words_taken_back(notes: Iterable[Note], consents: Consents, at: date) -> frozenset[NoteId]:
    """The notes whose writer is known, and does not want their words used any more on the day `at`."""
    items = (Item.TAKE_PART, Item.NOTES_USED)
    return frozenset(
        note.id
        for note in notes
        if note.author is not None
        and any(standing(consents, note.author, item, at) is Standing.TAKEN_BACK for item in items)
    )
