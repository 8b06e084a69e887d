"""Pictures of notes, kept so that a frame is only copying; bounded in bytes, the longest unused go first.

A picture belongs to what it shows, not to a note: two hidden notes share one, and a picture can never
be out of date. While the zoom changes, pictures of another size are drawn scaled.
"""

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform

from ui.board.faces import Face
from ui.board.fitting import size_of
from ui.board.painting import (
    HALO,
    SHADOW,
    Paper,
    Style,
    paint_halo,
    paint_note,
    paint_paper,
    paint_ring,
    paper_of,
)
from ui.look import Colours

MIB = 2**20
NOTES_BYTES = 8 * MIB
LIFTED_BYTES = 4 * MIB
PAPERS_BYTES = 4 * MIB
MOST_KEYS = 4096

K = TypeVar("K", bound=Hashable)


def bytes_of(picture: QPixmap) -> int:
    """How much memory a picture takes."""
    return picture.width() * picture.height() * 4


class Pictures(Generic[K]):
    """Pixmaps by key, at most `most` bytes of them."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._kept: OrderedDict[K, QPixmap] = OrderedDict()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[K]:
        return iter(self._kept)

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
        while self.bytes > self.most and len(self._kept) > 1:
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


class SizedPictures(Generic[K]):
    """Pictures that are made for one size at a time; the one of the last size stays until then.

    `paint` makes the picture of a key at a scale (logical pixels to a board unit) and pixel ratio.
    """

    def __init__(self, paint: Callable[[K, float, float], QPixmap], most: int) -> None:
        self._paint = paint
        self._pictures: Pictures[tuple[K, float, float]] = Pictures(most)
        self._latest: dict[K, tuple[float, float]] = {}

    @property
    def bytes(self) -> int:
        """How much memory they take."""
        return self._pictures.bytes

    def make_room(self, most: int) -> None:
        """Keep up to so many bytes: a view must have room for all that it shows, and some around."""
        self._pictures.most = most

    def get(self, key: K, scale: float, dpr: float) -> QPixmap | None:
        """The picture at just this size, if it is kept."""
        return self._pictures.get((key, scale, dpr))

    def any_size(self, key: K) -> tuple[QPixmap, float] | None:
        """The picture at the last size it was made for, and that scale, if it is still kept."""
        size = self._latest.get(key)
        picture = None if size is None else self._pictures.get((key, *size))
        return None if picture is None or size is None else (picture, size[0])

    def forget(self, is_old: Callable[[K], bool]) -> None:
        """Drop the pictures of keys that look different now."""
        for key in [key for key in self._pictures if is_old(key[0])]:
            self._pictures.drop(key)
            self._latest.pop(key[0], None)

    def make(self, key: K, scale: float, dpr: float) -> QPixmap:
        """Paint it at this size; the picture of the size before is dropped."""
        last = self._latest.get(key)
        if last is not None and last != (scale, dpr):
            self._pictures.drop((key, *last))
        if len(self._latest) > MOST_KEYS:
            self._latest.clear()
        picture = self._paint(key, scale, dpr)
        self._pictures.put((key, scale, dpr), picture)
        self._latest[key] = (scale, dpr)
        return picture


def no_image(_id: str) -> QImage | None:
    """Where no pictures can be read, each note shows the frame of one."""
    return None


def note_pictures(
    style: Style,
    colours: Colours,
    most: int = NOTES_BYTES,
    image_of: Callable[[str], QImage | None] = no_image,
) -> SizedPictures[Face]:
    """The pictures of notes in one style; `image_of` gives the picture that lies on a note, by its id."""

    papers = _paper_pictures(style, colours)

    def paint(face: Face, scale: float, dpr: float) -> QPixmap:
        image = image_of(face.pictured) if face.pictured else None
        kind = paper_of(face)
        paper = papers.get(kind, scale, dpr) or papers.make(kind, scale, dpr)
        return _painted(face, scale, paper, style, colours, image)

    return SizedPictures(paint, most)


def _paper_pictures(style: Style, colours: Colours) -> SizedPictures[Paper]:
    def paint(paper: Paper, scale: float, dpr: float) -> QPixmap:
        room = room_around(scale)
        wide, high = (math.ceil(side * scale) + 2 * room for side in (paper.wide, paper.high))
        picture, painter = _blank(wide, high, dpr)
        try:
            painter.translate(room, room)
            painter.scale(scale, scale)
            paint_paper(painter, paper, style, colours)
        finally:
            painter.end()
        return picture

    return SizedPictures(paint, PAPERS_BYTES)


def room_around(scale: float) -> int:
    """How many pixels a note's picture has beyond the note on each side, for its shadow."""
    return math.ceil(SHADOW * scale)


def _painted(
    face: Face, scale: float, paper: QPixmap, style: Style, colours: Colours, image: QImage | None
) -> QPixmap:
    picture = QPixmap(paper)
    painter = _painter_on(picture)
    try:
        painter.translate(room_around(scale), room_around(scale))
        painter.scale(scale, scale)
        paint_note(painter, face, style, colours, image)
    finally:
        painter.end()
    if not face.turned:
        return picture
    # By whole quarters no pixel is mixed with another: turned words are as sharp as upright ones.
    return picture.transformed(QTransform().rotate(90 * face.turned))


def lifted_pictures(notes: SizedPictures[Face], style: Style, colours: Colours) -> SizedPictures[Face]:
    """The pictures of notes in a hand: each with its soft shadow and the damson line, `HALO` units around."""

    def paint(face: Face, scale: float, dpr: float) -> QPixmap:
        size = size_of(face)
        note = notes.get(face, scale, dpr) or notes.make(face, scale, dpr)
        picture = QPixmap(_halo(*size, scale, dpr, style.shadowed))
        painter = QPainter(picture)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            away = round(HALO * scale)
            painter.drawPixmap(away - room_around(scale), away - room_around(scale), note)
            painter.translate(away, away)
            painter.scale(scale, scale)
            paint_ring(painter, QRectF(0, 0, *size), colours)
        finally:
            painter.end()
        return picture

    return SizedPictures(paint, LIFTED_BYTES)


@lru_cache(maxsize=8)
def _halo(wide: float, high: float, scale: float, dpr: float, shadowed: bool) -> QPixmap:
    """The soft shadow of a lifted note, or an empty picture of the same size."""
    wide_px, high_px = (math.ceil((side + 2 * HALO) * scale) for side in (wide, high))
    picture, painter = _blank(wide_px, high_px, dpr)
    try:
        painter.scale(scale, scale)
        if shadowed:
            paint_halo(painter, QRectF(HALO, HALO, wide, high))
    finally:
        painter.end()
    return picture


def _blank(wide: int, high: int, dpr: float) -> tuple[QPixmap, QPainter]:
    picture = QPixmap(math.ceil(wide * dpr), math.ceil(high * dpr))
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    return picture, _painter_on(picture)


def _painter_on(picture: QPixmap) -> QPainter:
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    return painter
