"""How one note looks. Painted upright in board units; whoever calls scales and turns the painter.

A note is fill, edge and symbol of its kind, then how it felt, its words and its tags; a drawing or a
picture lies above the words. Many notes are on the same paper, which is painted once for all of them.
In the calm look it is white with a coloured band where reading starts; in black and white it is an
outline and a symbol. The back of a hidden note is the same for every note.
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from ui.board import symbols
from ui.board.faces import Face, reads_right_to_left
from ui.board.fitting import (
    BAND,
    BOTTOM,
    FELT,
    IMAGE_H,
    LEFT,
    READ_H,
    RIGHT,
    STACKED,
    setting_of,
    size_of,
    words_between,
)
from ui.board.foot import paint_foot
from ui.board.ink_painting import paint_ink
from ui.board.layout import NOTE_W
from ui.look import NOTES, REGULAR, SEMIBOLD, Colours, Look, font_of
from workshop.domain.ink import unpack
from workshop.domain.kinds import NoteKind
from workshop.errors import RuleBroken

ROUND = 6.0
SYMBOL = 20.0
SHADOW = 4.0  # how far the small shadow reaches beyond the note
RING = 3.0
HALO = 16.0  # the same for the soft one, under a note in a hand
BACK_MARK = 46.0
READ_GAP = 8.0
BESIDE = (NOTE_W / 2, IMAGE_H / 4, 0.46)  # where a drawing is, and how large, when a picture is beside it

# The bands of the calm look: the edges of the kinds, darker, so that they hold their own on white.
BANDS = {
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
    picture: str = "A picture"

    @property
    def shadowed(self) -> bool:
        """Whether notes at rest have their small shadow."""
        return not self.calm and not self.contrast


def style_of(look: Look, read: str, picture: str = "A picture") -> Style:
    """The style of a look; `read` is the word below a note that goes on, `picture` stands in for one."""
    return Style(look.calm, look.contrast, read, picture)


def height_of(face: Face) -> float:
    """How high the note of a face lies on the board, with its turns."""
    return size_of(face)[1]


class Paper(NamedTuple):
    """What a note is written on, upright, in board units; `below` are the edges of notes under it."""

    kind: NoteKind
    wide: float
    high: float
    back: bool
    below: int
    banded_right: bool  # the band of the calm look is where reading starts


def paper_of(face: Face) -> Paper:
    """The paper of a face."""
    size = size_of(face.upright)
    return Paper(face.kind, *size, face.back, min(face.below, 2), reads_right_to_left(face.text))


def paint_paper(painter: QPainter, paper: Paper, style: Style, colours: Colours) -> None:
    """Paint empty paper with its top left corner at (0, 0)."""
    area = QRectF(0, 0, paper.wide, paper.high)
    if style.shadowed:
        _paint_shadow(painter, area, 1.0, 3, 9)
    if paper.back:
        _paint_back(painter, area, colours)
    else:
        _paint_paper(painter, area, paper, style)


def paint_note(
    painter: QPainter, face: Face, style: Style, colours: Colours, image: QImage | None = None
) -> None:
    """Paint what is on the paper of a note, upright, its top left corner at (0, 0).

    `image` is its picture, if it is there.
    """
    if face.back:
        return
    area = QRectF(0, 0, *size_of(face.upright))
    _paint_image(painter, face, style, colours, image)
    banded = style.calm and face.kind is not NoteKind.BEFORE
    setting = setting_of(face.upright, banded, style.contrast)
    _paint_marks(painter, face, style, setting.size)
    painter.setPen(QColor(colours.ink))
    setting.layout.draw(painter, QPointF(0, 0))
    taken = _paint_read(painter, area, face, style, colours) if setting.goes_on else 0.0
    if face.has_foot:
        paint_foot(painter, face.upright, area.height(), banded, taken, colours.ink, colours.paper)


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


def _paint_paper(painter: QPainter, area: QRectF, paper: Paper, style: Style) -> None:
    kind = NOTES[paper.kind]
    plain = style.calm or style.contrast
    edge = "#000000" if style.contrast else "#7C7382" if style.calm else kind.edge
    wide = 2.0 if style.contrast else 1.0
    painter.setBrush(QColor("#FFFFFF" if plain else kind.fill))
    for under in range(paper.below, 0, -1):  # the edges of the notes that lie under it, the lowest first
        up, inset = (paper.below - under) * STACKED / 2, under * STACKED
        _outline(painter, area.adjusted(inset, area.height() / 2, -inset, -up), edge, wide)
    area = area.adjusted(0, 0, 0, -paper.below * STACKED / 2)
    _outline(painter, area, edge, wide)
    if paper.kind is NoteKind.BEFORE:
        _paint_double(painter, area, edge if style.contrast else kind.edge, style.contrast)
    elif style.calm:
        _paint_band(painter, area, paper, "#000000" if style.contrast else BANDS[paper.kind])


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


def _paint_band(painter: QPainter, area: QRectF, paper: Paper, colour: str) -> None:
    whole, side = QPainterPath(), QPainterPath()
    whole.addRoundedRect(area, ROUND, ROUND)
    left = paper.wide - BAND if paper.banded_right else 0.0
    side.addRect(QRectF(left, 0, BAND, area.height()))
    painter.fillPath(whole.intersected(side), QColor(colour))


def _paint_marks(painter: QPainter, face: Face, style: Style, size: int) -> None:
    """The symbol of the kind where reading starts, and how it felt beside it."""
    kind = NOTES[face.kind]
    band = BAND - 1 if style.calm and face.kind is not NoteKind.BEFORE else 0.0
    rtl = reads_right_to_left(face.text)
    x = NOTE_W - RIGHT - SYMBOL - 1 - band if rtl else LEFT + band
    y = 10.0 + max(0.0, (size - 20) * 0.4) + (IMAGE_H if face.has_image else 0.0)
    colour = "#000000" if style.contrast else kind.symbol_colour
    symbols.draw(painter, kind.symbol, x, y, SYMBOL, colour)
    if face.emotion is not None:
        beside = x - FELT if rtl else x + FELT
        symbols.draw_emotion(painter, face.emotion, beside - 1, y - 1, SYMBOL + 2, colour)


def _paint_image(painter: QPainter, face: Face, style: Style, colours: Colours, image: QImage | None) -> None:
    """What there is to look at above the words: a picture, a drawing, or both side by side."""
    both = bool(face.drawn and face.pictured)
    if face.pictured:
        left = LEFT + BAND
        place = QRectF(left, 8, NOTE_W / 2 - left if both else NOTE_W - 2 * left, IMAGE_H - 8)
        _paint_picture(painter, place, image, style, colours)
    if face.drawn:
        painter.save()
        if both:
            x, y, scale = BESIDE
            painter.translate(x, y)
            painter.scale(scale, scale)
        _paint_ink(painter, face.drawn, colours.ink)
        painter.restore()


def _paint_ink(painter: QPainter, ink: str, colour: str) -> None:
    with suppress(RuleBroken):  # a drawing that cannot be read takes no words away
        paint_ink(painter, unpack(ink), colour)


def _paint_picture(
    painter: QPainter, place: QRectF, image: QImage | None, style: Style, colours: Colours
) -> None:
    """A picture whole in the middle of its place; or a plain frame that says what will be there."""
    if image is None:
        _outline(painter, place, colours.ink2, 1.0)
        painter.setPen(QColor(colours.ink2))
        painter.setFont(font_of(20, REGULAR))
        wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place.adjusted(4, 0, -4, 0), wrapped, style.picture)
        return
    size = image.size().toSizeF().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    fitting = QRectF(QPointF(0, 0), size)
    fitting.moveCenter(place.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    painter.drawImage(fitting, image)


def _paint_back(painter: QPainter, area: QRectF, colours: Colours) -> None:
    painter.setBrush(QColor(colours.back))
    _outline(painter, area, colours.back_edge, 2.0)
    painter.save()
    painter.translate((area.width() - BACK_MARK) / 2, (area.height() - BACK_MARK) / 2)
    painter.scale(BACK_MARK / symbols.MARK, BACK_MARK / symbols.MARK)
    painter.fillPath(symbols.mark(), QColor(colours.back_edge))
    painter.restore()


def _paint_read(painter: QPainter, area: QRectF, face: Face, style: Style, colours: Colours) -> float:
    """The word "read" where the words of a note go on, at the end of its foot; how much it takes there."""
    rtl = reads_right_to_left(face.text)
    left, wide = words_between(style.calm and face.kind is not NoteKind.BEFORE, rtl)
    side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
    bottom = area.height() - BOTTOM - (STACKED if face.below else 0.0)
    painter.setFont(font_of(20, SEMIBOLD))
    painter.setPen(QColor(colours.damson))
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(left, bottom - READ_H, wide, READ_H), flags, style.read)
    return QFontMetricsF(painter.font()).horizontalAdvance(style.read) + READ_GAP


def fill_of(face: Face, style: Style, colours: Colours) -> str:
    """The one colour of a note when it is drawn too small for words."""
    if face.back:
        return colours.back
    if style.contrast:
        return "#000000"
    return BANDS[face.kind] if style.calm and face.kind in BANDS else NOTES[face.kind].fill
