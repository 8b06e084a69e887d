"""Reading aloud, with a program of our own in the place of espeak-ng: what it is told, and how it ends."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from ui import speech
from ui.speech import SPEEDS, Speech, longest, words_a_minute

VOICES = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 5  cmn             --/M      Chinese_(Mandarin) sit/cmn              (zh-cmn 5)(zh 5)
 5  pt-br           --/M      Portuguese_(Brazil) roa/pt-BR            (pt 6)
 5  ur              --/M      Urdu               inc/ur

"""


class Program:
    """A stand-in for espeak-ng, put first where programs are looked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "bin" / "espeak-ng"
        self.path.parent.mkdir()
        (folder / "voices").write_text(VOICES, encoding="utf-8")
        self.does()

    def does(self, at_the_end: str = "", lists: str = 'cat "$home/voices"') -> None:
        """It writes down its arguments, its number and what it reads, then does this."""
        self.path.write_text(
            f"""#!/bin/sh
home='{self.folder}'
if [ "$1" = --voices ]; then echo read >>"$home/lists"; {lists}; exit; fi
echo $$ >"$home/number"
echo "$*" >>"$home/arguments"
{at_the_end or 'cat >>"$home/heard"'}
""",
            encoding="utf-8",
        )
        self.path.chmod(0o755)

    def wrote(self, name: str) -> str:
        """What it has written down so far."""
        file = self.folder / name
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def runs(self) -> bool:
        """Is the last one started still there? One that has ended but was not collected is not."""
        number = self.wrote("number").strip() or "none"
        try:
            stat = Path("/proc", number, "stat").read_text(encoding="utf-8")
        except (FileNotFoundError, ProcessLookupError):
            return False
        return stat.rpartition(")")[2].split()[0] != "Z"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    made = Program(tmp_path)
    monkeypatch.setenv("PATH", f"{made.path.parent}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return made


@pytest.fixture
def voice(qtbot: QtBot) -> Iterator[Speech]:
    """The voice under test; whatever it still says at the end is stopped and waited for."""
    made = Speech()
    yield made
    children = speech._app().findChildren(QProcess)
    made.stop()
    for child in children:
        child.waitForFinished(1000)


def say(voice: Speech, qtbot: QtBot, text: str, language: str = "en", speed: float = 1.0) -> None:
    """Say it and wait for the end."""
    # Longer than a voice is waited for at all: a busy machine is no fault of the voice.
    with qtbot.waitSignal(voice.finished, timeout=15_000):
        voice.say(text, language, speed)


def test_the_words_go_through_a_pipe_and_not_onto_the_command_line(
    program: Program, voice: Speech, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([voice.started, voice.finished], timeout=5000, order="strict"):
        voice.say("Tablets ready before the taxi. ٹیکسی", "en", 1.0)

    assert program.wrote("heard") == "Tablets ready before the taxi. ٹیکسی"
    assert program.wrote("arguments") == "-b 1 -v en -s 160 --stdin\n"


def test_a_long_text_arrives_whole(program: Program, voice: Speech, qtbot: QtBot) -> None:
    text = "One more page. " * 20_000
    say(voice, qtbot, text)
    assert program.wrote("heard") == text


def test_each_speed_is_passed_on(program: Program, voice: Speech, qtbot: QtBot) -> None:
    for speed in (*SPEEDS, 0.1, 9.0):
        say(voice, qtbot, "x", speed=speed)
    told = [line.split()[5] for line in program.wrote("arguments").splitlines()]
    assert told == "80 104 128 160 200 240 280 320".split() + ["80", "320"]


def test_the_speeds_are_eight_rising_steps() -> None:
    assert len(SPEEDS) == 8
    assert list(SPEEDS) == sorted(set(SPEEDS))
    assert (words_a_minute(SPEEDS[0]), words_a_minute(SPEEDS[-1])) == (80, 320)


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "en"), ("en_GB", "en-gb"), ("ur-PK", "ur"), ("pt_BR", "pt-br"), ("zh", "zh")],
)
def test_a_language_finds_its_voice(
    language: str, told: str, program: Program, voice: Speech, qtbot: QtBot
) -> None:
    say(voice, qtbot, "x", language)
    assert program.wrote("arguments").split()[3] == told


def test_what_the_program_would_take_for_orders_is_only_text(
    program: Program, voice: Speech, qtbot: QtBot
) -> None:
    say(voice, qtbot, "[[h@l'oU]] \x01300S\nnext line\ud800")
    assert program.wrote("heard") == "[ [h@l'oU]]  300S\nnext line?"


def test_the_list_of_voices_is_read_once_and_only_when_needed(program: Program, voice: Speech) -> None:
    assert program.wrote("lists") == ""
    assert voice.voices() == {"en-gb", "en", "cmn", "zh-cmn", "zh", "pt-br", "pt", "ur"}
    assert (voice.can_say("ur"), voice.can_say("en_US"), voice.can_say("so")) == (True, True, False)
    assert program.wrote("lists") == "read\n"


def test_a_language_without_a_voice_ends_at_once(program: Program, voice: Speech, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(voice.started):
        say(voice, qtbot, "Subax wanaagsan", "so")
    assert program.wrote("arguments") == ""


def test_stop_ends_the_program(program: Program, voice: Speech, qtbot: QtBot) -> None:
    program.does("exec sleep 60")
    with qtbot.waitSignal(voice.started, timeout=5000):
        voice.say("A long page")
    qtbot.waitUntil(program.runs)

    with qtbot.waitSignal(voice.finished, timeout=0):
        voice.stop()

    qtbot.waitUntil(lambda: not program.runs())
    with qtbot.assertNotEmitted(voice.finished, wait=50):
        voice.stop()


def test_a_program_that_is_not_stopped_goes_on(program: Program, voice: Speech, qtbot: QtBot) -> None:
    program.does("exec sleep 60")
    with qtbot.assertNotEmitted(voice.finished, wait=200):
        voice.say("A long page")
    assert program.runs()


def test_the_next_words_end_the_ones_before(program: Program, voice: Speech, qtbot: QtBot) -> None:
    heard: list[str] = []
    voice.started.connect(lambda: heard.append("started"))
    voice.finished.connect(lambda: heard.append("finished"))
    program.does('read -r first; echo "$first" >>"$home/heard"; [ "$first" != one ] || exec sleep 60')
    voice.say("one\n")
    qtbot.waitUntil(lambda: program.wrote("heard") == "one\n")
    first = program.wrote("number")
    say(voice, qtbot, "two\n")

    assert heard == ["started", "started", "finished"]
    assert program.wrote("heard") == "one\ntwo\n"
    assert not Path("/proc", first.strip()).exists()


def test_words_that_cannot_be_said_do_not_end_the_next(program: Program, voice: Speech, qtbot: QtBot) -> None:
    program.does("exec sleep 60")
    with qtbot.assertNotEmitted(voice.finished, wait=100):
        voice.say("Subax wanaagsan", "so")
        voice.say("Good morning")


def test_sentences_follow_one_another(program: Program, voice: Speech, qtbot: QtBot) -> None:
    """A page says its next sentence when one is finished; said from within the signal."""
    rest = ["two. ", "three. "]

    def say_the_next() -> None:
        if rest:
            voice.say(rest.pop(0))

    voice.finished.connect(say_the_next)
    voice.say("one. ")
    qtbot.waitUntil(lambda: program.wrote("heard") == "one. two. three. ")


def test_a_stuck_program_is_given_up(
    program: Program, voice: Speech, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "PATIENCE_MS", 100)
    program.does("exec sleep 60")
    say(voice, qtbot, "")
    qtbot.waitUntil(lambda: not program.runs())


def test_a_slow_reader_of_a_long_page_is_not_given_up() -> None:
    assert longest("", 1.0) == 10_000
    assert longest("我" * 100, 0.5) == 110_000


@pytest.mark.parametrize("end", ["exit 1", "kill -9 $$", "exec <&-; sleep 0.1"])
def test_a_program_that_fails_is_finished_quietly(
    end: str, program: Program, voice: Speech, qtbot: QtBot
) -> None:
    program.does(end)
    say(voice, qtbot, "Nobody reads this. " * 20_000)


def test_a_file_that_is_no_program_is_finished_quietly(program: Program, voice: Speech, qtbot: QtBot) -> None:
    assert voice.can_say("en")
    program.path.write_text("#!/no/such/shell\n", encoding="utf-8")
    with qtbot.assertNotEmitted(voice.started):
        say(voice, qtbot, "x")


def test_without_the_program_nothing_is_said_and_the_screens_can_say_so(
    voice: Speech, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (voice.available, voice.voices(), voice.can_say("en")) == (False, frozenset(), False)
    with qtbot.assertNotEmitted(voice.started):
        say(voice, qtbot, "x")


def test_with_the_program_it_is_available(program: Program, voice: Speech) -> None:
    assert voice.available


def test_a_program_that_never_lists_its_voices_is_not_waited_for(
    program: Program, voice: Speech, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "LIST_MS", 100)
    program.does(lists="exec sleep 60")
    start = time.monotonic()
    assert (voice.voices(), voice.voices()) == (frozenset(), frozenset())
    assert time.monotonic() - start < 1.0
    assert program.wrote("lists") == "read\n"


def test_a_voice_that_goes_away_takes_its_program_along(program: Program, qtbot: QtBot) -> None:
    program.does("exec sleep 60")
    voice = Speech()
    with qtbot.waitSignal(voice.started, timeout=5000):
        voice.say("A long page")
    qtbot.waitUntil(program.runs)

    voice.deleteLater()

    qtbot.waitUntil(lambda: not program.runs())
    qtbot.waitUntil(lambda: not speech._app().findChildren(QProcess))


def test_closing_the_application_waits_for_the_end_of_the_program(
    program: Program, voice: Speech, qtbot: QtBot
) -> None:
    program.does("exec sleep 60")
    with qtbot.waitSignal(voice.started, timeout=5000):
        voice.say("A long page")
    qtbot.waitUntil(program.runs)

    voice._end()

    assert not program.runs()
