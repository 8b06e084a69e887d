"""What each finger on the board is doing. Pure: touches in, meanings out; no window, no records.

Every finger has a state of its own, keyed by its number; the mouse is one more finger. A finger that
lands on a note presses it; moved far enough it carries it; lifted before that, it is a tap. Nothing
acts on press. A note in one hand cannot be taken by another. Fingers that landed on empty board move
and size the board together, from two on. A finger that is lost puts its note down where it was last
seen: no word and no place is ever thrown away.
"""

import math
from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

MOUSE = -1
DRAG_PX, REPEAT_MS = 14.0, 150.0
TREMOR_DRAG_PX, TREMOR_REPEAT_MS, TREMOR_SETTLE_MS = 30.0, 400.0, 250.0

Thing = Hashable  # what lies under a finger: a note (as carried), a button …; None is empty board


@dataclass(frozen=True)
class Steadiness:
    """How much a hand may shake: pixels until a drag begins, ms until it may, ms until a tap counts again."""

    drag_px: float = DRAG_PX
    repeat_ms: float = REPEAT_MS
    settle_ms: float = 0.0


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

    def __init__(self, steadiness: Steadiness = CALM_HANDS) -> None:
        self.steadiness = steadiness
        self._fingers: dict[int, _Finger] = {}
        self._last_tap: dict[Thing, float] = {}

    def __len__(self) -> int:
        return len(self._fingers)

    def press(self, finger: int, x: float, y: float, at: float, thing: Thing, movable: bool = False) -> None:
        """A finger lands on `thing` (None: the empty board); `movable` things can be carried."""
        held = thing is not None and any(f.thing == thing for f in self._fingers.values())
        self._fingers[finger] = landed = _Finger(thing, movable, x, y, at)
        if held:
            landed.doing, landed.thing = _Doing.NOTHING, None

    def move(self, finger: int, x: float, y: float, at: float) -> Meaning | None:
        """A finger moves; what that means, if anything."""
        moved = self._fingers.get(finger)
        if moved is None or moved.doing is _Doing.NOTHING:
            return None
        if moved.thing is None:
            return self._sweep(finger, x, y)
        moved.x, moved.y = x, y
        self._begin_to_carry(moved, at)
        return Carry(*_path(moved)) if moved.doing is _Doing.CARRYING else None

    def release(self, finger: int, x: float, y: float, at: float, thing: Thing) -> Meaning | None:
        """A finger is lifted over `thing`; a tap begins and ends on the same thing."""
        lifted = self._fingers.pop(finger, None)
        if lifted is None:
            return None
        lifted.x, lifted.y = x, y
        if lifted.doing is _Doing.PRESSING:
            self._begin_to_carry(lifted, at)
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

    def carried(self) -> list[Carry]:
        """Everything that is in a hand now."""
        return [Carry(*_path(f)) for f in self._fingers.values() if f.doing is _Doing.CARRYING]

    def forget(self, thing: Thing) -> None:
        """The thing is gone; fingers that held it hold nothing."""
        for finger in self._fingers.values():
            if finger.thing == thing:
                finger.doing, finger.thing = _Doing.NOTHING, None

    def _begin_to_carry(self, finger: _Finger, at: float) -> None:
        steady = self.steadiness
        if finger.doing is not _Doing.PRESSING or finger.travelled < steady.drag_px:
            return
        if finger.movable and at - finger.at >= steady.settle_ms:
            finger.doing = _Doing.CARRYING
        elif not finger.movable:
            finger.doing = _Doing.NOTHING  # dragging off a button, or across the board, means nothing

    def _tap(self, finger: _Finger, at: float) -> Tap | None:
        """A tap, unless a shaking hand repeats the one before."""
        if finger.thing is not None:
            last = self._last_tap.get(finger.thing, -math.inf)
            if at - last < self.steadiness.repeat_ms:
                return None
            self._last_tap = {finger.thing: at}
        return Tap(finger.thing, finger.x, finger.y)

    def _sweep(self, finger: int, x: float, y: float) -> Sweep | None:
        """Move and size the board by what the fingers on it do together; one alone does nothing."""
        moved = self._fingers[finger]
        on_board = [f for f in self._fingers.values() if f.thing is None and f.doing is not _Doing.NOTHING]
        alone = len(on_board) < 2 and finger != MOUSE
        before = _spread(on_board)
        moved.x, moved.y = x, y
        if alone:
            if moved.travelled >= self.steadiness.drag_px:
                moved.doing = _Doing.SWEEPING
            return None
        if moved.travelled >= self.steadiness.drag_px:
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
