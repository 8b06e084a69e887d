"""A date to choose: a few that are often meant, or one typed, and what it is in full below."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from ui.look import MEDIUM, Look
from ui.parts.dates import read_date, write_date
from ui.widgets.boxes import column, row, within
from ui.widgets.choice import Segment
from ui.widgets.field import Line, placeholder
from ui.widgets.text import Text
from ui.words import Words
from workshop.errors import RuleBroken


class DateField(QWidget):
    """A date; `choose` is given it whenever it changes, None for no date.

    `quick` are dates with the words for them ("In 1 month"). A date that has passed, or that nobody can
    read, is said calmly and not chosen; `why_not` says why for as long as it stands there.
    """

    def __init__(
        self,
        look: Look,
        words: Words,
        today: date,
        chosen: date | None,
        quick: Sequence[tuple[str, date]],
        choose: Callable[[date | None], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words, self.today, self.chosen, self._choose = words, today, chosen, choose
        self.why_not = ""
        self.segments = [(Segment(look, said, day == chosen), day) for said, day in quick]
        for segment, day in self.segments:
            segment.clicked.connect(lambda _=False, day=day: self.take(day))
        self.line = Line(look, words("The date"), write_date(chosen, words))
        placeholder(self.line, look, words("Such as {day}", day=write_date(quick[0][1], words)))
        self.line.textEdited.connect(self._typed)
        self.full = Text(look, "", 24, MEDIUM)
        choices = row(look, *(segment for segment, _ in self.segments), 1, gap=12)
        within(self, column(look, choices, self.line, self.full, gap=16))
        self._say(words.day(chosen, year=True) if chosen else "")

    def take(self, day: date) -> None:
        """Choose one of the quick dates."""
        self.line.setText(write_date(day, self.words))
        self.line.setModified(True)  # as good as typed: it outlives another look of the page
        self._take(day)

    def _typed(self, text: str) -> None:
        try:
            day = read_date(text, self.words, self.today)
        except RuleBroken as unreadable:
            self._take(None, unreadable.message)
        else:
            self._take(day)

    def _take(self, day: date | None, why_not: str = "") -> None:
        said = self.words.day(day, year=True) if day else ""
        if day is not None and day < self.today:
            why_not = self.words("{day}. This date has passed. Please choose a later date.", day=said)
        self.chosen, self.why_not = None if why_not else day, why_not
        self._say(why_not or said)
        for segment, of in self.segments:
            segment.setChecked(of == self.chosen)
        self._choose(self.chosen)

    def _say(self, text: str) -> None:
        self.full.say(text)
        self.full.setAccessibleName(text)
