"""Making packs: what is written, what is kept of it, and what is only looked at."""

import hashlib
from pathlib import Path

import pytest

from tests.given import NOW
from tests.session.given import Room, refused
from workshop.domain.facts import LeftOut
from workshop.domain.gate import NAMES_IN_NOTES, NOT_AGREED
from workshop.domain.kinds import Audience, Item, Said

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
