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


def test_two_windows_stay_alike(whole_on_two: Table) -> None:
    sample.start(whole_on_two.session, "groups")
    people = whole_on_two.show_people("board")
    whole_on_two.show_desk("desk")
    before = len(whole_on_two.session.all(Note))
    assert isinstance(people, BoardPage)
    touch(people, "Write a note")
    QTest.keyClicks(people.view, "Seen on both")
    touch_part(people.view, people.pages.open[-1], "done")
    assert f"{before + 1}" in words_on(whole_on_two.desk)
    touch(people, "Undo")
    touch(people, next(name for name in names(people) if "Seen on both" in name))
    assert f"{before + 1}" not in words_on(whole_on_two.desk).split("\n")
    assert len(whole_on_two.session.all(Note)) == before


def test_a_window_closed_in_the_middle_of_a_vote_casts_nothing(whole_on_two: Table) -> None:
    opened = sample.open_vote(whole_on_two.session)
    whole_on_two.show_desk("desk")
    touch(whole_on_two.desk, "Let the next person vote")
    QTest.qWait(450)
    touch(whole_on_two.people, "Touch here when you are ready")
    QTest.qWait(450)
    touch(whole_on_two.people, "Leave it out")
    QTest.qWait(450)
    touch(whole_on_two.people, "Idea…")
    whole_on_two.people.close()
    settle()
    assert whole_on_two.stage.visit.get("ballot") is None
    whole_on_two.session.voting.close_round(opened.round)
    (round_,) = whole_on_two.session.all(Round)
    assert whole_on_two.session.voting.ballots_in(round_) == 0


def type_number(table: Table, digits: str) -> None:
    for digit in digits:
        touch(table.people, digit)
        QTest.qWait(160)
    touch(table.people, "OK")
    QTest.qWait(160)


def test_one_screen_is_given_away_and_comes_back_only_with_the_number(whole: Table) -> None:
    sample.start(whole.session, "groups")
    whole.show_desk("desk")
    touch(whole.people, "Give the screen to the people")
    assert whole.stage.front is Side.FACILITATOR  # people never choose the number
    type_number(whole, "2468")
    type_number(whole, "2468")
    assert isinstance(whole.people.page, BoardPage)
    assert whole.stage.front is Side.PEOPLE
    touch(whole.people, "Facilitator")
    type_number(whole, "2468")
    assert whole.stage.front is Side.FACILITATOR
    touch(whole.people, "Give the screen to the people")
    touch(whole.people, "Facilitator")
    type_number(whole, "1357")
    assert whole.stage.front is Side.PEOPLE and "Close" in names(whole.people)


def test_the_pause_needs_no_number_and_uncovering_does(whole: Table) -> None:
    whole.show_people("board")
    whole.stage.pause()
    settle()
    assert "A short pause." in words_on(whole.people)
    assert not find(whole.people, "Facilitator").isHidden()
    QTest.keyClick(whole.people, "b")
    assert whole.stage.paused


@pytest.mark.parametrize("page", ["board", "today", "ideas", "read_group", "display", "pause"])
def test_no_key_leads_from_the_people_to_the_facilitator(whole: Table, page: str) -> None:
    from PySide6.QtCore import Qt

    given = {"group": whole.session.all(sample.Group)[0].id} if page == "read_group" else {}
    whole.show_people(page, **given)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_B, Qt.Key.Key_F1, Qt.Key.Key_F6, Qt.Key.Key_Backspace):
        QTest.keyClick(whole.people, key)
        QTest.keyClick(whole.people, key, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(whole.people, key, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert whole.stage.front is Side.PEOPLE
