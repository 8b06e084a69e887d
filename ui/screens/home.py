"""A page that is being built."""

from ui.page import Page


class HomePage(Page):
    """A page that is being built."""

    needs_workshop = False

    def build(self) -> None:
        """Its name."""
        self.body.setLayout(self.column(1, self.text(self.words("Home"), 44), 1))


PAGE = HomePage
