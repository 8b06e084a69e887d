"""The second page of an arrival: as whom somebody is here. Several are fine, and none is too."""

from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy

from ui.parts.arrival import VOICES
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.button import Button, Kind, Style
from ui.widgets.icon import Icon
from workshop.domain.kinds import Item, Voice

_LARGE = Style(Kind.PLAIN, 280, 36, 64, padding=20, radius=24, above=True)
_SMALL = Style(Kind.PLAIN, 76, 26, 36, padding=14, radius=16)


class ArriveVoicePage(ArrivalPage):
    """Today I am here as…"""

    ground = "linen"

    @property
    def page_number(self) -> int:
        """The second page."""
        return 2

    def spoken(self) -> list[str]:
        """The beginning of the sentence, how it goes on, and what becomes of it."""
        return [
            self.words("Today I am here as…"),
            self.words("You can touch more than one. You can skip this."),
            *(self.words(label) for _, label in VOICES.values()),
            self._what_becomes_of_it(),
        ]

    def _what_becomes_of_it(self) -> str:
        return self.words("We only count how many. It is never shown beside your name.")

    def content(self) -> QLayout:
        """Four choices of one size, and the two ways on."""
        title, hint = self.spoken()[:2]
        note = self.row(
            Icon(self.look, "info", 30, "damson"), self.text(self._what_becomes_of_it(), 26), gap=16
        )
        note.setStretch(1, 1)
        parts = (self.title(title), self.sentence(hint), self._choices_of_voice(), note, 1)
        inside = self.scrolling(self.column(*parts, gap=12 if self.is_close else 24))
        return self.column(inside, self._ways_on(), gap=16, margins=self.margins())

    def _choices_of_voice(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(max(self.look.gap, self.look.px(20)))
        across = 2 if self.is_close else 4
        for i, (voice, (icon, label)) in enumerate(VOICES.items()):
            grid.addWidget(self._choice(voice, icon, self.words(label)), i // across, i % across)
        for column_ in range(across):
            grid.setColumnStretch(column_, 1)
        return grid

    def _choice(self, voice: Voice, icon: str, label: str) -> Button:
        button = self.button(label, icon, None, _SMALL if self.is_close else _LARGE)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        button.setCheckable(True)
        button.setChecked(voice in self.visit.voices)
        button.toggled.connect(lambda on: self._chose(voice, on))
        return button

    def _chose(self, voice: Voice, on: bool) -> None:
        chosen = {*self.visit.voices, voice} if on else {*self.visit.voices} - {voice}
        self.visit.voices = tuple(v for v in Voice if v in chosen)

    def _ways_on(self) -> QLayout:
        skip = self.way_on(self.words("Skip this"), self._skip, main=False)
        return self.row(self.hear_button(), 1, skip, self.way_on(self.words("Next"), self._next), gap=16)

    def _skip(self) -> None:
        self.visit.voices = ()
        self._next()

    def _next(self) -> None:
        if self._is_in_the_list():
            self.stage.show_people("arrive_question", item=Item.TAKE_PART)

    def _is_in_the_list(self) -> bool:
        """Put the person into the list, or change what the list says of them."""
        people, visit = self.room.session.people, self.visit
        called = visit.called or people.name_for_a_guest()
        if visit.person is not None:
            name = visit.called or None
            return self.did(people.change, visit.person, called=name, voices=list(visit.voices))
        arrived = self.do(people.arrive, called, list(visit.voices))
        if arrived is not None:
            visit.person, visit.ref = arrived.person, arrived.ref
        return arrived is not None

    def go_back(self) -> None:
        """The page of the name."""
        self.stage.show_people("arrive_name")


PAGE = ArriveVoicePage
