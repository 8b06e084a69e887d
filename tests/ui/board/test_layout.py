"""Where groups and notes lie: in order, without overlap, and as many as fit."""

from itertools import combinations, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.board import layout
from ui.board.layout import LEFT, ROW_W, Rect, ToPlace, around, columns_for, flow, group_width, inside
from workshop.domain.kinds import GroupKind

OWN, LATER, UNKNOWN = GroupKind.OWN, GroupKind.LATER, GroupKind.UNKNOWN


def test_five_groups_lie_in_two_rows() -> None:
    placed = flow([ToPlace(OWN, n) for n in (3, 2, 3, 3, 2)])
    assert placed == [
        Rect(20, 10, 692, 418),
        Rect(726, 10, 468, 418),
        Rect(1208, 10, 692, 418),
        Rect(20, 440, 692, 418),
        Rect(726, 440, 468, 418),
    ]


def test_groups_for_later_stand_in_a_lane_at_the_right() -> None:
    placed = flow([*[ToPlace(OWN, 2)] * 4, ToPlace(LATER, 2), ToPlace(UNKNOWN, 2)])
    assert placed[4:] == [Rect(1500, 10, 400, 418), Rect(1500, 440, 400, 418)]
    assert [r.x for r in placed[:4]] == [20, 502, 984, 20]


def test_three_areas_of_the_lane_are_as_high_as_two_groups_until_they_fill() -> None:
    lane = [ToPlace(kind, 2) for kind in (LATER, UNKNOWN, GroupKind.WRONG)]
    placed = flow(lane)
    assert [round(r.h, 2) for r in placed] == [274.67] * 3
    assert placed[-1].bottom == flow([ToPlace(LATER, 2)] * 2)[-1].bottom
    assert len(inside(placed[0], LATER, 1, [False, False])) == 1
    fuller = flow([lane[0]._replace(high=layout.stacked([False, False])), *lane[1:]])
    assert (fuller[0].h, round(fuller[1].h, 2)) == (layout.GROUP_H, 274.67)
    assert len(inside(fuller[0], LATER, 1, [True])) == 1


@given(
    st.lists(
        st.tuples(st.sampled_from(list(GroupKind)), st.sampled_from((2, 3)), st.sampled_from((0, 110, 232))),
        max_size=30,
    )
)
def test_groups_never_overlap_nor_leave_the_width(wanted: list[tuple[GroupKind, int, float]]) -> None:
    placed = flow([ToPlace(*each) for each in sorted(wanted, key=lambda w: w[0] is not OWN)])
    assert len(placed) == len(wanted)
    assert not any(a.meets(b) for a, b in combinations(placed, 2))
    assert all(LEFT <= r.x and r.right <= LEFT + ROW_W for r in placed)


@given(st.lists(st.booleans(), max_size=20), st.sampled_from(list(GroupKind)), st.sampled_from((2, 3)))
def test_notes_lie_in_their_group_without_overlap(tall: list[bool], kind: GroupKind, columns: int) -> None:
    area = flow([ToPlace(kind, columns)])[0]
    rects = inside(area, kind, columns, tall)
    assert not any(a.meets(b) for a, b in combinations(rects, 2))
    assert all(area.joined(r) == area for r in rects)
    assert [r.h == layout.TALL_H for r in rects] == tall[len(tall) - len(rects) :]
    assert bool(rects) == bool(tall)


def test_a_group_of_twelve_shows_its_newest_nine() -> None:
    area = flow([ToPlace(OWN, 3)])[0]
    assert len(inside(area, OWN, 3, [False] * 12)) == 9
    assert len(inside(area, OWN, 3, [True] * 12)) == 3


@pytest.mark.parametrize(("taken", "columns"), [(0, 2), (6, 2), (7, 3), (18, 3)])
def test_more_than_six_notes_need_three_columns(taken: int, columns: int) -> None:
    assert columns_for(taken) == columns
    assert group_width(columns) == {2: 468, 3: 692}[columns]


def test_places_near_begin_with_the_place_itself() -> None:
    assert next(layout.places_near(300, 400)) == (300, 400)
    near = list(layout.places_near(30, 15))
    assert all(x >= LEFT and y >= layout.TOP for x, y in near)
    assert all(x <= LEFT + ROW_W - layout.NOTE_W for x, _ in near)


def test_places_below_fill_rows() -> None:
    assert list(islice(layout.places_below(440), 9))[::7] == [(20, 440), (1588, 440)]
    assert next(islice(layout.places_below(440), 8, None)) == (20, 562)


def test_rectangles() -> None:
    rect = Rect(10, 20, 30, 40)
    assert (rect.right, rect.bottom, rect.middle) == (40, 60, (25, 40))
    assert rect.holds(10, 20) and not rect.holds(40, 20)
    assert rect.meets(Rect(39, 59, 5, 5)) and not rect.meets(Rect(40, 20, 5, 5))
    assert rect.grown(2) == Rect(8, 18, 34, 44)
    assert rect.moved(1, 2) == Rect(11, 22, 30, 40)
    assert rect.covers(Rect(10, 20, 30, 40)) and not rect.covers(Rect(9, 20, 30, 40))
    assert around([rect, Rect(0, 0, 1, 1)]) == Rect(0, 0, 40, 60)
    assert around([]) is None


def test_the_names_of_a_grid_lie_around_the_fields_that_the_pack_reads() -> None:
    wide, high = layout.END_W, layout.END_H
    grid = layout.GRID
    assert layout.FIELDS == Rect(grid.x + wide, grid.y + high, grid.w - 2 * wide, grid.h - 2 * high)
