"""What this computer says of its battery and its disk; nothing where it does not say."""

from pathlib import Path

from workshop.session.machine import Battery, battery, disk_free


def supply(power: Path, name: str, **files: str) -> None:
    """A power supply as the system shows it: a folder of small files."""
    (power / name).mkdir(parents=True)
    for file, text in files.items():
        (power / name / file).write_text(f"{text}\n")


def test_a_battery_that_runs_down(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online="0")
    supply(tmp_path, "BAT0", type="Battery", capacity="41", status="Discharging")
    assert battery(tmp_path) == Battery(41, plugged_in=False)


def test_the_power_is_in(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online="1")
    supply(tmp_path, "BAT0", type="Battery", capacity="80", status="Discharging")
    assert battery(tmp_path) == Battery(80, plugged_in=True)


def test_a_charging_battery_has_power_though_no_mains_are_shown(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity="60", status="Charging")
    assert battery(tmp_path) == Battery(60, plugged_in=True)


def test_two_batteries_are_one(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", capacity="100", status="Discharging")
    supply(tmp_path, "BAT1", type="Battery", capacity="51", status="Discharging")
    assert battery(tmp_path) == Battery(76, plugged_in=False)


def test_the_battery_of_a_mouse_is_not_the_computers(tmp_path: Path) -> None:
    supply(tmp_path, "mouse", type="Battery", scope="Device", capacity="9")
    assert battery(tmp_path) is None


def test_nobody_can_tell_without_files_or_with_nonsense_in_them(tmp_path: Path) -> None:
    assert battery(tmp_path / "none") is None
    supply(tmp_path, "BAT0", type="Battery", capacity="full")
    assert battery(tmp_path) is None


def test_the_disk_says_how_much_is_free(tmp_path: Path) -> None:
    free = disk_free(tmp_path)
    assert free is not None and free > 0
    assert disk_free(tmp_path / "none") is None
