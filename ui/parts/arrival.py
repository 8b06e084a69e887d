"""One person's arrival: which page comes after which, and what they have said so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ui.stage import Stage
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item, Said, Voice
from workshop.domain.persons import Answer, Person

# The questions, in the order of the columns of the facilitator's list.
QUESTIONS = (
    Item.TAKE_PART,
    Item.NOTES_USED,
    Item.PHOTO_REPORT,
    Item.PHOTO_WEB,
    Item.QUOTE_FIRST_NAME,
    Item.CONTACT_RESULTS,
)
ICONS = {
    Item.TAKE_PART: "users",
    Item.NOTES_USED: "quote",
    Item.PHOTO_REPORT: "camera",
    Item.PHOTO_WEB: "megaphone",
    Item.QUOTE_FIRST_NAME: "user",
    Item.QUOTE_FULL_NAME: "signature",
    Item.RECORDING: "volume-2",
    Item.CONTACT_RESULTS: "phone",
    Item.INVITE_AGAIN: "mail",
    Item.SHARE_CONTACT: "users",
    Item.CREDIT: "star",
}
VOICES = {
    Voice.USES_SERVICES: ("user-round", "People who use services"),
    Voice.CARER: ("hand-helping", "Carers"),
    Voice.STAFF: ("stethoscope", "Staff"),
    Voice.OTHER: ("users", "Others"),
}

# Name, here as, five questions, signature. The web is asked on the page of the photo, after a yes.
PAGES = 8
_FIRST_QUESTION = 3
_ON_THE_PAGE_OF = {Item.PHOTO_WEB: Item.PHOTO_REPORT}
# Pages on which somebody is in the middle of arriving; on that of the name only once a name is begun.
_NAME_PAGE = "arrive_name"
_IN_THE_MIDDLE = frozenset({"arrive_voice", "arrive_question", "arrive_fine", "arrive_sign", "arrive_heard"})


@dataclass
class Arriving:
    """What the person at the screen has said. It is kept for the length of their visit only."""

    called: str = ""
    voices: tuple[Voice, ...] = ()
    person: PersonId | None = None  # once they are in the list
    ref: str = ""
    answers: dict[Item, Said] = field(default_factory=dict)
    reviewing: bool = False  # an answer is changed from the last page, and leads back there
    strokes: tuple[tuple[float, ...], ...] = ()
    on_paper: bool = False
    witness: str = ""  # who heard it, where it was said out loud

    @property
    def signed(self) -> bool:
        """Whether one of the three ways to sign is chosen."""
        return bool(self.strokes or self.on_paper or self.witness)


def arriving(stage: Stage) -> Arriving:
    """The arrival of the person at the screen; a new one where none has begun."""
    found = stage.visit.setdefault("arrival", Arriving())
    assert isinstance(found, Arriving)
    return found


def begin_arrival(stage: Stage) -> None:
    """Give the people's screen to the next person who arrives."""
    stage.next_person()
    stage.visit["arrival"] = Arriving()
    stage.show_people(_NAME_PAGE)
    if stage.one_screen:
        stage.to_people()


def somebody_arrives(stage: Stage) -> bool:
    """Whether somebody is in the middle of arriving, so that nobody else gets the screen unasked."""
    begun = stage.visit.get("arrival", Arriving()) != Arriving()
    return stage.people.page in _IN_THE_MIDDLE or (stage.people.page == _NAME_PAGE and begun)


def take_up(visit: Arriving, person: Person, answers: Iterable[Answer]) -> None:
    """Go on with somebody who is in the list already, where they stopped. `answers` are everybody's."""
    visit.person, visit.ref, visit.voices = person.id, person.ref, person.voices
    mine = sorted((a for a in answers if a.person == person.id), key=lambda a: a.order)
    visit.answers = {answer.item: answer.said for answer in mine}


def stopped_at(answers: dict[Item, Said]) -> Item | None:
    """The first question without an answer, or taking part where that was no yes; None after the last."""
    if answers.get(Item.TAKE_PART) is not Said.YES:
        return Item.TAKE_PART
    return next((item for item in asked(answers) if item not in answers), None)


def asked(answers: dict[Item, Said]) -> tuple[Item, ...]:
    """The questions for somebody with these answers: no web without a photo."""
    photo = answers.get(Item.PHOTO_REPORT) is Said.YES
    return tuple(item for item in QUESTIONS if photo or item is not Item.PHOTO_WEB)


def after(item: Item, answers: dict[Item, Said]) -> Item | None:
    """The question after this one; None after the last."""
    questions = asked(answers)
    place = questions.index(item) + 1
    return questions[place] if place < len(questions) else None


def before(item: Item, answers: dict[Item, Said]) -> Item | None:
    """The question before this one; None before the first."""
    earlier = [q for q in asked(answers) if QUESTIONS.index(q) < QUESTIONS.index(item)]
    return earlier[-1] if earlier else None


def page_of(item: Item) -> int:
    """The number of the page of a question, from 1 to PAGES."""
    of_their_own = [q for q in QUESTIONS if q not in _ON_THE_PAGE_OF]
    return _FIRST_QUESTION + of_their_own.index(_ON_THE_PAGE_OF.get(item, item))


def to_record(item: Item, said: Said, answers: dict[Item, Said]) -> dict[Item, Said]:
    """What an answer changes: itself, and a yes to the web when there is no photo any more."""
    changed = {} if answers.get(item) is said else {item: said}
    if item is Item.PHOTO_REPORT and said is not Said.YES and answers.get(Item.PHOTO_WEB) is Said.YES:
        changed[Item.PHOTO_WEB] = Said.NO
    return changed
