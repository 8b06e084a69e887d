"""Quiet writing: whatever is done in whatever order, nothing tells who wrote what, or when (I20, I21)."""

import itertools
import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests import given
from tests.session.given import TITLE, Room, refused
from workshop.domain import board
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteSource, NoteState
from workshop.domain.records import Note
from workshop.errors import RuleBroken
from workshop.session.board import NoteToBringIn
from workshop.session.context import repeatable
from workshop.session.notes import Notes
from workshop.session.session import Session
from workshop.storage import log
from workshop.storage.store import Store

SECRET = "Nobody may know who wrote this"


def test_a_hidden_note_is_in_no_group_under_no_other_note_and_has_no_tag(room: Room) -> None:
    act, one = room.session.board, room.notes[0]
    tag = act.make_tag("Night").tag
    act.hide_writing()
    hidden = act.add_note(SECRET, group=room.garden, x=3, y=4, waiting=True).note
    kept = room.session.get(Note, hidden)
    assert kept is not None and (kept.x, kept.y, kept.waiting) == (0.0, 0.0, False)
    assert hidden not in {m.note for m in room.snapshot.memberships}
    acts: list[Callable[[], object]] = [
        lambda: act.put_in_group([hidden], room.garden),
        lambda: act.make_group("x", [hidden]),
        lambda: act.drop_note(hidden, group=room.garden),
        lambda: act.merge_notes([hidden, one]),
        lambda: act.merge_notes([one, hidden]),
        lambda: act.split_notes(hidden),
        lambda: act.tag_notes([hidden], tag),
        lambda: act.move_notes({hidden: (1, 2)}),
    ]
    for each in acts:
        with refused(room, "lies face down"):
            each()


def test_while_notes_lie_face_down_no_groups_are_brought_in(room: Room) -> None:
    room.session.board.hide_writing()
    with refused(room, "cannot come in groups"):
        room.session.board.bring_in([NoteToBringIn("x", "Outside")])
    room.session.board.bring_in([NoteToBringIn("x"), NoteToBringIn("y", "Old", source=NoteSource.PREPARED)])
    assert [(n.text, n.number < 0) for n in room.snapshot.notes if n.id not in room.notes] == [
        ("x", True),
        ("y", False),
    ]


def test_a_numbered_note_that_is_shown_again_stays_in_sight(room: Room) -> None:
    act = room.session.board
    act.withhold_note(room.notes[0], "by mistake")
    act.hide_writing()
    act.restore_note(room.notes[0])
    assert room.snapshot.notes[0].state is NoteState.SHOWN


class Quiet(RuleBasedStateMachine):
    """A workshop in which people write now openly, now face down, and think better of it."""

    def __init__(self) -> None:
        super().__init__()
        memory = Path("/dev/shm")
        self.folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
        seconds = itertools.count()
        self.session = Session.make(
            self.folder / "workshop",
            TITLE,
            None,
            lambda: given.NOW + timedelta(minutes=next(seconds)),
            *repeatable("1"),
        )
        self.numbers: dict[int, NoteId] = {}
        self.turned_over: set[NoteId] = set()

    def teardown(self) -> None:
        self.session.close()
        shutil.rmtree(self.folder)

    def notes(self) -> tuple[Note, ...]:
        return self.session.all(Note)

    def attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except RuleBroken as refusal:
            assert refusal.message

    @rule(source=st.sampled_from([NoteSource.TYPED, NoteSource.TYPED, NoteSource.PREPARED]))
    def write(self, source: NoteSource) -> None:
        written = self.session.board.add_note(SECRET, x=3.0, y=4.0, source=source)
        note = self.session.get(Note, written.note)
        assert note is not None
        hidden = self.session.day().writing_hidden and source is NoteSource.TYPED
        assert (note.state is NoteState.HIDDEN, written.number == 0) == (hidden, hidden)

    @rule(count=st.integers(1, 3))
    def bring_in(self, count: int) -> None:
        self.session.board.bring_in([NoteToBringIn(SECRET)] * count)

    @rule()
    def hide(self) -> None:
        self.session.board.hide_writing()

    @rule()
    def reveal(self) -> None:
        self.session.board.reveal()

    @rule(which=st.integers(0, 99), back=st.booleans())
    def put_away_or_show(self, which: int, back: bool) -> None:
        notes = self.notes()
        if notes:
            note = notes[which % len(notes)].id
            acts = self.session.board
            self.attempt(lambda: acts.restore_note(note) if back else acts.withhold_note(note, "twice"))

    @rule(which=st.integers(0, 99))
    def change_or_lay_together(self, which: int) -> None:
        notes = self.notes()
        if len(notes) > 1:
            one, other = notes[which % len(notes)].id, notes[(which + 1) % len(notes)].id
            self.attempt(lambda: self.session.board.edit_note(one, f"{SECRET} {which}"))
            self.attempt(lambda: self.session.board.merge_notes([one, other]))

    @rule(back=st.integers(0, 4))
    def undo(self, back: int) -> None:
        acts = self.session.last_acts(5)
        if acts:
            self.attempt(lambda: self.session.undo(acts[min(back, len(acts) - 1)].seq))

    @rule()
    def redo(self) -> None:
        self.attempt(self.session.redo)

    @invariant()
    def no_number_is_ever_given_twice(self) -> None:
        for note in self.notes():
            if note.number > 0:
                assert self.numbers.setdefault(note.number, note.id) == note.id
            assert note.number != 0

    @invariant()
    def what_lies_face_down_has_no_number_no_place_and_no_company(self) -> None:
        hidden = [note for note in self.notes() if note.state is NoteState.HIDDEN]
        assert all(n.number < 0 and (n.x, n.y, n.tags, n.same_as) == (0, 0, (), None) for n in hidden)
        assert all(n.number > 0 for n in self.notes() if n.state is NoteState.SHOWN)

    @invariant()
    def the_log_says_nothing_of_what_nobody_has_seen(self) -> None:
        """Of notes that were never in sight, and of the time of any act while writing is hidden."""
        self.turned_over |= {n.id for n in self.notes() if n.state is NoteState.SHOWN}
        quiet_at: int | None = None
        database = self.session.place.store.database
        for at, data in database.execute("SELECT at, diff FROM change ORDER BY seq").fetchall():
            lines = log.unpack(data)
            hides = [
                (line.after or {}).get("writing_hidden")
                for line in lines
                if line.table == "workshop" and "writing_hidden" in (line.after or {})
            ]
            if quiet_at is not None and hides != [0]:
                assert at == quiet_at
            quiet_at = at if hides == [1] else None if hides == [0] else quiet_at
            for line in lines:
                if line.table == "note" and line.id not in self.turned_over:
                    for cells in (line.before or {}, line.after or {}):
                        number = cells.get("number", -1)
                        assert isinstance(number, int) and number < 0
                        assert not cells.get("x") and not cells.get("y")


Quiet.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestQuiet = Quiet.TestCase

BROKEN: list[tuple[object, str, object]] = [
    (board, "stand_in", lambda chance: chance.randrange(1, 1 << 53)),
    (board, "lies_face_down", lambda source, workshop: False),
    (Store, "_is_quiet", lambda store: False),
    (Store, "next_number", lambda store, cls: 1 + max((n.number for n in store.all(cls)), default=0)),
    (Notes, "_number_for", lambda notes, source, workshop: notes._context.store.next_number(Note)),
]


@pytest.mark.parametrize(("owner", "name", "broken"), BROKEN)
def test_a_rule_that_is_broken_on_purpose_is_caught(
    owner: object, name: str, broken: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, name, broken)
    quick = settings(Quiet.TestCase.settings, phases=[Phase.generate], derandomize=True, database=None)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Quiet, settings=quick)
