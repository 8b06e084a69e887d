"""Records of scope "person": who is in the room, what they answered, and what was made of it.

The log keeps of these rows ids and field names only, and none of them is ever undone.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from workshop.domain.ids import NoteId, PersonId, PictureId
from workshop.domain.kinds import AgeGroup, Audience, Form, Item, Medium, Met, Said, Scope, Voice


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the room, by the name they want to be called. `ref` is the number on their slip.

    Of several `voices` one is chosen for today (`here_as`). Of somebody under 18, `adult` is who looks
    after them today, `guardian` who answered for them, and `parent_told` says that a parent of somebody
    aged 16 or 17 knows of it. `supporter` helped them to decide. `regular`: known from an earlier
    workshop, so that everything is asked anew.
    """

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
    here_as: Voice | None = None
    supporter: str = ""
    adult: str = ""
    guardian: str = ""
    parent_told: bool = False
    regular: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """What we do about something a person needs ("Hearing loop"), kept apart from the person."""

    table: ClassVar[str] = "need"
    scope: ClassVar[Scope] = Scope.PERSON
    id: str
    person: PersonId
    what: str
    met: Met = Met.OPEN


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one consent question. A later answer is a new row; `order` says which is later.

    `form` is the version of the questions, `shape` how they were put, and `text_hash` finds the exact
    words that were answered among the `Wording` rows (I09). `guardian` is the answer of a parent or
    guardian where one was asked (I07); `taken_by` who wrote it down, where somebody did.
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
    shape: Form = Form.SCREEN
    taken_by: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The exact words of a question that somebody answered. The id is their SHA-256 (`Answer.text_hash`)."""

    table: ClassVar[str] = "wording"
    scope: ClassVar[Scope] = Scope.PERSON
    id: str
    item: Item
    version: str
    language: str
    words: str


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
    given_to: str = ""
    back_on: date | None = None
