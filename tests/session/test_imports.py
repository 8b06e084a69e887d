"""Bringing notes in from a file: as one act, whole or not at all."""

from pathlib import Path

import pytest

from tests.session.given import Room, assert_plain
from workshop.domain.kinds import NoteKind, NoteSource
from workshop.errors import ExchangeError
from workshop.exchange.csv_in import LeftOutRow
from workshop.session.board import NoteToBringIn
from workshop.session.exports import export
from workshop.session.imports import bring_in, notes_of, read_file

FILE = """text,group,kind,language
It is cold,Heat,does_not_work,en
Mae'n gynnes,Heat,works_well,cy
"More
benches",,idea,
\u200b,Heat,,
Nobody asked us,Asking,before,
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of five rows, one of them without words."""
    path = tmp_path / "notes.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_a_file_is_read_to_notes_and_to_reasons(file: Path) -> None:
    read = read_file(file)
    assert notes_of(read) == (
        NoteToBringIn("It is cold", "Heat", NoteKind.DOES_NOT_WORK, NoteSource.TYPED, "en"),
        NoteToBringIn("Mae'n gynnes", "Heat", NoteKind.WORKS_WELL, NoteSource.TYPED, "cy"),
        NoteToBringIn("More\nbenches", "", NoteKind.IDEA),
        NoteToBringIn("Nobody asked us", "Asking", NoteKind.MATTERS, NoteSource.PREPARED),
    )
    assert read.left_out == (LeftOutRow(6, "no words"),)


def test_all_notes_and_their_groups_come_in_as_one_act(room: Room, file: Path) -> None:
    before, seq = room.snapshot, room.last_seq()
    came = bring_in(room.session, read_file(file))

    assert room.last_seq() == seq + 1
    after = room.snapshot
    notes = {note.id: note for note in after.notes}
    assert [(notes[id_].number, notes[id_].text, notes[id_].kind) for id_ in came.notes] == [
        (4, "It is cold", NoteKind.DOES_NOT_WORK),
        (5, "Mae'n gynnes", NoteKind.WORKS_WELL),
        (6, "More\nbenches", NoteKind.IDEA),
        (7, "Nobody asked us", NoteKind.BEFORE),
    ]
    names = {group.id: group.name for group in after.groups}
    assert [names[id_] for id_ in came.groups] == ["Heat", "Asking"]
    placed = [(m.note, names[m.group], m.position) for m in after.memberships if m.group in came.groups]
    assert sorted(placed) == sorted(
        [(came.notes[0], "Heat", 0), (came.notes[1], "Heat", 1), (came.notes[3], "Asking", 0)]
    )
    room.session.undo()
    assert room.snapshot == before


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"\x89PNG\r\n", b'text\n"open\n', b"text\n\x81\n"])
def test_a_file_that_cannot_be_read_changes_nothing(data: bytes, room: Room, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_bytes(data)
    before, seq = room.snapshot, room.last_seq()
    with pytest.raises(ExchangeError, match="Nothing was changed") as caught:
        bring_in(room.session, read_file(tmp_path / "bad.csv"))
    assert_plain(caught.value.message)
    assert (room.snapshot, room.last_seq()) == (before, seq)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="“gone.csv” cannot be read"):
        read_file(tmp_path / "gone.csv")
    with pytest.raises(ExchangeError, match="cannot be read"):
        read_file(tmp_path)


def test_a_mapping_is_heeded(room: Room, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("Was;Wo\nwarm;hall\n", encoding="utf-16")
    read = read_file(tmp_path / "other.csv", {"text": "Was", "group": "Wo"})
    assert notes_of(read) == (NoteToBringIn("warm", "hall"),)


def test_whatever_is_read_is_taken_by_the_board(room: Room, tmp_path: Path) -> None:
    """No row that reading lets through may stop the whole file at the board."""
    cells = [
        "\u00ad",
        "\u2028",
        "e\u0301" * 2_000,
        "x" * 2_000 + "\t",
        "\x85",
        "\ufffd",
        "=",
        "\u3164",
    ]
    rows = [f'"{text}","{group}"' for text in cells for group in ("", *cells)]
    (tmp_path / "odd.csv").write_text("\n".join(["text,group", *rows]), encoding="utf-8", newline="")
    read = read_file(tmp_path / "odd.csv")
    came = bring_in(room.session, read)
    assert len(came.notes) == len(read.notes) > 0
    not_blank = [row for row in rows if row.replace('"', "").replace(",", "").strip()]
    assert len(read.notes) + len(read.left_out) == len(not_blank)


def test_an_export_comes_back_as_the_same_notes(room: Room, tmp_path: Path) -> None:
    room.session.board.add_note("=SUM(1), '“please”\n- again", kind=NoteKind.IDEA, language="cy")
    room.session.board.add_note("'+1 from me", source=NoteSource.PREPARED)
    (path,) = export(room.session, tmp_path, ["notes"])
    assert [(note.text, note.group, note.kind, note.source) for note in notes_of(read_file(path))] == [
        ("Words of note 1", "Garden", NoteKind.MATTERS, NoteSource.TYPED),
        ("Words of note 2", "Garden", NoteKind.MATTERS, NoteSource.TYPED),
        ("Words of note 3", "", NoteKind.MATTERS, NoteSource.TYPED),
        ("=SUM(1), '“please”\n- again", "", NoteKind.IDEA, NoteSource.TYPED),
        ("'+1 from me", "", NoteKind.MATTERS, NoteSource.PREPARED),
    ]
