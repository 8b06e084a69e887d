"""The invented people of the practice day, on a workshop of their own: to practise with, not to keep."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from workshop.domain.ids import PersonId
from workshop.domain.kinds import Item, Medium, Said
from workshop.session.resources import TEMPLATES
from workshop.session.session import Session


def told() -> dict[str, Any]:
    """The story of the practice day: its plan, its people, their notes, ideas and promises."""
    story: dict[str, Any] = json.loads((TEMPLATES / "practice_day.json").read_text(encoding="utf-8"))
    return story


def plan_day(session: Session, story: Mapping[str, Any], expected: int = 0) -> None:
    """Fill the plan in and begin the day, for so many people; 0 is those of the story."""
    today = session.now().date()
    session.perform({"do": "plan.create", "date": today.isoformat(), **story["workshop"]})
    until, answered = today + timedelta(days=92), today + timedelta(days=60)
    session.perform({"do": "plan.set_details", "change_until": until.isoformat(), **story["details"]})
    session.perform({"do": "plan.set_scope", "report_back_by": answered.isoformat(), **story["scope"]})
    session.people.expect(expected or len(story["people"]))
    session.plan.open_day()


def arrive(session: Session, story: Mapping[str, Any]) -> None:
    """Let the people of the story come in, answer and sign."""
    for person in story["people"]:
        one_arrives(session, person)


def one_arrives(session: Session, person: Mapping[str, Any]) -> PersonId:
    """Let one person of the story come in, answer and sign."""
    wanted = ("called", "voices", "age_group", "needs", "leaves_by")
    arrival = {key: person[key] for key in wanted if key in person}
    id_ = PersonId(session.perform({"do": "people.arrive", **arrival})["result"]["person"])
    _answer(session, id_, person)
    return id_


def _answer(session: Session, id_: PersonId, person: Mapping[str, Any]) -> None:
    medium = Medium(person.get("medium", "screen"))
    for item in Item:
        guardian = Said.YES if item in person.get("guardian_yes", ()) else None
        session.people.consent(id_, item, _said(person, item), medium, person.get("support"), guardian)
    session.people.sign(id_, on_paper=medium is Medium.PAPER, strokes=[[0, 0, 9, 4, 20, 2]])


def _said(person: Mapping[str, Any], item: Item) -> Said:
    if item in person["yes"]:
        return Said.YES
    return Said.UNSURE if item in person.get("unsure", ()) else Said.NO
