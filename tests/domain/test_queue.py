"""How long arrivals take: the exact figures of the rule, and what holds for every room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.queue import Queue, Way, queue


def test_the_sentence_of_fourteen_people() -> None:
    """14 people, one screen: about 35 minutes. Give paper to 8: about 15 minutes."""
    found = queue(14, 6, 25)
    assert found == Queue((Way(0, 14, 35), Way(8, 6, 15), Way(14, 0, 10)), Way(8, 6, 15))
    assert found.all_at_the_screen.minutes == 35
    assert (found.fits.on_paper, found.fits.minutes, found.fits.typing) == (8, 15, 15)
    assert found.is_too_slow


@pytest.mark.parametrize(
    ("people", "questions", "planned", "screens", "ways", "fits"),
    [
        (4, 6, 25, 1, (Way(0, 4, 10), Way(4, 0, 10)), 0),  # all have their turn
        (14, 6, 20, 1, (Way(0, 14, 35), Way(10, 4, 10), Way(14, 0, 10)), 1),
        (14, 6, 5, 1, (Way(0, 14, 35), Way(14, 0, 10)), 1),  # no time for the screen at all
        (14, 6, 45, 1, (Way(0, 14, 35), Way(14, 0, 10)), 0),
        (14, 6, 44, 1, (Way(0, 14, 35), Way(1, 13, 30), Way(14, 0, 10)), 1),  # one has no turn
        (14, 6, 25, 2, (Way(0, 14, 20), Way(2, 12, 15), Way(14, 0, 10)), 1),  # two screens
        (14, 6, 30, 2, (Way(0, 14, 20), Way(14, 0, 10)), 0),
        (40, 11, 30, 1, (Way(0, 40, 165), Way(36, 4, 15), Way(40, 0, 15)), 1),
        (1, 1, 0, 1, (Way(0, 1, 5), Way(1, 0, 5)), 1),
        (0, 6, 25, 1, (Way(0, 0, 5), Way(0, 0, 10)), 0),
    ],
)
def test_exact_figures(
    people: int, questions: int, planned: int, screens: int, ways: tuple[Way, ...], fits: int
) -> None:
    found = queue(people, questions, planned, screens)
    assert (found.ways, found.fits) == (ways, ways[fits])


@pytest.mark.parametrize(("forms", "minutes"), [(0, 0), (1, 5), (8, 15), (10, 20), (14, 30)])
def test_typing_takes_two_minutes_a_form(forms: int, minutes: int) -> None:
    assert Way(forms, 0, 10).typing == minutes


@given(st.integers(0, 60), st.integers(1, 11), st.integers(0, 120), st.integers(1, 3))
def test_everybody_arrives_in_every_way(people: int, questions: int, planned: int, screens: int) -> None:
    found = queue(people, questions, planned, screens)
    assert all(way.on_paper + way.on_screen == people for way in found.ways)
    assert found.fits in found.ways
    assert all(way.minutes >= 5 and way.minutes % 5 == 0 for way in found.ways)
    assert found.fits.minutes <= max(found.all_at_the_screen.minutes, found.ways[-1].minutes)


@given(st.integers(0, 60), st.integers(1, 11), st.integers(0, 120))
def test_more_screens_and_more_time_never_need_more_paper(people: int, questions: int, planned: int) -> None:
    fits = queue(people, questions, planned).fits
    assert queue(people, questions, planned, 2).fits.on_paper <= fits.on_paper
    assert queue(people, questions, planned + 5).fits.on_paper <= fits.on_paper
