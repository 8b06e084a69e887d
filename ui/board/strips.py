"""The strip of buttons beside what is picked: where it lies on the glass. Pixels, and no painting.

It is as long as its words, in as many rows as the glass is narrow; it never covers what it is about,
and on a screen so large that not everybody reaches its top it stays in the lower part.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ui.board.layout import Rect
from ui.board.offers import Line
from ui.board.picking import Button, Does
from ui.look import BOLD, SEMIBOLD, Look
from ui.widgets.paint import width_of
from ui.words import Words
from workshop.domain.ids import GroupId, NoteId


@dataclass(frozen=True)
class Said:
    """A sentence in a strip."""

    says: str
    rect: Rect
    icon: str


@dataclass(frozen=True)
class Strip:
    """A strip on the glass: its rectangle, its sentences, its buttons."""

    rect: Rect
    said: tuple[Said, ...]
    buttons: tuple[Button, ...]


class _Item(NamedTuple):
    """A sentence (`does` is None) or a button, and how wide it is."""

    does: Does | None
    says: str
    wide: float
    chosen: bool = False
    icon: str = ""


def strip_of(
    lines: Sequence[Line],
    on: NoteId | GroupId,
    about: Rect,
    glass: Rect,
    highest: float,
    look: Look,
    words: Words,
) -> Strip:
    """The strip with these lines for `on`, which is seen at `about`, wholly inside `glass`."""
    margin, gap = look.px(10), look.gap
    most = glass.w - 4 * margin
    rows = [row for line in lines for row in _rows(_items(line, look), most, gap)]
    wide = max(_wide(row, gap) for row in rows) + 2 * margin
    highs = [_high(row, look) for row in rows]
    size = wide, sum(highs) + gap * (len(rows) - 1) + 2 * margin
    rect = place_beside(size, about, glass, highest, margin)
    placed = list(_placed(rows, highs, rect, margin, gap, words.right_to_left))
    said = tuple(Said(each.says, place, each.icon) for each, place in placed if each.does is None)
    buttons = (Button(each.does, on, each.says, r, each.chosen) for each, r in placed if each.does)
    return Strip(rect, said, tuple(buttons))


def _items(line: Line, look: Look) -> list[_Item]:
    font, bold = look.font(22, SEMIBOLD), look.font(24, BOLD)
    room, beside = look.px(26 + 12 + 26) + look.icon(28), look.px(12 + 16) + look.icon(34)
    items = [_Item(None, line.says, width_of(bold, line.says) + beside, icon=line.icon)] if line.says else []
    for does, says in line.acts:
        items.append(_Item(does, says, width_of(font, says) + room, does is line.chosen))
    return items


def _rows(items: Iterable[_Item], most: float, gap: float) -> list[list[_Item]]:
    """The items in rows no wider than `most`, where that can be."""
    rows: list[list[_Item]] = []
    for item in items:
        if rows and _wide([*rows[-1], item], gap) <= most:
            rows[-1].append(item)
        else:
            rows.append([item])
    return rows


def _wide(row: Sequence[_Item], gap: float) -> float:
    return sum(item.wide for item in row) + gap * (len(row) - 1)


def _high(row: Sequence[_Item], look: Look) -> float:
    if all(item.does is None for item in row):
        return look.text(24) * 1.7
    return look.target(64)


def _placed(
    rows: Sequence[Sequence[_Item]],
    highs: Sequence[float],
    rect: Rect,
    margin: float,
    gap: float,
    mirrored: bool,
) -> Iterator[tuple[_Item, Rect]]:
    y = rect.y + margin
    for row, high in zip(rows, highs, strict=True):
        x = rect.x + margin
        for item in row:
            left = rect.x + rect.right - x - item.wide if mirrored else x
            yield item, Rect(left, y, item.wide, high)
            x += item.wide + gap
        y += high + gap


def place_beside(size: tuple[float, float], about: Rect, glass: Rect, highest: float, margin: float) -> Rect:
    """A rectangle of this size beside `about`, wholly on the glass and not above `highest`.

    Below where it can be, else above, else at a side; where it can be nowhere it gives up `highest`,
    and last of all it lies at the lower edge.
    """
    wide, high = size
    inside = glass.grown(-margin)
    free_x = _within(about.middle[0] - wide / 2, inside.x, inside.right - wide)
    for top in (max(inside.y, highest), inside.y):
        free_y = _within(about.middle[1] - high / 2, top, inside.bottom - high)
        for x, y in (
            (free_x, max(about.bottom + margin, top)),
            (free_x, min(about.y - margin, inside.bottom) - high),
            (about.right + margin, free_y),
            (about.x - margin - wide, free_y),
        ):
            place = Rect(x, y, wide, high)
            if y >= top and inside.covers(place) and not place.meets(about):
                return place
    return Rect(free_x, max(inside.y, inside.bottom - high), wide, high)


def _within(value: float, least: float, most: float) -> float:
    return min(max(value, least), max(least, most))
