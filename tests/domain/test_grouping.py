"""Laying together and taking apart: whatever is done in whatever order, nothing is lost (I23)."""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import Phase, settings
from hypothesis import given as given_any
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests import given
from workshop.domain import board, grouping
from workshop.domain.ids import GroupId, MembershipId, NoteId
from workshop.domain.kinds import GroupKind, NoteState
from workshop.domain.records import Group, Membership, Note
from workshop.errors import RuleBroken

ONE, TWO, THREE, FOUR = (given.note(n) for n in (1, 2, 3, 4))
GARDEN, BUS, DOOR = (given.group(name, i) for i, name in enumerate(("Garden", "Bus", "Door")))
PICK = st.integers(0, 1_000)


# Groups


def in_(group: Group, *notes: Note) -> list[Membership]:
    return [given.membership(note, group, position) for position, note in enumerate(notes)]


def after(records: list[Group | Membership], groups: list[Group], lying: list[Membership]) -> None:
    """Put the changed records into the lists, in their places."""
    for record in records:
        if isinstance(record, Group):
            groups[[g.id for g in groups].index(record.id)] = record
        else:
            lying[[m.id for m in lying].index(record.id)] = record


def test_merged_groups_keep_every_link_and_come_back() -> None:
    groups, lying = [GARDEN, BUS, DOOR], [*in_(GARDEN, ONE, TWO), *in_(BUS, THREE, TWO), *in_(DOOR, FOUR)]
    before = (list(groups), list(lying))
    after(grouping.merge_groups(groups, lying), groups, lying)
    assert groups == [GARDEN, replace(BUS, merged_into=GARDEN.id), replace(DOOR, merged_into=GARDEN.id)]
    in_garden = sorted((m for m in lying if m.group == GARDEN.id), key=grouping.order_in_group)
    assert [(m.note, m.came_from) for m in in_garden] == [
        (ONE.id, None),
        (TWO.id, None),
        (THREE.id, BUS.id),
        (FOUR.id, DOOR.id),
    ]
    assert [m for m in lying if m.group == BUS.id] == [given.membership(TWO, BUS, 1)]  # asleep
    after(grouping.unmerge_groups(GARDEN.id, groups, lying), groups, lying)
    assert (groups, lying) == before


def test_a_group_of_groups_comes_apart_step_by_step() -> None:
    groups, lying = [GARDEN, BUS, DOOR], [*in_(GARDEN, ONE), *in_(BUS, TWO), *in_(DOOR, THREE)]
    begin = (list(groups), list(lying))
    after(grouping.merge_groups([GARDEN, BUS], lying), groups, lying)
    two = (list(groups), list(lying))
    after(grouping.merge_groups([DOOR, GARDEN], lying), groups, lying)
    assert {m.group for m in lying} == {DOOR.id}
    assert grouping.within(DOOR.id, groups) == {GARDEN.id, BUS.id, DOOR.id}
    assert grouping.within(GARDEN.id, groups) == {GARDEN.id, BUS.id}
    after(grouping.unmerge_groups(DOOR.id, groups, lying), groups, lying)
    assert (groups, lying) == two
    after(grouping.unmerge_groups(GARDEN.id, groups, lying), groups, lying)
    assert (groups, lying) == begin


def test_what_was_put_in_since_stays_and_what_was_taken_out_stays_out() -> None:
    groups, lying = [GARDEN, BUS], [*in_(GARDEN, ONE), *in_(BUS, ONE, TWO, THREE)]
    after(grouping.merge_groups(groups, lying), groups, lying)
    lying += board.put_in_group([FOUR.id], GARDEN.id, lying, {FOUR.id: MembershipId("new")})
    gone = grouping.take_out([ONE.id, TWO.id], GARDEN.id, groups, lying)
    assert {(m.note, m.group) for m in gone} == {
        (ONE.id, GARDEN.id),
        (ONE.id, BUS.id),  # asleep: it would come back without having been seen
        (TWO.id, GARDEN.id),
    }
    lying = [m for m in lying if m not in gone]
    after(grouping.unmerge_groups(GARDEN.id, groups, lying), groups, lying)
    assert {(m.note, m.group, m.came_from) for m in lying} == {
        (FOUR.id, GARDEN.id, None),
        (THREE.id, BUS.id, None),
    }


def test_a_group_is_split_with_the_notes_in_the_order_they_were_named() -> None:
    groups, lying = [GARDEN, BUS], [*in_(GARDEN, ONE, TWO), *in_(BUS, TWO, THREE)]
    after(grouping.merge_groups(groups, lying), groups, lying)
    moved, gone = grouping.split_group([THREE.id, TWO.id], GARDEN.id, GroupId("new"), groups, lying)
    assert [(m.note, m.group, m.position, m.came_from) for m in moved] == [
        (THREE.id, "new", 0, None),
        (TWO.id, "new", 1, None),
    ]
    assert gone == [given.membership(TWO, BUS, 0)]
    with pytest.raises(RuleBroken, match="not in that group any more"):
        grouping.split_group([FOUR.id], GARDEN.id, GroupId("new"), groups, lying)


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda: grouping.merge_groups([GARDEN], []), "takes two groups"),
        (lambda: grouping.merge_groups([GARDEN, GARDEN], []), "takes two groups"),
        (lambda: grouping.merge_groups([], []), "takes two groups"),
        (lambda: grouping.merge_groups([GARDEN, replace(BUS, kind=GroupKind.WRONG)], []), "keeps its place"),
        (lambda: grouping.unmerge_groups(GARDEN.id, [GARDEN, BUS], []), "Nothing was put together"),
        (lambda: grouping.take_out([], GARDEN.id, [GARDEN], in_(GARDEN, ONE)), "not in that group any more"),
        (lambda: grouping.take_out([ONE.id], GARDEN.id, [GARDEN], in_(BUS, ONE)), "not in that group"),
    ],
)
def test_what_cannot_be_put_together_or_taken_apart(act: Callable[[], object], words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        act()


class Groups(RuleBasedStateMachine):
    """Groups against a model that only keeps, for each group, the notes people put there themselves.

    In the model a merged group is a box inside another one: merging puts the box in, taking apart takes
    it out, and a note is seen in a group when it lies in any box of it.
    """

    @initialize()
    def begin(self) -> None:
        self.notes = [given.note(n) for n in range(1, 7)]
        self.groups = [given.group(str(n), n) for n in range(5)]
        self.lying: list[Membership] = []
        self.ids = itertools.count()
        self.own: dict[GroupId, list[NoteId]] = {g.id: [] for g in self.groups}
        self.boxes: dict[GroupId, GroupId] = {}

    def on_board(self) -> list[Group]:
        return [g for g in self.groups if g.id not in self.boxes]

    def inside(self, group: GroupId) -> set[NoteId]:
        """All notes that the model sees in a group."""
        within = [box for box, outer in self.boxes.items() if outer == group]
        return set(self.own[group]).union(*map(self.inside, within))

    def leave(self, group: GroupId, note: NoteId) -> None:
        self.own[group] = [n for n in self.own[group] if n != note]
        for box in [box for box, outer in self.boxes.items() if outer == group]:
            self.leave(box, note)

    @rule(note=PICK, group=PICK)
    def put_in(self, note: int, group: int) -> None:
        on = self.on_board()[group % len(self.on_board())].id
        id_ = self.notes[note % 6].id
        new = {id_: MembershipId(f"m{next(self.ids)}")}
        self.lying += board.put_in_group([id_], on, self.lying, new)
        if id_ not in self.inside(on):
            self.own[on].append(id_)

    @precondition(lambda self: self.lying)
    @rule(which=PICK)
    def take_out(self, which: int) -> None:
        seen = [m for m in self.lying if m.group not in self.boxes]
        out = seen[which % len(seen)]
        gone = grouping.take_out([out.note], out.group, self.groups, self.lying)
        self.lying = [m for m in self.lying if m not in gone]
        self.leave(out.group, out.note)

    @precondition(lambda self: len(self.boxes) < 4)
    @rule(which=st.permutations(range(5)), count=st.integers(2, 3))
    def merge(self, which: list[int], count: int) -> None:
        wanted = [g for i in which if (g := self.groups[i]).id not in self.boxes][:count]
        after(grouping.merge_groups(wanted, self.lying), self.groups, self.lying)
        self.boxes |= {g.id: wanted[0].id for g in wanted[1:]}

    @precondition(lambda self: self.boxes)
    @rule(which=PICK)
    def unmerge(self, which: int) -> None:
        outer = [g.id for g in self.on_board() if g.id in self.boxes.values()]
        group = outer[which % len(outer)]
        after(grouping.unmerge_groups(group, self.groups, self.lying), self.groups, self.lying)
        self.boxes = {box: out for box, out in self.boxes.items() if out != group}

    @precondition(lambda self: self.boxes)
    @rule(which=st.permutations(range(5)))
    def merge_and_unmerge_at_once(self, which: list[int]) -> None:
        """Of two that hold none yet: the very rows come back."""
        wanted = [g for i in which if (g := self.groups[i]).id not in {*self.boxes, *self.boxes.values()}][:2]
        if len(wanted) == 2:
            before = (list(self.groups), list(self.lying))
            after(grouping.merge_groups(wanted, self.lying), self.groups, self.lying)
            after(grouping.unmerge_groups(wanted[0].id, self.groups, self.lying), self.groups, self.lying)
            assert (self.groups, self.lying) == before

    @invariant()
    def each_group_shows_what_the_model_sees(self) -> None:
        for group in self.on_board():
            assert {m.note for m in self.lying if m.group == group.id} == self.inside(group.id)

    @invariant()
    def no_note_lies_twice_in_one_group(self) -> None:
        assert len({(m.note, m.group) for m in self.lying}) == len(self.lying)

    @invariant()
    def what_sleeps_is_also_seen(self) -> None:
        roots = {part: g.id for g in self.on_board() for part in grouping.within(g.id, self.groups)}
        seen = {(m.note, m.group) for m in self.lying if m.group not in self.boxes}
        assert {(m.note, roots[m.group]) for m in self.lying} == seen


Groups.TestCase.settings = settings(max_examples=150, stateful_step_count=30, deadline=None)
TestGroups = Groups.TestCase


def forgetting_what_sleeps(
    notes: Iterable[NoteId], group: GroupId, groups: object, lying: Iterable[Membership]
) -> list[Membership]:
    return [m for m in lying if m.note in set(notes) and m.group == group]


def losing_where_it_came_from(groups: list[Group], lying: list[Membership]) -> list[Group | Membership]:
    return [replace(r, came_from=None) if isinstance(r, Membership) else r for r in merge(groups, lying)]


def moving_what_lies_there_already(groups: list[Group], lying: list[Membership]) -> list[Group | Membership]:
    away = {g.id for g in groups[1:]}
    here = groups[0].id
    moved = [replace(m, group=here, came_from=m.came_from or m.group) for m in lying if m.group in away]
    return [*(replace(g, merged_into=here) for g in groups[1:]), *moved]


def test_forgetting_what_sleeps_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "take_out", forgetting_what_sleeps)
    with pytest.raises(AssertionError):
        test_what_was_put_in_since_stays_and_what_was_taken_out_stays_out()


merge = grouping.merge_groups
BROKEN = [
    ("merge_groups", losing_where_it_came_from),
    ("merge_groups", moving_what_lies_there_already),
]


@pytest.mark.parametrize(("name", "broken"), BROKEN)
def test_rules_that_are_broken_on_purpose_are_caught(
    name: str, broken: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, name, broken)
    quick = settings(Groups.TestCase.settings, phases=[Phase.generate], derandomize=True, database=None)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(Groups, settings=quick)


# Notes


def same(note: Note, as_: Note) -> Note:
    return replace(note, same_as=as_.id)


def changed(notes: list[Note], new: list[Note]) -> list[Note]:
    by_id = {note.id: note for note in new}
    return [by_id.get(note.id, note) for note in notes]


def test_notes_laid_together_are_one_stack_and_come_apart() -> None:
    notes = [ONE, TWO, THREE, FOUR]
    two = changed(notes, grouping.merge_notes([THREE.id, ONE.id], [ONE, THREE]))
    assert two == [same(ONE, THREE), TWO, THREE, FOUR]
    stack = [n for n in two if n.id != FOUR.id]
    three = changed(two, grouping.merge_notes([TWO.id, THREE.id], stack))
    assert three == [same(ONE, TWO), TWO, same(THREE, TWO), FOUR]  # flat: no stack lies in a stack
    assert grouping.stacks(three) == {TWO.id: (ONE.id, THREE.id)}
    assert grouping.lying_under(three) == {ONE.id: TWO.id, THREE.id: TWO.id}
    assert changed(three, grouping.split_notes(TWO.id, three[:3])) == notes
    assert changed(three, grouping.split_notes(ONE.id, three[:3])) == [ONE, TWO, same(THREE, TWO), FOUR]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda: grouping.merge_notes([ONE.id], [ONE]), "takes two notes"),
        (lambda: grouping.merge_notes([ONE.id, ONE.id], [ONE]), "takes two notes"),
        (lambda: grouping.merge_notes([], []), "takes two notes"),
        (lambda: grouping.merge_notes([ONE.id, TWO.id], [ONE, same(TWO, ONE)]), "lie together already"),
        (lambda: grouping.split_notes(ONE.id, [ONE]), "lies on its own"),
    ],
)
def test_stacks_that_cannot_be(act: Callable[[], object], words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        act()


def test_when_the_top_note_goes_out_of_sight_the_next_one_lies_on_top() -> None:
    stack = [same(ONE, THREE), same(TWO, THREE), THREE]
    away = board.withhold_note(THREE, "hurtful")
    without = changed(stack, grouping.keep_tops([away], stack))
    assert without == [ONE, same(TWO, ONE), same(away, ONE)]
    assert grouping.stacks(without) == {ONE.id: (TWO.id,)}
    back = replace(same(THREE, ONE), withheld_reason="")
    assert grouping.keep_tops([back], without) == [back]  # under the one that is on top now


def test_a_note_from_under_goes_out_of_sight_and_the_stack_stays() -> None:
    stack = [ONE, same(TWO, ONE), same(THREE, ONE)]
    away = board.withhold_note(stack[1], "hurtful")
    assert grouping.keep_tops([away], stack) == [away]
    assert grouping.keep_tops([FOUR], [ONE, FOUR]) == []
    alone = board.withhold_note(FOUR, "x")
    assert grouping.keep_tops([alone], [FOUR]) == [alone]


def test_whoever_comes_back_first_lies_on_top_when_nothing_does() -> None:
    away, under = board.withhold_note(ONE, "x"), board.withhold_note(same(TWO, ONE), "x")
    assert grouping.keep_tops([away], [ONE, under]) == [away]
    assert changed([away, under], grouping.keep_tops([same(TWO, ONE)], [away, under])) == [
        same(away, TWO),
        TWO,
    ]


@given_any(st.lists(st.none() | st.integers(0, 2), max_size=6), st.sets(st.integers(0, 8), max_size=4))
def test_no_note_in_sight_lies_under_one_that_is_not(lies_under: list[int | None], away: set[int]) -> None:
    tops = [given.note(i) for i in range(3)]
    same_as = [None if top is None else tops[top].id for top in lies_under]
    notes = [*tops, *(given.note(i, same_as=first) for i, first in enumerate(same_as, 3))]
    away = {i for i in away if i < len(notes)}
    gone = [replace(notes[i], state=NoteState.WITHHELD) for i in away]
    after_ = {note.id: note for note in [*notes, *grouping.keep_tops(gone, notes)]}
    shown = {note.id for note in after_.values() if note.state is NoteState.SHOWN}
    assert shown == {note.id for i, note in enumerate(notes) if i not in away}
    assert all(after_[id_].same_as in shown | {None} for id_ in shown)


def test_a_note_whose_words_were_erased_is_no_top() -> None:
    erased = replace(ONE, text="", state=NoteState.WITHHELD)
    assert grouping.stacks([erased, same(THREE, ONE), same(TWO, ONE)]) == {TWO.id: (THREE.id,)}
    assert grouping.stacks([erased, same(TWO, ONE)]) == {}


# Both


@given_any(
    st.lists(st.tuples(st.sampled_from(NoteState), st.booleans(), st.none() | st.integers(0, 7)), max_size=8),
    st.sets(st.tuples(st.integers(0, 7), st.integers(0, 3))),
    st.lists(st.none() | st.integers(0, 3), min_size=4, max_size=4),
)
def test_every_note_is_read_somewhere(
    said: list[tuple[NoteState, bool, int | None]], lying: set[tuple[int, int]], merged: list[int | None]
) -> None:
    notes = [
        given.note(i, state=s, waiting=w, same_as=None if u is None else NoteId(f"note-{u}"))
        for i, (s, w, u) in enumerate(said)
    ]
    groups = [given.group(str(i), i) for i in range(4)]
    groups = [
        replace(g, merged_into=None if m is None or m >= i else groups[m].id)
        for i, (g, m) in enumerate(zip(groups, merged, strict=True))
    ]
    memberships = [given.membership(notes[n], groups[g]) for n, g in sorted(lying) if n < len(notes)]
    inside, loose = grouping.arrange(notes, groups, memberships)
    assert {*loose}.union(*inside.values()) == {note.id for note in notes}  # I21
    assert inside.keys() == {g.id for g in groups if g.merged_into is None}
    for row in (*inside.values(), loose):
        assert len(row) == len(set(row))
        for under, top in grouping.lying_under(notes).items():
            assert (under in row) == (top in row)
            if under in row:
                between = row[row.index(top) : row.index(under)]
                assert all(grouping.lying_under(notes).get(n, top) == top for n in between)


def test_a_note_of_which_all_that_is_left_sleeps_lies_loose_until_its_group_comes_back() -> None:
    away = replace(BUS, merged_into=GARDEN.id)
    asleep = (*in_(GARDEN, ONE), *in_(BUS, ONE, TWO))
    assert grouping.arrange((ONE, TWO), (GARDEN, away), asleep) == ({GARDEN.id: [ONE.id]}, [TWO.id])
    assert grouping.arrange((ONE, TWO), (GARDEN, BUS), asleep) == (
        {GARDEN.id: [ONE.id], BUS.id: [ONE.id, TWO.id]},
        [],
    )
