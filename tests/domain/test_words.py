"""People's words before they become records."""

import unicodedata

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from workshop.domain.words import LONGEST_LINE, LONGEST_NOTE, join_words, must_say, tidy, tidy_line
from workshop.errors import RuleBroken


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  two words \n", "two words"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("one\ttwo", "one two"),
        ("Sia\u0302n", "Siân"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("half \ud83d emoji", "half  emoji"),
        ("👩‍👩‍👧 stays one family", "👩‍👩‍👧 stays one family"),
        ("می‌خواهم", "می‌خواهم"),  # the joiner belongs to the spelling
        ("e\x00\u0301", "é"),
    ],
)
def test_words_are_tidied(given: str, kept: str) -> None:
    assert tidy(given) == kept


@given_any(st.text())
def test_tidy_words_stay_as_they_are(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once == once.strip()
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in once)
    once.encode()  # can be kept and printed


@given_any(st.text())
def test_a_line_is_one_line(text: str) -> None:
    line = tidy_line(text)
    assert tidy_line(line) == line
    assert len(line.splitlines()) <= 1
    assert "  " not in line


@pytest.mark.parametrize(("tidied", "longest"), [(tidy, LONGEST_NOTE), (tidy_line, LONGEST_LINE)])
def test_too_many_words_are_refused_without_repeating_them(tidied: object, longest: int) -> None:
    assert callable(tidied)
    assert tidied("x" * longest) == "x" * longest
    with pytest.raises(RuleBroken, match=f"{longest} letters at most. Nothing was changed") as refused:
        tidied("secret " * longest)
    assert "secret" not in refused.value.message


@pytest.mark.parametrize("nothing", ["", " ", "\u200b", "\u200f\u00a0\u2028"])
def test_words_that_nobody_can_see_are_none(nothing: str) -> None:
    with pytest.raises(RuleBroken, match="^Please give a reason. Nothing was changed.$"):
        must_say(nothing, "a reason")


@pytest.mark.parametrize("words", ["x", "👍", "\U0010fffd", "。"])
def test_anything_that_can_be_seen_is_something(words: str) -> None:
    assert must_say(words, "a reason") == words


def test_words_in_a_sentence() -> None:
    assert join_words(["a"]) == "a"
    assert join_words(["a", "b"]) == "a and b"
    assert join_words(["a", "b", "c"]) == "a, b and c"
