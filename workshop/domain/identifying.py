"""What in a note could tell others who somebody is: names, ages, wards, numbers to ring, addresses.

Nothing is changed here. A person looks at each note that is found, with its writer where they can.
To find one too many costs a look; to miss one can hurt somebody, so in doubt it is found.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from workshop.domain.called import CalledInText
from workshop.domain.identifying_scripts import IN_OTHER_SCRIPTS
from workshop.domain.identifying_words import IN_LATIN, Sought, Tells

__all__ = ["Identifying", "Passage", "Tells"]

LARGEST_ROOM = 5000  # notes whose answers are kept, so that a page need not look again


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A passage of a text: the characters from `start` up to `end`, and what they tell."""

    start: int
    end: int
    tells: Tells


class Identifying:
    """What to look for in the notes of one room: the names of its people, and all that tells of anybody."""

    def __init__(self, names: Iterable[str]) -> None:
        self._called = CalledInText(names)
        self.tells_of_somebody = lru_cache(LARGEST_ROOM)(self._tells_of_somebody)

    @staticmethod
    @lru_cache(maxsize=1)
    def of(names: frozenset[str]) -> "Identifying":
        """The one for these names; it is kept, with its answers, until somebody else is in the room."""
        return Identifying(names)

    def found_in(self, text: str, language: str = "") -> tuple[Passage, ...]:
        """The passages of a text that tell of somebody, in the order of their starts.

        `language` is that of the text ("pl"), "" where it is not known: names have its endings.
        """
        return tuple(sorted({*self._named(text, language), *_passages(text)}))

    def names_in(self, text: str, language: str = "") -> bool:
        """Whether one of these names stands in a text."""
        return next(self._named(text, language), None) is not None

    def _tells_of_somebody(self, text: str, language: str = "") -> bool:
        """Whether a text holds any such passage."""
        return self.names_in(text, language) or next(_passages(text), None) is not None

    def _named(self, text: str, language: str) -> Iterator[Passage]:
        return (Passage(start, end, Tells.NAME) for start, end in self._called.places_in(text, language))


def _passages(text: str) -> Iterator[Passage]:
    plain = _with_plain_figures(text)
    for sought in _worth_a_look(plain):
        for match in _pattern(sought).finditer(plain):
            yield Passage(match.start(), match.end(), sought.tells)


_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")
_OTHER_SCRIPTS = re.compile("[\u0370-\u1dff\u2e80-\U0003ffff]")


def _worth_a_look(text: str) -> Iterator[Sought]:
    """What can be in this text at all: most notes hold no figure and none of the words to look for."""
    figures = _FIGURE.search(text) is not None
    written = _WORD.findall(text)
    words = {*written, *map(str.casefold, written), *("at" for _ in "@" if "@" in text)}
    yield from (
        sought for sought in IN_LATIN if (figures and sought.figures) or not sought.cues.isdisjoint(words)
    )
    if not text.isascii() and _OTHER_SCRIPTS.search(text):
        yield from IN_OTHER_SCRIPTS


@cache
def _pattern(sought: Sought) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in sought.patterns), re.IGNORECASE)


def _with_plain_figures(text: str) -> str:
    """The text with the figures of every script as 0 to 9, letter for letter."""
    return text if text.isascii() else _FIGURE.sub(lambda match: _plain_figure(match.group()), text)


@cache
def _plain_figure(figure: str) -> str:
    return str(unicodedata.decimal(figure))
