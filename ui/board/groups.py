"""How a group looks: its area, its name, how many notes are in it. Kept as one picture each."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from ui import icons
from ui.board.cache import MIB, SizedPictures
from ui.board.faces import reads_right_to_left, script_of
from ui.board.layout import PADDING, RADIUS
from ui.board.model import GroupArea
from ui.look import BOLD, REGULAR, Look, font_of
from ui.words import Words
from workshop.domain.kinds import GroupKind

GROUPS_BYTES = 32 * MIB
NAME_SIZE, COUNT_SIZE, LANE_SIZE = 26, 20, 24
_LINE = 30.0
_SIDE = 18.0
_ICON = 28.0
_ICONS = {GroupKind.LATER: "bookmark", GroupKind.UNKNOWN: "search"}


class _Looks(NamedTuple):
    """What the picture of a group depends on."""

    name: str
    under: str
    counted: str
    kind: GroupKind
    wide: float
    high: float


def name_of(area: GroupArea, words: Words) -> str:
    """The name people read on a group; "" when it has none yet."""
    if area.record.kind is GroupKind.LATER:
        return words("For later")
    if area.record.kind is GroupKind.UNKNOWN:
        return words("We don’t know yet")
    return area.record.name


def count_of(area: GroupArea, words: Words) -> str:
    """How many notes are in a group, in words; and how many of them are not shown."""
    if area.more:
        return words.many("1 note, {more} more", "{n} notes, {more} more", area.count, more=area.more)
    return words.many("1 note", "{n} notes", area.count)


class GroupPictures:
    """The pictures of the groups of one view."""

    def __init__(self, look: Look, words: Words) -> None:
        self._look, self._words = look, words
        self._pictures = SizedPictures(self._painted, GROUPS_BYTES)

    def get(
        self, area: GroupArea, scale: float, dpr: float, counted: bool, make: bool
    ) -> tuple[QPixmap, float] | None:
        """The picture of a group and the scale it was made for; without the count where a button lies.

        Where none of this scale may be made now, one of another scale, or None.
        """
        looks = self._looks(area, counted)
        picture = self._pictures.get(looks, scale, dpr)
        if picture is None and make:
            picture = self._pictures.make(looks, scale, dpr)
        return self._pictures.any_size(looks) if picture is None else (picture, scale)

    def _looks(self, area: GroupArea, counted: bool) -> _Looks:
        kind, words = area.record.kind, self._words
        under = {
            GroupKind.LATER: words("Good thoughts for another day."),
            GroupKind.UNKNOWN: words("Questions to ask someone."),
        }.get(kind, "")
        name = name_of(area, words)
        count = count_of(area, words) if counted and name and area.count else ""
        return _Looks(name, under, count, kind, area.rect.w, area.rect.h)

    def _painted(self, looks: _Looks, scale: float, dpr: float) -> QPixmap:
        picture = QPixmap(math.ceil(looks.wide * scale * dpr), math.ceil(looks.high * scale * dpr))
        picture.setDevicePixelRatio(dpr)
        picture.fill(QColor(self._look.colours.cloth))
        painter = QPainter(picture)
        try:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.scale(scale, scale)
            self._paint_area(painter, looks)
            self._paint_words(painter, looks)
            if looks.kind in _ICONS:
                self._paint_icon(painter, _ICONS[looks.kind], scale)
        finally:
            painter.end()
        return picture

    def _paint_area(self, painter: QPainter, looks: _Looks) -> None:
        colours = self._look.colours
        wide = 3.0 if self._look.contrast else 2.0
        painter.setPen(QPen(QColor(colours.group_edge), wide))
        own = looks.kind is GroupKind.OWN
        painter.setBrush(QColor(colours.linen if own else colours.paper))
        half = wide / 2
        area = QRectF(half, half, looks.wide - wide, looks.high - wide)
        painter.drawRoundedRect(area, RADIUS - half, RADIUS - half)

    def _paint_words(self, painter: QPainter, looks: _Looks) -> None:
        painter.setPen(QColor(self._look.colours.ink))
        lane = looks.kind is not GroupKind.OWN
        rtl = reads_right_to_left(looks.name)
        small = font_of(COUNT_SIZE, REGULAR)
        left, right = (PADDING + _ICON + 10 if lane else _SIDE), looks.wide - _SIDE
        if looks.counted:
            taken = QFontMetricsF(small).horizontalAdvance(looks.counted)
            place = QRectF(left if rtl else right - taken, 11, taken + 1, _LINE)
            _write(painter, small, place, looks.counted, False)
            left, right = (left + taken + 16, right) if rtl else (left, right - taken - 16)
        bold = _name_font(looks.name, lane)
        name = QFontMetricsF(bold).elidedText(looks.name, Qt.TextElideMode.ElideRight, right - left)
        _write(painter, bold, QRectF(left, 10, right - left, _LINE), name, rtl)
        _write(painter, small, QRectF(PADDING, 42, looks.wide - 2 * PADDING, 28), looks.under, False)

    def _paint_icon(self, painter: QPainter, name: str, scale: float) -> None:
        dpr = painter.device().devicePixelRatioF()
        icon = icons.pixmap(name, max(1, round(_ICON * scale)), self._look.colours.ink, dpr)
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(QPointF(PADDING * scale, 11 * scale), icon)
        painter.restore()


def _name_font(name: str, lane: bool) -> QFont:
    script = script_of(name, "")
    return font_of(20 if script == "ur" else LANE_SIZE if lane else NAME_SIZE, BOLD, script)


def _write(painter: QPainter, font: QFont, place: QRectF, text: str, rtl: bool) -> None:
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    # AlignAbsolute: "left" is the left side whatever the direction of the window.
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, flags | Qt.TextFlag.TextDontClip, text)
