"""The ballot box after stops: a cast that was cut off, a session that opens again."""

import itertools
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests import given
from tests.storage.killed import Say, killed_after
from tests.storage.order_secrecy import PlainBox, look
from tests.storage.test_ballots import KEY, NO_TIME, plain, times_in
from workshop.domain.ids import RoundId
from workshop.domain.kinds import RoundState
from workshop.domain.records import Round
from workshop.session.session import Session
from workshop.session.voting import NOT_IN_THIS_COPY, Ballots, NewOption
from workshop.storage.ballots import BallotBox

ROOT = Path(__file__).resolve().parents[2]
KILLS = 15

# The power goes


def cast_for_ever(say: Say, folder: Path, number: int) -> None:
    """The child: one ballot after the other, each said only after it is in."""
    with PlainBox.open(folder, "r1", KEY) as box:
        while True:
            box.cast(plain(number))
            say(number)
            number += 1


@pytest.mark.slow
def test_each_acknowledged_ballot_is_in_once_after_every_kill(tmp_path: Path) -> None:
    chance = random.Random(20260305)
    PlainBox.make(tmp_path, "r1", KEY).close()
    kept, in_the_middle = 0, 0
    for _ in range(KILLS):
        said = killed_after(chance.uniform(0, 0.06), cast_for_ever, tmp_path, kept)[-1]
        in_the_middle += (tmp_path / "r1.box-journal").stat().st_size > 0
        with PlainBox.open(tmp_path, "r1", KEY) as box:
            ballots = sorted(box.empty_out().ballots)
            kept = len(ballots)
            assert ballots == [plain(number) for number in range(kept)], "each once"
            assert kept - 1 in (said, said + 1), "the child was one ballot ahead of what it said, at most"
            assert look(tmp_path, box.casts()).images == 1, "no older image was left by the stop"
            assert times_in(tmp_path) == {NO_TIME}
    assert in_the_middle, "negative control: some kills did hit a cast that was being written"


STEPS = """
import sys
from pathlib import Path
from tests.storage.test_ballot_stops import stop_at_step
stop_at_step(Path(sys.argv[1]), int(sys.argv[2]))
"""


def stop_at_step(folder: Path, step: int) -> None:
    """The child: cast one ballot, and be killed just before statement number `step` of the cast."""
    with PlainBox.open(folder, "r1", KEY) as box:
        steps = itertools.count(1)

        def count(statement: str) -> None:
            if next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        box._database.conn.set_trace_callback(count)
        box.cast(plain(999))


@pytest.mark.parametrize("step", [2, 4, 6, 8, 10])
def test_a_stop_between_the_steps_of_a_cast_leaves_the_box_as_it_was(tmp_path: Path, step: int) -> None:
    with PlainBox.make(tmp_path, "r1", KEY) as box:
        box.cast_many([plain(number) for number in range(6)])
    command = [sys.executable, "-c", STEPS, str(tmp_path), str(step)]
    child = subprocess.run(command, cwd=ROOT, check=False)
    assert child.returncode == -signal.SIGKILL
    with PlainBox.open(tmp_path, "r1", KEY) as box:
        assert sorted(box.empty_out().ballots) == [plain(number) for number in range(6)]
        assert look(tmp_path, box.casts()).images == 1


# A session that opens after a stop


def vote_with(folder: Path, ballots: int) -> RoundId:
    """A workshop in `folder`, closed again, with an open vote in which that many ballots are."""
    session = Session.make(folder, "The day", None, given.clock)
    round_ = session.voting.open_round("Which first?", "What helps", [NewOption("Bench"), NewOption("Clock")])
    for _ in range(ballots):
        session.voting.cast(round_.round, {round_.options[0].id: 2})
    session.close()
    return round_.round


def opened_again(folder: Path) -> tuple[Round, list[str]]:
    """The vote and the files of boxes after the workshop was opened once more."""
    session = Session.open(folder, None, given.clock)
    (round_,) = session.place.store.all(Round)
    rounds = folder / "rounds"
    files = sorted(path.name for path in rounds.iterdir()) if rounds.is_dir() else []
    session.close()
    return round_, files


def test_an_open_vote_goes_on_after_a_stop(tmp_path: Path) -> None:
    id_ = vote_with(tmp_path / "day", 5)
    round_, files = opened_again(tmp_path / "day")
    assert round_.state is RoundState.OPEN
    assert {f"{id_}.box", f"{id_}.key"} <= set(files)
    session = Session.open(tmp_path / "day", None, given.clock)
    assert session.voting.result(id_) == Ballots(5)
    assert [row.dots for row in session.voting.close_round(id_).rows] == [10, 0]
    session.close()


def test_boxes_of_no_open_vote_are_destroyed(tmp_path: Path) -> None:
    """A stop came after the vote was opened and before it was noted, or after its result was kept."""
    id_ = vote_with(tmp_path / "day", 5)
    rounds = tmp_path / "day" / "rounds"
    aside = {path.name: path.read_bytes() for path in rounds.iterdir()}
    session = Session.open(tmp_path / "day", None, given.clock)
    session.voting.close_round(id_)
    session.close()
    assert not rounds.exists()
    rounds.mkdir()
    for name, data in aside.items():
        (rounds / name).write_bytes(data)
    BallotBox.make(rounds, "neverNoted", KEY).close()
    round_, files = opened_again(tmp_path / "day")
    assert (round_.state, files) == (RoundState.CLOSED, [])


@pytest.mark.parametrize("lost", [".box", ".key"])
def test_a_vote_whose_box_is_gone_is_cancelled_with_the_reason(tmp_path: Path, lost: str) -> None:
    id_ = vote_with(tmp_path / "day", 5)
    (tmp_path / "day" / "rounds" / f"{id_}{lost}").unlink()
    opened_again(tmp_path / "day")
    round_, files = opened_again(tmp_path / "day")
    assert (round_.state, round_.cancelled_reason) == (RoundState.CANCELLED, NOT_IN_THIS_COPY)
    assert files == []
