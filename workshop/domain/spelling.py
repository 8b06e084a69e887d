"""One spelling for words that people mean to be the same, and how far two spellings are apart.

Capitals, accents and signs that are only sometimes written go; letters that one keyboard has and
another has not become one: the Polish l with a stroke, the Turkish i without a dot, the yeh and kaf
of Persian and Urdu. What is left is for searching only, never shown.
"""

import re
import unicodedata
from collections.abc import Iterator

# Letters that Unicode does not take apart, and the signs that people leave out.
_ALIKE = {
    "ł": "l",
    "ı": "i",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ħ": "h",
    "ŋ": "n",
    "\u0671": "\u0627",  # alef with a joining sign
    "\u0649": "\u064a",  # the yehs of Arabic, Persian, Urdu, Pashto and Kurdish
    "\u06cc": "\u064a",
    "\u06cd": "\u064a",
    "\u06ce": "\u064a",
    "\u06d0": "\u064a",
    "\u06d2": "\u064a",
    "\u06a9": "\u0643",  # kaf
    "\u06aa": "\u0643",
    "\u0629": "\u0647",  # the hehs, and the teh that looks like one
    "\u06be": "\u0647",
    "\u06c0": "\u0647",
    "\u06c1": "\u0647",
    "\u06c2": "\u0647",
    "\u06c3": "\u0647",
    "\u06d5": "\u0647",
    "\u06c6": "\u0648",  # waw
    "\u06c7": "\u0648",
    "\u0640": "",  # the line that makes an Arabic word longer
    "\u0674": "",
    "\u0a70": "\u0a02",  # the two signs of Punjabi for one sound
    "\u0a71": "",
}
_APOSTROPHES = frozenset("'’‘ʼʻ`´\u05f3\u05f4")
_SKIN = range(0x1F3FB, 0x1F400)  # the colours of hands and faces
_PICTURES = 0x1F000  # signs from here on are pictures, also those newer than this Python
_SIGNS = frozenset({"Mn", "Me", "Cf", "Sk", "Lm"})

# Thai, Lao, Burmese, Khmer, kana, Han: written without spaces.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_PICTURE = "\u2100-\u2bff\U0001f000-\U0001faff"
_PIECE = re.compile(f"[{_PICTURE}]|[{_UNSPACED}]+|[^ {_UNSPACED}{_PICTURE}]+")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}{_PICTURE}]")


class _Folding(dict[int, str]):
    """What each character becomes, worked out when it is met first."""

    def __missing__(self, code: int) -> str:
        made = self[code] = _folded(chr(code))
        return made


def _folded(character: str) -> str:
    """One character, taken apart; a space where it only keeps words apart."""
    if character in _APOSTROPHES:
        return ""
    return "".join(map(_plain, unicodedata.normalize("NFKD", character)))


def _plain(part: str) -> str:
    category, code = unicodedata.category(part), ord(part)
    if code in _SKIN or _is_left_out(part, category):
        return ""
    if category == "So" or code >= _PICTURES and category == "Cn":
        return part
    if category[0] not in "LMN":
        return " "
    digit = unicodedata.decimal(part, None)
    return str(digit) if digit is not None else "".join(_ALIKE.get(c, c) for c in part.casefold())


def _is_left_out(part: str, category: str) -> bool:
    """Accents, points and invisible signs; the vowel signs of India's scripts are letters."""
    if part in _ALIKE and not _ALIKE[part]:
        return True
    if category not in _SIGNS:
        return False
    # The letters among the modifiers (of Thai, of kana) are written like any other.
    letter = category == "Lm" and part.isalpha() and not "\u02b0" <= part <= "\u02ff"
    vowel = category == "Mn" and not unicodedata.combining(part) and not "\ufe00" <= part <= "\ufe0f"
    return not letter and not vowel


_FOLDING = _Folding()


def fold_words(text: str) -> str:
    """The words of a text in their one spelling, each after one space: "Siân’s  BENCH!" is "sians bench"."""
    return " ".join(text.translate(_FOLDING).split())


def pieces(folded: str) -> list[str]:
    """What can be looked for on its own in folded words: words, pictures, runs of a script without spaces."""
    return _PIECE.findall(folded)


def is_unspaced(folded: str) -> bool:
    """Whether any of it is a picture, or in a script without spaces: then it is looked for anywhere."""
    return _HAS_UNSPACED.search(folded) is not None


def typos_allowed(letters: int) -> int:
    """How many slips are forgiven in a word of so many letters: none below 4, two from 8 on."""
    return (letters >= 4) + (letters >= 8)


def apart(typed: str, word: str, most: int, *, anywhere: bool = False, begins: bool = False) -> int:
    """How many slips lie between two spellings: a letter too many, missing, wrong, or two swapped.

    With `begins` the word may go on after what was typed; with `anywhere` it may begin earlier as well.
    `most` + 1 stands for anything above `most`. (Optimal string alignment, row by row.)
    """
    if not anywhere:  # where they agree at their ends there is no slip to count
        typed, word = _where_they_differ(typed, word, both=not begins)
        if not typed or not word:
            return min(most + 1, len(typed) + (0 if begins else len(word)))
    above: list[int] = []
    row = [0] * (len(word) + 1) if anywhere else list(range(len(word) + 1))
    for i, letter in enumerate(typed, start=1):
        before, above, row = above, row, [i]
        for j, other in enumerate(word, start=1):
            cost = above[j - 1] if letter == other else 1 + min(above[j - 1], above[j], row[-1])
            if i > 1 and j > 1 and letter == word[j - 2] and typed[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(most + 1, min(row) if anywhere or begins else row[-1])


def _where_they_differ(one: str, other: str, *, both: bool) -> tuple[str, str]:
    """Two spellings without their common beginning and, with `both`, their common end."""
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while both and end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def unharmed(typed: str, slips: int) -> Iterator[tuple[int, str]]:
    """Parts of what was typed, each with its place, of which one is right after so many slips.

    Cut into one part more than there are slips, one part has none. Only two letters swapped across a
    cut harm two parts; so what is typed is also taken with those two put back, and one slip less.
    """
    many = slips + 1
    cuts = [len(typed) * i // many for i in range(many + 1)]
    for start, end in zip(cuts, cuts[1:], strict=False):
        if end > start:
            yield start, typed[start:end]
    if slips:
        for cut in cuts[1:-1]:
            if 0 < cut < len(typed):
                swapped = typed[: cut - 1] + typed[cut] + typed[cut - 1] + typed[cut + 1 :]
                yield from unharmed(swapped, slips - 1)
