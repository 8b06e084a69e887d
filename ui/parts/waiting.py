"""Notes that nobody at the board sees: those that wait to be placed, and those that were put away."""

from collections.abc import Iterable

from ui.words import Words
from workshop.domain.board import is_taken_back
from workshop.domain.kinds import NoteState
from workshop.domain.records import Note

# The reason that stands until a better one is said; kept as it is in every language.
NO_REASON_YET = "Hidden at the desk"


def waiting(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes that wait to be placed and can be read, the oldest first."""
    ready = (note for note in notes if note.waiting and note.state is NoteState.SHOWN)
    return tuple(sorted(ready, key=lambda note: note.number))


def put_away(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes that were put out of sight, but for words taken back; those without a reason first."""
    away = (note for note in notes if note.state is NoteState.WITHHELD and not is_taken_back(note))
    return tuple(sorted(away, key=lambda note: (not has_no_reason(note), note.number)))


def has_no_reason(note: Note) -> bool:
    """Whether a note was hidden and nobody has said why yet."""
    return note.state is NoteState.WITHHELD and note.withheld_reason in ("", NO_REASON_YET)


def was_in_sight(note: Note) -> bool:
    """Whether a note was ever turned over: one that was not has no number, and nobody reads its words."""
    return note.number > 0


def said_of_waiting(notes: Iterable[Note], words: Words) -> str:
    """How many wait, in words; "" for none."""
    many = len(waiting(notes))
    return words.many("1 note waits", "{n} notes wait", many) if many else ""


def said_of_put_away(notes: Iterable[Note], words: Words) -> tuple[str, str]:
    """How many are hidden, and how many of them have no reason yet; "" for none."""
    away = put_away(notes)
    without = sum(map(has_no_reason, away))
    first = words.many("1 note is hidden", "{n} notes are hidden", len(away)) if away else ""
    second = words.many("1 has no reason yet", "{n} have no reason yet", without) if without else ""
    return first, second
