"""People who came before: those who said that we may invite them again are expected, and asked anew."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workshop.domain.consent import Consents, may_show
from workshop.domain.forms import FormWords
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item, Voice
from workshop.domain.labels import Label
from workshop.domain.names import fold
from workshop.domain.persons import Answer, Need, Person, Wording
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.arriving import Arriving
from workshop.session.context import Context
from workshop.storage import library, place, vault


@dataclass(frozen=True)
class Regular:
    """Somebody of an earlier workshop who may be invited. `is_here`: there is such a name already."""

    person: PersonId
    called: str
    voices: tuple[Voice, ...]
    is_here: bool


@dataclass(frozen=True)
class Brought:
    """Who is expected now, by their new ids, and how many were left out: their names are here already."""

    people: tuple[PersonId, ...]
    here_already: int


class Regulars(Arriving):
    """Asking again whoever came before."""

    @action
    def bring_regulars(
        self, workshop: str, passphrase: str = "", who: list[PersonId] | None = None
    ) -> Brought:
        """Expect people of an earlier workshop who agreed to be invited; all their answers stay there."""
        self._context.need_open_day()
        with self._earlier(workshop, passphrase) as earlier:
            invited = earlier.invited()
            needs = earlier._context.store.all(Need)
        chosen = [p for p in invited if who is None or p.id in who]
        if who is not None and {*who} - {p.id for p in chosen}:
            raise RuleBroken("Somebody did not say that we may invite them again. Nothing was changed.")
        brought = self._expected([person for person in chosen if not self._is_here(person)])
        asked = [
            Need(self._context.new_id(), brought[need.person].id, need.what)
            for need in needs
            if need.person in brought
        ]
        self._context.store.apply(Label.BRING_REGULARS, [*brought.values(), *asked])
        for expected in brought.values():
            self._look_again_at(expected)
        return Brought(tuple(p.id for p in brought.values()), len(chosen) - len(brought))

    def regulars(self, workshop: str, passphrase: str = "") -> tuple[Regular, ...]:
        """Who of an earlier workshop may be invited, by name; raises as opening it does."""
        with self._earlier(workshop, passphrase) as earlier:
            invited = earlier.invited()
        found = [Regular(p.id, p.called, p.voices, self._is_here(p)) for p in invited]
        return tuple(sorted(found, key=lambda regular: fold(regular.called)))

    def invited(self) -> list[Person]:
        """Everybody whose yes to being invited again holds today."""
        store = self._context.store
        people, answers = store.all(Person), store.all(Answer)
        # A file of before the words were kept: those that ship are found by the hash of the answer.
        words = (*store.all(Wording), *self._wordings(answers))
        consents, today = Consents.of(people, answers, words, store.all(FormWords)), self._context.today()
        return [p for p in people if may_show(consents, p.id, Item.INVITE_AGAIN, today)]

    @contextmanager
    def _earlier(self, workshop: str, passphrase: str) -> Iterator["Regulars"]:
        """The people of an earlier workshop, opened only to look; nothing in its folder changes."""
        folder = library.find(workshop)
        self._refuse(folder)
        secret = None if vault.is_practice(folder) else passphrase
        opened = place.open_(folder, self._context.clock, secret, read_only=True)
        try:
            yield Regulars(Context(opened, self._context.clock))
        finally:
            opened.close()

    def _refuse(self, folder: Path) -> None:
        here = self._context.place
        if folder.resolve() == here.folder.resolve():
            raise RuleBroken("That is this workshop itself. Nothing was changed. Please choose another.")
        if here.practice and not vault.is_practice(folder):
            raise RuleBroken(
                "This workshop is only for practice. Nothing was changed. No real people come here."
            )

    def _expected(self, people: Iterable[Person]) -> dict[PersonId, Person]:
        """Them as they are expected, by their earlier ids: names and how to reach them, and no answer."""
        found: dict[PersonId, Person] = {}
        for person in people:
            found[person.id] = Person(
                PersonId(self._context.new_id()),
                self._free_ref([other.ref for other in found.values()]),
                person.called,
                contact=person.contact,
                age_group=person.age_group,
                voices=person.voices,
                regular=True,
            )
        return found

    def _is_here(self, person: Person) -> bool:
        return any(fold(p.called) == fold(person.called) for p in self._context.store.all(Person))
