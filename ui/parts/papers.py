"""What the page of papers says: which papers there are, how many are needed, and for whom one can be.

Pure functions over records. Names are read here for the facilitator's own list of persons.
"""

from dataclasses import dataclass, replace
from math import ceil

from ui.bridge import Bridge
from ui.parts.print import how_long
from ui.words import LANGUAGES, Words
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Form
from workshop.domain.paper_facts import Paper
from workshop.domain.papers import OF_ONE_PERSON, Wanted
from workshop.domain.persons import Person

# The papers in the order in which a day needs them, each with its icon and its name.
PAPERS: tuple[tuple[Paper, str, str], ...] = (
    (Paper.INFORMATION, "info", "Information sheet"),
    (Paper.CONSENT, "signature", "Consent form"),
    (Paper.SIGN_IN, "list", "Who is here, to sign"),
    (Paper.BADGES, "user-round", "Badges"),
    (Paper.CLAIM, "pound-sterling", "Money slip"),
    (Paper.EQUALITY, "list-checks", "Equality sheet"),
    (Paper.SAFEGUARDING, "shield-check", "Safeguarding card"),
    (Paper.SLIP, "rotate-ccw", "Slip with the number"),
    (Paper.TAKEN_BACK, "undo-2", "What was taken back"),
    (Paper.CLAIMS_SUMMARY, "scale", "Claims in numbers"),
    (Paper.EQUALITY_SUMMARY, "users", "Equality in numbers"),
)
ONE_EACH = frozenset({Paper.INFORMATION, Paper.CONSENT, Paper.CLAIM, Paper.EQUALITY})
MAY_BE_FOR_ONE = frozenset({Paper.CONSENT, Paper.CLAIM, Paper.BADGES}) | OF_ONE_PERSON
OF_EVERYBODY = frozenset({Paper.SIGN_IN, Paper.BADGES})
SHAPES = ((Form.PLAIN, "Standard"), (Form.LARGE, "Large print"), (Form.EASY_READ, "Easy Read"))
SLIPS_ON_A_SHEET = 2
MOST_COPIES = 200


@dataclass(frozen=True)
class Choice:
    """What is chosen on the page. `names` fills lists with those who take part."""

    paper: Paper = Paper.CONSENT
    person: PersonId | None = None
    language: str = "en"
    shape: Form = Form.PLAIN
    names: bool = True

    def wanted(self, people: int) -> Wanted:
        """The paper as the session takes it; blank lists have a place for each person."""
        named = self.names and self.paper in OF_EVERYBODY
        person = self.person if self.paper in MAY_BE_FOR_ONE else None
        empty = people if self.paper in OF_EVERYBODY and not named and person is None else 0
        names = named or person is not None
        return Wanted(self.paper, person, self.language, self.shape, names, empty)

    def of(self, paper: Paper) -> "Choice":
        """The same for another paper."""
        return replace(self, paper=paper)

    @property
    def needs_somebody(self) -> bool:
        """Whether there is no such paper before somebody is chosen."""
        return self.paper in OF_ONE_PERSON and self.person is None


def begun(room: Bridge, kind: str = "", person: PersonId | None = None) -> Choice:
    """What is chosen at first: what another page asked for, else a consent form."""
    paper = Paper(kind) if kind else Paper.CONSENT
    named = any(True for _ in room.all(Person))
    language = room.workshop.language if room.workshop.language in LANGUAGES else "en"
    return Choice(paper, person, language, names=named)


def people_expected(room: Bridge) -> int:
    """How many people papers are needed for: those who are expected, or who came."""
    return max(1, room.workshop.expected, len(room.all(Person)))


def copies_at_first(choice: Choice, room: Bridge) -> int:
    """One for each person where each needs one; two blank money slips are on one sheet."""
    if choice.paper not in ONE_EACH or choice.person is not None:
        return 1
    people = min(MOST_COPIES, people_expected(room))
    one_a_sheet = choice.paper is not Paper.CLAIM or choice.shape is not Form.PLAIN
    return people if one_a_sheet else ceil(people / SLIPS_ON_A_SHEET)


def print_words(words: Words, copies: int) -> str:
    """What the large button says."""
    return words.many("Print 1 form", "Print {n} forms", copies)


def paper_needed(words: Words, pages: int, copies: int, both_sides: bool) -> str:
    """How many sheets of paper that is, and how long it takes."""
    sheets = copies * (ceil(pages / 2) if both_sides else pages)
    return f"{words.many('1 sheet', '{n} sheets', sheets)}, {how_long(sheets, words)}"


def persons(room: Bridge) -> tuple[tuple[PersonId, str], ...]:
    """Everybody in the list of arrivals by number and name, in the order of their names."""
    everybody = sorted(room.all(Person), key=lambda person: person.called.casefold())
    return tuple((person.id, f"{person.called} · {person.ref}") for person in everybody)


def name_of(room: Bridge, person: PersonId | None, words: Words) -> str:
    """Whom a paper is for."""
    found = next((text for id_, text in persons(room) if id_ == person), "")
    return found or words("Nobody: a blank form")
