"""What was drawn on a note as lines for a page: curves through the points of a hand, as wide as it pressed.

A stroke is curves from the middle between two of its points to the middle between the next two, as on
the board. Lengths are board units of the note, from its top left corner down. `as_pdf` and `as_svg` say
the same lines to the two kinds of page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workshop.domain.ink import Point, Stroke, unpack

THIN, THICK = 1.6, 4.0  # a line of no pressure, and of all; as on the board
DOT = 0.01  # what has no length is not drawn by every program

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A part of a stroke that is equally wide: where it begins, and each curve as its handle and its end."""

    wide: float
    start: Spot
    curves: list[tuple[Spot, Spot]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Area:
    """The smallest part of a note that holds all that is drawn on it."""

    left: float
    top: float
    width: float
    height: float


def lines_of(ink: str) -> tuple[Line, ...]:
    """The lines of a packed drawing; RuleBroken when it is none."""
    return tuple(line for stroke in unpack(ink) for line in _lines(stroke))


def area_of(ink: str) -> Area:
    """Where on its note a packed drawing is, its widest line included."""
    points = [point for stroke in unpack(ink) for point in stroke]
    across, down = [x for x, _y, _p in points], [y for _x, y, _p in points]
    left, top = min(across) - THICK, min(down) - THICK
    return Area(left, top, max(across) + THICK - left, max(down) + THICK - top)


def as_pdf(ink: str) -> str:
    """The drawing in PDF, with y down."""
    return " ".join(["1 J 1 j", *(_pdf_line(line) for line in lines_of(ink))])


def as_svg(ink: str) -> str:
    """The drawing as paths of SVG."""
    return "".join(f'<path stroke-width="{line.wide:.1f}" d="{_svg_line(line)}"/>' for line in lines_of(ink))


def _lines(stroke: Stroke) -> Iterator[Line]:
    """Curves of one width after the other are one line."""
    line = None
    for wide, start, handle, end in _curves(stroke):
        if line is None or line.wide != wide:
            if line is not None:
                yield line
            line = Line(wide, start)
        line.curves.append((handle, end))
    if line is not None:
        yield line


def _curves(stroke: Stroke) -> Iterator[tuple[float, Spot, Spot, Spot]]:
    """For each point after the first the curve that it adds, then what is left to the last one."""
    here = _at(stroke[0])
    for last, now in zip(stroke, stroke[1:], strict=False):
        end = _middle(last, now)
        yield _wide(now), here, _at(last), end
        here = end
    x, y = _at(stroke[-1])
    yield _wide(stroke[-1]), here, (x, y), (x + DOT, y)


def _wide(point: Point) -> float:
    return round(THIN + (THICK - THIN) * point[2], 1)


def _at(point: Point) -> Spot:
    return point[0], point[1]


def _middle(one: Sequence[float], other: Sequence[float]) -> Spot:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _pdf_line(line: Line) -> str:
    """PDF has curves with two handles: each is two thirds of the way to the one."""
    parts, here = [f"{line.wide:.1f} w {_two(line.start)} m"], line.start
    for handle, end in line.curves:
        first, second = _toward(here, handle), _toward(end, handle)
        parts.append(f"{_two(first)} {_two(second)} {_two(end)} c")
        here = end
    return " ".join([*parts, "S"])


def _toward(one: Spot, other: Spot) -> Spot:
    return one[0] + (other[0] - one[0]) * 2 / 3, one[1] + (other[1] - one[1]) * 2 / 3


def _svg_line(line: Line) -> str:
    return " ".join(
        [f"M{_two(line.start)}", *(f"Q{_two(handle)} {_two(end)}" for handle, end in line.curves)]
    )


def _two(spot: Spot) -> str:
    return f"{spot[0]:.2f} {spot[1]:.2f}"
