"""Writing and deleting, moving and choosing, as pure values."""

import pytest
from hypothesis import given as any_
from hypothesis import strategies as st

from ui.keys.clusters import edges
from ui.keys.editing import FULL, LONGEST, Text, runs_right_to_left, writable
from workshop.errors import RuleBroken

WORDS = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=("Cs", "Cc")),
        st.sampled_from("ab 👍🏽\u200dਕ੍ਿر\u0651e\u0301🇬🇧"),
    ),
    max_size=40,
)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Any text with its caret anywhere and nothing chosen."""
    words = draw(WORDS)
    caret = draw(st.integers(0, len(words)))
    return Text(words, caret, caret)


@any_(texts(), WORDS.filter(bool))
def test_what_is_chosen_and_deleted_after_writing_it_was_never_there(text: Text, more: str) -> None:
    written = text.insert(more)
    chosen = written.to(text.caret, choose=True)
    assert chosen.chosen_words == more
    assert chosen.delete_back(edges) == text.to(text.caret)


@any_(texts())
def test_deleting_ends_with_nothing_and_never_breaks_a_character(text: Text) -> None:
    text = text.end().to(len(text.words))
    for _ in range(len(text.words) + 1):
        before, text = text, text.delete_back(edges)
        assert before.words.startswith(text.words)
        assert len(text.words) in edges(before.words)
    assert text == Text()


@any_(texts())
def test_left_and_right_undo_each_other_inside_a_text(text: Text) -> None:
    at = text.to(min(edges(text.words), key=lambda edge: abs(edge - text.caret)))
    if at.caret < len(at.words):
        assert at.right(edges).left(edges) == at
        assert at.left(edges, right_to_left=True).right(edges, right_to_left=True) == at


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("ab", "a"),
        ("Hi 👨‍👩‍👧‍👦", "Hi "),
        ("🇬🇧🇵🇱", "🇬🇧"),
        ("👍🏽", ""),
        ("ਧੀ", ""),
        ("ਮੇਰੀ", "ਮੇ"),
        ("cafe\u0301", "caf"),
        ("", ""),
    ],
)
def test_delete_takes_one_character_as_its_reader_sees_it(words: str, left: str) -> None:
    assert Text.of(words).delete_back(edges) == Text.of(left)


def test_a_longer_text_is_refused_in_words_and_stays_as_it_is() -> None:
    full = Text.of("x" * LONGEST)
    with pytest.raises(RuleBroken) as refusal:
        full.insert("y")
    assert refusal.value.message == FULL
    assert Text.of("x" * (LONGEST - 1)).insert("y").words == "x" * (LONGEST - 1) + "y"


def test_a_note_that_was_long_before_can_still_be_mended() -> None:
    long = Text.of("x" * (LONGEST + 50))
    mended = long.delete_back(edges).insert("y", longest=LONGEST + 50)
    assert mended.words == "x" * (LONGEST + 49) + "y"


def test_delete_forward_and_word_by_word() -> None:
    text = Text("one two three", 4, 4)
    assert text.delete_forward(edges) == Text("one wo three", 4, 4)
    assert text.word_forward().caret == 7
    assert text.word_back().caret == 0
    assert Text.of("one two  ").delete_word_back() == Text("one ", 4, 4)
    assert Text.of("x").delete_forward(edges) == Text.of("x")


def test_home_and_end_stay_in_their_line() -> None:
    text = Text("one\ntwo\nthree", 5, 5)
    assert (text.home().caret, text.end().caret) == (4, 7)
    assert text.home(choose=True).chosen_words == "t"


def test_an_arrow_leaves_what_is_chosen_on_its_side() -> None:
    chosen = Text("one two", 7, 4)
    assert chosen.left(edges).caret == 4
    assert chosen.right(edges).caret == 7
    assert chosen.left(edges, choose=True) == Text("one two", 6, 4)
    assert chosen.choose_all().chosen_words == "one two"


def test_left_goes_on_where_people_read_from_right_to_left() -> None:
    word = Text("سلام", 0, 0)
    assert word.left(edges, right_to_left=True).caret == 1
    assert word.right(edges, right_to_left=True).caret == 0


@pytest.mark.parametrize(
    ("before", "starts"),
    [
        ("", True),
        ("  ", True),
        ("Hello. ", True),
        ("Why? ", True),
        ("“", True),
        ("He said “no.” ", True),
        ("one\n", True),
        ("Hello", False),
        ("Hello.", False),
        ("3.5", False),
        ("a, ", False),
    ],
)
def test_where_a_sentence_starts(before: str, starts: bool) -> None:
    assert Text.of(before).starts_sentence is starts


def test_nothing_invisible_gets_in_but_joiners_do() -> None:
    assert writable("a\x00b\ud800c\td\r\ne\u200cf") == "abc d\ne\u200cf"
    assert writable("a\nb", multi_line=False) == "a b"


@pytest.mark.parametrize(
    ("words", "otherwise", "rtl"),
    [("سلام hello", False, True), ("hello سلام", True, False), ("123", True, True), ("", False, False)],
)
def test_the_first_strong_letter_decides_the_direction(words: str, otherwise: bool, rtl: bool) -> None:
    assert runs_right_to_left(words, otherwise) is rtl
