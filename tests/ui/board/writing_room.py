"""What the tests of writing pages share: a plain board, people who write on it, and their fingers."""

import itertools
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tests import given
from ui.board.camera import Camera
from ui.board.writing import Page, Pages
from ui.bridge import Bridge
from ui.keys.plan import Key
from ui.look import Look, ScreenSize, load_fonts
from ui.words import Words
from workshop.domain.kinds import NoteKind
from workshop.domain.records import Note
from workshop.session.context import repeatable
from workshop.session.session import Session

SMALL = ScreenSize(1366, 768, 0.2529)


class Ground(QWidget):
    """A plain board: it shows pages and gives fingers to the one under them."""

    def __init__(self, width: int = 1920, height: int = 868) -> None:
        super().__init__()
        self.key_target: Page | None = None
        self.pages: list[Page] = []
        self.camera = Camera(x=1080.0, y=-360.0)
        self.asked: list[QRect] = []
        self.flat_table = False
        self.resize(width, height)

    def add_page(self, page: Page) -> None:
        self.pages.append(page)

    def remove_page(self, page: Page) -> None:
        self.pages.remove(page)

    def update(self, area: QRect | None = None) -> None:  # type: ignore[override]
        if area is not None:
            self.asked.append(area)


_ROOMS: list["Room"] = []


def a_day(folder: Path) -> Iterator[Session]:
    """An open workshop for the rooms of one test."""
    made = Session.make(folder / "day", "Leaving hospital", None, given.clock, *repeatable("1"))
    yield made
    while _ROOMS:
        _ROOMS.pop().pages.stop()
    made.close()


class Room:
    """An open workshop with a plain board, and people who write on it."""

    def __init__(
        self, session: Session, look: Look | None = None, size: tuple[int, int] = (1920, 868)
    ) -> None:
        load_fonts()
        _ROOMS.append(self)
        self.session = session
        self.bridge = Bridge(session)
        self.look = look or Look()
        self.ground = Ground(*size)
        seconds, numbers = itertools.count(), itertools.count(1)
        self.pages = Pages(clock=lambda: float(next(seconds)), new_page=lambda: f"page {next(numbers)}")

    def open(
        self, x: float = 400, y: float = 600, note: Note | None = None, language: str = "en", **more: object
    ) -> Page:
        """Open a page that must open."""
        said = self.ask(x, y, note, language, **more)
        assert said == ""
        return self.pages.open[-1]

    def ask(
        self, x: float = 400, y: float = 600, note: Note | None = None, language: str = "en", **more: object
    ) -> str:
        """Ask for a page where somebody touched, in pixels; what is said when there is none."""
        words = Words(language)
        return self.pages.open_at(
            self.ground,  # type: ignore[arg-type]
            self.bridge,
            self.look,
            words,
            *self.ground.camera.to_board(x, y),
            note,
            **more,  # type: ignore[arg-type]
        )

    def notes(self) -> list[tuple[str, NoteKind]]:
        """What is on the board."""
        return [(note.text, note.kind) for note in self.session.all(Note)]

    def acts(self) -> list[str]:
        """What the journal says was done, the last first."""
        return [str(entry.label) for entry in self.session.last_acts(9)]


def middle(page: Page, box: QRectF) -> tuple[float, float]:
    """The middle of a part of a page, on the screen."""
    at = page.turned.transform.map(box.center())
    return at.x(), at.y()


def key_place(page: Page, wanted: str) -> tuple[float, float]:
    """Where a key lies on the screen: by its label or its act."""
    key = next(k for k in page.panel.keys if wanted in (k.label, k.act.name))
    return middle(page, on_page(page, key))


def on_page(page: Page, key: Key) -> QRectF:
    return QRectF(key.x, key.y, key.width, key.height).translated(page.parts.below.topLeft())


def touch(page: Page, x: float, y: float, finger: int = 1) -> None:
    """A finger comes and goes."""
    page.press(finger, x, y)
    page.release(finger, x, y)


def touch_button(page: Page, name: str) -> None:
    """Touch a button that is seen now."""
    touch(page, *middle(page, page.boxes[name]))


def touch_keys(page: Page, *wanted: str) -> None:
    """Write with the keys on the page."""
    for one in wanted:
        touch(page, *key_place(page, one))


def press_key(
    page: Page, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> bool:
    """A key of a real keyboard."""
    return page.key(QKeyEvent(QEvent.Type.KeyPress, key, held, text))
