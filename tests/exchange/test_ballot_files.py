"""Reading ballot files: each line is part of a ballot, or is refused with its reason."""

import csv
import json
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from workshop.errors import ExchangeError
from workshop.exchange.ballot_files import (
    NO_LIMIT,
    BallotFile,
    FileBallot,
    RefusedLine,
    read_csv_ballots,
    read_pb_ballots,
)

NOT_DIGITS = "dots have to be a whole number from 1, in plain digits"
NOTES = b"note_id,text\n1,Benches\n2,A clock\n"
PEOPLE = b"person_id,role\nA,carer\nB,staff\nC,staff\n"
SESSIONS = ("brexit-consensus", "london.youth.policing", "vtaiwan.uberx")


def dots(*lines: str) -> bytes:
    return "\n".join(("person_id,role,note_id,dots", *lines, "")).encode()


# CSV


def test_the_lines_of_a_person_are_one_ballot_wherever_they_stand() -> None:
    read = read_csv_ballots(dots("A,carer,1,2", "B,staff,2,1", "A,carer,2,1"), NOTES, PEOPLE)
    assert read == BallotFile(
        ("1", "2"),
        (FileBallot({"1": 2, "2": 1}, "carer", (2, 4)), FileBallot({"2": 1}, "staff", (3,))),
        (),
        without=1,
    )


def test_without_lists_every_note_and_person_is_known_and_order_changes_nothing() -> None:
    lines = ["A,carer,10,2", "B,staff,9,1", "C,staff,x,1"]
    for order in (lines, lines[::-1]):
        read = read_csv_ballots(dots(*order))
        assert read.options == ("9", "10", "x")
        assert (len(read.ballots), read.refused, read.without) == (3, (), 0)


def test_the_group_comes_from_the_column_that_is_named_wherever_it_is() -> None:
    people = b"person_id,ward\nA,North\nB,\n"
    read = read_csv_ballots(b"person_id,note_id,dots\nA,1,1\nB,1,1\n", None, people, by="ward")
    assert [ballot.group for ballot in read.ballots] == ["North", "unknown"]
    read = read_csv_ballots(b"person_id,note_id,dots\nA,1,1\n", by="ward")
    assert [ballot.group for ballot in read.ballots] == [None]


@pytest.mark.parametrize(
    "cell", ["0", "-1", "1.5", "three", "", "=1+1", "٣", "３", "+2", " 2 ", "1e1", "0x1", "½", "1" * 40, "02"]
)
def test_dots_that_are_no_plain_number_are_refused(cell: str) -> None:
    read = read_csv_ballots(dots(f"A,carer,1,{cell}"), NOTES, PEOPLE)
    assert (read.ballots, read.refused) == ((), (RefusedLine(2, NOT_DIGITS),))


def test_a_ballot_is_refused_whole() -> None:
    read = read_csv_ballots(dots("A,carer,1,1", "B,staff,1,1", "A,carer,2,x"), NOTES, PEOPLE)
    assert [ballot.lines for ballot in read.ballots] == [(3,)]
    assert read.refused == (
        RefusedLine(2, "the same ballot as line 4, which is refused"),
        RefusedLine(4, NOT_DIGITS),
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Z,carer,1,1", "a person who is not in the list of people"),
        (",carer,1,1", "no person"),
        ("A,staff,1,1", "another group than the same person has elsewhere"),
        ("A,carer,1", "3 cells instead of 4"),
        ("A,carer,1,1,1", "5 cells instead of 4"),
    ],
)
def test_a_line_that_is_nobodys_is_refused_alone(line: str, why: str) -> None:
    read = read_csv_ballots(dots("A,carer,2,1", line), NOTES, PEOPLE)
    assert [ballot.choices for ballot in read.ballots] == [{"2": 1}]
    assert read.refused == (RefusedLine(3, why),)


def test_without_a_list_the_first_group_of_a_person_holds() -> None:
    read = read_csv_ballots(dots("A,carer,1,1", "A,staff,2,1"))
    assert [ballot.lines for ballot in read.ballots] == [(2,)]
    assert read.refused == (RefusedLine(3, "another group than the same person has elsewhere"),)


@pytest.mark.parametrize("name", ["person_id", "note_id", "dots"])
def test_a_column_that_is_missing_is_said(name: str) -> None:
    data = dots("A,carer,1,1").replace(name.encode(), b"other")
    with pytest.raises(ExchangeError, match=f"There is no column “{name}” in this file. Nothing was changed"):
        read_csv_ballots(data)


# PB

PB = """META
key;value
vote_type;cumulative
budget;1000.50
max_sum_points;5
max_points;3
PROJECTS
project_id;cost;name
a;500;"Benches; with backs"
b;600;"A clock
on the wall"
VOTES
voter_id;vote;points;sex
1;a,b;3,2;F
2;;;M
3;b;1;
"""


def test_a_pb_file_gives_options_limits_costs_and_ballots() -> None:
    assert read_pb_ballots(PB.encode(), by="sex") == BallotFile(
        ("a", "b"),
        (
            FileBallot({"a": 3, "b": 2}, "F", (14,)),
            FileBallot({}, "M", (15,)),
            FileBallot({"b": 1}, "unknown", (16,)),
        ),
        (),
        dots=5,
        most=3,
        budget=Fraction(2001, 2),
        costs={"a": Fraction(500), "b": Fraction(600)},
    )


def test_a_pb_file_is_read_whatever_its_line_ends_and_byte_order_mark() -> None:
    expected = read_pb_ballots(PB.encode())
    assert [ballot.group for ballot in expected.ballots] == [None] * 3
    assert read_pb_ballots(b"\xef\xbb\xbf" + PB.replace("\n", "\r\n").encode()) == expected


def test_a_pb_file_without_limits_has_none() -> None:
    read = read_pb_ballots(PB.replace("max_", "min_").replace("budget", "money").encode())
    assert (read.dots, read.most, read.budget) == (NO_LIMIT, None, None)


@pytest.mark.parametrize(
    ("vote", "why"),
    [
        ("a,b;1", "2 projects but 1 numbers of points"),
        ("a,a;1,1", "the same project twice on one ballot"),
        ("a;-1", "points have to be whole numbers from 1, in plain digits"),
        ("a;1.5", "points have to be whole numbers from 1, in plain digits"),
        ("a;", "1 projects but 0 numbers of points"),
    ],
)
def test_a_vote_that_cannot_be_read_is_refused(vote: str, why: str) -> None:
    read = read_pb_ballots(PB.replace("a,b;3,2", vote).encode())
    assert (len(read.ballots), read.refused) == (2, (RefusedLine(14, why),))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n\x00",
        b"person_id,role,note_id,dots\nA,carer,1,1\n",
        PB.replace("PROJECTS", "IDEAS").encode(),
        PB.replace("project_id", "number").encode(),
        PB.encode()[: PB.index("VOTES")],
        PB.encode("utf-16"),
    ],
)
def test_what_is_no_pb_file_is_said_plainly(data: bytes) -> None:
    with pytest.raises(ExchangeError, match="This is not a file of ballots"):
        read_pb_ballots(data)


@pytest.mark.parametrize("kind", ["scoring", "negative", ""])
def test_other_kinds_of_ballot_are_said_to_be_missing(kind: str) -> None:
    with pytest.raises(ExchangeError, match=f"The ballots of this file are “{kind}”"):
        read_pb_ballots(PB.replace("cumulative", kind).encode())


CHOICES = """META
key;value
vote_type;{kind}
max_length;3
PROJECTS
project_id;cost
a;4
b;7
c;1
d;1
VOTES
voter_id;vote
1;b,a
2;c,c
3;a,b,c,d
4;
"""


@pytest.mark.parametrize("kind", ["approval", "choose-1"])
def test_an_approval_is_one_point(kind: str) -> None:
    read = read_pb_ballots(CHOICES.format(kind=kind).encode())
    assert (read.method, read.dots, read.most) == ("approval", 3, 1)
    assert [dict(ballot.choices) for ballot in read.ballots] == [
        {"a": 1, "b": 1},
        {"a": 1, "b": 1, "c": 1, "d": 1},  # one too many: for whoever counts to refuse
        {},
    ]
    assert [(line.line, line.why) for line in read.refused] == [(14, "the same project twice on one ballot")]


def test_of_ranks_the_first_has_as_many_points_as_there_are_places() -> None:
    read = read_pb_ballots(CHOICES.format(kind="ordinal").encode())
    assert (read.method, read.dots, read.most) == ("ranking", 6, 3)
    assert [dict(ballot.choices) for ballot in read.ballots] == [{"b": 3, "a": 2}, {}]
    assert [(line.line, line.why) for line in read.refused] == [
        (14, "the same project twice on one ballot"),
        (15, "more than 3 projects in order"),
    ]


# Real files


@pytest.mark.data
@pytest.mark.parametrize("session", SESSIONS)
def test_real_sessions_are_read_whole(shared_data: Path, session: str) -> None:
    folder = shared_data / "dotvotes_derived" / session
    ballots, notes, people = (
        (folder / name).read_bytes() for name in ("dots.csv", "notes.csv", "people.csv")
    )
    reference = json.loads((folder / "reference.json").read_text(encoding="utf-8"))
    read = read_csv_ballots(ballots, notes, people)
    assert read.refused == ()
    assert len(read.options) == reference["notes"]
    assert len(read.ballots) + read.without == reference["people"]
    assert read.without == reference["people_by_dots_spent"].get("0", 0)


@pytest.mark.data
@pytest.mark.parametrize("session", SESSIONS)
def test_lines_of_real_files_that_cannot_be_read_are_refused(shared_data: Path, session: str) -> None:
    """Of the 17 kinds of bad ballot 4 can be read: they break rules of the vote, not of the file."""
    folder = shared_data / "dotvotes_derived" / session
    names = ("dots_with_invalid_rows.csv", "notes.csv", "people_for_invalid.csv")
    ballots, notes, people = ((folder / name).read_bytes() for name in names)
    with (folder / "dots_with_invalid_rows.index.csv").open(encoding="utf-8", newline="") as file:
        bad = {int(row["line_in_file"]): row["case"] for row in csv.DictReader(file)}
    assert len(set(bad.values())) == 17
    read = read_csv_ballots(ballots, notes, people)
    refused = {line.line for line in read.refused}
    assert refused < set(bad)
    assert {bad[line] for line in set(bad) - refused} == {
        "over_budget",
        "over_cap",
        "unknown_note",
        "huge_integer",
    }


@pytest.mark.data
def test_real_pb_files_are_read_whole(shared_data: Path) -> None:
    methods: Counter[str] = Counter()
    for path in sorted((shared_data / "ballots_pabulib").glob("*.pb")):
        reference = json.loads(path.with_suffix(".ref.json").read_text(encoding="utf-8"))
        found = read_pb_ballots(path.read_bytes())
        assert (len(found.ballots), found.refused) == (reference["num_votes"], ())
        assert len(found.options) == reference["num_projects"]
        methods[found.method] += 1
    assert methods == {"dots": 8, "approval": 5, "ranking": 1}
