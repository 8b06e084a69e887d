"""What a workshop is made of: frozen records, each with a table and a scope.

Record      Scope   One row is
Workshop    board   the day itself (there is exactly one)
Step        board   one step of the plan
Note        board   one sticky note
Drawing     board   what was drawn on a note, as strokes
Tag         board   a word the facilitator marks notes with
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
FormWords   board   one version of the consent questions, where this workshop changed them
Rate        board   what is paid for a mile or an hour, from a day on
Decision, Promise, Update, Cannot, Response are in `workshop.domain.outcomes`, FormWords in `.forms`, Rate
in `.money`; of scope person: Person, Need, Answer, Wording, Signature, Picture, Issued in `.persons`, Claim
and ClaimLine in `.money`

Ballots and equality answers are no records: they live in sealed boxes (`workshop.storage.box`).
Dates are `datetime.date`; times of day are texts such as "13:10"; positions on the board are
in board units (one note is 212 wide). Ids are opaque.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from workshop.domain.forms import FormWords
from workshop.domain.ids import (
    DrawingId,
    GroupId,
    IdeaId,
    MembershipId,
    NoteId,
    OptionId,
    PersonId,
    RoundId,
    StepId,
    TagId,
)
from workshop.domain.kinds import (
    BoardLayout,
    DayState,
    Emotion,
    GroupKind,
    Method,
    NoteKind,
    NoteSource,
    NoteState,
    RoundState,
    Scope,
    SmallNumbers,
    StepState,
    TieRule,
)
from workshop.domain.money import Claim, ClaimLine, Rate
from workshop.domain.outcomes import Cannot, Decision, Promise, Response, Update
from workshop.domain.persons import Answer, Issued, Need, Person, Picture, Signature, Wording


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to ring: what about, who, and the number as people dial it."""

    about: str
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class KindName:
    """What this workshop calls a kind of note; its colour and its symbol stay."""

    kind: NoteKind
    name: str


@dataclass(frozen=True, slots=True)
class Workshop:
    """The day itself.

    `axes` are the four ends of the grid: left, right, bottom, top. With an `inbox`, notes wait until
    the facilitator places them. `names_until`, `consent_until` and `money_until` are how long names on
    notes, proof of consent and money are kept; `parents_told` is the host's rule for people aged 16 and
    17; `smallest` is the least count of people that is shown where `small_numbers` is set by hand;
    `walk_ins` is how many are here of whom nothing is written down; a yes counts for `consent_years`.
    """

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
    kind_names: tuple[KindName, ...] = ()
    layout: BoardLayout = BoardLayout.FREE
    axes: tuple[str, ...] = ()
    inbox: bool = False
    names_until: date | None = None
    consent_until: date | None = None
    money_until: date | None = None
    parents_told: bool = False
    small_numbers: SmallNumbers = SmallNumbers.STANDARD
    smallest: int = 5
    walk_ins: int = 0
    consent_years: int = 5
    equality_sheets: int = 0  # how many equality sheets were counted


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
    """One sticky note. `number` is never used again (I21); `author` only where the writer chose it.

    A note that lies face down has no number yet: what stands there is below zero and says nothing.
    `same_as` is the note it lies under, because both say the same. A note that is `waiting` was not
    placed on the board yet. `turned` counts quarter turns clockwise, on a table that lies flat.
    """

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
    emotion: Emotion | None = None
    tags: tuple[TagId, ...] = ()
    turned: int = 0
    same_as: NoteId | None = None
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was drawn on a note; `ink` as `workshop.domain.ink` packs it. Its words are the note's."""

    table: ClassVar[str] = "drawing"
    scope: ClassVar[Scope] = Scope.BOARD
    id: DrawingId
    note: NoteId
    ink: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A word of the facilitator's that notes are marked with; `position` is its place in lists."""

    table: ClassVar[str] = "tag"
    scope: ClassVar[Scope] = Scope.BOARD
    id: TagId
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class Group:
    """A named area of the board. `position` is its place in the printed pack.

    Of a `locked` one nothing is moved by the room. One that was merged into another is not seen, and
    comes back when they are parted. `feeling` is how this step of a journey felt, from -2 to 2.
    """

    table: ClassVar[str] = "note_group"
    scope: ClassVar[Scope] = Scope.BOARD
    id: GroupId
    name: str
    position: int
    kind: GroupKind = GroupKind.OWN
    x: float = 0.0
    y: float = 0.0
    checked: bool = False
    locked: bool = False
    merged_into: GroupId | None = None
    feeling: int = 0


@dataclass(frozen=True, slots=True)
class Membership:
    """One note in one group; `position` is its place there. `came_from` is the group it was merged out of."""

    table: ClassVar[str] = "membership"
    scope: ClassVar[Scope] = Scope.BOARD
    id: MembershipId
    note: NoteId
    group: GroupId
    position: int
    came_from: GroupId | None = None


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


Record = (
    Workshop
    | Step
    | Note
    | Drawing
    | Tag
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
    | Picture
    | Issued
    | Wording
    | FormWords
    | Claim
    | ClaimLine
    | Rate
)

# In an order in which each row may refer to rows of the tables before it.
RECORD_CLASSES: tuple[type[Record], ...] = (
    Workshop,
    Step,
    Person,
    Need,
    Answer,
    Signature,
    Tag,
    Note,
    Drawing,
    Picture,
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
    Wording,
    FormWords,
    Claim,
    ClaimLine,
    Rate,
)
