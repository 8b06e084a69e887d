"""The blocks of papers that people fill in: boxes to tick, lines to write on, pictures, things to cut out.

They stand beside those of `content` and say, like them, nothing about pages. In languages that run to
the left everything here is mirrored.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workshop.printing.text import Span

if TYPE_CHECKING:
    from workshop.printing.content import Block, Field


class Shade(StrEnum):
    """The colour of a strip; its words and its drawing say the same without it."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing to say Yes or No to; `more` are the sentences under it."""

    text: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements below each other, each with two boxes of its own and of one size."""

    things: tuple[Statement, ...]
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class Pictured:
    """Easy Read: a picture and one sentence a row. Pictures are named by their file in `resources`."""

    rows: tuple[tuple[str, tuple[Span, ...]], ...]


@dataclass(frozen=True, slots=True)
class BigAnswers:
    """Two large boxes of one size: Yes with a tick, No with a cross."""

    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class WriteOn:
    """Labels with a line to write on by hand, or with the words that are known already.

    `across` stand beside each other where the letters are not large; `tall` leaves room to sign.
    """

    fields: "tuple[Field, ...]"
    across: int = 1
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """Boxes to tick, with words beside them, `across` in a row."""

    labels: tuple[str, ...]
    across: int = 1


@dataclass(frozen=True, slots=True)
class Amounts:
    """Labels with a box for an amount, two in a row, and a total below them."""

    labels: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with lines between its cells; `shares` are the widths of its columns.

    `to_write` makes rows high enough to write in; `totals` is a last row in bold.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    to_write: bool = False
    totals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BigWords:
    """A few words as large as the room allows: a name on a badge, a number on a slip."""

    text: str
    largest: float = 40


@dataclass(frozen=True, slots=True)
class HeadLine:
    """Bold words at one side of a line, small ones at the other."""

    text: str
    beside: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A coloured strip with a drawing and words."""

    shade: Shade
    pictures: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class CutHere:
    """A dashed line with scissors."""


@dataclass(frozen=True, slots=True)
class Framed:
    """Any blocks with a line around them."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Together:
    """Any blocks that stay on one page where they fit on one."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Cards:
    """Things to cut out, `across` in a row and at least `height` millimetres high.

    What is `centred` stands half-way down its card.
    """

    cards: "tuple[tuple[Block, ...], ...]"
    across: int
    height: float
    centred: bool = False


FormBlock = (
    Statements
    | Pictured
    | BigAnswers
    | WriteOn
    | Choices
    | Amounts
    | BigWords
    | HeadLine
    | Strip
    | CutHere
    | Framed
    | Together
    | Cards
)
