"""Doing things with people: arriving, answering, signing, taking back, being erased."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from workshop.domain.board import withhold_note
from workshop.domain.grouping import keep_tops
from workshop.domain.ids import NoteId, PersonId, PictureId
from workshop.domain.kinds import AgeGroup, Item, Medium, Said, Voice
from workshop.domain.labels import Label
from workshop.domain.names import Names, fold
from workshop.domain.persons import Answer, Issued, Need, Person, Picture, Signature
from workshop.domain.records import Note
from workshop.domain.words import check_language, must_say, tidy_line
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.context import Context
from workshop.session.resources import consent_form
from workshop.storage.erase import erase_person

YEARS_KEPT = 5
HOLDS_A_NAME = "holds somebody's name"
_SLIP_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


class Look(StrEnum):
    """What is done with a note that holds somebody's name."""

    KEEP = "keep"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True)
class NameDecision:
    """One note, looked at."""

    note: NoteId
    decision: Look


@dataclass(frozen=True)
class Arrived:
    """Somebody new in the room, and the number on their slip."""

    person: PersonId
    ref: str


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


class People:
    """The area `people`."""

    def __init__(self, context: Context) -> None:
        self._context = context

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

    def _look_again_at(self, person: Person) -> None:
        """Notes that hold this person's name wait for another look, whoever looked at them before (I10)."""
        names = Names([person.called, person.full_name])
        again = [
            replace(note, names_checked=False)
            for note in self._context.store.all(Note)
            if note.names_checked and names.found_in(f"{note.text}\n{note.translation}")
        ]
        self._context.store.apply(Label.REVIEW_NAMES, again)

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
        self._context.store.need(Person, person)
        if answer is Said.TAKEN_BACK:
            raise RuleBroken("Taking back has a way of its own: withdraw. Nothing was changed.")
        own = answer if assent in (None, Said.YES) else assent
        kept = self._answer(person, item, own or answer, 1, check_language(language))
        kept = replace(kept, medium=medium, guardian=guardian, support=tuple(map(tidy_line, support or [])))
        self._context.store.apply(Label.ANSWER_CONSENT, [kept])

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
        self._context.store.need(Person, person)
        if not (strokes or said_aloud or on_paper):
            raise RuleBroken("Please sign, say it out loud, or sign on paper. Nothing was changed.")
        if said_aloud:
            must_say(tidy_line(witness), "the name of who heard it")
        lines = tuple(tuple(stroke) for stroke in strokes or [])
        if not all(math.isfinite(number) for line in lines for number in line):
            raise RuleBroken("A stroke is made of numbers. Nothing was changed. Please sign again.")
        signature = Signature(self._context.new_id(), person, lines, said_aloud, on_paper, tidy_line(witness))
        self._context.store.apply(Label.SIGN, [signature])

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

    @action
    def review_names(self, decisions: list[NameDecision]) -> None:
        """Say of notes that hold somebody's name whether they are kept or left out."""
        notes = []
        for decision in decisions:
            note = self._context.store.need(Note, decision.note)
            if decision.decision is Look.KEEP:
                notes.append(replace(note, names_checked=True))
            else:
                notes.append(withhold_note(note, HOLDS_A_NAME))
        with_tops = keep_tops(notes, self._context.store.all(Note))
        self._context.store.apply(Label.REVIEW_NAMES, with_tops)

    @action
    def tag_picture(
        self, picture: PictureId, people: list[PersonId] | None = None, no_faces: bool = False
    ) -> None:
        """Say who can be seen on a picture, or that nobody can; before that it is in no document."""
        found = self._context.store.need(Picture, picture)
        seen = tuple(dict.fromkeys(self._context.store.need(Person, person).id for person in people or []))
        if no_faces == bool(seen):
            raise RuleBroken("Please say who can be seen, or that nobody can. Nothing was changed.")
        tagged = replace(found, people=seen, no_faces=no_faces)
        self._context.store.apply(Label.TAG_PICTURE, [tagged])


def _recalls(documents: Iterable[Issued]) -> tuple[Recall, ...]:
    return tuple(Recall(d.id, d.kind, d.made_at, d.sha256) for d in documents)


def _years_later(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
