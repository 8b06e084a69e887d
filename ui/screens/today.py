"""A page that is being built."""

from ui.page import Page


class TodayPage(Page):
    """A page that is being built."""

    needs_workshop = False

    def build(self) -> None:
        """Its name."""
        self.body.setLayout(self.column(1, self.text(self.words("Today"), 44), 1))


PAGE = TodayPage
