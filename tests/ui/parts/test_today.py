"""The day in pictures."""

from datetime import date

from ui.parts import today
from ui.parts.today import Fact, Picture, Where
from ui.words import Words
from workshop.domain.ids import StepId
from workshop.domain.kinds import StepState
from workshop.domain.records import Step, Workshop

EN = Words("en")
DAY = Workshop("w", "Leaving hospital", day=date(2026, 5, 14), starts="13:10")


def steps(*kinds: str, done: int = 0, here: bool = False) -> list[Step]:
    found = []
    for i, kind in enumerate(kinds):
        running = here and i == done
        state = StepState.FINISHED if i < done else StepState.STARTED if running else StepState.PLANNED
        found.append(Step(StepId(f"s{i}"), i, kind, f"Our {kind}", 10, state=state))
    return found


def test_steps_that_belong_together_are_one_picture() -> None:
    day = steps("arrivals", "welcome", "writing", "share", "groups", "ideas", "break", "vote", "result")
    shown = today.pictures(DAY, day, EN)
    assert [(p.text, p.at) for p in shown] == [
        ("Welcome", "13:20"),
        ("Write what matters", "13:30"),
        ("Put notes together", "13:50"),
        ("Find ideas", "14:00"),
        ("Tea, and vote", "14:10"),
    ]


def test_tea_alone_is_tea_and_a_vote_alone_is_a_vote() -> None:
    assert [p.text for p in today.pictures(DAY, steps("break", "ideas", "vote"), EN)] == [
        "Tea",
        "Find ideas",
        "Vote",
    ]
    assert [p.text for p in today.pictures(DAY, steps("result"), EN)] == ["What we chose"]


def test_a_step_of_ones_own_keeps_its_title() -> None:
    assert today.pictures(DAY, steps("singing"), EN) == [
        Picture("users", "Our singing", "13:10", Where.TO_COME)
    ]


def test_we_are_here_while_one_of_its_steps_is_running() -> None:
    day = steps("welcome", "writing", "share", "groups", done=2, here=True)
    assert [p.where for p in today.pictures(DAY, day, EN)] == [Where.BEHIND, Where.HERE, Where.TO_COME]
    between = steps("welcome", "writing", "share", done=2)
    assert [p.where for p in today.pictures(DAY, between, EN)] == [Where.BEHIND, Where.TO_COME]


def test_only_what_is_known_is_said() -> None:
    assert today.facts(Workshop("w", "Day"), [], EN) == []
    known = Workshop("w", "Day", starts="13:00", toilets="Door on the left")
    assert today.facts(known, steps("welcome", "break"), EN) == [
        Fact("coffee", "Tea", "13:10"),
        Fact("clock", "We end", "at 13:20"),
        Fact("toilet", "Toilets", "Door on the left"),
    ]


def test_who_helps() -> None:
    assert today.who_helps(Workshop("w", "Day"), EN) == "Day."
    assert today.who_helps(Workshop("w", "Day", led_by=("Ruth",)), EN) == "Day. Ruth is here to help."
    two = Workshop("w", "Day", led_by=("Leanne", "Ruth"))
    assert today.who_helps(two, EN) == "Day. Leanne and Ruth are here to help."
