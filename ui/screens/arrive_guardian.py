"""Under 16, after a yes to something that shows who they are: whether a parent or guardian is here."""

from functools import partial

from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ui.parts.arrival import ICONS, for_a_guardian
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.boxes import within
from ui.widgets.button import ANSWER, Button, Kind, Style
from ui.widgets.icon import Icon
from workshop.domain.kinds import Item

_IN_PRIVATE = Style(Kind.STRONG, 130, 50, 52, radius=16, at_least_mm=14.0)


class ArriveGuardianPage(ArrivalPage):
    """What the young person said no to is not asked again: their own no always counts."""

    tokens_in_private = (48, 30)

    def spoken(self) -> list[str]:
        """The question, why it is asked, and about what."""
        return [
            self.words("Is a parent or guardian here?"),
            self.words("We ask them too, where you said yes."),
            *(self.form.of(item).short for item in self._items()),
        ]

    def _items(self) -> tuple[Item, ...]:
        return for_a_guardian(self.visit, self.questions)

    def content(self) -> QLayout:
        """The question, what it is about, and two answers of one size."""
        title, why, *_ = self.spoken()
        rows = [self._row(item) for item in self._items()]
        hear = self.row(self.hear_button(), 1)
        air = 10 if self.is_close else 20
        told = self.column(self.title(title), self.sentence(why), *rows, hear, 1, gap=air)
        answers = self.row(self._is_here(True), self._is_here(False), gap=20 if self.is_close else 40)
        answers.setStretch(0, 1)
        answers.setStretch(1, 1)
        return self.column(self.scrolling(told), answers, gap=16, margins=self.margins())

    def _row(self, item: Item) -> QWidget:
        what = self.sentence(self.form.of(item).short)
        row = self.row(Icon(self.look, ICONS[item], 34), what, gap=20)
        row.setStretch(1, 1)
        return within(QWidget(), row)

    def _is_here(self, here: bool) -> Button:
        style = _IN_PRIVATE if self.look.private else ANSWER
        word, icon = (self.words("Yes"), "check") if here else (self.words("No"), "x")
        given = self.visit.guardian_here is here
        button = self.answer(word, icon, partial(self._answered, here), style, given=given)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setAccessibleDescription(self.spoken()[0])
        return button

    def _answered(self, here: bool) -> None:
        """Without one, what waits for them counts as No, and the young person goes on."""
        self.visit.guardian_here = here
        self.go_on()


PAGE = ArriveGuardianPage
