"""The question, what is open, the steps, and the day's beginning and end."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.given import TODAY
from tests.session.given import SOON, TITLE, Room, refused
from workshop.domain.ids import StepId
from workshop.domain.kinds import DayState, StepState
from workshop.domain.labels import Label
from workshop.domain.records import Contact
from workshop.session.resources import template_named

NOWHERE = StepId("nothing")


def steps(room: Room) -> list[tuple[str, int, StepState]]:
    return [(s.title, s.position, s.state) for s in room.snapshot.steps]


def add_steps(room: Room, *titles: str) -> list[StepId]:
    return [room.session.plan.add_step("talk", title).step for title in titles]


def test_a_workshop_is_named_and_takes_the_steps_of_a_template(room: Room) -> None:
    add_steps(room, "An older plan")
    room.session.plan.create(
        " A new  title ", "What matters?", TODAY, "Village hall", template="half-day", language="cy"
    )
    day = room.day
    assert (day.title, day.question, day.day, day.place) == (
        "A new title",
        "What matters?",
        TODAY,
        "Village hall",
    )
    assert (day.template, day.language, day.practice) == ("half-day", "cy", True)
    wanted = [s["title"] for s in template_named("half-day")["steps"]]
    assert [(s.title, s.position) for s in room.snapshot.steps] == [(t, i) for i, t in enumerate(wanted)]
    room.session.plan.create("Without a plan")
    assert len(room.snapshot.steps) == len(wanted)  # what was planned stays
    room.session.undo()
    room.session.undo()
    assert (room.day.title, steps(room)) == (TITLE, [("An older plan", 0, StepState.PLANNED)])


def test_what_is_open_is_said_in_four_parts(room: Room) -> None:
    room.session.plan.set_scope("The roof", "The garden", "The budget", " Ruth  Bevan ", SOON)
    day = room.day
    assert (day.decided, day.still_open, day.not_open) == ("The roof", "The garden", "The budget")
    assert (day.sponsor, day.report_back_by) == ("Ruth Bevan", SOON)


def test_details_change_one_by_one(room: Room) -> None:
    plan, ring = room.session.plan, Contact("Buses", "Gwyn", "01443 123456")
    plan.set_details(host="The council", led_by=[" Leanne "], ring=[ring], change_until=SOON)
    plan.set_details(place="Hall", starts="13:00", ends="15:30")
    day = room.day
    assert (day.host, day.place, day.starts, day.ends) == ("The council", "Hall", "13:00", "15:30")
    assert (day.led_by, day.ring, day.change_until) == (("Leanne",), (ring,), SOON)


def test_steps_are_added_changed_moved_and_removed(room: Room) -> None:
    plan, (one, two, three) = room.session.plan, add_steps(room, "One", "Two", "Three")
    plan.edit_step(two, "Second", 25, "What matters?", "Slowly.")
    plan.move_step(three, 0)
    plan.remove_step(one)
    assert steps(room) == [("Three", 0, StepState.PLANNED), ("Second", 1, StepState.PLANNED)]
    second = room.snapshot.steps[1]
    assert (second.minutes, second.prompt, second.say) == (25, "What matters?", "Slowly.")
    plan.edit_step(two, minutes=5)
    assert (room.snapshot.steps[1].title, room.snapshot.steps[1].minutes) == ("Second", 5)


def test_a_step_is_added_where_it_belongs(room: Room) -> None:
    add_steps(room, "One", "Two")
    room.session.plan.add_step("talk", "Between", position=1)
    room.session.plan.add_step("talk", "First", position=-4)
    room.session.plan.add_step("talk", "Last", position=99)
    wanted = ["First", "One", "Between", "Two", "Last"]
    assert steps(room) == [(title, i, StepState.PLANNED) for i, title in enumerate(wanted)]


def test_a_step_is_copied_as_one_that_has_not_begun(room: Room) -> None:
    plan, (one, _) = room.session.plan, add_steps(room, "One", "Two")
    plan.edit_step(one, prompt="What matters?", say="Slowly.", to_do=["Wait."])
    plan.start_step(one)
    copied = plan.copy_step(one).step
    first, second, third = room.snapshot.steps
    assert second == replace(first, id=copied, position=1, state=StepState.PLANNED, started_at="")
    assert (third.title, third.position) == ("Two", 2)
    room.session.undo()
    assert [s[0] for s in steps(room)] == ["One", "Two"]


def test_the_day_is_named_and_its_steps_stay(room: Room) -> None:
    room.session.plan.create("A day", template="half-day")
    before = room.snapshot.steps
    room.session.plan.name_day(" Leaving  hospital ", "What matters?", TODAY)
    day = room.day
    assert (day.title, day.question, day.day) == ("Leaving hospital", "What matters?", TODAY)
    assert (day.template, room.snapshot.steps) == ("half-day", before)
    room.session.plan.set_scope("", "The garden", "The budget", "Ruth", SOON)
    room.session.plan.open_day()
    with refused(room, "its title and question stay"):
        room.session.plan.name_day("Another")


def test_one_step_runs_at_a_time(room: Room) -> None:
    plan, (one, two) = room.session.plan, add_steps(room, "One", "Two")
    plan.start_step(one)
    plan.start_step(two)
    assert [s[2] for s in steps(room)] == [StepState.FINISHED, StepState.STARTED]
    plan.finish_step()
    assert [s[2] for s in steps(room)] == [StepState.FINISHED, StepState.FINISHED]


def test_the_day_begins_and_ends(room: Room) -> None:
    plan = room.session.plan
    with refused(room, "what is open, what is not open, who will answer, by when they answer"):
        plan.open_day()
    plan.set_scope("", "The garden", "The budget", "Ruth", SOON)
    plan.open_day()
    assert room.day.state is DayState.OPEN
    with refused(room, "has begun already"):
        plan.open_day()
    with refused(room, "has begun: its title and question stay"):
        plan.create("Another")
    plan.close_day(SOON, " 10:00 ")
    day = room.day
    assert (day.state, day.next_date, day.next_time) == (DayState.CLOSED, SOON, "10:00")
    with refused(room, "nothing to undo"):
        room.session.undo()
    with refused(room, "closed already"):
        plan.close_day(SOON)


def test_a_day_without_a_next_date_ends_with_the_reason(room: Room) -> None:
    room.session.plan.close_day(reason="The service closes in May.")
    assert (room.day.next_date, room.day.no_next_reason) == (None, "The service closes in May.")


def test_a_plan_is_saved_as_a_template(room: Room, tmp_path: Path) -> None:
    step = room.session.plan.add_step("write", "Write", 20, "What matters?", "Slowly.").step
    how, to_do = "One thing on each note.", ["Walk round.", "Wait."]
    room.session.plan.edit_step(step, how=how, to_do=to_do, easy=["Write alone."])
    seq = room.last_seq()
    room.session.plan.save_template(tmp_path / "new" / "ours.json")
    assert room.last_seq() == seq
    assert json.loads((tmp_path / "new" / "ours.json").read_text("utf-8")) == {
        "title": TITLE,
        "steps": [
            {
                "kind": "write",
                "title": "Write",
                "minutes": 20,
                "prompt": "What matters?",
                "say": "Slowly.",
                "how": "One thing on each note.",
                "to_do": ["Walk round.", "Wait."],
                "easy": ["Write alone."],
            }
        ],
    }


def test_every_act_of_the_plan_can_be_undone(room: Room) -> None:
    plan, (one, two) = room.session.plan, add_steps(room, "One", "Two")
    acts: list[tuple[Label, Callable[[], object]]] = [
        (Label.MAKE_WORKSHOP, lambda: plan.create("New")),
        (Label.SET_SCOPE, lambda: plan.set_scope("a", "b", "c", "d", SOON)),
        (Label.CHANGE_DETAILS, lambda: plan.set_details(host="x")),
        (Label.CHANGE_DETAILS, lambda: plan.name_day("New", "Why?", TODAY)),
        (Label.ADD_STEP, lambda: plan.add_step("talk", "Three")),
        (Label.ADD_STEP, lambda: plan.copy_step(two)),
        (Label.EDIT_STEP, lambda: plan.edit_step(one, "First")),
        (Label.MOVE_STEP, lambda: plan.move_step(one, 9)),
        (Label.START_STEP, lambda: plan.start_step(one)),
        (Label.FINISH_STEP, plan.finish_step),
        (Label.REMOVE_STEP, lambda: plan.remove_step(two)),
        (Label.OPEN_DAY, plan.open_day),
    ]
    for label, act in acts:
        before = room.snapshot
        act()
        after = room.snapshot
        assert room.session.undo().label == label
        assert room.snapshot == before
        room.session.redo()
        assert room.snapshot == after != before


REFUSED: list[tuple[str, Callable[[Room], object], str]] = [
    ("no title", lambda r: r.session.plan.create(""), "the workshop a title"),
    (
        "no such plan",
        lambda r: r.session.plan.create("x", template="nothing"),
        "There is no plan of that name",
    ),
    ("another file", lambda r: r.session.plan.create("x", template="../consent_en"), "There is no plan"),
    ("step without title", lambda r: r.session.plan.add_step("talk", " "), "the step a title"),
    ("backwards", lambda r: r.session.plan.add_step("talk", "x", -1), "between 0 minutes and one day"),
    ("for ever", lambda r: r.session.plan.add_step("talk", "x", 1441), "between 0 minutes and one day"),
    ("edit nothing", lambda r: r.session.plan.edit_step(NOWHERE, "x"), "no such step"),
    ("copy nothing", lambda r: r.session.plan.copy_step(NOWHERE), "no such step"),
    ("no name", lambda r: r.session.plan.name_day(" "), "the workshop a title"),
    ("move nothing", lambda r: r.session.plan.move_step(NOWHERE, 0), "no such step"),
    ("remove nothing", lambda r: r.session.plan.remove_step(NOWHERE), "no such step"),
    ("start nothing", lambda r: r.session.plan.start_step(NOWHERE), "no such step"),
    ("finish nothing", lambda r: r.session.plan.finish_step(), "No step is running"),
    ("no date, no reason", lambda r: r.session.plan.close_day(), "next date, or the reason"),
    ("date gone", lambda r: r.session.plan.close_day(TODAY - timedelta(days=1)), "next date has passed"),
]


@pytest.mark.parametrize(("act", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_is_refused_changes_nothing(act: Callable[[Room], object], words: str, still_room: Room) -> None:
    with refused(still_room, words):
        act(still_room)


def test_a_step_that_has_begun_stays(room: Room) -> None:
    (one,) = add_steps(room, "One")
    room.session.plan.start_step(one)
    with refused(room, "has begun and stays"):
        room.session.plan.remove_step(one)


def test_the_day_does_not_end_while_a_vote_is_open(room: Room) -> None:
    room.open_vote()
    with refused(room, "The day cannot be closed while a vote is open"):
        room.close_day()


CLOSED: list[tuple[str, Callable[[Room], object]]] = [
    ("create", lambda r: r.session.plan.create("x")),
    ("set_scope", lambda r: r.session.plan.set_scope("a", "b", "c", "d")),
    ("set_details", lambda r: r.session.plan.set_details(host="x")),
    ("add_step", lambda r: r.session.plan.add_step("talk", "x")),
    ("copy_step", lambda r: r.session.plan.copy_step(NOWHERE)),
    ("name_day", lambda r: r.session.plan.name_day("x")),
    ("edit_step", lambda r: r.session.plan.edit_step(NOWHERE, "x")),
    ("move_step", lambda r: r.session.plan.move_step(NOWHERE, 1)),
    ("remove_step", lambda r: r.session.plan.remove_step(NOWHERE)),
    ("start_step", lambda r: r.session.plan.start_step(NOWHERE)),
]


@pytest.mark.parametrize("act", [c[1] for c in CLOSED], ids=[c[0] for c in CLOSED])
def test_the_plan_of_a_closed_day_stays(act: Callable[[Room], object], closed_room: Room) -> None:
    with refused(closed_room, "This day is closed"):
        act(closed_room)
