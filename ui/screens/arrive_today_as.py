"""Of several voices, as which one somebody is here today: that one is counted."""

from functools import partial

from PySide6.QtWidgets import QLayout

from ui.parts.arrival import VOICES
from ui.parts.arrival_choices import choice, grid_of
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.button import Button
from workshop.domain.kinds import Voice


class ArriveTodayAsPage(ArrivalPage):
    """One touch chooses one of those they said; it may be skipped."""

    ground = "linen"

    def spoken(self) -> list[str]:
        """The beginning of the sentence, the question, and those to choose from."""
        voices = [self.words(VOICES[voice][1]) for voice in self.visit.voices]
        return [self.words("Today I am here as…"), self.words("Which one for today?"), *voices]

    def content(self) -> QLayout:
        """As many choices as they said, all of one size."""
        title, hint, *_ = self.spoken()
        choices = grid_of(self, [self._choice(voice) for voice in self.visit.voices])
        parts = (self.title(title), self.sentence(hint), choices, 1)
        inside = self.scrolling(self.column(*parts, gap=12 if self.is_close else 24))
        skip = self.way_on(self.words("Skip this"), self.go_on, main=False)
        return self.column(inside, self.row(self.hear_button(), 1, skip), gap=16, margins=self.margins())

    def _choice(self, voice: Voice) -> Button:
        icon, label = VOICES[voice]
        return choice(
            self, self.words(label), icon, voice is self.visit.here_as, partial(self._answered, voice)
        )

    def _answered(self, voice: Voice) -> None:
        person, people = self.visit.person, self.room.session.people
        if person is None or not self.did(people.change, person, here_as=voice):
            self.rebuild()
            return
        self.visit.here_as = voice
        self.go_on()


PAGE = ArriveTodayAsPage
