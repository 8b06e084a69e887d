"""The buttons that the board paints on itself: a picked note's acts, "Put it here", "Name this group".

They are found and hit before the notes. Sizes are those of a finger on the real screen, whatever the
zoom. Which buttons there are is worked out from what is picked; nothing here remembers anything.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from ui import icons
from ui.board.cache import MIB, Pictures
from ui.board.camera import Camera
from ui.board.layout import HEADER, PADDING, Rect
from ui.board.model import BoardModel, GroupArea
from ui.look import BOLD, SEMIBOLD, Look
from ui.widgets.paint import line_in, width_of
from ui.words import Words
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import GroupKind


class Does(StrEnum):
    """What a painted button does."""

    MOVE = "move"
    HEAR = "hear"
    CHANGE = "change"
    PUT = "put"
    NAME = "name"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


GOES = {Does.LEFT: (-1, 0), Does.RIGHT: (1, 0), Does.UP: (0, -1), Does.DOWN: (0, 1)}
BEYOND = 60.0  # so many board units out of view are worth a way to get there
_ICONS = {Does.MOVE: "move", Does.HEAR: "volume-2", Does.CHANGE: "pencil-line", Does.NAME: "pencil-line"}
_ARROWS = {Does.LEFT: "chevron-left", Does.RIGHT: "chevron-right"}
_ARROWS |= {Does.UP: "chevron-up", Does.DOWN: "chevron-down"}


@dataclass(frozen=True)
class Button:
    """One painted button: what it does to which note or group, its words, and its place in pixels."""

    does: Does
    on: NoteId | GroupId
    says: str
    rect: Rect


@dataclass(frozen=True)
class Picked:
    """Which note is picked, in which group it was touched, and whether a touch now says where it goes."""

    note: NoteId | None = None
    group: GroupId | None = None
    moving: bool = False


NOTHING = Picked()


class Overlays:
    """All painted buttons of one view."""

    def __init__(self, model: BoardModel, look: Look, words: Words) -> None:
        self._model, self._look, self._words = model, look, words
        self._known: tuple[object, list[Button]] = (None, [])
        self._pictures: Pictures[tuple[Button, float]] = Pictures(4 * MIB)

    def buttons(self, camera: Camera, picked: Picked) -> list[Button]:
        """The buttons in view, the lowest first; worked out once for each state of things."""
        state = (replace(camera), picked, self._model.version)
        if self._known[0] != state:
            self._known = (state, self._found(camera, picked))
        return self._known[1]

    def _found(self, camera: Camera, picked: Picked) -> list[Button]:
        found = [button for area in self._areas(camera) for button in self._on_group(area, camera, picked)]
        found += self._ways_on(camera)
        bar = self.bar(camera, picked)
        acts = self._acts(bar, picked.note) if bar and picked.note and not picked.moving else []
        return found + acts

    def _areas(self, camera: Camera) -> Iterator[GroupArea]:
        in_view = self._model.areas.within(camera.in_view)
        return (self._model.groups[id_] for id_ in self._model.order_of_groups() if id_ in in_view)

    def _on_group(self, area: GroupArea, camera: Camera, picked: Picked) -> Iterator[Button]:
        place = camera.rect_to_screen(area.rect)
        put = self._put_rect(area, place)
        nameless = area.record.kind is GroupKind.OWN and not area.record.name
        inside = picked.note is not None and area.record.id in self._model.groups_of(picked.note)
        offers = picked.note is not None and not inside
        if nameless:
            side = PADDING * camera.scale
            right = put.x - self._look.gap if offers else place.right - side
            high = max(self._look.target(52), (HEADER - 8) * camera.scale)
            yield Button(
                Does.NAME,
                area.record.id,
                self._words("Name this group"),
                Rect(place.x + side, place.y + 6, right - place.x - side, min(high, place.h - 12)),
            )
        if offers:
            yield Button(Does.PUT, area.record.id, self._words("Put it here"), put)

    def _put_rect(self, area: GroupArea, place: Rect) -> Rect:
        """At the right of the group's name, or at the foot of the lane groups, as large as a finger needs."""
        high = self._look.target(58)
        font = self._look.font(22, BOLD)
        inset = self._look.px(8)
        wide = min(width_of(font, self._words("Put it here")) + self._look.px(36), place.w - 2 * inset)
        if area.record.kind is GroupKind.OWN:
            return Rect(place.right - inset - wide, place.y - self._look.px(9), wide, high)
        full = place.w - 4 * inset
        return Rect(place.x + 2 * inset, place.bottom - high - 2 * inset, full, high)

    def _ways_on(self, camera: Camera) -> Iterator[Button]:
        """At each edge beyond which something lies: a button that goes there, for a single finger."""
        whole, seen = self._model.whole, camera.in_view
        if whole is None:
            return
        says, size, long = self._words("More"), self._look.target(56), self._look.target(140)
        wide = width_of(self._way_font(), says) + self._look.px(16)
        thick, flat = max(size, wide), max(long, wide + self._look.px(28))
        middle_x, middle_y = (camera.wide - flat) / 2, (camera.high - long) / 2
        for does, beyond, rect in (
            (Does.LEFT, seen.x - whole.x, Rect(6, middle_y, thick, long)),
            (Does.RIGHT, whole.right - seen.right, Rect(camera.wide - thick - 6, middle_y, thick, long)),
            (Does.UP, seen.y - whole.y, Rect(middle_x, 6, flat, size)),
            (Does.DOWN, whole.bottom - seen.bottom, Rect(middle_x, camera.high - size - 6, flat, size)),
        ):
            if beyond > BEYOND:
                yield Button(does, GroupId(""), says, rect)

    def _way_font(self) -> QFont:
        return self._look.font(20, SEMIBOLD)

    # The picked note

    def bar(self, camera: Camera, picked: Picked) -> Rect | None:
        """The strip with the acts, below its note or above it, wholly in view."""
        rect = self._model.rect_of(picked.note) if picked.note in self._model.faces else None
        if rect is None or picked.note is None:
            return None
        note = camera.rect_to_screen(rect)
        margin = self._look.px(10)
        wide = sum(self._act_widths()) + 2 * self._look.gap + 2 * margin
        high = self._look.target(64) + 2 * margin
        below = note.bottom + margin
        y = below if below + high <= camera.high else note.y - margin - high
        y = min(max(margin, y), max(margin, camera.high - high - margin))
        x = min(max(margin, note.middle[0] - wide / 2), max(margin, camera.wide - wide - margin))
        return Rect(x, y, wide, high)

    def _act_widths(self) -> list[int]:
        font = self._look.font(22, SEMIBOLD)
        room = self._look.px(26 + 28 + 12 + 26)
        return [width_of(font, says) + room for _, says in self._act_words()]

    def _act_words(self) -> list[tuple[Does, str]]:
        words = self._words
        return [
            (Does.MOVE, words("Move to…")),
            (Does.HEAR, words("Hear")),
            (Does.CHANGE, words("Change")),
        ]

    def _acts(self, bar: Rect, note: NoteId) -> list[Button]:
        margin, x, buttons = self._look.px(10), bar.x + self._look.px(10), []
        for (does, says), wide in zip(self._act_words(), self._act_widths(), strict=True):
            buttons.append(Button(does, note, says, Rect(x, bar.y + margin, wide, bar.h - 2 * margin)))
            x += wide + self._look.gap
        return buttons

    # Painting

    def paint(self, painter: QPainter, camera: Camera, picked: Picked, area: Rect) -> None:
        """Paint all that meets `area` (pixels)."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        bar = self.bar(camera, picked)
        if bar is not None and picked.moving:
            self._paint_hint(painter, bar)
        elif bar is not None and bar.meets(area):
            self._paint_bar(painter, bar)
        for button in self.buttons(camera, picked):
            if button.rect.grown(2).meets(area):
                self._paint_picture(painter, button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_bar(self, painter: QPainter, bar: Rect) -> None:
        colours, round_ = self._look.colours, self._look.px(16)
        painter.setPen(QPen(QColor(colours.damson), 2))
        painter.setBrush(QColor(colours.paper))
        painter.drawRoundedRect(QRectF(*bar.grown(-1)), round_, round_)

    def _paint_hint(self, painter: QPainter, bar: Rect) -> None:
        """Say what is to be touched next, in the place of the acts."""
        says, size, colours = self._words("Now touch where it goes"), self._look.px(34), self._look.colours
        painter.setFont(self._look.font(24, BOLD))
        taken, side = size + self._look.px(12), self._look.px(16)
        wide = width_of(painter.font(), says) + taken
        left = bar.x + (bar.w - wide) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.cloth))
        painter.drawRoundedRect(QRectF(left - side, bar.y, wide + 2 * side, bar.h), side, side)
        painter.setPen(QColor(colours.damson))
        icons.draw(painter, "pointer", left, bar.y + (bar.h - size) / 2, size, colours.damson)
        place = QRectF(left + taken, bar.y, wide - taken + 2, bar.h)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, says)

    def _paint_picture(self, painter: QPainter, button: Button) -> None:
        """Paint a button from its picture: it is the same in every frame."""
        left, top = math.floor(button.rect.x), math.floor(button.rect.y)
        at_home = replace(button, on=GroupId(""), rect=button.rect.moved(-left, -top))
        key = (at_home, painter.device().devicePixelRatioF())
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._painted(*key)
            self._pictures.put(key, picture)
        painter.drawPixmap(left, top, picture)

    def _painted(self, button: Button, dpr: float) -> QPixmap:
        picture = QPixmap(math.ceil((button.rect.w + 2) * dpr), math.ceil((button.rect.h + 2) * dpr))
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        try:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            self._paint_button(painter, button)
        finally:
            painter.end()
        return picture

    def _paint_button(self, painter: QPainter, button: Button) -> None:
        look, colours = self._look, self._look.colours
        act = button.does in (Does.MOVE, Does.HEAR, Does.CHANGE)
        pen = QPen(
            QColor(colours.edge if act else colours.damson), 2 if act or button.does is Does.NAME else 3
        )
        if button.does is Does.NAME:
            pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.setBrush(QColor(colours.paper))
        round_ = look.px(12)
        painter.drawRoundedRect(QRectF(*button.rect.grown(-1.5)), round_, round_)
        painter.setPen(QColor(colours.ink if act else colours.damson))
        painter.setFont(look.font(22, SEMIBOLD if act else BOLD))
        if button.does in GOES:
            self._paint_way(painter, button)
        else:
            self._paint_says(painter, button)

    def _paint_way(self, painter: QPainter, button: Button) -> None:
        """An arrow with the word "More" under it, or beside it where the button is wide."""
        rect, size, font = button.rect, self._look.px(28), self._way_font()
        x, y = rect.middle
        if rect.h > rect.w:
            icon, word = (x - size / 2, y - size), Rect(rect.x, y, rect.w, rect.h / 3)
        else:
            wide = width_of(font, button.says)
            left = x - (size + wide) / 2
            icon, word = (left, y - size / 2), Rect(left + size, rect.y, wide, rect.h)
        icons.draw(painter, _ARROWS[button.does], *icon, size, self._look.colours.damson)
        line_in(painter, font, button.says, QRectF(*word))

    def _paint_says(self, painter: QPainter, button: Button) -> None:
        """The icon, where there is one, at the start of the words; else the words in the middle."""
        look, rect, icon = self._look, button.rect, _ICONS.get(button.does)
        painter.setLayoutDirection(self._words.direction)
        mirrored, across = self._words.right_to_left, Qt.AlignmentFlag.AlignHCenter
        place = QRectF(rect.x + look.px(8), rect.y, rect.w - look.px(16), rect.h)
        if icon is not None:
            size, inset = look.px(28), look.px(18 if button.does is Does.NAME else 26)
            colour = look.colours.damson if button.does is Does.NAME else look.colours.ink
            left = rect.right - inset - size if mirrored else rect.x + inset
            icons.draw(painter, icon, left, rect.y + (rect.h - size) / 2, size, colour)
            before, after = inset + size + look.px(12), look.px(4)
            place = QRectF(rect.x + (after if mirrored else before), rect.y, rect.w - before - after, rect.h)
            across = Qt.AlignmentFlag.AlignLeft  # where reading starts
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(button.says, Qt.TextElideMode.ElideRight, place.width())
        flags = across | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(place, flags, text)


def paint_focus(painter: QPainter, rect: Rect, look: Look, round_: float) -> None:
    """The ring of the keyboard: 3 of ink inside 4 of marigold, 3 away from what it is about."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for away, wide, colour in ((4.5, 3.0, look.colours.ink), (8.0, 4.0, look.colours.marigold)):
        painter.setPen(QPen(QColor(colour), wide))
        ring = rect.grown(away)
        painter.drawRoundedRect(QRectF(*ring), round_ + away, round_ + away)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


FOCUS_REACH = 11.0
