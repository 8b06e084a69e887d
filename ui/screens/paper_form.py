"""Typing in what somebody filled in on paper, or adding somebody. Quick with the keyboard alone."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.arrival import ICONS, QUESTIONS, VOICES, asked
from ui.parts.paper_form import begin_form, half_typed
from ui.parts.register import AGES
from ui.parts.register_answers import PaperAnswer
from ui.parts.top_bar import top_bar
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN
from ui.widgets.card import Card
from ui.widgets.choice import Tick, one_of
from ui.widgets.field import Line, labelled
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Item, Medium, Said, Voice
from workshop.session.resources import consent_form

ARRIVALS = 1  # of the six stages of a workshop


class PaperFormPage(Page):
    """One form after the other; each is kept as a whole."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """The form that was half typed before, or an empty one."""
        self.form = half_typed(self.room)
        self.typed = 0
        self.place = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Type in paper forms")

    def on_change(self, change: Change) -> None:
        """What happens elsewhere does not disturb somebody who types."""

    # Building

    def build(self) -> None:
        """The person at the start, the answers at the end, and two buttons."""
        halves = self.row(self._person(), self._answers(), gap=24)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        inside = Scroll(self.look, within(QWidget(), halves), place=self.place)
        below = self.column(self._head(), inside, self._foot(), gap=14, margins=(24, 16, 24, 20))
        below.setStretch(1, 1)
        whole = self.column(top_bar(self, ARRIVALS), below, gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)
        self.body.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _head(self) -> QLayout:
        title = self.text(self.words("Type in paper forms"), 36, BOLD, wrap=False)
        keys = self.words("Tab goes on. Y is yes, N is no. Leave it, if the paper says nothing.")
        head = self.row(title, self.text(keys, 20, colour="ink2"), gap=24)
        head.setStretch(1, 1)
        return head

    def _person(self) -> QWidget:
        words, look, form = self.words, self.look, self.form
        self.first = self._line(words("What shall we call them?"), "called", form.called)
        ages = one_of(
            look, [(age, words(text), "") for age, text in AGES.items()], form.age, self._set_age, token=20
        )
        parts = (
            labelled(look, words("What shall we call them?"), self.first),
            self.text(words("Here as (several are fine)"), 20, SEMIBOLD, "ink2"),
            self._voices(),
            self.text(words("Age"), 20, SEMIBOLD, "ink2"),
            self.row(ages, 1),
            self._needs_and_leaving(),
            self._labelled(words("Phone or email, only for what they said yes to"), "contact", form.contact),
            1,
        )
        return within(Card(look), self.column(*parts, gap=8, margins=(24, 20, 24, 24)))

    def _needs_and_leaving(self) -> QLayout:
        words, form = self.words, self.form
        needs = self._labelled(words("What we do, such as: Hearing loop"), "needs", form.needs)
        both = self.row(needs, self._labelled(words("Leaves at"), "leaves_by", form.leaves_by), gap=16)
        both.setStretch(0, 3)
        both.setStretch(1, 1)
        return both

    def _voices(self) -> QLayout:
        ticks = [self._voice(voice) for voice in VOICES]
        return self.row(self.column(*ticks[:2], gap=8), self.column(*ticks[2:], gap=8), 1, gap=24)

    def _labelled(self, label: str, part: str, text: str) -> QWidget:
        return labelled(self.look, label, self._line(label, part, text))

    def _line(self, label: str, part: str, text: str) -> Line:
        line = Line(self.look, label, text, 24)
        line.textChanged.connect(lambda now: setattr(self.form, part, now))
        return line

    def _voice(self, voice: Voice) -> Tick:
        tick = Tick(self.look, self.words(VOICES[voice][1]), voice in self.form.voices)
        tick.toggled.connect(lambda on: self._set_voice(voice, on))
        return tick

    def _answers(self) -> QWidget:
        words, form = self.words, consent_form()
        yes_no = (words("Yes"), words("No"))
        self.papers = {
            item: PaperAnswer(
                self.look,
                form.of(item).short,
                ICONS[item],
                yes_no,
                self.form.answers.get(item),
                partial(self._answered, item),
            )
            for item in QUESTIONS
        }
        signed = Tick(self.look, words("The paper is signed"), self.form.signed)
        signed.toggled.connect(lambda on: setattr(self.form, "signed", on))
        self._hide_web()
        title = self.text(words("What the paper says"), 24, BOLD)
        parts: list[Part] = [title, *self.papers.values(), signed, 1]
        return within(Card(self.look), self.column(*parts, gap=10, margins=(24, 20, 24, 24)))

    def _foot(self) -> QLayout:
        words = self.words
        kept = words.many("{n} form typed in.", "{n} forms typed in.", self.typed) if self.typed else ""
        back = self.button(words("Back to the list"), "arrow-left", self._to_the_list)
        keep = self.button(words("Keep, and the next one"), "check", self.keep, MAIN)
        return self.row(back, 1, self.text(kept, 22, SEMIBOLD, "leaf", wrap=False), keep, gap=20)

    # Acts

    def _set_voice(self, voice: Voice, on: bool) -> None:
        self.form.voices = [
            v for v in Voice if (v in self.form.voices or v is voice) and (on or v is not voice)
        ]

    def _set_age(self, age: str) -> None:
        self.form.age = AgeGroup(age)
        self.rebuild()

    def _answered(self, item: Item, said: Said | None) -> None:
        self.form.answers.pop(item, None)
        if said is not None:
            self.form.answers[item] = said
        self._hide_web()

    def _hide_web(self) -> None:
        """Without a photo the web is not asked."""
        self.papers[Item.PHOTO_WEB].setEnabled(Item.PHOTO_WEB in asked(self.form.answers))

    def keep(self) -> None:
        """Keep the whole form, and begin an empty one; a refused one stays as it is typed."""
        form, people = self.form, self.room.session.people
        needs = [part for part in (p.strip() for p in form.needs.split(",")) if part]
        arrived = self.do(
            people.arrive,
            form.called,
            form.voices,
            form.age,
            needs,
            contact=form.contact,
            leaves_by=form.leaves_by,
        )
        if arrived is None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._keep_answers(arrived.person)
        self.tell(self.words("{name} has the slip number {ref}.", name=form.called, ref=arrived.ref), "done")
        self.form, self.typed = begin_form(self.room), self.typed + 1
        self.place.top = 0
        self.rebuild()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_answers(self, person: PersonId) -> None:
        people = self.room.session.people
        for item in asked(self.form.answers):
            if item in self.form.answers:
                self.did(people.consent, person, item, self.form.answers[item], Medium.PAPER)
        if self.form.signed:
            self.did(people.sign, person, on_paper=True)

    def _to_the_list(self) -> None:
        self.stage.show_desk("arrivals")


PAGE = PaperFormPage
