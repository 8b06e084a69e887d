"""Today on the people's screen: the day in pictures, the ways on, and no name of anybody."""

from pathlib import Path

import pytest

from tests.ui.checks import wrong_with
from tests.ui.given import Table, names, settle, touch, words_on
from ui.look import Side, TextSize
from ui.stage import Taste
from workshop.domain.records import Step

KINDS = ("arrivals", "welcome", "writing", "groups", "break", "vote", "goodbye")


def plan(table: Table) -> list[Step]:
    details = {"starts": "13:10", "toilets": "Door on the left", "led_by": ["Ruth", "Leanne"]}
    table.session.plan.set_details(**details)  # type: ignore[arg-type]
    for kind in KINDS:
        table.session.plan.add_step(kind, kind.title(), 10)
    table.session.plan.set_scope("", "All of it", "Money", "The board", table.clock.now.date())
    table.session.plan.open_day()
    return list(table.session.all(Step))


def test_the_day_before_anything_is_known(table: Table) -> None:
    table.show_people("today")
    text = words_on(table.people)
    assert "Today" in text and "You can leave at any time." in text
    assert "Toilets" not in text and "Quiet room" not in text
    assert "Back to the board" not in names(table.people)


def test_where_we_are_and_where_things_are(table: Table) -> None:
    steps = plan(table)
    table.session.plan.start_step(steps[2].id)
    table.show_people("today")
    text = words_on(table.people)
    assert "Write what matters" in text and "We are here" in text
    assert "Toilets\nDoor on the left" in text
    assert "Ruth and Leanne are here to help." in text


def test_back_to_the_board_while_there_is_one(table: Table) -> None:
    steps = plan(table)
    table.session.plan.start_step(steps[2].id)
    table.show_people("today")
    touch(table.people, "Back to the board")
    assert table.stage.people.page == "board"


def test_the_facilitator_has_a_way_in(table: Table) -> None:
    table.show_people("today")
    touch(table.people, "Facilitator")
    assert table.stage.asking_number


def test_with_one_screen_whoever_arrives_begins_by_themselves(table: Table) -> None:
    steps = plan(table)
    table.show_people("today")
    assert "I have just arrived" not in names(table.people)
    table.session.plan.start_step(steps[0].id)
    settle()
    touch(table.people, "I have just arrived")
    assert "What shall we call you?" in words_on(table.people)


def test_with_a_desk_the_desk_calls_the_next_person(two_screens: Table) -> None:
    steps = plan(two_screens)
    two_screens.session.plan.start_step(steps[0].id)
    two_screens.show_people("today")
    assert "I have just arrived" not in names(two_screens.people)


def test_the_page_follows_the_plan(table: Table) -> None:
    table.show_people("today")
    table.session.plan.set_details(quiet_room="Room 2")
    settle()
    assert "Quiet room\nRoom 2" in words_on(table.people)


def test_another_language_at_two_touches(table: Table) -> None:
    table.show_people("today")
    touch(table.people, "English")
    touch(table.people, "Polski")
    assert table.stage.tastes[Side.PEOPLE].language == "pl"
    assert "Polski" in names(table.people) and "Cymraeg" not in names(table.people)


def test_nobody_who_arrived_is_named(table: Table) -> None:
    plan(table)
    table.session.people.arrive("Amina", [])
    table.show_people("today")
    assert "Amina" not in words_on(table.people)


@pytest.mark.parametrize("size", [(1920, 1080, 0.369), (1366, 768, 0.253), (3840, 2160, 0.25)], ids=str)
@pytest.mark.parametrize("taste", [Taste(), Taste("ur"), Taste("en", TextSize.LARGEST)], ids=str)
def test_there_is_room_for_everything(
    size: tuple[int, int, float], taste: Taste, qtbot: object, tmp_path: Path
) -> None:
    width, height, mm = size
    table = Table(tmp_path / "day", width=width, height=height, mm=mm)
    table.begin()
    steps = plan(table)
    table.session.plan.start_step(steps[2].id)
    table.stage.tastes[Side.PEOPLE] = taste
    assert wrong_with(table.show_people("today")) == []
    table.close()
