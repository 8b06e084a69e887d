"""Where a line may end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.printing import breaking

ANY = st.text(st.one_of(st.characters(), st.sampled_from(" \u3000-–/(（「」）。，,.“”々ーぁ中文aé\u200b፡")))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tell me the date.", ["Tell", " ", "me", " ", "the", " ", "date."]),
        ("", []),
        ("  a", ["  ", "a"]),
        ("10\u00a0km", ["10\u00a0km"]),
        ("平台簡潔，好。", ["平", "台", "簡", "潔，", "好。"]),
        ("「你好」", ["「你", "好」"]),
        ("Uber的（test）事", ["Uber", "的", "（test）", "事"]),
        ("foo(中文)", ["foo", "(中", "文)"]),
        ("てー々", ["てー々"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert breaking.words(text) == words


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("well-being", ["well-", "being"]),
        ("10-12", ["10-12"]),
        ("24/7", ["24/7"]),
        ("-", ["-"]),
        ("and/or", ["and/", "or"]),
        ("ሰው፡ልጅ፡", ["ሰው፡", "ልጅ፡"]),
    ],
)
def test_parts_of_a_word(word: str, parts: list[str]) -> None:
    assert breaking.word_parts(word) == parts


@pytest.mark.parametrize("word", ["x" * 1000, "é́" * 300, "e" + "\u0301" * 900])
def test_endless_words_come_in_parts_that_keep_characters_whole(word: str) -> None:
    parts = breaking.words(word)
    assert "".join(parts) == word
    assert max(map(len, parts)) <= breaking.LONGEST
    assert all(part[0] == word[0] for part in parts) or len(set(word)) == 2


def test_hard_breaks_of_all_systems() -> None:
    assert breaking.paragraphs("a\r\nb\nc\rd\u2028e") == ["a", "b", "c", "d", "e"]


@given(ANY)
def test_nothing_is_lost_between_words(text: str) -> None:
    words = breaking.words(text)
    assert "".join(words) == text
    assert all("".join(breaking.word_parts(word)) == word for word in words)
    assert all("" not in breaking.word_parts(word) for word in words)
