"""Undo by touch: people's acts while they are fresh, all acts at the desk, no words that were hidden."""

import pytest

from tests.ui.checks import wrong_with
from tests.ui.given import Table, names, settle, touch, words_on
from tests.ui.screens.test_desk import begun
from ui.board.picking import Does
from ui.look import TextSize
from ui.playing.board_fingers import touch_button, touch_note
from ui.screens.board import BoardPage
from ui.screens.desk import DeskPage
from ui.widgets.row_button import RowButton
from ui.widgets.undo_list import UndoList
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteState
from workshop.domain.records import Note
from workshop.session.session import Session


def offered(page: BoardPage | DeskPage) -> list[str]:
    """The rows of the open list; nothing where it is shut."""
    listed = page.undoing.list
    return [row.text() for row in listed.findChildren(RowButton)] if listed is not None else []


def board(table: Table) -> BoardPage:
    """The board on the people's screen."""
    page = table.show_people("board")
    assert isinstance(page, BoardPage)
    return page


def written(table: Table, *words: str) -> list[NoteId]:
    """Notes on the board."""
    return [table.session.board.add_note(text, x=300 * i).note for i, text in enumerate(words)]


def test_the_desk_reaches_all_acts_in_words_and_does_them_again(two_screens: Table) -> None:
    page = begun(two_screens)
    one, two = written(two_screens, "Parking cost £14", "Said twice")
    two_screens.session.board.withhold_note(two, "said twice")
    two_screens.clock.on(hours=1)
    touch(page, "Undo")
    assert offered(page) == ["Hidden: Said twice", "Written: Said twice", "Written: Parking cost £14"]
    touch(page, "Written: Parking cost £14")
    assert [note.id for note in two_screens.session.all(Note)] == [two]
    assert "Undone: add note." in words_on(two_screens.desk)
    page.undoing.open()  # a second touch so soon would be the same touch
    settle()
    again = "Do it again: Written: a note"
    assert again in offered(page)
    touch(page, again)
    assert [note.id for note in two_screens.session.all(Note)] == [one, two]
    assert not page.undoing.is_open


def test_a_note_that_is_hidden_goes_from_the_open_list_too(two_screens: Table) -> None:
    one, _ = written(two_screens, "About Sister Jones", "Something else")
    page = board(two_screens)
    touch(page, "Undo")
    assert "Written: About Sister Jones" in offered(page)
    written(two_screens, "This changes nothing in the list")
    assert len(offered(page)) == 2
    two_screens.session.board.withhold_note(one, "It names somebody")
    settle()
    assert offered(page) == []
    assert "Sister Jones" not in words_on(two_screens.people) + str(names(two_screens.people))


def test_without_looking_again_it_would_still_be_there(
    two_screens: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(UndoList, "look_again", lambda self: None)
    (one,) = written(two_screens, "About Sister Jones")
    page = board(two_screens)
    touch(page, "Undo")
    two_screens.session.board.withhold_note(one, "It names somebody")
    settle()
    assert "Sister Jones" in str(names(two_screens.people))
    touch(page, "Written: About Sister Jones")  # and it could not be taken back
    assert "There is nothing to undo here." in words_on(two_screens.people)
    assert two_screens.session.all(Note)[0].state is NoteState.WITHHELD


def test_a_list_that_has_lain_open_too_long_takes_nothing_back(table: Table) -> None:
    written(table, "Old")
    page = board(table)
    touch(page, "Undo")
    table.clock.on(minutes=2, seconds=1)
    touch(page, "Written: Old")
    assert "There is nothing to undo here." in words_on(table.people)
    assert len(table.session.all(Note)) == 1


def test_without_a_second_look_it_would(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session, "may_take_back", lambda self, seq, **more: True)
    written(table, "Old")
    page = board(table)
    touch(page, "Undo")
    table.clock.on(minutes=2, seconds=1)
    touch(page, "Written: Old")
    assert table.session.all(Note) == ()


def test_nobody_takes_back_what_lies_face_down_nor_learns_who_wrote_last(table: Table) -> None:
    table.session.board.hide_writing()
    written(table, "marzipan", "nougat")
    page = board(table)
    touch(page, "Undo")
    assert offered(page) == [] and "There is nothing to undo here." in words_on(table.people)
    table.session.board.reveal()
    settle()
    touch(board(table), "Undo")
    assert "marzipan" not in words_on(table.people) + str(names(table.people))
    assert len(table.session.all(Note)) == 2


def test_in_another_language_the_list_goes_and_comes_again(table: Table) -> None:
    written(table, "One")
    page = board(table)
    touch(page, "Undo")
    table.stage.taste(page.side, language="pl")
    settle()
    assert not page.undoing.is_open


def test_after_two_minutes_a_touched_note_says_whom_to_ask(table: Table) -> None:
    (note,) = written(table, "Old")
    page = board(table)
    touch_note(page.view, note)
    table.clock.on(minutes=2, seconds=1)
    touch_button(page.view, Does.CHANGE, note)
    assert (page.pages.open, "Ask the facilitator" in words_on(table.people)) == ((), True)
    assert page.view.shown.picked.note == note


def test_words_that_are_not_theirs_to_change_any_more_are_not_opened(table: Table) -> None:
    (old,) = written(table, "Old")
    table.clock.on(minutes=2, seconds=1)
    table.session.board.hide_writing()
    (hidden,) = written(table, "marzipan")
    page = board(table)
    for note in (old, hidden):
        page.change_words(note)
        assert (page.pages.open, "Ask the facilitator" in words_on(table.people)) == ((), True)
    page.may_change = lambda note: True  # type: ignore[method-assign]
    page.change_words(hidden)  # without the guard it would lie open before everybody
    assert len(page.pages.open) == 1


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_list_holds_on_every_screen(two_screens: Table, language: str) -> None:
    """Nothing is clipped, too small or without a name, at the board and at the desk."""
    desk = begun(two_screens)
    assert isinstance(desk, DeskPage)
    written(two_screens, "Long words that nobody can break, and more of them", "مجھے گھر کب بھیجیں گے", "£14")
    two_screens.session.undo()
    for mm, (wide, high), size in (
        (0.369, (1920, 1080), TextSize.STANDARD),
        (0.253, (1366, 768), TextSize.STANDARD),
        (0.253, (1366, 768), TextSize.LARGEST),
    ):
        for page in (board(two_screens), desk):
            page.window().mm_per_px = mm  # type: ignore[attr-defined]
            page.window().resize(wide, high)
            two_screens.stage.taste(page.side, text_size=size, language=language)
            settle()
            page.undoing.open()
            settle()
            listed = page.undoing.list
            assert listed is not None and page.rect().contains(listed.geometry())
            assert wrong_with(listed) == []  # type: ignore[arg-type]
            page.undoing.close()
