"""The drawings of Easy Read pages: SVG files of `resources` as black lines in the words of PDF.

Only what those files hold is known: paths, rectangles, circles, ellipses and lines. What is filled with
a colour on the screen is white on paper, so that it still hides what lies behind it; black stays black.
"""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FOLDERS = (RESOURCES / "pictures", RESOURCES / "icons")
ROUND = 0.5523  # how far the handles of a curve reach that is nearly a quarter of a circle
_PART = re.compile(r"([A-Za-z])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)")
_ARC_PART = re.compile(r"[ ,]*(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}
_KEPT = frozenset({"fill", "stroke", "stroke-width"})
_BLACK = frozenset({"#201a24", "#000", "#000000", "black", "currentcolor"})

Point = tuple[float, float]


@lru_cache(maxsize=64)
def drawing(name: str) -> tuple[str, float]:
    """The drawing of this name as PDF text with y down, and the side of the square it is drawn on.

    KeyError when there is none.
    """
    file = next((path for folder in FOLDERS if (path := folder / f"{name}.svg").is_file()), None)
    if file is None:
        raise KeyError(f"there is no drawing named {name!r}")
    root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    side = float(root.attrib["viewBox"].split()[2])
    return "1 J 1 j " + " ".join(_shapes(root, {})), side


def _shapes(element: ElementTree.Element, inherited: dict[str, str]) -> Iterator[str]:
    style = {**inherited, **element.attrib}
    name = element.tag.rpartition("}")[2]
    path = _path_of(name, element.attrib)
    if path:
        yield f"{style.get('stroke-width', '2')} w {path} {_paint(style)}"
    kept = {key: value for key, value in style.items() if key in _KEPT}
    for child in element:
        yield from _shapes(child, kept)


def _paint(style: dict[str, str]) -> str:
    fill, stroke = style.get("fill", "none"), style.get("stroke", "none") != "none"
    if fill == "none":
        return "S" if stroke else "n"
    shade = "0 g" if fill.lower() in _BLACK else "1 g"
    return f"{shade} {'B' if stroke else 'f'} 0 g"


def _path_of(name: str, given: dict[str, str]) -> str:
    numbers = {key: float(value) for key, value in given.items() if _is_number(value)}
    match name:
        case "path":
            return " ".join(_operators(given["d"]))
        case "rect":
            return _rectangle(numbers)
        case "circle" | "ellipse":
            across = numbers.get("r", numbers.get("rx", 0.0))
            down = numbers.get("r", numbers.get("ry", 0.0))
            return _ellipse(numbers.get("cx", 0.0), numbers.get("cy", 0.0), across, down)
        case "line":
            return f"{given['x1']} {given['y1']} m {given['x2']} {given['y2']} l"
    return ""


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d*\.?\d+", text) is not None


def _rectangle(given: dict[str, float]) -> str:
    x, y, width, height = given.get("x", 0.0), given.get("y", 0.0), given["width"], given["height"]
    r = min(given.get("rx", 0.0), width / 2, height / 2)
    if not r:
        return f"{x:g} {y:g} {width:g} {height:g} re"
    k, right, low = r * (1 - ROUND), x + width, y + height
    corners = (
        ((right - r, y), (right - k, y), (right, y + k), (right, y + r)),
        ((right, low - r), (right, low - k), (right - k, low), (right - r, low)),
        ((x + r, low), (x + k, low), (x, low - k), (x, low - r)),
        ((x, y + r), (x, y + k), (x + k, y), (x + r, y)),
    )
    sides = (f"{_xy(a)} l {_xy(b)} {_xy(c)} {_xy(d)} c" for a, b, c, d in corners)
    return f"{_xy((x + r, y))} m {' '.join(sides)} h"


def _ellipse(x: float, y: float, a: float, b: float) -> str:
    p, q = a * ROUND, b * ROUND
    return (
        f"{x + a:g} {y:g} m {x + a:g} {y + q:g} {x + p:g} {y + b:g} {x:g} {y + b:g} c "
        f"{x - p:g} {y + b:g} {x - a:g} {y + q:g} {x - a:g} {y:g} c "
        f"{x - a:g} {y - q:g} {x - p:g} {y - b:g} {x:g} {y - b:g} c "
        f"{x + p:g} {y - b:g} {x + a:g} {y - q:g} {x + a:g} {y:g} c h"
    )


def _operators(data: str) -> Iterator[str]:
    """The path in the operators of PDF: all points absolute, curves cubic."""
    at = start = handle = (0.0, 0.0)
    for letter, numbers in _commands(data):
        upper, relative = letter.upper(), letter.islower()
        if upper == "Z":
            at = start
            yield "h"
            continue
        points = _points(upper, numbers, at if relative else (0.0, 0.0), at)
        match upper:
            case "M":
                start = points[-1]
                yield f"{_xy(points[-1])} m"
            case "L" | "H" | "V":
                yield f"{_xy(points[-1])} l"
            case "C" | "S":
                first = points[0] if upper == "C" else _mirrored(handle, at)
                handle = points[-2]
                yield f"{_xy(first)} {_xy(points[-2])} {_xy(points[-1])} c"
            case "Q":
                first, second = _towards(at, points[0]), _towards(points[1], points[0])
                yield f"{_xy(first)} {_xy(second)} {_xy(points[1])} c"
            case "A":
                yield from _arc(at, numbers, points[-1])
        at = points[-1]
        handle = handle if upper in "CS" else at


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; the letter of one that is said several times stands once."""
    place = 0
    while (found := _PART.search(data, place)) is not None and found.group(1):
        letter, place = found.group(1), found.end()
        while True:
            numbers, place = _read(data, place, letter)
            yield letter, numbers
            letter = {"M": "L", "m": "l"}.get(letter, letter)
            following = _PART.search(data, place)
            if letter in "Zz" or following is None or following.group(1):
                break


def _read(data: str, place: int, letter: str) -> tuple[list[float], int]:
    numbers: list[float] = []
    for at in range(_NUMBERS[letter.upper()]):
        if letter in "Aa" and at in (3, 4):  # two signs, 0 or 1, that may stand without a gap
            while data[place] in " ,":
                place += 1
            numbers.append(float(data[place]))
            place += 1
            continue
        found = _ARC_PART.match(data, place)
        if found is None:
            raise ValueError(f"a path ends too early: {data[place:]!r}")
        numbers.append(float(found.group(1)))
        place = found.end()
    return numbers, place


def _points(letter: str, numbers: list[float], origin: Point, at: Point) -> list[Point]:
    if letter == "H":
        return [(origin[0] + numbers[0], at[1])]
    if letter == "V":
        return [(at[0], origin[1] + numbers[0])]
    if letter == "A":
        return [(origin[0] + numbers[5], origin[1] + numbers[6])]
    return [(origin[0] + x, origin[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def _xy(point: Point) -> str:
    return f"{point[0]:.4g} {point[1]:.4g}"


def _mirrored(handle: Point, at: Point) -> Point:
    return 2 * at[0] - handle[0], 2 * at[1] - handle[1]


def _towards(point: Point, control: Point) -> Point:
    return point[0] + (control[0] - point[0]) * 2 / 3, point[1] + (control[1] - point[1]) * 2 / 3


def _arc(start: Point, numbers: list[float], end: Point) -> Iterator[str]:
    """An arc of an ellipse that is not turned, in curves of at most a quarter (SVG 1.1, F.6)."""
    a, b, turned, large, sweep = numbers[:5]
    if start == end or not a or not b:
        yield f"{_xy(end)} l"
        return
    # No drawing of ours has an ellipse that is turned; a circle is the same however it is turned.
    assert not turned or a == b, "an arc of an ellipse that is turned"
    half = ((start[0] - end[0]) / 2 / a, (start[1] - end[1]) / 2 / b)
    reach = math.hypot(*half)
    grown = max(1.0, reach)
    a, b, half = a * grown, b * grown, (half[0] / grown, half[1] / grown)
    aside = math.sqrt(max(0.0, 1 / max(1e-12, half[0] ** 2 + half[1] ** 2) - 1))
    aside = -aside if large == sweep else aside
    x = aside * half[1] * a + (start[0] + end[0]) / 2
    y = -aside * half[0] * b + (start[1] + end[1]) / 2
    first = math.atan2((start[1] - y) / b, (start[0] - x) / a)
    last = math.atan2((end[1] - y) / b, (end[0] - x) / a)
    turn = (last - first) % (2 * math.pi)
    turn = turn if sweep else turn - 2 * math.pi
    steps = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    for step in range(steps):
        yield _quarter((x, y), (a, b), first + turn * step / steps, turn / steps)


def _quarter(middle: Point, radii: Point, angle: float, turn: float) -> str:
    k = 4 / 3 * math.tan(turn / 4)
    first, last = (math.cos(angle), math.sin(angle)), (math.cos(angle + turn), math.sin(angle + turn))
    on_unit = (
        (first[0] - k * first[1], first[1] + k * first[0]),
        (last[0] + k * last[1], last[1] - k * last[0]),
        last,
    )
    placed = ((middle[0] + radii[0] * x, middle[1] + radii[1] * y) for x, y in on_unit)
    return f"{' '.join(_xy(point) for point in placed)} c"
