"""What all parts of the board share: finding notes and groups, and laying one into the other."""

from collections.abc import Iterable, Sequence

from workshop.domain import board, grouping
from workshop.domain.ids import GroupId, MembershipId, NoteId
from workshop.domain.labels import Label
from workshop.domain.records import Group, Membership, Note
from workshop.session.context import Context


class BoardPart:
    """One part of the area `board`; its acts are about the same notes and groups as those of the others."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def _change(self, label: Label, record: Note | Group) -> None:
        self._context.need_open_day()
        self._context.store.apply(label, [record])

    # Notes

    def _note(self, note: NoteId) -> Note:
        return self._context.store.need(Note, note)

    def _on_board(self, notes: Iterable[NoteId]) -> list[Note]:
        """The notes, each of which people can take up."""
        return [board.need_on_board(self._note(note)) for note in notes]

    def _movable(self, note: NoteId) -> Note:
        """A note that people can take up and that lies in no locked group."""
        for membership in self._lying(note):
            board.need_not_locked(self._context.store.need(Group, membership.group))
        return board.need_on_board(self._note(note))

    def _lying(self, note: NoteId) -> tuple[Membership, ...]:
        return self._context.store.where(Membership, "note", note)

    def _stack_of(self, note: NoteId) -> list[Note]:
        """The note with all that lie in one stack with it, in sight or not."""
        first = self._note(self._note(note).same_as or note)
        return [first, *self._context.store.where(Note, "same_as", first.id)]

    # Groups

    def _group(self, group: GroupId) -> Group:
        """A group that is on the board."""
        return board.need_seen(self._context.store.need(Group, group))

    def _open_group(self, group: GroupId) -> Group:
        """A group that notes may be moved in and out of."""
        return board.need_unlocked(self._context.store.need(Group, group))

    def _next_position(self) -> int:
        return max((g.position for g in self._context.store.all(Group)), default=-1) + 1

    def _membership(self, note: NoteId, group: GroupId, position: int) -> Membership:
        return Membership(self._membership_id(), note, group, position)

    def _memberships(self, notes: Sequence[NoteId], group: GroupId) -> list[Membership]:
        self._open_group(group)
        ids = {note: self._membership_id() for note in notes}
        return board.put_in_group(notes, group, self._context.store.where(Membership, "group", group), ids)

    def _taken_out(
        self, notes: Iterable[NoteId], group: GroupId, lying: Iterable[Membership]
    ) -> list[Membership]:
        """The memberships that end when notes leave a group."""
        self._open_group(group)
        return grouping.take_out(notes, group, self._context.store.all(Group), lying)

    def _membership_id(self) -> MembershipId:
        return MembershipId(self._context.new_id())
