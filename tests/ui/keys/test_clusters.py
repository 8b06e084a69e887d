"""Where one character ends for its reader."""

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import given as any_
from hypothesis import strategies as st

from ui.keys.clusters import edges, position_in, units, word_around
from ui.keys.editing import Text
from ui.keys.layouts import LANGUAGES
from workshop.printing.clusters import clusters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (0,)),
        ("ab", (0, 1, 2)),
        ("e\u0301x", (0, 2, 3)),
        ("👨‍👩‍👧!", (0, 5, 6)),
        ("🇬🇧🇵🇱", (0, 2, 4)),
        ("👍🏽👍", (0, 2, 3)),
        ("ਕ੍ਰਿਪਾ", (0, 4, 6)),
        ("نُّ", (0, 3)),
        ("ਸ਼ੀ👨‍👩‍👧🇬🇧b", (0, 3, 8, 10, 11)),
        ("ক👍🏽𝐀x", (0, 1, 3, 4, 5)),
        ("🏴󠁧󠁢󠁷󠁬󠁳󠁿1️⃣☝🏽❤️", (0, 7, 10, 12, 14)),
    ],
)
def test_a_character_is_what_its_reader_takes_for_one(text: str, expected: tuple[int, ...]) -> None:
    assert edges(text) == expected


@any_(st.text())
def test_edges_rise_from_start_to_end(text: str) -> None:
    found = edges(text)
    assert found[0] == 0 and found[-1] == len(text)
    assert list(found) == sorted(set(found))


@any_(st.text(alphabet=st.characters(exclude_categories=("Cs",))), st.integers(0, 40))
def test_units_and_positions_are_each_others_inverse(text: str, position: int) -> None:
    position = min(position, len(text))
    assert position_in(text, units(text[:position])) == position
    assert units(text) == len(text.encode("utf-16-le")) // 2


def samples(path: Path) -> list[list[str]]:
    """The examples of the Unicode consortium: each a list of characters as readers see them."""
    lines = (line.partition("#")[0] for line in path.read_text(encoding="utf-8").splitlines())
    return [[_text(part) for part in line.split("÷") if part.strip()] for line in lines if line.strip()]


def _text(codes: str) -> str:
    return "".join(chr(int(code, 16)) for code in codes.replace("×", " ").split())


@pytest.mark.data
def test_the_examples_of_the_unicode_consortium(shared_data: Path) -> None:
    told = samples(shared_data / "text" / "GraphemeBreakTest.txt")
    assert len(told) == 822
    assert [sample for sample in told if _cut("".join(sample)) != sample] == []


@pytest.mark.data
def test_deleting_and_walking_go_character_by_character(shared_data: Path) -> None:
    told = samples(shared_data / "text" / "GraphemeBreakTest.txt")
    told += [["a", emoji, "\u0995", emoji] for emoji in emoji_of(shared_data)]
    for sample in told:
        text, left = Text.of("".join(sample)), Text("".join(sample))
        for number in range(len(sample) - 1, -1, -1):
            left = left.right(edges)
            assert left.words[: left.caret] == "".join(sample[: len(sample) - number])
            text = text.delete_back(edges)
            assert text == Text.of("".join(sample[:number]))


def _cut(text: str) -> list[str]:
    found = edges(text)
    return [text[a:b] for a, b in itertools.pairwise(found)]


def emoji_of(shared_data: Path) -> list[str]:
    """The emoji of the sample, without the skin tones: alone they belong to whoever is before them."""
    with (shared_data / "text" / "emoji_sequences.csv").open(encoding="utf-8", newline="") as file:
        emoji = [row["emoji"] for row in csv.DictReader(file)]
    return [one for one in emoji if not "\U0001f3fb" <= one[0] <= "\U0001f3ff"]


@pytest.mark.data
def test_every_emoji_is_one_character_after_any_letter(shared_data: Path) -> None:
    emoji = emoji_of(shared_data)
    assert len(emoji) > 400
    for letter in ("a", "ਸ", "ক", "ક", "س", "👨‍👩‍👧", "🇬🇧"):
        wrong = [one for one in emoji if _cut(letter + one + letter) != [letter, one, letter]]
        assert wrong == []


@pytest.mark.parametrize(
    ("words", "position", "word"),
    [
        ("one two", 0, "one"),
        ("one two", 3, "one"),
        ("one two", 5, "two"),
        ("one two  ", 9, "two"),
        ("  one", 0, "one"),
        ("", 0, ""),
        ("  ", 1, ""),
        ("مجھے بتائیں", 6, "بتائیں"),
    ],
)
def test_the_word_at_a_place(words: str, position: int, word: str) -> None:
    start, end = word_around(words, position)
    assert words[start:end] == word


@pytest.mark.data
def test_no_real_letter_is_taken_to_pieces(shared_data: Path) -> None:
    with (shared_data / "text" / "udhr_sentences.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["bcp47"][:2] in LANGUAGES]
    assert {row["bcp47"][:2] for row in rows} == set(LANGUAGES)
    cut = {row["text"][edge] for row in rows for edge in set(edges(row["text"])) - _on_paper(row["text"])}
    # Paper knows the smallest characters. The Punjabi text has signs behind a vowel sign that belong
    # before it; on screen such a sign, and what follows it, is one more character.
    assert cut <= {"\u0a3c", "\u0a4d", "\u0a70"}


def _on_paper(text: str) -> set[int]:
    return set(itertools.accumulate((len(cluster) for cluster in clusters(text)), initial=0))
