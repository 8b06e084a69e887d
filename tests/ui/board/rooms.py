"""Records as they stand, a board that hears of each change to them, and acts of chance."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ui.board.faces import Face
from ui.board.layout import Rect
from ui.board.model import BoardModel
from workshop.domain.changes import Change, RecordChange
from workshop.domain.ids import DrawingId, GroupId, MembershipId, NoteId, PictureId, TagId
from workshop.domain.kinds import BoardLayout, GroupKind, NoteState
from workshop.domain.persons import Picture
from workshop.domain.records import Drawing, Group, Membership, Note, Record, Tag, Workshop

DAY = Workshop("day", "Leaving hospital")


def is_tall(face: Face) -> bool:
    return len(face.text) > 60 or face.has_image


@dataclass
class Room:
    """Records as they stand, and a model that hears of each change."""

    notes: dict[str, Note] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    members: dict[str, Membership] = field(default_factory=dict)
    tags: dict[str, Tag] = field(default_factory=dict)
    drawings: dict[str, Drawing] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    days: dict[str, Workshop] = field(default_factory=lambda: {DAY.id: DAY})
    model: BoardModel = field(default_factory=lambda: BoardModel(is_tall))
    number: int = 0

    @property
    def workshop(self) -> Workshop:
        return self.days[DAY.id]

    def _rows(self, table: str) -> dict[str, Record]:
        tables = {
            "note": self.notes,
            "note_group": self.groups,
            "membership": self.members,
            "tag": self.tags,
            "drawing": self.drawings,
            "picture": self.pictures,
            "workshop": self.days,
        }
        return tables[table]  # type: ignore[return-value]

    def all(self, kind: type[Record]) -> tuple[Record, ...]:
        """All records of a class, as an open workshop gives them."""
        return tuple(self._rows(kind.table).values())

    def fresh(self) -> BoardModel:
        model = BoardModel(is_tall)
        model.fill_from(self)  # type: ignore[arg-type]  # all that is asked of a workshop
        return model

    def change(self, *after: Record, gone: tuple[Record, ...] = ()) -> list[Rect]:
        """Put and take away records, as one act; what the model wants painted."""
        diff = []
        for record, there in [*((r, True) for r in after), *((r, False) for r in gone)]:
            rows = self._rows(record.table)
            before = rows.pop(record.id, None)
            if there:
                rows[record.id] = record
            diff.append(RecordChange(record.table, record.id, before, record if there else None))
        return self.model.apply(Change(1, "x", tuple(diff)))

    def note(self, text: str = "Words", x: float = 0, y: float = 0, **more: object) -> Note:
        """A new note, not on the board yet."""
        self.number += 1
        made = Note(NoteId(f"n{self.number:03}"), self.number, text, x=x, y=y)
        return replace(made, **more)  # type: ignore[arg-type]

    def group(self, kind: GroupKind = GroupKind.OWN, position: int | None = None) -> Group:
        """A new group, not on the board yet."""
        self.number += 1
        place = self.number if position is None else position
        return Group(GroupId(f"g{self.number:03}"), f"Group {self.number}", place, kind)

    def member(self, note: Note, group: Group) -> Membership:
        """A note in a group."""
        self.number += 1
        return Membership(MembershipId(f"m{self.number:03}"), note.id, group.id, self.number)

    def next(self) -> int:
        """A number that was never given."""
        self.number += 1
        return self.number


Act = tuple[list[Record], tuple[Record, ...]]


def acts(room: Room, chance: random.Random) -> Iterator[Act]:
    """Some sixty acts as people do them, or undo them."""
    for _ in range(60):
        kind = chance.choice((_on_a_note, _on_a_note, _on_a_note, _on_a_group, _on_a_group, _beside))
        yield kind(room, chance)


def _place(chance: random.Random) -> tuple[float, float]:
    return chance.choice(((0.0, 0.0), (chance.uniform(1, 1800), chance.uniform(1, 1500))))


def _on_a_note(room: Room, chance: random.Random) -> Act:
    doing = chance.choice("add add add move text state put put drop gone same same wait turn".split())
    text, (x, y) = "Some words. " * chance.choice((1, 2, 9)), _place(chance)
    if doing == "add" or not room.notes:
        state = chance.choice((NoteState.SHOWN, NoteState.SHOWN, NoteState.HIDDEN))
        return [room.note(text, x, y, state=state)], ()
    note, groups = chance.choice(list(room.notes.values())), list(room.groups.values())
    mine = [m for m in room.members.values() if m.note == note.id]
    if doing == "put" and groups:
        group = chance.choice(groups)
        return ([] if any(m.group == group.id for m in mine) else [room.member(note, group)]), ()
    if doing == "drop" and mine:
        return [replace(note, x=x, y=y)], (chance.choice(mine),)
    if doing == "gone":
        others = [n for n in room.notes.values() if n.same_as == note.id]
        return [replace(n, same_as=None) for n in others], (note, *mine)
    other = chance.choice([n for n in room.notes if n != note.id] or [None])
    changed = {
        "text": {"text": text},
        "state": {"state": chance.choice(list(NoteState))},
        "same": {"same_as": chance.choice((other, other, None))},
        "wait": {"waiting": not note.waiting},
        "turn": {"turned": chance.randrange(4), "x": x, "y": y},
    }
    return [replace(note, **changed.get(doing, {"x": x, "y": y}))], ()  # type: ignore[arg-type]


def _on_a_group(room: Room, chance: random.Random) -> Act:
    doing = chance.choice("add add gone order merge merge part feel lay".split())
    groups = list(room.groups.values())
    if doing == "lay":
        axes = chance.choice(((), ("Easy", "Hard", "Helps few", "Helps many")))
        return [replace(room.workshop, layout=chance.choice(list(BoardLayout)), axes=axes)], ()
    if doing == "add" or not groups:
        kind = chance.choice((*[GroupKind.OWN] * 4, GroupKind.LATER, GroupKind.WRONG))
        return [room.group(kind, chance.randint(0, 5))], ()
    group = chance.choice(groups)
    lying = [m for m in room.members.values() if m.group == group.id]
    if doing == "gone":
        freed = [replace(g, merged_into=None) for g in groups if g.merged_into == group.id]
        return freed, (group, *lying)  # type: ignore[return-value]
    if doing == "order":
        return [replace(group, position=chance.randint(0, 5))], ()
    if doing == "feel":
        return [replace(group, feeling=chance.randint(-2, 2))], ()
    if doing == "merge" and group.merged_into is None:
        return _merged(room, chance, group, lying)
    there = {m.note for m in lying}
    # A note lies in a group once, however often it was put there and taken along.
    coming = {m.note: m for m in room.members.values() if m.came_from == group.id and m.note not in there}
    back = [replace(m, group=group.id, came_from=None) for m in coming.values()]
    return [replace(group, merged_into=None), *back], ()


def _merged(room: Room, chance: random.Random, group: Group, lying: list[Membership]) -> Act:
    others = [g for g in room.groups.values() if g.id != group.id and g.merged_into is None]
    if not others:
        return [], ()
    into = chance.choice(others)
    there = {m.note for m in room.members.values() if m.group == into.id}
    coming = {m.note: m for m in lying if m.note not in there}
    moved = [replace(m, group=into.id, came_from=group.id) for m in coming.values()]
    return [replace(group, merged_into=into.id), *moved], ()


def _beside(room: Room, chance: random.Random) -> Act:
    doing = chance.choice("tag rename untag mark draw undraw picture".split())
    tags, notes = list(room.tags.values()), list(room.notes.values())
    if doing == "tag" or not notes:
        return [Tag(TagId(f"t{room.next()}"), f"Tag {room.number}", room.number)], ()
    note = chance.choice(notes)
    if doing == "draw":
        drawing = next((d for d in room.drawings.values() if d.note == note.id), None)
        id_ = drawing.id if drawing else DrawingId(f"d{room.next()}")
        return [Drawing(id_, note.id, f"ink {room.next()}")], ()
    if doing == "picture":
        if any(p.note == note.id for p in room.pictures.values()):
            return [], ()
        return [Picture(PictureId(f"p{room.next()}"), note.id, 10, 10, "")], ()
    if doing == "undraw":
        return [], tuple(d for d in room.drawings.values() if d.note == note.id)
    if not tags:
        return [], ()
    tag = chance.choice(tags)
    if doing == "rename":
        return [replace(tag, name=f"Tag {room.next()}")], ()
    if doing == "mark":
        return [replace(note, tags=tuple({*note.tags, tag.id}))], ()
    without = [replace(n, tags=tuple(t for t in n.tags if t != tag.id)) for n in notes if tag.id in n.tags]
    return [*without], (tag,)
