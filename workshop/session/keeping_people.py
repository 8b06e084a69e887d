"""How long what is about people is kept, and taking it out when its day has come."""

from dataclasses import dataclass
from datetime import date, datetime

from workshop.domain import retention
from workshop.domain.gate import NOT_AGREED, PUT_AWAY, Gate
from workshop.domain.kinds import Audience, DayState
from workshop.domain.labels import Label
from workshop.domain.money import Claim
from workshop.domain.persons import Answer, Issued, Person, Picture, Signature
from workshop.domain.records import Note
from workshop.domain.retention import Due, Kept
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.context import Context
from workshop.session.people_part import PeoplePart
from workshop.session.withdrawing import Recall, recalls
from workshop.storage import shred
from workshop.storage.erase import forget_money, forget_writers


@dataclass(frozen=True)
class WouldGo:
    """What shredding would take out now, counted, and whether something else is still to be kept."""

    people: int
    answers: int
    signatures: int
    pictures: int
    claims: int
    notes: int  # that lose their words, because they may not be used
    documents: tuple[Recall, ...]
    money_until: date | None
    in_use: bool


@dataclass(frozen=True)
class Proof:
    """The proof that everybody was taken out. It names nobody."""

    shredded_on: date
    people: int
    answers: int
    signatures: int
    pictures: int
    claims: int
    notes: int
    documents: tuple[Recall, ...]


class KeepingPeople(PeoplePart):
    """Dates, and what they lead to."""

    @action
    def set_retention(
        self,
        date_: date | None = None,
        names: date | None = None,
        consent: date | None = None,
        money: date | None = None,
    ) -> None:
        """Say until when names on notes, proof of consent and money are kept; `date` says it for all."""
        given = {Kept.NAMES: names, Kept.CONSENT: consent, Kept.MONEY: money}
        dates = {kept: last or date_ for kept, last in given.items()}
        chosen = {kept: last for kept, last in dates.items() if last is not None}
        if not chosen:
            raise RuleBroken("Please say until when it is kept. Nothing was changed.")
        changed = retention.keep_until(self._context.workshop, chosen, self._context.today())
        self._context.store.apply(Label.SET_RETENTION, [changed])

    def due(self) -> Due:
        """What is due to go now; nothing where this computer's clock cannot be right."""
        return due_in(self._context)

    @action
    def forget_names(self) -> None:
        """Take every writer's name off the notes; notes that may not be used lose their words."""
        self._refuse_while_people_are_here("Names cannot be taken out")
        forget_writers(self._context.place, Label.FORGET_NAMES, self._context.today())

    @action
    def forget_money(self) -> None:
        """Take out all claims and what was paid."""
        self._refuse_while_people_are_here("Money cannot be taken out")
        forget_money(self._context.place, Label.FORGET_MONEY)

    def would_shred(self) -> WouldGo:
        """What shredding would take out now; changes nothing."""
        store, reasons = self._context.store, self._reasons()
        day = self._context.workshop
        return WouldGo(
            people=store.count(Person),
            answers=store.count(Answer),
            signatures=store.count(Signature),
            pictures=store.count(Picture),
            claims=store.count(Claim),
            notes=sum(why in (NOT_AGREED, PUT_AWAY) for why in reasons),
            documents=recalls(store.all(Issued)),
            money_until=day.money_until if store.count(Claim) else None,
            in_use=_in_use(self._context),
        )

    def _reasons(self) -> list[str | None]:
        gate = Gate.of(self._context.store.snapshot(), Audience.PEOPLE, self._context.today())
        return list(gate.reasons.values())

    @action
    def shred(self) -> Proof:
        """Take everybody out: board, results and promises go on in a new file, under a new key."""
        self._refuse_while_people_are_here("People cannot be shredded")
        done = shred.shred_people(self._context.place, self._context.today())
        return Proof(
            self._context.today(),
            done.people,
            done.answers,
            done.signatures,
            done.pictures,
            done.claims,
            done.notes_without_words,
            recalls(done.issued),
        )

    def _refuse_while_people_are_here(self, what: str) -> None:
        self._context.refuse_while_voting(what)
        if self._context.workshop.state is DayState.OPEN:
            raise RuleBroken(f"{what} while the day is open. Nothing was changed. Please finish it first.")


def due_in(context: Context) -> Due:
    """What is due to go in a workshop now. Without a date nothing is looked at, for home asks often."""
    if not any(retention.until(context.workshop).values()):
        return Due()
    saved = context.store.saved_at()
    last = datetime.fromisoformat(saved).date() if saved else None
    return retention.due(context.workshop, context.today(), last, _there(context), in_use=_in_use(context))


def _there(context: Context) -> set[Kept]:
    store, there = context.store, set()
    if any(note.author is not None for note in store.all(Note)):
        there.add(Kept.NAMES)
    if store.count(Person):
        there.add(Kept.CONSENT)
    if store.count(Claim):
        there.add(Kept.MONEY)
    return there


def _in_use(context: Context) -> bool:
    return retention.is_in_use(context.store.all(Picture), context.store.all(Issued))
