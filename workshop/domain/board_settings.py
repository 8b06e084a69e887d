"""The rules of how a board is set up: names of kinds, layouts and their axes, tags. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workshop.domain.board import need_on_board
from workshop.domain.ids import TagId
from workshop.domain.ink import HEIGHT, WIDTH
from workshop.domain.kinds import BoardLayout, NoteKind
from workshop.domain.names import fold
from workshop.domain.records import KindName, Note, Tag, Workshop
from workshop.domain.words import must_say, tidy
from workshop.errors import RuleBroken

MOST_TAGS = 20
LONGEST_NAME = 40  # letters: a tag, a kind and the end of an axis have to be read at a glance
ENDS = 4  # of the two axes of a grid: left, right, bottom, top
FIELDS = (168.0, 54.0, 1584.0, 760.0)  # of a grid, in board units: left, top, width, height


def _short_name(name: str) -> str:
    return " ".join(tidy(name, LONGEST_NAME).split())


def name_kind(workshop: Workshop, kind: NoteKind, name: str) -> Workshop:
    """The workshop in which a kind of note has this name; "" gives it its usual one back."""
    if kind is NoteKind.BEFORE:
        raise RuleBroken("“Written before today” keeps its name. Nothing was changed.")
    names = {kind_name.kind: kind_name.name for kind_name in workshop.kind_names}
    names[kind] = _short_name(name)
    _refuse_doubled(names[kind], [other for k, other in names.items() if k is not kind])
    return replace(workshop, kind_names=tuple(KindName(k, names[k]) for k in NoteKind if names.get(k)))


def set_layout(workshop: Workshop, layout: BoardLayout, axes: Sequence[str] | None) -> Workshop:
    """The workshop with its board laid out so; `axes` None keeps the names of the four ends.

    RuleBroken for a grid without four names.
    """
    names = workshop.axes if axes is None else tuple(map(_short_name, axes))
    named = len(names) == ENDS and all(names)
    if layout is BoardLayout.GRID and not named:
        raise RuleBroken("Please name the four ends: left, right, bottom and top. Nothing was changed.")
    if names and not named:
        raise RuleBroken("There are four ends to name: left, right, bottom and top. Nothing was changed.")
    return replace(workshop, layout=layout, axes=names)


def field_of(x: float, y: float) -> tuple[int, int] | None:
    """In which field of the grid a note lies whose kept place is (x, y).

    The answer is two numbers for `Workshop.axes`: 0 (left) or 1 (right), then 2 (bottom) or 3 (top).
    None for a note outside the grid, or one that nobody put anywhere. Its middle counts.
    """
    left, top, wide, high = FIELDS
    across, down = x + WIDTH / 2 - left, y + HEIGHT / 2 - top
    if (x, y) == (0.0, 0.0) or not (0 <= across < wide and 0 <= down < high):
        return None
    return 0 if across < wide / 2 else 1, 3 if down < high / 2 else 2


def make_tag(id_: TagId, name: str, present: Sequence[Tag]) -> Tag:
    """A new tag, after those that are there."""
    if len(present) >= MOST_TAGS:
        raise RuleBroken(f"There are {MOST_TAGS} tags already. Nothing was changed. Remove one first.")
    return name_tag(Tag(id_, "", max((tag.position for tag in present), default=-1) + 1), name, present)


def name_tag(tag: Tag, name: str, present: Iterable[Tag]) -> Tag:
    """The tag by another name, which no other tag may have."""
    wanted = must_say(_short_name(name), "the tag a name")
    _refuse_doubled(wanted, [other.name for other in present if other.id != tag.id])
    return replace(tag, name=wanted)


def _refuse_doubled(name: str, others: Iterable[str]) -> None:
    """Names that differ only in capitals or accents are the same to a reader."""
    if name and fold(name) in map(fold, others):
        raise RuleBroken("There is one of that name already. Nothing was changed.")


def tag_note(note: Note, tag: TagId, on: bool, present: Sequence[Tag]) -> Note:
    """The note with or without a tag; its tags are in the order of all tags."""
    need_on_board(note)
    wanted = {*note.tags, tag} if on else {*note.tags} - {tag}
    return replace(note, tags=tuple(t.id for t in present if t.id in wanted))


def without_tag(notes: Iterable[Note], tag: TagId) -> list[Note]:
    """The notes that have the tag, without it: those out of sight as well, for the tag is no more."""
    marked = (note for note in notes if tag in note.tags)
    return [replace(note, tags=tuple(t for t in note.tags if t != tag)) for note in marked]
