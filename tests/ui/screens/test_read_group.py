"""Reading one group back to the room."""

from tests.ui.given import Table, names, touch, words_on
from workshop.domain.records import Group


def test_the_notes_come_page_by_page_and_the_group_is_checked(table: Table) -> None:
    board = table.session.board
    notes = [board.add_note(f"Note number {n}").note for n in range(1, 9)]
    group = board.make_group("Medicines", notes).group
    board.make_group("Getting home", [board.add_note("Parking").note])
    page = table.show_people("read_group", group=group)
    assert "Notes 1 to 6 of 8" in words_on(page)
    touch(page, "More notes")
    assert "Notes 7 to 8 of 8" in words_on(page)
    assert "What matters. Note number 8" in names(page)
    touch(page, "Checked by the group")
    assert table.session.all(Group)[0].checked
    touch(page, "Next group")
    assert table.people.page is not None
    assert "Getting home" in words_on(table.people.page)


def test_a_note_that_was_put_away_is_not_read(table: Table) -> None:
    board = table.session.board
    kept, hidden = board.add_note("Read me").note, board.add_note("Not me").note
    group = board.make_group("Medicines", [kept, hidden]).group
    board.withhold_note(hidden, "holds a name")
    page = table.show_people("read_group", group=group)
    assert "Not me" not in words_on(page) and "Read me" in words_on(page)
