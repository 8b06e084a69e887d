"""The sealed ballot box: a box (see `workshop.storage.box`) of one round, that forgets who came when.

A ballot is one row. Beside the rows lie two numbers that two people counted by hand: how many ballots
were typed in from paper, and how many sheets could not be counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from workshop.storage.box import Box


@dataclass(frozen=True)
class Emptied:
    """All ballots of a round, unsealed and in random order, with the counts of the paper ones."""

    ballots: tuple[bytes, ...]
    on_paper: int
    spoiled: int


class BallotBox(Box):
    """The box of one round, open. Use it in a `with` block."""

    table: ClassVar[str] = "ballot"
    counted: ClassVar[tuple[str, ...]] = ("on_paper", "spoiled")
    gone: ClassVar[str] = (
        "The box of this vote is not there. Everything else is safe. Please cancel the vote and vote again."
    )
    spoilt: ClassVar[str] = (
        "The ballots of this vote cannot be read. Everything else is safe. "
        "Please cancel the vote and vote again."
    )

    def cast(self, plain: bytes) -> None:
        """Seal one ballot and put it in. It is on the disk when this returns, or not in the box at all."""
        self._put([plain])

    def cast_many(self, plain: Sequence[bytes], *, spoiled: int = 0) -> None:
        """Put in a batch of paper ballots as one act; `spoiled` sheets are only counted."""
        self._put(plain, on_paper=len(plain), spoiled=spoiled)

    def empty_out(self) -> Emptied:
        """Unseal all ballots, for counting. The box itself stays as it is until `destroy`."""
        with self._in_words_of_the_box():
            on_paper, spoiled = self._database.execute("SELECT on_paper, spoiled FROM box").fetchone()
        return Emptied(tuple(self._unsealed()), on_paper, spoiled)
