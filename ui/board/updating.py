"""One change on its way into the board: what it touches is laid out anew, and named for painting."""

from typing import TYPE_CHECKING

from ui.board import layout
from ui.board.faces import BACK
from ui.board.layout import TALL_H, Rect
from ui.board.note_faces import Changed
from workshop.domain.changes import Change, RecordChange
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import BoardLayout
from workshop.domain.records import Group, Membership, Note, Workshop

if TYPE_CHECKING:
    from ui.board.model import BoardModel


class Update:
    """One change on its way into the model."""

    def __init__(self, model: "BoardModel") -> None:
        self._model = model
        self._repaint: list[Rect] = []
        self._moving: set[NoteId] = set()  # loose before or after
        self._groups: set[GroupId] = set()  # what is in them looks different
        self._turned: set[NoteId] = set()  # lay face down before, or do so now
        self._reflow = False
        self._anew = False  # the whole board is laid out in another way

    def of(self, change: Change) -> list[Rect]:
        """Take the change in; the areas that look different now."""
        tables = (
            ("tag", self._beside),
            ("drawing", self._beside),
            ("picture", self._beside),
            ("note", self._note),
            ("note_group", self._group),
            ("membership", self._member),
            ("workshop", self._day),
        )
        for table, take in tables:
            for each in change.diff:
                if each.table == table:
                    take(each)
        if self._anew:
            return self._lay_out_anew()
        self._settle_groups()
        self._settle_loose()
        return self._repaint

    # What changed

    def _beside(self, change: RecordChange) -> None:
        self._touch(self._model._seen.put_beside(change.before, change.after))

    def _note(self, change: RecordChange) -> None:
        id_, after = NoteId(change.id), change.after
        self._moving.add(id_)
        self._touch(self._model._set_note(id_, after if isinstance(after, Note) else None))

    def _touch(self, changed: Changed) -> None:
        """These notes look different, and so do the groups they are in."""
        for note, faces in changed.items():
            self._moving.add(note)
            self._groups |= self._model.groups_of(note)
            if BACK in faces:
                self._turned.add(note)

    def _group(self, change: RecordChange) -> None:
        model, id_, after = self._model, GroupId(change.id), change.after
        if not isinstance(after, Group):
            self._take_away(id_)
            model._away.pop(id_, None)
        elif after.merged_into is not None:
            self._take_away(id_)
            model._keep_away(after)
        elif id_ not in model.groups:
            self._touch(model._show_group(after))
            self._moving |= {member.note for member in model.groups[id_].order}
            self._groups.add(id_)
            self._reflow = True
        else:
            record = model.groups[id_].record
            self._reflow |= (record.position, record.kind) != (after.position, after.kind)
            model.groups[id_].record = after
            self._groups.add(id_)
            if record.feeling != after.feeling and model.line is not None:
                self._repaint.append(model.line)

    def _take_away(self, id_: GroupId) -> None:
        """A group that was on the board is not there any more."""
        model = self._model
        if id_ not in model.groups:
            return
        self._moving |= {member.note for member in model.groups[id_].order}
        self._touch(model._put_group_away(id_))
        self._repaint += [rect] if (rect := model.areas.drop(id_)) is not None else []
        self._groups.discard(id_)
        self._reflow = True

    def _member(self, change: RecordChange) -> None:
        model = self._model
        for record, take in ((change.before, model._part), (change.after, model._join)):
            if isinstance(record, Membership):
                self._touch(take(record))
                self._moving.add(record.note)
                if record.group in model.groups:
                    self._groups.add(record.group)
                self._groups |= model.groups_of(record.note)  # there it is marked as a copy, or not any more

    def _day(self, change: RecordChange) -> None:
        day, model = change.after, self._model
        if isinstance(day, Workshop):
            self._anew |= day.layout is not model.arranged
            if day.axes != model.axes and model.arranged is BoardLayout.GRID:
                self._repaint.append(layout.GRID)
            model.arranged, model.axes = day.layout, day.axes

    # What follows

    def _lay_out_anew(self) -> list[Rect]:
        model = self._model
        before = layout.around(r for r in (model.areas.whole, model.loose.whole, model.line) if r is not None)
        model._lay_out_all()
        return [rect for rect in (before, model.whole, layout.GRID) if rect is not None]

    def _settle_groups(self) -> None:
        model = self._model
        self._groups &= model.groups.keys()
        before, line = {id_: model.groups[id_].rect for id_ in model.groups}, model.line
        for id_ in self._groups:
            area = model.groups[id_]
            shape = model._shape(area)
            self._reflow |= shape != (area.columns, area.high)
            area.columns, area.high = shape
        changed = set(self._groups)
        if self._reflow:
            changed |= set(model._flow(self._groups))
        else:
            for id_ in self._groups:
                model._show_newest(model.groups[id_])
        for id_ in changed:
            self._repaint += [before[id_], model.groups[id_].rect]
            if self._reflow:
                self._moving |= model.loose.within(model.groups[id_].rect).keys()
        if self._reflow:
            self._moving |= {n for n, wish in model._aside.items() if wish != (0.0, 0.0)}
        if model.line != line:
            self._repaint += [rect for rect in (line, model.line) if rect is not None]
            self._moving |= model.loose.within(model.line).keys() if model.line is not None else set()

    def _deal_anew(self) -> None:
        """What lies face down is laid out anew with each note that comes, goes or is turned over.

        So no place ever tells who wrote first: the order is that of their ids, which say nothing, and
        once they are turned over that of their numbers, which were dealt at that moment.
        """
        model = self._model
        self._moving |= self._turned | {note for note, face in model.faces.items() if face is BACK}
        for note in self._moving:
            if note in self._turned or model.faces.get(note) is BACK:
                if (rect := self._seen(note)) is not None:
                    self._repaint.append(rect)
                model.loose.drop(note)
                model._aside.pop(note, None)
        model._free_places = None

    def _settle_loose(self) -> None:
        if self._turned:
            self._deal_anew()
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
        """Where a loose note lies, with room for any: how high it was, and how turned, is not known now."""
        rect = self._model.loose.get(note)
        return None if rect is None else Rect(rect.x, rect.y, TALL_H, TALL_H)
