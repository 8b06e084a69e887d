"""A field for a passphrase, with a button in it that shows or hides what is typed."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look import SEMIBOLD, Look
from ui.widgets.boxes import column, row, within
from ui.widgets.button import SMALL, Button
from ui.widgets.field import Line
from ui.widgets.text import Text
from ui.words import Words

LETTERS = 34


class SecretField(QWidget):
    """A label, a field and its button. `typed` is called with each change, `entered` at Enter."""

    def __init__(
        self,
        look: Look,
        words: Words,
        label: str,
        text: str = "",
        *,
        shown: bool = False,
        high: int = 88,
        button: bool = True,
        typed: Callable[[str], object] | None = None,
        entered: Callable[[], object] | None = None,
        turned: Callable[[bool], object] | None = None,
    ) -> None:
        super().__init__()
        self.look, self.words, self.shown, self._turned = look, words, shown, turned
        self.line = Line(look, label, text, LETTERS, secret=not shown)
        self.line.setMinimumHeight(max(look.px(high), look.target(64)))
        self.turn = Button(look, "", "eye", SMALL)
        self.turn.clicked.connect(lambda: self.show_letters(not self.shown))
        self._name_button()
        if typed is not None:
            self.line.textChanged.connect(lambda now: typed(now))
        if entered is not None:
            self.line.returnPressed.connect(lambda: entered())
        if button:
            self._put_inside()
        within(self, column(look, Text(look, label, 24, SEMIBOLD), self.line, gap=8))

    def _put_inside(self) -> None:
        """The button stands at the end of the field, and the words stop before it."""
        within(self.line, row(self.look, 1, self.turn, margins=(14, 8, 14, 8)))
        room = max(self._room(words) for words in ("Hide", "Show")) + self.look.px(14)
        mirrored = self.words.right_to_left
        self.line.setTextMargins(room if mirrored else 0, 0, 0 if mirrored else room, 0)
        self.line.setMinimumHeight(max(self.line.minimumHeight(), self.turn.sizeHint().height() + 24))

    def _room(self, words: str) -> int:
        return Button(self.look, self.words(words), "eye", SMALL).sizeHint().width()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def show_letters(self, shown: bool) -> None:
        """Show what is typed as letters, or as dots."""
        self.shown = shown
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._name_button()
        if self._turned is not None:
            self._turned(shown)

    def _name_button(self) -> None:
        words = self.words("Hide") if self.shown else self.words("Show")
        self.turn.say(words, icon="eye-off" if self.shown else "eye")
