"""Everything about people that is not the list itself: each is one touch away, with what waits there."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.look import Side
from ui.page import Page
from ui.parts.desk_cards import is_crowded
from ui.parts.promises_sheets import sheet
from ui.parts.top_bar import top_bar
from ui.screens import NAMES
from ui.widgets.boxes import within
from ui.widgets.button import Button, Style
from workshop.domain.money import Claim, ClaimLine
from workshop.domain.persons import Person
from workshop.domain.who_is_here import is_expected

ARRIVALS = 1  # of the six stages of a workshop
_WAY = Style(height=112, text=24, icon=34, padding=24, radius=16, at_start=True, second_text=20)


@dataclass(frozen=True)
class Way:
    """One page: its name, the icon, what it is called, what it is for, what waits there ("" for nothing)."""

    page: str
    icon: str
    text: str
    what_for: str
    waits: str = ""

    @property
    def second(self) -> str:
        """The line under the words."""
        return f"{self.what_for} {self.waits}".strip()


class PeopleMorePage(Page):
    """Ten large buttons."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """Nothing to keep."""

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("More about people")

    def build(self) -> None:
        """The bar, and the ways on."""
        under = self.words("All of this is for facilitators only.")
        content = sheet(self, self.name(), under, self._grid(), self._back)
        whole = self.column(top_bar(self, ARRIVALS), within(QWidget(), content), gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)
        self.body.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _grid(self) -> QLayout:
        across = 1 if is_crowded(self.look) else 2
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.look.px(16))
        for i, way in enumerate(self._ways()):
            grid.addWidget(self._button(way), i // across, i % across, Qt.AlignmentFlag.AlignTop)
        for column in range(across):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    def _button(self, way: Way) -> Button:
        button = self.button(way.text, way.icon, lambda: self._open(way), _WAY, way.second)
        if way.page not in NAMES:
            button.lock(self.words("This is not there yet."))
        return button

    def _ways(self) -> list[Way]:
        return [*self._asked_and_paid(), *self._before_printing(), *self._besides()]

    def _asked_and_paid(self) -> list[Way]:
        words = self.words
        questions = words("The consent questions"), words("What is asked, and in which words.")
        papers = words("Paper forms and badges"), words("Forms, slips and badges to print or save.")
        money = words("Money"), words("Fares, care cover, payments.")
        who_came = words("Equality questions"), words("Who came, as numbers. Nobody’s name is with them.")
        return [
            Way("consent_words", "message-circle-question", *questions),
            Way("people_papers", "printer", *papers),
            Way("money", "pound-sterling", *money, self._to_pay()),
            Way("equality", "scale", *who_came),
        ]

    def _before_printing(self) -> list[Way]:
        words = self.words
        names = words("Names in notes"), words("Look at them before you print.")
        pictures = words("People in pictures"), words("Say who can be seen, before you print.")
        return [
            Way("names_check", "eye", *names, self._notes()),
            Way("pictures_check", "camera", *pictures, self._pictures()),
        ]

    def _besides(self) -> list[Way]:
        words = self.words
        before = words("People who came before"), words("Ask them again. Nothing they said is used.")
        keeping = words("How long we keep it"), words("Names, consent and money, each until its day.")
        handed = words("What was handed out"), words("Who has it, and what came back.")
        worry = words("Card for a worry"), words("What to do, and a paper card. Nothing of it is kept.")
        return [
            Way("regulars", "history", *before, self._expected()),
            Way("keeping", "timer", *keeping, self._due()),
            Way("handed_out", "file-text", *handed),
            Way("safeguarding", "shield-check", *worry),
        ]

    # What waits

    def _to_pay(self) -> str:
        with_lines = {line.claim for line in self.room.all(ClaimLine)}
        waiting = sum(c.paid_on is None and c.id in with_lines for c in self.room.all(Claim))
        return self.words.many("{n} claim to pay.", "{n} claims to pay.", waiting) if waiting else ""

    def _notes(self) -> str:
        waiting = len(self.room.session.pack.waiting_for_a_look())
        return self.words.many("{n} note waits.", "{n} notes wait.", waiting) if waiting else ""

    def _pictures(self) -> str:
        waiting = len(self.room.session.pack.pictures_to_look_at())
        return self.words.many("{n} picture waits.", "{n} pictures wait.", waiting) if waiting else ""

    def _expected(self) -> str:
        answered = {person for person, _ in self.room.session.people.consents().last}
        waiting = sum(is_expected(person, answered) for person in self.room.all(Person))
        return self.words.many("{n} is expected.", "{n} are expected.", waiting) if waiting else ""

    def _due(self) -> str:
        waiting = len(self.room.session.people.due().what)
        return self.words.many("{n} date has come.", "{n} dates have come.", waiting) if waiting else ""

    # Acts

    def _open(self, way: Way) -> None:
        self.stage.show_desk(way.page, back="people_more", back_to="people_more")

    def _back(self) -> None:
        self.stage.show_desk("arrivals")


PAGE = PeopleMorePage
