"""The workshop as it was earlier: read from the record of what happened, from now back.

Nothing is kept twice for it. Words that were erased are in no line of the record, so they do not come
back here either. Only for records of scope `board`: of people the record holds no values.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from workshop.domain.records import Record
from workshop.storage import log
from workshop.storage.engine import in_plain_words
from workshop.storage.log import Line
from workshop.storage.rows import CLASS_OF_TABLE, Row, from_cells, to_row
from workshop.storage.store import Store

R = TypeVar("R", bound=Record)


class Mark(NamedTuple):
    """One act: when it was (seconds since 1970), its label, and its lines where they were asked for."""

    seq: int
    at: int
    label: str
    reverts: int | None
    lines: list[Line]


@dataclass(frozen=True)
class Earlier:
    """Some classes of records as they were; `rows` holds only what an act touched since, None: not there."""

    store: Store
    rows: dict[tuple[str, str], Row | None]

    def get(self, cls: type[R], id_: str) -> R | None:
        """The record with this id as it was, or None."""
        if (cls.table, id_) not in self.rows:
            return self.store.get(cls, id_)
        row = self.rows[cls.table, id_]
        return None if row is None else from_cells(cls, list(row.values()))

    def all(self, cls: type[R]) -> tuple[R, ...]:
        """All records of a class as they were, by position or number, then by id."""
        found = [record for record in self.store.all(cls) if (cls.table, record.id) not in self.rows]
        changed = [
            from_cells(cls, list(r.values())) for (t, _), r in self.rows.items() if r and t == cls.table
        ]
        return tuple(sorted([*found, *changed], key=_in_order)) if changed else tuple(found)


def rows_at(store: Store, seq: int, *classes: type[Record]) -> Earlier:
    """The records of these classes (scope `board`) as they were after act `seq`."""
    tables = {cls.table for cls in classes}
    then: dict[tuple[str, str], Row | None] = {}
    for line in _lines_since(store, seq):
        if line.table not in tables:
            continue
        key = (line.table, line.id)
        if line.after is None or line.before is None:
            then[key] = None if line.after is None else log.whole_row(line.table, line.after)
        else:
            then[key] = ((then[key] if key in then else _row_now(store, *key)) or {}) | line.after
    return Earlier(store, then)


def _lines_since(store: Store, seq: int) -> Iterator[Line]:
    """The lines that take back every act after `seq`, the last first."""
    with in_plain_words():
        sql = "SELECT diff FROM change WHERE seq > ? ORDER BY seq DESC"
        kept = store.database.execute(sql, [seq]).fetchall()
    for (data,) in kept:
        yield from log.reverse(log.unpack(data))


def _row_now(store: Store, table: str, id_: str) -> Row | None:
    record = store.get(CLASS_OF_TABLE[table], id_)
    return None if record is None else to_row(record)


def _in_order(record: Record) -> tuple[int, str]:
    """The order in which the store gives records that have a position or a number."""
    return getattr(record, "position", getattr(record, "number", 0)), record.id


def acts(store: Store, reading: Collection[str] = ()) -> list[Mark]:
    """Every act in order. The lines only of acts with a label in `reading`: to read them all takes long."""
    wanted = ",".join("?" * len(reading))
    sql = f"SELECT seq, at, label, reverts, iif(label IN ({wanted}), diff, NULL) FROM change ORDER BY seq"
    with in_plain_words():
        rows = store.database.execute(sql, list(reading)).fetchall()
        return [Mark(s, at, label, r, [] if d is None else log.unpack(d)) for s, at, label, r, d in rows]


def lines_of(store: Store, seq: int) -> list[Line]:
    """What act `seq` did, row by row."""
    with in_plain_words():
        return log.diff_of(store.database, seq)
