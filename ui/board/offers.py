"""Which acts are offered for what is picked, and in which words. No pixels."""

from typing import NamedTuple

from ui.board.model import BoardModel
from ui.board.picking import EMOTIONS, FEELINGS, Asks, Does, Hints, Picked
from ui.parts.kinds import emotion_name
from ui.words import Words
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import BoardLayout, GroupKind

Act = tuple[Does, str]
LETTERS, LINES = 44, 5  # of a note in a strip, and how many of such a stack


class Line(NamedTuple):
    """One line of a strip: a sentence ("" for none), then buttons."""

    says: str
    acts: tuple[Act, ...] = ()
    chosen: Does | None = None
    icon: str = "pointer"  # of the sentence
    on: NoteId | None = None  # what the buttons are about, where it is not what is picked


def lines_for(picked: Picked, model: BoardModel, words: Words, hints: Hints) -> tuple[Line, ...]:
    """The lines of the strip beside what is picked; none when nothing that is there is picked."""
    if picked.note is not None:
        return _for_note(picked.note, picked.asks, model, words, hints) if picked.note in model.faces else ()
    if picked.group is not None and picked.group in model.groups:
        return _for_group(picked.group, picked, model, words)
    return ()


def feeling_words(words: Words) -> dict[Does, str]:
    """How a step of a journey felt, from the best to the worst."""
    return {
        Does.VERY_GOOD: words("Very good"),
        Does.GOOD: words("Good"),
        Does.SO_SO: words("So-so"),
        Does.HARD: words("Hard"),
        Does.VERY_HARD: words("Very hard"),
    }


# A note


def _for_note(note: NoteId, asks: Asks, model: BoardModel, words: Words, hints: Hints) -> tuple[Line, ...]:
    back = (Does.BACK, words("Back"))
    match asks:
        case Asks.WHERE:
            mistake = words("By mistake? Touch it again.")
            return (Line(words("Now touch where it goes")), Line(mistake, icon="info"))
        case Asks.COPY:
            return (Line(words("Touch the group for the copy")),)
        case Asks.SAME:
            return (Line(words("Touch the note that says the same")),)
        case Asks.FELT:
            return (_emotions(note, model, words, back),)
        case Asks.MORE:
            return (_more(note, model, words, back),)
        case Asks.UNDER:
            return _stack(note, model, words, back)
    below = model.faces[note].below
    acts = [(Does.MOVE, words("Move to…")), (Does.HEAR, words("Hear")), (Does.CHANGE, words("Change"))]
    acts += [(Does.UNDER, words.many("1 under it", "{n} under it", below))] if below else []
    lines = [Line("", (*acts, (Does.MORE, words("More"))))]
    like = hints.like(note)
    if like is not None and like in model.faces:
        choice = ((Does.TOGETHER, words("Put together")), (Does.KEEP_BOTH, words("Keep both")))
        says = words("Looks like “{words}”", words=shortened(model.faces[like].text))
        lines.append(Line(says, choice, icon="equal"))
    return tuple(lines)


def _stack(note: NoteId, model: BoardModel, words: Words, back: Act) -> tuple[Line, ...]:
    """The notes of a stack that lie under the one in sight, each with what can be done with it alone."""
    under = list(model.under(note).items())
    acts = ((Does.HEAR, words("Hear")), (Does.APART, words("Apart again")))
    lines = [Line(shortened(face.text), acts, icon="equal", on=id_) for id_, face in under[:LINES]]
    if len(under) > LINES:
        lines.append(Line(words.many("{n} more", "{n} more", len(under) - LINES), icon="layers-2"))
    return (*lines, Line("", (back,)))


def shortened(text: str) -> str:
    """The beginning of somebody's words, as long as a line of a strip takes."""
    line = " ".join(text.split())
    return line if len(line) <= LETTERS else line[:LETTERS].rsplit(" ", 1)[0] + "…"


def _more(note: NoteId, model: BoardModel, words: Words, back: Act) -> Line:
    acts = [back, (Does.SAME, words("Same as…"))]
    acts += [(Does.APART, words("Apart again"))] if model.faces[note].below else []
    acts += [(Does.COPY, words("Copy to…"))] if len(model.groups_of(note)) < len(model.groups) else []
    return Line("", (*acts, (Does.FELT, words("How it felt"))))


def _emotions(note: NoteId, model: BoardModel, words: Words, back: Act) -> Line:
    now = model.faces[note].emotion
    acts = [(does, emotion_name(emotion, words)) for does, emotion in EMOTIONS.items()]
    acts += [(Does.NO_MARK, words("No mark"))] if now is not None else []
    chosen = next((does for does, emotion in EMOTIONS.items() if emotion is now), None)
    return Line("", (back, *acts), chosen)


# A group


def _for_group(group: GroupId, picked: Picked, model: BoardModel, words: Words) -> tuple[Line, ...]:
    stop = (Does.STOP, words("Stop"))
    match picked.asks:
        case Asks.MERGE:
            return (Line(words("Now touch the other group"), (stop,)),)
        case Asks.SPLIT:
            make = ((Does.MAKE, words("Make the new group")),) if picked.notes else ()
            return (Line(words("Touch the notes for the new group"), (*make, stop)),)
        case Asks.FEELING:
            says = feeling_words(words)
            now = feeling_does(model.groups[group].record.feeling)
            return (Line(words("How did this step feel?"), tuple(says.items()), now),)
    read = (Does.READ, words("Read it"))
    if model.groups[group].record.locked:
        return (Line(words("This area is locked"), (read,)),)
    return (Line("", (read, *_acts_on_group(group, model, words))),)


def _acts_on_group(group: GroupId, model: BoardModel, words: Words) -> list[Act]:
    area, acts = model.groups[group], []
    own = area.record.kind is GroupKind.OWN
    if own:
        acts.append((Does.RENAME, words("Name")))
    if can_merge(group, model):
        acts.append((Does.MERGE, words("Merge with…")))
    if model.has_merged(group):
        acts.append((Does.PART, words("Part again")))
    if area.count > 1:
        acts.append((Does.SPLIT, words("Split")))
    if own and model.arranged is BoardLayout.JOURNEY:
        acts.append((Does.HOW, words("How it felt")))
    return acts


def can_merge(group: GroupId, model: BoardModel) -> bool:
    """Whether there is a group that this one can be put together with."""
    return any(joins(group, other, model) for other in model.groups)


def joins(group: GroupId, other: GroupId, model: BoardModel) -> bool:
    """Whether two groups can become one: of areas whose names are fixed, at most one, and none locked."""
    records = [model.groups[group].record, model.groups[other].record]
    own = any(record.kind is GroupKind.OWN for record in records)
    return group != other and own and not any(record.locked for record in records)


def feeling_does(feeling: int) -> Does:
    """The choice that stands for a feeling from 2 to -2."""
    return next(does for does, value in FEELINGS.items() if value == feeling)
