"""What the desk reads of a day: the stage, what follows, the large act, counts and tools."""

from dataclasses import replace

import pytest

from tests import given
from ui.parts import desk
from ui.parts.desk import ARRIVALS, BOARD, PRINT, PROMISES, VOTE, Act, Count, Day
from ui.parts.desk_acts import DESK_PAGES
from ui.parts.desk_picture import Kind, picture_of
from ui.parts.desk_tools import PeopleSee, tools_of
from ui.screens import NAMES
from ui.words import words_in
from workshop.domain.ids import GroupId, IdeaId, MembershipId, NoteId, OptionId, RoundId, StepId
from workshop.domain.kinds import DayState, NoteSource, NoteState, RoundState, StepState
from workshop.domain.records import Group, Idea, Membership, Option, Round, Step

WORDS = words_in("en")
KINDS = "arrivals welcome writing share groups ideas break vote result promises goodbye".split()
OPTION = Option(OptionId("o"), 1, "A plan on one page")
VOTING = Round(RoundId("r"), 1, "What first?", "What helps most", (OPTION,))


def day_at(kind: str, **more: object) -> Day:
    """An open day of fourteen people, at the step of this kind; "" before the first."""
    at = KINDS.index(kind) if kind else -1
    states = [
        StepState.FINISHED if i < at else StepState.STARTED if i == at else StepState.PLANNED
        for i in range(len(KINDS))
    ]
    steps = tuple(
        Step(StepId(f"s{i}"), i, each, each.title(), 10, state=state)
        for i, (each, state) in enumerate(zip(KINDS, states, strict=True))
    )
    workshop = given.workshop(expected=14, state=DayState.OPEN)
    return replace(Day(workshop, steps), **more)  # type: ignore[arg-type]


def hidden(day: Day, finished: int = 0) -> Day:
    return replace(day, workshop=replace(day.workshop, writing_hidden=True, finished=finished))


def acts(day: Day, people: PeopleSee | None = None) -> list[Act]:
    return [tool.act for tool in tools_of(day, people or PeopleSee("board"), WORDS)]


def locks(day: Day, people: PeopleSee | None = None) -> dict[Act, str]:
    return {tool.act: tool.why_not for tool in tools_of(day, people or PeopleSee("board"), WORDS)}


# Stages and steps


@pytest.mark.parametrize(
    ("kind", "stage"),
    [
        ("arrivals", ARRIVALS),
        ("welcome", ARRIVALS),
        ("writing", BOARD),
        ("groups", BOARD),
        ("break", BOARD),
        ("vote", VOTE),
        ("result", VOTE),
        ("promises", PROMISES),
        ("goodbye", PRINT),
    ],
)
def test_each_step_belongs_to_a_stage(kind: str, stage: int) -> None:
    assert desk.stage_of(day_at(kind)) == stage


def test_an_open_vote_is_the_stage_whatever_the_step() -> None:
    assert desk.stage_of(day_at("break", rounds=(VOTING,))) == VOTE


def test_before_the_first_step_the_day_is_prepared() -> None:
    assert desk.stage_of(day_at("")) == 0


def test_what_follows_is_numbered_without_the_arrivals() -> None:
    following = desk.following_of(day_at("share"), WORDS)
    assert (following.title, following.button, following.why_not) == ("Groups", "Go to step 4", "")
    first = desk.following_of(day_at(""), WORDS)
    assert first.button == "Go to Arrivals"


def test_an_open_vote_locks_what_follows() -> None:
    following = desk.following_of(day_at("vote", rounds=(VOTING,)), WORDS)
    assert following.why_not == "Close the vote first"
    assert following.text == "10 minutes. Only after the vote is closed."


def test_after_the_last_step_nothing_follows() -> None:
    assert desk.following_of(day_at("goodbye"), WORDS).step is None


# The large act


@pytest.mark.parametrize(
    ("day", "act"),
    [
        (day_at("arrivals"), Act.NEXT_PERSON),
        (day_at("writing"), Act.HIDE_WRITING),
        (day_at("writing", notes=(given.note(1),)), None),
        (hidden(day_at("writing")), Act.REVEAL),
        (day_at("share"), None),
        (day_at("vote"), Act.OPEN_VOTE),
        (day_at("vote", rounds=(VOTING,)), Act.NEXT_VOTER),
        (day_at("break", rounds=(VOTING,)), Act.NEXT_VOTER),
        (day_at("vote", rounds=(replace(VOTING, state=RoundState.CLOSED),)), None),
        (day_at("vote", rounds=(replace(VOTING, state=RoundState.CANCELLED),)), Act.OPEN_VOTE),
        (day_at("promises"), Act.PROMISES),
        (day_at("goodbye"), Act.PRINT),
    ],
)
def test_each_moment_has_one_large_act_or_goes_on(day: Day, act: Act | None) -> None:
    large = desk.large_of(day, WORDS)
    assert (large.act if large else None) is act


def test_notes_the_team_brought_in_do_not_count_as_written() -> None:
    day = day_at("writing", notes=(given.note(1, source=NoteSource.PREPARED),))
    large = desk.large_of(day, WORDS)
    assert large is not None and large.act is Act.HIDE_WRITING


@pytest.mark.parametrize(
    ("finished", "said"),
    [
        (14, "Everyone has finished."),
        (13, "1 person has not finished. They can still add notes after."),
        (9, "5 people have not finished. They can still add notes after."),
    ],
)
def test_turning_over_says_how_many_still_write(finished: int, said: str) -> None:
    assert desk.large_second(hidden(day_at("writing"), finished), Act.REVEAL, WORDS) == said


# Counts


def test_counts_of_the_board() -> None:
    notes = tuple(given.note(n) for n in (1, 2, 3)) + (given.note(4, state=NoteState.WITHHELD),)
    groups = (Group(GroupId("g"), "Medicines", 0),)
    inside = (Membership(MembershipId("m"), NoteId("note-1"), GroupId("g"), 0),)
    day = day_at("groups", notes=notes, groups=groups, memberships=inside)
    assert desk.counts_of(day, WORDS) == (Count("3", "notes"), Count("1", "group"), Count("2", "loose"))


def test_counts_of_quiet_writing() -> None:
    notes = (given.note(1, state=NoteState.HIDDEN), given.note(2))
    day = hidden(day_at("writing", notes=notes), 9)
    assert desk.counts_of(day, WORDS) == (Count("9 of 14", "have finished"), Count("1", "note, face down"))


def test_counts_of_a_vote_are_how_many_and_no_more() -> None:
    day = day_at("vote", rounds=(VOTING,), ballots=6)
    assert desk.counts_of(day, WORDS) == (Count("6 of 14", "have voted"), Count("8", "still to vote"))
    assert desk.not_voted(day) == 8


def test_more_ballots_than_people_leave_nobody_out() -> None:
    day = day_at("vote", rounds=(VOTING,), ballots=16)
    assert desk.counts_of(day, WORDS)[0] == Count("16 of 16", "have voted")
    assert desk.not_voted(day) == 0


# Tools


def test_there_are_six_tools_at_every_moment() -> None:
    moments = [*(day_at(kind) for kind in ["", *KINDS]), hidden(day_at("writing"))]
    moments.append(day_at("vote", rounds=(VOTING,)))
    assert [len(acts(day)) for day in moments] == [6] * len(moments)
    assert all(len(set(acts(day))) == 6 for day in moments)


def test_the_large_act_is_no_tool_as_well() -> None:
    for kind in KINDS:
        large = desk.large_of(day_at(kind), WORDS)
        assert large is None or large.act not in acts(day_at(kind))


def test_the_vote_opens_after_the_ideas() -> None:
    assert locks(day_at("groups"))[Act.OPEN_VOTE] == "After the ideas, step 6"
    assert locks(day_at("ideas"))[Act.OPEN_VOTE] == "After the ideas, step 6"
    two = tuple(Idea(IdeaId(f"i{n}"), n, f"Idea {n}") for n in (1, 2))
    assert locks(day_at("ideas", ideas=two))[Act.OPEN_VOTE] == ""
    assert locks(day_at("break"))[Act.OPEN_VOTE] == ""


def test_a_plan_without_ideas_votes_at_its_vote() -> None:
    day = day_at("groups")
    without = replace(day, steps=tuple(s for s in day.steps if s.kind != "ideas"))
    assert locks(without)[Act.OPEN_VOTE] == "In the vote, step 6"


def test_what_was_called_up_is_put_away_at_the_same_place() -> None:
    usual = acts(day_at("share"))
    called_up = acts(day_at("share"), PeopleSee("today", usual=False))
    assert called_up == [Act.BACK_TO_BOARD if act is Act.TODAY else act for act in usual]


def test_nothing_is_called_up_over_somebodys_own_page() -> None:
    own = locks(day_at("arrivals"), PeopleSee("arrive_name", usual=False, own=True))
    assert own[Act.TODAY] == "Somebody is at the screen"
    voting = locks(day_at("vote", rounds=(VOTING,)), PeopleSee("ballot", usual=False, own=True))
    assert voting[Act.RULE_CARD] == "Somebody is at the screen"


def test_tools_lead_only_to_pages_that_exist() -> None:
    assert {page for page in DESK_PAGES.values() if page not in NAMES} == set()


# The picture of the people's screen


@pytest.mark.parametrize(
    ("page", "private", "voting", "paused", "kind"),
    [
        ("board", False, False, False, Kind.BOARD),
        ("today", False, False, False, Kind.PLAIN),
        ("board", False, False, True, Kind.PLAIN),
        ("ballot", True, True, False, Kind.COVER),
        ("arrive_question", True, False, False, Kind.COVER),
        ("cover", False, True, False, Kind.COVER),
        ("board", False, True, False, Kind.COVER),
    ],
)
def test_what_is_somebodys_own_is_a_cover(
    page: str, private: bool, voting: bool, paused: bool, kind: Kind
) -> None:
    seen = picture_of(page, private=private, voting=voting, paused=paused, words=WORDS)
    assert seen.kind is kind
