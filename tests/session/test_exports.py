"""Taking tables out: what consent refuses stays in, names stay in the archive, ballots stay sealed."""

import csv
import io
import re
from pathlib import Path

import pytest

from tests.session.given import Room, refused
from workshop.domain.kinds import Audience, Item, Said
from workshop.exchange.csv_out import WRITERS
from workshop.session import exports
from workshop.session.exports import KINDS, export
from workshop.session.voting import RoundOpened

AGREED, REFUSED, TAKEN_BACK = "Warm lamps for everybody", "I was left to wait", "I cried in there"
PUT_AWAY, NEVER_TURNED = "A word about the boss", "Still being written"
OPEN_QUESTION = "Which colour for the door?"
TABLES = ("notes", "groups", "votes", "promises")


@pytest.fixture
def full(room: Room) -> Room:
    """A room with notes of every standing, one vote that has ended and one that is open."""
    people, board = room.session.people, room.session.board
    bo = people.arrive("Bo", []).person
    for person, said in ((room.amina, Said.YES), (room.ruth, Said.NO), (bo, Said.YES)):
        people.consent(person, Item.TAKE_PART, Said.YES)
        people.consent(person, Item.NOTES_USED, said)
    board.add_note(AGREED, author=room.amina, group=room.garden)
    board.add_note(REFUSED, author=room.ruth, group=room.garden)
    board.add_note(TAKEN_BACK, author=bo)
    people.withdraw(bo)
    board.withhold_note(board.add_note(PUT_AWAY).note, "not ours to tell")
    board.hide_writing()
    board.add_note(NEVER_TURNED)
    _vote(room)
    return room


def _vote(room: Room) -> None:
    """Six ballots, no two alike, in a vote that is counted; two in one that is open."""
    counted = room.open_vote()
    room.vote(counted, (2, 1, 0), (2, 0, 0), (2, 0, 1), (1, 1, 1), (1, 2, 0), (1, 0, 0))
    room.session.voting.close_round(counted.round)
    opened = room.session.voting.open_round(OPEN_QUESTION, "Taste", [room.garden, room.notes[0]])
    room.vote(opened, (2, 1), (1, 1))


def exported(room: Room, folder: Path, kind: str) -> list[list[str]]:
    """The rows of one export, its header first."""
    (path,) = export(room.session, folder, [kind])
    return rows_of(path.read_bytes())


def rows_of(data: bytes) -> list[list[str]]:
    """The rows of a CSV file."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def names_in(text: str) -> set[str]:
    """What the text says of who is in the room: names, and the beginning of a telephone number."""
    return set(re.findall(r"Amina|Khan|Ruth|\bBo\b|07700", text))


def test_notes_that_consent_refuses_are_in_no_table(full: Room, tmp_path: Path) -> None:
    rows = exported(full, tmp_path, "notes")
    assert [row[:3] for row in rows[1:]] == [
        ["1", "Garden", "Words of note 1"],
        ["2", "Garden", "Words of note 2"],
        ["4", "Garden", AGREED],
        ["3", "", "Words of note 3"],
    ]
    everything = str([exported(full, tmp_path, kind) for kind in WRITERS])
    assert [text for text in (REFUSED, TAKEN_BACK, PUT_AWAY, NEVER_TURNED) if text in everything] == []
    assert exported(full, tmp_path, "groups")[1:] == [["Garden", "3", "no", "own", ""]]


def test_a_note_appears_as_soon_as_its_writer_agrees_and_goes_when_taken_back(
    full: Room, tmp_path: Path
) -> None:
    full.session.people.consent(full.ruth, Item.NOTES_USED, Said.YES)
    assert REFUSED in str(exported(full, tmp_path, "notes"))
    full.session.people.withdraw(full.ruth, [Item.NOTES_USED])
    assert REFUSED not in str(exported(full, tmp_path, "notes"))


def test_votes_are_totals_of_rounds_that_have_ended(full: Room, tmp_path: Path) -> None:
    header, *rows = exported(full, tmp_path, "votes")
    assert header == ["round", "question", "option", "title", "dots", "place", "people", "ballots"]
    assert rows == [
        ["1", "What first?", "1", "Benches", "9", "1", "", "6"],
        ["1", "What first?", "2", "A kettle", "4", "2", "", "6"],
        ["1", "What first?", "3", "Bus times", "2", "3", "", "6"],
    ]


def test_nothing_of_an_open_round_and_no_ballot_is_in_any_table(full: Room, tmp_path: Path) -> None:
    paths = export(full.session, tmp_path, list(WRITERS))
    everything = b"".join(path.read_bytes() for path in paths).decode()
    assert OPEN_QUESTION not in everything
    assert [row for row in exported(full, tmp_path, "votes") if row[0] == "2"] == []
    # A row an option: six different ballots leave no more rows than three options do.
    assert len(exported(full, tmp_path, "votes")) == 1 + 3


def test_an_open_round_is_there_once_it_has_ended(full: Room, tmp_path: Path) -> None:
    """Negative control of the test above: the same question is found when it may be shown."""
    opened = full.snapshot.rounds[-1]
    full.vote(RoundOpened(opened.id, opened.options), (0, 1), (1, 0), (1, 2))
    full.session.voting.close_round(opened.id)
    assert OPEN_QUESTION in str(exported(full, tmp_path, "votes"))


def test_people_come_from_the_facts_of_the_archive_alone(full: Room, tmp_path: Path) -> None:
    header, *rows = exported(full, tmp_path, "people")
    assert header == ["ref", "called", "age_group", *(item.value for item in Item), "expires_on"]
    used = header.index("notes_used")
    assert [(row[1], row[used]) for row in rows] == [
        ("Amina", "yes"),
        ("Ruth", "no"),
        ("Bo", "taken_back"),
    ]
    for audience in set(Audience) - {Audience.ARCHIVE}:
        assert rows_of(WRITERS["people"](full.session.pack.facts(audience))) == [header]


def test_names_are_in_no_table_but_the_register(full: Room, tmp_path: Path) -> None:
    tables = {kind: str(exported(full, tmp_path, kind)) for kind in TABLES}
    assert {kind: found for kind, text in tables.items() if (found := names_in(text))} == {}
    register = str(exported(full, tmp_path, "people"))
    assert names_in(register) == {"Amina", "Ruth", "Bo"}  # no full name, no telephone


def test_a_table_given_the_facts_of_the_archive_would_show_more(
    full: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: with every table made for the archive, a note with a name in it gets out."""
    full.session.board.reveal()
    full.session.board.add_note("Ruth knows the way")
    assert "knows the way" not in str(exported(full, tmp_path, "notes"))
    monkeypatch.setattr(exports, "CONFIDENTIAL", frozenset(WRITERS))
    assert "knows the way" in str(exported(full, tmp_path / "more", "notes"))


def test_files_are_named_after_their_kind_in_a_folder_that_is_made(room: Room, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "exports"
    paths = export(room.session, folder, list(WRITERS))
    assert paths == tuple(folder / f"{kind}.csv" for kind in WRITERS)
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in paths)
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in paths)


def test_an_unknown_kind_writes_nothing_at_all(room: Room, tmp_path: Path) -> None:
    with refused(room, "There is no export “ballots”. Nothing was written."):
        export(room.session, tmp_path / "out", ["notes", "ballots"])
    assert not (tmp_path / "out").exists()


def test_equality_answers_leave_as_counts_with_small_ones_kept_back(room: Room, tmp_path: Path) -> None:
    people = room.session.people
    assert exported(room, tmp_path / "before", "equality")[1:] == []  # no box was ever opened
    people.open_equality()
    for _ in range(6):
        people.equality({"ethnic_group": "white_irish"})
    people.equality({"ethnic_group": "asian_indian"})
    assert exported(room, tmp_path / "open", "equality")[1:] == []  # nothing before it is counted
    people.close_equality()
    header, *rows = exported(room, tmp_path / "after", "equality")
    assert header == ["question", "title", "answer", "people", "answered", "rule"]
    asian = [row[3] for row in rows if row[2].startswith("Asian")]
    assert asian == ["fewer than 5"]
    assert not [row for row in rows if row[3] in ("1", "2", "3", "4")]


def test_a_table_that_shows_somebody_is_kept_to_be_called_back(full: Room, tmp_path: Path) -> None:
    export(full.session, tmp_path / "stick", KINDS[: len(WRITERS)])
    export(full.session, tmp_path / "stick", ["notes"])  # the same once more is the same table
    listed = {d.kind: d for d in full.snapshot.issued}
    assert list(listed) == ["notes.csv", "promises.csv", "people.csv"]
    assert {d.given_to for d in listed.values()} == {str(tmp_path / "stick")}
    agreed = next(n.id for n in full.snapshot.notes if n.text == AGREED)
    assert agreed in listed["notes.csv"].notes
    recall = full.session.people.withdraw(full.amina).recall
    assert "notes.csv" in {document.kind for document in recall}
