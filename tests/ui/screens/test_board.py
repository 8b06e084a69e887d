"""The board's page: writing, undoing, grouping and naming by touch; quiet writing; the list beside it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.given import Table, find, names, settle, touch, words_on
from tests.ui.screens.board_given import touch_row
from ui.board.overlays import Does
from ui.look import Side, TextSize
from ui.playing.board_fingers import (
    drag_note,
    middle_of,
    touch_button,
    touch_empty,
    touch_note,
    touch_part,
    type_on,
)
from ui.screens.board import BoardPage
from ui.widgets.row_button import RowButton
from ui.words import words_in
from workshop.domain.kinds import NoteState
from workshop.domain.labels import Label
from workshop.domain.records import Group, Membership, Note


def board(table: Table) -> BoardPage:
    page = table.show_people("board")
    assert isinstance(page, BoardPage)
    return page


def write(page: BoardPage, words: str) -> None:
    """Open a page to write on, type, and touch Done."""
    touch(page, "Write a note")
    type_into(page, words)


def type_into(page: BoardPage, words: str) -> None:
    QTest.keyClicks(page.view, words)
    touch_part(page.view, page.pages.open[-1], "done")


def undo(page: BoardPage) -> None:
    """Touch Undo, and then the last act in its list."""
    touch(page, "Undo")
    assert page.undoing.list is not None
    touch_first(page.undoing.list)


def touch_first(within: QWidget) -> None:
    """Touch the first row."""
    touch(within, within.findChildren(RowButton)[0].accessibleName())


def test_a_note_is_written_with_a_finger_and_is_saved_at_once(table: Table) -> None:
    page = board(table)
    write(page, "Tell me the date")
    assert [note.text for note in table.session.all(Note)] == ["Tell me the date"]
    assert "Saved 13:10" in words_on(page)


def test_an_empty_place_opens_a_page_there(table: Table) -> None:
    page = board(table)
    touch_empty(page.view, 900, 300)
    assert len(page.pages.open) == 1
    type_into(page, "Here")
    (note,) = table.session.all(Note)
    seen = page.view.to_screen(note.x, note.y)
    assert (seen - QPointF(900, 300)).manhattanLength() < 400


def test_undo_takes_back_the_last_act_and_says_which(table: Table) -> None:
    page = board(table)
    write(page, "One")
    undo(page)
    assert table.session.all(Note) == ()
    assert "Undone: add note." in words_on(table.people)


def test_a_note_is_dragged_by_a_finger(table: Table) -> None:
    note = table.session.board.add_note("Move me", x=300, y=300).note
    page = board(table)
    drag_note(page.view, note, middle_of(page.view, note) + QPoint(200, 100))
    (after,) = table.session.all(Note)
    assert after.id == note and (after.x, after.y) == (500.0, 400.0)


def test_a_note_goes_into_a_group_by_two_touches(table: Table) -> None:
    group = table.session.board.make_group("Garden").group
    table.session.board.add_note("A bench", x=900, y=200)
    page = board(table)
    (note,) = table.session.all(Note)
    touch_note(page.view, note.id)
    touch_button(page.view, Does.PUT, group)
    assert [(m.note, m.group) for m in table.session.all(Membership)] == [(note.id, group)]


def test_a_group_is_made_and_named_by_touch(table: Table) -> None:
    page = board(table)
    touch(page, "More")
    touch(page, "New group")
    (group,) = table.session.all(Group)
    touch_button(page.view, Does.NAME, group.id)
    QTest.keyClicks(find(page, "What shall this group be called?"), "Garden")
    touch(page, "Done")
    assert table.session.all(Group)[0].name == "Garden"
    assert "What shall this group be called?" not in names(page)


def test_while_writing_is_quiet_nobody_reads_anything(table: Table) -> None:
    table.session.people.expect(14)
    table.session.board.hide_writing()
    page = board(table)
    write(page, "My secret")
    touch(page, "Finished")
    assert "1 of 14 have written" in names(page)
    assert "My secret" not in words_on(table.people) + " ".join(names(table.people))
    assert table.session.all(Note)[0].state is NoteState.HIDDEN
    table.session.board.reveal()
    settle()
    assert "1 of 14 have written" not in names(page)


def test_the_list_has_the_same_notes_and_the_same_choice(table: Table) -> None:
    table.session.board.make_group("Garden", [table.session.board.add_note("A bench").note])
    table.session.board.add_note("A loose one", x=900, y=300)
    page = board(table)
    touch(page, "More")
    touch(page, "List")
    rows = [page.list.rows.data(page.list.rows.index(i)) for i in range(page.list.rows.rowCount())]
    assert rows == [
        "Groups",
        "Garden. 1 note",
        "What matters. A bench",
        "Not in a group. 1 note",
        "What matters. A loose one",
    ]
    touch_row(page, "A bench")
    assert page.picked == table.session.all(Note)[0].id


def test_an_open_page_stays_when_the_text_grows_and_the_step_changes(table: Table) -> None:
    page = board(table)
    touch(page, "Write a note")
    QTest.keyClicks(page.view, "Half a though")
    table.stage.taste(page.side, text_size=TextSize.LARGE)
    settle()
    assert table.people.page is page and len(page.pages.open) == 1
    type_into(page, "t")
    assert table.session.all(Note)[0].text == "Half a thought"


def test_asking_for_help_tells_the_desk_quietly(table: Table) -> None:
    page = board(table)
    touch(page, "Help")
    assert table.stage.helps == ("Somebody at the screen",)


def test_the_keys_on_the_page_write(table: Table) -> None:
    page = board(table)
    touch(page, "Write a note")
    type_on(page.view, page.pages.open[0], "tell me")
    touch_part(page.view, page.pages.open[0], "done")
    assert table.session.all(Note)[0].text == "Tell me"


def test_words_that_are_half_written_become_a_note_when_the_page_goes(table: Table) -> None:
    page = board(table)
    touch(page, "Write a note")
    QTest.keyClicks(page.view, "Half a thought")
    table.show_people("resting")
    assert [note.text for note in table.session.all(Note)] == ["Half a thought"]


def test_the_board_itself_speaks_another_language_at_once(table: Table) -> None:
    page = board(table)
    assert page.view.words.language == "en"
    table.stage.taste(Side.PEOPLE, language="pl")
    settle()
    assert page.view.words.language == "pl"
    assert page.view.accessibleName() == words_in("pl")("Board")


# Undo is for what people did here


def test_ctrl_z_takes_back_the_last_act_as_the_button_does(table: Table) -> None:
    page = board(table)
    write(page, "One")
    QTest.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert table.session.all(Note) == ()
    assert "Undone: add note." in words_on(table.people)


def test_what_was_taken_back_comes_back_with_one_touch(table: Table) -> None:
    page = board(table)
    write(page, "Of somebody else")
    undo(page)
    touch(table.people, "Do it again")
    assert [note.text for note in table.session.all(Note)] == ["Of somebody else"]


def test_what_came_between_is_not_done_again(table: Table) -> None:
    page = board(table)
    write(page, "One")
    undo(page)
    table.session.board.add_note("Two")
    table.session.undo()
    touch(table.people, "Do it again")
    assert "There is nothing to do again." in words_on(table.people)
    assert table.session.all(Note) == ()


def test_undo_never_shows_a_hidden_note_again(table: Table) -> None:
    page = board(table)
    write(page, "About somebody")
    (note,) = table.session.all(Note)
    table.session.board.withhold_note(note.id, "It names somebody")
    for _ in range(3):
        touch(page, "Undo")
    assert "There is nothing to undo here." in words_on(table.people)
    assert [n.state for n in table.session.all(Note)] == [NoteState.WITHHELD]
    assert table.session.undo().label == Label.WITHHOLD_NOTE  # the facilitator still can


def test_undo_leaves_the_acts_of_the_desk(table: Table) -> None:
    table.session.plan.create("Leaving hospital", template="half-day")
    table.session.board.hide_writing()
    page = board(table)
    before = table.session.last_acts(9)
    touch(page, "Undo")
    QTest.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "There is nothing to undo here." in words_on(table.people)
    assert table.session.last_acts(9) == before


def test_an_act_of_people_is_taken_back_from_under_one_of_the_desk(table: Table) -> None:
    page = board(table)
    write(page, "One")
    table.session.board.hide_writing()
    settle()
    undo(page)
    assert (table.session.all(Note), table.session.day().writing_hidden) == ((), True)


def test_after_two_minutes_an_act_stays(table: Table) -> None:
    page = board(table)
    write(page, "Old")
    table.clock.on(minutes=2, seconds=1)
    touch(page, "Undo")
    assert "There is nothing to undo here." in words_on(table.people)
    assert len(table.session.all(Note)) == 1


# A name half written


def start_naming(table: Table, typed: str) -> BoardPage:
    group = table.session.board.make_group("Old").group
    page = board(table)
    page.name_group(group)
    assert page.writer is not None
    page.writer.field.clear()
    QTest.keyClicks(page.writer.field, typed)
    return page


@pytest.mark.parametrize(("typed", "name"), [("Gard", "Gard"), ("  ", "Old")])
def test_a_name_half_written_is_the_groups_name_when_the_page_goes(
    table: Table, typed: str, name: str
) -> None:
    start_naming(table, typed)
    table.show_people("today")
    assert [group.name for group in table.session.all(Group)] == [name]


def test_a_name_half_written_goes_with_its_group(table: Table) -> None:
    start_naming(table, "Gard")
    table.session.undo()
    table.show_people("today")
    assert table.session.all(Group) == ()
    assert table.people.message is None


def test_the_panel_for_a_name_stays_above_when_the_board_is_built_anew(table: Table) -> None:
    page = start_naming(table, "Gard")
    table.session.board.hide_writing()
    settle()
    writer = page.writer
    assert writer is not None and writer.field.text() == "Gard"
    assert page.childAt(writer.geometry().center()) in {writer, *writer.findChildren(QWidget)}


# After the day


def test_once_the_day_is_closed_nothing_invites_to_write(table: Table) -> None:
    page = board(table)
    write(page, "In time")
    table.session.plan.close_day(reason="The work is done")
    settle()
    for name in ("Write a note", "Undo"):
        touch(page, name)
        assert "The day is closed." in words_on(table.people)
        assert table.people.message is not None
        table.people.message.hide()
    touch_empty(page.view, 900, 300)
    assert "The day is closed." in words_on(table.people)
    QTest.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (page.pages.open, len(table.session.all(Note))) == ((), 1)


def test_quiet_writing_ends_with_the_day(table: Table) -> None:
    table.session.board.hide_writing()
    page = board(table)
    table.session.plan.close_day(reason="The work is done")
    settle()
    touch(page, "Finished")
    assert "The day is closed." in words_on(table.people)
