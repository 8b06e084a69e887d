"""What each finger on the board is doing. Pure: touches in, meanings out; no window, no records.

Every finger has a state of its own, keyed by its number; the mouse is one more finger. A finger that
lands on a note presses it; moved far enough it carries it; lifted before that, it is a tap. Nothing
acts on press. A note in one hand cannot be taken by another. Fingers that landed on empty board move
and size the board together, from two on. A finger that is lost puts its note down where it was last
seen: no word and no place is ever thrown away. A palm, and a touch that a shaking hand makes twice,
mean nothing from beginning to end.
"""

import math
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

MOUSE = -1
LIFTS = 20  # as many places as people who tap at once are remembered, to know a touch made twice
PALM_MM = 25.0  # a contact wider than this is a palm, a fist or a sleeve; fingers are 8 to 20 mm wide
DRAG_PX, REPEAT_MS = 14.0, 150.0
TREMOR_DRAG_PX, TREMOR_REPEAT_MS, TREMOR_SETTLE_MS = 30.0, 400.0, 250.0

Thing = Hashable  # what lies under a finger: a note (as carried), a button …; None is empty board


@dataclass(frozen=True)
class Steadiness:
    """How much a hand may shake: way until a drag begins, ms until it may, ms until a tap counts again.

    The way is in pixels of a screen of 1920 x 1080; `Hands` knows the scale of the real one.
    """

    drag_px: float = DRAG_PX
    repeat_ms: float = REPEAT_MS
    settle_ms: float = 0.0

    @property
    def is_for_shaking(self) -> bool:
        """Whether a touch may be a shaking hand's, which lands twice where it meant to land once."""
        return self.settle_ms > 0


CALM_HANDS = Steadiness()
SHAKING_HANDS = Steadiness(TREMOR_DRAG_PX, TREMOR_REPEAT_MS, TREMOR_SETTLE_MS)


class Tap(NamedTuple):
    """A finger came and went on one thing."""

    thing: Thing
    x: float
    y: float


class Carry(NamedTuple):
    """A finger carries a thing; it has moved by (x, y) - (from_x, from_y) since it landed."""

    thing: Thing
    x: float
    y: float
    from_x: float
    from_y: float


class Drop(NamedTuple):
    """A finger puts a thing down at (x, y), having taken it at (from_x, from_y)."""

    thing: Thing
    x: float
    y: float
    from_x: float
    from_y: float


class Sweep(NamedTuple):
    """Fingers on the empty board move it by (dx, dy) and size it by `factor` about (x, y)."""

    dx: float
    dy: float
    factor: float
    x: float
    y: float


Meaning = Tap | Carry | Drop | Sweep


class _Doing(Enum):
    PRESSING = auto()
    CARRYING = auto()
    RESTING = auto()  # what it carried was put down under it; moved on, it takes it up again
    SWEEPING = auto()
    NOTHING = auto()


@dataclass
class _Finger:
    thing: Thing
    movable: bool
    x: float
    y: float
    at: float
    doing: _Doing = _Doing.PRESSING
    from_x: float = field(init=False)
    from_y: float = field(init=False)

    def __post_init__(self) -> None:
        self.from_x, self.from_y = self.x, self.y

    @property
    def travelled(self) -> float:
        return math.hypot(self.x - self.from_x, self.y - self.from_y)


class Hands:
    """All fingers on one board. Lengths are screen pixels, times milliseconds."""

    def __init__(self, steadiness: Steadiness = CALM_HANDS, scale: float = 1.0) -> None:
        self.steadiness = steadiness
        self.scale = scale  # pixels of this screen to one of 1920 x 1080
        self._fingers: dict[int, _Finger] = {}
        self._last_tap: dict[Thing, float] = {}
        self._lifted: deque[tuple[float, float, float]] = deque(maxlen=LIFTS)

    def __len__(self) -> int:
        return len(self._fingers)

    @property
    def down(self) -> tuple[int, ...]:
        """The fingers that are on the board now."""
        return tuple(self._fingers)

    def press(self, finger: int, x: float, y: float, at: float, thing: Thing, movable: bool = False) -> None:
        """A finger lands on `thing` (None: the empty board); `movable` things can be carried."""
        held = self._is_held(thing)
        self._fingers[finger] = landed = _Finger(thing, movable, x, y, at)
        if held:
            landed.doing, landed.thing = _Doing.NOTHING, None

    def _is_held(self, thing: Thing) -> bool:
        """Whether a hand holds a thing; one that was put down under a finger is in no hand."""
        holding = (_Doing.PRESSING, _Doing.CARRYING)
        held = (finger.thing for finger in self._fingers.values() if finger.doing in holding)
        return thing is not None and thing in held

    def is_repeat(self, x: float, y: float, at: float) -> bool:
        """Whether a shaking hand lands again where it has just left: it meant to touch once."""
        if not self.steadiness.is_for_shaking:
            return False
        return any(
            at - left < self.steadiness.repeat_ms and math.hypot(x - was_x, y - was_y) < self._drag_px
            for was_x, was_y, left in self._lifted
        )

    def note_lift(self, x: float, y: float, at: float) -> None:
        """Remember where a finger left; `release` does so itself."""
        self._lifted.append((x, y, at))

    @property
    def _drag_px(self) -> float:
        return self.steadiness.drag_px * self.scale

    def move(self, finger: int, x: float, y: float, at: float) -> Meaning | None:
        """A finger moves; what that means, if anything."""
        moved = self._fingers.get(finger)
        if moved is None or moved.doing is _Doing.NOTHING:
            return None
        if moved.thing is None:
            return self._sweep(finger, x, y)
        moved.x, moved.y = x, y
        self._begin_to_carry(moved, at)
        self._take_up_again(moved)
        return Carry(*_path(moved)) if moved.doing is _Doing.CARRYING else None

    def release(self, finger: int, x: float, y: float, at: float, thing: Thing) -> Meaning | None:
        """A finger is lifted over `thing`; a tap begins and ends on the same thing."""
        lifted = self._fingers.pop(finger, None)
        if lifted is None:
            return None
        self.note_lift(x, y, at)
        lifted.x, lifted.y = x, y
        self._begin_to_carry(lifted, at)
        self._take_up_again(lifted)
        if lifted.doing is _Doing.CARRYING:
            return Drop(*_path(lifted))
        if lifted.doing is not _Doing.PRESSING or lifted.thing != thing:
            return None
        return self._tap(lifted, at)

    def cancel(self, finger: int) -> Drop | None:
        """A finger is lost: what it carried lies where it was last seen."""
        lost = self._fingers.pop(finger, None)
        if lost is None or lost.doing is not _Doing.CARRYING:
            return None
        return Drop(*_path(lost))

    def cancel_all(self) -> list[Drop]:
        """All fingers are lost, as when the screen is unplugged or a page covers it."""
        return [drop for finger in list(self._fingers) if (drop := self.cancel(finger)) is not None]

    def lay_down_all(self) -> list[Drop]:
        """Everything carried is put down where it is; a finger that moves on takes it up again."""
        carrying = [f for f in self._fingers.values() if f.doing is _Doing.CARRYING]
        drops = [Drop(*_path(f)) for f in carrying]
        for finger in carrying:
            finger.doing = _Doing.RESTING
            finger.from_x, finger.from_y = finger.x, finger.y
        return drops

    def carried(self) -> list[Carry]:
        """Everything that is in a hand now."""
        return [Carry(*_path(f)) for f in self._fingers.values() if f.doing is _Doing.CARRYING]

    def held_by(self, finger: int) -> Thing:
        """What a finger has landed on and holds; None for the empty board, and where it holds nothing."""
        known = self._fingers.get(finger)
        return known.thing if known else None

    def carrier_of(self, thing: Thing) -> int | None:
        """The finger that carries a thing; None where none does, even if one rests on it."""
        carrying = (n for n, f in self._fingers.items() if f.doing is _Doing.CARRYING and f.thing == thing)
        return next(carrying, None)

    def waiting_near(self, x: float, y: float, reach: float) -> list[int]:
        """The fingers within `reach` that have not yet carried or moved anything."""
        return [
            number
            for number, finger in self._fingers.items()
            if finger.doing is _Doing.PRESSING and math.hypot(finger.x - x, finger.y - y) < reach
        ]

    def forget(self, thing: Thing) -> None:
        """The thing is gone; fingers that held it hold nothing."""
        for finger in self._fingers.values():
            if finger.thing == thing:
                finger.doing, finger.thing = _Doing.NOTHING, None

    def _begin_to_carry(self, finger: _Finger, at: float) -> None:
        if finger.doing is not _Doing.PRESSING or finger.travelled < self._drag_px:
            return
        if finger.movable and at - finger.at >= self.steadiness.settle_ms:
            finger.doing = _Doing.CARRYING
        elif not finger.movable:
            finger.doing = _Doing.NOTHING  # dragging off a button, or across the board, means nothing

    def _take_up_again(self, finger: _Finger) -> None:
        if finger.doing is not _Doing.RESTING or finger.travelled < self._drag_px:
            return
        free = not self._is_held(finger.thing)
        finger.doing = _Doing.CARRYING if free else _Doing.NOTHING

    def _tap(self, finger: _Finger, at: float) -> Tap | None:
        """A tap, unless a shaking hand repeats the one before."""
        if finger.thing is not None:
            last = self._last_tap.get(finger.thing, -math.inf)
            if at - last < self.steadiness.repeat_ms:
                return None
            recent = {t: was for t, was in self._last_tap.items() if at - was < self.steadiness.repeat_ms}
            self._last_tap = {**recent, finger.thing: at}
        return Tap(finger.thing, finger.x, finger.y)

    def _sweep(self, finger: int, x: float, y: float) -> Sweep | None:
        """Move and size the board by what the fingers on it do together; one alone does nothing."""
        moved = self._fingers[finger]
        on_board = [f for f in self._fingers.values() if f.thing is None and f.doing is not _Doing.NOTHING]
        alone = len(on_board) < 2 and finger != MOUSE
        before = _spread(on_board)
        moved.x, moved.y = x, y
        if alone:
            if moved.travelled >= self._drag_px:
                moved.doing = _Doing.SWEEPING
            return None
        if moved.travelled >= self._drag_px:
            for each in on_board:
                each.doing = _Doing.SWEEPING
        if moved.doing is not _Doing.SWEEPING:
            return None
        (x0, y0, size0), (x1, y1, size1) = before, _spread(on_board)
        factor = size1 / size0 if size0 > 1 and size1 > 1 else 1.0
        return Sweep(x1 - x0, y1 - y0, factor, x1, y1)


def _path(finger: _Finger) -> tuple[Thing, float, float, float, float]:
    return finger.thing, finger.x, finger.y, finger.from_x, finger.from_y


def _spread(fingers: list[_Finger]) -> tuple[float, float, float]:
    """The middle of some fingers, and their mean distance from it."""
    x = sum(f.x for f in fingers) / len(fingers)
    y = sum(f.y for f in fingers) / len(fingers)
    return x, y, sum(math.hypot(f.x - x, f.y - y) for f in fingers) / len(fingers)
