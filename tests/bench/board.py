"""How fast the board is: frames while it is moved, sized and worked on by ten fingers, without a GPU.

The board is a real view on an encrypted workshop, painted offscreen at 1920 × 868; notes of 20 to 200
characters lie close beside each other, so that as many as can be are in view. A frame is what a
person waits for: the touch, what it means, and the painted picture.
"""

import math
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.store import note_of_chance
from tests.bench.timing import figures_of
from tests.session import given
from ui.board.hands import Sweep
from ui.board.layout import STEP_X, STEP_Y
from ui.board.view import BoardView
from ui.board.writing import Pages
from ui.bridge import Bridge
from ui.look import Look, load_fonts
from ui.words import words_in
from workshop.domain.ids import NoteId
from workshop.domain.labels import Label
from workshop.session.session import Session

FRAMES = 40
WIDE, HIGH = 1920, 868
BELOW_GROUPS = 1320.0
FARTHEST = 0.12  # to which the zoom goes and back

_app: list[QApplication] = []
_glass: list[QPointingDevice] = []


def rows(sizes: Sequence[int]) -> list[dict[str, object]]:
    """One row a measure and number of notes; milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not _app:
        _app.append(QApplication.instance() or QApplication([]))  # type: ignore[arg-type]
        _glass.append(QTest.createTouchDevice())
        load_fonts()
    return [row for size in sizes for row in _rows_of(size)]


def _rows_of(size: int) -> list[dict[str, object]]:
    with _workshop(size) as session:
        bridge = Bridge(session)
        first = _times(5, lambda: _shown(bridge).close())
        view = _shown(bridge)
        measured = [
            _row("first_paint", size, first),
            _row("pan", size, _pan(view)),
            _row("zoom", size, _zoom(view)),
            _row("drag_1", size, _drag(view, 1)),
            _row("drag_10", size, _drag(view, 10)),
            _row("type", size, _type(view)),
            _row("edit", size, _edit(view, session)),
            _row("add", size, _add(view, session)),
            _row("finger_up_to_saved", size, _finger_up(view)),
            _row("all_visible_pan", size, _all_visible(view)),
        ]
        view.close()
        return measured


def _row(what: str, size: int, times: Sequence[float]) -> dict[str, object]:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # of the whole process, so far
    shown = {"what": what, "notes": size, "size": f"{WIDE}x{HIGH}"}
    return {**shown, **figures_of(times), "peak_mib": round(peak, 1)}


@contextmanager
def _workshop(size: int) -> Iterator[Session]:
    """A practice workshop with five groups of nine and the other notes loose below them."""
    with tempfile.TemporaryDirectory() as folder:
        session = given.session(Path(folder) / "day")
        chance = random.Random(size)
        columns = max(8, round(math.sqrt(size * 2 * STEP_Y / STEP_X)))
        notes = [
            replace(
                note_of_chance(number, chance),
                x=20 + ((number - 1) % columns) * STEP_X,
                y=BELOW_GROUPS + ((number - 1) // columns) * STEP_Y,
            )
            for number in range(1, size + 1)
        ]
        session.place.store.apply(Label.IMPORT_NOTES, notes)
        for group in range(5):
            session.board.make_group(f"Group {group}", [n.id for n in notes[-group * 9 - 9 :][:9]])
        yield session
        session.close()


def _shown(bridge: Bridge) -> BoardView:
    view = BoardView(bridge, Look(), words_in("en"))
    view.resize(WIDE, HIGH)
    view.show()
    _paint()
    return view


def _paint() -> None:
    QApplication.sendPostedEvents()
    QApplication.processEvents()


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
        view.sweep(Sweep(0, 0, factor if out else 1 / factor, WIDE / 2, HIGH / 2))

    times = _times(FRAMES, step)
    time.sleep(0.12)  # until the words are set again
    return times + _times(5, lambda: None)


def _drag(view: BoardView, fingers: int) -> list[float]:
    _start(view)
    starts = [QPoint(130 + round(STEP_X) * (n % 5), 90 + round(STEP_Y) * (n // 5)) for n in range(fingers)]
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
    refused = pages.open_at(view, view.bridge, Look(), words_in("en"), 400.0, BELOW_GROUPS + 400)
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
        end = start + QPoint(7, 40 if step % 2 else -40)
        QTest.touchEvent(view, _glass[0], False).press(0, start, view).commit()
        QTest.touchEvent(view, _glass[0], False).move(0, end, view).commit()
        _paint()
        lifting = QTest.touchEvent(view, _glass[0], False).release(0, end, view)
        times += _times(1, lifting.commit)
    return times


def _all_visible(view: BoardView) -> list[float]:
    view.fit()
    view.finish_painting()
    _paint()
    steps = count()
    return _times(FRAMES, lambda: view.sweep(Sweep(-9 if next(steps) % 40 < 20 else 9, -3, 1.0, 0, 0)))
