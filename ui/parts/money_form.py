"""One more line of a claim: for what, how much, and is there a receipt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD
from ui.parts.money import CATEGORIES, WHAT, amount_in, pounds
from ui.widgets.boxes import Part, within
from ui.widgets.button import Kind, Style
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.field import Line, labelled
from ui.widgets.row_button import RowButton
from workshop.domain import claims
from workshop.domain.claims import NewLine
from workshop.domain.kinds import Category
from workshop.domain.money import Rate

if TYPE_CHECKING:
    from ui.screens.money import MoneyPage

_KEEP = Style(Kind.MAIN, 64, 22, 26)


@dataclass
class Typed:
    """What is typed so far. It outlives the widgets."""

    category: Category | None = None
    amount: str = ""
    by_rate: bool = False
    what: str = ""
    no_receipt: str = ""
    receipt: bool = False
    prepaid: bool = False

    def line(self) -> NewLine:
        """The line; RuleBroken when the number is none."""
        number = amount_in(self.amount)
        return NewLine(
            self.category or Category.OTHER,
            self.what,
            amount=None if self.by_rate else number,
            quantity=number if self.by_rate else None,
            receipt=self.receipt,
            no_receipt=self.no_receipt,
            prepaid=self.prepaid,
        )


class LineForm(Card):
    """First for what; then how much. Kept as one line by one touch."""

    def __init__(self, page: "MoneyPage", typed: Typed, rate: Rate | None) -> None:
        super().__init__(page.look, "paper", "damson", 20, 3)
        self.page, self.typed, self.rate = page, typed, rate
        typed.by_rate = rate is not None
        parts = self._choices() if typed.category is None else self._how_much(typed.category)
        within(self, page.column(*parts, gap=12, margins=(24, 18, 24, 20)))

    def _choices(self) -> list[Part]:
        """All that money can be for, two beside each other."""
        page, words = self.page, self.page.words
        buttons = []
        for category, (icon, text) in CATEGORIES.items():
            button = RowButton(self.look, words(text), icon)
            button.clicked.connect(lambda _=False, category=category: page.choose(category))
            buttons.append(button)
        half = (len(buttons) + 1) // 2
        both = page.row(page.column(*buttons[:half], gap=8), page.column(*buttons[half:], gap=8), gap=16)
        return [self._head(words("What is the money for?")), both]

    def _how_much(self, category: Category) -> list[Part]:
        words, typed = self.page.words, self.typed
        keep = self.page.button(words("Keep this line"), "check", self.page.keep_line, _KEEP)
        self.amount = self._field(self._amount_label(), "amount", typed.amount)
        parts: list[Part] = [
            self._head(words(CATEGORIES[category][1]), keep),
            labelled(self.look, self._amount_label(), self.amount),
            self._labelled(words(WHAT.get(category, "What it was, if you like")), "what", typed.what),
        ]
        if category not in claims.PAYMENTS:
            parts += self._receipt()
        return parts

    def _amount_label(self) -> str:
        words = self.page.words
        if self.rate is None:
            return words("How much, in pounds")
        return words("How many: {unit}, at {each}", unit=self.rate.unit, each=pounds(self.rate.amount))

    def _receipt(self) -> list[Part]:
        words, typed = self.page.words, self.typed
        ours = self._tick(words("We paid this before"), "prepaid", typed.prepaid)
        if self.rate is not None:
            return [ours]
        there = self._tick(words("There is a receipt"), "receipt", typed.receipt)
        why = self._labelled(words("If there is no receipt: why"), "no_receipt", typed.no_receipt)
        return [self.page.row(there, ours, 1, gap=32), why]

    def _head(self, text: str, *more: Part) -> QLayout:
        """What it is about; a way out beside it, where no message can lie over it."""
        away = self.page.button(self.page.words("Leave it"), "x", self.page.leave_line)
        head = self.page.row(self.page.text(text, 26, BOLD), away, *more)
        head.setStretch(0, 1)
        return head

    def _labelled(self, label: str, part: str, text: str) -> QWidget:
        return labelled(self.look, label, self._field(label, part, text))

    def _field(self, label: str, part: str, text: str) -> Line:
        line = Line(self.look, label, text, 24)
        line.textChanged.connect(lambda now: setattr(self.typed, part, now))
        line.returnPressed.connect(self.page.keep_line)
        return line

    def _tick(self, text: str, part: str, on: bool) -> Tick:
        tick = Tick(self.look, text, on)
        tick.toggled.connect(lambda now: setattr(self.typed, part, now))
        return tick
