"""The program: windows on one, two and three screens, a screen pulled out, a bug, the end.

Two screens are real ones of Qt's offscreen platform, in a program of their own; pulling one out is
said by the signal that Qt would send.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.given import Clock, settle, touch, words_on
from ui import __main__ as start_of_ui
from ui.app import App, Places, places_for
from ui.look import Side
from workshop.session.session import Session
from workshop.session.settings import ONLY_THIS

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "four quiet garden benches"
SCREENS = [
    {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "touch", "x": 1366, "y": 0, "width": 1920, "height": 1080},
    {"name": "wall", "x": 3286, "y": 0, "width": 1280, "height": 720},
]


@pytest.mark.parametrize(
    ("names", "chosen", "places"),
    [
        (["laptop"], "", Places(0)),
        (["laptop"], "touch", Places(0)),
        (["laptop", "touch"], "", Places(0, 1)),
        (["laptop", "touch"], "touch", Places(0, 1)),
        (["laptop", "touch"], "laptop", Places(1, 0)),
        (["laptop", "touch"], ONLY_THIS, Places(0)),
        (["laptop", "wall", "touch"], "touch", Places(0, 2, 1)),
        (["laptop", "wall", "touch"], "", Places(0, 1, 2)),
        (["laptop", "wall", "touch"], "laptop", Places(1, 0, 2)),
    ],
)
def test_who_is_shown_on_which_screen(names: list[str], chosen: str, places: Places) -> None:
    assert places_for(names, chosen) == places


# On one screen


@pytest.fixture
def app(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("SAME_TABLE_HOME", str(tmp_path / "home"))
    made = App(Clock())
    yield made
    made.quit()
    settle()


def test_a_new_computer_begins_with_the_first_page(app: App) -> None:
    app.show()
    settle()
    assert set(app.windows) == {Side.FACILITATOR} and app.stage.one_screen
    assert app.stage.desk.page == "first_run"
    assert "Choose a passphrase" in words_on(app.desk)


def test_a_library_with_a_passphrase_begins_locked(app: App, tmp_path: Path) -> None:
    Session.make(tmp_path / "home" / "Day", "Day", PASSPHRASE).close()
    app.show()
    settle()
    assert app.stage.desk.page == "unlock"


def test_the_end_lets_go_of_the_workshop_and_of_practice(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    app.show(practise=True)
    qtbot.waitUntil(lambda: app.stage.bridge is not None, timeout=5000)
    settle()
    app.desk.close()
    settle()
    assert app.stage.bridge is None and app.windows == {}
    assert list((tmp_path / "home").iterdir()) == []


def test_a_finger_says_which_screen_people_touch(app: App) -> None:
    app.show()
    settle()
    touch(app.desk, "Touch it now")
    touch(app.desk, "Passphrase")  # anywhere on that screen
    settle()
    assert app.start.settings.people_screen == app.desk.screen().name()


def test_a_touch_says_nothing_while_nobody_asks(app: App) -> None:
    app.show()
    settle()
    touch(app.desk, "Passphrase")
    assert app.start.settings.people_screen == ""


# On two and three screens, in a program of their own

TOLD = """
import json, os, sys
from pathlib import Path
from PySide6.QtWidgets import QAbstractButton
from ui.app import App, make_application
from ui.look import Side

home = Path(os.environ["SAME_TABLE_HOME"])
application = make_application()
gone = set()
app = App(screens=lambda: [s for s in application.screens() if s.name() not in gone])

def pull_out(name):
    gone.add(name)
    application.screenRemoved.emit(next(s for s in application.screens() if s.name() == name))

def plug_in(name):
    gone.discard(name)
    application.screenAdded.emit(next(s for s in application.screens() if s.name() == name))

def settle():
    for _ in range(4):
        application.sendPostedEvents()
        application.processEvents()

def told():
    settle()
    message = {s: w.message for s, w in app.windows.items() if w.message and w.message.isVisible()}
    return {
        "windows": {side.value: window.screen().name() for side, window in app.windows.items()},
        "full": [side.value for side, window in app.windows.items() if window.isFullScreen()],
        "one_screen": app.stage.one_screen,
        "front": app.stage.front.value,
        "said": {side.value: bar.words.text() for side, bar in message.items()},
        "open": app.stage.bridge is not None,
    }

answers = []
"""


def play(tmp_path: Path, code: str, screens: int = 2) -> list[dict[str, Any]]:
    """What a program on several screens tells, step by step."""
    config = tmp_path / "screens.json"
    dpi = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    config.write_text(json.dumps({"screens": [screen | dpi for screen in SCREENS[:screens]]}))
    done = subprocess.run(
        [sys.executable, "-c", TOLD + code + "\nprint(json.dumps(answers))\napp.quit()\n"],
        cwd=ROOT,
        env={
            "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
            "SAME_TABLE_HOME": str(tmp_path / "home"),
            "QT_LOGGING_RULES": "qt.text.font.db=false",
            "PATH": "/usr/bin:/bin",
            "HOME": str(tmp_path),
        },
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return answers


def test_two_screens_a_screen_pulled_out_and_plugged_in_again(tmp_path: Path) -> None:
    before, pulled, again = play(
        tmp_path,
        """
from workshop.session.session import Session
app.show()
app.stage.begin(Session.make(home / "Day", "Day", None))
answers.append(told())
pull_out("touch")
answers.append(told())
plug_in("touch")
answers.append(told())
""",
    )
    assert before["windows"] == {"facilitator": "laptop", "people": "touch"}
    assert (before["full"], before["one_screen"]) == (["people"], False)
    assert pulled["windows"] == {"facilitator": "laptop"}
    assert (pulled["one_screen"], pulled["front"], pulled["open"]) == (True, "facilitator", True)
    said = "The people’s screen is gone. Everything is saved. Plug it in, or go on here."
    assert pulled["said"] == {"facilitator": said}
    assert again["windows"] == before["windows"] and again["open"]
    assert again["said"] == {"facilitator": "The people’s screen is here."}


def test_a_third_screen_is_the_rooms_and_its_loss_says_nothing(tmp_path: Path) -> None:
    before, pulled = play(
        tmp_path,
        """
app.show()
answers.append(told())
pull_out("wall")
answers.append(told())
""",
        screens=3,
    )
    assert before["windows"] == {"facilitator": "laptop", "people": "touch", "public": "wall"}
    assert pulled["windows"] == {"facilitator": "laptop", "people": "touch"}
    assert (pulled["one_screen"], pulled["said"]) == (False, {})


def test_the_peoples_window_can_be_opened_again(tmp_path: Path) -> None:
    closed, again = play(
        tmp_path,
        """
app.show()
settle()
app.windows[Side.PEOPLE].close()
answers.append(told())
next(b for b in app.desk.message.findChildren(QAbstractButton) if b.text() == "Open it again").click()
answers.append(told())
""",
    )
    assert closed["windows"] == {"facilitator": "laptop"}
    assert closed["said"] == {"facilitator": "The people’s window was closed. Everything is saved."}
    assert again["windows"] == {"facilitator": "laptop", "people": "touch"}


# A bug

BROKEN = """
from PySide6.QtCore import QEventLoop, QTimer
from ui.__main__ import watch
WATCHED = %s
if WATCHED:
    watch(app)
app.show(practise=True)
while app.stage.bridge is None:
    settle()

def boom():
    app.stage.taste("nobody at all", language="Amina said this")

QTimer.singleShot(0, boom)
QTimer.singleShot(50, boom)
loop = QEventLoop()
QTimer.singleShot(200, loop.quit)
loop.exec()
answers.append(told())
answers.append({"reports": [path.read_text() for path in home.glob("went-wrong-*")]})
app.stage.bridge.session.board.add_note("Still here")
answers.append(told())
"""


def test_a_bug_is_written_down_without_words_and_the_workshop_stays_open(tmp_path: Path) -> None:
    said, reports, after = play(tmp_path, BROKEN % "True", screens=1)
    assert said["said"]["facilitator"].startswith("Something went wrong in this screen. Everything is saved.")
    (report,) = reports["reports"]
    assert report.splitlines()[0] == "KeyError" and "  ui/stage.py:" in report
    assert "Amina" not in report and "nobody" not in report and str(ROOT) not in report
    assert after["open"]


def test_without_the_watch_a_bug_would_be_noticed_by_nobody(tmp_path: Path) -> None:
    said, reports, _after = play(tmp_path, BROKEN % "False", screens=1)
    assert (said["said"], reports["reports"]) == ({}, [])


def test_a_report_holds_types_and_places_of_our_own_only() -> None:
    try:
        try:
            int("Amina’s words")
        except ValueError as error:
            raise KeyError("Gwyn’s words") from error
    except KeyError as error:
        assert start_of_ui.report_of(error) == "KeyError\nValueError\n"


# The start


def test_without_a_screen_there_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert start_of_ui.main([]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    monkeypatch.setenv("DISPLAY", ":0")
    assert start_of_ui.has_screen()


def test_printing_is_not_read_before_somebody_prints(tmp_path: Path) -> None:
    (answer,) = play(
        tmp_path,
        """
app.show()
settle()
answers.append({"read": "PySide6.QtPrintSupport" in sys.modules})
""",
        screens=1,
    )
    assert answer == {"read": False}


# When the laptop's own screen goes


def test_without_the_laptops_screen_the_desk_never_lies_open_before_people(app: App) -> None:
    assert app._places(["laptop", "touch", "wall"]) == Places(0, 1, 2)
    app.stage.front = Side.FACILITATOR
    assert app._places(["touch"]) == Places(0)
    assert app.stage.front is Side.PEOPLE
    app.stage.front = Side.FACILITATOR
    assert app._places(["touch", "wall"]) == Places(0, None, 1)
    assert app.stage.front is Side.PEOPLE


def test_with_the_laptop_alone_the_facilitator_stays(app: App) -> None:
    app._places(["laptop", "touch"])
    app.stage.front = Side.FACILITATOR
    assert app._places(["laptop"]) == Places(0)
    assert app.stage.front is Side.FACILITATOR


def test_a_screen_that_comes_while_people_have_this_one_waits_for_the_facilitator(
    app: App, qtbot: QtBot
) -> None:
    app.show(practise=True)
    qtbot.waitUntil(lambda: app.stage.bridge is not None, timeout=5000)
    app.stage.to_people()
    arranged: list[int] = []
    app.arrange = lambda: arranged.append(1)  # type: ignore[method-assign]
    app._screen_added(app.screens()[0])
    assert arranged == [] and app.stage.front is Side.PEOPLE
    app.stage.to_desk()
    assert arranged == [1]


def test_a_closed_window_is_offered_again_until_it_is_open(app: App) -> None:
    app.show()
    settle()
    app._closed.add(Side.PUBLIC)
    app._say_closed()
    assert "The window for the room was closed. Everything is saved." in words_on(app.desk)
    touch(app.desk, "Close")
    app._say_closed()
    assert "The window for the room was closed. Everything is saved." in words_on(app.desk)
    touch(app.desk, "Open it again")
    app._say_closed()
    assert "The window for the room" not in words_on(app.desk)
