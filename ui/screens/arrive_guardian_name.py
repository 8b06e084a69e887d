"""Which parent or guardian answers for somebody under 16, beside their own answers."""

from ui.parts.arrival_naming import NamingPage


class ArriveGuardianNamePage(NamingPage):
    """The name of the parent or guardian, who is at the screen as well."""

    offers_leaders = False

    @property
    def named(self) -> str:
        """Who was named before; often it is the adult who came with them."""
        return self.visit.guardian or self.visit.adult

    def question(self) -> str:
        """Whose name is asked."""
        return self.words("What is the name of the parent or guardian?")

    def keep(self, name: str) -> bool:
        """Keep it beside the young person's."""
        person, people = self.visit.person, self.room.session.people
        if person is None or not self.did(people.change, person, guardian=name):
            return False
        self.visit.guardian = name
        return True


PAGE = ArriveGuardianNamePage
