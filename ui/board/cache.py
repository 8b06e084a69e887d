"""Pictures of notes, kept so that a frame is only copying; bounded in bytes, the longest unused go first.

A picture belongs to what it shows, not to a note: two hidden notes share one, and a picture can never
be out of date. While the zoom changes, pictures of another size are drawn scaled.
"""

import math
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.board.faces import Face
from ui.board.layout import NOTE_W
from ui.board.painting import HALO, SHADOW, Style, height_of, paint_halo, paint_note
from ui.look import Colours

MIB = 2**20
NOTES_BYTES = 48 * MIB

K = TypeVar("K", bound=Hashable)


def bytes_of(picture: QPixmap) -> int:
    """How much memory a picture takes."""
    return picture.width() * picture.height() * 4


class Pictures(Generic[K]):
    """Pixmaps by key, at most `most` bytes of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[K, QPixmap] = OrderedDict()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: K) -> QPixmap | None:
        """A picture, if it is kept."""
        picture = self._kept.get(key)
        if picture is not None:
            self._kept.move_to_end(key)
        return picture

    def put(self, key: K, picture: QPixmap) -> None:
        """Keep a picture."""
        self.drop(key)
        self._kept[key] = picture
        self.bytes += bytes_of(picture)
        while self.bytes > self._most and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self.bytes -= bytes_of(oldest)

    def drop(self, key: K) -> None:
        """Forget a picture."""
        before = self._kept.pop(key, None)
        if before is not None:
            self.bytes -= bytes_of(before)

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self.bytes = 0


class NotePictures:
    """The pictures of notes in one style and at one size; those of the last size stay until replaced."""

    def __init__(self, style: Style, colours: Colours, most: int = NOTES_BYTES) -> None:
        self.style, self.colours = style, colours
        self._pictures: Pictures[tuple[Face, float, float]] = Pictures(most)
        self._latest: dict[Face, tuple[float, float]] = {}

    @property
    def bytes(self) -> int:
        """How much memory they take."""
        return self._pictures.bytes

    def get(self, face: Face, scale: float, dpr: float) -> QPixmap | None:
        """The picture of a face at just this size, if it was made."""
        return self._pictures.get((face, scale, dpr))

    def any_size(self, face: Face) -> QPixmap | None:
        """The picture of a face at the last size it was made for, if it is still kept."""
        size = self._latest.get(face)
        return None if size is None else self._pictures.get((face, *size))

    def make(self, face: Face, scale: float, dpr: float) -> QPixmap:
        """Paint a face at a size: `scale` logical pixels to a board unit."""
        last = self._latest.get(face)
        if last is not None and last != (scale, dpr):
            self._pictures.drop((face, *last))
        if len(self._latest) > 4096:
            self._latest.clear()
        picture = _painted(face, scale, dpr, self.style, self.colours)
        self._pictures.put((face, scale, dpr), picture)
        self._latest[face] = (scale, dpr)
        return picture


def room_around(scale: float) -> int:
    """How many pixels a note's picture has beyond the note on each side, for its shadow."""
    return math.ceil(SHADOW * scale)


def _painted(face: Face, scale: float, dpr: float, style: Style, colours: Colours) -> QPixmap:
    room = room_around(scale)
    wide = math.ceil(NOTE_W * scale) + 2 * room
    high = math.ceil(height_of(face) * scale) + 2 * room
    picture, painter = _blank(wide, high, dpr)
    try:
        painter.translate(room, room)
        painter.scale(scale, scale)
        paint_note(painter, face, style, colours)
    finally:
        painter.end()
    return picture


def halo(wide: float, high: float, scale: float, dpr: float) -> QPixmap:
    """The soft shadow of a lifted note of this size in board units, with `HALO` units around it."""
    picture, painter = _blank(math.ceil((wide + 2 * HALO) * scale), math.ceil((high + 2 * HALO) * scale), dpr)
    try:
        painter.scale(scale, scale)
        paint_halo(painter, QRectF(HALO, HALO, wide, high))
    finally:
        painter.end()
    return picture


def _blank(wide: int, high: int, dpr: float) -> tuple[QPixmap, QPainter]:
    picture = QPixmap(math.ceil(wide * dpr), math.ceil(high * dpr))
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    return picture, painter
