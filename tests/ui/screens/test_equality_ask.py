"""A whole turn at the equality questions by touch, and all the ways in which it must leave nothing behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.equality import FORM, open_box, quick, sheets
from tests.ui.given import Table, find, names, settle, touch, words_on
from ui.look import Side
from ui.parts.equality import SHEET, Sheet, sheet_of
from ui.screens.equality_ask import EqualityAskPage
from ui.screens.equality_next import EqualityNextPage
from ui.widgets.button import Button
from ui.widgets.still_there import NOTICE_MS

BEGIN = "Touch here when you are ready"


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with quick():
        yield


def begin(table: Table) -> EqualityAskPage:
    """Somebody begins, and has read why we ask."""
    open_box(table)
    touch(table.people, BEGIN)
    assert FORM.why[0] in words_on(table.people)
    touch(table.people, "Next")
    return page(table)


def page(table: Table) -> EqualityAskPage:
    shown = table.people.page
    assert isinstance(shown, EqualityAskPage)
    return shown


def asked(table: Table) -> str:
    question = page(table).question
    return question.question if question else ""


def counted(table: Table) -> dict[tuple[str, str], int]:
    """What came out of the box, with enough empty sheets to be counted."""
    for _ in range(5):
        table.session.people.equality({})
    table.session.people.close_equality()
    found = table.session.place.store.equality_counts()
    return {key: n for key, n in found.items() if key[0] != "sheets"}


def test_a_whole_turn_from_the_cover_to_the_cover(table: Table) -> None:
    begin(table)
    touch(table.people, "35 to 44")
    touch(table.people, "Yes, a lot")
    assert asked(table) == "impairment"
    touch(table.people, "Seeing")
    touch(table.people, "Moving about")
    touch(table.people, "Next")
    assert asked(table) == "ethnic_group"
    touch(table.people, "Asian, Asian British or Asian Welsh")
    assert "Pakistani" in names(table.people)
    touch(table.people, "Pakistani")
    touch(table.people, "Female")
    touch(table.people, "Skip this question")
    assert asked(table) == "religion"
    touch(table.people, "Prefer not to say")
    touch(table.people, "Skip all the rest")
    assert sheets(table) == 0
    touch(table.people, "Hand in")
    assert isinstance(table.people.page, EqualityNextPage)
    assert FORM.thanks in words_on(table.people)
    assert (sheets(table), table.stage.visit) == (1, {})
    touch(table.people, "I am finished")
    assert BEGIN in names(table.people)
    assert counted(table) == {
        ("age", "35_44"): 1,
        ("ethnic_group", "asian_pakistani"): 1,
        ("impairment", "answered"): 1,
        ("impairment", "mobility"): 1,
        ("impairment", "vision"): 1,
        ("limited", "a_lot"): 1,
        ("religion", "prefer_not"): 1,
        ("sex", "female"): 1,
    }


def test_every_question_offers_prefer_not_to_say_like_any_other_answer(table: Table) -> None:
    begin(table)
    for _ in range(len(FORM.questions) - 1):
        answers = [b for b in page(table).body.findChildren(Button) if b.isCheckable()]
        last = find(table.people, "Prefer not to say")
        assert isinstance(last, Button) and last in answers
        assert {(b.face, b.icon_name) for b in answers} == {(last.face, "circle")}
        assert not any(b.isChecked() for b in answers)
        touch(table.people, "Skip this question")
    touch(table.people, "Hand in")
    assert counted(table) == {}


def test_the_way_back_keeps_answers_and_a_second_touch_takes_one_off(table: Table) -> None:
    begin(table)
    touch(table.people, "35 to 44")
    touch(table.people, "Back")
    assert asked(table) == "age"
    chosen = find(table.people, "35 to 44")
    assert isinstance(chosen, Button) and chosen.isChecked()
    touch(table.people, "35 to 44")
    assert sheet_of(table.stage).chosen == {}
    touch(table.people, "Back")
    touch(table.people, "Back")
    assert BEGIN in names(table.people) and table.stage.visit == {}


def test_an_answer_that_opened_a_question_and_is_changed_takes_it_along(table: Table) -> None:
    begin(table)
    touch(table.people, "35 to 44")
    touch(table.people, "Yes, a lot")
    touch(table.people, "Seeing")
    touch(table.people, "Back")
    touch(table.people, "No")
    assert asked(table) == "ethnic_group"
    touch(table.people, "Skip all the rest")
    touch(table.people, "Hand in")
    assert counted(table) == {("age", "35_44"): 1, ("limited", "no"): 1}


def test_stopping_keeps_nothing(table: Table) -> None:
    begin(table)
    touch(table.people, "35 to 44")
    touch(table.people, "Stop")
    assert BEGIN in names(table.people)
    assert (table.stage.visit, sheets(table)) == ({}, 0)


def test_the_second_person_knows_nothing_of_the_first(table: Table) -> None:
    begin(table)
    touch(table.people, "35 to 44")
    table.stage.taste(Side.PEOPLE, language="pl")
    settle()
    page(table).skip_all()
    settle()
    page(table).hand_in()
    settle()
    assert isinstance(table.people.page, EqualityNextPage)
    table.people.page.finish()
    settle()
    assert table.stage.tastes[Side.PEOPLE].language == "en"
    touch(table.people, BEGIN)
    touch(table.people, "Next")
    assert sheet_of(table.stage).chosen == {}
    assert not [b for b in page(table).body.findChildren(Button) if b.isChecked()]


def test_a_sheet_is_handed_in_once(table: Table) -> None:
    shown = begin(table)
    shown.skip_all()
    settle()
    last = page(table)
    last.hand_in()
    last.hand_in()
    settle()
    assert sheets(table) == 1


def test_a_page_left_alone_asks_and_then_forgets(table: Table) -> None:
    shown = begin(table)
    touch(table.people, "35 to 44")
    shown = page(table)
    shown.still.pass_time(5 * 60_000)
    settle()
    assert "Are you still there?" in words_on(table.people)
    assert "Nothing is counted. You can start again." in words_on(table.people)
    shown.still.pass_time(NOTICE_MS)
    settle()
    assert BEGIN in names(table.people) and table.stage.visit == {}


def test_going_to_the_facilitators_side_forgets_a_sheet_that_was_begun(table: Table) -> None:
    begin(table)
    touch(table.people, "35 to 44")
    table.stage.to_desk()
    settle()
    assert SHEET not in table.stage.visit
    table.stage.to_people()
    settle()
    assert BEGIN in names(table.people)


def test_when_the_box_is_counted_meanwhile_the_day_is_shown(two_screens: Table) -> None:
    begin(two_screens)
    touch(two_screens.people, "35 to 44")
    for _ in range(5):
        two_screens.session.people.equality({})
    two_screens.session.people.close_equality()
    settle()
    assert two_screens.stage.people.page == "today"
    assert two_screens.stage.visit == {}


def test_nothing_of_a_sheet_is_on_the_disk_or_the_desk_before_it_is_handed_in(two_screens: Table) -> None:
    table = two_screens
    begin(table)
    folder = Path(table.session.place.folder)
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    touch(table.people, "35 to 44")
    touch(table.people, "Yes, a lot")
    after = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert after == before
    assert "35 to 44" not in f"{names(table.desk)}{words_on(table.desk)}"
    assert "35_44" not in repr(sheet_of(table.stage))
    assert "35_44" in str(sheet_of(table.stage).chosen), "negative control: this is where it is"


def test_the_whole_turn_by_keys(table: Table) -> None:
    open_box(table)

    def press(words: str) -> None:
        button = find(table.people, words)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)
        settle()

    for words in (BEGIN, "Next", "16 or 17", "Skip all the rest", "Hand in"):
        press(words)
    assert sheets(table) == 1


def test_what_is_read_aloud_are_the_questions_and_never_what_was_chosen(table: Table) -> None:
    shown = begin(table)
    silent = shown.read_out()
    touch(table.people, "35 to 44")
    touch(table.people, "Back")
    assert page(table).read_out() == silent
    assert silent.splitlines()[0] == "How old are you?"
    assert "Prefer not to say" in silent


def test_a_finger_that_trembles_on_the_last_page_answers_nothing(table: Table) -> None:
    shown = begin(table)
    shown.settles_s = 60.0  # type: ignore[misc]
    touch(table.people, "35 to 44")
    assert sheet_of(table.stage).chosen == {}


def test_on_a_large_screen_the_questions_are_small_and_low(table: Table) -> None:
    shown = begin(table)
    assert shown.look.private
    assert shown.height() < table.people.height() / 1.5
    assert all(part.width() <= shown.width() for part in shown.findChildren(QWidget))


def test_a_sheet_says_nothing_by_its_repr() -> None:
    assert "female" not in repr(Sheet({"sex": ("female",)}))
