"""What can be picked on the board, and what the next touch is then about. Values only."""

from dataclasses import dataclass
from enum import StrEnum

from ui.board.layout import Rect
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import Emotion


class Does(StrEnum):
    """What a painted button does."""

    # with a note
    MOVE = "move"
    HEAR = "hear"
    CHANGE = "change"
    UNDER = "under"
    MORE = "more"
    BACK = "back"
    SAME = "same"
    APART = "apart"
    COPY = "copy"
    FELT = "felt"
    GLAD = "glad"
    CALM = "calm"
    UNSURE = "unsure"
    SAD = "sad"
    ANGRY = "angry"
    NO_MARK = "no mark"
    TOGETHER = "together"
    KEEP_BOTH = "keep both"
    # on a group
    PUT = "put"
    NAME = "name"
    OPEN = "open"
    JOIN = "join"
    # with a group
    READ = "read"
    RENAME = "rename"
    MERGE = "merge"
    PART = "part"
    SPLIT = "split"
    MAKE = "make"
    STOP = "stop"
    HOW = "how"
    FEELING = "feeling"
    VERY_GOOD = "very good"
    GOOD = "good"
    SO_SO = "so-so"
    HARD = "hard"
    VERY_HARD = "very hard"
    # to what is out of view
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


GOES = {Does.LEFT: (-1, 0), Does.RIGHT: (1, 0), Does.UP: (0, -1), Does.DOWN: (0, 1)}
EMOTIONS = {
    Does.GLAD: Emotion.GLAD,
    Does.CALM: Emotion.CALM,
    Does.UNSURE: Emotion.UNSURE,
    Does.SAD: Emotion.SAD,
    Does.ANGRY: Emotion.ANGRY,
}
FEELINGS = {Does.VERY_GOOD: 2, Does.GOOD: 1, Does.SO_SO: 0, Does.HARD: -1, Does.VERY_HARD: -2}


class Asks(StrEnum):
    """What is asked once something is picked: which of its acts, or what is touched next."""

    ACT = "act"
    UNDER = "under"  # one of the notes that lie under it
    MORE = "more"  # one of the acts that are needed less often
    FELT = "felt"  # how a note felt
    FEELING = "feeling"  # how a step of a journey felt
    WHERE = "where"  # where the note goes
    COPY = "copy"  # into which group it goes as well
    SAME = "same"  # which other note says the same
    MERGE = "merge"  # which other group
    SPLIT = "split"  # which notes


@dataclass(frozen=True)
class Button:
    """One painted button: what it does to which note or group, its words, and its place in pixels.

    `about` are the words of the note that it is about, where others like it are about other notes.
    """

    does: Does
    on: NoteId | GroupId
    says: str
    rect: Rect
    chosen: bool = False
    about: str = ""


@dataclass(frozen=True)
class Picked:
    """What is picked: a note, in the group in which it was touched, or else a group; and what is asked.

    `notes` are those touched so far, where several are asked for.
    """

    note: NoteId | None = None
    group: GroupId | None = None
    asks: Asks = Asks.ACT
    notes: tuple[NoteId, ...] = ()

    @property
    def moving(self) -> bool:
        """Whether a touch now says where a note goes."""
        return self.asks in (Asks.WHERE, Asks.COPY)

    @property
    def area(self) -> GroupId | None:
        """The group that is picked itself, if one is."""
        return self.group if self.note is None else None


NOTHING = Picked()


@dataclass
class Hints:
    """What the acts of a note depend on besides the board; whoever changes it counts `version` on.

    `highest` is the uppermost pixel for buttons on screens so large that not everybody reaches the top.
    `looks_like` names, for a note, another one that seems to say the same.
    """

    highest: float = 0.0
    looks_like: dict[NoteId, NoteId] | None = None
    version: int = 0

    def like(self, note: NoteId | None) -> NoteId | None:
        """The note that this one looks like, if any."""
        return None if note is None or self.looks_like is None else self.looks_like.get(note)
