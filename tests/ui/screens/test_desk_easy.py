"""The desk in easy words: three lines, hear them, go on, and tell whoever leads."""

from tests.ui.given import Table, names, settle, touch, words_on
from tests.ui.screens.test_desk import begun, opened_vote, running, step_of
from ui.stage import Shown


def test_three_lines_of_the_step_are_said(two_screens: Table) -> None:
    begun(two_screens)
    easy = ["Read one note.", "Then the next.", "No wrong answers.", "A fourth line"]
    two_screens.session.plan.edit_step(step_of(two_screens, "share").id, easy=easy)
    page = two_screens.show_desk("desk_easy")
    shown = words_on(page)
    assert all(f"“{line}”" in shown for line in easy[:3])
    assert "A fourth line" not in shown
    assert "Leanne, you say this now" in shown
    assert "minutes left" in shown


def test_next_is_the_same_step_as_at_the_desk(two_screens: Table) -> None:
    begun(two_screens)
    page = two_screens.show_desk("desk_easy")
    touch(page, "Next: Put notes together")
    assert running(two_screens) == "groups"
    assert "Step 4: Put notes together" in words_on(page)


def test_next_waits_for_an_open_vote(two_screens: Table) -> None:
    begun(two_screens, "vote")
    page = two_screens.show_desk("desk_easy")
    opened_vote(two_screens)
    touch(page, "Close the vote first")
    assert running(two_screens) == "vote"


def test_whoever_leads_is_told(two_screens: Table) -> None:
    begun(two_screens)
    page = two_screens.show_desk("desk_easy")
    touch(page, "Tell Ruth")
    assert two_screens.stage.helps == ("Leanne",)
    assert "We have told Ruth." in words_on(two_screens.desk)
    touch(page, "The desk")
    assert two_screens.stage.desk == Shown("desk")
    assert two_screens.desk.page is not None
    assert "Leanne asks for help" in words_on(two_screens.desk.page)


def test_pause_and_go_on(two_screens: Table) -> None:
    begun(two_screens)
    page = two_screens.show_desk("desk_easy")
    touch(page, "Pause")
    assert two_screens.stage.paused
    assert "Go on" in names(page)
    touch(page, "Go on")
    assert not two_screens.stage.paused


def test_time_goes_on_in_words(two_screens: Table) -> None:
    begun(two_screens)
    minutes = step_of(two_screens, "share").minutes
    page = two_screens.show_desk("desk_easy")
    two_screens.clock.on(minutes=minutes - 1)
    two_screens.stage.tick()
    settle()
    assert "About 1 minute left" in words_on(page)
