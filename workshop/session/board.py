"""Doing things on the board: one method for each thing a finger, a pen or a key can do."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workshop.domain import board
from workshop.domain.ids import GroupId, IdeaId, MembershipId, NoteId, PersonId
from workshop.domain.kinds import GroupKind, NoteKind, NoteSource, NoteState
from workshop.domain.labels import Label
from workshop.domain.outcomes import Decision
from workshop.domain.persons import Person
from workshop.domain.records import Group, Idea, Membership, Note, Round, Workshop
from workshop.domain.words import check_language, must_say, tidy, tidy_line
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.context import Context


@dataclass(frozen=True)
class NoteAdded:
    """A new note and its number; 0 while it lies face down, for its number is dealt out at the reveal."""

    note: NoteId
    number: int


@dataclass(frozen=True)
class GroupMade:
    """A new group."""

    group: GroupId


@dataclass(frozen=True)
class IdeaAdded:
    """A new idea card and its number."""

    idea: IdeaId
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


class Board:
    """The area `board`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # Notes

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
    ) -> NoteAdded:
        """Write a note; `author` only where the writer wants it to be known as theirs."""
        workshop = self._context.need_open_day()
        if author is not None:
            self._context.store.need(Person, author)
        if source is NoteSource.PREPARED:
            kind = NoteKind.MATTERS  # it gets the fixed mark in write_note
        number = self._number_for(source, workshop)
        language = check_language(language) if language else ""
        note = Note(NoteId(self._context.new_id()), number, text, kind, x, y, source, language, translation)
        note = board.write_note(replace(note, author=author, helper=helper), workshop)
        memberships = self._memberships([note.id], group) if group is not None else []
        self._context.store.apply(Label.ADD_NOTE, [note, *memberships])
        return NoteAdded(note.id, max(0, note.number))

    def bring_in(self, notes: Sequence[NoteToBringIn]) -> BroughtIn:
        """Add the notes of a file, with their groups, as one act."""
        workshop = self._context.need_open_day()
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
    def edit_note(self, note: NoteId, text: str) -> None:
        """Change the words of a note."""
        self._change(Label.EDIT_NOTE, board.edit_note(self._note(note), text))

    @action
    def recolour_note(self, note: NoteId, kind: NoteKind) -> None:
        """Make a note another kind: what matters, an idea, a question …"""
        self._change(Label.RECOLOUR_NOTE, board.recolour_note(self._note(note), kind))

    @action
    def move_notes(self, notes: dict[NoteId, tuple[float, ...]]) -> None:
        """Move notes, each to its place [x, y], as one act."""
        self._context.need_open_day()
        moved = [board.move_note(self._note(id_), *_place(place)) for id_, place in notes.items()]
        self._context.store.apply(Label.MOVE_NOTES, moved)

    @action
    def drop_note(
        self,
        note: NoteId,
        x: float = 0.0,
        y: float = 0.0,
        group: GroupId | None = None,
        out_of: GroupId | None = None,
    ) -> None:
        """Put a note down as one act: into a group, or loose at [x, y]; it leaves the group `out_of`.

        RuleBroken when the note is not in `out_of` any more.
        """
        self._context.need_open_day()
        carried = board.move_note(self._note(note), x, y)
        if group is not None and group == out_of:
            return
        gone: list[Membership] = []
        if out_of is not None:
            gone = board.leave_group(note, out_of, self._context.store.where(Membership, "note", note))
        if group is None:
            self._context.store.apply(Label.MOVE_NOTES, [carried], gone)
        else:
            self._context.store.apply(Label.PUT_IN_GROUP, self._memberships([note], group), gone)

    @action
    def withhold_note(self, note: NoteId, reason: str) -> None:
        """Put a note out of sight, with a reason; it is counted, never deleted."""
        self._context.store.apply(Label.WITHHOLD_NOTE, [board.withhold_note(self._note(note), reason)])

    @action
    def restore_note(self, note: NoteId) -> None:
        """Show a note again that was put out of sight."""
        restored = board.restore_note(self._note(note), self._context.workshop)
        if restored.number < 0 and restored.state is NoteState.SHOWN:  # it was put away while face down
            restored = replace(restored, number=self._context.store.next_number(Note))
        self._change(Label.RESTORE_NOTE, restored)

    @action
    def hide_writing(self) -> None:
        """From now on new notes stay face down until they are all turned over."""
        workshop = replace(self._context.need_open_day(), writing_hidden=True, finished=0)
        self._context.store.apply(Label.HIDE_WRITING, [workshop])

    @action
    def reveal(self) -> None:
        """Turn all notes over at once."""
        context = self._context
        workshop = replace(context.need_open_day(), writing_hidden=False)
        first = context.store.next_number(Note)
        turned = board.turn_over(context.store.all(Note), first, context.chance)
        self._context.store.apply(Label.REVEAL, [workshop, *turned])

    @action
    def finished(self) -> None:
        """Somebody has finished writing; only how many is kept."""
        workshop = self._context.need_open_day()
        self._context.store.apply(Label.FINISHED, [replace(workshop, finished=workshop.finished + 1)])

    # Groups

    @action
    def make_group(
        self, name: str = "", notes: list[NoteId] | None = None, kind: GroupKind = GroupKind.OWN
    ) -> GroupMade:
        """Make a group, with or without a name, with or without notes."""
        self._context.need_open_day()
        group = Group(GroupId(self._context.new_id()), tidy_line(name), self._next_position(), kind)
        for note in notes or []:
            self._note(note)
        memberships = [self._membership(n, group.id, i) for i, n in enumerate(dict.fromkeys(notes or []))]
        self._context.store.apply(Label.MAKE_GROUP, [group, *memberships])
        return GroupMade(group.id)

    @action
    def name_group(self, group: GroupId, name: str) -> None:
        """Name a group in the room's own words."""
        self._change(Label.NAME_GROUP, board.name_group(self._context.store.need(Group, group), name))

    @action
    def put_in_group(self, notes: list[NoteId], group: GroupId) -> None:
        """Put notes into a group; a note may lie in several."""
        self._context.need_open_day()
        for note in notes:
            self._note(note)
        self._context.store.apply(Label.PUT_IN_GROUP, self._memberships(notes, group))

    @action
    def take_from_group(self, notes: list[NoteId], group: GroupId) -> None:
        """Take notes out of a group; they stay on the board."""
        self._context.need_open_day()
        inside = self._context.store.where(Membership, "group", group)
        gone = [m for m in inside if m.note in set(notes)]
        if not gone:
            raise RuleBroken("These notes are not in that group. Nothing was changed.")
        self._context.store.apply(Label.TAKE_FROM_GROUP, [], gone)

    @action
    def mark_checked(self, group: GroupId, checked: bool = True) -> None:
        """Keep that the room has read a group back and agrees with its words."""
        found = self._context.store.need(Group, group)
        self._change(Label.MARK_CHECKED, replace(found, checked=checked))

    @action
    def add_idea(
        self,
        title: str,
        what: str = "",
        who_benefits: str = "",
        cost: str = "",
        effort: str = "",
        origin: list[str] | None = None,
        agreed: bool = False,
    ) -> IdeaAdded:
        """Make an idea card from notes and groups (`origin` holds their ids)."""
        self._context.need_open_day()
        idea = Idea(
            IdeaId(self._context.new_id()),
            self._context.store.next_number(Idea),
            must_say(tidy_line(title), "the idea a title"),
            tidy(what),
            tidy_line(who_benefits),
            tidy_line(cost),
            tidy_line(effort),
            tuple(self._known(id_) for id_ in origin or []),
            agreed,
        )
        self._context.store.apply(Label.ADD_IDEA, [idea])
        return IdeaAdded(idea.id, idea.number)

    @action
    def edit_idea(
        self,
        idea: IdeaId,
        title: str | None = None,
        what: str | None = None,
        who_benefits: str | None = None,
        cost: str | None = None,
        effort: str | None = None,
        origin: list[str] | None = None,
        agreed: bool | None = None,
    ) -> None:
        """Change an idea card; what is not said stays. An idea that went to a vote keeps its words."""
        self._context.need_open_day()
        found = self._unvoted(idea)
        changed = replace(
            found,
            title=found.title if title is None else must_say(tidy_line(title), "the idea a title"),
            what=found.what if what is None else tidy(what),
            who_benefits=found.who_benefits if who_benefits is None else tidy_line(who_benefits),
            cost=found.cost if cost is None else tidy_line(cost),
            effort=found.effort if effort is None else tidy_line(effort),
            origin=found.origin if origin is None else tuple(self._known(id_) for id_ in origin),
            agreed=found.agreed if agreed is None else agreed,
        )
        self._context.store.apply(Label.EDIT_IDEA, [changed])

    @action
    def remove_idea(self, idea: IdeaId) -> None:
        """Take an idea card away; its notes stay. An idea that was voted on or answered stays."""
        self._context.need_open_day()
        found = self._unvoted(idea)
        if any(d.source == idea for d in self._context.store.all(Decision)):
            raise RuleBroken("This idea has an answer, so it stays. Nothing was changed.")
        self._context.store.apply(Label.REMOVE_IDEA, [], [found])

    # What the methods above share

    def _number_for(self, source: NoteSource, workshop: Workshop) -> int:
        if board.lies_face_down(source, workshop):
            return board.stand_in(self._context.chance)
        return self._context.store.next_number(Note)

    def _unvoted(self, idea: IdeaId) -> Idea:
        found = self._context.store.need(Idea, idea)
        return board.not_voted_on(found, self._context.store.all(Round))

    def _change(self, label: Label, record: Note | Group) -> None:
        self._context.need_open_day()
        self._context.store.apply(label, [record])

    def _note(self, note: NoteId) -> Note:
        return self._context.store.need(Note, note)

    def _known(self, id_: str) -> str:
        """The id of a note or group that exists."""
        if self._context.store.get(Note, id_) is None:
            self._context.store.need(Group, id_)
        return id_

    def _next_position(self) -> int:
        return max((g.position for g in self._context.store.all(Group)), default=-1) + 1

    def _membership(self, note: NoteId, group: GroupId, position: int) -> Membership:
        return Membership(MembershipId(self._context.new_id()), note, group, position)

    def _memberships(self, notes: Sequence[NoteId], group: GroupId) -> list[Membership]:
        self._context.store.need(Group, group)
        ids = {note: MembershipId(self._context.new_id()) for note in notes}
        return board.put_in_group(notes, group, self._context.store.where(Membership, "group", group), ids)


def _place(place: Sequence[float]) -> tuple[float, float]:
    if len(place) != 2:
        raise RuleBroken("A place on the board is two numbers: [x, y]. Nothing was changed.")
    return place[0], place[1]
