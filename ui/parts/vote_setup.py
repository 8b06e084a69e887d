"""What a vote needs before it opens, worked out from the records: dots, time, voices, look-alikes."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import ceil

from ui.bridge import Bridge
from ui.parts.vote import expected_of
from ui.words import Words
from workshop.domain.disclosure import VOICE_NAMES, shown_voices
from workshop.domain.kinds import Voice
from workshop.domain.persons import Person
from workshop.domain.records import Idea, Option, Round
from workshop.domain.voting import FEWEST_BALLOTS, FEWEST_OPTIONS

MOST_DOTS = 5  # that are filled in; more can be chosen
SECONDS_A_TURN = 70
SECONDS_A_SHEET = 20  # to type
MINUTES_ON_PAPER = 3  # all write at the same time
ALIKE = 0.5
SHORTEST_WORD = 4
QUESTION = "Which ideas should we work on first?"
CRITERION = "What would help the most people, soonest?"


def dots_for(ideas: int) -> int:
    """About a quarter of the ideas, and never more than five."""
    return min(MOST_DOTS, max(1, ceil(ideas / 4)))


def minutes_for(people: int, on_paper: int) -> int:
    """About how long a vote takes, in minutes, when some write on paper while others touch."""
    by_touch = ceil((people - on_paper) * SECONDS_A_TURN / 60)
    paper = ceil(MINUTES_ON_PAPER + on_paper * SECONDS_A_SHEET / 60) if on_paper else 0
    return max(by_touch, paper)


def times(people: int, paper: bool, words: Words) -> list[tuple[str, str]]:
    """How many vote where, and how long that takes, in words."""
    some = people // 3
    lines = [(words.many("1 person, one screen", "{n} people, one screen", people), minutes_for(people, 0))]
    if paper and some:
        lines.append((words("{n} of them on paper", n=some), minutes_for(people, some)))
        lines.append((words("all {n} on paper", n=people), minutes_for(people, people)))
    return [
        (who, words.many("about 1 minute", "about {n} minutes", minutes)) for who, minutes in lines if minutes
    ]


# Voices


def here_by_voice(people: Sequence[Person]) -> Counter[Voice | None]:
    """How many are here as what. Who named several counts once, with the first."""
    return Counter(person.voices[0] if person.voices else None for person in people)


def voices_said(people: Sequence[Person], threshold: int, words: Words) -> str:
    """Which voices the result can show when all who are here vote: said before the vote opens."""
    here = here_by_voice(people)
    shown = [words(VOICE_NAMES[key]) for key in shown_voices(threshold, here)]
    if len(shown) < 2:
        return words("The groups here are too small. You will see all voices together.")
    names = words("{a} and {b}", a=", ".join(shown[:-1]), b=shown[-1])
    return words("You will see: {names}.", names=names)


# Ideas


def words_of(idea: Idea) -> frozenset[str]:
    """The words that say what an idea is about."""
    text = f"{idea.title} {idea.what}".casefold()
    plain = "".join(c if c.isalnum() else " " for c in text)
    return frozenset(word for word in plain.split() if len(word) >= SHORTEST_WORD)


def look_alikes(ideas: Sequence[Idea], kept: frozenset[frozenset[str]]) -> tuple[Idea, Idea] | None:
    """The first two ideas that share most of their words, unless somebody said to keep both."""
    for one, other in combinations(ideas, 2):
        mine, theirs = words_of(one), words_of(other)
        fewer = min(len(mine), len(theirs))
        alike = fewer and len(mine & theirs) / fewer >= ALIKE and len(mine & theirs) > 1
        if alike and frozenset({one.id, other.id}) not in kept:
            return one, other
    return None


def put_together(one: Idea, other: Idea) -> tuple[str, str]:
    """Title and second line of two ideas that are one: no word of either is lost."""
    what = ". ".join(part.rstrip(".") for part in (one.what, other.title, other.what) if part)
    return one.title, f"{what}." if what else ""


def why_not(room: Bridge, options: int, words: Words) -> str:
    """Why this vote cannot be opened yet; "" when it can."""
    if not options:
        return words("Make the ideas first.")
    if options < FEWEST_OPTIONS:
        return words("A vote needs 2 ideas or more.")
    if expected_of(room) < FEWEST_BALLOTS:
        return words("A vote needs 4 people or more. With fewer it is not secret.")
    return ""


def equals_of(round_: Round, places: Sequence[tuple[int, int | None]]) -> tuple[Option, ...]:
    """The options that share the best shared place, by (number, place) of each row."""
    counts = Counter(place for _, place in places if place is not None)
    shared = min((place for place, n in counts.items() if n > 1), default=None)
    numbers = {number for number, place in places if place == shared and shared is not None}
    return tuple(option for option in round_.options if option.number in numbers)
