"""A sheet of equality answers while somebody fills it in. It is in memory only, and never written down.

On the people's screen it lies in the stage's visit, for one turn. Nothing of it is shown in another
window, and a sheet never says what is in it by `repr`.
"""

from dataclasses import dataclass, field, replace

from ui.stage import Stage
from workshop.domain.equality_form import PREFER_NOT, EqualityForm, Question
from workshop.session.equality import equality_form

SHEET = "equality"
NEXT, ASK = "equality_next", "equality_ask"
PAGES = frozenset({NEXT, ASK})


@dataclass(frozen=True, eq=False)
class Sheet:
    """What was chosen so far: of each question that was answered one code, or several."""

    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def of(self, question: Question) -> tuple[str, ...]:
        """What was chosen of this question; () where it was left out."""
        return self.chosen.get(question.question, ())

    def with_answer(self, question: Question, codes: tuple[str, ...]) -> "Sheet":
        """With this answer; what no longer belongs to the others is taken off."""
        others = {q: c for q, c in self.chosen.items() if q != question.question}
        return replace(self, chosen={**others, question.question: codes} if codes else others)

    def touched(self, question: Question, code: str) -> "Sheet":
        """With this answer chosen, or taken off again; "prefer not to say" stands alone."""
        before = self.of(question)
        if code in before:
            return self.with_answer(question, tuple(c for c in before if c != code))
        if not question.several or code == PREFER_NOT:
            return self.with_answer(question, (code,))
        return self.with_answer(question, (*(c for c in before if c != PREFER_NOT), code))

    def asked(self, form: EqualityForm) -> list[Question]:
        """The questions that are asked after these answers, in their order."""
        single = {q: codes[0] for q, codes in self.chosen.items()}
        return [question for question in form.questions if question.is_asked(single)]

    def answers(self, form: EqualityForm) -> dict[str, list[str] | str]:
        """As the session takes them: only what was asked."""
        found: dict[str, list[str] | str] = {}
        for question in self.asked(form):
            codes = self.of(question)
            if codes:
                found[question.question] = list(codes) if question.several else codes[0]
        return found


def form_in(stage: Stage, language: str) -> EqualityForm | None:
    """The list that is asked now, in this language or in English; None while no box is open."""
    version = stage.room.session.people.equality_list()
    return equality_form(version, language) if version else None


def sheet_of(stage: Stage) -> Sheet:
    """The sheet of this turn, begun when first asked for."""
    found = stage.visit.get(SHEET)
    if not isinstance(found, Sheet):
        found = stage.visit[SHEET] = Sheet()
    return found


def keep(stage: Stage, sheet: Sheet) -> None:
    """This is the sheet now."""
    stage.visit[SHEET] = sheet


def next_turn(stage: Stage) -> None:
    """The turn is over, handed in or not: everything of it is forgotten, and the cover is back."""
    stage.next_person()
    stage.show_people(NEXT)


def is_answering(stage: Stage) -> bool:
    """Whether somebody is in the middle of a sheet."""
    return stage.people.page == ASK
