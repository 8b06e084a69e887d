"""The pad: chosen once, typed by fingers or keys, closed after wrong tries, and never showing a digit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.given import Table, names, settle, touch, words_on
from ui.look import Side
from ui.parts.number import Asks, Pad
from ui.parts.start import Start
from ui.screens.number import NumberPage
from workshop.session import settings
from workshop.session.settings import Settings


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


def test_a_number_is_chosen_twice_when_there_is_none(pad: Table) -> None:
    start = Start.of(pad.stage)
    pad.stage.ask_number(False)
    start.keep(start.settings.without_number())
    pad.stage.ask_number()
    settle()
    assert "Choose a number" in words_on(pad.people)
    assert "At least 4 places." in words_on(pad.people)
    type_(pad, "123")
    assert "A number has at least 4 places." in words_on(pad.people)
    type_(pad, "4")
    assert "The same number again" in words_on(pad.people)
    type_(pad, "1235")
    assert "The two were not the same. Please choose again." in words_on(pad.people)
    assert not start.settings.number
    type_(pad, "1234")
    type_(pad, "1234")
    assert start.settings.number and pad.stage.front is Side.FACILITATOR


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
    assert Pad.fresh(Settings()).asks is Asks.NEW
    assert len(Pad(typed="1" * 12).digit("1").typed) == 12
