"""May this be shown? Every way to say yes that is no yes, and one naive reading of the rules beside ours."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from tests import given
from tests.given import TODAY
from workshop.domain import consent
from workshop.domain.consent import Consents, Standing, may_show, standing
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Item, Said
from workshop.domain.persons import Answer, Person

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
ADULT, YOUNG, CHILD = AgeGroup.ADULT, AgeGroup.AGED_16_17, AgeGroup.UNDER_16
YES, NO, UNSURE, BACK = Said.YES, Said.NO, Said.UNSURE, Said.TAKEN_BACK
NAME, NOTES = Item.QUOTE_FIRST_NAME, Item.NOTES_USED


def consents(age: AgeGroup, answers: list[Answer]) -> tuple[Consents, PersonId]:
    """The last words of one person of this age."""
    ada = replace(given.person("A100"), age_group=age)
    return Consents.of([ada], answers), ada.id


def said(item: Item, said_: Said, order: int = 2, **more: object) -> Answer:
    """An answer of that person."""
    return replace(given.answer(given.person("A100"), item, said_, order), **more)  # type: ignore[arg-type]


TABLE = [
    # age, item, own answer, guardian, expires, then, standing, may show
    (ADULT, NOTES, YES, None, None, (), Standing.YES, True),
    (ADULT, NOTES, NO, None, None, (), Standing.NO, False),
    (ADULT, NOTES, UNSURE, None, None, (), Standing.UNSURE, False),
    (ADULT, NOTES, None, None, None, (), Standing.NOT_ANSWERED, False),  # I05
    (ADULT, NAME, YES, None, None, (), Standing.YES, True),
    (ADULT, NAME, YES, None, TODAY, (), Standing.YES, True),  # the last day counts
    (ADULT, NAME, YES, None, TOMORROW, (), Standing.YES, True),
    (ADULT, NAME, YES, None, YESTERDAY, (), Standing.EXPIRED, False),
    (ADULT, NAME, NO, None, YESTERDAY, (), Standing.NO, False),
    (ADULT, NAME, YES, None, None, (BACK,), Standing.TAKEN_BACK, False),
    (ADULT, NAME, YES, None, None, (BACK, YES), Standing.YES, True),
    (ADULT, NAME, NO, None, None, (YES,), Standing.YES, True),
    (ADULT, NAME, YES, None, None, (NO,), Standing.NO, False),
    (ADULT, NAME, YES, None, None, (UNSURE,), Standing.UNSURE, False),
    (ADULT, NAME, NO, YES, None, (), Standing.NO, False),  # I07: own no beats guardian yes
    (ADULT, NAME, YES, NO, None, (), Standing.YES, True),  # nobody answers for an adult
    (YOUNG, NAME, YES, None, None, (), Standing.YES, True),
    (YOUNG, NAME, NO, YES, None, (), Standing.NO, False),
    (CHILD, NAME, YES, YES, None, (), Standing.YES, True),
    (CHILD, NAME, YES, None, None, (), Standing.WAITING, False),
    (CHILD, NAME, YES, NO, None, (), Standing.WAITING, False),
    (CHILD, NAME, YES, UNSURE, None, (), Standing.WAITING, False),
    (CHILD, NAME, YES, BACK, None, (), Standing.WAITING, False),
    (CHILD, NAME, NO, YES, None, (), Standing.NO, False),  # I07
    (CHILD, NAME, UNSURE, YES, None, (), Standing.UNSURE, False),
    (CHILD, NAME, YES, YES, YESTERDAY, (), Standing.EXPIRED, False),
    (CHILD, NAME, YES, YES, None, (YES,), Standing.WAITING, False),  # a guardian's yes is for one answer
    (CHILD, NOTES, YES, None, None, (), Standing.YES, True),  # words without a name
]


@pytest.mark.parametrize(("age", "item", "own", "guardian", "expires", "then", "stands", "shown"), TABLE)
def test_how_somebody_stands(
    age: AgeGroup,
    item: Item,
    own: Said | None,
    guardian: Said | None,
    expires: date | None,
    then: tuple[Said, ...],
    stands: Standing,
    shown: bool,
) -> None:
    answers = [said(Item.TAKE_PART, YES, 1)]
    if own is not None:
        answers += [said(item, own, guardian=guardian, expires_on=expires)]
    answers += [said(item, later, 3 + i) for i, later in enumerate(then)]
    found, ada = consents(age, answers)
    assert standing(found, ada, item, TODAY) is stands
    assert may_show(found, ada, item, TODAY) is shown


@pytest.mark.parametrize("part", [NO, UNSURE, BACK, None])
def test_whoever_does_not_take_part_is_shown_nowhere(part: Said | None) -> None:
    answers = [said(item, YES) for item in Item if item is not Item.TAKE_PART]
    found, ada = consents(ADULT, answers + ([said(Item.TAKE_PART, part, 9)] if part else []))
    assert not any(may_show(found, ada, item, TODAY) for item in Item)


def test_no_record_is_a_no_for_every_item() -> None:
    found, ada = consents(ADULT, [])
    assert {standing(found, ada, item, TODAY) for item in Item} == {Standing.NOT_ANSWERED}
    assert not any(may_show(found, ada, item, TODAY) for item in Item)


def test_one_yes_is_no_yes_to_anything_else() -> None:
    for one in Item:
        found, ada = consents(ADULT, [said(Item.TAKE_PART, YES, 1), said(one, YES)])
        shown = {item for item in Item if may_show(found, ada, item, TODAY)}
        assert shown == {Item.TAKE_PART, one}


def test_somebody_unknown_or_erased_is_never_shown() -> None:
    found = Consents.of([], [said(item, YES) for item in Item])
    assert not any(may_show(found, PersonId("person-A100"), item, TODAY) for item in Item)
    known, _ = consents(ADULT, [said(item, YES) for item in Item])
    assert not any(may_show(known, PersonId("nobody"), item, TODAY) for item in Item)


def test_items_that_show_who_somebody_is_need_a_guardian_and_the_others_do_not() -> None:
    answers = [said(item, YES) for item in Item]
    found, ada = consents(CHILD, answers)
    waiting = {item for item in Item if standing(found, ada, item, TODAY) is Standing.WAITING}
    assert waiting == {
        Item.QUOTE_FIRST_NAME,
        Item.QUOTE_FULL_NAME,
        Item.PHOTO_REPORT,
        Item.PHOTO_WEB,
        Item.RECORDING,
        Item.SHARE_CONTACT,
        Item.CREDIT,
    }


# One more reading of the rules, written without looking at ours

Gate = Callable[[Consents, PersonId, Item, date], bool]

PEOPLE = [
    replace(given.person(f"A10{i}"), age_group=age)
    for i, age in enumerate([*AgeGroup, AgeGroup.UNDER_16, AgeGroup.ADULT])
]
STRANGER = given.person("Z999")
ANY_ANSWERS = st.lists(
    st.builds(
        lambda person, item, said_, guardian, days: replace(
            given.answer(person, item, said_),
            guardian=guardian,
            expires_on=None if days is None else TODAY + timedelta(days=days),
        ),
        st.sampled_from([*PEOPLE, STRANGER]),
        st.sampled_from([Item.TAKE_PART, *Item]),
        st.sampled_from([YES, *Said]),
        st.sampled_from([None, YES, *Said]),
        st.sampled_from([None, None, -1, 0, 1]),
    ),
    max_size=40,
).flatmap(lambda answers: st.permutations([replace(a, order=i) for i, a in enumerate(answers)]))


def naive(people: list[Person], answers: list[Answer], who: PersonId, item: Item, at: date) -> bool:
    """The rules I01, I05 and I07 read out one after the other."""
    ages = [p.age_group for p in people if p.id == who]
    if not ages:
        return False
    for wanted in (Item.TAKE_PART, item):
        newest = None
        for answer in answers:
            if answer.person == who and answer.item == wanted:
                if newest is None or answer.order > newest.order:
                    newest = answer
        if newest is None or newest.said.value != "yes":
            return False
        if newest.expires_on and newest.expires_on < at:
            return False
        shows_who = wanted.value.startswith(("quote_", "photo_", "recording", "share_", "credit"))
        if ages[0].value == "under_16" and shows_who:
            if newest.guardian is None or newest.guardian.value != "yes":
                return False
    return True


def shows_what_may_not_be_shown(gate: Gate, answers: list[Answer]) -> bool:
    found = Consents.of(PEOPLE, answers)
    return any(
        gate(found, person.id, item, TODAY) != naive(PEOPLE, answers, person.id, item, TODAY)
        for person in [*PEOPLE, STRANGER]
        for item in Item
    )


@given_any(ANY_ANSWERS)
def test_the_gate_opens_just_where_the_rules_say_so(answers: list[Answer]) -> None:
    assert not shows_what_may_not_be_shown(may_show, answers)


def test_a_gate_that_forgets_taking_part_is_caught() -> None:
    def forgetful(found: Consents, who: PersonId, item: Item, at: date) -> bool:
        return consent.standing(found, who, item, at) is Standing.YES

    answers = [given.answer(PEOPLE[-1], NAME, YES), given.answer(PEOPLE[-1], Item.TAKE_PART, NO)]
    assert shows_what_may_not_be_shown(forgetful, answers)
    assert not shows_what_may_not_be_shown(may_show, answers)
