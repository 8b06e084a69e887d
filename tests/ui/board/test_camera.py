"""From pixels to the board and back, at every zoom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.board.camera import FARTHEST, NEAREST, Camera
from ui.board.layout import Rect

_pixels = st.floats(-3000, 3000)


@given(_pixels, _pixels, st.floats(0.02, 4), st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_there_and_back(px: float, py: float, zoom: float, x: float, y: float) -> None:
    camera = Camera(base=1.4, x=x, y=y, zoom=zoom)
    assert camera.to_screen(*camera.to_board(px, py)) == pytest.approx((px, py), abs=1e-4)


@given(st.floats(0.01, 100), _pixels, _pixels)
def test_what_lies_under_the_fingers_stays_there(factor: float, px: float, py: float) -> None:
    camera = Camera(x=300, y=200)
    before = camera.to_board(px, py)
    camera.zoom_at(factor, px, py)
    assert camera.to_board(px, py) == pytest.approx(before, abs=1e-6)
    assert FARTHEST <= camera.scale <= NEAREST


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
