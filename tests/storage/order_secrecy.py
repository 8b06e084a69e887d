"""Looking for the order of the voters, as somebody would who has the files and every key.

A ballot of these rounds holds nothing but the number of its cast. After each cast the bytes of the
box, its journal and any write-ahead log are read and each ballot is looked for: where it lies
(does the place tell when it was cast?) and how often (an older image beside the newest one tells
who came last). The box is the product's own, only not encrypted: what encryption hides from
others it does not hide from whoever holds the passphrase.
"""

import math
import secrets
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nacl.public import PrivateKey, SealedBox

from workshop.storage.ballots import BallotBox
from workshop.storage.engine import BOX_PRAGMAS, Database, connect

SIZES = (5, 10, 20, 40)
_KEY = bytes(32)
_FRAGMENT = 24  # bytes; nobody meets the same 24 random bytes twice by chance


class PlainBox(BallotBox):
    """The product's box with its pages readable."""

    @staticmethod
    def _connect(path: Path, data_key: bytes) -> Database:
        return connect(path, None, BOX_PRAGMAS)

    def casts(self) -> dict[bytes, int]:
        """The number of the cast of each sealed ballot that is in the box."""
        unseal = SealedBox(PrivateKey(self._private_key()))
        rows = self._database.execute("SELECT sealed FROM ballot").fetchall()
        return {sealed: int(unseal.decrypt(sealed)) for (sealed,) in rows}


class BoxOfRows(PlainBox):
    """Negative control: each ballot is a row after the row before, as in any database."""

    def _put(self, plain: Sequence[bytes], **counted: int) -> None:
        self._database.execute("CREATE TABLE IF NOT EXISTS plain (sealed BLOB NOT NULL) STRICT")
        for sealed in self._sealed(plain):
            self._database.execute("INSERT INTO plain VALUES (?)", [sealed])

    def _sealed(self, plain: Sequence[bytes]) -> list[bytes]:
        seal = SealedBox(PrivateKey(self._private_key()).public_key)
        return [bytes(seal.encrypt(one)) for one in plain]

    def casts(self) -> dict[bytes, int]:
        unseal = SealedBox(PrivateKey(self._private_key()))
        rows = self._database.execute("SELECT sealed FROM plain").fetchall()
        return {sealed: int(unseal.decrypt(sealed)) for (sealed,) in rows}


class BoxOfRandomKeys(BoxOfRows):
    """Negative control: random keys, but a ballot stays where it was put."""

    def _put(self, plain: Sequence[bytes], **counted: int) -> None:
        for sealed in self._sealed(plain):
            self._database.execute("INSERT INTO ballot VALUES (?, ?)", [secrets.token_bytes(16), sealed])

    casts = PlainBox.casts


class BoxWithLog(PlainBox):
    """Negative control: shuffled like the product's, but with a write-ahead log that is not emptied."""

    @staticmethod
    def _connect(path: Path, data_key: bytes) -> Database:
        return connect(path, None, {**BOX_PRAGMAS, "journal_mode": "wal"})


class BoxWithOldJournal(PlainBox):
    """Negative control: shuffled like the product's, but the journal keeps the image of before."""

    @staticmethod
    def _connect(path: Path, data_key: bytes) -> Database:
        return connect(path, None, {**BOX_PRAGMAS, "journal_mode": "persist"})


@dataclass(frozen=True)
class Seen:
    """What the files tell after a cast: the ballots in order of place, and images of the commonest one."""

    order: tuple[int, ...]
    images: int


def look(folder: Path, casts: dict[bytes, int], read: Callable[[Path], bytes] = Path.read_bytes) -> Seen:
    """Look for each sealed ballot in all bytes of the folder, logs and journals before the box.

    `read` gives the bytes of a file as the holder of every key sees them.
    """
    files = sorted(folder.iterdir(), key=lambda path: (path.suffix == ".box", path.name))
    data = b"".join(map(read, files))
    places = {number: _places_of(sealed, data) for sealed, number in casts.items()}
    order = sorted(places, key=lambda number: places[number][0])
    return Seen(tuple(order), max(map(len, places.values()), default=0))


def _places_of(sealed: bytes, data: bytes) -> list[int]:
    """Where the ballot, or a torn piece of it, lies; an image that is whole counts once."""
    starts = {place for place in _all(sealed[:_FRAGMENT], data)}
    ends = {place - len(sealed) + _FRAGMENT for place in _all(sealed[-_FRAGMENT:], data)}
    return sorted(starts | ends)


def _all(part: bytes, data: bytes) -> list[int]:
    found, place = [], data.find(part)
    while place >= 0:
        found.append(place)
        place = data.find(part, place + 1)
    return found


def tau(order: Sequence[int]) -> float:
    """Kendall's tau of the order found against the order of the casts: 1 the same, -1 turned round."""
    pairs = [(a, b) for i, a in enumerate(order) for b in order[i + 1 :]]
    return sum(1 if a < b else -1 for a, b in pairs) / len(pairs)


def play_round(folder: Path, kind: type[PlainBox], sizes: Sequence[int]) -> dict[int, Seen]:
    """Cast ballot after ballot; what is seen at each of the sizes, with the most images seen so far."""
    seen, most = {}, 0
    with kind.make(folder, "round", _KEY) as box:
        for number in range(1, max(sizes) + 1):
            box.cast(b"%03d" % number)
            now = look(folder, box.casts())
            most = max(most, now.images)
            if number in sizes:
                seen[number] = Seen(now.order, most)
        box.destroy()
    return seen


@dataclass(frozen=True)
class Figure:
    """What many rounds of one size tell: each figure in standard errors away from pure chance."""

    size: int
    rounds: int
    mean_tau: float
    tau_errors: float
    last_errors: float
    ends_chance: float
    images: int

    def tells(self, limit: float) -> list[str]:
        """What gives the order away at this limit (in standard errors); empty when nothing does."""
        rare = 2 * (1 - statistics.NormalDist().cdf(limit))
        said = {
            f"tau {self.mean_tau:.3f}": abs(self.tau_errors) > limit,
            f"the last voter's place is off by {self.last_errors:.1f} standard errors": (
                abs(self.last_errors) > limit
            ),
            "the last voter lies at an end too often": self.ends_chance < rare,
            f"{self.images} images of a ballot": self.images > 1,
        }
        return [f"{self.size} voters: {what}" for what, so in said.items() if so]


def figure_of(size: int, rounds: Sequence[Seen]) -> Figure:
    """The figures of many rounds with `size` voters."""
    taus = [tau(seen.order) for seen in rounds]
    places = [seen.order.index(size) for seen in rounds]
    at_an_end = sum(place in (0, size - 1) for place in places)
    tau_sigma = math.sqrt(2 * (2 * size + 5) / (9 * size * (size - 1)))
    place_sigma = math.sqrt((size**2 - 1) / 12)
    many = math.sqrt(len(rounds))
    return Figure(
        size=size,
        rounds=len(rounds),
        mean_tau=statistics.fmean(taus),
        tau_errors=statistics.fmean(taus) / tau_sigma * many,
        last_errors=(statistics.fmean(places) - (size - 1) / 2) / place_sigma * many,
        ends_chance=_at_least(at_an_end, len(rounds), 2 / size),
        images=max(seen.images for seen in rounds),
    )


def _at_least(hits: int, tries: int, chance: float) -> float:
    """The probability of so many hits or more by pure chance (binomial)."""
    return sum(math.comb(tries, k) * chance**k * (1 - chance) ** (tries - k) for k in range(hits, tries + 1))


def figures(rounds: int, kind: type[PlainBox] = PlainBox, sizes: Sequence[int] = SIZES) -> list[Figure]:
    """Play that many rounds. Each cast shuffles anew, so one round gives a sample of every size."""
    with _in_memory() as folder:
        played = [play_round(folder / str(number), kind, sizes) for number in range(rounds)]
    return [figure_of(size, [seen[size] for seen in played]) for size in sizes]


@contextmanager
def _in_memory() -> Iterator[Path]:
    """A folder that waits for no disk, where the system has one: thousands of casts are looked at."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)
