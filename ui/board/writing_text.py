"""The words on a writing page: what writes into them, and the way back from each change.

Keys on the page, a real keyboard and an input method all end here. There is a way back for every change
of the words, for the writer only: what others do on the board is never touched by it.
"""

from collections.abc import Callable

from PySide6.QtGui import QInputMethodEvent

from ui.board.writing_field import Written
from ui.board.writing_keyboard import preedit_of, settled, what_fits
from ui.keys.clusters import edges, nearest_edge, word_around
from ui.keys.editing import LONGEST, Text, writable
from ui.words import Words
from workshop.errors import RuleBroken

STEPS_BACK = 100


class Writing:
    """Words with a caret, as one person writes them. Calls `changed` after each change."""

    def __init__(self, text: str, longest: int, words: Words, changed: Callable[[], None]) -> None:
        self.text = Text.of(text)
        self.said = ""  # what the writer is told until the next touch
        self._longest = max(LONGEST, longest)  # a long note from paper may stay as long as it was
        self._words = words
        self._changed = changed
        self._preedit = ("", 0)
        self._before: list[Text] = []

    def shown(self, right_to_left: bool) -> Written:
        """What the field shows."""
        return Written(self.text, *self._preedit, right_to_left)

    # Writing

    def type(self, more: str) -> bool:
        """Write at the caret as much as fits; whether all did. What finds no room is told of."""
        part, all_of_it = what_fits(self.text, more, self._longest), writable(more)
        if part == all_of_it or len(edges(all_of_it)) == 2:
            return self._try(lambda: self.text.insert(more, self._longest))
        self.write(self.text.insert(part, self._longest) if part else self.text)
        self.said = self._words("{n} letters fit on one note. Write the rest on another.", n=self._longest)
        return False

    def replace(self, letter: str) -> None:
        """Write a letter instead of the one before the caret."""
        self._try(lambda: self.text.delete_back(edges).insert(letter, self._longest))

    def delete(self) -> None:
        """Take away what is chosen, or the character before the caret."""
        self.write(self.text.delete_back(edges))

    def _try(self, change: Callable[[], Text]) -> bool:
        try:
            self.write(change())
        except RuleBroken as refusal:
            self.said = self._words(refusal.message)
            self._changed()
            return False
        return True

    def write(self, text: Text) -> None:
        """Have this text from now on."""
        if text.words != self.text.words:
            self._before = [*self._before, self.text][-STEPS_BACK:]
            self.said = ""
        self.text = text
        self._changed()

    def write_back(self) -> None:
        """Take the last change of the words back."""
        if self._before:
            self.text = self._before.pop()
            self._changed()

    # Choosing

    def caret_to(self, position: int, choose: bool = False) -> None:
        """Set the caret beside the nearest character; `choose` up to there."""
        self.write(self.text.to(nearest_edge(self.text.words, position), choose))

    def choose_word(self) -> None:
        """Choose the word at the caret."""
        start, end = word_around(self.text.words, self.text.caret)
        self.write(self.text.to(start).to(end, choose=True))

    # Input methods

    def input_method(self, event: QInputMethodEvent) -> None:
        """Words that an input method is putting together, or has settled."""
        self.write(settled(self.text, event))
        if event.commitString():
            self.type(event.commitString())
        self._preedit = preedit_of(event)
        self._changed()

    def settle(self) -> bool:
        """Keep what an input method has not settled yet; whether all of it fitted."""
        (unsettled, _), self._preedit = self._preedit, ("", 0)
        return not unsettled or self.type(unsettled)
