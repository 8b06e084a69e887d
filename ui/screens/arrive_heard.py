"""Who heard somebody say it out loud: one of those who lead, or somebody else by their name."""

from ui.parts.arrival_naming import NamingPage


class ArriveHeardPage(NamingPage):
    """Who heard you? It belongs to the last page."""

    @property
    def named(self) -> str:
        """Who was said to have heard it."""
        return self.visit.witness

    def question(self) -> str:
        """Whose name is asked."""
        return self.words("Who heard you say it?")

    def nobody_named(self) -> str:
        """Somebody has to have heard it."""
        return self.words("Please write who heard you.")

    def keep(self, name: str) -> bool:
        """It is kept with the signature."""
        self.visit.witness = name
        return True

    def go_on(self) -> None:
        """The signature."""
        self.stage.show_people("arrive_sign", signs=True)

    def go_back(self) -> None:
        """The signature."""
        self.go_on()


PAGE = ArriveHeardPage
