"""How long one act takes until it is on the disk, how fast a workshop opens, and how big its file is.

Everything is measured on the encrypted file with the pragmas that people get (WAL, FULL). Every
number of notes gets a file that grew one typed note at a time, as it does in the room.
"""

import random
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests import given
from tests.bench.timing import measure
from workshop.domain.drafts import Draft
from workshop.domain.ids import NoteId
from workshop.domain.labels import Label
from workshop.domain.records import Note
from workshop.storage import drafts
from workshop.storage.store import Store

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_WORDS = (
    "the waiting room bench shade quiet bell door nurse letter phone number before after child school "
    "garden light warm cold early late bus ride home help alone together listen again more less where "
    "nobody somebody always never should could please because when ask answer hours table tea"
).split()


def rows(sizes: Sequence[int]) -> list[dict[str, object]]:
    """One row a measure and number of notes; milliseconds, MiB (of Python), and bytes for the file."""
    return [row for size in sizes for row in _rows_of(size)]


def _rows_of(size: int) -> list[dict[str, object]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workshop.db"
        fill(path, size)
        file = _bytes("store: the file, bytes", size, path)
        return [file, *_acts(path, size), *_openings(path, size), *_copies(path, size)]


def fill(path: Path, size: int) -> None:
    """A file of `size` notes of 20 to 200 characters, each an act of its own, with ids as they really are."""
    chance = random.Random(size)
    store = Store.at(path, given.KEY, given.ticking())
    store.apply(Label.MAKE_WORKSHOP, [given.workshop()], barrier=True)
    store.database.execute("PRAGMA synchronous = OFF")  # only while filling: it says nothing about the file
    for number in range(1, size + 1):
        store.apply(Label.ADD_NOTE, [note_of_chance(number, chance)])
    store.close()


def note_of_chance(number: int, chance: random.Random) -> Note:
    """A note of 20 to 200 characters, somewhere on the board."""
    words, length = "", chance.randint(20, 200)
    while len(words) < length:
        words += chance.choice(_WORDS) + " "
    id_ = NoteId("".join(chance.choice(_LETTERS) for _ in range(12)))
    return Note(id_, number, words[:length].strip(), x=chance.uniform(0, 9999), y=chance.uniform(0, 9999))


def _acts(path: Path, size: int) -> list[dict[str, object]]:
    store = Store.at(path, given.KEY, given.ticking())
    chance = random.Random(1)

    def add() -> None:
        store.apply(Label.ADD_NOTE, [note_of_chance(store.next_number(Note), chance)])

    def move(many: int) -> None:
        notes = store.database.execute("SELECT id FROM note ORDER BY number LIMIT ?", [many]).fetchall()
        store.apply(
            Label.MOVE_NOTES, [replace(store.need(Note, id_), x=chance.uniform(0, 9999)) for (id_,) in notes]
        )

    def type_on() -> None:
        drafts.keep(store.database, Draft("left", note_of_chance(1, chance).text))

    measured = [
        measure("store: add a note, on disk", size, add),
        measure("store: keep half-written words, on disk", size, type_on),
        measure("store: move 1 note, on disk", size, lambda: move(1)),
        measure("store: move 10 notes, on disk", size, lambda: move(min(10, size))),
        measure("store: undo, on disk", size, store.undo),
        measure("store: redo, on disk", size, store.redo),
        # The first ten notes were moved since; the eleventh is the oldest that may go alone.
        measure("store: undo one of the oldest acts", size, lambda: store.undo(store.history.done[10].seq)),
    ]
    store.close()
    return measured


def _openings(path: Path, size: int) -> list[dict[str, object]]:
    def open_whole() -> None:
        store = Store.at(path, given.KEY, given.clock)
        store.snapshot()
        store.close()

    def first_undo() -> None:
        store = Store.at(path, given.KEY, given.clock)
        assert store.history.done
        store.close()

    return [
        measure("store: open the file and read all", size, open_whole),
        measure("store: open the file and read the undo stacks", size, first_undo),
    ]


def _copies(path: Path, size: int) -> list[dict[str, object]]:
    store, copy = Store.at(path, given.KEY, given.clock), path.with_name("copy.db")

    def copy_whole() -> None:
        copy.unlink(missing_ok=True)
        store.database.execute("VACUUM INTO ?", [str(copy)])

    measured = measure("store: copy by VACUUM INTO", size, copy_whole)
    store.close()
    return [measured, _bytes("store: the copy, bytes", size, copy)]


def _bytes(what: str, size: int, path: Path) -> dict[str, object]:
    return {"what": what, "notes": size, "size": path.stat().st_size, "n": 1}
