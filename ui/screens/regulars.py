"""People who came before: choose the workshop and who is expected again. Nothing they said comes along."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import MEDIUM, Side
from ui.page import Page
from ui.parts.library import about, state_of, title_of
from ui.parts.library_rows import WorkshopRow
from ui.parts.promises_sheets import sheet
from ui.parts.register import ONE_VOICE
from ui.parts.start import Start
from ui.parts.top_bar import top_bar
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, Button, Kind, Style
from ui.widgets.choice import Tick
from ui.widgets.field import Line, labelled
from workshop.domain.ids import PersonId
from workshop.errors import WorkshopError, WrongPassphrase
from workshop.session.library import Seen
from workshop.session.people import Regular

ARRIVALS = 1  # of the six stages of a workshop
MOST = 200
_BRING = Style(Kind.MAIN, 64, 22, 26)


class RegularsPage(Page):
    """First the workshops of this computer, then the people of one who may be invited."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """No workshop is chosen; every one is looked into, one at a time."""
        self.start = Start.of(self.stage)
        self.folder: Path | None = None
        self.locked = False  # the chosen one asks for another passphrase
        self.typed = ""
        self.people: tuple[Regular, ...] = ()
        self.chosen: set[PersonId] = set()
        self.start.changed.connect(self._looked)
        self.start.look_around(MOST)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("People who came before")

    # Building

    def build(self) -> None:
        """The list of workshops, the passphrase of one, or its people."""
        if self.folder is None:
            under, inside = self.words("In which workshop were they?"), self._workshops()
        elif self.locked:
            under, inside = self.words("This workshop has another passphrase."), self._passphrase()
        else:
            under = self.words("They said that we may invite them. Everything else is asked again.")
            inside = self._people()
        content = sheet(self, self.name(), under, inside, self._back, *self._buttons())
        whole = self.column(top_bar(self, ARRIVALS), within(QWidget(), content), gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)
        self.body.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _workshops(self) -> QLayout:
        here = self.room.session.place.folder
        rows: list[Part] = [self._row_of(s) for folder, s in self.start.seen.items() if folder != here]
        nothing = [] if rows else [self.text(self.words("There is no other workshop on this laptop."), 24)]
        return self.column(*rows, *nothing, 1, gap=0)

    def _row_of(self, seen: Seen) -> WorkshopRow:
        row = WorkshopRow(self.look, title_of(seen), about(self.words, seen), state_of(self.words, seen))
        row.clicked.connect(lambda: self._choose(seen.folder))
        return row

    def _passphrase(self) -> QLayout:
        words = self.words
        field = Line(self.look, words("Passphrase of that workshop"), self.typed, 26, secret=True)
        field.textChanged.connect(lambda now: setattr(self, "typed", now))
        field.returnPressed.connect(self._try)
        open_ = self.button(words("Open it to look"), "key-round", self._try, MAIN)
        label = labelled(self.look, words("Passphrase of that workshop"), field)
        return self.column(label, self.row(open_, 1), 1, gap=20)

    def _people(self) -> QLayout:
        ticks: list[Part] = [self._tick(regular) for regular in self.people]
        if not ticks:
            said = self.words("Nobody in that workshop said that we may invite them again.")
            ticks = [self.text(said, 24, MEDIUM)]
        return self.column(*ticks, 1, gap=10)

    def _tick(self, regular: Regular) -> Tick:
        words = self.words
        voices = ", ".join(words(ONE_VOICE[voice]) for voice in regular.voices)
        second = words("Is in the list already") if regular.is_here else voices
        on = regular.person in self.chosen
        tick = Tick(self.look, regular.called, on, second=second, token=24, framed=True)
        tick.setEnabled(not regular.is_here)
        tick.toggled.connect(lambda on: self._tell_apart(regular.person, on))
        return tick

    def _buttons(self) -> list[Button]:
        if self.folder is None or self.locked or not self.people:
            return []
        count = len(self.chosen)
        text = self.words.many("Expect 1 person", "Expect {n} people", count)
        self.bring_button = self.button(text, "user-plus", self._bring, _BRING)
        self.bring_button.setEnabled(count > 0)
        return [self.bring_button]

    # Acts

    def _looked(self) -> None:
        if self.isVisible() and self.folder is None:
            self.rebuild()

    def _choose(self, folder: Path) -> None:
        self.folder, self.typed = folder, self.start.library.secret_for(folder) or ""
        self._try(asked=False)

    def _try(self, asked: bool = True) -> None:
        """Look into the chosen workshop. The first time a wrong passphrase only leads to the question."""
        people = self.room.session.people
        try:
            found = people.regulars(str(self.folder), self.typed)
        except WrongPassphrase as error:
            self.locked = True
            if asked:
                self.tell(error.message, "look")
            self.typed = ""
        except WorkshopError as error:
            self.folder = None
            self.tell(error.message, "look")
        else:
            self.people, self.locked = found, False
            self.chosen = {regular.person for regular in found if not regular.is_here}
        self.rebuild()

    def _tell_apart(self, person: PersonId, on: bool) -> None:
        self.chosen = {*self.chosen, person} if on else {*self.chosen} - {person}
        count = len(self.chosen)
        self.bring_button.say(self.words.many("Expect 1 person", "Expect {n} people", count))
        self.bring_button.setEnabled(count > 0)

    def _bring(self) -> None:
        people = self.room.session.people
        brought = self.do(people.bring_regulars, str(self.folder), self.typed, list(self.chosen))
        if brought is not None:
            expected = "{n} person is expected. Please ask everything again."
            many = "{n} people are expected. Please ask everything again."
            self.tell(self.words.many(expected, many, len(brought.people)), "done")
            self.stage.show_desk("arrivals")

    def _back(self) -> None:
        if self.folder is None:
            self.stage.show_desk("people_more")
            return
        self.folder, self.locked, self.typed = None, False, ""
        self.rebuild()


PAGE = RegularsPage
