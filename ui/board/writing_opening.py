"""What a writing page needs to begin: the board it lies on, the workshop, and what it starts with."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRect, Qt

from ui.board.camera import Camera
from ui.board.ink_painting import Points
from ui.bridge import Bridge
from ui.keys.layouts import LANGUAGES
from ui.look import Look
from ui.words import Words
from workshop.domain.kinds import Emotion, NoteKind
from workshop.domain.records import Note

if TYPE_CHECKING:
    from ui.board.touching import WritingPage

KINDS = (
    NoteKind.MATTERS,
    NoteKind.IDEA,
    NoteKind.WORKS_WELL,
    NoteKind.DOES_NOT_WORK,
    NoteKind.QUESTION,
)


class View(Protocol):
    """The board, as far as a page needs it."""

    key_target: "WritingPage | None"
    camera: Camera

    def add_page(self, page: "WritingPage") -> None:
        """Show a page above the notes, and give it its fingers."""

    def remove_page(self, page: "WritingPage") -> None:
        """Show it no longer."""

    def update(self, area: QRect) -> None:
        """Paint a part again soon."""

    def updateMicroFocus(self, query: Qt.InputMethodQuery) -> None:
        """Tell the input method that the caret, or the words round it, have changed."""

    def width(self) -> int:
        """In logical pixels."""

    def height(self) -> int:
        """In logical pixels."""

    def devicePixelRatioF(self) -> float:
        """Dots of the screen to a logical pixel."""


class Showing(Enum):
    """What a page shows below its field, or instead of it."""

    KEYS = auto()
    MORE = auto()
    PAPER = auto()
    QUESTION = auto()  # whether what somebody else wrote is right


@dataclass(frozen=True)
class Opening:
    """What a page is opened with."""

    view: View
    bridge: Bridge
    look: Look
    words: Words
    x: float  # where the page is wished to be, in pixels of the view
    y: float
    place: tuple[float, float]  # where the note will lie, in board units
    note: Note | None = None
    kinds: tuple[NoteKind, ...] = KINDS
    languages: Sequence[str] = LANGUAGES
    text: str = ""
    kind: NoteKind = NoteKind.MATTERS
    helper: bool = False
    quarters: int = 0
    flat: bool = False  # on a table that lies flat the note is turned as its page is
    strokes: Sequence[Points] = ()
    emotion: Emotion | None = None
    language: str = ""  # of the keys; "" for the note's, or that of the words on the screen
    page: str = ""  # tells open pages apart, also after the power went
    was_kept: bool = False  # as a draft, before the workshop was opened
