"""A page like a person's own, with invented words: can it be read from the nearest chair?"""

from ui.look import BOLD
from ui.page import Page
from ui.widgets.button import STRONG
from workshop.domain.kinds import DayState


class SamplePage(Page):
    """As large, and as low on the screen, as the pages on which people answer and vote."""

    private = True

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("This page is only a try")

    def build(self) -> None:
        """A few words in the sizes of such a page."""
        words = self.words
        back = self.button(words("Back"), "arrow-left", self._back, STRONG)
        said = [
            self.text(words("This page is only a try"), 44, BOLD),
            self.text(words("A person's own page is as large as this one."), 30),
            self.text(words("Sit in the nearest chair. Can you read these words?"), 30),
            self.text(words("If you can, turn the screen a little."), 30),
        ]
        self.body.setLayout(self.column(1, *said, 1, self.row(back, 1), gap=20, margins=(48, 40, 48, 40)))

    def _back(self) -> None:
        """Before the day this leads straight back; once people are here the number is needed."""
        if self.room.workshop.state is not DayState.DRAFT and self.stage.one_screen:
            self.stage.ask_number()
            return
        self.stage.back_to_the_day()
        self.stage.show_desk("ready", read_page=True)


PAGE = SamplePage
