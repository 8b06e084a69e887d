"""How to: the help pages for the facilitator, to be read and to be heard."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts import help_text
from ui.parts.help_text import Block, Kind
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, PLAIN
from ui.widgets.card import Card
from ui.widgets.choice import Segment
from ui.widgets.scroll import Place, Scroll
from ui.widgets.text import Text
from workshop.domain.changes import Change

ENGLISH = "en"  # the help is written in it
WIDEST = 1240  # design pixels: longer lines are hard to read
_LOOKS = {Kind.HEADING: (30, BOLD), Kind.POINT: (24, 400), Kind.PARAGRAPH: (24, 400)}


class HowToPage(Page):
    """One help page at a time."""

    side = Side.FACILITATOR
    needs_workshop = False

    def setup(self, page: str = "board", back: str = "home", **given: object) -> None:
        """`page` is what is read, `back` the page that this one leads back to."""
        self.shown, self.back = page, back
        self.places = {name: Place() for name in help_text.PAGES}

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("How to")

    def build(self) -> None:
        """The choice of pages, and the one that is read."""
        words = self.words
        names = {
            "people": words("People and consent"),
            "board": words("The board"),
            "whats-new": words("What is new"),
        }
        choices: list[QWidget] = []
        for key, said in names.items():
            choice = Segment(self.look, said, key == self.shown)
            choice.clicked.connect(partial(self.show_page, key))
            choices.append(choice)
        hear = self.button(words("Hear this"), "volume-2", self.hear_page, PLAIN)
        back = self.button(words("Back"), "arrow-left", partial(self.stage.show_desk, self.back), MAIN)
        top = self.row(self.text(self.name(), 40, BOLD), *choices, 1, hear, back, gap=18)
        text = within(QWidget(), self.column(*self._parts(), 1, gap=10))
        text.setMaximumWidth(self.look.px(WIDEST))
        content = within(QWidget(), self.row(text, 1))
        area = Scroll(self.look, content, words("More"), words("Back up"), self.places[self.shown])
        card = within(Card(self.look), self.row(area, margins=(40, 28, 40, 28)))
        whole = self.column(top, card, gap=20, margins=(48, 28, 48, 32))
        whole.setStretch(1, 1)
        self.body.setLayout(whole)

    def _parts(self) -> list[Part]:
        return [self._block(block) for block in help_text.page(self.shown) if block.kind is not Kind.TITLE]

    def _block(self, block: Block) -> Part:
        token, weight = _LOOKS[block.kind]
        text = Text(self.look, block.text, token, weight, language=ENGLISH)
        if block.kind is not Kind.POINT:
            return text
        point = Text(self.look, "•", token, SEMIBOLD, wrap=False)
        line = self.row(point, text, gap=14)
        line.setAlignment(point, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        return line

    def on_change(self, change: Change) -> None:
        """Nothing here changes with the workshop."""

    def leave(self) -> None:
        """Nobody listens any more."""
        self.stage.speech.stop()

    # Acts

    def show_page(self, name: str) -> None:
        """Read another page."""
        self.shown = name
        self.rebuild()

    def hear_page(self) -> None:
        """Read the page aloud."""
        self.hear("\n".join(block.text for block in help_text.page(self.shown)), ENGLISH)


PAGE = HowToPage
