"""The board as it was earlier: told from now back, and equal to what was there then."""

from dataclasses import replace

from hypothesis import given as any_
from hypothesis import strategies as st

from tests import given
from workshop.domain.labels import Label
from workshop.domain.records import Group, Membership, Note, Record
from workshop.storage import earlier, log
from workshop.storage.store import Store

CLASSES = (Note, Group, Membership)
Moment = tuple[tuple[Record, ...], ...]


def board_of(store: Store) -> Moment:
    """The board now."""
    return tuple(tuple[Record, ...](store.all(cls)) for cls in CLASSES)


def board_at(store: Store, seq: int) -> Moment:
    """The board after an act."""
    then = earlier.rows_at(store, seq, *CLASSES)
    return tuple(tuple[Record, ...](then.all(cls)) for cls in CLASSES)


ACTS = st.lists(
    st.tuples(st.sampled_from(["add", "move", "remove", "undo", "redo", "group", "lay"]), st.integers(0, 3)),
    max_size=25,
)


def do(store: Store, what: str, n: int, step: int) -> None:
    """One act of those a day is made of; nothing where it is not possible now."""
    note, group = store.get(Note, f"note-{n}"), given.group("Garden", n)
    if what == "add" and note is None:
        store.apply(Label.ADD_NOTE, [given.note(n, f"Words {step}")])
    elif what == "move" and note is not None:
        store.apply(Label.MOVE_NOTES, [replace(note, x=float(step), text=f"Words {step}")])
    elif what == "remove" and note is not None and not store.where(Membership, "note", note.id):
        store.apply(Label.REMOVE_IDEA, [], [note])
    elif what == "group":
        store.apply(Label.MAKE_GROUP, [group])
    elif what == "lay" and note is not None and store.get(Group, group.id) is not None:
        store.apply(Label.PUT_IN_GROUP, [given.membership(note, group, step)])
    elif what == "undo" and store.history.done:
        store.undo()
    elif what == "redo" and store.history.undone:
        store.redo()


@any_(ACTS)
def test_the_board_is_told_as_it_was_after_each_act(acts: list[tuple[str, int]]) -> None:
    store = given.store()
    seen = {store.last_seq(): board_of(store)}
    for step, (what, n) in enumerate(acts):
        do(store, what, n, step)
        seen[store.last_seq()] = board_of(store)
    assert {seq: board_at(store, seq) for seq in seen} == seen
    store.close()


def test_one_record_is_found_by_its_id_as_it_was() -> None:
    store = given.store()
    store.apply(Label.ADD_NOTE, [given.note(1), given.note(2)])
    store.apply(Label.EDIT_NOTE, [given.note(1, "Other words")])
    then, now = earlier.rows_at(store, 1, Note), earlier.rows_at(store, 2, Note)
    assert (then.get(Note, "note-1"), now.get(Note, "note-1")) == (
        given.note(1),
        given.note(1, "Other words"),
    )
    assert (then.get(Note, "note-2"), then.get(Note, "nobody")) == (given.note(2), None)
    assert earlier.rows_at(store, 0, Note).get(Note, "note-1") is None


def test_a_line_that_was_forgotten_would_be_noticed() -> None:
    store = given.store()
    store.apply(Label.ADD_NOTE, [given.note(1)])
    store.apply(Label.EDIT_NOTE, [given.note(1, "Other words")])
    store.database.execute("UPDATE change SET diff = ? WHERE seq = 2", [log.pack([])])
    assert earlier.rows_at(store, 1, Note).all(Note) != (given.note(1),)


def test_acts_are_read_in_order_with_the_lines_of_some() -> None:
    store = given.store()
    store.apply(Label.ADD_NOTE, [given.note(1)])
    store.apply(Label.EDIT_NOTE, [given.note(1, "Other words")])
    store.undo()
    at = int(given.clock().timestamp())
    edited = [log.Line("note", "note-1", {"text": "Words of note 1"}, {"text": "Other words"})]
    assert earlier.acts(store, [Label.EDIT_NOTE]) == [
        earlier.Mark(1, at, "add note", None, []),
        earlier.Mark(2, at, "change note", None, edited),
        earlier.Mark(3, at, "change note", 2, log.reverse(edited)),
    ]
    assert all(mark.lines == [] for mark in earlier.acts(store))
    assert earlier.lines_of(store, 2) == edited
