"""Somebody takes something back: what, what changes, what stays. No reason is asked."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.arrival import ICONS
from ui.parts.back_lines import line_of
from ui.parts.register_back import changes, given, staying, to_call_back
from ui.parts.top_bar import top_bar
from ui.widgets.boxes import Part, within
from ui.widgets.button import Kind, Style
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.scroll import Place, Scroll
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item
from workshop.domain.paper_facts import Paper
from workshop.domain.persons import Answer, Person, Picture
from workshop.session.people import Recall, TakenBack

NOBODY = PersonId("")
ARRIVALS = 1  # of the six stages of a workshop
_NOW = Style(Kind.MAIN, 96, 30, 34, padding=40, radius=16)


class TakeBackPage(Page):
    """Two touches: what is taken back, and that it is done now."""

    side = Side.FACILITATOR

    def setup(self, person: PersonId = NOBODY, **given_: Any) -> None:
        """Nothing is ticked."""
        self.person = person
        self.items: list[Item] = []
        self.taken: TakenBack | None = None  # once it is done
        self.place, self.meaning_place = Place(), Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Take something back")

    # Building

    def build(self) -> None:
        """What is taken back at the start, what that means at the end."""
        found = self.room.get(Person, self.person)
        called = found.called if found else ""
        halves = self.row(self._what(found), self._meaning(), gap=24)
        halves.setStretch(0, 2)
        halves.setStretch(1, 3)
        title = self.text(self.words("{name} takes something back", name=called), 36, BOLD)
        head = self.column(title, self.text(self._until(), 22), gap=4)
        nothing = self.words("Back to the list") if self.taken is not None else self.words("Change nothing")
        leave = self.button(nothing, "x", self._leave)
        titled = self.row(head, leave, gap=24)
        titled.setStretch(0, 1)
        below = self.column(titled, halves, gap=14, margins=(24, 16, 24, 20))
        below.setStretch(1, 1)
        whole = self.column(top_bar(self, ARRIVALS), below, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)
        self.body.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _until(self) -> str:
        until, words = self.room.workshop.change_until, self.words
        free = words("They do not have to say why. They can still come.")
        if until is None:
            return free
        if self.room.now().date() > until:
            late = words(
                "The date has passed: {day}. New pages leave it out.", day=words.date(until, year=True)
            )
            return f"{free} {late}"
        return f"{free} {words('Until {day}.', day=words.date(until, year=True))}"

    def _what(self, found: Person | None) -> QWidget:
        words, form = self.words, self.room.session.people.form()
        yeses = given(self.room.all(Answer), self.person)
        ticks: list[QWidget] = []
        for yes in yeses:
            since = words("since {day}", day=words.date(yes.since))
            ticks.append(self._tick(form.of(yes.item).short, since, yes.item))
        if not yeses:
            ticks.append(self.text(words("There is no yes to take back."), 22))
        elif len(yeses) > 1:
            ticks.append(self._everything([yes.item for yes in yeses]))
        slip = words("Slip number {ref}.", ref=found.ref if found else "")
        parts: list[Part] = [
            self.text(words("1. What do they take back?"), 26, BOLD),
            *ticks,
            self.text(slip, 20),
            1,
        ]
        inside = Scroll(self.look, within(QWidget(), self.column(*parts, gap=12)), place=self.place)
        return within(Card(self.look), self.column(inside, margins=(24, 20, 24, 20)))

    def _tick(self, what: str, second: str, item: Item) -> Tick:
        tick = Tick(self.look, what, item in self.items, second=second, framed=True)
        tick.toggled.connect(lambda on: self._ticked([item], on))
        return tick

    def _everything(self, items: list[Item]) -> Tick:
        every = {*items} <= {*self.items}
        only = self.words("Only the count stays")
        tick = Tick(self.look, self.words("Everything"), every, second=only, framed=True)
        tick.toggled.connect(lambda on: self._ticked(items, on))
        return tick

    def _meaning(self) -> QWidget:
        words = self.words
        done = self.taken is not None
        title = words("This has changed") if done else words("2. This is what will change")
        documents = self.taken.recall if self.taken else self._would_recall()
        pictures = self.taken.pictures_erased if self.taken else len(self._pictures())
        lines = [*changes(self.items, ICONS, words, pictures), *to_call_back(documents, words)]
        parts: list[Part] = [self.text(title, 26, BOLD)]
        parts += [line_of(self, line) for line in lines] or [self.text(words("Nothing yet."), 22)]
        parts += [self.text(words("This stays"), 22, BOLD)]
        parts += [line_of(self, line) for line in staying(self.items, words)]
        whole = within(QWidget(), self.column(*parts, 1, gap=8))
        inside = Scroll(self.look, whole, place=self.meaning_place)
        return within(Card(self.look), self.column(inside, self._end(), gap=12, margins=(24, 20, 24, 20)))

    def _would_recall(self) -> tuple[Recall, ...]:
        if not self.items:
            return ()
        return self.do(self.room.session.people.would_recall, self.person, self.items) or ()

    def _pictures(self) -> tuple[Picture, ...]:
        return self.room.session.people.pictures_with(self.person)

    def _end(self) -> QLayout:
        if self.taken is not None:
            done = self.words("It is done. Nobody else can see that it was asked for.")
            slip = self.button(self.words("Print the slip"), "printer", self._slip, _NOW)
            end = self.row(self.text(done, 22, SEMIBOLD, "leaf"), slip, gap=16)
            end.setStretch(0, 1)
            return end
        now = self.button(self.words("Take it back now"), "undo-2", self._take_back, _NOW)
        if not self.items:
            now.lock(self.words("First tick what is taken back."))
        return self.row(1, now)

    # Acts

    def _ticked(self, items: Sequence[Item], on: bool) -> None:
        if self.taken is not None:
            return
        others = [item for item in self.items if item not in items]
        self.items = [item for item in Item if item in others or (on and item in items)]
        self.rebuild()

    def _take_back(self) -> None:
        taken = self.do(self.room.session.people.withdraw, self.person, self.items)
        if taken is not None:
            self.taken = taken
            self.meaning_place.top = 0
            self.rebuild()

    def _slip(self) -> None:
        self.stage.show_desk("people_papers", kind=Paper.TAKEN_BACK, person=self.person)

    def _leave(self) -> None:
        self.stage.show_desk("arrivals")


PAGE = TakeBackPage
