"""Words on a note: the largest size that fits, in every script, and never cut."""

import random
import string

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.bench.store import note_of_chance
from ui.board import fitting
from ui.board.faces import Face, reads_right_to_left, script_of
from ui.board.fitting import BOTTOM, FELT, INDENT, LEFT, SIZES, is_tall, setting_of, size_of
from ui.board.layout import NOTE_H, NOTE_W, TALL_H
from ui.look import load_fonts
from workshop.domain.kinds import Emotion, NoteKind

URDU, PUNJABI, ARABIC = "مجھے میری زبان میں بتائیں", "ਮੇਰੀ ਧੀ ਨੂੰ ਵੀ ਦੱਸੋ", "أريد أن أعرف متى أعود إلى البيت"
LONG = "They moved me at 11 at night. My daughter came and found an empty bed."


@pytest.fixture(autouse=True)
def fonts(qtbot: QtBot) -> None:
    load_fonts()


def face(text: str, language: str = "") -> Face:
    return Face(text, NoteKind.MATTERS, language)


def test_few_words_are_large_and_many_are_small() -> None:
    sizes = [
        setting_of(face(t)).size for t in ("Shade", "Parking cost £14", "One page. My words, not yours.")
    ]
    assert sizes[0] == SIZES[0] and sizes == sorted(sizes, reverse=True)
    assert setting_of(face(LONG)).size in (20, 22)


@pytest.mark.parametrize(
    "text", ["Shade", "Go home", "One page. My words, not yours.", URDU, PUNJABI, ARABIC]
)
def test_words_that_fit_make_no_tall_note(text: str) -> None:
    setting = setting_of(face(text))
    assert setting.height <= NOTE_H - BOTTOM and not setting.tall and not setting.goes_on
    assert not is_tall(face(text))


def test_more_words_make_the_note_tall_and_the_most_go_on() -> None:
    tall, goes_on = setting_of(face(LONG)), setting_of(face(LONG * 6))
    assert (tall.tall, tall.goes_on, is_tall(face(LONG))) == (True, False, True)
    assert (goes_on.tall, goes_on.goes_on, is_tall(face(LONG * 6))) == (True, True, True)
    assert goes_on.height <= TALL_H - BOTTOM
    assert goes_on.layout.text().endswith("…")


@pytest.mark.parametrize("calm", [False, True])
@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize("text", ["Shade", LONG, LONG * 6, URDU * 3, "W" * 400, "a\nb\nc", "x" * 24])
def test_no_line_leaves_its_note(text: str, calm: bool, strong: bool) -> None:
    setting = setting_of(face(text), calm, strong)
    assert setting.height <= TALL_H - BOTTOM
    if not is_tall(face(text)):
        assert setting.height <= NOTE_H - BOTTOM
    for number in range(setting.layout.lineCount()):
        line = setting.layout.lineAt(number)
        assert line.naturalTextWidth() <= line.width() + 0.6


def test_the_smallest_words_of_all_looks_decide_so_that_all_boards_agree() -> None:
    for length in range(20, 120, 3):
        text = (LONG * 2)[:length]
        if setting_of(face(text), calm=True, strong=True).tall:
            assert is_tall(face(text))


def test_a_back_is_never_tall() -> None:
    assert not is_tall(Face("", NoteKind.BEFORE, "", back=True))


@pytest.mark.parametrize(
    ("text", "rtl"),
    [(URDU, True), (ARABIC, True), ("10 " + URDU, True), ("A " + URDU, False), ("12!", False)],
)
def test_direction_is_that_of_the_first_letter(text: str, rtl: bool) -> None:
    assert (reads_right_to_left(text), setting_of(face(text)).rtl) == (rtl, rtl)


def test_right_to_left_words_end_at_the_right() -> None:
    line = setting_of(face(URDU)).layout.lineAt(1)
    assert line.naturalTextRect().right() > 212 - 20


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        *[(URDU, "ur", "ur"), (URDU, "", "ur"), (ARABIC, "ar", "ar"), (PUNJABI, "", "pa")],
        *[("আমাকে", "bn", "bn"), ("દવા", "", "gu"), ("Shade", "ur", ""), ("தமிழ்", "", "ta"), ("", "", "")],
    ],
)
def test_the_letters_choose_the_face_not_only_the_language(text: str, language: str, script: str) -> None:
    assert script_of(text, language) == script


def test_the_first_line_of_nastaliq_has_room_above() -> None:
    setting = setting_of(face(URDU, "ur"))
    line = setting.layout.lineAt(0)
    assert line.position().y() + line.ascent() >= 1.4 * setting.size


_words = st.text(string.ascii_letters + ".,'!?", min_size=1, max_size=14)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(_words, min_size=1, max_size=34),
    st.sampled_from([None, Emotion.SAD]),
    st.sampled_from([(), ("Bus",)]),
)
@example(["AAAAAAAAAAAAA", "AA", "AAAAAAAAAAAAA"], None, ())  # the first word is broken, not moved down
@example(["AVAVAVAVAVAV"] * 4, None, ())  # letters that stand closer than their widths
def test_what_is_estimated_is_what_is_measured(
    words: list[str], emotion: Emotion | None, tags: tuple[str, ...]
) -> None:
    shown = Face(" ".join(words), NoteKind.IDEA, emotion=emotion, tags=tags)
    estimated = fitting._estimate(shown)
    measured = fitting._set(shown, fitting.SIZES[-1], calm=True, strong=True)
    if estimated is not None:
        assert estimated is (measured.height > fitting._end(shown, NOTE_H))


def test_most_notes_need_no_measuring() -> None:
    chance = random.Random(1)
    faces = [face(note_of_chance(n, chance).text) for n in range(300)]
    assert sum(fitting._estimate(each) is None for each in faces) < 30


# More than words


def test_how_it_felt_stands_beside_the_symbol_and_the_words_make_room() -> None:
    plain, felt = face("Words"), face("Words")._replace(emotion=Emotion.GLAD)
    starts = [setting_of(each).layout.lineAt(0).position().x() for each in (plain, felt)]
    assert starts == [LEFT + INDENT, LEFT + INDENT + FELT]


def test_words_end_above_the_tags_and_above_the_edge_of_a_stack() -> None:
    for text in ("Shade", "One page. My words, not yours.", LONG, LONG * 6, URDU):
        for more in ({"tags": ("Bus",)}, {"below": 2}, {"tags": ("Bus", "دوا"), "below": 1}):
            shown = face(text)._replace(**more)
            setting, high = setting_of(shown), size_of(shown)[1]
            assert setting.height <= high - BOTTOM - fitting.foot_height(shown)


@pytest.mark.parametrize("more", [{"drawn": "ink"}, {"pictured": "p1"}])
def test_a_drawing_or_a_picture_makes_the_note_tall_and_its_words_lie_below(more: dict[str, str]) -> None:
    shown = face("A bench in the shade")._replace(**more)  # type: ignore[arg-type]
    setting = setting_of(shown)
    assert size_of(shown) == (NOTE_W, TALL_H) and setting.tall
    assert setting.layout.lineAt(0).position().y() > NOTE_H
    assert setting_of(face(LONG * 3)._replace(**more)).goes_on  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("turned", "size"), [(0, (212, 110)), (1, (110, 212)), (2, (212, 110)), (3, (110, 212))]
)
def test_a_turned_note_is_as_high_as_it_was_wide(turned: int, size: tuple[int, int]) -> None:
    assert size_of(face("Shade")._replace(turned=turned)) == size
