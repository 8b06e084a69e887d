"""One start of the program, for `tests.bench.start`: opens a workshop, shows the board, tells the time."""

import json
import resource
import sys
import time
from pathlib import Path

BORN = time.perf_counter() - time.process_time()  # close enough: a start is all processor time


def main(folder: Path, passphrase: str) -> None:
    """Start, open, paint, and tell."""
    from PySide6.QtCore import QEvent, QObject

    from ui.app import App, make_application
    from ui.look import Side

    application = make_application()
    app = App()
    app.start.begin()  # as it begins: locked
    app.arrange()
    window = app.desk
    window.resize(1920, 1080)
    app.start.library.secret = passphrase
    app.start.open_now(folder)
    app.stage.front = Side.PEOPLE
    app.stage.show_people("board")

    class Painted(QObject):
        """Notices the first painting of the board."""

        at = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.at:
                self.at = time.perf_counter()
            return False

    painted = Painted()
    window.page.view.installEventFilter(painted)  # type: ignore[union-attr]
    window.page.view.update()  # type: ignore[union-attr]
    while not painted.at:
        application.processEvents()
    application.processEvents()  # to the end of that painting
    took = time.perf_counter() - BORN
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"ms": took * 1000, "mib": peak}))
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
