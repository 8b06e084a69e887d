"""What people may take back at the board: what was last done there by people, while it is fresh.

What the facilitator does (a note hidden, a step begun, the vote) is not theirs to take back: a
hidden note must not come into sight again at a touch of "Undo".
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from workshop.domain.history import Entry
from workshop.domain.labels import Label

OF_PEOPLE = frozenset(
    {
        Label.ADD_NOTE,
        Label.EDIT_NOTE,
        Label.RECOLOUR_NOTE,
        Label.MOVE_NOTES,
        Label.MAKE_GROUP,
        Label.NAME_GROUP,
        Label.PUT_IN_GROUP,
        Label.TAKE_FROM_GROUP,
        Label.MARK_CHECKED,
        Label.ADD_IDEA,
        Label.EDIT_IDEA,
        Label.REMOVE_IDEA,
    }
)
# Nobody at the board remembers what was done before; an old act would go away without being missed.
FRESH = timedelta(minutes=2)
LOOKED_AT = 200  # of the last acts: more than a room can do while one of them is fresh


def to_take_back(
    acts: Iterable[Entry], acted_at: Callable[[int], datetime | None], now: datetime
) -> Entry | None:
    """The act that "Undo" is about, out of those that can be undone, latest first; None for none.

    `acted_at` says when the act of a number was done.
    """
    last = next((act for act in acts if act.label in OF_PEOPLE), None)
    at = None if last is None else acted_at(last.seq)
    return None if at is None or now - at > FRESH else last
