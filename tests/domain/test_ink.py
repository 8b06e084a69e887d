"""Drawings as text and back: nothing a hand can mean is lost, and nothing but a drawing is read."""

import math
from base64 import b64encode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.domain.ink import HEIGHT, MOST_POINTS, WIDTH, Point, Stroke, pack, unpack
from workshop.errors import RuleBroken

POINTS = st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT), st.floats(0, 1))
STROKES = st.lists(st.lists(POINTS, min_size=1, max_size=30).map(tuple), max_size=8)
ANY_POINTS = st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 3)


def a_hand(points: int) -> Stroke:
    """A stroke as a hand draws it: a wave across the note, pressed harder in the middle."""
    steps = [i / points for i in range(points)]
    return tuple(
        (200 * t + 5 * math.sin(9 * t), 55 + 40 * math.sin(14 * t), 0.2 + 0.6 * math.sin(math.pi * t))
        for t in steps
    )


@given(STROKES)
def test_what_comes_back_is_what_was_drawn(strokes: list[tuple[Point, ...]]) -> None:
    back = unpack(pack(strokes))

    assert [len(stroke) for stroke in back] == [len(stroke) for stroke in strokes]
    for drawn, kept in zip(strokes, back, strict=True):
        for before, after in zip(drawn, kept, strict=True):
            assert abs(before[0] - after[0]) <= 0.05 + 1e-9
            assert abs(before[1] - after[1]) <= 0.05 + 1e-9
            assert abs(before[2] - after[2]) <= 0.5 / 255 + 1e-9
    assert pack(back) == pack(strokes)


@given(st.lists(st.lists(ANY_POINTS, min_size=1, max_size=5), min_size=1, max_size=3))
def test_what_goes_over_the_edge_stays_on_the_note(strokes: list[list[Point]]) -> None:
    for stroke in unpack(pack(strokes)):
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT and 0 <= pressure <= 1 for x, y, pressure in stroke)


def test_the_edge_is_where_a_line_beyond_it_is_kept() -> None:
    drawn = [[(-5.0, 200.0, 2.0), (300.0, -1.0, -1.0)]]
    assert unpack(pack(drawn)) == (((0.0, HEIGHT, 1.0), (WIDTH, 0.0, 0.0)),)


def test_a_stroke_of_two_hundred_points_is_short() -> None:
    ink = pack([a_hand(200)])

    assert len(ink) <= 1200
    assert len(unpack(ink)[0]) == 200


def test_no_strokes_are_no_text_and_empty_ones_are_none() -> None:
    assert pack([]) == pack([[], []]) == ""
    assert unpack("") == ()
    assert unpack(pack([[], [(1, 2, 1)], []])) == (((1.0, 2.0, 1.0),),)


def test_the_form_that_is_kept_in_files_stays() -> None:
    """Workshops hold this text: what it says may never change."""
    assert unpack("1:AhQoyAEUA/4BAQAAAA==") == (
        ((1.0, 2.0, 100 / 255), (2.0, 1.8, 227 / 255)),
        ((2.0, 1.8, 227 / 255),),
    )
    assert pack(unpack("1:AhQoyAEUA/4BAQAAAA==")[:1]) == "1:AhQoyAEUA/4B"


def test_the_most_points_that_a_note_takes() -> None:
    stroke = [(float(i % 212), 5.0, 1.0) for i in range(MOST_POINTS)]
    assert len(unpack(pack([stroke]))[0]) == MOST_POINTS
    with pytest.raises(RuleBroken, match="too big for one note. Nothing was changed"):
        pack([stroke, [(1.0, 1.0, 1.0)]])


@pytest.mark.parametrize(
    "point", [(1.0, 2.0), (1.0, 2.0, 3.0, 4.0), (), (math.nan, 1.0, 1.0), (1.0, math.inf, 1.0)]
)
def test_what_is_no_point_is_refused(point: tuple[float, ...]) -> None:
    with pytest.raises(RuleBroken, match="made of points"):
        pack([[point]])


GARBAGE = {
    "no drawing": "hello",
    "another form": "2:AhQo",
    "no base64": "1:???",
    "letters of another script": "1:ααα",
    "half a point": "1:" + b64encode(bytes([1, 2, 2])).decode(),
    "no points": "1:" + b64encode(bytes([0])).decode(),
    "a number without an end": "1:" + b64encode(bytes([1, 2, 2, 0x80])).decode(),
    "a number of many bytes": "1:" + b64encode(bytes([1, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0])).decode(),
    "more points than a note takes": "1:" + b64encode(bytes([0xFF, 0xFF, 0x7F])).decode(),
    "beside the note": "1:" + b64encode(bytes([1, 1, 0, 0])).decode(),
}


@pytest.mark.parametrize("ink", GARBAGE.values(), ids=GARBAGE.keys())
def test_garbage_is_refused_in_words(ink: str) -> None:
    with pytest.raises(RuleBroken, match="This drawing cannot be read. The words of its note are safe"):
        unpack(ink)


@settings(max_examples=200)
@given(st.binary(max_size=60))
def test_any_bytes_are_a_drawing_or_are_refused_in_words(data: bytes) -> None:
    try:
        strokes = unpack("1:" + b64encode(data).decode())
    except RuleBroken:
        return
    assert unpack(pack(strokes)) == strokes
