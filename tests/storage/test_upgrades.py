"""The versions of the file: each is reached once and whole; what is not ours is refused."""

import shutil
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests import given
from tests.storage import places
from workshop.domain.ids import GroupId, MembershipId, NoteId
from workshop.domain.kinds import AgeGroup, BoardLayout, Form, Met, Said, SmallNumbers
from workshop.domain.labels import Label
from workshop.domain.records import Group, Membership, Note
from workshop.errors import NotAWorkshop, WorkshopDamaged, WorkshopFromNewerVersion
from workshop.storage import upgrades
from workshop.storage.engine import APPLICATION_ID, connect
from workshop.storage.store import Store
from workshop.storage.upgrades import VERSION, make_tables, needs_upgrade, refuse_foreign

FIRST_VERSION = Path(__file__).resolve().parents[1] / "files" / "version-1"
SECOND_VERSION = FIRST_VERSION.with_name("version-2")
THIRD_VERSION = FIRST_VERSION.with_name("version-3")


@pytest.fixture
def empty() -> Database:
    return connect(None, None)


def tables(database: Database) -> list[str]:
    found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [name for (name,) in found]


def test_an_empty_file_becomes_one_of_ours(empty: Database) -> None:
    assert needs_upgrade(empty)
    make_tables(empty)
    assert not needs_upgrade(empty)
    assert empty.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert empty.execute("PRAGMA user_version").fetchone() == (VERSION,)
    refuse_foreign(empty)


def test_making_the_tables_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "workshop.db"
    store = Store.at(path, given.KEY, given.clock)
    store.apply(Label.ADD_NOTE, [given.note(1)])
    store.close()
    before = path.read_bytes()
    store = Store.at(path, given.KEY, given.clock)
    assert store.all(Note) == (given.note(1),)
    store.close()
    assert path.read_bytes() == before


def test_the_last_upgrade_sets_the_version() -> None:
    """`VERSION`, the number of upgrades and what the last of them writes are one number."""
    database = connect(None, None)
    make_tables(database)
    names = [upgrade.name for upgrade in upgrades.upgrades.applied(database)]
    assert names == [str(n) for n in range(1, VERSION + 1)]


def test_an_upgrade_that_breaks_off_leaves_nothing_and_is_done_the_next_time(
    empty: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(upgrades, "APPLICATION_ID", "no number at all")  # one of the last statements
        with pytest.raises(Exception, match="near"):
            make_tables(empty)
    assert tables(empty) == ["_sqlite_migrations"]
    assert empty.execute("PRAGMA user_version").fetchone() == (0,)
    make_tables(empty)
    assert not needs_upgrade(empty)


def test_the_file_of_another_program_is_refused_before_anything_is_written(empty: Database) -> None:
    empty.execute("CREATE TABLE recipe (name TEXT)")
    for refuse in (refuse_foreign, make_tables):
        with pytest.raises(NotAWorkshop, match="made by another program.*It was not changed"):
            refuse(empty)
    assert tables(empty) == ["recipe"]


def test_the_file_of_a_newer_version_is_refused_before_anything_is_written(empty: Database) -> None:
    make_tables(empty)
    empty.execute(f"PRAGMA user_version = {VERSION + 1}")
    for refuse in (refuse_foreign, make_tables):
        with pytest.raises(WorkshopFromNewerVersion, match="newer Same Table. It was not changed"):
            refuse(empty)
    assert empty.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)


def test_a_damaged_file_is_told_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "workshop.db"
    Store.at(path, given.KEY, given.clock).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
    with pytest.raises(WorkshopDamaged, match="Please go back to a copy"):
        Store.at(path, given.KEY, given.clock).snapshot()


def test_a_file_of_the_first_version_still_opens_with_all_its_words(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    shutil.copytree(FIRST_VERSION, folder)
    before = (folder / "workshop.db").read_bytes()

    opened = places.open_(folder)
    snapshot = opened.store.snapshot()
    opened.close()

    assert [note.text for note in snapshot.notes] == ["A chair with arms", "کرسی", "Tell me how long"]
    assert [group.name for group in snapshot.groups] == ["Waiting"]
    assert snapshot.ideas[0].title == "A clock that is right"
    assert [(step.how, step.to_do, step.easy, step.started_at) for step in snapshot.steps] == [
        ("", (), (), "")
    ] * len(snapshot.steps)
    assert (folder / "kept-aside" / "1" / "workshop.db").read_bytes() == before


def test_a_file_of_the_second_version_gets_a_board_for_many_hands(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    shutil.copytree(SECOND_VERSION, folder)

    opened = places.open_(folder)
    snapshot = opened.store.snapshot()
    opened.store.apply(Label.ADD_NOTE, [given.note(9)])
    opened.close()

    assert [(note.number, note.text) for note in snapshot.notes] == [
        (1, "A chair with arms"),
        (2, "کرسی"),
        (3, "Tell me how long"),
    ]
    assert {(n.emotion, n.tags, n.turned, n.same_as, n.waiting) for n in snapshot.notes} == {
        (None, (), 0, None, False)
    }
    assert snapshot.groups == (Group(GroupId("g1"), "Waiting", 0),)
    assert snapshot.memberships == (Membership(MembershipId("m1"), NoteId("n1"), GroupId("g1"), 0),)
    assert snapshot.steps[0].started_at == "10:20"
    assert (snapshot.workshop.layout, snapshot.workshop.kind_names) == (BoardLayout.FREE, ())


def test_a_file_of_the_third_version_keeps_its_people_and_what_they_said(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    shutil.copytree(THIRD_VERSION, folder)

    opened = places.open_(folder)
    snapshot = opened.store.snapshot()
    opened.close()

    [amina], [need], [answer] = snapshot.people, snapshot.needs, snapshot.answers
    assert (amina.called, amina.age_group, amina.here_as) == ("Amina", AgeGroup.UNDER_16, None)
    assert (need.what, need.met) == ("Hearing loop", Met.OPEN)
    assert (answer.said, answer.guardian, answer.shape, answer.support) == (
        Said.YES,
        Said.YES,
        Form.SCREEN,
        ("Easy Read",),
    )
    assert snapshot.signatures[0].on_paper
    assert (snapshot.workshop.names_until, snapshot.workshop.small_numbers) == (None, SmallNumbers.STANDARD)


@pytest.mark.parametrize("older", [FIRST_VERSION, SECOND_VERSION, THIRD_VERSION], ids=lambda p: p.name)
def test_an_older_workshop_can_be_looked_at_and_stays_as_it_is(older: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(older, tmp_path / "day")
    before = places.picture_of(tmp_path)
    looking = places.open_(folder, read_only=True)
    assert looking.store.snapshot().workshop.walk_ins == 0
    looking.close()
    assert places.picture_of(tmp_path) == before
