"""One start of the program, for `tests.bench.start`: opens a workshop, shows the board, tells the time.

`tests.bench.hour_once` begins in the same way.
"""

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.app import App

BORN = time.perf_counter() - time.process_time()  # close enough: a start is all processor time


def begun(folder: Path, passphrase: str) -> "tuple[QApplication, App]":
    """The program as it starts itself, with a workshop opened and its board given to the people."""
    from ui import tidying
    from ui.__main__ import ready

    tidying.put_off()
    application, app = ready()
    from ui.look import Side

    app.show()
    application.processEvents()  # the first page is painted, as it is while somebody types
    app.start.library.secret = passphrase
    app.start.open_now(folder)
    app.stage.front = Side.PEOPLE
    app.stage.show_people("board")
    return application, app


def main(folder: Path, passphrase: str) -> None:
    """Start, open, paint, and tell."""
    application, app = begun(folder, passphrase)
    from PySide6.QtCore import QEvent, QObject

    from ui.screens.board import BoardPage

    class Painted(QObject):
        """Notices the first painting of the board."""

        at = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.at:
                self.at = time.perf_counter()
            return False

    painted = Painted()
    page = app.desk.page
    assert isinstance(page, BoardPage), page
    page.view.installEventFilter(painted)
    page.view.update()
    while not painted.at:
        application.processEvents()
    application.processEvents()  # to the end of that painting
    took = time.perf_counter() - BORN
    print(json.dumps({"ms": took * 1000, "mib": resident(), "peak": resident("VmHWM")}))
    app.quit()


def resident(which: str = "VmRSS") -> float:
    """The memory of this process in MiB: what the system keeps for it now, or kept at most (VmHWM).

    `resource` would tell the most of the process that started this one, too.
    """
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(which)) / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
