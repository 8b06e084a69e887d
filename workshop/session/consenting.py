"""Answering the consent questions, and signing."""

import math
from dataclasses import replace

from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item, Medium, Said
from workshop.domain.labels import Label
from workshop.domain.persons import Signature
from workshop.domain.words import check_language, must_say, tidy_line
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.people_part import PeoplePart


class Consenting(PeoplePart):
    """What people agree to."""

    @action
    def consent(
        self,
        person: PersonId,
        item: Item,
        answer: Said,
        medium: Medium = Medium.SCREEN,
        support: list[str] | None = None,
        guardian: Said | None = None,
        assent: Said | None = None,
        language: str = "en",
    ) -> None:
        """Keep one answer to one consent question; a young person's own No (assent) always wins."""
        self._person(person)
        if answer is Said.TAKEN_BACK:
            raise RuleBroken("Taking back has a way of its own: withdraw. Nothing was changed.")
        own = answer if assent in (None, Said.YES) else assent
        kept = self._answer(person, item, own or answer, 1, check_language(language))
        kept = replace(kept, medium=medium, guardian=guardian, support=tuple(map(tidy_line, support or [])))
        self._context.store.apply(Label.ANSWER_CONSENT, [kept])

    @action
    def sign(
        self,
        person: PersonId,
        strokes: list[list[float]] | None = None,
        said_aloud: bool = False,
        on_paper: bool = False,
        witness: str = "",
    ) -> None:
        """Sign with a finger (strokes of x, y, x, y …), out loud before a witness, or on paper."""
        self._person(person)
        if not (strokes or said_aloud or on_paper):
            raise RuleBroken("Please sign, say it out loud, or sign on paper. Nothing was changed.")
        if said_aloud:
            must_say(tidy_line(witness), "the name of who heard it")
        lines = tuple(tuple(stroke) for stroke in strokes or [])
        if not all(math.isfinite(number) for line in lines for number in line):
            raise RuleBroken("A stroke is made of numbers. Nothing was changed. Please sign again.")
        signature = Signature(self._context.new_id(), person, lines, said_aloud, on_paper, tidy_line(witness))
        self._context.store.apply(Label.SIGN, [signature])
