"""The first page of a new computer: choose a passphrase, and show which screen people touch."""

from typing import Any

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.start import Start
from ui.parts.start_secret import SecretField
from ui.parts.start_sheet import AT_FOOT, CHOICE, GO_ON, heading, sheet_page
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from workshop.session.library import Strength, strength_of
from workshop.session.settings import ONLY_THIS

# What is said of a passphrase: words, colour, icon. Never a bar of colour.
SAID = {
    Strength.EMPTY: ("Four or five words are good.", "ink2", "info"),
    Strength.SHORT: ("Too short. It needs 12 letters or more.", "ink2", "circle-dashed"),
    Strength.COMMON: ("Too easy to guess. Please choose other words.", "amber", "info"),
    Strength.GOOD: ("Good. Long enough. Not in our list of common words.", "leaf", "circle-check"),
}


class FirstRunPage(Page):
    """Choose a passphrase. `again`: for a workshop that was opened with the printed key, or a new file."""

    side = Side.FACILITATOR
    needs_workshop = False

    def setup(self, again: bool = False, **given: Any) -> None:
        """Nothing is typed yet."""
        self.again = again
        self.first = self.second = ""
        self.letters_shown = False
        self.looking = False
        self.start = Start.of(self.stage)
        self.start.changed.connect(self._screen_chosen)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Choose a passphrase")

    def build(self) -> None:
        """The fields, the choice of a screen, and the two ways on."""
        title = self.words("Choose a passphrase") if not self.again else self.words("Choose a new passphrase")
        where = "Same Table · First time" if not self.again else "Same Table"
        content = self.column(
            heading(self, self.words(where)),
            self.text(title, 58, BOLD),
            self.text(self._about(), 28),
            self._fields(),
            *([] if self.again else [self._screens()]),
            1,
            gap=22,
        )
        sheet_page(self, content, self._foot())
        self._say()
        self.setFocusProxy(self.field.line)

    def _about(self) -> str:
        return self.words(
            "It locks everything on this laptop. Four or more words are easy to keep and hard to guess. "
            "Nobody can send it to you again."
        )

    def _fields(self) -> QLayout:
        self.field = SecretField(
            self.look,
            self.words,
            self.words("Passphrase"),
            self.first,
            shown=self.letters_shown,
            typed=self._type_first,
            turned=self._turn,
        )
        self.same = SecretField(
            self.look,
            self.words,
            self.words("The same again"),
            self.second,
            shown=self.letters_shown,
            button=False,
            typed=self._type_second,
            entered=self._go_on,
        )
        self.verdict = self.text("", 24, SEMIBOLD)
        self.sign = Icon(self.look, "info", 30)
        verdict = self.row(self.sign, self.verdict, gap=12)
        verdict.setStretch(1, 1)
        return self.column(self.field, verdict, self.same, gap=12)

    def _screens(self) -> QLayout:
        chosen = self.start.settings.people_screen
        touch = self.button(self.words("Touch it now"), "pointer", self._look_for_touch, CHOICE)
        if self.looking:
            touch.say(self.words("Now touch that screen"), icon="hourglass")
        elif chosen and chosen != ONLY_THIS:
            touch.say(self.words("People touch this screen"), self.words("Touch to choose again"), "check")
        only = self.button(self.words("Only this laptop"), "laptop", self._only_this, CHOICE)
        for button, on in (
            (touch, self.looking or chosen not in ("", ONLY_THIS)),
            (only, not self.looking and chosen == ONLY_THIS),
        ):
            button.setCheckable(True)
            button.setChecked(on)
            button.toggled.connect(lambda _on, b=button, on=on: b.setChecked(on))
        both = self.row(touch, only, gap=16)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        return self.column(self.text(self.words("Which screen do people touch?"), 24, SEMIBOLD), both, gap=8)

    def _foot(self) -> QLayout:
        self.next: Button = self.button(self.words("Next"), "arrow-right", self._go_on, GO_ON)
        words = self.words("Practise first, no passphrase")
        practise = self.button(words, "graduation-cap", self.start.practise, AT_FOOT)
        back = self.button(self.words("Back"), "arrow-left", self._back, AT_FOOT)
        return self.row(back if self.again else practise, 1, self.next, gap=20)

    # What happens

    def _type_first(self, text: str) -> None:
        self.first = text
        self._say()

    def _type_second(self, text: str) -> None:
        self.second = text
        self._say()

    def _turn(self, shown: bool) -> None:
        self.letters_shown = shown
        if self.same.shown != shown:
            self.same.show_letters(shown)

    def _say(self) -> None:
        """Say how the passphrase is, and why one cannot go on yet."""
        words, colour, icon = SAID[strength_of(self.first)]
        self.verdict.say(self.words(words))
        self.verdict.colour(colour)
        self.verdict.setAccessibleName(self.words(words))
        self.sign.name, self.sign.colour_name = icon, colour
        self.sign.update()
        self.next.lock(self._why_not())

    def _why_not(self) -> str:
        if strength_of(self.first) is not Strength.GOOD:
            return self.words("Please choose a passphrase of 12 letters or more.")
        return "" if self.first == self.second else self.words("Please type the same again below.")

    def _go_on(self) -> None:
        if self.next.why_not:
            self.tell(self.next.why_not)
        else:
            self.did(self.start.use_passphrase, self.first)

    def _back(self) -> None:
        self.start.recovered = None
        self.stage.show_desk("unlock")

    # The screen that people touch

    def _look_for_touch(self) -> None:
        self.looking = True
        self.rebuild()
        self.start.touch_wanted.emit(True)

    def _only_this(self) -> None:
        self.looking = False
        self.start.choose_screen(ONLY_THIS)

    def _screen_chosen(self) -> None:
        if self.isVisible():
            self.looking = False
            self.rebuild()

    def leave(self) -> None:
        """The passphrase does not stay in the page."""
        self.start.touch_wanted.emit(False)
        self.first = self.second = ""
        for field in self.findChildren(QWidget):
            if isinstance(field, SecretField):
                field.line.clear()


PAGE = FirstRunPage
