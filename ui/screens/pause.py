"""A short pause: it lies over the people's page, which stays below as it is, unread."""

from ui.look import BOLD
from ui.page import Page
from ui.widgets.button import Button
from ui.widgets.icon import Icon
from ui.widgets.mark import Mark


class PausePage(Page):
    """Covers everything at one touch; uncovering needs the desk or the number."""

    ground = "linen"

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("A short pause. Nothing is lost.")

    def build(self) -> None:
        """The mark, two sentences, and the facilitator's way back."""
        roomy = self.look.roomy
        can = self.text(
            self.words("You can talk, drink tea, or go outside."), 30 if roomy else 24, wrap=False
        )
        self.body.setLayout(
            self.column(
                3,
                self.row(1, Mark(self.look, 220 if roomy else 96), 1),
                self.text(self.words("A short pause."), 84 if roomy else 56, BOLD, centre=True),
                self.text(self.words("Nothing is lost."), 48 if roomy else 36, centre=True),
                self.row(1, Icon(self.look, "coffee", 44), can, 1, gap=20),
                3,
                self.row(1, self._way_back(), margins=(48, 0, 48, 40)),
                gap=28 if roomy else 12,
            )
        )

    def _way_back(self) -> Button:
        return self.button(self.words("Facilitator"), "lock", self.stage.ask_number)


PAGE = PausePage
