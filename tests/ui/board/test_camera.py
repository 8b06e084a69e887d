"""From pixels to the board and back, at every zoom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.board.camera import FARTHEST, NEAREST, Camera
from ui.board.layout import Rect

_pixels = st.floats(-3000, 3000)
_steps = st.floats(-40, 40)


@given(_pixels, _pixels, st.floats(0.02, 4), st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_there_and_back(px: float, py: float, zoom: float, x: float, y: float) -> None:
    camera = Camera(base=1.4, x=x, y=y, zoom=zoom)
    assert camera.to_screen(*camera.to_board(px, py)) == pytest.approx((px, py), abs=1e-4)


@given(st.floats(0.01, 100), _pixels, _pixels)
def test_what_lies_under_the_fingers_stays_there(factor: float, px: float, py: float) -> None:
    camera = Camera(x=300, y=200)
    place = camera.to_board(px, py)
    camera.zoom_at(factor, px, py)
    assert camera.to_screen(*place) == pytest.approx((px, py), abs=0.51)  # the board lies on whole pixels
    assert FARTHEST <= camera.scale <= NEAREST


def test_a_zoom_of_many_small_steps_does_not_drift() -> None:
    camera = Camera(x=300, y=200)
    place = camera.to_board(700, 500)
    for factor in (1.013, 1 / 1.013) * 300:
        camera.zoom_at(factor, 700, 500)
    assert camera.to_screen(*place) == pytest.approx((700, 500), abs=0.51)


@given(st.lists(st.tuples(_steps, _steps), min_size=1, max_size=30), st.floats(0.02, 4), _pixels, _pixels)
def test_everything_moves_by_the_same_whole_pixels(
    ways: list[tuple[float, float]], zoom: float, x: float, y: float
) -> None:
    camera = Camera(base=1.4, zoom=zoom)
    places = [(x, y), (0.0, 0.0), (y + 0.5, x / 3)]
    for way in ways:
        before, origin = [camera.pixel_of(*place) for place in places], camera.origin
        camera.pan(*way)
        moved = (origin[0] - camera.origin[0], origin[1] - camera.origin[1])
        after = [camera.pixel_of(*place) for place in places]
        assert after == [(left + moved[0], top + moved[1]) for left, top in before]


@given(st.lists(st.tuples(_steps, _steps), min_size=1, max_size=30), st.floats(0.02, 4))
def test_the_fractions_of_small_moves_add_up(ways: list[tuple[float, float]], zoom: float) -> None:
    camera = Camera(base=1.4, zoom=zoom)
    for way in ways:
        camera.pan(*way)
    whole = sum(x for x, _ in ways), sum(y for _, y in ways)
    assert camera.to_screen(0, 0) == pytest.approx(whole, abs=0.51)


def test_fit_shows_all_and_never_enlarges() -> None:
    camera = Camera()
    camera.fit(Rect(0, 0, 300, 200))
    assert camera.zoom == 1.0
    whole = Rect(-500, 100, 9000, 5000)
    camera.fit(whole)
    seen = camera.in_view
    assert seen.joined(whole).w == pytest.approx(seen.w) and seen.joined(whole).h == pytest.approx(seen.h)
    camera.fit(None)
    assert (camera.x, camera.y, camera.zoom) == (0, 0, 1)


def test_the_board_is_never_lost() -> None:
    camera, whole = Camera(), Rect(0, 0, 3000, 2000)
    for way in ((1e6, 1e6), (-1e6, -1e6)):
        camera.pan(*way)
        camera.keep_near(whole)
        assert camera.in_view.meets(whole)


def test_a_note_is_brought_into_view_by_the_smallest_move() -> None:
    camera = Camera()
    assert not camera.show(Rect(100, 100, 212, 110))
    assert camera.show(Rect(2000, 900, 212, 110))
    assert (camera.x, camera.y) == (2000 + 212 + 10 - 1920, 900 + 110 + 10 - 868)
    assert camera.show(Rect(0, 0, 212, 110))
    assert (camera.x, camera.y) == (-10, -10)


def test_an_area_in_pixels() -> None:
    assert Camera(base=2, x=10, y=10).rect_to_screen(Rect(20, 30, 5, 6)) == Rect(20, 40, 10, 12)
