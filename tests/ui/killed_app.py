"""The app while two people write on the board without an end; run and killed by `test_killed_writing.py`.

Each letter is touched on the keys of a page. After each, the time and the words of both are printed.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.board.writing_room import middle, touch_button, touch_keys
from tests.ui.given import Table, settle
from ui.screens.board import BoardPage
from workshop.domain.kinds import NoteKind

LETTERS = "whencanigohome"
EVERY_MS = 40


def set_the_table(table: Table) -> BoardPage:
    """Two people write: one has drawn, for the other somebody else writes."""
    page = table.show_people("board")
    assert isinstance(page, BoardPage)
    for start in (200, 1500):
        page.write_at(*page.view.camera.to_board(start, 400))
    left, right = page.pages.open
    left.act(NoteKind.QUESTION)
    right.act("helper")
    for name in ("more", "draw"):
        touch_button(left, name)
    x, y = middle(left, left.parts.drawing["paper"])
    left.press(1, x, y)
    left.move(1, x + 50, y)
    left.release(1, x + 50, y)
    touch_button(left, "words")
    return page


def main() -> None:
    """Write until the power goes."""
    QApplication(sys.argv[:1])
    table = Table(Path(sys.argv[1]))
    table.begin()
    page = set_the_table(table)
    settle()
    written = 0

    def write() -> None:
        nonlocal written
        for one in page.pages.open:
            letter = LETTERS[written % len(LETTERS)]
            touch_keys(one, next(k.label for k in one.panel.keys if k.label.lower() == letter))
        written += 1
        print(json.dumps([time.monotonic(), *(one.text.words for one in page.pages.open)]), flush=True)

    timer = QTimer()
    timer.setInterval(EVERY_MS)
    timer.timeout.connect(write)
    timer.start()
    QApplication.exec()


if __name__ == "__main__":
    main()
