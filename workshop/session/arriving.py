"""Arriving: what to call somebody, as whom they are here, and what we do for them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Medium, Said, Voice
from workshop.domain.labels import Label
from workshop.domain.names import fold
from workshop.domain.persons import Answer, Need, Person, Signature
from workshop.domain.words import must_say, tidy_line
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.people_part import PeoplePart

_SLIP_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


@dataclass(frozen=True)
class Arrived:
    """Somebody new in the room, and the number on their slip."""

    person: PersonId
    ref: str


class Arriving(PeoplePart):
    """Who is here."""

    @action
    def expect(self, count: int) -> None:
        """Say how many people are expected: the seats round the table."""
        if not 0 <= count <= 500:
            raise RuleBroken("Between 0 and 500 people can be expected. Nothing was changed.")
        workshop = replace(self._context.need_open_day(), expected=count)
        self._context.store.apply(Label.EXPECT_PEOPLE, [workshop])

    @action
    def arrive(
        self,
        called: str,
        voices: list[Voice],
        age_group: AgeGroup = AgeGroup.ADULT,
        needs: list[str] | None = None,
        full_name: str = "",
        contact: str = "",
        leaves_by: str = "",
    ) -> Arrived:
        """Somebody is here: what to call them, as whom they are here, and what we do for them."""
        self._context.need_open_day()
        called = self.free_name(called)
        person = Person(
            PersonId(self._context.new_id()),
            self._free_ref(),
            called,
            tidy_line(full_name),
            tidy_line(contact),
            age_group,
            tuple(dict.fromkeys(voices)),
            tidy_line(leaves_by),
        )
        self._context.store.apply(Label.ARRIVE, [person, *self._needs_of(person.id, needs or [])])
        self._look_again_at(person)
        return Arrived(person.id, person.ref)

    @action
    def change(
        self,
        person: PersonId,
        called: str | None = None,
        voices: list[Voice] | None = None,
        age_group: AgeGroup | None = None,
        needs: list[str] | None = None,
        leaves_by: str | None = None,
    ) -> None:
        """Change what was said at the arrival; what is left out stays as it is."""
        before = self._context.store.need(Person, person)
        after = replace(
            before,
            called=before.called if called is None else self.free_name(called, person),
            voices=before.voices if voices is None else tuple(dict.fromkeys(voices)),
            age_group=age_group or before.age_group,
            leaves_by=before.leaves_by if leaves_by is None else tidy_line(leaves_by),
        )
        old = [n for n in self._context.store.all(Need) if n.person == person]
        if needs is None or [n.what for n in old] == [tidy_line(n) for n in needs]:
            self._context.store.apply(Label.CHANGE_PERSON, [after])
        else:
            self._context.store.apply(Label.CHANGE_PERSON, [after, *self._needs_of(person, needs)], old)
        if after.called != before.called:
            self._look_again_at(after)

    def _needs_of(self, person: PersonId, needs: Iterable[str]) -> list[Need]:
        said = dict.fromkeys(filter(None, map(tidy_line, needs)))
        return [Need(self._context.new_id(), person, what) for what in said]

    def free_name(self, called: str, person: PersonId | None = None) -> str:
        """The name, tidied; RuleBroken when it is empty or somebody else (than `person`) has it."""
        called = must_say(tidy_line(called), "a name to be called by")
        others = (p for p in self._context.store.all(Person) if p.id != person)
        if any(fold(p.called) == fold(called) for p in others):
            raise RuleBroken(
                "Somebody of that name is here already. Nothing was changed. "
                "Please add a letter, like “Amina K”."
            )
        return called

    def name_for_a_guest(self, word: str = "Guest", person: PersonId | None = None) -> str:
        """A neutral name that nobody else (than `person`) has, for somebody who gives none: "Guest 3"."""
        taken = {fold(p.called) for p in self._context.store.all(Person) if p.id != person}
        number = len(taken) + 1
        while fold(f"{word} {number}") in taken:
            number += 1
        return f"{word} {number}"

    def stopped_half_way(self, called: str) -> Person | None:
        """Who has this name and stopped half way: only answers from the screen, none signed."""
        store, name = self._context.store, fold(tidy_line(called))
        found = next((p for p in store.all(Person) if fold(p.called) == name), None)
        if found is None or any(s.person == found.id for s in store.all(Signature)):
            return None
        mine = [a for a in store.all(Answer) if a.person == found.id]
        only_here = all(a.medium is Medium.SCREEN and a.said is not Said.TAKEN_BACK for a in mine)
        return found if only_here else None

    def _free_ref(self) -> str:
        """A slip number that is free and does not tell who came first."""
        taken = {p.ref for p in self._context.store.all(Person)}
        chance = self._context.chance
        while True:
            ref = f"{chance.choice(_SLIP_LETTERS)}{100 + chance.randrange(900)}"
            if ref not in taken:
                return ref
