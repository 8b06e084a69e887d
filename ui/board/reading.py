"""A note whose words go on, whole: while it is picked it lies open beside its strip of acts.

Its paper is as wide and as high as the words need at their smallest size, which is the size people
chose, also while the board is shown smaller. A touch on it puts it away.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from ui.board import symbols
from ui.board.camera import Camera
from ui.board.faces import Face
from ui.board.fitting import BAND, LEFT, RIGHT, Setting, fit_of, whole
from ui.board.layout import NOTE_W, STEP_X, Rect
from ui.board.painting import SYMBOL, Paper, Style, paint_halo, paint_paper, paint_ring
from ui.look import NOTES, Colours
from workshop.domain.kinds import NoteKind

WIDEST = 5  # notes beside each other
BESIDE = 12.0  # pixels to the strip, and to the edge of the view
BELOW = 10.0  # board units below the last line


class Opened(NamedTuple):
    """An open note: where it lies in the view (pixels), its words, and pixels to a board unit."""

    rect: Rect
    setting: Setting
    scale: float
    banded: bool


def opened(face: Face, style: Style, note: Rect, strip: Rect | None, camera: Camera) -> Opened | None:
    """The open note of a face that lies at `note`; None when all its words can be read on it already."""
    banded = style.calm and face.kind is not NoteKind.BEFORE
    if face.back or fit_of(face.upright, banded, style.contrast).end is None:
        return None
    scale = max(camera.scale, camera.base)
    top, bottom = _room(note, strip, camera)
    room = (camera.wide - 2 * BESIDE) / scale, (bottom - top) / scale
    words, wide = _set(face, banded, style.contrast, room)
    w, h = wide * scale, (words.height + BELOW) * scale
    x = min(max(note.x, BESIDE), camera.wide - BESIDE - w)
    y = min(max(note.y, top), max(top, bottom - h))
    return Opened(Rect(x, y, w, h), words, scale, banded)


def _room(note: Rect, strip: Rect | None, camera: Camera) -> tuple[float, float]:
    """From where to where an open note may reach, so that it covers no act of its strip."""
    top, bottom = BESIDE, camera.high - BESIDE
    if strip is None:
        return top, bottom
    above, below = strip.y - BESIDE, strip.bottom + BESIDE
    return (top, above) if above - top >= bottom - below else (below, bottom)


def _set(face: Face, banded: bool, strong: bool, room: tuple[float, float]) -> tuple[Setting, float]:
    """The words on the narrowest paper on which they are not too high; or on the widest there is."""
    widths = [min(NOTE_W + more * STEP_X, room[0]) for more in range(1, WIDEST)]
    settings = ((whole(face, wide, banded, strong), wide) for wide in widths)
    fitting = next((s for s in settings if s[0].height + BELOW <= room[1]), None)
    return fitting or (whole(face, widths[-1], banded, strong), widths[-1])


def paint_opened(painter: QPainter, note: Opened, face: Face, style: Style, colours: Colours) -> None:
    """Paint an open note, its soft shadow and the damson line around it."""
    wide, high = note.rect.w / note.scale, note.rect.h / note.scale
    area = QRectF(0, 0, wide, high)
    kind, rtl = NOTES[face.kind], note.setting.rtl
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(round(note.rect.x), round(note.rect.y))
    painter.scale(note.scale, note.scale)
    if style.shadowed:
        paint_halo(painter, area)
    paint_paper(painter, Paper(face.kind, wide, high, False, 0, rtl), style, colours)
    band = BAND - 1 if note.banded else 0.0
    x = wide - RIGHT - SYMBOL - 1 - band if rtl else LEFT + band
    colour = "#000000" if style.contrast else kind.symbol_colour
    symbols.draw(painter, kind.symbol, x, 10.0, SYMBOL, colour)
    painter.setPen(QColor(colours.ink))
    note.setting.layout.draw(painter, QPointF(0, 0))
    paint_ring(painter, area, colours)
    painter.restore()
