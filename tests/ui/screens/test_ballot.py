"""A whole turn at the vote by touch, and all the ways in which a ballot must leave nothing behind."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.given import Table, find, names, settle, touch, words_on
from tests.ui.voting import ballots, give_dots, open_vote, quick, spoken_names, turn_to
from ui.look import Side
from ui.parts.ballot import BALLOT, Marked, ballot_of
from ui.parts.vote_page import TurnPage
from ui.screens.ballot import BallotPage
from ui.screens.review import ReviewPage
from ui.screens.thanks import ThanksPage
from ui.words import words_in
from workshop.domain.facts import RoundFacts
from workshop.domain.ids import OptionId
from workshop.domain.kinds import Voice
from workshop.session.voting import RoundOpened


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick():
        yield


def begin(table: Table) -> BallotPage:
    touch(table.people, "Touch here when you are ready")
    assert isinstance(table.people.page, BallotPage)
    return table.people.page


def now(table: Table) -> Marked:
    marked = ballot_of(table.stage)
    assert marked is not None
    return marked


def dots_in_words(table: Table) -> list[str]:
    return [name for name in spoken_names(table.people) if "of your dots" in name and "0 of" not in name]


def id_of(opened: RoundOpened, title: str) -> OptionId:
    return next(option.id for option in opened.options if option.title == title)


def test_a_whole_turn_from_the_cover_to_the_cover(table: Table) -> None:
    opened = open_vote(table, by_voice=True)
    touch(table.people, "Touch here when you are ready")
    touch(table.people, "Carers")
    give_dots(table, "Ask the carer", "Ask the carer", "A plan on one page")
    assert now(table).dots == {id_of(opened, "Ask the carer"): 2, id_of(opened, "A plan on one page"): 1}
    touch(table.people, "Done")
    assert isinstance(table.people.page, ReviewPage)
    assert "Idea 4, 2 dots" in names(table.people)
    assert "Idea 1, no dot" in names(table.people)
    assert ballots(table) == 0
    touch(table.people, "Cast it")
    assert isinstance(table.people.page, ThanksPage)
    assert (ballots(table), table.stage.visit) == (1, {})
    touch(table.people, "I am finished")
    assert "Next person" in words_on(table.people)


CLOSED = "The vote is closed. Your page was not counted."


@pytest.mark.parametrize("language", ["en", "pl"])
def test_whoever_votes_while_the_vote_closes_is_told_in_their_language(table: Table, language: str) -> None:
    opened = open_vote(table)
    begin(table)
    give_dots(table, "Ask the carer")
    table.stage.taste(Side.PEOPLE, language=language)
    settle()
    table.session.voting.close_round(opened.round)
    settle()
    assert words_in(language)(CLOSED) in words_on(table.people)
    assert table.stage.visit == {} and not dots_in_words(table)


def test_nobody_is_told_so_whose_page_was_counted(table: Table) -> None:
    opened = open_vote(table)
    begin(table)
    touch(table.people, "Done")
    touch(table.people, "Cast it")
    table.session.voting.close_round(opened.round)
    settle()
    assert CLOSED not in words_on(table.people)


def test_what_was_touched_is_what_is_counted(table: Table) -> None:
    opened = open_vote(table)
    for _ in range(4):
        begin(table)
        give_dots(table, "Ask the carer", "A plan on one page")
        touch(table.people, "Done")
        touch(table.people, "Cast it")
        touch(table.people, "I am finished")
    facts = table.session.voting.close_round(opened.round)
    assert isinstance(facts, RoundFacts)
    rows = [(row.title, row.dots) for row in facts.rows if row.dots]
    assert rows == [("A plan on one page", 4), ("Ask the carer", 4)]


def test_a_ballot_is_cast_once(table: Table) -> None:
    open_vote(table)
    begin(table)
    touch(table.people, "Done")
    page = table.people.page
    assert isinstance(page, ReviewPage)
    page.cast()
    page.cast()
    settle()
    assert ballots(table) == 1


def test_the_second_turn_knows_nothing_of_the_first(table: Table) -> None:
    open_vote(table)
    begin(table)
    give_dots(table, "Ask the carer", "A plan on one page")
    turn_to(table, "Ask the carer")
    assert dots_in_words(table) != []  # the names do tell, while it is their own page
    touch(table.people, "Done")
    touch(table.people, "Cast it")
    assert dots_in_words(table) == []
    touch(table.people, "I am finished")
    assert dots_in_words(table) == []
    begin(table)
    assert dots_in_words(table) == []
    assert (now(table).dots, now(table).not_clear) == ({}, frozenset())
    assert "3 dots left" in words_on(table.people)


def test_the_order_is_kept_for_one_turn_and_the_numbers_stay(table: Table) -> None:
    opened = open_vote(table)
    begin(table)
    order = now(table).order
    assert set(order) == set(opened.options)
    table.stage.taste(Side.PEOPLE, language="pl")
    settle()
    assert now(table).order == order
    orders = {order}
    for _ in range(8):
        touch(table.people, words_in(table.stage.tastes[Side.PEOPLE].language)("Stop"))
        begin(table)
        orders.add(now(table).order)
    assert len(orders) > 1


def test_a_dot_is_taken_back_and_all_are_with_start_again(table: Table) -> None:
    open_vote(table)
    begin(table)
    give_dots(table, "Ask the carer", "Ask the carer")
    assert now(table).used == 2
    touch(table.people, "Take back: 4")
    assert now(table).used == 1
    touch(table.people, "Start again")
    assert now(table).used == 0
    assert "Take back: 4" not in names(table.people)


def test_not_clear_is_said_and_taken_back(table: Table) -> None:
    opened = open_vote(table)
    begin(table)
    turn_to(table, "Ask the carer")
    touch(table.people, "Not clear: 4")
    assert now(table).not_clear == {id_of(opened, "Ask the carer")}
    turn_to(table, "Ask the carer")
    page = table.people.page
    assert isinstance(page, BallotPage)
    page.say_not_clear(id_of(opened, "Ask the carer"))
    assert now(table).not_clear == frozenset()


def test_more_dots_than_there_are_change_nothing_and_are_said_calmly(table: Table) -> None:
    open_vote(table)
    page = begin(table)
    give_dots(table, "Ask the carer", "Ask the carer", "Ask the carer")
    assert now(table).used == 2
    assert "At most 2 dots on one idea." in page.hint.text()
    for option in now(table).order:
        page.place_dot(option.id)
    assert now(table).left == 0
    page.place_dot(now(table).order[0].id)
    assert "Take one back first." in page.hint.text()
    assert now(table).used == now(table).each


def test_the_name_of_a_card_says_number_words_and_own_dots(table: Table) -> None:
    open_vote(table)
    begin(table)
    give_dots(table, "A plan on one page")
    expected = "Idea 3 of 5. A plan on one page. 1 of your dots. You have 2 left"
    assert expected in names(table.people)


def test_stop_throws_the_ballot_away(table: Table) -> None:
    open_vote(table)
    begin(table)
    give_dots(table, "Ask the carer")
    touch(table.people, "Stop")
    assert "Next person" in words_on(table.people)
    assert (ballots(table), BALLOT in table.stage.visit) == (0, False)


def test_a_page_left_alone_asks_and_then_throws_the_ballot_away(table: Table) -> None:
    open_vote(table)
    page = begin(table)
    give_dots(table, "Ask the carer")
    page.still.pass_time(299_000)
    assert "Are you still there?" not in words_on(table.people)
    page.still.pass_time(1_000)
    settle()
    assert "Are you still there?" in words_on(table.people)
    assert now(table).used == 1
    page.still.pass_time(45_000)
    settle()
    assert "Next person" in words_on(table.people)
    assert (ballots(table), BALLOT in table.stage.visit) == (0, False)


def test_one_touch_gives_all_the_time_again(table: Table) -> None:
    open_vote(table)
    page = begin(table)
    give_dots(table, "Ask the carer")
    page.still.pass_time(300_000)
    settle()
    touch(table.people, "More time")
    assert (page.still.quiet_ms, page.body.isEnabled(), now(table).used) == (0, True, 1)
    page.still.pass_time(299_000)
    turn_to(table, "Ask the carer")
    touch(table.people, "Not clear: 4")
    assert page.still.quiet_ms == 0
    page.still.pass_time(299_000)
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert page.still.quiet_ms == 0


def test_no_touch_at_the_desk_is_a_sign_of_the_voter(two_screens: Table) -> None:
    open_vote(two_screens)
    two_screens.stage.visit["let_in"] = True
    two_screens.stage.tick()
    page = begin(two_screens)
    two_screens.show_desk("resting")
    page.still.pass_time(10_000)
    touch(two_screens.desk, "Facilitator")
    assert page.still.quiet_ms == 10_000


def test_the_question_can_be_answered_with_stop(table: Table) -> None:
    open_vote(table)
    page = begin(table)
    give_dots(table, "Ask the carer")
    page.still.pass_time(300_000)
    settle()
    touch(table.people, "Stop without voting")
    assert "Next person" in words_on(table.people)
    assert ballots(table) == 0


def test_a_pause_stops_the_clock_and_keeps_the_ballot(table: Table) -> None:
    open_vote(table)
    page = begin(table)
    give_dots(table, "Ask the carer")
    table.stage.pause()
    settle()
    page.still.pass_time(600_000)
    table.stage.pause(False)
    settle()
    assert page.still.quiet_ms == 0
    assert (table.people.page, now(table).used) == (page, 1)


def test_a_window_that_is_closed_in_the_middle_casts_nothing(table: Table) -> None:
    open_vote(table)
    begin(table)
    give_dots(table, "Ask the carer")
    table.people.close()
    settle()
    assert (ballots(table), BALLOT in table.stage.visit) == (0, False)
    assert table.stage.people.page == "cover"


def test_the_facilitator_coming_to_the_front_throws_the_ballot_away(table: Table) -> None:
    open_vote(table)
    begin(table)
    give_dots(table, "Ask the carer")
    table.stage.show_desk("resting")
    settle()
    assert BALLOT not in table.stage.visit
    table.stage.to_people()
    settle()
    assert "Next person" in words_on(table.people)


def test_the_vote_that_closes_in_the_middle_takes_the_ballot_away(table: Table) -> None:
    opened = open_vote(table)
    begin(table)
    give_dots(table, "Ask the carer")
    table.session.voting.close_round(opened.round)
    settle()
    assert BALLOT not in table.stage.visit
    assert not isinstance(table.people.page, TurnPage)


def test_a_ballot_never_says_what_is_in_it(table: Table) -> None:
    open_vote(table)
    begin(table)
    give_dots(table, "Ask the carer")
    said = repr(now(table))
    assert "dots" not in said and "carer" not in said
    assert "not_clear" not in said


def test_nothing_of_a_ballot_is_in_the_desk_window(two_screens: Table) -> None:
    open_vote(two_screens)
    two_screens.stage.visit["let_in"] = True
    two_screens.stage.tick()
    begin(two_screens)
    give_dots(two_screens, "Ask the carer")
    two_screens.show_desk("resting")
    assert [name for name in spoken_names(two_screens.desk) if "dot" in name.lower()] == []


def test_a_trembling_finger_does_nothing_on_a_page_that_has_only_just_come(table: Table) -> None:
    open_vote(table)
    begin(table)
    with quick(60.0):
        touch(table.people, "Done")
        assert isinstance(table.people.page, BallotPage)  # this page is new to the slow finger, too
    touch(table.people, "Done")
    with quick(60.0):
        touch(table.people, "Cast it")
        assert ballots(table) == 0
    touch(table.people, "Cast it")
    assert ballots(table) == 1


def test_a_trembling_touch_is_one_dot(table: Table) -> None:
    open_vote(table)
    begin(table)
    with quick(repeat_s=60.0):
        give_dots(table, "Ask the carer", "Ask the carer")
    assert now(table).used == 1


def test_every_idea_fits_on_some_page_of_every_screen(table: Table) -> None:
    open_vote(table)
    page = begin(table)
    seen = set()
    for _ in range(page.pages(now(table))):
        seen |= set(page.cards)
        page.turn()
    assert seen == {option.id for option in now(table).order}
    assert now(table).page == 0


def test_a_card_is_used_by_keys(table: Table) -> None:
    open_vote(table)
    begin(table)
    card = find(table.people, "Idea…")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert now(table).used == 1


def test_the_voice_is_in_the_ballot_only(table: Table) -> None:
    open_vote(table, by_voice=True)
    touch(table.people, "Touch here when you are ready")
    touch(table.people, "Staff")
    assert table.stage.visit["voice"] is Voice.STAFF
    touch(table.people, "Done")
    touch(table.people, "Cast it")
    assert table.stage.visit == {}


def test_while_a_language_is_chosen_no_dot_can_be_lost(table: Table) -> None:
    """On a small page "Start again" is in the head: beside the choices it would clear what nobody sees."""
    open_vote(table)
    begin(table)
    give_dots(table, "Ask the carer")
    assert "Start again" in names(table.people)
    touch(table.people, "English. Language and text size")
    assert "Start again" not in names(table.people)
    touch(table.people, "Back")
    touch(table.people, "Start again")
    assert now(table).used == 0
