"""Groups and what lies in them, as pages read them out and make ideas from them."""

from collections.abc import Sequence

from ui.bridge import Bridge
from workshop.domain.ids import GroupId
from workshop.domain.kinds import NoteState
from workshop.domain.records import Group, Idea, Membership, Note


def notes_in(room: Bridge, group: GroupId | None) -> tuple[Note, ...]:
    """The notes in sight of a group in their order; of None those that lie in no group."""
    seen = {note.id: note for note in room.all(Note) if note.state is NoteState.SHOWN}
    memberships = room.all(Membership)
    if group is None:
        placed = {m.note for m in memberships}
        return tuple(note for id_, note in seen.items() if id_ not in placed)
    return tuple(seen[m.note] for m in memberships if m.group == group and m.note in seen)


def ideas_from(ideas: Sequence[Idea], group: Group | None, notes: Sequence[Note]) -> int:
    """How many ideas came from this group, or from these loose notes."""
    sources = {str(group.id)} if group is not None else {str(note.id) for note in notes}
    return sum(1 for idea in ideas if sources & set(idea.origin))


def next_group(groups: Sequence[Group], group: GroupId) -> Group | None:
    """The group after this one, in the order of the board."""
    ids = [g.id for g in groups]
    place = ids.index(group) + 1 if group in ids else 0
    return groups[place] if place < len(groups) else None
