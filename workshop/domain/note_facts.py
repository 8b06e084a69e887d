"""What may be told of a note that may be printed: its words, its marks, what is drawn and shown on it.

Whether a note or a picture may be printed is not decided here: `workshop.domain.gate` asks that and
hands in what may be told.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from workshop.domain.board_settings import ENDS, field_of
from workshop.domain.facts import DrawingFacts, NoteFacts, PictureFacts
from workshop.domain.grouping import stacks
from workshop.domain.ids import NoteId
from workshop.domain.kinds import BoardLayout
from workshop.domain.persons import Picture
from workshop.domain.records import Note
from workshop.domain.snapshot import Snapshot


class InWords(Protocol):
    """Words of a language without the names of those who did not agree; "" is that of the workshop."""

    def __call__(self, words: str, language: str = "", /) -> str: ...


@dataclass(frozen=True)
class Telling:
    """Tells of notes; `text` takes the names of those who did not agree out of words."""

    snapshot: Snapshot
    text: InWords
    pictures: Collection[Picture]  # that may be printed

    def notes(self, printable: dict[NoteId, Note]) -> dict[NoteId, NoteFacts]:
        """The notes that may be printed. Of those that say the same, the first of these stands for all."""
        same_as: dict[NoteId, NoteId] = {}
        for top, under in stacks(self.snapshot.notes).items():
            first, *others = [id_ for id_ in (top, *under) if id_ in printable] or [top]
            same_as |= dict.fromkeys(others, first)
        return {
            id_: replace(self._note(note), same_as=printable[same_as[id_]].number if id_ in same_as else 0)
            for id_, note in printable.items()
        }

    def _note(self, note: Note) -> NoteFacts:
        """The note; whoever looked at it, a name in it is printed only with that person's yes (I01)."""
        return NoteFacts(
            note.number,
            self.text(note.text, note.language),
            note.kind,
            note.language,
            self.text(note.translation),
            note.emotion,
            tuple(self.text(tag.name) for tag in self.snapshot.tags if tag.id in note.tags),
            drawing=self._drawings.get(note.id),
            picture=self._pictures.get(note.id),
            field=self._field(note),
        )

    def _field(self, note: Note) -> tuple[str, ...]:
        """The ends between which the note lies, where the board is a grid."""
        day = self.snapshot.workshop
        if day.layout is not BoardLayout.GRID or len(day.axes) != ENDS or note.waiting:
            return ()
        return tuple(self.text(day.axes[end]) for end in field_of(note.x, note.y) or ())

    @cached_property
    def _drawings(self) -> dict[NoteId, DrawingFacts]:
        return {drawing.note: DrawingFacts(drawing.ink) for drawing in self.snapshot.drawings}

    @cached_property
    def _pictures(self) -> dict[NoteId, PictureFacts]:
        return {p.note: PictureFacts(p.sha256, p.width, p.height) for p in self.pictures}
