"""The first page: a passphrase in words, typed twice, the screen that people touch, or practice first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.given import find, names, touch, words_on
from tests.ui.screens.start_given import PASSPHRASE, Computer, computer
from ui.screens.first_run import FirstRunPage
from workshop.session.settings import ONLY_THIS


@pytest.fixture
def new(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Computer]:
    with computer(tmp_path / "home", monkeypatch) as made:
        made.show("first_run")
        yield made


def test_a_new_computer_begins_here(new: Computer) -> None:
    assert new.start.first_page().page == "first_run"


def test_a_passphrase_is_judged_in_words_while_it_is_typed(new: Computer) -> None:
    assert "Four or five words are good." in words_on(new.window)
    new.type("Passphrase", "kettle")
    assert "Too short. It needs 12 letters or more." in words_on(new.window)
    new.type("Passphrase", "hospital workshop")
    assert "Too easy to guess. Please choose other words." in words_on(new.window)
    new.type("Passphrase", PASSPHRASE)
    assert "Good. Long enough. Not in our list of common words." in words_on(new.window)


def test_next_waits_until_both_are_the_same(new: Computer) -> None:
    new.type("Passphrase", PASSPHRASE)
    new.type("The same again", PASSPHRASE[:-1])
    touch(new.window, "Next")
    assert (new.at, new.start.library.secret) == ("first_run", None)
    assert "Please type the same again below." in words_on(new.window)
    new.pause()
    new.type("The same again", PASSPHRASE)
    touch(new.window, "Next")
    assert (new.at, new.start.library.secret) == ("home", PASSPHRASE)


def test_enter_goes_on_too_and_nothing_of_the_passphrase_stays(new: Computer) -> None:
    page = new.page
    assert isinstance(page, FirstRunPage)
    new.type("Passphrase", PASSPHRASE)
    new.type("The same again", PASSPHRASE)
    new.press_enter("The same again")
    assert new.at == "home"
    assert (page.first, page.second) == ("", "")


def test_letters_can_be_shown_and_hidden(new: Computer) -> None:
    field = find(new.window, "Passphrase")
    assert isinstance(field, QLineEdit) and field.echoMode() == QLineEdit.EchoMode.Password
    new.type("Passphrase", PASSPHRASE)
    touch(new.window, "Show")
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    new.pause()
    touch(new.window, "Hide")
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_only_this_laptop_is_kept_and_what_was_typed_stays(new: Computer) -> None:
    new.type("Passphrase", PASSPHRASE)
    touch(new.window, "Only this laptop")
    new.wait()
    assert new.start.settings.people_screen == ONLY_THIS
    field = find(new.window, "Passphrase")
    assert isinstance(field, QLineEdit) and field.text() == PASSPHRASE


def test_a_touch_is_looked_for_and_named_when_it_came(new: Computer) -> None:
    wanted: list[bool] = []
    new.start.touch_wanted.connect(wanted.append)
    touch(new.window, "Touch it now")
    assert wanted == [True] and "Now touch that screen" in names(new.window)
    new.start.choose_screen("HDMI-1")
    new.wait()
    assert wanted == [True, False] and "People touch this screen" in names(new.window)


def test_practice_needs_no_passphrase(new: Computer) -> None:
    touch(new.window, "Practise first, no passphrase")
    new.wait(2000)
    assert new.at == "desk" and new.stage.room.workshop.practice
    assert new.start.library.secret is None
    new.start.leave()
    assert list(new.home.iterdir()) == []
