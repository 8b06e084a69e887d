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
        words, roomy = self.words, self.look.roomy
        large, usual = (44, 30) if roomy else (36, 24)
        back = self.button(words("Back"), "arrow-left", self._back, STRONG)
        said = [
            self.text(words("This page is only a try"), large, BOLD),
            self.text(words("A person's own page is as large as this one."), usual),
            self.text(words("Sit in the nearest chair. Can you read these words?"), usual),
            self.text(words("If you can, turn the screen a little."), usual),
        ]
        gap, margins = (20, (48, 40, 48, 40)) if roomy else (8, (40, 20, 40, 20))
        self.body.setLayout(self.column(1, *said, 1, self.row(back, 1), gap=gap, margins=margins))

    def _back(self) -> None:
        """Before the day this leads straight back; once people are here the number is needed."""
        if self.room.workshop.state is not DayState.DRAFT and self.stage.one_screen:
            self.stage.ask_number()
            return
        self.stage.back_to_the_day()
        self.stage.show_desk("ready", read_page=True)


PAGE = SamplePage
