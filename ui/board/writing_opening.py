"""What a writing page needs to begin: the board it lies on, the workshop, and what it starts with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRect

from ui.board.camera import Camera
from ui.bridge import Bridge
from ui.keys.layouts import LANGUAGES
from ui.look import Look
from ui.words import Words
from workshop.domain.kinds import NoteKind
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

    def width(self) -> int:
        """In logical pixels."""

    def height(self) -> int:
        """In logical pixels."""


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
