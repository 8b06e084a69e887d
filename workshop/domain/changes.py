"""A change as a value: what an act did to which records. Undo, repaint and tests all use it."""

from dataclasses import dataclass

from workshop.domain.records import Record


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record before and after an act; None on one side where it was made or removed."""

    table: str
    id: str
    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Change:
    """One act. `seq` is its number in the record of what happened; an empty diff changed nothing."""

    seq: int
    label: str
    diff: tuple[RecordChange, ...] = ()
