"""Laying together and taking apart, of groups and of notes, so that nothing is lost either way (I23).

Groups: one that was merged into another stays as it is but is not seen; what lay in it lies in the
other one and remembers where it came from. Only a note that lay in both keeps its second membership
in the group that is gone, asleep. A membership never changes its position, so it comes back to it.

Notes: of those that say the same, one lies on top and is named by the `same_as` of all others. They
keep their own places and groups, so that taking them apart brings everything back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import GroupKind, NoteState
from workshop.domain.records import Group, Membership, Note
from workshop.errors import RuleBroken

# Groups


def within(group: GroupId, groups: Iterable[Group]) -> frozenset[GroupId]:
    """The group and all that were merged into it, at whatever remove."""
    into = {g.id: g.merged_into for g in groups}
    return frozenset(id_ for id_ in into if group in _way_out(id_, into))


def _way_out(group: GroupId, into: Mapping[GroupId, GroupId | None]) -> list[GroupId]:
    """The group, the one it was merged into, and so on."""
    way = [group]
    while (outer := into.get(way[-1])) is not None:
        way.append(outer)
    return way


def order_in_group(membership: Membership) -> tuple[str, int, str]:
    """The key that sorts the notes of a group: first its own, then those of each group merged into it."""
    return membership.came_from or "", membership.position, membership.id


def merge_groups(groups: Sequence[Group], memberships: Iterable[Membership]) -> list[Group | Membership]:
    """The records that change when the groups become one with the first of them.

    RuleBroken for fewer than two, and for an area whose name is fixed: it has to stay to be seen.
    """
    first, *others = _different(groups)
    if any(group.kind is not GroupKind.OWN for group in others):
        raise RuleBroken("This area keeps its place. Nothing was changed. Put the other group into it.")
    lying = list(memberships)
    there = {m.note for m in lying if m.group == first.id}
    moved = []
    for group in others:
        coming = [m for m in lying if m.group == group.id and m.note not in there]
        there |= {m.note for m in coming}
        moved += [replace(m, group=first.id, came_from=m.came_from or group.id) for m in coming]
    return [*(replace(group, merged_into=first.id) for group in others), *moved]


def _different(groups: Sequence[Group]) -> list[Group]:
    found = list({group.id: group for group in groups}.values())
    if len(found) < 2:
        raise RuleBroken("It takes two groups to put them together. Nothing was changed.")
    return found


def unmerge_groups(
    group: GroupId, groups: Sequence[Group], memberships: Iterable[Membership]
) -> list[Group | Membership]:
    """The records that change when all that was merged into the group comes back, with what came along.

    What was put into the group since stays in it. RuleBroken when nothing was merged into it.
    """
    back = [g for g in groups if g.merged_into == group]
    if not back:
        raise RuleBroken("Nothing was put together with this group. Nothing was changed.")
    home = {part: g.id for g in back for part in within(g.id, groups)}
    moved = []
    for m in memberships:
        if m.group == group and m.came_from in home:
            target = home[m.came_from]
            moved.append(replace(m, group=target, came_from=None if m.came_from == target else m.came_from))
    return [*(replace(g, merged_into=None) for g in back), *moved]


def split_group(
    notes: Iterable[NoteId],
    group: GroupId,
    new: GroupId,
    groups: Iterable[Group],
    memberships: Iterable[Membership],
) -> tuple[list[Membership], list[Membership]]:
    """What changes and what ends when these notes move from one group into a new one.

    RuleBroken when none of them is in the group.
    """
    gone = take_out(notes, group, groups, memberships)
    seen = {m.note: m for m in gone if m.group == group}
    moving = [seen[note] for note in dict.fromkeys(notes) if note in seen]
    moved = [replace(m, group=new, position=i, came_from=None) for i, m in enumerate(moving)]
    return moved, [m for m in gone if m.group != group]


def take_out(
    notes: Iterable[NoteId], group: GroupId, groups: Iterable[Group], memberships: Iterable[Membership]
) -> list[Membership]:
    """The memberships that end when the notes leave the group, with those that sleep inside it.

    RuleBroken when none of them is in the group any more.
    """
    leaving, inside = set(notes), within(group, groups)
    gone = [m for m in memberships if m.note in leaving and m.group in inside]
    if not any(m.group == group for m in gone):
        raise RuleBroken("This note is not in that group any more. Nothing was changed.")
    return gone


# Notes


def stacks(notes: Iterable[Note]) -> dict[NoteId, tuple[NoteId, ...]]:
    """For each note that lies on others, those under it, by number; a note on its own is not in it.

    Only notes in sight lie in a stack. Should the one on top not be in sight, the next one by number does.
    """
    members: dict[NoteId, list[Note]] = {}
    tops: dict[NoteId, Note] = {}
    for note in notes:
        if note.state is NoteState.SHOWN and note.same_as is not None:
            members.setdefault(note.same_as, []).append(note)
        elif note.state is NoteState.SHOWN:
            tops[note.id] = note
    found = {}
    for first, others in members.items():
        others.sort(key=_by_number)
        top, *under = [tops[first], *others] if first in tops else others
        if under:
            found[top.id] = tuple(note.id for note in under)
    return found


def _by_number(note: Note) -> int:
    return note.number


def lying_under(notes: Iterable[Note]) -> dict[NoteId, NoteId]:
    """For each note that lies under another one, that other one."""
    return {under: top for top, others in stacks(notes).items() for under in others}


def lay_on_top(first: NoteId, stack: Iterable[Note]) -> list[Note]:
    """The notes of a stack that change when the first of them is to lie on top."""
    moved = [(note, replace(note, same_as=None if note.id == first else first)) for note in stack]
    return [new for old, new in moved if new != old]


def merge_notes(notes: Sequence[NoteId], stacked: Iterable[Note]) -> list[Note]:
    """The notes that change when these and all in their stacks come under the first of them.

    `stacked` are all notes of these stacks. RuleBroken for fewer than two, or when they lie together.
    """
    if len(set(notes)) < 2:
        raise RuleBroken("It takes two notes to lay them together. Nothing was changed.")
    changed = lay_on_top(notes[0], stacked)
    if not changed:
        raise RuleBroken("These notes lie together already. Nothing was changed.")
    return changed


def split_notes(note: NoteId, stack: Sequence[Note]) -> list[Note]:
    """The notes that change when a stack is taken apart, or when one that lies under leaves it.

    RuleBroken when the note lies on its own.
    """
    if note in lying_under(stack):
        return [replace(n, same_as=None) for n in stack if n.id == note]
    apart = [replace(n, same_as=None) for n in stack if n.same_as is not None]
    if not apart:
        raise RuleBroken("This note lies on its own. Nothing was changed.")
    return apart


def keep_tops(changed: Iterable[Note], stacked: Iterable[Note]) -> list[Note]:
    """The changed notes, and what changes with them so that each stack has one in sight on top.

    `stacked` are all notes of their stacks. The next one by number comes to lie on top where the one
    that lay there goes out of sight, or where all were out of sight and one comes back.
    """
    before = {note.id: note for note in stacked}
    now = before | {note.id: note for note in changed}
    for first in {note.same_as: None for note in now.values()}:
        if first in now and now[first].state is not NoteState.SHOWN:
            under = [note for note in now.values() if note.same_as == first]
            shown = [note for note in under if note.state is NoteState.SHOWN]
            if shown:
                top = min(shown, key=_by_number).id
                now |= {note.id: note for note in lay_on_top(top, [now[first], *under])}
    return [note for note in now.values() if note != before.get(note.id)]


# Both


def arrange(
    notes: Sequence[Note], groups: Iterable[Group], memberships: Iterable[Membership]
) -> tuple[dict[GroupId, list[NoteId]], list[NoteId]]:
    """Which notes are read where: those of each group that is on the board, and those that lie in none.

    A note that lies under another one comes right after it, wherever that one is, and nowhere else. A
    note that still waits lies in no group, nor does one of which all that is left sleeps in a group that
    was merged away, because its way there was brought back later. So every note is somewhere (I21).
    """
    under, stacked = lying_under(notes), stacks(notes)
    waiting = {note.id for note in notes if note.waiting}
    inside: dict[GroupId, dict[NoteId, None]] = {g.id: {} for g in groups if g.merged_into is None}
    placed = set()
    for m in sorted(memberships, key=order_in_group):
        if m.group in inside and m.note not in under and m.note not in waiting:
            inside[m.group] |= dict.fromkeys((m.note, *stacked.get(m.note, ())))
            placed.add(m.note)
    tops = (note.id for note in notes if note.id not in placed and note.id not in under)
    loose = [id_ for top in tops for id_ in (top, *stacked.get(top, ()))]
    return {group: list(found) for group, found in inside.items()}, loose
