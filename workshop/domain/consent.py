"""May this be shown? The one gate that every name, note, picture and document passes.

A consent is an answer YES to one question, given by the person to words that are kept, not taken back,
not expired, and for a person under 16 with the guardian's YES beside it where a name, a picture or a
recording is at stake. No answer is a No, and so is what a workshop does not ask. Whoever said no to
taking part is shown nowhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workshop.domain.forms import FormWords, switched_off
from workshop.domain.ids import NoteId, PersonId
from workshop.domain.kinds import AgeGroup, Item, Said, Support
from workshop.domain.persons import Answer, Person, Wording
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
    """The last word of each person on each item, their ages, the words that are kept, what is not asked."""

    last: Mapping[tuple[PersonId, Item], Answer]
    ages: Mapping[PersonId, AgeGroup]
    kept: frozenset[tuple[str, Item]] = frozenset()  # hash of the words, and the question they put
    off: frozenset[Item] = frozenset()

    @classmethod
    def of(
        cls,
        people: Iterable[Person],
        answers: Iterable[Answer],
        wordings: Iterable[Wording] = (),
        forms: Iterable[FormWords] = (),
    ) -> "Consents":
        """The last words among all answers ever given. Without the `wordings` no yes counts."""
        last: dict[tuple[PersonId, Item], Answer] = {}
        for answer in sorted(answers, key=lambda a: a.order):
            last[answer.person, answer.item] = answer
        ages = {person.id: person.age_group for person in people}
        kept = frozenset((wording.id, wording.item) for wording in wordings)
        return cls(last, ages, kept, switched_off(forms))


def standing(consents: Consents, person: PersonId, item: Item, at: date) -> Standing:
    """How `person` stands to `item` on the day `at`; somebody unknown or erased never answered."""
    answer = consents.last.get((person, item))
    if person not in consents.ages:
        return Standing.NOT_ANSWERED
    if answer is not None and answer.said is not Said.YES:
        return Standing(answer.said.value)
    if item in consents.off:
        return Standing.NO
    if answer is None or (answer.text_hash, item) not in consents.kept:
        return Standing.NOT_ANSWERED  # nobody knows any more what was asked, or something else was
    if answer.expires_on is not None and at > answer.expires_on:
        return Standing.EXPIRED
    if _needs_guardian(consents, person, item):
        return _with_guardian(answer.guardian)
    return Standing.YES


def _with_guardian(said: Said | None) -> Standing:
    """How a yes stands beside the word of the guardian; "not sure" leaves it waiting."""
    if said in (None, Said.UNSURE):
        return Standing.WAITING
    return Standing.YES if said is Said.YES else Standing.NO


def _needs_guardian(consents: Consents, person: PersonId, item: Item) -> bool:
    return item in IDENTIFYING and consents.ages[person] is AgeGroup.UNDER_16


def may_show(consents: Consents, person: PersonId, item: Item, at: date) -> bool:
    """Whether what `item` is about may be shown of `person` in something made on the day `at`."""
    return (
        standing(consents, person, Item.TAKE_PART, at) is Standing.YES
        and standing(consents, person, item, at) is Standing.YES
    )


def words_taken_back(notes: Iterable[Note], consents: Consents, at: date) -> frozenset[NoteId]:
    """The notes whose writer is known, and does not want their words used (any more) on the day `at`.

    Whoever was not asked yet has taken nothing back: their words stay on the board of the room, and wait
    for a yes before they are printed.
    """
    items, said = (Item.TAKE_PART, Item.NOTES_USED), {Standing.TAKEN_BACK, Standing.NO, Standing.UNSURE}
    return frozenset(
        note.id
        for note in notes
        if note.author is not None
        and any(
            (note.author, item) in consents.last and standing(consents, note.author, item, at) in said
            for item in items
        )
    )


def parents_to_tell(people: Iterable[Person], rule: bool) -> tuple[PersonId, ...]:
    """Who is 16 or 17, and no parent knows yet that they are here: where the host's `rule` asks for it.

    It is something to do, and changes nothing about what may be shown: they decide themselves.
    """
    if not rule:
        return ()
    return tuple(p.id for p in people if p.age_group is AgeGroup.AGED_16_17 and not p.parent_told)


def support_given(answer: Answer) -> tuple[Support, ...]:
    """What was done so that somebody could decide. Free words of an older file say none of these."""
    known = {one.value: one for one in Support}
    return tuple(known[said] for said in answer.support if said in known)


def years_later(day: date, years: int) -> date:
    """The same day some years on, when a yes ends; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
