"""Which adult looks after somebody under 18 today."""

from ui.parts.arrival_naming import NamingPage


class ArriveAdultPage(NamingPage):
    """One of those who lead, or anybody else; it may be skipped."""

    can_be_skipped = True

    @property
    def named(self) -> str:
        """Who was named before."""
        return self.visit.adult

    def question(self) -> str:
        """Whose name is asked."""
        return self.words("Which adult is with you today?")

    def keep(self, name: str) -> bool:
        """Keep it in the list: the facilitator has to know."""
        person, people = self.visit.person, self.room.session.people
        if person is None or not self.did(people.change, person, adult=name):
            return False
        self.visit.adult = name
        return True


PAGE = ArriveAdultPage
