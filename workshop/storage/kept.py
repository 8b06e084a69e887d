"""Records that were read are kept until somebody writes: screens of thousands of notes ask again and again.

What is kept is never older than the file. Each act of the store is taken in; after any other writing,
by this connection or by another one, all is read anew.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from workshop.domain.changes import Change, RecordChange
from workshop.domain.records import Record
from workshop.storage.engine import Database

R = TypeVar("R", bound=Record)
Order = Callable[[Any], Any]

MOST_AT_ONCE = 100  # of so many changes in one act, reading anew is sooner


class Kept:
    """The records of whole tables. `orders` say how a table is ordered; one without is read anew."""

    def __init__(self, database: Database, orders: dict[str, Order]) -> None:
        self._database, self._orders = database, orders
        self._records: dict[str, list[Record]] = {}
        self._stamp = (-1, -1)

    def all(self, cls: type[R], read: Callable[[], Sequence[R]]) -> tuple[R, ...]:
        """All records of a class: as they are kept, or as `read` finds them."""
        if self._database.conn.in_transaction:
            return tuple(read())  # it may still be taken back
        self.forget_older()
        if cls.table not in self._records:
            self._records[cls.table] = list(read())
        return tuple(cast(list[R], self._records[cls.table]))

    def forget_older(self) -> None:
        """Forget all when something was written since that no act told of. To be asked before an act."""
        now = self._written()
        if now != self._stamp:
            self._records.clear()
            self._stamp = now

    def take_in(self, change: Change) -> None:
        """What an act changed, now that it is saved; nothing else was written since `forget_older`."""
        tables = {line.table for line in change.diff}
        for table in tables & self._records.keys():
            lines = [line for line in change.diff if line.table == table]
            order = self._orders.get(table)
            if order is None or len(lines) > MOST_AT_ONCE:
                del self._records[table]
            else:
                _put_in_place(self._records[table], lines, order)
        self._stamp = self._written()

    def _written(self) -> tuple[int, int]:
        """Changes with each writing: the first number with this connection's, the second with others'."""
        other = self._database.execute("PRAGMA data_version").fetchone()[0]
        return self._database.conn.total_changes, other


def _put_in_place(records: list[Record], lines: Sequence[RecordChange], order: Order) -> None:
    for line in lines:
        if line.before is not None:
            del records[bisect_left(records, order(line.before), key=order)]
        if line.after is not None:
            insort(records, line.after, key=order)
