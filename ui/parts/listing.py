"""The board as a list: area, group, note. Groups and under each its notes, then the loose notes.

What lies face down is not here, nor what waits to be placed, nor what was put away. Notes that say the
same stand below the one on top of them.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from ui.bridge import Bridge
from ui.parts.kinds import emotion_name
from ui.words import LANGUAGES, Words
from workshop.domain.board_settings import field_of
from workshop.domain.ids import GroupId, NoteId, TagId
from workshop.domain.kinds import BoardLayout, GroupKind, NoteKind, NoteState
from workshop.domain.persons import Picture
from workshop.domain.records import Group, Membership, Note, Tag


@dataclass(frozen=True)
class AreaRow:
    """A part of the board: the groups, or what was set aside."""

    name: str


@dataclass(frozen=True)
class GroupRow:
    """A group, and how many notes in sight it has; `group` is None above the loose notes."""

    group: GroupId | None
    name: str
    notes: int
    open: bool = True
    locked: bool = False


@dataclass(frozen=True)
class NoteRow:
    """A note in sight. `under` is the note on top of it, when both say the same.

    `end` is what its row says at the end: its field, that it has a picture, its tags, how it felt, its
    language where it is another one.
    """

    note: NoteId
    group: GroupId | None
    text: str
    record: Note
    end: str = ""
    under: NoteId | None = None


Row = AreaRow | GroupRow | NoteRow
Key = tuple[NoteId | None, GroupId | None]  # what tells a row that can be chosen from all others
NO_ROW: Key = (None, None)


def key_of(row: object) -> Key:
    """The key of a row; of one that cannot be chosen, the key of none."""
    if isinstance(row, NoteRow):
        return row.note, row.group
    return (None, row.group) if isinstance(row, GroupRow) else NO_ROW


def place_of(rows: Sequence[Row], chosen: Key) -> int | None:
    """Where a row is; of a note that lies elsewhere now, its first row. None where it is in no row."""
    if chosen == NO_ROW:
        return None
    keys = [key_of(row) for row in rows]
    if chosen in keys:
        return keys.index(chosen)
    return next((i for i, (note, _) in enumerate(keys) if note is not None and note == chosen[0]), None)


@dataclass(frozen=True)
class Sought:
    """What is looked for: only these notes (None: all), of these kinds, with these tags (none: any).

    Of `groups`, whose names were looked for, all notes are there.
    """

    found: frozenset[NoteId] | None = None
    kinds: frozenset[NoteKind] = frozenset()
    tags: frozenset[TagId] = frozenset()
    groups: frozenset[GroupId] = frozenset()

    @property
    def is_all(self) -> bool:
        """Whether nothing is looked for."""
        return self.found is None and not self.kinds and not self.tags

    def has(self, note: Note) -> bool:
        """Whether this note is one of those that are looked for."""
        return (
            (self.found is None or note.id in self.found)
            and (not self.kinds or note.kind in self.kinds)
            and (not self.tags or bool(self.tags & set(note.tags)))
        )


EVERYTHING = Sought()


@dataclass(frozen=True)
class OnBoard:
    """All that the list is made of; `language` is the workshop's own, `pictured` the notes with a picture."""

    notes: Sequence[Note]
    groups: Sequence[Group]
    memberships: Sequence[Membership]
    tags: Sequence[Tag] = ()
    language: str = ""
    pictured: frozenset[NoteId] = frozenset()
    axes: Sequence[str] = ()  # the names of the ends, where the loose notes lie in a grid


def read(room: Bridge) -> OnBoard:
    """The board as it is now."""
    kinds = (room.all(Note), room.all(Group), room.all(Membership), room.all(Tag))
    pictured = frozenset(picture.note for picture in room.all(Picture))
    day = room.workshop
    axes = day.axes if day.layout is BoardLayout.GRID else ()
    return OnBoard(*kinds, day.language, pictured, axes)


def rows(
    board: OnBoard, words: Words, sought: Sought = EVERYTHING, closed: Collection[GroupId | None] = ()
) -> list[Row]:
    """All rows. A note in two groups is in the list twice, as on the board.

    `closed` are groups whose notes are folded away; while something is looked for all are open, and
    groups with nothing in them are left away.
    """
    layers = _Layers(board, words, sought, closed if sought.is_all else ())
    inside: dict[GroupId, list[Note]] = {group.id: [] for group in board_of(board.groups)}
    for membership in board.memberships:
        if membership.group in inside and (note := layers.top.get(membership.note)) is not None:
            inside[membership.group].append(note)
    found: list[Row] = []
    for area, groups in _areas(board_of(board.groups), words):
        each = [row for group in groups for row in layers.group(group, inside[group.id])]
        found += [AreaRow(area), *each] if each else []
    placed = {note.id for lying in inside.values() for note in lying}
    loose = sorted((n for n in layers.top.values() if n.id not in placed), key=lambda n: (n.y, n.x, n.number))
    return found + layers.loose(loose)


class _Layers:
    """The notes that can be seen, each with those that lie under it; what is wanted of them, as rows."""

    def __init__(
        self, board: OnBoard, words: Words, sought: Sought, closed: Collection[GroupId | None]
    ) -> None:
        self.words, self.sought, self.closed, self.language = words, sought, closed, board.language
        self.pictured, self.axes = board.pictured, board.axes
        self.tags = {tag.id: tag.name for tag in board.tags}
        seen = {note.id: note for note in board.notes if is_on_board(note)}
        self.top = {id_: n for id_, n in seen.items() if n.same_as is None or n.same_as not in seen}
        self.under: dict[NoteId, list[Note]] = {}
        for note in seen.values():
            if note.same_as is not None and note.id not in self.top:
                self.under.setdefault(note.same_as, []).append(note)

    def group(self, group: Group, notes: Sequence[Note]) -> list[Row]:
        """A group with its notes; nothing where none of them is looked for."""
        named = group.id in self.sought.groups
        wanted = self._wanted(notes, replace(self.sought, found=None) if named else self.sought)
        if not wanted and not self.sought.is_all and not named:
            return []
        is_open = group.id not in self.closed
        head = GroupRow(group.id, name_of(group, self.words), len(wanted), is_open, group.locked)
        return [head, *(self._rows(wanted, group.id) if is_open else [])]

    def loose(self, notes: Sequence[Note]) -> list[Row]:
        """The notes in no group."""
        wanted = self._wanted(notes, self.sought)
        if not wanted:
            return []
        is_open = None not in self.closed
        head = GroupRow(None, self.words("Not in a group"), len(wanted), is_open)
        return [head, *(self._rows(wanted, None) if is_open else [])]

    def _wanted(self, notes: Iterable[Note], sought: Sought) -> list[Note]:
        """Those that are looked for, or on top of one that is."""
        has, under = sought.has, self.under
        return [note for note in notes if any(has(n) for n in (note, *under.get(note.id, ())))]

    def _rows(self, notes: Iterable[Note], group: GroupId | None) -> list[Row]:
        found: list[Row] = []
        for note in notes:
            found.append(self._row(note, group, None))
            found += [self._row(same, group, note.id) for same in self.under.get(note.id, ())]
        return found

    def _row(self, note: Note, group: GroupId | None, under: NoteId | None) -> NoteRow:
        picture = self.words("A picture")
        said = [self._field(note)] if group is None and self.axes else []
        said += [picture] if note.id in self.pictured and note.text != picture else []
        said += [self.tags[tag] for tag in note.tags if tag in self.tags]
        said += [emotion_name(note.emotion, self.words)] if note.emotion is not None else []
        said += [LANGUAGES[note.language]] if self._is_other(note.language) else []
        return NoteRow(note.id, group, note.text, note, " · ".join(filter(None, said)), under)

    def _field(self, note: Note) -> str:
        """In which field of the grid a note lies; "" for none."""
        field = field_of(note.x, note.y)
        if field is None or len(self.axes) <= max(field):
            return ""
        across, up = (self.axes[end] for end in field)
        return self.words("{one} and {other}", one=across, other=up)

    def _is_other(self, language: str) -> bool:
        return language in LANGUAGES and language != self.language


def _areas(groups: Sequence[Group], words: Words) -> tuple[tuple[str, list[Group]], ...]:
    own = [group for group in groups if group.kind is GroupKind.OWN]
    aside = [group for group in groups if group.kind is not GroupKind.OWN]
    return (words("Groups"), own), (words("Set aside"), aside)


def is_on_board(note: Note) -> bool:
    """Whether people can read this note on the board; one of equals may lie under another."""
    return note.state is NoteState.SHOWN and not note.waiting


def board_of(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups that are on the board; one that was merged into another is not."""
    return tuple(group for group in groups if group.merged_into is None)


def name_of(group: Group, words: Words) -> str:
    """A group's own name, the fixed one of those that are kept apart, or that it has none yet."""
    fixed = {
        GroupKind.LATER: words("For later"),
        GroupKind.UNKNOWN: words("We don’t know yet"),
        GroupKind.WRONG: words("We got this wrong"),
    }
    if group.kind in fixed:
        return fixed[group.kind]
    return group.name or words("A group without a name")


def counts(board: OnBoard) -> tuple[int, int, int]:
    """How many notes can be read, how many groups there are, and how many notes are loose."""
    seen = {note.id for note in board.notes if is_on_board(note)}
    groups = {group.id for group in board_of(board.groups)}
    return len(seen), len(groups), len(seen - {m.note for m in board.memberships if m.group in groups})
