"""What a page has that is one person's own: ways out, language, size, help, and a watch over it.

When such a page goes away for any reason but the next page of the same turn, its subclass throws away
all that was chosen, unread.
"""

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any, ClassVar

from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, TextSize
from ui.page import Page
from ui.parts.vote import settings_of
from ui.widgets.boxes import within
from ui.widgets.button import PLAIN, Button, Style
from ui.widgets.card import Ground
from ui.widgets.scroll import Place, Scroll
from ui.widgets.still_there import StillThere
from ui.widgets.wrapping import Wrapping
from ui.words import LANGUAGES
from workshop.domain.changes import Change

OWN_MM = 14.0  # the least of a thing to touch on such a page
HEAD = Style(at_least_mm=OWN_MM)
HEAD_SMALL = Style(padding=16, text=20, icon=22, at_least_mm=OWN_MM)
SIZES = {
    TextSize.SMALL: "Small",
    TextSize.STANDARD: "Usual",
    TextSize.LARGE: "Large",
    TextSize.LARGEST: "Largest",
}


class OwnPage(Page):
    """One page of one person's turn. Subclasses say what is on it, and what is said when it is left."""

    private = True
    ground = "linen"
    settles_s: ClassVar[float] = 0.4  # a finger that trembles on the last page does nothing on this one
    has_way_back: ClassVar[bool] = True
    hear_words: ClassVar[str] = "Hear this"
    stop_words: ClassVar[str] = "Stop"
    stopped_words: ClassVar[str] = "Nothing is counted. You can start again."
    helped_words: ClassVar[str] = "Somebody at the screen"

    def setup(self, **given: Any) -> None:
        """Nobody is choosing a language yet; the clock of a page left alone begins."""
        self.choosing = False
        self.drawn = Place()
        self._shown_at = monotonic()
        minutes = settings_of(self.room).idle_minutes
        self.still = StillThere(
            self, minutes * 60_000, self.stop, stop=self.stop_words, said=self.stopped_words
        )

    # For subclasses

    def inside(self) -> QLayout | None:
        """What is below the head; None where there is nothing to show any more."""
        raise NotImplementedError

    def read_out(self) -> str:
        """What is read aloud: never what somebody chose."""
        raise NotImplementedError

    def stop(self) -> None:
        """Stop: nothing is kept."""
        raise NotImplementedError

    def go_back(self) -> None:
        """Where the way back leads."""

    def more_in_the_head(self) -> list[Button]:
        """What has no room elsewhere on a small page."""
        return []

    # Building

    @property
    def compact(self) -> bool:
        """Whether there is little room: short words, less air."""
        letter = self.look.text(20)
        narrow = self.look.screen.width < 60 * letter or self.look.screen.height < 36 * letter
        return self.look.private or narrow

    def build(self) -> None:
        """The head, and below it the page or the choice of language and size."""
        self.head = self._head()
        inside = self._choices() if self.choosing else self.inside()
        parts = (1,) if inside is None else (self.head, inside)
        self.body.setLayout(self.column(*parts, gap=0))

    def on_change(self, change: Change) -> None:
        """What others do elsewhere changes nothing on such a page."""

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
        stop = self.words("Stop") if small else self.words(self.stop_words)
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
        said = self.read_out()
        if said:
            self.hear(said)

    def _help(self) -> None:
        self.stage.ask_for_help(self.words(self.helped_words))
        self.tell(self.words("We have told the facilitator. Somebody is coming."), "done")

    def leave(self) -> None:
        """Nobody watches over a page that is gone."""
        self.still.end()
