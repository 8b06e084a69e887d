"""Full disks and disks that cannot be written to: one sentence, and nothing acknowledged is lost."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage import places
from tests.storage.places import PASSPHRASE
from workshop.domain.records import Note
from workshop.errors import CannotWrite
from workshop.storage import snapshots
from workshop.storage.checks import check
from workshop.storage.place import Place

needs_root = pytest.mark.skipif(getattr(os, "geteuid", int)() != 0, reason="needs root, to mount a disk")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], check=False)
    if mounted.returncode:
        pytest.skip("cannot mount a small disk here")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def write_until_full(at: Place) -> tuple[int, CannotWrite]:
    """The number of the last note that was acknowledged, and what was said instead of the next."""
    number = 0
    while True:
        try:
            places.add_notes(at, [number + 1])
        except CannotWrite as error:
            return number, error
        number += 1


@needs_root
def test_a_full_disk_loses_nothing_and_writing_goes_on_once_there_is_room(small_disk: Path) -> None:
    made = places.make(small_disk / "day")
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(800_000))

    last, said = write_until_full(made)

    assert last > 10
    assert said.message.startswith(("The disk is full.", "The disk did not answer"))
    assert [note.number for note in made.store.all(Note)] == list(range(1, last + 1))
    ballast.unlink()
    places.add_notes(made, [last + 1])
    made.close()
    opened = places.open_(small_disk / "day")
    assert [note.number for note in opened.store.all(Note)] == list(range(1, last + 2))
    opened.close()
    assert check(small_disk / "day", PASSPHRASE).whole


@needs_root
def test_on_a_full_disk_there_is_no_half_snapshot_and_no_half_workshop(small_disk: Path) -> None:
    made = places.make(small_disk / "day", notes=20)
    free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
    (small_disk / "ballast").write_bytes(bytes(free - 100_000))

    with pytest.raises(CannotWrite):
        snapshots.take(made)
    with pytest.raises(CannotWrite):
        places.make(small_disk / "another")

    assert sorted(path.name for path in small_disk.iterdir()) == ["ballast", "day"]
    assert snapshots.list_(made.folder) == ()
    assert list((made.folder / "snapshots").iterdir()) == []
    (small_disk / "ballast").unlink()
    assert len(made.store.all(Note)) == 20
    made.close()


def test_a_limit_on_file_sizes_loses_nothing(tmp_path: Path) -> None:
    code = """
import resource
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
made = places.make(folder)
resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, resource.RLIM_INFINITY))
number = 0
try:
    while True:
        places.add_notes(made, [number + 1])
        number += 1
except WorkshopError as error:
    print(type(error).__name__, number, flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
places.add_notes(made, [number + 1])
made.close()
"""
    name, last = places.run(code, tmp_path / "day").split()

    assert name == "CannotWrite"
    opened = places.open_(tmp_path / "day")
    assert [note.number for note in opened.store.all(Note)] == list(range(1, int(last) + 2))
    opened.close()


NOBODY = """
for read_only in (False, True):
    try:
        opened = places.open_(folder, read_only=read_only)
        print(len(opened.store.snapshot().notes))
        opened.close()
    except WorkshopError as error:
        print(type(error).__name__, error)
"""


@needs_root
def test_a_folder_of_somebody_else_can_be_looked_at_and_says_why_not_more(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", disk], check=False).returncode:
        pytest.skip("cannot mount a disk here")
    try:
        places.make(disk / "day", notes=4).close()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)

        said = places.run(NOBODY, disk / "day").splitlines()
    finally:
        subprocess.run(["umount", disk], check=True)

    assert said[0].startswith("CannotWrite ")
    assert said[0].endswith(".")
    assert said[1] == "4"


@needs_root
def test_a_read_only_disk_with_a_journal_left_by_a_crash_can_be_looked_at(small_disk: Path) -> None:
    places.run("made = places.make(folder, notes=4)\ndie()", small_disk / "day")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)

    opened = places.open_(small_disk / "day", read_only=True)
    assert len(opened.store.all(Note)) == 4
    opened.close()
    assert check(small_disk / "day", PASSPHRASE).whole
