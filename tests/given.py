"""What tests are given: records of an invented workshop, a clock that stands still, ids that count.

A test names only what it is about: `given.note(3, text="More benches")`.
"""

import itertools
import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from workshop.domain.consent import Consents
from workshop.domain.ids import THE_WORKSHOP, GroupId, MembershipId, NoteId, PersonId
from workshop.domain.kinds import Item, Medium, Said, Scope, Voice
from workshop.domain.persons import Answer, Need, Person, Wording
from workshop.domain.records import RECORD_CLASSES, Group, Membership, Note, Record, Workshop
from workshop.storage import log
from workshop.storage.rows import columns_of
from workshop.storage.store import Store

NOW = datetime(2026, 3, 5, 13, 10)
TODAY = date(2026, 3, 5)
KEY = bytes(range(32))


def clock() -> datetime:
    """A clock that stands still."""
    return NOW


def ticking() -> Callable[[], datetime]:
    """A clock that goes on by one second each time somebody looks at it."""
    seconds = itertools.count()
    return lambda: NOW + timedelta(seconds=next(seconds))


def ids(prefix: str = "id") -> Callable[[], str]:
    """Ids that count: "id-1", "id-2", ..."""
    numbers = itertools.count(1)
    return lambda: f"{prefix}-{next(numbers)}"


def store() -> Store:
    """An empty store in memory."""
    return Store.memory(clock)


def workshop(title: str = "The new waiting room", **more: Any) -> Workshop:
    """The day itself."""
    return Workshop(THE_WORKSHOP, title, **more)


def note(number: int, text: str = "", **more: Any) -> Note:
    """Note number `number`; its id is "note-<number>"."""
    return Note(NoteId(f"note-{number}"), number, text or f"Words of note {number}", **more)


def group(name: str, position: int = 0, **more: Any) -> Group:
    """A group; its id is "group-<name>"."""
    return Group(GroupId(f"group-{name}"), name, position, **more)


def membership(of: Note, in_: Group, position: int = 0) -> Membership:
    """`of` lying in `in_`."""
    return Membership(MembershipId(f"{of.id}-in-{in_.id}"), of.id, in_.id, position)


def person(ref: str, called: str = "Ada", **more: Any) -> Person:
    """Somebody in the room; the id is "person-<ref>"."""
    return Person(PersonId(f"person-{ref}"), ref, called, voices=(Voice.USES_SERVICES,), **more)


def need(of: Person, what: str = "Hearing loop") -> Need:
    """What we do about something that `of` needs."""
    return Need(f"need-of-{of.id}", of.id, what)


def answer(of: Person, item: Item, said: Said = Said.YES, order: int = 1) -> Answer:
    """What `of` said to one consent question."""
    id_ = f"answer-of-{of.id}-{list(Item).index(item)}-{order}"
    return Answer(id_, of.id, item, said, order, "form 1", "0" * 64, "en", Medium.SCREEN, TODAY)


def wordings(answers: Iterable[Answer]) -> tuple[Wording, ...]:
    """The words that these were given to."""
    return tuple(Wording(a.text_hash, a.item, a.form, a.language, "Words of the question") for a in answers)


def consents(people: Iterable[Person], answers: Iterable[Answer]) -> Consents:
    """How these people stand, whose answers have their words beside them."""
    answers = list(answers)
    return Consents.of(people, answers, wordings(answers))


def rows_in(store_: Store, scope: Scope = Scope.BOARD) -> log.Rows:
    """The rows of one scope as they stand in the tables, read past the store."""
    rows: log.Rows = {}
    for cls in RECORD_CLASSES:
        if cls.scope is scope:
            names = [column.name for column in columns_of(cls)]
            for cells in store_.database.execute(f"SELECT * FROM {cls.table}").fetchall():
                rows[cls.table, cells[0]] = dict(zip(names, cells, strict=True))
    return rows


def field_names(cls: type[Record]) -> list[str]:
    """The names of a record's fields, in order."""
    return [field.name for field in fields(cls)]


def any_record(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Any record of a class, every field with any value of its type that a row can hold."""
    hints = typing.get_type_hints(cls)
    return st.builds(cls, **{name: _any_value(hints[name]) for name in field_names(cls)})


def _any_value(kind: Any) -> st.SearchStrategy[Any]:
    if isinstance(kind, typing.NewType):
        return _any_value(kind.__supertype__)
    if isinstance(kind, types.UnionType):
        return st.one_of([_any_value(each) for each in typing.get_args(kind)])
    if typing.get_origin(kind) is tuple:
        return st.lists(_any_value(typing.get_args(kind)[0]), max_size=3).map(tuple)
    if is_dataclass(kind):
        return any_record(typing.cast(Any, kind))
    if kind is Decimal:
        return st.decimals(0, 100_000, places=2)
    if kind is int:
        return st.integers(-(2**63), 2**63 - 1)
    return st.floats(allow_nan=False) if kind is float else st.from_type(kind)
