"""Equality questions, for the facilitator: a box that is opened, filled in private, and counted once."""

from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.arrival import somebody_arrives
from ui.parts.equality import PAGES, is_answering, next_turn
from ui.parts.number import hand_over
from ui.parts.top_bar import way_back
from ui.parts.vote import somebody_votes
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, PLAIN, STRONG, Button
from ui.widgets.card import Card, Ground
from ui.widgets.choice import Stepper, one_of
from ui.widgets.scroll import Place, Scroll
from ui.widgets.wrapping import Wrapping
from workshop.domain.changes import Change
from workshop.domain.equality import ShownTable, rule_in_words
from workshop.domain.equality_form import FEWEST_SHEETS
from workshop.domain.kinds import SmallNumbers
from workshop.domain.small_numbers import FEWEST_SHOWN
from workshop.session.equality import MOST_SMALLEST, equality_form, equality_lists
from workshop.session.people import People


class EqualityPage(Page):
    """The box at the start; how small counts are kept back, and what will be printed, at the end."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """Nothing is asked once more yet."""
        self.sure = ""  # which of the two acts that cannot be undone waits for a second touch
        self.list = equality_lists()[0].version
        self.places = [Place(), Place()]

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Equality questions")

    def on_change(self, change: Change) -> None:
        """The box was counted, or the rule has changed."""
        self.rebuild()

    def on_tick(self) -> None:
        """A sheet was handed in."""
        self._say_count()

    # Building

    def build(self) -> None:
        """The bar, and two cards; on a narrow screen they are one below the other."""
        bar = way_back(self, lambda: self.stage.show_desk("people_more"), to=self.words("Back"))
        if self.look.screen.width >= 60 * self.look.text(20):
            two = self.row(self._scroll(self._box(), 0), self._scroll(self._end(), 1), gap=20)
            two.setStretch(0, 45)
            two.setStretch(1, 55)
            middle: QLayout = two
        else:
            both = self.column(within(QWidget(), self._box()), within(QWidget(), self._end()), gap=16)
            middle = self.column(self._scroll(both, 0))
        middle.setContentsMargins(*(self.look.px(m) for m in (32, 18, 32, 20)))
        whole = self.column(bar, middle, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)

    def _scroll(self, inside: QLayout, place: int) -> Scroll:
        content = within(QWidget(), inside)
        return Scroll(self.look, content, self.words("More"), self.words("Up"), self.places[place])

    def _card(self, *parts: Part) -> QWidget:
        return within(Card(self.look), self.column(*parts, gap=14, margins=(28, 22, 28, 22)))

    # The box

    @property
    def _people(self) -> People:
        return self.room.session.people

    def _box(self) -> QLayout:
        if self._people.equality_list():
            return self.column(self._card(*self._open_box()), self._card(*self._ends()), 1, gap=16)
        if self.room.workshop.equality_sheets:
            return self.column(self._card(*self._counted()), 1)
        return self.column(self._card(*self._not_open()), 1)

    def _not_open(self) -> list[Part]:
        words = self.words
        opens = self.button(words("Open the box"), "lock", self.open_box, MAIN)
        opens.lock(self.why_closed)
        lists = equality_lists()
        chosen = next(form for form in lists if form.version == self.list)
        choices = [(form.version, form.place, "") for form in lists]
        which: list[Part] = [one_of(self.look, choices, self.list, self._choose)] if len(lists) > 1 else []
        return [
            self.text(words("Who did we reach? Ask without asking who."), 30, BOLD),
            self.text(words("People answer in private. Every answer is kept alone, in no order."), 22),
            self.text(words("Nobody can see an answer. Only counts come out, once, at the end."), 22),
            self.text(words("The list is for {place}.", place=chosen.place), 22, SEMIBOLD),
            *which,
            self.row(opens, 1),
        ]

    def _open_box(self) -> list[Part]:
        words = self.words
        self.count = self.text("", 40, BOLD)
        self._say_count()
        give = self.button(words("Next person at the screen"), "users", self.hand_over, MAIN)
        paper = self.button(words("Type paper sheets"), "keyboard", self._type)
        more = [paper]
        if self.stage.people.page in PAGES:
            more.append(self.button(words("Take the screen back"), "monitor", self._take_back))
        return [
            self.text(words("The box is open"), 26, BOLD),
            self.count,
            self.text(words("That is all anybody can know until it is counted."), 22),
            self.row(give, 1),
            within(QWidget(), Wrapping(self.look, *more)),
        ]

    def _say_count(self) -> None:
        if self._people.equality_list() and hasattr(self, "count"):
            sheets = self._people.equality_sheets()
            self.count.say(self.words.many("1 sheet is in", "{n} sheets are in", sheets))

    def _ends(self) -> list[Part]:
        words = self.words
        fewer = words("With fewer than {n} sheets only their number is kept.", n=FEWEST_SHEETS)
        return [
            self.text(words("Count once, at the end"), 26, BOLD),
            self.text(words("After that no sheet can be added. Closing the day counts as well."), 22),
            self.text(fewer, 22),
            self._act("count", words("Close the box and count"), "check", self.count_now),
            self._act("throw", words("Throw the sheets away unread"), "trash-2", self.throw_away),
        ]

    def _act(self, which: str, words: str, icon: str, act: Any) -> QLayout:
        """An act that cannot be undone: the second touch does it."""
        if self.sure != which:
            return self.row(self.button(words, icon, lambda: self._ask(which), PLAIN), 1)
        yes: Button = self.button(self.words("Yes, now. It cannot be undone."), icon, act, STRONG)
        return self.row(yes, self.button(self.words("No"), "x", lambda: self._ask("")), 1)

    def _counted(self) -> list[Part]:
        words, sheets = self.words, self.room.workshop.equality_sheets
        gone = words("The sheets and their key are destroyed.")
        few = words("With fewer than {n} sheets only their number is kept.", n=FEWEST_SHEETS)
        return [
            self.text(words.many("1 sheet was counted", "{n} sheets were counted", sheets), 40, BOLD),
            self.text(gone if sheets >= FEWEST_SHEETS else f"{gone} {few}", 22),
            self.text(words("They are counted once: a second count would tell who came late."), 22),
        ]

    # Small counts, and what will be printed

    def _end(self) -> QLayout:
        return self.column(self._card(*self._rule()), self._card(*self._summary()), 1, gap=16)

    def _rule(self) -> list[Part]:
        day, words = self.room.workshop, self.words
        choices = [
            (SmallNumbers.STANDARD.value, words("Standard"), ""),
            (SmallNumbers.STRICT.value, words("Strict"), ""),
            (SmallNumbers.CUSTOM.value, words("A number of your own"), ""),
        ]
        parts: list[Part] = [
            self.text(words("Small counts could tell who is meant"), 26, BOLD),
            self.row(one_of(self.look, choices, day.small_numbers.value, self._set_rule), 1),
            self.text(rule_in_words(equality_form(), self._people.equality_rule()), 22),
        ]
        if day.small_numbers is SmallNumbers.CUSTOM:
            stepper = Stepper(
                self.look,
                words("The smallest count shown"),
                day.smallest,
                FEWEST_SHOWN,
                MOST_SMALLEST,
                self._set_smallest,
                fewer=words("One fewer"),
                more=words("One more"),
            )
            parts.insert(2, self.row(self.text(words("The smallest count shown"), 22), stepper, 1))
        return parts

    def _summary(self) -> list[Part]:
        tables = self._people.equality_summary()
        title = self.text(self.words("As it will be printed"), 26, BOLD)
        if tables:
            return [title, *(self._table(table) for table in tables)]
        nothing = self.words("Nothing to show before the box is counted.")
        if self.room.workshop.equality_sheets and not self._people.equality_list():
            nothing = self.words("Too few people answered. Nothing can be shown.")
        return [title, self.text(nothing, 22)]

    def _table(self, table: ShownTable) -> QWidget:
        rows = [self._line(words, text) for words, text in table.rows]
        title = self.text(table.title, 22, SEMIBOLD)
        said = self.text(table.answered, 20, colour="ink2")
        return within(Ground(self.look, "paper", "top"), self.column(title, said, *rows, gap=4))

    def _line(self, words: str, text: str) -> QLayout:
        line = self.row(self.text(words, 20), self.text(text, 20, SEMIBOLD, wrap=False), gap=16)
        line.setStretch(0, 1)
        return line

    # Acts

    def _choose(self, version: str) -> None:
        self.list = version
        self.rebuild()

    def _set_rule(self, rule: str) -> None:
        people, smallest = self._people, self.room.workshop.smallest
        self.did(people.set_small_numbers, SmallNumbers(rule), smallest)

    def _set_smallest(self, smallest: int) -> None:
        self.did(self._people.set_small_numbers, SmallNumbers.CUSTOM, smallest)

    def _ask(self, which: str) -> None:
        self.sure = which
        if which and is_answering(self.stage):
            self.tell(self.words("Somebody is answering now. Their sheet would be lost."))
        self.rebuild()

    def open_box(self) -> None:
        """Open the box; from now on sheets can be handed in."""
        if self.did(self._people.open_equality, self.list):
            self.rebuild()

    def hand_over(self) -> None:
        """Show the cover of the questions to the people; with one screen, give it to them."""
        busy = self._who_is_at_the_screen()
        if busy:
            self.tell(busy)
            return
        next_turn(self.stage)
        hand_over(self.stage)
        self.rebuild()

    def _who_is_at_the_screen(self) -> str:
        """Why nobody else can have the people's screen now; "" where they can."""
        if is_answering(self.stage):
            return self.words("Somebody is answering now. Please wait.")
        if somebody_votes(self.stage):
            return self.words("Somebody is voting. Please wait.")
        return self.words("Somebody is arriving. Please wait.") if somebody_arrives(self.stage) else ""

    def _take_back(self) -> None:
        self.stage.back_to_the_day()
        self.rebuild()

    def _type(self) -> None:
        self.stage.show_desk("equality_paper")

    def count_now(self) -> None:
        """Count, keep the counts, destroy the sheets."""
        self._end_pages()
        self.sure = ""
        self.did(self._people.close_equality)
        self.rebuild()

    def throw_away(self) -> None:
        """Destroy the sheets unread; nothing is counted."""
        self._end_pages()
        self.sure = ""
        self.did(self._people.throw_away_equality)
        self.rebuild()

    def _end_pages(self) -> None:
        if self.stage.people.page in PAGES:
            self.stage.back_to_the_day()


PAGE = EqualityPage
