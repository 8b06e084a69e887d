"""The record of what happened: how one act is kept as text, and folded back into rows.

A diff is a list of `[table, id, before, after]`. For scope `board` before and after are dicts of
the cells that changed (for a new or removed row: the cells that differ from the field's default);
for scope `person` they are lists of column names, so that the log never holds anybody's data (for a
new or removed row: all of them, because which ones differ from their default already says something).
None stands for "no such row". A diff is kept as compressed JSON: the log is half of the file.
"""

import itertools
import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from workshop.domain.history import Entry
from workshop.domain.kinds import Scope
from workshop.storage.engine import Database
from workshop.storage.rows import CLASS_OF_TABLE, Cell, Row, columns_of, defaults_of

# What most diffs hold, commonest last: a short text is compressed as "the same as there". It is part
# of the file format: a file can only be read with the words that it was written with.
WORDS = (
    b"hospital people carer family staff doctor nurse ward appointment medicine transport parking "
    b"waiting home plan date because about would should could there their them they when what who "
    b"nobody everybody always never please tell me my the and with for to of in is was not that it "
    b'"translation":"","author":null,"source":"paper","source":"spoken","language":"en","state":"hidden",'
    b'"state":"withheld","withheld_reason":"","names_checked":1,"helper":1,"checked":1,"position":0,"name":"'
    b'["membership","","note":"","group":"["note_group","["idea",["step",["round",["promise","theme":"'
    b'"kind":"works_well","kind":"does_not_work","kind":"question","kind":"felt","kind":"idea",'
    b'[["note","",{"x":0.0,"y":0.0},{"x":0.0,"y":0.0}]]"}]][["note","",null,{"number":1,"text":"The '
)


class Line(NamedTuple):
    """One row that an act touched, with the cells that changed."""

    table: str
    id: str
    before: Row | None
    after: Row | None


Rows = dict[tuple[str, str], Row]


def line_for(table: str, id_: str, before: Row | None, after: Row | None) -> Line | None:
    """The line for a whole row before and after, or None when nothing changed."""
    if before == after:
        return None
    if before is not None and after is not None:
        names = [n for n in after if before[n] != after[n]]
        return Line(table, id_, {n: before[n] for n in names}, {n: after[n] for n in names})
    return Line(table, id_, _without_defaults(table, before), _without_defaults(table, after))


def _without_defaults(table: str, row: Row | None) -> Row | None:
    if row is None:
        return None
    defaults = defaults_of(CLASS_OF_TABLE[table])
    return {n: v for n, v in row.items() if n not in defaults or defaults[n] != v}


def whole_row(table: str, cells: Row) -> Row:
    """A new row's cells with the defaults put back, in the order of the record's fields."""
    defaults = defaults_of(CLASS_OF_TABLE[table])
    names = CLASS_OF_TABLE[table].__dataclass_fields__
    return {n: cells[n] if n in cells else defaults[n] for n in names if n in cells or n in defaults}


def pack(lines: Iterable[Line]) -> bytes:
    """The diff as it is kept: UTF-8 JSON, compressed with `WORDS`."""
    return pack_kept([_kept(line) for line in lines])


def unpack(data: bytes) -> list[Line]:
    """The lines of a kept diff. Lines of scope `person` come back with empty rows."""
    return [Line(t, i, _cells(before), _cells(after)) for t, i, before, after in unpack_kept(data)]


def pack_kept(lines: list[Any]) -> bytes:
    """The diff for lines in the very form they are kept in."""
    data = json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode()
    squeeze = zlib.compressobj(9, zdict=WORDS)
    return squeeze.compress(data) + squeeze.flush()


def unpack_kept(data: bytes) -> list[Any]:
    """The lines `[table, id, before, after]` exactly as they are kept; erasing rewrites them."""
    kept: list[Any] = json.loads(zlib.decompressobj(zdict=WORDS).decompress(data))
    return kept


def _kept(line: Line) -> list[object]:
    if CLASS_OF_TABLE[line.table].scope is Scope.PERSON:
        names = list(line.before or line.after or {})
        if line.before is None or line.after is None:
            names = [column.name for column in columns_of(CLASS_OF_TABLE[line.table])]
        return [line.table, line.id, *(None if row is None else names for row in line[2:])]
    return list(line)


def _cells(kept: dict[str, Cell] | list[str] | None) -> Row | None:
    if kept is None:
        return None
    return kept if isinstance(kept, dict) else {}


def entries(database: Database) -> list[Entry]:
    """The acts since the last barrier, as the undo stacks need them."""
    start = database.execute("SELECT coalesce(max(seq), 0) FROM change WHERE barrier = 1").fetchone()[0]
    rows = database.execute(
        "SELECT seq, label, reverts, barrier, undoable FROM change WHERE seq > ? ORDER BY seq", [start]
    )
    return [Entry(seq, label, reverts, bool(b), bool(u)) for seq, label, reverts, b, u in rows]


def diff_of(database: Database, seq: int) -> list[Line]:
    """The lines of the act `seq`."""
    return unpack(database.execute("SELECT diff FROM change WHERE seq = ?", [seq]).fetchone()[0])


def lines_of(database: Database, seqs: Iterable[int]) -> Iterator[Line]:
    """The lines of several acts, one after the other."""
    wanted = set(seqs)
    after = min(wanted, default=sys.maxsize) - 1
    for seq, data in database.execute("SELECT seq, diff FROM change WHERE seq > ?", [after]):
        if seq in wanted:
            yield from unpack(data)


def reverse(lines: Iterable[Line]) -> list[Line]:
    """The lines that take these back, last first."""
    return [Line(line.table, line.id, line.after, line.before) for line in reversed(list(lines))]


def came_from(line: Line) -> set[object]:
    """The ids a line names without a foreign key: what a card came from, its tags, its stack, its merger."""
    cells = line.after or {}
    lists = (json.loads(str(cells.get(name, "[]"))) for name in ("origin", "tags"))
    others = (cells[name] for name in ("same_as", "merged_into", "came_from") if name in cells)
    return {*itertools.chain(*lists), *others, cells.get("source")}


def expected_row(line: Line, now: Row | None) -> Row | None:
    """The whole row that must be there for a line to be written; `now` fills what it does not say."""
    if line.before is None:
        return None
    return whole_row(line.table, line.before) if line.after is None else (now or {}) | line.before


def fold(database: Database) -> Rows:
    """The rows of scope `board` as the whole log tells them; equal to the tables, or the log lies."""
    rows: Rows = {}
    for (data,) in database.execute("SELECT diff FROM change ORDER BY seq").fetchall():
        for line in unpack(data):
            if CLASS_OF_TABLE[line.table].scope is Scope.BOARD:
                _fold_line(rows, line)
    return rows


def _fold_line(rows: Rows, line: Line) -> None:
    key = (line.table, line.id)
    if line.after is None:
        del rows[key]
    elif line.before is None:
        rows[key] = whole_row(line.table, line.after)
    else:
        rows[key] = rows[key] | line.after
