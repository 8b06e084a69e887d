"""The facts that a document may show: all that printing is ever given.

A `Snapshot` holds everything that was said, also what somebody said no to. `facts_for` in
`workshop.domain.gate` turns it into `Facts`, asking `consent.may_show` for each name and note,
so a page cannot leak what it was not given.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date

from workshop.domain.ids import NoteId, PersonId
from workshop.domain.kinds import (
    AgeGroup,
    Audience,
    BoardLayout,
    Emotion,
    GroupKind,
    Item,
    NoteKind,
    PromiseStatus,
    Reply,
)
from workshop.domain.records import Contact, KindName


@dataclass(frozen=True, slots=True)
class DrawingFacts:
    """What is drawn on a note, as `workshop.domain.ink` packs it: signs, but no words."""

    ink: str


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """The picture on a note: its size in pixels, and the number its bytes are asked for by."""

    sha256: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """One note as it may be printed.

    `same_as` is the number of the note it lies under because both say the same, 0 for none. `field`
    are the names of the two ends between which it lies in a grid: left or right, bottom or top.
    """

    number: int
    text: str
    kind: NoteKind
    language: str = ""
    translation: str = ""
    emotion: Emotion | None = None
    tags: tuple[str, ...] = ()
    same_as: int = 0
    drawing: DrawingFacts | None = None
    picture: PictureFacts | None = None
    field: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A group with those of its notes that may be printed; "" is the name of an unnamed group.

    `feeling` is how this step of a journey felt, from -2 to 2; None where the board is no journey.
    """

    name: str
    notes: tuple[NoteFacts, ...]
    checked: bool = False
    kind: GroupKind = GroupKind.OWN
    feeling: int | None = None


@dataclass(frozen=True, slots=True)
class OptionFacts:
    """One row of a result. `place` is None for an option without a dot.

    `by_voice` is None where the row is not split, so that nobody's vote can be worked out.
    `not_clear` is how many said "not clear": 0 none, None some but too few to give a number.
    """

    number: int
    title: str
    what: str
    dots: int
    place: int | None
    equal: bool = False
    supporters: int | None = None
    not_clear: int | None = 0
    by_voice: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """One vote that has ended, its rules and what may be shown of it. Rows are in order of place.

    `counted` is False when fewer than 4 ballots came in, or the round was cancelled (then
    `cancelled` is the reason); `rows` then keep number and title only, with 0 dots.
    """

    number: int
    question: str
    criterion: str
    dots_each: int
    most_per_option: int
    threshold: int
    run_off: bool
    counted: bool
    ballots: int
    on_paper: int | None
    spoiled: int
    dots_used: int
    dots_possible: int
    rows: tuple[OptionFacts, ...]
    voices: tuple[str, ...] = ()
    voice_sizes: tuple[int, ...] = ()
    talk_about: tuple[str, ...] = ()
    cancelled: str = ""


@dataclass(frozen=True, slots=True)
class PromiseFacts:
    """One promise, or one "not yet a promise" (`missing` then says what it lacks).

    `who` is a name only where that person agreed to it, else a role.
    """

    number: int
    theme: str
    we_will: str
    how_known: str
    who: str
    by_when: date | None
    status: PromiseStatus
    answer: Reply | None = None
    why: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CannotFacts:
    """What cannot be done now, and why."""

    theme: str
    reason: str


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One person of the consent register (CONFIDENTIAL): each item's last word, by item.

    `wrote_down` is who wrote the last answers down; `taken_back` is when something last was.
    """

    ref: str
    called: str
    age_group: AgeGroup
    states: tuple[tuple[Item, str], ...]  # "yes", "no", "unsure", "taken_back", "not_answered", "expired"
    form: str = ""
    medium: str = ""
    supported: bool = False
    expires_on: date | None = None
    wrote_down: str = ""
    taken_back: date | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What consent or a rule left out of a pack, by count and never by whom."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one pack may say. `people` is None when there are too few to give a number.

    `kind_names` are the kinds of notes that have a name of this workshop's own; `axes` are the four
    ends of the grid, named once it was used: left, right, bottom, top.
    """

    audience: Audience
    title: str
    question: str
    host: str
    place: str
    day: date | None
    starts: str
    ends: str
    language: str
    practice: bool
    people: int | None
    notes_written: int
    groups: tuple[GroupFacts, ...] = ()
    loose: tuple[NoteFacts, ...] = ()
    not_printed: int = 0
    ideas: int = 0
    rounds: tuple[RoundFacts, ...] = ()
    promises: tuple[PromiseFacts, ...] = ()
    cannots: tuple[CannotFacts, ...] = ()
    led_by: tuple[str, ...] = ()
    ring: tuple[Contact, ...] = ()
    change_until: date | None = None
    next_date: date | None = None
    next_time: str = ""
    no_next_reason: str = ""
    vote_open: bool = False
    register: tuple[RegisterRow, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    kind_names: tuple[KindName, ...] = ()
    axes: tuple[str, ...] = ()
    layout: BoardLayout = BoardLayout.FREE
    shows_notes: tuple[NoteId, ...] = field(default=(), repr=False)
    shows_people: tuple[PersonId, ...] = field(default=(), repr=False)


def words_in(value: object) -> Iterator[str]:
    """All texts inside facts; in a drawing there are none, whatever its signs spell."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words_in(part)
    elif is_dataclass(value) and not isinstance(value, DrawingFacts):
        for one in fields(value):
            yield from words_in(getattr(value, one.name))
