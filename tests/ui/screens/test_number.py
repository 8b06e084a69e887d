"""The pad: chosen at the desk, typed by fingers or keys, closed after wrong tries, never showing a digit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui import sample
from tests.ui.checks import wrong_with
from tests.ui.given import Clock, Table, find, names, settle, touch, words_on
from ui.look import Side, TextSize
from ui.parts.number import Pad, Way, choose_number, hand_over, try_passphrase, way_in
from ui.parts.start import Start
from ui.screens.number import NumberPage
from workshop.session import settings
from workshop.session.session import Session
from workshop.session.settings import Tries

PASSPHRASE = "teapot gravel seven lighthouse"


@pytest.fixture
def pad(qtbot: QtBot, table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Table]:
    """A people's screen whose number is 2468, with the pad over it."""
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))
    start = Start.of(table.stage)
    start.keep(start.settings.with_number("2468"))
    table.show_people("resting")
    touch(table.people, "Facilitator")
    yield table


def type_(table: Table, number: str) -> None:
    """Touch the keys of a number, then OK."""
    for digit in number:
        touch(table.people, digit)
        QTest.qWait(160)  # the same key twice is no trembling finger
    touch(table.people, "OK")
    QTest.qWait(160)


def over(table: Table) -> NumberPage:
    """The pad."""
    assert isinstance(table.people.over, NumberPage)
    return table.people.over


def test_the_right_number_leads_to_the_desk(pad: Table) -> None:
    assert "Type your number" in words_on(pad.people)
    type_(pad, "2468")
    assert pad.stage.front is Side.FACILITATOR and pad.people.over is None


def test_digits_are_never_shown_only_that_they_were_taken(pad: Table) -> None:
    touch(pad.people, "2")
    touch(pad.people, "4")
    assert "2 digits typed" in names(pad.people)
    touch(pad.people, "Delete")
    assert "1 digit typed" in names(pad.people)
    assert not any("24" in name for name in names(pad.people))


def test_a_wrong_number_is_told_and_five_close_the_pad(pad: Table) -> None:
    type_(pad, "1357")
    assert "That is not it. 1 of 5 tries." in words_on(pad.people)
    for _ in range(4):
        for digit in "1357":
            over(pad)._type(digit)
        over(pad)._ok()
    settle()
    words = words_on(pad.people)
    assert "This pad is closed" in words and "It opens again in 15 seconds." in words
    assert "The wait doubles each time." in words
    assert pad.stage.front is Side.PEOPLE
    touch(pad.people, "Back")
    assert pad.people.over is None


def test_a_closed_pad_stays_closed_after_a_new_start_and_opens_again(pad: Table) -> None:
    for _ in range(5):
        for digit in "1357":
            over(pad)._type(digit)
        over(pad)._ok()
    pad.stage.ask_number(False)
    Start.of(pad.stage).settings = settings.load()
    pad.stage.ask_number()
    settle()
    assert "This pad is closed" in words_on(pad.people)
    pad.clock.on(seconds=16)
    over(pad)._second()
    settle()
    assert "Type your number" in words_on(pad.people)


def test_real_keys_open_it_even_when_the_pad_is_closed(pad: Table) -> None:
    for _ in range(5):
        for digit in "1357":
            over(pad)._type(digit)
        over(pad)._ok()
    QTest.keyClicks(over(pad), "2468")
    QTest.keyClick(over(pad), Qt.Key.Key_Return)
    settle()
    assert pad.stage.front is Side.FACILITATOR


def test_enter_means_ok_also_after_a_touch(pad: Table) -> None:
    for digit in "2468":
        touch(pad.people, digit)
    focused = pad.people.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settle()
    assert pad.stage.front is Side.FACILITATOR


def test_close_and_escape_give_the_page_back(pad: Table) -> None:
    touch(pad.people, "Close")
    assert pad.people.over is None and pad.stage.front is Side.PEOPLE
    pad.stage.ask_number()
    settle()
    QTest.keyClick(over(pad), Qt.Key.Key_Escape)
    settle()
    assert pad.people.over is None and pad.stage.front is Side.PEOPLE


class Locked(Table):
    """A table whose workshop is a real one: it has a passphrase."""

    @classmethod
    def _session(cls, folder: Path, clock: Clock) -> Session:
        return Session.make(folder, "Leaving hospital", PASSPHRASE, clock)


@pytest.fixture
def locked(qtbot: QtBot, tmp_path: Path) -> Iterator[Table]:
    """One screen, a real workshop, no number; somebody at the people's screen touched "Facilitator"."""
    made = Locked(tmp_path / "day")
    made.begin()
    made.show_people("board")
    touch(made.people, "Facilitator")
    yield made
    made.close()


def test_a_number_is_chosen_twice_on_the_facilitators_side_and_then_it_goes_on(table: Table) -> None:
    start = Start.of(table.stage)
    table.show_desk("home")
    hand_over(table.stage)
    settle()
    assert table.stage.front is Side.FACILITATOR
    assert "Choose a number" in words_on(table.desk) and "At least 4 places." in words_on(table.desk)
    type_(table, "123")
    assert "A number has at least 4 places." in words_on(table.desk)
    type_(table, "4")
    assert "The same number again" in words_on(table.desk)
    type_(table, "1235")
    assert "The two were not the same. Please choose again." in words_on(table.desk)
    assert not start.settings.number
    type_(table, "1234")
    type_(table, "1234")
    assert start.settings.number
    assert (table.stage.front, table.stage.desk.page) == (Side.PEOPLE, "home")


def test_a_number_that_was_chosen_is_not_asked_for_again(pad: Table) -> None:
    pad.stage.ask_number(False)
    pad.show_desk("home")
    hand_over(pad.stage)
    assert pad.stage.front is Side.PEOPLE


@pytest.mark.parametrize("give", ["Give the screen to the people", "Show “Today”"])
def test_the_desk_gives_nothing_away_before_a_number_is_chosen(whole: Table, give: str) -> None:
    sample.start(whole.session, "share")
    touch(whole.show_desk("desk"), give)
    assert (whole.stage.desk.page, whole.stage.front) == ("number", Side.FACILITATOR)


def test_nobody_has_to_choose_a_number_but_the_screen_stays(table: Table) -> None:
    table.show_desk("display")
    hand_over(table.stage)
    settle()
    touch(table.desk, "Close")
    assert (table.stage.front, table.stage.desk.page) == (Side.FACILITATOR, "display")


def test_with_two_screens_nothing_is_handed_over(two_screens: Table) -> None:
    two_screens.show_desk("home")
    hand_over(two_screens.stage)
    assert two_screens.stage.desk.page == "home"


def test_people_cannot_choose_a_number(locked: Table) -> None:
    assert way_in(locked.stage) is Way.PASSPHRASE
    assert "No number was chosen. Ask the facilitator." in words_on(locked.people)
    assert not {"1", "2", "Choose a number"} & names(locked.people)
    QTest.keyClicks(over(locked).focusWidget() or over(locked), "2468")
    over(locked).setFocus()
    QTest.keyClick(over(locked), Qt.Key.Key_Return)
    settle()
    assert not Start.of(locked.stage).settings.number and locked.stage.front is Side.PEOPLE
    touch(locked.people, "Close")
    assert locked.people.over is None and locked.stage.front is Side.PEOPLE


def test_without_a_number_the_passphrase_leads_in_and_wrong_ones_are_counted(locked: Table) -> None:
    settings_of = Start.of(locked.stage)
    field = find(locked.people, "Passphrase")
    for wrong in ("let me in", "please let me in"):
        QTest.keyClicks(field, wrong)
        QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert "That is not it. 2 of 5 tries." in words_on(locked.people)
    assert (settings_of.settings.passphrase.wrong, locked.stage.front) == (2, Side.PEOPLE)
    QTest.keyClicks(field, PASSPHRASE)
    touch(locked.people, "OK")
    assert locked.stage.front is Side.FACILITATOR
    assert settings_of.settings.passphrase == Tries()


def test_after_five_wrong_passphrases_the_right_one_has_to_wait(locked: Table) -> None:
    for _ in range(5):
        assert not try_passphrase(locked.stage, "let me in")
    field = find(locked.people, "Passphrase")
    QTest.keyClicks(field, PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert "It opens again in 15 seconds." in words_on(locked.people)
    assert locked.stage.front is Side.PEOPLE
    locked.clock.on(seconds=16)
    assert try_passphrase(locked.stage, PASSPHRASE)


def test_in_practice_the_way_is_free(table: Table) -> None:
    table.show_people("board")
    touch(table.people, "Facilitator")
    assert "No number was chosen. Ask the facilitator." in words_on(table.people)
    touch(over(table), "Facilitator")
    assert table.stage.front is Side.FACILITATOR and table.people.over is None


def test_with_two_screens_and_no_number_the_pause_stays(two_screens: Table) -> None:
    two_screens.show_people("resting")
    two_screens.stage.pause()
    settle()
    touch(two_screens.people, "Facilitator")
    assert "Use the laptop." in words_on(two_screens.people)
    QTest.keyClicks(over(two_screens), "2468")
    QTest.keyClick(over(two_screens), Qt.Key.Key_Return)
    touch(over(two_screens), "Close")
    assert two_screens.stage.paused and not Start.of(two_screens.stage).settings.number


def test_before_any_passphrase_there_is_nothing_to_keep_closed(table: Table) -> None:
    table.stage.leave()
    assert way_in(table.stage) is Way.FREE
    Start.of(table.stage).library.secret = PASSPHRASE
    assert way_in(table.stage) is Way.PASSPHRASE
    assert not try_passphrase(table.stage, "let me in") and try_passphrase(table.stage, PASSPHRASE)


@pytest.mark.parametrize("two", [False, True])
@pytest.mark.parametrize("real", [False, True])
def test_each_way_has_room_in_all_sizes(qtbot: QtBot, tmp_path: Path, two: bool, real: bool) -> None:
    made = (Locked if real else Table)(tmp_path / "day", two_screens=two, width=1366, height=768, mm=0.253)
    made.begin()
    made.show_people("board")
    made.stage.ask_number()
    for size in TextSize:
        made.stage.ask_number(False)
        made.stage.taste(Side.PEOPLE, text_size=size)
        made.stage.ask_number()
        settle()
        assert wrong_with(over(made)) == []
    made.close()


def test_choosing_has_room_in_all_sizes(qtbot: QtBot, tmp_path: Path) -> None:
    made = Table(tmp_path / "day", width=1366, height=768, mm=0.253)
    made.begin()
    choose_number(made.stage)
    for size in TextSize:
        made.stage.taste(Side.FACILITATOR, text_size=size)
        settle()
        page = made.people.page
        assert isinstance(page, NumberPage) and wrong_with(page) == []
    made.close()


def test_what_a_pause_covers_stays_covered(pad: Table) -> None:
    before = pad.people.grab().toImage()
    pad.stage.pause()
    settle()
    assert isinstance(pad.people.over, NumberPage)
    covered = pad.people.grab().toImage()
    corner = pad.people.rect().bottomRight() / 40
    assert covered.pixelColor(corner) == covered.pixelColor(pad.people.rect().bottomLeft())
    assert before.size() == covered.size()


def test_with_a_second_screen_the_right_number_only_lifts_the_pause(
    two_screens: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))
    start = Start.of(two_screens.stage)
    start.keep(start.settings.with_number("2468"))
    two_screens.show_people("resting")
    two_screens.stage.pause()
    settle()
    touch(two_screens.people, "Facilitator")
    type_(two_screens, "2468")
    assert (two_screens.stage.paused, two_screens.people.over) == (False, None)


def test_a_pad_as_a_value_keeps_apart_what_was_typed_on_keys() -> None:
    typed = Pad().digit("1", by_key=True).digit("2", by_key=True)
    assert (typed.typed, typed.by_keys) == ("12", True)
    assert not typed.digit("3").by_keys
    assert not Pad().digit("1").digit("2", by_key=True).by_keys
    assert len(Pad(typed="1" * 12).digit("1").typed) == 12
