"""The result of a vote for the facilitator: only after it was closed, and only what may be shown."""

from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, MEDIUM, Side
from ui.page import Page
from ui.parts import results
from ui.parts.number import hand_over
from ui.parts.results_table import table
from ui.parts.top_bar import top_bar
from ui.widgets.boxes import within
from ui.widgets.button import PLAIN, Kind, Style
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.scroll import Place, Scroll
from ui.widgets.wrapping import Wrapping
from workshop.domain.facts import RoundFacts
from workshop.domain.records import Round

VOTE = 3  # its place in the chain of stages
_PROMISE = Style(Kind.MAIN, 64, 22, 26, icon_last=True)


class ResultsPage(Page):
    """The table, and beside it what to talk about, the small groups, the rules, how people voted."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """The vote with the id `round`, or the one that ended last."""
        self.given = given.get("round")
        self.places = [Place(), Place()]

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("The result of the vote")

    @property
    def _round(self) -> Round | None:
        return self.room.get(Round, self.given) if self.given else results.last_round(self.room)

    # Laying out

    def build(self) -> None:
        """The bar, then the question with what can be done, then the table and the cards."""
        round_ = self._round
        facts = results.facts_of(self.room, round_.id) if round_ else None
        if facts is None:
            none = self.text(self.words("There is no result yet. Close the vote first."), 30)
            content: QLayout = self.column(1, none, 1, margins=(32, 20, 32, 20))
        else:
            content = self.column(self._head(facts), self._below(facts), gap=14, margins=(32, 16, 32, 16))
            content.setStretch(1, 1)
        whole = self.column(top_bar(self, VOTE), content, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)

    def _head(self, facts: RoundFacts) -> QWidget:
        acts = [
            self.button(self.words("Show the room"), "presentation", self.show_the_room, PLAIN),
            self.button(self.words("Choose what we promise"), "arrow-right", self.promise, _PROMISE),
        ]
        if results.has_equals(facts):
            again = self.words("Vote again on the equals")
            acts.insert(0, self.button(again, "history", self.vote_again, PLAIN))
        question = self.text(facts.question, 36, BOLD)
        said = self.text(results.counts_said(self.room, facts, self.words), 20, MEDIUM)
        words = self.column(question, said, gap=0)
        if self.look.screen.width >= 60 * self.look.text(22):
            laid_out: QLayout = self.row(words, within(QWidget(), self.row(*acts)), gap=20)
            laid_out.setStretch(0, 1)  # type: ignore[attr-defined]
        else:
            laid_out = self.column(words, within(QWidget(), Wrapping(self.look, *acts)), gap=8)
        return within(QWidget(), laid_out)

    def _below(self, facts: RoundFacts) -> QLayout:
        cards = self.column(*self._cards(facts), 1, gap=12)
        if self.look.screen.width < 60 * self.look.text(20):
            return self.column(self._scroll(self.column(self._table(facts), cards, gap=12), 0))
        both = self.row(self._scroll(self.column(self._table(facts), 1), 0), self._scroll(cards, 1), gap=20)
        both.setStretch(0, 78)
        both.setStretch(1, 22)
        return both

    def _scroll(self, inside: QLayout, place: int) -> Scroll:
        content = within(QWidget(), inside)
        return Scroll(self.look, content, self.words("More"), self.words("Up"), self.places[place])

    def _table(self, facts: RoundFacts) -> Card:
        card = Card(self.look)
        why = results.not_counted(facts, self.words)
        if why:
            texts = [self.text(line, 24, BOLD if i == 0 else MEDIUM) for i, line in enumerate(why)]
            titles = [self.text(f"{row.number}. {row.title}", 22) for row in facts.rows]
            within(card, self.column(*texts, *titles, gap=10, margins=(28, 24, 28, 24)))
            return card
        within(card, self.column(*table(self, facts), gap=0, margins=(0, 6, 0, 10)))
        return card

    def _cards(self, facts: RoundFacts) -> list[Card]:
        cards = []
        talk = results.talk_about(facts)
        if talk:
            ask = self.words("Ask each: what would be lost without it?")
            cards.append(self._card("split", self.words("Talk about this"), [*talk, ask], "amber"))
        if facts.voices:
            small = [
                self.words("Groups under {n} are counted together.", n=facts.threshold),
                self.words("Some rows are not split, so that nobody’s vote can be worked out."),
            ]
            cards.append(self._card("users", self.words("Small groups"), small))
        rules = results.rules_said(facts, self.words)
        cards.append(self._card("circle-dot", self.words("The rules we used"), rules))
        if facts.counted:
            cards.append(self._methods(facts))
        return cards

    def _card(self, icon: str, title: str, lines: list[str], kind: str = "ink") -> Card:
        card = Card(self.look, "amber_tint", "amber") if kind == "amber" else Card(self.look)
        head = self.row(Icon(self.look, icon, 26, kind), self.text(title, 24, BOLD, kind), gap=12)
        head.setStretch(1, 1)
        texts = [self.text(line, 20) for line in lines]
        within(card, self.column(head, *texts, gap=6, margins=(20, 14, 20, 16)))
        return card

    def _methods(self, facts: RoundFacts) -> Card:
        card = Card(self.look)
        lines: list[QLayout] = []
        for icon, words, number in results.methods(facts, self.words):
            line = self.row(Icon(self.look, icon, 24), self.text(words, 20), gap=10)
            line.setStretch(1, 1)
            line.addWidget(self.text(number, 20, BOLD, wrap=False))
            lines.append(line)
        title = self.text(self.words("How people voted"), 24, BOLD)
        within(card, self.column(title, *lines, gap=8, margins=(20, 14, 20, 16)))
        return card

    # Acts

    def show_the_room(self) -> None:
        """Show people the result."""
        round_ = self._round
        if round_ is not None:
            self.stage.show_people("room_result", round=round_.id)
            hand_over(self.stage)

    def promise(self) -> None:
        """Go on to what we promise."""
        self.stage.show_desk("promises")

    def vote_again(self) -> None:
        """A new vote on the ideas that share the best shared place."""
        round_ = self._round
        if round_ is not None:
            self.stage.show_desk("set_up_vote", round=round_.id)


PAGE = ResultsPage
