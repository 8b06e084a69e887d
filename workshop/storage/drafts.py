"""Words that somebody is still writing, kept each second so that a power cut costs no more than that.

A draft is no act: it is in no log, has no undo step, no number and no time. It goes in the same
transaction in which its words become a note, so that they are never there twice or not at all.
"""

from collections.abc import Iterable

from workshop.domain.drafts import Draft
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteKind
from workshop.storage.engine import Database, in_plain_words

_COLUMNS = "page, words, kind, x, y, note, helper, language, ink"


def keep(database: Database, draft: Draft) -> None:
    """Keep what stands on a page now, instead of what stood there before. CannotWrite on a full disk."""
    cells = [getattr(draft, name) for name in _COLUMNS.split(", ")]
    with in_plain_words(), database.atomic():
        database.execute(f"INSERT OR REPLACE INTO draft ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?)", cells)


def forget(database: Database, page: str) -> None:
    """The words of this page are a note by now, or were thrown away."""
    with in_plain_words():
        database.execute("DELETE FROM draft WHERE page = ?", [page])


def forget_of(database: Database, notes: Iterable[NoteId]) -> None:
    """Forget what somebody was changing in these notes."""
    with in_plain_words():
        for note in notes:
            database.execute("DELETE FROM draft WHERE note = ?", [note])


def forget_all(database: Database) -> None:
    """Forget all that was being written and became no note."""
    with in_plain_words():
        database.execute("DELETE FROM draft")


def kept(database: Database) -> tuple[Draft, ...]:
    """All that was being written, by page."""
    with in_plain_words():
        rows = database.execute(f"SELECT {_COLUMNS} FROM draft ORDER BY page").fetchall()
    return tuple(Draft(p, w, NoteKind(k), x, y, n, bool(h), la, i) for p, w, k, x, y, n, h, la, i in rows)
