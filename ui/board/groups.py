"""How a group looks: its area, its name, how many notes are in it. Kept as one picture each."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from ui import icons
from ui.board.areas import GroupArea
from ui.board.cache import MIB, SizedPictures
from ui.board.faces import reads_right_to_left, script_of
from ui.board.layout import COLUMN_HEADER, HEADER, PADDING, RADIUS
from ui.board.model import BoardModel
from ui.look import BOLD, REGULAR, Look, font_of
from ui.widgets.paint import width_of
from ui.words import Words
from workshop.domain.ids import NoteId
from workshop.domain.kinds import GroupKind

GROUPS_BYTES = 6 * MIB
NAME_SIZE, COUNT_SIZE, LANE_SIZE = 26, 20, 24
_LINE = 30.0
_SIDE = 18.0
_ICON = 28.0
_LOCK = 34.0  # the lock and the room beside it
_ICONS = {GroupKind.LATER: "bookmark", GroupKind.UNKNOWN: "search", GroupKind.WRONG: "flag"}


class _Looks(NamedTuple):
    """What the picture of a group depends on."""

    name: str
    under: str
    counted: str
    kind: GroupKind
    wide: float
    high: float
    narrow: bool = False
    locked: bool = False
    kept_free: float = 0.0  # of the width, for a button


def name_of(area: GroupArea, words: Words) -> str:
    """The name people read on a group; "" when it has none yet."""
    fixed = {
        GroupKind.LATER: words("For later"),
        GroupKind.UNKNOWN: words("We don’t know yet"),
        GroupKind.WRONG: words("We got this wrong"),
    }
    return fixed.get(area.record.kind, area.record.name)


def has_room_to_name(look: Look, scale: float) -> bool:
    """Whether a finger's button for the name fits into the head of a group, without hiding its notes."""
    return look.target(44) <= 1.6 * HEADER * scale


def count_of(area: GroupArea, words: Words) -> str:
    """How many notes are in a group, in words; and how many of them are not shown."""
    if area.more:
        return words.many("1 note, {more} more", "{n} notes, {more} more", area.count, more=area.more)
    return words.many("1 note", "{n} notes", area.count)


def field_in_words(model: BoardModel, note: NoteId, words: Words) -> str:
    """In which field of the grid a note lies, by the names of its two ends; "" for none."""
    field = model.field_of(note)
    if field is None or len(model.axes) <= max(field):
        return ""
    across, up = (model.axes[end] for end in field)
    return words("{one} and {other}", one=across, other=up) if across and up else across or up


class GroupPictures:
    """The pictures of the groups of one view."""

    def __init__(self, look: Look, words: Words) -> None:
        self._look, self._words = look, words
        self._put_wide = width_of(look.font(22, BOLD), words("Put it here")) + look.px(60)
        self._more_wide = width_of(look.font(22, BOLD), words.many("{n} more", "{n} more", 99)) + look.px(50)
        self._more_high = look.target(44)
        self._pictures = SizedPictures(self._painted, GROUPS_BYTES)

    def make_room(self, most: int) -> None:
        """Keep up to so many bytes."""
        self._pictures.make_room(max(GROUPS_BYTES, most))

    def get(
        self, area: GroupArea, scale: float, dpr: float, counted: bool, make: bool
    ) -> tuple[QPixmap, float] | None:
        """The picture of a group and the scale it was made for; without the count where a button lies.

        Where none of this scale may be made now, one of another scale, or None.
        """
        looks = self._looks(area, scale, counted)
        picture = self._pictures.get(looks, scale, dpr)
        if picture is None and make:
            picture = self._pictures.make(looks, scale, dpr)
        return self._pictures.any_size(looks) if picture is None else (picture, scale)

    def _looks(self, area: GroupArea, scale: float, counted: bool) -> _Looks:
        kind, words = area.record.kind, self._words
        under = {
            GroupKind.LATER: words("Good thoughts for another day."),
            GroupKind.UNKNOWN: words("Questions to ask someone."),
            GroupKind.WRONG: words("We say it openly."),
        }.get(kind, "")
        name, count, free = name_of(area, words), "", 0.0
        if area.more and self._more_high <= HEADER * scale:
            free = self._more_wide / scale  # a button says how many more there are
        elif counted and name and area.count:
            count = count_of(area, words)
        elif not counted and kind is GroupKind.OWN:
            free = self._put_wide / scale
        if not name and not has_room_to_name(self._look, scale):
            name = words("No name yet")
        wide, high = area.rect.w, area.rect.h
        return _Looks(name, under, count, kind, wide, high, area.narrow, area.record.locked, free)

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
                self._paint_icon(painter, _ICONS[looks.kind], _icon_left(looks, PADDING), scale)
            if looks.locked:
                self._paint_icon(painter, "lock", _lock_left(looks), scale)
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
        if looks.narrow:
            self._paint_narrow_words(painter, looks)
            return
        lane = looks.kind is not GroupKind.OWN
        rtl = reads_right_to_left(looks.name)
        small = font_of(COUNT_SIZE, REGULAR)
        icons_ = (_ICON + 10 if lane else 0.0) + (_LOCK if looks.locked else 0.0)
        left = (PADDING if lane else _SIDE) + (0.0 if lane and rtl else icons_)
        right = looks.wide - _SIDE - (0.0 if lane else looks.kept_free) - (icons_ if lane and rtl else 0.0)
        if looks.counted:
            taken = QFontMetricsF(small).horizontalAdvance(looks.counted)
            place = QRectF(left if rtl else right - taken, 11, taken + 1, _LINE)
            _write(painter, small, place, looks.counted, False)
            left, right = (left + taken + 16, right) if rtl else (left, right - taken - 16)
        bold = _name_font(looks.name, lane)
        name = QFontMetricsF(bold).elidedText(looks.name, Qt.TextElideMode.ElideRight, right - left)
        _write(painter, bold, QRectF(left, 10, right - left, _LINE), name, rtl)
        under = QRectF(PADDING, 42, looks.wide - 2 * PADDING, 28)
        _write(painter, small, under, looks.under, reads_right_to_left(looks.under))

    def _paint_narrow_words(self, painter: QPainter, looks: _Looks) -> None:
        """The name in two lines, below it how many notes there are."""
        rtl = reads_right_to_left(looks.name)
        left = PADDING + (_LOCK if looks.locked else 0.0)
        bold = _name_font(looks.name, lane=True)
        for n, line in enumerate(_broken(looks.name, bold, looks.wide - PADDING - left)):
            _write(painter, bold, QRectF(left, 8 + n * _LINE, looks.wide - PADDING - left, _LINE), line, rtl)
        count = QRectF(PADDING, COLUMN_HEADER - 44, looks.wide - 2 * PADDING, 28)
        _write(painter, font_of(COUNT_SIZE, REGULAR), count, looks.counted, self._words.right_to_left)

    def _paint_icon(self, painter: QPainter, name: str, left: float, scale: float) -> None:
        dpr = painter.device().devicePixelRatioF()
        icon = icons.pixmap(name, max(1, round(_ICON * scale)), self._look.colours.ink, dpr)
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(QPointF(left * scale, 11 * scale), icon)
        painter.restore()


def _lock_left(looks: _Looks) -> float:
    return PADDING - 2 if looks.kind is GroupKind.OWN else _icon_left(looks, PADDING + _ICON + 8)


def _icon_left(looks: _Looks, inset: float) -> float:
    """An icon of the lane stands where the reading of its name begins."""
    return looks.wide - inset - _ICON if reads_right_to_left(looks.name) else inset


def _broken(name: str, font: QFont, wide: float) -> list[str]:
    """A name in two lines; what does not fit into them ends with "…"."""
    metrics, words = QFontMetricsF(font), name.split()
    fits = 1
    while fits < len(words) and metrics.horizontalAdvance(" ".join(words[: fits + 1])) <= wide:
        fits += 1
    lines = (" ".join(words[:fits]), " ".join(words[fits:]))
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, wide) for line in lines if line]


def _name_font(name: str, lane: bool) -> QFont:
    script = script_of(name, "")
    return font_of(20 if script == "ur" else LANE_SIZE if lane else NAME_SIZE, BOLD, script)


def _write(painter: QPainter, font: QFont, place: QRectF, text: str, rtl: bool) -> None:
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    # AlignAbsolute: "left" is the left side whatever the direction of the window.
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(place, flags | Qt.TextFlag.TextDontClip, text)
