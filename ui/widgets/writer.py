"""A panel to write one line with: a question, the line, its keys, Done. For names of groups and ideas."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.look import BOLD, Look
from ui.widgets.boxes import column, row, within
from ui.widgets.button import MAIN, PLAIN, Button, Style
from ui.widgets.card import Card
from ui.widgets.field import Line
from ui.widgets.keypad import KeyPad
from ui.widgets.text import Text
from ui.words import Words

_DONE = Style(MAIN.kind, 72, 26, 30, padding=28)


class Writer(Card):
    """One line, one person. `done` is given the words; "" is a fine answer where `may_be_empty`."""

    def __init__(
        self,
        look: Look,
        words: Words,
        question: str,
        text: str,
        done: Callable[[str], object],
        close: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, "paper", "damson", radius=20, line=3, parent=parent)
        self.field = Line(look, question, text, 30, language=words.language)
        self.field.returnPressed.connect(lambda: done(self.field.text()))
        done_button = Button(look, words("Done"), "check", _DONE)
        done_button.clicked.connect(lambda: done(self.field.text()))
        close_button = Button(look, words("Close"), "x", PLAIN)
        close_button.clicked.connect(lambda: close())
        self.keys = KeyPad(look, words)
        self.keys.attach(self.field)
        asked = Text(look, question, 26, BOLD, language=words.language)
        above = row(look, self.field, done_button, close_button)
        above.setStretch(0, 1)
        within(self, column(look, asked, above, self.keys, gap=12, margins=(20, 16, 20, 20)))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
