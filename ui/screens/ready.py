"""Before people come: what was looked at just now, how long arrivals take, and the start of the day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.look import BOLD, Side
from ui.page import Page
from ui.parts import ready, ready_looking, register_queue
from ui.parts.arrival import questions
from ui.parts.number import choose_number, hand_over, with_a_number
from ui.parts.plan_panes import filling, letters_across
from ui.parts.ready_parts import CheckRow, QueueCard
from ui.stage import Message
from ui.widgets.bars import STAGES, TopBar
from ui.widgets.boxes import Part, within
from ui.widgets.button import PLAIN, SMALL, Button, Kind, Style
from ui.widgets.card import Card
from ui.widgets.choice import Stepper
from ui.widgets.icon import Icon
from ui.widgets.scroll import Place, Scroll
from workshop.domain import plan
from workshop.domain.kinds import DayState
from workshop.domain.queue import Way
from workshop.domain.records import Step
from workshop.errors import WorkshopError

_START = Style(Kind.MAIN, 140, 44, 56, padding=40, radius=24)
_MOST_PEOPLE = 60
BESIDE = 70  # letters of the smallest size across, from which both columns stand beside each other


class ReadyPage(Page):
    """One sentence says it all. Nothing here stops anybody from starting."""

    side = Side.FACILITATOR

    def setup(self, read_page: bool = False, **given: Any) -> None:
        """Look at everything once; "Look again" does it anew. `read_page`: a private page was tried."""
        self.places = (Place(), Place())
        self.read_page = read_page
        self.look_again(build=False)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Ready?")

    def look_again(self, build: bool = True) -> None:
        """Look at the computer anew."""
        self.seen = replace(ready_looking.look(self.stage, self.words), read_page=self.read_page)
        if build:
            self.rebuild()

    # What it shows

    def build(self) -> None:
        """The sentence, the things looked at, and beside them the arrivals and the start."""
        self.seen = ready_looking.with_the_day(self.seen, self.stage, self.words)
        self.checks = ready.checks(self.seen, self.words)
        title = self.text(ready.in_a_sentence(self.checks, self.words), 44, BOLD)
        second = self.text(self._what_now(), 24)
        head = self.column(title, second, gap=0, margins=(32, 16, 32, 12))
        self.body.setLayout(self.column(self._bar(), head, self._columns(), gap=0))

    def _what_now(self) -> str:
        if self.seen.missing:
            return self.words("Please say what is open. Then you can start.")
        return self.words("You can start now. Nothing here stops you.")

    def _bar(self) -> TopBar:
        day, words = self.room.workshop, self.words
        where = " · ".join(p for p in (words.short_day(day.day) if day.day else "", day.place) if p)
        at = self.room.session.saved_at()
        saved = words("Saved {time}", time=words.clock(datetime.fromisoformat(at))) if at else ""
        back = self.button(words("Plan"), "arrow-left", self._to_plan, PLAIN)
        wide = self._beside()
        stages = [words(stage) for stage in STAGES]
        return TopBar(self.look, day.title, where if wide else "", stages, 0, saved if wide else "", back)

    def _beside(self) -> bool:
        """Whether both columns have room beside each other."""
        return letters_across(self.look) >= BESIDE

    def _columns(self) -> QWidget:
        words = self.words
        if not self._beside():
            both = within(QWidget(), self.column(self._looked_at(), self._arrivals(), 1, gap=20))
            scroll = Scroll(self.look, both, words("More"), words("Back up"), self.places[0])
            return filling(self.column(scroll, self._start(), gap=12, margins=(32, 0, 32, 24)))
        left = Scroll(self.look, self._looked_at(), words("More"), words("Back up"), self.places[0])
        arrivals = Scroll(self.look, self._arrivals(), words("More of this"), words("Back"), self.places[1])
        card = within(Card(self.look), self.column(left, margins=(30, 20, 30, 20)))
        other = within(Card(self.look), self.column(arrivals, margins=(30, 20, 30, 20)))
        right = self.column(other, self._start(), gap=20)
        laid_out = self.row(card, right, gap=24, margins=(32, 0, 32, 28))
        laid_out.setStretch(0, 1090)
        laid_out.setStretch(1, 742)
        return filling(laid_out)

    def _looked_at(self) -> QWidget:
        again = self.button(self.words("Look again"), "rotate-cw", self.look_again, SMALL)
        head = self.row(self.text(self.words("Looked at just now"), 28, BOLD), again, margins=(0, 0, 0, 12))
        head.setStretch(0, 1)
        rows = [CheckRow(self.look, self.words, check, *self._buttons(check.key)) for check in self.checks]
        return within(QWidget(), self.column(head, *rows, 1, gap=0))

    def _buttons(self, key: str) -> list[QWidget]:
        words = self.words
        known: dict[str, tuple[str, str, Callable[[], object]]] = {
            "scope": (words("Say it now"), "pencil-line", self._to_scope),
            "chair": (words("Show a page"), "eye", self._show_page),
            "speech": (words("Hear it"), "volume-2", self._speak),
            "copy": (words("Home"), "house", lambda: self.stage.show_desk("home")),
            "desk": (words("Choose a number"), "lock", lambda: choose_number(self.stage)),
        }
        if key == "desk" and not self.seen.needs_number:
            return []
        if key not in known or (key == "speech" and not self.seen.can_speak):
            return []
        return [self.button(*known[key], SMALL)]

    # Arrivals

    def _arrivals(self) -> QWidget:
        words, day = self.words, self.room.workshop
        form = self.room.session.people.form(words.language)
        found = register_queue.queue_of(day.expected, form, self.room.all(Step))
        head = self.row(
            Icon(self.look, "hourglass", 32), self.text(words("How long will arrivals take?"), 28, BOLD)
        )
        head.setStretch(1, 1)
        parts: list[Part] = [head, self._expected()]
        if day.expected:
            each = words("Each has a name, a voice and {n} choices.", n=len(questions(form)))
            parts.append(self.text(each, 20))
            one = self.stage.one_screen
            parts += [QueueCard(self.look, words, way, way is found.fits, one) for way in found.ways]
            parts.append(self._papers(found.fits))
        parts += [self.text(self._of_the_plan(), 20, colour="ink2"), 1]
        return within(QWidget(), self.column(*parts, gap=12))

    def _papers(self, way: Way) -> QWidget:
        """To print as many forms as are needed, and to type in those that were filled in."""
        typed = self.button(self.words("I have paper forms"), "file-text", self._to_paper, SMALL)
        if not way.on_paper:
            return within(QWidget(), self.column(typed))
        text = register_queue.print_forms(way, self.words)
        print_ = self.button(text, "printer", lambda: self._to_print(way.on_paper), SMALL)
        both = self.row(print_, typed, gap=12) if self._beside() else self.column(print_, typed, gap=8)
        return within(QWidget(), both)

    def _expected(self) -> QWidget:
        words = self.words
        stepper = Stepper(
            self.look,
            words("People expected"),
            self.room.workshop.expected,
            0,
            _MOST_PEOPLE,
            lambda n: self.did(self.room.session.people.expect, n),
            fewer=words("Fewer people"),
            more=words("More people"),
        )
        laid_out = self.row(stepper, self.text(words("people are expected"), 22))
        laid_out.setStretch(1, 1)
        return within(QWidget(), laid_out)

    def _of_the_plan(self) -> str:
        steps = self.room.all(Step)
        step = register_queue.arrivals_step(steps)
        reads = self.words("Reading a page aloud takes one person 5 minutes more.")
        if step is None:
            return reads
        at = plan.times(self.room.workshop, steps)[step.id]
        said = self.words("Your plan gives arrivals {n} minutes.", n=step.minutes)
        if at:
            said = self.words("Your plan gives arrivals {n} minutes, from {time}.", n=step.minutes, time=at)
        return f"{said} {reads}"

    # Acts

    def _start(self) -> Button:
        if self.room.workshop.state is DayState.DRAFT:
            return self.button(self.words("Start the day"), "play", self.start, _START)
        return self.button(self.words("Go to the desk"), "arrow-right", self._to_desk, _START)

    def start(self) -> None:
        """Begin the day with its first step, and go to the desk; say what is missing where it cannot.

        With one screen a number is chosen on the way, while only the facilitator is at the screen.
        """
        session = self.room.session
        try:
            session.plan.open_day()
        except WorkshopError as error:
            self.stage.tell(
                self.side, Message(error.message, "look", self.words("Say it now"), self._to_scope)
            )
            return
        steps = self.room.all(Step)
        if steps and plan.running(steps) is None:
            self.did(session.plan.start_step, steps[0].id)
        with_a_number(self.stage, partial(self.stage.show_desk, "desk"))

    def _to_desk(self) -> None:
        self.stage.show_desk("desk")

    def _to_plan(self) -> None:
        self.stage.show_desk("plan")

    def _to_paper(self) -> None:
        self.stage.show_desk("paper_form")

    def _to_print(self, copies: int) -> None:
        self.stage.show_desk("people_papers", kind="consent", copies=copies, back="ready")

    def _to_scope(self) -> None:
        self.stage.show_desk("plan", part="scope")

    def _show_page(self) -> None:
        self.stage.show_people("sample")
        hand_over(self.stage)

    def _speak(self) -> None:
        language = self.stage.tastes[self.side].language
        self.stage.speech.say(self.words("This is how a page is read aloud."), language)


PAGE = ReadyPage
