"""Names in other people's words: found as people write them, replaced without touching the rest."""

import pytest
from hypothesis import assume, example
from hypothesis import given as given_any
from hypothesis import strategies as st

from workshop.domain.names import REPLACED, Names, fold


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Siân", "SIAN asked for a ramp"),
        ("sian", "Siân asked for a ramp"),
        ("Siân", "Sia\u0302n, with a separate accent"),
        ("Łukasz", "łukasz was there"),
        ("Straße", "STRASSE"),
        ("Amina", "Amina's idea"),
        ("Amina", "Amina’s idea"),
        ("Amina", "(amina)"),
        ("Amina", "Ask @Amina_K, or __Amina__"),
        ("Amina", "Am\u00adina, with a soft hyphen"),
        ("\u200famina", "Amina, typed without the mark"),
        ("Amina Khan", "Amina  Khan"),
        ("Amina Khan", "Amina\nKhan"),
        ("Amina Khan", "Amina\u00a0Khan"),
        ("O'Brien", "Mrs O’Brien"),
        ("Jean-Luc", "Jean\u2011Luc"),
        ("Ana", "Ana-Maria"),
        ("أمينة", "قالت أمينة إن المقعد بعيد"),
        ("امينه", "قالت امينه"),
        ("שָׂרָה", "אמרה שרה"),
        ("राम", "राम ने कहा"),
        ("田中", "昨日田中さんが言った"),
        ("山田 太郎", "山田太郎です"),
        ("민수", "민수는 좋다고 했다"),
        ("สมชาย", "คุณสมชายบอกว่า"),
        ("𠮷野", "昨日𠮷野さん"),
        ("Zoë\u200d", "zoe"),
        ("Mr. T", "Ask Mr. T about it"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, text: str) -> None:
    names = Names([name])
    assert names.found_in(text)
    assert not names.found_in(names.replaced_in(text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ana", "a banana"),
        ("Ana", "Anastasia"),
        ("Ana", "Diana"),
        ("Ana", "an a"),
        ("राम", "रामायण"),
        ("Amina Khan", "Amina, Khan"),
        ("Al", "Alan, Hal and al2"),
        ("علي", "عليها"),
        ("Mr. T", "Mrs T"),
        ("A.", "Ab"),
    ],
)
def test_a_name_inside_another_word_is_no_name(name: str, text: str) -> None:
    assert not Names([name]).found_in(text)
    assert Names([name]).replaced_in(text) == text


@pytest.mark.parametrize("empty", [[], [""], [" ", "\u200b", "\u0301"]])
def test_empty_names_are_never_found(empty: list[str]) -> None:
    assert not Names(empty).found_in("any words \u200b \u0301 at all")
    assert Names(empty).replaced_in("any words") == "any words"


@pytest.mark.parametrize(
    ("names", "text", "replaced"),
    [
        (["Ana"], "Ana and ANA ate a banana.", "[name] and [name] ate a banana."),
        (["Ana", "Ana Lopes"], "Ana Lopes asked Ana", "[name] asked [name]"),
        (["Amina"], "Amina’s garden", "[name]’s garden"),
        (["René"], "Rene\u0301 said", "[name] said"),
        (["Amina"], "Am\u00adina\u200b said", "[name] said"),
        (["شرة"], "قالت شرَّة نعم", "قالت [name] نعم"),
        (["田中"], "昨日田中さん", "昨日[name]さん"),
        (["社", "会"], "㍿ and 会社", "[name][name] and [name][name]"),
        (["ss"], "ß!", "[name]!"),
        (["A|B", ".*"], "A|B said .* here", "[name] said [name] here"),
    ],
)
def test_only_the_name_is_replaced(names: list[str], text: str, replaced: str) -> None:
    assert Names(names).replaced_in(text) == replaced


ANY_TEXT = st.text(
    st.sampled_from("aAnNáñ 's’.\n-_ßİıﬁ田中ม민राम\u0301\u200d🙂㍿") | st.characters(codec="utf-8")
)
ANY_NAMES = st.lists(
    st.text(st.sampled_from("aánmß -田中ม민र\u0301") | st.characters(codec="utf-8"), max_size=4)
)


@given_any(ANY_NAMES, ANY_TEXT)
@example(["ss"], "aß")
def test_after_replacing_no_name_is_left_and_nothing_else_was_touched(names: list[str], text: str) -> None:
    wanted = Names(names)
    assume(not wanted.found_in(REPLACED))  # somebody called "Name"
    replaced = wanted.replaced_in(text)
    if not wanted.found_in(text):
        assert replaced == text
        return
    pieces = replaced.split(REPLACED)
    assert len(pieces) > 1
    end = 0
    for piece in pieces:  # every piece still stands in the text, in the same order
        end = text.index(piece, end) + len(piece)
    assert text.startswith(pieces[0]) and text.endswith(pieces[-1])


@given_any(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given_any(st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1, max_size=6), ANY_TEXT)
def test_a_name_between_spaces_is_always_found(name: str, text: str) -> None:
    assume(fold(name).strip())
    assert Names([name]).found_in(f"{text} {name} {text}")
    assert Names([name]).found_in(f"{text} {name.upper()}'s {text}") or fold(name.upper()) != fold(name)
