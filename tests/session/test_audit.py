"""An audit counts what others counted, by the rules of the room, and says what it did."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from workshop.errors import ExchangeError, RuleBroken
from workshop.session.audit import in_words, tally

SESSIONS = ("brexit-consensus", "london.youth.policing", "vtaiwan.uberx")
REAL = (
    "France_Toulouse_2019",
    "Netherlands_Amsterdam_643",
    "Netherlands_Assen_2024",
    "Poland_Czestochowa_2024_Podjasnogorska",
    "Poland_Gdansk_2020_Mlyniska",
    "Poland_Gdansk_2020_Wzgorze_Mickiewicza",
    "Poland_Katowice_2024_Zarzecze",
    "Poland_Swiecie_2023",
    "Poland_Warszawa_2018_Pole_Mokotowskie",
    "Switzerland_Zurich_D5",
    "Switzerland_Zurich_S5",
    "Switzerland_Zurich_S5R",
    "Worldwide_Mechanical_Turk_Utilities_3",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Three people, four ideas, one of them on no ballot; idea 2 and 3 are equal."""
    (tmp_path / "notes.csv").write_text("note_id,text\n1,Benches\n2,Clock\n3,Quiet\n4,Light\n")
    path = tmp_path / "dots.csv"
    path.write_text(
        "person_id,role,note_id,dots\nA,carer,1,2\nA,carer,2,1\nB,staff,1,1\nB,staff,3,1\nC,staff,1,9\n"
    )
    return path


def test_a_file_is_counted_with_its_reasons_and_steps(file: Path) -> None:
    counted = tally(file, dots=3, most=2, places=2, notes=file.with_name("notes.csv"))
    assert counted.pop("seconds") >= 0
    assert counted == {
        "ballots": 2,
        "refused": [{"line": 6, "why": "At most 2 dots on one idea"}],
        "points": {"1": 3, "2": 1, "3": 1, "4": 0},
        "voters": {"1": 2, "2": 1, "3": 1, "4": 0},
        "places": [["1"], ["2", "3"], ["4"]],
        "selected": ["1"],
        "by": {"carer": {"1": 2, "2": 1}, "staff": {"1": 1, "3": 1}},
        "trail": [
            "Ballots counted: 2. Ideas: 4. On a ballot: at most 3 dots, at most 2 on one.",
            "Lines refused: 1 (1 × At most 2 dots on one idea).",
            "Dots placed: 5. Not used: 1.",
            "Equal ideas share a place, and the next place is passed over.",
            "Ideas without a dot: 1. They come last and have no place.",
            "Places filled: 1 of 2.",
            "2, 3 are equal and there is no room for all: a new vote on them decides.",
        ],
    }
    assert json.loads(json.dumps(counted)) == counted


def test_the_count_in_words(file: Path) -> None:
    counted = tally(file, dots=3, most=2, notes=file.with_name("notes.csv"))
    assert in_words(counted)[-6:] == [
        "Nothing was chosen: neither places nor a budget were given.",
        "Place 1: 1 (dots: 3, people: 2)",
        "Place 2 (equal): 2 (dots: 1, people: 1)",
        "Place 2 (equal): 3 (dots: 1, people: 1)",
        "No place: 4 (dots: 0, people: 0)",
        "Line 6 was refused: At most 2 dots on one idea.",
    ]


@pytest.mark.parametrize(
    ("places", "selected"), [(0, []), (1, ["1"]), (2, ["1"]), (3, ["1", "2", "3"]), (9, ["1", "2", "3"])]
)
def test_equals_are_chosen_together_or_not_at_all(file: Path, places: int, selected: list[str]) -> None:
    assert tally(file, dots=3, most=2, places=places)["selected"] == selected


PB = """META
key;value
vote_type;cumulative
budget;10
max_sum_points;6
PROJECTS
project_id;cost
a;4
b;7
c;{c}
d;{d}
e;0
VOTES
voter_id;vote;points
1;a,b,c,d;3,2,1,1
2;a,b;1,1
"""


@pytest.mark.parametrize(
    ("c", "d", "selected", "said"),
    [
        (3, 3, ["a", "c", "d"], "Most dots first, within 10: 0 is left."),
        (4, 9, ["a", "c"], "Most dots first, within 10: 2 is left."),
        (4, 4, ["a"], "c, d are equal and the money is not enough for all: a new vote decides."),
        (7, 7, ["a"], "Most dots first, within 10: 6 is left."),
    ],
)
def test_most_dots_first_within_the_money(
    tmp_path: Path, c: int, d: int, selected: list[str], said: str
) -> None:
    path = tmp_path / "votes.pb"
    path.write_text(PB.format(c=c, d=d).replace("1;a,b,c,d;3,2,1,1", "1;a,b,c,d;2,1,1,1"))
    counted = tally(path)
    assert counted["selected"] == selected
    assert said in counted["trail"]
    assert tally(path, budget=4)["selected"] == ["a"]
    assert tally(path, places=2)["selected"] == ["a", "b"]


def test_a_file_without_any_ballot_counts_to_nothing(file: Path) -> None:
    file.write_text("person_id,role,note_id,dots\n")
    counted = tally(file, notes=file.with_name("notes.csv"), places=2)
    assert (counted["ballots"], counted["points"]) == (0, {"1": 0, "2": 0, "3": 0, "4": 0})
    assert (counted["places"], counted["selected"]) == ([["1", "2", "3", "4"]], [])


@pytest.mark.parametrize("asked", [{"method": "shouting"}, {"rule": "the-boss-decides"}])
def test_a_method_or_rule_that_is_not_here_is_said_with_those_that_are(
    file: Path, asked: dict[str, str]
) -> None:
    with pytest.raises(RuleBroken, match="There is no “(shouting|the-boss-decides)”.*There are: (dots|most)"):
        tally(file, **asked)  # type: ignore[arg-type]


def test_approvals_and_ratings_of_a_csv_file(file: Path) -> None:
    rated = tally(file, method="rating", most=3)
    assert rated["points"] == {"1": 3, "2": 1, "3": 1}
    assert "no limit is stated" in rated["trail"][0]  # each note on its own
    approved = tally(file, method="approval")
    assert [line["why"] for line in approved["refused"]] == ["At most 1 dots on one idea"] * 3


def test_places_of_a_csv_file_are_points(tmp_path: Path) -> None:
    file = tmp_path / "ranks.csv"
    rows = ["p1,carer,a,1", "p1,carer,b,2", "p1,carer,c,3", "p2,staff,b,1", "p2,staff,a,1", "p3,staff,c,9"]
    file.write_text("person_id,role,note_id,dots\n" + "\n".join(rows), encoding="utf-8")
    counted = tally(file, method="ranking", most=3)
    assert counted["points"] == {"a": 3, "b": 2, "c": 1}
    assert [line["why"] for line in counted["refused"]] == ["places are 1 to 3, each given once"] * 3


ROOM = """person_id,role,note_id,dots
{eight}
{four}
"""


def test_equal_shares_is_explained_step_by_step(tmp_path: Path) -> None:
    file = tmp_path / "room.csv"
    many = ("lights", "parking", "signs")
    eight = "\n".join(f"p{n},staff,{note},1" for n in range(8) for note in many)
    four = "\n".join(f"c{n},carer,respite,1" for n in range(4))
    file.write_text(ROOM.format(eight=eight, four=four), encoding="utf-8")
    most = tally(file, method="approval", places=3)
    assert most["selected"] == ["lights", "parking", "signs"]
    fair = tally(file, method="approval", places=3, rule="equal-shares-add1")
    assert fair["selected"] == ["respite"]
    assert fair["trail"][-7:] == [
        "Each of 12 people had an equal share: 1/4 of a place.",
        "lights: 8 people put their shares together and filled a place. "
        "Nobody gave more than 1/8 of a place.",
        "parking: 8 people put their shares together and filled a place. "
        "Nobody gave more than 1/8 of a place. 8 of them gave all they had left.",
        "respite: 4 people put their shares together and filled a place. "
        "Nobody gave more than 1/4 of a place. 4 of them gave all they had left.",
        "“lights”, “parking” and “signs” are equal, and there is room for 2 of them: "
        "a new vote on them decides.",
        "Places filled: 3 of 3.",
        "Fair to all: no 4 people who agree on an idea were left with nothing they wanted.",
    ]


def test_a_file_that_is_not_there_is_said_plainly(file: Path) -> None:
    with pytest.raises(ExchangeError, match="“none.csv” cannot be read"):
        tally(file.with_name("none.csv"))
    with pytest.raises(ExchangeError, match="“none.csv” cannot be read"):
        tally(file, people=file.with_name("none.csv"))


# Real votes against the counts of others


def counted_session(folder: Path, ballots: str, people: str) -> tuple[dict[str, Any], dict[str, Any]]:
    counted = tally(
        folder / ballots, dots=5, most=3, notes=folder / "notes.csv", people=folder / people, places=3
    )
    return counted, json.loads((folder / "reference.json").read_text(encoding="utf-8"))


@pytest.mark.data
@pytest.mark.parametrize("session", SESSIONS)
@pytest.mark.parametrize(
    ("ballots", "people"),
    [("dots.csv", "people.csv"), ("dots_with_invalid_rows.csv", "people_for_invalid.csv")],
)
def test_real_sessions_count_as_their_reference(
    shared_data: Path, session: str, ballots: str, people: str
) -> None:
    counted, reference = counted_session(shared_data / "dotvotes_derived" / session, ballots, people)
    rows = reference["tally"]
    assert counted["points"] == {row["note_id"]: row["dots"] for row in rows}
    assert counted["voters"] == {row["note_id"]: row["people"] for row in rows}
    roles = reference["dots_total_by_role"]
    assert counted["by"] == {
        role: {row["note_id"]: row["by_role"][role] for row in rows if role in row["by_role"]}
        for role in roles
    }
    assert [ids for ids in counted["places"] if len(ids) > 1] == reference["tie_groups"]
    assert ranks(counted["places"]) == {row["note_id"]: row["competition_rank"] for row in rows}
    assert counted["ballots"] == reference["people"] - reference["people_by_dots_spent"].get("0", 0)


def ranks(places: list[list[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for ids in places:
        found |= dict.fromkeys(ids, len(found) + 1)
    return found


@pytest.mark.data
@pytest.mark.parametrize("session", SESSIONS)
def test_every_kind_of_bad_ballot_is_refused_by_line(shared_data: Path, session: str) -> None:
    folder = shared_data / "dotvotes_derived" / session
    counted, _ = counted_session(folder, "dots_with_invalid_rows.csv", "people_for_invalid.csv")
    with (folder / "dots_with_invalid_rows.index.csv").open(encoding="utf-8", newline="") as index:
        bad = [int(row["line_in_file"]) for row in csv.DictReader(index)]
    assert [refused["line"] for refused in counted["refused"]] == bad
    assert all(refused["why"] for refused in counted["refused"])


@pytest.mark.data
@pytest.mark.parametrize("name", REAL)
def test_real_ballots_count_as_their_reference(shared_data: Path, name: str) -> None:
    path = shared_data / "ballots_pabulib" / f"{name}.pb"
    reference = json.loads(path.with_suffix(".ref.json").read_text(encoding="utf-8"))
    counted = tally(path, by="sex")
    assert (counted["ballots"], counted["refused"]) == (reference["num_votes"], [])
    assert counted["points"] == reference["points"]
    assert counted["voters"] == reference["voters"]
    assert counted["by"] == reference["by_role"].get("sex", {})
    with_dots = [id_ for id_ in reference["own_greedy"]["greedy_skip_by_points"] if counted["points"][id_]]
    undecided = any("a new vote decides" in sentence for sentence in counted["trail"])
    assert counted["selected"] == with_dots[: len(counted["selected"])] if undecided else with_dots


@pytest.mark.data
@pytest.mark.parametrize("name", ["Netherlands_Assen_2024", "Poland_Swiecie_2023"])
def test_equal_shares_finds_the_winners_that_were_published(shared_data: Path, name: str) -> None:
    path = shared_data / "ballots_pabulib" / f"{name}.pb"
    published = json.loads(path.with_suffix(".ref.json").read_text(encoding="utf-8"))["published_selected"]
    assert sorted(tally(path, rule="equal-shares-add1")["selected"]) == sorted(published)


@pytest.mark.data
@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize("rule", ["equal-shares", "equal-shares-add1"])
def test_equal_shares_finds_what_another_program_found(shared_data: Path, name: str, rule: str) -> None:
    """Where nothing was left to a new vote; then that program goes by the order of names."""
    path = shared_data / "ballots_pabulib" / f"{name}.pb"
    theirs = json.loads(path.with_suffix(".ref.json").read_text(encoding="utf-8"))["pabutools"]
    kind = "equal_shares_add1" if rule.endswith("add1") else "equal_shares"
    sats = ("Additive_Cardinal_Sat", "Cost_Sat", "Additive_Borda_Sat")
    found = next((theirs[f"{kind}/{sat}"] for sat in sats if f"{kind}/{sat}" in theirs), {})
    counted = tally(path, rule=rule)
    if "selected" in found and not any("are equal" in sentence for sentence in counted["trail"]):
        assert sorted(counted["selected"]) == sorted(found["selected"])


@pytest.mark.slow
@pytest.mark.data
def test_thirty_thousand_real_ballots_count_as_their_reference(shared_data: Path) -> None:
    test_real_ballots_count_as_their_reference(shared_data, "Poland_Czestochowa_2025")


def test_without_a_limit_none_is_made_up(tmp_path: Path) -> None:
    file = tmp_path / "dots.csv"
    file.write_text("person_id,role,note_id,dots\np1,carer,n1,30\np2,staff,n2,1\n", encoding="utf-8")

    counted = tally(file)

    assert (counted["points"], counted["refused"]) == ({"n1": 30, "n2": 1}, [])
    assert "no limit is stated" in counted["trail"][0]
    assert not any("Not used" in sentence for sentence in counted["trail"])
