"""The sealed ballot box: one small file a round, that forgets who came when.

A ballot is sealed with the round's public key, as bytes of one length. At each cast the whole table
is written anew in a fresh random order under fresh random keys, in one transaction, with a journal
that is emptied on the disk. So no page, journal or row tells which ballot came first or last, and
nothing is kept of person, time or device. The private key lies beside the box, wrapped by the
workshop's data key, in no database, snapshot or copy; closing a round destroys it first.

What remains: the times of the files are set to a fixed date after each cast, but the file system keeps
one more time (ctime) that tells when the last ballot was cast. While the vote is open, whoever has the
passphrase, both files and the skill could unseal ballots, though not tell whose they are; whoever also
took a copy between two casts could tell them apart. Once the key is destroyed no copy tells anything,
but for old blocks of a flash disk that held the key.
"""

import os
import random
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

from workshop.errors import StorageError, WorkshopDamaged
from workshop.storage.engine import BOX_PRAGMAS, Database, connect, in_plain_words
from workshop.storage.files import PART, settle, write_whole

_NO_TIME = 315532800  # 1 January 1980: when the last ballot was cast is nobody's business
_BOX, _KEY = ".box", ".key"
_ENDINGS = (_KEY, f"{_KEY}{PART}", _BOX, f"{_BOX}-journal", f"{_BOX}-wal", f"{_BOX}-shm")
_SCHEMA = (
    "CREATE TABLE ballot (id BLOB PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
    # One row: the key that seals, and what was counted by hand when paper was typed in.
    "CREATE TABLE box (id INTEGER PRIMARY KEY CHECK (id = 1), public_key BLOB NOT NULL, "
    "on_paper INTEGER NOT NULL, spoiled INTEGER NOT NULL) STRICT",
)


@dataclass(frozen=True)
class Emptied:
    """All ballots of a round, unsealed and in random order, with the counts of the paper ones."""

    ballots: tuple[bytes, ...]
    on_paper: int
    spoiled: int


class BallotBox:
    """The box of one round, open. Use it in a `with` block."""

    def __init__(self, folder: Path, round_id: str, data_key: bytes, database: Database) -> None:
        self._folder = folder
        self._id = round_id
        self._data_key = data_key
        self._database = database
        self._chance = random.SystemRandom()

    @classmethod
    def make(cls, folder: Path, round_id: str, data_key: bytes) -> Self:
        """A new, empty box in `folder`, with a key pair of its own."""
        private = PrivateKey.generate()
        with in_plain_words():
            folder.mkdir(exist_ok=True, mode=0o700)
        try:
            write_whole(folder / f"{round_id}{_KEY}", bytes(SecretBox(data_key).encrypt(bytes(private))))
            database = cls._connect(folder / f"{round_id}{_BOX}", data_key)
            cls._furnish(database, bytes(private.public_key))
        except StorageError:
            cls.destroy_files(folder, round_id)  # half a box is none
            raise
        box = cls(folder, round_id, data_key, database)
        box._forget_time()
        return box

    @staticmethod
    def _connect(path: Path, data_key: bytes) -> Database:
        return connect(path, data_key, BOX_PRAGMAS)

    @staticmethod
    def _furnish(database: Database, public_key: bytes) -> None:
        try:
            with in_plain_words(), database.atomic():
                for statement in _SCHEMA:
                    database.execute(statement)
                database.execute("INSERT INTO box VALUES (1, ?, 0, 0)", [public_key])
        except StorageError:
            database.close()
            raise

    @classmethod
    def open(cls, folder: Path, round_id: str, data_key: bytes) -> Self:
        """The box of a round that is open. WorkshopDamaged when it or its key is gone or spoilt."""
        if not cls.exists(folder, round_id):
            raise WorkshopDamaged(
                "The box of this vote is not there. Everything else is safe. "
                "Please cancel the vote and vote again."
            )
        with _in_words_of_the_box():
            box = cls(folder, round_id, data_key, cls._connect(folder / f"{round_id}{_BOX}", data_key))
        try:
            box._check_lock()
            box._tidy_up()
        except StorageError:
            box.close()
            raise
        return box

    def _check_lock(self) -> None:
        """WorkshopDamaged unless the key beside the box opens it: no ballot goes where none comes out.

        An empty file opens as a database without a table.
        """
        with _in_words_of_the_box():
            tables = self._database.table_names()
            locks = self._database.execute("SELECT public_key FROM box").fetchall() if "box" in tables else []
        if [lock for (lock,) in locks] != [bytes(PrivateKey(self._private_key()).public_key)]:
            raise _spoilt()

    def _tidy_up(self) -> None:
        """Clear away what a stop in the middle of a cast left: times, and a journal of no more use.

        What SQLite needed of the journal it put back when the file was opened. Writing the table
        anew empties the rest.
        """
        journal = self._folder / f"{self._id}{_BOX}-journal"
        if journal.exists() and journal.stat().st_size:
            self._put([], on_paper=0, spoiled=0)
        self._forget_time()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def cast(self, plain: bytes) -> None:
        """Seal one ballot and put it in. It is on the disk when this returns, or not in the box at all."""
        self._put([plain], on_paper=0, spoiled=0)

    def cast_many(self, plain: Sequence[bytes], *, spoiled: int = 0) -> None:
        """Put in a batch of paper ballots as one act; `spoiled` sheets are only counted."""
        self._put(plain, on_paper=len(plain), spoiled=spoiled)

    def _put(self, plain: Sequence[bytes], on_paper: int, spoiled: int) -> None:
        with _in_words_of_the_box(), self._database.atomic():
            execute = self._database.execute
            # Takes the right to write at once, before anything is read.
            execute("UPDATE box SET on_paper = on_paper + ?, spoiled = spoiled + ?", [on_paper, spoiled])
            seal = SealedBox(PublicKey(execute("SELECT public_key FROM box").fetchone()[0]))
            sealed = [row[0] for row in execute("SELECT sealed FROM ballot").fetchall()]
            sealed += [bytes(seal.encrypt(one)) for one in plain]
            self._chance.shuffle(sealed)
            execute("DELETE FROM ballot")
            for one in sealed:
                execute("INSERT INTO ballot VALUES (?, ?)", [secrets.token_bytes(16), one])
        self._forget_time()

    def _forget_time(self) -> None:
        for ending in _ENDINGS:
            path = self._folder / f"{self._id}{ending}"
            # The ballot is in already: no complaint about a time may make people cast it again.
            with suppress(OSError):
                if path.stat().st_mtime != _NO_TIME:
                    os.utime(path, (_NO_TIME, _NO_TIME))

    def count(self) -> int:
        """How many ballots are in: all that is known of an open vote."""
        with _in_words_of_the_box():
            return int(self._database.execute("SELECT count(*) FROM ballot").fetchone()[0])

    def empty_out(self) -> Emptied:
        """Unseal all ballots, for counting. The box itself stays as it is until `destroy`."""
        with _in_words_of_the_box():
            rows = self._database.execute("SELECT sealed FROM ballot").fetchall()
            on_paper, spoiled = self._database.execute("SELECT on_paper, spoiled FROM box").fetchone()
        unseal = SealedBox(PrivateKey(self._private_key()))
        try:
            ballots = [bytes(unseal.decrypt(row[0])) for row in rows]
        except CryptoError as error:
            raise _spoilt() from error
        self._chance.shuffle(ballots)
        return Emptied(tuple(ballots), on_paper, spoiled)

    def _private_key(self) -> bytes:
        try:
            with in_plain_words():
                wrapped = (self._folder / f"{self._id}{_KEY}").read_bytes()
            return bytes(SecretBox(self._data_key).decrypt(wrapped))
        except (CryptoError, ValueError) as error:
            raise _spoilt() from error

    def destroy(self) -> None:
        """Destroy the key, then the ballots. Doing it twice does nothing."""
        self.close()
        self.destroy_files(self._folder, self._id)

    @staticmethod
    def destroy_files(folder: Path, round_id: str) -> None:
        """Destroy what there is of a round's box: the key first, so that the rest can never be read."""
        with in_plain_words():
            for ending in _ENDINGS:
                _wipe(folder / f"{round_id}{ending}")
            if folder.is_dir():
                settle(folder)
                if not any(folder.iterdir()):
                    folder.rmdir()

    @staticmethod
    def exists(folder: Path, round_id: str) -> bool:
        """Whether the box of a round and its key are there."""
        return all((folder / f"{round_id}{ending}").is_file() for ending in (_BOX, _KEY))

    @staticmethod
    def ids_in(folder: Path) -> tuple[str, ...]:
        """The rounds of which a box or key lies in the folder."""
        if not folder.is_dir():
            return ()
        return tuple(sorted({p.name.split(".")[0] for p in folder.iterdir() if not p.name.startswith(".")}))


def _wipe(path: Path) -> None:
    """Write over a file, force that to the disk, and only then take its name away."""
    if path.exists():
        with path.open("r+b") as file:
            file.write(secrets.token_bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()


@contextmanager
def _in_words_of_the_box() -> Iterator[None]:
    """As `in_plain_words`, but nobody is sent to a copy: no copy holds the ballots of an open vote."""
    try:
        with in_plain_words():
            yield
    except WorkshopDamaged as error:
        raise _spoilt() from error


def _spoilt() -> StorageError:
    return WorkshopDamaged(
        "The ballots of this vote cannot be read. Everything else is safe. "
        "Please cancel the vote and vote again."
    )
