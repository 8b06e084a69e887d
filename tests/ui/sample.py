"""The invented day, filled in as far as a screen needs it: people, notes, groups, ideas, a vote, promises."""

import json
from datetime import date
from typing import Any

from workshop.domain.kinds import GroupKind, Item, NoteKind, Reply, Said, Voice
from workshop.domain.records import Group, Idea, Option, Step
from workshop.session.resources import TEMPLATES
from workshop.session.session import Session
from workshop.session.voting import RoundOpened

DAY = date(2026, 5, 14)
CHANGE_UNTIL = date(2026, 8, 14)
NEXT = date(2026, 7, 9)


def story() -> dict[str, Any]:
    """The invented day as data."""
    told: dict[str, Any] = json.loads((TEMPLATES / "practice_day.json").read_text(encoding="utf-8"))
    return told


def plan(session: Session) -> None:
    """The plan, what is open, and who leads."""
    told = story()
    named = told["workshop"]
    session.plan.create(named["title"], named["question"], DAY, named["place"], named["template"])
    details = {name: told["details"][name] for name in ("host", "starts", "ends", "led_by")}
    session.plan.set_details(
        **details, change_until=CHANGE_UNTIL, toilets="Door on the left", quiet_room="Room 2"
    )
    scope = told["scope"]
    session.plan.set_scope(scope["decided"], scope["open"], scope["not_open"], scope["sponsor"], NEXT)
    session.people.expect(14)


def people(session: Session) -> None:
    """Fourteen people and their answers."""
    for person in story()["people"]:
        voices = [Voice(voice) for voice in person["voices"]]
        id_ = session.people.arrive(person["called"], voices, needs=person.get("needs")).person
        for item in Item:
            session.people.consent(id_, item, Said.YES if item in person["yes"] else Said.NO)
        session.people.sign(id_, on_paper=True)


def notes(session: Session) -> None:
    """The groups with their notes, and the loose notes."""
    told = story()
    for group in told["groups"]:
        made = session.board.make_group(group["name"]).group
        for note in group["notes"]:
            session.board.add_note(
                note["text"], NoteKind(note["kind"]), made, language=note.get("language", "")
            )
    for i, note in enumerate(told["loose"]):
        session.board.add_note(
            note["text"], NoteKind(note["kind"]), x=1430 + i % 2 * 230, y=470 + i // 2 * 130
        )
    for note in told["later"]:
        session.board.add_note(note["text"], NoteKind(note["kind"]))
    session.board.make_group("", kind=GroupKind.LATER)


def ideas(session: Session) -> None:
    """The ideas, each from its group."""
    groups = {group.name: group.id for group in session.all(Group)}
    for idea in story()["ideas"]:
        origin = [groups[idea["group"]]] if idea.get("group") in groups else []
        session.board.add_idea(idea["title"], idea["what"], origin=origin, agreed=True)


def start(session: Session, kind: str) -> None:
    """Start the step of this kind."""
    session.plan.start_step(next(step.id for step in session.all(Step) if step.kind == kind))


def written(session: Session) -> None:
    """The plan, and the notes in their groups."""
    plan(session)
    notes(session)


def whole(session: Session) -> None:
    """Everything up to the ideas."""
    plan(session)
    session.plan.open_day()
    people(session)
    notes(session)
    ideas(session)


def open_vote(session: Session) -> RoundOpened:
    """A vote on all ideas, with three dots each, asking the voice."""
    chosen: list[Any] = [idea.id for idea in session.all(Idea)]
    question = "Which ideas should we work on first?"
    return session.voting.open_round(question, "What would help the most people", chosen, by_voice=True)


def cast(session: Session, opened: RoundOpened, count: int = 14) -> None:
    """Ballots of people of all voices."""
    for i in range(count):
        first, second = opened.options[i % 3], opened.options[i % len(opened.options)]
        choices = {first.id: 2, second.id: 1} if first is not second else {first.id: 2}
        session.voting.cast(opened.round, choices, list(Voice)[i % 3])


def closed_vote(session: Session) -> RoundOpened:
    """A vote that has been closed."""
    opened = open_vote(session)
    cast(session, opened)
    session.voting.close_round(opened.round)
    return opened


def promises(session: Session) -> None:
    """Two promises, one "not yet", and what cannot be done."""
    options: tuple[Option, ...] = closed_vote(session).options
    session.promises.decide(options[0].id, Reply.YES)
    session.promises.promise(
        options[0].title, "We will try it on Ward 4", "Femi", by_when=NEXT, how_known="6 of 10 people rang"
    )
    session.promises.decide(options[1].id, Reply.PARTLY, "Weekends need more staff than we have")
    session.promises.promise(options[1].title, "We will ring the carer first")
    session.promises.cannot("Transport home at any hour", "The contract runs until March 2027")
