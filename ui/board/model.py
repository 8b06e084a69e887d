"""What lies where on the board, kept up to date change by change. No window, no painting.

Built once from the records; after that each change costs what it touches, not how many notes there
are. Only a group that appears, goes, or gets another width lets the groups flow anew. A note that is
put away is not here at all, and of a hidden note only its place is known: no words, no kind, no order.
"""

from bisect import insort
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from ui.board import layout
from ui.board.faces import BACK, Face, face_of
from ui.board.index import Grid
from ui.board.layout import MOST_SHOWN, Rect, ToPlace, note_rect
from workshop.domain.changes import Change, RecordChange
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import GroupKind
from workshop.domain.records import Group, Membership, Note

SLACK = layout.TALL_H - layout.NOTE_H
MEASURED = 1000  # more loose notes than this are first laid out by the length of their words
LONG = 60
FROM_GROUP, FROM_NOTE = 8.0, 4.0
Place = tuple[float, float]


class Lying(NamedTuple):
    """A note where it can be seen: in a group, or loose."""

    note: NoteId
    group: GroupId | None
    rect: Rect


@dataclass
class GroupArea:
    """One group on the board and the notes in it."""

    record: Group
    rect: Rect = Rect(0, 0, 0, 0)
    columns: int = 2
    count: int = 0
    order: list[tuple[int, str, NoteId]] = field(default_factory=list)
    shown: dict[NoteId, Rect] = field(default_factory=dict)

    @property
    def more(self) -> int:
        """How many notes are in the group beyond those that are shown."""
        return self.count - len(self.shown)


class BoardModel:
    """The board as it can be seen."""

    def __init__(self, is_tall: Callable[[Face], bool]) -> None:
        self.faces: dict[NoteId, Face] = {}
        self.groups: dict[GroupId, GroupArea] = {}
        self.areas: Grid[GroupId] = Grid()
        self.loose: Grid[NoteId] = Grid()
        self.version = 0  # counts the changes
        self._is_tall = is_tall
        self._numbers: dict[NoteId, int] = {}
        self._wishes: dict[NoteId, Place] = {}
        self._aside: dict[NoteId, Place] = {}  # notes that lie beside their wish, because a group is there
        self._groups_of: dict[NoteId, set[GroupId]] = {}
        self._free_places: Iterator[Place] | None = None
        self._reading: list[NoteId] | None = None

    # Asking

    def __len__(self) -> int:
        return len(self.faces)

    @property
    def whole(self) -> Rect | None:
        """The rectangle around everything, None when the board is empty."""
        return layout.around(r for r in (self.areas.whole, self.loose.whole) if r is not None)

    def order_of_groups(self) -> list[GroupId]:
        """The groups in their order: own groups first, then "for later" and "we don't know yet"."""
        return sorted(self.groups, key=self._group_key)

    def _group_key(self, id_: GroupId) -> tuple[bool, int, str]:
        record = self.groups[id_].record
        return record.kind is not GroupKind.OWN, record.position, id_

    def rect_of(self, note: NoteId) -> Rect | None:
        """Where a note can be seen (the first place, when it lies in several groups)."""
        if (rect := self.loose.get(note)) is not None:
            return self._full(note, rect)
        for group in sorted(self._groups_of.get(note, ()), key=self._group_key):
            if note in self.groups[group].shown:
                return self.groups[group].shown[note]
        return None

    def groups_of(self, note: NoteId) -> frozenset[GroupId]:
        """The groups a note lies in."""
        return frozenset(self._groups_of.get(note, ()))

    def _full(self, note: NoteId, rect: Rect) -> Rect:
        """The rectangle of a loose note at its real height, which is measured when it is first seen."""
        return note_rect(rect.x, rect.y, self._is_tall(self.faces[note]))

    def _rect_at(self, note: NoteId, place: Place) -> Rect:
        """The rectangle of a loose note at a place: measured, or guessed where there are too many."""
        face = self.faces[note]
        tall = self._is_tall(face) if len(self.faces) <= MEASURED else len(face.text) > LONG
        return note_rect(*place, tall)

    def group_at(self, x: float, y: float) -> GroupId | None:
        """The group under a place."""
        return next(iter(self.areas.at(x, y)), None)

    def note_at(self, x: float, y: float) -> Lying | None:
        """The uppermost note under a place."""
        for lying in reversed(self.notes_in(Rect(x, y, 0.01, 0.01))):
            if lying.rect.holds(x, y):
                return lying
        return None

    def notes_in(self, area: Rect) -> list[Lying]:
        """The notes that an area touches, the lowest first."""
        found = [
            Lying(note, group, rect)
            for group in self.areas.within(area)
            for note, rect in self.groups[group].shown.items()
            if rect.meets(area)
        ]
        above = Rect(area.x, area.y - SLACK, area.w, area.h + SLACK)
        number = self._numbers
        for note in sorted(self.loose.within(above), key=lambda n: (number[n], n)):
            rect = self._full(note, self.loose[note])
            if rect.meets(area):
                found.append(Lying(note, None, rect))
        return found

    def reading_order(self) -> list[Lying]:
        """All notes that can be read, group by group, then the loose ones from the top; no hidden one."""
        found = [
            Lying(note, id_, rect)
            for id_ in self.order_of_groups()
            for note, rect in self.groups[id_].shown.items()
            if self.faces[note] is not BACK
        ]
        if self._reading is None:
            free = ((r.y, r.x, n) for n in self.loose if self.faces[n] is not BACK for r in [self.loose[n]])
            self._reading = [note for _, _, note in sorted(free)]
        return found + [Lying(n, None, self.loose[n]) for n in self._reading]

    # Building

    def fill(self, notes: Iterable[Note], groups: Iterable[Group], memberships: Iterable[Membership]) -> None:
        """Lay everything out at the start."""
        for note in notes:
            self._set_note(note.id, note)
        for group in groups:
            self.groups[group.id] = GroupArea(group)
        for membership in memberships:
            self._join(membership)
        for area in self.groups.values():
            area.columns = self._columns(area)
        self._flow()
        self._place_all(sorted(self.faces, key=lambda n: (self._numbers[n], n)))

    def _place_all(self, notes: Iterable[NoteId]) -> None:
        """Loose notes that lie where they were put come first; the others find room around them."""
        waiting = [note for note in notes if self._is_loose(note) and not self._place_as_wished(note)]
        for note in waiting:
            self._place_aside(note)

    def apply(self, change: Change) -> list[Rect]:
        """Take in what an act did; the areas that look different now."""
        self._reading = None
        self.version += 1
        return _Update(self).of(change)

    # One note

    def _set_note(self, id_: NoteId, note: Note | None) -> bool:
        """Keep what can be seen of a note; whether it looks different from before."""
        face, before = face_of(note), self.faces.get(id_)
        if face is None or note is None:
            self.faces.pop(id_, None)
            self._wishes.pop(id_, None)
            self._numbers.pop(id_, None)
        else:
            self.faces[id_] = face
            self._wishes[id_] = (note.x, note.y)
            self._numbers[id_] = 0 if face is BACK else note.number
        if (before is None) != (face is None):
            for group in self._groups_of.get(id_, ()):
                self.groups[group].count += 1 if before is None else -1
        return face != before

    def _is_loose(self, note: NoteId) -> bool:
        return note in self.faces and not self._groups_of.get(note)

    def _place_as_wished(self, note: NoteId) -> bool:
        """Lay a loose note where it was put; False when nobody put it anywhere, or a group lies there."""
        wish = self._wishes[note]
        rect = self._rect_at(note, wish)
        if wish == (0.0, 0.0) or not self.areas.is_free(rect):
            return False
        self._aside.pop(note, None)
        self.loose.put(note, rect)
        return True

    def _place_aside(self, note: NoteId) -> None:
        """Lay a loose note at the nearest free place; one that lies well already stays there."""
        wish = self._wishes[note]
        now = self.loose.get(note)
        if now is not None and self._aside.get(note) == wish and self.areas.is_free(now):
            return
        self.loose.drop(note)
        self._aside[note] = wish
        self.loose.put(note, self._free_rect(note, wish))

    def _free_rect(self, note: NoteId, wish: Place) -> Rect:
        if wish != (0.0, 0.0):
            for place in layout.places_near(*wish):
                if self._is_free(rect := self._rect_at(note, place)):
                    return rect
        if self._free_places is None:
            self._free_places = layout.places_below(self._last_row())
        rects = (self._rect_at(note, place) for place in self._free_places)
        return next(rect for rect in rects if self._is_free(rect))

    def free_place(self, seen: Rect) -> Place:
        """A free place for a new note: in what is seen, or after all that is there."""
        down = range(max(0, int((seen.h - layout.NOTE_H) // layout.STEP_Y)))
        across = range(max(0, int((seen.w - layout.NOTE_W) // layout.STEP_X)))
        near = (
            (seen.x + 20 + i * layout.STEP_X, seen.y + 10 + j * layout.STEP_Y) for j in down for i in across
        )
        places = chain(near, layout.places_below(self._last_row()))
        return next(place for place in places if self._is_free(note_rect(*place)))

    def place_near(self, x: float, y: float) -> Place:
        """The place nearest to a touch where a new note covers none; in a group, the touch itself."""
        if self.group_at(x, y) is not None:
            return x, y
        near = (place for place in layout.places_near(x, y) if self._is_free(note_rect(*place)))
        return next(near, (x, y))

    def _last_row(self) -> float:
        own = (a.rect.y for a in self.groups.values() if a.record.kind is GroupKind.OWN)
        return max(own, default=layout.TOP)

    def _is_free(self, rect: Rect) -> bool:
        return self.areas.is_free(rect.grown(FROM_GROUP)) and self.loose.is_free(rect.grown(FROM_NOTE))

    # Groups

    def _join(self, membership: Membership) -> None:
        area = self.groups[membership.group]
        insort(area.order, (membership.position, membership.id, membership.note))
        self._groups_of.setdefault(membership.note, set()).add(membership.group)
        area.count += membership.note in self.faces

    def _part(self, membership: Membership) -> None:
        groups = self._groups_of[membership.note]
        groups.discard(membership.group)
        if not groups:
            del self._groups_of[membership.note]
        area = self.groups.get(membership.group)
        if area is not None:
            area.order.remove((membership.position, membership.id, membership.note))
            area.count -= membership.note in self.faces

    def _newest(self, area: GroupArea) -> list[NoteId]:
        """The newest notes of a group, as many as can be shown at most, oldest first."""
        newest: list[NoteId] = []
        for _, _, note in reversed(area.order):
            if note in self.faces:
                newest.append(note)
                if len(newest) == MOST_SHOWN:
                    break
        return newest[::-1]

    def _columns(self, area: GroupArea) -> int:
        newest = self._newest(area)
        return layout.columns_for(len(newest) + sum(self._is_tall(self.faces[n]) for n in newest))

    def _flow(self) -> list[GroupId]:
        """Let the groups flow; those that lie elsewhere now."""
        order = self.order_of_groups()
        rects = layout.flow([ToPlace(self.groups[g].record.kind, self.groups[g].columns) for g in order])
        moved = [g for g, rect in zip(order, rects, strict=True) if self.areas.get(g) != rect]
        for group, rect in zip(order, rects, strict=True):
            self.groups[group].rect = rect
            self.areas.put(group, rect)
            self._show_newest(self.groups[group])
        self._free_places = None
        return moved

    def _show_newest(self, area: GroupArea) -> None:
        newest = self._newest(area)
        tall = [self._is_tall(self.faces[note]) for note in newest]
        rects = layout.inside(area.rect, area.record.kind, area.columns, tall)
        area.shown = dict(zip(newest[len(newest) - len(rects) :], rects, strict=True))


class _Update:
    """One change on its way into the model."""

    def __init__(self, model: BoardModel) -> None:
        self._model = model
        self._repaint: list[Rect] = []
        self._moving: set[NoteId] = set()  # loose before or after
        self._groups: set[GroupId] = set()  # what is in them looks different
        self._reflow = False

    def of(self, change: Change) -> list[Rect]:
        for table, take in (("note", self._note), ("note_group", self._group), ("membership", self._member)):
            for each in change.diff:
                if each.table == table:
                    take(each)
        self._settle_groups()
        self._settle_loose()
        return self._repaint

    def _note(self, change: RecordChange) -> None:
        id_ = NoteId(change.id)
        after = change.after
        self._model._set_note(id_, after if isinstance(after, Note) else None)
        self._groups |= self._model.groups_of(id_)
        self._moving.add(id_)

    def _group(self, change: RecordChange) -> None:
        model, id_, after = self._model, GroupId(change.id), change.after
        known = model.groups.get(id_)
        if not isinstance(after, Group):
            self._reflow = True
            self._repaint += [rect] if (rect := model.areas.drop(id_)) is not None else []
            model.groups.pop(id_, None)
            self._groups.discard(id_)
            return
        if known is None:
            model.groups[id_] = GroupArea(after)
            self._reflow = True
        else:
            self._reflow |= (known.record.position, known.record.kind) != (after.position, after.kind)
            known.record = after
        self._groups.add(id_)

    def _member(self, change: RecordChange) -> None:
        for record, take in ((change.before, self._model._part), (change.after, self._model._join)):
            if isinstance(record, Membership):
                take(record)
                self._moving.add(record.note)
                if record.group in self._model.groups:
                    self._groups.add(record.group)

    def _settle_groups(self) -> None:
        model = self._model
        before = {id_: area.rect for id_, area in model.groups.items()}
        for id_ in self._groups:
            area = model.groups[id_]
            columns = model._columns(area)
            self._reflow |= columns != area.columns and area.record.kind is GroupKind.OWN
            area.columns = columns
        changed = set(self._groups)
        if self._reflow:
            changed |= set(model._flow())
        else:
            for id_ in self._groups:
                model._show_newest(model.groups[id_])
        for id_ in changed:
            self._repaint += [before[id_], model.groups[id_].rect]
            if self._reflow:
                self._moving |= model.loose.within(model.groups[id_].rect).keys()
        if self._reflow:
            self._moving |= {n for n, wish in model._aside.items() if wish != (0.0, 0.0)}

    def _settle_loose(self) -> None:
        model = self._model
        moving = sorted(self._moving, key=lambda n: (model._numbers.get(n, 0), n))
        before = {note: self._seen(note) for note in moving}
        for note in moving:
            if not model._is_loose(note):
                model.loose.drop(note)
                model._aside.pop(note, None)
        model._place_all(moving)
        for note in moving:
            self._repaint += [rect for rect in (before[note], self._seen(note)) if rect is not None]

    def _seen(self, note: NoteId) -> Rect | None:
        """Where a loose note lies, with room for a tall one: its height before is not known any more."""
        rect = self._model.loose.get(note)
        return None if rect is None else note_rect(rect.x, rect.y, True)
