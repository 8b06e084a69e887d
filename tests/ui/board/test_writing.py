"""Writing pages on a board: fingers, languages, and what is kept."""

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from tests.ui.board.writing_room import (
    Room,
    key_place,
    middle,
    on_page,
    touch,
    touch_button,
    touch_keys,
)
from ui.board.writing import SAME_NOTE
from ui.keys.editing import FULL, LONGEST
from workshop.domain.kinds import NoteKind, NoteSource
from workshop.domain.records import Note


def test_words_become_a_note_in_one_act(room: Room) -> None:
    page = room.open()
    touch_keys(page, "H", "i", ".")
    touch(page, *middle(page, page.parts.kinds[NoteKind.QUESTION]))
    touch_button(page, "done")
    (note,) = room.session.all(Note)
    assert (note.text, note.kind, note.x, note.y) == ("Hi.", NoteKind.QUESTION, 1480.0, 240.0)
    assert (note.source, note.language, note.helper) == (NoteSource.TYPED, "", False)
    assert room.acts() == ["add note"]
    assert (room.pages.open, room.ground.pages, room.ground.key_target) == ((), [], None)


def test_two_people_write_at_once_with_their_touches_in_turn(room: Room) -> None:
    left, right = room.open(300, 600), room.open(1500, 200, quarters=2)
    for one, other in zip(("H", "e", "l", "l", "o"), ("W", "o", "r", "l", "d"), strict=True):
        a, b = key_place(left, one), key_place(right, other)
        left.press(1, *a)
        right.press(2, *b)
        left.release(1, *a)
        right.release(2, *b)
    assert (left.text.words, right.text.words) == ("Hello", "World")
    touch_button(right, "done")
    touch_button(left, "done")
    assert [text for text, _ in room.notes()] == ["World", "Hello"]


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_every_part_is_where_it_is_seen_however_the_page_is_turned(room: Room, quarters: int) -> None:
    page = room.open(quarters=quarters)
    box = page.box
    assert (box.width() > box.height()) is (quarters % 2 == 0)
    for wanted in page.panel.keys:
        x, y = middle(page, on_page(page, wanted))
        at = page.turned.inside(x, y)
        below = page.parts.below
        assert page.contains(x, y)
        assert page.panel.key_at(at.x() - below.x(), at.y() - below.y()) == wanted
    touch_keys(page, "Q")
    assert page.text.words == "Q"
    assert not page.contains(box.right() + 1, box.center().y())


def test_turn_turns_a_quarter_and_four_times_is_back(room: Room) -> None:
    page = room.open()
    before = page.turned
    seen = []
    for _ in range(4):
        touch_button(page, "turn")
        seen.append(page.turned.quarters)
        assert QRectF(0, 0, 1920, 868).contains(page.box)
    assert seen == [1, 2, 3, 0]
    assert (before.quarters, before.width) == (page.turned.quarters, page.turned.width)


def test_sliding_off_done_changes_ones_mind(room: Room) -> None:
    page = room.open()
    page.type("hello")
    x, y = middle(page, page.parts.boxes["done"])
    page.press(1, x, y)
    assert page.is_held("done")
    page.move(1, x, y + 200)
    assert not page.is_held("done")
    page.release(1, x, y + 200)
    assert (room.notes(), room.pages.open) == ([], (page,))


def test_a_lost_finger_does_nothing(room: Room) -> None:
    page = room.open()
    page.type("hello")
    x, y = middle(page, page.parts.boxes["done"])
    page.press(1, x, y)
    page.cancel(1)
    page.release(1, x, y)
    page.press(2, *key_place(page, "q"))
    page.cancel(2)
    assert (room.notes(), page.text.words) == ([], "hello")


def test_a_page_without_words_closes_and_keeps_nothing(room: Room) -> None:
    page = room.open()
    page.type("  ")
    acts = room.acts()
    touch_button(page, "done")
    assert (room.notes(), room.pages.open, room.acts()) == ([], (), acts)


def test_a_touch_in_the_field_moves_the_caret(room: Room) -> None:
    page = room.open()
    page.type("one two 👨‍👩‍👧")
    inner = page.field_inside
    touch(page, *middle(page, QRectF(inner.x() + page.field.indent, inner.y() + 10, 2, 2)))
    assert page.text.caret == 0
    touch_keys(page, "X")
    assert page.text.words.startswith("Xone")
    touch(page, *middle(page, QRectF(inner.right() - 2, inner.y() + 10, 2, 2)))
    assert page.text.caret == len(page.text.words)


def test_more_letters_replace_the_last_one(room: Room) -> None:
    page = room.open()
    touch_keys(page, "C", "a", "f", "e", "EXTRAS", "é", "s")
    assert page.text.words == "Cafés"


def test_delete_takes_a_whole_character(room: Room) -> None:
    page = room.open()
    page.type("ਸ਼ੀ👨‍👩‍👧🇬🇧")
    left = []
    for _ in range(3):
        touch_keys(page, "DELETE")
        left.append(page.text.words)
    assert left == ["ਸ਼ੀ👨‍👩‍👧", "ਸ਼ੀ", ""]


def test_a_full_note_says_so_until_the_next_touch(room: Room) -> None:
    page = room.open()
    page.type("x" * LONGEST)
    page.type("y")
    assert (page.text.words, page.said) == ("x" * LONGEST, FULL)
    page.press(1, *middle(page, page.parts.field))
    assert page.said == ""


# More


def test_somebody_else_may_write(room: Room) -> None:
    page = room.open()
    page.type("She told me")
    for name in ("more", "helper", "keys", "done", "yes"):
        touch_button(page, name)
    assert [(n.text, n.helper) for n in room.session.all(Note)] == [("She told me", True)]


def test_words_can_be_heard(room: Room, qtbot: QtBot) -> None:
    page = room.open(language="en")
    page.type("Hello")
    touch_button(page, "more")
    with qtbot.waitSignal(room.pages.hear) as heard:
        touch_button(page, "hear")
    assert heard.args == ["Hello", ""]


def test_words_that_were_thrown_away_come_back(room: Room, qtbot: QtBot) -> None:
    page = room.open(quarters=2)
    page.type("Not so sure")
    page.kind = NoteKind.IDEA
    touch_button(page, "more")
    with qtbot.waitSignal(room.pages.thrown):
        touch_button(page, "throw")
    assert (room.notes(), room.pages.open, room.pages.can_bring_back) == ([], (), True)
    assert room.pages.bring_back() == ""
    again = room.pages.open[0]
    assert (again.text.words, again.kind, again.turned.quarters) == ("Not so sure", NoteKind.IDEA, 2)
    assert not room.pages.can_bring_back
    assert room.pages.bring_back() == ""
    assert len(room.pages.open) == 1


def test_nothing_thrown_away_is_nothing_to_bring_back(room: Room) -> None:
    room.pages.throw_away(room.open())
    assert not room.pages.can_bring_back


# Changing a note


def test_a_note_can_be_changed(room: Room) -> None:
    room.session.board.add_note("Old words", NoteKind.IDEA)
    page = room.open(note=room.session.all(Note)[0])
    assert (page.text.words, page.kind) == ("Old words", NoteKind.IDEA)
    page.type(" and new")
    page.kind = NoteKind.WORKS_WELL
    touch_button(page, "done")
    assert room.notes() == [("Old words and new", NoteKind.WORKS_WELL)]


def test_a_note_that_stays_as_it_is_makes_no_act(room: Room) -> None:
    room.session.board.add_note("Old words", NoteKind.IDEA)
    acts = room.acts()
    touch_button(room.open(note=room.session.all(Note)[0]), "done")
    assert room.acts() == acts


def test_a_note_from_before_today_keeps_its_kind(room: Room) -> None:
    room.session.board.add_note("Desk closes at 6", source=NoteSource.PREPARED)
    page = room.open(note=room.session.all(Note)[0])
    assert page.parts.kinds == {}
    page.type("pm")
    touch_button(page, "done")
    assert room.notes() == [("Desk closes at 6pm", NoteKind.BEFORE)]


def test_one_note_is_changed_by_one_person(room: Room) -> None:
    room.session.board.add_note("Old words")
    note = room.session.all(Note)[0]
    room.open(note=note)
    assert room.ask(note=note) == SAME_NOTE


def test_words_that_are_refused_stay_in_hand(room: Room, qtbot: QtBot) -> None:
    page = room.open()
    page.type("Too late")
    room.session.plan.close_day(reason="The day is over")
    with qtbot.waitSignal(room.bridge.refused):
        touch_button(page, "done")
    assert (room.pages.open, page.text.words) == ((page,), "Too late")


# Languages


def test_the_language_is_kept_when_the_writer_chose_another_one(room: Room) -> None:
    page = room.open()
    touch_keys(page, "LANGUAGE", "اردو", "س", "ل", "ا", "م")
    touch_button(page, "done")
    assert [(n.text, n.language) for n in room.session.all(Note)] == [("سلام", "ur")]


def test_the_caret_stands_left_of_words_that_run_leftwards(room: Room) -> None:
    page = room.open(language="ur")
    empty = page.field.caret_box(4).x()
    page.type("مجھے")
    written = page.field.caret_box(4).x()
    page.writing.write(page.text.home())
    home = page.field.caret_box(4).x()
    assert written < home <= empty <= page.field.width
    assert page.field.width - home < page.field.indent + 10
    left = page.parts.boxes["done"].right()
    assert left < page.parts.field.x()  # the page is mirrored too


def test_the_caret_stands_right_of_words_that_run_rightwards(room: Room) -> None:
    page = room.open()
    page.type("Hello")
    first = page.field.caret_box(4).x()
    page.type(" you")
    assert page.field.indent < first < page.field.caret_box(4).x()


def test_a_long_text_moves_up_until_its_caret_is_in_view(room: Room) -> None:
    page = room.open()
    height = page.field_inside.height()
    page.type("a few words " * 30)
    up = page.field.moved_up(height)
    caret = page.field.caret_box(4)
    assert up > 0
    assert up <= caret.top() and caret.bottom() - up <= height + 0.01
    assert page.box.contains(page.caret_rect().center())
