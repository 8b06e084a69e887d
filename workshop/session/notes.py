"""Notes: writing them, changing them, putting them down, hiding them and turning them over."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workshop.domain import board, grouping
from workshop.domain.ids import GroupId, NoteId, PersonId
from workshop.domain.kinds import Emotion, NoteKind, NoteSource, NoteState
from workshop.domain.labels import Label
from workshop.domain.persons import Person
from workshop.domain.records import Group, Note, Record, Workshop
from workshop.domain.words import check_language, tidy_line
from workshop.errors import RuleBroken
from workshop.session import own_words
from workshop.session.actions import action
from workshop.session.board_part import BoardPart
from workshop.session.media import Media


@dataclass(frozen=True)
class NoteAdded:
    """A new note and its number; 0 while it lies face down, for its number is dealt out at the reveal."""

    note: NoteId
    number: int


@dataclass(frozen=True)
class NoteToBringIn:
    """A note from a file: its words, and the name of the group it lay in there ("" for none)."""

    text: str
    group: str = ""
    kind: NoteKind = NoteKind.MATTERS
    source: NoteSource = NoteSource.TYPED
    language: str = ""


@dataclass(frozen=True)
class BroughtIn:
    """What came in: the notes and the groups that were made for them."""

    notes: tuple[NoteId, ...]
    groups: tuple[GroupId, ...]


class Notes(Media, BoardPart):
    """The acts on notes."""

    @action
    def add_note(
        self,
        text: str,
        kind: NoteKind = NoteKind.MATTERS,
        group: GroupId | None = None,
        x: float = 0.0,
        y: float = 0.0,
        source: NoteSource = NoteSource.TYPED,
        language: str = "",
        translation: str = "",
        author: PersonId | None = None,
        helper: bool = False,
        draft: str = "",
        strokes: list[list[list[float]]] | None = None,
        emotion: Emotion | None = None,
        turned: int = 0,
        waiting: bool = False,
    ) -> NoteAdded:
        """Write a note; `author` only where the writer wants it to be known as theirs.

        `draft` is the page that the words come from; what is kept of it ends with this. A note that
        lies face down, or that is `waiting` to be placed, comes into no group yet.
        """
        workshop = self._context.need_open_day()
        if author is not None:
            self._context.store.need(Person, author)
        number, words = self._number_for(source, workshop), _words_of(text, strokes)
        kind = NoteKind.MATTERS if source is NoteSource.PREPARED else kind  # it gets the fixed mark
        language = check_language(language) if language else ""
        note = Note(NoteId(self._context.new_id()), number, words, kind, x, y, source, language, translation)
        note = replace(note, author=author, helper=helper, emotion=emotion, turned=turned, waiting=waiting)
        note = board.write_note(note, workshop)
        in_group = group if board.is_on_board(note) else None
        memberships = [] if in_group is None else self._memberships([note.id], in_group)
        put: list[Record] = [note, *memberships, *self._drawing(note.id, strokes or [])]
        self._context.store.apply(Label.ADD_NOTE, put, also=self._ending_draft(draft))
        return NoteAdded(note.id, max(0, note.number))

    def bring_in(self, notes: Sequence[NoteToBringIn]) -> BroughtIn:
        """Add the notes of a file, with their groups, as one act."""
        workshop = replace(self._context.need_open_day(), inbox=False)  # whoever brings it in, places it
        self._refuse_groups_of_hidden(notes, workshop)
        self._context.keep_moment()
        numbers = itertools.count(self._context.store.next_number(Note))
        made = [board.write_note(self._note_from(note, numbers, workshop), workshop) for note in notes]
        groups = self._groups_named([note.group for note in notes if note.group])
        placed: dict[str, int] = {}
        memberships = []
        for note, given in zip(made, notes, strict=True):
            if given.group:
                position = placed[given.group] = placed.get(given.group, -1) + 1
                memberships.append(self._membership(note.id, groups[given.group].id, position))
        self._context.store.apply(Label.IMPORT_NOTES, [*made, *groups.values(), *memberships])
        return BroughtIn(tuple(n.id for n in made), tuple(g.id for g in groups.values()))

    def _refuse_groups_of_hidden(self, notes: Sequence[NoteToBringIn], workshop: Workshop) -> None:
        if any(note.group and board.lies_face_down(note.source, workshop) for note in notes):
            raise RuleBroken(
                "Notes lie face down now, so they cannot come in groups. Nothing was changed. "
                "Please turn the notes over first."
            )

    def _note_from(self, note: NoteToBringIn, numbers: Iterator[int], workshop: Workshop) -> Note:
        kind = NoteKind.MATTERS if note.source is NoteSource.PREPARED else note.kind
        hidden = board.lies_face_down(note.source, workshop)
        number = board.stand_in(self._context.chance) if hidden else next(numbers)
        id_ = NoteId(self._context.new_id())
        return Note(id_, number, note.text, kind, source=note.source, language=note.language)

    def _groups_named(self, names: Sequence[str]) -> dict[str, Group]:
        first = self._next_position()
        return {
            name: Group(GroupId(self._context.new_id()), tidy_line(name), first + i)
            for i, name in enumerate(dict.fromkeys(names))
        }

    @action
    def edit_note(self, note: NoteId, text: str, draft: str = "", at_desk: bool = False) -> None:
        """Change the words of a note; `draft` is the page that they come from.

        What was changed `at_desk`, such as a name taken out, people cannot undo.
        """
        self._context.need_open_day()
        ending = self._ending_draft(draft)
        label = Label.CORRECT_NOTE if at_desk else Label.EDIT_NOTE
        change = self._context.store.apply(label, [board.edit_note(self._note(note), text)], also=ending)
        if not change.diff and ending is not None:  # the same words again: no act, but no draft either
            ending(change.seq)

    @action
    def recolour_note(self, note: NoteId, kind: NoteKind) -> None:
        """Make a note another kind: what matters, an idea, a question …"""
        self._change(Label.RECOLOUR_NOTE, board.recolour_note(self._note(note), kind))

    @action
    def mark_emotion(self, note: NoteId, emotion: Emotion | None) -> None:
        """Mark how something felt; null takes the mark away."""
        self._change(Label.MARK_EMOTION, board.mark_emotion(self._note(note), emotion))

    @action
    def move_notes(self, notes: dict[NoteId, tuple[float, ...]]) -> None:
        """Move notes, each to its place [x, y], as one act."""
        self._context.need_open_day()
        moved = [board.move_note(self._movable(id_), *_place(place)) for id_, place in notes.items()]
        self._context.store.apply(Label.MOVE_NOTES, moved)

    @action
    def drop_note(
        self,
        note: NoteId,
        x: float = 0.0,
        y: float = 0.0,
        group: GroupId | None = None,
        out_of: GroupId | None = None,
        turned: int | None = None,
    ) -> None:
        """Put a note down as one act: into a group, or loose at [x, y]; it leaves the group `out_of`.

        `turned` are quarter turns clockwise. RuleBroken when the note is not in `out_of` any more.
        """
        self._context.need_open_day()
        held = board.need_on_board(self._note(note))
        loose = board.turn_note(board.move_note(held, x, y), turned)
        if group is not None and group == out_of:
            self._context.store.apply(Label.MOVE_NOTES, [board.turn_note(held, turned)])
            return
        gone = [] if out_of is None else self._taken_out([note], out_of, self._lying(note))
        if group is not None:
            inside = self._memberships([note], group)
            self._context.store.apply(Label.PUT_IN_GROUP, [board.turn_note(held, turned), *inside], gone)
        else:
            self._movable(note)
            self._context.store.apply(Label.MOVE_NOTES, [loose], gone)

    @action
    def place_note(self, note: NoteId, x: float = 0.0, y: float = 0.0, group: GroupId | None = None) -> None:
        """Put a note that was waiting on the board: into a group, or loose at [x, y]."""
        self._context.need_open_day()
        placed = board.place_note(self._note(note), x, y)
        memberships = [] if group is None else self._memberships([note], group)
        self._context.store.apply(Label.PLACE_NOTE, [placed, *memberships])

    @action
    def merge_notes(self, notes: list[NoteId]) -> None:
        """Lay notes together that say the same: the first lies on top, and all are still counted."""
        self._context.need_open_day()
        for note in notes:
            self._movable(note)
        stacked = {n.id: n for note in notes for n in self._stack_of(note)}
        self._context.store.apply(Label.MERGE_NOTES, grouping.merge_notes(notes, stacked.values()))

    @action
    def split_notes(self, note: NoteId) -> None:
        """Take a stack of notes apart; of a note that lies under another, take just this one out."""
        self._context.need_open_day()
        self._movable(note)
        self._context.store.apply(Label.SPLIT_NOTES, grouping.split_notes(note, self._stack_of(note)))

    @action
    def withhold_note(self, note: NoteId, reason: str) -> None:
        """Put a note out of sight, with a reason; it is counted, never deleted.

        When others lay under it, the next one lies on top.
        """
        withheld = board.withhold_note(self._note(note), reason)
        self._context.store.apply(Label.WITHHOLD_NOTE, grouping.keep_tops([withheld], self._stack_of(note)))

    @action
    def restore_note(self, note: NoteId) -> None:
        """Show a note again that was put out of sight; not where its writer took its words back."""
        workshop = self._context.need_open_day()
        own_words.refuse_when_taken_back(self._context, self._note(note))
        restored = board.restore_note(self._note(note), workshop)
        if restored.number < 0 and restored.state is NoteState.SHOWN:  # it was put away while face down
            restored = replace(restored, number=self._context.store.next_number(Note))
        self._context.store.apply(Label.RESTORE_NOTE, grouping.keep_tops([restored], self._stack_of(note)))

    @action
    def hide_writing(self) -> None:
        """From now on new notes stay face down until they are all turned over.

        It is not undone, but ended by turning them over: else what was written meanwhile stays face down.
        """
        workshop = replace(self._context.need_open_day(), writing_hidden=True, finished=0)
        self._context.store.apply(Label.HIDE_WRITING, [workshop], lasting=True)

    @action
    def reveal(self) -> None:
        """Turn all notes over at once. Nothing before it can be undone: that would tell who wrote when."""
        context = self._context
        workshop = replace(context.need_open_day(), writing_hidden=False)
        first = context.store.next_number(Note)
        turned = board.turn_over(context.store.all(Note), first, context.chance)
        self._context.store.apply(Label.REVEAL, [workshop, *turned], barrier=True)

    @action
    def finished(self) -> None:
        """Somebody has finished writing; only how many is kept."""
        workshop = self._context.need_open_day()
        self._context.store.apply(Label.FINISHED, [replace(workshop, finished=workshop.finished + 1)])

    def _number_for(self, source: NoteSource, workshop: Workshop) -> int:
        if board.lies_face_down(source, workshop):
            return board.stand_in(self._context.chance)
        return self._context.store.next_number(Note)


def _words_of(text: str, strokes: Sequence[object] | None) -> str:
    """The words of a note; one that was only drawn says so, for whoever cannot see it."""
    return board.A_DRAWING if strokes and not text.strip() else text


def _place(place: Sequence[float]) -> tuple[float, float]:
    if len(place) != 2:
        raise RuleBroken("A place on the board is two numbers: [x, y]. Nothing was changed.")
    return place[0], place[1]
