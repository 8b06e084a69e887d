"""Hands that are laid on the glass, seen without their size. Pure: contacts in, those of a hand out.

Many screens do not tell how wide a contact is. A palm, a sleeve or a fist is then several small contacts,
close together, that land at the same moment. Two fingers close together may be a pinch; three are a hand.
"""

import math

CONTACTS, REACH_MM, AT_ONCE_MS = 3, 80.0, 150.0


class Palms:
    """The contacts on one board. Lengths are millimetres, times milliseconds."""

    def __init__(self) -> None:
        self._down: dict[int, tuple[float, float, float]] = {}
        self._laid: set[int] = set()

    def land(self, finger: int, x: float, y: float, at: float) -> list[int]:
        """A contact lands; it and those that make a hand with it, or none where it is a finger."""
        self.lift(finger)
        near = [other for other, (its_x, its_y, _) in self._down.items() if _is_near(x - its_x, y - its_y)]
        now = [other for other in near if at - self._down[other][2] < AT_ONCE_MS]
        self._down[finger] = (x, y, at)
        beside = any(other in self._laid for other in near)
        if not beside and len(now) + 1 < CONTACTS:
            return []
        hand = [finger, *now]
        self._laid.update(hand)
        return hand

    def lift(self, finger: int) -> None:
        """A contact has left the glass."""
        self._down.pop(finger, None)
        self._laid.discard(finger)

    def clear(self) -> None:
        """All contacts are lost."""
        self._down.clear()
        self._laid.clear()


def _is_near(x: float, y: float) -> bool:
    return math.hypot(x, y) < REACH_MM
