"""A day of restless hands: random touches and keys on the people's screen, and nothing may go wrong.

One real window at 1920 × 1080 with everything people can be shown: the board and its writing pages, the
other pages of people, the pause, the number pad. Ten fingers and a keyboard do what chance wants; now
and then the facilitator goes on to another page. After each event people must still be on their own
side, no exception may have come up, and no note may be gone that nobody took back. The facilitator's
number has twelve digits, so that chance never finds it.
"""

import gc
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QPoint,
    QPointF,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.bench.soak_book import Book
from tests.ui import sample
from tests.ui.given import Table
from ui.board.pen_signs import Application
from ui.board.writing import Page as Sheet
from ui.parts.arrival import begin_arrival
from ui.parts.start import Start
from ui.playing.fingers import touch_screen
from ui.playing.table import steady_hands
from ui.screens.board import BoardPage
from workshop.domain.records import Group, Note

SIZES = (288_000,)
HARMLESS = "QGestureManager"  # a list that takes flicks went while a finger was on it
NUMBER = "739105826431"
FINGERS, HOUR = 10, 3_600  # an hour is as many touches, one a second
LOOK_EVERY = 1_000  # events between two looks at the whole workshop and at the memory
PAGE_EVERY = 400  # events between two pages that the facilitator shows
MOST_NOTES = 400  # then the facilitator puts notes away: a room does not write on for ever
PAGES = ("board", "board", "board", "board", "today", "ideas", "read_group", "display", "arrival", "vote")
PRESS, MOVE, RELEASE = QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease
KEYS = (
    *(Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_L, Qt.Key.Key_M, Qt.Key.Key_Z, Qt.Key.Key_1, Qt.Key.Key_9),
    *(Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F11, Qt.Key.Key_Delete, Qt.Key.Key_Plus),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Menu),
)
HELD = (
    *(Qt.KeyboardModifier.NoModifier,) * 5,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)


class QtWarns(AssertionError):
    """Qt says that something is wrong."""


def rows(sizes: Sequence[int]) -> list[dict[str, object]]:
    """For each number of events: how many a second; the memory at the start, in the middle, at the end.

    "An hour more" is what an hour of one touch a second costs in the second half of the day.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or Application([])
    made = [row for size in sizes for row in _rows_of(size)]
    app.processEvents()
    return made


def _rows_of(size: int) -> list[dict[str, object]]:
    with in_a_room() as table:
        soak = Soak(table)
        start = time.perf_counter()
        soak.run(size)
        seconds = time.perf_counter() - start
    print(f"{soak.told()}, {seconds:.0f} s", file=sys.stderr)
    print(f"MiB each {LOOK_EVERY} events: {soak.memory}", file=sys.stderr)
    seen, half = soak.memory, len(soak.memory) // 2
    an_hour = statistics.linear_regression(range(len(seen[half:])), seen[half:]).slope * HOUR / LOOK_EVERY
    memory = {"start": seen[0], "middle": seen[half], "end": seen[-1], "an hour more": an_hour}
    return [
        {"what": "events", "notes": size, "per_second": round(size / seconds, 1), "n": size},
        *(
            {"what": f"memory {when}", "notes": size, "peak_mib": round(mib, 2)}
            for when, mib in memory.items()
        ),
    ]


@contextmanager
def in_a_room() -> Iterator[Table]:
    """A day with people, groups, notes and ideas on one screen, given to the people; silent."""
    before = {name: os.environ.get(name) for name in ("SAME_TABLE_HOME", "PATH")}
    with tempfile.TemporaryDirectory(prefix="same-table-soak-") as folder, steady_hands():
        os.environ |= {"SAME_TABLE_HOME": str(Path(folder) / "home"), "PATH": ""}  # no program to speak
        table = Table(Path(folder) / "day")
        try:
            sample.whole(table.session)
            sample.start(table.session, "groups")
            table.begin()
            start = Start.of(table.stage)
            start.keep(start.settings.with_number(NUMBER))
            table.show_people("board")
            yield table
        finally:
            table.close()
            for name, value in before.items():
                os.environ.pop(name, None)
                os.environ |= {name: value} if value is not None else {}


@dataclass
class Soak:
    """Random events in one window, and a look at what became of everything."""

    table: Table
    seed: int = 1
    memory: list[float] = field(default_factory=list)  # MiB, one each `LOOK_EVERY` events
    bugs: list[BaseException] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)  # pages that were in front
    events: int = 0  # touches and keys so far

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.down: dict[int, QPoint] = {}
        self.book = Book(self.table)
        self._look()

    def run(self, events: int) -> None:
        """Do so many events; Escaped, Lost or the bug itself when something goes wrong."""
        with self.bugs_caught():
            while self.events < events:
                before = self.events
                self.watched(self._event)
                if before // PAGE_EVERY != self.events // PAGE_EVERY:
                    self.watched(self._go_on)
                if before // LOOK_EVERY != self.events // LOOK_EVERY:
                    self._look()
            self.watched(self.lift_all)
            self._look()

    def watched(self, act: Callable[[], object]) -> None:
        """Do something, let Qt do what follows as in a running program, and look at what became of it."""
        self.book.before_event()
        act()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if self.bugs:
            raise self.bugs[0]
        self.book.after_event()
        self.shown.add(self.table.stage.people.page)

    @contextmanager
    def bugs_caught(self) -> Iterator[None]:
        """Keep what goes wrong where Qt calls: Python would only print it."""

        def caught(kind: type[BaseException], bug: BaseException, where: TracebackType | None) -> None:
            self.bugs.append(bug)

        def told(kind: QtMsgType, where: QMessageLogContext, said: str) -> None:
            if kind is not QtMsgType.QtDebugMsg and HARMLESS not in said:
                self.bugs.append(QtWarns(said))

        before, sys.excepthook = sys.excepthook, caught
        was_told = qInstallMessageHandler(told)
        try:
            yield
        finally:
            sys.excepthook = before
            qInstallMessageHandler(was_told)

    # Events

    def _event(self) -> None:
        acts = (self.land, self._move, self._lift, self._tap, self._key, self._pen)
        act: Callable[[], None] = self.chance.choices(acts, (15, 40, 14, 20, 8, 1))[0]
        act()
        if self.chance.random() < 0.002:
            QApplication.sendEvent(self._target(), QTouchEvent(QEvent.Type.TouchCancel, touch_screen()))
        if self.chance.random() < 0.001:
            QApplication.sendEvent(self._target(), QEvent(QEvent.Type.WindowDeactivate))
        if self.chance.random() < 0.05:
            self.table.clock.on(seconds=2)
            self.table.stage.tick()

    def _target(self) -> QWidget:
        page = self.table.people.page
        return page.view if isinstance(page, BoardPage) else self.table.people

    def _sequence(self, but: int) -> QTest.QTouchEventSequence:
        event = QTest.touchEvent(self.table.people, touch_screen(), False)
        for finger in sorted(self.down.keys() - {but}):
            event.stationary(finger)
        return event

    def land(self) -> None:
        """One more finger, where one is free."""
        free = sorted(set(range(FINGERS)) - self.down.keys())
        if free:
            finger = self.chance.choice(free)
            at = self._place()
            self._sequence(finger).press(finger, at, self.table.people).commit()
            self.down[finger] = at
            self.events += 1

    def _tap(self) -> None:
        free = sorted(set(range(FINGERS)) - self.down.keys())
        if free:
            finger = free[-1]
            self.down[finger] = at = self._place()
            self._sequence(finger).press(finger, at, self.table.people).commit()
            self._lift_one(finger)
            self.events += 1

    def _move(self) -> None:
        if self.down:
            finger = self.chance.choice(sorted(self.down))
            near = QPoint(self.chance.randint(-40, 40), self.chance.randint(-40, 40))
            at = self.down[finger] + near if self.chance.random() < 0.6 else self._place()
            self._sequence(finger).move(finger, at, self.table.people).commit()
            self.down[finger] = at
            self.events += 1

    def _lift(self) -> None:
        if self.down:
            self._lift_one(self.chance.choice(sorted(self.down)))

    def _lift_one(self, finger: int) -> None:
        at = self.down.pop(finger)
        self._sequence(finger).release(finger, at, self.table.people).commit()
        self.events += 1

    def lift_all(self) -> None:
        """No finger is left on the screen."""
        for finger in sorted(self.down):
            self._lift_one(finger)

    def _key(self) -> None:
        target = QApplication.focusWidget() or self.table.people
        QTest.keyClick(target, self.chance.choice(KEYS), self.chance.choice(HELD))
        self.events += 1

    def _pen(self) -> None:
        """A pen draws a short line on the board, or on a page there."""
        page = self.table.people.page
        if not isinstance(page, BoardPage) or not page.isEnabled():
            return
        at = page.view.mapFrom(self.table.people, self._place())
        way = QPoint(self.chance.randint(-30, 30), self.chance.randint(-30, 30))
        for kind, pressure, step in ((PRESS, 0.4, 0), (MOVE, 0.6, 1), (MOVE, 0.7, 2), (RELEASE, 0.0, 2)):
            _tell_pen(page.view, kind, at + way * step, pressure)
            self.events += 1

    def _place(self) -> QPoint:
        """Anywhere in the window or beside it; more often where there is something to touch."""
        window, chance = self.table.people, self.chance
        page = self.table.people.page
        if chance.random() < 0.35:
            things = [t for t in window.findChildren(QAbstractButton) if t.isVisible()]
            if things:
                thing = chance.choice(things)
                return thing.mapTo(window, thing.rect().center())
        elif chance.random() < 0.6 and isinstance(page, BoardPage) and page.pages.open:
            return page.view.mapTo(window, self._on_sheet(chance.choice(page.pages.open)))
        return QPoint(chance.randint(-20, window.width() + 20), chance.randint(-20, window.height() + 20))

    def _on_sheet(self, sheet: Sheet) -> QPoint:
        """Anywhere on a writing page; now and then on "Done"."""
        if self.chance.random() < 0.08:
            return sheet.turned.transform.map(sheet.parts.boxes["done"].center()).toPoint()
        area = sheet.rect().toRect()
        return area.topLeft() + QPoint(
            self.chance.randint(0, area.width()), self.chance.randint(0, area.height())
        )

    # The facilitator

    def _go_on(self) -> None:
        """Show people another page, pause, go on with the day, or put away what is too much."""
        stage, board = self.table.stage, self.table.session.board
        stage.ask_number(False)
        stage.pause(self.chance.random() < 0.1)
        stage.next_person()
        self._show(self.chance.choice(PAGES))
        shown = self.table.session.all(Note)
        for note in shown[MOST_NOTES:]:
            if not note.withheld_reason:
                board.withhold_note(note.id, "There are too many")

    def _show(self, page: str) -> None:
        """Show people a page; "vote" opens one, or closes the one that is open."""
        stage, session = self.table.stage, self.table.session
        if page == "vote":
            vote = stage.open_round()
            sample.open_vote(session) if vote is None else session.voting.close_round(vote.id)
        elif page == "arrival":
            begin_arrival(stage)
        elif page == "read_group":
            stage.show_people(page, group=self.chance.choice(session.all(Group)).id)
        else:
            stage.show_people(page)

    # Looking

    def _look(self) -> None:
        """Whether every note is there, once, and how much memory the whole process has."""
        self.book.compare()
        self.shown |= {"the number"} if self.table.stage.asking_number else set()
        gc.collect()
        self.memory.append(round(_resident_mib(), 1))

    def told(self) -> str:
        """What happened, in one line."""
        pages = ", ".join(sorted(self.shown))
        book = self.book
        notes = f"{book.written} notes written, {book.taken_back} taken back, {book.thrown} thrown away"
        return f"{notes}; seen: {pages}"


@lru_cache(maxsize=1)
def _pen() -> QPointingDevice:
    can = QInputDevice.Capability.Position | QInputDevice.Capability.Pressure
    kind, id_ = QPointingDevice.PointerType.Pen, QPointingDeviceUniqueId.fromNumericId(7)
    return QPointingDevice("pen", 7, QInputDevice.DeviceType.Stylus, kind, can, 1, 2, "", id_)


def _tell_pen(view: QWidget, kind: QEvent.Type, at: QPoint, pressure: float) -> None:
    """What Qt tells a board of a pen."""
    tip, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    changed, held = (none if kind is MOVE else tip), (tip if pressure else none)
    spot, keys = QPointF(at), Qt.KeyboardModifier.NoModifier
    event = QTabletEvent(kind, _pen(), spot, spot, pressure, 0, 0, 0, 0, 0, keys, changed, held)
    QApplication.sendEvent(view, event)


def _resident_mib() -> float:
    """The memory of this process now; where the system does not say, the most it ever had."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize() / 2**20
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
