"""Finding the names of people in the room inside other people's words.

A name is found as whole words, whatever the capitals and accents; in a script that is written
without spaces, anywhere. Notes with a name wait for a look before they leave the room (I10); in
other texts the name of somebody who did not agree to be named is replaced.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from workshop.domain.persons import Person

REPLACED = "[name]"
# Thai, Lao, Burmese, Hangul (taken apart by `fold`), Khmer, kana, Han.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)
# Vowel signs of India's scripts belong to the word, though Python's \w leaves them out; "_" does not.
SIGNS = "\u0900-\u0963\u0966-\u0dff"
_STARTS = rf"(?<![^\W_])(?<![{SIGNS}])"
_ENDS = rf"(?![^\W_])(?![{SIGNS}])"
WORD = re.compile(rf"(?:[^\W_]|[{SIGNS}])+")
_ALIKE = str.maketrans("’ʼ‘`´\u2010\u2011", "'" * 5 + "--")

_LETTER_AFTER = re.compile(r"\s+[^\W\d_]\.?$")  # "Amina K"


def names_of(people: Collection[Person]) -> list[str]:
    """All names of these people: what they are called, and their full names."""
    return [*called_names(people), *(person.full_name for person in people)]


def called_names(people: Iterable[Person]) -> list[str]:
    """What people are called, with and without the letter that only tells two of them apart."""
    return [name for p in people for name in (p.called, _LETTER_AFTER.sub("", p.called))]


def fold(text: str) -> str:
    """The text without capitals, accents and invisible signs: "Siân" and "SIAN" are the same name."""
    if text.isascii():
        return text.translate(_ALIKE).casefold()
    plain = unicodedata.normalize("NFKD", text.translate(_ALIKE)).translate(_ALIKE)
    return "".join(filter(_is_seen, plain)).casefold()


@cache
def _is_seen(character: str) -> bool:
    return not unicodedata.combining(character) and unicodedata.category(character) != "Cf"


class Names:
    """A set of names to look for. Empty names are never found."""

    def __init__(self, names: Iterable[str]) -> None:
        wanted = sorted({fold(name).strip() for name in names} - {""}, key=lambda n: (-len(n), n))
        self._pattern = re.compile("|".join(map(_as_words, wanted))) if wanted else None
        self._first_words = frozenset(words[0] for name in wanted if (words := WORD.findall(name)))
        self._unspaced = any(map(UNSPACED.search, wanted))
        self._wordless = not all(map(WORD.search, wanted))

    def found_in(self, text: str) -> bool:
        """Whether any of the names stands in the text."""
        folded = fold(text)
        if self._pattern is None or not self._may_be_in(folded):
            return False
        return self._pattern.search(folded) is not None

    def _may_be_in(self, folded: str) -> bool:
        """Whether it is worth a search: most texts hold the first word of no name, and that is seen soon."""
        if self._wordless or not self._first_words.isdisjoint(WORD.findall(folded)):
            return True
        return self._unspaced and UNSPACED.search(folded) is not None

    def places_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where each of them stands: its first character, and the one behind it."""
        if self._pattern is None or not self.found_in(text):
            return
        folded, origin = fold_with_places(text)
        for match in self._pattern.finditer(folded):
            # Up to the next letter: an accent after the last one goes with it.
            yield origin[match.start()], max(origin[match.end() - 1] + 1, origin[match.end()])

    def replaced_in(self, text: str) -> str:
        """The text with each of the names replaced by `REPLACED`."""
        pieces, end = [], 0
        for start, behind in self.places_in(text):
            pieces += [text[end:start], REPLACED]
            end = behind
        return "".join([*pieces, text[end:]])


def _as_words(name: str) -> str:
    words = map(re.escape, name.split())
    if UNSPACED.search(name):
        return r"\s*".join(words)
    return _STARTS + r"\s+".join(words) + _ENDS


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text; and for each of its characters the place in `text` it came from, and the end."""
    folded: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for plain in fold(character):
            folded.append(plain)
            origin.append(place)
    origin.append(len(text))
    return "".join(folded), origin
