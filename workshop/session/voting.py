"""Doing things with a vote: open it, cast ballots, close it. While it is open only their number is known."""

from dataclasses import dataclass, replace
from pathlib import Path

from workshop.domain import tally, voting
from workshop.domain.board import need_seen, words_in_sight
from workshop.domain.facts import RoundFacts
from workshop.domain.ids import GroupId, IdeaId, NoteId, OptionId, RoundId
from workshop.domain.kinds import Method, RoundState, TieRule, Voice
from workshop.domain.labels import Label
from workshop.domain.names import fold
from workshop.domain.records import Group, Idea, Note, Option, Result, Round
from workshop.domain.words import must_say, tidy, tidy_line
from workshop.errors import RuleBroken
from workshop.session.actions import action
from workshop.session.context import Context
from workshop.storage.ballots import BallotBox

NOT_IN_THIS_COPY = "The votes are not in this copy: it was made while the vote was open."


@dataclass(frozen=True)
class NewOption:
    """Something to vote for that is on no card."""

    title: str
    what: str = ""


@dataclass(frozen=True)
class RoundOpened:
    """A vote that is open now, and its options in their fixed order."""

    round: RoundId
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Ballots:
    """All that an open vote answers."""

    ballots: int


@dataclass(frozen=True)
class PaperBallot:
    """One sheet, typed in."""

    choices: dict[OptionId, int]
    voice: Voice | None = None
    not_clear: tuple[OptionId, ...] = ()


class Voting:
    """The area `voting`."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @action
    def open_round(
        self,
        question: str,
        criterion: str,
        options: list[NewOption | str],
        method: Method = Method.DOTS,
        dots: int = 3,
        most_per_option: int = 2,
        by_voice: bool = False,
        threshold: int = 5,
        tie_rule: TieRule = TieRule.SHARED,
        places: int = 0,
    ) -> RoundOpened:
        """Open a vote on ideas, groups or notes (by id) or on new options; its words and rules are locked."""
        self._context.need_open_day()
        self._context.refuse_while_voting("A second vote cannot be opened")
        round_ = Round(
            id=RoundId(self._context.new_id()),
            number=self._context.store.next_number(Round),
            question=tidy_line(question),
            criterion=tidy(criterion),
            options=tuple(map(self._option, self._numbers(options), options)),
            method=method,
            dots=dots,
            most_per_option=most_per_option,
            by_voice=by_voice,
            threshold=threshold,
            tie_rule=tie_rule,
            places=places,
        )
        voting.check_round(round_)
        # The box first: a round without a box would be a vote that cannot take a ballot.
        BallotBox.make(self._rounds, round_.id, self._context.place.data_key).close()
        self._context.store.apply(Label.OPEN_ROUND, [round_], barrier=True)
        return RoundOpened(round_.id, round_.options)

    @property
    def _rounds(self) -> Path:
        return self._context.place.folder / "rounds"

    def _numbers(self, options: list[NewOption | str]) -> list[int]:
        """An idea keeps the number it has on the board; anything else is counted from 1."""
        found = [self._context.store.get(Idea, IdeaId(o)) for o in options if isinstance(o, str)]
        own = [idea.number for idea in found if idea is not None]
        return own if len(set(own)) == len(options) else list(range(1, len(options) + 1))

    def _option(self, number: int, given: NewOption | str) -> Option:
        id_ = OptionId(self._context.new_id())
        if isinstance(given, NewOption):
            return Option(id_, number, tidy_line(given.title), tidy(given.what))
        title, what = self._words_of(given)
        return Option(id_, number, title, what, given)

    def _words_of(self, id_: str) -> tuple[str, str]:
        """Title and second line of the idea, group or note with this id."""
        store = self._context.store
        if (idea := store.get(Idea, IdeaId(id_))) is not None:
            return idea.title, idea.what
        if (group := store.get(Group, GroupId(id_))) is not None:
            return need_seen(group).name, ""
        return words_in_sight(store.need(Note, NoteId(id_))), ""

    @action
    def cast(
        self,
        round_: RoundId,
        choices: dict[OptionId, int],
        voice: Voice | None = None,
        not_clear: list[OptionId] | None = None,
    ) -> Ballots:
        """Cast one ballot. It is sealed at once; nobody can see, change or take it out."""
        found = self._open(round_)
        ballot = voting.check_ballot(found, choices, not_clear or [], voice)
        with self._box(found) as box:
            box.cast(voting.encode_ballot(ballot))
            return Ballots(box.count())

    @action
    def cast_paper(
        self,
        round_: RoundId,
        ballots: list[PaperBallot],
        ballot_count: int,
        dot_total: int,
        spoiled: int = 0,
        counted_by: str = "",
        checked_by: str = "",
    ) -> Ballots:
        """Cast a batch of paper ballots; what was typed must equal the count by hand of two people."""
        found = self._open(round_)
        must_say(tidy_line(counted_by), "the name of who counted")
        must_say(tidy_line(checked_by), "the name of who checked the count")
        if fold(tidy_line(counted_by)) == fold(tidy_line(checked_by)):
            raise RuleBroken("Two people count: one counts, another checks. Nothing was cast.")
        checked = [voting.check_ballot(found, b.choices, b.not_clear, b.voice) for b in ballots]
        voting.check_batch(checked, ballot_count, dot_total, spoiled)
        with self._box(found) as box:
            box.cast_many([voting.encode_ballot(b) for b in checked], spoiled=spoiled)
            return Ballots(box.count())

    @action
    def close_round(self, round_: RoundId) -> RoundFacts:
        """Close a vote: count it, keep the totals, and destroy the ballots and their key."""
        found = self._open(round_)
        self._context.keep_moment()
        with self._box(found) as box:
            sealed = box.empty_out()
            ballots = [voting.decode_ballot(found, plain) for plain in sealed.ballots]
            result = tally.count(found, ballots, on_paper=sealed.on_paper, spoiled=sealed.spoiled)
            closed = replace(found, state=RoundState.CLOSED)
            self._context.store.apply(Label.CLOSE_ROUND, [closed, result], barrier=True)
            box.destroy()
        return tally.facts_of(closed, result)

    @action
    def cancel_round(self, round_: RoundId, reason: str) -> None:
        """Stop a vote without counting it; the ballots are destroyed unread and the void round is kept."""
        found = self._open(round_)
        reason = must_say(tidy_line(reason), "the reason")
        cancelled = replace(found, state=RoundState.CANCELLED, cancelled_reason=reason)
        self._context.store.apply(Label.CANCEL_ROUND, [cancelled], barrier=True)
        BallotBox.destroy_files(self._rounds, found.id)

    @action
    def result(self, round_: RoundId) -> RoundFacts | Ballots:
        """The result of a closed vote; of an open one nothing but the number of ballots."""
        found = self._context.store.need(Round, round_)
        if found.state is RoundState.OPEN:
            with self._box(found) as box:
                return Ballots(box.count())
        results = {r.round: r for r in self._context.store.all(Result)}
        return tally.facts_of(found, results.get(found.id))

    @action
    def ballot(self, round_: RoundId) -> tuple[Option, ...]:
        """Give the next voter the ideas of an open vote, in an order of their own; numbers stay."""
        return voting.shuffled(self._open(round_).options, self._context.chance)

    def put_in_order(self) -> None:
        """After a stop: destroy boxes whose vote has ended, and end votes whose box is gone."""
        rounds: dict[str, Round] = {r.id: r for r in self._context.store.all(Round)}
        for id_ in BallotBox.ids_in(self._rounds):
            if id_ not in rounds or rounds[id_].state is not RoundState.OPEN:
                BallotBox.destroy_files(self._rounds, id_)
        for round_ in rounds.values():
            if round_.state is RoundState.OPEN and not BallotBox.exists(self._rounds, round_.id):
                ended = replace(round_, state=RoundState.CANCELLED, cancelled_reason=NOT_IN_THIS_COPY)
                self._context.store.apply(Label.CANCEL_ROUND, [ended], barrier=True)
                BallotBox.destroy_files(self._rounds, round_.id)  # a key without its box, or the other way

    def ballots_in(self, round_: Round) -> int | None:
        """The number of ballots in an open vote, or of the result of a closed one."""
        if round_.state is RoundState.OPEN and BallotBox.exists(self._rounds, round_.id):
            with self._box(round_) as box:
                return box.count()
        return next((r.ballots for r in self._context.store.all(Result) if r.round == round_.id), None)

    def _open(self, round_: RoundId) -> Round:
        found = self._context.store.need(Round, round_)
        if found.state is not RoundState.OPEN:
            raise RuleBroken("This vote is not open. Nothing was changed.")
        return found

    def _box(self, round_: Round) -> BallotBox:
        return BallotBox.open(self._rounds, round_.id, self._context.place.data_key)
