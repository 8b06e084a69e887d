"""The pictures on notes, decoded once as small as they are shown; at most so many bytes of them.

A picture is read and decoded between two frames, one at a time, so that no finger waits. Until then,
and where a picture cannot be read, its note shows a plain frame with the words "A picture".
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader

from ui.board.cache import MIB
from workshop.domain.changes import Change
from workshop.domain.ids import PictureId
from workshop.domain.persons import Picture
from workshop.errors import WorkshopError

PICTURES_BYTES = 24 * MIB
ABOUT_CONSENT = frozenset({"answer", "person", "form"})


def may_look_different(change: Change, pictures: Iterable[Picture]) -> frozenset[str]:
    """The pictures that a change may have put out of sight, or in: by what is said to photos."""
    tables = {line.table for line in change.diff}
    ids = {line.id for line in change.diff if line.table == Picture.table}
    if not tables.isdisjoint(ABOUT_CONSENT):
        ids |= {picture.id for picture in pictures if picture.people}
    return frozenset(ids)


class SmallPictures(QObject):
    """The small pictures of one view. `read` gives the bytes of a picture's file."""

    arrived = Signal(str)  # PictureId

    def __init__(
        self, read: Callable[[PictureId], bytes], longest: QSize, most: int = PICTURES_BYTES
    ) -> None:
        super().__init__()
        self._read, self._room, self._most = read, longest, most
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._wanted: list[str] = []
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._read_next)

    @property
    def bytes(self) -> int:
        """How much memory they take."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def get(self, id_: str) -> QImage | None:
        """A picture that is there; None while it is still to come, or cannot be read."""
        image = self._kept.get(id_)
        if image is None:
            if id_ not in self._wanted:
                self._wanted.append(id_)
            self._soon.start()
            return None
        self._kept.move_to_end(id_)
        return None if image.isNull() else image

    def read_again(self, ids: Iterable[str]) -> None:
        """Read those of these that are kept anew; until then they stay as they are."""
        self._wanted += [id_ for id_ in ids if id_ in self._kept and id_ not in self._wanted]
        if self._wanted:
            self._soon.start()

    def load_all(self) -> None:
        """Read what was asked for now, however long it takes: for pictures of the board."""
        while self._wanted:
            self._read_next()

    def _read_next(self) -> None:
        id_ = self._wanted.pop(0)
        self._kept[id_] = self._decoded(id_)
        while self.bytes > self._most and len(self._kept) > 1:
            self._kept.popitem(last=False)
        if self._wanted:
            self._soon.start()
        self.arrived.emit(id_)

    def _decoded(self, id_: str) -> QImage:
        """The picture, no larger than its room; an empty one when it cannot be read."""
        try:
            data = QByteArray(self._read(PictureId(id_)))
        except WorkshopError:
            return QImage()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        whole = reader.size()
        if whole.isValid() and (whole.width() > self._room.width() or whole.height() > self._room.height()):
            reader.setScaledSize(whole.scaled(self._room, Qt.AspectRatioMode.KeepAspectRatio))
        return reader.read()
