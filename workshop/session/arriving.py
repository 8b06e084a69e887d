"""Arriving: what to call somebody, as whom they are here, and what we do for them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from workshop.domain.ids import PersonId
from workshop.domain.kinds import AgeGroup, Medium, Met, Said, Voice
from workshop.domain.labels import Label
from workshop.domain.names import fold
from workshop.domain.persons import Answer, Need, Person, Signature
from workshop.domain.who_is_here import is_young, time_said
from workshop.domain.words import must_say, tidy_line
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.people_part import PeoplePart

MOST_PEOPLE = 500
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
        if not 0 <= count <= MOST_PEOPLE:
            raise RuleBroken("Between 0 and 500 people can be expected. Nothing was changed.")
        workshop = replace(self._context.need_open_day(), expected=count)
        self._context.store.apply(Label.EXPECT_PEOPLE, [workshop])

    @action
    def count_walk_ins(self, count: int) -> None:
        """Say how many are here of whom nothing is written down: a number, and nobody's name."""
        if not 0 <= count <= MOST_PEOPLE:
            raise RuleBroken("Between 0 and 500 people can come without a name. Nothing was changed.")
        workshop = replace(self._context.need_open_day(), walk_ins=count)
        self._context.store.apply(Label.COUNT_WALK_INS, [workshop])

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
        here_as: Voice | None = None,
        supporter: str = "",
        adult: str = "",
        guardian: str = "",
        parent_told: bool = False,
    ) -> Arrived:
        """Somebody is here: what to call them, as whom they are here, and what we do for them."""
        self._context.need_open_day()
        person = Person(
            PersonId(self._context.new_id()),
            self._free_ref(),
            self.free_name(called),
            tidy_line(full_name),
            tidy_line(contact),
            age_group,
            tuple(dict.fromkeys(voices)),
            _time(leaves_by),
            here_as,
            tidy_line(supporter),
            tidy_line(adult),
            tidy_line(guardian),
            parent_told,
        )
        self._refuse_impossible(person)
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
        full_name: str | None = None,
        contact: str | None = None,
        here_as: Voice | None = None,
        supporter: str | None = None,
        adult: str | None = None,
        guardian: str | None = None,
        parent_told: bool | None = None,
        regular: bool | None = None,
    ) -> None:
        """Change what was said at the arrival; what is left out stays as it is."""
        before = self._person(person)
        after = replace(
            before,
            called=before.called if called is None else self.free_name(called, person),
            voices=before.voices if voices is None else tuple(dict.fromkeys(voices)),
            here_as=here_as or before.here_as,
            age_group=age_group or before.age_group,
            leaves_by=before.leaves_by if leaves_by is None else _time(leaves_by),
            parent_told=before.parent_told if parent_told is None else parent_told,
            regular=before.regular if regular is None else regular,
            full_name=_line(full_name, before.full_name),
            contact=_line(contact, before.contact),
            supporter=_line(supporter, before.supporter),
            adult=_line(adult, before.adult),
            guardian=_line(guardian, before.guardian),
        )
        after = _without_what_is_over(after, before)
        self._refuse_impossible(after)
        new, gone = self._changed_needs(person, needs)
        self._context.store.apply(Label.CHANGE_PERSON, [after, *new], gone)
        if (after.called, after.full_name) != (before.called, before.full_name):
            self._look_again_at(after)

    @action
    def say_met(self, need: str, met: Met) -> None:
        """Say at the end whether something that somebody needs was there."""
        self._context.store.apply(Label.SAY_MET, [replace(self._context.store.need(Need, need), met=met)])

    # What is possible

    def _refuse_impossible(self, person: Person) -> None:
        """RuleBroken for a voice nobody said, a guardian of a grown-up, a child who minds another."""
        if person.here_as is not None and person.here_as not in person.voices:
            raise RuleBroken("They did not say that they are here as that. Nothing was changed.")
        if not is_young(person) and (person.adult or person.guardian or person.parent_told):
            raise RuleBroken(
                "Somebody of 18 or over answers for themselves. Nothing was changed. "
                "Please say their age first."
            )
        if fold(person.called) in {fold(n) for n in (person.supporter, person.adult, person.guardian)}:
            raise RuleBroken("That is the same person. Nothing was changed. Please name somebody else.")
        if self._is_of_somebody_young(person.adult) or self._is_of_somebody_young(person.guardian):
            raise RuleBroken("That person is under 18 as well. Nothing was changed. Please name an adult.")

    def _is_of_somebody_young(self, name: str) -> bool:
        people = self._context.store.all(Person) if name else ()
        return any(fold(p.called) == fold(name) and is_young(p) for p in people)

    def _changed_needs(self, person: PersonId, needs: list[str] | None) -> tuple[list[Need], list[Need]]:
        """What is new among the needs and what is gone; what stays keeps whether it was there."""
        if needs is None:
            return [], []
        old = [n for n in self._context.store.all(Need) if n.person == person]
        wanted = self._needs_of(person, needs)
        known, asked = {n.what for n in old}, {n.what for n in wanted}
        return [n for n in wanted if n.what not in known], [n for n in old if n.what not in asked]

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

    def _free_ref(self, given: Collection[str] = ()) -> str:
        """A slip number that is free, none of those just `given`, and does not tell who came first."""
        taken = {p.ref for p in self._context.store.all(Person)} | {*given}
        chance = self._context.chance
        while True:
            ref = f"{chance.choice(_SLIP_LETTERS)}{100 + chance.randrange(900)}"
            if ref not in taken:
                return ref


def _line(text: str | None, before: str) -> str:
    return before if text is None else tidy_line(text)


def _time(text: str) -> str:
    """When somebody leaves, as it is kept; RuleBroken for a time of day that there is not."""
    time = time_said(tidy_line(text))
    if time is None:
        raise RuleBroken("There is no such time of day. Nothing was changed. Please write it like 15:05.")
    return time


def _without_what_is_over(after: Person, before: Person) -> Person:
    """Without a voice for today that is not said any more, and without the adults of somebody of age now."""
    if after.here_as == before.here_as and after.here_as not in after.voices:
        after = replace(after, here_as=None)
    if is_young(before) and not is_young(after):
        after = replace(after, adult="", guardian="", parent_told=False)
    return after
