"""After a stop: what is here, to the second, and three ways on that lose nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.given import touch, words_on
from tests.ui.screens.start_given import PASSPHRASE, Computer, computer
from workshop.domain.records import Note
from workshop.session.session import Session


def stopped(at: Computer, title: str = "Leaving hospital") -> Path:
    """A workshop that was stopped in the middle: its files as they lay there at that moment."""
    session = Session.make(at.home / "made", title, PASSPHRASE, at.clock)
    session.people.arrive("Amina", [])
    session.board.add_note("Parking cost £14")
    session.board.make_group("Parking")
    at.home.mkdir(exist_ok=True)
    shutil.copytree(session.place.folder, at.home / title)
    session.close()
    shutil.rmtree(at.home / "made")
    return at.home / title


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Computer]:
    with computer(tmp_path / "home", monkeypatch) as it:
        stopped(it)
        it.clock.on(minutes=6)
        it.start.begin()
        it.wait()
        it.type("Passphrase", PASSPHRASE)
        touch(it.window, "Open")
        it.wait(3000)
        yield it


def test_after_a_stop_what_is_here_comes_first(at: Computer) -> None:
    assert at.at == "recovery"
    words = words_on(at.window)
    assert "The laptop stopped after 13:10. It started again at 13:16." in words
    assert "Everything up to 13:10:00 is here." in words
    assert "1 note in 1 group" in words and "The last note: “Parking cost £14”" in words
    assert "1 has not signed yet" in words and "No vote was open" in words


def test_carry_on_opens_it_with_everything(at: Computer) -> None:
    touch(at.window, "Carry on")
    at.wait(3000)
    assert at.at == "plan"
    assert [note.text for note in at.stage.room.all(Note)] == ["Parking cost £14"]


def test_look_first_changes_nothing(at: Computer) -> None:
    folder = at.home / "Leaving hospital"
    before = {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}
    touch(at.window, "Look first, change nothing")
    at.wait(3000)
    assert "You are only looking. Nothing can be changed." in words_on(at.window)
    assert at.stage.room.do(at.stage.room.session.board.add_note, "x") is None
    assert {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()} == before


def test_an_earlier_time_can_be_chosen(at: Computer) -> None:
    touch(at.window, "Go back to an earlier time")
    at.wait(3000)
    assert at.at == "damaged" and "Go back to an earlier time" in words_on(at.window)
    touch(at.window, "Back")
    at.wait(3000)
    assert at.at == "recovery"


def test_a_workshop_that_was_closed_has_no_such_page(at: Computer) -> None:
    touch(at.window, "Carry on")
    at.wait(3000)
    at.start.home()
    at.start.open(at.home / "Leaving hospital")
    at.wait(3000)
    assert at.at == "plan"
