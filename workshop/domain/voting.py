"""The rules of a vote: what a round needs before it opens, and what a ballot may hold.

A ballot is counted whole or refused whole. As bytes every ballot of a round has the same length,
so that a sealed one says nothing about what is in it.
"""

import random
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from workshop.domain.ids import OptionId
from workshop.domain.kinds import Voice
from workshop.domain.records import Option, Round
from workshop.errors import RuleBroken, WorkshopDamaged

FEWEST_BALLOTS = 4  # with fewer a vote is not secret (T23)
FEWEST_OPTIONS = 2
MOST_OPTIONS = 250
MOST_DOTS = 20
MOST_SHEETS = 10_000  # of paper in one batch
LOWEST_THRESHOLD, HIGHEST_THRESHOLD = 5, 100  # I35


@dataclass(frozen=True, slots=True)
class Ballot:
    """One ballot: dots in option order, the voice if it was said, and what was not clear."""

    dots: tuple[int, ...]
    voice: Voice | None = None
    not_clear: tuple[bool, ...] = ()


def check_round(round_: Round) -> Round:
    """The round; RuleBroken when it lacks something that people need in order to vote."""
    if not _alike(round_.question) or not _alike(round_.criterion):
        raise RuleBroken("A vote needs a question and what to think about. Nothing was opened.")
    _check_options(round_.options)
    if not all(map(_is_whole, (round_.dots, round_.most_per_option, round_.threshold, round_.places))):
        raise RuleBroken("The numbers of a vote are whole numbers. Nothing was opened.")
    if not 1 <= round_.dots <= MOST_DOTS:
        raise RuleBroken(f"Everybody has 1 to {MOST_DOTS} dots. Nothing was opened.")
    if not 1 <= round_.most_per_option <= round_.dots:
        raise RuleBroken("The most on one idea lies between 1 and the dots each. Nothing was opened.")
    if round_.threshold < LOWEST_THRESHOLD:
        raise RuleBroken(f"Groups under {LOWEST_THRESHOLD} are never shown. Nothing was opened.")
    if round_.threshold > HIGHEST_THRESHOLD:
        raise RuleBroken(f"Groups of {HIGHEST_THRESHOLD} and more can be shown. Nothing was opened.")
    if not 0 <= round_.places <= len(round_.options):
        raise RuleBroken("There are not that many ideas to choose. Nothing was opened.")
    return round_


def _check_options(options: Sequence[Option]) -> None:
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise RuleBroken(f"A vote needs {FEWEST_OPTIONS} to {MOST_OPTIONS} ideas. Nothing was opened.")
    titles = [_alike(option.title) for option in options]
    if not all(titles):
        raise RuleBroken("Each idea needs a few words. Nothing was opened.")
    if len(set(titles)) < len(titles):
        raise RuleBroken("Two ideas have the same words. Nothing was opened. Please put them together.")
    if len({option.id for option in options}) < len(options):
        raise RuleBroken("One idea is there twice. Nothing was opened. Please take one of them out.")


def _alike(words: str) -> str:
    """The words as they look when read: capitals, spaces, forms and invisible signs make no difference."""
    seen = "".join(c for c in unicodedata.normalize("NFKC", words) if unicodedata.category(c) != "Cf")
    return " ".join(seen.casefold().split())


def _is_whole(number: object) -> bool:
    return type(number) is int  # True is no number of dots


def check_ballot(
    round_: Round,
    choices: Mapping[OptionId, int],
    not_clear: Collection[OptionId] = (),
    voice: Voice | None = None,
) -> Ballot:
    """The ballot for dots by option id; RuleBroken says what is wrong without repeating the choices (I30).

    Dots may stay unused (I41). An option that is not mentioned has none. The voice is dropped where
    the round does not ask for it.
    """
    known = {option.id for option in round_.options}
    if not known.issuperset(choices) or not known.issuperset(not_clear):
        raise RuleBroken("This ballot names an idea that is not in this vote. It was not cast.")
    if not all(_is_whole(dots) and dots >= 0 for dots in choices.values()):
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
    if not all(map(_is_whole, (ballot_count, dot_total, spoiled))):
        raise RuleBroken("Sheets and dots are whole numbers. Nothing was cast.")
    if max(ballot_count, spoiled) > MOST_SHEETS:
        raise RuleBroken(f"At most {MOST_SHEETS} sheets are taken at once. Nothing was cast.")
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


# As bytes: the voice (0 for none), the dots of each option, then a 1 for each that was not clear.

_VOICES = (None, *Voice)


def encode_ballot(ballot: Ballot) -> bytes:
    """The ballot as bytes; their number depends on the number of options only."""
    marks = ballot.not_clear or (False,) * len(ballot.dots)
    return bytes((_VOICES.index(ballot.voice), *ballot.dots, *marks))


def decode_ballot(round_: Round, data: bytes) -> Ballot:
    """The ballot for its bytes; WorkshopDamaged when they are no ballot that this round allows."""
    count = len(round_.options)
    dots, marks = tuple(data[1 : 1 + count]), data[1 + count :]
    if len(data) != 1 + 2 * count or data[0] >= len(_VOICES) or not {0, 1}.issuperset(marks):
        raise _no_ballot()
    if max(dots, default=0) > round_.most_per_option or sum(dots) > round_.dots:
        raise _no_ballot()
    return Ballot(dots, _VOICES[data[0]], tuple(map(bool, marks)))


def _no_ballot() -> WorkshopDamaged:
    return WorkshopDamaged(
        "A ballot of this vote cannot be read. Everything else is safe. "
        "Please cancel the vote and vote again."
    )
