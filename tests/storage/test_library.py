"""Names that every system can keep, inside the library and nowhere else."""

from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from tests.storage import places
from workshop.errors import CannotWrite, WorkshopMissing
from workshop.storage import library, vault


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def put(folder: Path) -> Path:
    folder.mkdir(parents=True)
    vault.make_practice_keys(folder)
    return folder


def test_the_library_lies_where_it_is_said_or_in_the_users_own_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert library.home() == home
    monkeypatch.delenv("SAME_TABLE_HOME")
    assert library.home().name == "same-table"


def test_names_are_those_of_workshops_only(home: Path) -> None:
    assert library.names() == ()

    put(home / "Waiting room")
    put(home / "Benches")
    put(home / ".making-1")
    (home / "Something else").mkdir()
    (home / "notes.txt").write_text("x")

    assert library.names() == ("Benches", "Waiting room")


def test_a_workshop_is_found_by_its_name_however_it_is_written(home: Path) -> None:
    folder = put(home / "Waiting room")

    for name in ("Waiting room", "waiting ROOM", " Waiting  room ", "Waiting room?", str(folder)):
        assert library.find(name) == folder


def test_a_workshop_or_copy_is_found_by_its_path(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = put(tmp_path / "elsewhere")
    copy = tmp_path / "day.sametable"
    copy.write_bytes(b"x")
    monkeypatch.chdir(tmp_path)

    assert library.find("elsewhere") == elsewhere
    assert library.find("day.sametable") == copy
    assert library.find(str(copy)) == copy


@pytest.mark.parametrize("name", ["", "  ", "nothing", "../nothing", "/nowhere/at/all", "a\0b", "..\\x"])
def test_what_is_not_there_is_told_in_a_sentence(home: Path, name: str) -> None:
    with pytest.raises(WorkshopMissing, match="no workshop of that name"):
        library.find(name)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The new waiting room", "The new waiting room"),
        ("What matters? A/B: <the> “ward”", "What matters A B the “ward”"),
        ("../../etc/passwd", "etc passwd"),
        ("con", "Workshop con"),
        ("NUL.txt", "Workshop NUL.txt"),
        ("lpt¹ ", "Workshop lpt¹"),
        ("Console", "Console"),
        (".hidden", "hidden"),
        ("Day 1. ", "Day 1"),
        ("a\tb\nc\x00d\u202ee", "a b c d e"),
        ("", "Workshop"),
        ("???", "Workshop"),
        ("Ty\u0302 bach", "T\u0177 bach"),
        ("x" * 300, "x" * 60),
    ],
)
def test_a_title_becomes_a_safe_name(title: str, name: str) -> None:
    assert library.safe_name(title) == name


def test_a_long_title_in_any_script_fits_the_disk() -> None:
    assert library.safe_name("ღ" * 99) == "ღ" * 60
    assert library.safe_name("🪑" * 99) == "🪑" * 45


@for_all(st.text())
def test_no_title_leads_out_of_the_library(title: str) -> None:
    name = library.safe_name(title)

    assert Path("home", name).parent == Path("home")
    assert name not in ("", ".", "..")
    assert name == name.strip(". ")
    assert not set(name) & set('<>:"/\\|?*\0')
    assert len(name.encode()) <= 255
    assert library.safe_name(name) == name


def test_a_second_workshop_of_the_same_title_gets_a_number(home: Path) -> None:
    assert library.folder_for("Benches") == home / "Benches"

    put(home / "Benches")
    put(home / "BENCHES 2")

    assert library.folder_for("benches") == home / "benches 3"


def test_a_library_that_cannot_be_made_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "file" / "home"))

    with pytest.raises(CannotWrite, match="SAME_TABLE_HOME"):
        library.folder_for("Benches")
    assert library.names() == ()


def test_a_whole_workshop_is_made_where_the_library_says(home: Path) -> None:
    places.make(library.folder_for("Benches"), passphrase=None).close()

    assert library.names() == ("Benches",)
