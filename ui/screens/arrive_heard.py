"""Who heard somebody say it out loud: one of those who lead, or somebody else by their name."""

from functools import partial

from PySide6.QtWidgets import QLayout, QSizePolicy

from ui.parts.arrival import PAGES
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.boxes import Part
from ui.widgets.button import PLAIN
from ui.widgets.field import Line
from ui.widgets.keypad import KeyPad
from workshop.session.resources import consent_languages


class ArriveHeardPage(ArrivalPage):
    """Who heard you?"""

    @property
    def page_number(self) -> int:
        """It belongs to the last page."""
        return PAGES

    def how_far(self) -> str:
        """It belongs to the last page."""
        return self.words("Last page")

    def spoken(self) -> list[str]:
        """The question."""
        return [self.words("Who heard you say it?"), *self.room.workshop.led_by]

    def content(self) -> QLayout:
        """A button for each who leads, and a field for anybody else."""
        self.field = Line(self.look, self.words("Their name"), self.visit.witness)
        self.field.setMinimumHeight(self.look.target(72 if self.is_close else 112))
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.returnPressed.connect(lambda: self._heard(self.field.text()))
        pad = KeyPad(self.look, self.words, consent_languages(), for_names=True)
        pad.attach(self.field)
        self.setFocusProxy(self.field)
        on = self.way_on(self.words("Next"), lambda: self._heard(self.field.text()))
        named = self.row(self.field, on, gap=16)
        question = self.title(self.words("Who heard you say it?"), 46)
        parts: list[Part] = [question, *self._leaders(), named, pad, 1]
        inside = self.scrolling(self.column(*parts, gap=8 if self.is_close else 20))
        return self.column(inside, margins=self.margins())

    def _leaders(self) -> list[QLayout]:
        names = self.room.workshop.led_by
        if not names:
            return []
        buttons = [self.button(name, "user", partial(self._heard, name), PLAIN) for name in names]
        return [self.row(*buttons, 1, gap=16)]

    def _heard(self, name: str) -> None:
        self.visit.witness = name.strip()
        if self.visit.witness:
            self.stage.show_people("arrive_sign", signs=True)
        else:
            self.tell(self.words("Please write who heard you."))

    def go_back(self) -> None:
        """The signature."""
        self.stage.show_people("arrive_sign", signs=True)


PAGE = ArriveHeardPage
