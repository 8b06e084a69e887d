"""Making packs: what is written, what is kept of it, and what is only looked at."""

import hashlib
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.given import NOW
from tests.session.given import Room, assert_plain, refused
from workshop.domain.facts import LeftOut
from workshop.domain.gate import NAMES_IN_NOTES, NOT_AGREED
from workshop.domain.kinds import Audience, Item, Said
from workshop.errors import PrintingError
from workshop.session.pack import Making
from workshop.session.people import Look, NameDecision

SECRET = "Canarynote"


@pytest.fixture
def mixed_room(room: Room) -> Room:
    """One note whose writer did not agree, one with a name in it, three that may be printed."""
    room.session.people.consent(room.ruth, Item.TAKE_PART, Said.YES)
    room.session.board.add_note(SECRET, author=room.ruth)
    room.session.board.add_note("Ask Amina")
    return room


LEFT_OUT = (LeftOut(NOT_AGREED, 1), LeftOut(NAMES_IN_NOTES, 1))


def test_a_preview_says_what_is_left_out_and_writes_nothing(mixed_room: Room) -> None:
    seq, files = mixed_room.last_seq(), files_of(mixed_room.session.place.folder)
    preview = mixed_room.session.pack.preview(Audience.PEOPLE)
    assert preview.left_out == LEFT_OUT
    assert preview.pages > 0
    assert (mixed_room.last_seq(), files_of(mixed_room.session.place.folder)) == (seq, files)


def files_of(folder: Path) -> set[Path]:
    return {p for p in folder.rglob("*") if p.is_file()}


def test_a_pack_is_written_whole_with_its_twins_and_kept_as_issued(mixed_room: Room, tmp_path: Path) -> None:
    room, out = mixed_room, tmp_path / "deep" / "down"
    made = room.session.pack.make(Audience.PEOPLE, out)
    assert made.left_out == LEFT_OUT
    for document in made.documents:
        data = document.path.read_bytes()
        assert data.startswith(b"%PDF-")
        assert hashlib.sha256(data).hexdigest() == document.sha256
    wanted = {d.path.with_suffix(s) for d in made.documents for s in (".pdf", ".html", ".txt")}
    assert files_of(out) == wanted
    issued = room.session.pack.issued()
    assert {(i.kind, i.pages, i.sha256) for i in issued} == {
        (d.kind, d.pages, d.sha256) for d in made.documents
    }
    for one in issued:
        assert one.made_at == NOW.isoformat(timespec="seconds")
        assert (one.audience, one.confidential, one.supersedes) == (Audience.PEOPLE, False, "")
        assert (one.notes, one.people) == (tuple(room.notes), ())
    assert made.document in {i.id for i in issued}
    assert made.pages == max(d.pages for d in made.documents)


def test_a_later_pack_takes_the_place_of_the_one_before(mixed_room: Room, tmp_path: Path) -> None:
    pack = mixed_room.session.pack
    pack.make(Audience.PEOPLE, tmp_path)
    first = {i.kind: i.id for i in pack.issued()}
    pack.make(Audience.WALL, tmp_path / "wall")
    pack.make(Audience.PEOPLE, tmp_path)
    assert {i.kind: i.supersedes for i in pack.issued()[-len(first) :]} == first
    pack.make(Audience.PEOPLE, tmp_path)
    latest = pack.issued()[-len(first) :]
    assert all(i.supersedes not in ("", first[i.kind]) for i in latest)


def test_no_twin_holds_what_was_left_out(mixed_room: Room, tmp_path: Path) -> None:
    for audience in Audience:
        made = mixed_room.session.pack.make(audience, tmp_path / audience.value)
        for document in made.documents:
            for suffix in (".html", ".txt"):
                words = document.path.with_suffix(suffix).read_text("utf-8")
                assert SECRET not in words
                if audience is not Audience.ARCHIVE:
                    assert "Amina" not in words and "Ruth" not in words


def test_the_same_moment_makes_the_same_pages(mixed_room: Room, tmp_path: Path) -> None:
    once = mixed_room.session.pack.make(Audience.PEOPLE, tmp_path / "once")
    again = mixed_room.session.pack.make(Audience.PEOPLE, tmp_path / "again")
    assert [d.sha256 for d in once.documents] == [d.sha256 for d in again.documents]


def test_a_pack_is_no_act_to_undo(mixed_room: Room, tmp_path: Path) -> None:
    mixed_room.session.pack.make(Audience.PEOPLE, tmp_path)
    assert mixed_room.session.undo().label == "add note"
    assert mixed_room.session.pack.issued() != ()


def test_a_file_is_no_folder(room: Room, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("not ours")
    with refused(room, "“taken” is a file, not a folder. Nothing was written"):
        room.session.pack.make(Audience.PEOPLE, tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "not ours"


def test_a_closed_day_still_makes_its_packs(closed_room: Room, tmp_path: Path) -> None:
    made = closed_room.session.pack.make(Audience.TEAM, tmp_path)
    assert made.documents
    assert len(closed_room.session.pack.issued()) == len(made.documents)


def test_large_print_has_more_pages_or_as_many(room: Room, tmp_path: Path) -> None:
    for number in range(40):
        room.session.board.add_note(f"A longer note about the waiting room, number {number}")
    plain = room.session.pack.make(Audience.PEOPLE, tmp_path / "plain")
    large = room.session.pack.make(Audience.PEOPLE, tmp_path / "large", large=True)
    assert large.pages > plain.pages


@pytest.fixture(scope="module")
def begun(still_room: Room) -> Making:
    """A pack of a room in which nothing changes, made in a process of its own."""
    making = still_room.session.pack.begin(Audience.PEOPLE)
    making.future.result(timeout=60)
    return making


def test_a_pack_that_was_begun_is_the_pack_that_is_made(room: Room, tmp_path: Path) -> None:
    making = room.session.pack.begin(Audience.PEOPLE)
    made = making.finish(tmp_path / "begun")
    assert making.done()
    at_once = room.session.pack.make(Audience.PEOPLE, tmp_path / "made")
    assert [d.sha256 for d in made.documents] == [d.sha256 for d in at_once.documents]
    assert files_of(tmp_path / "begun") != set()
    kept = [(i.kind, i.pages, i.sha256) for i in room.session.pack.issued()]
    assert kept[: len(made.documents)] == [(d.kind, d.pages, d.sha256) for d in made.documents]


def test_one_document_alone_is_written_and_kept(begun: Making, still_room: Room, tmp_path: Path) -> None:
    before = len(still_room.session.pack.issued())
    made = begun.finish(tmp_path, "one-sheet")
    assert {p.name for p in files_of(tmp_path)} == {f"one-sheet.{s}" for s in ("pdf", "html", "txt")}
    assert made.documents[0].sha256 == hashlib.sha256((tmp_path / "one-sheet.pdf").read_bytes()).hexdigest()
    assert [i.kind for i in still_room.session.pack.issued()[before:]] == ["one-sheet"]


def test_pages_are_looked_at_before_anything_is_written(begun: Making, still_room: Room) -> None:
    seq = still_room.last_seq()
    pictures = list(begun.pictures("one-sheet", width=120))
    assert [(p.width, p.height) for p in pictures] == [(120, 170)] * begun.pages("one-sheet")
    assert still_room.last_seq() == seq


def test_what_goes_to_the_printer_is_kept_as_issued(begun: Making, still_room: Room) -> None:
    before = len(still_room.session.pack.issued())
    begun.hand_out("pack")
    assert [(i.kind, i.pages) for i in still_room.session.pack.issued()[before:]] == [
        ("pack", begun.pages("pack"))
    ]


def test_after_a_change_of_mind_nothing_goes_out_any_more(room: Room, tmp_path: Path) -> None:
    making = room.session.pack.begin(Audience.PEOPLE)
    making.future.result(timeout=60)
    room.session.board.withhold_note(room.notes[0], "the writer took it back")
    assert not making.is_current
    with refused(room, "Something has changed"):
        making.finish(tmp_path)
    with refused(room, "Something has changed"):
        making.hand_out("one-sheet")
    assert files_of(tmp_path) == set()


def test_a_process_that_ends_early_is_said_in_plain_words(begun: Making) -> None:
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as child:
        ended = replace(begun, future=child.submit(os._exit, 1))
        with pytest.raises(PrintingError) as caught:
            ended.pages("one-sheet")
    assert_plain(caught.value.message)


def test_notes_with_a_name_wait_for_a_look(mixed_room: Room) -> None:
    pack = mixed_room.session.pack
    (waiting,) = pack.waiting_for_a_look()
    assert waiting.text == "Ask Amina"
    mixed_room.session.people.review_names([NameDecision(waiting.id, Look.KEEP)])
    assert pack.waiting_for_a_look() == ()
