"""The result for the whole room: the first three places, large, and nothing that moves."""

from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, MEDIUM, SEMIBOLD
from ui.page import Page
from ui.parts import results
from ui.parts.results_table import table
from ui.widgets.boxes import within
from ui.widgets.button import Kind, Style
from ui.widgets.card import Card, Ground
from ui.widgets.scroll import Place, Scroll
from ui.widgets.wrapping import Wrapping
from workshop.domain.facts import OptionFacts, RoundFacts
from workshop.domain.records import Round

FIRST, ALL, VOICES = "first", "all", "voices"
_PLAIN = Style(Kind.PLAIN, 96, 26, 34, padding=28)
_MAIN = Style(Kind.MAIN, 96, 28, 34, padding=40)


class RoomResultPage(Page):
    """Places, titles and dots at a size for the far end of the room."""

    def setup(self, **given: Any) -> None:
        """The vote with the id `round`, or the one that ended last."""
        self.given = given.get("round")
        self.showing = FIRST
        self.drawn = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("We have voted")

    def _facts(self) -> RoundFacts | None:
        round_ = self.room.get(Round, self.given) if self.given else results.last_round(self.room)
        return results.facts_for_the_room(self.room, round_) if round_ else None

    # Laying out

    def build(self) -> None:
        """The question, the places, the foot."""
        facts = self._facts()
        if facts is None:
            waiting = self.text(self.words("There is no result yet."), 60, BOLD, centre=True)
            self.body.setLayout(self.column(1, waiting, 1, self._foot(None), margins=(80, 40, 80, 40)))
            return
        content = self.column(self._middle(facts), self._foot(facts), gap=24)
        side, above = (80, 32) if self.look.roomy else (24, 14)
        content.setContentsMargins(*(self.look.px(m) for m in (side, above, side, above)))
        content.setStretch(0, 1)
        whole = self.column(self._head(facts), content, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)

    def _head(self, facts: RoundFacts) -> Ground:
        roomy = self.look.roomy
        head = Ground(self.look, "paper", "bottom")
        voted = self.text(self.name(), 34 if roomy else 24, SEMIBOLD)
        question = self.text(facts.question, 60 if roomy else 36, BOLD)
        margins = (80, 28, 80, 28) if roomy else (24, 10, 24, 10)
        within(head, self.column(voted, question, gap=0, margins=margins))
        return head

    def _middle(self, facts: RoundFacts) -> Scroll:
        card = Card(self.look)
        why = results.not_counted(facts, self.words)
        if why:
            parts: list[QWidget] = [self.text(line, 44, BOLD) for line in why]
            within(card, self.column(*parts, gap=20, margins=(44, 40, 44, 40)))
        elif self.showing == VOICES:
            within(card, self.column(*table(self, facts), gap=0, margins=(0, 6, 0, 10)))
        else:
            rows = facts.rows if self.showing == ALL else results.first_places(facts.rows)
            parts = [self._row(facts, row, i > 0) for i, row in enumerate(rows)]
            within(card, self.column(*parts, gap=0, margins=(44, 6, 44, 6)))
        content = within(QWidget(), self.column(card, 1))
        return Scroll(self.look, content, self.words("More"), self.words("Up"), self.drawn)

    def _row(self, facts: RoundFacts, row: OptionFacts, line: bool) -> Ground:
        shown = results.shown(facts, row, self.words)
        large = self.showing == FIRST
        sizes = (84, 60) if large and self.look.roomy else (48, 36) if large else (40, 30)
        place = self._number(shown.place, shown.equal, sizes[0])
        dots = self._number(str(shown.dots), self.words.many("dot", "dots", shown.dots), sizes[0])
        ground = Ground(self.look, "paper", "top" if line else "")
        ground.setAccessibleName(shown.said)
        title = self.text(shown.title, sizes[1], BOLD)
        air = 22 if large and self.look.roomy else 8
        laid_out = self.row(place, title, dots, gap=44 if large else 24, margins=(20, air, 20, air))
        laid_out.setStretch(1, 1)
        within(ground, laid_out)
        return ground

    def _number(self, number: str, below: str, token: int) -> QWidget:
        parts: list[QWidget] = [self.text(number, token, BOLD, wrap=False, centre=True)]
        if below:
            parts.append(self.text(below, 28 if token > 48 else 20, MEDIUM, wrap=False, centre=True))
        whole = within(QWidget(), self.column(1, *parts, 1, gap=0))
        whole.setMinimumWidth(self.look.text(28 if token > 48 else 20) * 5)
        return whole

    def _foot(self, facts: RoundFacts | None) -> QWidget:
        parts: list[QWidget] = []
        if facts is not None and facts.counted:
            said = self.text(results.counts_said(self.room, facts, self.words), 34, wrap=False)
            parts.append(said if self.look.roomy else self.text(said.text(), 24, wrap=False))
            parts.append(self.button(self.words("Hear this"), "volume-2", self.say, _PLAIN))
            if facts.voices:
                parts.append(self._way(VOICES, self.words("By voice"), "users", _PLAIN))
            if len(results.first_places(facts.rows)) < len(facts.rows):
                many = self.words("All {n} ideas", n=len(facts.rows))
                parts.append(self._way(ALL, many, "list", _MAIN))
        parts.append(self.button(self.words("Facilitator"), "lock", self.stage.ask_number, _PLAIN))
        foot: QLayout = Wrapping(self.look, *parts, at_start=1 if len(parts) > 1 else 0, gap=20)
        return within(QWidget(), foot)

    def _way(self, what: str, words: str, icon: str, style: Style) -> QWidget:
        """A button that shows more, and then leads back to the first places."""
        if self.showing == what:
            words, icon = self.words("The first places"), "arrow-left"
        button = self.button(words, icon, lambda: self.show_more(what), style)
        return button

    # Acts

    def show_more(self, what: str) -> None:
        """Show all ideas or the voices; once more: the first places again."""
        self.showing = FIRST if self.showing == what else what
        self.drawn.top = 0
        self.rebuild()

    def say(self) -> None:
        """Read aloud what is shown."""
        facts = self._facts()
        if facts is not None:
            rows = results.first_places(facts.rows) if self.showing == FIRST else facts.rows
            self.hear(results.spoken(facts, rows, self.words))


PAGE = RoomResultPage
