"""How long a cast takes until it is on the disk, how fast a vote is counted, and whether order leaks.

The box is the encrypted one with the pragmas that people get (TRUNCATE, EXTRA). `notes` is the number
of ballots. The rows of the secrecy gate give mean tau in `size`, and pass or fail in `what`.
"""

import random
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests import given
from tests.bench.timing import REPEATS, measure
from tests.storage.order_secrecy import Figure, figures
from workshop.domain import tally, voting
from workshop.domain.ids import OptionId, RoundId
from workshop.domain.kinds import Voice
from workshop.domain.records import Option, Round
from workshop.domain.voting import Ballot
from workshop.storage.ballots import BallotBox

IN_THE_BOX = 60
ROUNDS = 200
LIMIT = 3.0  # standard errors
IDEAS = 12
ROUND = Round(
    RoundId("bench"),
    1,
    "Which first?",
    "What helps most",
    tuple(Option(OptionId(f"o{n}"), n, f"Idea {n}") for n in range(1, IDEAS + 1)),
    by_voice=True,
)


def rows(sizes: Sequence[int]) -> list[dict[str, object]]:
    """One row a measure; milliseconds and MiB (of Python)."""
    measured = [_casting(), _closing()]
    for size in sizes:
        measured.append(measure("vote: count by voice", size, partial(tally.count, ROUND, _ballots(size))))
    return measured + [_gate_row(figure) for figure in _gate()]


def _ballots(size: int) -> list[Ballot]:
    """Ballots of chance that keep the rules, always the same ones."""
    chance = random.Random(size)
    return [
        voting.check_ballot(
            ROUND,
            {option.id: 1 for option in chance.sample(ROUND.options, ROUND.dots)},
            voice=chance.choice(list(Voice)),
        )
        for _ in range(size)
    ]


def _casting() -> dict[str, object]:
    """Casting as the session does it: open the box, cast, count, close."""
    with tempfile.TemporaryDirectory() as folder:
        rounds = Path(folder) / "rounds"
        one, *others = map(voting.encode_ballot, _ballots(IN_THE_BOX))
        with BallotBox.make(rounds, ROUND.id, given.KEY) as box:
            box.cast_many(others)

        def cast() -> None:
            with BallotBox.open(rounds, ROUND.id, given.KEY) as box:
                box.cast(one)
                box.count()

        return measure("vote: cast into a box of 60 ballots", IN_THE_BOX, cast)


def _closing() -> dict[str, object]:
    """What closing a vote does with its box: unseal, count, destroy."""
    with tempfile.TemporaryDirectory() as folder:
        rounds = Path(folder) / "rounds"
        plain = list(map(voting.encode_ballot, _ballots(IN_THE_BOX)))
        boxes = []
        for number in range(REPEATS + 1):
            boxes.append(BallotBox.make(rounds, f"r{number}", given.KEY))
            boxes[-1].cast_many(plain)

        def close() -> None:
            box = boxes.pop()
            ballots = [voting.decode_ballot(ROUND, ballot) for ballot in box.empty_out().ballots]
            tally.count(ROUND, ballots)
            box.destroy()

        return measure("vote: close, count and destroy 60 ballots", IN_THE_BOX, close)


def _gate() -> list[Figure]:
    """The figures of the gate; one that fails is played once more, because chance fails now and then."""
    found = figures(ROUNDS)
    if any(figure.tells(LIMIT) for figure in found):
        found = figures(ROUNDS)
    return found


def _gate_row(figure: Figure) -> dict[str, object]:
    told = figure.tells(LIMIT)
    verdict = f"FAIL: {'; '.join(told)}" if told else "pass"
    return {
        "what": f"vote: order secrecy at {LIMIT:g} standard errors, mean tau of {figure.size}: {verdict}",
        "notes": figure.size,
        "size": round(figure.mean_tau, 4),
        "n": figure.rounds,
    }
