"""Decisions and promises as the facilitator sees them: one row for each chosen idea, in order of place.

Pure functions from records to rows. Names are read here because the facilitator writes down who does
what; what people see comes through the gate (`session.pack.facts`).
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ui.bridge import Bridge
from ui.words import Words
from workshop.domain.consent import may_show
from workshop.domain.facts import OptionFacts
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item, NoteState, Reply, RoundState
from workshop.domain.outcomes import Cannot, Decision, Promise
from workshop.domain.persons import Person
from workshop.domain.promises import what_is_missing
from workshop.domain.records import Group, Idea, Membership, Note, Option, Result, Round, Workshop
from workshop.domain.tally import facts_of

ALL_PARTS = ("who", "by_when", "we_will", "how_known")


@dataclass(frozen=True)
class Row:
    """One chosen idea. `source` is what is decided on; "" for a promise in words of its own.

    `place` and `dots` are None where there was no vote on it; `about` is the idea, group or note behind.
    """

    key: str
    title: str
    source: str = ""
    about: str = ""
    place: int | None = None
    dots: int | None = None
    decision: Decision | None = None
    promise: Promise | None = None

    @property
    def answer(self) -> Reply | None:
        """What was answered to the idea."""
        return self.decision.answer if self.decision else None

    @property
    def missing(self) -> tuple[str, ...]:
        """What it lacks to be a promise."""
        return what_is_missing(self.promise) if self.promise else ALL_PARTS


@dataclass(frozen=True)
class Voted:
    """One option of the votes that have ended, as it stands in the first of them."""

    option: Option
    row: OptionFacts
    round: int
    places: tuple[int, ...]  # in this vote and in the later ones on the same idea


def rows_of(room: Bridge) -> tuple[Row, ...]:
    """The ideas that got dots, in order of place; then what else was decided; then promises alone."""
    decisions, promises = room.all(Decision), room.all(Promise)
    voted = voted_on(room.all(Round), room.all(Result))
    found = [_voted_row(v, decisions, promises) for v in voted]
    chosen = [row for row in found if row.dots or row.decision]
    decided = {row.decision.id for row in chosen if row.decision}
    others = [_decided_row(d, promises) for d in decisions if d.id not in decided]
    known = {d.id for d in decisions}
    alone = [Row(p.id, p.theme, promise=p) for p in promises if p.decision not in known]
    return (*chosen, *others, *alone)


def voted_on(rounds: Sequence[Round], results: Sequence[Result]) -> tuple[Voted, ...]:
    """Each option once, in order of place; a later vote on the same idea sorts the equals."""
    found: dict[str, Voted] = {}
    of_round = {result.round: result for result in results}
    for round_ in rounds:
        if round_.state is not RoundState.CLOSED:
            continue
        facts = facts_of(round_, of_round.get(round_.id)).rows
        options = {option.number: option for option in round_.options}
        for row in facts:
            option = options[row.number]
            place, before = row.place or len(facts) + 1, found.get(_about(option))
            found[_about(option)] = (
                Voted(before.option, before.row, before.round, (*before.places, place))
                if before
                else Voted(option, row, round_.number, (place,))
            )
    return tuple(sorted(found.values(), key=lambda v: (v.round, v.places, v.option.number)))


def _about(option: Option) -> str:
    return option.source or option.id


def _voted_row(voted: Voted, decisions: Sequence[Decision], promises: Sequence[Promise]) -> Row:
    option, about = voted.option, _about(voted.option)
    answers = [d for d in decisions if d.source in (option.id, about)]
    decision = answers[-1] if answers else None
    source = decision.source if decision else option.id
    promise = _promise_on(decision, promises)
    return Row(option.id, option.title, source, about, voted.row.place, voted.row.dots, decision, promise)


def _decided_row(decision: Decision, promises: Sequence[Promise]) -> Row:
    promise = _promise_on(decision, promises)
    source = decision.source
    return Row(source or decision.id, decision.title, source, source, decision=decision, promise=promise)


def _promise_on(decision: Decision | None, promises: Sequence[Promise]) -> Promise | None:
    return next((p for p in promises if decision is not None and p.decision == decision.id), None)


def not_chosen(room: Bridge) -> tuple[tuple[str, str], ...]:
    """What could still be chosen, as (what to decide on, its words): options without a row, then ideas."""
    rows = rows_of(room)
    there = {row.about for row in rows} | {row.source for row in rows}
    voted = voted_on(room.all(Round), room.all(Result))
    options = [(v.option.id, v.option.title) for v in voted if _about(v.option) not in there]
    there |= {_about(v.option) for v in voted}
    return (*options, *((idea.id, idea.title) for idea in room.all(Idea) if idea.id not in there))


# What a row says


_LACKS = {
    "who": "no name",
    "by_when": "no date",
    "we_will": "no words for what we will do",
    "how_known": "no way to know",
}


def what_it_lacks(row: Row, words: Words) -> str:
    """Such as "No name, no date"; "" where nothing is missing."""
    said = ", ".join(words(_LACKS[part]) for part in row.missing)
    return said[:1].upper() + said[1:]


def ready(rows: Sequence[Row], words: Words) -> str:
    """How many of the rows are promises; those we cannot do now are not counted."""
    wanted = [row for row in rows if row.answer is not Reply.NOT_NOW]
    done = sum(not row.missing for row in wanted)
    return words.many("{done} of {n} is ready.", "{done} of {n} are ready.", len(wanted), done=done)


def who_does_it(promise: Promise | None, people: Sequence[Person]) -> str:
    """The name of whoever keeps a promise, or their role; "" where nobody is named."""
    if promise is None:
        return ""
    called = next((p.called for p in people if p.id == promise.owner_person), "")
    return called or promise.owner or promise.owner_role


def names_of(people: Sequence[Person]) -> tuple[tuple[PersonId, str], ...]:
    """Everybody in the room by the name they want to be called, in order of the alphabet."""
    return tuple((p.id, p.called) for p in sorted(people, key=lambda p: p.called.casefold()))


def refuses_name(room: Bridge, person: PersonId | None, today: date) -> bool:
    """Whether this person of the room did not agree that their first name is printed."""
    if person is None:
        return False
    return not may_show(room.session.people.consents(), person, Item.QUOTE_FIRST_NAME, today)


def cannot_now(room: Bridge) -> tuple[tuple[str, str], ...]:
    """What we cannot do now, and why: what was answered "not now", then what was written down."""
    answered = [(d.title, d.why) for d in room.all(Decision) if d.answer is Reply.NOT_NOW]
    return (*answered, *((c.theme, c.reason) for c in room.all(Cannot)))


def meet_again(workshop: Workshop, words: Words) -> str:
    """When we meet again, in words for a button; "" where nobody has said it."""
    if workshop.next_date is None:
        return words("We do not meet again") if workshop.no_next_reason else ""
    day = words.short_day(workshop.next_date)
    return f"{day}, {workshop.next_time}" if workshop.next_time else day


# The way from an idea back to the notes


@dataclass(frozen=True)
class Trail:
    """Where a row comes from: its vote in words, the groups, and the words of the notes in sight."""

    vote: str
    groups: tuple[str, ...]
    notes: tuple[Note, ...]


def trail_of(row: Row, room: Bridge, words: Words) -> Trail:
    """The way back from a row; a note that is not in sight for everybody is not in it."""
    idea = room.get(Idea, row.about)
    origin = idea.origin if idea else (row.about,)
    groups = [group for group in room.all(Group) if group.id in origin]
    inside = {m.note for m in room.all(Membership) if m.group in {g.id for g in groups}}
    notes = (n for n in room.all(Note) if n.id in inside or n.id in origin)
    shown = tuple(n for n in notes if n.state is NoteState.SHOWN)
    return Trail(_vote_in_words(row, words), tuple(g.name for g in groups if g.name), shown)


def _vote_in_words(row: Row, words: Words) -> str:
    if row.dots is None:
        return ""
    dots = words.many("1 dot", "{n} dots", row.dots)
    return words("Place {place}. {dots}.", place=row.place, dots=dots) if row.place else dots


# Dates to choose from


def months_later(day: date, months: int) -> date:
    """The same day some months on, or the last day of a shorter month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
