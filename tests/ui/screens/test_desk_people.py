"""People come and go while the desk leads the day: the list at any time, and nobody is pushed away."""

from tests.ui.given import Table, find, names, settle, touch, words_on
from tests.ui.screens.test_desk import begun, opened_vote
from ui.parts.arrival import Arriving, arriving, begin_arrival
from ui.parts.equality import Sheet, keep, next_turn
from ui.stage import Shown
from workshop.domain.records import Step


def test_nobody_who_arrives_loses_the_screen_unasked(two_screens: Table) -> None:
    page = begun(two_screens, "arrivals")
    touch(page, "Next person on the screen")
    arriving(two_screens.stage).called = "Amina"
    touch(page, "Next person on the screen")
    assert find(page, "Yes, the next person").size() == find(page, "No, wait").size()
    touch(page, "No, wait")
    assert arriving(two_screens.stage).called == "Amina"
    touch(page, "Next person on the screen")
    touch(page, "Yes, the next person")
    assert arriving(two_screens.stage) == Arriving()
    assert two_screens.stage.people == Shown("arrive_name") and "No, wait" not in names(page)


def test_who_is_here_is_one_touch_away_at_every_step(two_screens: Table) -> None:
    begun(two_screens)
    for step in two_screens.session.all(Step):
        two_screens.session.plan.start_step(step.id)
        touch(two_screens.show_desk("desk"), "Who is here")
        assert two_screens.stage.desk == Shown("arrivals"), step.kind


def test_during_a_vote_people_still_come_and_none_is_pushed_away(two_screens: Table) -> None:
    page = begun(two_screens, "vote")
    opened_vote(two_screens)
    begin_arrival(two_screens.stage)
    arriving(two_screens.stage).called = "Amina"
    settle()
    touch(page, "Let the next person vote")
    assert arriving(two_screens.stage).called == "Amina"
    assert "Somebody is arriving. Please wait." in find(page, "Let the next…").accessibleDescription()
    touch(page, "Who is here")
    assert two_screens.stage.desk == Shown("arrivals")


def test_whoever_answers_equality_questions_keeps_the_screen_as_well(two_screens: Table) -> None:
    page = begun(two_screens, "arrivals")
    two_screens.session.people.open_equality()
    next_turn(two_screens.stage)
    two_screens.show_people("equality_ask")
    keep(two_screens.stage, Sheet({"age": ("35_44",)}))
    touch(page, "Next person on the screen")
    touch(page, "No, wait")
    assert two_screens.stage.people.page == "equality_ask"
    touch(page, "Who is here")
    touch(two_screens.desk, "Next person on the screen")
    assert "Somebody is at the screen." in words_on(two_screens.desk)
    assert two_screens.stage.people.page == "equality_ask"
