"""Lines that a pen is drawing now, on a note or on the empty board, before they are kept.

Each new point adds one short curve from the middle of the last two points to the middle of the next
two; only that curve is painted anew, so drawing costs the same however long the line is. Lengths are
units of the paper: of a drawing on an upright note, or board units on the empty board.
"""

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from ui.board.faces import Face
from ui.board.fitting import IMAGE_H, size_of
from ui.board.layout import NOTE_W, Rect
from ui.board.model import Lying
from workshop.domain.ids import NoteId

THIN, THICK = 1.6, 4.0  # a line of no pressure, and of all
USUAL_PRESSURE = 0.5  # of a pen that does not tell
CLOSER = 0.6  # points closer than this to the one before are not kept
MARGIN = 8.0  # round the lines on a new note
BESIDE = (NOTE_W / 2, IMAGE_H / 4, 0.46)  # where a drawing is when a picture is beside it

Line = list[list[float]]  # points [x, y, pressure]


@dataclass(frozen=True)
class _Curve:
    """One short piece of a line."""

    path: QPainterPath
    wide: float
    reach: QRectF


@dataclass
class LiveInk:
    """Lines being drawn on one paper; `note` is None on the empty board."""

    to_board: QTransform
    paper: QRectF | None = None  # None: without an edge, as on the empty board
    note: NoteId | None = None
    strokes: list[Line] = field(default_factory=list)
    _curves: list[_Curve] = field(default_factory=list)
    _is_off: bool = True  # the pen is beside the paper, or has not yet begun

    def __post_init__(self) -> None:
        self._from_board = self.to_board.inverted()[0]

    def add(self, x: float, y: float, pressure: float) -> Rect | None:
        """Draw on to a place in board units; the part of the board that looks different now."""
        at = self._from_board.map(QPointF(x, y))
        if self.paper is not None and not self.paper.contains(at):
            self._is_off = True
            return None
        point = [at.x(), at.y(), min(pressure, 1.0) or USUAL_PRESSURE]
        if self._is_off:
            self.strokes.append([])
            self._is_off = False
        elif math.dist(point[:2], self.strokes[-1][-1][:2]) < CLOSER:
            return None
        self.strokes[-1].append(point)
        self._curves.append(_curve(self.strokes[-1]))
        return self._on_board(self._curves[-1].reach)

    def _on_board(self, area: QRectF) -> Rect:
        on_board = self.to_board.mapRect(area)
        return Rect(on_board.x(), on_board.y(), on_board.width(), on_board.height())

    @property
    def reach(self) -> Rect:
        """All that was drawn, in board units."""
        whole = QRectF()
        for curve in self._curves:
            whole = whole.united(curve.reach)
        return self._on_board(whole)

    def paint(self, painter: QPainter, area: QRectF, colour: str) -> None:
        """Paint what meets `area`; both in units of the paper."""
        pen = QPen(QColor(colour), THIN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        for curve in self._curves:
            if curve.reach.intersects(area):
                pen.setWidthF(curve.wide)
                painter.strokePath(curve.path, pen)

    def as_new_note(self) -> tuple[float, float, list[Line]]:
        """Where a new note with these lines would lie, and the lines on it; made smaller where they must."""
        points = [point for line in self.strokes for point in line]
        left, top = min(p[0] for p in points), min(p[1] for p in points)
        wide, high = max(p[0] for p in points) - left, max(p[1] for p in points) - top
        room_w, room_h = NOTE_W - 2 * MARGIN, IMAGE_H - 2 * MARGIN
        by = min(1.0, room_w / max(wide, 1.0), room_h / max(high, 1.0))
        lines = [
            [[MARGIN + (x - left) * by, MARGIN + (y - top) * by, pressure] for x, y, pressure in line]
            for line in self.strokes
        ]
        at = self.to_board.map(QPointF(left - MARGIN, top - MARGIN))
        return at.x(), at.y(), [] if max(wide, high) < MARGIN else lines  # a dot was only a touch


def _curve(line: Line) -> _Curve:
    """The piece of a line that its last point adds."""
    *_, before, last, now = [line[0], line[0], *line]
    start, end = QPointF(*_middle(before, last)), QPointF(*_middle(last, now))
    path = QPainterPath(start)
    if len(line) == 1:
        path.lineTo(start + QPointF(0.01, 0))
    else:
        path.quadTo(QPointF(*last[:2]), end)
    wide = THIN + (THICK - THIN) * now[2]
    return _Curve(path, wide, path.boundingRect().adjusted(-wide, -wide, wide, wide))


def _middle(one: list[float], other: list[float]) -> tuple[float, float]:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def on_note(lying: Lying, face: Face, x: float, y: float) -> LiveInk:
    """A note as paper for a pen that lands at (x, y), in board units.

    A drawing is as large as a low note. On a tall one without a drawing the pen may begin below.
    """
    wide, high = size_of(face.upright)
    upright = QTransform().translate(lying.rect.x, lying.rect.y)
    over_x, over_y, turn = ((0, 0, 0), (high, 0, 90), (wide, high, 180), (0, wide, 270))[face.turned % 4]
    upright = upright.translate(over_x, over_y).rotate(turn)
    below = upright.inverted()[0].map(QPointF(x, y)).y() > IMAGE_H
    if below and not face.has_image:
        upright = upright.translate(0, high - IMAGE_H)
    if face.pictured:
        left, top, by = BESIDE
        upright = upright.translate(left, top).scale(by, by)
    return LiveInk(upright, QRectF(0, 0, NOTE_W, IMAGE_H), lying.note)
