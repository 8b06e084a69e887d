"""The people's screen in small, drawn from the records and never from the screen itself.

It is only looked at: a touch on a note picks it, so that it can be hidden. Backs of hidden notes are
all alike and cannot be picked. What is one person's own is a cover; nothing of it comes here.
"""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons
from ui.board.camera import Camera
from ui.board.faces import BACK
from ui.board.fitting import is_tall
from ui.board.layout import NOTE_W, TALL_H, Rect
from ui.board.model import BoardModel
from ui.board.scene import Scene, Shown
from ui.board.small_pictures import SmallPictures, may_look_different
from ui.bridge import Bridge
from ui.look import BOLD, SEMIBOLD, Look
from ui.parts.desk_picture import Kind, PeoplePicture
from ui.widgets.paint import write_in
from ui.widgets.touch import Touchable
from ui.words import Words
from workshop.domain.changes import Change
from workshop.domain.ids import NoteId
from workshop.domain.persons import Picture

SHAPE = 16 / 9
PICTURE = QSize(round(NOTE_W), round(TALL_H))  # pixels of a picture on a note: they are shown small
LOW = 900  # pixels: a screen lower than this is a small laptop
LOW_COVER = 2.4  # there a cover, which holds nothing, is drawn flatter
_ON = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True)
class Above:
    """What stands above the board: which step, and the question."""

    where: str = ""
    question: str = ""


class PeoplePreview(Touchable):
    """A picture of the people's screen. `picked` says which note was touched, or None."""

    picked = Signal(object)

    def __init__(
        self, room: Bridge, look: Look, theirs: Look, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, words("The people’s screen now"), parent)
        self.theirs = theirs
        self.room, self.words = room, words
        self.seen = PeoplePicture(Kind.PLAIN, "monitor", "")
        self.above = Above()
        self.chosen: NoteId | None = None
        self._at_key: NoteId | None = None  # where the arrow keys are
        self._drawn: QPixmap | None = None
        self._camera = Camera()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @cached_property
    def model(self) -> BoardModel:
        """The board, laid out when it is first needed: a desk that is not seen costs nothing."""
        model = BoardModel(is_tall)
        model.fill_from(self.room)
        return model

    @cached_property
    def scene(self) -> Scene:
        """How the board is painted here."""
        self.pictures = SmallPictures(self.room.session.board.picture_file, PICTURE)
        self.pictures.setParent(self)  # it ends with this picture
        self.pictures.arrived.connect(self._picture_arrived)
        return Scene(self.model, self.theirs, self.words, self.pictures)

    def _picture_arrived(self, id_: str) -> None:
        self.scene.picture_arrived(id_)
        self._forget()

    # What to show

    def show_picture(self, seen: PeoplePicture, above: Above) -> None:
        """Show this; nothing happens when it is shown already."""
        if (seen, above) == (self.seen, self.above):
            return
        self.seen, self.above = seen, above
        self.setAccessibleDescription(seen.text)
        if seen.kind is not Kind.BOARD:
            self.choose(None)
        self.updateGeometry()
        self._forget()

    def show_change(self, change: Change) -> None:
        """Something on the board has changed."""
        if "model" not in self.__dict__:
            return self._forget()
        if "scene" in self.__dict__:
            self.pictures.read_again(may_look_different(change, self.room.all(Picture)))
        areas = self.model.apply(change)
        if areas:
            self.scene.overview.forget(areas)
            self._forget()
        if self.chosen is not None and self.model.faces.get(self.chosen, BACK) is BACK:
            self.choose(None)

    def choose(self, note: NoteId | None) -> None:
        """Choose a note, or none, and say so."""
        if note != self.chosen:
            self.chosen = note
            self.update()
            self.picked.emit(note)

    def _forget(self) -> None:
        self._drawn = None
        self.update()

    # Sizes: the shape of a screen

    def sizeHint(self) -> QSize:
        """As wide as the card at the desk."""
        width = self.look.px(660)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Small, but still a picture."""
        width = self.look.px(320)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """It keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width, both in screen pixels."""
        covered = self.seen.kind is Kind.COVER
        return round(width / (LOW_COVER if covered and self.look.screen.height < LOW else SHAPE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, another picture."""
        self._forget()

    # Touching

    def _lifted(self, where: QPoint) -> None:
        if self.rect().contains(where):
            self._pick_at(QPointF(where))
        super()._lifted(where)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A mouse picks like a finger."""
        if self.isDown() and self.rect().contains(event.position().toPoint()):
            self._pick_at(event.position())
        super().mouseReleaseEvent(event)

    def board_place(self, where: QPointF) -> tuple[float, float] | None:
        """Which place of the board is shown here, in board units; None beside the board."""
        board = self._board_area()
        if self.seen.kind is not Kind.BOARD or not board.contains(where):
            return None
        inside = (where - board.topLeft()) / (board.width() / self._camera.wide)
        return self._camera.to_board(inside.x(), inside.y())

    def _pick_at(self, where: QPointF) -> None:
        place = self.board_place(where)
        if place is None:
            return
        lying = self.model.note_at(*place)
        found = lying.note if lying is not None and self.model.faces[lying.note] is not BACK else None
        self.choose(None if found == self.chosen else found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk from note to note, Enter picks the one they are at, Escape lets go."""
        step = _ON.get(Qt.Key(event.key()))
        if step is not None and self.seen.kind is Kind.BOARD:
            self._walk(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(None if self._at_key == self.chosen else self._at_key)
        elif event.key() == Qt.Key.Key_Escape and self.chosen is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        order = [lying.note for lying in self.model.reading_order()]
        if not order:
            return
        at = order.index(self._at_key) + step if self._at_key in order else 0
        self._at_key = order[at % len(order)]
        self.setAccessibleDescription(self.model.faces[self._at_key].text)
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what people see, in small."""
        painter = QPainter(self)
        try:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            if self.seen.kind is Kind.BOARD:
                self._paint_board(painter)
            else:
                self._paint_plain(painter)
            painter.setPen(QPen(self.look.colour("edge"), self.look.px(3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
            self.paint_ring(painter, 6)
        finally:
            painter.end()

    def _board_area(self) -> QRectF:
        strip = self.look.text(20) * 1.36 + self.look.px(12)
        return QRectF(self.rect()).adjusted(3, strip, -3, -3)

    def _paint_board(self, painter: QPainter) -> None:
        board = self._board_area()
        painter.fillRect(self.rect(), self.look.colour("paper"))
        painter.setPen(self.look.colour("ink"))
        painter.setFont(self.look.font(20, SEMIBOLD))
        strip = QRectF(self.look.px(14), 0, self.width() - self.look.px(28), board.top())
        said = "  ".join(t for t in (self.above.where, self.above.question) if t)
        short = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, int(strip.width()))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        write_in(painter, strip, (across | Qt.AlignmentFlag.AlignVCenter).value, short)
        if self._drawn is None:
            self._drawn = self._draw_board(board)
        painter.drawPixmap(board, self._drawn, QRectF(self._drawn.rect()))
        for note, colour in ((self._at_key if self.hasFocus() else None, "ink"), (self.chosen, "damson")):
            self._paint_chosen(painter, note, colour)

    def _draw_board(self, board: QRectF) -> QPixmap:
        """The board as large as people see it, to be shown smaller."""
        wide = self.theirs.px(1920)
        high = round(wide * board.height() / board.width())
        self._camera = Camera(base=self.theirs.text(20) / 20, wide=wide, high=high)
        self._camera.fit(self.model.whole)
        drawn = QPixmap(wide, high)
        painter = QPainter(drawn)
        try:
            self.scene.paint(painter, Rect(0, 0, wide, high), Shown(self._camera))
        finally:
            painter.end()
        return drawn

    def place_of(self, note: NoteId | None) -> QRectF | None:
        """Where a note is in the picture, in screen pixels; None when it is not there."""
        rect = self.model.rect_of(note) if note is not None and note in self.model.faces else None
        if rect is None or self.seen.kind is not Kind.BOARD:
            return None
        board = self._board_area()
        shrunk = board.width() / self._camera.wide
        place = self._camera.rect_to_screen(rect)
        box = QRectF(place.x * shrunk, place.y * shrunk, place.w * shrunk, place.h * shrunk)
        return box.translated(board.topLeft())

    def _paint_chosen(self, painter: QPainter, note: NoteId | None, colour: str) -> None:
        box = self.place_of(note)
        if box is not None:
            painter.setPen(QPen(self.look.colour(colour), self.look.px(4)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)

    def _paint_plain(self, painter: QPainter) -> None:
        """A page by its icon and name; a cover is damson with a small page on it."""
        look, covered = self.look, self.seen.kind is Kind.COVER
        painter.fillRect(self.rect(), look.colour("damson" if covered else "linen"))
        box = QRectF(self.rect())
        if covered:
            width, height = self.width() * 0.46, self.height() * 0.46
            box = QRectF((self.width() - width) / 2, self.height() * 0.42, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("paper"))
            painter.drawRoundedRect(box, look.px(10), look.px(10))
        size, gap, high = look.px(44), look.px(10), look.text(20) * 1.4
        top = box.center().y() - (size + gap + high) / 2
        colour = look.colours.damson if covered else look.colours.ink
        icons.draw(painter, self.seen.icon, box.center().x() - size / 2, top, size, colour)
        painter.setPen(look.colour("damson" if covered else "ink"))
        painter.setFont(look.font(20, BOLD))
        under = QRectF(box.left(), top + size + gap, box.width(), box.bottom() - top - size - gap)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        write_in(painter, under, flags.value | Qt.TextFlag.TextWordWrap.value, self.seen.text)
