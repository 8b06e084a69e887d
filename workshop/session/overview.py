"""How a workshop stands, in figures: never a vote that is open, never a name unasked."""

from collections.abc import Callable
from typing import Any

from workshop.domain.gate import Gate
from workshop.domain.kinds import Audience
from workshop.domain.outcomes import Promise
from workshop.domain.persons import Issued, Person
from workshop.domain.promises import is_promise
from workshop.domain.records import Group, Note, Round
from workshop.domain.retention import COPY
from workshop.session.session import Session


def overview(session: Session, *, names: bool = False) -> dict[str, Any]:
    """Title, state, counts, rounds, promises, last saved; with `names` who is here, as they are called."""
    store = session.place.store
    snapshot = store.snapshot()
    gate = Gate.of(snapshot, Audience.PEOPLE, session.now().date())
    text: Callable[[str], str] = str if names else gate.text
    counts = {"notes": Note, "groups": Group, "people": Person, "rounds": Round, "promises": Promise}
    found: dict[str, Any] = {
        "title": text(snapshot.workshop.title),
        "state": snapshot.workshop.state.value,
        "practice": snapshot.workshop.practice,
        "counts": {what: store.count(cls) for what, cls in counts.items()}
        | {"documents": sum(document.kind != COPY for document in store.all(Issued))},
        "rounds": [_round(session, round_, text) for round_ in snapshot.rounds],
        "promises": [_promise(promise, text) for promise in snapshot.promises],
        "saved_at": store.saved_at(),
    }
    if names:
        found["names"] = [person.called for person in snapshot.people]
    return found


def _round(session: Session, round_: Round, text: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": round_.id,
        "question": text(round_.question),
        "state": round_.state.value,
        "ballots": session.voting.ballots_in(round_),
    }


def _promise(promise: Promise, text: Callable[[str], str]) -> dict[str, Any]:
    """A promise without its owner: who promised is for the pack, through the gate."""
    return {
        "id": promise.id,
        "theme": text(promise.theme),
        "by_when": promise.by_when.isoformat() if promise.by_when else None,
        "state": "promise" if is_promise(promise) else "not_yet",
        "status": promise.status.value,
    }
