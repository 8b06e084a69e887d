"""Display and sound: for one person at the people's screen, kept where it is chosen at the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.ui import sample
from tests.ui.checks import wrong_with
from tests.ui.given import Table, find, names, settle, touch, words_on
from ui.board.hands import SHAKING_HANDS
from ui.look import Side, TextSize
from ui.parts.start import Start
from ui.screens.board import BoardPage
from ui.widgets.choice import Segment
from workshop.domain.records import Step
from workshop.session import settings
from workshop.session.settings import Looks


@pytest.fixture
def room(two_screens: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Table]:
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))
    two_screens.show_people("display")
    two_screens.show_desk("display")
    yield two_screens


def test_a_person_changes_their_screen_until_the_next_one_comes(room: Table) -> None:
    touch(room.people, "Largest")
    touch(room.people, "اردو")
    assert room.stage.tastes[Side.PEOPLE].text_size is TextSize.LARGEST
    assert room.people.page is not None and room.people.page.isRightToLeft()
    assert room.stage.tastes[Side.FACILITATOR].text_size is TextSize.STANDARD
    room.stage.next_person()
    assert room.stage.tastes[Side.PEOPLE].text_size is TextSize.STANDARD
    assert settings.load() == settings.Settings()


def test_calm_and_black_and_white_stay_for_the_day(room: Table) -> None:
    touch(room.people, "Black and white")
    touch(room.people, "Calm: nothing moves")
    room.stage.next_person()
    taste = room.stage.tastes[Side.PEOPLE]
    assert (taste.contrast, taste.calm) == (True, True)


def to_the_board(table: Table) -> BoardPage:
    """Put the display page away, as somebody does in a step at the board."""
    touch(table.people, "Done")
    page = table.people.page
    assert isinstance(page, BoardPage)
    return page


def test_the_table_lies_flat_hands_shake_and_the_buttons_stand_at_any_side(room: Table) -> None:
    sample.plan(room.session)
    room.session.plan.open_day()
    room.session.plan.start_step(next(s for s in room.session.all(Step) if s.kind == "groups").id)
    room.show_people("display")
    touch(room.people, "The screen lies flat")
    touch(room.people, "My hands shake")
    for side, at in (("Left", 0), ("Right", 0), ("Above", 1), ("Below", 1)):
        touch(room.people, side)
        page = to_the_board(room)
        across = (page.dock.width(), page.dock.height())
        assert page.view.flat_table and page.view.touching.hands.steadiness == SHAKING_HANDS
        assert across[at] < across[1 - at] and wrong_with(page) == []
        QTest.qWait(160)  # sooner a second touch is only a trembling finger
        touch(page, "More")
        touch(page, "Display")
    page = to_the_board(room)
    for y, turned in ((40, 2), (page.view.height() - 40, 0)):
        page.write_at(*page.view.camera.to_board(page.view.width() / 2, y))
        assert page.pages.open[-1].turned.quarters == turned
    room.stage.next_person()
    assert room.stage.tastes[Side.PEOPLE].flat  # as the table, for the whole day


def test_the_desk_chooses_for_itself_and_it_is_kept(room: Table) -> None:
    touch(room.desk, "Large")
    assert room.stage.tastes[Side.FACILITATOR].text_size is TextSize.LARGE
    assert room.stage.tastes[Side.PEOPLE].text_size is TextSize.STANDARD
    assert settings.load().desk == Looks("large")


def test_the_desk_chooses_for_the_people_too(room: Table) -> None:
    touch(room.desk, "The people’s screen")
    touch(room.desk, "Largest")
    assert room.stage.tastes[Side.PEOPLE].text_size is TextSize.LARGEST
    assert room.stage.tastes[Side.FACILITATOR].text_size is TextSize.STANDARD
    assert settings.load().people == Looks("largest")
    room.stage.next_person()
    assert room.stage.tastes[Side.PEOPLE].text_size is TextSize.LARGEST


def test_a_new_number_is_chosen_at_the_desk_only(room: Table) -> None:
    assert "Choose a new number" not in names(room.people)
    start = Start.of(room.stage)
    start.keep(start.settings.with_number("2468"))
    room.show_desk("home")
    room.show_desk("display")
    touch(room.desk, "Choose a new number")
    assert "At least 4 places." in words_on(room.desk)
    before = start.settings.number
    for _ in range(2):
        for digit in "1357":
            touch(room.desk, digit)
            QTest.qWait(160)
        touch(room.desk, "OK")
        QTest.qWait(160)
    assert start.settings.number not in ("", before) and room.stage.desk.page == "display"


def test_the_screen_that_people_touch_is_chosen_again_at_the_desk(room: Table) -> None:
    start, wanted = Start.of(room.stage), list[bool]()
    start.touch_wanted.connect(wanted.append)
    touch(room.desk, "Touch it now")
    assert "Now touch that screen" in names(room.desk)
    start.choose_screen("HDMI-1")
    settle()
    assert wanted == [True, False] and "Touch it now" in names(room.desk)
    touch(room.desk, "Only this laptop")
    assert start.settings.people_screen == settings.ONLY_THIS


def test_done_leads_back(room: Table) -> None:
    touch(room.people, "Done")
    touch(room.desk, "Done")
    settle()
    assert room.stage.people.page == room.stage.page_of_the_day()
    assert room.stage.desk.page == "desk"


def test_what_is_chosen_is_said_to_a_screen_reader(room: Table) -> None:
    touch(room.people, "Large")
    chosen = find(room.people, "Large")
    assert isinstance(chosen, Segment) and chosen.isChecked()
