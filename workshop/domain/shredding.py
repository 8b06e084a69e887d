"""What is left of a workshop once nobody is in it any more: the board, the results and the promises.

Afterwards nothing says any more who agreed to what. So what may not be printed today loses its words
with the people, and stays as a number that counts (I02, I80).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from workshop.domain.gate import NEVER_TURNED_OVER, NOT_AGREED, PUT_AWAY, ROLES, Gate
from workshop.domain.grouping import keep_tops
from workshop.domain.ids import NoteId
from workshop.domain.kinds import Audience, NoteState, OwnerKind, Scope
from workshop.domain.outcomes import Decision, Promise
from workshop.domain.persons import Person
from workshop.domain.records import Drawing, Note, Record, Round, Workshop
from workshop.domain.snapshot import Snapshot

_WORDS_GO = frozenset({NEVER_TURNED_OVER, PUT_AWAY, NOT_AGREED})
_WHY = {NOT_AGREED: "taken back", PUT_AWAY: "put away"}


@dataclass(frozen=True)
class Left:
    """The records that stay, and the names to be taken out of what was typed in them."""

    records: tuple[Record, ...]
    names: tuple[str, ...]  # of people who were never here as themselves: supporters, guardians, witnesses
    notes_without_words: int


def without_people(snapshot: Snapshot, at: date) -> Left:
    """All records of scope board as they are once the people are gone, on the day `at`."""
    reasons = Gate.of(snapshot, Audience.PEOPLE, at).reasons
    blank = {id_: why for id_, why in reasons.items() if why in _WORDS_GO}
    copied = copies_without_words(snapshot, blank)
    changed: dict[tuple[str, str], Record] = {(r.table, r.id): r for r in copied}
    changed |= {(n.table, n.id): n for n in _notes(snapshot, blank)}
    changed |= {(p.table, p.id): p for p in map(_promise, snapshot.promises)}
    records = tuple(changed.get((r.table, r.id), r) for r in _board(snapshot, blank))
    return Left(records, tuple(_others(snapshot)), len(blank))


def _board(snapshot: Snapshot, blank: Iterable[NoteId]) -> Iterator[Record]:
    came = max(snapshot.workshop.came, len(snapshot.people))
    for field in fields(snapshot):
        part = getattr(snapshot, field.name)
        for record in (replace(part, came=came),) if isinstance(part, Workshop) else part:
            on_blank = isinstance(record, Drawing) and record.note in blank
            if record.scope is Scope.BOARD and not on_blank:
                yield record


def _notes(snapshot: Snapshot, blank: Mapping[NoteId, str]) -> list[Note]:
    """Notes without writers; those that may not be printed without words, and under no other note."""
    without = [replace(note, author=None) for note in snapshot.notes]
    wordless = [_without_words(note, blank[note.id]) for note in without if note.id in blank]
    rest = {note.id: note for note in [*without, *keep_tops(wordless, without)]}
    return list(rest.values())


def _without_words(note: Note, why: str) -> Note:
    blank = replace(note, text="", translation="", emotion=None)
    if note.state is NoteState.HIDDEN:
        return blank
    return replace(blank, state=NoteState.WITHHELD, withheld_reason=_WHY.get(why, "put away"))


def _promise(promise: Promise) -> Promise:
    """The promise with a role in the place of a name; an organisation keeps its own."""
    if promise.owner_kind is OwnerKind.ORGANISATION and promise.owner_person is None:
        return promise
    named = promise.owner_person is not None or promise.owner
    role = promise.owner_role or (ROLES[promise.owner_kind] if named else "")
    return replace(promise, owner="", owner_person=None, owner_role=role)


def copies_without_words(snapshot: Snapshot, notes: Iterable[NoteId]) -> list[Round | Decision]:
    """Votes and decisions that repeat one of these notes: they keep their place and lose its words."""
    sources: set[str] = {*notes}
    options = {o.id for r in snapshot.rounds for o in r.options if o.source in sources}
    rounds = [
        replace(r, options=tuple(replace(o, title="", what="") if o.id in options else o for o in r.options))
        for r in snapshot.rounds
        if options & {o.id for o in r.options}
    ]
    decisions = [replace(d, title="") for d in snapshot.decisions if d.source in sources | options]
    return [*rounds, *decisions]


def _others(snapshot: Snapshot) -> Iterator[str]:
    """Names of those who helped, looked after somebody or heard them."""
    for person in snapshot.people:
        yield from _names_beside(person)
    for signature in snapshot.signatures:
        yield signature.witness


def _names_beside(person: Person) -> tuple[str, str, str]:
    return person.supporter, person.adult, person.guardian
