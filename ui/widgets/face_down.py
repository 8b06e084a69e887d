"""The card over the board while the notes lie face down: how many have finished, and nothing else."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from ui.look import BOLD, Look
from ui.widgets.boxes import Part, column, row, within
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.seats import Seats
from ui.widgets.text import Text
from ui.words import Words
from workshop.domain.records import Workshop


class FaceDown(Card):
    """Lies in the middle of the board; fingers go through it to the board."""

    def __init__(self, look: Look, words: Words, board: QWidget) -> None:
        super().__init__(look, "paper", "line", radius=28, parent=board)
        self.words_of = words
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Where there is little room, the count says it all.
        self.seats = Seats(look, words("have written"), 640 if look.roomy else 460)
        self.title = Text(look, words("Notes are face down for now"), 34, BOLD, centre=True)
        why = Text(look, words("No one can read them until everyone has had time."), 24, centre=True)
        then = Text(look, words("Then all the notes turn over together."), 24, centre=True)
        who = Text(look, words("The facilitator turns the notes over"), 20, wrap=False)
        foot = row(look, 1, Icon(look, "lock", 22), who, 1, gap=10)
        middle = row(look, 1, self.seats, 1)
        below: list[Part] = [self.title, why, then, foot] if look.roomy else [self.title]
        within(self, column(look, middle, *below, gap=10, margins=(40, 24, 40, 24)))
        self.hide()

    def show_for(self, workshop: Workshop, shown: bool) -> None:
        """Show the count, or hide the card while somebody writes."""
        self.setVisible(shown)
        expected = max(workshop.expected, workshop.finished)
        said = self.words_of("{n} of {m} have written", n=workshop.finished, m=expected)
        self.seats.show_count(workshop.finished, expected, said)
        self.place()

    def place(self) -> None:
        """Lie in the middle of the board."""
        board = self.parentWidget()
        if board is None:
            return
        width = min(self.look.px(720), board.width())
        self.title.show()
        if self._height(width) > board.height():
            self.title.hide()
        height = min(self._height(width), board.height())
        self.resize(width, height)
        self.move(QPoint((board.width() - width) // 2, (board.height() - height) // 2))

    def _height(self, width: int) -> int:
        """What is needed at a width, both in screen pixels."""
        return max(self.heightForWidth(width), self.sizeHint().height())
