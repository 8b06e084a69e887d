"""The answer of a parent or guardian to one question that somebody under 16 said yes to."""

from ui.parts.arrival import guardian_question
from ui.screens.arrive_question import ArriveQuestionPage
from ui.stage import Shown
from workshop.domain.kinds import Said


class ArriveGuardianSaysPage(ArriveQuestionPage):
    """The same question and sentences, and one more that says who answers."""

    @property
    def here(self) -> Shown:
        """The page of this answer."""
        return guardian_question(self.item)

    @property
    def said(self) -> Said | None:
        """What they said before."""
        return self.visit.guardian_said.get(self.item)

    def spoken(self) -> list[str]:
        """The question, who answers it now, and the sentences."""
        question, *sentences = super().spoken()
        return [question, self.words("As a parent or guardian, do you say yes too?"), *sentences]

    def left(self) -> None:
        """They leave it, which counts as No."""
        self.visit.guardian_said[self.item] = Said.UNSURE

    def keep(self, said: Said) -> bool:
        """Beside the young person's own yes, which stays."""
        if self.said is not said and not self.consent(self.item, Said.YES, said):
            return False
        self.visit.guardian_said[self.item] = said
        return True


PAGE = ArriveGuardianSaysPage
