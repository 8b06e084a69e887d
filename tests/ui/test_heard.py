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
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from workshop.domain.records import Group, Membership, Note
from workshop.session.session import Session

ROOT = Path(__file__).resolve().parents[2]
READER = Path(__file__).with_name("heard_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
# The app ends when the pipe that is its standard input is closed, and its end has to be a good one.
TOGETHER = """
python=$1 system=$2 reader=$3 folder=$4 page=$5
shift 5
mkfifo "$folder/input"
"$python" -m tests.ui.heard_app "$folder/day" "$page" <"$folder/input" &
exec 9>"$folder/input"
"$system" "$reader" same-table-heard "$@" || exit 1
exec 9>&-
wait $!
"""


@dataclass(frozen=True)
class Heard:
    """What was heard at one moment: the app with all its parts, and what it announced then."""

    app: dict[str, Any]

    def names(self, role: str) -> list[str]:
        """The names of all parts of a role, in order."""
        return [part["name"] for part in parts(self.app) if part["role"] == role]

    def part(self, name: str) -> dict[str, Any]:
        """The part with this name."""
        return next(part for part in parts(self.app) if part["name"] == name)


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


def hear(tmp_path: Path, page: str, *names: str) -> list[Heard]:
    """Show a page and press the parts with these names, one after the other, but not the last one.

    Each is waited for, and the page is read when it is there. At the end the app is ended.
    """
    missing = [name for name in ("Xvfb", "dbus-run-session") if shutil.which(name) is None]
    if missing or not os.path.exists(SYSTEM_PYTHON) or not _has_bindings():
        pytest.skip("the tools of a screen reader are not on this machine")
    with screen() as display:
        env = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        arguments = [sys.executable, SYSTEM_PYTHON, READER, tmp_path, page, *names]
        done = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", TOGETHER, "sh", *map(str, arguments)],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
            timeout=90,
        )
    assert done.returncode == 0, done.stderr
    # The bus says something before.
    return [Heard(json.loads(line)) for line in done.stdout.splitlines()[-len(names) :]]


def _has_bindings() -> bool:
    asked = "import gi; gi.require_version('Atspi', '2.0')"
    return subprocess.run([SYSTEM_PYTHON, "-c", asked], capture_output=True).returncode == 0


def test_the_board_is_heard_and_its_secrets_are_not(tmp_path: Path) -> None:
    (heard,) = hear(tmp_path, "board", "Write a note")
    assert heard.names("list") == ["Board", "Medicines", "Group without a name"]
    waited = "What matters. Waited 5 hours. Medicines, 1 of 2."
    medicines = "Idea. دوائیں. Medicines, 2 of 2. Urdu."
    assert heard.names("list item") == [waited, medicines, "Question. What is a discharge lounge?"]
    group, note = heard.part("Medicines"), heard.part(waited)
    assert [part["name"] for part in group["below"]] == [waited, medicines]
    assert (heard.part(medicines)["language"], note["language"]) == ("ur_PK", "C")
    assert note["actions"] == group["actions"] == ["Press", "SetFocus"]
    assert within(note["place"], group["place"]) and within(note["place"], [0, 0, 1366, 768])
    assert heard.part("Board")["description"] == "3 notes, 1 face down"
    said = json.dumps(heard.app, ensure_ascii=False)
    assert "secret" not in said
    assert "hurtful" not in said


def within(place: list[int], around: list[int]) -> bool:
    """Whether a rectangle (left, top, width, height) has an area, and lies in another one."""
    (x, y, wide, high), (left, top, w, h) = place, around
    return wide > 0 < high and left <= x and top <= y and x + wide <= left + w and y + high <= top + h


def test_a_note_is_moved_by_another_program(tmp_path: Path) -> None:
    note = "What matters. Waited 5 hours. Medicines, 1 of 2."
    put = "Put it here: Group without a name"
    there = "What matters. Waited 5 hours. Group without a name, 1 of 1."
    before, picked, moved, naming = hear(tmp_path, "board", note, put, "Name this group", "Done")
    assert put not in before.names("push button")
    assert {put, "Move to…", "Hear", "Change"} <= set(picked.names("push button"))
    assert {put, "Move to…"} <= set(before.app["came"])  # what a screen reader would not find by itself
    assert there in picked.app["came"]
    assert picked.app["announced"] == ["Note added to a group without a name"]
    assert there in moved.names("list item") and note not in moved.names("list item")
    assert "What shall this group be called?" in json.dumps(naming.app)
    with closing(Session.open(tmp_path / "day", None)) as session:
        kept = {m.note: m.group for m in session.all(Membership)}
        texts = {n.id: n.text for n in session.all(Note)}
        names = {g.id: g.name for g in session.all(Group)}
    assert {texts[n]: names[g] for n, g in kept.items()} == {"Waited 5 hours": "", "دوائیں": "Medicines"}


def test_a_key_is_pressed_by_another_program(tmp_path: Path) -> None:
    before, after = hear(tmp_path, "arrive_name", "Q", "q")
    assert {"Q", "Delete", "Space", "Skip this", "Next"} <= set(before.names("push button"))
    assert before.part("Next")["description"] == "Please write a name, or touch “Skip this”."
    assert after.part("Next")["description"] == ""  # a letter is written, and the next ones are small
