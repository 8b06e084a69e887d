"""What a document is, before it is a page: blocks of words in reading order.

Each document family makes these from facts. `pdf` sets them on pages and `twin` writes the
same words as HTML and plain text, so the three cannot say different things (I13); `seal`
gives the words a number that all three print.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workshop.domain.facts import PictureFacts
from workshop.domain.kinds import Emotion, NoteKind
from workshop.errors import RuleBroken
from workshop.printing.form_blocks import FormBlock, Table
from workshop.printing.text import Span
from workshop.printing.words import _


class Tone(StrEnum):
    """How loud a paragraph speaks."""

    BODY = "body"
    LEAD = "lead"  # the line under a heading
    CLEAR = "clear"  # a little larger, for what people must find again
    DATE = "date"  # the day to come back
    KICKER = "kicker"  # the line above a title
    LOUD = "loud"  # the one sentence of a cover
    SMALL = "small"
    QUIET = "quiet"  # small and grey


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2. `cover` is the title of a whole pack; `ruled` has a line above it."""

    level: int
    text: str
    cover: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words, some of them bold."""

    spans: tuple[Span, ...]
    tone: Tone = Tone.BODY

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Mark:
    """The table seen from above, with equal seats."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page between two parts."""


@dataclass(frozen=True, slots=True)
class Legend:
    """What each symbol before a note means."""

    kinds: tuple[tuple[NoteKind, str], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """What is on a note besides its words: packed ink, or a picture.

    `label` says in a word what it is, `words` say it to whoever cannot see it.
    """

    label: str
    words: str
    ink: str = ""
    picture: PictureFacts | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A small line under a note; a feeling has a face before it, and says it in words all the same."""

    text: str
    emotion: Emotion | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """One note; `label` is the word for its symbol."""

    kind: NoteKind
    label: str
    text: str
    language: str = ""
    translation: str = ""
    figures: tuple[Figure, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteList:
    """A group: its name, a line about it, and its notes."""

    name: str
    notes: tuple[Note, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Groups, set side by side where the page is wide enough."""

    groups: tuple[NoteList, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """A few numbers, each with the words that say what was counted."""

    counts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Things that belong together, with a line around them."""

    blocks: "tuple[Heading | Paragraph, ...]"


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Boxes next to each other."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class VoteRow:
    """One idea in a result. `share` is its dots against the most dots, 0 to 1.

    `voices` is None for a row that is not split.
    """

    place: str
    equal: str
    number: int
    title: str
    what: str
    chips: tuple[str, ...]
    dots: int
    share: float
    voices: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class VoteTable:
    """A result: `headings` are place, idea, dots and then the voices; `not_shown` fills unsplit rows.

    The two lines of a heading, the voice and how many they are, have a line break between them.
    """

    headings: tuple[str, ...]
    rows: tuple[VoteRow, ...]
    not_shown: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Things with a number of their own."""

    things: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A small label with words below it, or a line to write on when there are none."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PromiseCard:
    """A promise, or what is not one yet: `badge` then says so, and `tick` is the box to tick when done."""

    number: int
    title: str
    lines: tuple[Paragraph, ...]
    fields: tuple[Field, ...] = ()
    tick: str = ""
    ticked: bool = False
    badge: str = ""


@dataclass(frozen=True, slots=True)
class WriteLines:
    """Empty lines to write on by hand."""

    lines: int


@dataclass(frozen=True, slots=True)
class TickBoxes:
    """Large boxes to tick by hand."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegisterTable:
    """A wide table of short cells. Headings are words, and whether they stand upright on paper."""

    headings: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...]


Simple = (
    Heading
    | Paragraph
    | Mark
    | Rule
    | Legend
    | Counts
    | Box
    | SideBySide
    | Numbered
    | PromiseCard
    | WriteLines
    | TickBoxes
)
Block = Simple | Columns | VoteTable | RegisterTable | FormBlock | Table


@dataclass(frozen=True, slots=True)
class Section:
    """What starts on a new page. `foot` stands at the bottom of its last page.

    `head` stands at the top of its pages instead of the day. `fits_from` says that it belongs on a single
    page, in smaller letters down to that many points if need be; 0 that it may take as many as it takes.
    """

    blocks: tuple[Block, ...]
    foot: tuple[Paragraph, ...] = ()
    cover: bool = False
    fits_from: float = 0
    head: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One file to print. `host` heads each page and `foot` ends it; `check` adds a box to tick.

    `days` say which day it was: the whole first, then the day alone for where there is less room.
    """

    kind: str
    title: str
    host: str
    days: tuple[str, ...]
    language: str
    sections: tuple[Section, ...]
    foot: str = ""
    check: bool = False
    practice: bool = False
    confidential: bool = False
    landscape: bool = False


def plain(*words: str, tone: Tone = Tone.BODY) -> Paragraph:
    """A paragraph of these words and no bold."""
    return Paragraph(tuple(Span(word) for word in words), tone)


def lead_in(bold: str, words: str, tone: Tone = Tone.BODY) -> Paragraph:
    """A paragraph that begins with bold words."""
    return Paragraph((Span(bold, bold=True), Span(f" {words}")), tone)


def join_pack(kind: str, title: str, parts: Sequence[Document], *, confidential: bool = False) -> Document:
    """One document of several, in order (I12).

    Raises RuleBroken when a part is confidential and the pack is not.
    """
    locked = next((part for part in parts if part.confidential), None)
    if locked is not None and not confidential:
        raise RuleBroken(
            _("The consent register is confidential. It cannot go into this pack. Print it by itself.")
            if locked.kind == "consent-register"
            else _("This paper is confidential. It cannot go into this pack. Print it by itself.")
        )
    first = parts[0]
    return Document(
        kind=kind,
        title=title,
        host=first.host,
        days=first.days,
        language=first.language,
        sections=tuple(section for part in parts for section in part.sections),
        foot=_("Confidential: for the team only") if confidential else _("Checked by the group"),
        check=not confidential,
        practice=any(part.practice for part in parts),
        confidential=confidential,
    )
