"""How long a search takes: the first one, which reads all notes, and those after it.

Looked for are words as people type them: half a word, whole ones, with slips of the finger, several,
and some that are in no note. The notes have a vocabulary that grows with them.
"""

import random
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests import given
from tests.bench.store import fill
from tests.bench.timing import measure
from workshop.domain.changes import Change, RecordChange
from workshop.domain.ids import NoteId
from workshop.domain.records import Group, Membership, Note
from workshop.domain.search import Index
from workshop.storage import earlier
from workshop.storage.store import Store

_ENDS = "la ko mi ter son ba in est fo ur de sh".split()
_BEGINNINGS = "wait bench gard hosp transp fam medic quest nurs appoint visit par".split()
LOOKED_FOR = ("t", "the", "waiting", "waitng", "hospitalest", "tha wating romo", "in no note at all", "")


def rows(sizes: Sequence[int]) -> list[dict[str, object]]:
    """One row a measure and number of notes."""
    return [row for size in sizes for row in [*_rows_of(size), *_looking_back(size)]]


def notes_of(size: int) -> list[Note]:
    """So many notes of 4 to 25 words; a third of the words are in few notes only."""
    chance = random.Random(size)
    rare = ["".join([chance.choice(_BEGINNINGS), *chance.choices(_ENDS, k=3)]) for _ in range(size)]
    usual = "the waiting room bench shade quiet bell door letter phone before after child school to".split()
    found = []
    for number in range(1, size + 1):
        words = [
            chance.choice(usual if chance.random() < 0.67 else rare) for _ in range(chance.randint(4, 25))
        ]
        found.append(Note(NoteId(f"n{number}"), number, " ".join(words)))
    return found


def _rows_of(size: int) -> list[dict[str, object]]:
    notes = notes_of(size)
    index = Index(notes)
    change = Change(1, "add note", (RecordChange("note", "new", None, given.note(0, "Quite new words")),))
    gone = Change(2, "add note", (RecordChange("note", "new", given.note(0, "Quite new words"), None),))

    def follow() -> None:
        index.apply(change)
        index.apply(gone)

    found = [measure("search: read all notes first", size, lambda: Index(notes))]
    for text in LOOKED_FOR:
        found.append(measure(f"search: “{text}”", size, partial(index.find, text)))
    return [*found, measure("search: follow a note added and taken away", size, follow)]


def _looking_back(size: int) -> list[dict[str, object]]:
    """The board a hundred acts ago, and half a day ago, on the encrypted file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workshop.db"
        fill(path, size)
        store = Store.at(path, given.KEY, given.clock)
        measured = [
            measure("looking back: the rows 100 acts ago", size, lambda: _back(store, 100)),
            measure("looking back: the rows at half the day", size, lambda: _back(store, size // 2)),
            measure("looking back: the whole board 100 acts ago", size, lambda: _whole(store, 100)),
        ]
        store.close()
        return measured


def _back(store: Store, acts: int) -> earlier.Earlier:
    return earlier.rows_at(store, store.last_seq() - acts, Note, Group, Membership)


def _whole(store: Store, acts: int) -> int:
    then = _back(store, acts)
    return len(then.all(Note)) + len(then.all(Group)) + len(then.all(Membership))
