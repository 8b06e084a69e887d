"""The rules of a vote: what a round needs before it opens, and what a ballot may hold.

A ballot is counted whole or refused whole. As bytes every ballot of a round has the same length,
so that a sealed one says nothing about what is in it.
"""

import json
import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from workshop.domain.names import fold
from workshop.domain.records import Option, OptionId, Round, Voice
from workshop.errors import RuleBroken

FEWEST_BALLOTS = 4  # with fewer a vote is not secret (T23)
FEWEST_OPTIONS = 2
MOST_OPTIONS = 60
MOST_DOTS = 20
LOWEST_THRESHOLD = 5  # I35


@dataclass(frozen=True, slots=True)
class Ballot:
    """One ballot: dots in option order, the voice if it was said, and what was not clear."""

    dots: tuple[int, ...]
    voice: Voice | None = None
    not_clear: tuple[bool, ...] = ()


def check_round(round_: Round) -> Round:
    """The round; RuleBroken when it lacks something that people need in order to vote."""
    if not round_.question or not round_.criterion:
        raise RuleBroken("A vote needs a question and what to think about. Nothing was opened.")
    if not FEWEST_OPTIONS <= len(round_.options) <= MOST_OPTIONS:
        raise RuleBroken(f"A vote needs {FEWEST_OPTIONS} to {MOST_OPTIONS} ideas. Nothing was opened.")
    titles = [fold(option.title) for option in round_.options]
    if not all(titles):
        raise RuleBroken("Each idea needs a few words. Nothing was opened.")
    if len(set(titles)) < len(titles):
        raise RuleBroken("Two ideas have the same words. Nothing was opened. Please put them together.")
    if not 1 <= round_.dots <= MOST_DOTS:
        raise RuleBroken(f"Everybody has 1 to {MOST_DOTS} dots. Nothing was opened.")
    if not 1 <= round_.most_per_option <= round_.dots:
        raise RuleBroken("The most on one idea lies between 1 and the dots each. Nothing was opened.")
    if round_.threshold < LOWEST_THRESHOLD:
        raise RuleBroken(f"Groups under {LOWEST_THRESHOLD} are never shown. Nothing was opened.")
    if not 0 <= round_.places <= len(round_.options):
        raise RuleBroken("There are not that many ideas to choose. Nothing was opened.")
    return round_


def check_ballot(
    round_: Round,
    choices: Mapping[OptionId, int],
    not_clear: Collection[OptionId] = (),
    voice: Voice | None = None,
) -> Ballot:
    """The ballot for dots by option id; RuleBroken says what is wrong without repeating the choices.

    Dots may stay unused (I41). An option that is not mentioned has none.
    """
    known = {option.id for option in round_.options}
    if not known.issuperset(choices) or not known.issuperset(not_clear):
        raise RuleBroken("This ballot names an idea that is not in this vote. It was not cast.")
    if any(type(dots) is not int or dots < 0 for dots in choices.values()):
        raise RuleBroken("Dots are whole numbers from 0. The ballot was not cast.")
    if any(dots > round_.most_per_option for dots in choices.values()):
        raise RuleBroken(f"At most {round_.most_per_option} dots on one idea. The ballot was not cast.")
    if sum(choices.values()) > round_.dots:
        raise RuleBroken(f"This ballot has more than {round_.dots} dots. It was not cast.")
    return Ballot(
        tuple(choices.get(option.id, 0) for option in round_.options),
        voice if round_.by_voice else None,
        tuple(option.id in not_clear for option in round_.options),
    )


def check_batch(ballots: Sequence[Ballot], ballot_count: int, dot_total: int, spoiled: int) -> None:
    """RuleBroken unless the sheets typed in equal the count by hand (I39).

    `ballot_count` counts all sheets, the `spoiled` ones as well.
    """
    if spoiled < 0 or len(ballots) + spoiled != ballot_count:
        raise RuleBroken(
            f"{ballot_count} sheets were counted by hand, {len(ballots)} typed in and {spoiled} cannot "
            "be counted. Nothing was cast. Please look at the sheets again."
        )
    typed = sum(sum(ballot.dots) for ballot in ballots)
    if typed != dot_total:
        raise RuleBroken(
            f"{dot_total} dots were counted by hand, {typed} were typed in. "
            "Nothing was cast. Please look at the sheets again."
        )


def shuffled(options: Sequence[Option], chance: random.Random) -> tuple[Option, ...]:
    """The options in a fresh order, so that no idea is first for everybody."""
    order = list(options)
    chance.shuffle(order)
    return tuple(order)


def encode_ballot(ballot: Ballot) -> bytes:
    """The ballot as bytes; their number depends on the number of options only."""
    dots = [f"{n:02d}" for n in ballot.dots]
    marks = ballot.not_clear or (False,) * len(ballot.dots)
    voice = (ballot.voice.value if ballot.voice else "").ljust(_LONGEST_VOICE)
    return json.dumps([dots, [int(mark) for mark in marks], voice], separators=(",", ":")).encode()


def decode_ballot(round_: Round, data: bytes) -> Ballot:
    """The ballot for its bytes; ValueError when they are not one of this round."""
    dots, marks, voice = json.loads(data)
    if not len(dots) == len(marks) == len(round_.options):
        raise ValueError("a ballot of another round")
    voice = voice.strip()
    return Ballot(tuple(map(int, dots)), Voice(voice) if voice else None, tuple(map(bool, marks)))


_LONGEST_VOICE = max(len(voice.value) for voice in Voice)
