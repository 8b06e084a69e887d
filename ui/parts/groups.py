"""Groups and what lies in them, as pages read them out and make ideas from them."""

from collections.abc import Iterable, Sequence

from ui.bridge import Bridge
from ui.parts.listing import board_of, is_on_board
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.records import Group, Idea, Membership, Note


def notes_in(room: Bridge, group: GroupId | None) -> tuple[Note, ...]:
    """The notes in sight of a group in their order; of None those that lie in no group.

    Of notes that say the same only the one on top is here: `also` has the words of the others.
    """
    seen = {note.id: note for note in room.all(Note) if is_on_board(note)}
    top = {id_: note for id_, note in seen.items() if note.same_as not in seen}
    board = {g.id for g in board_of(room.all(Group))}
    memberships = [m for m in room.all(Membership) if m.group in board]
    if group is None:
        placed = {m.note for m in memberships}
        return tuple(note for id_, note in top.items() if id_ not in placed)
    return tuple(top[m.note] for m in memberships if m.group == group and m.note in top)


def also(notes: Iterable[Note]) -> dict[NoteId, tuple[str, ...]]:
    """By the note on top: the words of those under it, where they say it in other words."""
    seen = {note.id: note for note in notes if is_on_board(note)}
    found: dict[NoteId, tuple[str, ...]] = {}
    for note in seen.values():
        above = seen.get(note.same_as) if note.same_as is not None else None
        if above is not None and note.text not in (above.text, *found.get(above.id, ())):
            found[above.id] = (*found.get(above.id, ()), note.text)
    return found


def ideas_from(ideas: Sequence[Idea], group: Group | None, notes: Sequence[Note]) -> int:
    """How many ideas came from this group, or from these loose notes."""
    sources = {str(group.id)} if group is not None else {str(note.id) for note in notes}
    return sum(1 for idea in ideas if sources & set(idea.origin))


def next_group(groups: Sequence[Group], group: GroupId) -> Group | None:
    """The group after this one on the board, in its order."""
    board = board_of(groups)
    ids = [g.id for g in board]
    place = ids.index(group) + 1 if group in ids else 0
    return board[place] if place < len(board) else None
