"""What is typed of the consent questions, and what it becomes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ui.parts.consent_words import (
    ABOUT,
    ABOUT_US,
    FIRST,
    MORE,
    QUESTION,
    SECOND,
    SHORT,
    UNTIL,
    Draft,
    about_as_typed,
    answers_so_far,
    as_typed,
    changed_questions,
    fields_of,
    is_changed,
    state,
)
from ui.words import Words
from workshop.domain.forms import ItemWords
from workshop.domain.kinds import Item
from workshop.session.resources import consent_form

EN = Words("en")
FORM = consent_form()
PHOTO = FORM.of(Item.PHOTO_REPORT)
LINES = st.lists(st.text("abc .", min_size=1, max_size=9).filter(str.strip), max_size=3)


@given(LINES.map(lambda lines: lines[:2]), LINES)
def test_fields_nobody_typed_in_change_nothing(sentences: list[str], more: list[str]) -> None:
    words = ItemWords(Item.CREDIT, "Credit", "May we?", (*sentences, "Until."), tuple(more))
    assert as_typed(words, Draft()) == words
    typed = Draft({("credit", key): text for key, text in fields_of(words).items()})
    assert as_typed(words, typed) == words


def test_what_is_typed_takes_the_place_of_what_was_and_an_empty_sentence_goes() -> None:
    draft = Draft(
        {("photo_report", QUESTION): "A photo?", ("photo_report", FIRST): " ", ("credit", SHORT): "x"}
    )
    draft.texts |= {("photo_report", SECOND): "You choose.", ("photo_report", MORE): ""}
    draft.asked[Item.PHOTO_REPORT] = False
    assert as_typed(PHOTO, draft) == replace(
        PHOTO,
        question="A photo?",
        sentences=("You choose.", PHOTO.sentences[-1]),
        more=PHOTO.more[1:],
        asked=False,
    )
    assert [words.item for words in changed_questions(FORM, draft)] == [Item.PHOTO_REPORT, Item.CREDIT]


def test_who_asks_is_typed_for_all_questions_at_once() -> None:
    assert about_as_typed(FORM, Draft()) == (FORM.until, list(FORM.about))
    draft = Draft({(ABOUT_US, ABOUT[1]): "", (ABOUT_US, UNTIL): "Until {date}."})
    assert about_as_typed(FORM, draft) == ("Until {date}.", [FORM.about[0], FORM.about[2]])
    assert is_changed(FORM, draft) and not is_changed(FORM, Draft())
    draft.clear()
    assert draft == Draft()


def test_the_list_says_what_is_special_about_a_question() -> None:
    ours = replace(PHOTO, question="A photo?")
    assert state(PHOTO, PHOTO, PHOTO, EN) == ""
    assert state(ours, PHOTO, ours, EN) == "Your words"
    assert state(PHOTO, PHOTO, ours, EN) == "Not kept yet"
    assert state(replace(ours, asked=False), PHOTO, replace(ours, asked=False), EN) == "Not asked"


def test_answers_are_told_by_the_words_they_were_given_to() -> None:
    counts = {("own 2", "pl"): 1, ("1", "en"): 3, ("own 2", "en"): 2}
    assert answers_so_far(counts, "1", EN) == [
        "3 answers to the words that ship (English)",
        "2 answers to your version 2 (English)",
        "1 answer to your version 2 (Polski)",
    ]
