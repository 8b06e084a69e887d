"""What was written in quiet and never turned over is forgotten when the day closes (I20)."""

from tests.session.given import SOON, Room
from workshop.domain.kinds import Audience, NoteState
from workshop.storage import log


def test_a_note_never_turned_over_loses_its_words_and_stays_counted(room: Room) -> None:
    room.session.board.hide_writing()
    note = room.session.board.add_note("a marzipan secret").note
    written = len(room.snapshot.notes)

    room.session.plan.close_day(SOON)

    kept = next(n for n in room.snapshot.notes if n.id == note)
    assert (kept.text, kept.state, len(room.snapshot.notes)) == ("", NoteState.HIDDEN, written)
    assert "marzipan" not in str(log.fold(room.session.place.store.database))
    facts = room.session.pack.facts(Audience.PEOPLE)
    assert facts.notes_written == written
    assert sum(left.count for left in facts.left_out) == facts.not_printed >= 1
