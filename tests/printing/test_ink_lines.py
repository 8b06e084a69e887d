"""What was drawn becomes lines: through the middles of a hand's points, as wide as it pressed."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.printing.given import HOUSE
from workshop.domain import ink
from workshop.errors import RuleBroken
from workshop.printing.ink_lines import DOT, THICK, Area, Line, area_of, as_pdf, as_svg, lines_of

points = st.tuples(st.floats(0, ink.WIDTH), st.floats(0, ink.HEIGHT), st.floats(0, 1))
drawings = st.lists(st.lists(points, min_size=1, max_size=9), min_size=1, max_size=4).map(ink.pack)


def test_a_line_bends_from_middle_to_middle_and_ends_where_the_hand_was_lifted() -> None:
    drawn = ink.pack([[(0, 0, 0), (10, 0, 0), (10, 20, 1)]])
    assert lines_of(drawn) == (
        Line(1.6, (0, 0), [((0, 0), (5, 0))]),
        Line(4.0, (5, 0), [((10, 0), (10, 10)), ((10, 20), (10 + DOT, 20))]),
    )
    assert as_pdf(drawn) == (
        "1 J 1 j 1.6 w 0.00 0.00 m 0.00 0.00 1.67 0.00 5.00 0.00 c S "
        "4.0 w 5.00 0.00 m 8.33 0.00 10.00 3.33 10.00 10.00 c 10.00 16.67 10.00 20.00 10.01 20.00 c S"
    )
    assert as_svg(drawn).startswith('<path stroke-width="1.6" d="M0.00 0.00 Q0.00 0.00 5.00 0.00"/><path')


def test_a_dot_is_a_line_of_next_to_no_length() -> None:
    drawn = ink.pack([[(20, 30, 1)]])
    assert lines_of(drawn) == (Line(4.0, (20, 30), [((20, 30), (20 + DOT, 30))]),)
    assert area_of(drawn) == Area(16, 26, 8, 8)


@given(drawings)
def test_every_point_of_every_line_lies_in_its_area(drawn: str) -> None:
    area = area_of(drawn)
    strokes = ink.unpack(drawn)
    lines = lines_of(drawn)
    for line in lines:
        for x, y in (line.start, *(end for _handle, end in line.curves)):
            assert area.left + THICK / 2 <= x <= area.left + area.width - THICK / 2
            assert area.top + THICK / 2 <= y <= area.top + area.height - THICK / 2
    assert sum(len(line.curves) for line in lines) == sum(map(len, strokes))  # nothing is left out
    assert len(ElementTree.fromstring(f"<svg>{as_svg(drawn)}</svg>")) == len(lines)
    assert len(re.findall(r"\bS\b", as_pdf(drawn))) == len(lines)


def test_what_is_no_drawing_is_refused_in_words() -> None:
    with pytest.raises(RuleBroken, match="cannot be read"):
        lines_of("1:nonsense!")
    assert len(lines_of(HOUSE)) > 3
