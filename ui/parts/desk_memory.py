"""What only the facilitator has noted for now: ticks and a half-typed note. Gone when the day is closed."""

from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from ui.bridge import Bridge
from workshop.domain.ids import GroupId, NoteId, StepId
from workshop.domain.kinds import NoteKind


@dataclass(frozen=True)
class Typed:
    """A note that was typed from paper, and the number of the act that made it."""

    note: NoteId
    act: int


@dataclass
class DeskMemory:
    """Kept while the workshop is open, in no file."""

    ticked: dict[StepId, set[int]] = field(default_factory=dict)
    draft: str = ""
    kind: NoteKind = NoteKind.MATTERS
    group: GroupId | None = None
    typed: list[Typed] = field(default_factory=list)


_MEMORIES: WeakKeyDictionary[Bridge, DeskMemory] = WeakKeyDictionary()


def memory_of(room: Bridge) -> DeskMemory:
    """The memory of an open workshop."""
    return _MEMORIES.setdefault(room, DeskMemory())
