"""What the facilitator is told about notes and pictures before they leave the room."""

import pytest

from ui.parts.looking import in_words, leaves_for, outermost
from ui.words import Words
from workshop.domain.identifying import Identifying, Passage, Tells
from workshop.domain.kinds import Audience

EN = Words("en")
AMINA = Passage(0, 5, Tells.NAME)


def test_each_passage_is_told_once_with_what_it_tells() -> None:
    text = "Amina, she is 83. Amina!"
    found = Identifying(["Amina"]).found_in(text)
    assert in_words(text, found, EN) == ("“Amina”: a name", "“she is 83”: an age")
    assert in_words("", (), EN) == ()


@pytest.mark.parametrize("tells", Tells)
def test_everything_that_can_be_told_has_words(tells: Tells) -> None:
    (told,) = in_words("here", (Passage(0, 4, tells),), EN)
    assert told.startswith("“here”: ")


def test_words_of_the_other_direction_stand_apart() -> None:
    assert in_words("آمنہ", (Passage(0, 4, Tells.NAME),), EN) == ("“\u2068آمنہ\u2069”: a name",)


def test_a_passage_inside_another_that_tells_the_same_is_not_told() -> None:
    inner, other = Passage(1, 3, Tells.NAME), Passage(1, 3, Tells.AGE)
    assert outermost((AMINA, inner, other)) == (AMINA, other)
    assert outermost((AMINA, AMINA)) == (AMINA, AMINA)
    assert outermost(()) == ()


@pytest.mark.parametrize(
    ("audiences", "said"),
    [
        (set(Audience), "It is printed, and may hang on the wall."),
        ({Audience.PEOPLE, Audience.TEAM}, "It is printed for the people here, not for the wall."),
        (set[Audience](), "It is not printed. Somebody on it has not said yes."),
    ],
)
def test_where_a_picture_goes(audiences: set[Audience], said: str) -> None:
    assert leaves_for(audiences, EN) == said
