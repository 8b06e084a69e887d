"""The board kept up to date change by change is the board built anew."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.board.rooms import DAY, Room, acts, is_tall
from ui.board import layout
from ui.board.faces import BACK, Face
from ui.board.layout import Rect
from ui.board.model import BoardModel, Lying
from workshop.domain.changes import Change
from workshop.domain.ids import DrawingId, GroupId, NoteId, TagId
from workshop.domain.kinds import BoardLayout, GroupKind, NoteKind, NoteState
from workshop.domain.records import Drawing, Tag


def seen(model: BoardModel) -> dict[tuple[NoteId, GroupId | None], tuple[Rect, Face]]:
    """All that can be seen of notes."""
    everywhere = Rect(-1e5, -1e5, 2e5, 2e5)
    return {(n, g): (rect, model.faces[n]) for n, g, rect in model.notes_in(everywhere)}


def assert_same(room: Room) -> None:
    """Kept up to date = built anew, but for the exact place of notes that nobody placed."""
    kept, fresh = room.model, room.fresh()
    assert kept.faces == fresh.faces
    assert (kept.arranged, kept.axes, kept.line) == (fresh.arranged, fresh.axes, fresh.line)
    assert kept.order_of_groups() == fresh.order_of_groups()
    for id_, area in fresh.groups.items():
        same = kept.groups[id_]
        assert same == area
        assert kept.has_merged(id_) == fresh.has_merged(id_)
    assert set(kept.loose) == set(fresh.loose)
    for note in kept.loose:
        rect = kept.loose[note]
        assert kept.areas.is_free(rect) and not (kept.line is not None and kept.line.meets(rect))
        wish = room.notes[note]
        if (wish.x, wish.y) != (0, 0) and (fresh.loose[note].x, fresh.loose[note].y) == (wish.x, wish.y):
            assert rect == fresh.loose[note]


def covered(rect: Rect, areas: list[Rect]) -> bool:
    return any(area.covers(rect) for area in areas)


DEALT = [3, 0, 5, 1, 4, 2]
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


def test_a_hidden_note_is_a_place_and_nothing_else() -> None:
    room = Room()
    secret = room.note("A secret", 500, 600, kind=NoteKind.FELT, state=NoteState.HIDDEN, language="ur")
    room.change(secret)
    assert room.model.faces == {secret.id: BACK}
    assert "secret" not in repr((vars(room.model), vars(room.model._seen))).lower()
    assert set(room.model._numbers.values()) == {0}
    assert room.model.reading_order() == []
    room.change(replace(secret, state=NoteState.SHOWN))
    assert room.model.faces[secret.id] == Face("A secret", NoteKind.FELT, "ur")


def test_no_place_tells_in_which_order_hidden_notes_were_written() -> None:
    def written(order: list[int]) -> tuple[Room, set[Rect], list[int]]:
        """The rectangles of the backs, and in which order the notes lie once they are turned over."""
        room = Room()
        secrets = [room.note(f"{n}", state=NoteState.HIDDEN) for n in range(6)]
        for n in order:
            room.change(secrets[n])
        backs = {room.model.rect_of(note.id) or Rect(0, 0, 0, 0) for note in secrets}
        dealt = [replace(secrets[n], number=100 + i, state=NoteState.SHOWN) for i, n in enumerate(DEALT)]
        room.change(*dealt)
        lying = sorted(room.model.loose, key=lambda n: (room.model.loose[n].y, room.model.loose[n].x))
        return room, backs, [int(room.notes[note].text) for note in lying]

    (_, backs, lying), (_, other_backs, other) = written([0, 1, 2, 3, 4, 5]), written([5, 2, 0, 4, 1, 3])
    assert backs == other_backs and len(backs) == 6
    assert lying == other == DEALT


def test_a_hidden_note_that_is_taken_back_leaves_no_gap() -> None:
    room = Room()
    secrets = [room.note(f"{n}", state=NoteState.HIDDEN) for n in range(5)]
    room.change(*secrets)
    room.change(replace(secrets[1], state=NoteState.WITHHELD))
    fewer = Room()
    fewer.change(*secrets[:4])
    places = {room.model.rect_of(n) for n in room.model.faces}
    assert places == {fewer.model.rect_of(n) for n in fewer.model.faces}


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


def test_of_notes_that_say_the_same_the_one_on_top_is_seen_with_how_many_lie_under_it() -> None:
    room = Room()
    group, first, second, third = room.group(), room.note("a", 900, 600), room.note("b"), room.note("c")
    room.change(group, first, second, third, room.member(second, group))
    room.change(replace(second, same_as=first.id), replace(third, same_as=first.id))
    assert list(room.model.faces) == [first.id]
    assert (room.model.faces[first.id].below, room.model.groups[group.id].count) == (2, 0)
    assert [lying.note for lying in room.model.reading_order()] == [first.id]
    room.change(replace(first, state=NoteState.WITHHELD))
    assert {n: face.below for n, face in room.model.faces.items()} == {second.id: 1}
    assert room.model.groups[group.id].count == 1
    room.change(first)
    room.change(replace(third, same_as=None))
    assert {n: face.below for n, face in room.model.faces.items()} == {first.id: 1, third.id: 0}


def test_a_note_that_waits_to_be_placed_is_not_on_the_board() -> None:
    room = Room()
    note = room.note("Later", waiting=True)
    room.change(note)
    assert (len(room.model), room.model.note_at(30, 30)) == (0, None)
    room.change(replace(note, waiting=False, x=300, y=200))
    assert room.model.rect_of(note.id) == Rect(300, 200, 212, 110)


def test_a_group_that_was_merged_into_another_is_gone_with_its_area() -> None:
    room = Room()
    one, two, note, both = room.group(), room.group(), room.note("a"), room.note("b")
    lying, other, sleeping = room.member(note, two), room.member(both, one), room.member(both, two)
    room.change(one, two, note, both, lying, other, sleeping)
    place = room.model.groups[two.id].rect
    room.change(replace(two, merged_into=one.id), replace(lying, group=one.id, came_from=two.id))
    assert (room.model.order_of_groups(), room.model.has_merged(one.id)) == ([one.id], True)
    assert room.model.group_at(*place.middle) is None
    assert room.model.notes_of(one.id) == [both.id, note.id]
    room.change(two, lying)
    assert (room.model.notes_of(one.id), room.model.notes_of(two.id)) == ([both.id], [note.id, both.id])
    assert room.model.groups[two.id].rect == place


def test_a_turned_note_lies_as_it_was_turned_and_upright_in_a_group() -> None:
    room = Room()
    group, note = room.group(), room.note("a", 900, 600, turned=1)
    tall = room.note("Long words. " * 9, 1200, 600, turned=3)
    room.change(group, note, tall)
    assert room.model.rect_of(note.id) == Rect(900, 600, 110, 212)
    assert room.model.rect_of(tall.id) == Rect(1200, 600, 232, 212)
    assert room.model.note_at(1200 + 225, 610) == Lying(tall.id, None, Rect(1200, 600, 232, 212))
    inside = room.member(note, group)
    room.change(inside)
    rect = room.model.rect_of(note.id)
    assert rect is not None
    assert (rect.w, rect.h, room.model.faces[note.id].turned) == (212, 110, 0)
    room.change(gone=(inside,))
    assert (room.model.rect_of(note.id), room.model.faces[note.id].turned) == (Rect(900, 600, 110, 212), 1)


def test_a_note_that_comes_into_a_second_group_looks_different_in_the_first_too() -> None:
    room = Room()
    one, two, note = room.group(), room.group(), room.note("a")
    room.change(one, two, note, room.member(note, one))
    second = room.member(note, two)
    for areas in (room.change(second), room.change(gone=(second,))):
        assert {room.model.groups[g.id].rect for g in (one, two)} <= set(areas)


def test_a_note_shows_its_tags_by_name_and_what_was_drawn() -> None:
    room = Room()
    tag, note = Tag(TagId("t"), "Ward 4", 0), room.note("a", 900, 600, tags=(TagId("t"),))
    room.change(tag, note, Drawing(DrawingId("d"), note.id, "ink"))
    assert (room.model.faces[note.id].tags, room.model.faces[note.id].drawn) == (("Ward 4",), "ink")
    areas = room.change(replace(tag, name="Ward 5"))
    assert room.model.faces[note.id].tags == ("Ward 5",)
    assert covered(Rect(900, 600, 212, 232), areas)


def test_a_drawing_of_a_note_that_lies_face_down_is_not_shown() -> None:
    room = Room()
    note = room.note("a", state=NoteState.HIDDEN, tags=(TagId("t"),))
    room.change(Tag(TagId("t"), "Ward 4", 0), note, Drawing(DrawingId("d"), note.id, "ink"))
    assert room.model.faces[note.id] is BACK
    room.change(replace(note, state=NoteState.SHOWN))
    assert (room.model.faces[note.id].tags, room.model.faces[note.id].drawn) == (("Ward 4",), "ink")


def laid(room: Room, arranged: BoardLayout) -> BoardModel:
    room.change(replace(DAY, layout=arranged, axes=("Easy", "Hard", "Helps few", "Helps many")))
    return room.model


def test_as_columns_each_group_is_one_note_wide_and_shows_all_its_notes() -> None:
    room = Room()
    groups, notes = [room.group() for _ in range(3)], [room.note(f"Note {n}") for n in range(16)]
    later, loose = room.group(GroupKind.LATER), room.note("loose", 900, 600)
    members = [room.member(note, groups[0]) for note in notes]
    room.change(*groups, later, loose, *notes, *members)
    memberships, kept = dict(room.members), room.notes[loose.id]
    model = laid(room, BoardLayout.COLUMNS)
    areas = [model.groups[group.id] for group in groups]
    assert [area.rect.x for area in areas] == [20, 278, 536]
    assert {area.rect.w for area in areas} == {layout.COLUMN_W}
    assert (areas[0].more, list(areas[0].shown)) == (0, [note.id for note in notes])
    assert areas[0].rect.bottom >= areas[0].shown[notes[-1].id].bottom
    assert model.groups[later.id].rect.x >= areas[-1].rect.right
    assert (room.members, room.notes[loose.id]) == (memberships, kept)
    assert model.rect_of(loose.id) == Rect(900, 600, 212, 110)


def test_above_a_journey_is_the_line_and_no_note_lies_on_it() -> None:
    room = Room()
    groups, under = [room.group() for _ in range(3)], room.note("a", 300, 50)
    room.change(*groups, under)
    model = laid(room, BoardLayout.JOURNEY)
    assert model.line == Rect(20, 10, 760, layout.LINE_H)
    rect = model.rect_of(under.id)
    assert rect is not None and not rect.meets(model.line)
    assert all(model.groups[g.id].rect.y >= model.line.bottom for g in groups)
    assert model.line in room.change(replace(groups[1], feeling=-2))
    assert laid(room, BoardLayout.FREE).line is None


def test_in_the_grid_a_note_lies_in_a_field_and_groups_stand_beside_it() -> None:
    room = Room()
    group, placed, nobody = room.group(), room.note("a", 300, 150), room.note("b")
    room.change(group, placed, nobody)
    model = laid(room, BoardLayout.GRID)
    assert model.rect_of(placed.id) == Rect(300, 150, 212, 110)
    assert [model.axes[n] for n in model.field_of(placed.id) or ()] == ["Easy", "Helps many"]
    assert model.groups[group.id].rect.x > layout.GRID.right
    rect = model.rect_of(nobody.id)
    assert rect is not None and not rect.meets(layout.GRID)
    assert model.field_of(nobody.id) is None
    room.change(room.member(placed, group))
    assert model.field_of(placed.id) is None


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
