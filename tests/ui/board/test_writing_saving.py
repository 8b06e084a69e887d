"""What becomes of a page that is never finished, and of many that are."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.board.writing_room import Room, touch_button, touch_keys
from ui.board.writing import DRAFT_MS, MANY, WAITING
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Note
from workshop.session.session import Session


def drafts(room: Room) -> list[str]:
    return [draft.words for draft in room.session.board.drafts()]


def test_words_are_kept_each_second_and_are_no_act_until_done(room: Room, qtbot: QtBot) -> None:
    page = room.open()
    acts = room.acts()
    assert DRAFT_MS < 1000
    touch_keys(page, "H", "i")
    qtbot.waitUntil(lambda: drafts(room) == ["Hi"], timeout=3000)
    page.type(" there")
    qtbot.waitUntil(lambda: drafts(room) == ["Hi there"], timeout=3000)
    assert room.acts() == acts
    touch_button(page, "done")
    assert (drafts(room), room.acts()) == ([], ["add note", *acts])


def test_what_was_half_written_is_there_again_with_all_that_was_on_it(room: Room) -> None:
    first, second = room.open(), room.open(1500, 200)
    first.type("سلام")
    first.act(NoteKind.QUESTION)
    first.act("helper")
    room.session.board.add_note("Old words")
    second.type("More")
    changed = room.open(1500, 800, note=room.session.all(Note)[0])
    changed.type(" and new")
    changed.paper.strokes.append([[20.0, 20.0, 0.5], [60.0, 40.0, 0.5]])
    room.pages.stop()

    again = Room(room.session)
    again.pages.reopen(room.session.board.drafts(), again.ground, again.bridge, again.look, first.words)  # type: ignore[arg-type]
    pages = {page.text.words: page for page in again.pages.open}
    assert set(pages) == {"سلام", "More", "Old words and new"}
    assert (pages["سلام"].kind, pages["سلام"].helper) == (NoteKind.QUESTION, True)
    assert [len(stroke) for stroke in pages["Old words and new"].paper.strokes] == [2]
    for page in pages.values():
        again.pages.throw_away(page)
    assert drafts(again) == [], "what was thrown away does not come back tomorrow"
    assert [text for text, _ in again.notes()] == ["Old words"]


def test_when_the_board_goes_all_that_is_on_it_becomes_notes(room: Room) -> None:
    room.open().type("One")
    room.open(1500, 200).type("Two")
    room.open(1500, 800)
    room.pages.leave()
    assert ([text for text, _ in room.notes()], room.pages.open, drafts(room)) == (["One", "Two"], (), [])


def test_after_ten_notes_a_minute_from_one_place_the_next_ones_wait(session: Session, qtbot: QtBot) -> None:
    room = Room(session)
    now = 0.0
    room.pages.clock = lambda: now

    def write(number: int) -> None:
        page = room.open()
        page.type(f"Note {number}")
        touch_button(page, "done")

    other = room.open(1500, 200)
    for number in range(MANY):
        write(number)
    assert not any(note.waiting for note in room.session.all(Note))
    with qtbot.waitSignal(room.pages.tells) as told:
        write(MANY)
    assert told.args == [WAITING]
    other.type("From the other side")
    touch_button(other, "done")
    now = 61.0
    write(MANY + 1)
    assert [note.text for note in room.session.all(Note) if note.waiting] == [f"Note {MANY}"]
    assert len(room.session.all(Note)) == MANY + 3


@pytest.mark.parametrize(("x", "y", "quarters"), [(960, 860, 0), (5, 430, 1), (960, 5, 2), (1915, 430, 3)])
def test_on_a_flat_table_pages_and_their_notes_face_the_nearest_edge(
    room: Room, x: float, y: float, quarters: int
) -> None:
    room.ground.flat_table = True
    page = room.open(x, y)
    page.type("Hi")
    assert page.turned.quarters == quarters
    room.pages.keep_drafts()
    again = Room(room.session)
    again.ground.flat_table = True
    again.pages.reopen(room.session.board.drafts(), again.ground, again.bridge, again.look, page.words)  # type: ignore[arg-type]
    assert again.pages.open[0].turned.quarters == quarters
    touch_button(page, "done")
    assert [note.turned for note in room.session.all(Note)] == [quarters]
