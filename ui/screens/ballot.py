"""One person's ballot: touch an idea to give it a dot. The order is new each time, the numbers stay."""

from dataclasses import replace
from math import ceil
from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QWidget

from ui.look import BOLD, MEDIUM
from ui.parts.ballot import Marked, ballot_of, card_said, dots_left, keep
from ui.parts.vote_page import HEAD_SMALL, TurnPage
from ui.widgets.ballot_card import (
    BallotCard,
    CardWords,
    Dots,
    Places,
    act_style,
    title_height,
    what_height,
)
from ui.widgets.boxes import within
from ui.widgets.button import MAIN, Button, Style
from ui.widgets.card import Ground
from ui.widgets.scroll import Scroll
from ui.widgets.wrapping import Wrapping
from workshop.domain.ids import OptionId
from workshop.domain.records import Option

MOST_COLUMNS, MOST_ROWS = 3, 3
GAP = 14  # between cards, in design pixels
_DONE = Style(MAIN.kind, 96, 34, 40, 56, 16, at_least_mm=14.0)
_DONE_SMALL = Style(MAIN.kind, 72, 26, 32, 28, 16, at_least_mm=14.0)
_AGAIN = Style(height=96, text=28, icon=32, padding=40, radius=16, at_least_mm=14.0)
_AGAIN_SMALL = Style(height=72, text=22, icon=26, padding=20, at_least_mm=14.0)


class BallotPage(TurnPage):
    """The ideas on cards, up to nine at a time, and below them the dots that are left."""

    ground = "cloth"
    has_way_back: ClassVar[bool] = False
    hear_words: ClassVar[str] = "Hear the ideas"

    def name(self) -> str:
        """What a screen reader calls this page."""
        round_ = self.stage.open_round()
        return round_.question if round_ else ""

    def spoken(self, ballot: Marked) -> str:
        """The question and the ideas in the order of the page; never the dots."""
        ideas = (f"{o.number}. {o.title}. {o.what}" for o in ballot.order)
        return "\n".join((self.name(), *ideas))

    # Laying out

    def content(self, ballot: Marked) -> QLayout:
        """The question, the cards of this page of ideas, and the foot."""
        self.cards: dict[OptionId, BallotCard] = {}
        question = self._question()
        self.hint = self.text("", 20, MEDIUM)
        foot = self._foot(ballot)
        used = self.head.height() + self._height_of(question) + foot.height()
        self.place = QSize(
            self.look.screen.width - 2 * self._edge, self.look.screen.height - used - 3 * self._air
        )
        self.columns, self.rows, self.as_row = self._plan(ballot)
        self.more.setVisible(self.pages(ballot) > 1)
        self.area = QWidget()
        self.area_holder = self.column(self.area, margins=(0, 0, 0, 0))
        self._fill(ballot)
        air = self._air
        middle = self.column(question, self.area_holder, gap=0)
        middle.setContentsMargins(self._edge, air, self._edge, air)
        middle.setSpacing(air)
        middle.setStretch(1, 1)
        whole = self.column(middle, foot, gap=0)
        whole.setStretch(0, 1)
        return whole

    @property
    def _edge(self) -> int:
        return self.look.px(16 if self.compact else 40)

    @property
    def _air(self) -> int:
        return self.look.px(8 if self.compact else GAP)

    def _height_of(self, part: QWidget) -> int:
        width = self.look.screen.width - 2 * self._edge
        return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()

    def _question(self) -> QWidget:
        if self.compact:
            return self.text(self.name(), 26 if self.look.private else 30, BOLD)
        hint = self.text(self.words("Touch an idea to give it a dot."), 26, wrap=False)
        question = self.text(self.name(), 42, BOLD)
        laid_out = self.row(question, hint, 1, gap=30)
        wide = question.fontMetrics().horizontalAdvance(self.name()) + 4
        question.setMinimumWidth(min(wide, self.look.px(1200)))
        line = within(QWidget(), laid_out)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return line

    def _foot(self, ballot: Marked) -> Ground:
        small = self.compact
        self.dots = Dots(self.look, ballot.each, 40 if small else 68)
        self.left = self.text("", 24 if small else 38, BOLD, wrap=False)
        self.hint.setWordWrap(False)
        if self.look.private:
            self.hint.hide()
        said = self.column(self.left, self.hint, gap=0)
        self._say_left(ballot)
        count = within(QWidget(), self.row(self.dots, said, gap=14 if small else 28))
        again_style, done_style = (_AGAIN_SMALL, _DONE_SMALL) if small else (_AGAIN, _DONE)
        self.more = self.button("", "arrow-right", self.turn, again_style)
        self.more.say(self._more_words(ballot, 1))
        acts = [self.more, self.button(self.words("Done"), "check", self.done, done_style)]
        if not small:
            acts.insert(0, self._again(again_style))
        margins = (14, 8, 14, 8) if small else (40, 11, 40, 11)
        return self.bar("top", Wrapping(self.look, count, *acts, at_start=1, gap=16), margins)

    def _again(self, style: Style) -> Button:
        return self.button(self.words("Start again"), "rotate-ccw", self.start_again, style)

    def more_in_the_head(self) -> list[Button]:
        """On a small page there is room for this only above."""
        return [self._again(HEAD_SMALL)]

    def _more_words(self, ballot: Marked, pages: int) -> str:
        page = ballot.page % max(1, pages) + 1
        if self.look.private:
            return self.words("More: {n} of {m}", n=page, m=pages)
        return self.words("More ideas: page {n} of {m}", n=page, m=pages)

    # How many cards fit

    def _plan(self, ballot: Marked) -> tuple[int, int, bool]:
        """Columns, rows, and whether cards are rows: the most ideas that fit with all their words."""
        best = (1, 0, True)
        for columns in range(MOST_COLUMNS, 0, -1):
            for as_row in (False, True) if columns == 1 else (False,):
                rows = self._rows_that_fit(ballot, columns, as_row)
                if columns * rows > best[0] * best[1]:
                    best = (columns, rows, as_row)
        return best[0], max(1, best[1]), best[2] if best[1] else False

    def _rows_that_fit(self, ballot: Marked, columns: int, as_row: bool) -> int:
        gap = self._gap
        width = (self.place.width() - gap * (columns - 1)) // columns
        high = max(self._card_height(option, width, ballot, as_row) for option in ballot.order)
        if not high:
            return 0
        return min(MOST_ROWS, max(0, (self.place.height() + gap) // (high + gap)))

    @property
    def _gap(self) -> int:
        return max(self.look.gap, self.look.px(GAP))

    def _card_height(self, option: Option, width: int, ballot: Marked, as_row: bool) -> int:
        """The height that a card needs; 0 where it cannot be so narrow."""
        back, unclear = self._buttons(as_row)
        places = Places(self.look, QSize(width, 0), as_row, ballot.most)
        if width < places.narrowest(back, unclear):
            return 0
        room = places.words(back, unclear).width()
        title = f"{option.number}. {option.title}" if as_row else option.title
        words = title_height(self.look, title, room) + what_height(self.look, option.what, room)
        foot = max(places.button_height(b, places.button_width(b)) for b in (back, unclear))
        if as_row:
            return max(words, foot) + self.look.px(12)
        return max(words, places.circle) + max(foot, places.dot) + 2 * places.pad

    def _buttons(self, as_row: bool) -> tuple[Button, Button]:
        """The two buttons of a card, to be measured only."""
        style = act_style(self.look)
        icons = ("", "") if as_row else ("minus", "circle-help")
        words = (self.words("Take back"), self.words("Not clear"))
        one, other = (Button(self.look, w, i, style) for w, i in zip(words, icons, strict=True))
        return one, other

    def pages(self, ballot: Marked) -> int:
        """How many pages of ideas there are."""
        return ceil(len(ballot.order) / (self.columns * self.rows))

    # The cards

    def _fill(self, ballot: Marked) -> None:
        """Put the cards of this page of ideas into their place."""
        each, pages = self.columns * self.rows, self.pages(ballot)
        page = ballot.page % pages
        shown = ballot.order[page * each : (page + 1) * each]
        grid = QGridLayout()
        grid.setSpacing(self._gap)
        grid.setContentsMargins(0, 0, 0, 0)
        self.cards = {}
        for i, option in enumerate(shown):
            grid.addWidget(self._card(option, ballot), i // self.columns, i % self.columns)
        for column in range(self.columns):
            grid.setColumnStretch(column, 1)
        for row in range(self.rows if pages > 1 else ceil(len(shown) / self.columns)):
            grid.setRowStretch(row, 1)
        self._show_area(within(QWidget(), grid))
        self.more.say(self._more_words(ballot, pages))
        self._show_marks(ballot)

    def _show_area(self, inside: QWidget) -> None:
        area: QWidget = Scroll(self.look, inside, self.words("More"), self.words("Up"), self.drawn)
        area.setParent(self.area.parentWidget())
        self.area_holder.replaceWidget(self.area, area)
        self.area.hide()
        self.area.deleteLater()
        self.area = area
        if area.parentWidget() is not None:  # else it is shown together with the page, not as a window
            area.show()

    def _card(self, option: Option, ballot: Marked) -> BallotCard:
        words = CardWords(
            option.number, option.title, option.what, self.words("Take back"), self.words("Not clear")
        )
        card = BallotCard(self.look, words, ballot.most, as_row=self.as_row)
        width = (self.place.width() - self._gap * (self.columns - 1)) // self.columns
        card.setMinimumHeight(self._card_height(option, width, ballot, self.as_row))
        card.clicked.connect(lambda: self.once_settled(lambda: self.place_dot(option.id)))
        card.back.clicked.connect(lambda: self.take_back(option.id))
        card.unclear.clicked.connect(lambda: self.say_not_clear(option.id))
        self.cards[option.id] = card
        return card

    def _show_marks(self, ballot: Marked) -> None:
        options = {option.id: option for option in ballot.order}
        for id_, card in self.cards.items():
            name = card_said(ballot, options[id_], self.words)
            card.show_marks(ballot.on(id_), id_ in ballot.not_clear, name)
        self._say_left(ballot)

    def _say_left(self, ballot: Marked, hint: str = "") -> None:
        self.dots.show_used(ballot.used, ballot.each)
        short = self.words.many("1 dot left", "{n} dots left", ballot.left)
        self.left.say(short if self.look.private else dots_left(ballot, self.words))
        unused = self.words("You do not have to use it.")
        if ballot.left > 1:
            unused = self.words("You do not have to use them all.")
        said = hint or (unused if ballot.left else self.words("Touch Done to go on."))
        if self.look.private and hint:
            self.left.say(hint)
        self.hint.say(said)

    # Acts

    def _now(self) -> Marked:
        ballot = ballot_of(self.stage)
        assert ballot is not None, "a ballot is shown only while a vote is open"
        return ballot

    def _keep(self, ballot: Marked) -> None:
        keep(self.stage, ballot)
        self._show_marks(ballot)

    def place_dot(self, option: OptionId) -> None:
        """One dot on this idea; where there is none left, say so calmly."""
        ballot = self._now()
        if ballot.can_take(option):
            self._keep(ballot.with_dot(option))
        elif ballot.left == 0:
            self._say_left(ballot, self.words("Take one back first."))
        else:
            most = self.words.many("At most 1 dot on one idea", "At most {n} dots on one idea", ballot.most)
            self._say_left(ballot, f"{most}.")

    def take_back(self, option: OptionId) -> None:
        """One dot off this idea."""
        self._keep(self._now().without_dot(option))

    def say_not_clear(self, option: OptionId) -> None:
        """I do not understand this idea; a second touch takes it back."""
        self._keep(self._now().turned(option))

    def start_again(self) -> None:
        """All dots and marks off; the order stays."""
        self._keep(self._now().cleared())

    def turn(self) -> None:
        """The ideas that follow; after the last ones the first again."""
        ballot = self._now()
        turned = replace(ballot, page=(ballot.page + 1) % self.pages(ballot))
        keep(self.stage, turned)
        self.drawn.top = 0
        self._fill(turned)

    def done(self) -> None:
        """Look at the whole ballot once."""
        self.stage.show_people("review")


PAGE = BallotPage
