"""What helped somebody to decide. It is about what was done for them, never about whether they could."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLayout

from ui.parts.arrival import asked
from ui.parts.arrival_choices import choice, grid_of
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.button import Button
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item, Medium, Support
from workshop.domain.persons import Answer

SUPPORT = {
    Support.EASY_READ: ("image", "Easy words and pictures"),
    Support.READ_ALOUD: ("volume-2", "It was read to me"),
    Support.EXPLAINED: ("message-circle-question", "It was explained to me"),
    Support.SUPPORTER: ("heart-handshake", "A person I chose"),
    Support.INTERPRETER: ("languages", "An interpreter"),
    Support.MORE_TIME: ("hourglass", "More time"),
}


class ArriveSupportPage(ArrivalPage):
    """Did anything help you to decide? It belongs to the last page, and nobody has to go there."""

    def setup(self, **given: Any) -> None:
        """What was said before; it changes with the way on."""
        super().setup(**given)
        self.chosen = self.visit.support

    def spoken(self) -> list[str]:
        """The question, how to answer it, and what may have helped."""
        labels = [self.words(label) for _, label in SUPPORT.values()]
        hint = self.words("You can touch more than one. You can skip this.")
        return [self.words("What helped you to decide?"), hint, *labels]

    def content(self) -> QLayout:
        """Six choices of one size, and the way on."""
        title, hint, *_ = self.spoken()
        choices = grid_of(self, [self._choice(support) for support in SUPPORT])
        parts = (self.title(title), self.sentence(hint), choices, 1)
        inside = self.scrolling(self.column(*parts, gap=12 if self.is_close else 24))
        ways_on = self.row(self.hear_button(), 1, self.way_on(self.words("Next"), self._next), gap=16)
        return self.column(inside, ways_on, gap=16, margins=self.margins())

    def _choice(self, support: Support) -> Button:
        icon, label = SUPPORT[support]
        button = choice(self, self.words(label), icon, support in self.chosen, low=True)
        button.toggled.connect(partial(self._chose, support))
        return button

    def _chose(self, support: Support, on: bool) -> None:
        chosen = {*self.chosen, support} if on else {*self.chosen} - {support}
        self.chosen = tuple(s for s in Support if s in chosen)

    def _next(self) -> None:
        if not self._keep():
            return
        self.visit.support = self.chosen
        if Support.SUPPORTER in self.visit.support:
            self.stage.show_people("arrive_supporter")
        else:
            self.stage.show_people("arrive_sign", signs=True)

    def _keep(self) -> bool:
        """Say it with every answer that was given without it, in the words that were read then."""
        person = self.visit.person
        if person is None:
            return False
        return all(self._say_again(answer) for answer in self._last_words(person).values())

    def _last_words(self, person: PersonId) -> dict[Item, Answer]:
        items = asked(self.visit.answers, self.questions)
        mine = (a for a in self.room.all(Answer) if a.person == person and a.item in items)
        last = {answer.item: answer for answer in sorted(mine, key=lambda a: a.order)}
        return {item: answer for item, answer in last.items() if answer.support != self.chosen}

    def _say_again(self, answer: Answer) -> bool:
        return self.did(
            self.room.session.people.consent,
            answer.person,
            answer.item,
            answer.said,
            Medium.SCREEN,
            list(self.chosen),
            answer.guardian,
            language=answer.language,
            form=answer.form,
        )

    def go_back(self) -> None:
        """The signature; nothing was said."""
        self.stage.show_people("arrive_sign", signs=True)


PAGE = ArriveSupportPage
