"""The board from far away: plain pieces of colour in square tiles, so that a frame only copies tiles.

While the zoom changes, tiles of sizes that halve each time are drawn a little larger; at rest, tiles
of just the size. A change drops the tiles it touches and nothing else. What is kept is bounded: the
tiles of one view, and some more.
"""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.board.cache import MIB, Pictures
from ui.board.camera import Camera
from ui.board.layout import GROUP_H, NOTE_H, Rect
from ui.board.model import BoardModel
from ui.board.painting import Style, fill_of
from ui.look import Colours
from workshop.domain.kinds import NoteKind

TILE = 512
TILES_BYTES = 8 * MIB
MORE = 1.25

Key = tuple[float, int, int]  # scale, column, row


class Overview:
    """The tiles of one view."""

    def __init__(self, model: BoardModel, style: Style, colours: Colours) -> None:
        self._model, self._style, self._colours = model, style, colours
        self._tiles: Pictures[Key] = Pictures(TILES_BYTES)
        self._exact = 1.0

    def make_room(self, wide: float, high: float) -> None:
        """Keep the tiles of a view of this size (pixels), which begins and ends within a tile."""
        tiles = (math.ceil(wide / TILE) + 1) * (math.ceil(high / TILE) + 1)
        self._tiles.most = max(TILES_BYTES, round(MORE * tiles * TILE * TILE * 4))

    def paint(self, painter: QPainter, camera: Camera, area: Rect, zooming: bool) -> None:
        """Paint the part of the board that shows in `area` (screen pixels)."""
        scale = 2.0 ** math.floor(math.log2(camera.scale)) if zooming else camera.scale
        span = TILE / scale  # board units to a tile
        left, top = camera.origin
        if not zooming and scale != self._exact:
            self._forget_scale(self._exact)
            self._exact = scale
        x, y = camera.to_board(area.x, area.y)
        right, bottom = camera.to_board(area.right, area.bottom)
        for row in range(math.floor(y / span), math.floor(bottom / span) + 1):
            for column in range(math.floor(x / span), math.floor(right / span) + 1):
                tile = self._tile((scale, column, row))
                if zooming:
                    place = camera.rect_to_screen(Rect(column * span, row * span, span, span))
                    painter.drawPixmap(_on_pixels(place), tile, _WHOLE)
                else:
                    painter.drawPixmap(column * TILE - left, row * TILE - top, tile)

    def clear(self) -> None:
        """Drop all tiles."""
        self._tiles.clear()

    def forget(self, areas: list[Rect]) -> None:
        """Drop the tiles that show these areas of the board."""
        for key in list(self._tiles):
            scale, column, row = key
            span = TILE / scale
            place = Rect(column * span, row * span, span, span)
            if any(area.meets(place) for area in areas):
                self._tiles.drop(key)

    def _forget_scale(self, scale: float) -> None:
        for key in list(self._tiles):
            if key[0] == scale and not math.log2(scale).is_integer():
                self._tiles.drop(key)

    def _tile(self, key: Key) -> QPixmap:
        tile = self._tiles.get(key)
        if tile is None:
            tile = self._made(key)
            self._tiles.put(key, tile)
        return tile

    def _made(self, key: Key) -> QPixmap:
        scale, column, row = key
        span = TILE / scale
        tile = QPixmap(TILE, TILE)
        tile.fill(QColor(self._colours.cloth))
        painter = QPainter(tile)
        try:
            painter.scale(scale, scale)
            painter.translate(-column * span, -row * span)
            self._paint_pieces(painter, Rect(column * span, row * span, span, span))
        finally:
            painter.end()
        return tile

    def _paint_pieces(self, painter: QPainter, area: Rect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        pieces: dict[str, list[QRectF]] = {}
        faces, style, colours = self._model.faces, self._style, self._colours
        for id_, rect in self._model.areas.within(area).items():
            _paint_area(painter, rect, colours)
            for note, place in self._model.groups[id_].shown.items():
                pieces.setdefault(fill_of(faces[note], style, colours), []).append(QRectF(*place))
        fills: dict[tuple[NoteKind, bool], str] = {}
        for note, (x, y, w, h) in self._model.loose.within(area).items():
            face = faces[note]
            key = (face.kind, face.back)
            fill = fills.get(key) or fills.setdefault(key, fill_of(face, style, colours))
            pieces.setdefault(fill, []).append(QRectF(x, y, w, h if face.turned % 2 else NOTE_H))
        for fill, rects in pieces.items():
            painter.setBrush(QColor(fill))
            painter.drawRects(rects)


_WHOLE = QRectF(0, 0, TILE, TILE)


def _on_pixels(rect: Rect) -> QRectF:
    """A rectangle with its edges on whole pixels, so that no seam shows between tiles."""
    left, top = round(rect.x), round(rect.y)
    return QRectF(left, top, round(rect.right) - left, round(rect.bottom) - top)


def _paint_area(painter: QPainter, rect: Rect, colours: Colours) -> None:
    edge = GROUP_H / 60
    painter.fillRect(QRectF(*rect), QColor(colours.group_edge))
    painter.fillRect(QRectF(*rect.grown(-edge)), QColor(colours.linen))
