"""What became of the ideas: records of the answers, the promises and what was said to them later.

They are scope "board", like all of `workshop.domain.records`, where the table of all records stands.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from workshop.domain.ids import DecisionId, PersonId, PromiseId
from workshop.domain.kinds import OwnerKind, PromiseStatus, Reply, Scope, SponsorAnswer


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer given to one idea; `source` is the option, idea, group or note it answers."""

    table: ClassVar[str] = "decision"
    scope: ClassVar[Scope] = Scope.BOARD
    id: DecisionId
    title: str
    answer: Reply
    why: str = ""
    source: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody will do. The owner is a person of the room by id, or anyone else by name."""

    table: ClassVar[str] = "promise"
    scope: ClassVar[Scope] = Scope.BOARD
    id: PromiseId
    number: int
    theme: str
    we_will: str = ""
    how_known: str = ""
    owner: str = ""
    owner_person: PersonId | None = None
    owner_role: str = ""
    owner_kind: OwnerKind = OwnerKind.STAFF
    by_when: date | None = None
    said_yes: bool = False
    decision: DecisionId | None = None
    status: PromiseStatus = PromiseStatus.PROMISED


@dataclass(frozen=True, slots=True)
class Update:
    """One later word on a promise; never changed (I52)."""

    table: ClassVar[str] = "promise_update"
    scope: ClassVar[Scope] = Scope.BOARD
    id: str
    promise: PromiseId
    status: PromiseStatus
    note: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Cannot:
    """What we cannot do now, and why (I51)."""

    table: ClassVar[str] = "cannot"
    scope: ClassVar[Scope] = Scope.BOARD
    id: str
    number: int
    theme: str
    reason: str


@dataclass(frozen=True, slots=True)
class Response:
    """What the sponsor answered to a theme."""

    table: ClassVar[str] = "response"
    scope: ClassVar[Scope] = Scope.BOARD
    id: str
    theme: str
    answer: SponsorAnswer
    reason: str = ""
    on: date | None = None
