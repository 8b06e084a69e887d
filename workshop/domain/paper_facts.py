"""What the papers about people may say: all that printing is given for them.

A blank form needs no people. What names somebody is made by `workshop.domain.papers`, which asks
`workshop.domain.consent.may_show`; a page cannot say what it was not given.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from workshop.domain.equality import ShownTable
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Category, Form, Item, Money
from workshop.domain.records import Contact


class Paper(StrEnum):
    """The papers about people, each a document of its own."""

    INFORMATION = "information"  # before the day: who, what, where, and what is written down
    CONSENT = "consent"  # the questions, on paper
    SLIP = "slip"  # number and date to change one's mind; names nobody
    SIGN_IN = "sign_in"  # first name and any mark
    BADGES = "badges"
    CLAIM = "claim"
    CLAIMS_SUMMARY = "claims_summary"
    EQUALITY = "equality"
    EQUALITY_SUMMARY = "equality_summary"
    TAKEN_BACK = "taken_back"  # what was taken back, and the documents to call back
    SAFEGUARDING = "safeguarding"  # always blank: nothing of it is ever kept
    ERASED = "erased"  # the proof that somebody was erased
    SHREDDED = "shredded"  # the proof that everybody was


@dataclass(frozen=True, slots=True)
class DayFacts:
    """The day itself, as every paper may know it."""

    title: str
    question: str = ""
    host: str = ""
    place: str = ""
    day: date | None = None
    starts: str = ""
    ends: str = ""
    practice: bool = False
    steps: tuple[str, ...] = ()
    decided: str = ""
    still_open: str = ""
    not_open: str = ""
    sponsor: str = ""
    report_back_by: date | None = None
    led_by: tuple[str, ...] = ()
    ring: tuple[Contact, ...] = ()
    change_until: date | None = None
    names_until: date | None = None
    consent_until: date | None = None
    money_until: date | None = None


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """One consent question in its exact words; the sentence about changing one's mind stands once for all."""

    item: Item
    short: str
    question: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsentFacts:
    """The questions of one version. `until` has a place for the date; `ref` and `name` only where known.

    `young` says that the page for people under 16 goes with it: with a blank form, and with one of theirs.
    """

    version: str
    about: tuple[str, ...]
    until: str
    questions: tuple[QuestionFacts, ...]
    expires: date | None = None
    ref: str = ""
    name: str = ""
    young: bool = True


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """A number, and what was answered under it."""

    ref: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameFacts:
    """What somebody who takes part is called, and whether their photo may be taken."""

    name: str
    photo: bool = False


@dataclass(frozen=True, slots=True)
class NamesFacts:
    """Names for a list or for badges, and how many places stay empty."""

    names: tuple[NameFacts, ...] = ()
    empty: int = 0


@dataclass(frozen=True, slots=True)
class ClaimLineFacts:
    """One line of a claim; `count` is what it is worked out from: "12 mile at 0.45"."""

    money: Money
    category: Category
    what: str
    amount: Decimal
    quantity: Decimal = Decimal(1)
    each: Decimal = Decimal(0)
    unit: str = ""
    day: date | None = None
    receipt: bool = False
    no_receipt: str = ""
    prepaid: bool = False


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """One person's claim. Expenses, payments and what we paid beforehand stay three sums (I70)."""

    name: str
    ref: str
    lines: tuple[ClaimLineFacts, ...]
    expenses: Decimal
    payments: Decimal
    prepaid: Decimal
    no_payment: bool = False
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class ClaimsFacts:
    """All claims in numbers. `categories` are the money, the category and the sum of each."""

    claims: int
    categories: tuple[tuple[Money, Category, Decimal], ...]
    expenses: Decimal
    payments: Decimal
    prepaid: Decimal
    paid: int
    waiting: int
    late: int


@dataclass(frozen=True, slots=True)
class AskedFacts:
    """One equality question with its answers to tick, in broad groups or in one without a name."""

    question: str
    more: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    several: bool = False


@dataclass(frozen=True, slots=True)
class EqualityFacts:
    """The sheet of equality questions in its own words, and the tables that may be shown of the answers."""

    version: str = ""
    place: str = ""
    title: str = ""
    why: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    asked: tuple[AskedFacts, ...] = ()
    tables: tuple[ShownTable, ...] = ()


@dataclass(frozen=True, slots=True)
class IssuedFacts:
    """A document that was handed out: its number and kind, when it was made, to whom it was given.

    `made_on` is the day, `back_on` that on which it came back; `version` begins the number of its bytes.
    """

    number: int
    kind: str
    version: str
    made_on: date | None
    given_to: str = ""
    back_on: date | None = None


@dataclass(frozen=True, slots=True)
class TakenBackFacts:
    """What was taken back under a number, when, who wrote it down, and what has to be called back."""

    ref: str
    items: tuple[str, ...]
    received: date | None
    wrote_down: str = ""
    recall: tuple[IssuedFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class ErasedFacts:
    """The proof that somebody was erased. It names nobody."""

    erased_on: date
    notes_erased: int = 0
    pictures_erased: int = 0
    recall: tuple[IssuedFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class ShreddedFacts:
    """The proof that all people of a workshop were erased, their key destroyed first: how much of what."""

    shredded_on: date
    people: int = 0
    answers: int = 0
    signatures: int = 0
    pictures: int = 0
    claims: int = 0
    notes_without_words: int = 0
    recall: tuple[IssuedFacts, ...] = ()


About = (
    ConsentFacts
    | SlipFacts
    | NamesFacts
    | ClaimFacts
    | ClaimsFacts
    | EqualityFacts
    | TakenBackFacts
    | ErasedFacts
    | ShreddedFacts
)


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """One paper: which, about what day, in which language and shape; `about` is what it is filled with.

    `shows_people` are those whom it names, so that it can be called back (I04).
    """

    paper: Paper
    day: DayFacts
    language: str = "en"
    shape: Form = Form.PLAIN
    about: tuple[About, ...] = ()
    shows_people: tuple[PersonId, ...] = field(default=(), repr=False)

    @property
    def confidential(self) -> bool:
        """Whether it stays with those who keep the records: what is about somebody, and the card (I12)."""
        return bool(self.shows_people) or self.paper in _LOCKED_AWAY


_LOCKED_AWAY = frozenset(
    {Paper.CLAIMS_SUMMARY, Paper.TAKEN_BACK, Paper.SAFEGUARDING, Paper.ERASED, Paper.SHREDDED}
)
