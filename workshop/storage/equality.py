"""The sealed box of the equality answers, and what they came to once it was closed.

The box (see `workshop.storage.box`) lies in a folder of its own beside the workshop's file, under the
name of the list that is asked. A sheet that is handed in falls apart into as many rows as every other
sheet, each of one question; all rows of all sheets are written anew in a fresh random order. No snapshot
and no copy holds the box. Closing writes the counts in one transaction and then destroys key and box; a
stop in between leaves a box of which the counts are kept already, and it is destroyed at the next open.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from workshop.storage.box import Box
from workshop.storage.engine import Database

FOLDER = "equality"
NOT_IN_COPY = "The equality answers that are not counted yet are not in this copy."


class EqualityBox(Box):
    """The box of one workshop, open. Use it in a `with` block."""

    table: ClassVar[str] = "answer"
    gone: ClassVar[str] = (
        "The box of the equality answers is not there. Everything else is safe. "
        "Please throw away what is left of it, and open a new one."
    )
    spoilt: ClassVar[str] = (
        "The equality answers cannot be read. Everything else is safe. "
        "Please throw them away, and open a new box."
    )

    def hand_in(self, rows: Sequence[bytes]) -> None:
        """Put in the rows of one sheet: all are on the disk when this returns, or none is in the box."""
        self._put(rows)

    def empty_out(self) -> tuple[bytes, ...]:
        """All rows of all sheets in random order, for counting. The box stays until `destroy`."""
        return tuple(self._unsealed())


def is_open(folder: Path) -> bool:
    """Whether a box of equality answers lies in the workshop's folder."""
    return bool(EqualityBox.ids_in(folder / FOLDER))


def keep_counts(database: Database, counts: Mapping[tuple[str, str], int]) -> None:
    """Write what was counted; whoever calls this has begun a transaction. No value goes into the log."""
    for question, code in sorted(counts):
        if counts[question, code]:
            row = [question, code, counts[question, code]]
            database.execute("INSERT INTO equality_count VALUES (?, ?, ?)", row)
