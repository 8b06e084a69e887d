"""The second screen for the room: counts and rules, never a name, a total or a ballot."""

from collections.abc import Iterator

import pytest

from tests.ui.given import MM, Table, names, settle, words_on
from tests.ui.voting import IDEAS, QUESTION, open_vote
from ui.look import Side
from ui.windows import Window


@pytest.fixture
def screen(table: Table) -> Iterator[Window]:
    """A window on a second screen."""
    window = Window(table.stage, Side.PUBLIC, MM)
    window.resize(1920, 1080)
    window.show()
    settle()
    yield window
    window.close()


def test_a_vote_shows_its_question_the_seats_and_three_rules(table: Table, screen: Window) -> None:
    opened = open_vote(table, dots=3)
    table.session.voting.cast(opened.round, {opened.options[0].id: 2})
    table.stage.room.cast.emit()
    settle()
    said = words_on(screen)
    for words in (QUESTION, "3 dots each", "Your vote is secret", "No totals until the vote is closed"):
        assert words in said
    assert "1 of 6 have voted" in names(screen)
    assert not any(title in said or "Guest" in said for title, _ in IDEAS)


def test_quiet_writing_shows_how_many_have_finished(table: Table, screen: Window) -> None:
    open_people = 5
    table.session.people.expect(open_people)
    table.session.board.hide_writing()
    table.session.board.finished()
    settle()
    assert "1 of 5 have finished" in names(screen)


def test_else_it_says_what_the_day_is_about(table: Table, screen: Window) -> None:
    assert "Leaving hospital" in words_on(screen)


def test_there_is_nothing_to_touch(table: Table, screen: Window) -> None:
    from ui.widgets.touch import Touchable

    open_vote(table)
    assert [w for w in screen.findChildren(Touchable) if w.isVisible()] == []
