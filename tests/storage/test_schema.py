"""The tables say the same as the records."""

import re
from enum import StrEnum
from importlib.resources import files
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests import given
from workshop.domain.kinds import DayState, Item, NoteState, RoundState, Said
from workshop.domain.labels import Label
from workshop.domain.records import RECORD_CLASSES, Record
from workshop.storage.rows import columns_of, defaults_of, to_row
from workshop.storage.store import Store

SCHEMA = files("workshop.storage").joinpath("schema.sql").read_text(encoding="utf-8")
OTHER_TABLES = {"change", "counter", "unfinished", "_sqlite_migrations"}
OTHER_TABLES |= {"draft", "picture_bytes", "equality_count"}
OF_FIRST_VERSION = 21  # later ones are made by the upgrades


@pytest.fixture(scope="module")
def store() -> Store:
    return given.store()


def test_there_is_a_table_for_each_record_class_and_few_others(store: Store) -> None:
    assert set(store.database.table_names()) == {cls.table for cls in RECORD_CLASSES} | OTHER_TABLES


@pytest.mark.parametrize("cls", RECORD_CLASSES)
def test_columns_equal_the_fields_in_order_and_type(cls: type[Record], store: Store) -> None:
    found = store.database.execute(f"PRAGMA table_info({cls.table})").fetchall()
    assert [column[1] for column in found] == given.field_names(cls)
    may_be_empty = {column[1] for column in found if not column[3] and column[1] != "id"}
    assert may_be_empty == {name for name, default in defaults_of(cls).items() if default is None}
    kinds = {column[1]: column[2] for column in found}
    for name, default in defaults_of(cls).items():
        if default is not None:
            assert kinds[name] == {str: "TEXT", int: "INTEGER", float: "REAL"}[type(default)]


def test_every_table_of_ours_is_strict(store: Store) -> None:
    listed = store.database.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
    ).fetchall()
    loose = {name for name, strict in listed if not strict and not name.startswith("sqlite_")}
    assert loose == {"_sqlite_migrations"}


def test_a_table_refers_only_to_tables_before_it(store: Store) -> None:
    """`RECORD_CLASSES` promises an order in which rows can be copied."""
    tables = [cls.table for cls in RECORD_CLASSES]
    for cls in RECORD_CLASSES:
        for key in store.database.execute(f"PRAGMA foreign_key_list({cls.table})").fetchall():
            assert tables.index(key[2]) < tables.index(cls.table)
    assert SCHEMA.count("REFERENCES") == SCHEMA.count("DEFERRABLE INITIALLY DEFERRED") + 1  # change itself


@pytest.mark.parametrize(
    ("table", "column", "states"),
    [
        ("workshop", "state", DayState),
        ("note", "state", NoteState),
        ("round", "state", RoundState),
        ("answer", "said", Said),
    ],
)
def test_a_check_lists_exactly_the_states_of_the_record(
    table: str, column: str, states: type[StrEnum]
) -> None:
    body = SCHEMA.split(f"CREATE TABLE {table} (")[1].split(") STRICT")[0]
    found = re.search(rf"CHECK \({column} IN \((.*?)\)\)", body)
    assert found is not None
    assert re.findall(r"'(\w+)'", found.group(1)) == [state.value for state in states]


@pytest.mark.parametrize(
    ("record", "wrong"),
    [
        (given.workshop(), {"id": "another"}),
        (given.workshop(), {"state": "perhaps"}),
        (given.note(1), {"state": "deleted"}),
        (given.note(1), {"number": None}),
        (given.note(1), {"x": "left"}),
        (given.note(1), {"helper": "yes"}),
        (given.answer(given.person("A1"), Item.TAKE_PART), {"said": "maybe"}),
    ],
)
def test_a_row_that_is_no_record_is_refused(record: Record, wrong: dict[str, Any], store: Store) -> None:
    row = to_row(record) | wrong
    with pytest.raises(dbapi2.IntegrityError), store.database.atomic():
        store.database.execute(
            f"INSERT INTO {record.table} VALUES ({','.join('?' * len(row))})", list(row.values())
        )


def test_no_statement_is_cut_in_two() -> None:
    """The file is cut at each semicolon that ends a line; none of these may stand in a comment."""
    statements = [re.sub(r"--.*", "", s).strip() for s in SCHEMA.split(";\n") if s.strip()]
    assert all(s.startswith(("CREATE TABLE", "CREATE INDEX")) for s in statements)
    tables = [s for s in statements if s.startswith("CREATE TABLE")]
    assert len(tables) == OF_FIRST_VERSION
    assert not [line for line in SCHEMA.splitlines() if "--" in line and line.rstrip().endswith(";")]


def test_columns_of_every_class_are_quoted_where_sql_has_the_word() -> None:
    """`order`, `group` and `on` are words of SQL; reading and writing them is tried for real."""
    store = given.store()
    note, group, ada = given.note(1), given.group("Waiting"), given.person("A1")
    answer = given.answer(ada, Item.TAKE_PART)
    lying = given.membership(note, group)
    store.apply(Label.IMPORT_NOTES, [note, group, lying])
    store.apply(Label.ARRIVE, [ada, answer])
    assert store.get(type(answer), answer.id) == answer
    assert store.get(type(lying), lying.id) == lying
    assert [c.name for c in columns_of(type(lying))] == ["id", "note", "group", "position", "came_from"]
