"""What the store keeps in memory is always what the file says, whoever wrote it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from tests import given
from workshop.domain.changes import Change
from workshop.domain.labels import Label
from workshop.domain.records import RECORD_CLASSES, Group, Membership, Note, Record
from workshop.errors import RuleBroken
from workshop.storage.kept import MOST_AT_ONCE, Kept
from workshop.storage.store import Store

NOTES, GROUPS = range(1, 9), "ABC"


def as_in_the_file(store: Store) -> list[tuple[Record, ...]]:
    return [store._select(cls, "", []) for cls in RECORD_CLASSES]


def as_kept(store: Store) -> list[tuple[Record, ...]]:
    return [store.all(cls) for cls in RECORD_CLASSES]


any_note = st.builds(
    lambda n, number, text: replace(given.note(n), number=number, text=text),
    st.sampled_from(NOTES),
    st.integers(-3, 99).filter(bool),
    st.text(min_size=1, max_size=5),
)
any_group = st.builds(given.group, st.sampled_from(GROUPS), st.integers(0, 3))
acts = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.lists(st.one_of(any_note, any_group), max_size=4)),
        st.tuples(st.just("remove"), st.lists(any_note, max_size=3)),
        st.tuples(st.sampled_from(["undo", "redo"]), st.just([])),
    ),
    max_size=14,
)


@settings(deadline=None)
@for_any(acts)
def test_after_any_acts_all_that_is_kept_is_what_the_file_says(done: list[tuple[str, list[Record]]]) -> None:
    store = given.store()
    as_kept(store)
    for what, records in done:
        try:
            if what == "put":
                store.apply(Label.ADD_NOTE, {record.id: record for record in records}.values())
            elif what == "remove":
                store.apply(Label.ADD_NOTE, remove=[r for r in records if store.get(Note, r.id)])
            else:
                store.undo() if what == "undo" else store.redo()
        except (RuleBroken, dbapi2.IntegrityError):  # such as a number twice: nothing was done
            pass
        assert as_kept(store) == as_in_the_file(store)
    store.close()


def test_an_act_changes_what_is_kept_without_reading_all_again(monkeypatch: pytest.MonkeyPatch) -> None:
    store = given.store()
    store.apply(Label.IMPORT_NOTES, [given.note(n) for n in (1, 2, 4)])
    store.all(Note)
    monkeypatch.setattr(store, "_select", lambda *given: pytest.fail("read again"))
    store.apply(Label.ADD_NOTE, [given.note(3)])
    store.apply(Label.EDIT_NOTE, [given.note(2, "Other words")])
    assert [(n.number, n.text) for n in store.all(Note)][1:3] == [(2, "Other words"), (3, "Words of note 3")]


def test_what_another_connection_wrote_is_read_anew(tmp_path: Path) -> None:
    one = Store.at(tmp_path / "day.db", given.KEY, given.clock)
    other = Store.at(tmp_path / "day.db", given.KEY, given.clock)
    one.apply(Label.ADD_NOTE, [given.note(1)])
    assert len(one.all(Note)) == len(other.all(Note)) == 1
    other.apply(Label.ADD_NOTE, [given.note(2)])
    assert len(one.all(Note)) == 2
    one.close()
    other.close()


def test_what_was_taken_back_half_way_is_not_kept() -> None:
    store = given.store()
    store.apply(Label.ADD_NOTE, [given.note(1)])
    seen: list[int] = []

    def fail(seq: int) -> None:
        seen.append(len(store.all(Note)))
        raise RuleBroken("No.")

    with pytest.raises(RuleBroken):
        store.apply(Label.ADD_NOTE, [given.note(2)], also=fail)
    assert (seen, len(store.all(Note))) == ([2], 1)


def test_many_changes_at_once_are_read_anew() -> None:
    store, group = given.store(), given.group("A")
    store.apply(Label.MAKE_GROUP, [group])
    as_kept(store)
    notes = [given.note(n) for n in range(1, MOST_AT_ONCE + 9)]
    store.apply(Label.IMPORT_NOTES, [*notes, *(given.membership(note, group) for note in notes)])
    assert as_kept(store) == as_in_the_file(store)
    assert len(store.all(Membership)) == len(notes) and store.all(Group) == (group,)


def test_a_store_that_forgot_to_take_in_an_act_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(self: Kept, change: Change) -> None:
        self._stamp = self._written()

    monkeypatch.setattr(Kept, "take_in", forgetful)
    store = given.store()
    as_kept(store)
    store.apply(Label.ADD_NOTE, [given.note(1)])
    assert as_kept(store) != as_in_the_file(store)
