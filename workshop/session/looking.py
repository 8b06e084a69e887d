"""A look at what people wrote and brought, before it leaves the room: names in notes, faces on pictures."""

from dataclasses import dataclass, replace
from enum import StrEnum

from workshop.domain.board import withhold_note
from workshop.domain.grouping import keep_tops
from workshop.domain.ids import NoteId, PersonId, PictureId
from workshop.domain.labels import Label
from workshop.domain.persons import Person, Picture
from workshop.domain.records import Note
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.people_part import PeoplePart

HOLDS_A_NAME = "holds somebody's name"


class Look(StrEnum):
    """What is done with a note that holds somebody's name."""

    KEEP = "keep"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True)
class NameDecision:
    """One note, looked at."""

    note: NoteId
    decision: Look


class Looking(PeoplePart):
    """Who is named, and who is seen."""

    @action
    def review_names(self, decisions: list[NameDecision]) -> None:
        """Say of notes that hold somebody's name whether they are kept or left out."""
        notes = []
        for decision in decisions:
            note = self._context.store.need(Note, decision.note)
            if decision.decision is Look.KEEP:
                notes.append(replace(note, names_checked=True))
            else:
                notes.append(withhold_note(note, HOLDS_A_NAME))
        with_tops = keep_tops(notes, self._context.store.all(Note))
        self._context.store.apply(Label.REVIEW_NAMES, with_tops)

    @action
    def tag_picture(
        self, picture: PictureId, people: list[PersonId] | None = None, no_faces: bool = False
    ) -> None:
        """Say who can be seen on a picture, or that nobody can; before that it is in no document."""
        found = self._context.store.need(Picture, picture)
        seen = tuple(dict.fromkeys(self._context.store.need(Person, person).id for person in people or []))
        if no_faces == bool(seen):
            raise RuleBroken("Please say who can be seen, or that nobody can. Nothing was changed.")
        tagged = replace(found, people=seen, no_faces=no_faces)
        self._context.store.apply(Label.TAG_PICTURE, [tagged])
