"""A look at what people wrote and brought, before it leaves the room: names in notes, faces on pictures."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from workshop.domain.board import edit_note, withhold_note
from workshop.domain.changes import Change
from workshop.domain.grouping import keep_tops
from workshop.domain.identifying import Identifying, Passage
from workshop.domain.ids import NoteId, PersonId, PictureId
from workshop.domain.kinds import Audience
from workshop.domain.labels import Label
from workshop.domain.names import names_of
from workshop.domain.persons import Person, Picture
from workshop.domain.records import Note
from workshop.domain.seen import SOMEBODY_ELSE, reason_without
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.people_part import PeoplePart
from workshop.storage import earlier

SHOWS_SOMEBODY = "shows who somebody is"
# After these another name counts, or one that was agreed to does not any more.
_OTHER_NAMES = frozenset({Label.ARRIVE, Label.CHANGE_PERSON, Label.BRING_REGULARS, Label.TAKE_BACK})


class Look(StrEnum):
    """What is done with a note that may show who somebody is."""

    KEEP = "keep"
    CHANGE = "change"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True)
class NameDecision:
    """One note, looked at. `text` are its new words where it is changed, with its writer."""

    note: NoteId
    decision: Look
    text: str = ""


class Looking(PeoplePart):
    """Who is named, and who is seen."""

    # Notes

    @action
    def review_names(self, decisions: list[NameDecision]) -> None:
        """Say of notes that may show who somebody is: kept, changed with the writer, or left out.

        New words that still hold a name wait for another look; a change at the desk people cannot undo.
        """
        notes = [self._looked_at(decision) for decision in decisions]
        changed = any(decision.decision is Look.CHANGE for decision in decisions)
        with_tops = keep_tops(notes, self._context.store.all(Note))
        if changed:
            self._context.store.apply(Label.CORRECT_NOTE, with_tops)
        else:
            self._context.store.apply(Label.REVIEW_NAMES, with_tops)

    def _looked_at(self, decision: NameDecision) -> Note:
        note = self._context.store.need(Note, decision.note)
        if decision.decision is Look.KEEP:
            return replace(note, names_checked=True)
        if decision.decision is Look.CHANGE:
            return edit_note(note, decision.text)
        return withhold_note(note, SHOWS_SOMEBODY)

    def tells(self, text: str, language: str = "") -> tuple[Passage, ...]:
        """The passages of these words that may show who somebody is, for the facilitator to look at."""
        return self._identifying().found_in(text, language)

    def look_again_after(self, undone: Change) -> Change:
        """What was undone or done again, given back; a note that it made looked at waits once more.

        That is so where its words hold a name, and since that look somebody came, or changed their mind.
        """
        counted = [c.after for c in undone.diff if isinstance(c.after, Note) and c.after.names_checked]
        before = {c.id for c in undone.diff if isinstance(c.before, Note) and c.before.names_checked}
        made = [note for note in counted if note.id not in before]
        if made and self._names_changed_since(undone):
            again = self._waiting_again(self._identifying(), made)
            self._context.store.apply(Label.REVIEW_NAMES, again, lasting=True)
        return undone

    def _names_changed_since(self, undone: Change) -> bool:
        marks = earlier.acts(self._context.store)
        act = next((mark.reverts for mark in marks if mark.seq == undone.seq), None) or undone.seq
        return any(mark.label in _OTHER_NAMES for mark in marks if mark.seq > act)

    def _identifying(self) -> Identifying:
        return Identifying.of(frozenset(names_of(self._context.store.all(Person))))

    # Pictures

    @action
    def tag_picture(
        self,
        picture: PictureId,
        people: list[PersonId] | None = None,
        no_faces: bool = False,
        somebody_else: bool = False,
    ) -> None:
        """Say who can be seen on a picture, or that nobody can; before that it is in no document.

        `somebody_else` is anybody who is not in the list: then it never is, for they cannot be asked.
        """
        found = self._context.store.need(Picture, picture)
        seen = self._seen(people or [], somebody_else)
        if no_faces == bool(seen):
            raise RuleBroken("Please say who can be seen, or that nobody can. Nothing was changed.")
        tagged = replace(found, people=seen, no_faces=no_faces)
        self._context.store.apply(Label.TAG_PICTURE, [tagged])

    def shown_to(self, picture: Picture) -> frozenset[Audience]:
        """Those for whom a pack made today would show this picture, if it shows its note."""
        consents, today = self.consents(), self._context.today()
        all_ = self._context.store.all(Picture)
        return frozenset(a for a in Audience if reason_without(picture, all_, consents, a, today) is None)

    def _seen(self, people: Iterable[PersonId], somebody_else: bool) -> tuple[PersonId, ...]:
        known = dict.fromkeys(self._context.store.need(Person, person).id for person in people)
        return (*known, SOMEBODY_ELSE) if somebody_else else tuple(known)
