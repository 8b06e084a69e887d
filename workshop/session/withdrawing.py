"""Taking something back, and being erased: what has to be called back, and what is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item, Said
from workshop.domain.labels import Label
from workshop.domain.persons import Issued, Person
from workshop.domain.records import Note
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.people_part import PeoplePart
from workshop.storage.erase import erase_person


@dataclass(frozen=True)
class Recall:
    """A document that was handed out and shows what has been taken back."""

    document: str
    kind: str
    made_at: str
    sha256: str


@dataclass(frozen=True)
class TakenBack:
    """What has to be called back after somebody changed their mind."""

    recall: tuple[Recall, ...]


@dataclass(frozen=True)
class Certificate:
    """The proof that somebody was erased. It names nobody."""

    erased_on: date
    notes_erased: int
    call_back: tuple[Recall, ...]


@dataclass(frozen=True)
class Erased:
    """The answer to `erase`."""

    certificate: Certificate


class Withdrawing(PeoplePart):
    """Changing one's mind."""

    @action
    def withdraw(self, person: PersonId, items: list[Item] | str = "all") -> TakenBack:
        """Take back one, several or "all" answers; says which documents have to be called back."""
        found = self._context.store.need(Person, person)
        if isinstance(items, str) and items != "all":
            raise RuleBroken("Please say which answers, or “all”. Nothing was changed.")
        wanted = list(Item) if isinstance(items, str) else items
        rows = [self._answer(person, item, Said.TAKEN_BACK, i) for i, item in enumerate(wanted, start=1)]
        self._context.store.apply(Label.TAKE_BACK, rows)
        if {Item.TAKE_PART, Item.QUOTE_FIRST_NAME, Item.QUOTE_FULL_NAME} & {*wanted}:
            self._look_again_at(found)
        return TakenBack(self._documents_with(person))

    def would_recall(self, person: PersonId) -> tuple[Recall, ...]:
        """What would have to be called back if this person took something back now; changes nothing."""
        self._context.store.need(Person, person)
        return self._documents_with(person)

    def _documents_with(self, person: PersonId) -> tuple[Recall, ...]:
        mine = {n.id for n in self._context.store.all(Note) if n.author == person}
        return _recalls(d for d in self._context.store.all(Issued) if person in d.people or mine & {*d.notes})

    @action
    def erase(self, person: PersonId) -> Erased:
        """Erase somebody: answers, signature, needs, and the words of the notes they marked as theirs."""
        self._context.store.need(Person, person)
        self._context.refuse_while_voting("Nobody can be erased")
        call_back = self._documents_with(person)
        erased = erase_person(self._context.place, person)
        return Erased(Certificate(self._context.today(), len(erased.notes), call_back))


def _recalls(documents: Iterable[Issued]) -> tuple[Recall, ...]:
    return tuple(Recall(d.id, d.kind, d.made_at, d.sha256) for d in documents)
