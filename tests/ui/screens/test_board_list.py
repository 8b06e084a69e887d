"""The list beside the board: the same notes, the same choice, every act of the board by finger or keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.checks import wrong_with
from tests.ui.given import Table, drag, find, names, settle, touch, words_on
from tests.ui.screens.board_given import board, place_of_row, rows, touch_row, with_list
from ui.look import Side, TextSize
from ui.screens.board import BoardPage
from ui.stage import Shown
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import BoardLayout, Emotion, NoteKind, NoteState
from workshop.domain.records import Group, Membership, Note


@pytest.fixture(params=["one screen", "two screens"])
def room(request: pytest.FixtureRequest) -> Table:
    """A group with a bench in it, a group of paths, and a loose note."""
    made: Table = request.getfixturevalue("table" if request.param == "one screen" else "two_screens")
    bench = made.session.board.add_note("A bench").note
    made.session.board.make_group("Garden", [bench])
    made.session.board.make_group("Paths")
    made.session.board.add_note("A lamp", NoteKind.IDEA, x=900, y=500)
    return made


def group_of(table: Table, name: str) -> GroupId:
    return next(g.id for g in table.session.all(Group) if g.name == name)


def note_of(table: Table, text: str) -> Note:
    return next(n for n in table.session.all(Note) if n.text == text)


def inside(table: Table) -> set[tuple[str, str]]:
    """Which note lies in which group, by their words."""
    notes = {n.id: n.text for n in table.session.all(Note)}
    groups = {g.id: g.name for g in table.session.all(Group)}
    return {(notes[m.note], groups[m.group]) for m in table.session.all(Membership)}


def press(page: BoardPage, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is now."""
    for key in keys:
        QTest.keyClick(page.focusWidget() or page, key)
        settle()


# The same board


def test_area_group_and_note_are_there(room: Table) -> None:
    assert rows(with_list(room)) == [
        "Groups",
        "Garden. 1 note",
        "What matters. A bench",
        "Paths. 0 notes",
        "Not in a group. 1 note",
        "Idea. A lamp",
    ]


def test_a_touched_row_picks_on_the_board_and_the_other_way_round(room: Table) -> None:
    page = with_list(room)
    touch_row(page, "A bench")
    assert page.view.shown.picked.note == note_of(room, "A bench").id
    page.view.pick(note_of(room, "A lamp").id)
    assert page.list.currentIndex().row() == place_of_row(page, "A lamp")
    touch_row(page, "A lamp")
    assert page.view.shown.picked.note is None


def test_a_group_folds_and_opens_again(room: Table) -> None:
    page = with_list(room)
    touch_row(page, "Garden")
    assert "What matters. A bench" in rows(page)  # the first touch chooses it
    touch_row(page, "Garden")
    assert "What matters. A bench" not in rows(page)
    touch_row(page, "Garden")
    assert "What matters. A bench" in rows(page)


def test_what_others_do_is_in_the_list_at_once(room: Table) -> None:
    page = with_list(room)
    room.session.board.add_note("A gate", x=1200, y=500)
    assert "What matters. A gate" in rows(page)


def test_rows_are_as_high_as_a_finger_needs(room: Table) -> None:
    page = with_list(room)
    index = page.list.rows.index(place_of_row(page, "A bench"))
    high = page.list.visualRect(index).height()
    assert high >= page.look.px(64) and high * page.look.screen.mm_per_px >= 12.7


def test_the_list_is_drawn_up_by_a_finger_and_by_its_buttons(room: Table) -> None:
    for n in range(30):
        room.session.board.add_note(f"Note number {n}")
    page = with_list(room)
    seen = page.list.viewport()
    start = seen.mapTo(page.window(), QPoint(seen.width() // 2, seen.height() - 20))
    drag(page.window(), start, start - QPoint(0, 300))
    drawn = page.list.verticalScrollBar().value()
    assert drawn > 200 and page.picked is None
    touch(page, "More")
    assert page.list.verticalScrollBar().value() > drawn


# Acts


def test_a_note_is_moved_to_a_group_and_out_again(room: Table) -> None:
    page = with_list(room)
    touch_row(page, "A bench")
    touch(page, "Move to…")
    touch(page, "Paths")
    assert inside(room) == {("A bench", "Paths")}
    touch(page, "Move to…")
    touch(page, "In no group")
    assert inside(room) == set()


def test_a_note_is_laid_into_each_field_of_a_grid(room: Table) -> None:
    ends = ["Hard", "Easy", "Small", "Large"]
    room.session.board.set_layout(BoardLayout.GRID, ends)
    page = with_list(room)
    touch_row(page, "A bench")
    for field, at in (
        ("Hard and Large", (0, 3)),
        ("Easy and Large", (1, 3)),
        ("Hard and Small", (0, 2)),
        ("Easy and Small", (1, 2)),
    ):
        touch(page.beside, "Move to…")
        touch(page.beside, field)
        note = note_of(room, "A bench")
        assert page.view.model.field_of(note.id) == at and ("A bench", "Garden") not in inside(room)
        assert f"What matters. A bench. {field}" in rows(page)


def test_a_note_is_moved_with_keys_alone(room: Table) -> None:
    page = board(room)
    press(page, Qt.Key.Key_L)
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.rows.index(place_of_row(page, "A lamp")))
    press(page, Qt.Key.Key_Return, Qt.Key.Key_M, Qt.Key.Key_Return)
    assert inside(room) == {("A bench", "Garden"), ("A lamp", "Garden")}
    assert page.focusWidget() is page.list


def test_the_keys_of_the_board_work_from_the_list_too(room: Table) -> None:
    page = board(room)
    room.people.activateWindow()
    page.view.setFocus()
    press(page, Qt.Key.Key_L)
    assert page.listing and page.list.hasFocus()
    press(page, Qt.Key.Key_G)
    assert len(room.session.all(Group)) == 3
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(page, Qt.Key.Key_Return)
    assert len(room.session.all(Group)) == 2
    page.list.setFocus()
    press(page, Qt.Key.Key_L)
    assert not page.listing and page.view.hasFocus()
    press(page, Qt.Key.Key_L, Qt.Key.Key_N)
    assert len(page.pages.open) == 1
    QTest.keyClicks(page.focusWidget(), "A swing")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "A swing" in {note.text for note in room.session.all(Note)}


def test_every_act_of_a_row_is_reached_with_the_tab_key(room: Table) -> None:
    page = with_list(room)
    touch_row(page, "A bench")
    assert [said for said in wrong_with(page) if said.startswith("unreachable")] == []
    assert {"Move to…", "Change", "Same as…", "Copy to…", "Hear", "How it felt"} <= names(page)


def test_a_note_stands_in_a_second_group_as_well(room: Table) -> None:
    page = with_list(room)
    touch_row(page, "A bench")
    touch(page, "Copy to…")
    touch(page, "Paths")
    assert inside(room) == {("A bench", "Garden"), ("A bench", "Paths")}


def test_two_notes_say_the_same_and_are_parted_again(room: Table) -> None:
    page = with_list(room)
    touch_row(page, "A lamp")
    touch(page, "Same as…")
    assert "Now touch the note that says the same." in words_on(page)
    touch_row(page, "A bench")
    assert note_of(room, "A lamp").same_as == note_of(room, "A bench").id
    assert "It says the same. Idea. A lamp" in rows(page)
    touch_row(page, "A lamp")
    touch(page, "Apart again")
    assert note_of(room, "A lamp").same_as is None


def test_notes_that_look_alike_are_said_and_people_decide(room: Table) -> None:
    room.session.board.add_note("The bus home never comes on time", x=500, y=900)
    room.session.board.add_note("The bus home never came on time", x=800, y=900)
    page = with_list(room)
    page.view.fit()
    page.view.likeness.look()
    touch_row(page, "The bus home never comes on time")
    assert "Looks like “The bus home never came on time”" in words_on(page)
    touch(page.beside, "Keep both")
    assert "Put together" not in names(page.beside)
    page.view.likeness._kept.clear()
    page.view.likeness.look()
    page.view.likeness._show()
    page.beside.refill()
    touch(page.beside, "Put together")
    assert [n.same_as is None for n in room.session.all(Note)].count(False) == 1


def test_the_note_that_says_the_same_can_be_touched_on_the_board(room: Table) -> None:
    page = with_list(room)
    touch_row(page, "A lamp")
    touch(page, "Same as…")
    page.view.pick(note_of(room, "A bench").id)
    assert note_of(room, "A lamp").same_as == note_of(room, "A bench").id


def test_a_note_is_marked_with_tags(room: Table) -> None:
    tag = room.session.board.make_tag("Light").tag
    page = with_list(room)
    touch_row(page, "A lamp")
    touch(page, "Tags")
    touch(page, "Light")
    touch(page, "Done")
    assert note_of(room, "A lamp").tags == (tag,)
    assert "Idea. A lamp. Light" in rows(page)


def test_a_note_is_marked_with_how_it_felt(room: Table) -> None:
    page = with_list(room)
    touch_row(page, "A lamp")
    touch(page, "How it felt")
    touch(page, "Glad")
    assert note_of(room, "A lamp").emotion is Emotion.GLAD
    assert "Idea. A lamp. Glad" in rows(page)
    touch(page, "How it felt")
    touch(page, "No mark")
    assert note_of(room, "A lamp").emotion is None


def test_words_are_changed_for_two_minutes_then_the_facilitator_is_asked(room: Table) -> None:
    page = with_list(room)
    touch_row(page, "A lamp")
    touch(page, "Change")
    (writing,) = page.pages.open
    page.pages.close(writing)
    room.clock.on(minutes=2, seconds=1)
    touch_row(page, "A lamp")
    touch_row(page, "A lamp")
    QTest.qWait(160)
    touch(page, "Change")
    assert not page.pages.open
    assert "Ask the facilitator to change this note." in words_on(room.people)


def test_groups_are_named_merged_parted_and_read(room: Table) -> None:
    page = with_list(room)
    touch_row(page, "Garden")
    touch(page, "Merge with…")
    touch(page, "Paths")
    merged = {g.name: g.merged_into for g in room.session.all(Group)}
    assert merged == {"Garden": None, "Paths": group_of(room, "Garden")}
    touch(page, "Part again")
    assert all(g.merged_into is None for g in room.session.all(Group))
    touch(page, "Name")
    assert page.writer is not None and page.writer.field.text() == "Garden"
    touch(page, "Close")
    touch(page, "Read it")
    assert room.stage.people == Shown("read_group", {"group": group_of(room, "Garden")})


def test_some_notes_become_a_group_of_their_own(room: Table) -> None:
    room.session.board.put_in_group([note_of(room, "A lamp").id], group_of(room, "Garden"))
    page = with_list(room)
    touch_row(page, "Garden")
    touch(page, "Split")
    touch(page, "A lamp")
    touch(page, "Make the new group")
    assert inside(room) == {("A bench", "Garden"), ("A lamp", "")}


def test_a_step_of_a_journey_says_how_it_felt(room: Table) -> None:
    room.session.board.set_layout(BoardLayout.JOURNEY)
    page = with_list(room)
    touch_row(page, "Garden")
    touch(page, "How it felt")
    touch(page, "Very hard")
    assert next(g.feeling for g in room.session.all(Group) if g.name == "Garden") == -2


def test_a_locked_group_says_so_and_takes_nothing(room: Table) -> None:
    room.session.board.lock_area(group_of(room, "Paths"))
    page = with_list(room)
    assert "Paths. 0 notes. Locked" in rows(page)
    touch_row(page, "A lamp")
    touch(page, "Move to…")
    touch(page, "Paths")
    assert "This group is locked." in words_on(room.people)
    assert inside(room) == {("A bench", "Garden")}


# Looking for words


def test_words_are_looked_for_while_they_are_typed(room: Table) -> None:
    page = board(room)
    press(page, Qt.Key.Key_F)
    assert page.writer is not None
    QTest.keyClicks(page.writer.field, "lam")
    assert rows(page) == ["Not in a group. 1 note", "Idea. A lamp"]
    press(page, Qt.Key.Key_Return)
    assert page.writer is None
    touch(page, "Show all")
    assert len(rows(page)) == 6


def test_a_group_is_found_by_its_name_and_nothing_found_is_said(room: Table) -> None:
    page = with_list(room)
    page.beside.look_for("gardn")
    assert rows(page) == ["Groups", "Garden. 1 note", "What matters. A bench"]
    page.beside.look_for("paths")
    assert rows(page) == ["Groups", "Paths. 0 notes"]
    page.beside.look_for("bicycle")
    assert rows(page) == [] and "No note fits." in words_on(page)


def test_with_fingers_the_keys_on_the_screen_do_it(room: Table) -> None:
    page = with_list(room)
    touch(page, "Find")
    assert page.writer is not None
    assert not page.writer.geometry().intersects(page.beside.geometry())  # what is found can be seen
    page.writer.keys.panel.typed.emit("b")
    assert rows(page) == ["Groups", "Garden. 1 note", "What matters. A bench"]


def test_only_some_kinds_and_tags_are_shown(room: Table) -> None:
    tag = room.session.board.make_tag("Seats").tag
    room.session.board.tag_notes([note_of(room, "A bench").id], tag)
    page = with_list(room)
    touch(page, "Only…")
    touch(page, "Idea")
    touch(page, "Done")
    assert rows(page) == ["Not in a group. 1 note", "Idea. A lamp"]
    assert "Only: Idea" in words_on(page)
    touch(page, "Show all")
    touch(page, "Only…")
    touch(page, "Seats")
    touch(page, "Done")
    assert rows(page) == ["Groups", "Garden. 1 note", "What matters. A bench. Seats"]


# What nobody may see


def test_while_writing_is_quiet_there_is_nothing_in_the_list(room: Table) -> None:
    room.session.board.hide_writing()
    room.session.board.add_note("My secret")
    page = board(room)
    press(page, Qt.Key.Key_F)
    assert page.writer is None  # nothing can be looked for
    press(page, Qt.Key.Key_L)
    assert rows(page) == []
    assert "The notes lie face down." in words_on(page)
    room.session.board.reveal()
    settle()
    assert "What matters. My secret" in rows(page)


def test_hidden_and_waiting_notes_are_in_no_list(room: Table) -> None:
    room.session.board.withhold_note(note_of(room, "A bench").id, "It names somebody")
    room.session.board.set_inbox(True)
    room.session.board.add_note("Wait for me")
    assert rows(with_list(room)) == [
        "Groups",
        "Garden. 0 notes",
        "Paths. 0 notes",
        "Not in a group. 1 note",
        "Idea. A lamp",
    ]


# After the day, other languages, many notes


def test_once_the_day_is_closed_the_acts_say_so(room: Table) -> None:
    room.session.plan.close_day(reason="The work is done")
    page = with_list(room)
    touch_row(page, "A lamp")
    touch(page, "Move to…")
    assert "The day is closed." in words_on(room.people)


def test_what_somebody_has_begun_stays_when_the_text_grows(room: Table) -> None:
    page = with_list(room)
    touch_row(page, "A lamp")
    touch(page, "Move to…")
    room.stage.taste(Side.PEOPLE, text_size=TextSize.LARGE)
    settle()
    assert "Where does this note go?" in words_on(page)
    assert page.listing and page.listed.chosen[0] == note_of(room, "A lamp").id


@pytest.mark.parametrize("asked", ["", "move", "tag", "felt", "only", "same"])
@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_list_and_its_questions_hold_on_every_screen(written: Table, asked: str, language: str) -> None:
    written.session.board.make_tag("Transport")
    page = with_list(written)
    page.view.pick(written.session.all(Note)[3].id)
    page.beside.ask(asked)
    for mm, (wide, high), size in (
        (0.369, (1920, 1080), TextSize.STANDARD),
        (0.253, (1366, 768), TextSize.STANDARD),
        (0.253, (1366, 768), TextSize.LARGEST),
    ):
        written.people.mm_per_px = mm
        written.people.resize(wide, high)
        written.stage.taste(Side.PEOPLE, text_size=size, language=language)
        settle()
        assert wrong_with(page) == []


def test_a_note_that_goes_away_is_chosen_no_more(room: Table) -> None:
    page = with_list(room)
    touch_row(page, "A lamp")
    room.session.board.withhold_note(NoteId(note_of(room, "A lamp").id), "It names somebody")
    settle()
    assert note_of(room, "A lamp").state is NoteState.WITHHELD
    assert "Move to…" not in names(page)
    assert isinstance(find(page, "The board as a list"), QWidget)
