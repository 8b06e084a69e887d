"""The first page of an arrival: what to call somebody. Any name will do, or none."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout, QSizePolicy

from ui.look import BOLD
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.button import Button
from ui.widgets.field import Line
from ui.widgets.keypad import KeyPad
from ui.widgets.text import Text
from workshop.errors import WorkshopError
from workshop.session.resources import consent_languages

LONGEST_NAME = 60


class ArriveNamePage(ArrivalPage):
    """What shall we call you?"""

    ground = "linen"

    @property
    def page_number(self) -> int:
        """The first page."""
        return 1

    def spoken(self) -> list[str]:
        """The question, and what will do."""
        return [
            self.words("What shall we call you?"),
            self.words("A first name, or any name you like. No surname needed."),
        ]

    def content(self) -> QLayout:
        """The question, the field with its keys, and the two ways on."""
        question, hint = self.spoken()
        self.field = self._field(question)
        pad = KeyPad(self.look, self.words, consent_languages(), for_names=True)
        pad.attach(self.field)
        skip = self.way_on(self.words("Skip this"), self._skip, main=False)
        self.next = self.way_on(self.words("Next"), self._next)
        self._lock()
        lay_out = self._close_together if self.is_close or self.in_nastaliq else self._with_room
        return lay_out(self.title(question), self.sentence(hint), pad, skip)

    def _with_room(self, title: Text, hint: Text, pad: KeyPad, skip: Button) -> QLayout:
        helper = self.text(self.words("A helper may touch for you. You choose."), 24)
        ways_on = self.row(helper, skip, self.next, gap=24)
        ways_on.setStretch(0, 1)
        named = self.row(self.field, self._hear_it(), gap=24)
        asked = self.column(title, hint, gap=self.air(4))
        inside = self.scrolling(self.column(asked, named, pad, 1, gap=20))
        return self.column(inside, ways_on, gap=20, margins=self.margins())

    def _close_together(self, title: Text, hint: Text, pad: KeyPad, skip: Button) -> QLayout:
        """The ways on beside the name, so that the keys have the rest; the hint comes last."""
        named = self.row(self.field, skip, self.next, gap=12)
        inside = self.scrolling(self.column(title, named, pad, hint, 1, gap=8))
        return self.column(inside, margins=self.margins())

    def _field(self, question: str) -> Line:
        field = Line(self.look, question, self.visit.called)
        field.setMaxLength(LONGEST_NAME)
        field.setFont(self.look.font(30 if self.is_close else 60, BOLD))
        field.setMinimumHeight(self.look.target(72 if self.is_close else 112))
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
        try:
            self.visit.called = self.room.session.people.free_name(self.visit.called, self.visit.person)
        except WorkshopError as error:
            self.tell(self.words(error.message))
        else:
            self.stage.show_people("arrive_voice")

    def _skip(self) -> None:
        self.visit.called = ""
        self.stage.show_people("arrive_voice")

    def go_back(self) -> None:
        """Nobody has arrived yet: the screen is free again."""
        self.stage.back_to_the_day()


PAGE = ArriveNamePage
