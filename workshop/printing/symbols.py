"""The shapes on a page: the symbol of each kind of note, the faces of feelings, the mark, hatching, boxes.

Everything is lines and black: it must work on a laser printer without colour. The symbols are
drawn on a square of 24 units, the mark on 48, with y down, as in the design.
"""

from collections.abc import Iterable

from workshop.domain.kinds import Emotion, NoteKind
from workshop.printing.measures import MM
from workshop.printing.page import TaggedCanvas

Point = tuple[float, float]

TRIANGLE: tuple[Point, ...] = ((12, 3), (22, 20.5), (2, 20.5))
DIAMOND: tuple[Point, ...] = ((12, 1.5), (22.5, 12), (12, 22.5), (1.5, 12))
STAR: tuple[Point, ...] = (
    (12, 1.5), (15.1, 8.4), (22.5, 9.2), (17, 14.2), (18.5, 21.5),
    (12, 17.8), (5.5, 21.5), (7, 14.2), (1.5, 9.2), (8.9, 8.4),
)  # fmt: skip
HEART = (
    "12 21.5 m 7 17.5 2 13 2 8.5 c 2 5.2 4.5 3.2 7 3.2 c 9.2 3.2 11 4.6 12 6.6 c "
    "13 4.6 14.8 3.2 17 3.2 c 19.5 3.2 22 5.2 22 8.5 c 22 13 17 17.5 12 21.5 c h"
)
SEATS: tuple[Point, ...] = ((14, 5), (24, 5), (34, 5), (14, 43), (24, 43), (34, 43), (4, 24), (44, 24))
ROUND = 0.5523  # how far the handles of a curve reach that is nearly a quarter of a circle


def _shape(points: Iterable[Point]) -> str:
    """A path with straight sides."""
    (x, y), *others = points
    return " ".join([f"{x} {y} m", *(f"{x} {y} l" for x, y in others), "h"])


def _rounded(left: float, top: float, width: float, height: float, radius: float) -> str:
    """A rectangle with round corners, as a path."""
    right, bottom, k = left + width, top + height, radius * (1 - ROUND)
    return (
        f"{left + radius} {top} m {right - radius} {top} l "
        f"{right - k:.3f} {top} {right} {top + k:.3f} {right} {top + radius} c "
        f"{right} {bottom - radius} l "
        f"{right} {bottom - k:.3f} {right - k:.3f} {bottom} {right - radius} {bottom} c "
        f"{left + radius} {bottom} l "
        f"{left + k:.3f} {bottom} {left} {bottom - k:.3f} {left} {bottom - radius} c "
        f"{left} {top + radius} l {left} {top + k:.3f} {left + k:.3f} {top} {left + radius} {top} c h"
    )


def _circle(x: float, y: float, radius: float) -> str:
    return _rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius)


# Each is a drawing in PDF, made once: the same few shapes stand before every note.
SYMBOLS: dict[NoteKind, str] = {
    NoteKind.MATTERS: f"{_circle(12, 12, 9)} f",
    NoteKind.IDEA: f"{_rounded(3.5, 3.5, 17, 17, 1.5)} f",
    NoteKind.WORKS_WELL: f"{_shape(TRIANGLE)} f",
    NoteKind.DOES_NOT_WORK: f"{_shape(DIAMOND)} f",
    NoteKind.QUESTION: f"{_shape(STAR)} f",
    NoteKind.FELT: f"{HEART} f",
    NoteKind.BEFORE: f"3.2 w {_circle(12, 12, 8.5)} S",
}
MARK = " ".join([_rounded(10.5, 12.5, 27, 23, 5), *(_circle(x, y, 3.6) for x, y in SEATS), "f"])

# The same faces as on the board: told apart by their lines.
_FACE = f"2.2 w 1 J 1 j {_circle(12, 12, 10.4)}"
_EYES = "8.4 8.8 m 8.4 9.6 l 15.6 8.8 m 15.6 9.6 l"
FACES: dict[Emotion, str] = {
    Emotion.GLAD: f"{_FACE} {_EYES} 6.8 13.2 m 8 19.6 16 19.6 17.2 13.2 c h S",
    Emotion.CALM: (
        f"{_FACE} 6.6 9 m 7.4 10.6 9.4 10.6 10.2 9 c 13.8 9 m 14.6 10.6 16.6 10.6 17.4 9 c "
        "8 14.6 m 9.6 16.8 14.4 16.8 16 14.6 c S"
    ),
    Emotion.UNSURE: f"{_FACE} {_EYES} 7.6 16.4 m 10.4 12.2 13.2 19.2 16.4 14.4 c S",
    Emotion.SAD: f"{_FACE} {_EYES} 7.8 17.2 m 9.4 13.6 14.6 13.6 16.2 17.2 c S",
    Emotion.ANGRY: (
        f"{_FACE} 6.4 7.2 m 10.2 9.4 l 17.6 7.2 m 13.8 9.4 l 8.8 10.9 m 8.8 11.5 l "
        "15.2 10.9 m 15.2 11.5 l 8.4 16.2 m 15.6 16.2 l S"
    ),
}


def draw_face(canvas: TaggedCanvas, emotion: Emotion, x: float, top: float, size: float) -> None:
    """The face of a feeling in a square of `size` points."""
    canvas.stamp(FACES[emotion], x, top, size / 24)


def draw_symbol(canvas: TaggedCanvas, kind: NoteKind, x: float, top: float, size: float) -> None:
    """The symbol of a kind of note in a square of `size` points."""
    canvas.stamp(SYMBOLS[kind], x, top, size / 24)


def draw_mark(canvas: TaggedCanvas, x: float, top: float, size: float) -> None:
    """The mark: a table seen from above, and its equal seats."""
    canvas.stamp(MARK, x, top, size / 48)


def draw_tick_box(canvas: TaggedCanvas, x: float, top: float, size: float, *, ticked: bool = False) -> None:
    """A box to tick, or one with its tick."""
    canvas.setLineWidth(0.9)
    canvas.roundRect(x, top - size, size, size, min(size / 5, MM), stroke=1, fill=0)
    if ticked:
        canvas.setLineWidth(size / 8)
        path = canvas.beginPath()
        path.moveTo(x + size * 0.2, top - size * 0.55)
        path.lineTo(x + size * 0.42, top - size * 0.78)
        path.lineTo(x + size * 0.82, top - size * 0.24)
        canvas.drawPath(path, stroke=1, fill=0)


def draw_hatched(canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
    """A bar of slanted lines inside an outline: lines, not a fill."""
    canvas.saveState()
    frame = canvas.beginPath()
    frame.rect(x, top - height, width, height)
    canvas.clipPath(frame, stroke=0, fill=0)
    canvas.setLineWidth(0.4 * MM)
    step, lines = 1.7 * MM * 2**0.5, []
    left = x - height
    while left < x + width:
        lines.append((left, top - height, left + height, top))
        left += step
    canvas.lines(lines)
    canvas.restoreState()
    canvas.setLineWidth(1)
    canvas.roundRect(x, top - height, width, height, min(0.6 * MM, width / 2), stroke=1, fill=0)
