"""Typing paper ballots: keys, both counts, the seal, and nothing that stays behind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.given import Table, find, settle, touch, words_on
from tests.ui.voting import ballots, open_vote, spoken_names
from ui.parts.vote_paper import Batch
from ui.screens.paper_votes import PaperVotesPage
from workshop.domain.facts import RoundFacts


def typing(table: Table, **rules: object) -> PaperVotesPage:
    open_vote(table, **rules)
    page = table.show_desk("paper_votes")
    assert isinstance(page, PaperVotesPage)
    return page


def type_rows(page: PaperVotesPage, *rows: str) -> None:
    for row in rows:
        QTest.keyClicks(page.grid, row)
        QTest.keyClick(page.grid, Qt.Key.Key_Return)


def count(page: PaperVotesPage, sheets: str, dots: str) -> None:
    page._counted("sheets", sheets)
    page._counted("dots", dots)
    page._named("read_by", "Leanne")
    page._named("typed_by", "Ruth")


def batch_of(page: PaperVotesPage) -> Batch:
    assert page.batch is not None
    return page.batch


def test_a_batch_is_typed_and_sealed(table: Table) -> None:
    page = typing(table, by_voice=True)
    count(page, "4", "9")
    type_rows(page, "c102", "p02001", "-111", "s")
    assert page.seal_button.why_not == ""
    touch(table.desk, "Seal 4 paper votes")
    assert ballots(table) == 4
    round_ = table.stage.open_round()
    assert round_ is not None
    facts = table.session.voting.close_round(round_.id)
    assert isinstance(facts, RoundFacts)
    assert {row.number: row.dots for row in facts.rows} == {1: 2, 2: 3, 3: 3, 4: 0, 5: 1}


def test_the_seal_waits_for_both_counts(table: Table) -> None:
    page = typing(table)
    assert page.seal_button.why_not == "Count the sheets and the dots by hand first."
    count(page, "2", "5")
    type_rows(page, "12", "11")
    assert "You counted 5 dots. You typed 5" not in page.foot.text()
    assert page.seal_button.why_not == ""
    count(page, "2", "6")
    assert page.seal_button.why_not == "You counted 6 dots. You typed 5. Look again."
    count(page, "4", "14")
    assert page.seal_button.why_not == "4 ballots can hold 12 dots. You typed 14."
    page.seal_button.click()  # a locked button asks why; the act itself is refused by the session, too
    settle()
    assert ballots(table) == 0


def test_a_sheet_with_too_many_dots_is_said_and_can_be_kept_in_the_count(table: Table) -> None:
    page = typing(table)
    count(page, "4", "3")
    type_rows(page, "22", "1", "1", "1")
    assert page.seal_button.why_not == "Sheet 1 has too many dots. Look again, or choose “Cannot be counted”."
    batch_of(page).go_to(0, 1)
    page.cannot_be_counted()
    assert page.seal_button.why_not == ""
    page.seal()
    settle()
    assert ballots(table) == 3


def test_two_different_people_read_and_type(table: Table) -> None:
    page = typing(table)
    count(page, "1", "1")
    type_rows(page, "1")
    page._named("typed_by", "leanne ")
    page.seal()
    settle()
    assert "Two people count" in words_on(table.desk)
    assert (ballots(table), batch_of(page).dots) == (0, 1)
    page._named("typed_by", "")
    assert page.seal_button.why_not == "Write who read and who typed."


def test_nothing_of_a_sheet_stays_after_the_seal_or_when_the_page_goes(table: Table) -> None:
    page = typing(table)
    count(page, "1", "3")
    type_rows(page, "21")
    sheet = batch_of(page).sheets[0]
    page.seal()
    settle()
    assert (sheet.total, sheet.is_begun, len(batch_of(page).sheets)) == (0, False, 1)
    type_rows(page, "12")
    sheet = batch_of(page).sheets[0]
    assert sheet.total == 3
    table.show_desk("resting")
    assert (sheet.total, sheet.is_begun) == (0, False)


def test_when_the_vote_ends_the_sheets_go(table: Table) -> None:
    page = typing(table)
    type_rows(page, "12")
    sheet = batch_of(page).sheets[0]
    round_ = table.stage.open_round()
    assert round_ is not None
    table.session.voting.close_round(round_.id)
    settle()
    assert sheet.total == 0
    assert "No vote is open. Open the vote first." in words_on(table.desk)


def test_no_total_by_idea_is_on_the_page(table: Table) -> None:
    page = typing(table)
    count(page, "3", "6")
    type_rows(page, "2", "2", "2")
    said = [name for name in spoken_names(table.desk) if "6" in name] + [
        line for line in words_on(table.desk).splitlines() if "6" in line
    ]
    assert {line for line in said if "dots" not in line and "Print" not in line} <= {"6 of 6", "6"}


def test_more_sheets_than_counted_are_said(table: Table) -> None:
    page = typing(table)
    count(page, "1", "3")
    type_rows(page, "1", "2")
    assert page.seal_button.why_not == "You counted 1 sheets. You typed 2."


def test_arrows_move_and_the_cell_is_said(table: Table) -> None:
    page = typing(table, by_voice=True)
    assert page.grid.accessibleName() == "Sheet 1. Votes as"
    QTest.keyClick(page.grid, Qt.Key.Key_Right)
    QTest.keyClicks(page.grid, "2")
    assert page.grid.accessibleName() == "Sheet 1. Idea 2. empty"
    QTest.keyClick(page.grid, Qt.Key.Key_Left)
    assert page.grid.accessibleName() == "Sheet 1. Idea 1. 2 dots"
    QTest.keyClick(page.grid, Qt.Key.Key_Backspace)
    assert page.grid.accessibleName() == "Sheet 1. Idea 1. empty"


@pytest.mark.parametrize("typed", ["+", "5,0", "-3", "2.", "1e3", "²", "five"])
def test_a_count_that_is_no_number_is_said_and_changes_nothing(table: Table, typed: str) -> None:
    page = typing(table)
    count(page, "1", "1")
    type_rows(page, "1")
    assert page.seal_button.why_not == ""
    field = find(page, "Sheets in your hand")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    count(page, "1", "1")
    QTest.keyClicks(field, typed)
    assert field.text() == typed
    assert page.seal_button.why_not == f"“{typed}” is no number. Please write digits only."
    assert page.foot.text() == page.seal_button.why_not
    page.rebuild()  # as another text size would
    settle()
    field = find(page, "Sheets in your hand")
    assert isinstance(field, QLineEdit) and field.text() == typed
    assert page.seal_button.why_not.startswith("“")
    field.setText(" 9 ")
    assert (page.by_hand.sheets, page.unread) == (9, {})


def test_what_is_no_number_keeps_the_count_as_it_was(table: Table) -> None:
    page = typing(table)
    page._counted("sheets", "3")
    page._counted("sheets", "3+")
    assert (page.by_hand.sheets, len(batch_of(page).sheets)) == (3, 3)
    assert "“3+” is no number." in words_on(page)
    page._counted("sheets", "4")
    assert (page.by_hand.sheets, len(batch_of(page).sheets)) == (4, 4)


def test_after_the_seal_both_counts_begin_anew(table: Table) -> None:
    page = typing(table)
    count(page, "1", "1")
    type_rows(page, "1")
    page.seal()
    settle()
    field = find(page, "Sheets in your hand")
    assert isinstance(field, QLineEdit) and field.text() == ""
