"""The recovery key: shown once, never passed by unseen, printed without a name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.given import touch, words_on
from tests.ui.screens.start_given import PASSPHRASE, Computer, computer
from ui.screens.recovery_key import RecoveryKeyPage


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Computer]:
    with computer(tmp_path / "home", monkeypatch) as it:
        it.start.library.secret = PASSPHRASE
        it.start.make("Leaving hospital")
        it.wait(1500)
        yield it


def test_a_new_workshop_shows_its_key(made: Computer) -> None:
    assert made.at == "recovery_key"
    key = made.stage.room.session.recovery_key
    assert all(group in words_on(made.window) for group in key.split("-"))


def test_one_goes_on_only_when_it_is_on_paper_and_then_it_is_forgotten(made: Computer) -> None:
    key = made.stage.room.session.recovery_key
    touch(made.window, "Next")
    assert made.at == "recovery_key"
    assert "First print it, or write it by hand." in words_on(made.window)
    touch(made.window, "I wrote it by hand")
    touch(made.window, "Next")
    assert made.at == "plan"
    assert made.stage.room.session.recovery_key == ""
    assert key.split("-")[0] not in words_on(made.window)


def test_a_tick_can_be_taken_back(made: Computer) -> None:
    touch(made.window, "I have the paper here")
    made.pause()
    touch(made.window, "I have the paper here")
    touch(made.window, "Next")
    assert made.at == "recovery_key"


def test_the_printed_page_holds_the_key_and_names_nobody(made: Computer) -> None:
    printed: list[str] = []
    page = made.page
    assert isinstance(page, RecoveryKeyPage)

    def to_paper(html: str, parent: object) -> bool:
        printed.append(html)
        return True

    page.print_page = to_paper
    touch(made.window, "Print the key")
    assert all(group in printed[0] for group in made.stage.room.session.recovery_key.split("-"))
    assert "Leaving hospital" not in printed[0]
    assert "The key is on its way to the printer." in words_on(made.window)
