"""Money back and payments, for the facilitator only: one claim a person, two sums that are never one."""

from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts import money
from ui.parts.money import Row, Standing, pounds
from ui.parts.money_form import LineForm, Typed
from ui.parts.top_bar import top_bar
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, SMALL
from ui.widgets.card import Card, Ground
from ui.widgets.choice import Tick
from ui.widgets.row_button import RowButton
from ui.widgets.scroll import Place, Scroll
from workshop.domain import claims
from workshop.domain.changes import Change
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Category
from workshop.domain.money import Claim, ClaimLine, Rate
from workshop.domain.persons import Person

ARRIVALS = 1  # of the six stages of a workshop


class MoneyPage(Page):
    """Everybody at the start, the chosen person's claim at the end."""

    side = Side.FACILITATOR

    def setup(self, person: PersonId | None = None, back: str = "arrivals", **given: Any) -> None:
        """Nobody is chosen, unless somebody comes from their row; `back` is where this page leads back to."""
        self.chosen, self.back_to = person, back
        self.typed: Typed | None = None
        self.list_place, self.claim_place = Place(), Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Money")

    def on_change(self, change: Change) -> None:
        """Somebody has arrived, or a claim has changed: what is being typed lives on in its own place."""
        self.rebuild()

    # Building

    def build(self) -> None:
        """The bar, the buttons, the list and the claim."""
        room = self.room
        self.rows = money.rows(room.all(Person), room.all(Claim), room.all(ClaimLine))
        self.row_chosen = next((row for row in self.rows if row.person == self.chosen), None)
        halves = self.row(self._list(), self._claim(), gap=24)
        halves.setStretch(0, 2)
        halves.setStretch(1, 3)
        below = self.column(self._head(), halves, gap=14, margins=(24, 16, 24, 20))
        below.setStretch(1, 1)
        whole = self.column(top_bar(self, ARRIVALS), below, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)
        self.body.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _head(self) -> QLayout:
        words = self.words
        rates = self.button(words("Rates"), "list", self._to_the_rates)
        back = self.button(words("Back"), "arrow-left", lambda: self.stage.show_desk(self.back_to))
        said = self.text(words("Bank details are never kept here. They go on paper only."), 20, colour="ink2")
        head = self.row(self.text(words("Money"), 36, BOLD, wrap=False), said, rates, back, gap=20)
        head.setStretch(1, 1)
        return head

    def _list(self) -> QWidget:
        buttons = [self._person(row) for row in self.rows]
        nobody = [] if buttons else [self.text(self.words("No one yet."), 24)]
        inside = within(QWidget(), self.column(*buttons, *nobody, 1, gap=8, margins=(12, 12, 12, 12)))
        list_ = Scroll(self.look, inside, place=self.list_place)
        return within(Card(self.look), self.column(list_, self._sums(), gap=0, margins=(2, 4, 2, 4)))

    def _person(self, row: Row) -> RowButton:
        icons = {Standing.PAID: "check", Standing.REASON: "flag", Standing.TO_PAY: "hand-coins"}
        end, icon = row.in_short(self.words), icons.get(row.standing, "circle")
        button = RowButton(self.look, row.name, icon, end, row.person == self.chosen)
        button.clicked.connect(lambda _=False: self._choose_person(row.person))
        return button

    def _sums(self) -> QWidget:
        """What is still to be paid to all, as two sums."""
        open_ = [line for row in self.rows if row.standing is not Standing.PAID for line in row.lines]
        return within(
            Ground(self.look, "paper", "top"),
            self.column(
                self.text(self.words("Still to be paid"), 20, SEMIBOLD, "ink2"),
                *self._two_sums(open_),
                gap=4,
                margins=(24, 12, 24, 14),
            ),
        )

    def _two_sums(self, lines: list[ClaimLine]) -> list[QLayout]:
        return [
            self._sum(self.words("Expenses"), claims.expenses(lines)),
            self._sum(self.words("Payments for time"), claims.payments(lines)),
        ]

    def _sum(self, label: str, amount: Decimal) -> QLayout:
        line = self.row(self.text(label, 22), self.text(pounds(amount), 24, BOLD, wrap=False), gap=12)
        line.setStretch(0, 1)
        return line

    def _claim(self) -> QWidget:
        row = self.row_chosen
        if row is None:
            hint = self.text(self.words("Touch a name to see and write their claim."), 24)
            return within(Card(self.look), self.column(hint, 1, margins=(24, 24, 24, 24)))
        parts: list[Part] = [self._whose(row)]
        if self.typed is not None:
            parts += [self._form(self.typed)]
        else:
            parts += [*map(self._line, row.lines), *self._acts(row), self._about_benefits()]
        inside = within(QWidget(), self.column(*parts, 1, gap=12, margins=(24, 16, 24, 16)))
        return within(Card(self.look), self.column(Scroll(self.look, inside, place=self.claim_place)))

    def _whose(self, row: Row) -> QLayout:
        slip = self.text(self.words("Slip number {ref}", ref=row.ref), 20, colour="ink2", wrap=False)
        head = self.row(self.text(row.name, 30, BOLD), slip, gap=16)
        head.setStretch(0, 1)
        return head

    def _form(self, typed: Typed) -> LineForm:
        self.form = LineForm(self, typed, self._rate(typed.category))
        return self.form

    def _rate(self, category: Category | None) -> Rate | None:
        if category is None:
            return None
        return claims.rate_on(self.room.all(Rate), category, self.room.workshop.day or self._today())

    def _line(self, line: ClaimLine) -> QWidget:
        said = money.line_in_words(line, self.words)
        note = money.note_on(line, self.words)
        what = self.column(self.text(said, 22, SEMIBOLD), gap=0)
        if note:
            what.addWidget(self.text(note, 20, colour="amber" if claims.without_receipt([line]) else "ink2"))
        amount = self.text(pounds(line.amount), 24, BOLD, wrap=False)
        parts: list[Part] = [what, amount]
        if not self._is_paid:
            away = self.button(self.words("Take off"), "trash-2", lambda: self._take_off(line), SMALL)
            away.setAccessibleName(self.words("Take off: {what}", what=said))
            parts.append(away)
        laid_out = self.row(*parts, gap=16, margins=(0, 8, 0, 8))
        laid_out.setStretch(0, 1)
        return within(Ground(self.look, "paper", "bottom"), laid_out)

    @property
    def _is_paid(self) -> bool:
        row = self.row_chosen
        return row is not None and row.standing is Standing.PAID

    def _acts(self, row: Row) -> list[Part]:
        """The sums, and what can be done with the claim as it is."""
        words = self.words
        parts: list[Part] = [*self._two_sums([*row.lines])]
        if ours := claims.prepaid(row.lines):
            parts.append(self._sum(words("We paid before"), ours))
        if self._is_paid:
            how = row.claim.paid_how if row.claim else ""
            said = self.text(f"{row.in_short(words)}. {how}".strip(), 22, SEMIBOLD, "leaf")
            return [
                *parts,
                said,
                self.row(self.button(words("It was not paid"), "undo-2", self._not_paid), 1),
            ]
        wants = Tick(
            self.look, words("Wants no payment for their time"), bool(row.claim and row.claim.no_payment)
        )
        wants.toggled.connect(self._wants_none)
        add = self.button(words("One more line"), "plus", self.begin_line, MAIN)
        paid = self.button(words("Paid today"), "check", self._paid)
        if row.standing is Standing.NONE:
            paid.lock(words("There is nothing to pay yet."))
        slip = self.button(words("Print the slip"), "printer", self._slip)
        return [*parts, wants, self.row(add, paid, slip, 1, gap=12)]

    def _about_benefits(self) -> QWidget:
        said = self.words("Money back for costs does not change benefits. A payment or a voucher can.")
        ask = self.words("Ask an adviser before you take it. It is fine to want none.")
        parts = self.column(self.text(f"{said} {ask}", 20), margins=(20, 14, 20, 14))
        return within(Card(self.look, "amber_tint", "amber", 16), parts)

    # Acts

    def _today(self) -> date:
        return self.room.now().date()

    def _to_the_rates(self) -> None:
        self.stage.show_desk("money_rates", person=self.chosen, back=self.back_to)

    def _choose_person(self, person: PersonId) -> None:
        self.chosen, self.typed, self.claim_place.top = person, None, 0
        self.rebuild()

    def begin_line(self) -> None:
        """Ask what the money is for."""
        self.typed, self.claim_place.top = Typed(), 0
        self.rebuild()

    def choose(self, category: Category) -> None:
        """Ask how much."""
        assert self.typed is not None
        self.typed.category, self.claim_place.top = category, 0
        self.rebuild()
        self.form.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_line(self) -> None:
        """Nothing of the line is kept."""
        self.typed = None
        self.rebuild()

    def keep_line(self) -> None:
        """Keep what was typed as a line; what is refused stays as it is typed."""
        typed, person = self.typed, self.chosen
        if typed is None or person is None:
            return
        line = self.do(typed.line)
        if line is not None and self.did(self.room.session.people.add_line, person, line):
            self.leave_line()

    def _take_off(self, line: ClaimLine) -> None:
        self.did(self.room.session.people.remove_line, line.id)

    def _wants_none(self, none: bool) -> None:
        if self.chosen is not None:
            self.did(self.room.session.people.want_payment, self.chosen, not none)

    def _paid(self) -> None:
        if self.chosen is not None:
            self.did(self.room.session.people.pay, self.chosen, self._today())

    def _not_paid(self) -> None:
        if self.chosen is not None:
            self.did(self.room.session.people.pay, self.chosen, None)

    def _slip(self) -> None:
        self.stage.show_desk("people_papers", kind="claim", person=self.chosen)


PAGE = MoneyPage
