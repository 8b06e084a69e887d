"""What a note shows on the board: only this, and for a note that lies face down, nothing at all."""

import unicodedata
from typing import NamedTuple

from workshop.domain.kinds import Emotion, NoteKind, NoteState
from workshop.domain.records import Note


class Face(NamedTuple):
    """The visible side of a note. Two notes with equal faces look exactly alike.

    `tags` are names. `drawn` is the ink of a drawing, packed, and `pictured` the id of a picture, ""
    for none; `below` is how many notes lie under it because they say the same; `turned` counts
    quarter turns clockwise.
    """

    text: str
    kind: NoteKind
    language: str = ""
    back: bool = False
    emotion: Emotion | None = None
    tags: tuple[str, ...] = ()
    drawn: str = ""
    pictured: str = ""
    below: int = 0
    turned: int = 0

    @property
    def has_image(self) -> bool:
        """Whether there is something to look at above the words."""
        return bool(self.drawn or self.pictured)

    @property
    def has_foot(self) -> bool:
        """Whether something stands below the words."""
        return bool(self.tags or self.below)

    @property
    def upright(self) -> "Face":
        """The same face, as whoever reads it sees it."""
        return self._replace(turned=0) if self.turned else self


BACK = Face("", NoteKind.BEFORE, "", back=True)


def face_of(
    note: Note | None, tags: tuple[str, ...] = (), drawn: str = "", pictured: str = "", below: int = 0
) -> Face | None:
    """The face of a note with what belongs to it; the same back for every hidden one.

    None for what is not on the board: it was put away, lies under another note, or waits to be placed.
    """
    if note is None or note.state is NoteState.WITHHELD or note.same_as is not None or note.waiting:
        return None
    if note.state is NoteState.HIDDEN:
        return BACK
    turned = note.turned % 4
    return Face(
        note.text, note.kind, note.language, False, note.emotion, tags, drawn, pictured, below, turned
    )


_BLOCKS = (
    (0x0A00, 0x0A7F, "pa"),
    (0x0980, 0x09FF, "bn"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0600, 0x06FF, "ur"),
    (0x0750, 0x077F, "ur"),
    (0xFB50, 0xFDFF, "ur"),
    (0xFE70, 0xFEFF, "ur"),
    (0x0590, 0x05FF, "he"),
    (0x0900, 0x097F, "hi"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0E00, 0x0E7F, "th"),
    (0x1000, 0x109F, "my"),
    (0x1200, 0x137F, "am"),
    (0x1780, 0x17FF, "km"),
)


def first_strong(text: str) -> str:
    """The first letter that has a direction, "" when there is none."""
    return next((c for c in text if unicodedata.bidirectional(c) in ("L", "R", "AL")), "")


def reads_right_to_left(text: str) -> bool:
    """The direction of a text: that of its first letter that has one."""
    return unicodedata.bidirectional(first_strong(text) or "a") in ("R", "AL")


def apart(text: str, right_to_left: bool) -> str:
    """A text for a line of this direction: one of the other keeps its own, to its last full stop."""
    return text if not text or reads_right_to_left(text) == right_to_left else f"\u2068{text}\u2069"


def script_of(text: str, language: str) -> str:
    """Which letters a text needs first, as a language that `look.font` knows; "" for the usual ones."""
    code = ord(first_strong(text) or "a")
    found = next((name for low, high, name in _BLOCKS if low <= code <= high), "")
    if found == "ur" and language.split("-")[0] not in ("", "ur", "pnb", "ks"):
        return "ar"
    return found
