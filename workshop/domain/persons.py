"""Records of scope "person": who is in the room, what they answered, and what was made of it.

The log keeps of these rows ids and field names only, and none of them is ever undone.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from workshop.domain.ids import NoteId, PersonId, PictureId
from workshop.domain.kinds import AgeGroup, Audience, Item, Medium, Said, Scope, Voice


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the room, by the name they want to be called. `ref` is the number on their slip."""

    table: ClassVar[str] = "person"
    scope: ClassVar[Scope] = Scope.PERSON
    id: PersonId
    ref: str
    called: str
    full_name: str = ""
    contact: str = ""
    age_group: AgeGroup = AgeGroup.ADULT
    voices: tuple[Voice, ...] = ()
    leaves_by: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """What we do about something a person needs ("Hearing loop"), kept apart from the person."""

    table: ClassVar[str] = "need"
    scope: ClassVar[Scope] = Scope.PERSON
    id: str
    person: PersonId
    what: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one consent question. A later answer is a new row; `order` says which is later.

    `form` and `text_hash` keep the exact wording that was answered (I09). `guardian` is the
    answer of a parent or guardian where one was asked (I07).
    """

    table: ClassVar[str] = "answer"
    scope: ClassVar[Scope] = Scope.PERSON
    id: str
    person: PersonId
    item: Item
    said: Said
    order: int
    form: str
    text_hash: str
    language: str
    medium: Medium
    given_on: date
    expires_on: date | None = None
    guardian: Said | None = None
    support: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """How a person signed: finger strokes as points, said out loud before a witness, or on paper."""

    table: ClassVar[str] = "signature"
    scope: ClassVar[Scope] = Scope.PERSON
    id: str
    person: PersonId
    strokes: tuple[tuple[float, ...], ...] = ()
    said_aloud: bool = False
    on_paper: bool = False
    witness: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a note. Its bytes lie apart (`workshop.storage.pictures`), as shown and as brought.

    `width` and `height` are pixels of the shown one; `people` are those who can be seen on it, and
    until somebody said who they are, or that there are none, it leaves the room in no document (I11).
    """

    table: ClassVar[str] = "picture"
    scope: ClassVar[Scope] = Scope.PERSON
    id: PictureId
    note: NoteId
    width: int
    height: int
    sha256: str
    people: tuple[PersonId, ...] = ()
    no_faces: bool = False


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that was made: what it was, whom and what it shows, so that it can be called back."""

    table: ClassVar[str] = "issued"
    scope: ClassVar[Scope] = Scope.PERSON
    id: str
    number: int
    kind: str
    audience: Audience
    confidential: bool
    made_at: str
    sha256: str
    pages: int
    notes: tuple[NoteId, ...] = ()
    people: tuple[PersonId, ...] = ()
    supersedes: str = ""
