"""An error where Qt calls us is told of, and the program goes on. Each runs in a process of its own."""

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from PySide6.QtCore import QEvent, QObject
import ui
if "without" in sys.argv:
    del QObject.__init_subclass__
from PySide6.QtWidgets import QApplication, QWidget

class Ours(QWidget):
    def event(self, event):
        return {code} if event.type() == QEvent.Type.User else super().event(event)

app = QApplication([])
told = []
sys.excepthook = lambda kind, error, where: told.append(kind.__name__)
try:
    QApplication.sendEvent(Ours(), QEvent(QEvent.Type.User))
except Exception as error:
    told.append(type(error).__name__)
print(*told)
"""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = PROGRAM.replace("{code}", code)
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    ("code", "error"),
    [("[][3]", "IndexError"), ('int("x")', "ValueError"), ("next(iter(()))", "StopIteration")],
)
def test_an_error_in_what_qt_calls_is_told(code: str, error: str) -> None:
    done = run(code)
    assert (done.returncode, done.stdout.strip()) == (0, error), done.stderr


def test_without_the_guard_the_program_ends() -> None:
    """If this fails, PySide6 has been repaired, and `ui.whole_errors` may go."""
    assert run("[][3]", "without").returncode < 0
