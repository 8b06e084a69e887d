"""Counting a vote: exact, the same in any order of ballots, and nothing kept that tells who."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from workshop.domain import disclosure
from workshop.domain.disclosure import VOICE_NAMES
from workshop.domain.facts import OptionFacts, RoundFacts
from workshop.domain.kinds import RoundState, TieRule
from workshop.domain.records import Result, Round
from workshop.domain.voting import FEWEST_BALLOTS, Ballot
from workshop.domain.words import join_words


def count(round_: Round, ballots: Iterable[Ballot], *, on_paper: int = 0, spoiled: int = 0) -> Result:
    """The result of a round.

    With fewer than 4 ballots nothing is counted; with 4 there are totals only, because anything
    finer would show how somebody voted (T23).
    """
    cast = list(ballots)
    id_ = f"result-{round_.id}"
    if len(cast) < FEWEST_BALLOTS:
        return Result(id_, round_.id, False, len(cast))
    totals = totals_of(cast)
    result = Result(id_, round_.id, True, len(cast), on_paper, spoiled, dots_used=sum(totals), totals=totals)
    return result if len(cast) == FEWEST_BALLOTS else _finer(round_, result, cast)


def _finer(round_: Round, result: Result, ballots: Sequence[Ballot]) -> Result:
    voices, sizes, table = disclosure.by_voice(round_, ballots)
    return replace(
        result,
        supporters=supporters_of(ballots),
        not_clear=_column_sums([tuple(map(int, ballot.not_clear)) for ballot in ballots]),
        voices=voices,
        voice_sizes=sizes,
        by_voice=table,
    )


def totals_of(ballots: Sequence[Ballot]) -> tuple[int, ...]:
    """The dots on each option, in option order; empty without a ballot."""
    return _column_sums([ballot.dots for ballot in ballots])


def supporters_of(ballots: Sequence[Ballot]) -> tuple[int, ...]:
    """How many ballots gave each option a dot or more, in option order; empty without a ballot."""
    return _column_sums([tuple(int(n > 0) for n in ballot.dots) for ballot in ballots])


def _column_sums(rows: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*rows, strict=True)))


def places(totals: Sequence[int]) -> tuple[int | None, ...]:
    """The place of each total: equals share one, the next is passed over; no dot, no place (I37)."""
    return tuple(1 + sum(other > total for other in totals) if total else None for total in totals)


def facts_of(round_: Round, result: Result | None) -> RoundFacts:
    """What may be said of a round that has ended, rows in order of place, then of number.

    `talk_about` holds a sentence for each voice, then the titles of the ideas that voices differ on.
    """
    counted = result is not None and result.counted
    rows = _rows(round_, result) if result is not None and counted else _bare_rows(round_)
    ballots = result.ballots if result is not None else 0
    return RoundFacts(
        number=round_.number,
        question=round_.question,
        criterion=round_.criterion,
        dots_each=round_.dots,
        most_per_option=round_.most_per_option,
        threshold=round_.threshold,
        run_off=round_.tie_rule is TieRule.RUN_OFF,
        counted=counted,
        ballots=ballots,
        on_paper=_split(round_, result) if result is not None and counted else None,
        spoiled=result.spoiled if result is not None else 0,
        dots_used=result.dots_used if result is not None else 0,
        dots_possible=ballots * round_.dots,
        rows=rows,
        voices=tuple(VOICE_NAMES[key] for key in result.voices) if result is not None else (),
        voice_sizes=result.voice_sizes if result is not None else (),
        talk_about=_talk_about(result, rows) if result is not None else (),
        cancelled=round_.cancelled_reason if round_.state is RoundState.CANCELLED else "",
    )


def _split(round_: Round, result: Result) -> int | None:
    """How many ballots were on paper, unless that or the rest is a small group."""
    parts = (result.on_paper, result.ballots - result.on_paper)
    return None if any(0 < part < round_.threshold for part in parts) else result.on_paper


def _bare_rows(round_: Round) -> tuple[OptionFacts, ...]:
    return tuple(OptionFacts(o.number, o.title, o.what, 0, None) for o in round_.options)


def _rows(round_: Round, result: Result) -> tuple[OptionFacts, ...]:
    ranks = places(result.totals)
    rows = [_row(round_, result, i, ranks) for i in range(len(round_.options))]
    return tuple(sorted(rows, key=lambda row: (row.place is None, row.place or 0, row.number)))


def _row(round_: Round, result: Result, index: int, ranks: Sequence[int | None]) -> OptionFacts:
    option, place = round_.options[index], ranks[index]
    cells = result.by_voice[index] if result.by_voice else ()
    return OptionFacts(
        number=option.number,
        title=option.title,
        what=option.what,
        dots=result.totals[index],
        place=place,
        equal=place is not None and ranks.count(place) > 1,
        supporters=_supporters(result, index, round_.threshold),
        not_clear=_people(result.not_clear[index], round_.threshold) if result.not_clear else 0,
        by_voice=tuple(c for c in cells if c is not None) if cells and None not in cells else None,
    )


def _supporters(result: Result, index: int, threshold: int) -> int | None:
    """How many gave an option a dot, unless they or the others are a small group, or were all (I35, I36)."""
    if not result.supporters:
        return None
    count = result.supporters[index]
    others = result.ballots - count
    return count if count == 0 or min(count, others) >= threshold else None


def _people(count: int, threshold: int) -> int | None:
    """A number of people: 0, or one from the threshold on; None for some (I60)."""
    return count if count == 0 or count >= threshold else None


# What to talk about: all of it comes from rows that are shown by voice.


def _talk_about(result: Result, rows: Sequence[OptionFacts]) -> tuple[str, ...]:
    """A sentence a voice on what it put first, then the titles of the ideas on which voices differ.

    Voices differ where the smallest share of dots a person is less than half of the largest. Empty
    where they agree. Nothing here says that a voice gave nothing.
    """
    shown = [(row.title, row.by_voice) for row in rows if row.by_voice is not None]
    apart = tuple(title for title, cells in shown if _differ(cells, result.voice_sizes))
    if not apart:
        return ()
    # A hidden row may have been somebody's first: with one, the sentence speaks of the others only.
    among = "" if len(shown) == len(rows) else "Of the ideas split by voice: "
    firsts = (_first(shown, column, VOICE_NAMES[key]) for column, key in enumerate(result.voices))
    return (*(f"{among}{first}" for first in firsts if first), *apart)


def _differ(cells: Sequence[int], sizes: Sequence[int]) -> bool:
    shares = [Fraction(dots, people) for dots, people in zip(cells, sizes, strict=True)]
    return 2 * min(shares) < max(shares)


def _first(shown: Sequence[tuple[str, tuple[int, ...]]], column: int, name: str) -> str:
    """Which of the shown ideas a voice put first; "" when it gave them nothing."""
    most = max(cells[column] for _, cells in shown)
    first = [f"“{title}”" for title, cells in shown if cells[column] == most]
    return f"{name} put {join_words(first)} first." if most else ""
