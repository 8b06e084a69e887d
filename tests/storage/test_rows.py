"""Records to rows and back."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st
from sqlite_utils import Database

from tests import given
from workshop.domain.ids import OptionId, RoundId
from workshop.domain.kinds import NoteKind
from workshop.domain.persons import Signature
from workshop.domain.records import RECORD_CLASSES, Contact, Note, Option, Record, Result, Round, Workshop
from workshop.storage.rows import CLASS_OF_TABLE, columns_of, defaults_of, from_cells, from_row, to_row
from workshop.storage.store import Store

any_record_at_all = st.sampled_from(RECORD_CLASSES).flatmap(given.any_record)


@for_any(any_record_at_all)
def test_a_record_comes_back_from_its_row_as_it_was(record: Record) -> None:
    row = to_row(record)
    assert list(row) == given.field_names(type(record))
    assert all(cell is None or type(cell) in (str, int, float) for cell in row.values())
    assert from_row(type(record), row) == record
    assert from_cells(type(record), list(row.values())) == record


@pytest.fixture(scope="module")
def tables() -> Database:
    return Store.memory(given.clock).database


@pytest.mark.parametrize("cls", RECORD_CLASSES)
@for_any(data=st.data())
def test_a_record_comes_back_from_the_file_as_it_was(
    cls: type[Any], data: st.DataObject, tables: Any
) -> None:
    """Through the STRICT table itself, rolled back before its foreign keys are asked about."""
    record = data.draw(given.any_record(cls))
    record = replace(record, threshold=5) if cls is Round else record
    record = replace(record, id="workshop") if cls is Workshop else record
    row = to_row(record)
    tables.execute("BEGIN")
    try:
        marks = ",".join("?" * len(row))
        tables.execute(f"INSERT INTO {cls.table} VALUES ({marks})", list(row.values()))
        cells = tables.execute(f"SELECT * FROM {cls.table}").fetchone()
    finally:
        tables.execute("ROLLBACK")
    assert from_cells(cls, cells) == record


def test_a_note_as_a_row() -> None:
    assert to_row(given.note(7, "Shade", kind=NoteKind.IDEA, x=1.5, helper=True)) == {
        "id": "note-7",
        "number": 7,
        "text": "Shade",
        "kind": "idea",
        "x": 1.5,
        "y": 0.0,
        "source": "typed",
        "language": "",
        "translation": "",
        "author": None,
        "state": "shown",
        "withheld_reason": "",
        "names_checked": 0,
        "helper": 1,
        "emotion": None,
        "tags": "[]",
        "turned": 0,
        "same_as": None,
        "waiting": 0,
    }


def test_dates_lists_and_small_records_as_cells() -> None:
    day = given.workshop(day=date(2026, 3, 5), led_by=("Ada", "Ömer"), ring=(Contact("Bus", "Jo", "0123"),))
    row = to_row(day)
    assert (row["day"], row["next_date"]) == ("2026-03-05", None)
    assert row["led_by"] == '["Ada","Ömer"]'
    assert row["ring"] == '[{"about":"Bus","name":"Jo","number":"0123"}]'


def test_lists_in_lists_come_back_as_tuples_of_their_own_types() -> None:
    result = Result("r", RoundId("q"), True, 9, by_voice=((1, None), (2, 3)), voices=("a", "b"))
    signature = Signature("s", given.person("A1").id, strokes=((1, 2.5), (3,)))
    options = (Option(OptionId("o"), 1, "Benches"),)
    round_ = Round(RoundId("q"), 1, "Which?", "What matters most", options)
    for record in (result, signature, round_):
        back = from_row(type(record), to_row(record))
        assert back == record
    strokes = from_row(Signature, to_row(signature)).strokes  # type: ignore[union-attr]
    assert [type(x) for x in strokes[0]] == [float, float]


def test_defaults_hold_exactly_the_fields_that_have_one() -> None:
    assert "number" not in defaults_of(Note)
    assert defaults_of(Note)["kind"] == "matters"
    assert to_row(Note(given.note(1).id, 1, "x")) == {
        "id": "note-1",
        "number": 1,
        "text": "x",
        **defaults_of(Note),
    }


@pytest.mark.parametrize("cls", RECORD_CLASSES)
def test_columns_are_the_fields_and_each_table_has_its_class(cls: type[Record]) -> None:
    assert [c.name for c in columns_of(cls)] == given.field_names(cls)
    assert CLASS_OF_TABLE[cls.table] is cls


def test_a_cell_that_is_no_value_of_its_field_is_refused() -> None:
    """Negative control: a row is not believed blindly."""
    for column, cell in (("kind", "no such kind"), ("state", "gone")):
        with pytest.raises(ValueError, match=str(cell)):
            from_row(Note, to_row(given.note(1)) | {column: cell})
