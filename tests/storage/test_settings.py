"""The settings' file: what was kept comes back; a damaged one is kept aside and never in the way."""

from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from workshop.errors import CannotWrite
from workshop.storage import settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_new_computer_remembers_nothing(home: Path) -> None:
    assert settings.read() == {}
    assert not home.exists()


def test_what_was_kept_comes_back(home: Path) -> None:
    settings.write({"people_screen": "HDMI-1", "copies": {"Größe": "2026-05-14"}})
    assert settings.read() == {"version": 1, "people_screen": "HDMI-1", "copies": {"Größe": "2026-05-14"}}
    assert [path.name for path in home.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"[]", b"7", b"[" * 70_000, b'{"a": ' * 9_000])
def test_a_damaged_file_is_kept_aside_and_the_settings_start_anew(home: Path, damage: bytes) -> None:
    home.mkdir()
    (home / "settings.json").write_bytes(damage)
    assert settings.read() == {}
    assert (home / "settings-broken.json").read_bytes() == damage
    settings.write({"people_screen": "X"})
    assert settings.read()["people_screen"] == "X"


def test_a_place_that_cannot_be_written_to_says_so(home: Path) -> None:
    home.parent.joinpath("home").write_text("a file stands where the folder should be")
    with pytest.raises(CannotWrite):
        settings.write({})


def test_a_number_is_kept_as_a_hash_with_a_salt_of_its_own() -> None:
    first, second = settings.hash_of("2468"), settings.hash_of("2468")
    assert first != second and "2468" not in first
    assert settings.fits("2468", first) and settings.fits("2468", second)
    assert not settings.fits("2469", first)


@for_all(st.text(max_size=40))
def test_a_text_that_is_no_hash_fits_nothing(kept: str) -> None:
    assert not settings.fits("2468", kept.encode("ascii", "ignore").decode())
