"""One frame of the board: cloth, groups, notes, what is picked, painted buttons, what is in a hand.

It paints the model through a camera and remembers pictures, nothing else. During a zoom notes are
drawn from the pictures of another size; the right ones are made afterwards, a few at a time.
"""

import math
import time
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ui.board.cache import NOTES_BYTES, lifted_pictures, no_image, note_pictures, room_around
from ui.board.camera import OVERVIEW, Camera, to_pixel
from ui.board.faces import Face, reads_right_to_left
from ui.board.fitting import size_of
from ui.board.groups import GroupPictures, name_of
from ui.board.layout import TALL_H, Rect
from ui.board.layouts_painting import paint_grid
from ui.board.model import BoardModel, Lying
from ui.board.overlays import NOTHING, Overlays, Picked, paint_focus
from ui.board.overview import Overview
from ui.board.painting import HALO, Style, fill_of, paint_ring, style_of
from ui.board.picking import Asks
from ui.board.reading import Opened, opened, paint_opened
from ui.board.small_pictures import SmallPictures
from ui.look import BOLD, Look, font_of
from ui.words import Words
from workshop.domain.ids import GroupId, NoteId

VIEWS_KEPT = 2.0
MARGIN = 250.0  # board units around the view that are looked up with it
NARROWEST_NAME = 2.4  # times the height of its letters: a narrower group shows no name from far away
NOT_NOW, SETTLING_MS, AS_LONG_AS_NEEDED = 0.0, 8.0, math.inf


@dataclass(frozen=True)
class InHand:
    """A note in a hand: what it is, and where its corner is now, in board units."""

    note: NoteId
    group: GroupId | None
    x: float
    y: float


@dataclass
class Shown:
    """What a view shows besides the records."""

    camera: Camera
    picked: Picked = NOTHING
    in_hand: dict[NoteId, InHand] = field(default_factory=dict)
    focus: Rect | None = None  # pixels
    making_ms: float = AS_LONG_AS_NEEDED  # how long one frame may make pictures


class Scene:
    """Paints frames for one view."""

    def __init__(
        self, model: BoardModel, look: Look, words: Words, pictures: SmallPictures | None = None
    ) -> None:
        self._model, self._look, self._words = model, look, words
        self._style: Style = style_of(look, words("read"), words("A picture"))
        image_of = no_image if pictures is None else pictures.get
        self.notes = note_pictures(self._style, look.colours, image_of=image_of)
        self._groups = GroupPictures(look, words)
        self.overview = Overview(model, self._style, look.colours)
        self.overlays = Overlays(model, look, words)
        self._lifted = lifted_pictures(self.notes, self._style, look.colours)
        self._seen = Seen(model)
        self._until = math.inf
        self.unfinished = False  # whether something was drawn from a picture of another size

    def make_room(self, wide: float, high: float, dpr: float) -> None:
        """Keep the pictures of a few views of this size (logical pixels)."""
        view = 4 * wide * high * dpr * dpr
        self.notes.make_room(max(NOTES_BYTES, round(VIEWS_KEPT * view)))
        self._groups.make_room(round(1.2 * view))
        self.overview.make_room(wide, high)

    def picture_arrived(self, id_: str) -> None:
        """Show a picture that is there now instead of its frame."""
        self.notes.forget(lambda face: face.pictured == id_)
        self._lifted.forget(lambda face: face.pictured == id_)

    def paint(self, painter: QPainter, area: Rect, shown: Shown) -> None:
        """Paint the part `area` (pixels) of the frame."""
        self._until = time.perf_counter() + shown.making_ms / 1000
        painter.fillRect(QRectF(*area), QColor(self._look.colours.cloth))
        if not len(self._model) and not self._model.groups:
            paint_grid(painter, shown.camera, self._model, area, self._look)
            self._paint_empty(painter, shown.camera)
        elif shown.camera.scale < OVERVIEW:
            self.overview.paint(painter, shown.camera, area, shown.making_ms == NOT_NOW)
            paint_grid(painter, shown.camera, self._model, area, self._look)
            self._paint_names(painter, shown.camera, area)
        else:
            if shown.making_ms != NOT_NOW:
                self.overview.clear()  # nobody looks from far away now
            paint_grid(painter, shown.camera, self._model, area, self._look)
            self._paint_groups(painter, area, shown)
            self._paint_notes(painter, area, shown)
        self._paint_picked(painter, shown)
        self.overlays.paint(painter, shown.camera, shown.picked, area)
        self._paint_opened(painter, shown)
        for held in shown.in_hand.values():
            self._paint_in_hand(painter, held, shown, area)
        if shown.focus is not None:
            paint_focus(painter, shown.focus, self._look, 6.0)

    # Groups

    def _paint_groups(self, painter: QPainter, area: Rect, shown: Shown) -> None:
        camera, dpr = shown.camera, painter.device().devicePixelRatioF()
        for id_ in self._model.areas.within(_on_board(camera, area)):
            group = self._model.groups[id_]
            place = camera.rect_to_screen(group.rect)
            counted = shown.picked.note is None or id_ in self._model.groups_of(shown.picked.note)
            found = self._groups.get(group, camera.scale, dpr, counted, self._may_make())
            if found is None:
                self.unfinished = True
                painter.fillRect(QRectF(*place), QColor(self._look.colours.linen))
            elif found[1] == camera.scale:
                painter.drawPixmap(*camera.pixel_of(group.rect.x, group.rect.y), found[0])
            else:
                self.unfinished = True
                painter.drawPixmap(QRectF(*place), found[0], QRectF(found[0].rect()))

    def _may_make(self) -> bool:
        return time.perf_counter() < self._until

    def _paint_names(self, painter: QPainter, camera: Camera, area: Rect) -> None:
        """From far away groups are told apart by their names alone, at a size that can be read."""
        font = font_of(self._look.text(20), BOLD)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(self._look.colours.ink))
        for id_ in self._model.areas.within(_on_board(camera, area)):
            place = camera.rect_to_screen(self._model.groups[id_].rect)
            name = name_of(self._model.groups[id_], self._words)
            if place.w > NARROWEST_NAME * metrics.height():
                plate = QRectF(place.x + 2, place.y + 2, place.w - 4, metrics.height())
                painter.fillRect(plate, QColor(self._look.colours.linen))  # nothing lies behind its letters
                short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, plate.width() - 6)
                painter.drawText(plate.adjusted(3, 0, -3, 0), _to_the_side_of(name), short)

    # Notes

    def _paint_notes(self, painter: QPainter, area: Rect, shown: Shown) -> None:
        camera, scale = shown.camera, shown.camera.scale
        room, dpr = room_around(scale), painter.device().devicePixelRatioF()
        lifted = {(held.note, held.group) for held in shown.in_hand.values()}
        faces, (left, top) = self._model.faces, camera.origin
        left, top = left + room, top + room
        for note, group, rect in self._seen.notes_in(_on_board(camera, area.grown(room))):
            if lifted and (note, group) in lifted:
                continue
            face = faces[note]
            picture = self.notes.get(face, scale, dpr)
            if picture is None and self._may_make():
                picture = self.notes.make(face, scale, dpr)
            if picture is None:
                self._paint_stand_in(painter, face, rect, camera)
            else:
                at = to_pixel(rect.x * scale) - left, to_pixel(rect.y * scale) - top
                painter.drawPixmap(*at, picture)

    def _paint_stand_in(self, painter: QPainter, face: Face, rect: Rect, camera: Camera) -> None:
        """A note whose picture at this size is still to be made."""
        self.unfinished = True
        place = camera.rect_to_screen(rect)
        near = self.notes.any_size(face)
        if near is None:
            painter.fillRect(QRectF(*place), QColor(fill_of(face, self._style, self._look.colours)))
            return
        picture, scale = near
        room = room_around(scale) / scale * camera.scale
        painter.drawPixmap(QRectF(*place.grown(room)), picture, QRectF(picture.rect()))

    def _paint_picked(self, painter: QPainter, shown: Shown) -> None:
        note = shown.picked.note
        rect = self._model.rect_of(note) if note is not None and note in self._model.faces else None
        if rect is not None and not any(held.note == note for held in shown.in_hand.values()):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.translate(*shown.camera.to_screen(rect.x, rect.y))
            painter.scale(shown.camera.scale, shown.camera.scale)
            paint_ring(painter, QRectF(0, 0, rect.w, rect.h), self._look.colours)
            painter.restore()

    def opened(self, shown: Shown) -> Opened | None:
        """The picked note, open, where its words go on; None while it is in a hand, and from far away."""
        note, camera = shown.picked.note, shown.camera
        if note is None or note not in self._model.faces or note in shown.in_hand or camera.scale < OVERVIEW:
            return None
        rect = self._model.rect_of(note)
        strip = self.overlays.bar(camera, shown.picked)
        if rect is None or shown.picked.asks is not Asks.ACT:
            return None
        return opened(self._model.faces[note], self._style, camera.rect_to_screen(rect), strip, camera)

    def _paint_opened(self, painter: QPainter, shown: Shown) -> None:
        note, found = shown.picked.note, self.opened(shown)
        if note is not None and found is not None:
            paint_opened(painter, found, self._model.faces[note], self._style, self._look.colours)

    def _paint_in_hand(self, painter: QPainter, held: InHand, shown: Shown, area: Rect) -> None:
        face = self._model.faces.get(held.note)
        if face is None or not reach_of(held, size_of(face)[1], shown.camera).meets(area):
            return
        camera, dpr = shown.camera, painter.device().devicePixelRatioF()
        left, top = camera.pixel_of(held.x, held.y)
        picture = self._lifted.get(face, camera.scale, dpr) or self._lifted.make(face, camera.scale, dpr)
        away = round(HALO * camera.scale)
        painter.drawPixmap(left - away, top - away, picture)

    # Nothing yet

    def _paint_empty(self, painter: QPainter, camera: Camera) -> None:
        """What an empty board says, in its middle."""
        look = self._look
        middle = camera.high / 2
        for text, size, weight, dy in (
            (self._words("No notes yet"), 30, BOLD, -look.px(50)),
            (self._words("Touch Write a note, or any empty place."), 22, 500, 0),
        ):
            painter.setPen(QColor(look.colours.ink))
            painter.setFont(look.font(size, weight))
            place = QRectF(0, middle + dy, camera.wide, look.px(50))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


class Seen:
    """The notes in view, looked up once for a part of the board somewhat larger than the view."""

    def __init__(self, model: BoardModel) -> None:
        self._model = model
        self._version, self._area, self._notes = -1, Rect(0, 0, 0, 0), list[Lying]()

    def notes_in(self, area: Rect) -> list[Lying]:
        """The notes that an area touches, the lowest first."""
        if self._version != self._model.version or not self._area.covers(area):
            self._version, self._area = self._model.version, area.grown(MARGIN)
            self._notes = self._model.notes_in(self._area)
        left, top, right, bottom = area.x, area.y, area.right, area.bottom
        return [
            lying
            for lying in self._notes
            if (rect := lying.rect).x < right
            and rect.y < bottom
            and left < rect.x + rect.w
            and top < rect.y + rect.h
        ]


def reach_of(held: InHand, high: float, camera: Camera) -> Rect:
    """All pixels that a lifted note touches, with its shadow and ring."""
    return camera.rect_to_screen(Rect(held.x, held.y, TALL_H, high).grown(HALO + 2)).grown(4)


def lying_reach(lying: Lying, camera: Camera) -> Rect:
    """All pixels that a note at rest touches, with its shadow and ring."""
    return camera.rect_to_screen(lying.rect.grown(6)).grown(12)


def _to_the_side_of(name: str) -> Qt.AlignmentFlag:
    """Where the reading of a name starts."""
    side = Qt.AlignmentFlag.AlignRight if reads_right_to_left(name) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def _on_board(camera: Camera, area: Rect) -> Rect:
    left, top = camera.to_board(area.x, area.y)
    return Rect(left, top, area.w / camera.scale, area.h / camera.scale)
