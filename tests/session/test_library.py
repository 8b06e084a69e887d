"""The library: what stands in each workshop, which passphrase opens what, practice that leaves nothing."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests import given
from tests.given import NOW, TODAY
from workshop.domain.kinds import DayState, SponsorAnswer
from workshop.domain.records import Step
from workshop.errors import CannotWrite, WorkshopDamaged, WrongPassphrase
from workshop.session import keeping, library
from workshop.session.keeping import Damage, GoodTime, Standing
from workshop.session.library import Closed, Library, Strength, Summary, strength_of, templates
from workshop.session.session import Session

PASSPHRASE = "four quiet garden benches"
OTHER = "another seven yellow kettles"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def shelf(home: Path) -> Library:
    made = Library(given.clock)
    made.secret = PASSPHRASE
    return made


def make(shelf: Library, title: str, template: str = "") -> Path:
    session = shelf.make(title, template)
    session.close()
    return session.place.folder


def test_an_empty_library(home: Path) -> None:
    empty = Library(given.clock)
    assert (empty.is_empty, empty.folders(), empty.find_key("x")) == (True, (), None)
    with pytest.raises(WrongPassphrase):
        empty.make("Day")
    assert not home.exists()


def test_a_workshop_is_made_from_a_template_and_seen(shelf: Library, home: Path) -> None:
    folder = make(shelf, "What matters to you?", "half-day")
    assert folder == home / "What matters to you"
    with_steps = shelf.look(folder)
    assert isinstance(with_steps, Summary)
    assert with_steps == Summary(
        folder=folder,
        title="What matters to you?",
        day=None,
        place="",
        state=DayState.DRAFT,
        people=0,
        step=0,
        steps=with_steps.steps,
        step_title="",
        promises_due=0,
        answered=False,
        packs=0,
        names_gone=False,
        saved_at=NOW.isoformat(),
    )
    assert with_steps.steps > 5


def test_what_happened_in_it_is_seen_after_the_file_has_changed(shelf: Library) -> None:
    folder = make(shelf, "Day", "half-day")
    assert isinstance(before := shelf.look(folder), Summary) and before.people == 0
    session = shelf.open(folder)
    session.people.arrive("Amina", [])
    session.plan.start_step(session.all(Step)[2].id)
    session.promises.promise("Buses", "We will ask", "Ruth", by_when=TODAY, how_known="a letter")
    session.promises.promise("Tea", "We will ask", "Ruth", by_when=TODAY + timedelta(9), how_known="tea")
    session.promises.promise("Not yet a promise", by_when=TODAY)
    session.promises.respond("Buses", SponsorAnswer.ACCEPTED, "because we can")
    title = session.all(Step)[2].title
    session.close()
    seen = shelf.look(folder)
    assert isinstance(seen, Summary)
    assert (seen.people, seen.step, seen.step_title) == (1, 3, title)
    assert (seen.promises_due, seen.answered) == (1, True)


def test_another_passphrase_is_told_from_damage(shelf: Library) -> None:
    mine, damaged = make(shelf, "Mine"), make(shelf, "Damaged")
    shelf.secret = OTHER
    other = make(shelf, "Other")
    (damaged / "workshop.db").write_bytes(b"")
    assert shelf.look(mine) == Closed(mine, locked=True)
    assert isinstance(shelf.look(other), Summary)
    shelf.remember(mine, PASSPHRASE)
    shelf.remember(damaged, PASSPHRASE)
    assert isinstance(shelf.look(mine), Summary)
    assert shelf.look(damaged) == Closed(damaged, locked=False)
    assert (shelf.find_key(PASSPHRASE, mine), shelf.find_key(PASSPHRASE, other)) == (mine, None)


def test_damaged_keys_are_no_wrong_passphrase(shelf: Library) -> None:
    folder = make(shelf, "Day")
    assert shelf.damaged_keys() is None
    (folder / "keys.json").write_bytes(b"{}")
    assert shelf.damaged_keys() == shelf.damaged_keys(folder) == folder
    assert not shelf.is_empty
    with pytest.raises(WorkshopDamaged):
        shelf.open(folder)
    make(shelf, "Another")
    assert shelf.damaged_keys() is None


def test_the_printed_key_opens_it_and_brings_a_new_passphrase(shelf: Library) -> None:
    session = shelf.make("Day")
    key, folder = session.recovery_key, session.place.folder
    session.close()
    assert shelf.find_key(key.lower().replace("-", " ")) == folder
    library.change_passphrase(folder, key, OTHER)
    assert (shelf.find_key(PASSPHRASE), shelf.find_key(OTHER)) == (None, folder)


def test_practice_leaves_nothing(shelf: Library, home: Path) -> None:
    session = shelf.practise()
    assert session.day().practice and session.day().state is DayState.OPEN
    assert library.summary_of(session).people == 14
    shelf.forget_practice()
    assert session.place.folder.is_dir()  # it is open
    session.close()
    assert shelf.folders() == () and shelf.is_empty
    shelf.forget_practice()
    assert list(home.iterdir()) == []


def test_a_library_that_cannot_be_written_to_says_so(home: Path, shelf: Library) -> None:
    home.write_text("a file stands where the folder should be")
    with pytest.raises(CannotWrite):
        shelf.make("Day")


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.EMPTY),
        ("   ", Strength.EMPTY),
        ("kettle", Strength.SHORT),
        ("password1234", Strength.COMMON),
        ("hospital workshop", Strength.COMMON),
        ("aaaaaaaaaaaaaaaa", Strength.COMMON),
        ("123456789012", Strength.COMMON),
        ("teapot gravel seven lighthouse", Strength.GOOD),
        ("چائے کی میز پر سب", Strength.GOOD),
    ],
)
def test_a_passphrase_is_judged_in_words(passphrase: str, strength: Strength) -> None:
    assert strength_of(passphrase) is strength


def test_templates_are_offered_in_a_fixed_order_and_missing_ones_are_no_harm() -> None:
    names = [template.name for template in templates()]
    known = [name for name in library.OFFERED_FIRST if name in names]
    assert names[: len(known)] == known and len(names) == len(set(names)) > 0
    assert all(template.minutes > 0 and template.title for template in templates())


# After a stop

KILLED = """
import os, sys
from pathlib import Path
from workshop.session.session import Session
session = Session.open(Path(sys.argv[1]), sys.argv[2])
session.board.add_note("Parking cost £14")
print("saved", flush=True)
sys.stdin.read()
"""


def test_a_stop_is_noticed_and_all_that_was_saved_is_there(shelf: Library) -> None:
    folder = make(shelf, "Day")
    assert not shelf.was_stopped(folder)
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder), PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[2],
    )
    with child:
        assert child.stdout is not None and child.stdout.readline() == b"saved\n"
        assert not shelf.was_stopped(folder)  # somebody is working there now
        os.kill(child.pid, signal.SIGKILL)
    assert shelf.was_stopped(folder)

    session = shelf.open(folder, read_only=True)
    there = keeping.standing(session)
    session.close()
    assert shelf.was_stopped(folder)  # a look changes nothing
    assert there == Standing(there.saved_at, 1, 0, "Parking cost £14", 0, 0, None)
    shelf.open(folder).close()
    assert not shelf.was_stopped(folder)


def test_an_open_vote_is_told_by_its_ballots_only(shelf: Library) -> None:
    session = shelf.make("Day")
    for name in ("Amina", "Gwyn", "Josh", "Ruth"):
        session.people.arrive(name, [])
    ideas = [session.board.add_idea(title, "").idea for title in ("Benches", "A kettle")]
    opened = session.voting.open_round("What first?", "Helps most", list(ideas))
    session.voting.cast(opened.round, {opened.options[0].id: 1})
    assert keeping.standing(session).ballots == 1
    assert keeping.standing(session).unsigned == 4
    session.close()


# After damage


def damaged_day(shelf: Library) -> Path:
    """A workshop of three notes whose last snapshot holds two; then a bit of the file falls over."""
    session = shelf.make("Day")
    session.board.add_note("One")
    session.snapshot()
    session.board.add_note("Two")
    session.snapshot()
    session.board.add_note("Three")
    folder = session.place.folder
    session.close()
    data = bytearray((folder / "workshop.db").read_bytes())
    data[len(data) - 3000] ^= 1
    (folder / "workshop.db").write_bytes(data)
    return folder


def test_damage_is_told_with_the_good_times_and_changes_nothing(shelf: Library) -> None:
    folder = damaged_day(shelf)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found = keeping.damage(folder, PASSPHRASE)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert found.problems
    assert [(time.notes, time.groups, time.people) for time in found.good_times] == [(2, 0, 0), (1, 0, 0)]
    assert found.acts_missing in (None, 1)
    assert found.good_times == keeping.good_times(folder, PASSPHRASE)


def test_a_good_time_can_be_looked_at_and_gone_back_to(shelf: Library) -> None:
    folder = damaged_day(shelf)
    newest, older = keeping.good_times(folder, PASSPHRASE)
    assert newest == GoodTime(newest.snapshot, NOW.isoformat(), 2, 0, 0)
    with keeping.snapshot_to_look_at(folder, older.snapshot) as place:
        session = Session.open(place, PASSPHRASE, given.clock, read_only=True)
        assert keeping.standing(session).notes == 1
        session.close()
    assert not place.exists()
    keeping.restore_workshop(folder, PASSPHRASE, newest.snapshot)
    seen = shelf.open(folder)
    assert keeping.standing(seen).notes == 2
    seen.close()


def test_a_whole_workshop_has_no_problems_and_no_missing_acts(shelf: Library) -> None:
    session = shelf.make("Day")
    session.board.add_note("One")
    session.snapshot()
    folder = session.place.folder
    session.close()
    found = keeping.damage(folder, PASSPHRASE)
    assert (found.problems, len(found.good_times), found.acts_missing) == ((), 1, 0)


def test_without_legible_keys_there_is_no_time_to_go_back_to(shelf: Library) -> None:
    folder = make(shelf, "Day")
    (folder / "keys.json").write_bytes(b"{}")
    found = keeping.damage(folder, PASSPHRASE)
    assert found == Damage(found.problems, (), None) and "keys" in found.problems[0]


def test_a_copy_comes_into_the_library(shelf: Library, tmp_path: Path) -> None:
    session = shelf.make("Day")
    session.board.add_note("One")
    keeping.copy_workshop(session, tmp_path / "stick.sametable")
    session.close()
    folder = keeping.bring_in_copy(tmp_path / "stick.sametable")
    assert folder in shelf.folders() and folder.name == "stick"
    assert isinstance(shelf.look(folder), Summary)
