"""Doing things with decisions and promises: from the vote to who, by when, and how we will know."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from workshop.domain import promises
from workshop.domain.board import need_seen, words_in_sight
from workshop.domain.ids import DecisionId, GroupId, IdeaId, NoteId, PersonId, PromiseId
from workshop.domain.kinds import OwnerKind, PromiseStatus, Reply, RoundState, SponsorAnswer
from workshop.domain.labels import Label
from workshop.domain.names import fold
from workshop.domain.outcomes import Cannot, Decision, Promise, Response, Update
from workshop.domain.persons import Person
from workshop.domain.records import Group, Idea, Note, Round
from workshop.domain.words import must_say, tidy, tidy_line
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.context import Context


@dataclass(frozen=True)
class Decided:
    """A decision that was kept."""

    decision: DecisionId


@dataclass(frozen=True)
class Promised:
    """A promise that was kept; `state` is "promise" or "not_yet", and `missing` what it lacks."""

    promise: PromiseId
    state: str
    missing: tuple[str, ...]


class Promises:
    """The area `promises`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @action
    def decide(self, option: str, answer: Reply, why: str = "") -> Decided:
        """Answer one idea: yes, partly or not now; the last two need a why.

        A second answer to the same idea takes the place of the first. With "not now" goes what was
        promised on it; one undo brings both back.
        """
        title = self._title_of(option)
        answered = [d for d in self._context.store.all(Decision) if d.source == option]
        decision = replace(answered[-1] if answered else self._new_decision(title, option), answer=answer)
        decision = promises.check_decision(replace(decision, why=tidy(why)))
        gone = self._promised_on(decision) if answer is Reply.NOT_NOW else []
        self._refuse_after_a_later_word(gone)
        self._context.store.apply(Label.DECIDE, [decision], gone)
        return Decided(decision.id)

    def _new_decision(self, title: str, source: str) -> Decision:
        number = self._context.store.next_number(Decision)
        return Decision(DecisionId(self._context.new_id()), title, Reply.YES, "", source, number)

    def _promised_on(self, decision: Decision) -> list[Promise]:
        return [p for p in self._context.store.all(Promise) if p.decision == decision.id]

    def _refuse_after_a_later_word(self, changing: Iterable[Promise]) -> None:
        """RuleBroken where somebody has already said how far one of these promises has come."""
        followed = {update.promise for update in self._context.store.all(Update)}
        if any(promise.id in followed for promise in changing):
            raise RuleBroken(
                "There is a later word on this promise, so it stays as it was said. Nothing was changed."
            )

    def _title_of(self, id_: str) -> str:
        """The words of the option, idea, group or note that is decided on (I53)."""
        store = self._context.store
        for round_ in store.all(Round):
            for option in round_.options:
                if option.id == id_:
                    _closed(round_)
                    return option.title
        if (idea := store.get(Idea, IdeaId(id_))) is not None:
            return idea.title
        if (group := store.get(Group, GroupId(id_))) is not None:
            return need_seen(group).name
        return words_in_sight(store.need(Note, NoteId(id_)))

    @action
    def promise(
        self,
        theme: str,
        we_will: str = "",
        owner: str = "",
        owner_kind: OwnerKind | None = None,
        by_when: date | None = None,
        how_known: str = "",
        owner_role: str = "",
        decision: DecisionId | None = None,
        said_yes: bool = False,
    ) -> Promised:
        """Promise something; without who, by when, what or how we will know it is "not yet a promise"."""
        promises.check_promise_date(by_when, self._context.today())
        if decision is not None:
            self._context.store.need(Decision, decision)
        else:
            decision = self._decision_on(theme)
        person = self._person_called(owner)
        promise = Promise(
            id=PromiseId(self._context.new_id()),
            number=self._context.store.next_number(Promise),
            theme=tidy_line(theme),
            we_will=tidy(we_will),
            how_known=tidy(how_known),
            # Somebody of the room is kept by id, so that their name stays out of the log.
            owner="" if person else tidy_line(owner),
            owner_person=person,
            owner_role=tidy_line(owner_role),
            owner_kind=owner_kind or self._kind_of(person),
            by_when=by_when,
            said_yes=said_yes,
            decision=decision,
        )
        self._context.store.apply(Label.PROMISE, [promises.check_promise(promise)])
        missing = promises.what_is_missing(promise)
        return Promised(promise.id, "not_yet" if missing else "promise", missing)

    @action
    def edit_promise(
        self,
        promise: PromiseId,
        we_will: str | None = None,
        owner: str | None = None,
        by_when: date | None = None,
        how_known: str | None = None,
        owner_role: str | None = None,
        said_yes: bool | None = None,
        no_date: bool = False,
    ) -> Promised:
        """Change the parts of a promise that are given; `no_date` takes its date away."""
        before = self._context.store.need(Promise, promise)
        self._refuse_after_a_later_word([before])
        promises.check_promise_date(by_when, self._context.today())
        changed = replace(
            before,
            we_will=before.we_will if we_will is None else tidy(we_will),
            how_known=before.how_known if how_known is None else tidy(how_known),
            owner_role=before.owner_role if owner_role is None else tidy_line(owner_role),
            by_when=None if no_date else by_when or before.by_when,
            said_yes=before.said_yes if said_yes is None else said_yes,
        )
        if owner is not None:
            person = self._person_called(owner)
            changed = replace(
                changed,
                owner="" if person else tidy_line(owner),
                owner_person=person,
                owner_kind=self._kind_of(person),
            )
        self._context.store.apply(Label.EDIT_PROMISE, [changed])
        missing = promises.what_is_missing(changed)
        return Promised(promise, "not_yet" if missing else "promise", missing)

    def _kind_of(self, person: PersonId | None) -> OwnerKind:
        """Staff, unless somebody of the room says as whom they are here."""
        found = None if person is None else self._context.store.get(Person, person)
        return OwnerKind.STAFF if found is None else promises.kind_of(found.voices)

    @action
    def meet_again(self, next_date: date | None = None, next_time: str = "", reason: str = "") -> None:
        """Say when we meet again, or why we do not; the day can still be changed until it is closed."""
        workshop = self._context.need_open_day()
        if next_date is not None and next_date < self._context.today():
            raise RuleBroken("The next date has passed. Nothing was changed. Please choose a later date.")
        changed = replace(
            workshop, next_date=next_date, next_time=tidy_line(next_time), no_next_reason=tidy(reason)
        )
        self._context.store.apply(Label.CHANGE_DETAILS, [changed])

    def _decision_on(self, theme: str) -> DecisionId | None:
        """The decision of the same words that nobody has promised anything on yet."""
        promised = {p.decision for p in self._context.store.all(Promise)}
        waiting = (d for d in self._context.store.all(Decision) if d.id not in promised)
        return next((d.id for d in waiting if fold(d.title) == fold(tidy_line(theme))), None)

    def _person_called(self, owner: str) -> PersonId | None:
        """The person of the room with this id or name."""
        wanted = fold(tidy_line(owner))
        for person in self._context.store.all(Person):
            if person.id == owner or (wanted and wanted in (fold(person.called), fold(person.full_name))):
                return person.id
        return None

    @action
    def cannot(self, theme: str, reason: str) -> None:
        """Say what we cannot do now, and why."""
        number = self._context.store.next_number(Cannot)
        said = Cannot(self._context.new_id(), number, tidy_line(theme), tidy(reason))
        self._context.store.apply(Label.CANNOT, [promises.check_cannot(said)])

    @action
    def update(self, promise: PromiseId, status: PromiseStatus, note: str = "") -> None:
        """Keep a later word on a promise: being done, done, or declined with a reason."""
        found = self._context.store.need(Promise, promise)
        if status is PromiseStatus.DECLINED:
            promises.check_reason(tidy(note))
        word = Update(self._context.new_id(), promise, status, tidy(note), self._context.today())
        self._context.store.apply(Label.UPDATE_PROMISE, [replace(found, status=status), word])

    @action
    def respond(self, theme: str, answer: SponsorAnswer, reason: str = "") -> None:
        """Keep what the sponsor answered to a theme; partly and no need a reason."""
        if answer in (SponsorAnswer.PARTLY, SponsorAnswer.NO):
            promises.check_reason(tidy(reason))
        theme = must_say(tidy_line(theme), "what the answer is about")
        response = Response(self._context.new_id(), theme, answer, tidy(reason), self._context.today())
        self._context.store.apply(Label.RESPOND, [response])


def _closed(round_: Round) -> None:
    if round_.state is not RoundState.CLOSED:
        raise RuleBroken("This vote is not closed yet. Nothing was changed.")
