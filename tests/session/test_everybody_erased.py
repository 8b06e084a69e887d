"""Many people who used everything are erased, or taken out at once: no byte of them is left anywhere."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import given
from tests.printing.reading import words_of
from tests.session.everybody import Everybody
from tests.storage.erasing import all_pages, without_key
from workshop.domain.ids import THE_WORKSHOP
from workshop.domain.kinds import Audience
from workshop.domain.labels import Label
from workshop.domain.persons import Issued, Person
from workshop.domain.records import Drawing, Note, Workshop
from workshop.errors import RuleBroken
from workshop.session.context import Context, repeatable
from workshop.session.exports import export
from workshop.session.session import Session
from workshop.storage import drafts, erase, log
from workshop.storage.engine import STORE_PRAGMAS

PEOPLE = 8
SOON = given.TODAY.replace(year=given.TODAY.year + 1)


def begun(place: Any) -> Session:
    """A workshop in a file without a key, so that its bytes can be searched as they lie there."""
    session = Session(Context(place, given.clock, *repeatable("1")))
    place.store.apply(Label.MAKE_WORKSHOP, [Workshop(THE_WORKSHOP, "The waiting room")], barrier=True)
    return session


@pytest.fixture
def everybody(tmp_path: Path) -> Iterator[Everybody]:
    (tmp_path / "day").mkdir()
    session = begun(without_key(tmp_path / "day"))
    yield Everybody(session, PEOPLE, tmp_path / "out")
    session.close()


def folder(room: Everybody) -> Path:
    return room.session.place.folder


def test_nobody_is_left_in_any_byte_once_everybody_was_erased(everybody: Everybody, tmp_path: Path) -> None:
    everybody.session.snapshot()
    before = everybody.left_in_files(folder(everybody))
    assert everybody.canaries <= before, "negative control: everything is there, and is found"
    assert len(before) == len(everybody.canaries) + len(everybody.bytes)
    listed = everybody.issue(1)

    everybody.erase_all()

    assert everybody.left_in_files(folder(everybody)) == set()
    session = everybody.session
    assert session.all(Person) == () and len(session.all(Note)) == 3 * PEOPLE
    assert drafts.kept(session.place.store.database)[-1].words.endswith("a word about [name]")
    assert log.fold(session.place.store.database) == given.rows_in(session.place.store)
    assert [document.people for document in session.all(Issued)] == [()] * len(listed)
    with pytest.raises(RuleBroken):
        session.undo()
    assert all(session.search(name) == () for name in everybody.names)
    made = export(session, tmp_path / "tables", ["notes", "groups", "promises", "people"])
    assert everybody.left_in(path.read_bytes() for path in made) == set()
    assert everybody.left_in([repr((session.recent(99), session.all(Note))).encode()]) == set()


def test_documents_that_were_handed_out_are_listed_as_they_cannot_be_reached(
    everybody: Everybody, tmp_path: Path
) -> None:
    people, last = everybody.session.people, everybody.people[-1]
    everybody.print_all()
    pages = [path.read_bytes() for path in (tmp_path / "out").rglob("*.pdf")]
    assert any(
        any(everybody.names[-1] in words for words in words_of(page)) for page in pages
    )  # text, for bytes are packed

    call_back = people.erase(last).certificate.call_back

    assert {recall.sha256 for recall in call_back} == {d.sha256 for d in everybody.session.all(Issued)}
    assert not everybody.left_in([repr(call_back).encode()])
    facts = everybody.session.pack.facts(Audience.ARCHIVE)
    assert not any(everybody.names[-1] in text for text in map(repr, facts.register))


def test_tables_go_from_the_folder_they_were_written_to(everybody: Everybody, tmp_path: Path) -> None:
    """One that somebody has changed since is not ours to remove: it stays on the list to call back."""
    notes, people = export(everybody.session, tmp_path / "tables", ["notes", "people"])
    changed = people.read_bytes() + b"mine"
    people.write_bytes(changed)
    last = everybody.people[-1]

    call_back = everybody.session.people.erase(last).certificate.call_back

    assert not notes.exists() and people.read_bytes() == changed
    back = {recall.kind: recall.back_on for recall in call_back}
    assert back["notes.csv"] == everybody.session.now().date() and back["people.csv"] is None


def test_a_file_whose_free_room_is_not_overwritten_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: without secure_delete, and without writing the file anew, the search finds them."""
    (tmp_path / "day").mkdir()
    session = begun(without_key(tmp_path / "day", STORE_PRAGMAS | {"secure_delete": 0}))
    few = Everybody(session, 4, tmp_path / "out")
    monkeypatch.setattr(erase, "_rewrite_file", _only_checkpoint)

    few.erase_all()

    assert len(few.left_in_files(tmp_path / "day")) > 10
    session.close()


def _only_checkpoint(database: Any) -> None:
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def test_taking_everybody_out_at_once_leaves_the_board_and_no_name(tmp_path: Path) -> None:
    """I80: scanned for each name and contact in all files, the journal and free pages with them."""
    session = Session.make(tmp_path / "day", "A day", None, given.clock, *repeatable("1"))
    few = Everybody(session, 3, tmp_path / "out")
    few.session.plan.close_day(SOON)

    session.people.shred()

    texts = [note.text for note in session.all(Note)]
    assert "[name] said it better, ask [name]" in texts
    on_the_board = " ".join([*texts, *(drawing.ink for drawing in session.all(Drawing))])
    left = few.left_in([all_pages(session.place), *(p.read_bytes() for p in folder(few).rglob("*.*"))])
    assert left and all(words in on_the_board for words in left)  # words that may be used, without writers
    assert not left & {*few.names}
    session.close()


def test_somebody_who_stays_keeps_everything(everybody: Everybody) -> None:
    stays, *others = everybody.people
    session = everybody.session
    mine = [note for note in session.all(Note) if note.author == stays]
    who = next(p for p in session.all(Person) if p.id == stays)

    for person in others:
        session.people.erase(person)

    assert [note for note in session.all(Note) if note.author == stays] == mine
    assert session.all(Person) == (who,)
    assert replace(who, supporter="") == who
