"""What all pages of one turn at the vote have: ways out, language, size, help, and a watch over them.

Such a page belongs to one person. When it goes away for any reason but the next page of the same
turn, all that was chosen is thrown away, unread.
"""

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any, ClassVar

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, TextSize
from ui.page import Page
from ui.parts.ballot import BALLOT, VOICE, Marked, ballot_of
from ui.parts.vote import THANKS, TURN_PAGES, end_turn, settings_of, throw_away
from ui.widgets.boxes import within
from ui.widgets.button import PLAIN, Button, Style
from ui.widgets.card import Ground
from ui.widgets.scroll import Place, Scroll
from ui.widgets.still_there import StillThere
from ui.widgets.wrapping import Wrapping
from ui.words import LANGUAGES
from workshop.domain.changes import Change

VOTE_MM = 14.0  # the least of a thing to touch at a vote
HEAD = Style(at_least_mm=VOTE_MM)
HEAD_SMALL = Style(padding=16, text=20, icon=22, at_least_mm=VOTE_MM)
SIZES = {
    TextSize.SMALL: "Small",
    TextSize.STANDARD: "Usual",
    TextSize.LARGE: "Large",
    TextSize.LARGEST: "Largest",
}


class TurnPage(Page):
    """One page of one person's turn."""

    private = True
    ground = "linen"
    settles_s: ClassVar[float] = 0.4  # a finger that trembles on the last page does nothing on this one

    def setup(self, **given: Any) -> None:
        """Nobody is choosing a language yet; the clock of a page left alone begins."""
        self.choosing = False
        self.drawn = Place()
        self._shown_at = monotonic()
        minutes = settings_of(self.room).idle_minutes
        self.still = StillThere(self, minutes * 60_000, self.stop)
        self.if_closed = ""

    # For subclasses

    def content(self, ballot: Marked) -> QLayout:
        """What is below the head."""
        raise NotImplementedError

    def spoken(self, ballot: Marked) -> str:
        """What is read aloud: never what somebody chose."""
        raise NotImplementedError

    def go_back(self) -> None:
        """Where the way back leads."""

    has_way_back: ClassVar[bool] = True
    hear_words: ClassVar[str] = "Hear this"

    # Building

    @property
    def compact(self) -> bool:
        """Whether there is little room: short words, less air."""
        letter = self.look.text(20)
        narrow = self.look.screen.width < 60 * letter or self.look.screen.height < 36 * letter
        return self.look.private or narrow

    def build(self) -> None:
        """The head, and below it the page or the choice of language and size."""
        ballot = ballot_of(self.stage)
        # Said when the language of this person is forgotten already.
        self.if_closed = self.words("The vote is closed. Your page was not counted.")
        if ballot is None:
            self.body.setLayout(self.column(1))
            return
        self.head = self._head()
        inside = self._choices() if self.choosing else self.content(ballot)
        self.body.setLayout(self.column(self.head, inside, gap=0))

    def on_change(self, change: Change) -> None:
        """What others do elsewhere changes nothing on a ballot."""

    def edges(self) -> tuple[int, int, int, int]:
        """Round the content, in design pixels."""
        return (20, 10, 20, 14) if self.compact else (60, 28, 60, 36)

    def button(
        self,
        text: str,
        icon: str = "",
        act: Callable[[], object] | None = None,
        style: Style = PLAIN,
        second: str = "",
    ) -> Button:
        """A button that does `act`, once the page has been there for a moment."""
        return super().button(
            text, icon, None if act is None else lambda: self.once_settled(act), style, second
        )

    def once_settled(self, act: Callable[[], object]) -> None:
        """Do it, unless the page has only just come under a finger that meant the last one."""
        if monotonic() - self._shown_at >= self.settles_s:
            act()

    # The head

    def _head(self) -> QWidget:
        small = self.compact
        style = HEAD_SMALL if small else HEAD
        stop = self.words("Stop") if small else self.words("Stop without voting")
        first = [self.button(stop, "x", self.stop, style)]
        if self.has_way_back or self.choosing:
            first.insert(0, self.button(self.words("Back"), "arrow-left", self._back, style))
        mine = LANGUAGES.get(self.words.language, self.words.language)
        hear = self.words("Hear") if small else self.words(self.hear_words)
        help_ = self.words("Help") if small else self.words("Ask for help")
        language = self.button(mine, "globe", self.choose, style)
        size = self.button(self.words("Text size"), "type", self.choose, style)
        last = [
            *([language] if small else [language, size]),
            self.button(hear, "volume-2", self.say, style),
            self.button(help_, "concierge-bell", self._help, style),
        ]
        if small:
            language.setAccessibleName(self.words("{language}. Language and text size", language=mine))
            first.extend([] if self.choosing else self.more_in_the_head())
        line = Wrapping(self.look, *first, *last, at_start=len(first), gap=8 if small else 20)
        return self.bar("bottom", line, (14, 7, 14, 7) if small else (44, 12, 44, 12))

    def more_in_the_head(self) -> list[Button]:
        """What has no room elsewhere on a small page."""
        return []

    def bar(self, line: str, parts: Wrapping, margins: tuple[int, int, int, int]) -> Ground:
        """A white bar across the page, as high as its parts need; `line` is the side of its hair line."""
        bar = Ground(self.look, "paper", line)
        within(bar, self.column(parts, gap=0, margins=margins))
        laid_out = bar.layout()
        assert laid_out is not None
        bar.setFixedHeight(laid_out.totalHeightForWidth(self.look.screen.width))
        return bar

    def _choices(self) -> QLayout:
        """One button a language, and one a text size; each by its own name."""
        taste = self.stage.tastes[self.side]
        languages, sizes = [], []
        for code, name in LANGUAGES.items():
            button = self.button(name, "", partial(self._speak, code), HEAD)
            button.setCheckable(True)
            button.setChecked(code == taste.language)
            languages.append(button)
        for size, words in SIZES.items():
            button = self.button(self.words(words), "", partial(self._read, size), HEAD)
            button.setCheckable(True)
            button.setChecked(size is taste.text_size)
            sizes.append(button)
        inside = self.column(
            self.text(self.words("Language"), 30, BOLD),
            Wrapping(self.look, *languages),
            self.text(self.words("Text size"), 30, BOLD),
            Wrapping(self.look, *sizes),
            1,
            gap=16,
        )
        return self.column(self.scrolling(inside), margins=self.edges())

    def scrolling(self, inside: QLayout) -> Scroll:
        """The part of a page that may be longer than its place."""
        content = within(QWidget(), inside)
        return Scroll(self.look, content, self.words("More"), self.words("Up"), self.drawn)

    # Acts

    def stop(self) -> None:
        """Stop without voting: nothing is counted, and the seat stays empty."""
        end_turn(self.stage)

    def choose(self) -> None:
        """Choose a language and a text size, or go back to the page."""
        self.choosing = not self.choosing
        self.drawn.top = 0
        self.rebuild()

    def _speak(self, language: str) -> None:
        self.choosing = False
        self.stage.taste(self.side, language=language)
        self.rebuild()

    def _read(self, size: TextSize) -> None:
        self.choosing = False
        self.stage.taste(self.side, text_size=size)
        self.rebuild()

    def _back(self) -> None:
        if self.choosing:
            self.choose()
        else:
            self.go_back()

    def say(self) -> None:
        """Read the page aloud."""
        ballot = ballot_of(self.stage)
        if ballot is not None:
            self.hear(self.spoken(ballot))

    def _help(self) -> None:
        self.stage.ask_for_help(self.words("Somebody at the vote"))
        self.tell(self.words("We have told the facilitator. Somebody is coming."), "done")

    def leave(self) -> None:
        """The next page of the turn keeps what was chosen; anything else throws it away."""
        self.still.end()
        own = type(self).__module__.rpartition(".")[2]
        shown = self.stage.people.page
        if self.stage.bridge is None or shown in (TURN_PAGES | {THANKS}) - {own}:
            return
        if shown == own:
            throw_away(self.stage)
        else:
            self.stage.visit.pop(BALLOT, None)
            self.stage.visit.pop(VOICE, None)
            if self.stage.open_round() is None:
                self.tell(self.if_closed)
