"""What people may take back or change at the board themselves: their own doing, while it is fresh.

What the facilitator does (a note hidden, a step begun, the vote) is not theirs to take back: a
hidden note must not come into sight again at a touch of "Undo". And after two minutes nobody at the
board remembers: an old act would go away without being missed, an old note belongs to the room.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from workshop.domain.history import Entry
from workshop.domain.kinds import NoteSource, NoteState
from workshop.domain.labels import Label
from workshop.domain.records import Note

OF_PEOPLE = frozenset(
    {
        Label.ADD_NOTE,
        Label.EDIT_NOTE,
        Label.RECOLOUR_NOTE,
        Label.MOVE_NOTES,
        Label.MERGE_NOTES,
        Label.SPLIT_NOTES,
        Label.MARK_EMOTION,
        Label.DRAW,
        Label.MAKE_GROUP,
        Label.NAME_GROUP,
        Label.PUT_IN_GROUP,
        Label.TAKE_FROM_GROUP,
        Label.MERGE_GROUPS,
        Label.UNMERGE_GROUPS,
        Label.SPLIT_GROUP,
        Label.MARK_CHECKED,
        Label.MARK_FEELING,
        Label.ADD_IDEA,
        Label.EDIT_IDEA,
        Label.REMOVE_IDEA,
    }
)
FRESH = timedelta(minutes=2)
LOOKED_AT = 200  # of the last acts: more than a room can do while one of them is fresh
AT_THE_SCREEN = frozenset({NoteSource.TYPED, NoteSource.SPOKEN})


def fresh_acts(
    acts: Iterable[Entry], acted_at: Callable[[int], datetime | None], now: datetime
) -> Iterator[tuple[Entry, datetime]]:
    """Those of people's acts that are fresh, each with its time, in the order they are given.

    `acted_at` says when the act of a number was done. A clock that was set back makes none stale.
    """
    for act in acts:
        at = acted_at(act.seq) if act.label in OF_PEOPLE else None
        if at is not None and now - at <= FRESH:
            yield act, at


def may_change(note: Note, written: datetime | None, now: datetime) -> bool:
    """Whether people may still change or take back the words of a note, written then.

    None for a note of which nobody knows when it was written. What was typed from paper, for somebody
    absent, or before today is only changed at the facilitator's side. What lies face down is nobody's
    to read, so not to change either.
    """
    fresh = written is not None and now - written <= FRESH
    return fresh and note.source in AT_THE_SCREEN and note.state is NoteState.SHOWN
