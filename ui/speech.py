"""Reading aloud, through the program espeak-ng where it is installed.

The program is a child process that plays the sound itself. The words go to it through a pipe and never
onto its command line, where anybody on the computer could read them. A screen never waits for it.
"""

import re
import shutil
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

PROGRAM = "espeak-ng"
SPEEDS = (0.5, 0.65, 0.8, 1.0, 1.25, 1.5, 1.75, 2.0)
WORDS_A_MINUTE = 160  # at speed 1

LIST_MS = 1000  # the list of voices takes about 10
LAST_MS = 500
PATIENCE_MS = 10_000


class Speech(QObject):
    """One voice: whatever it is told to say next ends what it was saying.

    `started` comes when it begins to speak, `finished` when it is silent again, for whatever reason:
    said, stopped, or not possible. From one text straight to the next it is not silent.
    """

    started = Signal()
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speaking: QProcess | None = None
        self._words = b""
        self._languages: frozenset[str] | None = None
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._give_up)
        _app().aboutToQuit.connect(self._end)

    @property
    def available(self) -> bool:
        """Whether the program is on this computer."""
        return shutil.which(PROGRAM) is not None

    def voices(self) -> frozenset[str]:
        """The languages that it speaks, as "en" or "pt-br"; read when first asked for."""
        if self._languages is None:
            self._languages = _languages(_list_of_voices())
        return self._languages

    def can_say(self, language: str) -> bool:
        """Whether there is a voice for this language ("ur", "pt_BR")."""
        return _voice(language, self.voices()) is not None

    def say(self, text: str, language: str = "en", speed: float = 1.0) -> None:
        """Say it, at `speed` times the usual pace (one of SPEEDS). What cannot be said is `finished` soon."""
        self._hush()
        voice = _voice(language, self.voices())
        program = shutil.which(PROGRAM)
        if program is None or voice is None:
            self._limit.start(0)  # not at once: who calls gets ready to be told only after this returns
            return
        speed = min(max(speed, SPEEDS[0]), SPEEDS[-1])
        self._words = _plain(text).encode("utf-8", errors="replace")
        self._speaking = self._child()
        self._limit.start(longest(text, speed))
        self._speaking.start(program, ["-b", "1", "-v", voice, "-s", str(words_a_minute(speed)), "--stdin"])

    def stop(self) -> None:
        """Fall silent now."""
        if self._limit.isActive():
            self._give_up()

    def _give_up(self) -> None:
        self._hush()
        self.finished.emit()

    def _hush(self) -> None:
        self._limit.stop()
        child, self._speaking = self._speaking, None
        if child is not None:
            child.kill()

    def _child(self) -> QProcess:
        # The application's child, not ours: one that was told to stop may live a moment longer than this.
        child = QProcess(_app())
        child.setStandardOutputFile(QProcess.nullDevice())
        child.setStandardErrorFile(QProcess.nullDevice())
        child.started.connect(self._tell)
        child.finished.connect(self._ended)
        child.errorOccurred.connect(self._failed)
        child.finished.connect(child.deleteLater)
        self.destroyed.connect(child.kill)
        return child

    def _tell(self) -> None:
        child = self._speaking
        if child is not None and self.sender() is child:
            child.write(self._words)
            child.closeWriteChannel()
            self.started.emit()

    def _ended(self) -> None:
        if self.sender() is self._speaking:
            self._give_up()

    def _failed(self, error: QProcess.ProcessError) -> None:
        """Only a program that never ran has no end of its own to wait for."""
        if error == QProcess.ProcessError.FailedToStart:
            cast(QProcess, self.sender()).deleteLater()
            self._ended()

    def _end(self) -> None:
        """The application is closing: Qt complains about children that outlive it."""
        child = self._speaking
        self.stop()
        if child is not None:
            child.waitForFinished(LAST_MS)


def words_a_minute(speed: float) -> int:
    """What the program calls the speed."""
    return round(WORDS_A_MINUTE * speed)


def longest(text: str, speed: float) -> int:
    """Milliseconds after which this text must have been said, or the sound device is stuck.

    A letter takes a fifteenth of a second and a Chinese character a fourth; half a second is ample.
    """
    return PATIENCE_MS + round(len(text) * 500 / speed)


def _plain(text: str) -> str:
    """The text without what the program takes for orders: control characters, and [[ before sounds."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", text).replace("[[", "[ [")


def _voice(language: str, voices: frozenset[str]) -> str | None:
    """The voice for a language, if need be without its country."""
    exact = language.lower().replace("_", "-")
    return next((voice for voice in (exact, exact.partition("-")[0]) if voice in voices), None)


def _list_of_voices() -> str:
    """What the program says about its voices; nothing when it is missing or does not answer in time."""
    program = shutil.which(PROGRAM)
    if program is None:
        return ""
    child = QProcess()
    child.start(program, ["--voices"])
    if not child.waitForFinished(LIST_MS):
        child.kill()
        child.waitForFinished(LAST_MS)
        return ""
    return bytes(child.readAllStandardOutput().data()).decode("utf-8", errors="replace")


def _languages(listed: str) -> frozenset[str]:
    """The second column of the list, and what stands in brackets as "(zh 5)": names that also serve."""
    lines = [line for line in listed.splitlines()[1:] if len(line.split()) > 1]
    also = (name for line in lines for name in re.findall(r"\(([a-z-]+) \d+\)", line))
    return frozenset({line.split()[1].lower() for line in lines} | set(also))


def _app() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None, "speech needs the application to be there first"
    return app
