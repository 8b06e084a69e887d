"""What is drawn on a note: strokes of a pen or a finger as one short text, and back.

A stroke is its points in order; a point is (x, y, pressure): board units from the top left corner of
the note, and from 0 for a touch to 1 for all the weight of a hand. What is kept is coarser: a tenth of
a unit and a 255th of the pressure are less than a hand can mean and an eye can see. Each point is kept
as its distance from the one before, because a hand draws short steps: most points take three bytes.
"""

import math
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence

from workshop.errors import RuleBroken

Point = tuple[float, float, float]
Stroke = tuple[Point, ...]

WIDTH, HEIGHT = 212.0, 110.0  # of a note, in board units
MOST_POINTS = 20_000  # on one note: more than an hour of drawing with a quiet hand
_STEPS = (10, 10, 255)  # parts of a unit, and of the pressure, that are kept
_FORM = "1:"  # which form of packing this is, so that a later one can be told from it
_LONGEST_NUMBER = 3  # bytes; no distance on a note takes more


def pack(strokes: Iterable[Sequence[Sequence[float]]]) -> str:
    """The strokes as one text, "" for none; what goes over the edge of the note is kept on its edge.

    RuleBroken when a point is no point, or when there are more than `MOST_POINTS`.
    """
    drawn = [stroke for stroke in strokes if len(stroke)]
    if not drawn:
        return ""
    if sum(map(len, drawn)) > MOST_POINTS:
        raise RuleBroken("This drawing is too big for one note. Nothing was changed. Please use two notes.")
    packed = bytearray()
    before = [0, 0, 0]
    for stroke in drawn:
        packed += _number(len(stroke))
        for point in stroke:
            now = _in_steps(point)
            for part, last in zip(now, before, strict=True):
                packed += _number(_without_sign(part - last))
            before = now
    return _FORM + b64encode(packed).decode()


def unpack(ink: str) -> tuple[Stroke, ...]:
    """The strokes that `pack` made this text from; RuleBroken when it is none of its texts."""
    if not ink:
        return ()
    try:
        return tuple(_strokes(_numbers(_bytes_of(ink))))
    except ValueError as error:
        raise RuleBroken(
            "This drawing cannot be read. The words of its note are safe. Please draw it again."
        ) from error


def _in_steps(point: Sequence[float]) -> list[int]:
    """The point in whole steps, on the note."""
    if len(point) != len(_STEPS) or not all(map(math.isfinite, point)):
        raise RuleBroken("A line is made of points [x, y, pressure]. Nothing was changed.")
    limits = (WIDTH, HEIGHT, 1.0)
    return [
        round(min(max(part, 0.0), most) * steps)
        for part, most, steps in zip(point, limits, _STEPS, strict=True)
    ]


def _without_sign(number: int) -> int:
    """0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 …, so that short steps back are small numbers as well."""
    return number * 2 if number >= 0 else -number * 2 - 1


def _with_sign(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2


def _number(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the highest bit of a byte says that more follow."""
    packed = bytearray()
    while number > 0x7F:
        packed.append(number & 0x7F | 0x80)
        number >>= 7
    packed.append(number)
    return bytes(packed)


def _bytes_of(ink: str) -> bytes:
    if not ink.startswith(_FORM):
        raise ValueError("another form of packing")
    return b64decode(ink.removeprefix(_FORM), validate=True)  # binascii.Error is a ValueError


def _numbers(packed: bytes) -> Iterator[int]:
    number = length = 0
    for byte in packed:
        number |= (byte & 0x7F) << 7 * length
        length += 1
        if length > _LONGEST_NUMBER:
            raise ValueError("no distance on a note")
        if byte < 0x80:
            yield number
            number = length = 0
    if length:
        raise ValueError("the last number has no end")


def _strokes(numbers: Iterator[int]) -> Iterator[Stroke]:
    """The strokes, point for point; ValueError where points are missing or lie beside the note."""
    before = [0, 0, 0]
    points = 0
    for count in numbers:
        points += count
        if not count or points > MOST_POINTS:
            raise ValueError("no stroke, or too many points")
        stroke = []
        for _ in range(count):
            before = [last + _with_sign(_next(numbers)) for last in before]
            stroke.append(_point(before))
        yield tuple(stroke)


def _next(numbers: Iterator[int]) -> int:
    number = next(numbers, None)
    if number is None:
        raise ValueError("the stroke has no end")
    return number


def _point(steps: Sequence[int]) -> Point:
    x, y, pressure = (part / steps_ for part, steps_ in zip(steps, _STEPS, strict=True))
    if not (0 <= x <= WIDTH and 0 <= y <= HEIGHT and 0 <= pressure <= 1):
        raise ValueError("beside the note")
    return x, y, pressure
