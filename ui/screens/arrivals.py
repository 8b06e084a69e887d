"""Who is here, for the facilitator only: everybody's answers, what we do, and what is left to ask."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, Side
from ui.page import Page
from ui.parts import register
from ui.parts.arrival import begin_arrival, somebody_arrives
from ui.parts.desk_acts import TAKE_OVER
from ui.parts.desk_cards import Answer as Choice
from ui.parts.desk_cards import is_crowded, question_card
from ui.parts.equality import is_answering
from ui.parts.number import with_a_number
from ui.parts.ready_looking import in_school
from ui.parts.register_money import marks
from ui.parts.register_person import PersonCard
from ui.parts.register_side import Beside, cards
from ui.parts.register_table import Heading, PersonRow, legend
from ui.parts.register_to_do import AT_THE_END, to_do
from ui.parts.top_bar import top_bar
from ui.parts.vote import somebody_votes
from ui.widgets.boxes import within
from ui.widgets.button import PLAIN, Kind, Style
from ui.widgets.card import Card
from ui.widgets.field import Line, placeholder
from ui.widgets.scroll import Place, Scroll
from workshop.domain import plan
from workshop.domain.changes import Change
from workshop.domain.consent import parents_to_tell
from workshop.domain.ids import PersonId
from workshop.domain.kinds import DayState
from workshop.domain.money import Claim, ClaimLine
from workshop.domain.persons import Need, Person
from workshop.domain.records import Step
from workshop.domain.who_is_here import balance

ARRIVALS = 1  # of the six stages of a workshop
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
        self.left = self._left()
        if self.chosen not in {row.person for row in self.rows}:
            self.chosen = None
        below = self._stacked() if is_crowded(self.look) else self._side_by_side()
        whole = self.column(top_bar(self, ARRIVALS), below, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)
        self.body.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _side_by_side(self) -> QLayout:
        beside = within(QWidget(), self._beside())
        halves = self.row(self._list(), Scroll(self.look, beside, place=self.side_place), gap=24)
        halves.setStretch(0, 2 if self.card else 3)
        halves.setStretch(1, 1)
        below = self.column(self.row(*self._acts(), gap=16), halves, gap=14, margins=(24, 16, 24, 20))
        below.setStretch(1, 1)
        return below

    def _stacked(self) -> QLayout:
        """All below each other, where the words are too large for two columns."""
        title, _, *acts = self._acts()
        beside, list_ = within(QWidget(), self._beside()), self._rows()
        meaning = within(
            Card(self.look), self.row(legend(self.look, self.words, True), margins=(20, 16, 20, 16))
        )
        field = [self.field] if self.finding else []
        parts = [beside, list_] if self.chosen or self.asking else [list_, beside]
        inside = self.column(title, *field, *acts, *parts, meaning, 1, gap=14)
        return self.column(
            Scroll(self.look, within(QWidget(), inside), place=self.side_place), margins=(24, 16, 24, 20)
        )

    def _read(self) -> list[register.Row]:
        room, people = self.room, self.room.all(Person)
        money = marks(people, room.all(Claim), room.all(ClaimLine))
        consents = room.session.people.consents()
        return register.rows(people, room.all(Need), consents, room.now().date(), money)

    def _acts(self) -> list[Any]:
        words = self.words
        title = self.text(words("Who is here"), 36, BOLD, wrap=False)
        find = self.button(words("Find"), "search", self._find, PLAIN)
        find.setCheckable(True)
        find.setChecked(self.finding)
        more = self.button(words("More about people"), "list", self._more)
        paper = self.button(words("Type in paper forms"), "file-text", self._paper)
        on = self.button(words("Next person on the screen"), "presentation", self._next_person, _NEXT)
        parts: list[Any] = [title, 1, find, more, paper, on]
        if self.finding:
            parts[1] = self._field()
        return parts

    def _field(self) -> Line:
        field = Line(self.look, self.words("Find a name or a slip number"), self.wanted)
        placeholder(field, self.look, self.words("A name, or a slip number"))
        field.textChanged.connect(self._look_for)
        self.field = field
        return field

    def _list(self) -> QWidget:
        """The heading and what the cells mean stay in view, the rows can be drawn up and down."""
        card = Card(self.look, "paper", "card_edge", 20)
        inside = self.column(*self._lines(), 1, gap=0)
        list_ = Scroll(self.look, within(QWidget(), inside), place=self.list_place)
        meaning = within(QWidget(), self.row(legend(self.look, self.words), margins=(20, 8, 20, 8)))
        whole = self.column(Heading(self.look, self.words), list_, meaning, gap=0, margins=(2, 4, 2, 4))
        whole.setStretch(1, 1)
        within(card, whole)
        self._hide_others()
        return card

    def _rows(self) -> QWidget:
        """The heading and all rows, to stand among other parts."""
        card = Card(self.look, "paper", "card_edge", 20)
        rows = self.column(Heading(self.look, self.words), *self._lines(), gap=0, margins=(2, 4, 2, 4))
        within(card, rows)
        self._hide_others()
        return card

    def _lines(self) -> list[QWidget]:
        self.lines = {row.person: self._line(row) for row in self.rows}
        return [*self.lines.values(), *self._when_empty()]

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
        return self.column(*asked, *self._cards(), 1, gap=16)

    def _take_over(self) -> QWidget:
        """Somebody is in the middle of arriving; only a second, meant touch takes the screen from them."""
        answers = [
            Choice(self.words("Yes, the next person"), "user-plus", self._begin),
            Choice(self.words("No, wait"), "arrow-left", lambda: self._ask_to_take_over(False)),
        ]
        return question_card(self.look, self.words(TAKE_OVER), answers, _EQUAL, across=1)

    def _cards(self) -> list[QWidget]:
        here = {row.person for row in self.rows if not row.expected}
        balance_ = balance(person for person in self.room.all(Person) if person.id in here)
        return cards(self, Beside(register.counts(self.rows), balance_, self.left, in_school(self.room)))

    def _left(self) -> list[str]:
        """What is left to do, as it stands at this minute."""
        room, steps = self.room, self.room.all(Step)
        running = plan.running(steps)
        at_the_end = running is not None and running.kind == AT_THE_END
        tell = parents_to_tell(room.all(Person), room.workshop.parents_told)
        ask = at_the_end or room.workshop.state is DayState.CLOSED
        return to_do(self.rows, self.words, f"{room.now():%H:%M}", tell, ask)

    # Acts

    def on_change(self, change: Change) -> None:
        """Somebody has arrived or answered: read again, and keep what is being written in the open row."""
        self._read_again()

    def _read_again(self) -> None:
        if self.card is not None:
            self.card.keep()
        self.rebuild()

    def on_tick(self) -> None:
        """Somebody may have to leave soon by now."""
        if self._left() != self.left:
            self._read_again()

    def _next_person(self) -> None:
        if somebody_votes(self.stage):
            self.tell(self.words("Somebody is voting. Please wait."))
        elif somebody_arrives(self.stage) or is_answering(self.stage):
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

    def _more(self) -> None:
        self.stage.show_desk("people_more")

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
