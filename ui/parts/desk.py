"""The facilitator's page of the day, worked out from the records: what is now, what follows, how many.

Only counts leave this module: never a person, never what a vote holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from ui.bridge import Bridge
from ui.parts import listing
from ui.parts import step as step_of_day
from ui.parts.step import StepShown, counted
from ui.words import Words
from workshop.domain import plan
from workshop.domain.kinds import DayState, NoteSource, NoteState, RoundState, StepState
from workshop.domain.persons import Person
from workshop.domain.records import Group, Idea, Membership, Note, Round, Step, Workshop

ARRIVALS, BOARD, VOTE, PROMISES, PRINT = 1, 2, 3, 4, 5  # places in the chain of stages

_STAGE_OF = {
    "arrivals": ARRIVALS,
    "welcome": ARRIVALS,
    "vote": VOTE,
    "result": VOTE,
    "promises": PROMISES,
    "goodbye": PRINT,
}


class Act(StrEnum):
    """What can be done at the desk besides going on to the next step."""

    PAPER_NOTES = "paper_notes"
    FINISHED = "finished"
    HIDE_WRITING = "hide_writing"
    REVEAL = "reveal"
    HIDE_NOTE = "hide_note"
    READ_GROUP = "read_group"
    EASY = "easy"
    TODAY = "today"
    BACK_TO_BOARD = "back_to_board"
    PAPER_FORMS = "paper_forms"
    PLAN = "plan"
    SAFEGUARDING = "safeguarding"
    OPEN_VOTE = "open_vote"
    NEXT_VOTER = "next_voter"
    PAPER_VOTES = "paper_votes"
    RULE_CARD = "rule_card"
    READ_IDEAS = "read_ideas"
    STOP_VOTE = "stop_vote"
    CLOSE_VOTE = "close_vote"
    RESULTS = "results"
    PROMISES = "promises"
    PRINT = "print"
    NEXT_PERSON = "next_person"


@dataclass(frozen=True)
class Day:
    """What the desk reads of the workshop at one moment."""

    workshop: Workshop
    steps: tuple[Step, ...] = ()
    rounds: tuple[Round, ...] = ()
    notes: tuple[Note, ...] = ()
    groups: tuple[Group, ...] = ()
    memberships: tuple[Membership, ...] = ()
    ideas: tuple[Idea, ...] = ()
    people: int = 0
    ballots: int = 0  # in the vote that is open

    @property
    def running(self) -> Step | None:
        """The step that people are at."""
        return plan.running(self.steps)

    @property
    def kind(self) -> str:
        """The kind of the step that is running, "" for none."""
        return self.running.kind if self.running else ""

    @property
    def vote(self) -> Round | None:
        """The vote that is open."""
        return next((r for r in self.rounds if r.state is RoundState.OPEN), None)

    @property
    def has_result(self) -> bool:
        """Whether a vote was closed and counted."""
        return any(r.state is RoundState.CLOSED for r in self.rounds)

    @property
    def following(self) -> Step | None:
        """The step that comes next."""
        running = self.running
        after = [s for s in self.steps if running is None or s.position > running.position]
        return next((s for s in after if s.state is StepState.PLANNED), None)

    @property
    def expected(self) -> int:
        """For how many people there is a seat."""
        return max(self.workshop.expected, self.people)

    @property
    def written_today(self) -> int:
        """Notes of today, not those the team brought in, and none that were put away."""
        return sum(
            n.source is not NoteSource.PREPARED and n.state is not NoteState.WITHHELD for n in self.notes
        )

    def number_of(self, step: Step | None) -> int:
        """Which step of the day it is, counted from 1; 0 for the arrivals."""
        day = counted(self.steps)
        return day.index(step) + 1 if step in day else 0


def read(room: Bridge) -> Day:
    """The day as it is now."""
    rounds = room.all(Round)
    open_ = next((r for r in rounds if r.state is RoundState.OPEN), None)
    return Day(
        room.workshop,
        room.all(Step),
        rounds,
        room.all(Note),
        room.all(Group),
        room.all(Membership),
        room.all(Idea),
        len(room.all(Person)),
        (room.session.voting.ballots_in(open_) or 0) if open_ else 0,
    )


def stage_of(day: Day) -> int:
    """Which of the six stages is now; a break belongs to what was before it."""
    if day.workshop.state is DayState.CLOSED:
        return PRINT
    if day.vote is not None:
        return VOTE
    running = day.running
    if running is None:
        return 0 if day.following in (None, *day.steps[:1]) else BOARD
    if running.kind == "break":
        before = [s for s in day.steps if s.position < running.position and s.kind != "break"]
        return _STAGE_OF.get(before[-1].kind, BOARD) if before else BOARD
    return _STAGE_OF.get(running.kind, BOARD)


# What is now


def time_of(day: Day, now: datetime, words: Words) -> StepShown:
    """The step as people see it; in quiet writing the next time is that of turning the notes over."""
    shown = step_of_day.shown(day.workshop, day.steps, now, words)
    after = plan.times(day.workshop, day.steps).get(day.following.id, "") if day.following else ""
    if day.workshop.writing_hidden and after:
        return replace(shown, next_time=words("The notes turn over at {time}", time=after))
    return shown


@dataclass(frozen=True)
class Now:
    """The step that is running, as the facilitator reads it."""

    where: str
    title: str
    say: str
    to_do: tuple[str, ...]


def now_of(day: Day, words: Words) -> Now:
    """What is now; between the beginning of the day and its first step: that it can begin."""
    step = day.running
    if step is None:
        return Now("", words("The day is open"), "", ())
    number, count = day.number_of(step), len(counted(day.steps))
    where = words("Now: step {n} of {m}", n=number, m=count) if number else words("Now")
    return Now(where, step.title, step.say, step.to_do)


@dataclass(frozen=True)
class Following:
    """What comes next. `button` starts it; with `why_not` it is locked. No step: the day ends.

    `short` is `text` for a small screen: how long it takes.
    """

    step: Step | None
    title: str
    text: str
    short: str
    button: str
    why_not: str = ""


def following_of(day: Day, words: Words) -> Following:
    """What follows, and the words of the button that leads there."""
    step = day.following
    why_not = words("Close the vote first") if day.vote is not None else ""
    if step is None:
        end = words("This is the last step.")
        return Following(None, end, "", "", words("Go to the sheets"), why_not)
    number = day.number_of(step)
    button = words("Go to step {n}", n=number) if number else words("Go to {what}", what=step.title)
    short = words.many("1 minute.", "{n} minutes.", step.minutes) if step.minutes else ""
    more = words("Only after the vote is closed.") if why_not else step.how
    return Following(step, step.title, f"{short} {more}".strip(), short, button, why_not)


# The one large act


@dataclass(frozen=True)
class Large:
    """The one large act of the step."""

    act: Act
    text: str
    icon: str


def large_of(day: Day, words: Words) -> Large | None:
    """The large act; None where it is to go on to the next step."""
    if day.vote is not None:
        return Large(Act.NEXT_VOTER, words("Let the next person vote"), "user-plus")
    if day.workshop.writing_hidden:
        return Large(Act.REVEAL, words("Turn the notes over"), "rotate-cw")
    if day.kind == "arrivals":
        return Large(Act.NEXT_PERSON, words("Next person on the screen"), "user-plus")
    if day.kind == "writing" and not day.written_today:
        return Large(Act.HIDE_WRITING, words("Begin quiet writing"), "eye-off")
    if day.kind == "vote" and not day.has_result:
        return Large(Act.OPEN_VOTE, words("Open the vote"), "vote")
    if day.kind == "promises":
        return Large(Act.PROMISES, words("Choose what we promise"), "badge-check")
    if day.kind == "goodbye":
        return Large(Act.PRINT, words("Print one sheet each"), "printer")
    return None


def large_second(day: Day, act: Act, words: Words) -> str:
    """The smaller line below the large act; it may change while the act stays."""
    if act is Act.REVEAL:
        return _still_writing(day, words)
    return {
        Act.NEXT_VOTER: words("One turn each. The screen waits for you."),
        Act.NEXT_PERSON: words("No name is needed first."),
        Act.HIDE_WRITING: words("New notes lie face down. You turn them over."),
        Act.OPEN_VOTE: words("You look at everything first."),
        Act.PROMISES: words("Who, by when, and how we will know."),
        Act.PRINT: words("What we will do, and whom to ring."),
    }.get(act, "")


def _still_writing(day: Day, words: Words) -> str:
    missing = max(0, day.expected - day.workshop.finished)
    if not missing:
        return words("Everyone has finished.")
    many = words.many("1 person has not finished.", "{n} people have not finished.", missing)
    return f"{many} {words('They can still add notes after.')}"


# Counts


@dataclass(frozen=True)
class Count:
    """A number, and what it counts."""

    number: str
    text: str


def counts_of(day: Day, words: Words) -> tuple[Count, ...]:
    """How many, and never who. Of an open vote only how many have voted and have not."""
    if day.vote is not None:
        expected = max(day.expected, day.ballots)
        voted = Count(words("{n} of {m}", n=day.ballots, m=expected), words("have voted"))
        return voted, Count(str(expected - day.ballots), words("still to vote"))
    if day.workshop.writing_hidden:
        finished = day.workshop.finished
        many = words("{n} of {m}", n=finished, m=max(day.expected, finished))
        face_down = sum(n.state is NoteState.HIDDEN for n in day.notes)
        text = words.many("note, face down", "notes, face down", face_down)
        return Count(many, words("have finished")), Count(str(face_down), text)
    if day.kind in ("arrivals", "welcome"):
        return (Count(words("{n} of {m}", n=day.people, m=day.expected), words("are here")),)
    return _board_counts(day, words)


def _board_counts(day: Day, words: Words) -> tuple[Count, ...]:
    notes, groups, loose = listing.counts(listing.OnBoard(day.notes, day.groups, day.memberships))
    return (
        Count(str(notes), words.many("note", "notes", notes)),
        Count(str(groups), words.many("group", "groups", groups)),
        Count(str(loose), words("loose")),
    )


def not_voted(day: Day) -> int:
    """How many of those expected have not voted."""
    return max(0, day.expected - day.ballots)


def groups_to_read(day: Day) -> tuple[Group, ...]:
    """The groups that have a note in sight, in their order."""
    shown = {n.id for n in day.notes if listing.is_on_board(n)}
    filled = {m.group for m in day.memberships if m.note in shown}
    return tuple(g for g in listing.board_of(day.groups) if g.id in filled)


def first_of_kind(steps: Sequence[Step], kind: str) -> Step | None:
    """The first step of a kind."""
    return next((s for s in steps if s.kind == kind), None)
