"""The rules of the board: what happens to notes and groups. Pure: records in, records out."""

import math
import random
from collections.abc import Iterable, Mapping
from dataclasses import replace

from workshop.domain.ids import GroupId, MembershipId, NoteId
from workshop.domain.kinds import Emotion, GroupKind, NoteKind, NoteSource, NoteState, RoundState
from workshop.domain.records import Group, Idea, Membership, Note, Round, Workshop
from workshop.domain.words import must_say, tidy, tidy_line
from workshop.errors import RuleBroken

A_DRAWING = "A drawing"  # the words of a note on which there is nothing but that
A_PICTURE = "A picture"
FARTHEST = 1_000_000.0  # board units; a place beyond is a slip of a program, not of a finger


def lies_face_down(source: NoteSource, workshop: Workshop) -> bool:
    """Whether a note that comes now is seen by nobody yet."""
    return workshop.writing_hidden and source is not NoteSource.PREPARED


def write_note(note: Note, workshop: Workshop) -> Note:
    """The note as it comes to the board: tidied, marked when it was prepared, hidden in quiet writing.

    A hidden note keeps no place, so that nothing tells who sat where when it was written (I20).
    """
    prepared = note.source is NoteSource.PREPARED
    hidden = lies_face_down(note.source, workshop)
    return replace(
        note,
        text=must_say(tidy(note.text), "the words of the note"),
        translation=tidy(note.translation),
        kind=NoteKind.BEFORE if prepared else _chosen_kind(note.kind),
        state=NoteState.HIDDEN if hidden else NoteState.SHOWN,
        x=0.0 if hidden else _place(note.x),
        y=0.0 if hidden else _place(note.y),
        turned=quarter_turns(note.turned),
        waiting=(note.waiting or workshop.inbox) and not prepared and not hidden,
    )


def is_on_board(note: Note) -> bool:
    """Whether the note is where people can see it and take it up."""
    return note.state is NoteState.SHOWN and not note.waiting


def need_on_board(note: Note) -> Note:
    """The note, when it can be taken up; RuleBroken says where it is instead.

    A note that lies face down is in no group, under no other note and has no tag: all of these would
    say something about it before everybody may see it (I20).
    """
    _in_sight(note)
    if note.state is NoteState.HIDDEN:
        raise RuleBroken("This note lies face down, so it has no place yet. Nothing was changed.")
    if note.waiting:
        raise RuleBroken("This note was not placed on the board yet. Nothing was changed. Place it first.")
    return note


def _chosen_kind(kind: NoteKind) -> NoteKind:
    if kind is NoteKind.BEFORE:
        raise RuleBroken(
            "“Written before today” is only for notes that were brought in. Nothing was changed. "
            "Please choose another kind."
        )
    return kind


def edit_note(note: Note, text: str) -> Note:
    """The note with other words; names in them have to be looked at again."""
    _in_sight(note)
    return replace(note, text=must_say(tidy(text), "the words of the note"), names_checked=False)


def recolour_note(note: Note, kind: NoteKind) -> Note:
    """The note as another kind. What was written before today stays marked so (I24)."""
    if note.kind is NoteKind.BEFORE:
        raise RuleBroken("This note was written before today and stays marked so. Nothing was changed.")
    return replace(note, kind=_chosen_kind(kind))


def move_note(note: Note, x: float, y: float) -> Note:
    """The note at another place, in board units. What lies face down has no place yet (I20)."""
    return replace(need_on_board(note), x=_place(x), y=_place(y))


def turn_note(note: Note, turned: int | None) -> Note:
    """The note turned by so many quarters clockwise; None leaves it as it lies."""
    return note if turned is None else replace(note, turned=quarter_turns(turned))


def quarter_turns(turned: int) -> int:
    """Quarter turns clockwise as 0 to 3: five are one, and one the other way is three."""
    return turned % 4


def place_note(note: Note, x: float, y: float) -> Note:
    """A note that waited, at its place on the board."""
    _in_sight(note)
    if not note.waiting:
        raise RuleBroken("This note is on the board already. Nothing was changed.")
    return replace(note, waiting=False, x=_place(x), y=_place(y))


def mark_emotion(note: Note, emotion: Emotion | None) -> Note:
    """The note with a mark of how it felt, or without one."""
    _in_sight(note)
    return replace(note, emotion=emotion)


def _in_sight(note: Note) -> None:
    if note.state is NoteState.WITHHELD:
        raise RuleBroken("This note was put away. Nothing was changed. Show it again first.")


def _place(value: float) -> float:
    if not math.isfinite(value) or abs(value) > FARTHEST:
        raise RuleBroken("That place is not on the board. Nothing was changed.")
    return round(float(value), 1)  # a tenth of a unit is less than a finger can mean


def withhold_note(note: Note, reason: str) -> Note:
    """The note put away, with a reason; it is never deleted (I21)."""
    return replace(
        note,
        state=NoteState.WITHHELD,
        withheld_reason=must_say(tidy_line(reason), "a reason for hiding this note"),
    )


def restore_note(note: Note, workshop: Workshop) -> Note:
    """The note back in its place: in sight, or face down when it never was in sight (I20)."""
    if note.state is not NoteState.WITHHELD:
        raise RuleBroken("This note is in sight already. Nothing was changed.")
    if not note.text:
        raise RuleBroken("The words of this note were erased. Nothing was changed.")
    unseen = workshop.writing_hidden and note.number < 0
    state = NoteState.HIDDEN if unseen else NoteState.SHOWN
    return replace(note, state=state, withheld_reason="")


TAKEN_BACK = "The writer took these words back"


def is_taken_back(note: Note) -> bool:
    """Whether a note is out of sight because its writer took its words back."""
    return note.state is NoteState.WITHHELD and note.withheld_reason.startswith(TAKEN_BACK)


def take_words_back(note: Note) -> Note:
    """The note out of sight because its writer took its words back; to be looked at anew if it returns.

    One that was put away before keeps that reason beside the new one: no undo may show it now.
    """
    if is_taken_back(note):
        return note
    before = note.withheld_reason if note.state is NoteState.WITHHELD else ""
    reason = f"{TAKEN_BACK}. {before}".strip() if before else TAKEN_BACK
    return replace(note, state=NoteState.WITHHELD, withheld_reason=reason, names_checked=False)


def give_words_back(note: Note, workshop: Workshop) -> Note:
    """A note whose words were taken back, as it was before: in its place, or put away with its reason."""
    before = note.withheld_reason.removeprefix(TAKEN_BACK).removeprefix(". ")
    return replace(note, withheld_reason=before) if before else restore_note(note, workshop)


def words_in_sight(note: Note) -> str:
    """The words of a note; RuleBroken when not everybody may see them."""
    if note.state is not NoteState.SHOWN:
        raise RuleBroken("This note is not in sight. Nothing was changed. Please turn it over first.")
    return note.text


def turn_over(notes: Iterable[Note], first_number: int, chance: random.Random) -> list[Note]:
    """All hidden notes, shown at once, with numbers from `first_number` on, dealt out by chance.

    Only now they get a number, and with it their place: neither says when a note was written (I20).
    """
    hidden = [note for note in notes if note.state is NoteState.HIDDEN]
    numbers = list(range(first_number, first_number + len(hidden)))
    chance.shuffle(numbers)
    return [
        replace(note, state=NoteState.SHOWN, number=number)
        for note, number in zip(hidden, numbers, strict=True)
    ]


def stand_in(chance: random.Random) -> int:
    """What stands in the place of a number while a note lies face down: below zero, and by chance."""
    return -chance.randrange(1, 1 << 53)


def name_group(group: Group, name: str) -> Group:
    """The group by another name; it has to be checked by the room again."""
    if group.kind is not GroupKind.OWN:
        raise RuleBroken("This group keeps its name. Nothing was changed.")
    return replace(need_unlocked(group), name=tidy_line(name), checked=False)


def need_seen(group: Group) -> Group:
    """The group, when it is on the board and not merged into another."""
    if group.merged_into is not None:
        raise RuleBroken("This group lies in another one now. Nothing was changed. Take them apart first.")
    return group


def need_not_locked(group: Group) -> Group:
    """The group, on the board or merged into another, when it is not locked."""
    if group.locked:
        raise RuleBroken("This area is locked. Nothing was changed. The facilitator can unlock it.")
    return group


def need_unlocked(group: Group) -> Group:
    """The group, when notes may be moved in and out of it."""
    return need_not_locked(need_seen(group))


def mark_feeling(group: Group, feeling: int) -> Group:
    """The group with how this step of a journey felt: from -2, very bad, to 2, very good."""
    if not -2 <= feeling <= 2:
        raise RuleBroken("A feeling is a number from -2 to 2. Nothing was changed.")
    return replace(need_seen(group), feeling=feeling)


def put_in_group(
    notes: Iterable[NoteId],
    group: GroupId,
    present: Iterable[Membership],
    new_id: Mapping[NoteId, MembershipId],
) -> list[Membership]:
    """Memberships for the notes that are not in the group yet, after those that are."""
    inside = [m for m in present if m.group == group]
    there = {m.note for m in inside}
    start = max((m.position for m in inside), default=-1) + 1
    coming = [note for note in dict.fromkeys(notes) if note not in there]
    return [Membership(new_id[note], note, group, start + i) for i, note in enumerate(coming)]


def leave_group(note: NoteId, group: GroupId, present: Iterable[Membership]) -> list[Membership]:
    """The membership that ends when a note is taken out of a group; RuleBroken when it is not in it."""
    gone = [m for m in present if m.note == note and m.group == group]
    if not gone:
        raise RuleBroken("This note is not in that group any more. Nothing was changed.")
    return gone


def not_voted_on(idea: Idea, rounds: Iterable[Round]) -> Idea:
    """The idea, as long as no vote holds its words: they are locked when the vote opens (I32)."""
    for round_ in rounds:
        if round_.state is not RoundState.CANCELLED and any(o.source == idea.id for o in round_.options):
            raise RuleBroken("This idea went to a vote, so its words stay. Nothing was changed.")
    return idea
