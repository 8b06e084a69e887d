"""Doing things with decisions and promises: from the vote to who, by when, and how we will know."""

from dataclasses import dataclass, replace
from datetime import date

from workshop.domain import promises
from workshop.domain.board import words_in_sight
from workshop.domain.ids import DecisionId, GroupId, IdeaId, NoteId, PersonId, PromiseId
from workshop.domain.kinds import OwnerKind, PromiseStatus, Reply, RoundState, SponsorAnswer
from workshop.domain.labels import Label
from workshop.domain.names import fold
from workshop.domain.persons import Person
from workshop.domain.records import Cannot, Decision, Group, Idea, Note, Promise, Response, Round, Update
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
        """Answer one idea: yes, partly or not now; the last two need a why."""
        decision = Decision(
            DecisionId(self._context.new_id()),
            self._title_of(option),
            answer,
            tidy(why),
            option,
            self._context.store.next_number(Decision),
        )
        self._context.store.apply(Label.DECIDE, [promises.check_decision(decision)])
        return Decided(decision.id)

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
            return group.name
        return words_in_sight(store.need(Note, NoteId(id_)))

    @action
    def promise(
        self,
        theme: str,
        we_will: str = "",
        owner: str = "",
        owner_kind: OwnerKind = OwnerKind.STAFF,
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
            owner_kind=owner_kind,
            by_when=by_when,
            said_yes=said_yes,
            decision=decision,
        )
        self._context.store.apply(Label.PROMISE, [promises.check_promise(promise)])
        missing = promises.what_is_missing(promise)
        return Promised(promise.id, "not_yet" if missing else "promise", missing)

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
