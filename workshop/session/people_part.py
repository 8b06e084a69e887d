"""What all parts of the area `people` share."""

from collections.abc import Iterable
from dataclasses import replace

from workshop.domain.consent import Consents, years_later
from workshop.domain.forms import ConsentForm, FormWords, as_asked, latest
from workshop.domain.identifying import Identifying
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item, Medium, Said
from workshop.domain.labels import Label
from workshop.domain.names import names_of
from workshop.domain.persons import Answer, Person, Wording
from workshop.domain.records import Note
from workshop.domain.unnamed import unnamed
from workshop.errors import RuleBroken
from workshop.session import own_words
from workshop.session.context import Context
from workshop.session.resources import consent_form


class PeoplePart:
    """One part of the area `people`; its acts are about the same people as those of the others."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # Reading

    def form(self, language: str = "en", version: str = "") -> ConsentForm:
        """The consent questions as this workshop asks them in a language, or one version of them.

        RuleBroken for a version that this workshop has not.
        """
        shipped, own = consent_form(language), self._context.store.all(FormWords)
        if version in ("", shipped.version):
            now = latest(shipped, own)
            return now if version in ("", now.version) else shipped
        mine = (f for f in own if f.language == shipped.language)
        found = next((as_asked(f, shipped) for f in mine if f.version == version), None)
        if found is None:
            raise RuleBroken(
                "These questions were changed just now. Nothing was kept. Please read them once more."
            )
        return found

    def consents(self) -> Consents:
        """How everybody stands to every question: to be asked with `consent.may_show` or `standing`."""
        return own_words.consents_in(self._context)

    def for_the_room(self, words: str) -> str:
        """Words of the host without the names of those who did not say yes to being named."""
        people, today = self._context.store.all(Person), self._context.today()
        return unnamed(people, self.consents(), today).replaced_in(words, self._context.workshop.language)

    # For the parts

    def _person(self, person: PersonId) -> Person:
        return self._context.store.need(Person, person)

    def _answer(
        self, person: PersonId, item: Item, said: Said, step: int, language: str = "en", form: str = ""
    ) -> Answer:
        """The answer, with the words that were shown: those of this version in this language (I09).

        What is taken back is taken back with the words it was given to.
        """
        shown, today = self.form(language, form), self._context.today()
        answer = Answer(
            id=self._context.new_id(),
            person=person,
            item=item,
            said=said,
            order=self._last_order() + step,
            form=shown.version,
            text_hash=shown.of(item).text_hash,
            language=shown.language,
            medium=Medium.SCREEN,
            given_on=today,
            expires_on=years_later(today, self._context.workshop.consent_years),
        )
        before = self._last_answer(person, item) if said is Said.TAKEN_BACK else None
        if before is None:
            return answer
        return replace(answer, form=before.form, text_hash=before.text_hash, language=before.language)

    def _wordings(self, answers: Iterable[Answer]) -> list[Wording]:
        """The exact words that these answers were given to, as far as they are not kept yet.

        They are written in the same act as the answers.
        """
        kept = {wording.id for wording in self._context.store.all(Wording)}
        new = {a.text_hash: found for a in answers if a.text_hash not in kept and (found := self._worded(a))}
        return list(new.values())

    def _worded(self, answer: Answer) -> Wording | None:
        """The words of an answer, where this workshop or the program still has them."""
        shipped, own = consent_form(answer.language), self._context.store.all(FormWords)
        forms = (shipped, *(as_asked(f, shipped) for f in own if f.language == shipped.language))
        for form in forms:
            words = form.of(answer.item)
            if words.text_hash == answer.text_hash:
                return Wording(words.text_hash, answer.item, form.version, form.language, words.answered)
        return None

    def _last_answer(self, person: PersonId, item: Item) -> Answer | None:
        mine = (a for a in self._context.store.all(Answer) if (a.person, a.item) == (person, item))
        return max(mine, key=lambda a: a.order, default=None)

    def _last_order(self) -> int:
        return max((a.order for a in self._context.store.all(Answer)), default=0)

    def _look_again_at(self, person: Person) -> None:
        """Notes that hold this person's name wait for another look, whoever looked at them before (I10)."""
        self._context.store.apply(Label.REVIEW_NAMES, self._to_look_at_again(person), lasting=True)

    def _to_look_at_again(self, person: Person) -> list[Note]:
        return self._waiting_again(Identifying(names_of([person])), self._context.store.all(Note))

    def _waiting_again(self, names: Identifying, notes: Iterable[Note]) -> list[Note]:
        """The looked-at ones of these notes that hold one of the names, as they were before the look."""
        language = self._context.workshop.language
        return [
            replace(note, names_checked=False)
            for note in notes
            if note.names_checked
            and (names.names_in(note.text, note.language) or names.names_in(note.translation, language))
        ]
