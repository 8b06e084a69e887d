"""The board as a list: groups and under each its notes, then the loose notes, in reading order."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.words import Words
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import GroupKind, NoteState
from workshop.domain.records import Group, Membership, Note


@dataclass(frozen=True)
class GroupRow:
    """A group, and how many notes in sight it has; `group` is None above the loose notes."""

    group: GroupId | None
    name: str
    notes: int


@dataclass(frozen=True)
class NoteRow:
    """A note in sight."""

    note: NoteId
    group: GroupId | None
    text: str
    record: Note


Row = GroupRow | NoteRow


def rows(
    notes: Sequence[Note], groups: Sequence[Group], memberships: Sequence[Membership], words: Words
) -> list[Row]:
    """All rows. A note in two groups is in the list twice, as on the board."""
    seen = {note.id: note for note in notes if note.state is NoteState.SHOWN}
    inside: dict[GroupId, list[Note]] = {group.id: [] for group in groups}
    placed = set()
    for membership in memberships:
        if membership.note in seen and membership.group in inside:
            inside[membership.group].append(seen[membership.note])
            placed.add(membership.note)
    found: list[Row] = []
    for group in groups:
        found.append(GroupRow(group.id, name_of(group, words), len(inside[group.id])))
        found.extend(NoteRow(note.id, group.id, note.text, note) for note in inside[group.id])
    loose = sorted((n for n in seen.values() if n.id not in placed), key=lambda n: (n.y, n.x, n.number))
    if loose:
        found.append(GroupRow(None, words("Not in a group"), len(loose)))
        found.extend(NoteRow(note.id, None, note.text, note) for note in loose)
    return found


def name_of(group: Group, words: Words) -> str:
    """A group's own name, the fixed one of the two that are always there, or that it has none yet."""
    if group.kind is GroupKind.LATER:
        return words("For later")
    if group.kind is GroupKind.UNKNOWN:
        return words("We don’t know yet")
    return group.name or words("A group without a name")
