"""An hour of use, for `tests.bench.hour`: acts of chance on the board of the whole program."""

import gc
import json
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.start_once import begun, resident

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.screens.board import BoardPage
    from workshop.domain.ids import NoteId

ACTS = 3_600
A_TICK = 10  # acts, one a second, between two ticks of the program
ACROSS, DOWN = (-700, 700), (-300, 300)  # pixels by which the board is moved


class Hour:
    """Hands on the board of one page."""

    def __init__(self, page: "BoardPage", application: "QApplication") -> None:
        from ui.playing.fingers import touch_screen

        self.page, self.view, self.application = page, page.view, application
        self.glass = touch_screen()
        self.chance = random.Random(1)
        kinds = {self.look: 6, self.size: 2, self.drag: 4, self.touch: 4, self.change: 2, self.add: 2}
        kinds |= {self.undo: 1, self.write: 1, self.list: 1, self.whole: 1}
        self.acts = [act for act, times in kinds.items() for _ in range(times)]

    def go_on(self, acts: int) -> None:
        """So many acts, each painted; what was thrown away goes, as it does in the loop of a program."""
        from PySide6.QtCore import QEvent

        from ui import tidying

        for act in range(acts):
            if act % A_TICK == 0:
                tidying.give_back_the_rest()
            self.chance.choice(self.acts)()
            self.application.processEvents()
            self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if self.view.camera.zoom < 0.3 or self.chance.random() < 0.02:
                self.view.zoom_by(1 / self.view.camera.zoom)

    def look(self) -> None:
        from ui.board.hands import Sweep

        across, down = (self.chance.randint(*way) for way in (ACROSS, DOWN))
        self.view.sweep(Sweep(across, down, 1.0, 0, 0))

    def size(self) -> None:
        self.view.zoom_by(self.chance.choice((0.6, 0.8, 1.25, 1.7)))

    def whole(self) -> None:
        self.view.fit()

    def place(self) -> tuple[int, int]:
        wide, high = self.view.width(), self.view.height()
        return self.chance.randint(20, wide - 20), self.chance.randint(20, high - 20)

    def finger(self, *places: tuple[int, int]) -> None:
        from PySide6.QtCore import QPoint
        from PySide6.QtTest import QTest

        points = [QPoint(*place) for place in places]
        QTest.touchEvent(self.view, self.glass, False).press(0, points[0], self.view).commit()
        for point in points[1:]:
            QTest.touchEvent(self.view, self.glass, False).move(0, point, self.view).commit()
            self.application.processEvents()
        QTest.touchEvent(self.view, self.glass, False).release(0, points[-1], self.view).commit()

    def drag(self) -> None:
        x, y = self.place()
        self.finger((x, y), (x + 40, y + 20), (x + 90, y + 60))

    def touch(self) -> None:
        self.finger(self.place())
        for page in self.page.pages.open:
            self.page.pages.close(page)

    def note(self) -> "NoteId | None":
        seen = self.view.model.notes_in(self.view.camera.in_view)
        return self.chance.choice(seen).note if seen else None

    def words(self) -> str:
        return " ".join(self.chance.choices(("bench", "shade", "bus", "door", "quiet", "letter"), k=9))

    def change(self) -> None:
        if (note := self.note()) is not None:
            self.page.did(self.page.room.session.board.edit_note, note, self.words())

    def add(self) -> None:
        x, y = self.view.free_place()
        self.page.did(self.page.room.session.board.add_note, self.words(), x=x, y=y)

    def undo(self) -> None:
        if self.page.room.session.last_acts(1):
            self.page.did(self.page.room.session.undo)

    def write(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        self.page.write()
        for _ in range(12):
            QTest.keyClick(self.view, Qt.Key.Key_A)
        for page in self.page.pages.open:
            self.page.pages.close(page)

    def list(self) -> None:
        self.page.show_list()
        self.application.processEvents()
        self.page.show_list()


def main(folder: Path, passphrase: str) -> None:
    """Use the board for an hour, and tell."""
    application, app = begun(folder, passphrase)
    from ui import tidying
    from ui.screens.board import BoardPage

    application.processEvents()
    tidying.begin()
    page = app.desk.page
    assert isinstance(page, BoardPage), page
    hour, mib, start = Hour(page, application), [resident()], time.perf_counter()
    for _ in range(2):
        hour.go_on(ACTS // 2)
        gc.collect()
        mib.append(resident())
    seconds = time.perf_counter() - start
    print(json.dumps({"mib": mib, "peak": resident("VmHWM"), "acts": ACTS, "seconds": seconds}))
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
