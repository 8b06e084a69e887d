"""A board on a screen that is not there, and fingers to touch it with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.session import given
from ui.board.layout import Rect
from ui.board.view import BoardView
from ui.bridge import Bridge
from ui.look import Look, load_fonts
from ui.words import words_in
from workshop.domain.ids import GroupId, NoteId
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Group, Membership, Note
from workshop.session.session import Session

WIDE, HIGH = 1920, 868
_devices: list[QPointingDevice] = []


def glass() -> QPointingDevice:
    """The touch screen; Qt wants one for the whole run."""
    if not _devices:
        _devices.append(QTest.createTouchDevice())
    return _devices[0]


@dataclass
class Board:
    """An open workshop and a view of its board."""

    folder: Path
    session: Session = field(init=False)
    bridge: Bridge = field(init=False)
    view: BoardView = field(init=False)
    refused: list[str] = field(default_factory=list)
    clock: float = 0.0
    _down: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        load_fonts()
        self.session = given.session(self.folder)
        self.bridge = Bridge(self.session)
        self.bridge.refused.connect(self.refused.append)
        self.view = self.look_in()

    def look_in(self, look: Look | None = None) -> BoardView:
        """A view on the same workshop, shown."""
        view = BoardView(self.bridge, look or Look(), words_in("en"))
        view.touching.now = self.now  # type: ignore[method-assign]  # the tests have a clock of their own
        view.resize(WIDE, HIGH)
        view.show()
        QApplication.processEvents()
        return view

    def now(self) -> float:
        """A clock on which each touch is a second after the one before."""
        self.clock += 1000
        return self.clock

    def close(self) -> None:
        """Let go of the workshop."""
        self.session.close()

    # What is on the board

    def add(self, text: str, x: float, y: float, kind: NoteKind = NoteKind.MATTERS, lang: str = "") -> NoteId:
        """A note at a place."""
        return self.session.board.add_note(text, kind, x=x, y=y, language=lang).note

    def group(self, name: str, *texts: str) -> GroupId:
        """A group with notes in it."""
        notes = [self.session.board.add_note(text).note for text in texts]
        return self.session.board.make_group(name, notes).group

    def note(self, id_: NoteId) -> Note:
        """A note as it is kept."""
        found = self.session.get(Note, id_)
        assert found is not None
        return found

    def inside(self, group: GroupId) -> list[NoteId]:
        """The notes kept in a group, in order."""
        return [m.note for m in self.session.all(Membership) if m.group == group]

    def groups(self) -> list[Group]:
        """The groups that are kept."""
        return list(self.session.all(Group))

    # Where things are on the screen

    def middle(self, note: NoteId) -> QPoint:
        """The middle of a note, in pixels."""
        rect = self.view.model.rect_of(note)
        assert rect is not None
        return self.view.to_screen(*rect.middle).toPoint()

    def in_group(self, group: GroupId) -> QPoint:
        """A place on a group where no note is, in pixels."""
        area = self.view.model.groups[group].rect
        return self.view.to_screen(area.right - 8, area.bottom - 8).toPoint()

    def button(self, does: str, on: str = "") -> QPoint:
        """The middle of a painted button."""
        buttons = self.view.scene.overlays.buttons(self.view.camera, self.view.shown.picked)
        found = next(b for b in buttons if b.does == does and on in ("", b.on))
        return QPoint(*(round(v) for v in found.rect.middle))

    # Hands

    def tap(self, at: QPoint, finger: int = 0) -> None:
        """A finger comes and goes."""
        with self.hold(at, finger):
            self.lift(at, finger)

    def drag(self, start: QPoint, end: QPoint, finger: int = 0) -> None:
        """A finger takes what is at `start` to `end`."""
        with self.hold(start, finger):
            self.slide(start, end, finger)
            self.lift(end, finger)

    @contextmanager
    def hold(self, at: QPoint, finger: int = 0) -> Iterator[None]:
        """A finger on the glass."""
        self._others(finger).press(finger, at, self.view).commit()
        self._down.add(finger)
        yield

    def slide(self, start: QPoint, end: QPoint, finger: int = 0) -> None:
        """The finger moves, in three steps."""
        for step in (1, 2, 3):
            at = start + (end - start) * step / 3
            self._others(finger).move(finger, at, self.view).commit()

    def lift(self, at: QPoint, finger: int = 0) -> None:
        """The finger leaves."""
        self._down.discard(finger)
        self._others(finger).release(finger, at, self.view).commit()

    def _others(self, finger: int) -> QTest.QTouchEventSequence:
        """A touch event in which all other fingers stay where they are."""
        event = QTest.touchEvent(self.view, glass(), False)
        for other in sorted(self._down - {finger}):
            event.stationary(other)
        return event

    def key(self, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, typed."""
        QTest.keyClick(self.view, key, with_)

    def picture(self, view: BoardView | None = None) -> QImage:
        """What a view shows, with everything painted."""
        return picture_of(view or self.view)


def picture_of(view: BoardView) -> QImage:
    """What a view shows, with everything painted."""
    view.finish_painting()
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.render(painter, QPoint(0, 0))
    painter.end()
    return image


def colour_at(image: QImage, x: float, y: float) -> str:
    """The colour of a pixel, as "#rrggbb"."""
    return QColor(image.pixel(round(x), round(y))).name()


def part_of(image: QImage, rect: Rect) -> QImage:
    """A part of a picture."""
    return image.copy(round(rect.x), round(rect.y), round(rect.w), round(rect.h))
