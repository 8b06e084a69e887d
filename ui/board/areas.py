"""What the board keeps of a group and of a note in it: where they can be seen."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ui.board.layout import Rect
from workshop.domain.ids import GroupId, MembershipId, NoteId
from workshop.domain.kinds import GroupKind
from workshop.domain.records import Group, Membership


class Lying(NamedTuple):
    """A note where it can be seen: in a group, or loose."""

    note: NoteId
    group: GroupId | None
    rect: Rect


class Member(NamedTuple):
    """A note in a group; sorted, members are in the order of the group."""

    came_from: str
    position: int
    id: MembershipId
    note: NoteId


def member_of(membership: Membership) -> Member:
    """The place of a note in its group: the group's own first, then those of each group merged into it."""
    return Member(membership.came_from or "", membership.position, membership.id, membership.note)


@dataclass
class GroupArea:
    """One group on the board and the notes in it."""

    record: Group
    rect: Rect = Rect(0, 0, 0, 0)
    columns: int = 2
    high: float = 0.0  # of its notes one under another, where they lie so
    count: int = 0
    order: list[Member] = field(default_factory=list)
    shown: dict[NoteId, Rect] = field(default_factory=dict)

    @property
    def more(self) -> int:
        """How many notes are in the group beyond those that are shown."""
        return self.count - len(self.shown)

    @property
    def narrow(self) -> bool:
        """Whether the group is one note wide, with its name in lines above them."""
        return self.columns == 1 and self.record.kind is GroupKind.OWN
