"""The store against a model that keeps copies: whatever is done in whatever order, both tell the same.

The model knows nothing of rows, cells or diffs. It keeps every state as a dict of records, and takes
an act back by putting the old records in the place of the new ones.
"""

import random
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlcipher3 import dbapi2

from tests import given
from workshop.domain.board import stand_in
from workshop.domain.changes import Change, RecordChange
from workshop.domain.history import History
from workshop.domain.ids import DrawingId, IdeaId, PersonId, TagId
from workshop.domain.kinds import Item, NoteState, Scope
from workshop.domain.labels import Label
from workshop.domain.persons import Person
from workshop.domain.records import Drawing, Group, Idea, Membership, Note, Record, Tag
from workshop.errors import RuleBroken
from workshop.storage import log
from workshop.storage.rows import to_row
from workshop.storage.store import Store

Key = tuple[str, str]
State = dict[Key, Record]
PICK = st.integers(0, 1_000_000)  # which of the things that are there
WORDS = st.text(max_size=12)
PLACES = st.floats(-1e6, 1e6)
SAID_BY_A_PERSON = "zyxwvut"  # stands in every value of every person, and nowhere else
SAID_ON_THE_BOARD = "qwertzu"


@dataclass(frozen=True)
class Act:
    """One act of the model: everything before it, and everything after it."""

    seq: int
    before: State
    after: State

    @property
    def touched(self) -> set[Key]:
        keys = self.before.keys() | self.after.keys()
        return {key for key in keys if self.before.get(key) != self.after.get(key)}

    @property
    def made(self) -> set[str]:
        return {id_ for table, id_ in self.touched if (table, id_) not in self.before}

    @property
    def named(self) -> set[str | None]:
        """What the records of this act name without a foreign key."""
        records = [self.after[key] for key in self.touched if key in self.after]
        found: set[str | None] = {id_ for r in records if isinstance(r, Idea) for id_ in r.origin}
        found |= {id_ for r in records if isinstance(r, Note) for id_ in (*r.tags, r.same_as)}
        return found | {r.merged_into for r in records if isinstance(r, Group)}


def is_sound(state: State) -> bool:
    """Whether all that is pointed at is there, and no note lies twice in one group."""
    lying = [r for r in state.values() if isinstance(r, Membership)]
    needed: set[Key] = {("note", r.note) for r in lying} | {("note_group", r.group) for r in lying}
    needed |= {("note", id_) for r in state.values() if isinstance(r, Idea) for id_ in r.origin}
    needed |= {("note", r.note) for r in state.values() if isinstance(r, Drawing)}
    notes = [r for r in state.values() if isinstance(r, Note)]
    needed |= {("note", n.same_as) for n in notes if n.same_as} | {("tag", t) for n in notes for t in n.tags}
    needed |= {
        ("note_group", r.merged_into) for r in state.values() if isinstance(r, Group) and r.merged_into
    }
    return needed <= state.keys() and len({(r.note, r.group) for r in lying}) == len(lying)


def lays_stack_under_stack(act: Act, state: State) -> bool:
    """Whether taking the act back laid a note of it under one that lies under another, or that has others."""
    notes = {r.id: r.same_as for r in state.values() if isinstance(r, Note)}
    came = [n for key in act.touched if isinstance(n := act.before.get(key), Note) and n.same_as is not None]
    after = {n.id: act.after.get(("note", n.id)) for n in came}  # None for a note that the act took away
    came = [n for n in came if not isinstance(now := after[n.id], Note) or now.same_as != n.same_as]
    return any(n.same_as and notes[n.same_as] is not None or n.id in notes.values() for n in came)


class Room(RuleBasedStateMachine):
    """A store and its model, side by side."""

    @initialize()
    def begin(self) -> None:
        self.store = given.store()
        self.told: list[Change] = []
        self.store.listeners.append(self.told.append)
        self.board: State = {}
        self.people: State = {}
        self.done: list[Act] = []
        self.undone: list[Act] = []
        self.seq = 0
        self.numbers: set[int] = set()
        assert self.store.history == History()  # read once, so that it is kept up act by act

    # What the rules share

    def pick(self, cls: type[Any], which: int) -> Any:
        there = [r for r in (self.board | self.people).values() if isinstance(r, cls)]
        return there[which % len(there)]

    def has(self, *classes: type[Any]) -> bool:
        there = {type(r) for r in (self.board | self.people).values()}
        return set(classes) <= there

    def apply(self, put: list[Record], remove: list[Record] | None = None, barrier: bool = False) -> None:
        """One act in both."""
        gone = {(r.table, r.id) for r in remove or []}
        after = self.board | {(r.table, r.id): r for r in put}
        after = {key: record for key, record in after.items() if key not in gone}
        act = Act(self.seq + 1, self.board, after)
        if not is_sound(after):
            with pytest.raises(dbapi2.IntegrityError):
                self.store.apply(Label.EDIT_NOTE, put, remove or [], barrier=barrier)
            return
        change = self.store.apply(Label.EDIT_NOTE, put, remove or [], barrier=barrier)
        self.expect(change, act)
        if act.touched and barrier:
            self.done, self.undone = [], []
        elif act.touched:
            self.done.append(act)
            self.undone = []

    def expect(self, change: Change, act: Act) -> None:
        """The store said what the model says."""
        assert set(change.diff) == {
            RecordChange(*key, act.before.get(key), act.after.get(key)) for key in act.touched
        }
        self.board = act.after
        self.seq += bool(act.touched)
        assert change.seq == self.seq

    def take_back(self, act: Act, source: list[Act], target: list[Act], revert: Callable[[], Change]) -> None:
        before, after = self.board, dict(self.board)
        for key in act.touched:
            after.pop(key, None)
            if key in act.before:
                after[key] = act.before[key]
        back = Act(self.seq + 1, before, after)
        self.expect(revert(), back)
        source.remove(act)
        target.append(back)

    # What people do

    @rule(text=WORDS, x=PLACES)
    def add_note(self, text: str, x: float) -> None:
        number = self.store.next_number(Note)
        assert number not in self.numbers
        self.numbers.add(number)
        self.apply([given.note(number, SAID_ON_THE_BOARD + text, x=x)])

    @rule(text=WORDS)
    def bring_in_notes_with_their_group(self, text: str) -> None:
        number = self.store.next_number(Note)
        assert not {number, number + 1} & self.numbers
        self.numbers |= {number, number + 1}
        notes, group = [given.note(number), given.note(number + 1, text)], given.group(f"of {number}")
        self.apply([*(given.membership(n, group) for n in notes), *notes, group])

    @precondition(lambda self: self.has(Note))
    @rule(which=PICK, text=WORDS)
    def edit_note(self, which: int, text: str) -> None:
        self.apply([replace(self.pick(Note, which), text=text)])

    @precondition(lambda self: self.has(Note))
    @rule(moved=st.dictionaries(PICK, PLACES, min_size=1, max_size=4))
    def move_notes(self, moved: dict[int, float]) -> None:
        self.apply([replace(self.pick(Note, which), x=x) for which, x in moved.items()])

    @precondition(lambda self: self.has(Note))
    @rule(which=PICK)
    def remove_note(self, which: int) -> None:
        note = self.pick(Note, which)
        used = any(isinstance(r, Idea) and note.id in r.origin for r in self.board.values())
        used |= any(isinstance(r, Note) and r.same_as == note.id for r in self.board.values())
        if not used:  # no foreign key holds an idea to its notes; the session never removes a note
            self.apply([], [note])

    @rule(text=WORDS, chance=st.randoms())
    def write_face_down(self, text: str, chance: random.Random) -> None:
        """What lies face down has a stand-in for its number, and takes none away."""
        first = self.store.next_number(Note)
        assert first not in self.numbers
        number = stand_in(chance)
        if ("note", f"note-{number}") not in self.board:
            self.apply([given.note(number, text, state=NoteState.HIDDEN)])
        assert self.store.next_number(Note) == first

    @precondition(lambda self: self.has(Note))
    @rule(top=PICK, under=PICK)
    def lay_notes_together(self, top: int, under: int) -> None:
        first, other = self.pick(Note, top), self.pick(Note, under)
        if first != other:
            self.apply([replace(other, same_as=first.id)])

    @precondition(lambda self: self.has(Note))
    @rule(which=PICK, ink=st.sampled_from(["", "1:AAAA", "1:BBBB"]))
    def draw(self, which: int, ink: str) -> None:
        """A drawing goes by its note's id; without ink it goes."""
        note = self.pick(Note, which)
        drawing = Drawing(DrawingId(note.id), note.id, ink)
        there = [r for r in self.board.values() if isinstance(r, Drawing) and r.note == note.id]
        self.apply([drawing], []) if ink else self.apply([], [*there])

    @rule(name=WORDS)
    def make_tag(self, name: str) -> None:
        self.apply([Tag(TagId(f"tag-{self.seq}"), name, self.seq)])

    @precondition(lambda self: self.has(Note, Tag))
    @rule(note=PICK, tag=PICK)
    def tag_note(self, note: int, tag: int) -> None:
        marked = self.pick(Note, note)
        self.apply([replace(marked, tags=(*marked.tags, self.pick(Tag, tag).id))])

    @precondition(lambda self: self.has(Group))
    @rule(into=PICK, away=PICK)
    def merge_groups(self, into: int, away: int) -> None:
        first, other = self.pick(Group, into), self.pick(Group, away)
        if first != other:
            self.apply([replace(other, merged_into=first.id)])

    @precondition(lambda self: self.has(Note, Group))
    @rule(note=PICK, group=PICK, position=st.integers(0, 3))
    def put_in_group(self, note: int, group: int, position: int) -> None:
        self.apply([given.membership(self.pick(Note, note), self.pick(Group, group), position)])

    @precondition(lambda self: self.has(Membership))
    @rule(which=PICK)
    def take_from_group(self, which: int) -> None:
        self.apply([], [self.pick(Membership, which)])

    @precondition(lambda self: self.has(Membership))
    @rule(which=PICK)
    def put_in_anew(self, which: int) -> None:
        """Another membership in the unique place of one that goes."""
        old = self.pick(Membership, which)
        self.apply([replace(old, id=f"{old.id}'")], [old])

    @precondition(lambda self: self.has(Group))
    @rule(which=PICK)
    def remove_group_with_what_lies_in_it(self, which: int) -> None:
        group = self.pick(Group, which)
        if any(isinstance(r, Group) and r.merged_into == group.id for r in self.board.values()):
            return  # no foreign key holds it either; the session never removes a group
        lying = [r for r in self.board.values() if isinstance(r, Membership) and r.group == group.id]
        self.apply([], [group, *lying])

    @precondition(lambda self: self.has(Note))
    @rule(which=PICK)
    def add_idea(self, which: int) -> None:
        number = self.store.next_number(Idea)
        note = self.pick(Note, which)
        self.apply([Idea(IdeaId(f"idea-{number}"), number, "An idea", origin=(note.id,))])

    @rule(called=WORDS)
    def arrive(self, called: str) -> None:
        ref = f"{SAID_BY_A_PERSON}-{len(self.people)}"
        ada = replace(given.person(ref, SAID_BY_A_PERSON + called), id=PersonId(f"person-{len(self.people)}"))
        self.apply_to_people([ada, given.need(ada, SAID_BY_A_PERSON)])

    @precondition(lambda self: self.has(Person))
    @rule(which=PICK, item=st.sampled_from(Item))
    def answer(self, which: int, item: Item) -> None:
        self.apply_to_people([given.answer(self.pick(Person, which), item, order=self.seq)])

    @precondition(lambda self: self.has(Person))
    @rule(which=PICK, called=WORDS)
    def call_otherwise(self, which: int, called: str) -> None:
        self.apply_to_people([replace(self.pick(Person, which), called=SAID_BY_A_PERSON + called)])

    def apply_to_people(self, put: list[Record]) -> None:
        after = self.people | {(r.table, r.id): r for r in put}
        change = self.store.apply(Label.ARRIVE, put)
        self.seq += after != self.people
        assert change.seq == self.seq
        self.people = after

    @precondition(lambda self: self.board)
    @rule(which=PICK)
    def change_nothing(self, which: int) -> None:
        change = self.store.apply(Label.EDIT_NOTE, [self.pick(object, which)])
        assert change == Change(self.seq, Label.EDIT_NOTE)

    @rule(state=WORDS)
    def a_vote(self, state: str) -> None:
        self.apply([given.workshop(state + "!")], barrier=True)

    # What people do about what they did

    @rule()
    def undo(self) -> None:
        if self.done:
            self.take_back(self.done[-1], self.done, self.undone, self.store.undo)
        else:
            with pytest.raises(RuleBroken):
                self.store.undo()

    @rule()
    def redo(self) -> None:
        if self.undone:
            self.take_back(self.undone[-1], self.undone, self.done, self.store.redo)
        else:
            with pytest.raises(RuleBroken):
                self.store.redo()

    @precondition(lambda self: self.done)
    @rule(which=PICK)
    def undo_an_older_act(self, which: int) -> None:
        act = self.done[which % len(self.done)]
        later = [a for a in self.done if a.seq > act.seq]
        without = {k: act.before.get(k) for k in act.touched}
        state = {k: r for k, r in (self.board | without).items() if r is not None}
        used = any(a.touched & act.touched or a.named & act.made for a in later)
        if used or not is_sound(state) or lays_stack_under_stack(act, state):
            with pytest.raises(RuleBroken):
                self.store.undo(act.seq)
        else:
            self.take_back(act, self.done, self.undone, lambda: self.store.undo(act.seq))

    @rule(seq=st.integers(-2, 60))
    def undo_what_cannot_be_undone(self, seq: int) -> None:
        if seq not in {act.seq for act in self.done}:
            with pytest.raises(RuleBroken):
                self.store.undo(seq)

    @rule()
    def close_and_open(self) -> None:
        self.store = Store(self.store.database, given.clock)
        self.store.listeners.append(self.told.append)

    # What always holds

    @invariant()
    def the_tables_are_the_model(self) -> None:
        rows = given.rows_in(self.store)
        assert rows == {key: to_row(record) for key, record in self.board.items()}
        assert log.fold(self.store.database) == rows

    @invariant()
    def the_stacks_are_the_model_and_read_the_same_off_the_log(self) -> None:
        assert [e.seq for e in self.store.history.done] == [act.seq for act in self.done]
        assert [e.seq for e in self.store.history.undone] == [act.seq for act in self.undone]
        assert History.of(log.entries(self.store.database)) == self.store.history

    def teardown(self) -> None:
        """Once a run, because these read everything."""
        if not hasattr(self, "store"):
            return
        assert given.rows_in(self.store, Scope.PERSON) == {k: to_row(r) for k, r in self.people.items()}
        assert [change.seq for change in self.told] == list(range(1, self.seq + 1))
        rows = self.store.database.execute("SELECT label, diff FROM change").fetchall()
        everything = b"".join(zlib.decompressobj(zdict=log.WORDS).decompress(d) for _, d in rows).decode()
        assert {label for label, _ in rows} <= set(Label)
        assert SAID_BY_A_PERSON not in everything
        words = [r for r in self.board.values() if isinstance(r, Note) and SAID_ON_THE_BOARD in r.text]
        assert not words or SAID_ON_THE_BOARD in everything  # negative control: the search does find
        self.store.close()


Room.TestCase.settings = settings(max_examples=300, stateful_step_count=40, deadline=None)
TestRoom = pytest.mark.slow(Room.TestCase)
