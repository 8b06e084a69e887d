"""One person's arrival: which page comes after which, and what they have said so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ui.stage import Shown, Stage
from workshop.domain import plan
from workshop.domain.consent import IDENTIFYING, support_given
from workshop.domain.forms import ConsentForm
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Item, Said, Support, Voice
from workshop.domain.persons import Answer, Person
from workshop.domain.records import Step

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

# A page for the name and one for as whom come first; the web is asked on the page of the photo.
_FIRST_QUESTION = 3
_ON_THE_PAGE_OF = {Item.PHOTO_WEB: Item.PHOTO_REPORT}
# Pages on which somebody is in the middle of arriving; on that of the name only once a name is begun.
_NAME_PAGE = "arrive_name"
_NOT_IN_THE_MIDDLE = frozenset({_NAME_PAGE, "arrive_next", "arrive_done"})


@dataclass
class Arriving:
    """What the person at the screen has said. It is kept for the length of their visit only."""

    called: str = ""
    voices: tuple[Voice, ...] = ()
    here_as: Voice | None = None  # which of several voices it is today
    age: AgeGroup = AgeGroup.ADULT
    age_said: bool = False  # they chose one of the three steps
    adult: str = ""  # who looks after somebody under 18 today
    person: PersonId | None = None  # once they are in the list
    ref: str = ""
    answers: dict[Item, Said] = field(default_factory=dict)
    passed: set[Item] = field(default_factory=set)  # questions that were answered or left
    guardian_here: bool | None = None  # whether a parent or guardian can answer too
    guardian: str = ""
    guardian_said: dict[Item, Said] = field(default_factory=dict)
    more: bool = False  # they want to answer the questions as well that the screen asks of nobody
    reviewing: bool = False  # an answer is changed from the last page, and leads back there
    support: tuple[Support, ...] = ()
    supporter: str = ""
    strokes: tuple[tuple[float, ...], ...] = ()
    on_paper: bool = False
    witness: str = ""  # who heard it, where it was said out loud

    @property
    def signed(self) -> bool:
        """Whether one of the three ways to sign is chosen."""
        return bool(self.strokes or self.on_paper or self.witness)

    @property
    def young(self) -> bool:
        """Whether they said that they are under 18."""
        return self.age is not AgeGroup.ADULT


# One person at the screen


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


def hand_over(stage: Stage) -> None:
    """One person is done: nothing of them is left, and while people arrive the next one may begin."""
    step = plan.running(stage.room.all(Step))
    if step is not None and step.kind == "arrivals":
        stage.next_person()
        stage.show_people("arrive_next")
    else:
        stage.back_to_the_day()


def somebody_arrives(stage: Stage) -> bool:
    """Whether somebody is in the middle of arriving, so that nobody else gets the screen unasked."""
    page: str = stage.people.page
    if page == _NAME_PAGE:
        return bool(stage.visit.get("arrival", Arriving()) != Arriving())
    return page.startswith("arrive_") and page not in _NOT_IN_THE_MIDDLE


def take_up(visit: Arriving, person: Person, answers: Iterable[Answer]) -> None:
    """Go on with somebody who is in the list already, where they stopped. `answers` are everybody's."""
    visit.person, visit.ref, visit.voices = person.id, person.ref, person.voices
    visit.here_as, visit.age, visit.adult = person.here_as, person.age_group, person.adult
    visit.age_said = visit.young
    visit.guardian, visit.supporter = person.guardian, person.supporter
    visit.guardian_here = True if person.guardian else None
    mine = sorted((a for a in answers if a.person == person.id), key=lambda a: a.order)
    for answer in mine:
        visit.answers[answer.item] = answer.said
        visit.support = support_given(answer)
        visit.guardian_said.pop(answer.item, None)
        if answer.guardian is not None:
            visit.guardian_said[answer.item] = answer.guardian
    visit.passed = set(visit.answers)
    visit.more = not visit.passed <= {*QUESTIONS}


# Which questions


def questions(form: ConsentForm, more: bool = False) -> tuple[Item, ...]:
    """What is asked on the screen, in its order, of what this workshop asks."""
    usual = tuple(item for item in QUESTIONS if form.asks(item))
    return (*usual, *further(form)) if more else usual


def further(form: ConsentForm) -> tuple[Item, ...]:
    """What this workshop asks as well, on paper, and on the screen of those who want to answer it."""
    return tuple(words.item for words in form.items if words.asked and words.item not in QUESTIONS)


def asked(answers: dict[Item, Said], among: tuple[Item, ...] = QUESTIONS) -> tuple[Item, ...]:
    """The questions for somebody with these answers: no web without a photo."""
    photo = answers.get(Item.PHOTO_REPORT) is Said.YES
    return tuple(item for item in among if photo or item is not Item.PHOTO_WEB)


def for_a_guardian(visit: Arriving, among: tuple[Item, ...] = QUESTIONS) -> tuple[Item, ...]:
    """What a parent or guardian is asked as well: where the young person said yes, and nothing else (I07)."""
    if visit.age is not AgeGroup.UNDER_16 or visit.answers.get(Item.TAKE_PART) is not Said.YES:
        return ()
    mine = (item for item in asked(visit.answers, among) if visit.answers.get(item) is Said.YES)
    return tuple(item for item in mine if item in IDENTIFYING)


def to_record(item: Item, said: Said, answers: dict[Item, Said]) -> dict[Item, Said]:
    """What an answer changes: itself, and a yes to the web when there is no photo any more."""
    changed = {} if answers.get(item) is said else {item: said}
    if item is Item.PHOTO_REPORT and said is not Said.YES and answers.get(Item.PHOTO_WEB) is Said.YES:
        changed[Item.PHOTO_WEB] = Said.NO
    return changed


# Which pages

NAME = Shown(_NAME_PAGE)
VOICE = Shown("arrive_voice")
TODAY_AS = Shown("arrive_today_as")
AGE = Shown("arrive_age")
ADULT = Shown("arrive_adult")
GUARDIAN_HERE = Shown("arrive_guardian")
GUARDIAN_NAME = Shown("arrive_guardian_name")
FINE = Shown("arrive_fine")
SIGN = Shown("arrive_sign")


def question(item: Item) -> Shown:
    """The page of one question."""
    return Shown("arrive_question", {"item": item})


def guardian_question(item: Item) -> Shown:
    """The page on which a parent or guardian answers it too."""
    return Shown("arrive_guardian_says", {"item": item})


def pages(visit: Arriving, among: tuple[Item, ...] = QUESTIONS, asks_age: bool = False) -> tuple[Shown, ...]:
    """All pages for somebody who has said this, in their order.

    `among` is what the workshop asks; with `asks_age` everybody is asked how old they are.
    """
    first = [NAME, VOICE]
    first += [TODAY_AS] if len(visit.voices) > 1 else []
    first += [AGE] if asks_age or visit.young or visit.age_said else []
    first += [ADULT] if visit.young else []
    if visit.answers.get(Item.TAKE_PART) is not Said.YES:
        return (*first, question(Item.TAKE_PART), FINE)
    theirs = for_a_guardian(visit, among)
    last = [GUARDIAN_HERE] if theirs else []
    if theirs and visit.guardian_here:
        last += [GUARDIAN_NAME, *map(guardian_question, theirs)]
    return (*first, *map(question, asked(visit.answers, among)), *last, SIGN)


def is_open(visit: Arriving, page: Shown) -> bool:
    """Whether a page still waits for an answer; that of the signature always does."""
    item = page.given.get("item")
    if page.page == "arrive_question":
        return item not in visit.passed
    if page.page == "arrive_guardian_says":
        return item not in visit.guardian_said
    if page == GUARDIAN_NAME:
        return not visit.guardian
    return visit.guardian_here is None if page == GUARDIAN_HERE else page in (FINE, SIGN)


def after(page: Shown, visit: Arriving, among: tuple[Item, ...], asks_age: bool = False) -> Shown:
    """The page after this one; from an answer that was changed at the end, the next that is still open."""
    way = pages(visit, among, asks_age)
    if page not in way:  # the workshop asks it no more
        return next(p for p in way if is_open(visit, p))
    rest = way[way.index(page) + 1 :]
    if not visit.reviewing:
        return rest[0]
    again = guardian_question(page.given["item"]) if page.page == "arrive_question" else None
    return next(p for p in rest if p == again or is_open(visit, p))


def before(page: Shown, visit: Arriving, among: tuple[Item, ...], asks_age: bool = False) -> Shown | None:
    """The page before this one; None before the first."""
    way = pages(visit, among, asks_age)
    if visit.reviewing and SIGN in way and page != SIGN:
        return SIGN
    place = way.index(page) if page in way else way.index(VOICE) + 1
    return way[place - 1] if place else None


def stopped_at(visit: Arriving, among: tuple[Item, ...] = QUESTIONS) -> Shown:
    """Where somebody who stopped half way goes on."""
    if not visit.answers:
        return VOICE
    if visit.answers.get(Item.TAKE_PART) is not Said.YES:
        return question(Item.TAKE_PART)
    return next(page for page in pages(visit, among) if is_open(visit, page))


def page_of(page: Shown, among: tuple[Item, ...] = QUESTIONS) -> int:
    """The number of a page, from 1 to `count`: what is asked of few has the number of what it belongs to."""
    last = count(among)
    if page == NAME:
        return 1
    if page in (VOICE, TODAY_AS, AGE, ADULT):
        return 2
    if page == FINE:
        return _FIRST_QUESTION
    if page.page != "arrive_question":
        return last
    of_their_own = [q for q in among if q not in _ON_THE_PAGE_OF]
    item = page.given["item"]
    return _FIRST_QUESTION + of_their_own.index(_ON_THE_PAGE_OF.get(item, item))


def count(among: tuple[Item, ...] = QUESTIONS) -> int:
    """How many pages there are: the name, as whom, the questions, the signature."""
    return _FIRST_QUESTION + sum(item not in _ON_THE_PAGE_OF for item in among)
