"""The settings of this computer: whose screen is which, how each side looks, and the number of the pad.

Everything here is a value: a change makes new settings, and `save` keeps them. The number that leads
to the facilitator's side is kept as a hash. Wrong tries are counted and kept, so that starting the
program again does not open a closed pad.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from workshop.errors import RuleBroken
from workshop.storage import settings as kept

ONLY_THIS = "only this laptop"
SHORTEST_NUMBER = 4
LONGEST_NUMBER = 12
TRIES = 5
FIRST_WAIT_S = 15
LONGEST_WAIT_S = 3600


@dataclass(frozen=True)
class Looks:
    """How one side's screens look; `text_size` is small, standard, large or largest."""

    text_size: str = "standard"
    calm: bool = False
    contrast: bool = False
    language: str = "en"


@dataclass(frozen=True)
class Tries:
    """Wrong tries in a row, and until when no more are taken ("" or an ISO time)."""

    wrong: int = 0
    waits: int = 0
    closed_until: str = ""

    @property
    def left(self) -> int:
        """How many tries there are before the next wait."""
        return TRIES - self.wrong

    def wait(self, now: datetime) -> int:
        """Whole seconds until a try is taken again; 0 when one is taken now."""
        try:
            until = datetime.fromisoformat(self.closed_until)
            seconds = (until - now).total_seconds()
        except (ValueError, TypeError):
            return 0
        # A clock that was set back must not close the pad for days.
        return 0 if seconds <= 0 else min(int(seconds) + 1, _wait_s(self.waits))

    def one_more_wrong(self, now: datetime) -> "Tries":
        """After a wrong try; every fifth begins a wait, twice as long as the one before."""
        if self.wrong + 1 < TRIES:
            return replace(self, wrong=self.wrong + 1)
        waits = self.waits + 1
        return Tries(0, waits, (now + timedelta(seconds=_wait_s(waits))).isoformat())


def _wait_s(waits: int) -> int:
    return int(min(FIRST_WAIT_S * 2 ** max(0, min(waits, 20) - 1), LONGEST_WAIT_S))


@dataclass(frozen=True)
class Settings:
    """What this computer remembers. `number` is a hash, "" while no number is chosen.

    The pad on the screen and the keys of the laptop count their wrong tries apart, so that nobody at
    the screen can lock the facilitator out. `copies` says when each workshop was last copied.
    """

    people_screen: str = ""
    desk: Looks = Looks()
    people: Looks = Looks()
    speech_speed: float = 1.0
    number: str = field(default="", repr=False)
    pad: Tries = Tries()
    keys: Tries = Tries()
    passphrase: Tries = Tries()
    copies: Mapping[str, str] = field(default_factory=dict)

    @property
    def last_copy(self) -> str:
        """When the last copy of any workshop was made, as ISO text; "" before the first."""
        return max(self.copies.values(), default="")

    def copied(self, workshop: str, now: datetime) -> "Settings":
        """After a copy of the workshop in the folder of this name."""
        return replace(self, copies={**self.copies, workshop: now.isoformat(timespec="minutes")})

    def with_number(self, number: str) -> "Settings":
        """With this number for the pad; RuleBroken when it is too short or no number."""
        if not (number.isascii() and number.isdecimal()):
            raise RuleBroken("A number has digits only. Nothing was changed.")
        if not SHORTEST_NUMBER <= len(number) <= LONGEST_NUMBER:
            raise RuleBroken(f"Choose a number of {SHORTEST_NUMBER} to {LONGEST_NUMBER} places.")
        return replace(self, number=kept.hash_of(number), pad=Tries(), keys=Tries())

    def without_number(self) -> "Settings":
        """With no number: the pad asks to choose one."""
        return replace(self, number="", pad=Tries(), keys=Tries())


class Answer(Enum):
    """What the pad says to a number."""

    RIGHT = "right"
    WRONG = "wrong"
    CLOSED = "closed"  # not looked at: a wait is on


def check_number(
    settings: Settings, given: str, now: datetime, *, by_keys: bool = False
) -> tuple[Settings, Answer]:
    """Whether `given` is the number, and the settings after this try; `by_keys`: typed on real keys."""
    tries = settings.keys if by_keys else settings.pad
    if tries.wait(now):
        return settings, Answer.CLOSED
    if settings.number and kept.fits(given, settings.number):
        return replace(settings, pad=Tries(), keys=Tries()), Answer.RIGHT
    after = tries.one_more_wrong(now)
    counted = replace(settings, keys=after) if by_keys else replace(settings, pad=after)
    return counted, Answer.WRONG


def load() -> Settings:
    """The settings of this computer; what cannot be read is as on a new one."""
    return _settings_of(kept.read())


def save(settings: Settings) -> None:
    """Keep the settings. CannotWrite."""
    kept.write(_fields_of(settings))


# To and from the file. Each field is read on its own, so that one bad value spoils no other.


def _fields_of(settings: Settings) -> dict[str, Any]:
    parts = {f.name: getattr(settings, f.name) for f in fields(settings)}
    return {name: _plain(value) for name, value in parts.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Looks | Tries):
        return {f.name: getattr(value, f.name) for f in fields(value)}
    return dict(value) if isinstance(value, Mapping) else value


def _settings_of(found: Mapping[str, Any]) -> Settings:
    readers: dict[str, Callable[[Any], Any]] = {
        "people_screen": _of(str),
        "desk": _record(Looks, text_size=_one_of("small", "standard", "large", "largest")),
        "people": _record(Looks, text_size=_one_of("small", "standard", "large", "largest")),
        "speech_speed": _of(float),
        "number": _of(str),
        "pad": _record(Tries),
        "keys": _record(Tries),
        "passphrase": _record(Tries),
        "copies": _texts,
    }
    read = {name: reader(found[name]) for name, reader in readers.items() if name in found}
    return Settings(**{name: value for name, value in read.items() if value is not None})


def _of(kind: type) -> Callable[[Any], Any]:
    """Reads a value of this very class; None for any other."""
    return lambda value: value if type(value) is kind else None


def _one_of(*choices: str) -> Callable[[Any], Any]:
    return lambda value: value if value in choices else None


def _record(cls: type[Looks] | type[Tries], **readers: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Reads a small record, field by field."""

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            return None
        usual = cls()
        kinds = {f.name: readers.get(f.name, _of(type(getattr(usual, f.name)))) for f in fields(usual)}
        good = {name: kind(value[name]) for name, kind in kinds.items() if name in value}
        return cls(**{name: part for name, part in good.items() if part is not None})

    return read


def _texts(value: Any) -> Any:
    if not isinstance(value, dict):
        return None
    return {k: v for k, v in value.items() if isinstance(k, str) and isinstance(v, str)}
