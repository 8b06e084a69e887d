"""A workshop file without any person: the board, the results and the promises, under a key of its own."""

from pathlib import Path

import pytest

from tests import given
from tests.session.everybody import Everybody
from tests.session.given import Room, opened_again, refused, session
from workshop.domain.kinds import Scope
from workshop.domain.records import RECORD_CLASSES, Note
from workshop.errors import RuleBroken
from workshop.session import keeping
from workshop.session.context import repeatable
from workshop.session.exports import export
from workshop.session.session import Session
from workshop.storage import copies
from workshop.storage.checks import check
from workshop.storage.copies import write_findings

PASSPHRASE = "four quiet garden benches"


def test_the_findings_hold_the_board_and_nobody(room: Room, tmp_path: Path) -> None:
    room.session.board.add_note("Amina knows the bell")
    before = room.snapshot

    (path,) = export(room.session, tmp_path / "out", ["findings"])

    assert path == tmp_path / "out" / "findings.sametable"
    found = opened_again(copies.unpack(path, tmp_path / "found"))
    assert [note.text for note in found.all(Note)] == [
        *(f"Words of note {n}" for n in (1, 2, 3)),
        "[name] knows the bell",
    ]
    assert [c for c in RECORD_CLASSES if c.scope is Scope.PERSON and found.all(c)] == []
    assert found.place.data_key != room.session.place.data_key
    found.close()
    assert check(path, None).whole
    assert room.snapshot == before


def test_no_row_and_no_line_of_them_holds_a_name(tmp_path: Path) -> None:
    session = Session.make(tmp_path / "day", "A day", None, given.clock, *repeatable("1"))
    few = Everybody(session, 2, tmp_path / "out")
    (path,) = export(session, tmp_path / "out", ["findings"])
    found = opened_again(copies.unpack(path, tmp_path / "found"))
    assert not few.left_in([repr(found.place.store.snapshot()).encode(), *told(found)]) & {*few.names}
    assert few.left_in([repr(session.all(Note)).encode()]) & {*few.names}, "negative control"
    found.close()
    session.close()


def told(session: Session) -> list[bytes]:
    """The record of what happened, as it is kept."""
    return [bytes(data) for (data,) in session.place.store.database.execute("SELECT diff FROM change")]


def test_the_same_passphrase_opens_them(tmp_path: Path) -> None:
    session = Session.make(tmp_path / "day", "A day", PASSPHRASE, given.clock)
    (path,) = export(session, tmp_path / "out", ["findings"])
    session.close()
    Session.open(copies.unpack(path, tmp_path / "found"), PASSPHRASE, given.clock).close()


def test_by_the_recovery_key_none_are_made(tmp_path: Path) -> None:
    session = Session.make(tmp_path / "day", "A day", PASSPHRASE, given.clock)
    key = session.recovery_key
    session.close()
    opened = Session.open(tmp_path / "day", key, given.clock, read_only=True)
    with pytest.raises(RuleBroken, match="needs the passphrase"):
        write_findings(opened.place, tmp_path / "findings", given.TODAY)
    assert not (tmp_path / "findings.sametable").exists()
    opened.close()


def test_while_a_vote_is_open_there_are_none(room: Room, tmp_path: Path) -> None:
    room.open_vote()
    with refused(room, "A vote is open"):
        export(room.session, tmp_path, ["findings"])


def test_a_file_of_somebody_else_is_not_written_over(still_room: Room, tmp_path: Path) -> None:
    (tmp_path / "findings.sametable").write_text("mine")
    with refused(still_room, "Something else has that name"):
        export(still_room.session, tmp_path, ["findings"])


def test_a_copy_is_listed_among_the_documents_and_says_where_it_is(room: Room, tmp_path: Path) -> None:
    (tmp_path / "Blue stick").mkdir()
    keeping.copy_workshop(room.session, tmp_path / "Blue stick")
    (listed,) = room.session.pack.issued()
    assert (listed.kind, listed.given_to, {*listed.people}) == ("copy", "Blue stick", {room.amina, room.ruth})
    assert [recall.kind for recall in room.session.people.erase(room.amina).certificate.call_back] == ["copy"]


def test_the_name_of_a_copy_names_nobody_who_said_no(tmp_path: Path) -> None:
    made = session(tmp_path / "What Ruth said")
    made.people.arrive("Ruth", [])
    keeping.copy_workshop(made, tmp_path)
    made.close()
    assert [path.name for path in tmp_path.glob("*.sametable")] == ["What [name] said.sametable"]
