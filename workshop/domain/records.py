"""What a workshop is made of: frozen records, each with a table and a scope.

Record      Scope   One row is
Workshop    board   the day itself (there is exactly one)
Step        board   one step of the plan
Note        board   one sticky note
Group       board   a named area that notes are put into
Membership  board   one note in one group (a note may lie in several)
Idea        board   an idea card, made from notes and groups
Round       board   one vote: question, rules, options
Result      board   what a closed round may show
Decision    board   the answer given to one idea
Promise     board   what somebody will do, by when, and how we will know
Update      board   one later word on a promise
Cannot      board   what we cannot do now, and why
Response    board   what the sponsor answered to a theme
Person, Need, Answer, Signature, Issued: scope person, in `workshop.domain.persons`

Ballots are no records: they live in the sealed box (`workshop.storage.ballots`).
Dates are `datetime.date`; times of day are texts such as "13:10"; positions on the board are
in board units (one note is 212 wide). Ids are opaque.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from workshop.domain.ids import (
    DecisionId,
    GroupId,
    IdeaId,
    MembershipId,
    NoteId,
    OptionId,
    PersonId,
    PromiseId,
    RoundId,
    StepId,
)
from workshop.domain.kinds import (
    DayState,
    GroupKind,
    Method,
    NoteKind,
    NoteSource,
    NoteState,
    OwnerKind,
    PromiseStatus,
    Reply,
    RoundState,
    Scope,
    SponsorAnswer,
    StepState,
    TieRule,
)
from workshop.domain.persons import Answer, Issued, Need, Person, Signature


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to ring: what about, who, and the number as people dial it."""

    about: str
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Workshop:
    """The day itself."""

    table: ClassVar[str] = "workshop"
    scope: ClassVar[Scope] = Scope.BOARD
    id: str
    title: str
    question: str = ""
    host: str = ""
    place: str = ""
    day: date | None = None
    starts: str = ""
    ends: str = ""
    template: str = ""
    language: str = "en"
    practice: bool = False
    state: DayState = DayState.DRAFT
    decided: str = ""
    still_open: str = ""
    not_open: str = ""
    sponsor: str = ""
    report_back_by: date | None = None
    led_by: tuple[str, ...] = ()
    ring: tuple[Contact, ...] = ()
    change_until: date | None = None
    next_date: date | None = None
    next_time: str = ""
    no_next_reason: str = ""
    expected: int = 0
    writing_hidden: bool = False
    finished: int = 0
    came: int = 0  # how many people, counted when the day closes
    toilets: str = ""
    quiet_room: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the plan.

    People see `prompt` (the question) and `how` (how it is done). `say` and `to_do` are for the
    facilitator only, `easy` is `say` in three short lines. `started_at` is the time of day at which
    the step began, "" before.
    """

    table: ClassVar[str] = "step"
    scope: ClassVar[Scope] = Scope.BOARD
    id: StepId
    position: int
    kind: str
    title: str
    minutes: int = 0
    prompt: str = ""
    say: str = ""
    state: StepState = StepState.PLANNED
    how: str = ""
    to_do: tuple[str, ...] = ()
    easy: tuple[str, ...] = ()
    started_at: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One sticky note. `number` is never used again (I21); `author` only where the writer chose it."""

    table: ClassVar[str] = "note"
    scope: ClassVar[Scope] = Scope.BOARD
    id: NoteId
    number: int
    text: str
    kind: NoteKind = NoteKind.MATTERS
    x: float = 0.0
    y: float = 0.0
    source: NoteSource = NoteSource.TYPED
    language: str = ""
    translation: str = ""
    author: PersonId | None = None
    state: NoteState = NoteState.SHOWN
    withheld_reason: str = ""
    names_checked: bool = False
    helper: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A named area of the board. `position` is its place in the printed pack."""

    table: ClassVar[str] = "note_group"
    scope: ClassVar[Scope] = Scope.BOARD
    id: GroupId
    name: str
    position: int
    kind: GroupKind = GroupKind.OWN
    x: float = 0.0
    y: float = 0.0
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Membership:
    """One note in one group; `position` is its place there."""

    table: ClassVar[str] = "membership"
    scope: ClassVar[Scope] = Scope.BOARD
    id: MembershipId
    note: NoteId
    group: GroupId
    position: int


@dataclass(frozen=True, slots=True)
class Idea:
    """An idea card; `origin` holds ids of the notes and groups it came from (I53)."""

    table: ClassVar[str] = "idea"
    scope: ClassVar[Scope] = Scope.BOARD
    id: IdeaId
    number: int
    title: str
    what: str = ""
    who_benefits: str = ""
    cost: str = ""
    effort: str = ""
    origin: tuple[str, ...] = ()
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be voted for. Its words are locked when the round opens (I32)."""

    id: OptionId
    number: int
    title: str
    what: str = ""
    source: str = ""  # id of the idea, group or note it stands for


@dataclass(frozen=True, slots=True)
class Round:
    """One vote. A ballot holds at most `dots` dots, at most `most_per_option` on one option."""

    table: ClassVar[str] = "round"
    scope: ClassVar[Scope] = Scope.BOARD
    id: RoundId
    number: int
    question: str
    criterion: str
    options: tuple[Option, ...]
    method: Method = Method.DOTS
    dots: int = 3
    most_per_option: int = 2
    by_voice: bool = False
    threshold: int = 5
    tie_rule: TieRule = TieRule.SHARED
    places: int = 0
    state: RoundState = RoundState.OPEN
    cancelled_reason: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What a closed round may show, in option order; no ballot and no pattern of one is kept.

    `supporters` and `not_clear` are empty when there were too few ballots to show them;
    `voices` are the headings of `by_voice`, a row an option, None where a cell may not be shown.
    """

    table: ClassVar[str] = "result"
    scope: ClassVar[Scope] = Scope.BOARD
    id: str
    round: RoundId
    counted: bool
    ballots: int
    on_paper: int = 0
    spoiled: int = 0
    dots_used: int = 0
    totals: tuple[int, ...] = ()
    supporters: tuple[int, ...] = ()
    not_clear: tuple[int, ...] = ()
    voices: tuple[str, ...] = ()
    voice_sizes: tuple[int, ...] = ()
    by_voice: tuple[tuple[int | None, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer given to one idea; `source` is the option, idea, group or note it answers."""

    table: ClassVar[str] = "decision"
    scope: ClassVar[Scope] = Scope.BOARD
    id: DecisionId
    title: str
    answer: Reply
    why: str = ""
    source: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody will do. The owner is a person of the room by id, or anyone else by name."""

    table: ClassVar[str] = "promise"
    scope: ClassVar[Scope] = Scope.BOARD
    id: PromiseId
    number: int
    theme: str
    we_will: str = ""
    how_known: str = ""
    owner: str = ""
    owner_person: PersonId | None = None
    owner_role: str = ""
    owner_kind: OwnerKind = OwnerKind.STAFF
    by_when: date | None = None
    said_yes: bool = False
    decision: DecisionId | None = None
    status: PromiseStatus = PromiseStatus.PROMISED


@dataclass(frozen=True, slots=True)
class Update:
    """One later word on a promise; never changed (I52)."""

    table: ClassVar[str] = "promise_update"
    scope: ClassVar[Scope] = Scope.BOARD
    id: str
    promise: PromiseId
    status: PromiseStatus
    note: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Cannot:
    """What we cannot do now, and why (I51)."""

    table: ClassVar[str] = "cannot"
    scope: ClassVar[Scope] = Scope.BOARD
    id: str
    number: int
    theme: str
    reason: str


@dataclass(frozen=True, slots=True)
class Response:
    """What the sponsor answered to a theme."""

    table: ClassVar[str] = "response"
    scope: ClassVar[Scope] = Scope.BOARD
    id: str
    theme: str
    answer: SponsorAnswer
    reason: str = ""
    on: date | None = None


Record = (
    Workshop
    | Step
    | Note
    | Group
    | Membership
    | Idea
    | Round
    | Result
    | Decision
    | Promise
    | Update
    | Cannot
    | Response
    | Person
    | Need
    | Answer
    | Signature
    | Issued
)

# In an order in which each row may refer to rows of the tables before it.
RECORD_CLASSES: tuple[type[Record], ...] = (
    Workshop,
    Step,
    Person,
    Need,
    Answer,
    Signature,
    Note,
    Group,
    Membership,
    Idea,
    Round,
    Result,
    Decision,
    Promise,
    Update,
    Cannot,
    Response,
    Issued,
)
