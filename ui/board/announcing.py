"""What a screen reader says of an act on the board, in one short sentence."""

from collections.abc import Iterator, Sequence

from ui.board.faces import BACK
from ui.board.groups import field_in_words, name_of
from ui.board.model import BoardModel
from ui.board.naming import description_of
from ui.board.offers import feeling_does, feeling_words, shortened
from ui.parts.kinds import emotion_name
from ui.words import Words
from workshop.domain.changes import Change
from workshop.domain.ids import GroupId
from workshop.domain.kinds import NoteState
from workshop.domain.records import Group, Membership, Note, Record


def sentence_for(change: Change, model: BoardModel, words: Words) -> str:
    """What is said of a change that the board has taken in already; "" for nothing."""
    said = (*_of_groups(change, model, words), *_of_notes(change, model, words))
    return next(iter(said), "")


def _name(group: GroupId, model: BoardModel, words: Words) -> str:
    if group not in model.groups:
        return ""
    return name_of(model.groups[group], words) or words("a group without a name")


def _of_groups(change: Change, model: BoardModel, words: Words) -> Iterator[str]:
    for each in change.diff:
        before, after = each.before, each.after
        if not isinstance(after, Group):
            continue
        was = before if isinstance(before, Group) else None
        if was is None and after.merged_into is None:
            inside = len(model.notes_of(after.id))
            if inside:
                yield words.many("New group with 1 note", "New group with {n} notes", inside)
            else:
                yield words("New group: {what}", what=_name(after.id, model, words))
        elif was is not None and was.merged_into != after.merged_into:
            into = _name(after.merged_into, model, words) if after.merged_into is not None else ""
            own = after.name or words("a group without a name")
            if into:
                yield words("{group} is now part of {other}", group=own, other=into)
            else:
                yield words("{group} is a group again", group=own)
        elif was is not None and was.feeling != after.feeling:
            feeling = feeling_words(words)[feeling_does(after.feeling)]
            yield words("{group} felt: {feeling}", group=_name(after.id, model, words), feeling=feeling)
        elif was is not None and was.name != after.name:
            yield words("Named: {what}", what=_name(after.id, model, words))


def _of_notes(change: Change, model: BoardModel, words: Words) -> Iterator[str]:
    both = [(each.before, each.after) for each in change.diff]
    moved = [(b, a) for b, a in both if isinstance(b, Note) and isinstance(a, Note)]
    tops = [after.same_as for before, after in moved if after.same_as is not None and not before.same_as]
    if tops and tops[0] in model.faces:
        together = model.faces[tops[0]].below + 1
        yield words.many("1 note lies here now", "{n} notes lie together now", together)
    if any(before.same_as and not after.same_as for before, after in moved) and not tops:
        yield words("The notes lie apart again")
    yield from _of_memberships(change, model, words)
    yield from _of_words(both, model, words)
    placed = [after for before, after in moved if (before.x, before.y) != (after.x, after.y)]
    if len(placed) == 1 and placed[0].id in model.faces:
        field = field_in_words(model, placed[0].id, words)
        yield words("Note moved to {field}", field=field) if field else words("Note moved")


def _of_words(
    both: Sequence[tuple[Record | None, Record | None]], model: BoardModel, words: Words
) -> Iterator[str]:
    """Of notes that came, went, or say something else; many at once are counted. Nothing of hidden ones."""
    notes = [(b, a) for b, a in both if isinstance(b or a, Note)]
    seen = [(b, a) for b, a in notes if isinstance(a, Note) and model.faces.get(a.id, BACK) is not BACK]
    if len(seen) > 1 and all(_is_in_sight(b) is False for b, _ in seen):
        yield description_of(model, words)
    elif len(seen) == 1:
        before, after = seen[0]
        assert isinstance(after, Note)
        what = shortened(after.text)
        if not isinstance(before, Note):
            yield words("Written: {what}", what=what)
        elif not _is_in_sight(before):
            yield words("Shown again: {what}", what=what)
        elif before.text != after.text:
            yield words("Changed: {what}", what=what)
        elif before.emotion is not after.emotion and after.emotion is not None:
            yield words("Marked how it felt: {what}", what=emotion_name(after.emotion, words))
    elif len(notes) == 1 and _is_in_sight(notes[0][0]) and not _is_in_sight(notes[0][1]):
        yield words("Hidden: {what}", what=words("a note"))


def _is_in_sight(note: Record | None) -> bool:
    return isinstance(note, Note) and note.state is NoteState.SHOWN


def _of_memberships(change: Change, model: BoardModel, words: Words) -> Iterator[str]:
    added = [e.after for e in change.diff if e.before is None and isinstance(e.after, Membership)]
    gone = [e.before for e in change.diff if e.after is None and isinstance(e.before, Membership)]
    if len(added) == 1 and added[0].note in model.faces and (name := _name(added[0].group, model, words)):
        yield words("Note added to {group}", group=name)
    elif len(gone) == 1 and not added and (name := _name(gone[0].group, model, words)):
        yield words("Note taken out of {group}", group=name)
