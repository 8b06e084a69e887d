"""The first page of an arrival: what to call somebody. Any name will do, or none."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout, QSizePolicy

from ui.look import BOLD
from ui.parts.arrival import stopped_at, take_up
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.button import STRONG, Button, Kind, Style
from ui.widgets.field import Line
from ui.widgets.keypad import KeyPad
from ui.widgets.text import Text
from workshop.domain.persons import Answer, Person
from workshop.errors import WorkshopError
from workshop.session.resources import consent_languages

LONGEST_NAME = 60
_EITHER_IN_PRIVATE = Style(Kind.STRONG, 88, 26, 30, padding=16, radius=16)


class ArriveNamePage(ArrivalPage):
    """What shall we call you?"""

    ground = "linen"

    def setup(self, **given: Any) -> None:
        """Nobody of the same name has stopped half way, as far as we know."""
        super().setup(**given)
        self.half_way: Person | None = None

    def spoken(self) -> list[str]:
        """The question, and what will do; or whether they have been here before."""
        if self.half_way is not None:
            return [self.words("Is this you?"), self._who_it_may_be()]
        return [
            self.words("What shall we call you?"),
            self.words("A first name, or any name you like. No surname needed."),
        ]

    def _who_it_may_be(self) -> str:
        """Nothing is told of anybody but that there is such a name."""
        if self._came_before:
            return self.words("Somebody of this name came to an earlier day.")
        return self.words("Somebody of this name began, and stopped half way.")

    @property
    def _came_before(self) -> bool:
        """Whether whoever has the name is expected, and has answered nothing yet."""
        who = self.half_way
        return who is not None and who.regular and all(a.person != who.id for a in self.room.all(Answer))

    def content(self) -> QLayout:
        """The question, the field with its keys, and the two ways on."""
        question, hint = self.spoken()
        if self.half_way is not None:
            return self._is_this_you(question, hint)
        self.field = self._field(question)
        pad = KeyPad(self.look, self.words, consent_languages(), for_names=True)
        pad.attach(self.field)
        skip = self.way_on(self.words("Skip this"), self._skip, main=False)
        self.next = self.way_on(self.words("Next"), self._next)
        self._lock()
        lay_out = self._close_together if self.is_close or self.in_nastaliq else self._with_room
        return lay_out(self.title(question), self.sentence(hint), pad, skip)

    def _with_room(self, title: Text, hint: Text, pad: KeyPad, skip: Button) -> QLayout:
        helper = self.text(self._helper(), 24)
        ways_on = self.row(helper, skip, self.next, gap=24)
        ways_on.setStretch(0, 1)
        named = self.row(self.field, self._hear_it(), gap=24)
        asked = self.column(title, hint, gap=self.air(4))
        inside = self.scrolling(self.column(asked, named, pad, 1, gap=20))
        return self.column(inside, ways_on, gap=20, margins=self.margins())

    def _close_together(self, title: Text, hint: Text, pad: KeyPad, skip: Button) -> QLayout:
        """The ways on beside the name, so that the keys have the rest; the hints come last."""
        named = self.row(self.field, skip, self.next, gap=12)
        helper = [] if self.in_nastaliq else [self.text(self._helper(), 20)]  # the next pages say it
        hints = self.column(hint, *helper, gap=0)
        inside = self.scrolling(self.column(title, named, pad, hints, 1, gap=8))
        return self.column(inside, margins=self.margins())

    def _helper(self) -> str:
        return self.words("A helper may touch for you. You choose.")

    def _is_this_you(self, question: str, hint: str) -> QLayout:
        """Two answers that look alike. Nothing is shown of what was said then."""
        style = _EITHER_IN_PRIVATE if self.look.private else STRONG
        other = self.button(self.words("No, another name"), "x", self._another_name, style)
        yes = self.words("Yes, that is me") if self._came_before else self.words("Yes, go on where I stopped")
        mine = self.button(yes, "check", self._take_up, style)
        answers = self.row(other, mine, gap=20 if self.is_close else 40)
        for place, answer in enumerate((other, mine)):
            answer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            answers.setStretch(place, 1)
        asked = self.column(self.title(question), self.sentence(hint), self.row(self.hear_button(), 1), 1)
        return self.column(self.scrolling(asked), answers, gap=16, margins=self.margins())

    def _field(self, question: str) -> Line:
        field = Line(self.look, question, self.visit.called)
        field.setMaxLength(LONGEST_NAME)
        field.setFont(self.look.font(30 if self.is_close else 60, BOLD))
        field.setMinimumHeight(self.look.target(60 if self.look.private else 72 if self.is_close else 112))
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.textChanged.connect(self._keep)
        field.returnPressed.connect(self._next)
        self.setFocusProxy(field)
        QTimer.singleShot(0, field, field.deselect)  # the next letter goes on, it replaces nothing
        return field

    def _hear_it(self) -> Button:
        button = self.hear_button(self.words("Hear it"))
        button.clicked.disconnect()
        button.clicked.connect(lambda: self.stage.speech.say(self.visit.called, self.language))
        return button

    def _keep(self, text: str) -> None:
        self.visit.called = text
        self._lock()

    def _lock(self) -> None:
        empty = not self.visit.called.strip()
        self.next.lock(self.words("Please write a name, or touch “Skip this”.") if empty else "")

    def _next(self) -> None:
        """On to the next page; a name that somebody has is refused here, above the keys."""
        people, visit = self.room.session.people, self.visit
        try:
            visit.called = people.free_name(visit.called, visit.person)
        except WorkshopError as error:
            self.half_way = people.stopped_half_way(visit.called) if visit.person is None else None
            self.tell("" if self.half_way else self.words(error.message))
        else:
            self.go_on()

    def _another_name(self) -> None:
        self.half_way = None
        self.tell(self.words("Please add a letter, like “Amina K”."))

    def _take_up(self) -> None:
        """The same person, at the first question that has no answer."""
        if self.half_way is not None:
            take_up(self.visit, self.half_way, self.room.all(Answer))
            self.go_to(stopped_at(self.visit, self.questions))

    def _skip(self) -> None:
        """No name: whoever is in the list already is a guest there from now on."""
        people, person = self.room.session.people, self.visit.person
        self.visit.called = ""
        guest = people.name_for_a_guest(person=person)
        if person is None or self.did(people.change, person, called=guest):
            self.go_on()

    def go_back(self) -> None:
        """The keys again; else nobody has arrived yet, and the screen is free again."""
        if self.half_way is not None:
            self.half_way = None
            self.rebuild()
        else:
            self.stage.back_to_the_day()


PAGE = ArriveNamePage
