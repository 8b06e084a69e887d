"""The second page of an arrival: as whom somebody is here. Several are fine, and none is too."""

from functools import partial

from PySide6.QtWidgets import QLayout

from ui.parts.arrival import VOICES
from ui.parts.arrival_choices import choice, grid_of
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.boxes import Part
from ui.widgets.button import Button
from ui.widgets.choice import Tick
from ui.widgets.icon import Icon
from workshop.domain.kinds import AgeGroup, Voice


class ArriveVoicePage(ArrivalPage):
    """Today I am here as…"""

    ground = "linen"

    def spoken(self) -> list[str]:
        """The beginning of the sentence, how it goes on, and what becomes of it."""
        return [
            self.words("Today I am here as…"),
            self.words("You can touch more than one. You can skip this."),
            *(self.words(label) for _, label in VOICES.values()),
            self._what_becomes_of_it(),
            *([] if self.asks_age else [self.words("I am under 18")]),
        ]

    def _what_becomes_of_it(self) -> str:
        return self.words("We only count how many. It is never shown beside your name.")

    def content(self) -> QLayout:
        """Four choices of one size, and the two ways on."""
        title, hint = self.spoken()[:2]
        words = self.text(self._what_becomes_of_it(), 26)
        note = self.row(Icon(self.look, "info", 30, "damson"), words, gap=16)
        note.setStretch(1, 1)
        voices = grid_of(self, [self._choice(voice) for voice in VOICES])
        parts: list[Part] = [self.title(title), self.sentence(hint), voices, note, *self._young(), 1]
        inside = self.scrolling(self.column(*parts, gap=12 if self.is_close else 24))
        return self.column(inside, self._ways_on(), gap=16, margins=self.margins())

    def _choice(self, voice: Voice) -> Button:
        icon, label = VOICES[voice]
        button = choice(self, self.words(label), icon, voice in self.visit.voices)
        button.toggled.connect(partial(self._chose, voice))
        return button

    def _young(self) -> list[Part]:
        """Whoever says so is asked a little more; nobody else is asked how old they are."""
        if self.asks_age:
            return []
        tick = Tick(self.look, self.words("I am under 18"), self.visit.young, token=26)
        tick.toggled.connect(self._said_young)
        return [self.row(tick, 1)]

    def _chose(self, voice: Voice, on: bool) -> None:
        chosen = {*self.visit.voices, voice} if on else {*self.visit.voices} - {voice}
        self.visit.voices = tuple(v for v in Voice if v in chosen)

    def _said_young(self, on: bool) -> None:
        """Until they say more they count as under 16, so that a parent is asked as well."""
        self.visit.age = AgeGroup.UNDER_16 if on else AgeGroup.ADULT
        self.visit.age_said = False

    def _ways_on(self) -> QLayout:
        skip = self.way_on(self.words("Skip this"), self._skip, main=False)
        return self.row(self.hear_button(), 1, skip, self.way_on(self.words("Next"), self._next), gap=16)

    def _skip(self) -> None:
        self.visit.voices = ()
        self._next()

    def _next(self) -> None:
        if self._is_in_the_list():
            self.go_on()

    def _is_in_the_list(self) -> bool:
        """Put the person into the list, or change what the list says of them."""
        people, visit = self.room.session.people, self.visit
        voices, age = list(visit.voices), visit.age
        if visit.here_as not in visit.voices:
            visit.here_as = None
        if visit.person is not None:
            name = visit.called or None
            return self.did(people.change, visit.person, called=name, voices=voices, age_group=age)
        arrived = self.do(people.arrive, visit.called or people.name_for_a_guest(), voices, age)
        if arrived is not None:
            visit.person, visit.ref = arrived.person, arrived.ref
        return arrived is not None


PAGE = ArriveVoicePage
