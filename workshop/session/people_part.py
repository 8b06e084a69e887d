"""What all parts of the area `people` share."""

from dataclasses import replace
from datetime import date

from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item, Medium, Said
from workshop.domain.labels import Label
from workshop.domain.names import Names
from workshop.domain.persons import Answer, Person
from workshop.domain.records import Note
from workshop.session.context import Context
from workshop.session.resources import consent_form

YEARS_KEPT = 5


class PeoplePart:
    """One part of the area `people`; its acts are about the same people as those of the others."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def _person(self, person: PersonId) -> Person:
        return self._context.store.need(Person, person)

    def _answer(self, person: PersonId, item: Item, said: Said, step: int, language: str = "en") -> Answer:
        """The answer, with the words that were shown: those of the form in this language (I09)."""
        form, today = consent_form(language), self._context.today()
        return Answer(
            id=self._context.new_id(),
            person=person,
            item=item,
            said=said,
            order=self._last_order() + step,
            form=form.version,
            text_hash=form.of(item).text_hash,
            language=form.language,
            medium=Medium.SCREEN,
            given_on=today,
            expires_on=_years_later(today, YEARS_KEPT),
        )

    def _last_order(self) -> int:
        return max((a.order for a in self._context.store.all(Answer)), default=0)

    def _look_again_at(self, person: Person) -> None:
        """Notes that hold this person's name wait for another look, whoever looked at them before (I10)."""
        names = Names([person.called, person.full_name])
        again = [
            replace(note, names_checked=False)
            for note in self._context.store.all(Note)
            if note.names_checked and names.found_in(f"{note.text}\n{note.translation}")
        ]
        self._context.store.apply(Label.REVIEW_NAMES, again)


def _years_later(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
