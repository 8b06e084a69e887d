"""The facilitator's list, worked out from the records."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.given import TODAY
from ui.parts import register
from ui.parts.arrival import QUESTIONS
from ui.parts.register import Cell
from ui.parts.register_back import KINDS, Given, given, staying, to_call_back
from ui.words import Words
from workshop.domain.consent import Consents, may_show
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Item, Medium, Said, Voice
from workshop.domain.persons import Answer, Need, Person
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
    (row,) = register.rows([person], needs, answers, TODAY)
    return row


def test_everybody_is_listed_by_name_whatever_the_accents() -> None:
    rows = register.rows([MAYA, ANGEL, AMINA], [], [], TODAY)
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
    consents = Consents.of([MAYA], [*answers, *others])
    assert not any(may_show(consents, MAYA.id, item, TODAY) for item in QUESTIONS)


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
    rows = register.rows(
        [AMINA, MAYA, ANGEL],
        [],
        [
            answer(AMINA, Item.TAKE_PART, Said.TAKEN_BACK),
            answer(MAYA, Item.TAKE_PART, Said.YES),
            answer(MAYA, Item.QUOTE_FIRST_NAME, Said.YES),
        ],
        TODAY,
    )
    assert register.to_do(rows, EN) == [
        "Ángel has not answered yet.",
        "Maya: we need a parent’s yes as well.",
        "Amina took something back.",
    ]
    done = [answer(ANGEL, item, Said.NO) for item in QUESTIONS]
    assert register.to_do(register.rows([ANGEL], [], done, TODAY), EN) == []


def test_somebody_is_found_by_the_beginning_of_a_name_or_a_slip_number() -> None:
    rows = register.rows([AMINA, MAYA, ANGEL], [], [], TODAY)
    assert [r.name for r in register.found(rows, "an")] == ["Ángel"]
    assert [r.name for r in register.found(rows, " k41")] == ["Amina"]
    assert register.found(rows, "") == rows
    assert register.found(rows, "zz") == []


def test_somebody_with_two_voices_is_counted_in_both() -> None:
    both = replace(AMINA, voices=(Voice.CARER, Voice.STAFF))
    counts = register.counts(register.rows([both, MAYA], [], [], TODAY))
    assert counts == {Voice.USES_SERVICES: 0, Voice.CARER: 1, Voice.STAFF: 1, Voice.OTHER: 0}


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
    assert [line.what for line in lines] == [*KINDS.values(), "A printed document"]
    assert {line.how for line in lines} == {"Made on 14 May 2026. Please ask for it back."}


def test_votes_always_stay_and_notes_stay_where_they_were_not_taken_back() -> None:
    assert [line.what for line in staying([Item.PHOTO_REPORT], EN)] == [
        "Their notes, without a name",
        "All votes",
    ]
    assert [line.what for line in staying([Item.NOTES_USED], EN)] == ["All votes"]
