"""A text that is being written: its words, the caret, and what is chosen. Pure values, no Qt.

Every act gives a new text. Where one character ends for a reader is asked of a function, `Edges`, since
an emoji or a letter with its signs may be many characters for the computer.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from workshop.errors import RuleBroken

LONGEST = 400
FULL = "This note is full. All your words are here. Please use a second note."

Edges = Callable[[str], tuple[int, ...]]

_SENTENCE_END = re.compile(r"(^|[.!?…]['\"’”)]*\s+|\n)\s*[“‘\"'(]*$")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True)
class Text:
    """Words with a caret. What lies between caret and anchor is chosen; nothing, where they are equal."""

    words: str = ""
    caret: int = 0
    anchor: int = 0

    @classmethod
    def of(cls, words: str) -> "Text":
        """A text with the caret at its end."""
        return cls(words, len(words), len(words))

    @property
    def chosen(self) -> tuple[int, int]:
        """Start and end of what is chosen."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def chosen_words(self) -> str:
        """The chosen words."""
        start, end = self.chosen
        return self.words[start:end]

    @property
    def starts_sentence(self) -> bool:
        """Whether the next letter is the first of a sentence."""
        return bool(_SENTENCE_END.search(self.words[: self.chosen[0]]))

    # Writing

    def insert(self, more: str, longest: int = LONGEST, multi_line: bool = True) -> "Text":
        """The text with more at the caret, instead of what is chosen. RuleBroken when it gets too long."""
        start, end = self.chosen
        more = writable(more, multi_line)
        words = self.words[:start] + more + self.words[end:]
        if len(words) > max(longest, len(self.words)):
            raise RuleBroken(FULL)
        return Text(words, start + len(more), start + len(more))

    def _without(self, start: int, end: int) -> "Text":
        return Text(self.words[:start] + self.words[end:], start, start)

    def delete_back(self, edges: Edges) -> "Text":
        """The text without what is chosen, or else without the character before the caret."""
        start, end = self.chosen
        return self._without(start if start < end else _before(edges(self.words), start), end)

    def delete_forward(self, edges: Edges) -> "Text":
        """The text without what is chosen, or else without the character after the caret."""
        start, end = self.chosen
        return self._without(start, end if start < end else _after(edges(self.words), end))

    def delete_word_back(self) -> "Text":
        """The text without what is chosen, or else without the word before the caret."""
        start, end = self.chosen
        return self._without(start if start < end else self._word_start(start), end)

    # Moving

    def to(self, position: int, choose: bool = False) -> "Text":
        """The text with the caret somewhere else; `choose` keeps the anchor where it is."""
        caret = min(max(position, 0), len(self.words))
        return replace(self, caret=caret, anchor=self.anchor if choose else caret)

    def left(self, edges: Edges, right_to_left: bool = False, choose: bool = False) -> "Text":
        """The caret one character to the left, as the eye sees it in a text of this direction."""
        return self._forward(edges, choose) if right_to_left else self._back(edges, choose)

    def right(self, edges: Edges, right_to_left: bool = False, choose: bool = False) -> "Text":
        """The caret one character to the right, as the eye sees it in a text of this direction."""
        return self._back(edges, choose) if right_to_left else self._forward(edges, choose)

    def _back(self, edges: Edges, choose: bool) -> "Text":
        start, end = self.chosen
        if start < end and not choose:
            return self.to(start)
        return self.to(_before(edges(self.words), self.caret), choose)

    def _forward(self, edges: Edges, choose: bool) -> "Text":
        start, end = self.chosen
        if start < end and not choose:
            return self.to(end)
        return self.to(_after(edges(self.words), self.caret), choose)

    def word_back(self, choose: bool = False) -> "Text":
        """The caret at the start of the word, or of the one before."""
        return self.to(self._word_start(self.caret), choose)

    def word_forward(self, choose: bool = False) -> "Text":
        """The caret behind the next word."""
        found = re.compile(r"\s*\S+").match(self.words, self.caret)
        return self.to(found.end() if found else len(self.words), choose)

    def _word_start(self, position: int) -> int:
        before = self.words[:position].rstrip()
        found = re.search(r"\S+$", before)
        return found.start() if found else 0

    def home(self, choose: bool = False) -> "Text":
        """The caret at the start of its line of words."""
        return self.to(self.words.rfind("\n", 0, self.caret) + 1, choose)

    def end(self, choose: bool = False) -> "Text":
        """The caret at the end of its line of words."""
        found = self.words.find("\n", self.caret)
        return self.to(len(self.words) if found < 0 else found, choose)

    def choose_all(self) -> "Text":
        """Everything chosen."""
        return Text(self.words, len(self.words), 0)


def writable(text: str, multi_line: bool = True) -> str:
    """The text without what nobody can see or type: control characters and halves of characters."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    plain = plain if multi_line else plain.replace("\n", " ")
    return "".join(c for c in plain if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))


def runs_right_to_left(words: str, otherwise: bool = False) -> bool:
    """The direction of a text: that of its first letter that has one, else `otherwise`."""
    kinds = (unicodedata.bidirectional(character) for character in words)
    strong = next((kind for kind in kinds if kind in ("L", "R", "AL")), "")
    return strong in _RIGHT_TO_LEFT if strong else otherwise


def _before(edges: tuple[int, ...], position: int) -> int:
    return max((edge for edge in edges if edge < position), default=0)


def _after(edges: tuple[int, ...], position: int) -> int:
    return min((edge for edge in edges if edge > position), default=position)
