"""Counting somebody else's ballot file with the product's own counting: an audit anyone can repeat."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

from workshop.domain.ids import OptionId, RoundId
from workshop.domain.records import Option, Round
from workshop.domain.tally import places as places_of
from workshop.domain.tally import supporters_of, totals_of
from workshop.domain.voting import Ballot, check_ballot
from workshop.errors import ExchangeError, RuleBroken
from workshop.exchange.ballot_files import (
    NO_LIMIT,
    BallotFile,
    FileBallot,
    RefusedLine,
    read_csv_ballots,
    read_pb_ballots,
)
from workshop.session.choosing import MOST, RULES, Chosen, Room, by_equal_shares, most_first

METHODS = ("dots", "approval", "rating", "ranking")


def tally(
    file: Path,
    *,
    method: str = "dots",
    rule: str = "most",
    dots: int | None = None,
    most: int | None = None,
    places: int | None = None,
    budget: int | None = None,
    notes: Path | None = None,
    people: Path | None = None,
    by: str = "role",
) -> dict[str, Any]:
    """What a ballot file counts to, with the rules that a vote in the room has.

    The dict has the keys `ballots refused[{line why}] points{id: n} voters{id: n} places[[id]]
    selected[id] by{group: {id: n}} trail[sentence] seconds`. `dots` and `most` go before what the file
    says. `method` is "dots", "approval", "rating" (any number of points, no limit in all) or "ranking" (in a
    CSV file `dots` are then places, 1 the first); a PB file says it itself. `rule` is "most",
    "equal-shares" or "equal-shares-add1". ExchangeError for a file that cannot be read, RuleBroken for a
    method or rule that is not here.
    """
    start = time.perf_counter()
    _check(method, rule)
    read = _as_said(_read(file, notes, people, by), method, most)
    counted = _counted(read, dots, most)
    chosen = _chosen(counted, read, places, budget, rule)
    return {
        "ballots": len(counted.ballots),
        "refused": [{"line": line.line, "why": line.why} for line in counted.refused],
        "points": dict(zip(read.options, counted.totals, strict=True)),
        "voters": dict(zip(read.options, counted.supporters, strict=True)),
        "places": counted.in_order,
        "selected": chosen.ids,
        "by": counted.by,
        "trail": [*_trail(read, counted), *chosen.trail],
        "seconds": round(time.perf_counter() - start, 3),
    }


def _check(method: str, rule: str) -> None:
    for said, known in ((method, METHODS), (rule, RULES)):
        if said not in known:
            raise RuleBroken(f"There is no “{said}”. Nothing was changed. There are: {', '.join(known)}.")


def in_words(counted: Mapping[str, Any]) -> list[str]:
    """The count as sentences for a terminal."""
    points, voters = counted["points"], counted["voters"]
    lines = list(counted["trail"])
    place = 1
    for ids in counted["places"]:
        for id_ in ids:
            where = f"Place {place}" if points[id_] else "No place"
            equal = " (equal)" if len(ids) > 1 and points[id_] else ""
            lines.append(f"{where}{equal}: {id_} (dots: {points[id_]}, people: {voters[id_]})")
        place += len(ids)
    lines += [f"Line {refused['line']} was refused: {refused['why']}." for refused in counted["refused"]]
    return lines


def _read(file: Path, notes: Path | None, people: Path | None, by: str) -> BallotFile:
    data = _bytes_of(file)
    if file.suffix.casefold() == ".pb":
        return read_pb_ballots(data, by)
    return read_csv_ballots(
        data,
        notes=None if notes is None else _bytes_of(notes),
        people=None if people is None else _bytes_of(people),
        by=by,
    )


def _as_said(read: BallotFile, method: str, most: int | None) -> BallotFile:
    """The file as whoever counts it says it was meant; a file that says it itself stays as it is."""
    if read.method != "dots" or method in ("dots", "rating"):
        return read
    if method == "approval":
        return replace(read, method=method, most=1)
    places = most or max((place for b in read.ballots for place in b.choices.values()), default=1)
    ballots = [_ranked(ballot, places) for ballot in read.ballots]
    refused = [line for ballot in ballots if isinstance(ballot, list) for line in ballot]
    return replace(
        read,
        method=method,
        most=places,
        ballots=tuple(ballot for ballot in ballots if isinstance(ballot, FileBallot)),
        refused=(*read.refused, *refused),
    )


def _ranked(ballot: FileBallot, places: int) -> FileBallot | list[RefusedLine]:
    """Places as points: the first of `places` has as many as there are; each place is given once."""
    given = ballot.choices.values()
    if len(set(given)) < len(given) or max(given, default=0) > places:
        return [RefusedLine(line, f"places are 1 to {places}, each given once") for line in ballot.lines]
    points = {id_: places + 1 - place for id_, place in ballot.choices.items()}
    return replace(ballot, choices=points)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ExchangeError(
            f"“{path.name}” cannot be read. Nothing was changed. Please check that the file is there."
        ) from error


# Counting


@dataclass(frozen=True)
class _Counted:
    """A file, counted. Ids and figures are in the order of the options."""

    dots: int
    most: int
    ballots: tuple[Ballot, ...]
    refused: tuple[RefusedLine, ...]
    totals: tuple[int, ...]
    supporters: tuple[int, ...]
    in_order: list[list[str]]
    by: dict[str, dict[str, int]]


def _counted(read: BallotFile, dots: int | None, most: int | None) -> _Counted:
    limit = dots or read.dots or NO_LIMIT
    round_ = _round(read.options, limit, most or read.most or limit)
    ballots: list[Ballot] = []
    groups: dict[str, list[Ballot]] = {}
    refused = list(read.refused)
    for cast in read.ballots:
        checked = _checked(round_, cast)
        if isinstance(checked, str):
            refused += [RefusedLine(line, checked) for line in cast.lines]
            continue
        ballots.append(checked)
        if cast.group is not None:
            groups.setdefault(cast.group, []).append(checked)
    nothing = (0,) * len(read.options)
    totals = totals_of(ballots) or nothing
    return _Counted(
        dots=round_.dots,
        most=round_.most_per_option,
        ballots=tuple(ballots),
        refused=tuple(sorted(refused, key=lambda line: line.line)),
        totals=totals,
        supporters=supporters_of(ballots) or nothing,
        in_order=_in_order(read.options, totals),
        by={group: _figures(read.options, cast) for group, cast in sorted(groups.items())},
    )


def _round(ids: Sequence[str], dots: int, most: int) -> Round:
    options = tuple(Option(OptionId(id_), number, id_) for number, id_ in enumerate(ids, start=1))
    return Round(RoundId("audit"), 1, "", "", options, dots=dots, most_per_option=min(most, dots))


def _checked(round_: Round, cast: FileBallot) -> Ballot | str:
    """The ballot, or why it breaks the rules of the vote."""
    try:
        return check_ballot(round_, {OptionId(id_): dots for id_, dots in cast.choices.items()})
    except RuleBroken as broken:
        return broken.message.split(". ")[0]


def _in_order(ids: Sequence[str], totals: Sequence[int]) -> list[list[str]]:
    """The ids in groups of equals, most dots first; those without a dot are the last group."""
    places = places_of(totals)
    order = sorted(range(len(ids)), key=lambda i: (places[i] or len(ids) + 1, i))
    return [[ids[i] for i in equals] for _, equals in groupby(order, key=lambda i: totals[i])]


def _figures(ids: Sequence[str], ballots: Sequence[Ballot]) -> dict[str, int]:
    """The dots of one group by id, without those that it gave none."""
    return {id_: total for id_, total in zip(ids, totals_of(ballots), strict=True) if total}


# Choosing


def _chosen(counted: _Counted, read: BallotFile, places: int | None, budget: int | None, rule: str) -> Chosen:
    room = Room(places, Fraction(budget) if budget is not None else read.budget, read.costs)
    if rule != MOST:
        approvals = read.method == "approval"
        return by_equal_shares(read.options, counted.ballots, room, rule, approvals=approvals)
    points = dict(zip(read.options, counted.totals, strict=True))
    return most_first([ids for ids in counted.in_order if points[ids[0]]], room)


# What was done, in sentences


def _trail(read: BallotFile, counted: _Counted) -> Iterator[str]:
    limit = "no limit is stated" if counted.dots == NO_LIMIT else f"at most {counted.dots} dots"
    each = "" if counted.most == counted.dots else f", at most {counted.most} on one"
    yield f"Ballots counted: {len(counted.ballots)}. Ideas: {len(read.options)}. On a ballot: {limit}{each}."
    yield from _why_refused(counted.refused)
    if read.without:
        yield f"People of the list without a ballot in the file: {read.without}."
    unused = counted.dots * len(counted.ballots) - sum(counted.totals)
    kept = "" if counted.dots == NO_LIMIT else f" Not used: {unused}."
    yield f"Dots placed: {sum(counted.totals)}.{kept}"
    yield "Equal ideas share a place, and the next place is passed over."
    none = sum(total == 0 for total in counted.totals)
    if none:
        yield f"Ideas without a dot: {none}. They come last and have no place."


def _why_refused(refused: Sequence[RefusedLine]) -> Iterator[str]:
    if refused:
        reasons = Counter(line.why for line in refused)
        why = "; ".join(f"{count} × {reason}" for reason, count in sorted(reasons.items()))
        yield f"Lines refused: {len(refused)} ({why})."
