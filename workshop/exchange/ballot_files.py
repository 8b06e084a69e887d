"""Ballot files of other votes: bytes in, ballots by id out, and a reason for each line that is refused.

Two formats. CSV: a line is one person's dots on one note (`person_id,role,note_id,dots`); the lines of
a person are one ballot, taken whole or refused whole. PB (pabulib.org/format): sections META, PROJECTS
and VOTES, separated by semicolons; a line of VOTES is one ballot.

Dots are digits, and nothing else: what a spreadsheet might have made of them is not guessed at.
Whether a ballot keeps the rules of its vote is not judged here but in `workshop.domain.voting`.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from workshop.errors import ExchangeError
from workshop.exchange.csv_in import LARGEST_FILE, read_table

_DOTS = re.compile(r"[1-9][0-9]{0,30}", re.ASCII)
_MONEY = re.compile(r"[0-9]+(?:\.[0-9]+)?", re.ASCII)
_SECTIONS = ("META", "PROJECTS", "VOTES")
_LONGEST_CELL = 2_000_000  # characters
NOBODY_SAID = "unknown"  # the group of a person of whom the file does not say it
NO_LIMIT = 10**9  # dots; where neither the file nor whoever counts it states one


@dataclass(frozen=True)
class FileBallot:
    """One ballot of a file: dots by id, the group of the person, and the lines it stands on.

    `group` is None where the file has no column for it.
    """

    choices: Mapping[str, int]
    group: str | None
    lines: tuple[int, ...]


@dataclass(frozen=True)
class RefusedLine:
    """One line that is part of no ballot, and why."""

    line: int
    why: str


@dataclass(frozen=True)
class BallotFile:
    """What a file says. `options` are ids in the order of the file; a CSV file states no limits.

    `method` is how people voted: "dots", "approval" (each choice is 1) or "ranking" (the first choice has
    as many points as there are places, the last one 1). `without` is how many people of the list have
    no line in the file.
    """

    options: tuple[str, ...]
    ballots: tuple[FileBallot, ...]
    refused: tuple[RefusedLine, ...]
    dots: int | None = None
    most: int | None = None
    budget: Fraction | None = None
    costs: Mapping[str, Fraction] = field(default_factory=dict)
    without: int = 0
    method: str = "dots"


# CSV


@dataclass
class _Person:
    """The lines of one person so far."""

    group: str | None
    choices: dict[str, int] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
    wrong: dict[int, str] = field(default_factory=dict)  # line → why


@dataclass(frozen=True)
class _Line:
    number: int
    person: str
    group: str | None  # None: the file has no such column
    note: str
    dots: str


def read_csv_ballots(
    data: bytes, notes: bytes | None = None, people: bytes | None = None, by: str = "role"
) -> BallotFile:
    """The ballots of a CSV file. ExchangeError when a column is missing or a file cannot be read.

    `notes` is the CSV file of all notes (`note_id`), `people` that of all people (`person_id` and the
    column `by`, which groups them). Without them, every note and person of the ballots is known.
    """
    listed = None if people is None else _column(people, "person_id", by)
    persons: dict[str, _Person] = {}
    refused: list[RefusedLine] = []
    for line in _lines(data, by):
        if isinstance(line, RefusedLine):
            refused.append(line)
        elif why := _not_theirs(line, listed, persons):
            refused.append(RefusedLine(line.number, why))
        else:
            _take(line, persons.setdefault(line.person, _Person(_group_of(line, listed))))
    ballots = [_whole(person) for person in persons.values() if not person.wrong]
    refused += [line for person in persons.values() if person.wrong for line in _refused(person)]
    options = _in_order(ballots) if notes is None else tuple(_column(notes, "note_id"))
    return BallotFile(
        options,
        tuple(ballots),
        tuple(sorted(refused, key=lambda line: line.line)),
        without=len(set(listed or ()) - set(persons)),
    )


def _column(data: bytes, name: str, second: str | None = None) -> dict[str, str | None]:
    """The cells of one column, each with its cell of the second column where there is one."""
    table = read_table(data)
    at = _place(table.header, name)
    beside = table.header.index(second) if second in table.header else None
    return {
        row.cells[at]: None if beside is None else row.cells[beside]
        for row in table.rows
        if len(row.cells) == len(table.header)
    }


def _place(header: Sequence[str], name: str) -> int:
    if name not in header:
        raise ExchangeError(f"There is no column “{name}” in this file. Nothing was changed.")
    return header.index(name)


def _lines(data: bytes, by: str) -> list[_Line | RefusedLine]:
    table = read_table(data)
    person, note, dots = (_place(table.header, name) for name in ("person_id", "note_id", "dots"))
    group = table.header.index(by) if by in table.header else None
    return [
        _Line(
            row.line,
            row.cells[person],
            None if group is None else row.cells[group],
            row.cells[note],
            row.cells[dots],
        )
        if len(row.cells) == len(table.header)
        else RefusedLine(row.line, f"{len(row.cells)} cells instead of {len(table.header)}")
        for row in table.rows
    ]


def _not_theirs(line: _Line, listed: Mapping[str, str | None] | None, persons: Mapping[str, _Person]) -> str:
    """Why a line is no part of the person's ballot; "" when it is."""
    if not line.person:
        return "no person"
    if listed is not None and line.person not in listed:
        return "a person who is not in the list of people"
    group = listed[line.person] if listed is not None else None
    if group is None and line.person in persons:
        group = persons[line.person].group
    if None not in (group, line.group) and group != line.group:
        return "another group than the same person has elsewhere"
    return ""


def _group_of(line: _Line, listed: Mapping[str, str | None] | None) -> str | None:
    said = (listed or {}).get(line.person)
    group = line.group if said is None else said
    return NOBODY_SAID if group == "" else group


def _take(line: _Line, person: _Person) -> None:
    person.lines.append(line.number)
    if not _DOTS.fullmatch(line.dots):
        person.wrong[line.number] = "dots have to be a whole number from 1, in plain digits"
    elif line.note in person.choices:
        person.wrong[line.number] = "the same note twice on one ballot"
    else:
        person.choices[line.note] = int(line.dots)


def _whole(person: _Person) -> FileBallot:
    return FileBallot(person.choices, person.group, tuple(person.lines))


def _refused(person: _Person) -> list[RefusedLine]:
    """All lines of a ballot of which some are wrong: it is refused whole."""
    (first, *_) = person.wrong
    return [
        RefusedLine(line, person.wrong.get(line, f"the same ballot as line {first}, which is refused"))
        for line in person.lines
    ]


def _in_order(ballots: Sequence[FileBallot]) -> tuple[str, ...]:
    """All ids that have dots, in an order that does not depend on that of the ballots."""
    ids = {id_ for ballot in ballots for id_ in ballot.choices}
    return tuple(sorted(ids, key=lambda id_: (not id_.isdecimal(), len(id_) if id_.isdecimal() else 0, id_)))


# PB


@dataclass
class _Section:
    header: list[str] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)  # with the line it begins on

    def dicts(self) -> list[tuple[int, dict[str, str]]]:
        return [(line, dict(zip(self.header, row, strict=False))) for line, row in self.rows]


_NO_POINTS = "points have to be whole numbers from 1, in plain digits"
_METHODS = {"cumulative": "dots", "approval": "approval", "choose-1": "approval", "ordinal": "ranking"}


def read_pb_ballots(data: bytes, by: str = "role") -> BallotFile:
    """The ballots of a PB file of points, approvals or ranks. ExchangeError for all others.

    `by` is the column of VOTES that groups people. A ballot that names a project twice is refused: it
    cannot be told what was meant.
    """
    sections = _sections(data)
    meta = {row[0].strip(): row[1].strip() for _, row in sections["META"].rows if len(row) > 1}
    method = _METHODS.get(meta.get("vote_type", ""))
    if method is None:
        raise ExchangeError(
            f"The ballots of this file are “{meta.get('vote_type', '')}”. This version counts points, "
            "approvals and ranks. Nothing was changed."
        )
    projects = [row for _, row in sections["PROJECTS"].dicts()]
    longest = _limit(meta, "max_length") or len(projects)
    votes = [_vote(line, row, by, method, longest) for line, row in sections["VOTES"].dicts()]
    return BallotFile(
        options=tuple(dict.fromkeys(row["project_id"].strip() for row in projects)),
        ballots=tuple(vote for vote in votes if isinstance(vote, FileBallot)),
        refused=tuple(vote for vote in votes if isinstance(vote, RefusedLine)),
        dots=_most_together(meta, method, longest),
        most=_most_on_one(meta, method, longest),
        budget=_money(meta.get("budget", "")),
        costs={row["project_id"].strip(): cost for row in projects if (cost := _money(row.get("cost", "")))},
        method=method,
    )


def _most_together(meta: Mapping[str, str], method: str, longest: int) -> int:
    """The most points on one ballot."""
    if method == "dots":
        return _limit(meta, "max_sum_points") or NO_LIMIT
    return longest if method == "approval" else longest * (longest + 1) // 2


def _most_on_one(meta: Mapping[str, str], method: str, longest: int) -> int | None:
    if method == "dots":
        return _limit(meta, "max_points")
    return 1 if method == "approval" else longest


def _sections(data: bytes) -> dict[str, _Section]:
    sections: dict[str, _Section] = {}
    current: _Section | None = None
    for line, row in _semicolon_rows(data):
        if len(row) == 1 and row[0].strip().upper() in _SECTIONS:
            current = sections.setdefault(row[0].strip().upper(), _Section())
        elif current is None:
            break
        elif not current.header:
            current.header = [cell.strip() for cell in row]
        else:
            current.rows.append((line, row))
    if set(sections) != set(_SECTIONS) or "project_id" not in sections["PROJECTS"].header:
        raise _no_ballots()
    return sections


def _semicolon_rows(data: bytes) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with the line it begins on."""
    if len(data) > LARGEST_FILE:
        raise ExchangeError("This file is too large for a file of ballots. Nothing was changed.")
    before = csv.field_size_limit(_LONGEST_CELL)
    rows, line = [], 1
    try:
        reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((line, row))
            line = reader.line_num + 1
    except (UnicodeDecodeError, csv.Error) as error:
        raise _no_ballots() from error
    finally:
        csv.field_size_limit(before)
    return rows


def _no_ballots() -> ExchangeError:
    return ExchangeError(
        "This is not a file of ballots: it needs the sections META, PROJECTS and VOTES. "
        "Nothing was changed. Please choose another file."
    )


def _vote(line: int, row: Mapping[str, str], by: str, method: str, longest: int) -> FileBallot | RefusedLine:
    ids = _listed(row.get("vote", ""))
    points = _points(row, ids, method, longest)
    if len(ids) != len(points):
        return RefusedLine(line, f"{len(ids)} projects but {len(points)} numbers of points")
    if len(set(ids)) < len(ids):
        return RefusedLine(line, "the same project twice on one ballot")
    if not all(_DOTS.fullmatch(number) for number in points):
        return RefusedLine(line, _NO_POINTS if method == "dots" else f"more than {longest} projects in order")
    group = (row[by].strip() or NOBODY_SAID) if by in row else None
    return FileBallot({id_: int(number) for id_, number in zip(ids, points, strict=True)}, group, (line,))


def _points(row: Mapping[str, str], ids: Sequence[str], method: str, longest: int) -> list[str]:
    """The points of each project as the file writes them, or as the method gives them."""
    if method == "dots":
        return _listed(row.get("points", ""))
    return [str(longest - place) if method == "ranking" else "1" for place in range(len(ids))]


def _listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",")] if cell.strip() else []


def _limit(meta: Mapping[str, str], name: str) -> int | None:
    found = _DOTS.fullmatch(meta.get(name, ""))
    return int(found[0]) if found else None


def _money(cell: str) -> Fraction | None:
    found = _MONEY.fullmatch(cell.strip())
    return Fraction(found[0]) if found else None
