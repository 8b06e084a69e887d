"""Before the day: one sentence, a page to try, the queue, and the start."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.given import Table, names, settle, touch, words_on
from ui.look import Side, TextSize
from ui.parts.start import Start
from ui.screens.plan import PlanPage
from ui.screens.ready import ReadyPage
from ui.screens.sample import SamplePage
from workshop.domain.kinds import AgeGroup, DayState, StepState
from workshop.domain.records import Step


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and workshops of this test only."""
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))


def prepared(table: Table, *, scope: bool = True) -> ReadyPage:
    """A day with a plan, before it begins."""
    plan = table.session.plan
    plan.create("Leaving hospital", template="half-day")
    plan.set_details(starts="13:10")
    if scope:
        plan.set_scope("", "How people leave.", "The beds.", "Femi", date(2026, 7, 9))
    page = table.show_desk("ready")
    assert isinstance(page, ReadyPage)
    return page


def desk(table: Table) -> QWidget:
    """The page at the desk now."""
    assert table.desk.page is not None
    return table.desk.page


def test_it_says_in_one_sentence_how_the_room_stands(table: Table) -> None:
    page = prepared(table)
    said = words_on(page)
    assert "Ready." in said and "You can start now. Nothing here stops you." in said
    for title in ("The screen people touch", "Reading aloud", "A copy on USB", "Room on this computer"):
        assert title in said


def test_start_begins_the_day_and_its_first_step(two_screens: Table) -> None:
    page = prepared(two_screens)
    assert "This laptop shows the desk" in words_on(page)
    touch(page, "Start the day")
    session = two_screens.session
    assert session.day().state is DayState.OPEN
    first = session.all(Step)[0]
    assert (first.kind, first.state) == ("arrivals", StepState.STARTED)
    assert two_screens.stage.desk.page == "desk"
    assert two_screens.stage.people.page == "today"


def test_a_day_whose_scope_is_not_said_cannot_start_and_leads_to_the_form(table: Table) -> None:
    page = prepared(table, scope=False)
    assert "Not ready yet." in words_on(page)
    touch(page, "Start the day")
    assert table.session.day().state is DayState.DRAFT
    assert "The day cannot begin yet." in words_on(table.desk)
    message = table.desk.message
    assert message is not None
    touch(message, "Say it now")
    assert isinstance(desk(table), PlanPage)
    assert "What is not open" in names(desk(table))


def test_the_line_about_the_scope_leads_there_too(table: Table) -> None:
    touch(prepared(table, scope=False), "Say it now")
    assert isinstance(desk(table), PlanPage)


def test_a_day_that_has_begun_leads_to_the_desk(table: Table) -> None:
    page = prepared(table)
    table.session.plan.open_day()
    settle()
    touch(page, "Go to the desk")
    assert table.stage.desk.page == "desk"


def test_a_day_without_steps_starts_too(table: Table) -> None:
    table.session.plan.set_scope("", "a", "b", "c", date(2026, 7, 9))
    touch(table.show_desk("ready"), "Start the day")
    assert table.session.day().state is DayState.OPEN


def test_the_queue_follows_the_number_of_people(table: Table) -> None:
    page = prepared(table)
    assert "one screen" not in words_on(page)
    table.session.people.expect(13)
    settle()
    touch(page, "More people")
    assert table.session.day().expected == 14
    said = words_on(page)
    assert "14 people, one screen" in said and "about 35 minutes" in said
    assert "Give paper to 10." in said
    assert "Your plan gives arrivals 20 minutes, from 13:10." in said


def type_number(table: Table, digits: str) -> None:
    """Touch the keys of a number, then OK."""
    for digit in digits:
        touch(table.desk, digit)
        QTest.qWait(160)
    touch(table.desk, "OK")
    QTest.qWait(160)


def test_with_one_screen_the_line_says_whether_a_number_is_chosen_and_offers_it(table: Table) -> None:
    page = prepared(table)
    assert "No number is chosen yet. Please choose one." in words_on(page)
    touch(page, "Choose a number")
    type_number(table, "2468")
    type_number(table, "2468")
    again = desk(table)
    assert isinstance(again, ReadyPage)
    assert "Your number leads to it." in words_on(again) and "Choose a number" not in names(again)


def test_with_one_screen_the_start_asks_for_a_number_on_the_way_to_the_desk(table: Table) -> None:
    touch(prepared(table), "Start the day")
    assert table.session.day().state is DayState.OPEN
    assert (table.stage.desk.page, table.stage.front) == ("number", Side.FACILITATOR)
    type_number(table, "2468")
    type_number(table, "2468")
    assert (table.stage.desk.page, table.stage.front) == ("desk", Side.FACILITATOR)


def test_a_page_is_not_tried_before_a_number_is_chosen(table: Table) -> None:
    touch(prepared(table), "Show a page")
    assert table.stage.desk.page == "number" and not isinstance(table.people.page, SamplePage)
    type_number(table, "2468")
    type_number(table, "2468")
    assert table.stage.front is Side.PEOPLE and isinstance(table.people.page, SamplePage)


def test_with_two_screens_no_number_is_asked_for(two_screens: Table) -> None:
    assert "Choose a number" not in names(prepared(two_screens))


def test_a_private_page_is_tried_and_leads_back(table: Table) -> None:
    start = Start.of(table.stage)
    start.keep(start.settings.with_number("2468"))
    touch(prepared(table), "Show a page")
    shown = table.people.page
    assert isinstance(shown, SamplePage) and shown.look.private
    assert shown.width() < table.people.width() / 2
    touch(shown, "Back")
    page = desk(table)
    assert isinstance(page, ReadyPage) and page.read_page
    assert table.stage.people.page == "today"


def test_with_two_screens_the_page_is_tried_on_the_one_people_touch(two_screens: Table) -> None:
    touch(prepared(two_screens), "Show a page")
    assert isinstance(two_screens.people.page, SamplePage)
    assert isinstance(two_screens.desk.page, ReadyPage)
    touch(two_screens.people.page, "Back")
    assert two_screens.stage.people.page == "today"


def test_once_people_are_here_a_tried_page_leads_to_the_number(table: Table) -> None:
    prepared(table)
    table.session.plan.open_day()
    page = table.show_people("sample")
    table.stage.ask_number(False)
    touch(page, "Back")
    assert table.stage.asking_number and table.stage.front is Side.PEOPLE


def test_look_again_looks_again(table: Table) -> None:
    page = prepared(table)
    before = page.seen
    touch(page, "Look again")
    assert page.seen is not before
    assert replace(page.seen, disk_free=0) == replace(before, disk_free=0)


@pytest.mark.parametrize("size", list(TextSize))
def test_nothing_is_wider_than_a_small_screen(table: Table, size: TextSize) -> None:
    page = prepared(table, scope=False)
    table.session.people.expect(14)
    table.people.mm_per_px = 0.253
    table.stage.taste(Side.FACILITATOR, text_size=size)
    table.people.resize(1366, 768)
    settle()
    for part in page.findChildren(QWidget):
        if part.isVisible():
            left = part.mapTo(page, QPoint(0, 0)).x()
            assert left >= 0 and left + part.width() <= page.width(), part.accessibleName()


def test_forms_are_printed_or_typed_in_from_here(two_screens: Table) -> None:
    page = prepared(two_screens)
    assert "I have paper forms" not in words_on(page)
    two_screens.session.people.expect(14)
    settle()
    assert "You type it in meanwhile" in words_on(page)
    touch(page, "Print 10 forms")
    assert two_screens.stage.desk.page == "people_papers"
    assert (two_screens.stage.desk.given["kind"], two_screens.stage.desk.given["copies"]) == ("consent", 10)
    touch(two_screens.show_desk("ready"), "I have paper forms")
    assert two_screens.stage.desk.page == "paper_form"


def test_a_day_in_school_hours_is_known_when_somebody_young_is_expected(table: Table) -> None:
    page = prepared(table)
    table.session.plan.create("Day", date_=date(2026, 5, 14))
    settle()
    assert "This day is in school hours" not in words_on(page)
    table.session.people.arrive("Josh", [], AgeGroup.UNDER_16)
    settle()
    assert "This day is in school hours" in words_on(page)
