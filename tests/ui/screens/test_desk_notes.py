"""A note that was touched in the desk's picture of the board: it is tagged, moved, given a picture."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.ui.checks import wrong_with
from tests.ui.given import Table, find, names, touch
from tests.ui.screens.test_desk import begun, touch_note
from workshop.domain.records import Note


def test_tags_are_put_on_a_note_and_taken_off_at_the_desk(two_screens: Table) -> None:
    board = two_screens.session.board
    transport, words = board.make_tag("Transport").tag, board.make_tag("Words").tag
    note = board.add_note("A bus home").note
    page = begun(two_screens, "share")
    touch_note(two_screens, page, note)
    touch(page, "Tags")
    touch(page, "Transport")
    touch(page, "Words")
    assert two_screens.session.all(Note)[0].tags == (transport, words)
    chosen = find(page, "Transport")
    assert isinstance(chosen, QAbstractButton) and chosen.isChecked()
    assert wrong_with(page) == []
    QTest.qWait(160)  # sooner a second touch is only a trembling finger
    touch(page, "Transport")
    assert two_screens.session.all(Note)[0].tags == (words,)
    touch(page, "Done")
    assert "Words" not in names(page) and "Tags" in names(page)


def test_without_tags_none_are_offered(two_screens: Table) -> None:
    note = two_screens.session.board.add_note("A bus home").note
    page = begun(two_screens, "share")
    touch_note(two_screens, page, note)
    assert "Tags" not in names(page) and "Add a picture" in names(page)
