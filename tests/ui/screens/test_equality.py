"""The facilitator's side of the equality questions: open, hand over, count, choose the rule, type paper."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.equality import fill, quick, sheets
from tests.ui.given import Table, find, names, settle, touch, words_on
from ui.look import Side
from ui.parts.equality import sheet_of
from ui.parts.start import Start
from ui.screens.equality_paper import EqualityPaperPage
from workshop.domain.kinds import SmallNumbers


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick():
        yield


def test_the_box_is_opened_filled_and_counted_by_touch(two_screens: Table) -> None:
    table = two_screens
    table.show_desk("equality")
    touch(table.desk, "Open the box")
    assert "0 sheets are in" in words_on(table.desk)
    touch(table.desk, "Next person at the screen")
    assert table.stage.people.page == "equality_next"
    touch(table.people, "Touch here when you are ready")
    touch(table.people, "Next")
    touch(table.people, "Skip all the rest")
    touch(table.people, "Hand in")
    assert "1 sheet is in" in words_on(table.desk)
    fill(table, 24, sex="female")
    touch(table.desk, "Close the box and count")
    assert sheets(table) == 25 and table.session.place.store.equality_counts() == {}
    touch(table.desk, "Yes, now. It cannot be undone.")
    assert table.session.place.store.equality_counts()["sex", "female"] == 24
    shown = words_on(table.desk)
    assert "25 sheets were counted" in shown
    assert "Between 21 and 24 of 25 people answered" in shown
    assert table.stage.people.page == "today"


def test_the_page_is_reached_from_the_list_of_people_and_leads_back(table: Table) -> None:
    table.show_desk("arrivals")
    table.show_desk("people_more")
    touch(table.desk, "Equality questions")
    assert "Open the box" in names(table.desk)
    touch(table.desk, "Back")
    assert table.stage.desk.page == "people_more"


def test_while_the_box_is_open_the_desk_knows_their_number_only(two_screens: Table) -> None:
    fill(two_screens, 6, sex="female", religion="jewish")
    two_screens.show_desk("equality")
    shown = f"{words_on(two_screens.desk)}{names(two_screens.desk)}"
    assert "6 sheets are in" in shown
    assert "Jewish" not in shown and "Female" not in shown
    two_screens.session.people.close_equality()
    settle()
    assert "Religion or belief" in words_on(two_screens.desk), "negative control"


def test_sheets_are_thrown_away_only_at_the_second_touch(table: Table) -> None:
    fill(table, 6, sex="female")
    table.show_desk("equality")
    touch(table.desk, "Throw the sheets away unread")
    touch(table.desk, "No")
    assert sheets(table) == 6
    touch(table.desk, "Throw the sheets away unread")
    touch(table.desk, "Yes, now. It cannot be undone.")
    assert sheets(table) == 0
    assert "Open the box" in names(table.desk)


def test_the_screen_can_be_taken_back(two_screens: Table) -> None:
    fill(two_screens, 1)
    two_screens.show_desk("equality")
    touch(two_screens.desk, "Next person at the screen")
    touch(two_screens.desk, "Take the screen back")
    assert two_screens.stage.people.page == "today"


def test_nobody_in_the_middle_of_a_sheet_loses_the_screen_unasked(two_screens: Table) -> None:
    fill(two_screens, 1)
    two_screens.show_desk("equality")
    touch(two_screens.desk, "Next person at the screen")
    touch(two_screens.people, "Touch here when you are ready")
    touch(two_screens.people, "Next")
    touch(two_screens.people, "35 to 44")
    touch(two_screens.desk, "Next person at the screen")
    assert "Somebody is answering now. Please wait." in words_on(two_screens.desk)
    assert sheet_of(two_screens.stage).chosen == {"age": ("35_44",)}
    touch(two_screens.desk, "Close the box and count")
    assert "Somebody is answering now. Their sheet would be lost." in words_on(two_screens.desk)
    assert two_screens.stage.people.page == "equality_ask"


def test_with_one_screen_it_is_given_to_the_people(table: Table) -> None:
    start = Start.of(table.stage)
    start.keep(start.settings.with_number("1234"))
    fill(table, 1)
    table.show_desk("equality")
    touch(table.desk, "Next person at the screen")
    assert table.stage.front is Side.PEOPLE
    assert "Touch here when you are ready" in names(table.people)


def test_after_the_day_no_box_is_opened(table: Table) -> None:
    page = table.show_desk("equality")
    table.session.plan.close_day(reason="This was the last day of the series")
    settle()
    assert find(page, "Open the box").why_not == "The day is closed."  # type: ignore[attr-defined]


def test_the_rule_is_chosen_by_touch_and_the_summary_follows(table: Table) -> None:
    fill(table, 22, sex="female")
    table.session.people.close_equality()
    table.show_desk("equality")
    assert "22 of 22 people answered" in words_on(table.desk)
    touch(table.desk, "Strict")
    assert table.session.day().small_numbers is SmallNumbers.STRICT
    assert "About 20 of 22 people answered" in words_on(table.desk)
    touch(table.desk, "A number of your own")
    touch(table.desk, "One more")
    assert (table.session.day().small_numbers, table.session.day().smallest) == (SmallNumbers.CUSTOM, 6)
    shown = words_on(table.desk)
    assert "Counts of 1 to 5 people are not shown, nor any count they could be worked out from." in shown


def test_of_too_few_sheets_nothing_is_shown(table: Table) -> None:
    fill(table, 3, sex="female")
    table.session.people.close_equality()
    table.show_desk("equality")
    assert "Too few people answered. Nothing can be shown." in words_on(table.desk)


# Paper


def type_in(table: Table, *numbers: str) -> EqualityPaperPage:
    page = table.desk.page
    assert isinstance(page, EqualityPaperPage)
    for number in numbers:
        page.line.setText(number)
        QTest.keyClick(page.line, Qt.Key.Key_Return)
        settle()
    return page


def test_paper_sheets_are_typed_by_number_and_are_gone(table: Table) -> None:
    fill(table, 4)
    table.show_desk("equality")
    touch(table.desk, "Type paper sheets")
    page = type_in(table, "5", "1", "1 3", "11", "", "3")
    assert "Ethnic group: Pakistani" in names(table.desk)
    touch(table.desk, "Put this sheet in the box")
    assert sheets(table) == 5
    assert page.sheet.chosen == {} and "Pakistani" not in words_on(table.desk)
    touch(table.desk, "Back")
    table.session.people.close_equality()
    found = table.session.place.store.equality_counts()
    assert {key for key in found if key[0] != "sheets"} == {
        ("age", "35_44"),
        ("limited", "a_lot"),
        ("impairment", "answered"),
        ("impairment", "vision"),
        ("impairment", "mobility"),
        ("ethnic_group", "asian_pakistani"),
        ("gender", "prefer_not"),
    }


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (("12",), "There is no such number here. Please look again."),
        (("x",), "There is no such number here. Please look again."),
        (("1 2",), "This question takes one number."),
        (("", "1", "1 9"), "“Prefer not to say” stands alone."),
    ],
)
def test_a_number_that_cannot_be_is_said_and_nothing_is_lost(
    table: Table, numbers: tuple[str, ...], said: str
) -> None:
    fill(table, 0)
    table.show_desk("equality_paper")
    page = type_in(table, *numbers)
    assert said in words_on(table.desk)
    assert page.typed == numbers[-1]


def test_a_touch_is_as_good_as_a_number_and_a_row_leads_back(table: Table) -> None:
    fill(table, 0)
    table.show_desk("equality_paper")
    touch(table.desk, "5. 35 to 44")
    touch(table.desk, "Age: 35 to 44")
    touch(table.desk, "6. 45 to 54")
    page = table.desk.page
    assert isinstance(page, EqualityPaperPage)
    assert page.sheet.chosen == {"age": ("45_54",)}


def test_a_sheet_that_is_half_typed_goes_when_the_page_goes(table: Table) -> None:
    fill(table, 0)
    table.show_desk("equality_paper")
    page = type_in(table, "5")
    touch(table.desk, "Back")
    assert page.sheet.chosen == {} and sheets(table) == 0


def test_without_a_box_there_is_nothing_to_type(table: Table) -> None:
    table.show_desk("equality_paper")
    assert "The box is not open." in words_on(table.desk)
