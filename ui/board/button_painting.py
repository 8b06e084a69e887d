"""How painted buttons, the strip and its sentences look. Each button is kept as a picture."""

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from ui import icons
from ui.board import symbols
from ui.board.cache import MIB, Pictures
from ui.board.camera import Camera
from ui.board.feelings import draw_feeling
from ui.board.layout import Rect
from ui.board.picking import EMOTIONS, FEELINGS, GOES, Button, Does
from ui.board.strips import Said, font_of_sentence
from ui.look import BOLD, SEMIBOLD, Look
from ui.widgets.paint import ink_of, line_in, width_of
from ui.words import Words
from workshop.domain.ids import GroupId
from workshop.domain.kinds import Emotion

PICTURES_BYTES = 4 * MIB
_ICONS = {
    Does.MOVE: "move",
    Does.HEAR: "volume-2",
    Does.CHANGE: "pencil-line",
    Does.MORE: "ellipsis",
    Does.BACK: "arrow-left",
    Does.SAME: "merge",
    Does.APART: "split",
    Does.UNDER: "layers-2",
    Does.COPY: "copy",
    Does.NO_MARK: "x",
    Does.TOGETHER: "merge",
    Does.NAME: "pencil-line",
    Does.RENAME: "pencil-line",
    Does.READ: "book-open",
    Does.MERGE: "merge",
    Does.PART: "undo-2",
    Does.SPLIT: "scissors",
    Does.MAKE: "group",
    Does.STOP: "x",
}
_ARROWS = {Does.LEFT: "chevron-left", Does.RIGHT: "chevron-right"}
_ARROWS |= {Does.UP: "chevron-up", Does.DOWN: "chevron-down"}
# Those that say what happens next stand out; what can be done with a thing has a quiet outline.
_FACES = EMOTIONS | {Does.FELT: Emotion.CALM}
_BENT = FEELINGS | {Does.HOW: 1}
_WITH_ICON = {*_ICONS, *_FACES, *_BENT}
_STRONG = {Does.PUT, Does.JOIN, Does.NAME, Does.OPEN, Does.TOGETHER, Does.MAKE, *GOES}
MARK = 12.0  # the half of a mark on a note, in board units
_Key = tuple[Button, int | None, float]


class ButtonPictures:
    """The pictures of the buttons of one view."""

    def __init__(self, look: Look, words: Words) -> None:
        self._look, self._words = look, words
        self._pictures: Pictures[_Key] = Pictures(PICTURES_BYTES)

    def paint(self, painter: QPainter, button: Button, feeling: int | None = None) -> None:
        """Paint a button from its picture: it is the same in every frame."""
        left, top = math.floor(button.rect.x), math.floor(button.rect.y)
        at_home = replace(button, on=GroupId(""), rect=button.rect.moved(-left, -top), about="")
        key = (at_home, feeling, painter.device().devicePixelRatioF())
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._painted(*key)
            self._pictures.put(key, picture)
        painter.drawPixmap(left, top, picture)

    def _painted(self, button: Button, feeling: int | None, dpr: float) -> QPixmap:
        picture = QPixmap(math.ceil((button.rect.w + 2) * dpr), math.ceil((button.rect.h + 2) * dpr))
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        try:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            self._paint_paper(painter, button, feeling)
            if button.does in GOES:
                self._paint_way(painter, button)
            else:
                self._paint_says(painter, button, feeling)
        finally:
            painter.end()
        return picture

    def _paint_paper(self, painter: QPainter, button: Button, feeling: int | None) -> None:
        look, colours = self._look, self._look.colours
        on_line = feeling is not None
        strong = button.does in _STRONG or button.chosen or on_line
        thin = not strong or on_line or button.does in (Does.NAME, Does.OPEN)
        pen = QPen(QColor(colours.damson if strong else colours.edge), 2 if thin and not button.chosen else 3)
        if button.does is Does.NAME:
            pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.setBrush(QColor(colours.damson_tint if button.chosen else colours.paper))
        round_ = button.rect.h / 2 if on_line else look.px(12)
        painter.drawRoundedRect(QRectF(*button.rect.grown(-1.5)), round_, round_)
        painter.setPen(QColor(colours.damson if strong else colours.ink))
        painter.setFont(look.font(22, BOLD if strong and not on_line else SEMIBOLD))

    def _paint_way(self, painter: QPainter, button: Button) -> None:
        """An arrow with the word "More" under it, or beside it where the button is wide."""
        rect, size, font = button.rect, self._look.px(28), self._look.font(20, SEMIBOLD)
        x, y = rect.middle
        if rect.h > rect.w:
            icon, word = (x - size / 2, y - size), Rect(rect.x, y, rect.w, rect.h / 3)
        else:
            wide = width_of(font, button.says)
            left = x - (size + wide) / 2
            icon, word = (left, y - size / 2), Rect(left + size, rect.y, wide, rect.h)
        icons.draw(painter, _ARROWS[button.does], *icon, size, self._look.colours.damson)
        line_in(painter, font, button.says, QRectF(*word))

    def _paint_says(self, painter: QPainter, button: Button, feeling: int | None) -> None:
        """The icon, where there is one, at the start of the words; else the words in the middle."""
        look, rect = self._look, button.rect
        painter.setLayoutDirection(self._words.direction)
        if not button.says:
            whole = rect.h - look.px(12)
            self._paint_icon(painter, button, feeling, rect.x + (rect.w - whole) / 2, whole)
            return
        across = Qt.AlignmentFlag.AlignHCenter
        place = QRectF(rect.x + look.px(8), rect.y, rect.w - look.px(16), rect.h)
        if feeling is not None or button.does in _WITH_ICON:
            size: float = rect.h - look.px(14) if feeling is not None else look.icon(28)
            inset, gap = look.px(8 if feeling is not None else 26), look.px(12 if feeling is None else 8)
            if button.does is Does.NAME:
                size, inset, gap = self._fitting_name(painter, button)
            mirrored = self._words.right_to_left
            left = rect.right - inset - size if mirrored else rect.x + inset
            if size:
                self._paint_icon(painter, button, feeling, left, size)
            before, after = inset + size + gap, look.px(4)
            place = QRectF(rect.x + (after if mirrored else before), rect.y, rect.w - before - after, rect.h)
            across = Qt.AlignmentFlag.AlignLeft  # where reading starts
        self._paint_words(painter, place, across, button.says)

    def _fitting_name(self, painter: QPainter, button: Button) -> tuple[float, int, int]:
        """How large the icon of "Name this group" is, and what is free before and after it.

        In a narrow column there is little; where the words need it all, there is no icon.
        """
        look = self._look
        icon, room = look.icon(28), button.rect.w - look.px(8)
        for token, size, inset, gap in (
            (22, icon, 18, 12),
            (22, icon, 8, 6),
            (20, icon, 8, 6),
            (20, 0, 6, 0),
        ):
            painter.setFont(look.font(token, BOLD))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(button.says)
            if look.px(inset) + size + look.px(gap) + wide <= room:
                break
        return size, look.px(inset), look.px(gap)

    def _paint_words(self, painter: QPainter, place: QRectF, across: Qt.AlignmentFlag, says: str) -> None:
        """In one line; in two where that is too long and there is room; the end is left away last of all."""
        metrics = QFontMetricsF(painter.font())
        flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        wrapped = metrics.boundingRect(place, int(flags | Qt.TextFlag.TextWordWrap), says)
        if metrics.horizontalAdvance(says) > place.width() and place.contains(wrapped):
            painter.drawText(place, flags | Qt.TextFlag.TextWordWrap, says)
            return
        says = metrics.elidedText(says, Qt.TextElideMode.ElideRight, place.width())
        if wrapped.height() < 1.3 * metrics.height():
            painter.drawText(place, flags, says)
            return
        # The line of a tall script is higher than the button: its strokes stand in the middle.
        font = painter.font()
        if ink_of(font, says).height() > place.height() - self._look.px(8):
            font.setPixelSize(self._look.text(20))
            painter.setFont(font)
        wide, ink = QFontMetricsF(font).horizontalAdvance(says), ink_of(font, says)
        left = place.center().x() - wide / 2
        if across == Qt.AlignmentFlag.AlignLeft:
            left = place.right() - wide if self._words.right_to_left else place.left()
        painter.drawText(QPointF(left, place.center().y() - ink.center().y()), says)

    def _paint_icon(
        self, painter: QPainter, button: Button, feeling: int | None, left: float, size: float
    ) -> None:
        top = button.rect.y + (button.rect.h - size) / 2
        colour = painter.pen().color().name()
        bent = _BENT.get(button.does) if feeling is None else feeling
        if bent is not None:
            draw_feeling(painter, bent, left, top, size, colour)
        elif button.does in _FACES:
            symbols.draw_emotion(painter, _FACES[button.does], left, top, size, colour)
        elif button.does in _ICONS:
            name = _ICONS[button.does]
            name = icons.mirrored(name) if self._words.right_to_left else name
            icons.draw(painter, name, left, top, round(size), colour)


def paint_strip(painter: QPainter, rect: Rect, look: Look) -> None:
    """The paper under the buttons of a strip."""
    round_ = look.px(16)
    painter.setPen(QPen(QColor(look.colours.damson), 2))
    painter.setBrush(QColor(look.colours.paper))
    painter.drawRoundedRect(QRectF(*rect.grown(-1)), round_, round_)


def paint_sentence(painter: QPainter, said: Said, look: Look, words: Words, alone: bool) -> None:
    """Say what is to be touched next; a sentence alone lies on cloth, so that it can be read anywhere."""
    rect, size, side = said.rect, look.icon(34), look.px(16)
    if alone:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.colours.cloth))
        painter.drawRoundedRect(QRectF(*rect.grown(side / 2)), side, side)
    painter.setPen(QColor(look.colours.damson))
    painter.setFont(font_of_sentence(said.says, look))
    mirrored, taken = words.right_to_left, size + look.px(12)
    left = rect.right - size if mirrored else rect.x
    icons.draw(painter, said.icon, left, rect.y + (rect.h - size) / 2, size, look.colours.damson)
    place = QRectF(rect.x if mirrored else rect.x + taken, rect.y, rect.w - taken, rect.h)
    painter.setLayoutDirection(words.direction)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, said.says)


def paint_mark(painter: QPainter, camera: Camera, note: Rect, name: str, place: int, look: Look) -> None:
    """An icon in a ring at the upper right corner of a note; `place` counts from there to the left."""
    x, y = camera.to_screen(note.right + 1 - place * (2 * MARK + 4), note.y - 1)
    half, colours = MARK * camera.scale, look.colours
    painter.setPen(QPen(QColor(colours.damson), max(1.5, 2 * camera.scale)))
    painter.setBrush(QColor(colours.paper))
    painter.drawEllipse(QPointF(x, y), half, half)
    icons.draw(painter, name, x - 0.65 * half, y - 0.65 * half, max(1, round(1.3 * half)), colours.damson)
