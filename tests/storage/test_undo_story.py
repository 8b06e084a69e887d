"""How undo behaves in the room, told as one afternoon; then each refusal on its own."""

from dataclasses import replace

import pytest

from tests import given
from workshop.domain.ids import DecisionId, IdeaId
from workshop.domain.kinds import Item, Reply
from workshop.domain.labels import Label
from workshop.domain.outcomes import Decision
from workshop.domain.records import Group, Idea, Membership, Note, Record, Workshop
from workshop.errors import RuleBroken
from workshop.storage.store import Store


def can_undo(store: Store) -> list[str]:
    return [entry.label for entry in store.history.done]


def can_redo(store: Store) -> list[str]:
    return [entry.label for entry in store.history.undone]


def test_an_afternoon_of_second_thoughts() -> None:
    store = given.store()
    benches = given.note(1, "More benches")
    louder = replace(benches, text="More benches, in the shade")

    # Somebody writes a note, and says it better a little later.
    store.apply(Label.ADD_NOTE, [benches])
    store.apply(Label.EDIT_NOTE, [louder])
    assert store.all(Note) == (louder,)
    assert can_undo(store) == ["add note", "change note"]

    # Two steps back: first the better words go, then the note.
    assert store.undo().label == "change note"
    assert store.all(Note) == (benches,)
    assert store.undo().label == "add note"
    assert store.all(Note) == ()
    with pytest.raises(RuleBroken, match="There is nothing to undo."):
        store.undo()
    assert can_redo(store) == ["change note", "add note"]

    # Two steps forward again, in the order in which they happened.
    store.redo()
    assert store.all(Note) == (benches,)
    store.redo()
    assert store.all(Note) == (louder,)
    with pytest.raises(RuleBroken, match="There is nothing to do again."):
        store.redo()

    # What was done again can be taken back again.
    store.undo()
    assert store.all(Note) == (benches,)
    assert (can_undo(store), can_redo(store)) == (["add note"], ["change note"])

    # Somebody arrives and answers a question: that is nobody's undo step, and keeps none from anybody.
    ada = given.person("A1")
    store.apply(Label.ARRIVE, [ada, given.need(ada)])
    store.apply(Label.ANSWER_CONSENT, [given.answer(ada, Item.TAKE_PART)])
    assert (can_undo(store), can_redo(store)) == (["add note"], ["change note"])

    # A new act on the board: what was undone before it is gone for good.
    store.apply(Label.ADD_NOTE, [given.note(2, "A quieter bell")])
    assert (can_undo(store), can_redo(store)) == (["add note", "add note"], [])

    # The vote opens. Nothing from before can be taken back or done again.
    store.undo()
    store.apply(Label.OPEN_ROUND, [given.workshop()], barrier=True)
    assert (can_undo(store), can_redo(store)) == ([], [])
    for step in (store.undo, store.redo):
        with pytest.raises(RuleBroken, match="There is nothing"):
            step()

    # And all of it would be the same if the power had been cut just now.
    assert Store(store.database, given.clock).history == store.history
    assert store.all(Note) == (benches,)


def test_an_older_act_is_undone_alone_when_nothing_later_touched_the_same_thing() -> None:
    store = given.store()
    first, second = given.note(1), given.note(2)
    store.apply(Label.ADD_NOTE, [first])
    wrong = store.apply(Label.MOVE_NOTES, [replace(first, x=300.0)])
    store.apply(Label.ADD_NOTE, [second])

    store.undo(wrong.seq)

    assert store.all(Note) == (first, second)
    assert (can_undo(store), can_redo(store)) == (["add note", "add note"], ["move note"])
    store.redo()
    assert store.all(Note) == (replace(first, x=300.0), second)


def test_an_older_act_is_refused_while_a_later_one_stands_on_it() -> None:
    store = given.store()
    note = given.note(1)
    store.apply(Label.ADD_NOTE, [note])
    move = store.apply(Label.MOVE_NOTES, [replace(note, x=300.0)])
    store.apply(Label.EDIT_NOTE, [replace(note, x=300.0, text="Other words")])
    before = given.rows_in(store), store.last_seq()

    with pytest.raises(RuleBroken, match="changed or used the same thing later.*Undo the later act first"):
        store.undo(move.seq)
    assert (given.rows_in(store), store.last_seq()) == before

    store.undo()  # the later act; the older one is now free to go
    store.undo(move.seq)
    assert store.all(Note) == (note,)


def test_a_note_that_lies_in_a_group_is_not_taken_from_under_it() -> None:
    store = given.store()
    note, group = given.note(1), given.group("Waiting")
    added = store.apply(Label.ADD_NOTE, [note])
    store.apply(Label.MAKE_GROUP, [group])
    store.apply(Label.PUT_IN_GROUP, [given.membership(note, group)])
    before = given.rows_in(store), store.last_seq()

    with pytest.raises(RuleBroken, match="Something that came later needs this.*Nothing was changed"):
        store.undo(added.seq)
    assert (given.rows_in(store), store.last_seq()) == before

    store.undo()
    store.undo(added.seq)
    assert (store.all(Note), store.all(Group), store.all(Membership)) == ((), (group,), ())


@pytest.mark.parametrize(
    "later",
    [
        Idea(IdeaId("i"), 1, "Benches", origin=("note-1",)),
        Decision(DecisionId("d"), "Benches", Reply.YES, source="note-1"),
    ],
)
def test_a_note_that_an_idea_or_an_answer_came_from_stays(later: Record) -> None:
    store = given.store()
    added = store.apply(Label.ADD_NOTE, [given.note(1)])
    store.apply(Label.ADD_IDEA, [later])

    with pytest.raises(RuleBroken, match="changed or used the same thing later"):
        store.undo(added.seq)

    store.undo()
    store.undo(added.seq)
    assert store.all(Note) == ()


def test_an_act_before_a_barrier_an_act_that_was_undone_and_no_act_at_all_cannot_be_undone() -> None:
    store = given.store()
    before_the_vote = store.apply(Label.ADD_NOTE, [given.note(1)])
    store.apply(Label.OPEN_ROUND, [given.workshop()], barrier=True)
    undone = store.apply(Label.ADD_NOTE, [given.note(2)])
    store.undo()
    person = store.apply(Label.ARRIVE, [given.person("A1")])

    for seq in (before_the_vote.seq, undone.seq, person.seq, 99, 0, -1):
        with pytest.raises(RuleBroken, match="cannot be undone any more. Nothing was changed."):
            store.undo(seq)


def test_an_act_of_many_rows_is_undone_whole_and_in_reverse() -> None:
    """A group with its notes goes and comes back; a membership changes its id in one act."""
    store = given.store()
    notes, group = [given.note(n) for n in (1, 2, 3)], given.group("Waiting")
    lying = [given.membership(note, group, i) for i, note in enumerate(notes)]
    store.apply(Label.IMPORT_NOTES, [*lying, group, *notes])  # rows may come before what they point at
    renamed = replace(lying[0], id=type(lying[0].id)("other"))
    store.apply(Label.PUT_IN_GROUP, [renamed], [lying[0]])  # takes the unique place of the one that goes
    after = given.rows_in(store)

    store.undo()
    assert store.all(Membership) == tuple(lying)
    store.undo()
    assert given.rows_in(store) == {}
    store.redo()
    store.redo()
    assert given.rows_in(store) == after


def test_undo_over_a_row_that_was_changed_past_the_store_is_refused() -> None:
    """Negative control of the check that the row still is what the log says."""
    store = given.store()
    store.apply(Label.MAKE_WORKSHOP, [given.workshop()])
    store.apply(Label.CHANGE_DETAILS, [given.workshop(place="Library")])
    store.database.execute("UPDATE workshop SET place = 'Town hall'")

    with pytest.raises(RuleBroken, match="changed in another way since.*Nothing was changed"):
        store.undo()
    assert store.need(Workshop, "workshop").place == "Town hall"


def test_undo_of_an_addition_looks_at_every_cell_also_those_with_their_default() -> None:
    store = given.store()
    store.apply(Label.ADD_NOTE, [given.note(1)])  # x is 0, its default, and so not in the log
    store.database.execute("UPDATE note SET x = 7")

    with pytest.raises(RuleBroken, match="changed in another way since"):
        store.undo()
