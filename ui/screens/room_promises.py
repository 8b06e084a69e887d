"""What we will do, for the room: each promise large enough to be read from the back.

Everything here comes through the gate, so a name stands here only where that person agreed to it.
"""

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, MEDIUM, SEMIBOLD
from ui.page import Page
from ui.widgets.boxes import Part, within
from ui.widgets.button import PLAIN, Style
from ui.widgets.card import Card, Ground
from ui.widgets.icon import Icon
from ui.widgets.promise_row import Place as Number
from ui.widgets.scroll import Place, Scroll
from workshop.domain.facts import CannotFacts, Facts, PromiseFacts
from workshop.domain.kinds import Audience, Reply

_HEAR = Style(height=96, text=26, icon=34)


class RoomPromisesPage(Page):
    """The promises in their order, then what we cannot do now, and why."""

    def setup(self, **given: object) -> None:
        """From the first promise on."""
        self.place = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("What we will do")

    def build(self) -> None:
        """A white head, the rows, and a foot."""
        self.facts = self.room.session.pack.facts(Audience.PEOPLE)
        how = self.words("A promise has a name, a date, and a way to know.")
        head = within(
            Ground(self.look, "paper", "bottom"),
            self.column(
                self.text(self.name(), 60, BOLD), self.text(how, 30), gap=0, margins=(80, 22, 80, 18)
            ),
        )
        rows = [self._promise(p) for p in self.facts.promises if p.answer is not Reply.NOT_NOW]
        cannots: list[Part] = [self._cannots(self.facts.cannots)] if self.facts.cannots else []
        content = self.column(*(rows or [self._empty()]), *cannots, 1, gap=16)
        area = Scroll(
            self.look, within(QWidget(), content), self.words("More"), self.words("Back up"), self.place
        )
        around = self.row(area, margins=(80, 0, 80, 0))
        layout = self.column(head, around, self._foot(), gap=16)
        layout.setStretchFactor(around, 1)
        self.body.setLayout(layout)

    def _empty(self) -> QWidget:
        said = self.text(self.words("No promises yet."), 44, BOLD, centre=True)
        return within(
            Card(self.look, "", "edge", line=2, dashed=True), self.column(said, margins=(40, 60, 40, 60))
        )

    def _promise(self, promise: PromiseFacts) -> QWidget:
        said = [self.text(promise.theme, 44, BOLD), *self._words_of(promise)]
        words = self.column(1, *said, 1, gap=6)
        end = within(QWidget(), self._end(promise))
        end.setFixedWidth(self.look.screen.width * 2 // 7)
        laid_out = self.row(
            Number(self.look, str(promise.number), 84, 44), words, end, gap=36, margins=(36, 20, 36, 20)
        )
        laid_out.setStretch(1, 1)
        card = within(Card(self.look), laid_out)
        card.setAccessibleName(promise.theme)
        return card

    def _words_of(self, promise: PromiseFacts) -> list[Part]:
        parts: list[Part] = [self.text(promise.we_will, 34)] if promise.we_will else []
        if promise.answer is Reply.PARTLY and promise.why:
            parts.append(self.text(self.words("Partly: {why}", why=promise.why), 30))
        if promise.how_known:
            parts.append(self.text(self.words("We will know: {how}", how=promise.how_known), 30, MEDIUM))
        return parts

    def _end(self, promise: PromiseFacts) -> QLayout:
        """Who and by when; or that it is not yet a promise."""
        parts: list[Part] = []
        if promise.who:
            parts.append(self._beside("user", promise.who))
        if promise.by_when is not None:
            parts.append(self._beside("calendar", self.words.day(promise.by_when)))
        if promise.missing:
            parts.append(self._beside("circle-dashed", self.words("Not yet a promise"), "brick"))
        return self.column(1, *parts, 1, gap=10)

    def _beside(self, icon: str, said: str, colour: str = "ink") -> QLayout:
        layout = self.row(Icon(self.look, icon, 36, colour), self.text(said, 32, SEMIBOLD, colour), gap=14)
        layout.setStretch(1, 1)
        return layout

    def _cannots(self, cannots: tuple[CannotFacts, ...]) -> QWidget:
        title = self.text(self.words("What we cannot do now, and why"), 36, BOLD)
        said = [
            self.column(self.text(c.theme, 32, SEMIBOLD), self.text(c.reason, 30), gap=2) for c in cannots
        ]
        return within(Card(self.look), self.column(title, *said, gap=16, margins=(36, 24, 36, 24)))

    def _foot(self) -> QLayout:
        hear = self.button(self.words("Hear this"), "volume-2", self.read_aloud, _HEAR)
        way_in = self.button(self.words("Facilitator"), "lock", self.stage.ask_number, PLAIN)
        again = self.text(self._meet_again(self.facts), 32, MEDIUM)
        laid_out = self.row(again, hear, way_in, gap=20, margins=(80, 0, 80, 28))
        laid_out.setStretch(0, 1)
        return laid_out

    def _meet_again(self, facts: Facts) -> str:
        if facts.next_date is None:
            return facts.no_next_reason
        day = self.words.day(facts.next_date)
        when = f"{day}, {facts.next_time}" if facts.next_time else day
        return self.words("We meet again: {when}", when=when)

    def read_aloud(self) -> None:
        """Read all of it aloud."""
        said = [self.name()]
        for p in self.facts.promises:
            day = self.words.day(p.by_when) if p.by_when else ""
            said += [p.theme, p.we_will, p.who, day, p.how_known]
        for c in self.facts.cannots:
            said += [c.theme, c.reason]
        self.hear("\n".join(filter(None, said)))


PAGE = RoomPromisesPage
