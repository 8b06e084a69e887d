"""When is a promise a promise: somebody, a date, what they will do, and how we will know (I50)."""

from collections.abc import Sequence
from datetime import date

from workshop.domain.kinds import OwnerKind, Reply, Voice
from workshop.domain.outcomes import Cannot, Decision, Promise
from workshop.errors import RuleBroken

LONGEST_MONTHS = 24
SHORTEST_REASON = 10


def what_is_missing(promise: Promise) -> tuple[str, ...]:
    """What a promise lacks, by the names of its parts: empty when it is a promise."""
    parts = {
        "who": bool(promise.owner or promise.owner_person or promise.owner_role),
        "by_when": promise.by_when is not None,
        "we_will": bool(promise.we_will),
        "how_known": bool(promise.how_known),
    }
    return tuple(name for name, there in parts.items() if not there)


def is_promise(promise: Promise) -> bool:
    """Whether nothing is missing."""
    return not what_is_missing(promise)


def check_promise_date(by_when: date | None, today: date) -> None:
    """RuleBroken for a date that has passed or lies more than 24 months ahead."""
    if by_when is None:
        return
    if by_when < today:
        raise RuleBroken("This date has passed. Nothing was changed. Please choose a later date.")
    months = (by_when.year - today.year) * 12 + by_when.month - today.month
    if (months, by_when.day) > (LONGEST_MONTHS, today.day):
        raise RuleBroken(
            "A promise is for the next 24 months. Nothing was changed. Please choose a nearer date."
        )


def check_promise(promise: Promise) -> Promise:
    """The promise itself; RuleBroken when it says not even what it is about."""
    if not promise.theme:
        raise RuleBroken("A promise needs to say what it is about. Nothing was changed.")
    return promise


def check_decision(decision: Decision) -> Decision:
    """Partly and Not now need a why of their own."""
    if decision.answer is not Reply.YES:
        check_reason(decision.why)
    return decision


def check_cannot(cannot: Cannot) -> Cannot:
    """What we cannot do needs a theme, and a reason people can read (I51)."""
    if not cannot.theme:
        raise RuleBroken("Please say what cannot be done. Nothing was changed.")
    check_reason(cannot.reason)
    return cannot


def check_reason(reason: str) -> None:
    """RuleBroken when a reason is too short to be one."""
    if len(reason) < SHORTEST_REASON:
        raise RuleBroken("Please say why, in a few words. Nothing was changed.")


def kind_of(voices: Sequence[Voice]) -> OwnerKind:
    """The kind of owner that somebody of the room is: what is printed where their name may not be."""
    return OwnerKind.STAFF if {*voices} == {Voice.STAFF} else OwnerKind.LIVED
