"""A real keyboard and input methods on a writing page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent

from tests.ui.board.writing_room import (
    Room,
    middle,
    press_key,
    touch,
)
from ui.board.writing import Page
from ui.keys.editing import FULL


def test_a_real_keyboard_types_and_the_keys_on_the_page_go_away(room: Room) -> None:
    page = room.open()
    full = page.box
    assert press_key(page, Qt.Key.Key_H, "h")
    assert press_key(page, Qt.Key.Key_I, "i")
    assert (page.text.words, page.keys_hidden) == ("hi", True)
    assert page.box.height() < full.height()
    assert not page.contains(full.center().x(), full.bottom() - 5)
    touch(page, *middle(page, page.parts.field))
    assert not page.keys_hidden
    assert page.box == full


def test_the_usual_keys_do_the_usual_things(room: Room) -> None:
    page = room.open()
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    page.type("one two")
    press_key(page, Qt.Key.Key_Left, held=shift)
    press_key(page, Qt.Key.Key_Backspace)
    assert page.text.words == "one tw"
    press_key(page, Qt.Key.Key_Home)
    press_key(page, Qt.Key.Key_Delete)
    assert page.text.words == "ne tw"
    press_key(page, Qt.Key.Key_A, "\x01", ctrl)
    press_key(page, Qt.Key.Key_X, "\x18", ctrl)
    assert (page.text.words, QGuiApplication.clipboard().text()) == ("", "ne tw")
    press_key(page, Qt.Key.Key_V, "\x16", ctrl)
    press_key(page, Qt.Key.Key_Return, held=shift)
    assert page.text.words == "ne tw\n"
    press_key(page, Qt.Key.Key_Z, "\x1a", ctrl)
    press_key(page, Qt.Key.Key_Z, "\x1a", ctrl)
    assert page.text.words == ""


def test_keys_with_no_meaning_here_are_left_to_others(room: Room) -> None:
    page = room.open()
    assert not press_key(page, Qt.Key.Key_F6)
    assert not press_key(page, Qt.Key.Key_M, "m", Qt.KeyboardModifier.AltModifier)
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
    assert press_key(page, Qt.Key.Key_A, "ą", both)
    assert (page.text.words, page.keys_hidden) == ("ą", True)


def test_enter_is_done_and_escape_throws_away(room: Room) -> None:
    page = room.open()
    page.type("Kept")
    press_key(page, Qt.Key.Key_Return, "\r")
    page = room.open()
    page.type("Not kept")
    press_key(page, Qt.Key.Key_Escape)
    assert [text for text, _ in room.notes()] == ["Kept"]
    assert room.pages.can_bring_back


def test_the_page_that_was_touched_last_gets_the_keyboard(room: Room) -> None:
    first, second = room.open(300, 600), room.open(1500, 600)
    assert room.ground.key_target is second
    touch(first, *middle(first, first.parts.field))
    assert room.ground.key_target is first
    room.pages.close(second)
    assert room.ground.key_target is first


def test_an_input_method_shows_its_words_before_they_are_settled(room: Room) -> None:
    page = room.open()
    page.type("ab")
    page.writing.write(page.text.to(1))
    page.input_method(QInputMethodEvent("ni", []))
    assert (page.text.words, page.field.written.shown, page.field.written.caret) == ("ab", "anib", 3)
    (mark,) = page.field.layout.formats()
    assert (mark.start, mark.length, mark.format.fontUnderline()) == (1, 2, True)
    settled = QInputMethodEvent("", [])
    settled.setCommitString("你")
    page.input_method(settled)
    assert (page.text.words, page.text.caret, page.field.written.preedit) == ("a你b", 2, "")


def test_an_input_method_may_replace_words(room: Room) -> None:
    page = room.open()
    page.type("👍 teh")
    event = QInputMethodEvent("", [])
    event.setCommitString("the", -3, 3)
    page.input_method(event)
    assert page.text.words == "👍 the"


def test_done_keeps_words_that_were_not_settled(room: Room) -> None:
    page = room.open()
    page.type("see ")
    page.input_method(QInputMethodEvent("you", []))
    page.finish()
    assert [text for text, _ in room.notes()] == ["see you"]


def settle_words(page: Page, words: str, start: int = 0, length: int = 0) -> None:
    """An input method, or somebody's dictation, settles words."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words, start, length)
    page.input_method(event)


TOO_MANY = "400 letters fit on one note. Write the rest on another."


def test_of_more_words_than_fit_as_many_are_taken_as_there_is_room_for(room: Room) -> None:
    page = room.open()
    settle_words(page, "x" * 600)
    assert (page.text.words, page.said) == ("x" * 400, TOO_MANY)
    page = room.open()
    settle_words(page, "first " * 20)
    settle_words(page, "y" * 390)
    assert (page.text.words, page.said) == ("first " * 20 + "y" * 280, TOO_MANY)
    settle_words(page, "more")
    assert (len(page.text.words), page.said) == (400, TOO_MANY)


def test_a_paste_that_is_too_long_is_cut_between_whole_characters(room: Room) -> None:
    page = room.open()
    page.type("x" * 390)
    QGuiApplication.clipboard().setText("ab👨‍👩‍👧👨‍👩‍👧")  # a family is five characters
    assert press_key(page, Qt.Key.Key_V, "\x16", Qt.KeyboardModifier.ControlModifier)
    assert (page.text.words, page.said) == ("x" * 390 + "ab👨‍👩‍👧", TOO_MANY)
    press_key(page, Qt.Key.Key_Z, "\x1a", Qt.KeyboardModifier.ControlModifier)
    assert page.text.words == "x" * 390


def test_what_is_chosen_makes_room(room: Room) -> None:
    page = room.open()
    page.type("x" * 400)
    settle_words(page, "abc", -2, 2)
    assert (page.text.words, page.said) == ("x" * 398 + "ab", TOO_MANY)
    settle_words(page, "cd", -2, 2)
    assert (page.text.words, page.said) == ("x" * 398 + "cd", "")


def test_a_letter_on_a_full_page_is_no_key_of_the_board(room: Room) -> None:
    page = room.open()
    page.type("x" * 400)
    assert press_key(page, Qt.Key.Key_N, "n")
    assert (len(page.text.words), page.said) == (400, FULL)


def test_words_not_settled_that_do_not_fit_keep_the_page_open_until_the_board_goes(room: Room) -> None:
    for going, kept in ((False, []), (True, ["x" * 398 + "se"])):
        page = room.open()
        page.type("x" * 398)
        page.input_method(QInputMethodEvent("see you", []))
        page.finish(going=going)
        assert (page.said, [text for text, _ in room.notes()]) == (TOO_MANY, kept)
    assert len(room.pages.open) == 1


def test_an_empty_word_of_the_input_method_leaves_the_keys_where_they_are(room: Room) -> None:
    page = room.open()
    page.input_method(QInputMethodEvent("", []))
    assert not page.keys_hidden
