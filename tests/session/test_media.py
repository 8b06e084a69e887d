"""Drawings and pictures on notes: who may see them, what is kept of them, and what can be taken back."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.pictures import TALKATIVE, file_of, halves, opened, talkative_jpeg, words_in
from tests.session.given import Room, assert_plain, refused
from tests.storage.erasing import all_pages
from workshop.domain import ink
from workshop.domain.ids import DrawingId, NoteId, PictureId
from workshop.domain.kinds import Audience, Item, NoteKind, NoteState, Said
from workshop.domain.labels import Label
from workshop.domain.persons import Picture
from workshop.domain.records import Drawing, Note
from workshop.errors import ExchangeError
from workshop.exchange import images
from workshop.printing import making
from workshop.session.exports import FINDINGS, KINDS, export
from workshop.session.media import MADE_SMALLER, PictureAdded
from workshop.storage import log, pictures

LINE = [[10.0, 20.0, 0.5], [30.0, 40.0, 1.0]]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photograph of a camera that writes down a lot."""
    path = tmp_path / "photo.bin"
    path.write_bytes(talkative_jpeg())
    return path


# Drawings


def test_a_drawing_is_on_its_note_until_it_is_wiped_off_and_each_can_be_taken_back(room: Room) -> None:
    board, note = room.session.board, room.notes[0]
    assert board.drawing_of(note) is None

    board.draw(note, [LINE])
    drawn = Drawing(DrawingId(note), note, ink.pack([LINE]))
    assert board.drawing_of(note) == drawn
    board.draw(note, [LINE, LINE])
    board.draw(note, [])
    assert room.session.all(Drawing) == ()

    room.session.undo()
    assert board.drawing_of(note) == Drawing(drawn.id, note, ink.pack([LINE, LINE]))
    room.session.undo()
    assert board.drawing_of(note) == drawn
    room.session.undo()
    assert board.drawing_of(note) is None
    room.session.redo()
    assert board.drawing_of(note) == drawn


def test_there_is_never_more_than_one_drawing_on_a_note(room: Room) -> None:
    board, note = room.session.board, room.notes[0]
    board.draw(note, [LINE])
    board.draw(note, [])
    wiped_off = room.last_seq()
    board.draw(note, [LINE, LINE])
    with refused(room, "Somebody changed or used the same thing later"):
        room.session.undo(wiped_off)


def test_the_same_drawing_again_is_no_act(room: Room) -> None:
    room.session.board.draw(room.notes[0], [LINE])
    seq = room.last_seq()
    room.session.board.draw(room.notes[0], [LINE])
    room.session.board.draw(room.notes[1], [])
    assert room.last_seq() == seq


def test_a_note_can_be_written_and_drawn_in_one_act(room: Room) -> None:
    added = room.session.board.add_note("", strokes=[LINE], kind=NoteKind.IDEA)
    note = room.session.get(Note, added.note)
    assert note is not None and note.text == "A drawing"
    assert room.session.board.drawing_of(added.note) is not None
    room.session.undo()
    assert (room.session.get(Note, added.note), room.session.all(Drawing)) == (None, ())


@pytest.mark.parametrize("strokes", [[[[1, 2]]], [[[1, 2, 3, 4]]], [[[float("nan"), 0, 0]]]])
def test_a_drawing_is_made_of_points(strokes: Any, still_room: Room) -> None:
    with refused(still_room, "A line is made of points"):
        still_room.do("board.draw", note=still_room.notes[0], strokes=strokes)


def test_nobody_draws_after_the_end_of_the_day(closed_room: Room) -> None:
    with refused(closed_room, "This day is closed"):
        closed_room.session.board.draw(closed_room.notes[0], [LINE])


def test_nobody_draws_on_a_note_that_was_put_away(room: Room, photo: Path) -> None:
    room.session.board.withhold_note(room.notes[0], "twice")
    with refused(room, "This note was put away"):
        room.session.board.draw(room.notes[0], [LINE])
    with refused(room, "This note was put away"):
        room.session.board.add_picture(photo, room.notes[0])
    with refused(room, "There is no such note"):
        room.session.board.draw(NoteId("nothing"), [LINE])


# Pictures


def test_a_picture_makes_a_note_of_its_own_in_one_act(room: Room, photo: Path) -> None:
    seq = room.last_seq()
    added = room.session.board.add_picture(photo, x=12.0, y=-7.0)

    assert room.last_seq() == seq + 1
    note = room.session.get(Note, added.note)
    assert note == Note(added.note, 4, "A picture", NoteKind.MATTERS, 12.0, -7.0)
    (picture,) = room.session.all(Picture)
    assert (picture.id, picture.note, picture.width, picture.height) == (added.picture, note.id, 60, 40)
    assert (picture.people, picture.no_faces, added.said) == ((), False, "")
    assert room.session.board.picture_of(note.id) == picture
    assert opened(room.session.board.picture_file(added.picture)).size == (60, 40)


def test_acts_beside_a_picture_can_still_be_taken_back(room: Room, photo: Path) -> None:
    before = room.session.board.add_note("before").note
    added = room.session.board.add_picture(photo)
    room.session.board.add_note("after")
    room.session.board.move_notes({added.note: (3, 4)})

    for _ in range(3):
        room.session.undo()

    assert room.session.get(Note, before) is None
    assert room.session.board.picture_of(added.note) is not None
    store = room.session.place.store
    assert all(entry.label != Label.ADD_PICTURE for entry in store.history.done)
    assert log.fold(store.database).keys() >= {("note", added.note)}


def test_a_note_under_a_picture_cannot_be_taken_back_before_the_picture_is_off(
    room: Room, photo: Path
) -> None:
    note = room.session.board.add_note("before").note
    added = room.session.board.add_picture(photo, note)
    with refused(room, "Something that came later needs this"):
        room.session.undo()
    room.session.board.remove_picture(added.picture)
    room.session.undo()
    assert room.session.get(Note, note) is None


def test_a_large_picture_says_that_it_was_made_smaller(room: Room, tmp_path: Path) -> None:
    large = tmp_path / "large.png"
    large.write_bytes(file_of(halves(2000, 1000), "PNG"))

    added = room.session.board.add_picture(large, room.notes[0])

    assert added == PictureAdded(added.picture, room.notes[0], MADE_SMALLER)
    assert added.said == "We made it smaller. The first copy is kept."
    kept = pictures.read(room.session.place.store.database, added.picture)
    assert kept is not None
    assert (opened(kept.shown).size, opened(kept.brought).size) == ((1600, 800), (2000, 1000))


def test_a_note_holds_one_picture_and_takes_another_when_it_is_off(room: Room, photo: Path) -> None:
    board, note = room.session.board, room.notes[0]
    first = board.add_picture(photo, note).picture
    with refused(room, "There is a picture on this note already"):
        board.add_picture(photo, note)

    board.remove_picture(first)

    assert board.picture_of(note) is None
    assert pictures.read(room.session.place.store.database, first) is None
    with refused(room, "There is no such picture"):
        board.picture_file(first)
    with refused(room, "There is no such picture"):
        board.remove_picture(first)
    assert board.add_picture(photo, note).picture != first


def test_a_picture_can_be_taken_off_after_the_end_of_the_day(room: Room, photo: Path) -> None:
    added = room.session.board.add_picture(photo)
    room.close_day()
    with refused(room, "This day is closed"):
        room.session.board.add_picture(photo)
    room.session.board.remove_picture(added.picture)
    assert room.session.all(Picture) == ()


def test_nobody_sees_a_picture_of_a_note_that_is_not_in_sight(room: Room, photo: Path) -> None:
    board = room.session.board
    board.hide_writing()
    added = board.add_picture(photo, x=99.0, y=99.0)
    note = room.session.get(Note, added.note)
    assert note is not None
    assert (note.state, note.x, note.y, note.number < 0) == (NoteState.HIDDEN, 0.0, 0.0, True)
    with refused(room, "not in sight"):
        board.picture_file(added.picture)

    board.reveal()
    assert board.picture_file(added.picture)

    board.withhold_note(added.note, "a face")
    with refused(room, "not in sight"):
        board.picture_file(added.picture)
    board.restore_note(added.note)
    assert board.picture_file(added.picture)


def test_a_picture_that_nobody_was_shown_is_gone_when_the_day_ends(room: Room, photo: Path) -> None:
    board = room.session.board
    kept = board.add_picture(photo, room.notes[0])
    board.hide_writing()
    added = board.add_picture(photo)
    board.draw(added.note, [LINE])

    room.close_day()

    database = room.session.place.store.database
    assert [picture.id for picture in room.session.all(Picture)] == [kept.picture]
    assert room.session.all(Drawing) == ()
    assert pictures.read(database, added.picture) is None
    assert pictures.read(database, kept.picture) is not None


def test_taking_back_an_agreement_keeps_the_picture_and_erasing_takes_it(room: Room, photo: Path) -> None:
    board = room.session.board
    note = board.add_note("Words of Amina", author=room.amina).note
    added = board.add_picture(photo, note)
    board.draw(note, [LINE])
    board.keep_draft("left", "Other words", note=note)
    database = room.session.place.store.database

    room.session.people.withdraw(room.amina)
    assert pictures.read(database, added.picture) is not None

    room.session.people.erase(room.amina)
    assert (board.picture_of(note), board.drawing_of(note), board.drafts()) == (None, None, ())
    assert pictures.read(database, added.picture) is None
    assert log.fold(database).keys() >= {("note", note)}


def test_a_picture_whose_bytes_are_missing_is_told_of_in_words(room: Room, photo: Path) -> None:
    added = room.session.board.add_picture(photo)
    pictures.drop(room.session.place.store.database, added.picture)
    with refused(room, "This picture is missing. The note and its words are safe"):
        room.session.board.picture_file(added.picture)


def test_what_is_no_picture_changes_nothing_and_says_so(room: Room, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    before, seq = room.snapshot, room.last_seq()
    for path, said in (
        (tmp_path / "notes.txt", "This file is not a picture that we can use. Nothing was changed."),
        (tmp_path, "cannot be read. Nothing was changed. Please check that the picture is there."),
        (tmp_path / "gone.png", "“gone.png” cannot be read. Nothing was changed."),
        (Path("/dev/zero"), "“zero” cannot be read."),
    ):
        with pytest.raises(ExchangeError) as caught:
            room.session.board.add_picture(path, room.notes[0])
        assert said in caught.value.message
        assert_plain(caught.value.message)
    assert (room.snapshot, room.last_seq()) == (before, seq)


def test_a_file_that_never_ends_is_not_read_to_its_end(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(images, "LARGEST_FILE", 1000)
    (tmp_path / "long.png").write_bytes(bytes(5000))
    with pytest.raises(ExchangeError, match="This picture is larger than"):
        room.session.board.add_picture(tmp_path / "long.png")


# What is kept of a picture, and where it goes


@pytest.mark.parametrize("kind", TALKATIVE)
def test_no_word_of_a_camera_is_in_any_file_of_the_workshop(room: Room, tmp_path: Path, kind: str) -> None:
    photo = tmp_path / "photo"
    photo.write_bytes(TALKATIVE[kind]())
    room.session.board.add_picture(photo, room.notes[0])
    room.session.snapshot()
    assert words_in(all_pages(room.session.place)) == 0

    # Negative control: the file as it was brought, in the same table, is found.
    as_it_came = pictures.Bytes(photo.read_bytes(), b"")
    pictures.put(room.session.place.store.database, PictureId("as it came"), as_it_came)
    assert words_in(all_pages(room.session.place)) > 0


def test_what_is_still_being_written_is_in_no_document_and_no_table(room: Room, tmp_path: Path) -> None:
    without = everything_made(room, tmp_path / "without")

    room.session.board.keep_draft("left", "a marzipan secret", strokes=[[[1, 2, 1]]])

    assert everything_made(room, tmp_path / "with") == without
    # Negative control: one word more is seen.
    room.session.board.edit_note(room.notes[2], "Other words")
    assert everything_made(room, tmp_path / "other") != without


def everything_made(room: Room, folder: Path) -> dict[str, Any]:
    """What each audience would get, and the bytes of all documents and tables."""
    made: dict[str, Any] = {f"facts {a}": room.session.pack.facts(a) for a in Audience}
    for audience in (Audience.PEOPLE, Audience.ARCHIVE):
        made |= {f"{audience} {d.name}": d for d in making.make(room.session.pack.facts(audience))}
    tables = [kind for kind in KINDS if kind != FINDINGS]  # that file is under a new key each time
    return made | {path.name: path.read_bytes() for path in export(room.session, folder, tables)}


def test_all_of_it_works_from_json(room: Room, photo: Path) -> None:
    note = room.notes[0]
    lines: list[dict[str, Any]] = [
        {"do": "board.draw", "note": note, "strokes": [[[1, 2, 0.5], [3, 4.5, 1]]]},
        {"do": "board.add_picture", "path": str(photo), "note": note},
        {"do": "board.keep_draft", "page": "left", "words": "Half", "strokes": [[[1, 2, 1]]]},
        {"do": "board.forget_draft", "page": "left"},
        {"do": "board.add_picture", "path": str(photo), "x": 3},
    ]
    answers = [room.session.perform(json.loads(json.dumps(line))) for line in lines]
    assert json.loads(json.dumps(answers)) == answers
    assert [set(answer["result"]) for answer in answers] == [
        set(),
        {"picture", "note", "said"},
        set(),
        set(),
        {"picture", "note", "said"},
    ]
    assert room.do("board.remove_picture", picture=answers[1]["result"]["picture"]) == {}
    assert len(room.session.all(Picture)) == len(room.session.all(Drawing)) == 1


def test_a_picture_of_somebody_who_says_no_is_shown_to_nobody_else(room: Room, photo: Path) -> None:
    board, people = room.session.board, room.session.people
    added = board.add_picture(photo)
    assert board.picture_file(added.picture)  # nobody has said yet who is on it
    people.tag_picture(added.picture, [room.amina, room.ruth])
    for who in (room.amina, room.ruth):
        with refused(room, "did not say yes to photos"):
            board.picture_file(added.picture)
        for item in (Item.TAKE_PART, Item.PHOTO_REPORT):
            people.consent(who, item, Said.YES)
    assert board.picture_file(added.picture) == board.picture_to_look_at(added.picture)
    people.consent(room.ruth, Item.PHOTO_REPORT, Said.NO)
    with refused(room, "did not say yes to photos"):
        board.picture_file(added.picture)
    assert board.picture_to_look_at(added.picture)
