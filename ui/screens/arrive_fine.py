"""After a No to taking part: that is fine, nothing else is asked, and the way back is open at once."""

from PySide6.QtWidgets import QLayout, QSizePolicy

from ui.parts.arrival import hand_over, question
from ui.parts.arrival_page import ArrivalPage
from ui.widgets.boxes import Part
from ui.widgets.button import MAIN, STRONG, Button, Kind, Style
from ui.widgets.icon import Picture
from workshop.domain.kinds import Item

_LARGE = (
    Style(Kind.STRONG, 148, 42, 44, radius=20),
    Style(Kind.MAIN, 148, 42, 44, radius=20),
)
_IN_PRIVATE = (
    Style(Kind.STRONG, 120, 32, 36, padding=16, radius=16),
    Style(Kind.MAIN, 120, 32, 36, padding=16, radius=16),
)


class ArriveFinePage(ArrivalPage):
    """That is fine."""

    tokens_in_private = (48, 30)

    def spoken(self) -> list[str]:
        """Three sentences, none of which asks anything."""
        return [
            self.words("That is fine."),
            self.words("You are welcome to stay. Have a cup of tea."),
            self.words("We will not write down what you say."),
            self.words("You can change your mind at any time."),
        ]

    def content(self) -> QLayout:
        """The picture, the sentences, and two ways on."""
        fine, *sentences = self.spoken()
        words: list[Part] = [
            self.title(fine, 76),
            *(self.sentence(s) for s in sentences),
            self.row(self.hear_button(), 1),
            1,
        ]
        size = 220 if self.look.private else 468 if self.spacious else 280
        picture = self.column(Picture(self.look, "cup", size, "marigold_tint"), 1)
        told = self.row(picture, self.column(*words, gap=self.air(12 if self.is_close else 24)), gap=48)
        told.setStretch(1, 1)
        return self.column(self.scrolling(told), self._ways_on(), gap=16, margins=self.margins())

    def _ways_on(self) -> QLayout:
        strong, main = _IN_PRIVATE if self.look.private else (STRONG, MAIN) if self.is_close else _LARGE
        back = self.button(self.words("I want to take part"), "arrow-left", self.go_back, strong)
        done = self.button(self.words("I am finished"), "check", self._finish, main)
        ways = self.row(self._wide(back), self._wide(done), gap=24)
        ways.setStretch(0, 1)
        ways.setStretch(1, 1)
        return ways

    @staticmethod
    def _wide(button: Button) -> Button:
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    def _finish(self) -> None:
        hand_over(self.stage)

    def go_back(self) -> None:
        """The question, once more."""
        self.go_to(question(Item.TAKE_PART))


PAGE = ArriveFinePage
