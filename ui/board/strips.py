"""The strip of buttons beside what is picked: where it lies on the glass. Pixels, and no painting.

It is as long as its words, in as many rows as the glass is narrow; it never covers what it is about,
and on a screen so large that not everybody reaches its top it stays in the lower part.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QFont

from ui.board.faces import script_of
from ui.board.layout import Rect
from ui.board.offers import Line
from ui.board.picking import Button, Does
from ui.look import BOLD, SEMIBOLD, Look, load_for
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
    """A sentence (`does` is None) or a button, what it is about, and how wide it is."""

    does: Does | None
    says: str
    wide: float
    on: NoteId | None = None
    about: str = ""
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
    around: Sequence[Rect] = (),
) -> Strip:
    """The strip with these lines for `on`, which is seen at `about`, wholly inside `glass`.

    It covers the buttons `around` only where it can lie nowhere else.
    """
    margin, gap = look.px(10), look.gap
    most = glass.w - 4 * margin
    rows = [row for line in lines for row in _rows(_items(line, look), most, gap)]
    wide = max(_wide(row, gap) for row in rows) + 2 * margin
    highs = [_high(row, look) for row in rows]
    size = wide, sum(highs) + gap * (len(rows) - 1) + 2 * margin
    rect = place_beside(size, about, glass, highest, margin, around)
    placed = list(_placed(rows, highs, rect, margin, gap, words.right_to_left))
    said = tuple(Said(each.says, place, each.icon) for each, place in placed if each.does is None)
    buttons = (
        Button(each.does, each.on or on, each.says, r, each.chosen, each.about)
        for each, r in placed
        if each.does
    )
    return Strip(rect, said, tuple(buttons))


def _items(line: Line, look: Look) -> list[_Item]:
    font, bold = look.font(22, SEMIBOLD), font_of_sentence(line.says, look)
    room, beside = look.px(26 + 12 + 26) + look.icon(28), look.px(12 + 16) + look.icon(34)
    wide = width_of(bold, line.says) + beside
    items = [_Item(None, line.says, wide, icon=line.icon)] if line.says else []
    about = "" if line.on is None else line.says
    for does, says in line.acts:
        items.append(_Item(does, says, width_of(font, says) + room, line.on, about, does is line.chosen))
    return items


def font_of_sentence(says: str, look: Look) -> QFont:
    """The font of a sentence, which may have somebody's own words in it."""
    load_for(says)
    return look.font(24, BOLD, script_of(says, ""))


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


def place_beside(
    size: tuple[float, float],
    about: Rect,
    glass: Rect,
    highest: float,
    margin: float,
    buttons: Sequence[Rect] = (),
) -> Rect:
    """A rectangle of this size beside `about`, wholly on the glass and not above `highest`.

    Below where it can be, else above, else at a side, and rather where it covers none of the `buttons`;
    where it can be nowhere it gives up `highest`, and last of all it lies at the lower edge.
    """
    places = list(_places_beside(size, about, glass, highest, margin))
    free = (place for place in places if not any(place.meets(button) for button in buttons))
    return next(free, places[0])


def _places_beside(
    size: tuple[float, float], about: Rect, glass: Rect, highest: float, margin: float
) -> Iterator[Rect]:
    """The places where a rectangle of this size can lie, the best first; at least one."""
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
                yield place
    yield Rect(free_x, max(inside.y, inside.bottom - high), wide, high)


def _within(value: float, least: float, most: float) -> float:
    return min(max(value, least), max(least, most))
