"""What may be taken back, by people and at the desk: in words, while it is fresh, never what is hidden."""

from datetime import timedelta
from typing import Any

import pytest

from tests.session.given import Clock, Room, offered, refused, told
from workshop.domain.changes import Change
from workshop.domain.drafts import Draft
from workshop.domain.kinds import Item, NoteSource
from workshop.domain.labels import Label
from workshop.session import looking_back
from workshop.session.looking_back import Recent
from workshop.storage import drafts
from workshop.storage.store import Store

MINUTE = timedelta(minutes=1)


def test_the_last_three_acts_are_offered_in_words(room: Room) -> None:
    board, (one, two, _) = room.session.board, room.notes
    board.move_notes({one: (1, 2)})
    board.move_notes({one: (3, 4), two: (5, 6)})
    board.name_group(room.garden, "Garden and trees")
    assert offered(room) == [
        ("name group", "Garden and trees", 1),
        ("move note", "", 2),
        ("move note", "Words of note 1", 1),
    ]
    last = room.session.recent(1)
    assert last == (Recent(room.last_seq(), "name group", "Garden and trees", 1),)
    assert len(room.session.recent(99)) == 7  # three notes and a group before


def test_the_first_words_of_a_note_are_enough_to_know_it_again(room: Room) -> None:
    long = "Parking costs £14 a day and nobody told us about it before"
    room.session.board.add_note(f"  {long}\nSecond line")
    room.session.board.add_note("x" * 200)
    assert [what for _, what, _ in offered(room, 2)] == ["x" * 28 + " …", "Parking costs £14 a day and …"]


def test_putting_a_note_into_a_group_or_taking_it_out_is_about_that_note(room: Room) -> None:
    board, three = room.session.board, room.notes[2]
    board.put_in_group([three], room.garden)
    board.take_from_group([three], room.garden)
    board.add_idea("Benches")
    assert offered(room) == [
        ("add idea", "Benches", 1),
        ("take from group", "Words of note 3", 1),
        ("put in group", "Words of note 3", 1),
    ]


def test_what_the_desk_does_is_for_the_desk_only(room: Room) -> None:
    board = room.session.board
    board.move_notes({room.notes[2]: (1, 1)})
    board.withhold_note(room.notes[0], "said twice")
    assert offered(room)[0][:2] == ("move note", "Words of note 3")
    assert offered(room, 2, of_people=False) == [
        ("hide note", "Words of note 1", 1),
        ("move note", "Words of note 3", 1),
    ]


def test_what_was_typed_or_put_right_at_the_desk_is_for_the_desk_only(room: Room) -> None:
    board, one = room.session.board, room.notes[0]
    before = offered(room, 99)
    board.add_note("From paper", source=NoteSource.PAPER)
    board.edit_note(one, "A nurse shouted", at_desk=True)  # it was a name
    assert offered(room, 99) == [
        (label, what.replace("Words of note 1", "A nurse shouted"), n) for label, what, n in before
    ]
    assert offered(room, 2, of_people=False) == [
        ("correct note", "A nurse shouted", 1),
        ("add note", "From paper", 1),
    ]


def test_nothing_is_offered_about_a_hidden_note_or_one_that_is_being_changed(room: Room) -> None:
    board, (one, two, three) = room.session.board, room.notes
    for note in (one, two, three):
        board.move_notes({note: (1, 1)})
    board.withhold_note(one, "said twice")
    drafts.keep(room.session.place.store.database, Draft("page 1", "Half a", note=two))
    assert offered(room, 99) == [("move note", "Words of note 3", 1), ("add note", "Words of note 3", 1)]
    assert len(offered(room, 99, of_people=False)) == 8


def test_what_nobody_can_see_is_not_taken_back(room: Room) -> None:
    board = room.session.board
    board.add_note("A note that waits", waiting=True)
    waits = room.last_seq()
    board.hide_writing()
    board.add_note("A marzipan secret")
    assert offered(room, 1) == [("new group", "", 2)]  # so whoever writes quietly loses nothing
    assert not any(room.session.may_take_back(seq) for seq in (waits, room.last_seq()))
    assert offered(room, 1, of_people=False) == [("add note", "A note that waits", 1)]


def test_without_that_rule_they_would_be_offered(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking_back, "_is_of_people", lambda note, label: True)
    room.session.board.add_note("From paper", source=NoteSource.PAPER)
    assert offered(room, 1) == [("add note", "From paper", 1)]


def test_after_the_reveal_undo_does_not_tell_who_wrote_when(room: Room) -> None:
    """Neither the order of the acts, nor what is missing when one of them was taken back before."""
    board, session = room.session.board, room.session
    board.hide_writing()
    for words in ("marzipan", "nougat", "toffee"):
        board.add_note(words)
    session.undo()
    board.reveal()
    assert not {"marzipan", "nougat", "toffee"} & {*told(room).replace("'", " ").split()}
    assert session.recent(99) == session.recent(99, of_people=False) == ()
    for act in (session.undo, session.redo):
        with refused(room, "There is nothing to (undo|do again)"):
            act()


def test_without_its_barrier_the_reveal_would_tell(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Store.apply

    def without(store: Store, label: Label, *given: Any, barrier: bool = False, **more: Any) -> Change:
        return kept(store, label, *given, **more)

    monkeypatch.setattr(Store, "apply", without)
    room.session.board.hide_writing()
    for words in ("marzipan", "nougat"):
        room.session.board.add_note(words)
    room.session.board.reveal()
    assert [what for _, what, _ in offered(room, 2)] == ["nougat", "marzipan"]


def test_what_was_offered_is_looked_at_again_before_it_is_taken_back(timed: Room, clock: Clock) -> None:
    board, session, (one, two, three) = timed.session.board, timed.session, timed.notes
    for note in (one, two, three):
        board.move_notes({note: (1, 1)})
    third, second, first = session.recent()
    board.withhold_note(one, "said twice")
    drafts.keep(session.place.store.database, Draft("page 1", "Half a", note=two))
    may = [session.may_take_back(recent.seq) for recent in (first, second, third)]
    assert may == [False, False, True]
    clock.now += 2 * MINUTE + timedelta(seconds=1)
    assert not session.may_take_back(third.seq)
    assert not session.may_take_back(999)


def test_what_can_be_done_again_is_said_in_words(room: Room) -> None:
    assert room.session.again() is None
    room.session.board.edit_note(room.notes[0], "Other words")
    room.session.undo()
    again = room.session.again()
    assert again is not None and (again.label, again.what) == ("change note", "Words of note 1")
    room.session.redo()
    assert room.session.again() is None


def test_words_that_their_writer_took_back_are_told_nowhere(room: Room) -> None:
    board, session = room.session.board, room.session
    note = board.add_note("Words of Amina", author=room.amina).note
    seq = room.last_seq()
    board.edit_note(note, "New words of Amina")
    assert "of Amina" in told(room) and "of Amina" in str(session.board_at(seq))
    session.people.withdraw(room.amina, [Item.NOTES_USED])
    assert "of Amina" not in told(room) + str(session.board_at(seq))
    assert [n.number for n in session.board_at(seq).notes] == [1, 2, 3, 4]
    with refused(room, "The writer took these words back"):
        board.bring_back(note, seq)


def test_people_reach_two_minutes_and_the_desk_reaches_all(timed: Room, clock: Clock) -> None:
    clock.now += 2 * MINUTE
    assert len(timed.session.recent(99)) == 4
    clock.now += timedelta(seconds=1)
    assert timed.session.recent(99) == ()
    assert len(timed.session.recent(99, of_people=False)) == 4


def test_one_of_the_three_that_is_not_the_last_is_undone_alone_or_says_who_needs_it(room: Room) -> None:
    board, (one, two, _) = room.session.board, room.notes
    board.edit_note(one, "First")
    board.edit_note(two, "Second")
    board.move_notes({two: (9, 9)})
    _, second, first = room.session.recent()
    room.session.undo(first.seq)
    assert [n.text for n in room.snapshot.notes[:2]] == ["Words of note 1", "Second"]
    with refused(room, "changed or used the same thing later"):
        room.session.undo(second.seq)


def test_after_a_barrier_nothing_before_it_can_be_taken_back(room: Room) -> None:
    room.close_day()
    assert (room.session.recent(99), room.session.recent(99, of_people=False)) == ((), ())


def test_a_note_may_be_changed_for_two_minutes_after_it_was_written(timed: Room, clock: Clock) -> None:
    board, first = timed.session.board, set(timed.notes)
    assert timed.session.fresh_notes() == first
    clock.now += MINUTE
    later = board.add_note("Later").note
    paper = board.add_note("From paper", source=NoteSource.PAPER).note
    board.edit_note(timed.notes[0], "Changed, which makes it no younger")
    assert timed.session.fresh_notes() == {*first, later}
    clock.now += MINUTE + timedelta(seconds=1)
    assert timed.session.fresh_notes() == {later}
    board.withhold_note(later, "said twice")
    assert timed.session.fresh_notes() == frozenset()
    assert paper not in timed.session.fresh_notes()


def test_what_may_be_changed_does_not_tell_what_was_written_last_in_quiet(timed: Room) -> None:
    timed.session.board.hide_writing()
    timed.session.board.add_note("A secret")
    assert timed.session.fresh_notes() == {*timed.notes}
    timed.session.board.reveal()
    assert timed.session.fresh_notes() == frozenset()
