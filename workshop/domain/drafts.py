"""What stands on a writing page before it is a note."""

from dataclasses import dataclass

from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteKind


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands on a writing page now; no record: it is not logged and has no undo step.

    `page` tells the pages that are open apart. With `note`, the words of that note are being changed.
    """

    page: str
    words: str
    kind: NoteKind = NoteKind.MATTERS
    x: float = 0.0
    y: float = 0.0
    note: NoteId | None = None
    helper: bool = False
    language: str = ""
    ink: str = ""
