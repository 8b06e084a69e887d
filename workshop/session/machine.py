"""What this computer says of itself: its battery and its free disk space. Only reads, never asks twice.

None means that the computer does not say: a screen then says so, and never guesses.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

POWER = Path("/sys/class/power_supply")  # Linux; on other systems there is no such folder


@dataclass(frozen=True)
class Battery:
    """How full the battery is, in percent, and whether the power is in."""

    percent: int
    plugged_in: bool


def battery(power: Path = POWER) -> Battery | None:
    """The battery of this computer; None where there is none or where nobody can tell."""
    if not power.is_dir():
        return None
    batteries = [s for s in sorted(power.iterdir()) if _is_battery(s)]
    levels = [int(level) for s in batteries if (level := _read(s / "capacity")).isdecimal()]
    if not levels:
        return None
    mains = any(_read(s / "online") == "1" for s in power.iterdir() if _read(s / "type") == "Mains")
    charging = any(_read(s / "status") in ("Charging", "Full", "Not charging") for s in batteries)
    return Battery(round(sum(levels) / len(levels)), mains or charging)


def _is_battery(supply: Path) -> bool:
    """Whether this is the computer's own battery, not that of a mouse or a pen."""
    return _read(supply / "type") == "Battery" and _read(supply / "scope") != "Device"


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def disk_free(folder: Path) -> int | None:
    """Free bytes on the disk that this folder lies on; None where nobody can tell."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
