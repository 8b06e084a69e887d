"""What a vote needs before it opens: dots, time, voices and ideas that look alike."""

import pytest
from hypothesis import given as with_any
from hypothesis import strategies as st

from tests import given
from ui.parts.vote_setup import (
    dots_for,
    equals_of,
    look_alikes,
    minutes_for,
    put_together,
    times,
    voices_said,
)
from ui.words import words_in
from workshop.domain.disclosure import OTHERS_TOGETHER, shown_voices
from workshop.domain.ids import IdeaId, OptionId, PersonId, RoundId
from workshop.domain.kinds import Voice
from workshop.domain.persons import Person
from workshop.domain.records import Idea, Option, Round

EN = words_in("en")


def idea(number: int, title: str, what: str = "") -> Idea:
    return Idea(IdeaId(f"idea-{number}"), number, title, what)


def people(**voices: int) -> list[Person]:
    found = []
    for name, count in voices.items():
        said = () if name == "unsaid" else (Voice(name),)
        found += [Person(PersonId(f"{name}-{n}"), "A1", "Ada", voices=said) for n in range(count)]
    return found


@pytest.mark.parametrize(("ideas", "dots"), [(0, 1), (2, 1), (4, 1), (5, 2), (9, 3), (12, 3), (40, 5)])
def test_dots_are_about_a_quarter_of_the_ideas(ideas: int, dots: int) -> None:
    assert dots_for(ideas) == dots


@pytest.mark.parametrize(("on_paper", "minutes"), [(0, 17), (5, 11), (14, 8)])
def test_how_long_fourteen_people_take(on_paper: int, minutes: int) -> None:
    assert minutes_for(14, on_paper) == minutes


def test_times_in_words() -> None:
    assert times(14, True, EN) == [
        ("14 people, one screen", "about 17 minutes"),
        ("4 of them on paper", "about 12 minutes"),
        ("all 14 on paper", "about 8 minutes"),
    ]
    assert times(14, False, EN) == [("14 people, one screen", "about 17 minutes")]
    assert times(0, True, EN) == []


def test_the_voices_that_will_be_seen() -> None:
    here = people(uses_services=5, carer=6, staff=3)
    assert voices_said(here, 5, EN) == "You will see: Carers and All other voices."
    assert voices_said(people(carer=4, staff=3), 5, EN).startswith("The groups here are too small.")
    assert voices_said([], 5, EN).startswith("The groups here are too small.")


@with_any(st.dictionaries(st.sampled_from([None, *Voice]), st.integers(0, 12)), st.integers(5, 8))
def test_no_voice_that_is_small_is_ever_announced(here: dict[Voice | None, int], threshold: int) -> None:
    shown = shown_voices(threshold, here)
    named = [key for key in shown if key != OTHERS_TOGETHER]
    assert all(here[Voice(key)] >= threshold for key in named)
    rest = sum(here.values()) - sum(here[Voice(key)] for key in named)
    assert OTHERS_TOGETHER not in shown or not named or rest >= threshold


def test_ideas_that_share_most_of_their_words() -> None:
    one, other = idea(1, "Tablets ready before the taxi"), idea(2, "Have tablets ready early, before noon")
    third = idea(3, "A quiet place to wait")
    assert look_alikes([one, other, third], frozenset()) == (one, other)
    assert look_alikes([one, other, third], frozenset({frozenset({one.id, other.id})})) is None
    assert look_alikes([one, third], frozenset()) is None
    assert look_alikes([idea(1, "Tea"), idea(2, "Tea")], frozenset()) is None  # too short to say


def test_no_word_is_lost_when_two_ideas_become_one() -> None:
    assert put_together(idea(1, "A plan", "One page."), idea(2, "A sheet", "In pictures")) == (
        "A plan",
        "One page. A sheet. In pictures.",
    )


def test_the_equals_of_the_best_shared_place() -> None:
    options = tuple(Option(OptionId(f"o-{n}"), n, f"Idea {n}") for n in range(1, 6))
    round_ = Round(RoundId("r"), 1, "q", "c", options)
    places = [(3, 1), (1, 2), (4, 2), (2, 4), (5, 4)]
    assert equals_of(round_, places) == (options[0], options[3])
    assert equals_of(round_, [(1, 1), (2, 2), (3, None), (4, None)]) == ()


def test_people_who_named_several_voices_count_once() -> None:
    both = given.person("A1")
    assert voices_said([both] * 5 + people(staff=5), 5, EN) == (
        "You will see: People who use services and Staff."
    )
