"""The truth of one workshop: its rows, and the record of what happened to them.

`apply` is the only writer of logged tables. Rows and the log line are written in one transaction,
so that an act is either whole and on the disk, or did not happen. Undo writes the reversed diff by
the same path. Named exceptions that write elsewhere: the sealed box, erasure and upgrades.
"""

import typing
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from sqlcipher3 import dbapi2

from workshop.domain.changes import Change, RecordChange
from workshop.domain.history import Entry, History
from workshop.domain.kinds import Scope
from workshop.domain.labels import Label
from workshop.domain.records import RECORD_CLASSES, Record, Workshop
from workshop.domain.snapshot import Snapshot
from workshop.errors import RuleBroken
from workshop.storage import log
from workshop.storage.engine import Database, connect, in_plain_words
from workshop.storage.kept import Kept, Order
from workshop.storage.rows import CLASS_OF_TABLE, Row, columns_of, from_cells, from_row, to_row
from workshop.storage.upgrades import make_tables, refuse_foreign

R = TypeVar("R", bound=Record)
Clock = Callable[[], datetime]

_ORDER = {"step": "position, id", "membership": "position, id", "note_group": "position, id"}
_ORDER |= {"answer": '"order", id', "tag": "position, id", "claim_line": "claim, position, id"}
_ORDER |= {"rate": "category, valid_from, id"}
# In the order in which they were made, what lies on the backs of notes would say who wrote first (I20).
_ORDER |= {"drawing": "id", "picture": "id"}
_NUMBERED = {c.table for c in RECORD_CLASSES if "number" in c.__dataclass_fields__}
_IN_MEMORY: dict[str, Order] = {  # the same orders again; every id is text, and compared by its letters
    **dict.fromkeys(("step", "membership", "note_group", "tag"), attrgetter("position", "id")),
    **dict.fromkeys(_NUMBERED, attrgetter("number", "id")),
    **dict.fromkeys(("drawing", "picture"), attrgetter("id")),
}
_NAMES = {c.table: ", ".join(f'"{column.name}"' for column in columns_of(c)) for c in RECORD_CLASSES}


class Store:
    """Records in, records out. One store a file; a workshop's window and its log share it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.listeners: list[Callable[[Change], None]] = []
        self.clock = clock
        self._kept = Kept(database, _IN_MEMORY)
        self._history: History | None = None
        self._acted: dict[int, datetime] = {}  # since the file was opened; in memory only

    @classmethod
    def memory(cls, clock: Clock) -> "Store":
        """A store that lives in memory only: the real thing, for tests and trials."""
        database = connect(None, None)
        make_tables(database)
        return cls(database, clock)

    @classmethod
    def at(cls, path: Path, key: bytes, clock: Clock, *, read_only: bool = False) -> "Store":
        """The store in the file at `path`, which is made if it does not exist."""
        database = connect(path, key, read_only=read_only)
        with ExitStack() as on_failure:
            on_failure.callback(database.close)
            (refuse_foreign if read_only else make_tables)(database)
            on_failure.pop_all()
        return cls(database, clock)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def go_on_in(self, database: Database) -> None:
        """Go on in another file. What was read from the one before is forgotten."""
        self.database, self._kept = database, Kept(database, _IN_MEMORY)
        self._history, self._acted = None, {}

    def tell(self, change: Change) -> None:
        """Tell all who listen of a change that was not made by `apply`."""
        for listener in self.listeners:
            listener(change)

    # Reading

    def get(self, cls: type[R], id_: str) -> R | None:
        """The record with this id, or None."""
        row = self._read(cls.table, id_)
        return None if row is None else from_cells(cls, list(row.values()))

    def need(self, cls: type[R], id_: str) -> R:
        """The record with this id; RuleBroken in plain words when there is none."""
        found = self.get(cls, id_)
        if found is None:
            raise RuleBroken(f"There is no such {cls.__name__.lower()}. Nothing was changed.")
        return found

    def all(self, cls: type[R]) -> tuple[R, ...]:
        """All records of a class, in their fixed order."""
        with in_plain_words():
            return self._kept.all(cls, lambda: self._select(cls, "", []))

    def where(self, cls: type[R], column: str, value: str) -> tuple[R, ...]:
        """The records of a class that have this value in a column, in their fixed order."""
        return self._select(cls, f'WHERE "{column}" = ?', [value])

    def _select(self, cls: type[R], where: str, values: list[str]) -> tuple[R, ...]:
        order = _ORDER.get(cls.table, "number, id" if cls.table in _NUMBERED else "rowid")
        sql = f"SELECT {_NAMES[cls.table]} FROM {cls.table} {where} ORDER BY {order}"
        with in_plain_words():
            return tuple(from_cells(cls, cells) for cells in self.database.execute(sql, values).fetchall())

    def count(self, cls: type[Record]) -> int:
        """How many records of a class there are."""
        return int(self._ask(f"SELECT count(*) FROM {cls.table}")[0])

    def next_number(self, cls: type[Record]) -> int:
        """A number that no record of this class ever had."""
        found = self._ask("SELECT coalesce(max(value), 0) FROM counter WHERE name = ?", [cls.table])
        return 1 + int(found[0])

    def snapshot(self) -> Snapshot:
        """Everything, read in one transaction."""
        with in_plain_words(), self.database.atomic():
            return Snapshot(*(self._part(cls) for cls in _SNAPSHOT_ORDER))

    def _part(self, cls: type[Record]) -> Any:
        records = self.all(cls)
        return records[0] if cls.table == "workshop" else records

    def equality_counts(self) -> dict[tuple[str, str], int]:
        """How often each answer was given to each equality question; {} until the box is closed."""
        sql = "SELECT question, code, count FROM equality_count ORDER BY question, code"
        with in_plain_words():
            rows = self.database.execute(sql).fetchall()
        return {(question, code): count for question, code, count in rows}

    def last_seq(self) -> int:
        """The number of the last act."""
        return int(self._ask("SELECT coalesce(max(seq), 0) FROM change")[0])

    def saved_at(self) -> str:
        """When the last act was saved, as ISO text; "" before the first."""
        found = self._ask("SELECT at FROM change ORDER BY seq DESC LIMIT 1")
        return datetime.fromtimestamp(found[0]).isoformat() if found else ""

    def acted_at(self, seq: int) -> datetime | None:
        """When the act `seq` was saved; None when no act has this number.

        Of an act of quiet writing the file does not say so; as long as it is open, it is remembered.
        """
        if seq in self._acted:
            return self._acted[seq]
        found = self._ask("SELECT at FROM change WHERE seq = ?", [seq])
        return datetime.fromtimestamp(found[0]) if found else None

    def _ask(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first row of the answer, or None."""
        with in_plain_words():
            return self.database.execute(sql, values).fetchone()

    # Writing

    def apply(
        self,
        label: Label,
        put: Iterable[Record] = (),
        remove: Iterable[Record] = (),
        *,
        barrier: bool = False,
        lasting: bool = False,
        also: Callable[[int], None] | None = None,
    ) -> Change:
        """Write these records and take those away as one act; an act that changes nothing writes nothing.

        What is both put and taken away is taken away. A `lasting` act has no undo step itself, and acts
        before it keep theirs; a barrier ends those too. Raises ValueError for records of both scopes in
        any other act; CannotWrite when the disk does not take it. Nothing is changed then. `also` is done
        in the same transaction, after the rows, with the act's number.
        """
        # What goes makes room first: a new row may take the unique place of one that goes.
        wanted: dict[tuple[str, str], Row | None] = {(r.table, r.id): None for r in remove}
        for record in put:
            if (record.table, record.id) not in wanted or wanted[record.table, record.id] is not None:
                wanted[record.table, record.id] = to_row(record)
        undoable = not (barrier or lasting) and _scope_of(wanted) is Scope.BOARD
        with in_plain_words(), self.database.atomic():
            self._kept.forget_older()
            was_quiet = self._is_quiet()
            lines = [line for key, row in wanted.items() if (line := self._write(*key, row)) is not None]
            if not lines:
                return Change(self.last_seq(), label)
            seq = self._append(label, lines, None, barrier, undoable, was_quiet)
            change = self._change(seq, label, lines)
            if also is not None:
                also(seq)
        return self._tell(Entry(seq, label, None, barrier, undoable), change)

    def _write(self, table: str, id_: str, row: Row | None) -> log.Line | None:
        before = self._read(table, id_)
        line = log.line_for(table, id_, before, row)
        if line is not None:
            self._write_row(table, id_, line, row)
        return line

    def _write_row(self, table: str, id_: str, line: log.Line, row: Row | None) -> None:
        execute = self.database.execute
        if row is None:
            execute(f"DELETE FROM {table} WHERE id = ?", [id_])
        elif line.before is None:
            marks = ",".join("?" * len(row))
            execute(f"INSERT INTO {table} VALUES ({marks})", list(row.values()))
            self._count_up(table, row)
        else:
            changed = line.after or {}
            sets = ", ".join(f'"{name}" = ?' for name in changed)
            execute(f"UPDATE {table} SET {sets} WHERE id = ?", [*changed.values(), id_])
            self._count_up(table, changed)

    def _count_up(self, table: str, row: Row) -> None:
        number = row.get("number")
        # What lies face down has a stand-in below zero: it is no number, and must not begin the count.
        if table in _NUMBERED and isinstance(number, int) and number > 0:
            self.database.execute(
                "INSERT INTO counter VALUES (?, ?) ON CONFLICT (name) "
                "DO UPDATE SET value = max(value, excluded.value)",
                [table, number],
            )

    def _append(
        self,
        label: str,
        lines: list[log.Line],
        reverts: int | None,
        barrier: bool,
        undoable: bool,
        was_quiet: bool,
    ) -> int:
        seq, now = self.last_seq() + 1, self.clock()
        at = self._quiet_time() if was_quiet and self._is_quiet() else int(now.timestamp())
        self.database.execute(
            "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)",
            [seq, at, label, reverts, int(barrier), int(undoable), log.pack(lines)],
        )
        self._acted[seq] = now
        return seq

    def _is_quiet(self) -> bool:
        """Whether people are writing face down, so that no time of theirs may be kept (I20)."""
        return bool(self._ask("SELECT coalesce(max(writing_hidden), 0) FROM workshop")[0])

    def _quiet_time(self) -> int:
        """All acts of quiet writing bear one time: that of the act before them."""
        return int(self._ask("SELECT at FROM change ORDER BY seq DESC LIMIT 1")[0])

    def _change(self, seq: int, label: str, lines: list[log.Line]) -> Change:
        """The act as a value, read while it can still be taken back: nothing may fail after it is kept."""
        return Change(seq, label, tuple(self._record_change(line) for line in lines))

    def _tell(self, entry: Entry, change: Change) -> Change:
        self._kept.take_in(change)
        if self._history is not None:
            self._history.add(entry)
        self.tell(change)
        return change

    def _record_change(self, line: log.Line) -> RecordChange:
        """The line as whole records, so that a view can repaint the old place and the new one."""
        after = self._read(line.table, line.id)
        if after is None or line.before is None:
            before = None if line.before is None else log.whole_row(line.table, line.before)
        else:
            before = after | line.before
        return RecordChange(line.table, line.id, _record(line.table, before), _record(line.table, after))

    def _read(self, table: str, id_: str) -> Row | None:
        cls = CLASS_OF_TABLE[table]
        cells = self._ask(f"SELECT {_NAMES[cls.table]} FROM {table} WHERE id = ?", [id_])
        if cells is None:
            return None
        return {column.name: cell for column, cell in zip(columns_of(cls), cells, strict=True)}

    # Undo

    @property
    def history(self) -> History:
        """The undo and redo stacks, read off the log when they are first asked for."""
        if self._history is None:
            with in_plain_words():
                self._history = History.of(log.entries(self.database))
        return self._history

    def undo(self, seq: int | None = None) -> Change:
        """Take back the last act, or the act `seq`. RuleBroken when it cannot be taken back any more."""
        if seq is None:
            return self._revert(_last(self.history.done, "There is nothing to undo."))
        entry = self.history.find(seq)
        if entry is None:
            raise RuleBroken("This cannot be undone any more. Nothing was changed.")
        with in_plain_words():
            self._refuse_when_needed_later(entry)
        return self._revert(entry)

    def redo(self) -> Change:
        """Do again what was undone last."""
        return self._revert(_last(self.history.undone, "There is nothing to do again."))

    def _refuse_when_needed_later(self, entry: Entry) -> None:
        lines = log.diff_of(self.database, entry.seq)
        touched = {line[:2] for line in lines}
        made = {line.id for line in lines if line.before is None}
        later = [e.seq for e in self.history.done if e.seq > entry.seq]
        uses = (
            line[:2] in touched or not made.isdisjoint(log.came_from(line))
            for line in log.lines_of(self.database, later)
        )
        if any(uses) or self._lays_stack_under_stack(lines):
            raise RuleBroken(
                "Somebody changed or used the same thing later, so this cannot be undone alone. "
                "Nothing was changed. Undo the later act first."
            )

    def _lays_stack_under_stack(self, lines: Iterable[log.Line]) -> bool:
        """Whether without these lines a note would lie under one that itself lies under another by now."""
        befores = ((line.id, line.before or {}) for line in lines)
        back = {id_: before["same_as"] for id_, before in befores if "same_as" in before}
        above, below = "SELECT same_as FROM note WHERE id = ?", "SELECT id FROM note WHERE same_as = ?"
        for lying, top in back.items():
            if top is not None:
                over = back[str(top)] if top in back else (self._ask(above, [top]) or [None])[0]
                under = [id_ for (id_,) in self.database.execute(below, [lying]) if id_ not in back]
                if over is not None or under:
                    return True
        return False

    def _revert(self, entry: Entry) -> Change:
        try:
            with in_plain_words(), self.database.atomic():
                self._kept.forget_older()
                was_quiet = self._is_quiet()
                lines = log.reverse(log.diff_of(self.database, entry.seq))
                for line in lines:
                    self._take_back(line)
                seq = self._append(entry.label, lines, entry.seq, False, True, was_quiet)
                change = self._change(seq, entry.label, lines)
        except dbapi2.IntegrityError as error:
            raise RuleBroken(
                "Something that came later needs this, so it cannot be undone. Nothing was changed."
            ) from error
        return self._tell(Entry(seq, entry.label, entry.seq), change)

    def _take_back(self, line: log.Line) -> None:
        now = self._read(line.table, line.id)
        if now != log.expected_row(line, now):
            raise RuleBroken(
                "This was changed in another way since, so it cannot be undone. Nothing was changed."
            )
        row = None if line.after is None else log.whole_row(line.table, (now or {}) | line.after)
        self._write_row(line.table, line.id, line, row)


def _record(table: str, row: Row | None) -> Record | None:
    return None if row is None else from_row(CLASS_OF_TABLE[table], row)


def _scope_of(wanted: Iterable[tuple[str, str]]) -> Scope | None:
    """The one scope of these rows, None when there are none. ValueError when they are of both."""
    scopes = {CLASS_OF_TABLE[table].scope for table, _ in wanted}
    if len(scopes) > 1:
        raise ValueError("an act that can be undone cannot hold people as well")
    return next(iter(scopes), None)


def _last(stack: list[Entry], otherwise: str) -> Entry:
    if not stack:
        raise RuleBroken(otherwise)
    return stack[-1]


# The record class of each field of a snapshot, in their order.
_SNAPSHOT_ORDER: tuple[type[Record], ...] = tuple(
    Workshop if kind is Workshop else typing.get_args(kind)[0]
    for kind in typing.get_type_hints(Snapshot).values()
)
