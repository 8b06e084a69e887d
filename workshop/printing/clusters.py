"""What a reader takes for one character: a letter with its signs, a flag, a family of emoji.

These are the extended grapheme clusters of UAX #29, with the Indic conjuncts of its newer
versions, found with what the standard library knows of each character.
"""

import unicodedata

JOINER = "\u200d"
NON_JOINER = "\u200c"
VIRAMAS = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\u0d4e\U000110bd\U000110cd")
JOINS_BEFORE = frozenset("\u0e33\u0eb3\uff9e\uff9f" + NON_JOINER + JOINER)
SCATTERED_PICTURES = frozenset("©®‼⁉™ℹ〰〽㊗㊙🀄🃏🅰🅱🅾🅿🆎")

HANGUL = (("L", 0x1100, 0x115F), ("L", 0xA960, 0xA97C), ("V", 0x1160, 0x11A7), ("V", 0xD7B0, 0xD7C6))
HANGUL_ENDS = (("T", 0x11A8, 0x11FF), ("T", 0xD7CB, 0xD7FB))
FOLLOWS = {"L": ("L", "V", "LV", "LVT"), "V": ("V", "T"), "LV": ("V", "T"), "T": ("T",), "LVT": ("T",)}


def clusters(text: str) -> list[str]:
    """The clusters of `text`, in order; together they are the text."""
    found: list[str] = []
    for character in text:
        if found and _belongs(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs(cluster: str, character: str) -> bool:
    """Whether `character` goes on with the cluster before it."""
    last = cluster[-1]
    if character == "\n" or _is_control(last) or _is_control(character):
        return last == "\r" and character == "\n"
    if _extends(character) or last in PREPENDED:
        return True
    if character < "\u0900":
        return False
    return (
        _hangul(character) in FOLLOWS.get(_hangul(last), ())
        or (last == JOINER and _is_picture(character) and _is_picture(cluster[0]))
        or (_is_flag_letter(character) and len(cluster) == 1 and _is_flag_letter(last))
        or _is_conjunct(cluster, character)
    )


def _is_control(character: str) -> bool:
    if unicodedata.category(character) in ("Cc", "Zl", "Zp"):
        return True
    return unicodedata.category(character) == "Cf" and not (_extends(character) or character in PREPENDED)


def _extends(character: str) -> bool:
    if character < "\u0300":
        return False
    return (
        unicodedata.category(character) in ("Mn", "Me", "Mc")
        or character in JOINS_BEFORE
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _is_picture(character: str) -> bool:
    if character in SCATTERED_PICTURES or "\U0001f200" <= character <= "\U0001faff":
        return True
    return "\u2190" <= character <= "\u2bff" and unicodedata.category(character)[0] == "S"


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_conjunct(cluster: str, character: str) -> bool:
    """Two Indic consonants of one script that a virama ties together."""
    tied = any(sign in VIRAMAS for sign in cluster)
    if not tied or unicodedata.category(character) != "Lo":
        return False
    signs = cluster.rstrip("".join(VIRAMAS) + JOINER)
    return len(signs) < len(cluster) and ord(signs[-1:] or "\0") >> 7 == ord(character) >> 7


def _hangul(character: str) -> str:
    code = ord(character)
    if 0xAC00 <= code <= 0xD7A3:
        return "LV" if (code - 0xAC00) % 28 == 0 else "LVT"
    return next((kind for kind, first, last in HANGUL + HANGUL_ENDS if first <= code <= last), "")
