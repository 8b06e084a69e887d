"""How old somebody is, in three steps: nobody's birthday is asked."""

from functools import partial

from PySide6.QtWidgets import QLayout

from ui.parts.arrival_choices import choice, grid_of
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.button import Button
from workshop.domain.kinds import AgeGroup

AGES = {
    AgeGroup.UNDER_16: "Under 16",
    AgeGroup.AGED_16_17: "16 or 17",
    AgeGroup.ADULT: "18 or over",
}


class ArriveAgePage(ArrivalPage):
    """One touch is an answer. Whoever said that they are under 18 counts as under 16 where they skip it."""

    ground = "linen"

    def spoken(self) -> list[str]:
        """The question, what becomes of no answer, and the three steps."""
        return [self._question(), *self._hint(), *(self.words(label) for label in AGES.values())]

    def _question(self) -> str:
        return self.words("How old are you?")

    def _hint(self) -> list[str]:
        return [self.words("If you skip this, we ask a parent too.")] if self.visit.young else []

    def content(self) -> QLayout:
        """Three choices of one size, and the way that skips."""
        hint = [self.sentence(text) for text in self._hint()]
        choices = grid_of(self, [self._choice(age, self.words(label)) for age, label in AGES.items()])
        parts = self.column(self.title(self._question()), *hint, choices, 1, gap=12 if self.is_close else 24)
        skip = self.way_on(self.words("Skip this"), self.go_on, main=False)
        ways_on = self.row(self.hear_button(), 1, skip, gap=16)
        return self.column(self.scrolling(parts), ways_on, gap=16, margins=self.margins())

    def _choice(self, age: AgeGroup, label: str) -> Button:
        chosen = self.visit.age_said and self.visit.age is age
        return choice(self, label, "", chosen, partial(self._answered, age))

    def _answered(self, age: AgeGroup) -> None:
        visit, people = self.visit, self.room.session.people
        if visit.person is None or not self.did(people.change, visit.person, age_group=age):
            self.rebuild()
            return
        visit.age, visit.age_said = age, True
        if not visit.young:
            visit.adult = visit.guardian = ""
        self.go_on()


PAGE = ArriveAgePage
