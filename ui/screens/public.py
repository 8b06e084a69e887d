"""A second screen for the whole room: what is on now, and seats. No name, no total, no ballot."""

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts import step
from ui.parts.vote import Count, count_of, expected_of
from ui.widgets.boxes import within
from ui.widgets.card import Ground
from ui.widgets.icon import Icon
from ui.widgets.mark import Mark
from ui.widgets.seats import Seats
from ui.widgets.wrapping import Wrapping
from workshop.domain.records import Round, Step

LOW = 1000  # design pixels; on a lower screen two rules are shown


class PublicPage(Page):
    """Nothing to touch, and nothing that belongs to one person."""

    side = Side.PUBLIC

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.room.workshop_for_the_room.title

    # Laying out

    def build(self) -> None:
        """A vote, quiet writing, or what is on now."""
        round_ = self.stage.open_round()
        if round_ is not None:
            above, title, middle = self._vote(round_)
        elif self.room.workshop.writing_hidden:
            above, title, middle = self._writing()
        else:
            above, title, middle = self._now()
        head = Ground(self.look, "paper", "bottom")
        margins = (80, 30, 80, 30)
        texts = [self.text(above, 34, SEMIBOLD)] if above else []
        within(head, self.column(*texts, self.text(title, 64, BOLD), gap=0, margins=margins))
        whole = self.column(head, middle, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)

    def _seats(self, count: Count, verb: str, said: str) -> QLayout:
        width = round(min(1120.0, 0.95 * self._room_for_seats() / 0.52))
        self.seats = Seats(self.look, verb, width, big=True)
        self.seats.show_count(count.voted, count.expected, said)
        return self.row(1, self.seats, 1)

    def _room_for_seats(self) -> float:
        """About the height that is left between head and foot, in design pixels."""
        text = self.look.text(64) * 2.6 + self.look.text(34) * 5
        return max(200.0, (self.look.screen.height - text) / self.look.scale - 120)

    def _vote(self, round_: Round) -> tuple[str, str, QLayout]:
        count = count_of(self.room, round_)
        seats = self._seats(count, self.words("have voted"), count.said(self.words))
        each = self.words.many("1 dot each", "{n} dots each", round_.dots)
        rules = [
            ("circle-dot", each),
            ("lock", self.words("Your vote is secret")),
            ("eye-off", self.words("No totals until the vote is closed")),
        ]
        if self.look.screen.height < self.look.px(LOW):
            rules.pop()
        line = within(QWidget(), Wrapping(self.look, *(self._rule(*rule) for rule in rules), gap=60))
        middle = self.column(1, seats, 1, self.row(1, line, 1), gap=20, margins=(80, 20, 80, 40))
        return self.words("We are voting now. Have your tea."), round_.question, middle

    def _rule(self, icon: str, words: str) -> QWidget:
        said = self.text(words, 36, SEMIBOLD, wrap=False)
        return within(QWidget(), self.row(Icon(self.look, icon, 44), said, gap=18))

    def _writing(self) -> tuple[str, str, QLayout]:
        day = self.room.workshop
        now = self._shown()
        count = Count(day.finished, max(expected_of(self.room), day.finished))
        said = self.words("{n} of {m} have finished", n=count.voted, m=count.expected)
        seats = self._seats(count, self.words("have finished"), said)
        middle = self.column(1, seats, 1, margins=(80, 20, 80, 40))
        return self.words("We are writing now."), now.question, middle

    def _now(self) -> tuple[str, str, QLayout]:
        now = self._shown()
        parts: list[QWidget] = [self.text(now.how, 48, centre=True)] if now.how else []
        if now.next_time:
            parts.append(self.text(now.next_time, 40, centre=True))
        mark = self.row(1, Mark(self.look, 260), 1)
        middle = self.column(1, mark, *parts, 1, gap=30, margins=(80, 20, 80, 40))
        title = self.room.workshop_for_the_room.title
        above = title if now.question != title else ""
        return above, now.question, middle

    def _shown(self) -> step.StepShown:
        return step.shown(self.room.workshop_for_the_room, self.room.all(Step), self.room.now(), self.words)

    def on_tick(self) -> None:
        """A ballot was sealed: the count of seats, and nothing else, is read again."""
        round_ = self.stage.open_round()
        if round_ is not None:
            count = count_of(self.room, round_)
            self.seats.show_count(count.voted, count.expected, count.said(self.words))


PAGE = PublicPage
