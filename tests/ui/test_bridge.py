"""One way in, one signal back: two listeners hear each change, a refusal is said and changes nothing."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.session.given import session
from ui.bridge import Bridge
from workshop.domain.ids import NoteId
from workshop.domain.records import Note


def test_every_act_comes_back_as_one_signal(qtbot: QtBot, tmp_path: Path) -> None:
    bridge = Bridge(session(tmp_path / "day"))
    heard: list[str] = []
    bridge.changed.connect(lambda change: heard.append(change.label))
    bridge.do(bridge.session.board.add_note, "A bench")
    bridge.session.undo()
    assert heard == ["add note", "add note"]
    assert bridge.all(Note) == ()
    bridge.session.close()


def test_a_refusal_is_said_and_nothing_is_changed(qtbot: QtBot, tmp_path: Path) -> None:
    bridge = Bridge(session(tmp_path / "day"))
    said: list[str] = []
    bridge.refused.connect(said.append)
    assert bridge.do(bridge.session.board.edit_note, NoteId("nothing"), "Words") is None
    assert not bridge.did(bridge.session.board.edit_note, NoteId("nothing"), "Words")
    assert said == ["There is no such note. Nothing was changed."] * 2
    bridge.session.close()


def test_an_act_that_changes_nothing_is_no_signal(qtbot: QtBot, tmp_path: Path) -> None:
    bridge = Bridge(session(tmp_path / "day"))
    note = bridge.session.board.add_note("A bench").note
    heard: list[object] = []
    bridge.changed.connect(heard.append)
    bridge.session.board.edit_note(note, "A bench")
    assert heard == []
    bridge.session.close()
