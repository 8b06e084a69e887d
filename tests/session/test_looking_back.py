"""Looking back: the day in moments, the board as it was, a note brought back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from tests.given import NOW
from tests.session.given import Clock, Room, refused, told
from workshop.domain.ids import NoteId
from workshop.domain.kinds import Item, NoteKind, NoteState, Said
from workshop.domain.moments import Done
from workshop.domain.records import Note
from workshop.session.looking_back import BoardThen
from workshop.session.people import Look, NameDecision
from workshop.storage import earlier, log

MINUTE = timedelta(minutes=1)


# The day in moments


def test_the_day_is_told_by_minute_and_step(timed: Room, clock: Clock) -> None:
    plan, board = timed.session.plan, timed.session.board
    step = plan.add_step("writing", "Write what matters").step
    clock.now += MINUTE
    plan.start_step(step)
    board.add_note("x")
    clock.now += MINUTE
    plan.finish_step()
    timed.session.undo()
    told = [(m.at, m.step, m.done) for m in timed.session.moments()]
    assert told == [
        (NOW, "", (Done("add note", 3), Done("new group", 1))),
        (NOW + MINUTE, "Write what matters", (Done("start step", 1), Done("add note", 1))),
        (NOW + 2 * MINUTE, "", (Done("finish step", 1),)),
        (NOW + 2 * MINUTE, "Write what matters", (Done("finish step", 1, undone=True),)),
    ]
    assert timed.session.moments()[-1].seq == timed.last_seq()


def test_quiet_writing_has_no_time_no_words_and_no_order(timed: Room, clock: Clock) -> None:
    board = timed.session.board
    board.hide_writing()
    before = timed.session.board_at(timed.last_seq())
    for word in ("marzipan", "nougat"):
        clock.now += 5 * MINUTE
        board.add_note(word)
    quiet = timed.session.moments()[-1]
    assert (quiet.at, quiet.done) == (None, (Done("add note", 2),))
    assert "marzipan" not in str(timed.session.moments())
    then = timed.session.board_at(timed.last_seq())
    assert then.notes[: len(before.notes)] == before.notes
    backs = then.notes[len(before.notes) :]
    assert [(n.state, n.text, n.x, n.y) for n in backs] == [(NoteState.HIDDEN, "", 0.0, 0.0)] * 2
    real = {n.id for n in timed.snapshot.notes}
    assert not real & {n.id for n in backs}


def test_also_after_the_reveal_nobody_learns_who_wrote_when(timed: Room) -> None:
    board = timed.session.board
    board.hide_writing()
    board.add_note("marzipan")
    first = timed.last_seq()
    board.add_note("nougat")
    second = timed.last_seq()
    board.reveal()
    one, two = timed.session.board_at(first), timed.session.board_at(second)
    assert two.notes[:-1] == one.notes
    assert "marzipan" not in str((one, two))
    # The record itself does tell: it is what is left out here that guards it.
    assert "marzipan" in str(earlier.rows_at(timed.session.place.store, first, Note).all(Note))
    assert "marzipan" in str(timed.session.board_at(timed.last_seq()))


def test_nothing_is_told_about_people_or_ballots(room: Room) -> None:
    room.session.people.consent(room.amina, Item.PHOTO_WEB, Said.YES)
    opened = room.open_vote()
    before = room.session.moments()
    room.vote(opened, (1, 0, 0), (0, 1, 0))
    assert room.session.moments() == before
    told = {done.label for moment in before for done in moment.done}
    assert told == {"add note", "new group", "open the vote"}


# The board as it was


def test_the_board_is_shown_as_it_was(room: Room) -> None:
    board, one = room.session.board, room.notes[0]
    was, seq = room.snapshot, room.last_seq()
    board.edit_note(one, "Other words")
    board.take_from_group([one], room.garden)
    board.withhold_note(room.notes[1], "said twice")
    room.session.undo()
    board.withhold_note(one, "said twice")
    assert room.session.board_at(seq) == BoardThen(was.notes, was.groups, was.memberships)
    now = room.session.board_at(room.last_seq())
    assert [n.number for n in now.notes] == [2, 3]
    assert [m.note for m in now.memberships] == [room.notes[1]]


# Bringing a note back


def brought_back(room: Room, act: Callable[[], object]) -> Note:
    """The first note after `act` was done to it and it was brought back as it was before."""
    seq = room.last_seq()
    act()
    room.do("board.bring_back", note=room.notes[0], seq=seq)
    note = room.session.get(Note, room.notes[0])
    assert note is not None
    return note


def test_a_note_gets_back_its_words_and_its_kind(room: Room) -> None:
    board, one = room.session.board, room.notes[0]
    was = room.snapshot.notes[0]

    def change() -> None:
        board.edit_note(one, "Other words")
        board.recolour_note(one, NoteKind.QUESTION)
        board.move_notes({one: (7, 8)})

    assert brought_back(room, change) == replace(was, x=7.0, y=8.0)
    room.session.undo()
    assert room.snapshot.notes[0].text == "Other words"


def test_a_note_that_was_put_away_or_undone_is_in_sight_again(room: Room) -> None:
    was = room.snapshot.notes[0]
    assert brought_back(room, lambda: room.session.board.withhold_note(was.id, "said twice")) == was
    added = room.session.board.add_note("Written by mistake").note
    seq, written = room.last_seq(), room.snapshot.notes[-1]
    room.session.undo()
    room.session.board.bring_back(added, seq)
    assert room.session.get(Note, added) == written


def test_a_drawing_comes_back_with_its_note(room: Room) -> None:
    added = room.session.board.add_note("", strokes=[[[1.0, 2.0, 0.5], [3.0, 4.0, 0.5]]]).note
    seq, drawings = room.last_seq(), room.snapshot.drawings
    room.session.undo()
    room.session.board.bring_back(added, seq)
    assert (room.snapshot.notes[-1].text, room.snapshot.drawings) == ("A drawing", drawings)


def test_names_in_other_words_have_to_be_looked_at_again(room: Room) -> None:
    one = room.notes[0]
    seq = room.last_seq()
    room.session.board.edit_note(one, "Ruth is kind")
    room.session.people.review_names([NameDecision(one, Look.KEEP)])
    room.session.board.bring_back(one, seq)
    assert room.snapshot.notes[0].names_checked is False


def test_what_was_not_in_sight_then_does_not_say_whether_it_was_written(room: Room) -> None:
    board = room.session.board
    board.hide_writing()
    early = room.last_seq()
    note = board.add_note("marzipan").note
    late = room.last_seq()
    board.reveal()
    for seq in (early, late):
        with refused(room, "^This note was not in sight then. Nothing was changed.$"):
            board.bring_back(note, seq)
    with refused(room, "not in sight then"):
        board.bring_back(NoteId("nothing"), late)


def test_erased_words_do_not_come_back(room: Room) -> None:
    board = room.session.board
    kept = board.add_note("Words of Amina", author=room.amina).note
    gone = board.add_note("More words of Amina", author=room.amina).note
    seq = room.last_seq()
    room.session.undo()
    room.session.people.erase(room.amina)
    with refused(room, "words of this note were erased"):
        board.bring_back(kept, seq)
    with refused(room, "(taken out of this workshop|words of this note were erased)"):
        board.bring_back(gone, seq)
    assert room.session.again() is None and "Words of Amina" not in told(room)
    assert "Words of Amina" not in str(log.fold(room.session.place.store.database))


def test_after_the_day_nothing_is_brought_back(room: Room) -> None:
    seq = room.last_seq()
    room.close_day()
    with refused(room, "closed"):
        room.session.board.bring_back(room.notes[0], seq)


# Searching in the open workshop


def test_what_is_found_follows_what_happens(room: Room) -> None:
    board, session = room.session.board, room.session
    assert [f.number for f in session.search("wrods")] == [1, 2, 3]
    assert {f.almost for f in session.search("wrods")} == {True}
    board.edit_note(room.notes[0], "Benches")
    added = board.add_note("Bnches", NoteKind.IDEA, group=room.garden).note
    assert [f.number for f in session.search("benches")] == [1, 4]
    assert [f.note for f in session.search("", kinds=(NoteKind.IDEA,))] == [added]
    assert [f.number for f in session.search("benches", group=room.garden)] == [1, 4]
    session.undo()
    board.withhold_note(room.notes[0], "said twice")
    assert session.search("benches") == ()
    assert session.search_groups("gardn") == (room.garden,)
    answer = session.perform({"do": "search", "text": "of", "kinds": ["matters"], "waiting": True})
    assert [f["number"] for f in answer["result"]] == [2, 3]
