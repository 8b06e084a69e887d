"""The caret and what is chosen: by a finger, by buttons, by the keys of a real keyboard, in any script."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt

from tests.ui.board.writing_room import SMALL, Room, middle, press_key, touch_button, touch_keys
from ui.board.writing import Page
from ui.board.writing_field import Field, Written
from ui.keys.clusters import edges, units
from ui.keys.editing import Text
from ui.look import Look, ScreenSize, load_fonts
from workshop.session.session import Session

SHIFT = Qt.KeyboardModifier.ShiftModifier
MIXED = "abc اردو 34 def"


def on_word(page: Page, position: int) -> tuple[float, float]:
    """Where a place in the words is on the screen."""
    inner, field = page.field_inside, page.field
    unit = units(page.text.words[:position])
    line = field.layout.lineForTextPosition(unit)
    x, y = line.cursorToX(unit)[0], line.y() + line.height() / 2 - field.moved_up(inner.height())  # type: ignore[index]
    return middle(page, QRectF(inner.x() + x, inner.y() + y, 0, 0))


# By a finger, and by buttons


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_finger_that_slides_over_words_chooses_them(room: Room, quarters: int) -> None:
    page = room.open(900, 430, quarters=quarters)
    page.type("one two three")
    page.press(1, *on_word(page, 4))
    page.move(1, *on_word(page, 6))
    page.release(1, *on_word(page, 7))
    assert page.text.chosen_words == "two"
    touch_keys(page, "w")
    assert page.text.words == "one w three"


def test_a_finger_that_hardly_moves_sets_the_caret(room: Room) -> None:
    page = room.open()
    page.type("one two")
    x, y = on_word(page, 3)
    page.press(1, x, y)
    page.move(1, x + 5, y)
    page.release(1, x + 5, y)
    assert (page.text.caret, page.text.chosen_words) == (3, "")


def test_a_finger_chooses_from_right_to_left_too(room: Room) -> None:
    page = room.open(language="ur")
    page.type("مجھے میری زبان")
    page.press(1, *on_word(page, 9))
    page.move(1, *on_word(page, 6))
    page.release(1, *on_word(page, 5))
    assert page.text.chosen_words == "میری"


def test_a_finger_beside_the_field_goes_on_choosing(room: Room) -> None:
    page = room.open()
    page.type("one two")
    x, y = on_word(page, 4)
    page.press(1, x, y)
    page.move(1, x + 2000, y + 900)
    page.release(1, x + 2000, y + 900)
    assert page.text.chosen_words == "two"


def test_buttons_choose_the_word_and_all(room: Room) -> None:
    page = room.open()
    page.type("one two three")
    page.writing.caret_to(5)
    touch_button(page, "more")
    touch_button(page, "word")
    assert page.text.chosen_words == "two"
    touch_button(page, "all")
    assert page.text.chosen_words == "one two three"
    touch_button(page, "keys")
    touch_keys(page, "DELETE")
    assert page.text.words == ""


def test_emoji_are_chosen_whole(room: Room) -> None:
    page = room.open()
    page.type("a👨‍👩‍👧b")
    page.writing.caret_to(3)
    assert page.text.caret in (1, 6)
    page.writing.caret_to(6, choose=True)
    assert page.text.chosen_words in ("", "👨‍👩‍👧")


# By a real keyboard


def test_shift_and_arrows_choose(room: Room) -> None:
    page = room.open()
    page.type("one two")
    for _ in range(3):
        press_key(page, Qt.Key.Key_Left, held=SHIFT)
    assert page.text.chosen_words == "two"
    press_key(page, Qt.Key.Key_Left)
    assert (page.text.caret, page.text.chosen_words) == (4, "")
    press_key(page, Qt.Key.Key_Right, held=SHIFT | Qt.KeyboardModifier.ControlModifier)
    assert page.text.chosen_words == "two"
    press_key(page, Qt.Key.Key_Right)
    assert page.text.caret == 7


def test_of_chosen_words_an_arrow_goes_to_the_side_it_points_to_in_both_directions(room: Room) -> None:
    page = room.open(language="ur")
    page.type("مجھے میری")
    page.writing.write(page.text.to(5).to(9, choose=True))
    press_key(page, Qt.Key.Key_Right)
    assert page.text.caret == 5
    page.writing.write(page.text.to(9, choose=True))
    press_key(page, Qt.Key.Key_Left)
    assert page.text.caret == 9


def test_up_and_down_go_from_line_to_line_and_to_the_ends(room: Room) -> None:
    page = room.open()
    page.type("one\ntwo\nthree")
    page.writing.caret_to(5)
    press_key(page, Qt.Key.Key_Up)
    assert page.text.caret == 0 or page.text.words[: page.text.caret] == "o"[: page.text.caret]
    press_key(page, Qt.Key.Key_Up)
    assert page.text.caret == 0
    page.writing.caret_to(5)
    press_key(page, Qt.Key.Key_Down, held=SHIFT)
    assert page.text.chosen[1] > 8
    press_key(page, Qt.Key.Key_Down)
    assert page.text.caret == len(page.text.words)


def stops(field: Field, start: int, step: int) -> list[int]:
    """The places that a key held down leads to."""
    seen = [start]
    while (after := field.beside(seen[-1], step)) != seen[-1]:
        seen.append(after)
        assert len(seen) <= 2 * len(field.written.shown) + 4
    return seen


def field_of(words: str, width: float = 5000) -> Field:
    load_fonts()
    return Field(Written(Text.of(words)), Look().font(27), width, 0)


@pytest.mark.parametrize(
    ("words", "start", "stops_seen"),
    [
        ("abc", 0, [0, 1, 2, 3]),
        ("سلام", 4, [4, 3, 2, 1, 0]),
        ("ab سلام c", 0, [0, 1, 2, 3, 6, 5, 4, 7, 8, 9]),
        ("سلام ab دنیا", 12, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]),
        ("a👨‍👩‍👧🇬🇧", 0, [0, 1, 6, 8]),
    ],
)
def test_right_goes_right_as_the_eye_sees_it(
    qapp: object, words: str, start: int, stops_seen: list[int]
) -> None:
    field = field_of(words)
    assert stops(field, start, 1) == stops_seen
    painted = [
        Field(Written(Text.of(words).to(at)), field.font, 5000, 0).caret_box(2).x() for at in stops_seen
    ]
    assert painted == sorted(painted)  # and that is where the caret is seen


def test_left_is_the_way_back_from_right(qapp: object) -> None:
    field = field_of(MIXED)
    onwards = stops(field, 0, 1)
    assert sorted(onwards) == list(range(len(MIXED) + 1))  # every place can be reached
    assert stops(field, onwards[-1], -1)[-1] == 0


def test_the_caret_goes_on_in_the_next_line(qapp: object) -> None:
    field = field_of("one two three four five six", width=120)
    assert field.layout.lineCount() > 2
    assert stops(field, 0, 1)[-1] == 27
    assert stops(field, 27, -1)[-1] == 0


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.text(st.sampled_from("ab 12سلامਸ਼ੀe\u0301👨\u200d👩🇬🇧(.)\n"), max_size=16),
    step=st.sampled_from([-1, 1]),
)
def test_arrows_end_and_never_stop_inside_a_character(qapp: object, words: str, step: int) -> None:
    field = field_of(words.replace("\r", ""), width=200)
    whole = edges(field.written.shown)
    for start in whole:
        assert set(stops_or_round(field, start, step)) <= set(whole)


def stops_or_round(field: Field, start: int, step: int) -> list[int]:
    """The places on the way, until there is no other or the way goes round."""
    seen = [start]
    while (after := field.beside(seen[-1], step)) not in seen:
        seen.append(after)
    return seen


def test_a_place_in_the_field_is_found_again(room: Room) -> None:
    page = room.open()
    page.type(MIXED)
    for position in range(len(MIXED) + 1):
        at = page.turned.inside(*on_word(page, position))
        found = page.position_at(at.x(), at.y())
        again = page.turned.inside(*on_word(page, found))
        assert QPointF(again - at).manhattanLength() < 1.0


def test_words_are_cut_only_where_they_are_wider_than_the_field(qapp: object) -> None:
    def lines(words: str, width: float, language: str = "") -> list[str]:
        field = Field(Written(Text.of(words)), Look().font(22, 500, language), width, 40)
        found = [field.layout.lineAt(i) for i in range(field.layout.lineCount())]
        return [words[line.textStart() : line.textStart() + line.textLength()] for line in found]

    load_fonts()
    urdu = "مجھے گھر جانے کے بعد کس سے بات کرنی ہے"
    for width in range(200, 420, 7):
        assert [word for line in lines(urdu, width, "ur") for word in line.split()] == urdu.split()
    assert len(lines("x" * 80, 200)) > 3


def test_two_lines_of_urdu_are_seen_where_there_is_room_and_else_one_whole_line(
    session: Session,
) -> None:
    for screen, board, hanging in (
        (ScreenSize(1920, 1080, 0.496), (1920, 784), False),
        (SMALL, (1366, 484), True),
    ):
        room = Room(session, Look(screen=screen), board)
        page = room.open(language="ur")
        page.type("مجھے گھر جانے کے بعد کس سے بات کرنی ہے")
        assert (page.field.hanging, page.field.layout.lineCount()) == (hanging, 2)
        assert hanging or page.field.moved_up(page.field_inside.height()) < 6
        room.pages.throw_away(page)
