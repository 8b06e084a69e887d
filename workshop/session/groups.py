"""Groups: making them, naming them, filling them, putting them together and taking them apart."""

from dataclasses import dataclass, replace

from workshop.domain import board, grouping
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import GroupKind
from workshop.domain.labels import Label
from workshop.domain.records import Group, Membership
from workshop.domain.words import tidy_line
from workshop.session.actions import action
from workshop.session.board_part import BoardPart


@dataclass(frozen=True)
class GroupMade:
    """A new group."""

    group: GroupId


class Groups(BoardPart):
    """The acts on groups."""

    @action
    def make_group(
        self, name: str = "", notes: list[NoteId] | None = None, kind: GroupKind = GroupKind.OWN
    ) -> GroupMade:
        """Make a group, with or without a name, with or without notes."""
        self._context.need_open_day()
        group = self._new_group(name, kind)
        inside = self._on_board(dict.fromkeys(notes or []))
        memberships = [self._membership(note.id, group.id, i) for i, note in enumerate(inside)]
        self._context.store.apply(Label.MAKE_GROUP, [group, *memberships])
        return GroupMade(group.id)

    @action
    def name_group(self, group: GroupId, name: str) -> None:
        """Name a group in the room's own words."""
        self._change(Label.NAME_GROUP, board.name_group(self._group(group), name))

    @action
    def put_in_group(self, notes: list[NoteId], group: GroupId) -> None:
        """Put notes into a group; a note may lie in several."""
        self._context.need_open_day()
        self._on_board(notes)
        self._context.store.apply(Label.PUT_IN_GROUP, self._memberships(notes, group))

    @action
    def take_from_group(self, notes: list[NoteId], group: GroupId) -> None:
        """Take notes out of a group; they stay on the board."""
        self._context.need_open_day()
        gone = self._taken_out(notes, group, self._lying_in(group))
        self._context.store.apply(Label.TAKE_FROM_GROUP, [], gone)

    @action
    def mark_checked(self, group: GroupId, checked: bool = True) -> None:
        """Keep that the room has read a group back and agrees with its words."""
        self._change(Label.MARK_CHECKED, replace(self._group(group), checked=checked))

    @action
    def mark_feeling(self, group: GroupId, feeling: int) -> None:
        """Keep how a step of a journey felt: from -2, very bad, to 2, very good."""
        self._change(Label.MARK_FEELING, board.mark_feeling(self._group(group), feeling))

    @action
    def lock_area(self, group: GroupId, locked: bool = True) -> None:
        """Lock a group, so that its name stays and no note is moved in or out; or unlock it."""
        self._change(Label.LOCK_AREA, replace(self._group(group), locked=locked))

    @action
    def merge_groups(self, groups: list[GroupId]) -> None:
        """Put groups together into the first; all notes keep their links, and it can be taken apart."""
        self._context.need_open_day()
        found = [self._open_group(group) for group in groups]
        lying = [m for group in dict.fromkeys(groups) for m in self._in_very(group)]
        self._context.store.apply(Label.MERGE_GROUPS, grouping.merge_groups(found, lying))

    @action
    def unmerge_groups(self, group: GroupId) -> None:
        """Bring back all groups that were put into this one, with the notes that came along."""
        self._context.need_open_day()
        self._open_group(group)
        back = grouping.unmerge_groups(group, self._context.store.all(Group), self._in_very(group))
        self._context.store.apply(Label.UNMERGE_GROUPS, back)

    @action
    def split_group(self, group: GroupId, notes: list[NoteId], name: str = "") -> GroupMade:
        """Make a new group of some notes of a group; they leave the old one."""
        self._context.need_open_day()
        self._open_group(group)
        new, all_groups = self._new_group(name), self._context.store.all(Group)
        moved, gone = grouping.split_group(notes, group, new.id, all_groups, self._lying_in(group))
        self._context.store.apply(Label.SPLIT_GROUP, [new, *moved], gone)
        return GroupMade(new.id)

    def _new_group(self, name: str, kind: GroupKind = GroupKind.OWN) -> Group:
        return Group(GroupId(self._context.new_id()), tidy_line(name), self._next_position(), kind)

    def _in_very(self, group: GroupId) -> tuple[Membership, ...]:
        """What lies in this group, without what sleeps in those that were merged into it."""
        return self._context.store.where(Membership, "group", group)

    def _lying_in(self, group: GroupId) -> list[Membership]:
        """What lies in this group and in those that were merged into it."""
        parts = grouping.within(group, self._context.store.all(Group))
        return [m for part in sorted(parts) for m in self._in_very(part)]
