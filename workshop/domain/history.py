"""Which act comes back next: the undo and redo stacks, folded from the record of what happened.

The stacks are never stored. They are read off the log, so they cannot drift from it and both
survive a crash. Undoing is an act of its own that points at what it reverses; redoing is undoing that.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """One act as the stacks see it. `reverts` is the act it reverses; a barrier stops all undo."""

    seq: int
    label: str
    reverts: int | None = None
    barrier: bool = False
    undoable: bool = True


@dataclass(slots=True)
class History:
    """The two stacks, each in order of `seq`; the last entry of each is what comes next."""

    done: list[Entry] = field(default_factory=list)
    undone: list[Entry] = field(default_factory=list)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "History":
        """The stacks after all these acts, given in order."""
        history = cls()
        for entry in entries:
            history.add(entry)
        return history

    def add(self, entry: Entry) -> None:
        """Take one more act into account."""
        if entry.barrier:
            self.done.clear()
            self.undone.clear()
        elif entry.reverts is not None:
            self._move(entry)
        elif entry.undoable:
            self.done.append(entry)
            self.undone.clear()  # what was undone cannot be redone over a newer act

    def _move(self, entry: Entry) -> None:
        """An undo goes from done to undone, a redo back again."""
        for source, target in ((self.done, self.undone), (self.undone, self.done)):
            index = _place(source, entry.reverts)
            if index is not None:
                del source[index]
                target.append(Entry(entry.seq, entry.label))
                return

    def find(self, seq: int) -> Entry | None:
        """The act `seq` if it can still be undone."""
        index = _place(self.done, seq)
        return None if index is None else self.done[index]


def _place(stack: list[Entry], seq: int | None) -> int | None:
    """Where the act `seq` stands in a stack; both stacks grow by the newest act only."""
    if seq is None:
        return None
    index = bisect_left(stack, seq, key=lambda entry: entry.seq)
    return index if index < len(stack) and stack[index].seq == seq else None
