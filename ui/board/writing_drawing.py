"""The paper of a writing page: what its fingers draw, and a picture of it that grows piece by piece.

Every finger draws its own stroke. A new point paints one short piece into the picture and nothing else,
so that drawing costs the same however much is on the paper.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QTransform

from ui.board import symbols
from ui.board.ink_painting import USUAL_PRESSURE, Piece, Points, paint_ink, paint_piece, pen_of, piece, tail
from ui.look import NoteLook
from workshop.domain.ink import HEIGHT, MOST_POINTS, WIDTH

EDGE, SYMBOL = 2.0, (8.0, 8.0, 20.0)  # in units of the note
CLOSER = 0.6  # points closer than this to the one before are not kept

Line = list[list[float]]  # points [x, y, pressure]


@dataclass(frozen=True)
class Lie:
    """How the paper lies: from units of the note to pixels of the screen, and how many dots a pixel has."""

    to_screen: QTransform
    box: QRectF  # on the screen
    dots: float
    paper: NoteLook
    ink: str

    @property
    def to_picture(self) -> QTransform:
        """From units of the note to pixels of the picture."""
        return self.to_screen * QTransform.fromTranslate(-self.box.x(), -self.box.y())


@dataclass
class Paper:
    """What is drawn on a page."""

    strokes: list[Line] = field(default_factory=list)
    _fingers: dict[int, Line] = field(default_factory=dict)
    _lie: Lie | None = None
    _picture: QPixmap | None = None

    @classmethod
    def of(cls, strokes: Iterable[Points]) -> "Paper":
        """A paper with strokes on it already."""
        return cls([[list(point) for point in stroke] for stroke in strokes])

    @property
    def is_full(self) -> bool:
        """Whether no more lines find room in what is kept of a drawing."""
        return sum(map(len, self.strokes)) >= MOST_POINTS

    # Fingers. Places are units of the note; what comes back is the part that looks different now.

    def press(self, finger: int, x: float, y: float, pressure: float = USUAL_PRESSURE) -> QRectF:
        """A finger begins a stroke."""
        if self.is_full:
            return QRectF()
        self._fingers[finger] = stroke = [_point(x, y, pressure)]
        self.strokes.append(stroke)
        return self._grow(piece(stroke, 0))

    def move(self, finger: int, x: float, y: float, pressure: float = USUAL_PRESSURE) -> QRectF:
        """A finger goes on."""
        stroke, point = self._fingers.get(finger), _point(x, y, pressure)
        if stroke is None or self.is_full or math.dist(point[:2], stroke[-1][:2]) < CLOSER:
            return QRectF()
        stroke.append(point)
        return self._grow(piece(stroke, len(stroke) - 1))

    def release(self, finger: int) -> QRectF:
        """A finger leaves, or is lost: what it drew stays."""
        stroke = self._fingers.pop(finger, None)
        return self._grow(tail(stroke)) if stroke else QRectF()

    def take_back(self) -> bool:
        """Take the last stroke away; whether there was one."""
        if not self.strokes:
            return False
        gone = self.strokes.pop()
        self._fingers = {finger: stroke for finger, stroke in self._fingers.items() if stroke is not gone}
        self._picture = None
        return True

    def _grow(self, new: Piece) -> QRectF:
        if self._picture is not None and self._lie is not None:
            painter = QPainter(self._picture)
            try:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setTransform(self._lie.to_picture)
                paint_piece(painter, new, pen_of(self._lie.ink))
            finally:
                painter.end()
        return new.reach

    # Its picture

    def picture(self, lie: Lie) -> QPixmap:
        """What is on the paper as it lies now; made anew when it lies otherwise, or after `take_back`."""
        if self._picture is None or lie != self._lie:
            self._lie, self._picture = lie, self._made(lie)
        return self._picture

    def _made(self, lie: Lie) -> QPixmap:
        size = lie.box.size() * lie.dots
        made = QPixmap(QSize(math.ceil(size.width()), math.ceil(size.height())))
        made.setDevicePixelRatio(lie.dots)
        made.fill(QColor(lie.paper.fill))
        painter = QPainter(made)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setTransform(lie.to_picture)
            painter.setPen(QPen(QColor(lie.paper.edge), EDGE))
            painter.drawRect(QRectF(0, 0, WIDTH, HEIGHT))
            symbols.draw(painter, lie.paper.symbol, *SYMBOL, lie.paper.symbol_colour)
            paint_ink(painter, self.strokes, lie.ink)
        finally:
            painter.end()
        return made


def paint_part(painter: QPainter, picture: QPixmap, box: QRectF, part: QRectF) -> None:
    """Paint a part of the picture where it lies on the screen."""
    dots = picture.devicePixelRatio()
    whole = part.toAlignedRect().toRectF().intersected(box)
    source = whole.translated(-box.x(), -box.y())
    painter.drawPixmap(whole, picture, QRectF(source.topLeft() * dots, source.size() * dots))


def to_units(box: QRectF, x: float, y: float) -> tuple[float, float]:
    """A place on the page in units of the note; beside the paper it is on its edge."""
    across, down = (x - box.x()) / box.width() * WIDTH, (y - box.y()) / box.height() * HEIGHT
    return min(max(across, 0.0), WIDTH), min(max(down, 0.0), HEIGHT)


def lie_of(page_to_screen: QTransform, paper: QRectF, dots: float, look: NoteLook, ink: str) -> Lie:
    """How a paper at this box of a page lies on the screen."""
    on_page = QTransform.fromScale(paper.width() / WIDTH, paper.height() / HEIGHT)
    on_page *= QTransform.fromTranslate(paper.x(), paper.y())
    box = page_to_screen.mapRect(paper).toAlignedRect().toRectF()
    return Lie(on_page * page_to_screen, box, dots, look, ink)


def _point(x: float, y: float, pressure: float) -> list[float]:
    return [x, y, min(max(pressure, 0.0), 1.0)]
