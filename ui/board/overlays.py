"""The buttons that the board paints on itself: a picked thing's acts, "Put it here", "Name this group".

They are found and hit before the notes. Sizes are those of a finger on the real screen, whatever the
zoom. Which buttons there are is worked out from what is picked; nothing here remembers anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from ui.board.areas import GroupArea
from ui.board.button_painting import ButtonPictures, paint_mark, paint_sentence, paint_strip
from ui.board.camera import OVERVIEW, Camera
from ui.board.feelings import paint_line
from ui.board.groups import has_room_to_name
from ui.board.layout import COLUMN_HEADER, HEADER, LANE_HEADER, PADDING, RADIUS, Rect, point_on_line
from ui.board.model import BoardModel
from ui.board.offers import feeling_does, feeling_words, joins, lines_for
from ui.board.picking import GOES, NOTHING, Asks, Button, Does, Hints, Picked
from ui.board.strips import Strip, strip_of
from ui.look import BOLD, SEMIBOLD, Look
from ui.widgets.paint import ink_of, width_of
from ui.words import Words
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import BoardLayout, GroupKind

__all__ = ["FOCUS_REACH", "GOES", "NOTHING", "Button", "Does", "Overlays", "Picked", "paint_focus"]

BEYOND = 60.0  # so many board units out of view are worth a way to get there
HUGE_INCHES = 43  # from here on not everybody reaches the upper part of the screen
ALONG = (0.5, 0.25, 0.75, 0.37, 0.63, 0.12, 0.88)  # of an edge, where a button may lie that leads on
NAME_DOWN = 72.0  # in a column, where its name ends and its button begins


@dataclass
class _Found:
    """The buttons and the strip of one state of things."""

    buttons: list[Button]
    strip: Strip | None


class Overlays:
    """All painted buttons of one view."""

    def __init__(self, model: BoardModel, look: Look, words: Words) -> None:
        self._model, self._look, self._words = model, look, words
        self.hints = Hints()
        self._state: object = None
        self._known = _Found([], None)
        self._pictures = ButtonPictures(look, words)
        self._name_high = ink_of(look.font(20, BOLD), words("Name this group")).height() + look.px(8)
        self._is_tall = self._name_high > look.target(44)

    # Asking

    def buttons(self, camera: Camera, picked: Picked) -> list[Button]:
        """The buttons in view, the lowest first; worked out once for each state of things."""
        return self._now(camera, picked).buttons

    def strip(self, camera: Camera, picked: Picked) -> Strip | None:
        """The strip beside what is picked."""
        return self._now(camera, picked).strip

    def bar(self, camera: Camera, picked: Picked) -> Rect | None:
        """Where the strip is, in pixels."""
        strip = self.strip(camera, picked)
        return None if strip is None else strip.rect

    def _now(self, camera: Camera, picked: Picked) -> _Found:
        state = (replace(camera), picked, self._model.version, self.hints.version)
        if self._state != state:
            self._state, self._known = state, self._found(camera, picked)
        return self._known

    def _found(self, camera: Camera, picked: Picked) -> _Found:
        found = [button for area in self._areas(camera) for button in self._on_group(area, camera, picked)]
        found += self._on_line(camera, picked)
        strip, about = self._strip(camera, picked, [button.rect for button in found]), self._about(picked)
        kept_free = [button.rect for button in found] + ([] if strip is None else [strip.rect])
        kept_free += [] if about is None or picked.note is None else [camera.rect_to_screen(about)]
        found += self._ways_on(camera, [rect.grown(self._look.gap) for rect in kept_free])
        return _Found(found + list(strip.buttons if strip is not None else ()), strip)

    # On groups

    def _areas(self, camera: Camera) -> Iterator[GroupArea]:
        in_view = self._model.areas.within(camera.in_view)
        return (self._model.groups[id_] for id_ in self._model.order_of_groups() if id_ in in_view)

    def _on_group(self, area: GroupArea, camera: Camera, picked: Picked) -> Iterator[Button]:
        place, id_ = camera.rect_to_screen(area.rect), area.record.id
        does, says = self._takes(area, picked)
        put = self._put_rect(area, place, camera, says)
        if put.w < self._look.target(64):
            does = None  # from so far away the group itself is hardly as wide as a finger
        nameless = area.record.kind is GroupKind.OWN and not area.record.name and not area.record.locked
        if nameless and has_room_to_name(self._look, camera.scale):
            beside = None if does is None else put
            name = self._name_rect(area, place, camera, beside)
            if name.w >= self._look.target(44):  # beside "Put it here" there may be no room
                yield Button(Does.NAME, id_, self._words("Name this group"), name)
        if does is not None:
            yield Button(does, id_, says, put)
        elif area.more and (rect := self._more_rect(area, place, camera)) is not None:
            yield Button(Does.OPEN, id_, self._more_words(area), rect)

    def _takes(self, area: GroupArea, picked: Picked) -> tuple[Does | None, str]:
        """What the group offers to do with what is picked, if anything."""
        id_, locked = area.record.id, area.record.locked
        if picked.note is not None and picked.asks in (Asks.ACT, Asks.WHERE, Asks.COPY):
            if not locked and id_ not in self._model.groups_of(picked.note):
                return Does.PUT, self._words("Put it here")
        elif picked.area is not None and picked.asks is Asks.MERGE and picked.area in self._model.groups:
            if joins(picked.area, id_, self._model):
                return Does.JOIN, self._words("Put together")
        return None, ""

    def _name_rect(self, area: GroupArea, place: Rect, camera: Camera, put: Rect | None) -> Rect:
        """Where the name would be, beside the button `put` if there is one."""
        side = PADDING * camera.scale
        header = (NAME_DOWN if area.narrow else HEADER) - 8
        high = max(self._look.target(44), header * camera.scale, self._name_high)
        beside = put is not None and put.y < place.y + high and not area.narrow
        right = put.x - self._look.gap if put is not None and beside else place.right - side
        # A tall script reaches over the edge of the group, as the button beside it, not over its notes.
        top = place.y + min(4, (header + 6) * camera.scale - high) if self._is_tall else place.y + 4
        return Rect(place.x + side, top, right - place.x - side, min(high, place.h - 12))

    def _put_rect(self, area: GroupArea, place: Rect, camera: Camera, says: str) -> Rect:
        """At the right of the group's name, or at the foot of the group, as large as a finger needs."""
        high, inset = self._look.target(58), self._look.px(8)
        wide = min(width_of(self._look.font(22, BOLD), says) + self._look.px(36), place.w - 2 * inset)
        if area.narrow:
            down = max(NAME_DOWN * camera.scale, COLUMN_HEADER * camera.scale - high - 4)
            return Rect(place.x + inset, place.y + down, place.w - 2 * inset, high)
        if area.record.kind is GroupKind.OWN and place.y >= self.hints.highest - high / 2:
            return Rect(place.right - inset - wide, place.y - self._look.px(9), wide, high)
        full = place.w - 4 * inset
        name = (LANE_HEADER / 2) * camera.scale  # which is to be read even where little of the area is seen
        lowest = min(place.bottom, max(camera.high, place.y + name + high + 2 * inset))
        return Rect(place.x + 2 * inset, lowest - high - 2 * inset, full, high)

    @property
    def is_huge(self) -> bool:
        """Whether the screen is so large that what is touched has to be in its lower part."""
        return self._look.screen.inches >= HUGE_INCHES

    def _more_words(self, area: GroupArea) -> str:
        return self._words.many("{n} more", "{n} more", area.more)

    def _more_rect(self, area: GroupArea, place: Rect, camera: Camera) -> Rect | None:
        """In the place of the count, where the group's name has room for a finger; else None."""
        header = (HEADER if area.record.kind is GroupKind.OWN else LANE_HEADER) * camera.scale
        high = self._look.target(44)
        if high > header:
            return None
        wide = width_of(self._way_font(), self._more_words(area)) + self._look.px(28)
        wide = max(wide, self._look.target(44))
        return Rect(place.right - self._look.px(6) - wide, place.y + (header - high) / 2, wide, high)

    # On the line of a journey

    def _on_line(self, camera: Camera, picked: Picked) -> Iterator[Button]:
        """How each step felt: a face on the line, with its word where there is room."""
        if self._model.line is None or camera.scale < OVERVIEW:
            return
        says = feeling_words(self._words)
        high = self._look.target(46)
        widest = max(width_of(self._look.font(22, SEMIBOLD), word) for word in says.values())
        wide = high + widest + self._look.px(22)
        for area in self._areas_on_line():
            does = feeling_does(area.record.feeling)
            x, y = camera.to_screen(*point_on_line(area.rect, area.record.feeling))
            room = wide <= area.rect.w * camera.scale
            w = wide if room else high
            rect = Rect(x - w / 2, y - high / 2, w, high)
            if rect.meets(Rect(0, 0, camera.wide, camera.high)):
                chosen = picked.asks is Asks.FEELING and picked.area == area.record.id
                yield Button(Does.FEELING, area.record.id, says[does] if room else "", rect, chosen)

    def _areas_on_line(self) -> list[GroupArea]:
        if self._model.arranged is not BoardLayout.JOURNEY:
            return []
        areas = (self._model.groups[id_] for id_ in self._model.order_of_groups())
        return [area for area in areas if area.narrow]

    # To what is out of view

    def _ways_on(self, camera: Camera, kept_free: Sequence[Rect]) -> Iterator[Button]:
        """At each edge beyond which something lies: a button that goes there, for a single finger.

        In the middle of the edge, or beside it where something else is to be touched.
        """
        whole, seen = self._model.whole, camera.in_view
        if whole is None:
            return
        says, size, long = self._words("More"), self._look.target(56), self._look.target(140)
        wide = width_of(self._way_font(), says) + self._look.px(16)
        thick, flat = max(size, wide), max(long, wide + self._look.px(28))
        grid = self._model.arranged is BoardLayout.GRID  # whose ends have their names in the middle
        along_x = [camera.wide * part - flat / 2 for part in (ALONG if not grid else ALONG[1:])]
        along_y = [camera.high * part - long / 2 for part in (ALONG if not grid else ALONG[2:])]
        along_y = [max(self.hints.highest, y) for y in along_y]
        right, low = camera.wide - thick - 6, camera.high - size - 6
        for does, beyond, places in (
            (Does.LEFT, seen.x - whole.x, (Rect(6, y, thick, long) for y in along_y)),
            (Does.RIGHT, whole.right - seen.right, (Rect(right, y, thick, long) for y in along_y)),
            (Does.UP, seen.y - whole.y, (Rect(x, 6, flat, size) for x in along_x)),
            (Does.DOWN, whole.bottom - seen.bottom, (Rect(x, low, flat, size) for x in along_x)),
        ):
            if beyond <= BEYOND:
                continue
            free = (place for place in places if not any(place.meets(each) for each in kept_free))
            if (rect := next(free, None)) is not None:
                yield Button(does, GroupId(""), says, rect)

    def _way_font(self) -> QFont:
        return self._look.font(20, SEMIBOLD)

    # Beside what is picked

    def _strip(self, camera: Camera, picked: Picked, around: Sequence[Rect]) -> Strip | None:
        about = self._about(picked)
        lines = lines_for(picked, self._model, self._words, self.hints)
        if about is None or not lines:
            return None
        glass = Rect(0, 0, camera.wide, camera.high)
        on = picked.note if picked.note is not None else picked.group
        assert on is not None
        seen = camera.rect_to_screen(about)
        return strip_of(lines, on, seen, glass, self.hints.highest, self._look, self._words, around)

    def _about(self, picked: Picked) -> Rect | None:
        """What the strip is about, and must not cover, in board units."""
        if picked.note is not None:
            return self._model.rect_of(picked.note) if picked.note in self._model.faces else None
        area = self._model.groups.get(picked.group) if picked.group is not None else None
        if area is None:
            return None
        if picked.asks is Asks.FEELING:
            x, y = point_on_line(area.rect, area.record.feeling)
            return Rect(area.rect.x, y - 24, area.rect.w, 48)
        return area.rect

    # Painting

    def paint(self, painter: QPainter, camera: Camera, picked: Picked, area: Rect) -> None:
        """Paint all that meets `area` (pixels)."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if self._model.line is not None:
            paint_line(painter, camera, self._model.line, self._areas_on_line(), self._look)
        self._paint_marks(painter, camera, picked, area)
        now = self._now(camera, picked)
        strip = now.strip
        below = len(now.buttons) - len(strip.buttons if strip is not None else ())
        self._paint_buttons(painter, now.buttons[:below], area)
        if strip is not None and strip.rect.grown(4).meets(area):
            if strip.buttons:
                paint_strip(painter, strip.rect, self._look)
            for said in strip.said:
                paint_sentence(painter, said, self._look, self._words, alone=not strip.buttons)
            self._paint_buttons(painter, now.buttons[below:], area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_buttons(self, painter: QPainter, buttons: list[Button], area: Rect) -> None:
        for button in buttons:
            if button.rect.grown(2).meets(area):
                self._pictures.paint(painter, button, self._feeling(button))

    def _feeling(self, button: Button) -> int | None:
        """The feeling that a face on the line of a journey shows."""
        area = self._model.groups.get(GroupId(button.on))
        return area.record.feeling if button.does is Does.FEELING and area is not None else None

    def _paint_marks(self, painter: QPainter, camera: Camera, picked: Picked, area: Rect) -> None:
        """Small marks on notes that seem to say the same as another, or stand in two groups; and lines."""
        if camera.scale < OVERVIEW:
            return
        for note in self.hints.looks_like or {}:
            rect = self._model.rect_of(note)
            if rect is not None and camera.rect_to_screen(rect.grown(20)).meets(area):
                paint_mark(painter, camera, rect, "equal", 0, self._look)
        for note, rect in self._copies(camera, area):
            also_alike = note in (self.hints.looks_like or {}) and rect == self._model.rect_of(note)
            paint_mark(painter, camera, rect, "copy", int(also_alike), self._look)
        painter.setPen(QPen(QColor(self._look.colours.damson), 4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring, round_ in self._rings(picked):
            painter.drawRoundedRect(QRectF(*camera.rect_to_screen(ring).grown(2)), round_, round_)

    def _copies(self, camera: Camera, area: Rect) -> Iterator[tuple[NoteId, Rect]]:
        """The notes in an area (pixels) that stand in more than one group."""
        left, top = camera.to_board(area.x, area.y)
        part = Rect(left, top, area.w / camera.scale, area.h / camera.scale).grown(20)
        for group in self._model.areas.within(part):
            for note, rect in self._model.groups[group].shown.items():
                if rect.meets(part) and len(self._model.groups_of(note)) > 1:
                    yield note, rect

    def _rings(self, picked: Picked) -> Iterator[tuple[Rect, float]]:
        """What has a line around it besides the picked note: rectangles, and how round they are."""
        area = self._model.groups.get(picked.area) if picked.area is not None else None
        if area is not None:
            yield area.rect, RADIUS
            yield from ((area.shown[note], 8.0) for note in picked.notes if note in area.shown)
        like = self.hints.like(picked.note) if picked.asks is Asks.ACT else None
        if like is not None and like in self._model.faces and (rect := self._model.rect_of(like)) is not None:
            yield rect, 8.0


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
