"""Where one character ends for a reader, as Qt knows it, counted in Python's characters.

Qt counts in 16-bit units, where one emoji is two. Everything here takes and gives plain Python
positions, so that nothing else has to know.
"""

from PySide6.QtCore import QTextBoundaryFinder


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
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    found = {0, len(text)}
    while (unit := finder.toNextBoundary()) != -1:
        found.add(position_in(text, unit))
    return tuple(sorted(found))
