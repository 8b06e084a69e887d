"""Taking a person out of the workshop, so that no byte of theirs is left in it.

One transaction takes out their rows, the notes they marked as theirs with all that is on them (words,
drawing, picture, words that were just being changed), each picture on which they can be seen, their
names in what others typed, every mention of them in the record of what happened, and writes down that
this is unfinished. Then the file is rewritten, its journal emptied, and every snapshot thrown away. A
crash in between is made good at the next open. Votes stay: nobody, we neither, can tell which was
theirs. So do the names of those who led the day: the host keeps them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from workshop.domain.changes import Change
from workshop.domain.gate import NOT_AGREED, Gate
from workshop.domain.grouping import keep_tops
from workshop.domain.ids import NoteId, PersonId, PromiseId
from workshop.domain.kinds import Audience, NoteState
from workshop.domain.labels import Label
from workshop.domain.money import Claim, ClaimLine
from workshop.domain.outcomes import Decision, Promise
from workshop.domain.persons import Answer, Issued, Need, Person, Picture, Signature, Wording
from workshop.domain.records import RECORD_CLASSES, Drawing, Note, Record, Round
from workshop.domain.taking_out import TakenOut
from workshop.errors import CannotWrite, WorkshopInUse
from workshop.storage import drafts, log, pictures, snapshots
from workshop.storage.engine import Database, in_plain_words
from workshop.storage.rows import Row, from_row, to_row
from workshop.storage.store import Store
from workshop.storage.typed import TakeOut, without_names

if TYPE_CHECKING:
    from workshop.storage.place import Place

TAKEN_BACK = "taken back"
_WORDS = ("text", "translation", "withheld_reason")
_OURS = ("withheld_reason", TAKEN_BACK)
# Table → the column that may name a person.
_LINKS = {"note": "author", "promise": "owner_person"}
ANYBODY = PersonId("*")  # where every writer goes
_FELT = "emotion"  # of a note: how its writer felt
_ERASING = "erase"


@dataclass(frozen=True)
class Erased:
    """What an erasure took out, and the documents that show the person or their notes still."""

    notes: tuple[NoteId, ...]
    promises: tuple[PromiseId, ...]
    pictures: int
    recall: tuple[Issued, ...]
    change: Change


@dataclass(frozen=True)
class _Traces:
    """Where a person can be found: their own rows, their notes and promises, their documents.

    `rows` go as a whole: those of the person, and drawings and pictures. `copies` are the votes and
    decisions that repeat a note of theirs, with its words taken out. `take_out` takes their names out
    of what others typed.
    """

    person: PersonId
    rows: tuple[Record, ...]
    notes: tuple[Note, ...]
    promises: tuple[Promise, ...]
    issued: tuple[Issued, ...]
    copies: tuple[Record, ...] = ()
    take_out: TakeOut = str
    links: Mapping[str, str] = field(default_factory=lambda: _LINKS)


def erase_person(place: "Place", person: PersonId) -> Erased:
    """Take the person out for good; it cannot be undone, and nothing before it can be undone after.

    RuleBroken when there is no such person. CannotWrite either changes nothing, or leaves the
    cleaning for the next open and says so.
    """
    store = place.store
    traces = _traces_of(store, store.need(Person, person))
    put = [*_without_notes(store, traces.notes), *_without_links(traces), *traces.copies]
    change = store.apply(
        Label.ERASE_PERSON,
        put=_without_names(store, put, traces),
        remove=traces.rows,
        barrier=True,
        also=lambda _: _forget_beside(store.database, traces),
    )
    finish_erasures(place)
    return Erased(
        tuple(note.id for note in traces.notes),
        tuple(promise.id for promise in traces.promises),
        sum(isinstance(row, Picture) for row in traces.rows),
        traces.issued,
        change,
    )


def forget_unseen(place: "Place", label: Label, put: Sequence[Record], notes: Sequence[Note]) -> Change:
    """Do an act that cannot be undone, and forget with it what nobody was shown (I20).

    That is all that is on these notes, and all that was still being written. The notes keep their
    numbers, so that they are counted.
    """
    store = place.store
    traces = _Traces(PersonId(""), _on_notes(store, {note.id for note in notes}), tuple(notes), (), ())

    def forget_the_rest(_: int) -> None:
        _forget_beside(store.database, traces)
        drafts.forget_all(store.database)

    change = store.apply(
        label, put=[*put, *map(_blanked, notes)], remove=traces.rows, barrier=True, also=forget_the_rest
    )
    finish_erasures(place)
    return change


def forget_money(place: "Place", label: Label) -> Change:
    """Take out every claim: what people laid out and what they were paid."""
    store = place.store
    rows: tuple[Record, ...] = (*store.all(ClaimLine), *store.all(Claim))
    return _forget(place, label, [], _Traces(PersonId(""), rows, (), (), ()))


def forget_writers(place: "Place", label: Label, at: date) -> Change:
    """Take every writer's name off the notes. What may not be used on the day `at` loses its words.

    Nobody could tell later which these were: whoever is asked for their notes is no more named on them.
    """
    store = place.store
    reasons = Gate.of(store.snapshot(), Audience.PEOPLE, at).reasons
    signed = [note for note in store.all(Note) if note.author is not None]
    refused = tuple(note for note in signed if reasons[note.id] == NOT_AGREED)
    copies, gone = copies_of(store, refused), _on_notes(store, {note.id for note in refused})
    put = {note.id: replace(note, author=None) for note in signed}
    put |= {note.id: note for note in _without_notes(store, refused)}
    traces = _Traces(ANYBODY, gone, refused, (), (), copies, links={"note": _LINKS["note"]})
    return _forget(place, label, [*put.values(), *copies], traces)


def forget_pictures(place: "Place", label: Label, put: Sequence[Record], gone: Sequence[Picture]) -> Change:
    """Do an act with which these pictures go for good, also out of every snapshot."""
    return _forget(place, label, put, _Traces(PersonId(""), tuple(gone), (), (), ()))


def _forget(place: "Place", label: Label, put: Sequence[Record], traces: _Traces) -> Change:
    database = place.store.database
    change = place.store.apply(
        label, put=put, remove=traces.rows, barrier=True, also=lambda _: _forget_beside(database, traces)
    )
    finish_erasures(place)
    return change


def _traces_of(store: Store, person: Person) -> _Traces:
    notes = tuple(n for n in store.all(Note) if n.author == person.id)
    ids = {note.id for note in notes}
    others = [other for other in store.all(Person) if other.id != person.id]
    take_out = TakenOut([person], others)
    return _Traces(
        person.id,
        (*_rows_of(store, person.id), *_on_notes(store, ids, person.id), person),
        notes,
        tuple(p for p in store.all(Promise) if p.owner_person == person.id),
        tuple(i for i in store.all(Issued) if person.id in i.people or ids & set(i.notes)),
        tuple(renamed(copy, take_out) for copy in copies_of(store, notes)),
        take_out,
    )


def _rows_of(store: Store, person: PersonId) -> Iterable[Record]:
    """Signatures, answers with the words that nobody else answered, needs, and what was claimed."""
    yield from (s for s in store.all(Signature) if s.person == person)
    answers = store.all(Answer)
    mine = {a.text_hash for a in answers if a.person == person}
    mine -= {a.text_hash for a in answers if a.person != person}
    yield from (a for a in answers if a.person == person)
    yield from (w for w in store.all(Wording) if w.id in mine)
    yield from (n for n in store.all(Need) if n.person == person)
    claims = [c for c in store.all(Claim) if c.person == person]
    yield from (line for line in store.all(ClaimLine) if line.claim in {c.id for c in claims})
    yield from claims


def _on_notes(store: Store, notes: set[NoteId], seen: PersonId | None = None) -> tuple[Record, ...]:
    """Drawings and pictures on these notes, and the pictures on which the person `seen` can be seen."""
    drawings = [d for d in store.all(Drawing) if d.note in notes]
    return (*drawings, *(p for p in store.all(Picture) if p.note in notes or seen in p.people))


def _without_notes(store: Store, notes: Sequence[Note]) -> list[Note]:
    """The notes without their words; where one lay on top of others, the next one does now."""
    return keep_tops(map(_without_words, notes), store.all(Note))


def _without_words(note: Note) -> Note:
    """The note keeps its number and its place: others' groups and the count of notes stay true."""
    return replace(_blanked(note), state=NoteState.WITHHELD, withheld_reason=TAKEN_BACK)


def _blanked(note: Note) -> Note:
    return replace(note, text="", translation="", author=None, emotion=None)


def _without_links(traces: _Traces) -> list[Record]:
    promises: list[Record] = [replace(promise, owner_person=None) for promise in traces.promises]
    return promises + [
        replace(issued, people=tuple(p for p in issued.people if p != traces.person))
        for issued in traces.issued
    ]


def _without_names(store: Store, put: Sequence[Record], traces: _Traces) -> list[Record]:
    """What is put anyway, and each other row in which somebody typed their name; both without it."""
    gone = {(row.table, row.id) for row in traces.rows}
    pending = {(record.table, record.id): renamed(record, traces.take_out) for record in put}
    for cls in RECORD_CLASSES:
        for record in store.all(cls):
            key = (record.table, record.id)
            if key not in pending and key not in gone:
                without = renamed(record, traces.take_out)
                if without is not record:
                    pending[key] = without
    return list(pending.values())


def renamed(record: Record, take_out: TakeOut) -> Record:
    """The record without these names; the very same one where nobody typed them."""
    row = to_row(record)
    without = without_names(record.table, row, take_out)
    return record if without == row else from_row(type(record), without)


def copies_of(store: Store, notes: Sequence[Note]) -> tuple[Record, ...]:
    """Votes and decisions that repeat a note: they keep their place and lose its words."""
    sources = {note.id for note in notes}
    options = {o.id for r in store.all(Round) for o in r.options if o.source in sources}
    rounds = [
        replace(r, options=tuple(replace(o, title="", what="") if o.id in options else o for o in r.options))
        for r in store.all(Round)
        if options & {o.id for o in r.options}
    ]
    decisions = [replace(d, title="") for d in store.all(Decision) if d.source in sources | options]
    return (*rounds, *decisions)


# What is no row, and the record of what happened


def _forget_beside(database: Database, traces: _Traces) -> None:
    """The bytes of pictures, what was being changed in the notes, and every mention in the log."""
    for row in traces.rows:
        if isinstance(row, Picture):
            pictures.drop(database, row.id)
    drafts.forget_of(database, [note.id for note in traces.notes])
    for draft in drafts.kept(database):
        if (words := traces.take_out(draft.words)) != draft.words:
            drafts.keep(database, replace(draft, words=words))
    _forget_in_the_log(database, traces)


def _forget_in_the_log(database: Database, traces: _Traces) -> None:
    """Rewrite every line that mentions them, this act's own as well, and note the work left to do."""
    forget = _forgetter(traces)
    for seq, data in database.execute("SELECT seq, diff FROM change").fetchall():
        kept = log.unpack_kept(data)
        left = [line for line in map(forget, kept) if line is not None]
        if left != kept:
            database.execute("UPDATE change SET diff = ? WHERE seq = ?", [log.pack_kept(left), seq])
    database.execute("INSERT OR IGNORE INTO unfinished VALUES (?)", [_ERASING])


def _forgetter(traces: _Traces) -> Callable[[list[Any]], list[Any] | None]:
    """A function from a kept line to the line without them, or None where nothing is left of it.

    Words become "" and links None on both sides of a line, so that the lines still fold into the
    rows: the rows say "" and None now as well.
    """
    notes = {note.id for note in traces.notes}
    gone = {(row.table, row.id) for row in traces.rows}
    gone |= {(Drawing.table, note) for note in notes}  # by its note's id, also where it was wiped off
    copies = {(copy.table, copy.id): to_row(copy) for copy in traces.copies}

    def forget(line: list[Any]) -> list[Any] | None:
        table, id_, before, after = line
        if (table, id_) in gone:
            return None
        if (table, id_) in copies:
            copied = (_as_copied(cells, copies[table, id_]) for cells in (before, after))
            return [table, id_, *(_named(table, cells, traces.take_out) for cells in copied)]
        words = _WORDS if table == "note" and id_ in notes else ()
        link = traces.links.get(table)
        blank = (_blank(cells, words, link, traces.person) for cells in (before, after))
        return [table, id_, *(_named(table, cells, traces.take_out) for cells in blank)]

    return forget


def _named(table: str, cells: Any, take_out: TakeOut) -> Any:
    return without_names(table, cells, take_out) if isinstance(cells, dict) else cells


def _as_copied(cells: Any, row: Row) -> Any:
    """The cells with the words of a vote or decision as they are now: an option's never change (I32)."""
    if not isinstance(cells, dict):
        return cells
    return {n: row[n] if n in ("options", "title") else v for n, v in cells.items()}


def _blank(cells: Any, words: tuple[str, ...], link: str | None, person: PersonId) -> Any:
    if not isinstance(cells, dict):
        return cells
    blank = {n: "" if n in words and (n, v) != _OURS else v for n, v in cells.items()}
    if link in blank and (
        words or person == ANYBODY or blank[link] == person
    ):  # where the words go, so does the writer
        blank[link] = None
    if words and _FELT in blank:
        blank[_FELT] = None
    return blank


# What is left to do once the rows are gone


def finish_erasures(place: "Place") -> None:
    """Bring begun erasures to their end: no page, journal or snapshot keeps what was taken out.

    Raises CannotWrite or WorkshopInUse where it cannot be done now; the next open tries again.
    """
    database = place.store.database
    with in_plain_words():
        if not database.execute("SELECT 1 FROM unfinished WHERE what = ?", [_ERASING]).fetchone():
            return
    try:
        _rewrite_file(database)
        snapshots.forget_all(place.folder)
        with in_plain_words():
            database.execute("DELETE FROM unfinished WHERE what = ?", [_ERASING])
        snapshots.take(place)
    except CannotWrite as error:
        raise CannotWrite(
            "What was to go is taken out. There was no room to clean the file. "
            "Please free some space; it is finished when this workshop is opened next."
        ) from error


def _rewrite_file(database: Database) -> None:
    """Every page is written anew without its free room, and the journal is emptied."""
    with in_plain_words():
        database.execute("VACUUM")
        busy = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise WorkshopInUse(
            "What was to go is taken out. Another Same Table is reading this workshop, so the file could "
            "not be cleaned yet. Please close it there; it is finished when this workshop is opened next."
        )
