"""Grouping with fingers on the people's board, from the touch to the record in the file."""

from PySide6.QtTest import QTest

from tests.ui.given import Table, find, touch
from tests.ui.screens.board_given import board
from ui.board.hands import REPEAT_MS
from ui.board.picking import Does
from ui.playing.board_fingers import drag_note, in_window, middle_of, touch_button, touch_note
from ui.playing.fingers import touch_at
from ui.screens.board import BoardPage
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import BoardLayout, GroupKind
from workshop.domain.records import Group, Membership, Note


def inside(table: Table) -> dict[GroupId, set[NoteId]]:
    """The notes of each group, as they are kept."""
    found: dict[GroupId, set[NoteId]] = {group.id: set() for group in table.session.all(Group)}
    for member in table.session.all(Membership):
        found[member.group].add(member.note)
    return found


def group(table: Table, id_: GroupId) -> Group:
    found = table.session.get(Group, id_)
    assert found is not None
    return found


def touch_name(page: BoardPage, id_: GroupId) -> None:
    """Touch the name of a group, not so soon after the last time that it only bounced."""
    QTest.qWait(round(REPEAT_MS))
    area = page.view.camera.rect_to_screen(page.view.model.groups[id_].rect)
    touch_at(page.window(), in_window(page.view, area.x + 60, area.y + 25))


def test_two_notes_are_dropped_together_and_named_and_a_third_is_put_there(table: Table) -> None:
    add = table.session.board.add_note
    one, two, three = (add(text, x=600.0 + 250 * i, y=600).note for i, text in enumerate("ABC"))
    page = board(table)
    drag_note(page.view, two, middle_of(page.view, one))
    (made,) = table.session.all(Group)
    touch_button(page.view, Does.NAME, made.id)
    QTest.keyClicks(find(page, "What shall this group be called?"), "Letters")
    touch(page, "Done")
    touch_note(page.view, three)
    touch_button(page.view, Does.PUT, made.id)
    assert inside(table) == {made.id: {one, two, three}}
    assert group(table, made.id).name == "Letters"


def test_a_new_group_is_brought_into_view_wherever_it_comes_to_lie(written: Table) -> None:
    page = board(written)
    touch(page, "More")
    touch(page, "New group")
    made = next(g for g in written.session.all(Group) if not g.name and g.kind is GroupKind.OWN)
    assert page.view.camera.in_view.covers(page.view.model.groups[made.id].rect)
    touch_button(page.view, Does.NAME, made.id)
    assert page.writer is not None


def test_groups_are_merged_and_parted_split_and_a_note_stands_in_two(table: Table) -> None:
    make, add = table.session.board.make_group, table.session.board.add_note
    bus, garden = make("Bus").group, make("Garden").group
    stop, shelter, bench = (add(t, group=g).note for t, g in (("S", bus), ("H", bus), ("B", garden)))
    page = board(table)
    view = page.view
    touch_name(page, bus)
    touch_button(view, Does.MERGE)
    touch_button(view, Does.JOIN, garden)
    assert (group(table, garden).merged_into, inside(table)[bus]) == (bus, {stop, shelter, bench})
    touch_name(page, bus)
    touch_button(view, Does.PART)
    assert inside(table) == {bus: {stop, shelter}, garden: {bench}}
    touch_name(page, bus)
    touch_button(view, Does.SPLIT)
    touch_note(view, shelter)
    touch_button(view, Does.MAKE)
    new = next(g for g in inside(table) if g not in (bus, garden))
    assert inside(table) == {bus: {stop}, garden: {bench}, new: {shelter}}
    touch_note(view, bench)
    touch_button(view, Does.MORE)
    touch_button(view, Does.COPY)
    touch_button(view, Does.PUT, bus)
    assert inside(table) == {bus: {stop, bench}, garden: {bench}, new: {shelter}}


def test_how_a_step_felt_is_touched_and_a_note_is_put_into_a_field_by_two_touches(table: Table) -> None:
    step = table.session.board.make_group("The ward").group
    note = table.session.board.add_note("A lift home", x=900, y=600).note
    table.session.board.set_layout(BoardLayout.JOURNEY)
    page = board(table)
    touch_button(page.view, Does.FEELING, step)
    touch_button(page.view, Does.VERY_HARD)
    assert group(table, step).feeling == -2
    table.session.board.set_layout(BoardLayout.GRID, ["Easy", "Hard", "Helps few", "Helps many"])
    touch_note(page.view, note)
    touch_button(page.view, Does.MOVE)
    where = page.view.to_screen(300, 200)
    touch_at(page.window(), in_window(page.view, where.x(), where.y()))
    assert page.view.model.field_of(note) == (0, 3)
    kept = table.session.get(Note, note)
    assert kept is not None and (kept.x, kept.y) != (900.0, 600.0)
