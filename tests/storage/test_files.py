"""A file is there whole or not at all, and never gone in between."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from tests.storage import places
from workshop.errors import CannotWrite
from workshop.storage import files


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    files.write_whole(path, b"old")
    files.write_whole(path, b"new")

    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["keys.json"]


def test_a_copy_is_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(range(256)) * 9000)
    files.copy_whole(tmp_path / "a", tmp_path / "b")

    assert (tmp_path / "b").read_bytes() == (tmp_path / "a").read_bytes()
    assert files.sha256_of(tmp_path / "b") == hashlib.sha256(bytes(range(256)) * 9000).hexdigest()
    assert sorted(os.listdir(tmp_path)) == ["a", "b"]


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "keys.json"
    files.write_whole(path, b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="The disk is full"):
        files.write_whole(path, b"new")
    with pytest.raises(CannotWrite, match="The disk is full"):
        files.copy_whole(path, tmp_path / "copy")

    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["keys.json"]


def test_a_crash_before_the_last_step_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_bytes(b"old")
    code = """
from workshop.storage import files
os.replace = die
files.write_whole(folder / "keys.json", b"new")
"""
    places.run(code, tmp_path)

    assert (tmp_path / "keys.json").read_bytes() == b"old"


def held_open(times: int, winerror: int, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A rename that another program holds up so many times, as Windows tells it; the waits."""
    waits: list[float] = []
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if len(waits) < times:
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = winerror  # type: ignore[attr-defined]
            raise error
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr("time.sleep", waits.append)
    return waits


def test_a_virus_guard_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits = held_open(3, 32, monkeypatch)

    files.write_whole(tmp_path / "keys.json", b"new")

    assert waits == [0.05, 0.1, 0.2]
    assert (tmp_path / "keys.json").read_bytes() == b"new"


def test_it_is_not_waited_for_for_ever_nor_for_anything_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = held_open(99, 5, monkeypatch)
    with pytest.raises(CannotWrite):
        files.write_whole(tmp_path / "keys.json", b"new")
    assert 2 < sum(waits) < 3

    waits = held_open(99, 1, monkeypatch)
    with pytest.raises(CannotWrite):
        files.write_whole(tmp_path / "keys.json", b"new")
    assert waits == []
    assert os.listdir(tmp_path) == []
