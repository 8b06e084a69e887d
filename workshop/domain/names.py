"""Finding the names of people in the room inside other people's words.

A name is found as whole words, whatever the capitals and accents; in a script that is written
without spaces, anywhere. Notes with a name wait for a look before they leave the room (I10); in
other texts the name of somebody who did not agree to be named is replaced.
"""

import re
import unicodedata
from collections.abc import Iterable

REPLACED = "[name]"
# Thai, Lao, Burmese, Hangul (taken apart by `fold`), Khmer, kana, Han.
_NO_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
# Vowel signs of India's scripts belong to the word, though Python's \w leaves them out; "_" does not.
_SIGNS = "\u0900-\u0963\u0966-\u0dff"
_STARTS = rf"(?<![^\W_])(?<![{_SIGNS}])"
_ENDS = rf"(?![^\W_])(?![{_SIGNS}])"
_ALIKE = str.maketrans("’ʼ‘`´\u2010\u2011", "'" * 5 + "--")


def fold(text: str) -> str:
    """The text without capitals, accents and invisible signs: "Siân" and "SIAN" are the same name."""
    return "".join(_fold_character(c) for c in text)


def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character.translate(_ALIKE)).translate(_ALIKE)
    shown = (c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return "".join(shown).casefold()


class Names:
    """A set of names to look for. Empty names are never found."""

    def __init__(self, names: Iterable[str]) -> None:
        wanted = sorted({fold(name).strip() for name in names} - {""}, key=lambda n: (-len(n), n))
        self._pattern = re.compile("|".join(map(_as_words, wanted))) if wanted else None

    def found_in(self, text: str) -> bool:
        """Whether any of the names stands in the text."""
        return self._pattern is not None and self._pattern.search(fold(text)) is not None

    def replaced_in(self, text: str) -> str:
        """The text with each of the names replaced by `REPLACED`."""
        if not self.found_in(text):
            return text
        assert self._pattern is not None
        folded, origin = _fold_with_places(text)
        pieces, end = [], 0
        for match in self._pattern.finditer(folded):
            pieces += [text[end : origin[match.start()]], REPLACED]
            # Up to the next letter: an accent after the last one goes with it.
            end = max(origin[match.end() - 1] + 1, origin[match.end()])
        return "".join([*pieces, text[end:]])


def _as_words(name: str) -> str:
    words = map(re.escape, name.split())
    if _NO_SPACES.search(name):
        return r"\s*".join(words)
    return _STARTS + r"\s+".join(words) + _ENDS


def _fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text; for each of its characters the place in `text` it came from, and the end."""
    folded: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for plain in _fold_character(character):
            folded.append(plain)
            origin.append(place)
    origin.append(len(text))
    return "".join(folded), origin
