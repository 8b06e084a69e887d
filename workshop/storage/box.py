"""A sealed box: one small file that takes in sealed rows and forgets who came when.

A row is sealed with the box's public key, as bytes of one length. Each time something is put in, the
whole table is written anew in a fresh random order under fresh random keys, in one transaction, with a
journal that is emptied on the disk. So no page, journal or row tells what came first or last, and
nothing is kept of person, time or device. The private key lies beside the box, wrapped by the
workshop's data key, in no database, snapshot or copy; closing destroys it first.

What remains: the times of the files are set to a fixed date each time, but the file system keeps one
more time (ctime) that tells when something was put in last. While the box is open, whoever has the
passphrase, both files and the skill could unseal rows, though not tell whose they are; whoever also
took a copy between two times could tell them apart. Once the key is destroyed no copy tells anything,
but for old blocks of a flash disk that held the key.
"""

import os
import random
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

from workshop.errors import StorageError, WorkshopDamaged
from workshop.storage.engine import BOX_PRAGMAS, Database, connect, in_plain_words
from workshop.storage.files import PART, settle, write_whole

_NO_TIME = 315532800  # 1 January 1980: when something was put in last is nobody's business
_BOX, _KEY = ".box", ".key"
_ENDINGS = (_KEY, f"{_KEY}{PART}", _BOX, f"{_BOX}-journal", f"{_BOX}-wal", f"{_BOX}-shm")


class Box:
    """A box, open. Use it in a `with` block. Subclasses say what is put in, and what is said of a bad one.

    `counted` are numbers that are kept beside the rows, each begun at 0.
    """

    table: ClassVar[str]
    counted: ClassVar[tuple[str, ...]] = ()
    gone: ClassVar[str]  # what is said of a box that is not there
    spoilt: ClassVar[str]  # and of one that cannot be read

    def __init__(self, folder: Path, id_: str, data_key: bytes, database: Database) -> None:
        self._folder = folder
        self._id = id_
        self._data_key = data_key
        self._database = database
        self._chance = random.SystemRandom()

    @classmethod
    def make(cls, folder: Path, id_: str, data_key: bytes) -> Self:
        """A new, empty box in `folder`, with a key pair of its own."""
        private = PrivateKey.generate()
        with in_plain_words():
            folder.mkdir(exist_ok=True, mode=0o700)
        try:
            write_whole(folder / f"{id_}{_KEY}", bytes(SecretBox(data_key).encrypt(bytes(private))))
            database = cls._connect(folder / f"{id_}{_BOX}", data_key)
            cls._furnish(database, bytes(private.public_key))
        except StorageError:
            cls.destroy_files(folder, id_)  # half a box is none
            raise
        box = cls(folder, id_, data_key, database)
        box._forget_time()
        return box

    @staticmethod
    def _connect(path: Path, data_key: bytes) -> Database:
        return connect(path, data_key, BOX_PRAGMAS)

    @classmethod
    def _furnish(cls, database: Database, public_key: bytes) -> None:
        counts = "".join(f", {name} INTEGER NOT NULL DEFAULT 0" for name in cls.counted)
        try:
            with in_plain_words(), database.atomic():
                database.execute(
                    f"CREATE TABLE {cls.table} (id BLOB PRIMARY KEY, sealed BLOB NOT NULL) "
                    "STRICT, WITHOUT ROWID"
                )
                # One row: the key that seals, and what was counted by hand.
                database.execute(
                    "CREATE TABLE box (id INTEGER PRIMARY KEY CHECK (id = 1), "
                    f"public_key BLOB NOT NULL{counts}) STRICT"
                )
                database.execute("INSERT INTO box (id, public_key) VALUES (1, ?)", [public_key])
        except StorageError:
            database.close()
            raise

    @classmethod
    def open(cls, folder: Path, id_: str, data_key: bytes) -> Self:
        """The box of this id. WorkshopDamaged when it or its key is gone or spoilt."""
        if not cls.exists(folder, id_):
            raise WorkshopDamaged(cls.gone)
        with cls._in_words_of_the_box():
            box = cls(folder, id_, data_key, cls._connect(folder / f"{id_}{_BOX}", data_key))
        try:
            box._check_lock()
            box._tidy_up()
        except StorageError:
            box.close()
            raise
        return box

    def _check_lock(self) -> None:
        """WorkshopDamaged unless the key beside the box opens it: nothing goes in where none comes out.

        An empty file opens as a database without a table.
        """
        with self._in_words_of_the_box():
            tables = self._database.table_names()
            locks = self._database.execute("SELECT public_key FROM box").fetchall() if "box" in tables else []
        if [lock for (lock,) in locks] != [bytes(PrivateKey(self._private_key()).public_key)]:
            raise WorkshopDamaged(self.spoilt)

    def _tidy_up(self) -> None:
        """Clear away what a stop in the middle left: times, and a journal of no more use.

        What SQLite needed of the journal it put back when the file was opened. Writing the table
        anew empties the rest.
        """
        journal = self._folder / f"{self._id}{_BOX}-journal"
        if journal.exists() and journal.stat().st_size:
            self._put([])
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

    def _put(self, plain: Sequence[bytes], **counted: int) -> None:
        """Seal these and put them in, as one act, and count up what is `counted`."""
        sets = "".join(f", {name} = {name} + ?" for name in counted)
        with self._in_words_of_the_box(), self._database.atomic():
            execute = self._database.execute
            # Takes the right to write at once, before anything is read.
            execute(f"UPDATE box SET id = 1{sets}", list(counted.values()))
            seal = SealedBox(PublicKey(execute("SELECT public_key FROM box").fetchone()[0]))
            sealed = [row[0] for row in execute(f"SELECT sealed FROM {self.table}").fetchall()]
            sealed += [bytes(seal.encrypt(one)) for one in plain]
            self._chance.shuffle(sealed)
            execute(f"DELETE FROM {self.table}")
            for one in sealed:
                execute(f"INSERT INTO {self.table} VALUES (?, ?)", [secrets.token_bytes(16), one])
        self._forget_time()

    def _forget_time(self) -> None:
        for ending in _ENDINGS:
            path = self._folder / f"{self._id}{ending}"
            # It is in already: no complaint about a time may make people hand it in again.
            with suppress(OSError):
                if path.stat().st_mtime != _NO_TIME:
                    os.utime(path, (_NO_TIME, _NO_TIME))

    def count(self) -> int:
        """How many rows are in: all that is known of a box that is open."""
        with self._in_words_of_the_box():
            return int(self._database.execute(f"SELECT count(*) FROM {self.table}").fetchone()[0])

    def _unsealed(self) -> list[bytes]:
        """What every row says, in random order. The box itself stays as it is until `destroy`."""
        with self._in_words_of_the_box():
            rows = self._database.execute(f"SELECT sealed FROM {self.table}").fetchall()
        unseal = SealedBox(PrivateKey(self._private_key()))
        try:
            plain = [bytes(unseal.decrypt(row[0])) for row in rows]
        except CryptoError as error:
            raise WorkshopDamaged(self.spoilt) from error
        self._chance.shuffle(plain)
        return plain

    def _private_key(self) -> bytes:
        try:
            with in_plain_words():
                wrapped = (self._folder / f"{self._id}{_KEY}").read_bytes()
            return bytes(SecretBox(self._data_key).decrypt(wrapped))
        except (CryptoError, ValueError) as error:
            raise WorkshopDamaged(self.spoilt) from error

    def destroy(self) -> None:
        """Destroy the key, then the rows. Doing it twice does nothing."""
        self.close()
        self.destroy_files(self._folder, self._id)

    @staticmethod
    def destroy_files(folder: Path, id_: str) -> None:
        """Destroy what there is of a box: the key first, so that the rest can never be read."""
        with in_plain_words():
            for ending in _ENDINGS:
                _wipe(folder / f"{id_}{ending}")
            if folder.is_dir():
                settle(folder)
                if not any(folder.iterdir()):
                    folder.rmdir()

    @staticmethod
    def exists(folder: Path, id_: str) -> bool:
        """Whether the box of this id and its key are there."""
        return all((folder / f"{id_}{ending}").is_file() for ending in (_BOX, _KEY))

    @staticmethod
    def ids_in(folder: Path) -> tuple[str, ...]:
        """The ids of which a box or key lies in the folder."""
        if not folder.is_dir():
            return ()
        return tuple(sorted({p.name.split(".")[0] for p in folder.iterdir() if not p.name.startswith(".")}))

    @classmethod
    @contextmanager
    def _in_words_of_the_box(cls) -> Iterator[None]:
        """As `in_plain_words`, but nobody is sent to a copy: no copy holds what is in an open box."""
        try:
            with in_plain_words():
                yield
        except WorkshopDamaged as error:
            raise WorkshopDamaged(cls.spoilt) from error


def _wipe(path: Path) -> None:
    """Write over a file, force that to the disk, and only then take its name away."""
    if path.exists():
        with path.open("r+b") as file:
            file.write(secrets.token_bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
