"""Records to rows and back, worked out once from the record's own field types.

A row is a dict of column → a value SQLite keeps as it is (text, whole number, number, nothing).
Dates are ISO text, money is decimal text, yes and no are 1 and 0, tuples and the small records inside
them are JSON.
"""

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from workshop.domain.records import RECORD_CLASSES, Record

Cell = str | int | float | None
Row = dict[str, Cell]
R = typing.TypeVar("R", bound=Record)
CLASS_OF_TABLE: dict[str, type[Record]] = {cls.table: cls for cls in RECORD_CLASSES}


@dataclasses.dataclass(frozen=True)
class Column:
    """One column: its name, how a value becomes a cell, and how a cell becomes a value."""

    name: str
    to_cell: Callable[[Any], Cell]
    from_cell: Callable[[Any], Any] | None  # None: the cell is the value


def columns_of(cls: type[Any]) -> tuple[Column, ...]:
    """The columns of a record class, in the order of its fields."""
    return _COLUMNS[cls.table]


def defaults_of(cls: type[Record]) -> Row:
    """The cells of the fields that have a default; what a log entry need not repeat."""
    return _DEFAULTS[cls.table]


def to_row(record: Record) -> Row:
    """The row of a record."""
    return {c.name: c.to_cell(getattr(record, c.name)) for c in columns_of(type(record))}


def from_cells(cls: type[R], cells: typing.Sequence[Any]) -> R:
    """The record for cells in the order of `columns_of(cls)`."""
    values = list(cells)
    for place, from_cell in _CONVERSIONS[cls.table]:
        if (cell := values[place]) is not None:
            values[place] = from_cell(cell)
    return cls(*values)


def from_row(cls: type[Record], row: Row) -> Record:
    """The record for a row."""
    return from_cells(cls, [row[column.name] for column in columns_of(cls)])


def _plain(kind: Any) -> Any:
    """The type without NewType and without `| None`; the schema says which columns may be empty."""
    if isinstance(kind, typing.NewType):
        return _plain(kind.__supertype__)
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        return _plain(next(a for a in typing.get_args(kind) if a is not type(None)))
    return kind


def _column(name: str, kind: Any) -> Column:
    if kind is bool:
        return Column(name, int, bool)
    if kind is date:
        return Column(name, _or_none(date.isoformat), date.fromisoformat)
    if kind is Decimal:
        return Column(name, str, Decimal)
    if isinstance(kind, type) and issubclass(kind, Enum):
        members: dict[Any, Any] = {member.value: member for member in kind}  # sooner than to ask the class
        return Column(name, _or_none(lambda member: member.value), lambda c: members.get(c) or kind(c))
    if typing.get_origin(kind) is tuple:
        return Column(name, _to_json, lambda cell: _from_json(kind, json.loads(cell)) if cell != "[]" else ())
    return Column(name, lambda value: value, float if kind is float else None)


def _or_none(encode: Callable[[Any], Cell]) -> Callable[[Any], Cell]:
    return lambda value: None if value is None else encode(value)


def _to_json(value: Any) -> str:
    return json.dumps(value, default=dataclasses.asdict, ensure_ascii=False, separators=(",", ":"))


def _from_json(kind: Any, value: Any) -> Any:
    """Rebuild tuples, enumerations and small records from lists, texts and dicts."""
    kind = _plain(kind)
    if value is None:
        return None
    if typing.get_origin(kind) is tuple:
        inner = typing.get_args(kind)[0]
        return tuple(_from_json(inner, item) for item in value)
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return typing.cast(Any, kind)(**{k: _from_json(hints[k], v) for k, v in value.items()})
    return kind(value)


def _work_out_columns(cls: type[Record]) -> tuple[Column, ...]:
    kinds = typing.get_type_hints(cls)
    return tuple(_column(field.name, _plain(kinds[field.name])) for field in dataclasses.fields(cls))


def _work_out_defaults(cls: type[Record]) -> Row:
    given = {f.name: f.default for f in dataclasses.fields(cls) if f.default is not dataclasses.MISSING}
    return {c.name: c.to_cell(given[c.name]) for c in _COLUMNS[cls.table] if c.name in given}


_COLUMNS = {cls.table: _work_out_columns(cls) for cls in RECORD_CLASSES}
_DEFAULTS = {cls.table: _work_out_defaults(cls) for cls in RECORD_CLASSES}
# Only the cells that are not their value already, by their places: boards of thousands are read at once.
_CONVERSIONS = {
    table: [(n, column.from_cell) for n, column in enumerate(columns) if column.from_cell is not None]
    for table, columns in _COLUMNS.items()
}
