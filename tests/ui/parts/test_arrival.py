"""Which page of an arrival comes after which, and what an answer changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.parts.arrival import PAGES, QUESTIONS, Arriving, after, asked, before, page_of, stopped_at, to_record
from workshop.domain.kinds import Item, Said

PHOTO, WEB, NAME = Item.PHOTO_REPORT, Item.PHOTO_WEB, Item.QUOTE_FIRST_NAME
ANSWERS = st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from([Said.YES, Said.NO, Said.UNSURE]))


@pytest.mark.parametrize("photo", [None, Said.NO, Said.UNSURE])
def test_without_a_photo_the_web_is_not_asked(photo: Said | None) -> None:
    answers = {PHOTO: photo} if photo else {}
    assert after(PHOTO, answers) is NAME
    assert before(NAME, answers) is PHOTO
    assert WEB not in asked(answers)


def test_after_a_yes_to_the_photo_the_web_is_asked() -> None:
    answers = {PHOTO: Said.YES}
    assert (after(PHOTO, answers), before(NAME, answers)) == (WEB, WEB)
    assert asked(answers) == QUESTIONS


def test_there_are_eight_pages_at_most() -> None:
    assert [page_of(item) for item in QUESTIONS] == [3, 4, 5, 5, 6, 7]
    assert page_of(Item.CONTACT_RESULTS) == PAGES - 1


@given(ANSWERS)
def test_the_way_back_is_the_way_there(answers: dict[Item, Said]) -> None:
    questions = asked(answers)
    assert before(questions[0], answers) is None and after(questions[-1], answers) is None
    for one, next_ in zip(questions, questions[1:], strict=False):
        assert after(one, answers) is next_
        assert before(next_, answers) is one


@given(ANSWERS)
def test_it_stopped_at_the_first_question_without_an_answer(answers: dict[Item, Said]) -> None:
    stopped = stopped_at(answers)
    if answers.get(Item.TAKE_PART) is not Said.YES:
        assert stopped is Item.TAKE_PART
    else:
        unanswered = [item for item in asked(answers) if item not in answers]
        assert stopped is (unanswered[0] if unanswered else None)


def test_an_answer_that_is_the_same_is_not_kept_twice() -> None:
    assert to_record(NAME, Said.YES, {NAME: Said.YES}) == {}
    assert to_record(NAME, Said.NO, {NAME: Said.YES}) == {NAME: Said.NO}


@pytest.mark.parametrize("said", [Said.NO, Said.UNSURE])
def test_no_photo_any_more_is_no_web_any_more(said: Said) -> None:
    assert to_record(PHOTO, said, {PHOTO: Said.YES, WEB: Said.YES}) == {PHOTO: said, WEB: Said.NO}
    assert to_record(PHOTO, said, {PHOTO: Said.YES, WEB: Said.NO}) == {PHOTO: said}
    assert to_record(PHOTO, Said.YES, {WEB: Said.YES}) == {PHOTO: Said.YES}


def test_one_of_three_ways_is_a_signature() -> None:
    assert not Arriving().signed
    assert Arriving(strokes=((1.0, 2.0),)).signed
    assert Arriving(on_paper=True).signed
    assert Arriving(witness="Ruth").signed
