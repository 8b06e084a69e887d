"""How long what is about people is kept: four dates, each its own. Nothing ever goes by itself."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts import leaving
from ui.parts.leaving import MIND, Row
from ui.parts.promises import months_later
from ui.parts.promises_sheets import sheet
from ui.parts.top_bar import way_back
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, SMALL
from ui.widgets.card import Card, Ground
from ui.widgets.date_field import DateField
from ui.widgets.icon import Icon
from ui.widgets.scroll import Place, Scroll
from workshop.domain.retention import Kept

MONTHS = (3, 6, 12, 72)
A_YEAR = 12
ALL = "all"


class KeepingPage(Page):
    """The dates, and over them the one that is being changed."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """No date is being changed."""
        self.open = ""
        self.place = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("How long do we keep it?")

    # Building

    def build(self) -> None:
        """The bar, and below it the dates or the one that is open."""
        content = within(QWidget(), self._one() if self.open else self._all())
        layout = self.column(way_back(self, self._back), content, gap=0)
        layout.setStretch(1, 1)
        self.body.setLayout(layout)

    def _all(self) -> QLayout:
        words, due = self.words, self.room.session.people.due()
        said = words("Nothing goes by itself. When a day has passed, we ask you.")
        parts: list[Part] = [self.text(said, 24)]
        if warning := leaving.told(due, words):
            parts.append(self._warning(warning))
        parts += [self._row(row) for row in leaving.rows(self.room.workshop, due, words)]
        inside = Scroll(self.look, within(QWidget(), self.column(*parts, 1, gap=14)), place=self.place)
        one = self.button(words("One day for all three"), "calendar", partial(self._open, ALL))
        out = self.button(words("Take people out now"), "trash-2", self._take_out)
        acts = self.row(one, 1, out, gap=16)
        card = within(Card(self.look), self.column(inside, acts, gap=16, margins=(30, 22, 30, 26)))
        return self.row(card, margins=(32, 20, 32, 24))

    def _warning(self, text: str) -> QWidget:
        line = self.row(Icon(self.look, "flag", 28, "amber"), self.text(text, 22, SEMIBOLD, "amber"), gap=12)
        line.setContentsMargins(*(self.look.px(n) for n in (20, 12, 20, 12)))
        line.setStretch(1, 1)
        return within(Card(self.look, "amber_tint", "amber", 16), line)

    def _row(self, row: Row) -> QWidget:
        said = self.column(self.text(row.title, 24, BOLD), self.text(row.about, 20, colour="ink2"), gap=0)
        when = self.text(self.words("This day has passed") if row.is_due else row.when, 22, SEMIBOLD)
        change = self.button(self.words("Change the day"), "calendar", partial(self._open, row.key), SMALL)
        change.setAccessibleName(f"{self.words('Change the day')}: {row.title}")
        if row.key == MIND:
            change.lock(self.why_closed)
        acts: list[QWidget] = [change]
        if row.is_due:
            look = self.button(self.words("Look at it"), "chevron-right", self._take_out, SMALL)
            look.setAccessibleName(f"{self.words('Look at it')}: {row.title}")
            acts.insert(0, look)
        line = self.row(Icon(self.look, row.icon, 32), said, when, *acts, gap=18, margins=(0, 12, 0, 12))
        line.setStretch(1, 3)
        line.setStretch(2, 2)
        return within(Ground(self.look, "paper", "top"), line)

    def _one(self) -> QLayout:
        words, today = self.words, self.room.now().date()
        before = {row.key: row.last for row in self._rows()}.get(self.open)
        self.field = DateField(self.look, words, today, before, self._quick(), lambda _: None)
        ok = self.button(words("Done"), "check", self._done, MAIN)
        title = words("One day for all three") if self.open == ALL else words(leaving.QUESTIONS[self.open])
        under = words("Choose the shortest time that your host allows.")
        return sheet(self, title, under, self.column(self.field, 1), self._close, ok)

    def _rows(self) -> list[Row]:
        return leaving.rows(self.room.workshop, self.room.session.people.due(), self.words)

    def _quick(self) -> list[tuple[str, Any]]:
        today, many = self.room.now().date(), self.words.many
        said = [
            many("In 1 month", "In {n} months", n)
            if n < A_YEAR
            else many("In 1 year", "In {n} years", n // A_YEAR)
            for n in MONTHS
        ]
        return [(text, months_later(today, n)) for text, n in zip(said, MONTHS, strict=True)]

    # Acts

    def _open(self, key: str) -> None:
        self.open = key
        self.rebuild()

    def _close(self) -> None:
        self.open = ""
        self.rebuild()

    def _done(self) -> None:
        day = self.field.chosen
        if day is None:
            self.tell(self.field.why_not or self.words("Please write a date, or go back."), "look")
            return
        people, plan = self.room.session.people, self.room.session.plan
        changes = {key: day for key in (Kept if self.open == ALL else [self.open])}
        if self.open == MIND:
            done = self.did(plan.set_details, change_until=day)
        else:
            done = self.did(people.set_retention, **{str(key): day for key in changes})
        if done:
            self._close()

    def _take_out(self) -> None:
        self.stage.show_desk("shred")

    def _back(self) -> None:
        self.stage.show_desk("desk")


PAGE = KeepingPage
