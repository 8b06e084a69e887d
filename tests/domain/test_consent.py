"""May this be shown? Every way to say yes that is no yes, and one naive reading of the rules beside ours."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from tests import given
from tests.given import TODAY
from workshop.domain.consent import (
    Consents,
    Standing,
    may_show,
    parents_to_tell,
    standing,
    support_given,
    words_taken_back,
)
from workshop.domain.forms import FormWords, ItemWords
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Form, Item, Medium, Met, Said, Support, Voice
from workshop.domain.persons import Answer, Need, Person, Signature, Wording

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
ADULT, YOUNG, CHILD = AgeGroup.ADULT, AgeGroup.AGED_16_17, AgeGroup.UNDER_16
YES, NO, UNSURE, BACK = Said.YES, Said.NO, Said.UNSURE, Said.TAKEN_BACK
NAME, NOTES = Item.QUOTE_FIRST_NAME, Item.NOTES_USED


def consents(age: AgeGroup, answers: list[Answer]) -> tuple[Consents, PersonId]:
    """The last words of one person of this age."""
    ada = replace(given.person("A100"), age_group=age)
    return given.consents([ada], answers), ada.id


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
    (CHILD, NAME, YES, NO, None, (), Standing.NO, False),
    (CHILD, NAME, YES, UNSURE, None, (), Standing.WAITING, False),
    (CHILD, NAME, YES, BACK, None, (), Standing.NO, False),
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
    found = given.consents([], [said(item, YES) for item in Item])
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


@dataclass(frozen=True)
class World:
    """All that decides whether something may be shown."""

    answers: list[Answer]
    wordings: list[Wording]
    forms: list[FormWords]

    @property
    def consents(self) -> Consents:
        """As the program sees it."""
        return Consents.of(PEOPLE, self.answers, self.wordings, self.forms)


def wording(of: Answer) -> Wording:
    """The words this was given to."""
    return Wording(of.text_hash, of.item, of.form, of.language, "Words")


def form(number: int, off: frozenset[Item], language: str = "en") -> FormWords:
    """A version in which these are not asked."""
    items = tuple(ItemWords(i, "short", "question", ("last",), asked=i not in off) for i in Item)
    return FormWords(f"form-{number}", number, language, items)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Answers in any order, some with words that nobody kept or that asked something else; any forms."""
    answers = [
        replace(
            given.answer(draw(st.sampled_from([*PEOPLE, STRANGER])), item, said_),
            order=order,
            text_hash=draw(st.sampled_from([f"of {item.value}", f"of {item.value}", "of credit", "lost"])),
            guardian=draw(st.sampled_from([None, YES, *Said])),
            expires_on=draw(st.sampled_from([None, None, YESTERDAY, TODAY, TOMORROW])),
        )
        for order, (item, said_) in enumerate(
            draw(
                st.lists(
                    st.tuples(st.sampled_from([Item.TAKE_PART, *Item]), st.sampled_from([YES, *Said])),
                    max_size=30,
                )
            )
        )
    ]
    wordings = [Wording(f"of {item.value}", item, "1", "en", "Words") for item in Item]
    off = st.frozensets(st.sampled_from(sorted({*Item} - {Item.TAKE_PART})), max_size=3)
    numbers = draw(st.permutations(range(1, draw(st.integers(1, 3)))))
    forms = [form(n, draw(off), draw(st.sampled_from(["en", "pl"]))) for n in numbers]
    return World(draw(st.permutations(answers)), wordings, forms)


def naive(
    people: list[Person],
    answers: list[Answer],
    who: PersonId,
    item: Item,
    at: date,
    wordings: list[Wording] | None = None,
    forms: list[FormWords] | None = None,
) -> bool:
    """The rules I01, I05, I07 and I09 read out one after the other. Without `wordings` all words are kept."""
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
        if wordings is not None:
            if not [w for w in wordings if w.id == newest.text_hash and w.item == wanted]:
                return False
        if not naively_asked(wanted, forms or []):
            return False
        shows_who = wanted.value.startswith(("quote_", "photo_", "recording", "share_", "credit"))
        if ages[0].value == "under_16" and shows_who:
            if newest.guardian is None or newest.guardian.value != "yes":
                return False
    return True


def naively_asked(item: Item, forms: list[FormWords]) -> bool:
    """Whether the version with the highest number asks this; the web is only asked after the photo."""
    newest: FormWords | None = None
    for one in forms:
        if newest is None or one.number > newest.number:
            newest = one
    off = [words.item.value for words in newest.items if not words.asked] if newest else []
    return item.value not in off and not (item.value == "photo_web" and "photo_report" in off)


def wrong(gate: Gate, world: World) -> list[tuple[PersonId, Item]]:
    """Where a gate decides otherwise than the rules."""
    return [
        (person.id, item)
        for person in [*PEOPLE, STRANGER]
        for item in Item
        if gate(world.consents, person.id, item, TODAY)
        != naive(PEOPLE, world.answers, person.id, item, TODAY, world.wordings, world.forms)
    ]


@given_any(worlds())
def test_the_gate_opens_just_where_the_rules_say_so(world: World) -> None:
    assert wrong(may_show, world) == []


ADA, KIT = PEOPLE[-1], PEOPLE[0]  # an adult, and somebody under 16


def yes(of: Person, item: Item = NAME, **more: object) -> Answer:
    """A yes with words of its own."""
    return replace(given.answer(of, item, YES), **{"text_hash": f"of {item.value}", **more})  # type: ignore[arg-type]


def world_of(*answers: Answer, forms: tuple[FormWords, ...] = (), kept: bool = True) -> World:
    part = [yes(ADA, Item.TAKE_PART), yes(KIT, Item.TAKE_PART)]
    words = [wording(a) for a in (*part, *answers)] if kept else [wording(a) for a in part]
    return World([*part, *answers], words, list(forms))


def without(part: str, value: object) -> Gate:
    """A gate that forgets one part of what it is given."""

    def forgetful(found: Consents, who: PersonId, item: Item, at: date) -> bool:
        return may_show(replace(found, **{part: value}), who, item, at)  # type: ignore[arg-type]

    return forgetful


def takes_any_part(found: Consents, who: PersonId, item: Item, at: date) -> bool:
    return standing(found, who, item, at) is Standing.YES


def takes_any_day(found: Consents, who: PersonId, item: Item, at: date) -> bool:
    return may_show(found, who, item, date.min)


def takes_any_words(found: Consents, who: PersonId, item: Item, at: date) -> bool:
    kept = frozenset((answer.text_hash, i) for answer in found.last.values() for i in Item)
    return may_show(replace(found, kept=kept), who, item, at)


def takes_any_answer(found: Consents, who: PersonId, item: Item, at: date) -> bool:
    last = {key: replace(answer, said=YES) for key, answer in found.last.items()}
    return may_show(replace(found, last=last), who, item, at)


NO_TO_ALL = replace(yes(ADA, Item.TAKE_PART), said=NO, order=9)
BROKEN = [
    ("taking part", takes_any_part, world_of(yes(ADA), NO_TO_ALL), (ADA.id, NAME)),
    ("expiry", takes_any_day, world_of(yes(ADA, expires_on=YESTERDAY)), (ADA.id, NAME)),
    ("an answer taken back", takes_any_answer, world_of(yes(ADA, order=2, said=BACK)), (ADA.id, NAME)),
    ("the words", takes_any_words, world_of(yes(ADA), kept=False), (ADA.id, NAME)),
    (
        "other words",
        takes_any_words,
        world_of(yes(ADA, text_hash="of take_part"), kept=False),
        (ADA.id, NAME),
    ),
    (
        "what is not asked",
        without("off", frozenset()),
        world_of(yes(ADA), forms=(form(1, frozenset({NAME})),)),
        (ADA.id, NAME),
    ),
    ("the guardian", without("ages", {KIT.id: ADULT}), world_of(yes(KIT)), (KIT.id, NAME)),
]


@pytest.mark.parametrize(("gate", "world", "where"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN])
def test_a_gate_that_forgets_a_rule_is_caught(gate: Gate, world: World, where: tuple[PersonId, Item]) -> None:
    assert where in wrong(gate, world)
    assert wrong(may_show, world) == []


def test_forgotten_words_and_forms_show_nothing_rather_than_all() -> None:
    answers = [yes(ADA, Item.TAKE_PART), yes(ADA)]
    assert not may_show(Consents.of([ADA], answers), ADA.id, NAME, TODAY)


# What is not asked, ages, parents


def test_what_is_not_asked_counts_as_a_no_and_a_taking_back_stays_one() -> None:
    off = (form(1, frozenset({NAME, NOTES})),)
    back = replace(given.answer(ADA, NOTES, BACK), order=2)
    found = Consents.of([ADA], [back], [], off)
    stands = [standing(found, ADA.id, item, TODAY) for item in (NAME, NOTES, Item.CREDIT)]
    assert stands == [Standing.NO, Standing.TAKEN_BACK, Standing.NOT_ANSWERED]
    assert standing(found, STRANGER.id, NAME, TODAY) is Standing.NOT_ANSWERED


def test_the_guardian_rule_holds_for_old_answers_when_an_age_is_put_right() -> None:
    answers = [yes(ADA, Item.TAKE_PART), yes(ADA), yes(ADA, NOTES)]
    words = [wording(a) for a in answers]
    for age, shown in ((ADULT, True), (CHILD, False), (YOUNG, True)):
        found = Consents.of([replace(ADA, age_group=age)], answers, words)
        assert may_show(found, ADA.id, NAME, TODAY) is shown
        assert may_show(found, ADA.id, NOTES, TODAY)


def test_parents_are_told_of_16_and_17_year_olds_where_the_rule_asks_for_it() -> None:
    people = [replace(given.person(f"A10{i}"), age_group=age) for i, age in enumerate(AgeGroup)]
    young = next(p for p in people if p.age_group is YOUNG)
    assert parents_to_tell(people, True) == (young.id,)
    assert parents_to_tell(people, False) == ()
    assert parents_to_tell([replace(young, parent_told=True)], True) == ()


def test_the_rule_about_parents_changes_nothing_that_may_be_shown() -> None:
    for told in (False, True):
        person = replace(ADA, age_group=YOUNG, parent_told=told)
        answers = [yes(person, Item.TAKE_PART), yes(person)]
        found = Consents.of([person], answers, [wording(a) for a in answers])
        assert may_show(found, person.id, NAME, TODAY)


@pytest.mark.parametrize(
    ("part", "words", "taken_back"),
    [
        (None, None, False),  # nobody asked them yet
        (YES, YES, False),
        (YES, None, False),
        (YES, NO, True),
        (YES, UNSURE, True),
        (YES, BACK, True),
        (NO, YES, True),
        (BACK, None, True),
    ],
)
def test_words_are_taken_back_by_any_later_answer_but_yes(
    part: Said | None, words: Said | None, taken_back: bool
) -> None:
    said_ = [(Item.TAKE_PART, part), (NOTES, words)]
    answers = [replace(yes(ADA, item), said=one) for item, one in said_ if one is not None]
    found = Consents.of([ADA], answers, [wording(a) for a in answers])
    notes = [given.note(1, author=ADA.id), given.note(2), given.note(3, author=STRANGER.id)]
    assert words_taken_back(notes, found, TODAY) == (frozenset({notes[0].id}) if taken_back else frozenset())


# Nobody's capacity is judged

ABOUT_PEOPLE = {
    Person: """id ref called full_name contact age_group voices leaves_by here_as supporter adult guardian
        parent_told regular""",
    Answer: """id person item said order form text_hash language medium given_on expires_on guardian support
        shape taken_by""",
    Need: "id person what met",
    Signature: "id person strokes said_aloud on_paper witness",
}
JUDGES = (
    "capa",
    "able",
    "fit_",
    "diagnos",
    "condition",
    "impair",
    "disab",
    "understand",
    "competen",
    "gillick",
)


@pytest.mark.parametrize("record", ABOUT_PEOPLE, ids=[r.__name__ for r in ABOUT_PEOPLE])
def test_no_field_can_hold_a_verdict_on_somebodys_capacity(record: type[Any]) -> None:
    """Every field about a person is known here; a new one is to be looked at by whoever adds it (I08)."""
    names = [field.name for field in fields(record)]
    assert names == ABOUT_PEOPLE[record].split()
    assert [name for name in names for word in JUDGES if word in name] == []


@pytest.mark.parametrize("kind", [Standing, Said, Support, AgeGroup, Item, Medium, Form, Voice, Met])
def test_no_value_is_a_verdict_on_somebodys_capacity(kind: type[StrEnum]) -> None:
    assert [v for v in kind for word in JUDGES if word in v.value or word in v.name.lower()] == []


def test_support_is_what_was_done_and_not_what_somebody_is() -> None:
    assert [s.value for s in Support] == [
        "easy_read",
        "read_aloud",
        "explained",
        "supporter",
        "interpreter",
        "more_time",
    ]


def test_free_words_of_an_older_file_are_no_support() -> None:
    old = replace(yes(ADA), support=("read_aloud", "seemed unsure", "more_time"))
    assert support_given(old) == (Support.READ_ALOUD, Support.MORE_TIME)
