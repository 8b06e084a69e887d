"""Where one character ends for a reader, counted in Python's characters.

A letter with its signs, a flag, a family of emoji are one character each: the grapheme clusters of
UAX #29, with the Indian conjuncts of its newer versions. A skin tone belongs only to a person or a
hand; anywhere else it is seen as a thing of its own, and is one. Found with what the standard library
knows of each character: Qt takes emoji and flags to pieces when they follow an Indian letter.

Qt counts in 16-bit units, where one emoji is two; `units` and `position_in` go there and back.
"""

import unicodedata
from bisect import bisect_right

JOINER, NON_JOINER = "\u200d", "\u200c"
_VIRAMAS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0d4d")
_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\u0d4e\U000110bd\U000110cd")
_SIGNS_BY_NAME = frozenset("\u0e33\u0eb3\uff9e\uff9f" + NON_JOINER + JOINER)
_TAGS = range(0xE0020, 0xE0080)  # the end of the flags of Wales, Scotland and England
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
# Joined to a person before them even where that person is missing.
_GLUED = frozenset("\u2640\u2642\u2764\U0001f48b\U0001f5e8\U0001f466\U0001f467\U0001f468\U0001f469")
# People and hands, whose skin has a tone: first and last of each run.
_SKIN = """261D 26F9 270A-270D 1F385 1F3C2-1F3C4 1F3C7 1F3CA-1F3CC 1F442-1F443 1F446-1F450 1F466-1F478
1F47C 1F481-1F483 1F485-1F487 1F48F 1F491 1F4AA 1F574-1F575 1F57A 1F590 1F595-1F596 1F645-1F647
1F64B-1F64F 1F6A3 1F6B4-1F6B6 1F6C0 1F6CC 1F90C 1F90F 1F918-1F91F 1F926 1F930-1F939 1F93C-1F93E 1F977
1F9B5-1F9B6 1F9B8-1F9B9 1F9BB 1F9CD-1F9CF 1F9D1-1F9DD 1FAC3-1FAC5 1FAF0-1FAF8"""
_WITH_SKIN = frozenset(
    code
    for run in _SKIN.split()
    for code in range(int(run.partition("-")[0], 16), int(run.rpartition("-")[2], 16) + 1)
)
_HANGUL = (
    ("L", range(0x1100, 0x1160)),
    ("L", range(0xA960, 0xA97D)),
    ("V", range(0x1160, 0x11A8)),
    ("V", range(0xD7B0, 0xD7C7)),
    ("T", range(0x11A8, 0x1200)),
    ("T", range(0xD7CB, 0xD7FC)),
)
_SYLLABLES = range(0xAC00, 0xD7A4)
_MAY_FOLLOW = {"L": ("L", "V", "LV", "LVT"), "V": ("V", "T"), "LV": ("V", "T"), "T": ("T",), "LVT": ("T",)}


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
    """All positions between two characters as a reader sees them, with 0 and the end of the text."""
    found = [0]
    for position in range(1, len(text)):
        if not _goes_on(text[found[-1] : position], text[position]):
            found.append(position)
    return (*found, len(text)) if text else (0,)


def nearest_edge(text: str, position: int) -> int:
    """The edge nearest to a position: between the parts of one character there is no place to write."""
    return min(edges(text), key=lambda edge: abs(edge - position))


def word_around(text: str, position: int) -> tuple[int, int]:
    """Start and end of the word at a position, or of the one before it; all of it is one without spaces."""
    starts = [i for i, c in enumerate(text) if not c.isspace() and (i == 0 or text[i - 1].isspace())]
    if not starts:
        return position, position
    start = starts[max(0, bisect_right(starts, position) - 1)]
    end = next((i for i in range(start, len(text)) if text[i].isspace()), len(text))
    return start, end


def _goes_on(cluster: str, character: str) -> bool:
    """Whether a character goes on with what is before it."""
    last = cluster[-1]
    if last < "\u0300" and character < "\u0300":  # most of what is written here
        return last == "\r" and character == "\n"
    if _is_control(last) or _is_control(character):
        return False
    if ord(character) in _SKIN_TONES:
        return last in _PREPENDED or _has_skin(cluster)
    return (
        _is_sign(character)
        or last in _PREPENDED
        or _hangul(character) in _MAY_FOLLOW.get(_hangul(last), ())
        or (last == JOINER and _is_joined(cluster, character))
        or (ord(character) in _FLAG_LETTERS and len(cluster) == 1 and ord(last) in _FLAG_LETTERS)
        or _is_conjunct(cluster, character)
    )


def _has_skin(cluster: str) -> bool:
    base = next((one for one in reversed(cluster) if not _is_sign(one)), "\0")
    return ord(base) in _WITH_SKIN


def _is_control(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind in ("Cc", "Cs", "Zl", "Zp") or (
        kind == "Cf" and not _is_sign(character) and character not in _PREPENDED
    )


def _is_sign(character: str) -> bool:
    """Whether it stands on, under or beside the letter before it."""
    is_mark = unicodedata.category(character) in ("Mn", "Me", "Mc")
    return is_mark or character in _SIGNS_BY_NAME or ord(character) in _TAGS


def _is_joined(cluster: str, character: str) -> bool:
    return character in _GLUED or (_is_picture(character) and _is_picture(cluster[0]))


def _is_picture(character: str) -> bool:
    if "\U0001f000" <= character <= "\U0001faff":
        return ord(character) not in _FLAG_LETTERS
    return "\u2190" <= character <= "\u2bff" and unicodedata.category(character)[0] == "S"


def _is_conjunct(cluster: str, character: str) -> bool:
    """Two Indian consonants of one script that a virama ties together."""
    if unicodedata.category(character) != "Lo" or not any(sign in _VIRAMAS for sign in cluster):
        return False
    tied = cluster.rstrip("".join(_VIRAMAS) + JOINER)
    return len(tied) < len(cluster) and ord(tied[-1:] or "\0") >> 7 == ord(character) >> 7


def _hangul(character: str) -> str:
    code = ord(character)
    if code in _SYLLABLES:
        return "LV" if (code - _SYLLABLES.start) % 28 == 0 else "LVT"
    return next((kind for kind, run in _HANGUL if code in run), "")
