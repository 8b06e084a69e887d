"""The list of equality questions, a sheet as rows that stand alone, and what they come to."""

import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sheets import FILE, FORM, sheets
from workshop.domain.equality_form import (
    PREFER_NOT,
    ROW_LENGTH,
    Answers,
    EqualityCounts,
    EqualityForm,
    counted,
    form_of,
    rows_of,
)
from workshop.errors import RuleBroken


def test_the_list_has_the_nineteen_ethnic_groups_in_five_broad_ones() -> None:
    groups = FORM.need("ethnic_group").groups
    assert [len(group.codes) for group in groups] == [5, 4, 5, 3, 2]
    assert [group.group for group in groups] == ["white", "mixed", "asian", "black", "other"]


def test_every_protected_characteristic_and_carers_are_asked_for() -> None:
    assert [q.question for q in FORM.questions] == [
        *("age", "limited", "impairment", "ethnic_group", "sex", "gender", "religion"),
        *("orientation", "pregnancy", "marriage", "carer"),
    ]


def test_every_question_can_be_left_with_prefer_not_to_say() -> None:
    assert {q.codes[-1].code for q in FORM.questions} == {PREFER_NOT}
    assert all(len({code.code for code in q.codes}) == len(q.codes) for q in FORM.questions)


def test_a_question_can_depend_on_another() -> None:
    impairment = FORM.need("impairment")
    asked = [impairment.is_asked(a) for a in ({}, {"limited": "no"}, {"limited": "a_little"})]
    assert asked == [False, False, True]
    assert FORM.need("sex").is_asked({})


@pytest.mark.parametrize(
    "answers",
    [{}, {"sex": "female"}, {"impairment": ["vision", "hearing"], "limited": "a_lot"}, {"impairment": []}],
)
def test_every_sheet_gives_as_many_rows_of_one_length(answers: Answers) -> None:
    rows = rows_of(FORM, answers)
    assert len(rows) == FORM.rows_a_sheet == 20
    assert {len(row) for row in rows} == {ROW_LENGTH}


def test_no_row_of_the_list_is_longer_than_the_others() -> None:
    for question in FORM.questions:
        for code in question.codes:
            answer = [code.code] if question.several else code.code
            assert {len(row) for row in rows_of(FORM, {question.question: answer})} == {ROW_LENGTH}


def test_a_row_holds_one_question_and_one_answer() -> None:
    rows = rows_of(FORM, {"sex": "male", "carer": PREFER_NOT})
    said = [json.loads(row) for row in rows]
    assert all(len(one) == 2 for one in said)
    assert [one for one in said if one[1]] == [["sex", "male"], ["carer", PREFER_NOT]]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"shoe_size": "43"}, "There is no such question"),
        ({"sex": "43"}, "That answer is not on this sheet"),
        ({"sex": "female and some words of my own"}, "That answer is not on this sheet"),
        ({"sex": ["female", "male"]}, "takes one answer"),
        ({"impairment": ["vision", "vision"]}, "takes one answer"),
        ({"impairment": ["vision", PREFER_NOT]}, "stands alone"),
        ({"sex": "answered"}, "That answer is not on this sheet"),
    ],
)
def test_what_is_not_on_the_sheet_is_refused(answers: Answers, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        rows_of(FORM, answers)


@given(sheets(5, 40), st.randoms())
def test_all_sheets_are_counted_whatever_the_order_of_their_rows(
    given_: list[Answers], chance: random.Random
) -> None:
    rows = [row for answers in given_ for row in rows_of(FORM, answers)]
    chance.shuffle(rows)
    counts = counted(FORM, rows)
    assert counts.sheets == len(given_)
    for question in FORM.questions:
        for code in question.codes:
            wanted = sum(_says(a.get(question.question, ""), code.code) for a in given_)
            assert counts.of(question.question, code.code) == wanted
    assert EqualityCounts.read(counts.stored()) == counts


def _says(answer: str | list[str], code: str) -> bool:
    return code == answer if isinstance(answer, str) else code in answer


@pytest.mark.parametrize("many", [1, 4])
def test_of_a_few_sheets_nothing_but_their_number_is_counted(many: int) -> None:
    """One sheet's counts would be that sheet."""
    rows = [row for _ in range(many) for row in rows_of(FORM, {"sex": "female"})]
    assert counted(FORM, rows).stored() == {("sheets", FORM.version): many}


def test_nothing_counted_reads_as_nothing() -> None:
    assert EqualityCounts.read({}) is None


@pytest.mark.parametrize("file", sorted(FILE.parent.glob("equality_*.json")), ids=lambda file: file.stem)
def test_a_list_in_another_language_asks_the_same(file: Path) -> None:
    form = form_of(json.loads(file.read_text(encoding="utf-8")))
    assert [len(q.asks) > 0 and len(q.title) > 0 for q in form.questions]
    if form.version == FORM.version:
        assert shape_of(form) == shape_of(FORM)


def shape_of(form: EqualityForm) -> object:
    """All that is not in a language, and the places for numbers in what is."""
    groups = [[(g.group, [c.code for c in g.codes]) for g in q.groups] for q in form.questions]
    rest = [(q.question, q.several, q.after, bool(q.more)) for q in form.questions]
    places = {key: sorted(re.findall(r"{.}", text)) for key, text in form.printed.items()}
    return groups, rest, places, sorted(form.words), len(form.why), len(form.last), len(form.paper)


def test_the_sentences_are_short() -> None:
    said = [*FORM.why, *FORM.last, FORM.thanks, *(q.asks for q in FORM.questions)]
    assert [s for text in said for s in text.split(". ") if len(s.split()) > 14] == []
