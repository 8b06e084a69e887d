"""The drawings of Easy Read pages: every one that ships can be drawn, and stays on its square."""

import re

import pytest

from workshop.printing.svg import FOLDERS, drawing

NAMES = sorted({path.stem for folder in FOLDERS for path in folder.glob("*.svg")})


def test_every_drawing_stays_on_its_square() -> None:
    for name in NAMES:
        shape, side = drawing(name)
        points = re.findall(r"(-?[\d.]+) (-?[\d.]+) [mlc]\b", shape)
        assert points or " re " in shape, name
        assert all(-0.5 <= float(x) <= side + 0.5 and -0.5 <= float(y) <= side + 0.5 for x, y in points), name


def test_only_black_and_white_is_left_of_the_colours() -> None:
    for name in NAMES:
        colours = set(re.findall(r"\S+ [gG]\b|\S+ \S+ \S+ (?:rg|RG)\b", drawing(name)[0]))
        assert colours <= {"0 g", "1 g"}, name


def test_a_path_is_drawn_as_it_says() -> None:
    """The cross: two strokes from corner to corner."""
    shape, side = drawing("x")
    assert side == 24
    assert shape == "1 J 1 j 2 w 18 6 m 6 18 l S 2 w 6 6 m 18 18 l S"


def test_a_circle_of_arcs_ends_where_it_began() -> None:
    shape, _side = drawing("camera")
    assert shape.count(" c") > 4
    assert "13" in shape  # the middle of the lens


def test_a_drawing_that_is_not_there_is_no_drawing() -> None:
    with pytest.raises(KeyError, match="no drawing named 'nothing'"):
        drawing("nothing")
