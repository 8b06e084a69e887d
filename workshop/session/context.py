"""The edges of the world that a session works with: file, clock, ids and chance, in one record."""

import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from workshop.domain.ids import THE_WORKSHOP
from workshop.domain.kinds import DayState, RoundState
from workshop.domain.records import Round, Workshop
from workshop.errors import RuleBroken
from workshop.storage import snapshots
from workshop.storage.engine import in_plain_words
from workshop.storage.files import write_whole
from workshop.storage.place import Place
from workshop.storage.store import Store

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def fresh_id() -> str:
    """An id of 12 characters that nobody can guess and that says nothing."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(12))


def repeatable(seed: str) -> tuple[Callable[[], str], random.Random]:
    """Ids and chance that are the same in every run with this seed, for runs that are to be repeated."""
    chance = random.Random(f"ids {seed}")
    return lambda: "".join(chance.choice(_ALPHABET) for _ in range(12)), random.Random(seed)


@dataclass(frozen=True)
class Context:
    """Everything a session needs from outside."""

    place: Place
    clock: Callable[[], datetime]
    new_id: Callable[[], str] = fresh_id
    chance: random.Random = random.SystemRandom()

    @property
    def store(self) -> Store:
        """The rows of this workshop."""
        return self.place.store

    @property
    def workshop(self) -> Workshop:
        """The day itself."""
        return self.store.need(Workshop, THE_WORKSHOP)

    def today(self) -> date:
        """The date on this computer's clock."""
        return self.clock().date()

    def need_open_day(self) -> Workshop:
        """The day; RuleBroken when it is closed (I81)."""
        workshop = self.workshop
        if workshop.state is DayState.CLOSED:
            raise RuleBroken(
                "This day is closed. Nothing was changed. Promises and answers can still be kept."
            )
        return workshop

    def open_round(self) -> Round | None:
        """The vote that is open now."""
        rounds = self.store.all(Round)
        return next((r for r in rounds if r.state is RoundState.OPEN), None)

    def refuse_while_voting(self, what: str) -> None:
        """RuleBroken while a vote is open; `what` begins the sentence."""
        if self.open_round() is not None:
            raise RuleBroken(
                f"{what} while a vote is open. Nothing was changed. Please close the vote first."
            )

    def keep_moment(self) -> None:
        """Keep a snapshot before something that cannot be undone."""
        snapshots.take(self.place)
        snapshots.thin_out(self.place.folder)

    def write_file(self, path: Path, data: bytes) -> None:
        """Write a file whole or not at all, in a folder that is made if it is not there."""
        if path.resolve().is_relative_to(self.place.folder.resolve()):
            raise RuleBroken("That folder belongs to the workshop itself. Nothing was written.")
        with in_plain_words():
            path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
