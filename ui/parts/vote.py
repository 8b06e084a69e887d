"""A vote as all its pages see it: who may begin a turn, how many have voted, and the rules in words.

Only counts leave this module. What somebody chose is in `ui.parts.ballot`, for the length of one turn.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from weakref import WeakKeyDictionary

from ui.bridge import Bridge
from ui.stage import Shown, Stage
from ui.words import Words
from workshop.domain.persons import Person
from workshop.domain.records import Round

COVER = "cover"
THANKS = "thanks"
TURN_PAGES = frozenset({"voice", "ballot", "review"})
LET_IN = "let_in"
IDLE_MINUTES = 5
MOST_IDLE_MINUTES = 10


class Where(StrEnum):
    """Where people vote."""

    LAPTOP = "laptop"
    SCREEN = "screen"
    PAPER = "paper"


@dataclass
class VoteSettings:
    """How this room votes; kept while the workshop is open, in no file.

    `idle_minutes` is how long a page may be left alone before it asks; 0 never asks.
    """

    places: set[Where] = field(default_factory=lambda: {Where.SCREEN, Where.PAPER})
    idle_minutes: int = IDLE_MINUTES


_SETTINGS: WeakKeyDictionary[Bridge, VoteSettings] = WeakKeyDictionary()


def settings_of(room: Bridge) -> VoteSettings:
    """The settings of an open workshop."""
    return _SETTINGS.setdefault(room, VoteSettings())


# Turns


def may_vote(stage: Stage) -> bool:
    """Whether the next person may begin: at once on one screen, else when the desk has let them in."""
    return stage.one_screen or bool(stage.visit.get(LET_IN))


def somebody_votes(stage: Stage) -> bool:
    """Whether somebody is in the middle of a turn, so that nobody else is let in."""
    return stage.people.page in TURN_PAGES


def let_next_vote(stage: Stage) -> bool:
    """Let the next person begin; False while somebody votes, or when no vote is open."""
    if stage.open_round() is None or somebody_votes(stage):
        return False
    if stage.people.page != COVER:
        stage.next_person()
        stage.show_people(COVER)
    stage.visit[LET_IN] = True
    stage.tick()
    return True


def end_turn(stage: Stage) -> None:
    """The turn is over, cast or not: everything of it is forgotten, and the cover is back."""
    stage.back_to_the_day()


def throw_away(stage: Stage) -> None:
    """Forget a turn whose page was covered or closed; the cover will be there when people come back."""
    stage.next_person()
    stage.people = Shown(stage.page_of_the_day())


# How many


@dataclass(frozen=True)
class Count:
    """How many have voted, of how many."""

    voted: int
    expected: int

    def said(self, words: Words) -> str:
        """Such as: 6 of 14 have voted."""
        return words("{n} of {m} have voted", n=self.voted, m=self.expected)


def expected_of(room: Bridge) -> int:
    """For how many people there is a seat."""
    return max(room.workshop.expected, len(room.all(Person)))


def count_of(room: Bridge, round_: Round) -> Count:
    """How many ballots are in; of an open vote nothing else is known."""
    voted = room.session.voting.ballots_in(round_) or 0
    return Count(voted, max(expected_of(room), voted))


# The rules in words


@dataclass(frozen=True)
class Rules:
    """What the rule card needs of a vote that is open or being set up."""

    dots: int
    most_per_option: int
    by_voice: bool
    threshold: int = 5
    paper: bool = True


def rules_of(round_: Round, paper: bool = True) -> Rules:
    """The rules of a vote."""
    return Rules(round_.dots, round_.most_per_option, round_.by_voice, round_.threshold, paper)


def rule_lines(rules: Rules, words: Words) -> list[tuple[str, str]]:
    """One line a rule: its icon and its words."""
    lines = [
        ("circle-dot", words.many("You have 1 dot", "You have {n} dots", rules.dots)),
        (
            "layers-2",
            words.many("At most 1 dot on one idea", "At most {n} dots on one idea", rules.most_per_option),
        ),
        ("lock", words("Your vote is secret. We do not keep who chose what.")),
        ("eye-off", words("No totals until the vote is closed")),
    ]
    if rules.by_voice:
        groups = words("We show how groups of {n} or more voted.", n=rules.threshold)
        lines.append(("users", f"{groups} {words('Smaller groups are counted together.')}"))
    paper = words("You can vote on paper, or not vote. Both are fine.")
    lines.append(("file-text", paper if rules.paper else words("You do not have to vote. That is fine.")))
    return lines
