"""What lies where on the board, kept up to date change by change. No window, no painting.

Built once from the records; after that each change costs what it touches, not how many notes there
are. Only a group that appears, goes, or gets another size lets the groups flow anew. A note that is
put away is not here at all, and of a hidden note only its place is known: no words, no kind, no order.
A group that was merged into another keeps its notes' places for the day it comes back, unseen.
"""

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from ui.board import layout
from ui.board.areas import GroupArea, Lying, member_of
from ui.board.faces import BACK, Face
from ui.board.index import Grid
from ui.board.layout import MOST_SHOWN, SIDE_BY_SIDE, Rect, ToPlace, note_rect
from ui.board.note_faces import Changed, NoteFaces, as_one
from ui.board.updating import Update
from workshop.domain.changes import Change
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import BoardLayout, GroupKind
from workshop.domain.persons import Picture
from workshop.domain.records import Drawing, Group, Membership, Note, Tag

if TYPE_CHECKING:
    from ui.bridge import Bridge

SLACK = layout.TALL_H - layout.NOTE_H
MEASURED = 1000  # more loose notes than this are first laid out by the length of their words
LONG = 60
FROM_GROUP, FROM_NOTE = 8.0, 4.0
Place = tuple[float, float]
__all__ = ["BoardModel", "GroupArea", "Lying"]


class BoardModel:
    """The board as it can be seen."""

    def __init__(self, is_tall: Callable[[Face], bool]) -> None:
        self.groups: dict[GroupId, GroupArea] = {}
        self.areas: Grid[GroupId] = Grid()
        self.loose: Grid[NoteId] = Grid()
        self.arranged = BoardLayout.FREE
        self.axes: tuple[str, ...] = ()
        self.line: Rect | None = None  # where the feelings of a journey are
        self.version = 0  # counts the changes
        self._is_tall = is_tall
        self._seen = NoteFaces()
        self.faces: dict[NoteId, Face] = self._seen.faces
        self._numbers = self._seen.numbers
        self._away: dict[GroupId, GroupArea] = {}  # groups that were merged into others
        self._wishes: dict[NoteId, Place] = {}
        self._aside: dict[NoteId, Place] = {}  # notes that lie beside their wish, because a group is there
        self._groups_of: dict[NoteId, set[GroupId]] = {}
        self._free_places: Iterator[Place] | None = None
        self._order: list[GroupId] | None = None
        self._reading: list[NoteId] | None = None

    # Asking

    def __len__(self) -> int:
        return len(self.faces)

    @property
    def whole(self) -> Rect | None:
        """The rectangle around everything, None when the board is empty."""
        grid = layout.GRID if self.arranged is BoardLayout.GRID else None
        parts = (self.areas.whole, self.loose.whole, self.line, grid)
        return layout.around(r for r in parts if r is not None)

    def order_of_groups(self) -> list[GroupId]:
        """The groups in their order: own groups first, then those whose names are fixed."""
        if self._order is None:
            self._order = sorted(self.groups, key=self._group_key)
        return self._order

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

    def number_of(self, note: NoteId) -> int:
        """The number of a note; 0 while it lies face down."""
        return self._numbers[note]

    def groups_of(self, note: NoteId) -> frozenset[GroupId]:
        """The groups a note lies in."""
        return frozenset(self._groups_of.get(note, ()))

    def notes_of(self, group: GroupId) -> list[NoteId]:
        """The notes of a group that are on the board, in its order, shown or not."""
        return [member.note for member in self.groups[group].order if member.note in self.faces]

    def under(self, note: NoteId) -> dict[NoteId, Face]:
        """The notes that lie under this one because they say the same, and what each would show alone."""
        return self._seen.under(note)

    def has_merged(self, group: GroupId) -> bool:
        """Whether another group was merged into this one, and can come back."""
        return any(area.record.merged_into == group for area in self._away.values())

    def field_of(self, note: NoteId) -> tuple[int, int] | None:
        """The field of the grid in which a loose note lies, as two numbers of `axes`; None for none."""
        if self.arranged is not BoardLayout.GRID or note not in self.loose:
            return None
        return layout.field_of(*self._wishes[note])

    def size_when_turned(self, note: NoteId, turned: int) -> tuple[float, float]:
        """How wide and high a note is after so many quarter turns."""
        rect = note_rect(0, 0, self._is_tall(self.faces[note]), turned)
        return rect.w, rect.h

    def _full(self, note: NoteId, rect: Rect) -> Rect:
        """The rectangle of a loose note at its real height, which is measured when it is first seen."""
        face = self.faces[note]
        return note_rect(rect.x, rect.y, self._is_tall(face), face.turned)

    def _rect_at(self, note: NoteId, place: Place) -> Rect:
        """The rectangle of a loose note at a place: measured, or guessed where there are too many."""
        face = self.faces[note]
        tall = self._is_tall(face) if len(self.faces) <= MEASURED else len(face.text) > LONG
        return note_rect(*place, tall, face.turned)

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
        beside = SLACK if self._seen.sideways else 0.0
        around = Rect(area.x - beside, area.y - SLACK, area.w + beside, area.h + SLACK)
        number = self._numbers
        for note in sorted(self.loose.within(around), key=lambda n: (number[n], n)):
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

    def fill_from(self, room: "Bridge") -> None:
        """Lay out all that the open workshop has."""
        for kind in (Tag, Drawing, Picture):
            for record in room.all(kind):
                self._seen.put_beside(None, record)
        day = room.workshop
        self.arranged, self.axes = day.layout, day.axes
        self.fill(room.all(Note), room.all(Group), room.all(Membership))

    def fill(self, notes: Iterable[Note], groups: Iterable[Group], memberships: Iterable[Membership]) -> None:
        """Lay everything out at the start."""
        for group in groups:
            (self.groups if group.merged_into is None else self._away)[group.id] = GroupArea(group)
        for membership in memberships:
            self._join(membership)
        for note in notes:
            self._set_note(note.id, note)
        self._lay_out_all()

    def _lay_out_all(self) -> None:
        """Give everything its place, as at the start."""
        for area in self.groups.values():
            area.columns, area.high = self._shape(area)
        self._flow(self.groups)
        self.loose = Grid()
        self._aside.clear()
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
        return Update(self).of(change)

    # One note

    def _set_note(self, id_: NoteId, note: Note | None) -> Changed:
        """Keep what can be seen of a note; the notes that look different from before."""
        if note is None:
            self._wishes.pop(id_, None)
        else:
            self._wishes[id_] = (note.x, note.y)
        return self._count(self._seen.put(id_, note))

    def _count(self, changed: Changed) -> Changed:
        """Count anew the notes of the groups where some came into sight, or went out of it."""
        for id_, (before, after) in changed.items():
            if (before is None) != (after is None):
                for group in self._groups_of.get(id_, ()):
                    self.groups[group].count += 1 if before is None else -1
        return changed

    def _is_loose(self, note: NoteId) -> bool:
        return note in self.faces and not self._groups_of.get(note)

    def _place_as_wished(self, note: NoteId) -> bool:
        """Lay a loose note where it was put; False when nobody put it anywhere, or a group lies there."""
        wish = self._wishes[note]
        rect = self._rect_at(note, wish)
        if wish == (0.0, 0.0) or not self._is_clear(rect):
            return False
        self._aside.pop(note, None)
        self.loose.put(note, rect)
        return True

    def _place_aside(self, note: NoteId) -> None:
        """Lay a loose note at the nearest free place; one that lies well already stays there."""
        wish = self._wishes[note]
        lies = self.loose.get(note)
        if lies is not None and self._aside.get(note) == wish:
            now = self._rect_at(note, (lies.x, lies.y))  # it may have grown
            if self._is_clear(now):
                self.loose.put(note, now)
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
        """Where notes begin that nobody put anywhere: never in a field of the grid, which would say much."""
        if self.arranged is BoardLayout.GRID:
            return layout.GRID.bottom + layout.GAP
        own = [area.rect for area in self.groups.values() if area.record.kind is GroupKind.OWN]
        if self.arranged in SIDE_BY_SIDE:
            return max((r.bottom for r in own), default=layout.TOP) + layout.GAP
        return max((r.y for r in own), default=layout.TOP)

    def _is_clear(self, rect: Rect) -> bool:
        """Whether no group is there, nor the line of a journey."""
        return self.areas.is_free(rect) and (self.line is None or not self.line.meets(rect))

    def _is_free(self, rect: Rect) -> bool:
        return self._is_clear(rect.grown(FROM_GROUP)) and self.loose.is_free(rect.grown(FROM_NOTE))

    # Groups

    def _join(self, membership: Membership) -> Changed:
        group, note = membership.group, membership.note
        if (away := self._away.get(group)) is not None:
            insort(away.order, member_of(membership))
            return {}
        insort(self.groups[group].order, member_of(membership))
        return self._enter(group, note)

    def _part(self, membership: Membership) -> Changed:
        group, note = membership.group, membership.note
        if (away := self._away.get(group)) is not None:
            away.order.remove(member_of(membership))
        elif group in self.groups:
            self.groups[group].order.remove(member_of(membership))
            return self._leave(group, note)
        return {}

    def _enter(self, group: GroupId, note: NoteId) -> Changed:
        """A note is in a group now that is on the board."""
        self._groups_of.setdefault(note, set()).add(group)
        self.groups[group].count += note in self.faces
        return self._seen.turn_upright(note, True)

    def _leave(self, group: GroupId, note: NoteId) -> Changed:
        groups = self._groups_of[note]
        groups.discard(group)
        self.groups[group].count -= note in self.faces
        if groups:
            return {}
        del self._groups_of[note]
        return self._seen.turn_upright(note, False)

    def _show_group(self, group: Group) -> Changed:
        """A group appears, or comes back with its notes."""
        area = self._away.pop(group.id, GroupArea(group))
        area.record = group
        self.groups[group.id] = area
        return as_one(self._enter(group.id, member.note) for member in area.order)

    def _keep_away(self, group: Group) -> None:
        """A group that was merged into another is as its record says, unseen."""
        self._away.setdefault(group.id, GroupArea(group)).record = group

    def _put_group_away(self, id_: GroupId) -> Changed:
        """A group is not on the board any more; its notes' places in it are kept."""
        area = self.groups[id_]
        changed = as_one(self._leave(id_, member.note) for member in area.order)
        self._away[id_] = self.groups.pop(id_)
        return changed

    def _newest(self, area: GroupArea) -> list[NoteId]:
        """The newest notes of a group, as many as can be shown at most, oldest first; in a column all."""
        if self._in_column(area):
            return [member.note for member in area.order if member.note in self.faces]
        newest: list[NoteId] = []
        for member in reversed(area.order):
            if member.note in self.faces:
                newest.append(member.note)
                if len(newest) == MOST_SHOWN:
                    break
        return newest[::-1]

    def _in_column(self, area: GroupArea) -> bool:
        return self.arranged in SIDE_BY_SIDE and area.record.kind is GroupKind.OWN

    def _shape(self, area: GroupArea) -> tuple[int, float]:
        """How many columns a group has, and how high its notes are where they lie in one."""
        tall = [self._is_tall(self.faces[note]) for note in self._newest(area)]
        if self._in_column(area):
            return 1, layout.stacked(tall)
        lane = area.record.kind is not GroupKind.OWN
        return layout.columns_for(len(tall) + sum(tall)), layout.stacked(tall) if lane else 0.0

    def _flow(self, touched: Collection[GroupId]) -> list[GroupId]:
        """Let the groups flow, and show the notes of those touched; the groups that lie elsewhere now."""
        self._order = None
        order = self.order_of_groups()
        areas = [self.groups[group] for group in order]
        rects = layout.flow([ToPlace(a.record.kind, a.columns, a.high) for a in areas], self.arranged)
        moved = [g for g, rect in zip(order, rects, strict=True) if self.areas.get(g) != rect]
        for group, rect in zip(order, rects, strict=True):
            self.groups[group].rect = rect
            self.areas.put(group, rect)
        for group in {*moved, *touched}:
            self._show_newest(self.groups[group])
        journey = self.arranged is BoardLayout.JOURNEY
        self.line = layout.line_above([a.rect for a in areas if a.narrow]) if journey else None
        self._free_places = None
        return moved

    def _show_newest(self, area: GroupArea) -> None:
        newest = self._newest(area)
        tall = [self._is_tall(self.faces[note]) for note in newest]
        rects = layout.inside(area.rect, area.record.kind, area.columns, tall)
        area.shown = dict(zip(newest[len(newest) - len(rects) :], rects, strict=True))
