"""Display and sound: text size, calm, black and white, language, and how fast words are read aloud.

At the people's screen it is for the person there, and forgotten when the next one comes; calm, black
and white, and how the table stands stay for the day. At the desk the looks are kept on this computer,
for either side.
"""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side, TextSize
from ui.page import Page
from ui.parts.number import choose_number
from ui.parts.reach import needs_low
from ui.parts.start import Start
from ui.speech import SPEEDS
from ui.stage import FOR_THE_DAY, Taste
from ui.widgets.bars import Languages
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN
from ui.widgets.card import Card
from ui.widgets.choice import Tick, one_of
from ui.widgets.scroll import Place, Scroll
from ui.words import LANGUAGES
from workshop.domain.changes import Change
from workshop.session.settings import ONLY_THIS

SIZES = {
    TextSize.SMALL: "Small",
    TextSize.STANDARD: "Middle",
    TextSize.LARGE: "Large",
    TextSize.LARGEST: "Largest",
}
BESIDE = 76  # letters of the usual size across, from which there is room for two columns
OFFERED_SPEEDS = {0.65: "Slow", 0.8: "A little slow", 1.0: "Usual", 1.25: "A little fast", 1.5: "Fast"}
assert set(OFFERED_SPEEDS) <= set(SPEEDS)


class DisplayPage(Page):
    """One page for both sides; each choice shows at once."""

    needs_workshop = False

    def setup(self, **given: Any) -> None:
        """Whose screen this is decides what is changed, and for how long."""
        self.side = self.look.side  # type: ignore[misc]  # one page for both sides
        self.start = Start.of(self.stage)
        self.of_people = self.side is not Side.FACILITATOR
        self.place = Place()
        self.looking = False
        self.start.changed.connect(self._changed)

    @property
    def _at_desk(self) -> bool:
        return self.side is Side.FACILITATOR

    @property
    def _changed_side(self) -> Side:
        """Whose screens are changed now."""
        if not self.of_people:
            return Side.FACILITATOR
        return Side.PUBLIC if self._at_desk else Side.PEOPLE

    @property
    def _taste(self) -> Taste:
        return self.stage.tastes[self._changed_side]

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Display and sound")

    def build(self) -> None:
        """The choices, one below the other, and the way back."""
        done = self.button(self.words("Done"), "check", self._done, MAIN)
        low = needs_low(self.look)  # nobody has to reach up to be done
        top = self.row(self.text(self.name(), 44, BOLD), *([] if low else [done]), gap=24)
        top.setStretch(0, 1)
        content = within(QWidget(), self._choices())
        area = Scroll(self.look, content, self.words("More"), self.words("Back"), self.place)
        card = within(Card(self.look), self.row(area, margins=(40, 32, 40, 32)))
        foot: list[Part] = [self.row(1, done)] if low else []
        whole = self.column(top, card, *foot, gap=20, margins=(48, 32, 48, 32))
        whole.setStretch(1, 1)
        self.body.setLayout(whole)

    def _choices(self) -> QLayout:
        """At the desk in two columns, where there is room."""
        first: list[Part] = [self._whose()] if self._at_desk else []
        first += [self._sizes(), self._looks(), self._languages()]
        first += self._table() if self.of_people else []
        second: list[Part] = [self._speeds() if self.stage.speech.available else self._no_speech()]
        second += [self._screen(), self._number()] if self._at_desk else []
        if not self._at_desk or self.look.screen.width < BESIDE * self.look.text(22):
            return self.column(*first, *second, 1, gap=24)
        both = self.row(self.column(*first, 1, gap=24), self.column(*second, 1, gap=24), gap=48)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        return both

    def _part(self, title: str, *parts: Part) -> QLayout:
        return self.column(self.text(title, 26, SEMIBOLD), *parts, gap=8)

    def _whose(self) -> QLayout:
        choices = [
            ("desk", self.words("This side"), "laptop"),
            ("people", self.words("The people’s screen"), "monitor"),
        ]
        chosen = "people" if self.of_people else "desk"
        return self._part(
            self.words("Whose screen?"), self.row(one_of(self.look, choices, chosen, self._choose_whose), 1)
        )

    def _sizes(self) -> QLayout:
        choices = [(size.value, self.words(words), "type") for size, words in SIZES.items()]
        chosen = self._taste.text_size.value
        sizes = one_of(self.look, choices, chosen, lambda key: self._change(text_size=TextSize(key)))
        return self._part(self.words("Size of the words"), self.row(sizes, 1))

    def _looks(self) -> QLayout:
        calm = self._tick(self.words("Calm: nothing moves"), self._taste.calm, "calm")
        plain = self._tick(self.words("Black and white"), self._taste.contrast, "contrast")
        both = self.row(calm, plain, gap=16)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        return self._part(self.words("How it looks"), both)

    def _table(self) -> list[Part]:
        """Where the buttons of the board stand, a table that lies flat, and hands that shake."""
        sides = {str(side.name): side for side, _, _ in self._sides()}
        choices = [(str(side.name), said, icon) for side, said, icon in self._sides()]
        chosen = str(self._taste.dock.name)
        dock = one_of(self.look, choices, chosen, lambda key: self._change(dock=sides[key]), token=20)
        flat = self.words("The screen lies flat")
        shakes = self.words("My hands shake")
        ticks = [(flat, self._taste.flat, "flat"), (shakes, self._taste.shaking, "shaking")]
        both = self.row(*(self._tick(*tick) for tick in ticks), gap=16)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        where = self._part(self.words("Where are the buttons of the board?"), self.row(dock, 1))
        return [where, self._part(self.words("The table and your hands"), both)]

    def _sides(self) -> list[tuple[Qt.Edge, str, str]]:
        return [
            (Qt.Edge.BottomEdge, self.words("Below"), "chevron-down"),
            (Qt.Edge.TopEdge, self.words("Above"), "chevron-up"),
            (Qt.Edge.LeftEdge, self.words("Left"), "chevron-left"),
            (Qt.Edge.RightEdge, self.words("Right"), "chevron-right"),
        ]

    def _tick(self, said: str, on: bool, what: str) -> Tick:
        tick = Tick(self.look, said, on, token=24, framed=True)
        tick.toggled.connect(lambda on: self._change(**{what: on}))
        return tick

    def _languages(self) -> QLayout:
        languages = Languages(
            self.look, LANGUAGES, self._taste.language, lambda code: self._change(language=code)
        )
        return self._part(self.words("Language of the screen"), self.row(languages, 1))

    def _speeds(self) -> QLayout:
        choices = [(str(speed), self.words(words), "") for speed, words in OFFERED_SPEEDS.items()]
        chosen = str(self.start.settings.speech_speed)
        speeds = one_of(self.look, choices, chosen, lambda key: self._choose_speed(float(key)))
        hear = self.button(self.words("Hear it"), "volume-2", self._hear)
        return self._part(self.words("Reading aloud"), self.row(speeds, hear, 1, gap=20))

    def _no_speech(self) -> QLayout:
        return self._part(
            self.words("Reading aloud"),
            self.text(self.words("This computer cannot read aloud. Please ask a person to read it."), 22),
        )

    def _screen(self) -> QLayout:
        """Which screen people touch: as at the first start."""
        words = self.words("Now touch that screen") if self.looking else self.words("Touch it now")
        touch = self.button(words, "hourglass" if self.looking else "pointer", self._look_for_touch)
        only = self.button(self.words("Only this laptop"), "laptop", self._only_this)
        return self._part(self.words("Which screen do people touch?"), self.row(touch, only, 1, gap=16))

    def _number(self) -> QLayout:
        chosen = bool(self.start.settings.number)
        said = self.words("A number is chosen.") if chosen else self.words("No number is chosen yet.")
        new = self.button(self.words("Choose a new number"), "lock", partial(choose_number, self.stage))
        line = self.row(new, self.text(said, 22), gap=20)
        line.setStretch(1, 1)
        return self._part(self.words("The number for this side"), line)

    # What happens

    def _choose_whose(self, key: str) -> None:
        self.of_people = key == "people"
        self.rebuild()

    def _change(self, **changes: Any) -> None:
        """Change one side's looks; at the desk that is kept, at the people's screen partly."""
        self.stage.tastes[self._changed_side] = replace(self._taste, **changes)
        if self._at_desk and self.of_people:
            self.stage.taste(Side.PEOPLE, **changes)
        lasting = {key: value for key, value in changes.items() if key in FOR_THE_DAY}
        if not self._at_desk and lasting:
            self.stage.taste(Side.PUBLIC, **lasting)
        if self._at_desk:
            self.start.keep_looks()
        self.stage.moved.emit()
        self.rebuild()

    def _choose_speed(self, speed: float) -> None:
        self.start.keep(replace(self.start.settings, speech_speed=speed))
        self.rebuild()

    def _hear(self) -> None:
        self.hear(self.words("This is how fast we read to you."))

    def _look_for_touch(self) -> None:
        self.looking = True
        self.rebuild()
        self.start.touch_wanted.emit(True)

    def _only_this(self) -> None:
        self.start.choose_screen(ONLY_THIS)

    def _changed(self) -> None:
        if self.looking:
            self.looking = False
            self.rebuild()

    def leave(self) -> None:
        """Nobody looks for a touch any more."""
        if self.looking:
            self.start.touch_wanted.emit(False)

    def _done(self) -> None:
        self.stage.speech.stop()
        if not self._at_desk:
            self.stage.show_people(self.stage.page_of_the_day() if self.stage.bridge else "resting")
        else:
            self.stage.show_desk("desk" if self.stage.bridge else "home")

    def on_change(self, change: Change) -> None:
        """Nothing here changes with the workshop."""


PAGE = DisplayPage
