"""The lock: the passphrase, the printed key, or a new file for today. Wrong is told apart from damaged."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.library import wait_in_words
from ui.parts.start import Start
from ui.parts.start_secret import SecretField
from ui.parts.start_sheet import CHOICE, NEXT, sheet_page
from ui.widgets.card import Ground
from ui.widgets.mark import Mark
from ui.widgets.text import Text
from workshop.session.settings import TRIES

EACH_SECOND_MS = 1000


class UnlockPage(Page):
    """Opens the library, or with `folder` one workshop that needs another passphrase."""

    side = Side.FACILITATOR
    needs_workshop = False

    def setup(self, folder: Path | None = None, **given: Any) -> None:
        """Nothing is typed, nothing was wrong."""
        self.folder = folder
        self.printed = False
        self.typed, self.wrong = "", False
        self.start = Start.of(self.stage)
        self.start.changed.connect(self._changed)
        self.ticking = QTimer(self)
        self.ticking.timeout.connect(self._second)
        self.ticking.start(EACH_SECOND_MS)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Same Table is locked")

    def build(self) -> None:
        """The field, what was wrong, the way in, and the two other ways."""
        title, about = self.words("Same Table is locked"), self.words("Everything is here and safe.")
        if self.folder is not None:
            title = self.folder.name
            about = self.words("This workshop has another passphrase. It is here and safe.")
        self.said = self._what_was_wrong()
        words = self.column(self.text(title, 58, BOLD), self.text(about, 28), gap=0)
        top = self.row(Mark(self.look, 84), words, gap=24)
        top.setStretch(1, 1)
        rule = Ground(self.look, "line")
        rule.setFixedHeight(1)
        self.open = self.button(self._way_in(), "key-round", self._try, NEXT)
        content = self.column(
            top,
            self._field(),
            *([self.said] if self.said else []),
            self.open,
            rule,
            self.text(self.words("Forgot it?"), 30, BOLD),
            self._other_ways(),
            self.text(
                self.words(
                    "People are waiting? Start in a new file now. Join the two later, when you have the key."
                ),
                24,
            ),
            gap=24,
        )
        sheet_page(self, content, self.row(), tall=False)
        self._lock()
        self.setFocusProxy(self.field.line)

    def _way_in(self) -> str:
        return self.start.busy or self.words("Open")

    def _field(self) -> SecretField:
        label = self.words("The key from the printed page") if self.printed else self.words("Passphrase")
        self.field = SecretField(
            self.look,
            self.words,
            label,
            self.typed,
            shown=self.printed,
            high=104,
            typed=self._type,
            entered=self._try,
        )
        return self.field

    def _what_was_wrong(self) -> Text | None:
        told = self.wrong or self._wait()
        return self.text(self._in_words(), 24, SEMIBOLD, "amber") if told else None

    def _in_words(self) -> str:
        wait = self._wait()
        if wait:
            return self.words("That was not it. Try again {wait}.", wait=wait_in_words(self.words, wait))
        wrong = self.start.settings.passphrase.wrong
        if not wrong:
            return self.words("You can try again now.")
        return self.words(
            "That is not it. {wrong} of {tries} tries before a short wait.", wrong=wrong, tries=TRIES
        )

    def _other_ways(self) -> QLayout:
        if self.printed:
            other = self.button(self.words("Use the passphrase"), "key-round", self._turn, CHOICE)
        else:
            other = self.button(self.words("Use the printed key"), "file-text", self._turn, CHOICE)
        if self.folder is None:
            words = self.words("Start today in a new file")
            away = self.button(words, "plus", self._new_file, CHOICE)
        else:
            away = self.button(self.words("Back"), "arrow-left", self._home, CHOICE)
        both = self.row(other, away, gap=20)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        return both

    # What happens

    def _wait(self) -> int:
        return self.start.settings.passphrase.wait(self.stage.clock())

    def _type(self, text: str) -> None:
        self.typed = text
        self._lock()

    def _lock(self) -> None:
        if self._wait():
            self.open.lock(self.words("A short wait is on. Nothing is lost."))
        else:
            self.open.lock("" if self.typed.strip() else self.words("Please type it first."))

    def _try(self) -> None:
        if self.open.why_not:
            self.tell(self.open.why_not)
        else:
            self.start.soon(self.words("One moment"), self._try_now)

    def _try_now(self) -> None:
        if not self.start.try_secret(self.typed, printed=self.printed, folder=self.folder):
            self.wrong, self.typed = True, ""

    def _turn(self) -> None:
        self.printed = not self.printed
        self.typed, self.wrong = "", False
        self.rebuild()

    def _new_file(self) -> None:
        self.stage.show_desk("first_run", again=True)

    def _home(self) -> None:
        self.stage.show_desk("home")

    def _changed(self) -> None:
        if self.isVisible() and self.stage.desk.page == "unlock":
            self.rebuild()
            self.field.line.setFocus()

    def _second(self) -> None:
        """A wait is told in words, and ends by itself."""
        if self.said is not None and self._in_words() != self.said.text():
            self.said.say(self._in_words())
            self._lock()

    def leave(self) -> None:
        """The passphrase does not stay in the page."""
        self.ticking.stop()
        self.typed = ""
        self.field.line.clear()


PAGE = UnlockPage
