"""Windows show what the stage says: on one screen, on two, in a pause, and after a message."""

from tests.ui import sample
from tests.ui.given import Table, names, settle, touch, words_on
from ui.look import Side, TextSize
from ui.parts.arrival import begin_arrival
from ui.stage import Message


def test_a_page_is_shown_and_named(table: Table) -> None:
    page = table.show_people("resting")
    assert page.accessibleName() == "Same Table"
    assert "Facilitator" in names(page)


def test_the_pause_covers_the_people_and_not_the_desk(two_screens: Table) -> None:
    below = two_screens.show_people("resting")
    two_screens.show_desk("resting")
    two_screens.stage.pause()
    settle()
    assert "A short pause." in words_on(two_screens.people)
    assert not below.isEnabled() and two_screens.people.page is below
    assert "A short pause." not in words_on(two_screens.desk)
    two_screens.stage.pause(False)
    settle()
    assert below.isEnabled() and "A short pause." not in words_on(two_screens.people)


def test_a_message_is_said_on_its_own_side_and_can_be_put_away(two_screens: Table) -> None:
    two_screens.show_people("resting")
    two_screens.show_desk("resting")
    two_screens.stage.tell(Side.FACILITATOR, Message("The printer is off. Nothing is lost."))
    settle()
    assert "The printer is off. Nothing is lost." in words_on(two_screens.desk)
    assert "printer" not in words_on(two_screens.people)
    touch(two_screens.desk, "Close")
    assert "printer" not in words_on(two_screens.desk)


def test_another_text_size_builds_the_page_anew_and_keeps_it(table: Table) -> None:
    page = table.show_people("resting")
    before = page.look.text(20)
    table.stage.taste(Side.PEOPLE, text_size=TextSize.LARGEST)
    settle()
    assert table.people.page is page
    assert page.look.text(20) > before


def test_a_language_from_right_to_left_turns_the_page_round(table: Table) -> None:
    page = table.show_people("resting")
    table.stage.taste(Side.PEOPLE, language="ur")
    settle()
    assert page.isRightToLeft()


def test_a_message_takes_its_room_from_the_page_and_gives_it_back(two_screens: Table) -> None:
    page = two_screens.show_desk("resting")
    whole = page.height()
    two_screens.stage.tell(Side.FACILITATOR, Message("The printer is off. Nothing is lost.", "look"))
    settle()
    message = two_screens.desk.message
    assert message is not None and page.geometry().bottom() < message.y()
    touch(two_screens.desk, "Close")
    assert page.height() == whole


def test_a_message_of_the_page_before_goes_with_it(two_screens: Table) -> None:
    two_screens.show_desk("resting")
    two_screens.stage.tell(Side.FACILITATOR, Message("Said long ago.", "look"))
    message = two_screens.desk.message
    assert message is not None
    two_screens.show_desk("safeguarding")
    assert message.isVisible()
    message._told_at -= 10.0
    two_screens.show_desk("resting")
    assert not message.isVisible()


def test_what_the_pause_covers_takes_no_key_even_when_the_page_changes(two_screens: Table) -> None:
    two_screens.show_people("board")
    two_screens.stage.pause()
    settle()
    below = two_screens.show_people("resting")
    assert not below.isEnabled() and "A short pause." in words_on(two_screens.people)
    two_screens.stage.pause(False)
    settle()
    assert below.isEnabled()


def test_the_pause_follows_the_language(two_screens: Table) -> None:
    two_screens.show_people("resting")
    two_screens.stage.pause()
    two_screens.stage.taste(Side.PEOPLE, text_size=TextSize.LARGEST)
    settle()
    over = two_screens.people.over
    assert over is not None and over.look.text_size is TextSize.LARGEST


def test_an_offer_goes_with_the_page_it_was_made_on(two_screens: Table) -> None:
    two_screens.show_desk("resting")
    two_screens.stage.tell(Side.FACILITATOR, Message("Not printed.", "look", "Try again", lambda: None))
    two_screens.show_desk("safeguarding")
    assert "Not printed." not in words_on(two_screens.desk)


def test_a_vote_that_opens_does_not_push_away_somebody_who_arrives(whole_on_two: Table) -> None:
    begin_arrival(whole_on_two.stage)
    settle()
    sample.open_vote(whole_on_two.session)
    settle()
    assert whole_on_two.stage.people.page == "arrive_name"
