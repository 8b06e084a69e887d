"""The cover between two people: rules, seats, and whose turn it is to begin."""

import pytest

from tests.ui.given import Table, names, settle, touch, words_on
from tests.ui.voting import QUESTION, ballots, open_vote, quick
from ui.look import Side, TextSize
from ui.parts.vote import Where, let_next_vote, may_vote, settings_of, somebody_votes
from ui.screens.ballot import BallotPage
from ui.screens.cover import CoverPage
from ui.screens.voice import VoicePage
from ui.words import LANGUAGES, words_in


def test_an_open_vote_shows_its_cover_with_the_rules_and_the_seats(table: Table) -> None:
    open_vote(table, by_voice=True, dots=3)
    assert isinstance(table.people.page, CoverPage)
    said = words_on(table.people)
    for words in (QUESTION, "You have 3 dots", "At most 2 dots on one idea", "Your vote is secret."):
        assert words in said
    assert "We show how groups of 5 or more voted. Smaller groups are counted together." in said
    assert "0 of 6 have voted" in names(table.people)


def test_the_rules_follow_the_vote(table: Table) -> None:
    settings_of(table.stage.room).places.discard(Where.PAPER)
    open_vote(table, dots=1, most_per_option=1)
    said = words_on(table.people)
    assert "You have 1 dot\n" in said and "At most 1 dot on one idea" in said
    assert "paper" not in said and "groups of" not in said


def test_a_touch_begins_at_once_on_one_screen(table: Table) -> None:
    open_vote(table)
    touch(table.people, "Touch here when you are ready")
    assert isinstance(table.people.page, BallotPage)


def test_the_voice_is_asked_where_the_room_chose_so(table: Table) -> None:
    open_vote(table, by_voice=True)
    touch(table.people, "Touch here when you are ready")
    assert isinstance(table.people.page, VoicePage)


def test_with_a_desk_the_cover_waits_for_it_each_time(two_screens: Table) -> None:
    stage = two_screens.stage
    open_vote(two_screens)
    touch(two_screens.people, "Please wait. Somebody lets you begin.")
    assert isinstance(two_screens.people.page, CoverPage)
    assert let_next_vote(stage)
    settle()
    touch(two_screens.people, "Touch here when you are ready")
    assert somebody_votes(stage) and not let_next_vote(stage)
    with quick():
        touch(two_screens.people, "Stop")
    assert not may_vote(stage)
    assert "Please wait. Somebody lets you begin." in names(two_screens.people)


def test_nobody_is_let_in_without_a_vote(two_screens: Table) -> None:
    assert not let_next_vote(two_screens.stage)


def test_the_next_person_is_let_in_whatever_people_look_at(two_screens: Table) -> None:
    open_vote(two_screens)
    two_screens.show_people("resting")
    assert let_next_vote(two_screens.stage)
    settle()
    assert "Touch here when you are ready" in names(two_screens.people)


def test_a_sealed_ballot_fills_a_seat(table: Table) -> None:
    opened = open_vote(table)
    table.session.voting.cast(opened.round, {})
    table.stage.room.cast.emit()
    settle()
    assert ballots(table) == 1
    assert "1 of 6 have voted" in names(table.people)


def test_language_and_size_are_chosen_here_and_forgotten_after_the_turn(table: Table) -> None:
    open_vote(table)
    touch(table.people, "English. Language and text size")
    touch(table.people, "اردو")
    assert table.people.page is not None and table.people.page.isRightToLeft()
    touch(table.people, words_in("ur")("Touch here when you are ready"))
    with quick():
        touch(table.people, words_in("ur")("Stop"))
    assert not table.people.page.isRightToLeft()


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_target_is_round_and_holds_its_words(table: Table, language: str, size: TextSize) -> None:
    open_vote(table)
    table.stage.taste(Side.PEOPLE, language=language, text_size=size)
    settle()
    page = table.people.page
    assert isinstance(page, CoverPage)
    assert page.target.width() == page.target.height()
    assert page.target.words_font(page.target.width()) is not None


def test_help_is_asked_for_quietly(table: Table) -> None:
    open_vote(table)
    touch(table.people, "Ask for help")
    assert table.stage.helps == ("Somebody at the vote",)
