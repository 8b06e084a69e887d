"""Which notes lie on the board as themselves, and what each shows. No window, no place.

A note is put together from several records: its words, its tags, what was drawn on it, its picture.
Of notes that say the same only one is seen, the one on top, with how many lie under it; when it goes
out of sight the next one by number lies on top. What lies face down is a back and nothing else.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from ui.board.faces import BACK, Face, face_of
from workshop.domain.ids import NoteId, TagId
from workshop.domain.kinds import NoteState
from workshop.domain.persons import Picture
from workshop.domain.records import Drawing, Note, Record, Tag

Changed = dict[NoteId, tuple[Face | None, Face | None]]  # what each showed before, and shows now


def as_one(changes: Iterable[Changed]) -> Changed:
    """Several changes as one."""
    return dict(chain.from_iterable(change.items() for change in changes))


class NoteFaces:
    """The faces of all notes that can be seen, kept up to date record by record."""

    def __init__(self) -> None:
        self.faces: dict[NoteId, Face] = {}
        self.numbers: dict[NoteId, int] = {}  # 0 for one that lies face down
        self.sideways: set[NoteId] = set()  # notes that are higher than wide
        self._own: dict[NoteId, Face] = {}  # of each note in sight, as if it lay alone
        self._first: dict[NoteId, NoteId] = {}  # of a note that says the same: the first of its stack
        self._others: dict[NoteId, set[NoteId]] = {}  # the first of a stack: those that say the same
        self._upright: set[NoteId] = set()  # notes in groups
        self._names: dict[TagId, str] = {}
        self._tags: dict[NoteId, tuple[TagId, ...]] = {}
        self._tagged: dict[TagId, set[NoteId]] = {}
        self._drawn: dict[NoteId, str] = {}
        self._pictured: dict[NoteId, str] = {}

    def put(self, id_: NoteId, note: Note | None) -> Changed:
        """Take in what a note says now; None for one that is gone."""
        if note is not None and id_ not in self._own and self._lies_alone(note):
            return self._put_new(note)
        before = self._touched_by(id_)
        readable = note is not None and note.state is NoteState.SHOWN
        self._mark_tags(id_, note.tags if note is not None and readable else ())
        own = self._face(note)
        self._leave_stack(id_)
        if own is None or note is None:
            self._own.pop(id_, None)
            self.numbers.pop(id_, None)
        else:
            self._own[id_] = own
            self.numbers[id_] = 0 if own is BACK else note.number
            if own is not BACK and note.same_as is not None:
                self._first[id_] = note.same_as
                self._others.setdefault(note.same_as, set()).add(id_)
        return self._settle(before | self._touched_by(id_))

    def _lies_alone(self, note: Note) -> bool:
        return note.same_as is None and not note.tags and note.id not in self._others

    def _put_new(self, note: Note) -> Changed:
        """A note that was not in sight, and no other looks different for it: most are, at the start."""
        own, id_ = self._face(note), note.id
        if own is None:
            return {}
        self._own[id_] = own
        self.numbers[id_] = 0 if own is BACK else note.number
        if own.turned:
            return self._settle({id_})
        self.faces[id_] = own
        return {id_: (None, own)}

    def put_beside(self, before: Record | None, after: Record | None) -> Changed:
        """Take in a tag, a drawing or a picture that came, changed or went."""
        touched: set[NoteId] = set()
        for record, there in ((before, False), (after, True)):
            if isinstance(record, Tag):
                self._names[record.id] = record.name if there else ""
                touched |= self._tagged.get(record.id, set())
            elif isinstance(record, Drawing | Picture):
                kept, value = self._beside(record)
                kept.pop(record.note, None)
                if there:
                    kept[record.note] = value
                touched.add(record.note)
        return self._dress(touched)

    def _beside(self, record: Drawing | Picture) -> tuple[dict[NoteId, str], str]:
        if isinstance(record, Drawing):
            return self._drawn, record.ink
        return self._pictured, record.id

    def turn_upright(self, id_: NoteId, upright: bool) -> Changed:
        """A note came into a group, where all are upright, or lies loose again, as it was turned."""
        if upright == (id_ in self._upright):
            return {}
        (self._upright.add if upright else self._upright.discard)(id_)
        return self._settle({id_}) if id_ in self.faces and self._own[id_].turned else {}

    def under(self, id_: NoteId) -> dict[NoteId, Face]:
        """The notes that lie under one that is seen, in their order, and what each would show alone."""
        if not (face := self.faces.get(id_)) or not face.below:
            return {}
        _, *under = self._stack(self._first.get(id_, id_))
        return {note: self._own[note] for note in under}

    # One note by itself

    def _face(self, note: Note | None) -> Face | None:
        if note is None or note.waiting:
            return None
        alone = note if note.same_as is None else replace(note, same_as=None)
        id_ = note.id
        tags = self._names_of(id_) if id_ in self._tags else ()
        return face_of(alone, tags, self._drawn.get(id_, ""), self._pictured.get(id_, ""))

    def _names_of(self, id_: NoteId) -> tuple[str, ...]:
        return tuple(name for tag in self._tags.get(id_, ()) if (name := self._names.get(tag, "")))

    def _mark_tags(self, id_: NoteId, tags: tuple[TagId, ...]) -> None:
        for tag in self._tags.pop(id_, ()):
            self._tagged[tag].discard(id_)
        if tags:
            self._tags[id_] = tags
            for tag in tags:
                self._tagged.setdefault(tag, set()).add(id_)

    def _dress(self, notes: Iterable[NoteId]) -> Changed:
        """Give notes that can be read what belongs to them now."""
        touched: set[NoteId] = set()
        for id_ in notes:
            own = self._own.get(id_, BACK)
            if own is not BACK:
                drawn, pictured = self._drawn.get(id_, ""), self._pictured.get(id_, "")
                self._own[id_] = own._replace(tags=self._names_of(id_), drawn=drawn, pictured=pictured)
                touched.add(id_)
        return self._settle(touched)

    # Stacks

    def _touched_by(self, id_: NoteId) -> set[NoteId]:
        """The notes that may look different when this one does: those it lies with, and those it leads."""
        if id_ not in self._first and id_ not in self._others:
            return {id_}
        return {id_, *self._stack(self._first.get(id_, id_)), *self._others.get(id_, ())}

    def _stack(self, first: NoteId) -> list[NoteId]:
        """The notes that lie together, the one on top first; a note on its own is a stack of one."""
        below = self._others.get(first, ())
        others = sorted(below, key=lambda n: (self.numbers[n], n)) if below else []
        leads = self._own.get(first, BACK) is not BACK and first not in self._first
        return [first, *others] if leads else others

    def _leave_stack(self, id_: NoteId) -> None:
        first = self._first.pop(id_, None)
        if first is not None:
            self._others[first].discard(id_)
            if not self._others[first]:
                del self._others[first]

    # What is seen

    def _settle(self, notes: set[NoteId]) -> Changed:
        changed: Changed = {}
        for id_ in notes:
            before, after = self.faces.get(id_), self._seen(id_)
            if before == after and before is not None:
                continue
            if after is None:
                self.faces.pop(id_, None)
            else:
                self.faces[id_] = after
            (self.sideways.add if after is not None and after.turned % 2 else self.sideways.discard)(id_)
            if before != after:
                changed[id_] = before, after
        return changed

    def _seen(self, id_: NoteId) -> Face | None:
        own = self._own.get(id_)
        if own is None or own is BACK:
            return own
        below = 0
        if id_ in self._first or id_ in self._others:
            top, *under = self._stack(self._first.get(id_, id_))
            if top != id_:
                return None
            below = len(under)
        turned = 0 if id_ in self._upright else own.turned
        if (below, turned) == (own.below, own.turned):
            return own
        return own._replace(below=below, turned=turned)
