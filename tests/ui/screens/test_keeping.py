"""How long things are kept: four days, each its own, and what is asked when one has passed."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.given import TODAY
from tests.ui.checks import wrong_with
from tests.ui.given import Table, names, touch, words_on, write
from workshop.domain.kinds import DayState
from workshop.domain.records import Workshop


def day(table: Table) -> Workshop:
    return table.session.day()


def test_one_day_is_said_for_one_thing(two_screens: Table) -> None:
    two_screens.show_desk("keeping")
    assert words_on(two_screens.desk).count("No day yet") == 4
    touch(two_screens.desk, "Change the day: Names on notes")
    assert "How long do we keep names on notes?" in words_on(two_screens.desk)
    touch(two_screens.desk, "In 1 year")
    touch(two_screens.desk, "Done")
    assert day(two_screens).names_until == TODAY.replace(year=TODAY.year + 1)
    assert (day(two_screens).consent_until, day(two_screens).money_until) == (None, None)
    assert "until 5 March 2027" in words_on(two_screens.desk)


def test_one_day_is_said_for_all_three(two_screens: Table) -> None:
    two_screens.show_desk("keeping")
    touch(two_screens.desk, "One day for all three")
    write(two_screens.desk, "The date", "5 September 2026")
    touch(two_screens.desk, "Done")
    found = day(two_screens)
    assert (found.names_until, found.consent_until, found.money_until) == (date(2026, 9, 5),) * 3
    assert found.change_until is None


def test_until_when_minds_can_be_changed_is_said_here_until_the_day_is_closed(two_screens: Table) -> None:
    two_screens.show_desk("keeping")
    touch(two_screens.desk, "Change the day: Changing your mind")
    touch(two_screens.desk, "In 3 months")
    touch(two_screens.desk, "Done")
    assert day(two_screens).change_until == date(2026, 6, 5)
    two_screens.session.plan.close_day(TODAY + timedelta(days=9))
    touch(two_screens.desk, "Change the day: Changing your mind")
    assert "The day is closed." in words_on(two_screens.desk)
    touch(two_screens.desk, "Change the day: Money")
    touch(two_screens.desk, "In 6 years")
    touch(two_screens.desk, "Done")
    assert day(two_screens).money_until == date(2032, 3, 5)


def test_without_a_date_nothing_is_kept(two_screens: Table) -> None:
    two_screens.show_desk("keeping")
    touch(two_screens.desk, "Change the day: Names on notes")
    touch(two_screens.desk, "Done")
    assert "Please write a date, or go back." in words_on(two_screens.desk)
    assert day(two_screens).names_until is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 November 2026", "We know no such day. Nothing is lost. Please write it like 14 May 2026."),
        ("1 March 2026", "This date has passed. Please choose a later date."),
    ],
)
def test_a_date_that_cannot_be_taken_is_said_and_the_page_stays_open(
    typed: str, said: str, two_screens: Table
) -> None:
    two_screens.show_desk("keeping")
    touch(two_screens.desk, "Change the day: Money")
    write(two_screens.desk, "The date", typed)
    touch(two_screens.desk, "Done")
    assert said in words_on(two_screens.desk)
    assert "How long do we keep what is about money?" in words_on(two_screens.desk)
    assert day(two_screens).money_until is None


def test_a_day_that_breaks_what_people_were_told_is_refused(two_screens: Table) -> None:
    two_screens.session.plan.set_details(change_until=date(2026, 8, 14))
    two_screens.show_desk("keeping")
    touch(two_screens.desk, "Change the day: Names on notes")
    touch(two_screens.desk, "In 3 months")
    touch(two_screens.desk, "Done")
    assert "People were told until when" in words_on(two_screens.desk)
    assert day(two_screens).names_until is None


def closed_with_names(table: Table) -> Table:
    person = table.session.people.arrive("Amina", []).person
    table.session.board.add_note("Mine", author=person)
    table.session.people.set_retention(TODAY + timedelta(days=30))
    table.session.plan.close_day(TODAY + timedelta(days=9))
    return table


def test_when_the_day_has_passed_the_page_leads_on(two_screens: Table) -> None:
    table = closed_with_names(two_screens)
    table.show_desk("keeping")
    assert "Look at it: Names on notes" not in names(table.desk)
    table.show_desk("desk")
    table.clock.on(days=31)
    table.show_desk("keeping")
    assert "This day has passed" in words_on(table.desk)
    touch(table.desk, "Look at it: Names on notes")
    assert table.stage.desk.page == "shred"
    assert "The day for this has passed." in words_on(table.desk)


def test_a_clock_that_went_backwards_is_told_of_and_nothing_is_asked(two_screens: Table) -> None:
    table = closed_with_names(two_screens)
    table.clock.on(days=-60)
    table.show_desk("keeping")
    assert "The clock of this laptop is wrong." in words_on(table.desk)
    assert "This day has passed" not in words_on(table.desk)


def test_the_end_of_the_day_asks_how_long(two_screens: Table) -> None:
    two_screens.show_desk("print_out")
    touch(two_screens.desk, "Finish workshop")
    touch(two_screens.desk, "In 1 month")
    touch(two_screens.desk, "Finish workshop")
    assert day(two_screens).state is DayState.CLOSED
    assert two_screens.stage.desk.page == "keeping"


@pytest.mark.parametrize("size", [(1920, 1080, 0.369), (1366, 768, 0.253)], ids=str)
def test_there_is_room_for_everything(size: tuple[int, int, float], qtbot: object, tmp_path: Path) -> None:
    width, height, mm = size
    table = Table(tmp_path / "day", width=width, height=height, mm=mm)
    table.begin()
    closed_with_names(table).clock.on(days=31)
    assert wrong_with(table.show_desk("keeping")) == []
    touch(table.desk, "Change the day: Money")
    assert table.desk.page is not None and wrong_with(table.desk.page) == []
    table.close()
