"""Between two people at the equality questions: nothing of anybody, and one thing to touch."""

from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD
from ui.page import Page
from ui.parts.equality import ASK, form_in, next_turn
from ui.parts.own_page import SIZES
from ui.widgets.boxes import within
from ui.widgets.button import Button, Kind, Style
from ui.widgets.scroll import Place, Scroll
from ui.widgets.wrapping import Wrapping
from ui.words import LANGUAGES
from workshop.domain.changes import Change

_FOOT = Style(Kind.ON_DAMSON, 80, 22, 28, 18, at_least_mm=14.0)
_BEGIN = Style(Kind.STRONG, 168, 48, 56, 80, 24, at_least_mm=14.0)
_BEGIN_LOW = Style(Kind.STRONG, 96, 30, 34, 40, 16, at_least_mm=14.0)


class EqualityNextPage(Page):
    """Damson: private. After a sheet was handed in, it says thank you first and goes away by itself."""

    ground = "damson"
    stays_ms: ClassVar[int] = 8000

    def setup(self, thanks: bool = False, **given: Any) -> None:
        """Nobody is choosing a language yet."""
        self.thanks, self.choosing, self._over = thanks, False, False
        if thanks:
            QTimer.singleShot(self.stays_ms, self, self.finish)

    def name(self) -> str:
        """What a screen reader calls this page."""
        form = form_in(self.stage, self.words.language)
        return form.thanks if form and self.thanks else self.words("Next person")

    def build(self) -> None:
        """The words in the middle, one large button, small ones below."""
        roomy = self.look.roomy
        lines = self._lines_of_thanks() if self.thanks else self._lines()
        title = self.text(self.name(), 72 if roomy else 40, BOLD, "on_damson", centre=True)
        texts = [self.text(line, 34 if roomy else 22, colour="on_damson", centre=True) for line in lines]
        form = form_in(self.stage, self.words.language)
        about = [self.text(form.title, 30, colour="on_damson", centre=True)] if form else []
        middle: QLayout = self.column(1, *about, title, *texts, 1, self.row(1, self._main(), 1), 1, gap=14)
        parts: list[QLayout] = [self._scrolled(self._choices() if self.choosing else middle)]
        if not self.thanks:
            parts.append(self._foot())
        whole = self.column(*parts, gap=16, margins=(40, 24, 40, 24))
        whole.setStretch(0, 1)
        self.body.setLayout(whole)

    def _scrolled(self, inside: QLayout) -> QLayout:
        content = within(QWidget(), inside)
        return self.column(Scroll(self.look, content, self.words("More"), self.words("Up"), Place()))

    def _lines(self) -> list[str]:
        return [
            self.words("Stand close. Your body hides the page."),
            self.words("You may bring your helper. They may touch for you."),
            self.words("Everyone else, please look away."),
        ]

    def _lines_of_thanks(self) -> list[str]:
        gone = self.words("Your choices are off the screen. No one can see them.")
        return [gone, self.words("The page closes by itself.")]

    def _main(self) -> Button:
        style = _BEGIN if self.look.roomy else _BEGIN_LOW
        if self.thanks:
            return self.button(self.words("I am finished"), "check", self.finish, style)
        begin = self.words("Touch here when you are ready")
        return self.button(begin, "pointer", lambda: self.stage.show_people(ASK), style)

    def _foot(self) -> QLayout:
        mine = LANGUAGES.get(self.words.language, self.words.language)
        language = self.button(mine, "globe", self.choose, _FOOT)
        language.setAccessibleName(self.words("{language}. Language and text size", language=mine))
        hear = self.button(self.words("Hear this page"), "volume-2", self.say, _FOOT)
        help_ = self.button(self.words("Ask for help"), "concierge-bell", self.ask_for_help, _FOOT)
        out = self.button(self.words("Facilitator"), "lock", self.stage.ask_number, _FOOT)
        return Wrapping(self.look, hear, language, help_, out, gap=12)

    def _choices(self) -> QLayout:
        def small(words: str, **taste: Any) -> Button:
            return self.button(words, "", lambda: self._speak(**taste), _FOOT)

        languages = [small(name, language=code) for code, name in LANGUAGES.items()]
        sizes = [small(self.words(words), text_size=size) for size, words in SIZES.items()]
        return self.column(
            self.text(self.words("Language"), 36, BOLD, "on_damson"),
            Wrapping(self.look, *languages),
            self.text(self.words("Text size"), 36, BOLD, "on_damson"),
            Wrapping(self.look, *sizes),
            1,
            gap=20,
        )

    # Acts

    def on_change(self, change: Change) -> None:
        """When the box is closed, people are shown the day again."""
        if form_in(self.stage, self.words.language) is None:
            self.stage.back_to_the_day()

    def choose(self) -> None:
        """Choose a language and a text size, or go back to the page."""
        self.choosing = not self.choosing
        self.rebuild()

    def _speak(self, **taste: Any) -> None:
        self.choosing = False
        self.stage.taste(self.side, **taste)
        self.rebuild()

    def say(self) -> None:
        """Read the page aloud."""
        self.hear("\n".join((self.name(), *self._lines())))

    def finish(self) -> None:
        """The next person's cover, once."""
        if not self._over:
            self._over = True
            next_turn(self.stage)

    def leave(self) -> None:
        """Its clock stands still."""
        self._over = True


PAGE = EqualityNextPage
