"""Texts are easy to read, or it is said which sentence is long and which word is hard."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.readability import MOST_WORDS, HardWord, Reading, look_at

PLAINER = {
    "pathway": "way",
    "facilitate": "help",
    "stakeholder": "people",
    "in order to": "to",
    "require": "need",
}


def test_a_short_plain_text_is_easy() -> None:
    reading = look_at("Write one thing on each note. Spelling does not matter.", PLAINER)
    assert reading == Reading(words=10, longest=6, hard=())
    assert reading.is_easy


def test_nothing_is_easy() -> None:
    assert look_at("", PLAINER) == Reading(0, 0, ())
    assert look_at(" … ?! ", PLAINER).is_easy


def test_a_hard_word_is_found_with_a_plainer_one() -> None:
    reading = look_at("Choose a Pathway.", PLAINER)
    assert reading.hard == (HardWord("Pathway", "way"),)
    assert not reading.is_easy


def test_forms_of_a_hard_word_are_found_once_and_in_the_order_of_the_text() -> None:
    found = look_at("Required pathways. We facilitated, we are facilitating the pathway.", PLAINER).hard
    assert [hard.word for hard in found] == ["Required", "pathways", "facilitated"]


def test_hard_phrases_are_found() -> None:
    assert look_at("We meet in order to talk.", PLAINER).hard == (HardWord("in order to", "to"),)


def test_words_that_only_begin_like_a_hard_word_are_plain() -> None:
    assert look_at("Pathwayless requirement", PLAINER).hard == ()


def test_the_longest_sentence_counts() -> None:
    twelve, thirteen = " ".join(["word"] * MOST_WORDS), " ".join(["word"] * (MOST_WORDS + 1))
    assert look_at(f"Short. {twelve}.", PLAINER).is_easy
    reading = look_at(f"Short. {thirteen}! Short.", PLAINER)
    assert (reading.longest, reading.is_easy) == (MOST_WORDS + 1, False)


def test_a_new_line_ends_a_sentence() -> None:
    assert look_at("one two three\nfour five", PLAINER).longest == 3


def test_figures_are_no_words_and_an_apostrophe_is_inside_one() -> None:
    assert look_at("You can't have 12 of 14.", PLAINER).words == 4


@given(st.text(), st.text())
def test_texts_below_each_other_read_as_each_on_its_own(one: str, other: str) -> None:
    both = look_at(f"{one}\n{other}", {})
    parts = [look_at(text, {}) for text in (one, other)]
    assert both.longest == max(part.longest for part in parts)
    assert both.words == sum(part.words for part in parts)
