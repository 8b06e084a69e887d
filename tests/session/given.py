"""An open practice workshop for the tests of this folder: fixed clock, seeded ids and chance.

`room` holds a session and what the tests of most areas need in it: two people, three notes, a group.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests import given
from tests.given import TODAY
from workshop.domain.ids import GroupId, NoteId, OptionId, PersonId, RoundId
from workshop.domain.labels import Label
from workshop.domain.records import Workshop
from workshop.domain.snapshot import Snapshot
from workshop.errors import RuleBroken
from workshop.session.context import repeatable
from workshop.session.session import Session
from workshop.session.voting import NewOption, RoundOpened

TITLE = "The new waiting room"
SOON = TODAY + timedelta(days=30)
IDEAS = ("Benches", "A kettle", "Bus times")


def session(folder: Path, seed: int = 1) -> Session:
    """A practice workshop in `folder`, made and open."""
    return Session.make(folder, TITLE, None, given.clock, *repeatable(str(seed)))


def opened_again(folder: Path, seed: int = 99, *, read_only: bool = False) -> Session:
    """The workshop in `folder`, opened after a stop; with a seed of its own, so that no id comes twice."""
    edges = (given.clock, *repeatable(str(seed)))
    return Session.open(folder, None, *edges, read_only=read_only)


@dataclass
class Room:
    """A workshop in which people have begun to write."""

    session: Session
    amina: PersonId = field(init=False)
    ruth: PersonId = field(init=False)
    notes: list[NoteId] = field(init=False)
    garden: GroupId = field(init=False)

    def __post_init__(self) -> None:
        people, board = self.session.people, self.session.board
        self.amina = people.arrive("Amina", [], full_name="Amina Khan", contact="07700 900123").person
        self.ruth = people.arrive("Ruth", []).person
        self.notes = [board.add_note(f"Words of note {n}").note for n in (1, 2, 3)]
        self.garden = board.make_group("Garden", self.notes[:2]).group

    @property
    def snapshot(self) -> Snapshot:
        """Everything, now."""
        return self.session.place.store.snapshot()

    @property
    def day(self) -> Workshop:
        """The day itself, now."""
        return self.snapshot.workshop

    def last_seq(self) -> int:
        """The number of the last act."""
        return self.session.place.store.last_seq()

    def do(self, name: str, /, **parameters: Any) -> Any:
        """Perform an action by name; its result."""
        return self.session.perform({"do": name, **parameters})["result"]

    def open_vote(self, **rules: Any) -> RoundOpened:
        """A vote on three ideas, open."""
        ideas: list[NewOption | str] = [NewOption(title) for title in IDEAS]
        return self.session.voting.open_round("What first?", "What helps most people", ideas, **rules)

    def vote(self, opened: RoundOpened, *ballots: tuple[int, ...]) -> None:
        """Cast these ballots, each as dots in option order."""
        for dots in ballots:
            choices = {o.id: n for o, n in zip(opened.options, dots, strict=False) if n}
            self.session.voting.cast(opened.round, choices)

    def close_day(self) -> None:
        """The day, ended."""
        self.session.plan.close_day(SOON)


@contextmanager
def refused(room: Room, words: str) -> Iterator[None]:
    """The block is refused with these words (a pattern), and nothing at all was changed by it."""
    before, seq, boxes = room.snapshot, room.last_seq(), boxes_of(room)
    with pytest.raises(RuleBroken, match=words) as caught:
        yield
    assert_plain(caught.value.message)
    assert (room.snapshot, room.last_seq(), boxes_of(room)) == (before, seq, boxes)


def boxes_of(room: Room) -> dict[str, bytes]:
    """The files of ballot boxes, as bytes."""
    folder = room.session.place.folder / "rounds"
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())} if folder.is_dir() else {}


def assert_plain(message: str) -> None:
    """A sentence for people: it ends, it can be written down, it says no word of Python."""
    assert message[-1] in ".!”"
    message.encode()
    for word in ("Traceback", "Error", "<class", "NoneType", "0x"):
        assert word not in message


def same_board(before: Snapshot, after: Snapshot) -> bool:
    """Whether two moments hold the same but for the people."""
    none = {"people": (), "needs": (), "answers": (), "signatures": (), "issued": ()}
    return replace(before, **none) == replace(after, **none)  # type: ignore[arg-type]


NO_ROUND, NO_OPTION = RoundId("nothing"), OptionId("nothing")


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = given.NOW

    def __call__(self) -> datetime:
        return self.now


def offered(room: Room, most: int = 3, **more: bool) -> list[tuple[str, str, int]]:
    """What can be taken back, by what it is called, first words and how many notes."""
    return [(r.label, r.what, r.many) for r in room.session.recent(most, **more)]


def told(room: Room) -> str:
    """All that undo and redo say, to people and at the desk."""
    session = room.session
    return str((session.recent(99), session.recent(99, of_people=False), session.again()))


def expect_each_is_undone(room: Room, acts: Iterable[tuple[Label, Callable[[], object]]]) -> None:
    """Each act changes something, is taken back by its name, and done again."""
    for label, act in acts:
        before = room.snapshot
        act()
        after = room.snapshot
        assert after != before
        assert room.session.undo().label == label
        assert room.snapshot == before
        assert room.session.redo().label == label
        assert room.snapshot == after
