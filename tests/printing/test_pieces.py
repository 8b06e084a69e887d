"""Pieces of a page: heights add up, and what is split is all still there."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from workshop.printing.flow import Flow, Unit
from workshop.printing.measures import A4, MM
from workshop.printing.page import Place, TaggedCanvas
from workshop.printing.pieces import Boxed, Drawing, Halves, Piece, Row, Ruled, Space, Stack


def block(height: float) -> Drawing:
    return Drawing(height, 100.0, lambda _canvas, _x, _top: None)


@dataclass(frozen=True)
class Elastic:
    """A piece that can be cut anywhere, as text can between lines."""

    height: float
    cuts: list[float] = field(default_factory=list, compare=False)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        canvas.note_place(x, top, 100.0, self.height)

    def split(self, room: float) -> Halves:
        cut = int(room / 10) * 10.0
        if cut <= 0:
            return None, self
        return (self, None) if cut >= self.height else (Elastic(cut), Elastic(self.height - cut))


heights = st.integers(1, 30).map(lambda tens: tens * 10.0)
pieces = st.lists(st.one_of(heights.map(block), heights.map(Elastic)), min_size=1, max_size=8)


@given(pieces, st.integers(0, 900))
def test_splitting_a_stack_loses_nothing(parts: list[Piece], room: int) -> None:
    stack = Stack(tuple(parts))
    head, tail = stack.split(room)
    assert sum(half.height for half in (head, tail) if half) == stack.height
    assert head is None or head.height <= room


def test_a_box_is_split_into_two_boxes() -> None:
    box = Boxed(Elastic(200.0), 300.0, (10.0, 20.0, 30.0))
    assert box.height == 250.0
    head, tail = box.split(150.0)
    assert (head, tail) == (
        Boxed(Elastic(100.0), 300.0, (10.0, 20.0, 30.0)),
        Boxed(Elastic(100.0), 300.0, (10.0, 20.0, 30.0)),
    )


def test_a_row_is_split_across_all_its_cells() -> None:
    row = Row(((0.0, Elastic(50.0)), (60.0, Elastic(200.0))))
    assert row.split(100.0) == (
        Row(((0.0, Elastic(50.0)), (60.0, Elastic(100.0)))),
        Row(((60.0, Elastic(100.0)),)),
    )


def test_a_row_with_a_shape_too_high_for_the_room_stays_whole() -> None:
    row = Row(((0.0, block(120.0)), (60.0, Elastic(200.0))))
    assert row.split(100.0) == (None, row)


def test_a_ruled_piece_counts_its_gap() -> None:
    assert Ruled(Space(10.0), 100.0, 1.0, 5.0).height == 15.0


def flowed(parts: list[Piece], columns: int) -> list[Place]:
    canvas = TaggedCanvas("", "en", (A4.width, A4.height))
    canvas.places = []
    flow = Flow(canvas, A4, 0.0)
    flow.start_section(cover=False)
    flow.start_columns(columns, 10.0)
    for part in parts:
        flow.place(Unit(part, gap=7.0))
    flow.end_columns()
    flow.place(Unit(block(20.0), gap=7.0))
    flow.end()
    return canvas.places


long_ones = st.integers(1, 200).map(lambda tens: Elastic(tens * 10.0))


@given(st.lists(st.one_of(heights.map(block), long_ones)), st.integers(1, 3))
def test_what_flows_neither_overlaps_nor_leaves_the_page(parts: list[Piece], columns: int) -> None:
    places = flowed(parts, columns)
    assert abs(sum(p.height for p in places) - sum(part.height for part in parts) - 20.0) < 1e-6
    assert overlapping(places) == []
    assert all(p.top <= A4.top + 0.1 and p.top - p.height >= A4.below - 0.1 for p in places)


def overlapping(places: list[Place]) -> list[tuple[Place, Place]]:
    """Every two places on a page that share a part of it."""
    return [
        (one, other)
        for at, one in enumerate(places)
        for other in places[at + 1 :]
        if one.page == other.page
        and one.x < other.x + other.width - 0.1
        and other.x < one.x + one.width - 0.1
        and one.top - one.height < other.top - 0.1
        and other.top - other.height < one.top - 0.1
    ]


def test_two_places_one_on_the_other_are_caught() -> None:
    one, other = Place(0, 10, 100, 50, 20), Place(0, 30, 90, 50, 20)
    assert overlapping([one, other]) == [(one, other)]


def flow_of(*units: Unit, again: Unit | None = None) -> list[Place]:
    canvas = TaggedCanvas("", "en", (A4.width, A4.height))
    canvas.places = []
    flow = Flow(canvas, A4, 0.0)
    flow.start_section(cover=False)
    flow.place(Unit(block(500.0)))
    flow.place_together(units, again)
    flow.end()
    return canvas.places[1:]


def test_a_heading_is_never_the_last_on_a_page() -> None:
    room = A4.top - A4.below - 500.0
    heading = Unit(block(room - 30.0), keep=True)
    assert [p.page for p in flow_of(heading, Unit(block(40.0)))] == [1, 1]
    assert [p.page for p in flow_of(heading, Unit(block(20.0)))] == [0, 0]


def test_a_group_that_fits_on_a_page_is_not_broken() -> None:
    assert [p.page for p in flow_of(*[Unit(block(90.0))] * 6)] == [1] * 6


def test_a_group_longer_than_a_page_goes_on_under_its_name() -> None:
    name = Unit(block(11.0))
    places = flow_of(Unit(block(22.0), keep=True), *[Unit(block(90.0))] * 9, again=name)
    assert [(p.page, p.height) for p in places] == [
        (0, 22.0), (0, 90.0),
        (1, 11.0), *[(1, 90.0)] * 7,
        (2, 11.0), (2, 90.0),
    ]  # fmt: skip


def test_the_margins_are_those_of_the_design() -> None:
    assert (round(A4.side / MM), round(A4.above / MM), round(A4.below / MM)) == (18, 27, 24)
