"""Whether people of any schooling can read a text: how long its sentences are, and its hard words.

It looks at the two things that a writer can put right at once. It gives no score and no reading age:
a number tells nobody what to change.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

MOST_WORDS = 12  # of a sentence that is easy to read
_SENTENCE_ENDS = re.compile(r"[.?!…:;]+(?:\s|$)|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDINGS = ("", "s", "es", "d", "ed", "ing")


@dataclass(frozen=True)
class HardWord:
    """A hard word as it stands in the text, and a plainer one to try."""

    word: str
    plainer: str


@dataclass(frozen=True)
class Reading:
    """What makes a text hard to read. `longest` is the number of words of its longest sentence."""

    words: int
    longest: int
    hard: tuple[HardWord, ...]

    @property
    def is_easy(self) -> bool:
        """Whether every sentence is short and no word is hard."""
        return self.longest <= MOST_WORDS and not self.hard


def look_at(text: str, plainer: Mapping[str, str]) -> Reading:
    """How a text reads. `plainer` gives a plainer word for each hard one, both in small letters."""
    sentences = [_WORD.findall(sentence) for sentence in _SENTENCE_ENDS.split(text)]
    lengths = [len(words) for words in sentences]
    return Reading(sum(lengths), max(lengths, default=0), _hard_words(text, plainer))


def _hard_words(text: str, plainer: Mapping[str, str]) -> tuple[HardWord, ...]:
    """Each hard word or phrase once, in the order of the text."""
    found: dict[str, tuple[int, HardWord]] = {}
    for match in _WORD.finditer(text):
        hard = _known_form(match.group().lower(), plainer)
        if hard is not None:
            found.setdefault(hard, (match.start(), HardWord(match.group(), plainer[hard])))
    for phrase in (p for p in plainer if " " in p):
        match_ = re.search(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE)
        if match_ is not None:
            found[phrase] = (match_.start(), HardWord(match_.group(), plainer[phrase]))
    return tuple(hard for _, hard in sorted(found.values(), key=lambda one: one[0]))


def _known_form(word: str, plainer: Mapping[str, str]) -> str | None:
    """The hard word that this is a form of: "pathways" of "pathway", "facilitated" of "facilitate"."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending) if ending else word
        if stem in plainer and word == stem + ending:
            return stem
    without_e = f"{word.removesuffix('ing')}e" if word.endswith("ing") else ""
    return without_e if without_e in plainer else None
