"""The bidirectional algorithm against Unicode's own test, and against sentences of a workshop."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.printing import bidi

UNICODE_DATA = Path("/usr/share/unicode")
STEERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
MIXED = st.text(st.sampled_from("ab א ب 12 .,()[]\n" + STEERING), max_size=30)


def unicode_file(name: str) -> Path:
    path = UNICODE_DATA / name
    if not path.is_file():
        pytest.skip(f"{name} of Debian's unicode-data is not on this machine")
    return path


def rows_of(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = line.partition("#")[0].strip()
            if row:
                yield [field.strip() for field in row.split(";")]


def right(row: list[str]) -> bool:
    """Whether our levels and our order are those of one line of BidiCharacterTest.txt."""
    codes, direction, base, levels, order = row
    text = "".join(chr(int(code, 16)) for code in codes.split())
    asked = {"0": 0, "1": 1, "2": None}[direction]
    found = bidi.levels(text, asked)
    shown = [at for at, character in enumerate(text) if not bidi.is_removed(character)]
    wanted = {at: int(level) for at, level in enumerate(levels.split()) if level != "x"}
    on_paper = [shown[at] for at in bidi.visual_order([found[at] for at in shown])]
    return (
        {at: found[at] for at in shown} == wanted
        and on_paper == [int(at) for at in order.split()]
        and (asked is not None or (bidi.base_level(text) or 0) == int(base))
    )


def test_every_line_of_unicodes_own_test_passes() -> None:
    rows = list(rows_of(unicode_file("BidiCharacterTest.txt")))
    passed = sum(right(row) for row in rows)
    print(f"BidiCharacterTest: {passed} of {len(rows)} lines pass")
    assert (passed, len(rows) > 90_000) == (len(rows), True)


def test_the_check_of_a_line_sees_a_wrong_level_and_a_wrong_order() -> None:
    row = ["05D0 0061", "0", "0", "1 0", "0 1"]
    assert right(row)
    assert not right([*row[:3], "0 0", "0 1"])
    assert not right([*row[:3], "1 0", "1 0"])


def test_the_brackets_are_those_of_unicode() -> None:
    pairs = {
        unicodedata.normalize("NFC", chr(int(code, 16))): unicodedata.normalize("NFC", chr(int(other, 16)))
        for code, other, kind in rows_of(unicode_file("BidiBrackets.txt"))
        if kind == "o"
    }
    assert pairs == bidi.CLOSER


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("Ask me", 0, [0] * 6),
        ("میں NHS", 1, [1, 1, 1, 1, 2, 2, 2]),
        ("NHS میں", 0, [0, 0, 0, 0, 1, 1, 1]),
        ("بار 12:30", 1, [1, 1, 1, 1, 2, 2, 2, 2, 2]),
        ("(ab) א", 1, [1, 2, 2, 1, 1, 1]),
        ("a \u2067א\u2069 b", 0, [0, 0, 0, 1, 0, 0, 0]),
    ],
)
def test_levels_of_sentences(text: str, base: int, levels: list[int]) -> None:
    assert bidi.levels(text, base) == levels


@pytest.mark.parametrize(
    ("text", "base"), [("", None), ("12 .", None), ("a א", 0), ("א a", 1), ("\u2068א\u2069 a", 0)]
)
def test_the_first_strong_character_decides(text: str, base: int | None) -> None:
    assert bidi.base_level(text) == base


@given(MIXED, st.sampled_from([0, 1, None]))
def test_each_character_has_a_level_at_or_above_that_of_the_paragraph(text: str, base: int | None) -> None:
    found = bidi.levels(text, base)
    lowest = (bidi.base_level(text) or 0) if base is None else base
    assert len(found) == len(text)
    assert all(lowest <= level <= bidi.DEEPEST + 1 for level in found)


@given(st.lists(st.integers(0, 6), max_size=20))
def test_the_order_on_paper_has_each_piece_once(line: list[int]) -> None:
    assert sorted(bidi.visual_order(line)) == list(range(len(line)))


def test_no_depth_of_embedding_breaks_it() -> None:
    deep = "\u202b\u2067" * 200 + "a" + "\u2069\u202c" * 200
    assert max(bidi.levels(deep, 0)) <= bidi.DEEPEST + 1
