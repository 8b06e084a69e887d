"""Words that their writer took back are in sight nowhere, and no act of others brings them back."""

import pytest

from tests.session.given import Room, refused, told
from workshop.domain.board import TAKEN_BACK
from workshop.domain.ids import NoteId
from workshop.domain.kinds import Audience, Item, NoteState, Said
from workshop.domain.records import Note
from workshop.session.people import Look, NameDecision

SECRET = "a marzipan secret"


@pytest.fixture
def own(room: Room) -> NoteId:
    """A note that Amina marked as hers, and said yes to."""
    for item in (Item.TAKE_PART, Item.NOTES_USED):
        room.session.people.consent(room.amina, item, Said.YES)
    return room.session.board.add_note(SECRET, author=room.amina).note


def note_of(room: Room, id_: NoteId) -> Note:
    return next(n for n in room.snapshot.notes if n.id == id_)


def way_and_reason(room: Room, id_: NoteId) -> tuple[NoteState, str]:
    note = note_of(room, id_)
    return note.state, note.withheld_reason


@pytest.mark.parametrize("item", [Item.NOTES_USED, Item.TAKE_PART])
def test_words_that_were_taken_back_are_in_sight_nowhere(room: Room, own: NoteId, item: Item) -> None:
    session = room.session
    assert [found.note for found in session.search("marzipan")] == [own]
    session.people.withdraw(room.amina, [item])
    assert way_and_reason(room, own) == (NoteState.WITHHELD, TAKEN_BACK)
    assert session.search("marzipan") == ()
    assert "marzipan" not in told(room) + str(session.pack.facts(Audience.ARCHIVE))
    assert own not in session.fresh_notes()


@pytest.mark.parametrize("item", sorted({*Item} - {Item.NOTES_USED, Item.TAKE_PART}))
def test_taking_back_anything_else_leaves_the_words(room: Room, own: NoteId, item: Item) -> None:
    room.session.people.withdraw(room.amina, [item])
    assert note_of(room, own).state is NoteState.SHOWN


def test_notes_of_others_and_of_nobody_stay(room: Room, own: NoteId) -> None:
    theirs = room.session.board.add_note("Theirs", author=room.ruth).note
    room.session.people.withdraw(room.amina)
    assert {n.id for n in room.snapshot.notes if n.state is NoteState.SHOWN} == {*room.notes, theirs}


def test_nobody_brings_them_back_but_the_writer(room: Room, own: NoteId) -> None:
    session = room.session
    session.board.edit_note(own, SECRET.upper())
    session.people.withdraw(room.amina, [Item.NOTES_USED])
    with refused(room, "The writer took these words back"):
        session.board.restore_note(own)
    with refused(room, "cannot be undone"):
        session.undo(session.last_acts(2)[1].seq)  # of writing it
    session.undo()
    assert way_and_reason(room, own) == (NoteState.WITHHELD, TAKEN_BACK)
    session.people.consent(room.amina, Item.NOTES_USED, Said.YES)
    assert note_of(room, own).state is NoteState.SHOWN
    assert not note_of(room, own).names_checked


def test_an_undo_of_hiding_shows_no_words_that_were_taken_back(room: Room, own: NoteId) -> None:
    session = room.session
    session.board.withhold_note(own, "It names somebody")
    session.people.withdraw(room.amina, [Item.NOTES_USED])
    with refused(room, "cannot be undone"):
        session.undo()
    session.people.consent(room.amina, Item.NOTES_USED, Said.YES)
    assert way_and_reason(room, own) == (NoteState.WITHHELD, "It names somebody")
    session.board.restore_note(own)
    assert note_of(room, own).state is NoteState.SHOWN


def test_a_yes_to_one_of_two_gives_nothing_back(room: Room, own: NoteId) -> None:
    people = room.session.people
    people.withdraw(room.amina)
    people.consent(room.amina, Item.NOTES_USED, Said.YES)
    assert note_of(room, own).state is NoteState.WITHHELD
    people.consent(room.amina, Item.TAKE_PART, Said.YES)
    assert note_of(room, own).state is NoteState.SHOWN


def test_no_earlier_board_says_them_and_none_brings_them_back(room: Room, own: NoteId) -> None:
    seq = room.last_seq()
    assert SECRET in [n.text for n in room.session.board_at(seq).notes]
    room.session.people.consent(room.amina, Item.NOTES_USED, Said.NO)
    assert SECRET not in str(room.session.board_at(seq))
    with refused(room, "The writer took these words back"):
        room.session.board.bring_back(own, seq)


@pytest.mark.parametrize("said", [Said.NO, Said.UNSURE])
@pytest.mark.parametrize("item", [Item.NOTES_USED, Item.TAKE_PART])
def test_a_later_no_puts_the_words_away_as_well(room: Room, own: NoteId, item: Item, said: Said) -> None:
    room.session.people.consent(room.amina, item, said)
    assert way_and_reason(room, own) == (NoteState.WITHHELD, TAKEN_BACK)
    room.session.people.consent(room.amina, Item.CREDIT, Said.YES)
    assert note_of(room, own).state is NoteState.WITHHELD
    room.session.people.consent(room.amina, item, Said.YES)
    assert note_of(room, own).state is NoteState.SHOWN


def test_a_no_gives_nothing_back(room: Room, own: NoteId) -> None:
    room.session.people.withdraw(room.amina, [Item.NOTES_USED])
    room.session.people.consent(room.amina, Item.NOTES_USED, Said.NO)
    assert note_of(room, own).state is NoteState.WITHHELD


def test_the_next_note_of_a_stack_comes_to_lie_on_top(room: Room, own: NoteId) -> None:
    room.session.board.merge_notes([own, room.notes[2]])
    room.session.people.withdraw(room.amina, [Item.NOTES_USED])
    assert note_of(room, room.notes[2]).same_as is None
    assert note_of(room, own).state is NoteState.WITHHELD


def test_words_taken_back_while_they_lie_face_down_are_never_turned_over(room: Room) -> None:
    people, board = room.session.people, room.session.board
    for item in (Item.TAKE_PART, Item.NOTES_USED):
        people.consent(room.amina, item, Said.YES)
    board.hide_writing()
    note = board.add_note(SECRET, author=room.amina).note
    people.withdraw(room.amina, [Item.NOTES_USED])
    board.reveal()
    assert note_of(room, note).state is NoteState.WITHHELD
    people.consent(room.amina, Item.NOTES_USED, Said.YES)
    back = note_of(room, note)
    assert back.state is NoteState.SHOWN and back.number > 0
    assert len({n.number for n in room.snapshot.notes}) == len(room.snapshot.notes)


def test_taking_back_twice_says_the_same_once(room: Room, own: NoteId) -> None:
    for _ in range(2):
        room.session.people.withdraw(room.amina)
    assert way_and_reason(room, own) == (NoteState.WITHHELD, TAKEN_BACK)


def test_a_note_that_holds_their_name_and_their_words_waits_for_a_look(room: Room) -> None:
    people = room.session.people
    for item in (Item.TAKE_PART, Item.NOTES_USED, Item.QUOTE_FIRST_NAME):
        people.consent(room.amina, item, Said.YES)
    note = room.session.board.add_note("I am Amina", author=room.amina).note
    people.review_names([NameDecision(note, Look.KEEP)])
    people.withdraw(room.amina)
    kept = note_of(room, note)
    assert (kept.state, kept.names_checked) == (NoteState.WITHHELD, False)


def test_whoever_listens_is_told_that_the_words_went(room: Room, own: NoteId) -> None:
    told_of: list[tuple[str, str]] = []
    room.session.listen(lambda change: told_of.extend((c.table, c.id) for c in change.diff))
    room.session.people.withdraw(room.amina, [Item.TAKE_PART])
    assert ("note", own) in told_of
