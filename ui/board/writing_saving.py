"""What becomes of a writing page: a note, a changed note, or a draft until then."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.bridge import Bridge
from workshop.domain.ids import NoteId
from workshop.domain.kinds import Emotion, NoteKind
from workshop.domain.records import Note

Strokes = list[list[list[float]]]


@dataclass(frozen=True)
class Sheet:
    """What stands on a page now. Two equal sheets need to be kept only once."""

    page: str  # tells open pages apart, also after the power went
    words: str
    kind: NoteKind
    place: tuple[float, float]
    language: str = ""
    helper: bool = False
    strokes: Sequence[Sequence[Sequence[float]]] = ()
    emotion: Emotion | None = None
    turned: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.words.strip() and not self.strokes

    @property
    def lines(self) -> Strokes:
        """The strokes, as the session takes them."""
        return [[list(point) for point in stroke] for stroke in self.strokes]


def add(bridge: Bridge, sheet: Sheet, waiting: bool = False) -> bool:
    """Make a note of a sheet, and end its draft with it. `waiting`: the facilitator will place it."""
    x, y = sheet.place
    added = bridge.do(
        bridge.session.board.add_note,
        sheet.words,
        sheet.kind,
        x=x,
        y=y,
        language=sheet.language,
        helper=sheet.helper,
        draft=sheet.page,
        strokes=sheet.lines or None,
        emotion=sheet.emotion,
        turned=sheet.turned,
        waiting=waiting,
    )
    return added is not None


def change(bridge: Bridge, note: Note, before: Sheet, sheet: Sheet) -> bool:
    """Change what is different on a note; whether all of it was done. What stays makes no act."""
    board = bridge.session.board
    words = sheet.words.strip()
    same_words = not words or words == note.text  # a drawing may be without words
    return (
        (same_words or bridge.did(board.edit_note, note.id, sheet.words, draft=sheet.page))
        and (sheet.kind is note.kind or bridge.did(board.recolour_note, note.id, sheet.kind))
        and (sheet.emotion is note.emotion or bridge.did(board.mark_emotion, note.id, sheet.emotion))
        and (sheet.lines == before.lines or bridge.did(board.draw, note.id, sheet.lines))
    )


def keep_draft(bridge: Bridge, sheet: Sheet, note: NoteId | None) -> None:
    """Keep a sheet in case the power goes. WorkshopError where that cannot be done."""
    x, y = sheet.place
    bridge.session.board.keep_draft(
        sheet.page,
        sheet.words,
        sheet.kind,
        x=x,
        y=y,
        note=note,
        helper=sheet.helper,
        language=sheet.language,
        strokes=sheet.lines,
    )
