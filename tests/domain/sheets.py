"""Equality sheets for tests: the list that ships with the program, and invented answers to it."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from workshop.domain.equality_form import PREFER_NOT, Answers, EqualityForm, Question, form_of

FILE = Path(__file__).resolve().parents[2] / "resources" / "templates" / "equality_en.json"
FORM: EqualityForm = form_of(json.loads(FILE.read_text(encoding="utf-8")))


def _answer(question: Question) -> st.SearchStrategy[str | list[str]]:
    """An answer, the first ones far more often, as it is in a room."""
    codes = [code.code for code in question.codes]
    one = st.sampled_from([codes[0]] * 6 + codes[:3] * 2 + codes + [""])
    if not question.several:
        return one
    kinds = st.lists(st.sampled_from(codes[:-1]), unique=True, max_size=3)
    return kinds | st.sampled_from([[PREFER_NOT], []])


def sheets(fewest: int, most: int) -> st.SearchStrategy[list[Answers]]:
    """So many sheets; some have only a few answers."""
    whole: dict[str, Any] = {q.question: _answer(q) for q in FORM.questions}
    return st.lists(st.fixed_dictionaries({}, optional=whole), min_size=fewest, max_size=most)
