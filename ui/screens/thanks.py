"""The vote is in. The page knows no more than that, and goes away by itself."""

from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMouseEvent

from ui.look import BOLD
from ui.page import Page
from ui.parts.vote import count_of, end_turn
from ui.widgets.button import Kind, Style
from ui.widgets.seats import Seats

_FINISHED = Style(Kind.STRONG, 128, 44, 46, 80, 20, at_least_mm=14.0)
_FINISHED_LOW = Style(Kind.STRONG, 80, 30, 34, 48, 16, at_least_mm=14.0)


class ThanksPage(Page):
    """A table with one seat more filled; no seat is anybody's."""

    ground = "damson"
    stays_ms: ClassVar[int] = 8000

    def setup(self, **given: Any) -> None:
        """The clock of the page begins."""
        self._over = False
        QTimer.singleShot(self.stays_ms, self, self.finish)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Thank you. Your vote is in.")

    def build(self) -> None:
        """The table, three sentences, one button."""
        roomy = self.look.roomy
        self.seats = Seats(
            self.look, self.words("have voted"), 660 if roomy else 320, on_damson=True, mark="check"
        )
        self._show_count()
        lines = [
            self.words("Your vote counts as much as anyone’s here."),
            self.words("Your choices are off the screen. No one can see them."),
        ]
        texts = [self.text(line, 38 if roomy else 22, colour="on_damson", centre=True) for line in lines]
        closes = self.words("The page closes by itself.")
        if not self.stage.one_screen:
            closes = f"{closes} {self.words('The facilitator lets the next person vote.')}"
        style = _FINISHED if roomy else _FINISHED_LOW
        finished = self.button(self.words("I am finished"), "check", self.finish, style)
        self.body.setLayout(
            self.column(
                2,
                self.row(1, self.seats, 1),
                1,
                self.text(self.name(), 84 if roomy else 36, BOLD, "on_damson", centre=True),
                *texts,
                1,
                self.row(1, finished, 1),
                self.text(closes, 26 if roomy else 22, colour="on_damson", centre=True),
                2,
                gap=12 if roomy else 6,
                margins=(24, 16, 24, 16),
            )
        )

    def _show_count(self) -> None:
        round_ = self.stage.open_round()
        if round_ is not None:
            count = count_of(self.room, round_)
            self.seats.show_count(count.voted, count.expected, count.said(self.words))

    def on_tick(self) -> None:
        """A ballot was sealed."""
        self._show_count()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch anywhere acts when it is lifted."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A touch anywhere ends the page."""
        event.accept()
        self.finish()

    def finish(self) -> None:
        """The next person's cover, once."""
        if not self._over:
            self._over = True
            end_turn(self.stage)

    def leave(self) -> None:
        """Its clock stands still."""
        self._over = True


PAGE = ThanksPage
