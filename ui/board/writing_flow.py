"""How buttons of different widths share a space: row by row, and sheet by sheet where one is too small."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QRectF

Name = TypeVar("Name")
Item = tuple[Name, float]  # a button, and the least width it needs
Boxes = dict[Name, QRectF]
HIGHEST = 1.5  # times the least height


def flow(
    groups: Sequence[Sequence[Item[Name]]], last: Item[Name], space: QRectF, high: float, gap: float
) -> tuple[Boxes[Name], ...]:
    """The boxes of all buttons, sheet by sheet; each group begins a row, and each sheet ends with `last`.

    Rows are stretched to the width of the space. A button that is wider than the space is as wide.
    """
    rows = [row for group in groups for row in _filled(group, space.width(), gap)]
    at_once = max(2, int((space.height() + gap) // (high + gap)))
    sheets: list[list[list[Item[Name]]]] = []
    while rows:
        # The last button stands in the last row if there is room for it, else it is a row of its own.
        whole = rows[:at_once]
        beside = _has_room(whole[-1], last, space.width(), gap)
        taken = whole if beside else rows[: at_once - 1]
        rows = rows[len(taken) :]
        sheets.append([*taken[:-1], [*taken[-1], last]] if beside else [*taken, [last]])
    return tuple(_placed(sheet, space, high, gap) for sheet in sheets)


def _filled(items: Sequence[Item[Name]], wide: float, gap: float) -> list[list[Item[Name]]]:
    rows: list[list[Item[Name]]] = []
    for item in items:
        if not rows or not _has_room(rows[-1], item, wide, gap):
            rows.append([])
        rows[-1].append(item)
    return rows


def _has_room(row: Sequence[Item[Name]], item: Item[Name], wide: float, gap: float) -> bool:
    return sum(each + gap for _, each in row) + item[1] <= wide


def _placed(rows: Sequence[Sequence[Item[Name]]], space: QRectF, high: float, gap: float) -> Boxes[Name]:
    each = min((space.height() - (len(rows) - 1) * gap) / len(rows), high * HIGHEST)
    boxes: Boxes[Name] = {}
    for number, row in enumerate(rows):
        boxes |= _across(row, QRectF(space.x(), space.y() + number * (each + gap), space.width(), each), gap)
    return boxes


def _across(row: Sequence[Item[Name]], space: QRectF, gap: float) -> Boxes[Name]:
    """One row, its spare width shared evenly."""
    room = space.width() - (len(row) - 1) * gap
    spare = (room - sum(wide for _, wide in row)) / len(row)
    boxes: Boxes[Name] = {}
    x = space.x()
    for name, wide in row:
        boxes[name] = QRectF(x, space.y(), wide + spare, space.height())
        x += wide + spare + gap
    return boxes
