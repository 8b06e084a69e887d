"""How fast the board is, without a GPU: frames while it is moved, sized and worked on by ten fingers.

The whole program on an encrypted workshop, painted offscreen: a window of people's, with the step above
and the dock below the board. Notes of 20 to 200 characters lie close beside each other, so that as many
as can be are in view. A frame is what a person waits for: the touch, what it means, and the painted
picture. Then how the whole program starts, how big its file is, and its memory after an hour of use.
"""

import math
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench import hour
from tests.bench import start as starting
from tests.bench.room import BELOW_GROUPS, PASSPHRASE, fill
from tests.bench.timing import figures_of
from ui import tidying
from ui.board.hands import Sweep
from ui.board.layout import STEP_X, STEP_Y
from ui.board.view import BoardView
from ui.board.writing import Pages
from ui.look import Side, load_fonts
from ui.screens.board import BoardPage
from ui.stage import Stage
from ui.windows import Window
from workshop.domain.ids import NoteId
from workshop.session.context import repeatable
from workshop.session.session import Session

FRAMES = 40
SCREENS = ((1920, 1080), (3840, 2160))
INCHES = 32
FARTHEST = 0.12  # to which the zoom goes and back

_app: list[QCoreApplication] = []
_glass: list[QPointingDevice] = []


def rows(sizes: Sequence[int]) -> list[dict[str, object]]:
    """One row a measure and number of notes; milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not _app:
        _app.append(QApplication.instance() or QApplication([]))
        _glass.append(QTest.createTouchDevice())
        load_fonts()
    measured = [row for screen in SCREENS for size in sizes for row in _rows_of(size, screen)]
    return measured + starting.rows(sizes) + hour.rows(sizes)


def _rows_of(size: int, screen: tuple[int, int]) -> list[dict[str, object]]:
    with _workshop(size) as session, _window(session, screen) as window:
        first = _times(5, lambda: _board_of(window))
        view = _board_of(window)
        tidying.begin()  # as the program does, three seconds after a workshop was opened
        measured = {
            "first_paint": first,
            "pan": _pan(view),
            "zoom": _zoom(view),
            "drag_1": _drag(view, 1),
            "drag_10": _drag(view, 10),
            "type": _type(view),
            "edit": _edit(view, session),
            "add": _add(view, session),
            "finger_up_to_saved": _finger_up(view),
            "all_visible_pan": _all_visible(view),
        }
        file = session.place.folder / "workshop.db"
        kib = round(file.stat().st_size / 1024)
        tidying.stop()
    whole = {"what": "file_size", "notes": size, "size": f"{screen[0]}x{screen[1]}", "kib": kib}
    return [*(_row(what, size, screen, times) for what, times in measured.items()), whole]


def _row(what: str, size: int, screen: tuple[int, int], times: Sequence[float]) -> dict[str, object]:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # of the whole process, so far
    shown = {"what": what, "notes": size, "size": f"{screen[0]}x{screen[1]}"}
    return {**shown, **figures_of(times), "peak_mib": round(peak, 1)}


@contextmanager
def _workshop(size: int) -> Iterator[Session]:
    """An open workshop with five groups of nine and the other notes loose below them."""
    with tempfile.TemporaryDirectory() as folder:
        edges = (datetime.now, *repeatable("1"))
        session = Session.make(Path(folder) / "day", "A large workshop", PASSPHRASE, *edges)
        fill(session, size)
        yield session
        session.close()


@contextmanager
def _window(session: Session, screen: tuple[int, int]) -> Iterator[Window]:
    """The window of people's on this workshop."""
    stage = Stage(datetime.now)
    stage.one_screen = False
    stage.begin(session)
    window = Window(stage, Side.PEOPLE, INCHES * 25.4 / math.hypot(*screen))
    window.resize(*screen)
    window.show()
    _paint()
    yield window
    window.close()
    window.deleteLater()
    _clear_away()


def _board_of(window: Window) -> BoardView:
    """The board, made anew and painted."""
    window.stage.show_people("resting")
    _clear_away()
    window.stage.show_people("board")
    _paint()
    assert isinstance(window.page, BoardPage)
    return window.page.view


def _paint() -> None:
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def _clear_away() -> None:
    """What was thrown away goes: outside a running program Qt would keep it."""
    _paint()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _times(frames: int, act: Callable[[], object]) -> list[float]:
    """The milliseconds of an act and its frame, done so many times."""
    times = []
    for _ in range(frames):
        start = time.perf_counter()
        act()
        _paint()
        times.append((time.perf_counter() - start) * 1000)
    return times


def _start(view: BoardView) -> None:
    """The loose notes, at zoom 1, painted."""
    view.camera.fit(None)
    view.camera.y = BELOW_GROUPS
    view.finish_painting()
    view.update()
    _paint()


def _pan(view: BoardView) -> list[float]:
    _start(view)
    steps = count()
    return _times(FRAMES, lambda: view.sweep(Sweep(-9 if next(steps) % 40 < 20 else 9, -3, 1.0, 0, 0)))


def _zoom(view: BoardView) -> list[float]:
    _start(view)
    factor = FARTHEST ** (2 / FRAMES)
    steps = count()

    def step() -> None:
        out = next(steps) < FRAMES / 2
        view.sweep(Sweep(0, 0, factor if out else 1 / factor, view.camera.wide / 2, view.camera.high / 2))

    times = _times(FRAMES, step)
    time.sleep(0.12)  # until the words are set again
    return times + _times(5, lambda: None)


def _drag(view: BoardView, fingers: int) -> list[float]:
    _start(view)
    step_x, step_y = STEP_X * view.camera.scale, STEP_Y * view.camera.scale
    places = [(130 + step_x * (n % 5), 90 + step_y * (1 + n // 5)) for n in range(fingers)]
    starts = [QPoint(round(x), round(y)) for x, y in places]
    landing = QTest.touchEvent(view, _glass[0], False)
    for finger, start in enumerate(starts):
        landing.press(finger, start, view)
    landing.commit()
    steps = count(1)

    def step() -> None:
        way = QPoint(20 * next(steps) % 700, 11)
        moving = QTest.touchEvent(view, _glass[0], False)
        for finger, start in enumerate(starts):
            moving.move(finger, start + way, view)
        moving.commit()

    times = _times(FRAMES, step)
    assert len(view.shown.in_hand) == fingers, view.shown.in_hand
    for finger in range(fingers):
        view.touching.hands.cancel(finger)  # nothing is saved here: that is another figure
    view.shown.in_hand.clear()
    view.touching.cancel_all()
    lifting = QTest.touchEvent(view, _glass[0], False)
    for finger, start in enumerate(starts):
        lifting.release(finger, start, view)
    lifting.commit()
    view.update()
    _paint()
    return times


def _type(view: BoardView) -> list[float]:
    """A letter of a real keyboard, until it is painted in an open writing page."""
    _start(view)
    pages = Pages()
    refused = pages.open_at(view, view.bridge, view.look, view.words, 400.0, BELOW_GROUPS + 400)
    assert not refused, refused
    _paint()
    times = _times(FRAMES, lambda: QTest.keyClick(view, Qt.Key.Key_A))
    for page in pages.open:
        pages.close(page)
    return times


def _edit(view: BoardView, session: Session) -> list[float]:
    _start(view)
    note, steps = _in_view(view), count()
    return _times(FRAMES, lambda: session.board.edit_note(note, f"Other words, change {next(steps)}"))


def _in_view(view: BoardView) -> NoteId:
    lying = view.model.note_at(*view.camera.to_board(130, 60))
    assert lying is not None
    return lying.note


def _add(view: BoardView, session: Session) -> list[float]:
    _start(view)
    steps = count()
    return _times(
        FRAMES,
        lambda: session.board.add_note(f"One more, {next(steps)}", x=300.0, y=BELOW_GROUPS + 300),
    )


def _finger_up(view: BoardView) -> list[float]:
    """From the lifted finger until the move is on the disk and the note is painted where it lies now."""
    _start(view)
    note, times = _in_view(view), []
    for step in range(FRAMES):
        rect = view.model.rect_of(note)
        assert rect is not None
        start = view.to_screen(*rect.middle).toPoint()
        end = start + QPoint(-60 if step % 2 else 60, 0)  # not up: groups lie there
        QTest.touchEvent(view, _glass[0], False).press(0, start, view).commit()
        QTest.touchEvent(view, _glass[0], False).move(0, end, view).commit()
        _paint()
        lifting = QTest.touchEvent(view, _glass[0], False).release(0, end, view)
        times += _times(1, lifting.commit)
        assert view.model.rect_of(note) != rect, rect
    return times


def _all_visible(view: BoardView) -> list[float]:
    view.fit()
    view.finish_painting()
    _paint()
    steps = count()
    return _times(FRAMES, lambda: view.sweep(Sweep(-9 if next(steps) % 40 < 20 else 9, -3, 1.0, 0, 0)))
