"""Many more days of ten fingers on one board, in any order: what the tests play a few times, played often.

It stops at the first day on which a note is lost or doubled, or anything else goes wrong, and says which.
"""

import os
import time
from collections.abc import Sequence

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test as play
from PySide6.QtWidgets import QApplication

from tests.ui.board.test_many_hands import DETERMINISTIC, ManyHands
from ui.board.pen_signs import Application

SIZES = (1_000,)
STEPS = 60


def rows(sizes: Sequence[int]) -> list[dict[str, object]]:
    """For each number of days: how many a second."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or Application([])
    made = [_row_of(size) for size in sizes]
    app.processEvents()
    return made


def _row_of(size: int) -> dict[str, object]:
    start = time.perf_counter()
    often = settings(DETERMINISTIC, max_examples=size, stateful_step_count=STEPS, derandomize=False)
    play(ManyHands, settings=often)
    seconds = time.perf_counter() - start
    return {"what": "days", "notes": size, "per_second": round(size / seconds, 2), "n": size}
