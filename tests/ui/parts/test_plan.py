"""The plan in lines and sentences: times worked out, kinds, what is missing, how a text reads."""

from dataclasses import replace

import pytest

from tests import given
from tests.given import TODAY
from ui.icons import names as icon_names
from ui.parts import plan
from ui.parts.plan_reading import plainer_words, reading_line
from ui.stage import PAGE_OF_STEP
from ui.words import words_in
from workshop.domain.ids import StepId
from workshop.domain.kinds import StepState
from workshop.domain.records import Step

EN = words_in("en")
DAY = given.workshop(starts="13:10", ends="15:40")
STEPS = (
    Step(StepId("a"), 0, "arrivals", "Arrivals", 25),
    Step(StepId("b"), 1, "writing", "Quiet writing", 8, "What matters to you?", state=StepState.STARTED),
    Step(StepId("c"), 2, "vote", "Vote", 15),
)


def test_each_step_has_a_line_with_its_time() -> None:
    state = StepState.PLANNED
    assert plan.lines(DAY, STEPS, EN) == [
        plan.StepLine(
            StepId("a"), "13:10", "door-open", "Arrivals", "Tea, names and choices", "25 min", state
        ),
        plan.StepLine(
            StepId("b"),
            "13:35",
            "eye-off",
            "Quiet writing",
            "Each alone, notes face down",
            "8 min",
            StepState.STARTED,
        ),
        plan.StepLine(StepId("c"), "13:43", "vote", "Vote", "No question yet", "15 min", state),
    ]


def test_without_a_start_there_are_no_times_but_a_length() -> None:
    day = replace(DAY, starts="")
    assert [line.time for line in plan.lines(day, STEPS, EN)] == ["", "", ""]
    assert plan.day_in_words(day, STEPS, EN) == "48 minutes · arrivals and 2 steps"


def test_the_day_is_said_in_a_sentence() -> None:
    assert plan.day_in_words(DAY, STEPS, EN) == "13:10 to 13:58 · arrivals and 2 steps"
    assert plan.day_in_words(DAY, STEPS[:2], EN) == "13:10 to 13:43 · arrivals and 1 step"
    assert plan.day_in_words(DAY, STEPS[1:], EN) == "13:10 to 13:33 · 2 steps"
    assert plan.day_in_words(DAY, (), EN) == "No steps yet"


def test_steps_are_numbered_without_the_arrivals() -> None:
    assert [plan.number_of(step, STEPS, EN) for step in STEPS] == ["Arrivals", "Step 1", "Step 2"]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 minutes"), (1, "1 minute"), (60, "1 hour"), (61, "1 hour 1 minute"), (150, "2 hours 30 minutes")],
)
def test_lengths_are_said_in_hours_and_minutes(minutes: int, words: str) -> None:
    assert plan.length_in_words(minutes, EN) == words


def test_a_plan_that_is_too_long_says_so() -> None:
    assert plan.late_words(DAY, STEPS, EN) == ""
    said = plan.late_words(replace(DAY, ends="13:30"), STEPS, EN)
    assert said == "The steps take 28 minutes longer than the day."
    assert plan.late_words(replace(DAY, ends=""), STEPS, EN) == ""


def test_what_has_to_be_said_before_the_day_is_listed() -> None:
    wanted = ["what is open", "what is not open", "who will answer", "by when they answer"]
    assert plan.scope_missing(DAY, EN) == wanted
    said = replace(DAY, still_open="a", not_open="b", sponsor="c", report_back_by=TODAY)
    assert plan.scope_missing(said, EN) == []


def test_there_is_a_kind_with_an_icon_for_every_page_of_the_day() -> None:
    assert list(plan.KINDS) == list(PAGE_OF_STEP)
    assert {kind.icon for kind in plan.KINDS.values()} <= icon_names()


def test_a_step_of_an_unknown_kind_is_simply_a_step() -> None:
    strange = Step(StepId("x"), 0, "dance", "Dance", 5)
    assert plan.kind_of(strange).name == "Step"
    assert not plan.needs_question(strange)


def test_a_text_says_how_it_reads() -> None:
    assert reading_line("", "en", EN) == ("", True)
    easy = "Easy to read. Short sentences, no hard words."
    assert reading_line("Write one thing on each note.", "en", EN) == (easy, True)
    hard = "This word is hard: pathway. Try: way."
    assert reading_line("What is your pathway?", "en", EN) == (hard, False)
    long = "One sentence has 13 words. Try two sentences."
    assert reading_line(" ".join(["word"] * 13), "en", EN) == (long, False)


def test_a_language_without_a_list_of_hard_words_promises_less() -> None:
    assert plainer_words("cy") == {}
    assert reading_line("Beth sy'n bwysig?", "cy", EN) == (
        "Short sentences. We know no list of hard words here.",
        True,
    )
