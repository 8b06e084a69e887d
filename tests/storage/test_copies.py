"""One file to carry: whole when it has its name, still locked, and nothing unpacks but a copy."""

import hashlib
import io
import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from tests.storage import places
from workshop.errors import (
    CannotWrite,
    NotAWorkshop,
    RuleBroken,
    StorageError,
    WorkshopDamaged,
    WorkshopMissing,
)
from workshop.storage import copies
from workshop.storage.copies import Copied, copy_out, unpack
from workshop.storage.place import Place


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Place]:
    made = places.make(tmp_path / "day", notes=3)
    yield made
    made.close()


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("copy")
    made = places.make(folder / "day", notes=3)
    path = copy_out(made, folder).path
    made.close()
    return path.read_bytes()


def test_a_copy_opens_elsewhere_as_it_was(day: Place, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()

    copied = copy_out(day, stick)

    data = (stick / "day.sametable").read_bytes()
    assert copied == Copied(stick / "day.sametable", hashlib.sha256(data).hexdigest(), len(data), False)
    assert [path.name for path in stick.iterdir()] == ["day.sametable"]
    folder = unpack(copied.path, tmp_path / "elsewhere")
    opened = places.open_(folder)
    assert opened.store.snapshot() == day.store.snapshot()
    opened.close()


def test_a_copy_is_a_plain_zip_of_two_files_still_encrypted(day: Place, tmp_path: Path) -> None:
    path = copy_out(day, tmp_path / "my copy.sametable").path

    with zipfile.ZipFile(path) as read:
        assert [(i.filename, i.compress_type, i.date_time) for i in read.infolist()] == [
            ("keys.json", zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0)),
            ("workshop.db", zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0)),
        ]
        assert read.testzip() is None
    assert b"Words of note" not in path.read_bytes()


def test_an_open_vote_stays_at_home_and_it_is_said(day: Place, tmp_path: Path) -> None:
    (day.folder / "rounds").mkdir()
    for name in ("round-1.box", "round-1.key"):
        (day.folder / "rounds" / name).write_bytes(b"a ballot nobody may see")

    copied = copy_out(day, tmp_path)

    assert copied.vote_open
    assert copies.VOTE_NOT_IN_COPY == "The open vote is not in this copy."
    assert b"nobody may see" not in copied.path.read_bytes()


def test_a_newer_copy_takes_the_place_of_the_older(day: Place, tmp_path: Path) -> None:
    first = copy_out(day, tmp_path)
    places.add_notes(day, [4])
    second = copy_out(day, tmp_path)

    assert first.path == second.path
    assert first.sha256 != second.sha256
    assert hashlib.sha256(second.path.read_bytes()).hexdigest() == second.sha256


def test_a_copy_can_be_made_while_only_looking(tmp_path: Path) -> None:
    places.make(tmp_path / "day", notes=3).close()
    before = places.picture_of(tmp_path / "day")

    looking = places.open_(tmp_path / "day", read_only=True)
    copied = copy_out(looking, tmp_path)
    looking.close()

    assert copied.size == copied.path.stat().st_size
    assert places.picture_of(tmp_path / "day") == before


def test_a_stick_that_forgets_is_found_out(
    day: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = copy_out(day, tmp_path).path.read_bytes()

    def forgetful(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[-100] ^= 1
        path.write_bytes(data)

    monkeypatch.setattr(copies, "_forget_cached", forgetful)
    with pytest.raises(CannotWrite, match="did not give back"):
        copy_out(day, tmp_path)

    assert (tmp_path / "day.sametable").read_bytes() == older
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.skipif(getattr(os, "geteuid", int)() != 0, reason="mounting needs root")
def test_a_stick_that_is_full_keeps_the_older_copy(day: Place, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", stick], check=False)
    if mounted.returncode:
        pytest.skip("cannot mount a small disk here")
    try:
        older = copy_out(day, stick)
        with pytest.raises(CannotWrite, match="The disk is full"):
            copy_out(day, stick)
        assert os.listdir(stick) == ["day.sametable"]
        assert hashlib.sha256(older.path.read_bytes()).hexdigest() == older.sha256
    finally:
        subprocess.run(["umount", stick], check=True)


def test_a_stick_pulled_half_way_holds_no_half_copy(tmp_path: Path) -> None:
    code = """
from workshop.storage import copies
import tempfile
made = places.make(folder, notes=3)
tempfile.tempdir = str(folder)
os.posix_fadvise = die
copies.copy_out(made, folder.parent)
"""
    places.run(code, tmp_path / "day")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["day", "day.sametable.part"]


def test_a_place_that_is_not_there_is_told(day: Place, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        copy_out(day, tmp_path / "nowhere" / "copy.sametable")


# Unpacking


def zipped(*files: tuple[str, bytes], kind: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", kind) as target:
        for name, data in files:
            target.writestr(name, data)
    return made.getvalue()


KEYS, STORE = ("keys.json", b"{}"), ("workshop.db", bytes(4096))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"some text",
        b"\x89PNG\r\n\x1a\n" + bytes(500),
        zipped(),
        zipped(KEYS),
        zipped(STORE),
        zipped(KEYS, STORE, ("more.txt", b"x")),
        zipped(KEYS, STORE, ("../../outside", b"x")),
        zipped(KEYS, ("../workshop.db", b"x")),
        zipped(KEYS, ("/tmp/workshop.db", b"x")),
        zipped(KEYS, ("rounds/1.box", b"x"), STORE),
        zipped(KEYS, STORE, kind=zipfile.ZIP_DEFLATED),
        zipped(("keys.json", bytes(20_000)), STORE),
    ],
)
def test_what_is_no_copy_is_not_unpacked(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "odd.sametable").write_bytes(data)

    with pytest.raises(NotAWorkshop, match="not a copy of a workshop"):
        unpack(tmp_path / "odd.sametable", tmp_path / "in" / "day")

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "odd.sametable"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_no_copy(tmp_path: Path) -> None:
    (tmp_path / "odd.sametable").write_bytes(zipped(KEYS, STORE, STORE))

    with pytest.raises(NotAWorkshop):
        unpack(tmp_path / "odd.sametable", tmp_path / "day")


def test_a_damaged_copy_is_told_from_a_strange_one(tmp_path: Path, copy: bytes) -> None:
    data = bytearray(copy)
    data[len(data) // 2] ^= 1
    (tmp_path / "day.sametable").write_bytes(data)

    with pytest.raises(WorkshopDamaged, match="This copy is damaged"):
        unpack(tmp_path / "day.sametable", tmp_path / "day")
    assert not (tmp_path / "day").exists()


def test_nothing_is_unpacked_over_anything(tmp_path: Path, copy: bytes) -> None:
    (tmp_path / "day.sametable").write_bytes(copy)
    (tmp_path / "day").mkdir()

    with pytest.raises(RuleBroken, match="already"):
        unpack(tmp_path / "day.sametable", tmp_path / "day")
    with pytest.raises(WorkshopMissing):
        unpack(tmp_path / "no.sametable", tmp_path / "new")
    assert list((tmp_path / "day").iterdir()) == []


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@for_all(st.data())
def test_a_changed_copy_unpacks_to_the_same_bytes_or_to_a_sentence(
    tmp_path: Path, copy: bytes, data: st.DataObject
) -> None:
    """Wherever bytes of the file are changed: no other file, no crash, never other contents in silence."""
    changed = bytearray(copy)
    ends = st.one_of(st.integers(0, 700), st.integers(len(copy) - 300, len(copy) - 1))
    for at in data.draw(st.lists(ends, min_size=1, max_size=3)):
        changed[at] = data.draw(st.integers(0, 255))
    path, into = tmp_path / "fuzz.sametable", tmp_path / "fuzz"
    path.write_bytes(changed)
    try:
        found = {item.name: item.read_bytes() for item in unpack(path, into).iterdir()}
    except StorageError as error:
        assert error.message.endswith(".")
    else:
        with zipfile.ZipFile(io.BytesIO(copy)) as whole:
            assert found == {name: whole.read(name) for name in whole.namelist()}
    finally:
        for item in into.iterdir() if into.exists() else ():
            item.unlink()
        if into.exists():
            into.rmdir()
    assert not into.exists()
