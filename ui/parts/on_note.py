"""What is on a note besides its words: a picture, a drawing. As images to show with the words."""

from contextlib import suppress

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap

from ui.board.ink_painting import paint_ink
from ui.bridge import Bridge
from ui.look import Look
from workshop.domain.ids import NoteId, PictureId
from workshop.domain.ink import HEIGHT, WIDTH, unpack
from workshop.domain.persons import Picture
from workshop.domain.records import Drawing
from workshop.errors import WorkshopError

WIDEST = 2  # heights: a picture that is wider is shown less high


def images_on(room: Bridge, note: NoteId, look: Look, high: int) -> tuple[QPixmap, ...]:
    """The picture and the drawing of a note, none of them higher than `high` screen pixels."""
    picture = next((p for p in room.all(Picture) if p.note == note), None)
    drawing = room.get(Drawing, note)
    shown = [None if picture is None else _picture(room, picture.id, high)]
    shown.append(None if drawing is None else _drawing(drawing.ink, look.colours.ink, high))
    return tuple(image for image in shown if image is not None)


def _picture(room: Bridge, picture: PictureId, high: int) -> QPixmap | None:
    """A picture; None where it cannot be read, or its note is not in sight."""
    try:
        data = QByteArray(room.session.board.picture_file(picture))
    except WorkshopError:
        return None
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    if reader.size().isValid():
        place = QSize(high * WIDEST, high)
        reader.setScaledSize(reader.size().scaled(place, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)


def _drawing(ink: str, colour: str, high: int) -> QPixmap:
    """What was drawn, as on the note; nothing of it where it cannot be read."""
    scale = high / HEIGHT
    image = QImage(round(WIDTH * scale), high, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        with suppress(WorkshopError):
            paint_ink(painter, unpack(ink), colour, scale)
    finally:
        painter.end()
    return QPixmap.fromImage(image)
