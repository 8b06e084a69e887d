"""What goes wrong in a hall: a full disk, a closed window, one screen for all. Nothing is lost."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtTest import QTest

from tests.ui import sample
from tests.ui.given import Table, find, names, settle, touch, words_on
from ui.look import Side
from ui.playing.board_fingers import touch_part
from ui.screens.board import BoardPage
from workshop.domain.records import Note, Round
from workshop.session.session import Session


@contextmanager
def full_disk(session: Session) -> Iterator[None]:
    """The file may not grow by a single page: SQLite itself says that the disk is full."""
    database = session.place.store.database
    before = database.execute("PRAGMA max_page_count").fetchone()[0]
    used = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {used}")
    yield
    database.execute(f"PRAGMA max_page_count = {before}")


def long_words() -> str:
    return "These words need more than one page of the file to be kept. " * 6


def written(table: Table) -> list[str]:
    return [note.text for note in table.session.all(Note)]


def test_on_a_full_disk_the_words_stay_in_the_hand_of_the_writer(table: Table) -> None:
    for number in range(120):
        table.session.board.add_note(f"Note {number} {long_words()[:300]}")
    page = table.show_people("board")
    assert isinstance(page, BoardPage)
    before = written(table)
    with full_disk(table.session):
        # Until what is free inside the file is used up, notes are still taken.
        for _ in range(40):
            touch(page, "Write a note")
            QTest.keyClicks(page.view, long_words()[:380])
            touch_part(page.view, page.pages.open[-1], "done")
            if page.pages.open:
                break
        assert page.pages.open, "the disk never filled up"
        said = words_on(table.people)
        assert "The disk is full. Everything saved before is safe" in said
    kept = len(written(table))
    assert written(table)[: len(before)] == before
    touch_part(page.view, page.pages.open[0], "done")
    assert len(written(table)) == kept + 1
    assert page.pages.open == ()


def test_two_windows_stay_alike(two_screens: Table) -> None:
    sample.whole(two_screens.session)
    sample.start(two_screens.session, "groups")
    people = two_screens.show_people("board")
    two_screens.show_desk("desk")
    before = len(two_screens.session.all(Note))
    assert isinstance(people, BoardPage)
    touch(people, "Write a note")
    QTest.keyClicks(people.view, "Seen on both")
    touch_part(people.view, people.pages.open[-1], "done")
    assert f"{before + 1}" in words_on(two_screens.desk)
    touch(people, "Undo")
    touch(people, next(name for name in names(people) if "Seen on both" in name))
    assert f"{before + 1}" not in words_on(two_screens.desk).split("\n")
    assert len(two_screens.session.all(Note)) == before


def test_a_window_closed_in_the_middle_of_a_vote_casts_nothing(two_screens: Table) -> None:
    sample.whole(two_screens.session)
    opened = sample.open_vote(two_screens.session)
    two_screens.show_desk("desk")
    touch(two_screens.desk, "Let the next person vote")
    QTest.qWait(450)
    touch(two_screens.people, "Touch here when you are ready")
    QTest.qWait(450)
    touch(two_screens.people, "Leave it out")
    QTest.qWait(450)
    touch(two_screens.people, "Idea…")
    two_screens.people.close()
    settle()
    assert two_screens.stage.visit.get("ballot") is None
    two_screens.session.voting.close_round(opened.round)
    (round_,) = two_screens.session.all(Round)
    assert two_screens.session.voting.ballots_in(round_) == 0


def type_number(table: Table, digits: str) -> None:
    for digit in digits:
        touch(table.people, digit)
        QTest.qWait(160)
    touch(table.people, "OK")
    QTest.qWait(160)


def test_one_screen_is_given_away_and_comes_back_only_with_the_number(table: Table) -> None:
    sample.whole(table.session)
    sample.start(table.session, "groups")
    table.show_desk("desk")
    touch(table.people, "Give the screen to the people")
    assert table.stage.front is Side.FACILITATOR  # people never choose the number
    type_number(table, "2468")
    type_number(table, "2468")
    assert isinstance(table.people.page, BoardPage)
    assert table.stage.front is Side.PEOPLE
    touch(table.people, "Facilitator")
    type_number(table, "2468")
    assert table.stage.front is Side.FACILITATOR
    touch(table.people, "Give the screen to the people")
    touch(table.people, "Facilitator")
    type_number(table, "1357")
    assert table.stage.front is Side.PEOPLE and "Close" in names(table.people)


def test_the_pause_needs_no_number_and_uncovering_does(table: Table) -> None:
    sample.whole(table.session)
    table.show_people("board")
    table.stage.pause()
    settle()
    assert "A short pause." in words_on(table.people)
    assert not find(table.people, "Facilitator").isHidden()
    QTest.keyClick(table.people, "b")
    assert table.stage.paused


@pytest.mark.parametrize("page", ["board", "today", "ideas", "read_group", "display", "pause"])
def test_no_key_leads_from_the_people_to_the_facilitator(table: Table, page: str) -> None:
    from PySide6.QtCore import Qt

    sample.whole(table.session)
    given = {"group": table.session.all(sample.Group)[0].id} if page == "read_group" else {}
    table.show_people(page, **given)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_B, Qt.Key.Key_F1, Qt.Key.Key_F6, Qt.Key.Key_Backspace):
        QTest.keyClick(table.people, key)
        QTest.keyClick(table.people, key, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(table.people, key, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert table.stage.front is Side.PEOPLE
