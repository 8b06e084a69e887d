"""The lock: right, wrong, a wait in words, the printed key, a new file, and damage told apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.given import touch, words_on
from tests.ui.screens.start_given import PASSPHRASE, Computer, computer
from ui.parts.library_rows import WorkshopRow
from ui.screens.unlock import UnlockPage
from workshop.session.session import Session


@pytest.fixture
def locked(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Computer]:
    with computer(tmp_path / "home", monkeypatch) as it:
        it.make("Leaving hospital")
        it.start.begin()
        it.wait()
        yield it


def try_it(at: Computer, secret: str) -> None:
    at.type("Passphrase", secret)
    touch(at.window, "Open")
    at.pause()
    at.wait(1500)


def test_the_right_passphrase_leads_home(locked: Computer) -> None:
    assert locked.at == "unlock"
    try_it(locked, PASSPHRASE)
    assert (locked.at, locked.start.library.secret) == ("home", PASSPHRASE)


def test_enter_opens_too(locked: Computer) -> None:
    locked.type("Passphrase", PASSPHRASE)
    locked.press_enter("Passphrase")
    locked.wait(1500)
    assert locked.at == "home"


def test_an_empty_passphrase_is_not_tried(locked: Computer) -> None:
    touch(locked.window, "Open")
    locked.wait()
    assert "Please type it first." in words_on(locked.window)
    assert locked.start.settings.passphrase.wrong == 0


def test_a_wrong_passphrase_is_counted_in_words_and_waits_after_five(locked: Computer) -> None:
    try_it(locked, "not this one at all")
    assert "That is not it. 1 of 5 tries before a short wait." in words_on(locked.window)
    for _ in range(4):
        try_it(locked, "not this one at all")
    assert "That was not it. Try again in 15 seconds." in words_on(locked.window)
    try_it(locked, PASSPHRASE)
    assert (locked.at, locked.start.library.secret) == ("unlock", None)
    locked.clock.on(seconds=16)
    try_it(locked, PASSPHRASE)
    assert locked.at == "home"


def test_the_printed_key_asks_for_a_new_passphrase(locked: Computer) -> None:
    session = Session.make(locked.home / "Newest", "Newest", PASSPHRASE, locked.clock)
    key = session.recovery_key
    session.close()
    touch(locked.window, "Use the printed key")
    locked.type("The key from the printed page", key.lower())
    touch(locked.window, "Open")
    locked.wait(2000)
    assert locked.at == "first_run"
    assert "Choose a new passphrase" in words_on(locked.window)
    new = "seven kettles and a lamp"
    locked.type("Passphrase", new)
    locked.type("The same again", new)
    touch(locked.window, "Next")
    locked.wait()
    assert locked.at == "home"
    Session.open(locked.home / "Newest", new, locked.clock).close()


def test_today_can_start_in_a_new_file(locked: Computer) -> None:
    touch(locked.window, "Start today in a new file")
    new = "seven kettles and a lamp"
    locked.type("Passphrase", new)
    locked.type("The same again", new)
    touch(locked.window, "Next")
    locked.wait(1500)
    assert locked.at == "home"
    assert "Another passphrase" in {row.chip.text for row in _rows(locked)}


def _rows(at: Computer) -> list[WorkshopRow]:
    return at.window.findChildren(WorkshopRow)


def test_one_workshop_with_another_passphrase_is_opened_from_home(locked: Computer) -> None:
    locked.start.use_passphrase("seven kettles and a lamp")
    locked.wait(1500)
    touch(locked.window, "Leaving hospital")
    locked.wait(1500)
    assert locked.at == "unlock"
    try_it(locked, PASSPHRASE)
    assert locked.at == "plan" and locked.stage.room.workshop.title == "Leaving hospital"


def test_damaged_keys_are_never_called_a_wrong_passphrase(locked: Computer) -> None:
    (locked.home / "Leaving hospital" / "keys.json").write_bytes(b"{}")
    try_it(locked, PASSPHRASE)
    assert locked.at == "damaged"
    assert locked.start.settings.passphrase.wrong == 0
    locked.wait(1500)
    assert "There is no good time on this laptop." in words_on(locked.window)


def test_the_field_is_emptied_when_the_page_goes(locked: Computer) -> None:
    page = locked.page
    assert isinstance(page, UnlockPage)
    locked.type("Passphrase", PASSPHRASE)
    assert page.typed == PASSPHRASE
    locked.show("first_run")
    assert page.typed == ""
