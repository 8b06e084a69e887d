"""What can lie under a finger on the board, besides the empty board itself (None)."""

from typing import NamedTuple

from ui.board.overlays import Does
from workshop.domain.ids import GroupId, NoteId


class OnNote(NamedTuple):
    """A note."""

    note: NoteId


class OnButton(NamedTuple):
    """A painted button."""

    does: Does
    on: NoteId | GroupId


class OnName(NamedTuple):
    """The name of a group."""

    group: GroupId


class OnSentence(NamedTuple):
    """A sentence beside what is picked. Nothing happens when it is touched."""

    says: str


Touched = OnNote | OnButton | OnName | None
