"""Where one character ends for a reader, as Qt knows it, counted in Python's characters.

Qt counts in 16-bit units, where one emoji is two. Everything here takes and gives plain Python
positions, so that nothing else has to know.
"""

import unicodedata
from itertools import groupby, zip_longest

from PySide6.QtCore import QTextBoundaryFinder

_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_PICTURES = range(0x2190, 0x2C00)
_AS_PICTURE = "\ufe0f"  # after a digit or a sign: show it as an emoji


def units(text: str) -> int:
    """How many 16-bit units a text has: its length as Qt sees it."""
    return len(text) + sum(character > "\uffff" for character in text)


def position_in(text: str, unit: int) -> int:
    """The Python position of a place that Qt names in 16-bit units; inside a character it is its start."""
    seen = 0
    for position, character in enumerate(text):
        seen += 2 if character > "\uffff" else 1
        if seen > unit:
            return position
    return len(text)


def edges(text: str) -> tuple[int, ...]:
    """All positions between two characters as a reader sees them, with 0 and the end of the text.

    A family of emoji, a flag, and a letter with its signs are one character each.
    """
    found, start = {0}, 0
    for run in _runs(text):
        found |= {start + edge for edge in _edges_in(run)}
        start += len(run)
    return tuple(sorted(found))


def _edges_in(run: str) -> set[int]:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, run)
    found = {len(run)}
    while (unit := finder.toNextBoundary()) != -1:
        found.add(position_in(run, unit))
    return found


def _runs(text: str) -> list[str]:
    """The text cut between writing, flags and pictures.

    Asked about all at once, Qt takes emoji and flags to pieces when they follow an Indian letter, and
    flags when they follow a family of emoji.
    """
    kinds: list[str] = []
    for character, after in zip_longest(text, text[1:], fillvalue=""):
        follows = unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf") and kinds
        kinds.append(kinds[-1] if follows else _kind(character, after))
    runs = groupby(zip(kinds, text, strict=True), key=lambda pair: pair[0])
    return ["".join(character for _, character in run) for _, run in runs]


def _kind(character: str, after: str) -> str:
    code = ord(character)
    if code in _FLAG_LETTERS:
        return "flag"
    is_sign = code in _PICTURES and unicodedata.category(character) == "So"
    is_picture = code > 0xFFFF or is_sign or after == _AS_PICTURE
    return "picture" if is_picture else "writing"
