"""The whole ballot once, before it is cast: after that nobody can see it or change it."""

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.look import BOLD
from ui.parts.ballot import BALLOT, Marked, ballot_of, dots_left, dots_used, row_said, voice_of
from ui.parts.vote import THANKS
from ui.parts.vote_page import TurnPage
from ui.widgets.ballot_card import MOST_CIRCLES, Dots
from ui.widgets.boxes import within
from ui.widgets.button import MAIN, STRONG, Style
from ui.widgets.card import Card
from ui.widgets.review_row import ReviewRow
from workshop.domain.records import Option

MANY = 10  # ideas: from here on they stand in two columns
_CAST = Style(MAIN.kind, 140, 44, 52, 40, 20, at_least_mm=14.0)
_CHANGE = Style(STRONG.kind, 140, 44, 48, 40, 20, at_least_mm=14.0)
_CAST_SMALL = Style(MAIN.kind, 76, 28, 32, 20, 16, at_least_mm=14.0)
_CHANGE_SMALL = Style(STRONG.kind, 76, 28, 32, 20, 16, at_least_mm=14.0)


class ReviewPage(TurnPage):
    """All ideas in the order of their numbers, and two answers of the same size."""

    def name(self) -> str:
        """What a screen reader calls this page."""
        ballot = ballot_of(self.stage)
        if ballot is not None and not ballot.used:
            return self.words("You have placed no dots. Is that right?")
        return self.words("This is your vote. Is it right?")

    def spoken(self, ballot: Marked) -> str:
        """The ideas and what can be done now; never the dots, which others could hear."""
        ideas = (f"{o.number}. {o.title}." for o in ballot.in_number_order())
        return "\n".join((self.words("This is your vote. Is it right?"), *ideas, self._after()))

    def _after(self) -> str:
        return self.words("After “Cast it” nobody can change or see your vote. Not even you.")

    def content(self, ballot: Marked) -> QLayout:
        """The rows, what is left, and the two answers."""
        small = self.compact
        title = self.text(self.name(), 28 if small else 50, BOLD)
        rows, left = self._rows(ballot), self._left(ballot)
        if small:
            middle: QLayout = self.column(title, left, self.scrolling(self.column(rows, 1)), gap=6)
        else:
            side = within(QWidget(), self.column(left, self.text(self._after(), 26), 1, gap=28))
            middle = self.row(self.scrolling(self.column(rows, 1)), side, gap=60)
            middle.setStretch(0, 62)
            middle.setStretch(1, 34)
            middle = self.column(title, middle, gap=14)
            middle.setStretch(1, 1)
        whole = self.column(middle, self._answers(), gap=10 if small else 28, margins=self.edges())
        whole.setStretch(0, 1)
        return whole

    def _rows(self, ballot: Marked) -> QWidget:
        options = ballot.in_number_order()
        wide = self.look.screen.width > 38 * self.look.text(22)
        columns = 2 if wide and (self.compact or len(options) >= MANY) else 1
        down = -(-len(options) // columns)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.look.px(8))
        for i, option in enumerate(options):
            grid.addWidget(self._row(ballot, option), i % down, i // down)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return within(QWidget(), grid)

    def _row(self, ballot: Marked, option: Option) -> ReviewRow:
        dots = ballot.on(option.id)
        ends = [self.words("not clear")] if option.id in ballot.not_clear else []
        if not dots:
            ends.append(self.words("no dot"))
        elif dots > MOST_CIRCLES:
            ends.append(self.words.many("1 dot", "{n} dots", dots))
        said = row_said(ballot, option, self.words)
        return ReviewRow(self.look, option.number, option.title, dots, said, ", ".join(ends))

    def _left(self, ballot: Marked) -> Card:
        small = self.compact
        dots = Dots(self.look, ballot.each, 40 if small else 54)
        dots.show_used(ballot.used, ballot.each)
        used, unused = dots_used(ballot, self.words), self._unused(ballot)
        card = Card(self.look, "paper", "line", radius=24, line=2)
        if small:
            said = self.text(f"{used} {' '.join(unused)}", 20)
            card.fill, card.edge = "", ""
            laid_out = self.row(dots, said, gap=20)
            laid_out.setStretch(1, 1)
            within(card, laid_out)
        else:
            texts = [self.text(used, 30, BOLD), *(self.text(line, 28) for line in unused)]
            said_in = self.column(*texts, gap=6)
            within(card, self.column(self.row(dots, 1), said_in, gap=16, margins=(36, 32, 36, 32)))
        return card

    def _unused(self, ballot: Marked) -> list[str]:
        """What is said of the dots that are left."""
        if not ballot.left:
            return []
        fine = self.words("That is fine. You do not have to use it.")
        if ballot.left > 1:
            fine = self.words("That is fine. You do not have to use them.")
        return [f"{dots_left(ballot, self.words)}.", fine]

    def _answers(self) -> QLayout:
        cast, change = (_CAST_SMALL, _CHANGE_SMALL) if self.compact else (_CAST, _CHANGE)
        answers = self.row(
            self.button(self.words("Change"), "arrow-left", self.go_back, change),
            self.button(self.words("Cast it"), "vote", self.cast, cast),
            gap=16 if self.compact else 32,
        )
        answers.setStretch(0, 1)
        answers.setStretch(1, 1)
        if not self.compact:
            return answers
        return self.column(self.text(self._after(), 20), answers, gap=6)

    # Acts

    def go_back(self) -> None:
        """Change something; all that was chosen is still there."""
        self.stage.show_people("ballot")

    def cast(self) -> None:
        """Seal the ballot, once. It leaves the memory before anything else is shown."""
        ballot = self.stage.visit.pop(BALLOT, None)
        if not isinstance(ballot, Marked):
            return
        voice = voice_of(self.stage)
        session = self.room.session.voting
        if not self.did(session.cast, ballot.round, ballot.dots, voice, sorted(ballot.not_clear)):
            self.stage.visit[BALLOT] = ballot
            return
        self.stage.visit = {}
        del ballot
        room = self.room
        self.stage.show_people(THANKS)
        room.cast.emit()


PAGE = ReviewPage
