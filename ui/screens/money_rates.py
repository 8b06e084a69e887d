"""What is paid for a mile, an hour or a day, and from which day on. Each host has its own rates."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.dates import read_date, write_date
from ui.parts.money import CATEGORIES, amount_in, pounds
from ui.parts.top_bar import top_bar
from ui.widgets.boxes import Part, within
from ui.widgets.button import SMALL, Kind, Style
from ui.widgets.card import Card, Ground
from ui.widgets.field import Line, labelled
from ui.widgets.row_button import RowButton
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.claims import PAYMENTS
from workshop.domain.kinds import Category
from workshop.domain.money import Rate
from workshop.errors import RuleBroken

ARRIVALS = 1  # of the six stages of a workshop
# What is paid by the mile, the hour or the day; everything else is paid as it was laid out.
BY_RATE = (
    *(Category.OWN_CAR, Category.PASSENGER, Category.REPLACEMENT_CARE, Category.CHILDCARE),
    *(Category.SUPPORT, Category.INVOLVEMENT),
)
_KEEP = Style(Kind.MAIN, 64, 22, 26)
UNITS = {Category.OWN_CAR: "mile", Category.PASSENGER: "mile"}


class MoneyRatesPage(Page):
    """The table of rates, and one to add."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """A rate for miles comes first, because most hosts have one; `given` is for the page of money."""
        self.given = given
        self.category = Category.OWN_CAR
        self.typed = {"unit": "mile", "amount": "", "valid_from": "", "source": ""}
        self.place, self.form_place = Place(), Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Rates")

    def on_change(self, change: Change) -> None:
        """What is typed lives on in its own place."""
        self.rebuild()

    # Building

    def build(self) -> None:
        """The bar, the table at the start, the form at the end."""
        form = Scroll(self.look, within(QWidget(), self._form()), place=self.form_place)
        halves = self.row(self._table(), within(Card(self.look), self.column(form)), gap=24)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        below = self.column(self._head(), halves, gap=14, margins=(24, 16, 24, 20))
        below.setStretch(1, 1)
        whole = self.column(top_bar(self, ARRIVALS), below, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)
        self.body.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _head(self) -> QLayout:
        words = self.words
        said = words("Ask your organisation. A new rate leaves earlier days as they are.")
        back = self.button(
            words("Back to money"), "arrow-left", lambda: self.stage.show_desk("money", **self.given)
        )
        title = self.text(words("Rates"), 36, BOLD, wrap=False)
        head = self.row(title, self.text(said, 20, colour="ink2"), back, gap=20)
        head.setStretch(1, 1)
        return head

    def _table(self) -> QWidget:
        rates = self.room.all(Rate)
        lines = [self._line(rate) for rate in rates]
        if not lines:
            text = self.words("There are no rates yet. Then every line says the amount itself.")
            lines = [self.text(text, 22)]
        inside = within(QWidget(), self.column(*lines, 1, gap=4, margins=(24, 16, 24, 16)))
        return within(Card(self.look), self.column(Scroll(self.look, inside, place=self.place)))

    def _line(self, rate: Rate) -> QWidget:
        words = self.words
        name = words(CATEGORIES[rate.category][1])
        said = words("{amount} for each {unit}", amount=pounds(rate.amount), unit=rate.unit)
        since = words("From {day}", day=words.date(rate.valid_from, year=True))
        told = self.column(
            self.text(name, 22, SEMIBOLD),
            self.text(f"{said}. {since}. {rate.source}".strip(), 20, colour="ink2"),
            gap=0,
        )
        away = self.button(words("Take out"), "trash-2", lambda: self._take_out(rate), SMALL)
        away.setAccessibleName(words("Take out: {what}", what=f"{name}, {since}"))
        laid_out = self.row(told, away, gap=16, margins=(0, 8, 0, 8))
        laid_out.setStretch(0, 1)
        return within(Ground(self.look, "paper", "bottom"), laid_out)

    def _form(self) -> QLayout:
        words = self.words
        keep = self.button(words("Keep this rate"), "check", self.keep_rate, _KEEP)
        head = self.row(self.text(words("A rate"), 26, BOLD), keep)
        head.setStretch(0, 1)
        choices = [*map(self._choice, BY_RATE)]
        half = len(choices) // 2
        both = self.row(self.column(*choices[:half], gap=8), self.column(*choices[half:], gap=8), gap=16)
        parts: list[Part] = [head, both]
        payment = words("A payment can change somebody’s benefits.")
        if self.category in PAYMENTS:
            parts.append(self.text(payment, 20, SEMIBOLD, "amber"))
        self.fields = {
            part: self._field(words(label), part)
            for part, label in (
                ("amount", "Pounds and pence, such as 0.45"),
                ("unit", "For each what: a mile, an hour, a day"),
                ("valid_from", "From which day on"),
                ("source", "Where this rate comes from, if you like"),
            )
        }
        parts += [labelled(self.look, field.accessibleName(), field) for field in self.fields.values()]
        return self.column(*parts, 1, gap=10, margins=(24, 16, 24, 20))

    def _choice(self, category: Category) -> RowButton:
        icon, text = CATEGORIES[category]
        button = RowButton(self.look, self.words(text), icon, "", category is self.category)
        button.clicked.connect(lambda _=False: self._choose(category))
        return button

    def _field(self, label: str, part: str) -> Line:
        line = Line(self.look, label, self.typed[part], 24)
        line.textChanged.connect(lambda now: self.typed.__setitem__(part, now))
        line.returnPressed.connect(self.keep_rate)
        return line

    # Acts

    def _to_money(self) -> None:
        self.stage.show_desk("money", **self.given)

    def _choose(self, category: Category) -> None:
        if self.typed["unit"] in ("", *UNITS.values(), "hour"):
            self.typed["unit"] = UNITS.get(category, "hour")
        self.category = category
        self.rebuild()

    def keep_rate(self) -> None:
        """Keep the rate; what is refused stays as it is typed."""
        rate = self.do(self._rate)
        if rate is None:
            return
        amount, valid_from = rate
        people, typed = self.room.session.people, self.typed
        if self.did(people.set_rate, self.category, typed["unit"], amount, valid_from, typed["source"]):
            self.typed |= {"amount": "", "source": ""}
            self.rebuild()

    def _rate(self) -> tuple[Any, Any]:
        """Amount and day as typed; RuleBroken when one of them is none."""
        day = read_date(self.typed["valid_from"], self.words, self.room.now().date())
        if day is None:
            example = write_date(self.room.now().date(), self.words)
            raise RuleBroken(
                self.words("Please say from which day on, such as {day}. Nothing was changed.", day=example)
            )
        return amount_in(self.typed["amount"]), day

    def _take_out(self, rate: Rate) -> None:
        self.did(self.room.session.people.remove_rate, rate.id)


PAGE = MoneyRatesPage
