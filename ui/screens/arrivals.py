"""Who is here, for the facilitator only: everybody's answers, what we do, and what is left to ask."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, Side
from ui.page import Page
from ui.parts import register
from ui.parts.arrival import VOICES, begin_arrival, somebody_arrives
from ui.parts.desk_acts import TAKE_OVER
from ui.parts.desk_cards import Answer as Choice
from ui.parts.desk_cards import question_card
from ui.parts.number import with_a_number
from ui.parts.register_person import PersonCard
from ui.parts.register_table import Heading, PersonRow, legend
from ui.parts.top_bar import top_bar
from ui.parts.vote import somebody_votes
from ui.widgets.boxes import within
from ui.widgets.button import PLAIN, Kind, Style
from ui.widgets.card import Card
from ui.widgets.field import Line, placeholder
from ui.widgets.icon import Icon
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.ids import PersonId
from workshop.domain.persons import Answer, Need, Person

ARRIVALS = 1  # of the six stages of a workshop
MOST_TO_DO = 6
_NEXT = Style(Kind.MAIN, 64, 22, 28)
_EQUAL = Style(Kind.STRONG, 64, 20, 24, padding=16)


class ArrivalsPage(Page):
    """The list, and beside it the counts, or the person whose row was touched."""

    side = Side.FACILITATOR

    def setup(self, person: PersonId | None = None, **given: Any) -> None:
        """Nobody's row is open, nobody is looked for."""
        self.chosen = person
        self.finding = False
        self.asking = False  # whether the screen is taken from somebody
        self.wanted = ""
        self.list_place, self.side_place = Place(), Place()
        self.card: PersonCard | None = None

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Who is here")

    # Building

    def build(self) -> None:
        """The bar, the buttons, the list and what stands beside it."""
        self.rows = self._read()
        if self.chosen not in {row.person for row in self.rows}:
            self.chosen = None
        beside = within(QWidget(), self._beside())
        halves = self.row(self._list(), Scroll(self.look, beside, place=self.side_place), gap=24)
        halves.setStretch(0, 3)
        halves.setStretch(1, 1)
        below = self.column(self._acts(), halves, gap=14, margins=(24, 16, 24, 20))
        below.setStretch(1, 1)
        whole = self.column(top_bar(self, ARRIVALS), below, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)
        self.body.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _read(self) -> list[register.Row]:
        room = self.room
        return register.rows(room.all(Person), room.all(Need), room.all(Answer), room.now().date())

    def _acts(self) -> QLayout:
        words = self.words
        title = self.text(words("Who is here"), 36, BOLD, wrap=False)
        find = self.button(words("Find"), "search", self._find, PLAIN)
        find.setCheckable(True)
        find.setChecked(self.finding)
        paper = self.button(words("Type in paper forms"), "file-text", self._paper)
        on = self.button(words("Next person on the screen"), "presentation", self._next_person, _NEXT)
        parts: list[Any] = [title, 1, find, paper, on]
        if self.finding:
            parts[1] = self._field()
        return self.row(*parts, gap=16)

    def _field(self) -> Line:
        field = Line(self.look, self.words("Find a name or a slip number"), self.wanted)
        placeholder(field, self.look, self.words("A name, or a slip number"))
        field.textChanged.connect(self._look_for)
        self.field = field
        return field

    def _list(self) -> QWidget:
        card = Card(self.look, "paper", "card_edge", 20)
        self.lines = {row.person: self._line(row) for row in self.rows}
        inside = self.column(*self.lines.values(), *self._when_empty(), 1, gap=0)
        list_ = Scroll(self.look, within(QWidget(), inside), place=self.list_place)
        meaning = within(QWidget(), self.row(legend(self.look, self.words), margins=(20, 8, 20, 8)))
        whole = self.column(Heading(self.look, self.words), list_, meaning, gap=0, margins=(2, 4, 2, 4))
        whole.setStretch(1, 1)
        self._hide_others()
        return within(card, whole)

    def _line(self, row: register.Row) -> PersonRow:
        chosen = row.person == self.chosen
        return PersonRow(self.look, self.words, row, chosen, lambda: self._open(row.person))

    def _when_empty(self) -> list[QWidget]:
        if self.rows:
            return []
        text = self.words("No one yet. Ask the next person, or type in paper forms.")
        return [within(QWidget(), self.row(self.text(text, 24), margins=(24, 24, 24, 24)))]

    def _beside(self) -> QLayout:
        opened = next((row for row in self.rows if row.person == self.chosen), None)
        self.card = None
        asked = [self._take_over()] if self.asking else []
        if opened is not None:
            self.card = PersonCard(self, opened)
            return self.column(*asked, self.card, 1, gap=16)
        return self.column(*asked, self._counts(), *self._to_do(), self._for_us(), 1, gap=16)

    def _take_over(self) -> QWidget:
        """Somebody is in the middle of arriving; only a second, meant touch takes the screen from them."""
        answers = [
            Choice(self.words("Yes, the next person"), "user-plus", self._begin),
            Choice(self.words("No, wait"), "arrow-left", lambda: self._ask_to_take_over(False)),
        ]
        return question_card(self.look, self.words(TAKE_OVER), answers, _EQUAL, across=1)

    def _counts(self) -> QWidget:
        here = self.words.many("person is here", "people are here", len(self.rows))
        number = self.text(str(len(self.rows)), 44, BOLD, wrap=False)
        lines = [self.row(number, self.text(here, 24), gap=14)]
        lines[0].setStretch(1, 1)
        for voice, n in register.counts(self.rows).items():
            line = self.row(
                self.text(self.words(VOICES[voice][1]), 22), self.text(str(n), 22, BOLD, wrap=False)
            )
            line.setStretch(0, 1)
            lines.append(line)
        return within(Card(self.look), self.column(*lines, gap=8, margins=(24, 16, 24, 20)))

    def _to_do(self) -> list[QWidget]:
        left = register.to_do(self.rows, self.words)
        if not left:
            return []
        card = Card(self.look, "amber_tint", "amber", 20)
        head = self.row(
            Icon(self.look, "flag", 28, "amber"),
            self.text(self.words("To do before you start"), 24, BOLD, "amber"),
            gap=12,
        )
        head.setStretch(1, 1)
        lines = [self.text(sentence, 21) for sentence in left[:MOST_TO_DO]]
        more = len(left) - MOST_TO_DO
        if more > 0:
            lines.append(self.text(self.words.many("And {n} more.", "And {n} more.", more), 21))
        return [within(card, self.column(head, *lines, gap=8, margins=(24, 16, 24, 20)))]

    def _for_us(self) -> QWidget:
        title = self.text(self.words("Seen by facilitators only"), 22, BOLD)
        text = self.words("Consent decides what is printed. You do not have to remember it.")
        parts = self.column(title, self.text(text, 20, colour="ink2"), gap=4, margins=(24, 16, 24, 20))
        return within(Card(self.look), parts)

    # Acts

    def on_change(self, change: Change) -> None:
        """Somebody has arrived or answered: read again, and keep what is being written in the open row."""
        if self.card is not None:
            self.card.keep()
        self.rebuild()

    def _next_person(self) -> None:
        if somebody_votes(self.stage):
            self.tell(self.words("Somebody is voting. Please wait."))
        elif somebody_arrives(self.stage):
            self._ask_to_take_over()
        else:
            self._begin()

    def _ask_to_take_over(self, asking: bool = True) -> None:
        self.asking, self.side_place.top = asking, 0
        self.rebuild()

    def _begin(self) -> None:
        self._ask_to_take_over(False)
        with_a_number(self.stage, partial(begin_arrival, self.stage))
        if not self.stage.one_screen:
            self.tell(self.words("The people’s screen asks for a name now."), "done")

    def _paper(self) -> None:
        self.stage.show_desk("paper_form")

    def _find(self) -> None:
        self.finding, self.wanted = not self.finding, ""
        self.rebuild()
        if self.finding:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_for(self, words: str) -> None:
        self.wanted = words
        self._hide_others()

    def _hide_others(self) -> None:
        wanted = {row.person for row in register.found(self.rows, self.wanted)}
        for person, line in self.lines.items():
            line.setVisible(person in wanted)

    def _open(self, person: PersonId) -> None:
        self.chosen = None if self.chosen == person else person
        self.side_place.top = 0
        self.rebuild()

    def close_row(self) -> None:
        """Show the counts again."""
        self.chosen = None
        self.rebuild()


PAGE = ArrivalsPage
