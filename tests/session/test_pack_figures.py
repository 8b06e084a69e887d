"""Drawings and pictures in what leaves the room: with the words of their note, by the same consent."""

import base64
import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from tests.printing.given import picture_file
from tests.printing.reading import elements, one_line, words_of
from tests.session.given import Room, refused
from workshop.domain.ids import NoteId, PersonId, PictureId
from workshop.domain.kinds import Audience, Item, NoteState, Said
from workshop.domain.persons import Picture
from workshop.printing.ink_lines import as_svg
from workshop.session.exports import KINDS, export

STROKES = [[[10.0, 20.0, 0.5], [90.0, 40.0, 1.0], [120.0, 100.0, 0.1]]]
CAPTION = "Marzipan on the ward"
AUDIENCES = (Audience.PEOPLE, Audience.TEAM, Audience.ARCHIVE)


@pytest.fixture
def drawn(room: Room, tmp_path: Path) -> Room:
    """Amina, who agreed, drew a note of her own; on it is a picture on which nobody can be seen."""
    for item in (Item.TAKE_PART, Item.NOTES_USED):
        room.session.people.consent(room.amina, item, Said.YES)
    note = room.session.board.add_note(CAPTION, author=room.amina, strokes=STROKES, group=room.garden).note
    file = tmp_path / "picture.png"
    file.write_bytes(picture_file("PNG"))
    picture = room.session.board.add_picture(file, note).picture
    room.session.people.tag_picture(picture, no_faces=True)
    return room


def drawn_note(room: Room) -> NoteId:
    return next(note.id for note in room.snapshot.notes if note.text in (CAPTION, ""))


def the_picture(room: Room) -> PictureId:
    return room.snapshot.pictures[0].id


def parts_of(room: Room, folder: Path) -> set[str]:
    """Which parts of the drawn note are found in any document or table, for any audience."""
    seen: set[str] = set()
    ink_ = as_svg(room.snapshot.drawings[0].ink) if room.snapshot.drawings else "<never>"
    shown = picture_file("PNG")
    for audience in AUDIENCES:
        for document in room.session.pack.make(audience, folder / audience.value).documents:
            page = document.path.with_suffix(".html").read_text(encoding="utf-8")
            text = document.path.with_suffix(".txt").read_text(encoding="utf-8")
            pdf = document.path.read_bytes()
            seen |= {"words"} if CAPTION in page + text + one_line(" ".join(words_of(pdf))) else set()
            seen |= {"ink"} if ink_ in page or "[A drawing]" in text or "<svg" in page else set()
            seen |= {"picture"} if "<img" in page or "[A picture]" in text else set()
            seen |= {"file"} if base64.b64encode(shown).decode() in page else set()
            seen |= set(_figures(pdf))
    tables = b"".join(path.read_bytes() for path in export(room.session, folder / "tables", KINDS))
    return seen | ({"row"} if CAPTION.encode() in tables else set())


def _figures(pdf: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        yield from (str(e.Alt) for e in elements(document) if e.S == "/Figure")
        yield from (
            "image"
            for o in document.objects
            if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
        )


DRAWING = {"words", "row", "ink", f"A drawing: {CAPTION}"}
PICTURE = {"picture", "file", "image", f"A picture: {CAPTION}"}


def test_a_drawing_and_a_picture_are_in_every_pack_with_their_caption(drawn: Room, tmp_path: Path) -> None:
    assert parts_of(drawn, tmp_path / "out") == DRAWING | PICTURE
    (table,) = export(drawn.session, tmp_path / "again", ["notes"])
    row = next(line for line in table.read_text("utf-8-sig").splitlines() if CAPTION in line)
    assert row == f'"4","Garden","{CAPTION}","matters","","","","","","","yes","yes",""'


def take_back(room: Room) -> None:
    room.session.people.withdraw(room.amina, [Item.NOTES_USED])


def erase(room: Room) -> None:
    room.session.people.erase(room.amina)


def hide(room: Room) -> None:
    room.session.board.withhold_note(drawn_note(room), "by mistake")


@pytest.mark.parametrize("gone", [take_back, erase, hide])
def test_with_the_words_the_drawing_and_the_picture_vanish_from_every_output(
    gone: object, drawn: Room, tmp_path: Path
) -> None:
    assert callable(gone)
    gone(drawn)
    assert parts_of(drawn, tmp_path / "out") == set()
    facts = drawn.session.pack.facts(Audience.PEOPLE)
    assert (facts.notes_written, facts.not_printed) == (4, 1)


def test_what_was_never_turned_over_is_in_no_output(room: Room, tmp_path: Path) -> None:
    board = room.session.board
    board.hide_writing()
    board.add_note(CAPTION, strokes=STROKES)
    file = tmp_path / "picture.png"
    file.write_bytes(picture_file("PNG"))
    room.session.people.tag_picture(board.add_picture(file).picture, no_faces=True)
    assert parts_of(room, tmp_path / "out") == set()
    board.reveal()  # negative control
    assert parts_of(room, tmp_path / "out") == {*DRAWING, "picture", "file", "image", "A picture"}


def test_a_picture_waits_until_somebody_says_who_can_be_seen(drawn: Room, tmp_path: Path) -> None:
    people, session = drawn.session.people, drawn.session
    file = tmp_path / "another.png"
    file.write_bytes(picture_file("PNG", (90, 60)))
    another = session.board.add_picture(file, drawn.notes[0]).picture
    assert [p.id for p in session.pack.pictures_to_look_at()] == [another]
    people.tag_picture(another, [drawn.ruth, drawn.ruth])
    assert session.pack.pictures_to_look_at() == ()
    kept = next(p for p in drawn.snapshot.pictures if p.id == another)
    assert (kept.people, kept.no_faces) == ((drawn.ruth,), False)

    def shown() -> list[bool]:
        notes = session.pack.facts(Audience.PEOPLE).groups[0].notes
        return [bool(note.picture) for note in notes if note.number == 1]

    assert shown() == [False]  # Ruth said nothing
    people.consent(drawn.ruth, Item.TAKE_PART, Said.YES)
    people.consent(drawn.ruth, Item.PHOTO_REPORT, Said.YES)
    assert shown() == [True]
    documents = len(session.pack.make(Audience.PEOPLE, tmp_path / "out").documents)
    assert len(people.withdraw(drawn.ruth, [Item.PHOTO_REPORT]).recall) == documents  # I04
    assert shown() == [False]
    session.board.withhold_note(drawn.notes[0], "by mistake")
    assert session.pack.pictures_to_look_at() == ()


def test_who_can_be_seen_is_said_one_way_or_the_other(drawn: Room) -> None:
    people, picture = drawn.session.people, the_picture(drawn)
    for seen, no_faces in (([], False), ([drawn.ruth], True)):
        with refused(drawn, "who can be seen, or that nobody can"):
            people.tag_picture(picture, seen, no_faces)
    with refused(drawn, "no such person"):
        people.tag_picture(picture, [PersonId("nobody")])
    assert drawn.session.all(Picture)[0].no_faces
    assert drawn.snapshot.notes[3].state is NoteState.SHOWN
