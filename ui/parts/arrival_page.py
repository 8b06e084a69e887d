"""What all pages of an arrival have: the bar with the way back, the languages and help, and a voice.

A page of an arrival belongs to one person. It says what it shows in `content` and what can be heard
of it in `spoken`; the rest is the same on every page.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QWidget

from ui.look import BOLD, SEMIBOLD, TextSize
from ui.page import Page
from ui.parts import arrival
from ui.parts.arrival import Arriving, arriving
from ui.parts.vote import settings_of
from ui.stage import Shown
from ui.widgets.bars import Languages
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, PLAIN, SMALL, STRONG, Button, Kind, Style
from ui.widgets.card import Ground
from ui.widgets.choice import one_of
from ui.widgets.icon import Icon
from ui.widgets.progress import Segments
from ui.widgets.scroll import Place, Scroll
from ui.widgets.still_there import StillThere
from ui.widgets.text import Text
from ui.words import LANGUAGES
from workshop.domain.changes import Change
from workshop.domain.forms import ConsentForm, FormWords
from workshop.domain.kinds import Item
from workshop.domain.persons import Person
from workshop.session.resources import consent_languages

COLUMNS_OF_LANGUAGES = 3

# Where there is room, the ways on are as large as in a ballot.
_ON = Style(Kind.MAIN, 124, 42, 44, padding=64, radius=20, icon_last=True)
_SKIP = Style(Kind.STRONG, 124, 34, 40, padding=40, radius=20)
_ON_IN_PRIVATE = Style(Kind.MAIN, 64, 22, 26, padding=22, icon_last=True)


class ArrivalPage(Page):
    """One page of an arrival."""

    private = True
    ground = "paper"
    tokens_in_private: ClassVar[tuple[int, int]] = (40, 26)  # of a title and of sentences, in design pixels
    settles_s: ClassVar[float] = 0.4  # a finger that trembles on the last page answers nothing on this one

    def setup(self, **given: Any) -> None:
        """Nobody is choosing a language yet; the clock of a page left alone begins."""
        self.choosing = False
        self.notice = ""
        self.drawn = Place()
        self._shown_at = monotonic()
        minutes = settings_of(self.room).idle_minutes
        self.still = StillThere(
            self,
            minutes * 60_000,
            self.stage.back_to_the_day,
            stop="Stop",
            said="What you have said so far is kept.",
        )
        QTimer.singleShot(0, self, self._end_if_taken_away)

    def leave(self) -> None:
        """Nobody watches over a page that is gone."""
        self.still.end()

    # For subclasses

    @property
    def here(self) -> Shown:
        """This page, as it stands among the pages of an arrival."""
        return Shown(type(self).__module__.rpartition(".")[2])

    @property
    def page_number(self) -> int:
        """Which of the pages this is, from 1."""
        return arrival.page_of(self.here, self.questions)

    def content(self) -> QLayout:
        """What is on the page below the bar."""
        raise NotImplementedError

    def spoken(self) -> list[str]:
        """The sentences that are read aloud."""
        raise NotImplementedError

    def go_on(self) -> None:
        """The next page for somebody who has said this."""
        self.go_to(arrival.after(self.here, self.visit, self.questions, self.asks_age))

    def go_back(self) -> None:
        """The page before, which keeps its answer; from an answer that is changed, the last page."""
        earlier = arrival.before(self.here, self.visit, self.questions, self.asks_age)
        self.go_to(earlier or arrival.NAME)

    def go_to(self, page: Shown) -> None:
        """Show another page of this arrival."""
        self.stage.show_people(page.page, **page.given)

    def how_far(self) -> str:
        """Such as: Page 5 of 8."""
        last = arrival.count(self.questions)
        if self.page_number == last:
            return self.words("Last page")
        return self.words("Page {n} of {m}", n=self.page_number, m=last)

    # Building

    @property
    def visit(self) -> Arriving:
        """What the person at the screen has said."""
        return arriving(self.stage)

    @property
    def language(self) -> str:
        """The language of this page."""
        return self.stage.tastes[self.side].language

    @property
    def questions(self) -> tuple[Item, ...]:
        """What is asked here."""
        return arrival.questions(self.form, self.visit.more)

    @property
    def asks_age(self) -> bool:
        """Where the host has a rule for young people, everybody is asked how old they are."""
        return self.room.workshop.parents_told

    def rebuild(self) -> None:
        """Read the consent questions as they are asked now, in the language of this page."""
        self.form: ConsentForm = self.room.session.people.form(self.language)
        super().rebuild()

    def build(self) -> None:
        """The bar, and below it the page or the choice of a language."""
        inside = self._choices() if self.choosing else self.content()
        whole = self.column(self._bar(), *self._notice_strip(), inside, gap=0)
        whole.setStretch(whole.count() - 1, 1)
        self.body.setLayout(whole)

    def _notice_strip(self) -> list[QWidget]:
        """What this page has to say, above all else: a message at the foot would lie on the ways on."""
        if not self.notice:
            return []
        strip = Ground(self.look, "amber_tint", "bottom")
        text = self.text(self.notice, 22 if self.is_close else 26, SEMIBOLD, "amber")
        said = self.row(Icon(self.look, "info", 28, "amber"), text, gap=14, margins=(26, 8, 26, 8))
        said.setStretch(1, 1)
        strip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return [within(strip, said)]

    def tell(self, text: str, kind: str = "info") -> None:
        """Say something on this page, until the next touch that does something."""
        self.notice = text
        self.rebuild()

    def on_change(self, change: Change) -> None:
        """What others do elsewhere changes nothing here, but new words of the questions are shown at once."""
        self._end_if_taken_away()
        if any(c.table == FormWords.table for c in change.diff):
            self.rebuild()

    def _end_if_taken_away(self) -> None:
        """Somebody who is in the list no more is led out: nothing they touch here could be kept."""
        visit = self.stage.visit.get("arrival")
        if self.stage.bridge is None or not isinstance(visit, Arriving) or visit.person is None:
            return
        if self.room.get(Person, visit.person) is None:
            said = self.words("Your page is closed, and your name is not in the list.")
            self.stage.back_to_the_day()
            super().tell(said)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return f"{self.spoken()[0]} {self.how_far()}"

    def margins(self) -> tuple[int, int, int, int]:
        """Round the content, in design pixels."""
        if self.look.private:
            return (26, 12, 26, 16)
        return (80, 40, 80, 32) if self.spacious else (36, 20, 36, 20)

    def scrolling(self, inside: QLayout) -> Scroll:
        """The part of a page that may be longer than its place."""
        content = within(QWidget(), inside)
        return Scroll(self.look, content, self.words("More"), self.words("Up"), self.drawn)

    @property
    def spacious(self) -> bool:
        """Whether there is room for large words, and for two things side by side: one idea needs little."""
        letter, screen = self.look.text(20), self.look.screen
        return screen.height >= 38 * letter and screen.width >= 60 * letter

    @property
    def is_close(self) -> bool:
        """Whether everything has to be close together: a private page, a small screen, large letters."""
        return self.look.private or not self.spacious

    def title(self, text: str, token: int = 66) -> Text:
        """The question or the heading of a page."""
        fits = self.tokens_in_private[0] if self.look.private else token if self.spacious else 44
        return self.text(text, round(fits * self._narrower), BOLD)

    def sentence(self, text: str) -> Text:
        """One sentence of a page."""
        return self.text(text, self.token_of_sentences)

    @property
    def token_of_sentences(self) -> int:
        """The size of type of sentences, in design pixels."""
        fits = self.tokens_in_private[1] if self.look.private else 26 if self.is_close else 36
        return round(fits * self._narrower)

    @property
    def in_nastaliq(self) -> bool:
        """Whether lines need more than twice the height of their letters."""
        return self.form.language == "ur"

    @property
    def _narrower(self) -> float:
        """Where a line needs so much height, its letters are set smaller."""
        return 0.8 if self.in_nastaliq else 1.0

    def air(self, usual: int) -> int:
        """The space between lines, in design pixels; Nastaliq brings its own."""
        return 0 if self.in_nastaliq else usual

    def way_on(self, text: str, act: Callable[[], object], *, main: bool = True) -> Button:
        """The main way on, or the way that skips: as large as there is room."""
        styles = (_ON, _SKIP)
        if self.look.private:
            styles = (_ON_IN_PRIVATE, PLAIN)
        elif not self.spacious:
            styles = (replace(MAIN, icon_last=True), STRONG)
        return self.button(text, "arrow-right" if main else "", act, styles[0 if main else 1])

    def button(
        self,
        text: str,
        icon: str = "",
        act: Callable[[], object] | None = None,
        style: Style = PLAIN,
        second: str = "",
    ) -> Button:
        """A button that does `act`, once the page has been there for a moment."""
        settled = None if act is None else partial(self._once_settled, act)
        return super().button(text, icon, settled, style, second)

    def answer(
        self, text: str, icon: str, act: Callable[[], object], style: Style = PLAIN, *, given: bool = False
    ) -> Button:
        """A button that is an answer, `given` already or not. A touch that comes too early gives none."""
        button = self.button(text, icon, act, style)
        button.setCheckable(True)
        button.setChecked(given)
        button.chooses_itself = False
        return button

    def _once_settled(self, act: Callable[[], object]) -> None:
        """Do it, unless the page has only just come under a finger that meant the last one."""
        if monotonic() - self._shown_at >= self.settles_s:
            self.notice = ""
            act()

    # The bar

    def _bar(self) -> QWidget:
        bar = Ground(self.look, "paper", "bottom")
        style = SMALL if self.look.private else PLAIN
        back = self.button(self.words("Back"), "arrow-left", self._back, style)
        help_ = self.words("Help") if self.look.private else self.words("Ask for help")
        bell = self.button(help_, "concierge-bell", self._help, style)
        progress, tastes = self._progress(), self._tastes()
        margins, gap = ((16, 8, 16, 8), 12) if self.is_close else ((48, 12, 48, 12), 24)
        widths = [part.sizeHint().width() for part in (back, progress, bell, *tastes)]
        needed = sum(widths) + (len(widths) + 2) * self.look.px(gap) + 2 * self.look.px(margins[0])
        if needed > self.look.screen.width:
            tastes = [self._language_and_size()]
        laid_out = self.row(back, progress, 1, *tastes, bell, gap=gap, margins=margins)
        bar.setMinimumHeight(self.look.px(64 if self.look.private else 112))
        bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return within(bar, laid_out)

    def _progress(self) -> QWidget:
        token = 22 if self.look.private else 24
        words = self.text(self.how_far(), token, SEMIBOLD, wrap=False)
        pages = arrival.count(self.questions)
        far = Segments(self.look, pages, self.page_number - 1, 400 if self.spacious else 200)
        return within(QWidget(), self.column(1, words, far, 1, gap=4))

    def _tastes(self) -> list[QWidget]:
        """All languages side by side where there is room; else one button that leads to them."""
        if self.is_close:
            return [self._language_and_size()]
        size = self.button(self.words("Text size"), "type", self._choose, SMALL)
        return [size, Languages(self.look, self._offered(), self.form.language, self._speak)]

    def _language_and_size(self) -> Button:
        mine = LANGUAGES.get(self.form.language, self.form.language)
        return self.button(mine, "globe", self._choose, SMALL if self.look.private else PLAIN)

    @staticmethod
    def _offered() -> dict[str, str]:
        return {code: LANGUAGES[code] for code in LANGUAGES if code in consent_languages()}

    def _choices(self) -> QLayout:
        """One large button a language, and the text sizes."""
        grid = QGridLayout()
        grid.setSpacing(self.look.gap)
        for i, (code, name) in enumerate(self._offered().items()):
            button = self.answer(name, "", partial(self._speak, code), given=code == self.form.language)
            grid.addWidget(button, i // COLUMNS_OF_LANGUAGES, i % COLUMNS_OF_LANGUAGES)
        sizes = [
            (TextSize.SMALL, self.words("Small"), ""),
            (TextSize.STANDARD, self.words("Usual"), ""),
            (TextSize.LARGE, self.words("Large"), ""),
            (TextSize.LARGEST, self.words("Largest"), ""),
        ]
        taste = self.stage.tastes[self.side]
        chosen = one_of(self.look, sizes, taste.text_size, self._read)
        close = self.button(self.words("Close"), "x", self._choose)
        parts: list[Part] = [
            self.text(self.words("Language"), 30, BOLD),
            grid,
            self.text(self.words("Text size"), 30, BOLD),
            self.row(chosen, 1),
            1,
            self.row(1, close),
        ]
        inside = self.column(*parts, gap=16)
        return self.column(self.scrolling(inside), margins=self.margins())

    # Acts

    def _choose(self) -> None:
        self.choosing = not self.choosing
        self.rebuild()

    def _speak(self, language: str) -> None:
        self.choosing = False
        self.stage.taste(self.side, language=language)
        self.rebuild()

    def _read(self, size: str) -> None:
        self.stage.taste(self.side, text_size=TextSize(size))

    def _back(self) -> None:
        if self.choosing:
            self._choose()
        else:
            self.go_back()

    def _help(self) -> None:
        self.stage.ask_for_help(self.words("Somebody who is arriving"))
        self.tell(self.words("We have told them. Somebody is coming."), "done")

    def hear_button(self, text: str = "") -> Button:
        """A button that reads the page aloud; where nobody can, it says so."""
        button = self.button(text or self.words("Hear this page"), "volume-2", self._say)
        if not self.stage.speech.can_say(self.language):
            button.lock(self.words("This computer has no voice for this language. Ask somebody to read it."))
        return button

    def _say(self) -> None:
        self.stage.speech.say(" ".join(self.spoken()), self.language)
