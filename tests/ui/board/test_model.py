"""The board kept up to date change by change is the board built anew."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.board.faces import BACK, Face
from ui.board.layout import Rect
from ui.board.model import BoardModel, Lying
from workshop.domain.changes import Change, RecordChange
from workshop.domain.ids import GroupId, MembershipId, NoteId
from workshop.domain.kinds import GroupKind, NoteKind, NoteState
from workshop.domain.records import Group, Membership, Note, Record


def is_tall(face: Face) -> bool:
    return len(face.text) > 60


@dataclass
class Room:
    """Records as they stand, and a model that hears of each change."""

    notes: dict[str, Note] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    members: dict[str, Membership] = field(default_factory=dict)
    model: BoardModel = field(default_factory=lambda: BoardModel(is_tall))
    number: int = 0

    def fresh(self) -> BoardModel:
        model = BoardModel(is_tall)
        model.fill(self.notes.values(), self.groups.values(), self.members.values())
        return model

    def change(self, *after: Record, gone: tuple[Record, ...] = ()) -> list[Rect]:
        """Put and take away records, as one act; what the model wants painted."""
        tables = {"note": self.notes, "note_group": self.groups, "membership": self.members}
        diff = []
        for record, there in [*((r, True) for r in after), *((r, False) for r in gone)]:
            rows: dict[str, Record] = tables[record.table]  # type: ignore[assignment]
            before = rows.pop(record.id, None)
            if there:
                rows[record.id] = record
            diff.append(RecordChange(record.table, record.id, before, record if there else None))
        return self.model.apply(Change(1, "x", tuple(diff)))

    def note(self, text: str = "Words", x: float = 0, y: float = 0, **more: object) -> Note:
        """A new note, not on the board yet."""
        self.number += 1
        made = Note(NoteId(f"n{self.number:03}"), self.number, text, x=x, y=y)
        return replace(made, **more)  # type: ignore[arg-type]

    def group(self, kind: GroupKind = GroupKind.OWN, position: int | None = None) -> Group:
        """A new group, not on the board yet."""
        self.number += 1
        place = self.number if position is None else position
        return Group(GroupId(f"g{self.number:03}"), f"Group {self.number}", place, kind)

    def member(self, note: Note, group: Group) -> Membership:
        """A note in a group."""
        self.number += 1
        return Membership(MembershipId(f"m{self.number:03}"), note.id, group.id, self.number)


def seen(model: BoardModel) -> dict[tuple[NoteId, GroupId | None], tuple[Rect, Face]]:
    """All that can be seen of notes."""
    everywhere = Rect(-1e5, -1e5, 2e5, 2e5)
    return {(n, g): (rect, model.faces[n]) for n, g, rect in model.notes_in(everywhere)}


def assert_same(room: Room) -> None:
    """Kept up to date = built anew, but for the exact place of notes that nobody placed."""
    kept, fresh = room.model, room.fresh()
    assert kept.faces == fresh.faces
    assert kept.order_of_groups() == fresh.order_of_groups()
    for id_, area in fresh.groups.items():
        same = kept.groups[id_]
        assert (same.rect, same.columns, same.count, same.shown, same.record) == (
            (area.rect, area.columns, area.count, area.shown, area.record)
        )
    assert set(kept.loose) == set(fresh.loose)
    for note in kept.loose:
        rect = kept.loose[note]
        assert kept.areas.is_free(rect)
        wish = room.notes[note]
        if (wish.x, wish.y) != (0, 0) and (fresh.loose[note].x, fresh.loose[note].y) == (wish.x, wish.y):
            assert rect == fresh.loose[note]


def covered(rect: Rect, areas: list[Rect]) -> bool:
    return any(area.covers(rect) for area in areas)


_seeds = st.integers(0, 2**32)


@given(_seeds)
@settings(max_examples=60)
def test_change_by_change_is_built_anew_and_all_that_differs_is_painted(seed: int) -> None:
    play(Room(), seed)


class Forgetful(BoardModel):
    """A board that moves its notes and does not say where they lay."""

    def apply(self, change: Change) -> list[Rect]:
        return super().apply(change)[1:]


def test_a_board_that_forgets_to_paint_is_noticed() -> None:
    with pytest.raises(AssertionError):
        play(Room(model=Forgetful(is_tall)), 1)


def play(room: Room, seed: int) -> None:
    """Some acts of chance; after each, all that looks different must have been named for painting."""
    chance = random.Random(seed)
    for act in acts(room, chance):
        before = seen(room.model)
        areas = room.change(*act[0], gone=act[1])
        after = seen(room.model)
        for key in before.keys() | after.keys():
            if before.get(key) != after.get(key):
                for rect, _ in filter(None, (before.get(key), after.get(key))):
                    assert covered(rect, areas)
    assert_same(room)


Act = tuple[list[Record], tuple[Record, ...]]


def acts(room: Room, chance: random.Random) -> Iterator[Act]:
    """Some forty acts as people do them."""
    for _ in range(40):
        yield _an_act(room, chance)


def _an_act(room: Room, chance: random.Random) -> Act:
    notes, groups = list(room.notes.values()), list(room.groups.values())
    doing = chance.choice(
        "add add add move text hide put put drop group group-gone withhold undo-note".split()
    )
    text = "Some words. " * chance.choice((1, 2, 9))
    x, y = chance.choice(((0.0, 0.0), (chance.uniform(1, 1800), chance.uniform(1, 1500))))
    if doing == "add" or not notes:
        state = chance.choice((NoteState.SHOWN, NoteState.SHOWN, NoteState.HIDDEN))
        return [room.note(text, x, y, state=state)], ()
    note = chance.choice(notes)
    if doing == "group":
        return [room.group(chance.choice((*[GroupKind.OWN] * 3, GroupKind.LATER)), chance.randint(0, 5))], ()
    if doing == "put" and groups:
        group = chance.choice(groups)
        if not any((m.note, m.group) == (note.id, group.id) for m in room.members.values()):
            return [room.member(note, group)], ()
    if doing == "drop" and (mine := [m for m in room.members.values() if m.note == note.id]):
        return [replace(note, x=x, y=y)], (chance.choice(mine),)
    if doing == "group-gone" and groups:
        group = chance.choice(groups)
        return [], (group, *(m for m in room.members.values() if m.group == group.id))
    if doing == "undo-note":
        return [], (note, *(m for m in room.members.values() if m.note == note.id))
    changed = {
        "text": {"text": text},
        "hide": {"state": NoteState.SHOWN},
        "withhold": {"state": chance.choice(list(NoteState))},
    }
    return [replace(note, **changed.get(doing, {"x": x, "y": y}))], ()


def test_a_hidden_note_is_a_place_and_nothing_else() -> None:
    room = Room()
    secret = room.note("A secret", 500, 600, kind=NoteKind.FELT, state=NoteState.HIDDEN, language="ur")
    room.change(secret)
    assert room.model.faces == {secret.id: BACK}
    assert "secret" not in repr(vars(room.model)).lower()
    assert set(room.model._numbers.values()) == {0}
    assert room.model.reading_order() == []
    room.change(replace(secret, state=NoteState.SHOWN))
    assert room.model.faces[secret.id] == Face("A secret", NoteKind.FELT, "ur")


def test_a_note_that_is_put_away_is_not_here_at_all() -> None:
    room = Room()
    note, group = room.note("Hurtful"), room.group()
    room.change(note, group, room.member(note, group))
    room.change(replace(note, state=NoteState.WITHHELD))
    assert (len(room.model), room.model.groups[group.id].count) == (0, 0)
    room.change(note)
    assert (len(room.model), room.model.groups[group.id].count) == (1, 1)


def test_a_loose_note_lies_where_it_was_put_but_never_under_a_group() -> None:
    room = Room()
    group, under, free = room.group(), room.note("a", 30, 30), room.note("b", 900, 600)
    room.change(under, free)
    assert room.model.rect_of(under.id) == Rect(30, 30, 212, 110)
    room.change(group)
    rect = room.model.rect_of(under.id)
    assert rect is not None and room.model.areas.is_free(rect)
    assert room.model.rect_of(free.id) == Rect(900, 600, 212, 110)
    room.change(gone=(group,))
    assert room.model.rect_of(under.id) == Rect(30, 30, 212, 110)


def test_notes_from_paper_flow_after_the_groups_and_stay_there() -> None:
    room = Room()
    group = room.group()
    notes = [room.note(f"Paper {n}") for n in range(3)]
    room.change(group, *notes)
    assert [room.model.rect_of(n.id) for n in notes] == [Rect(20 + 224 * n, 10, 212, 110) for n in (3, 4, 5)]
    room.change(replace(notes[1], x=900, y=700))
    assert room.model.rect_of(notes[2].id) == Rect(20 + 224 * 5, 10, 212, 110)


def test_a_big_group_shows_its_newest_nine_and_counts_the_rest() -> None:
    room = Room()
    group = room.group()
    notes = [room.note(f"Note {n}") for n in range(16)]
    room.change(group, *notes, *(room.member(n, group) for n in notes))
    area = room.model.groups[group.id]
    assert (area.count, area.more, list(area.shown)) == (16, 7, [n.id for n in notes[7:]])
    assert room.model.rect_of(notes[0].id) is None


def test_reading_goes_group_by_group_then_from_the_top() -> None:
    room = Room()
    second, first = room.group(position=9), room.group(position=1)
    later = room.group(GroupKind.LATER, position=0)
    a, b, c = (room.note(t) for t in "abc")
    low, right, left = room.note("low", 50, 1500), room.note("r", 1500, 1000), room.note("l", 90, 1000)
    room.change(second, first, later, a, b, c, low, right, left)
    room.change(room.member(a, second), room.member(b, first), room.member(c, later))
    order = [(n, g) for n, g, _ in room.model.reading_order()]
    assert order == [
        *[(b.id, first.id), (a.id, second.id), (c.id, later.id)],
        *[(left.id, None), (right.id, None), (low.id, None)],
    ]


def test_the_uppermost_note_is_touched() -> None:
    room = Room()
    below, above = room.note("below", 500, 600), room.note("above", 550, 620)
    room.change(above, below)
    assert room.model.note_at(600, 650) == Lying(above.id, None, Rect(550, 620, 212, 110))
    assert room.model.note_at(510, 610) == Lying(below.id, None, Rect(500, 600, 212, 110))
    assert room.model.note_at(5, 5) is None


def test_the_foot_of_a_tall_note_is_touched_too() -> None:
    room = Room()
    tall = room.note("Long words. " * 9, 500, 600)
    room.change(tall)
    assert room.model.note_at(510, 600 + 200) == Lying(tall.id, None, Rect(500, 600, 212, 232))


def test_a_note_may_lie_in_two_groups() -> None:
    room = Room()
    one, two, note = room.group(), room.group(), room.note()
    room.change(one, two, note, room.member(note, one), room.member(note, two))
    assert [(n, g) for n, g, _ in room.model.reading_order()] == [(note.id, one.id), (note.id, two.id)]
    assert room.model.groups_of(note.id) == {one.id, two.id}


def test_a_free_place_is_free_and_in_view_where_there_is_room() -> None:
    room = Room()
    group = room.group()
    room.change(group, *(room.note(f"{n}", 600, 20 + 130 * n) for n in range(4)))
    view = Rect(0, 0, 1920, 868)
    place = room.model.free_place(view)
    assert view.holds(*place)
    assert room.model.areas.is_free(Rect(*place, 212, 110)) and room.model.loose.is_free(
        Rect(*place, 212, 110)
    )
    assert room.model.free_place(Rect(0, 0, 100, 100))[1] >= 10


def test_a_new_note_covers_none_that_is_there() -> None:
    room = Room()
    group, note = room.group(), room.note("a", 900, 600)
    room.change(group, note)
    assert room.model.place_near(300, 600) == (300, 600)
    assert room.model.place_near(100, 100) == (100, 100)  # in a group: that is the group's affair
    place = room.model.place_near(850, 550)
    assert not Rect(*place, 212, 110).meets(Rect(900, 600, 212, 110))
    assert abs(place[0] - 850) <= 224 and abs(place[1] - 550) <= 122


@pytest.mark.parametrize("size", [200, 2000])
def test_one_change_looks_at_few_notes_however_many_there_are(size: int) -> None:
    room, asked = Room(), 0

    def counting(face: Face) -> bool:
        nonlocal asked
        asked += 1
        return False

    room.model = BoardModel(counting)
    notes = [room.note(f"{n}", 20 + n % 40 * 224, 1000 + n // 40 * 122) for n in range(size)]
    room.change(*notes)
    asked = 0
    room.change(replace(notes[7], x=100, y=9000))
    room.change(room.note("new", 700, 300))
    assert asked <= 4
