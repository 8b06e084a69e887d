"""A damaged file: what is safe, good times to go back to, and nothing thrown away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.given import touch, words_on
from tests.ui.screens.start_given import PASSPHRASE, Computer, computer
from ui.parts.library_times import TimeRow
from workshop.domain.records import Note
from workshop.session.session import Session

TITLE = "Leaving hospital"


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Computer]:
    with computer(tmp_path / "home", monkeypatch) as it:
        session = Session.make(it.home / TITLE, TITLE, PASSPHRASE, it.clock)
        for minutes, text in ((0, "One"), (10, "Two")):
            it.clock.on(minutes=minutes)
            session.board.add_note(text)
            session.snapshot()
        session.board.add_note("Three")
        session.close()
        path = it.home / TITLE / "workshop.db"
        data = bytearray(path.read_bytes())
        data[len(data) - 3000] ^= 1
        path.write_bytes(data)
        it.start.library.secret = PASSPHRASE
        it.start.open(it.home / TITLE)
        it.wait(4000)
        it.wait(4000)
        yield it


def test_damage_is_told_with_what_is_safe(at: Computer) -> None:
    assert at.at == "damaged"
    words = words_on(at.window)
    assert "A part of this file cannot be read." in words
    assert "We did not change it. It is kept as it is." in words
    assert "Everything up to 13:20:00 is safe." in words
    rows = at.window.findChildren(TimeRow)
    assert [(r.text(), r.what, r.how_new, r.isChecked()) for r in rows] == [
        ("13:20", "2 notes, 0 groups, 0 people", "the newest good time", True),
        ("13:10", "1 note, 0 groups, 0 people", "10 minutes earlier", False),
    ]


def test_going_back_opens_the_newest_good_time_and_keeps_the_damaged_file(at: Computer) -> None:
    damaged = (at.home / TITLE / "workshop.db").read_bytes()
    touch(at.window, "Go back to 13:20")
    at.wait(4000)
    assert at.at == "plan"
    assert [note.text for note in at.stage.room.all(Note)] == ["One", "Two"]
    assert (at.home / TITLE / "kept-aside" / "1" / "workshop.db").read_bytes() == damaged


def test_another_time_can_be_chosen(at: Computer) -> None:
    touch(at.window, "13:10")
    touch(at.window, "Go back to 13:10")
    at.wait(4000)
    assert [note.text for note in at.stage.room.all(Note)] == ["One"]


def test_a_look_changes_nothing_and_leaves_nothing(at: Computer) -> None:
    before = {p: p.read_bytes() for p in (at.home / TITLE).rglob("*") if p.is_file()}
    touch(at.window, "Look first, change nothing")
    at.wait(4000)
    assert [note.text for note in at.stage.room.all(Note)] == ["One", "Two"]
    lent = at.stage.room.session.place.folder
    at.start.home()
    assert not lent.exists()
    assert {p: p.read_bytes() for p in (at.home / TITLE).rglob("*") if p.is_file()} == before


def test_paper_is_always_a_way_on(at: Computer) -> None:
    touch(at.window, "Carry on on paper")
    assert at.at == "home"
    assert "You can type it in later." in words_on(at.window)
