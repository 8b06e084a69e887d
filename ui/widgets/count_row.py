"""Counts at the desk: a large number and what it counts. A count is never a person."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, Look
from ui.widgets.boxes import column, row, within
from ui.widgets.card import Card
from ui.widgets.people_preview import LOW
from ui.widgets.seats import Seats
from ui.widgets.text import Text


class Number(QWidget):
    """One number and its words, on one line."""

    def __init__(self, look: Look, number: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = Text(look, number, 46, BOLD, wrap=False)
        self.text = Text(look, text, 26)
        laid_out = row(look, self.number, self.text, gap=16)
        laid_out.setStretch(1, 1)
        within(self, laid_out)

    def say(self, number: str, text: str) -> None:
        """Show another number."""
        self.number.say(number)
        self.text.say(text)
        self.setAccessibleName(f"{number} {text}")


class CountRow(Card):
    """The counts of this moment; at a vote beside a table with its seats."""

    def __init__(self, look: Look, count: int, foot: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.numbers = [Number(look, "", "") for _ in range(count)]
        self.seats: Seats | None = None
        if foot:
            self.seats = Seats(look, "", 300 if look.screen.height >= LOW else 240)
            words = column(look, 1, *self.numbers, Text(look, foot, 20), 1, gap=4)
            laid_out = row(look, self.seats, words, gap=24, margins=(26, 16, 26, 16))
            laid_out.setStretch(1, 1)
        else:
            laid_out = row(look, *self.numbers, gap=32, margins=(26, 12, 26, 12))
        within(self, laid_out)

    def show_counts(self, counts: Sequence[tuple[str, str]]) -> None:
        """Show these numbers with their words."""
        for number, (many, text) in zip(self.numbers, counts, strict=True):
            number.say(many, text)

    def fill_seats(self, filled: int, expected: int, said: str) -> None:
        """Fill the seats; `said` is what a screen reader hears."""
        if self.seats is not None:
            self.seats.show_count(filled, expected, "")
            self.seats.setAccessibleName(said)
