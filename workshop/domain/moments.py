"""The day so far as a list of moments: what was done in one minute of one step is one moment.

Before an act that puts other words in the place of some, or takes a note away, a moment ends, so that
no words are out of reach. Only what was done on the board is told, the steps of the plan, and that a
vote began or ended. What people answered, signed or took back is nobody's history, and of ballots
nothing is known at all. Quiet writing is one moment without a time: neither when somebody wrote, nor
in which order (I20).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from workshop.domain.labels import Label

TOLD = frozenset(
    {
        Label.START_STEP,
        Label.FINISH_STEP,
        Label.OPEN_DAY,
        Label.CLOSE_DAY,
        Label.ADD_NOTE,
        Label.EDIT_NOTE,
        Label.CORRECT_NOTE,
        Label.RECOLOUR_NOTE,
        Label.MOVE_NOTES,
        Label.WITHHOLD_NOTE,
        Label.RESTORE_NOTE,
        Label.BRING_BACK,
        Label.IMPORT_NOTES,
        Label.PLACE_NOTE,
        Label.MERGE_NOTES,
        Label.SPLIT_NOTES,
        Label.MARK_EMOTION,
        Label.TAG_NOTES,
        Label.DRAW,
        Label.HIDE_WRITING,
        Label.REVEAL,
        Label.MAKE_GROUP,
        Label.NAME_GROUP,
        Label.PUT_IN_GROUP,
        Label.TAKE_FROM_GROUP,
        Label.MARK_CHECKED,
        Label.MERGE_GROUPS,
        Label.UNMERGE_GROUPS,
        Label.SPLIT_GROUP,
        Label.LOCK_AREA,
        Label.MARK_FEELING,
        Label.SET_LAYOUT,
        Label.ADD_IDEA,
        Label.EDIT_IDEA,
        Label.REMOVE_IDEA,
        Label.OPEN_ROUND,
        Label.CLOSE_ROUND,
        Label.CANCEL_ROUND,
    }
)
_OTHER_WORDS = frozenset({Label.EDIT_NOTE, Label.CORRECT_NOTE, Label.WITHHOLD_NOTE, Label.BRING_BACK})


@dataclass(frozen=True, slots=True)
class Act:
    """One act as a moment needs it. `step` is the title of the step it was done in, "" before the first.

    `quiet`: people were writing face down, before it and after it. `undoing`: it took another one back.
    """

    seq: int
    at: datetime
    label: str
    step: str = ""
    quiet: bool = False
    undoing: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What was done how often in a moment; `undone`: taken back."""

    label: str
    times: int
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A minute of the day. `seq` is its last act; `at` is the minute, None while writing was quiet."""

    seq: int
    at: datetime | None
    step: str
    done: tuple[Done, ...]


def moments(acts: Iterable[Act]) -> tuple[Moment, ...]:
    """The moments of a day out of its acts, both in the order in which they were."""
    together: list[list[Act]] = []
    for act in acts:
        if act.label not in TOLD:
            continue
        if together and _when(act) == _when(together[-1][-1]) and not _takes_words(act):
            together[-1].append(act)
        else:
            together.append([act])
    return tuple(map(_moment, together))


def _takes_words(act: Act) -> bool:
    """Whether words that could be read before are not there after it; of quiet writing nobody can tell."""
    return not act.quiet and (act.label in _OTHER_WORDS or act.undoing and act.label == Label.ADD_NOTE)


def _when(act: Act) -> tuple[datetime | None, str]:
    minute = None if act.quiet else act.at.replace(second=0, microsecond=0)
    return minute, act.step


def _moment(acts: list[Act]) -> Moment:
    counted = Counter((act.label, act.undoing) for act in acts)
    done = tuple(Done(label, times, undone) for (label, undone), times in counted.items())
    minute, step = _when(acts[0])
    return Moment(acts[-1].seq, minute, step, done)
