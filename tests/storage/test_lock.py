"""Exactly one writer, and no lock that outlives its holder."""

import signal
from pathlib import Path

import pytest

from tests.storage import places
from workshop.errors import CannotWrite, WorkshopInUse
from workshop.storage.lock import hold, is_held

HOLD = """
from workshop.storage.lock import hold
held = hold(folder)
print("held", flush=True)
signal.pause()
"""


def test_a_second_one_is_told_so(tmp_path: Path) -> None:
    first = hold(tmp_path)

    assert is_held(tmp_path)
    with pytest.raises(WorkshopInUse, match="Another Same Table"):
        hold(tmp_path)

    first.release()
    first.release()
    assert not is_held(tmp_path)
    hold(tmp_path).release()


def test_asking_takes_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    assert not is_held(tmp_path)
    assert list(tmp_path.iterdir()) == []

    hold(tmp_path).release()
    assert not is_held(tmp_path)
    hold(tmp_path).release()


def test_another_program_holds_it_until_it_is_killed(tmp_path: Path) -> None:
    child = places.start(HOLD, tmp_path)
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"

    with pytest.raises(WorkshopInUse):
        hold(tmp_path)

    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    hold(tmp_path).release()


def test_many_at_once_make_one_holder(tmp_path: Path) -> None:
    race = """
from workshop.storage.lock import hold
sys.stdin.read()
try:
    held = hold(folder)
    print("held", flush=True)
    signal.pause()
except WorkshopError as error:
    print(type(error).__name__, flush=True)
"""
    children = [places.start(race, tmp_path) for _ in range(4)]
    said = sorted(child.stdout.readline().strip() for child in children if child.stdout)
    for child in children:
        child.kill()
        child.communicate()

    assert said == ["WorkshopInUse"] * 3 + ["held"]


def test_a_folder_that_cannot_be_written_to_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        hold(tmp_path / "nowhere")
