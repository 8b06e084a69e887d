"""How one note and one group look. Painted in board units; the painter is scaled by whoever calls.

A note is fill, edge and symbol of its kind, then its words. In the calm look it is white with a
coloured band where reading starts; in black and white it is an outline and a symbol. The back of a
hidden note is the same for every note.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.board import symbols
from ui.board.faces import Face, reads_right_to_left
from ui.board.fitting import BAND, BOTTOM, LEFT, READ_H, RIGHT, is_tall, setting_of
from ui.board.layout import NOTE_H, NOTE_W, TALL_H
from ui.look import NOTES, SEMIBOLD, Colours, Look, font_of
from workshop.domain.kinds import NoteKind

ROUND = 6.0
SYMBOL = 20.0
SHADOW = 4.0  # how far the small shadow reaches beyond the note
RING = 3.0
HALO = 16.0  # the same for the soft one, under a note in a hand
BACK_MARK = 46.0

# The bands of the calm look: the edges of the kinds, darker, so that they hold their own on white.
_BANDS = {
    NoteKind.MATTERS: "#B5952F",
    NoteKind.IDEA: "#5F93BC",
    NoteKind.WORKS_WELL: "#6B9C54",
    NoteKind.DOES_NOT_WORK: "#BE6E6E",
    NoteKind.QUESTION: "#8E76BE",
    NoteKind.FELT: "#B9793F",
}


@dataclass(frozen=True)
class Style:
    """What of a look a note depends on."""

    calm: bool = False
    contrast: bool = False
    read: str = "read"

    @property
    def shadowed(self) -> bool:
        """Whether notes at rest have their small shadow."""
        return not self.calm and not self.contrast


def style_of(look: Look, read: str) -> Style:
    """The style of a look; `read` is the word below a note that goes on."""
    return Style(look.calm, look.contrast, read)


def height_of(face: Face) -> float:
    """How high the note of a face is."""
    return TALL_H if is_tall(face) else NOTE_H


def paint_note(painter: QPainter, face: Face, style: Style, colours: Colours) -> None:
    """Paint a note with its top left corner at (0, 0)."""
    area = QRectF(0, 0, NOTE_W, height_of(face))
    if style.shadowed:
        _paint_shadow(painter, area, 1.0, 3, 9)
    if face.back:
        _paint_back(painter, area, colours)
        return
    _paint_paper(painter, area, face, style)
    setting = setting_of(face, style.calm and face.kind is not NoteKind.BEFORE, style.contrast)
    _paint_symbol(painter, face, style, setting.size)
    painter.setPen(QColor(colours.ink))
    setting.layout.draw(painter, QPointF(0, 0))
    if setting.goes_on:
        _paint_read(painter, area, style.read, setting.rtl, colours)


def _paint_shadow(painter: QPainter, area: QRectF, down: float, steps: int, strength: int) -> None:
    """A soft shadow, painted once into the note's picture."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(32, 26, 36, strength))
    for step in range(steps, 0, -1):
        grown = area.adjusted(-step, -step, step, step).translated(0, down)
        painter.drawRoundedRect(grown, ROUND + step, ROUND + step)


def paint_halo(painter: QPainter, area: QRectF) -> None:
    """The soft shadow under a note in a hand."""
    _paint_shadow(painter, area, 3.0, 10, 5)


def paint_ring(painter: QPainter, area: QRectF, colours: Colours) -> None:
    """The damson line around what is chosen, or in a hand."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.damson), RING))
    half = RING / 2
    painter.drawRoundedRect(area.adjusted(-half, -half, half, half), ROUND + half, ROUND + half)


def _paint_paper(painter: QPainter, area: QRectF, face: Face, style: Style) -> None:
    kind = NOTES[face.kind]
    plain = style.calm or style.contrast
    edge = "#000000" if style.contrast else "#7C7382" if style.calm else kind.edge
    wide = 2.0 if style.contrast else 1.0
    painter.setBrush(QColor("#FFFFFF" if plain else kind.fill))
    _outline(painter, area, edge, wide)
    if face.kind is NoteKind.BEFORE:
        _paint_double(painter, area, edge if style.contrast else kind.edge, style.contrast)
    elif style.calm:
        _paint_band(painter, area, face, "#000000" if style.contrast else _BANDS[face.kind])


def _outline(painter: QPainter, area: QRectF, colour: str, wide: float) -> None:
    painter.setPen(QPen(QColor(colour), wide))
    half = wide / 2
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), ROUND - half, ROUND - half)


def _paint_double(painter: QPainter, area: QRectF, colour: str, strong: bool) -> None:
    """The double line of what was written before today."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    wide = 2.0 if strong else 1.7
    for inset in (0.0, 4.5 if strong else 3.4):
        _outline(painter, area.adjusted(inset, inset, -inset, -inset), colour, wide)


def _paint_band(painter: QPainter, area: QRectF, face: Face, colour: str) -> None:
    whole, side = QPainterPath(), QPainterPath()
    whole.addRoundedRect(area, ROUND, ROUND)
    left = NOTE_W - BAND if reads_right_to_left(face.text) else 0.0
    side.addRect(QRectF(left, 0, BAND, area.height()))
    painter.fillPath(whole.intersected(side), QColor(colour))


def _paint_symbol(painter: QPainter, face: Face, style: Style, size: int) -> None:
    kind = NOTES[face.kind]
    band = BAND - 1 if style.calm and face.kind is not NoteKind.BEFORE else 0.0
    rtl = reads_right_to_left(face.text)
    x = NOTE_W - RIGHT - SYMBOL - 1 - band if rtl else LEFT + band
    y = 10.0 + max(0.0, (size - 20) * 0.4)
    symbols.draw(painter, kind.symbol, x, y, SYMBOL, "#000000" if style.contrast else kind.symbol_colour)


def _paint_back(painter: QPainter, area: QRectF, colours: Colours) -> None:
    painter.setBrush(QColor(colours.back))
    _outline(painter, area, colours.back_edge, 2.0)
    painter.save()
    painter.translate((area.width() - BACK_MARK) / 2, (area.height() - BACK_MARK) / 2)
    painter.scale(BACK_MARK / symbols.MARK, BACK_MARK / symbols.MARK)
    painter.fillPath(symbols.mark(), QColor(colours.back_edge))
    painter.restore()


def _paint_read(painter: QPainter, area: QRectF, word: str, rtl: bool, colours: Colours) -> None:
    """The word "read" where the words of a note go on."""
    side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
    place = QRectF(LEFT, area.height() - READ_H - BOTTOM, NOTE_W - LEFT - RIGHT, READ_H)
    painter.setFont(font_of(20, SEMIBOLD))
    painter.setPen(QColor(colours.damson))
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, word)


def fill_of(face: Face, style: Style, colours: Colours) -> str:
    """The one colour of a note when it is drawn too small for words."""
    if face.back:
        return colours.back
    if style.contrast:
        return "#000000"
    return _BANDS[face.kind] if style.calm and face.kind in _BANDS else NOTES[face.kind].fill
