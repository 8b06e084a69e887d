"""The grid finds just what a look at everything finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.board.index import Grid
from ui.board.layout import Rect, around, note_rect

_rects = st.builds(Rect, *[st.floats(-5000, 5000)] * 2, *[st.floats(1, 1500)] * 2)
_doings = st.lists(st.tuples(st.integers(0, 12), st.none() | _rects), max_size=40)


@given(_doings, _rects)
def test_the_grid_agrees_with_a_look_at_everything(doings: list[tuple[int, Rect | None]], area: Rect) -> None:
    grid: Grid[int] = Grid()
    known: dict[int, Rect] = {}
    for key, rect in doings:
        if rect is None:
            assert grid.drop(key) == known.pop(key, None)
        else:
            grid.put(key, rect)
            known[key] = rect
    assert (len(grid), set(grid), {k: grid[k] for k in grid}) == (len(known), set(known), known)
    found = {key: rect for key, rect in known.items() if rect.meets(area)}
    assert grid.within(area) == found
    assert grid.is_free(area) == (not found)
    whole = around(known.values())
    assert (grid.whole is None) == (whole is None)
    if grid.whole is not None and whole is not None:
        assert grid.whole == pytest.approx(whole)
    x, y = area.middle
    assert sorted(grid.at(x, y)) == sorted(k for k, r in known.items() if r.holds(x, y))


def test_a_question_costs_what_it_touches_not_how_many_there_are() -> None:
    class Counting(Rect):
        asked = 0

        def meets(self, other: Rect) -> bool:
            Counting.asked += 1
            return Rect.meets(self, other)

    grid: Grid[int] = Grid()
    for n in range(5000):
        x, y, w, h = note_rect(n % 70 * 224, n // 70 * 122)
        grid.put(n, Counting(x, y, w, h))
    Counting.asked = 0
    assert len(grid.within(Rect(1000, 1000, 1920, 868))) == 80
    assert Counting.asked < 200


def test_an_empty_grid_surrounds_nothing() -> None:
    grid: Grid[str] = Grid()
    grid.put("a", note_rect(5, 5))
    assert grid.whole == note_rect(5, 5)
    grid.drop("a")
    assert grid.whole is None
    assert (grid.get("a"), "a" in grid) == (None, False)
