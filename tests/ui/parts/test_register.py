"""The facilitator's list, worked out from the records."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.given import TODAY, consents
from ui.parts import register
from ui.parts.arrival import QUESTIONS
from ui.parts.register import Cell
from ui.parts.register_back import KINDS, Given, given, staying, to_call_back
from ui.parts.register_money import SHORT, marks
from ui.parts.register_to_do import of_balance, to_do
from ui.words import Words
from workshop.domain.consent import may_show
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Category, Item, Medium, Met, Money, Said, Voice
from workshop.domain.money import Claim, ClaimLine
from workshop.domain.persons import Answer, Need, Person
from workshop.domain.retention import COPY
from workshop.domain.who_is_here import Balance, balance
from workshop.session.people import Recall

EN = Words("en")
AMINA = Person(PersonId("a"), "K417", "Amina", voices=(Voice.CARER,))
MAYA = Person(PersonId("m"), "B200", "Maya", age_group=AgeGroup.UNDER_16, leaves_by="15:05")
ANGEL = Person(PersonId("n"), "C300", "Ángel")


def answer(person: Person, item: Item, said: Said, order: int = 1, **more: Any) -> Answer:
    made = Answer(
        f"{person.id}{item}{order}", person.id, item, said, order, "1", "", "en", Medium.SCREEN, TODAY
    )
    return replace(made, **more)


def row_of(person: Person, *answers: Answer, needs: tuple[Need, ...] = ()) -> register.Row:
    (row,) = register.rows([person], needs, consents([person], answers), TODAY)
    return row


def test_everybody_is_listed_by_name_whatever_the_accents() -> None:
    rows = register.rows([MAYA, ANGEL, AMINA], [], consents([MAYA, ANGEL, AMINA], []), TODAY)
    assert [row.name for row in rows] == ["Amina", "Ángel", "Maya"]


def test_each_answer_has_a_cell_of_its_own() -> None:
    row = row_of(
        AMINA,
        answer(AMINA, Item.TAKE_PART, Said.YES),
        answer(AMINA, Item.NOTES_USED, Said.UNSURE),
        answer(AMINA, Item.PHOTO_REPORT, Said.TAKEN_BACK),
        answer(AMINA, Item.QUOTE_FIRST_NAME, Said.NO),
        answer(AMINA, Item.CONTACT_RESULTS, Said.YES, expires_on=TODAY - timedelta(days=1)),
    )
    assert row.cells == (Cell.YES, Cell.OPEN, Cell.TAKEN_BACK, Cell.OPEN, Cell.NO, Cell.OPEN)


@pytest.mark.parametrize(
    ("take_part", "cell"),
    [(Said.NO, Cell.NO), (Said.TAKEN_BACK, Cell.TAKEN_BACK), (Said.UNSURE, Cell.OPEN)],
)
def test_without_a_yes_to_taking_part_no_other_yes_counts(take_part: Said, cell: Cell) -> None:
    answers = [answer(MAYA, item, Said.YES) for item in (Item.NOTES_USED, Item.PHOTO_REPORT)]
    others = [answer(MAYA, Item.QUOTE_FIRST_NAME, Said.NO), answer(MAYA, Item.TAKE_PART, take_part, 2)]
    row = row_of(MAYA, *answers, *others)
    not_counted = Cell.NOT_COUNTED
    assert row.cells == (cell, not_counted, not_counted, Cell.OPEN, Cell.NO, Cell.OPEN)
    stands = consents([MAYA], [*answers, *others])
    assert not any(may_show(stands, MAYA.id, item, TODAY) for item in QUESTIONS)


def test_no_photo_is_no_web() -> None:
    row = row_of(AMINA, answer(AMINA, Item.PHOTO_REPORT, Said.NO))
    assert row.cell(Item.PHOTO_WEB) is Cell.NO


def test_under_16_a_parent_is_waited_for() -> None:
    part, yes = (answer(MAYA, item, Said.YES) for item in (Item.TAKE_PART, Item.QUOTE_FIRST_NAME))
    assert row_of(MAYA, part, yes).cell(Item.QUOTE_FIRST_NAME) is Cell.WAITING
    both = replace(yes, guardian=Said.YES)
    assert row_of(MAYA, part, both).cell(Item.QUOTE_FIRST_NAME) is Cell.YES


def test_needs_and_leaving_are_said_together() -> None:
    row = row_of(MAYA, needs=(Need("1", MAYA.id, "Hearing loop"), Need("2", AMINA.id, "Chair")))
    assert register.what_we_do(row, EN) == "Hearing loop, Leaves at 15:05"


def test_a_screen_reader_hears_the_row() -> None:
    said = register.said(row_of(AMINA, answer(AMINA, Item.TAKE_PART, Said.YES)), EN)
    assert said.startswith("Amina. Carer. Take part: Yes. Words: Not answered, counts as No.")


def test_what_is_left_to_do_is_one_sentence_a_person() -> None:
    everybody = [AMINA, MAYA, ANGEL]
    answers = [
        answer(AMINA, Item.TAKE_PART, Said.TAKEN_BACK),
        answer(MAYA, Item.TAKE_PART, Said.YES),
        answer(MAYA, Item.QUOTE_FIRST_NAME, Said.YES),
    ]
    rows = register.rows(everybody, [], consents(everybody, answers), TODAY)
    assert to_do(rows, EN) == [
        "Ángel has not answered yet.",
        "Maya is under 18. Who looks after them today?",
        "Maya: we need a parent’s yes as well.",
        "Amina took something back.",
    ]
    done = [answer(ANGEL, item, Said.NO) for item in QUESTIONS]
    assert to_do(register.rows([ANGEL], [], consents([ANGEL], done), TODAY), EN) == []


@pytest.mark.parametrize(
    ("now", "flagged"),
    [("14:34", False), ("14:35", True), ("15:05", True), ("15:06", False), ("", False), ("half", False)],
)
def test_who_leaves_soon_comes_first_from_half_an_hour_before(now: str, flagged: bool) -> None:
    cared = replace(MAYA, adult="Leanne")
    rows = [row_of(cared), row_of(ANGEL)]
    early = "Maya leaves at 15:05: vote early, notes later on paper."
    assert (to_do(rows, EN, now)[0] == early) is flagged
    assert to_do([row_of(replace(cared, leaves_by="after lunch"))], EN, now) == ["Maya has not answered yet."]


def test_a_parent_is_told_of_somebody_of_16_or_17_and_several_voices_need_one() -> None:
    josh = replace(ANGEL, age_group=AgeGroup.AGED_16_17, adult="Mo", voices=(Voice.CARER, Voice.STAFF))
    row = row_of(josh, *(answer(josh, item, Said.NO) for item in QUESTIONS))
    assert to_do([row], EN, tell=[josh.id]) == [
        "Ángel is 16 or 17. Please tell a parent.",
        "Ángel said more than one. As whom today?",
    ]
    chosen = replace(josh, here_as=Voice.CARER)
    assert to_do([row_of(chosen, *(answer(chosen, item, Said.NO) for item in QUESTIONS))], EN) == []


def test_needs_are_asked_about_at_the_end_in_one_line_without_a_name() -> None:
    needs = (Need("1", AMINA.id, "Chair"), Need("2", AMINA.id, "Large print", Met.MET))
    row = row_of(AMINA, *(answer(AMINA, item, Said.NO) for item in QUESTIONS), needs=needs)
    assert to_do([row], EN) == []
    assert to_do([row], EN, at_the_end=True) == ["Please ask: was it there? 1 need."]


def test_somebody_from_earlier_is_expected_until_they_answer() -> None:
    again = replace(AMINA, regular=True, voices=(Voice.CARER,))
    row = row_of(again)
    assert (row.expected, to_do([row], EN)) == (True, [])
    assert to_do([row], EN, at_the_end=True) == ["1 did not come again. Please erase them."]
    assert "Was here before: ask again" in register.said(row, EN)
    assert register.counts([row]) == register.Counts(0, 1, {voice: 0 for voice in Voice}, 0, 0)
    came = row_of(again, answer(again, Item.TAKE_PART, Said.NO))
    assert not came.expected and register.counts([came]).here == 1


def test_somebody_is_found_by_the_beginning_of_a_name_or_a_slip_number() -> None:
    rows = register.rows([AMINA, MAYA, ANGEL], [], consents([AMINA, MAYA, ANGEL], []), TODAY)
    assert [r.name for r in register.found(rows, "an")] == ["Ángel"]
    assert [r.name for r in register.found(rows, " k41")] == ["Amina"]
    assert register.found(rows, "") == rows
    assert register.found(rows, "zz") == []


def test_somebody_with_two_voices_is_counted_once_with_the_one_for_today() -> None:
    both = replace(AMINA, voices=(Voice.CARER, Voice.STAFF))
    young = replace(MAYA, voices=(Voice.CARER,))
    none = dict.fromkeys(Voice, 0)
    rows = [row_of(both), row_of(young)]
    assert register.counts(rows) == register.Counts(2, 0, none | {Voice.CARER: 1}, 1, 1)
    assert register.here_as(rows[0], EN) == "Carer, Staff"
    staff = row_of(replace(both, here_as=Voice.STAFF))
    assert register.counts([staff]).voices == none | {Voice.STAFF: 1}
    assert register.here_as(staff, EN) == "Staff"


def test_the_balance_is_said_in_words_and_warns_only_when_staff_outnumber() -> None:
    staff = [replace(ANGEL, id=PersonId(f"s{n}"), voices=(Voice.STAFF,)) for n in range(2)]
    carer = replace(ANGEL, voices=(Voice.CARER,))
    warning = "There are more staff. Please let others speak first."
    assert of_balance(balance([*staff, carer]), EN) == ("Lived experience 1, staff 2.", warning)
    assert of_balance(balance([*staff, carer, MAYA]), EN)[1] == warning  # who said nothing tips nothing
    even = [*staff, carer, replace(MAYA, voices=(Voice.USES_SERVICES,))]
    assert of_balance(balance(even), EN) == ("Lived experience 2, staff 2.", "")
    undecided = replace(carer, voices=(Voice.STAFF, Voice.CARER))
    assert balance([undecided]) == Balance(0, 0, 0, 1)


def line(claim: str, category: Category) -> ClaimLine:
    amount = Decimal("4.20")
    return ClaimLine(f"{claim} {category}", claim, 1, Money.EXPENSE, category, "", Decimal(1), amount, amount)


def test_money_is_one_or_two_words() -> None:
    people = [replace(AMINA, voices=(Voice.CARER,)), replace(MAYA, voices=(Voice.STAFF,)), ANGEL]
    assert [m.in_short(EN) for m in marks(people, [], []).values()] == ["Ask", "None", "Ask"]
    claims = [Claim("1", AMINA.id), Claim("2", MAYA.id), Claim("3", ANGEL.id, paid_on=TODAY)]
    lines = [line("1", Category.OWN_CAR), line("1", Category.PASSENGER), line("1", Category.TAXI)]
    lines.append(line("3", Category.FOOD))
    said = [m.in_short(EN) for m in marks(people, claims, lines).values()]
    assert said == ["Mileage +1", "None", "Paid"]
    assert set(SHORT) == set(Category)


def test_only_a_yes_of_today_can_be_taken_back() -> None:
    answers = [
        answer(AMINA, Item.PHOTO_REPORT, Said.YES, 1),
        answer(AMINA, Item.TAKE_PART, Said.YES, 2),
        answer(AMINA, Item.PHOTO_REPORT, Said.TAKEN_BACK, 3),
        answer(MAYA, Item.CREDIT, Said.YES, 4),
    ]
    assert given(answers, AMINA.id) == [Given(Item.TAKE_PART, TODAY)]


def test_documents_are_called_back_by_their_name() -> None:
    recall = [Recall("1", kind, "2026-05-14T15:30:00", "") for kind in (*KINDS, "something new")]
    lines = to_call_back(recall, EN)
    called = [*KINDS.values(), "A printed document"]
    assert [line.what for line in lines] == [f"{name}, number 0" for name in called]
    asked = {line.how for line, one in zip(lines, recall, strict=True) if one.kind != COPY}
    assert asked == {"Made on 14 May 2026. Please ask for it back."}


def test_votes_always_stay_and_notes_stay_where_they_were_not_taken_back() -> None:
    assert [line.what for line in staying([Item.PHOTO_REPORT], EN)] == [
        "Their notes, without a name",
        "All votes",
    ]
    assert [line.what for line in staying([Item.NOTES_USED], EN)] == ["All votes"]
