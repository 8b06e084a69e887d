"""Setting up a vote: everything is filled in; look, then open. Opening locks the words and the rules."""

from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, MEDIUM, SEMIBOLD, Side
from ui.page import Page
from ui.parts.number import hand_over
from ui.parts.top_bar import top_bar
from ui.parts.vote import Rules, Where, expected_of, rule_lines, settings_of
from ui.parts.vote_setup import (
    CRITERION,
    QUESTION,
    dots_for,
    equals_of,
    look_alikes,
    put_together,
    times,
    voices_said,
    why_not,
)
from ui.widgets import rule_card
from ui.widgets.boxes import within
from ui.widgets.button import MAIN, Button
from ui.widgets.card import Card, Ground
from ui.widgets.choice import Stepper
from ui.widgets.field import Line, labelled
from ui.widgets.icon import Icon
from ui.widgets.scroll import Place, Scroll
from ui.widgets.wrapping import Wrapping
from workshop.domain.facts import RoundFacts
from workshop.domain.persons import Person
from workshop.domain.records import Idea, Option, Round
from workshop.domain.voting import LOWEST_THRESHOLD, MOST_DOTS
from workshop.session.voting import NewOption

VOTE = 3  # its place in the chain of stages


class SetUpVotePage(Page):
    """The question and the rules, the numbered ideas, and what people will read."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """With a `round`, this is a new vote on the ideas that came out equal there."""
        again = self.room.get(Round, given["round"]) if "round" in given else None
        self.options: tuple[Option, ...] = self._equals(again) if again else ()
        self.question = again.question if again else self.words(QUESTION)
        self.criterion = again.criterion if again else self.words(CRITERION)
        self.by_voice = again.by_voice if again else True
        self.dots = dots_for(len(self._on_the_list()))
        self.most = min(2, self.dots)
        self.adding, self.title, self.what = False, "", ""
        self.kept: frozenset[frozenset[str]] = frozenset()
        self.places = [Place(), Place(), Place()]

    def _equals(self, round_: Round) -> tuple[Option, ...]:
        facts = self.room.session.voting.result(round_.id)
        if not isinstance(facts, RoundFacts):
            return ()
        return equals_of(round_, [(row.number, row.place) for row in facts.rows])

    def _on_the_list(self) -> list[tuple[int, str, str, NewOption | str]]:
        """What goes to the vote: number, title, second line, and what the session is given for it."""
        if not self.options:
            return [(idea.number, idea.title, idea.what, str(idea.id)) for idea in self.room.all(Idea)]
        ideas = {str(idea.id) for idea in self.room.all(Idea)}
        return [
            (o.number, o.title, o.what, o.source if o.source in ideas else NewOption(o.title, o.what))
            for o in self.options
        ]

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Set up the vote")

    # Laying out

    def build(self) -> None:
        """The bar, and three columns; on a narrow screen they are one."""
        head = self.row(
            self.text(self.name(), 36, BOLD, wrap=False),
            self.text(self.words("Everything is filled in for you. Look, then open."), 20, MEDIUM, "ink2"),
            gap=30,
        )
        head.setStretch(1, 1)
        if self.look.screen.width >= 60 * self.look.text(20):
            middle: QLayout = self._three_columns()
        else:
            inside = self.column(self._rules(), self._ideas(), self._right(), 1, gap=16)
            middle = self.column(self._scroll(inside, 0), self._opening(), gap=8)
        content = self.column(head, middle, gap=12, margins=(32, 16, 32, 20))
        content.setStretch(1, 1)
        self.body.setLayout(self.column(top_bar(self, VOTE), content, gap=0))

    def _three_columns(self) -> QLayout:
        last = self.column(self._scroll(self.column(self._right(), 1), 2), self._opening(), gap=12)
        last.setStretch(0, 1)
        three = self.row(
            self._scroll(self.column(self._rules(), gap=0), 0),
            self._scroll(self.column(self._ideas(), gap=0), 1),
            within(QWidget(), last),
            gap=16,
        )
        for place, share in enumerate((34, 33, 30)):
            three.setStretch(place, share)
        return three

    def _scroll(self, inside: QLayout, place: int) -> Scroll:
        content = within(QWidget(), inside)
        return Scroll(self.look, content, self.words("More"), self.words("Up"), self.places[place])

    # The question and the rules

    def _rules(self) -> Card:
        asks = self.words("Ask “Today I vote as…”, one touch, can be left out")
        voices = voices_said(self.room.all(Person), LOWEST_THRESHOLD, self.words)
        card = Card(self.look)
        parts = [
            labelled(self.look, self.words("The question"), self._line("question", BOLD)),
            labelled(self.look, self.words("What to think about"), self._line("criterion", MEDIUM)),
            within(QWidget(), self._steppers()),
            labelled(self.look, self.words("Where people vote"), self._where()),
            labelled(self.look, asks, self._yes_or_no()),
            *([self.text(voices, 20)] if self.by_voice else []),
        ]
        within(card, self.column(*parts, 1, gap=14, margins=(28, 22, 28, 22)))
        return card

    def _steppers(self) -> Wrapping:
        dots = Stepper(
            self.look,
            self.words("Dots each"),
            self.dots,
            1,
            MOST_DOTS,
            self._set_dots,
            fewer=self.words("One dot fewer"),
            more=self.words("One dot more"),
        )
        most = Stepper(
            self.look,
            self.words("Most on one idea"),
            self.most,
            1,
            self.dots,
            self._set_most,
            fewer=self.words("One fewer on one idea"),
            more=self.words("One more on one idea"),
        )
        return Wrapping(
            self.look,
            labelled(self.look, self.words("Dots each"), dots),
            labelled(self.look, self.words("Most on one idea"), most),
            gap=40,
        )

    def _line(self, field: str, weight: int) -> Line:
        names = {"question": self.words("The question"), "criterion": self.words("What to think about")}
        line = Line(self.look, names[field], getattr(self, field), 22)
        line.setFont(self.look.font(22, weight))
        line.setCursorPosition(0)
        line.textChanged.connect(lambda text: setattr(self, field, text))
        return line

    def _where(self) -> QWidget:
        places = settings_of(self.room).places
        choices = (
            (Where.LAPTOP, "laptop", self.words("Laptop, turned away")),
            (Where.SCREEN, "monitor", self.words("Big screen, small page")),
            (Where.PAPER, "file-text", self.words("On paper as well")),
        )
        buttons = [
            self._choice(words, icon, where in places, lambda where=where: self._set_where(where))
            for where, icon, words in choices
        ]
        return within(QWidget(), Wrapping(self.look, *buttons))

    def _yes_or_no(self) -> QWidget:
        yes = self._choice(self.words("Yes"), "check", self.by_voice, lambda: self._set_voice(True))
        no = self._choice(self.words("No"), "x", not self.by_voice, lambda: self._set_voice(False))
        answers = self.row(yes, no)
        answers.setStretch(0, 1)
        answers.setStretch(1, 1)
        return within(QWidget(), answers)

    def _choice(self, words: str, icon: str, chosen: bool, act: Any) -> Button:
        button = self.button(words, icon, act)
        button.setCheckable(True)
        button.setChecked(chosen)
        return button

    # The ideas

    def _ideas(self) -> Card:
        rows = [self._row(number, title, what) for number, title, what, _ in self._on_the_list()]
        head = self.row(self.text(self.words("These go to the vote"), 26, BOLD), gap=12)
        head.setStretch(0, 1)
        if not self.options and not self.adding:
            head.addWidget(self.button(self.words("Add an idea"), "plus", self._begin_to_add))
        parts: list[QWidget] = [within(QWidget(), head), *([self._new_idea()] if self.adding else []), *rows]
        if not rows:
            parts.append(self.text(self.words("Make the ideas first."), 22))
        alike = None if self.options else look_alikes(self.room.all(Idea), self.kept)
        if alike is not None:
            parts.append(self._alike(*alike))
        card = Card(self.look)
        within(card, self.column(*parts, 1, gap=8, margins=(28, 18, 28, 18)))
        return card

    def _row(self, number: int, title: str, what: str) -> QWidget:
        row = Ground(self.look, "paper", "top")
        row.setAccessibleName(f"{number}. {title}")
        number_ = self.text(str(number), 24, BOLD, wrap=False)
        number_.setMinimumWidth(self.look.text(24) * 2)
        words = self.column(
            self.text(title, 22, BOLD), *([self.text(what, 20, colour="ink2")] if what else []), gap=0
        )
        laid_out = self.row(number_, words, gap=14, margins=(0, 9, 0, 3))
        laid_out.setStretch(1, 1)
        within(row, laid_out)
        return row

    def _new_idea(self) -> QWidget:
        title = Line(self.look, self.words("The idea in a few words"), self.title, 22)
        title.textChanged.connect(lambda text: setattr(self, "title", text))
        what = Line(self.look, self.words("One line more"), self.what, 20)
        what.textChanged.connect(lambda text: setattr(self, "what", text))
        what.returnPressed.connect(self.add)
        title.returnPressed.connect(what.setFocus)
        acts = Wrapping(
            self.look,
            self.button(self.words("Leave it"), "x", self._leave_it),
            self.button(self.words("Put it on the list"), "check", self.add),
        )
        inside = self.column(
            labelled(self.look, self.words("The idea in a few words"), title),
            labelled(self.look, self.words("One line more"), what),
            acts,
        )
        return within(QWidget(), inside)

    def _alike(self, one: Idea, other: Idea) -> Card:
        card = Card(self.look, "amber_tint", "amber", radius=16)
        said = self.words("{a} and {b} look alike. Are they one idea?", a=one.number, b=other.number)
        head = self.row(Icon(self.look, "merge", 26, "amber"), self.text(said, 22, BOLD, "amber"), gap=12)
        head.setStretch(1, 1)
        acts = Wrapping(
            self.look,
            self.button(self.words("Put them together"), "merge", lambda: self.together(one, other)),
            self.button(self.words("Keep both"), "split", lambda: self.keep_both(one, other)),
        )
        within(card, self.column(head, acts, margins=(16, 12, 16, 12)))
        return card

    # What people read, and how long it takes

    def _right(self) -> QWidget:
        paper = Where.PAPER in settings_of(self.room).places
        rules = Rules(self.dots, self.most, self.by_voice, LOWEST_THRESHOLD, paper)
        title = self.text(self.words("The rule card people see"), 24, BOLD)
        lines = rule_card.rule_lines(self.look, rule_lines(rules, self.words), 20)
        card = Card(self.look)
        within(card, self.column(title, lines, gap=6, margins=(24, 18, 24, 12)))
        return within(QWidget(), self.column(card, self._time(paper), gap=16))

    def _time(self, paper: bool) -> Card:
        head = self.row(
            Icon(self.look, "hourglass", 26), self.text(self.words("How long it takes"), 24, BOLD), gap=12
        )
        head.setStretch(1, 1)
        lines = [
            self.row(self.text(who, 20), 1, self.text(long, 20, SEMIBOLD, wrap=False))
            for who, long in times(expected_of(self.room), paper, self.words)
        ]
        tea = self.text(self.words("Vote while tea is on. Nobody waits in a line."), 20, MEDIUM, "harbour")
        card = Card(self.look)
        within(card, self.column(head, *lines, tea, gap=8, margins=(24, 16, 24, 16)))
        return card

    def _opening(self) -> QWidget:
        opens = self.button(self.words("Open the vote"), "vote", self.open_vote, MAIN)
        opens.lock(why_not(self.room, len(self._on_the_list()), self.words))
        locked = opens.why_not or self.words("After this the words and rules are locked.")
        return within(QWidget(), self.column(opens, self.text(locked, 20, centre=True), gap=6))

    # Acts

    def _set_dots(self, dots: int) -> None:
        self.dots, self.most = dots, min(self.most, dots)
        self.rebuild()

    def _set_most(self, most: int) -> None:
        self.most = most
        self.rebuild()

    def _set_voice(self, asked: bool) -> None:
        self.by_voice = asked
        self.rebuild()

    def _set_where(self, where: Where) -> None:
        """Laptop or big screen, one of the two; paper as well, or not."""
        places = settings_of(self.room).places
        if where is Where.PAPER:
            places ^= {where}
        else:
            places -= {Where.LAPTOP, Where.SCREEN}
            places.add(where)
        self.rebuild()

    def _begin_to_add(self) -> None:
        self.adding = True
        self.rebuild()

    def _leave_it(self) -> None:
        self.adding, self.title, self.what = False, "", ""
        self.rebuild()

    def add(self) -> None:
        """Put the new idea on the list; it gets the next number."""
        title, what = self.title, self.what
        self.adding, self.title, self.what = False, "", ""
        if not self.did(self.room.session.board.add_idea, title, what):
            self.adding, self.title, self.what = True, title, what
        self.rebuild()

    def together(self, one: Idea, other: Idea) -> None:
        """Two ideas become one; no word of either is lost."""
        title, what = put_together(one, other)
        board = self.room.session.board
        if self.did(board.edit_idea, one.id, title=title, what=what):
            self.did(board.remove_idea, other.id)

    def keep_both(self, one: Idea, other: Idea) -> None:
        """They are two ideas: do not ask again."""
        self.kept |= {frozenset({one.id, other.id})}
        self.rebuild()

    def open_vote(self) -> None:
        """Open the vote; the people's screen shows its cover by itself."""
        options = [option for *_, option in self._on_the_list()]
        opened = self.did(
            self.room.session.voting.open_round,
            self.question,
            self.criterion,
            options,
            dots=self.dots,
            most_per_option=self.most,
            by_voice=self.by_voice,
            threshold=LOWEST_THRESHOLD,
        )
        if not opened:
            return
        self.stage.show_desk("desk")
        hand_over(self.stage)


PAGE = SetUpVotePage
