"""What a screen reader really hears, over AT-SPI and from a second process.

The app runs in a real window on a screen of its own (Xvfb) and a bus of its own; another program reads
it as Orca would. What is in memory only is tested in `tests/ui/board/test_accessible.py`.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
READER = Path(__file__).with_name("heard_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
# The app ends when the pipe that is its standard input is closed, and its end has to be a good one.
TOGETHER = """
mkfifo "$4/input"
"$1" -m tests.ui.heard_app "$4/day" "$5" <"$4/input" &
exec 9>"$4/input"
"$2" "$3" same-table-heard "$6" "$6" || exit 1
"$2" "$3" same-table-heard "$7" || exit 1
exec 9>&-
wait $!
"""


@dataclass(frozen=True)
class Heard:
    """What was heard before and after a button was pressed."""

    before: dict[str, Any]
    after: dict[str, Any]

    def names(self, role: str) -> list[str]:
        """The names of all parts of a role, in order."""
        return [part["name"] for part in parts(self.before) if part["role"] == role]


def parts(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A part that can be seen, and all below it."""
    if part["showing"] or part["role"] == "application":
        yield part
        for below in part["below"]:
            yield from parts(below)


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees; its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def hear(tmp_path: Path, page: str, button: str, then: str) -> Heard:
    """Show a page, read it, press a button, read again when `then` is there, and end the app."""
    missing = [name for name in ("Xvfb", "dbus-run-session") if shutil.which(name) is None]
    if missing or not os.path.exists(SYSTEM_PYTHON) or not _has_bindings():
        pytest.skip("the tools of a screen reader are not on this machine")
    with screen() as display:
        env = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        arguments = [sys.executable, SYSTEM_PYTHON, READER, tmp_path, page, button, then]
        done = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", TOGETHER, "sh", *map(str, arguments)],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
            timeout=90,
        )
    assert done.returncode == 0, done.stderr
    return Heard(*map(json.loads, done.stdout.splitlines()[-2:]))  # the bus says something before


def _has_bindings() -> bool:
    asked = "import gi; gi.require_version('Atspi', '2.0')"
    return subprocess.run([SYSTEM_PYTHON, "-c", asked], capture_output=True).returncode == 0


def test_the_board_is_heard_and_its_secrets_are_not(tmp_path: Path) -> None:
    heard = hear(tmp_path, "board", "Write a note", then="Finished")
    assert heard.names("list") == ["Board", "Medicines", "Group without a name"]
    assert heard.names("list item") == [
        "What matters. Waited 5 hours. Medicines, 1 of 2.",
        "Idea. دوائیں. Medicines, 2 of 2. Urdu.",
        "Question. What is a discharge lounge?",
    ]
    board = next(part for part in parts(heard.before) if part["name"] == "Board")
    assert board["description"] == "3 notes, 1 face down"
    note = board["below"][0]["below"][0]
    left, top, wide, high = note["place"]
    assert 0 <= left < left + wide <= 1366 and 0 <= top < top + high <= 768
    said = json.dumps([heard.before, heard.after], ensure_ascii=False)
    assert "secret" not in said
    assert "hurtful" not in said


def test_a_button_is_pressed_by_another_program(tmp_path: Path) -> None:
    heard = hear(tmp_path, "arrive_name", "English", then="Next")
    assert {"Q", "Delete", "Space", "Skip this"} <= set(heard.names("push button"))
