"""The day so far in words: each moment as a row, and a note as it was beside what it is now."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.words import Words
from workshop.domain.kinds import NoteState
from workshop.domain.labels import Label
from workshop.domain.moments import Done, Moment
from workshop.domain.records import Note

MOST_SAID = 3  # acts of one moment that its row names


@dataclass(frozen=True)
class MomentRow:
    """One moment: what was done, at which time ("" in quiet writing); `step` where another one begins."""

    seq: int
    text: str
    at: str
    step: str = ""


def rows(moments: Sequence[Moment], words: Words) -> list[MomentRow]:
    """The moments as rows, the last first: what somebody looks for is mostly not long ago."""
    found: list[MomentRow] = []
    before = None
    for place in range(len(moments) - 1, -1, -1):
        moment = moments[place]
        heading = _heading(moments, place, words) if moment.step != before else ""
        before = moment.step
        found.append(MomentRow(moment.seq, text_of(moment, words), time_of(moment, words), heading))
    return found


def _heading(moments: Sequence[Moment], place: int, words: Words) -> str:
    if moments[place].step:
        return moments[place].step
    began = any(moment.step for moment in moments[:place])
    return words("Between two steps") if began else words("Before the first step")


def time_of(moment: Moment, words: Words) -> str:
    """The time of a moment, "" for one without."""
    return words.clock(moment.at) if moment.at is not None else ""


def title_of(moment: Moment, words: Words) -> str:
    """What stands above the board as it was."""
    if moment.at is None:
        return words("The board during quiet writing")
    return words("The board at {time}", time=words.clock(moment.at))


def nearest(moments: Sequence[Moment], seq: int) -> int:
    """Which moment act `seq` belongs to: acts were added to the last one since; -1 when there is none."""
    return next((i for i, moment in enumerate(moments) if moment.seq >= seq), len(moments) - 1)


def text_of(moment: Moment, words: Words) -> str:
    """What was done in a moment."""
    said = [_sentence(done, words) for done in moment.done]
    more = len(said) - MOST_SAID
    if more > 0:
        said = [*said[:MOST_SAID], words.many("1 more", "{n} more", more)]
    return ". ".join(said)


def _sentence(done: Done, words: Words) -> str:
    table = _of_notes(done.times, words) | _of_groups(done.times, words) | _of_the_day(words)
    what = table.get(done.label) or words(done.label).capitalize()
    return words("Undone: {what}", what=what) if done.undone else what


def _of_notes(n: int, words: Words) -> dict[str, str]:
    many = words.many
    return {
        Label.ADD_NOTE: many("1 note written", "{n} notes written", n),
        Label.EDIT_NOTE: many("1 note changed", "{n} notes changed", n),
        Label.CORRECT_NOTE: many("1 note changed at the desk", "{n} notes changed at the desk", n),
        Label.RECOLOUR_NOTE: many("1 note of another kind", "{n} notes of another kind", n),
        Label.MOVE_NOTES: many("Notes moved once", "Notes moved {n} times", n),
        Label.WITHHOLD_NOTE: many("1 note hidden", "{n} notes hidden", n),
        Label.RESTORE_NOTE: many("1 note shown again", "{n} notes shown again", n),
        Label.BRING_BACK: many("1 note brought back", "{n} notes brought back", n),
        Label.IMPORT_NOTES: words("Notes brought in from a file"),
        Label.PLACE_NOTE: many("1 note placed", "{n} notes placed", n),
        Label.MERGE_NOTES: words("Notes laid together"),
        Label.SPLIT_NOTES: words("Notes taken apart"),
        Label.MARK_EMOTION: words("Feelings marked"),
        Label.TAG_NOTES: words("Notes tagged"),
        Label.DRAW: many("1 drawing", "{n} drawings", n),
        Label.HIDE_WRITING: words("Quiet writing began"),
        Label.REVEAL: words("All notes turned over"),
    }


def _of_groups(n: int, words: Words) -> dict[str, str]:
    many = words.many
    return {
        Label.MAKE_GROUP: many("1 new group", "{n} new groups", n),
        Label.NAME_GROUP: many("1 group named", "{n} groups named", n),
        Label.PUT_IN_GROUP: many("Notes put in a group", "Notes put in groups {n} times", n),
        Label.TAKE_FROM_GROUP: words("Notes taken out of a group"),
        Label.MARK_CHECKED: many("1 group checked", "{n} groups checked", n),
        Label.MERGE_GROUPS: words("Groups put together"),
        Label.UNMERGE_GROUPS: words("Groups taken apart"),
        Label.SPLIT_GROUP: words("A group was split"),
        Label.LOCK_AREA: words("A group was locked, or opened"),
        Label.MARK_FEELING: words("How it felt was marked"),
        Label.SET_LAYOUT: words("The board was laid out anew"),
        Label.ADD_IDEA: many("1 new idea", "{n} new ideas", n),
        Label.EDIT_IDEA: many("1 idea changed", "{n} ideas changed", n),
        Label.REMOVE_IDEA: many("1 idea taken away", "{n} ideas taken away", n),
    }


def _of_the_day(words: Words) -> dict[str, str]:
    return {
        Label.OPEN_DAY: words("The day began"),
        Label.CLOSE_DAY: words("The day ended"),
        Label.START_STEP: words("The step began"),
        Label.FINISH_STEP: words("The step ended"),
        Label.OPEN_ROUND: words("A vote opened"),
        Label.CLOSE_ROUND: words("The vote closed"),
        Label.CANCEL_ROUND: words("The vote was stopped"),
    }


@dataclass(frozen=True)
class ThenAndNow:
    """A note as it was, how it is now in a sentence, and why it cannot be brought back ("" when it can)."""

    then: Note
    now: str
    why_not: str = ""


def then_and_now(then: Note, now: Note | None, words: Words) -> ThenAndNow:
    """What became of a note."""
    if not then.text and now is not None and now.text:
        back = words("The writer took these words back.")
        return ThenAndNow(then, back, back)
    if not then.text:
        erased = words("The words of this note were erased.")
        return ThenAndNow(then, erased, erased)
    if now is None:
        return ThenAndNow(then, words("Now it is not there any more."))
    if now.state is NoteState.WITHHELD:
        return ThenAndNow(then, words("Now it is hidden."))
    if now.state is NoteState.HIDDEN:
        down = words("It lies face down now.")
        return ThenAndNow(then, down, down)
    if now.same_as is not None:
        return ThenAndNow(then, words("Now it lies under another note."))
    if now.waiting:
        return ThenAndNow(then, words("Now it waits for its place."))
    if (now.text, now.kind) == (then.text, then.kind):
        same = words("It is the same now.")
        return ThenAndNow(then, same, same)
    return ThenAndNow(then, words("Now it says: {what}", what=now.text))
