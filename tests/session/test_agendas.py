"""The plans that ship with the product: complete, of kinds that the screens know, and easy to read."""

import json
from typing import Any

import pytest

from tests.session.given import Room
from workshop.domain.readability import look_at
from workshop.session.resources import RESOURCES, TEMPLATES, template_named

KINDS = "arrivals welcome writing share groups ideas break vote result promises goodbye".split()
NAMES = sorted(path.stem for path in (TEMPLATES / "agendas").glob("*.json"))
MINUTES = {"half-day": 150, "what-matters": 105, "journey": 170, "every-time": 194, "coming-back": 90}
HARD: dict[str, str] = json.loads((RESOURCES / "words" / "hard_words_en.json").read_text("utf-8"))


def texts_of(step: dict[str, Any]) -> list[str]:
    """All that is read or said in a step."""
    return [step["title"], step["prompt"], step["how"], step["say"], *step["to_do"], *step["easy"]]


def hard_to_read(agenda: dict[str, Any]) -> list[str]:
    """The texts of an agenda that are not easy to read."""
    texts = [agenda["title"], agenda["about"], *(t for step in agenda["steps"] for t in texts_of(step))]
    return [text for text in texts if not look_at(text, HARD).is_easy]


def incomplete(agenda: dict[str, Any]) -> list[str]:
    """The titles of steps that leave a facilitator alone."""
    return [
        step["title"]
        for step in agenda["steps"]
        if step["kind"] not in KINDS
        or not (step["how"] and step["say"] and step["minutes"])
        or (len(step["to_do"]), len(step["easy"])) != (3, 3)
        or "" in step["to_do"] + step["easy"]
    ]


def test_there_are_five_of_known_length() -> None:
    assert {name: sum(s["minutes"] for s in template_named(name)["steps"]) for name in NAMES} == MINUTES


@pytest.mark.parametrize("name", NAMES)
def test_each_step_is_complete(name: str) -> None:
    agenda = template_named(name)
    assert incomplete(agenda) == []
    kinds = [step["kind"] for step in agenda["steps"]]
    assert (kinds[0], kinds[-1]) == ("arrivals", "goodbye")
    assert agenda["title"] and agenda["about"] and agenda["icon"]


@pytest.mark.parametrize("name", NAMES)
def test_everything_is_easy_to_read(name: str) -> None:
    assert hard_to_read(template_named(name)) == []


def test_a_step_that_says_nothing_and_a_hard_text_are_noticed() -> None:
    agenda = template_named("half-day")
    broken = agenda | {"about": "For stakeholders.", "steps": [agenda["steps"][0] | {"say": ""}]}
    assert (incomplete(broken), hard_to_read(broken)) == (["Arrivals"], ["For stakeholders."])


def test_no_plain_word_is_itself_hard() -> None:
    assert {hard: plain for hard, plain in HARD.items() if look_at(plain, HARD).hard} == {}
    assert len(HARD) >= 60 and all(hard == hard.lower() for hard in HARD)


@pytest.mark.parametrize("name", NAMES)
def test_a_workshop_takes_all_of_a_plan(name: str, room: Room) -> None:
    room.session.plan.create("A day", template=name)
    first = template_named(name)["steps"][0]
    made = room.snapshot.steps[0]
    assert (made.how, made.to_do, made.easy) == (first["how"], tuple(first["to_do"]), tuple(first["easy"]))
