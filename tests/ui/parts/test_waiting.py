"""Notes that nobody at the board sees are counted for the facilitator."""

from dataclasses import replace

from ui.parts import waiting
from ui.words import words_in
from workshop.domain.ids import NoteId
from workshop.domain.kinds import NoteState
from workshop.domain.records import Note

WORDS = words_in("en")
NOTE = Note(NoteId("a"), 1, "A bench")
WAITS = replace(NOTE, id=NoteId("b"), number=2, waiting=True)
FACE_DOWN = replace(WAITS, id=NoteId("c"), number=-7, state=NoteState.HIDDEN)
HIDDEN = replace(
    NOTE, id=NoteId("d"), number=3, state=NoteState.WITHHELD, withheld_reason="Hidden at the desk"
)
EXPLAINED = replace(HIDDEN, id=NoteId("e"), number=2, withheld_reason="It names somebody")
ALL = (NOTE, WAITS, FACE_DOWN, EXPLAINED, HIDDEN)


def test_what_waits_is_counted_and_nothing_that_lies_face_down() -> None:
    assert waiting.waiting(ALL) == (WAITS,)
    assert waiting.said_of_waiting(ALL, WORDS) == "1 note waits"
    assert waiting.said_of_waiting((NOTE,), WORDS) == ""


def test_a_note_that_was_put_away_waits_no_more() -> None:
    assert waiting.said_of_waiting((replace(WAITS, state=NoteState.WITHHELD),), WORDS) == ""


def test_hidden_notes_are_counted_and_those_without_a_reason_come_first() -> None:
    assert waiting.put_away(ALL) == (HIDDEN, EXPLAINED)
    assert waiting.said_of_put_away(ALL, WORDS) == ("2 notes are hidden", "1 has no reason yet")
    assert waiting.said_of_put_away((EXPLAINED,), WORDS) == ("1 note is hidden", "")
    assert waiting.said_of_put_away((NOTE,), WORDS) == ("", "")


def test_words_that_were_never_turned_over_were_never_in_sight() -> None:
    assert waiting.was_in_sight(HIDDEN) and not waiting.was_in_sight(FACE_DOWN)
