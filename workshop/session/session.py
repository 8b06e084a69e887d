"""The doorway: whatever a screen, a script or a test does to a workshop, it does here.

A `Session` is one workshop, open. Each area holds the methods of one kind of act; each method is
one thing a person can do, one transaction, one undo step, one signal to whoever listens.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from workshop.domain.changes import Change
from workshop.domain.history import Entry
from workshop.domain.ids import THE_WORKSHOP, GroupId, NoteId, TagId
from workshop.domain.kinds import NoteKind
from workshop.domain.labels import Label
from workshop.domain.records import Group, Membership, Note, Record, Workshop
from workshop.domain.search import Index
from workshop.session import actions
from workshop.session.actions import action
from workshop.session.board import Board
from workshop.session.context import Context, fresh_id, repeatable
from workshop.session.looking_back import LookingBack
from workshop.session.pack import Pack
from workshop.session.people import People
from workshop.session.plan import Plan
from workshop.session.promises import Promises
from workshop.session.voting import Voting
from workshop.storage import place, snapshots
from workshop.storage.place import Place

R = TypeVar("R", bound=Record)
AREAS = ("plan", "people", "board", "voting", "promises", "pack")


@dataclass(frozen=True, slots=True)
class Found:
    """A note that holds the words looked for; `almost` when a slip in them was forgiven."""

    note: NoteId
    number: int
    text: str
    almost: bool = False


@dataclass(frozen=True)
class SnapshotTaken:
    """The name of a snapshot."""

    snapshot: str


class Session(LookingBack):
    """One workshop, open."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._index: Index | None = None  # made when somebody first looks for something
        self.plan = Plan(context)
        self.people = People(context)
        self.board = Board(context)
        self.voting = Voting(context)
        self.promises = Promises(context)
        self.pack = Pack(context)
        self.actions: Mapping[str, Callable[..., Any]] = actions.actions_of(self, AREAS)

    @classmethod
    def make(
        cls,
        folder: Path,
        title: str,
        passphrase: str | None,
        clock: Callable[[], datetime] = datetime.now,
        new_id: Callable[[], str] = fresh_id,
        chance: random.Random | None = None,
        seed: int | None = None,
    ) -> "Session":
        """A new workshop in `folder`; without a passphrase a practice workshop."""
        made = place.make(folder, clock, passphrase)
        if seed is not None:
            new_id, chance = repeatable(f"{seed}")
        session = cls(Context(made, clock, new_id, chance or random.SystemRandom()))
        day = Workshop(THE_WORKSHOP, title, practice=made.practice)
        made.store.apply(Label.MAKE_WORKSHOP, [day], barrier=True)
        return session

    @classmethod
    def open(
        cls,
        folder: Path,
        secret: str | None,
        clock: Callable[[], datetime] = datetime.now,
        new_id: Callable[[], str] = fresh_id,
        chance: random.Random | None = None,
        *,
        seed: int | None = None,
        read_only: bool = False,
    ) -> "Session":
        """The workshop in `folder`, opened with its passphrase or recovery key."""
        opened = place.open_(folder, clock, secret, read_only=read_only)
        if seed is not None:
            # Mixed with what happened before, or a second run would give out the ids of the first.
            new_id, chance = repeatable(f"{seed} after {opened.store.last_seq()}")
        session = cls(Context(opened, clock, new_id, chance or random.SystemRandom()))
        if not read_only:
            session.voting.put_in_order()
            session.people.put_equality_in_order()
            session.people.keep_words_of_old_answers()
        return session

    @property
    def place(self) -> Place:
        """Where this workshop lives."""
        return self._context.place

    @property
    def recovery_key(self) -> str:
        """The key to print and keep on paper; only straight after the workshop was made."""
        return self._context.place.recovery_key

    def close(self) -> None:
        """Let go of the workshop; all of it is saved already."""
        self._context.place.close()

    def write_file(self, path: Path, data: bytes) -> None:
        """Write a file whole or not at all."""
        self._context.write_file(path, data)

    def listen(self, listener: Callable[[Change], None]) -> None:
        """Tell `listener` of each change, after it is saved."""
        self._context.store.listeners.append(listener)

    # Reading, for the screens

    def day(self) -> Workshop:
        """The day itself."""
        return self._context.workshop

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a class, in their fixed order."""
        return self._context.store.all(kind)

    def get(self, kind: type[R], id_: str) -> R | None:
        """The record with this id, or None."""
        return self._context.store.get(kind, id_)

    def now(self) -> datetime:
        """The time on this computer's clock."""
        return self._context.clock()

    def saved_at(self) -> str:
        """When the last act was saved, as ISO text; "" before the first."""
        return self._context.store.saved_at()

    def last_acts(self, count: int = 3) -> tuple[Entry, ...]:
        """The acts that can be undone, the latest first."""
        return tuple(reversed(self._context.store.history.done[-count:]))

    def acted_at(self, seq: int) -> datetime | None:
        """When the act with this number was saved; None when there is none."""
        return self._context.store.acted_at(seq)

    def last_undone(self) -> Entry | None:
        """The act that `redo` would do again, under the number of its undoing; None when there is none."""
        undone = self._context.store.history.undone
        return undone[-1] if undone else None

    # What belongs to no area

    @action
    def undo(self, seq: int | None = None) -> Change:
        """Take back the last act, or the act with this number if nothing later touched the same thing."""
        return self.people.look_again_after(self._context.store.undo(seq))

    @action
    def redo(self) -> Change:
        """Do again what was undone last."""
        return self.people.look_again_after(self._context.store.redo())

    @action
    def snapshot(self) -> SnapshotTaken:
        """Keep a copy of this moment beside the workshop."""
        return SnapshotTaken(snapshots.take(self._context.place).name)

    @action
    def search(
        self,
        text: str,
        kinds: tuple[NoteKind, ...] = (),
        tags: tuple[TagId, ...] = (),
        group: GroupId | None = None,
        waiting: bool = False,
    ) -> tuple[Found, ...]:
        """Find notes in sight by their words, the closest first, whatever the capitals, accents and slips.

        `kinds` and `tags` ask for any of these. `waiting` is for the facilitator: notes that are not
        placed yet are found as well.
        """
        hits = self._words().find(text, kinds, tags, group, waiting)
        return tuple(Found(hit.note.id, hit.note.number, hit.note.text, hit.almost) for hit in hits)

    def search_groups(self, text: str) -> tuple[GroupId, ...]:
        """The groups in sight whose name holds these words, in their order."""
        return self._words().find_groups(text)

    def _words(self) -> Index:
        if self._index is None:
            self._index = Index(self.all(Note), self.all(Group), self.all(Membership))
            self.listen(self._index.apply)
        return self._index

    def perform(self, line: Mapping[str, Any]) -> dict[str, Any]:
        """Do what a JSON object says (`{"do": "board.add_note", …}`); the answer, once it is saved.

        Every act is answered with its number in the record of what happened, but for a ballot or an
        equality sheet: these are not in it.
        """
        if line.get("do") == "help":
            return {"ok": True, "result": actions.describe(self.actions)}
        done = actions.perform(self.actions, line)
        result = {} if done is None else actions.to_json(done)
        if line["do"] in ("voting.cast", "people.equality"):
            return {"ok": True, "result": result}
        return {"ok": True, "seq": self._context.store.last_seq(), "result": result}
