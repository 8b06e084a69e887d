"""Which page of an arrival comes after which, and what an answer changes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.parts import arrival
from ui.parts.arrival import QUESTIONS, Arriving, asked, for_a_guardian, pages, question, to_record
from workshop.domain.kinds import AgeGroup, Item, Said, Voice
from workshop.session.resources import consent_form

TAKE_PART, PHOTO, WEB, NAME = Item.TAKE_PART, Item.PHOTO_REPORT, Item.PHOTO_WEB, Item.QUOTE_FIRST_NAME
YES, NO, UNSURE = Said.YES, Said.NO, Said.UNSURE
ANSWERS = st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from([YES, NO, UNSURE]))
VISITS = st.builds(
    Arriving,
    voices=st.lists(st.sampled_from(list(Voice)), unique=True).map(tuple),
    age=st.sampled_from(AgeGroup),
    answers=ANSWERS,
    guardian_here=st.sampled_from([None, True, False]),
)
IN_IT = Arriving(answers={TAKE_PART: YES, Item.NOTES_USED: YES, PHOTO: YES, WEB: NO, NAME: YES})


def young(**changes: object) -> Arriving:
    return replace(IN_IT, age=AgeGroup.UNDER_16, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("photo", [None, NO, UNSURE])
def test_without_a_photo_the_web_is_not_asked(photo: Said | None) -> None:
    visit = Arriving(answers={TAKE_PART: YES} | ({PHOTO: photo} if photo else {}))
    assert arrival.after(question(PHOTO), visit, QUESTIONS) == question(NAME)
    assert arrival.before(question(NAME), visit, QUESTIONS) == question(PHOTO)
    assert WEB not in asked(visit.answers)


def test_after_a_yes_to_the_photo_the_web_is_asked() -> None:
    assert arrival.after(question(PHOTO), IN_IT, QUESTIONS) == question(WEB)
    assert arrival.before(question(NAME), IN_IT, QUESTIONS) == question(WEB)
    assert asked(IN_IT.answers) == QUESTIONS


def test_there_are_eight_pages_at_most() -> None:
    assert [arrival.page_of(question(item)) for item in QUESTIONS] == [3, 4, 5, 5, 6, 7]
    assert arrival.page_of(arrival.SIGN) == arrival.count() == 8


@given(VISITS, st.booleans())
def test_every_page_has_a_number_and_they_never_go_back(visit: Arriving, asks_age: bool) -> None:
    numbers = [arrival.page_of(page) for page in pages(visit, asks_age=asks_age) if page != arrival.FINE]
    assert numbers == sorted(numbers) and set(numbers) <= set(range(1, arrival.count() + 1))


@given(VISITS, st.booleans())
def test_the_way_back_is_the_way_there(visit: Arriving, asks_age: bool) -> None:
    way = pages(visit, asks_age=asks_age)
    assert arrival.before(way[0], visit, QUESTIONS, asks_age) is None
    for one, next_ in zip(way, way[1:], strict=False):
        assert arrival.after(one, visit, QUESTIONS, asks_age) == next_
        assert arrival.before(next_, visit, QUESTIONS, asks_age) == one


@given(VISITS)
def test_whoever_does_not_say_yes_to_taking_part_is_asked_nothing_else(visit: Arriving) -> None:
    way = pages(visit)
    takes_part = visit.answers.get(TAKE_PART) is YES
    assert (arrival.FINE in way, arrival.SIGN in way) == (not takes_part, takes_part)
    if not takes_part:
        assert way[-2:] == (question(TAKE_PART), arrival.FINE)
        assert sum(page.page == "arrive_question" for page in way) == 1


@given(VISITS)
def test_it_stopped_at_the_first_question_without_an_answer(visit: Arriving) -> None:
    visit.passed = set(visit.answers)
    stopped = arrival.stopped_at(visit)
    if not visit.answers:
        assert stopped == arrival.VOICE
    elif visit.answers.get(TAKE_PART) is not YES:
        assert stopped == question(TAKE_PART)
    else:
        unanswered = [item for item in asked(visit.answers) if item not in visit.answers]
        if unanswered:
            assert stopped == question(unanswered[0])
        else:
            assert stopped.page in ("arrive_sign", "arrive_guardian", "arrive_guardian_name")


# As whom, and how old


def test_of_several_voices_one_is_chosen_for_today() -> None:
    assert arrival.TODAY_AS not in pages(Arriving(voices=(Voice.CARER,)))
    two = Arriving(voices=(Voice.CARER, Voice.STAFF))
    assert pages(two)[1:3] == (arrival.VOICE, arrival.TODAY_AS)


def test_the_age_is_asked_of_those_under_18_or_by_the_rule_of_the_host() -> None:
    assert arrival.AGE not in pages(Arriving())
    assert arrival.AGE in pages(Arriving(), asks_age=True)
    young_ones = pages(Arriving(age=AgeGroup.AGED_16_17))
    assert arrival.AGE in young_ones and arrival.ADULT in young_ones
    of_age = pages(Arriving(age_said=True))
    assert arrival.AGE in of_age and arrival.ADULT not in of_age


# A parent or guardian


@given(VISITS)
def test_a_parent_is_asked_only_where_somebody_under_16_said_yes(visit: Arriving) -> None:
    for item in for_a_guardian(visit):
        assert visit.age is AgeGroup.UNDER_16 and visit.answers[item] is YES
    if visit.age is not AgeGroup.UNDER_16:
        assert for_a_guardian(visit) == ()


def test_a_parent_is_asked_what_shows_who_somebody_is_and_not_about_their_words() -> None:
    assert for_a_guardian(young()) == (PHOTO, NAME)
    assert for_a_guardian(young(answers={TAKE_PART: YES, PHOTO: NO})) == ()


def test_without_a_parent_in_the_room_the_young_person_goes_on() -> None:
    here = arrival.GUARDIAN_HERE
    assert pages(young())[-2:] == (here, arrival.SIGN)
    assert arrival.after(here, young(guardian_here=False), QUESTIONS) == arrival.SIGN
    with_one = pages(young(guardian_here=True))
    theirs = (arrival.GUARDIAN_NAME, *map(arrival.guardian_question, (PHOTO, NAME)))
    assert with_one[-5:] == (here, *theirs, arrival.SIGN)


# From the last page


def test_an_answer_that_is_changed_leads_back_to_the_last_page() -> None:
    visit = replace(IN_IT, reviewing=True, passed=set(QUESTIONS))
    assert arrival.after(question(TAKE_PART), visit, QUESTIONS) == arrival.SIGN
    assert arrival.before(question(TAKE_PART), visit, QUESTIONS) == arrival.SIGN
    visit.passed.discard(WEB)  # it was not asked before
    assert arrival.after(question(PHOTO), visit, QUESTIONS) == question(WEB)


def test_what_a_parent_answered_can_be_changed_from_the_last_page() -> None:
    visit = young(guardian_here=True, guardian="Ewa", reviewing=True, passed=set(QUESTIONS))
    visit.guardian_said = {PHOTO: YES, NAME: YES}
    assert arrival.after(question(PHOTO), visit, QUESTIONS) == arrival.guardian_question(PHOTO)
    assert arrival.after(arrival.guardian_question(PHOTO), visit, QUESTIONS) == arrival.SIGN
    assert arrival.after(question(Item.NOTES_USED), visit, QUESTIONS) == arrival.SIGN


def test_a_no_to_taking_part_from_the_last_page_is_fine_too() -> None:
    visit = replace(IN_IT, reviewing=True, answers={**IN_IT.answers, TAKE_PART: NO})
    assert arrival.after(question(TAKE_PART), visit, QUESTIONS) == arrival.FINE
    assert arrival.before(question(TAKE_PART), visit, QUESTIONS) == arrival.VOICE


# What is asked


def test_what_the_workshop_does_not_ask_is_not_asked() -> None:
    form = consent_form()
    assert arrival.questions(form) == QUESTIONS
    items = tuple(replace(words, asked=words.item is not NAME) for words in form.items)
    fewer = arrival.questions(replace(form, items=items))
    assert fewer == tuple(item for item in QUESTIONS if item is not NAME)
    assert arrival.count(fewer) == 7


def test_somebody_on_a_question_that_is_asked_no_more_goes_on_at_the_next_open_one() -> None:
    fewer = tuple(item for item in QUESTIONS if item is not NAME)
    visit = replace(IN_IT, passed=set(QUESTIONS) - {NAME, Item.CONTACT_RESULTS})
    assert arrival.after(question(NAME), visit, fewer) == question(Item.CONTACT_RESULTS)
    assert arrival.before(question(NAME), visit, fewer) == arrival.VOICE


def test_an_answer_that_is_the_same_is_not_kept_twice() -> None:
    assert to_record(NAME, YES, {NAME: YES}) == {}
    assert to_record(NAME, NO, {NAME: YES}) == {NAME: NO}


@pytest.mark.parametrize("said", [NO, UNSURE])
def test_no_photo_any_more_is_no_web_any_more(said: Said) -> None:
    assert to_record(PHOTO, said, {PHOTO: YES, WEB: YES}) == {PHOTO: said, WEB: NO}
    assert to_record(PHOTO, said, {PHOTO: YES, WEB: NO}) == {PHOTO: said}
    assert to_record(PHOTO, YES, {WEB: YES}) == {PHOTO: YES}


def test_one_of_three_ways_is_a_signature() -> None:
    assert not Arriving().signed
    assert Arriving(strokes=((1.0, 2.0),)).signed
    assert Arriving(on_paper=True).signed
    assert Arriving(witness="Ruth").signed
