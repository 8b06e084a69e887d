"""Typing in what somebody filled in on paper, or adding somebody. Quick with the keyboard alone."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.arrival import VOICES
from ui.parts.desk_cards import Answer as Choice
from ui.parts.desk_cards import question_card
from ui.parts.paper_form import begin_form, half_typed
from ui.parts.paper_form_answers import PaperAnswers, field
from ui.parts.register import AGES, ONE_VOICE
from ui.parts.top_bar import top_bar
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, Kind, Style
from ui.widgets.card import Card
from ui.widgets.choice import Tick, one_of
from ui.widgets.field import Line, labelled
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Item, Medium, Said, Voice
from workshop.domain.persons import Person

ARRIVALS = 1  # of the six stages of a workshop
_EQUAL = Style(Kind.STRONG, 64, 20, 24, padding=16)


class PaperFormPage(Page):
    """One form after the other; each is kept as a whole. With `person` it is the form of somebody listed."""

    side = Side.FACILITATOR

    def setup(self, person: PersonId | None = None, **given: Any) -> None:
        """The form that was half typed before, or an empty one."""
        self.form = half_typed(self.room, person)
        self.came_from = person
        self.typed = 0
        self.place = Place()
        self.same: PersonId | None = None  # somebody of that name has not finished: is it them?

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Type in paper forms")

    def on_change(self, change: Change) -> None:
        """What happens elsewhere disturbs nobody who types; but of somebody erased nothing stays."""
        if self.form.person is not None and self.room.get(Person, self.form.person) is None:
            self.form = begin_form(self.room)
            self._to_the_list()

    # Building

    def build(self) -> None:
        """The person at the start, the answers at the end, and two buttons."""
        self.answers = PaperAnswers(self, self.form, self.rebuild)
        halves = self.row(self._person(), self.answers.card(), gap=24)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        asked = [self._is_it_them()] if self.same else []
        inside = Scroll(self.look, within(QWidget(), self.column(*asked, halves, gap=14)), place=self.place)
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

    def _is_it_them(self) -> QWidget:
        """Somebody of that name stopped half way, or came before and is expected."""
        asked = self.words("Somebody of that name is in the list and has not finished. Is it them?")
        answers = [
            Choice(self.words("Yes, the same person"), "user", self._same_person),
            Choice(self.words("No, somebody else"), "user-plus", self._somebody_else),
        ]
        return question_card(self.look, asked, answers, _EQUAL, across=2)

    def _person(self) -> QWidget:
        words, look, form = self.words, self.look, self.form
        self.first = Line(look, words("What shall we call them?"), form.called, 24)
        self.first.textChanged.connect(lambda now: setattr(form, "called", now))
        ages = [(age, words(text), "") for age, text in AGES.items()]
        reach = words("Phone or email, only for what they said yes to")
        whole = words("Full name, if they want it used")
        parts: list[Part] = [
            labelled(look, words("What shall we call them?"), self.first),
            self._label(words("Here as (several are fine)")),
            *self._voices(),
            self._label(words("Age")),
            self.row(one_of(look, ages, form.age, self._set_age, token=20), 1),
            *self._looking_after(),
            self._needs_and_leaving(),
            field(self, form, "full_name", whole, form.full_name),
            field(self, form, "contact", reach, form.contact),
            1,
        ]
        return within(Card(look), self.column(*parts, gap=8, margins=(24, 20, 24, 24)))

    def _label(self, text: str) -> QWidget:
        return self.text(text, 20, SEMIBOLD, "ink2")

    def _needs_and_leaving(self) -> QLayout:
        words, form = self.words, self.form
        needs = field(self, form, "needs", words("What we do, such as: Hearing loop"), form.needs)
        leaves = field(self, form, "leaves_by", words("Leaves at"), form.leaves_by)
        both = self.row(needs, leaves, gap=16)
        both.setStretch(0, 3)
        both.setStretch(1, 1)
        return both

    def _voices(self) -> list[Part]:
        ticks = [self._voice(voice) for voice in VOICES]
        parts: list[Part] = [
            self.row(self.column(*ticks[:2], gap=8), self.column(*ticks[2:], gap=8), 1, gap=24)
        ]
        if len(self.form.voices) > 1:
            voices = [(voice, self.words(ONE_VOICE[voice]), "") for voice in self.form.voices]
            today = self.form.here_as or ""
            parts.append(self._label(self.words("Counted today as")))
            parts.append(self.row(one_of(self.look, voices, today, self._set_today, token=20), 1))
        return parts

    def _voice(self, voice: Voice) -> Tick:
        tick = Tick(self.look, self.words(VOICES[voice][1]), voice in self.form.voices)
        tick.toggled.connect(lambda on: self._set_voice(voice, on))
        return tick

    def _looking_after(self) -> list[Part]:
        """Who is there for somebody under 18; of somebody of 16 or 17 whether a parent knows."""
        words, form = self.words, self.form
        parts: list[Part] = []
        if form.is_young:
            parts.append(field(self, form, "adult", words("Who looks after them today"), form.adult))
        if form.age is AgeGroup.UNDER_16:
            who = words("Parent or guardian who answers")
            parts.append(field(self, form, "guardian", who, form.guardian))
        if form.age is AgeGroup.AGED_16_17:
            told = Tick(self.look, words("A parent knows they are here"), form.parent_told)
            told.toggled.connect(lambda on: setattr(form, "parent_told", on))
            parts.append(told)
        return parts

    def _foot(self) -> QLayout:
        words = self.words
        kept = words.many("{n} form typed in.", "{n} forms typed in.", self.typed) if self.typed else ""
        back = self.button(words("Back to the list"), "arrow-left", self._to_the_list)
        text = words("Keep") if self.came_from else words("Keep, and the next one")
        keep = self.button(text, "check", self.keep, MAIN)
        return self.row(back, 1, self.text(kept, 22, SEMIBOLD, "leaf", wrap=False), keep, gap=20)

    # Acts

    def _set_voice(self, voice: Voice, on: bool) -> None:
        several = len(self.form.voices) > 1
        self.form.voices = [
            v for v in Voice if (v in self.form.voices or v is voice) and (on or v is not voice)
        ]
        if self.form.here_as not in self.form.voices:
            self.form.here_as = None
        if several or len(self.form.voices) > 1:
            self.rebuild()

    def _set_today(self, voice: str) -> None:
        self.form.here_as = Voice(voice)
        self.rebuild()

    def _set_age(self, age: str) -> None:
        self.form.age = AgeGroup(age)
        self.rebuild()

    def keep(self) -> None:
        """Keep the whole form, and begin an empty one; a refused one stays as it is typed."""
        self.same = None  # the name may be another one by now
        found = self.room.session.people.stopped_half_way(self.form.called)
        if self.form.person is None and found is not None and self.form.called.strip():
            self.same = found.id
            self.place.top = 0
            self.rebuild()
            return
        person = self._keep_person()
        if person is None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._keep_answers(person):
            self._next_form(person)

    def _same_person(self) -> None:
        self.form.person, self.same = self.same, None
        self.keep()

    def _somebody_else(self) -> None:
        self.same = None
        self.tell(self.words("Please add a letter to the name, like “Amina K”."))
        self.rebuild()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_person(self) -> PersonId | None:
        """Somebody new in the list, or what the paper says of somebody who is; None where it is refused."""
        form, people = self.form, self.room.session.people
        needs = [part for part in (p.strip() for p in form.needs.split(",")) if part]
        young, under_16 = form.is_young, form.age is AgeGroup.UNDER_16
        said: dict[str, Any] = {
            "called": form.called,
            "voices": form.voices,
            "age_group": form.age,
            "needs": needs,
            "leaves_by": form.leaves_by,
            "full_name": form.full_name,
            "contact": form.contact,
            "here_as": form.here_as,
            "supporter": form.supporter,
            "adult": form.adult if young else "",
            "guardian": form.guardian if under_16 else "",
            "parent_told": form.parent_told and young and not under_16,
        }
        if form.person is not None:
            return form.person if self.did(people.change, form.person, **said) else None
        arrived = self.do(people.arrive, **said)
        return arrived.person if arrived else None

    def _keep_answers(self, person: PersonId) -> bool:
        """Whether all were kept. What was kept is in the list even where one is refused."""
        form, people, words = self.form, self.room.session.people, self.answers.words
        form.person = person  # from now on it is the form of somebody in the list
        kept = all(self._keep_answer(person, item) for item in form.questions(words) if item in form.answers)
        return kept and (not form.signed or self.did(people.sign, person, on_paper=True))

    def _keep_answer(self, person: PersonId, item: Item) -> bool:
        form, asked = self.form, self.form.for_a_guardian(self.answers.words)
        parent = form.guardian_said.get(item) if item in asked else None
        assent: Said | None = form.assent if parent is not None else None
        return self.did(
            self.room.session.people.consent,
            person,
            item,
            form.answers[item],
            Medium.PAPER,
            form.support,
            guardian=parent,
            assent=assent,
            language=form.language,
            shape=form.shape,
            taken_by=form.taken_by,
            form=form.version,
        )

    def _next_form(self, person: PersonId) -> None:
        """Say the number that goes on the paper, and begin the next form, or go back to the list."""
        kept = self.room.get(Person, person)
        assert kept is not None
        told = self.words(
            "{name} has the slip number {ref}. Please write it on the paper.", name=kept.called, ref=kept.ref
        )
        self.tell(told, "done")
        self.form, self.typed = begin_form(self.room), self.typed + 1
        if self.came_from is not None:
            self._to_the_list()
            return
        self.place.top = 0
        self.rebuild()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_the_list(self) -> None:
        self.stage.show_desk("arrivals", person=self.came_from)


PAGE = PaperFormPage
