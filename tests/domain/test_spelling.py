"""One spelling for words that are meant to be the same, and how far two spellings are apart."""

import unicodedata

import pytest
from hypothesis import given as any_
from hypothesis import strategies as st

from workshop.domain.spelling import apart, fold_words, is_unspaced, pieces, typos_allowed, unharmed

LETTERS = st.text("abcdlłıßéяжبتनि", min_size=4, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siân’s  BENCH!", "sians bench"),
        ("Łódź", "lodz"),
        ("İSTANBUL ISI ısı", "istanbul isi isi"),
        ("Straße", "STRASSE"),
        ("Việt Nam", "viet nam"),
        ("can't, can’t", "cant cant"),
        ("bus-stop/café", "bus stop cafe"),
        ("أَهْلاً", "اهلا"),
        ("ٱلْعَرَبِيَّةُ", "العربيه"),
        ("کتاب یہ", "كتاب يه"),
        ("طـــويل", "طويل"),
        ("שָׁלוֹם", "שלום"),
        ("١٢٣ ४५", "123 45"),
        ("ਪੰਜਾਬ", "ਪਂਜਾਬ"),
        ("½", "1 2"),
        ("👍🏽", "👍"),
        ("☕️", "☕"),
        ("ｆｕｌｌ", "full"),
    ],
)
def test_words_that_are_meant_to_be_the_same_are(one: str, other: str) -> None:
    assert fold_words(one) == fold_words(other)


@pytest.mark.parametrize("word", ["हिन्दी", "বাংলা", "தமிழ்", "ที่", "မြန်မာ"])
def test_vowel_signs_are_letters(word: str) -> None:
    assert len(fold_words(word)) >= len(word) - 2
    assert fold_words(word) != "".join(c for c in word if unicodedata.category(c)[0] == "L")


@any_(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_words(fold_words(text)) == fold_words(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more benches", ["more", "benches"]),
        ("人人生而自由", ["人人生而自由"]),
        ("ok👍👍 ไทย abc", ["ok", "👍", "👍", "ไทย", "abc"]),
        ("々ー", ["々ー"]),
        ("", []),
    ],
)
def test_what_can_be_looked_for_on_its_own(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@any_(st.text())
def test_no_letter_is_lost_between_the_pieces(text: str) -> None:
    folded = fold_words(text)
    assert "".join(pieces(folded)) == folded.replace(" ", "")


def test_pictures_and_scripts_without_spaces_are_looked_for_anywhere() -> None:
    assert [is_unspaced(t) for t in ("人", "ไทย", "👍", "☕", "bench", "한국", "हिन")] == [True] * 4 + [
        False
    ] * 3


def test_long_words_forgive_more() -> None:
    assert [typos_allowed(n) for n in (1, 3, 4, 7, 8, 20)] == [0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("typed", "word", "slips"),
    [
        ("hospital", "hospital", 0),
        ("hosptial", "hospital", 1),
        ("hosptal", "hospital", 1),
        ("hospittal", "hospital", 1),
        ("hozpital", "hospital", 1),
        ("ohspitla", "hospital", 2),
        ("", "ab", 2),
        ("garden", "hospital", 4),
    ],
)
def test_how_many_slips_lie_between(typed: str, word: str, slips: int) -> None:
    assert (apart(typed, word, 3), apart(word, typed, 3)) == (slips, slips)


def test_what_goes_on_or_stands_inside() -> None:
    assert [apart("hopsi", "hospital", 1, begins=how) for how in (True, False)] == [1, 2]
    assert [apart("sptial", "the hospital bed", 1, anywhere=how) for how in (True, False)] == [1, 2]


def plainly_apart(typed: str, word: str) -> int:
    """The same by its definition: every way to make one spelling of the other, the cheapest of them."""
    if not typed or not word:
        return len(typed) + len(word)
    ways = [
        plainly_apart(typed[1:], word) + 1,
        plainly_apart(typed, word[1:]) + 1,
        plainly_apart(typed[1:], word[1:]) + (typed[0] != word[0]),
    ]
    if len(typed) > 1 and len(word) > 1 and (typed[0], typed[1]) == (word[1], word[0]):
        ways.append(plainly_apart(typed[2:], word[2:]) + 1)
    return min(ways)


@any_(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(0, 3))
def test_slips_are_counted_as_they_are_defined(typed: str, word: str, most: int) -> None:
    assert apart(typed, word, most) == min(most + 1, plainly_apart(typed, word))
    beginnings = [plainly_apart(typed, word[:end]) for end in range(len(word) + 1)]
    assert apart(typed, word, most, begins=True) == min(most + 1, *beginnings)
    parts = [plainly_apart(typed, word[i:j]) for i in range(len(word) + 1) for j in range(i, len(word) + 1)]
    assert apart(typed, word, most, anywhere=True) == min(most + 1, *parts)


def slips_of(word: str, letter: str) -> set[str]:
    """Every spelling that is one slip away, as people make them."""
    found = {word[:i] + letter + word[i:] for i in range(len(word) + 1)}
    found |= {word[:i] + letter + word[i + 1 :] for i in range(len(word))}
    found |= {word[:i] + word[i + 1 :] for i in range(len(word))}
    found |= {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    return found - {word}


@any_(LETTERS)
def test_every_single_slip_is_one_apart(word: str) -> None:
    assert {apart(slip, word, 2) for slip in slips_of(word, "x")} == {1}


@any_(LETTERS, st.data())
def test_one_part_is_right_after_so_many_slips(word: str, data: st.DataObject) -> None:
    once = data.draw(st.sampled_from(sorted(slips_of(word, "x"))))
    twice = data.draw(st.sampled_from(sorted(slips_of(once, "y"))))
    for typed in (once, twice):
        slips = apart(typed, word, 2)
        assert any(part in word for _, part in unharmed(typed, slips))


def test_without_the_letters_put_back_two_parts_would_be_harmed() -> None:
    """A swap across the cut: neither half is in the word, which is why it is also put back."""
    assert not any(part in "benches" for part in ("bec", "nhes"))
    assert any(part in "benches" for _, part in unharmed("becnhes", 1))
