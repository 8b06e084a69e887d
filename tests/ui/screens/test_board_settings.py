"""How the board is set up: layout, kinds, tags, groups, the people's screen; by finger and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui import sample
from tests.ui.checks import wrong_with
from tests.ui.given import Table, find, names, settle, touch, words_on
from ui.look import Side, TextSize
from ui.screens.board_settings import BoardSettingsPage
from ui.stage import Shown
from workshop.domain.kinds import BoardLayout, GroupKind, NoteKind
from workshop.domain.records import Group, KindName, Note, Tag

PARTS = ("layout", "kinds", "tags", "groups", "screen")


def opened(table: Table, part: str) -> BoardSettingsPage:
    page = table.show_desk("board_settings", part=part)
    assert isinstance(page, BoardSettingsPage)
    return page


def typed(page: BoardSettingsPage, field: str, words: str) -> None:
    """Type into a field, and go on to the next one."""
    line = find(page, field)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    settle()


def touched_in(page: BoardSettingsPage, field: str, words: str) -> None:
    """With one screen: touch the field, type in its panel, touch Done."""
    touch(page, field)
    assert page.line.writer is not None
    page.line.writer.field.clear()
    QTest.keyClicks(page.line.writer.field, words)
    touch(page, "Done")


def tags(table: Table) -> list[str]:
    return [tag.name for tag in table.session.all(Tag)]


# Layout


@pytest.mark.parametrize(
    ("name", "layout"), [("Columns", BoardLayout.COLUMNS), ("A journey", BoardLayout.JOURNEY)]
)
def test_a_layout_is_one_touch(two_screens: Table, name: str, layout: BoardLayout) -> None:
    page = opened(two_screens, "layout")
    touch(page, name)
    assert two_screens.session.day().layout is layout


def test_a_grid_needs_its_four_names(two_screens: Table) -> None:
    page = opened(two_screens, "layout")
    touch(page, "A grid of four")
    assert "Name the four ends first." in words_on(two_screens.desk)
    assert two_screens.session.day().layout is BoardLayout.FREE
    for field, name in (("Left end", "Hard"), ("Right end", "Easy"), ("Lower end", "Small")):
        typed(page, field, name)
    assert two_screens.session.day().axes == ()  # three alone are kept in their fields
    typed(page, "Upper end", "Large")
    QTest.qWait(160)  # sooner a second touch is only a trembling finger
    touch(page, "A grid of four")
    day = two_screens.session.day()
    assert (day.layout, day.axes) == (BoardLayout.GRID, ("Hard", "Easy", "Small", "Large"))


# Kinds


def test_a_kind_is_called_as_the_room_does(two_screens: Table) -> None:
    page = opened(two_screens, "kinds")
    typed(page, "Idea", "Spark")
    assert two_screens.session.day().kind_names == (KindName(NoteKind.IDEA, "Spark"),)
    typed(page, "Idea", "")
    assert two_screens.session.day().kind_names == ()


def test_with_one_screen_it_is_written_with_keys_to_touch(table: Table) -> None:
    page = opened(table, "kinds")
    touched_in(page, "Idea", "Spark")
    assert table.session.day().kind_names == (KindName(NoteKind.IDEA, "Spark"),)


def test_written_before_today_keeps_its_name(two_screens: Table) -> None:
    page = opened(two_screens, "kinds")
    assert "Written before today" in words_on(page)
    assert "Written before today" not in names(page)  # nothing to touch or write in


def test_a_name_that_is_there_already_is_refused_and_stays_in_its_field(two_screens: Table) -> None:
    page = opened(two_screens, "kinds")
    typed(page, "Idea", "Spark")
    typed(page, "Question", "spark")
    assert "of that name already" in words_on(two_screens.desk)
    field = find(page, "Question")
    assert isinstance(field, QLineEdit) and field.text() == "spark"


# Tags


def test_tags_are_made_named_and_removed(two_screens: Table) -> None:
    page = opened(two_screens, "tags")
    for name in ("Transport", "Words"):
        line = find(page, "A new tag")
        line.setFocus()
        QTest.keyClicks(line, name)
        touch(page, "Add this tag")
    assert tags(two_screens) == ["Transport", "Words"]
    typed(page, "Tag Words", "Language")
    touch(page, "Remove Transport")
    assert tags(two_screens) == ["Language"]


def test_enter_makes_a_tag(two_screens: Table) -> None:
    page = opened(two_screens, "tags")
    find(page, "A new tag").setFocus()
    QTest.keyClicks(find(page, "A new tag"), "Transport")
    QTest.keyClick(find(page, "A new tag"), Qt.Key.Key_Return)
    assert tags(two_screens) == ["Transport"]


def test_with_one_screen_a_tag_is_made_by_touch_alone(table: Table) -> None:
    page = opened(table, "tags")
    touched_in(page, "A new tag", "Transport")
    touch(page, "Add this tag")
    assert tags(table) == ["Transport"]


def test_after_twenty_tags_no_more_is_offered(two_screens: Table) -> None:
    for n in range(20):
        two_screens.session.board.make_tag(f"Tag number {n}")
    page = opened(two_screens, "tags")
    find(page, "Add this tag").click()  # type: ignore[attr-defined]
    touch(page, "Add this tag")
    assert len(tags(two_screens)) == 20
    assert "Remove one first." in words_on(two_screens.desk)


# Groups


def test_a_group_is_locked_and_unlocked(two_screens: Table) -> None:
    group = two_screens.session.board.make_group("Garden").group
    page = opened(two_screens, "groups")
    touch(page, "Lock: Garden")
    assert two_screens.session.all(Group)[0].locked
    touch(page, "Unlock: Garden")
    assert not two_screens.session.all(Group)[0].locked
    assert two_screens.session.all(Group)[0].id == group


def test_groups_are_put_together_and_parted_again(two_screens: Table) -> None:
    board = two_screens.session.board
    garden, paths = board.make_group("Garden").group, board.make_group("Paths").group
    page = opened(two_screens, "groups")
    touch(page, "Put with…: Garden")
    touch(page, "Paths")
    merged = {g.id: g.merged_into for g in two_screens.session.all(Group)}
    assert merged == {garden: None, paths: garden}
    touch(page, "Part again: Garden")
    assert all(g.merged_into is None for g in two_screens.session.all(Group))


def test_an_area_to_set_something_aside_is_added_once(two_screens: Table) -> None:
    page = opened(two_screens, "groups")
    touch(page, "Add “We got this wrong”")
    assert [g.kind for g in two_screens.session.all(Group)] == [GroupKind.WRONG]
    assert "Add “We got this wrong”" not in names(page)


# The screen


def test_new_notes_wait_when_the_facilitator_wants_it(two_screens: Table) -> None:
    page = opened(two_screens, "screen")
    touch(page, "New notes wait until I place them")
    assert two_screens.session.day().inbox
    two_screens.session.board.add_note("Wait for me")
    assert two_screens.session.all(Note)[0].waiting


def test_few_buttons_are_the_default_of_every_workshop(two_screens: Table) -> None:
    page = opened(two_screens, "screen")
    assert two_screens.stage.simple_dock
    touch(page, "Few buttons: Write, Undo, Help, More")
    assert not two_screens.stage.simple_dock
    two_screens.stage.leave()
    assert two_screens.stage.simple_dock


# Ways, and how it holds


def test_it_is_reached_from_the_desk_and_from_the_plan(two_screens: Table) -> None:
    sample.plan(two_screens.session)
    two_screens.session.plan.open_day()
    touch(two_screens.show_desk("desk"), "The board")
    assert two_screens.stage.desk == Shown("board_settings")
    touch(two_screens.show_desk("plan"), "Set up the board")
    assert two_screens.stage.desk == Shown("board_settings", {"back": "plan"})
    assert two_screens.desk.page is not None
    touch(two_screens.desk.page, "Back to the plan")
    assert two_screens.stage.desk.page == "plan"


def test_what_is_half_typed_is_kept_when_the_page_goes(two_screens: Table) -> None:
    page = opened(two_screens, "kinds")
    find(page, "Idea").setFocus()
    QTest.keyClicks(find(page, "Idea"), "Spark")
    two_screens.show_desk("desk")
    assert two_screens.session.day().kind_names == (KindName(NoteKind.IDEA, "Spark"),)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("size", [TextSize.STANDARD, TextSize.LARGEST])
def test_every_part_holds_on_a_small_laptop(written: Table, part: str, size: TextSize) -> None:
    written.session.board.make_tag("Transport")
    written.desk.mm_per_px = 0.253
    written.desk.resize(1366, 768)
    written.stage.taste(Side.FACILITATOR, text_size=size)
    assert wrong_with(opened(written, part)) == []
