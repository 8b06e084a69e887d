"""The record of what happened: how an act is kept, and that the whole log tells the same as the tables."""

import ast
import json
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from tests import given
from workshop.domain.history import Entry
from workshop.domain.kinds import Item, NoteKind
from workshop.domain.labels import Label
from workshop.domain.persons import Need, Person
from workshop.domain.records import Note
from workshop.storage import log
from workshop.storage.log import Line
from workshop.storage.rows import Row, to_row
from workshop.storage.store import Store

ROOT = Path(__file__).resolve().parents[2]
NOTE, MOVED = to_row(given.note(1, "Shade")), to_row(given.note(1, "Shade", x=9.5))

any_note_row = st.none() | given.any_record(Note).map(lambda note: to_row(replace(note, id="note-1")))


def kept(store: Store) -> list[bytes]:
    return [data for (data,) in store.database.execute("SELECT diff FROM change ORDER BY seq").fetchall()]


def in_clear(data: bytes) -> bytes:
    return zlib.decompressobj(zdict=log.WORDS).decompress(data)


def test_a_new_row_is_kept_without_its_defaults() -> None:
    assert log.line_for("note", "note-1", None, NOTE) == Line(
        "note", "note-1", None, {"id": "note-1", "number": 1, "text": "Shade"}
    )


def test_of_a_changed_row_only_the_changed_cells_are_kept() -> None:
    assert log.line_for("note", "note-1", NOTE, MOVED) == Line("note", "note-1", {"x": 0.0}, {"x": 9.5})


def test_a_row_that_did_not_change_is_no_line() -> None:
    assert log.line_for("note", "note-1", NOTE, dict(NOTE)) is None
    assert log.line_for("note", "note-1", None, None) is None


@for_any(any_note_row, any_note_row)
def test_reversing_a_line_undoes_it(before: Row | None, after: Row | None) -> None:
    line = log.line_for("note", "note-1", before, after)
    if line is not None:
        (back,) = log.reverse([line])
        assert log.expected_row(line, before) == before
        assert log.expected_row(back, after) == after
        assert log.reverse([back]) == [line]
        assert log.unpack(log.pack([line])) == [line]


def test_a_diff_is_kept_as_text_that_can_be_read_with_the_words() -> None:
    store = given.store()
    store.apply(Label.ADD_NOTE, [given.note(1, "Schatten, über dem Bänkchen")])
    store.apply(Label.RECOLOUR_NOTE, [given.note(1, "Schatten, über dem Bänkchen", kind=NoteKind.IDEA)])
    assert [in_clear(data).decode() for data in kept(store)] == [
        '[["note","note-1",null,{"id":"note-1","number":1,"text":"Schatten, über dem Bänkchen"}]]',
        '[["note","note-1",{"kind":"matters"},{"kind":"idea"}]]',
    ]


def test_a_long_diff_is_kept_compressed_and_read_back() -> None:
    lines = [Line("note", f"n{i}", {"x": 0.0}, {"x": float(i)}) for i in range(200)]
    data = log.pack(lines)
    assert not data.startswith(b"[")
    assert len(data) < len(in_clear(data)) / 4
    assert log.unpack(data) == lines


def test_of_people_only_ids_and_column_names_are_kept() -> None:
    store, ada = given.store(), given.person("A1", "Ada Lovelace", contact="ada@example.org")
    store.apply(Label.ARRIVE, [ada, given.need(ada, "Large print")])
    store.apply(Label.ARRIVE, [replace(ada, called="Countess")])
    store.apply(Label.ERASE_PERSON, [], [given.need(ada)])

    # All columns of a new row, also those left at their default: else "age_group" would tell of a child.
    added, changed, removed = (json.loads(in_clear(data)) for data in kept(store))
    of_person, of_need = given.field_names(Person), given.field_names(Need)
    assert added == [
        ["person", "person-A1", None, of_person],
        ["need", "need-of-person-A1", None, of_need],
    ]
    assert changed == [["person", "person-A1", ["called"], ["called"]]]
    assert removed == [["need", "need-of-person-A1", of_need, None]]
    assert log.unpack(kept(store)[1]) == [Line("person", "person-A1", {}, {})]
    assert log.fold(store.database) == {}


def test_no_value_of_a_person_is_in_the_file_of_the_log_but_a_note_is() -> None:
    """With its negative control: the same search does find the words of a note."""
    store, ada = given.store(), given.person("A1", "Zyxwvut", contact="zyx@example.org")
    store.apply(Label.ARRIVE, [ada, given.answer(ada, Item.QUOTE_FULL_NAME)])
    store.apply(Label.ADD_NOTE, [given.note(1, "Qwertzu")])
    everything = b"".join(in_clear(data) for data in kept(store))
    assert b"Zyxwvut" not in everything
    assert b"zyx@" not in everything
    assert b"quote_full_name" not in everything
    assert b"Qwertzu" in everything


def test_the_log_tells_the_tables_and_a_change_past_it_shows() -> None:
    store, note, group = given.store(), given.note(1), given.group("Waiting")
    store.apply(Label.ADD_NOTE, [note, group, given.membership(note, group)])
    store.apply(Label.MOVE_NOTES, [replace(note, x=5.0)])
    store.apply(Label.TAKE_FROM_GROUP, [], [given.membership(note, group)])
    store.undo()
    assert log.fold(store.database) == given.rows_in(store)

    store.database.execute("UPDATE note SET text = 'something else'")  # negative control
    assert log.fold(store.database) != given.rows_in(store)


def test_the_acts_for_the_stacks_begin_after_the_last_barrier() -> None:
    store = given.store()
    assert log.entries(store.database) == []
    store.apply(Label.ADD_NOTE, [given.note(1)])
    store.apply(Label.OPEN_ROUND, [given.workshop()], barrier=True)
    store.apply(Label.ADD_NOTE, [given.note(2)])
    store.apply(Label.ARRIVE, [given.person("A1")])
    store.undo()
    assert log.entries(store.database) == [
        Entry(3, "add note"),
        Entry(4, "arrive", undoable=False),
        Entry(5, "add note", reverts=3),
    ]


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        (Line("idea", "i", None, {"origin": '["n1","g1"]'}), {"n1", "g1", None}),
        (Line("decision", "d", None, {"source": "n1"}), {"n1"}),
        (Line("idea", "i", {"origin": '["n1"]'}, None), {None}),
        (Line("note", "n", None, {"text": '["n1"]'}), {None}),
        (
            Line("note", "n", {"same_as": None}, {"same_as": "n1", "tags": '["t1","t2"]'}),
            {"n1", "t1", "t2", None},
        ),
        (Line("note_group", "g", {"merged_into": None}, {"merged_into": "g1"}), {"g1", None}),
        (Line("membership", "m", {"group": "g1"}, {"group": "g2", "came_from": "g1"}), {"g1", None}),
    ],
)
def test_what_an_idea_or_an_answer_came_from(line: Line, ids: set[object]) -> None:
    assert log.came_from(line) == ids


def test_an_act_is_only_ever_called_by_a_label_of_the_list() -> None:
    """Every `store.apply` of the program names `Label.<...>` (or hands on a parameter of that type)."""
    named = [
        (path.name, ast.unparse(call.args[0]))
        for path in (ROOT / "workshop").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("store.apply")
    ]
    allowed = {f"Label.{label.name}" for label in Label} | {"label"}
    assert [(name, said) for name, said in named if said not in allowed] == []
