"""Who helped somebody to decide: a person they chose."""

from ui.parts.arrival_naming import NamingPage


class ArriveSupporterPage(NamingPage):
    """Who helped you? It belongs to the last page, and may be skipped."""

    can_be_skipped = True

    @property
    def named(self) -> str:
        """Who was named before."""
        return self.visit.supporter

    def question(self) -> str:
        """Whose name is asked."""
        return self.words("Who helped you?")

    def keep(self, name: str) -> bool:
        """Keep it beside the person's own name."""
        person, people = self.visit.person, self.room.session.people
        if person is None or not self.did(people.change, person, supporter=name):
            return False
        self.visit.supporter = name
        return True

    def go_on(self) -> None:
        """The signature."""
        self.stage.show_people("arrive_sign", signs=True)

    def go_back(self) -> None:
        """What helped."""
        self.stage.show_people("arrive_support")


PAGE = ArriveSupporterPage
