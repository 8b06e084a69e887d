"""A private page that was left alone asks whether somebody is there, then closes itself, unread.

A touch, a key and speech are signs of somebody. A pause stops the clock. Nothing hurries anybody:
one touch gives all the time again, and the facilitator can switch the question off.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.look import BOLD
from ui.page import Page
from ui.widgets.boxes import within
from ui.widgets.button import MAIN, STRONG, Style
from ui.widgets.card import Card

NOTICE_MS = 45_000
BEAT_MS = 1000
SCRIM = QColor(32, 26, 36, 158)

_SIGNS = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.TabletPress,
    }
)


class StillThere(QObject):
    """Watches over one private page. Call `end` when the page goes away.

    `after_ms` without any sign, it asks; `notice_ms` later it calls `on_stop`. 0 never asks. `stop`
    and `said` are the words of the button that stops, and of what becomes of the page.
    """

    def __init__(
        self,
        page: Page,
        after_ms: int,
        on_stop: Callable[[], object],
        *,
        stop: str = "Stop without voting",
        said: str = "Nothing is counted. You can start again.",
        notice_ms: int = NOTICE_MS,
    ) -> None:
        super().__init__(page)
        self.page, self.after_ms, self.on_stop = page, after_ms, on_stop
        self.stop, self.said, self.notice_ms = stop, said, notice_ms
        self.quiet_ms = 0
        self.question: Question | None = None
        self._speaks = False
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(lambda: self.pass_time(BEAT_MS))
        speech = page.stage.speech
        speech.started.connect(self._starts_to_speak)
        speech.finished.connect(self._is_silent)
        if after_ms:
            self._beat.start()
            _app().installEventFilter(self)

    def pass_time(self, ms: int) -> None:
        """Time has gone on; none goes on in a pause or while the page is read aloud."""
        if not self.after_ms or self.page.stage.paused or self._speaks:
            return
        self.quiet_ms += ms
        if self.quiet_ms >= self.after_ms + self.notice_ms:
            self.end()
            self.on_stop()
        elif self.quiet_ms >= self.after_ms and self.question is None:
            self._ask()

    def more_time(self) -> None:
        """Somebody is there: all the time again."""
        self.quiet_ms = 0
        gone, self.question = self.question, None
        if gone is not None:
            self.page.body.setEnabled(True)
            gone.hide()
            gone.deleteLater()
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Watch no longer."""
        self.after_ms = 0
        self._beat.stop()
        _app().removeEventFilter(self)
        self.more_time()

    def _ask(self) -> None:
        self.question = Question(self)
        self.question.show()
        self._cover(self.question)
        self.question.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cover(self, question: "Question") -> None:
        self.page.body.setEnabled(False)
        question.setGeometry(self.page.rect())
        question.raise_()

    def stop_now(self) -> None:
        """They said that they stop."""
        self.end()
        self.on_stop()

    def _starts_to_speak(self) -> None:
        self._speaks = True

    def _is_silent(self) -> None:
        self._speaks, self.quiet_ms = False, 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch or a key in this window is a sign of somebody; the question has buttons of its own."""
        if self.question is not None:
            if watched is self.page and event.type() == QEvent.Type.Resize:
                self._cover(self.question)
        elif event.type() in _SIGNS and isinstance(watched, QWidget):
            if watched.window() is self.page.window():
                self.quiet_ms = 0
        return False


class Question(QWidget):
    """The question over the page, which is dark and cannot be used below it."""

    def __init__(self, watch: StillThere) -> None:
        super().__init__(watch.page)
        page, look = watch.page, watch.page.look
        self.watch = watch
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, False)
        small = look.private or not look.roomy
        seconds = watch.notice_ms // 1000
        lines = [
            page.words("Take all the time you need."),
            page.words("If nobody touches, we close the page in {n} seconds.", n=seconds),
            page.words(watch.said),
        ]
        token = 22 if small else 34
        style = Style(MAIN.kind, 72 if small else 128, 24 if small else 36, 34, 24, 16, at_least_mm=14.0)
        other = Style(STRONG.kind, style.height, style.text - 2, 34, 24, 16, at_least_mm=14.0)
        self.stay = page.button(page.words("More time"), "check", watch.more_time, style)
        stop = page.button(page.words(watch.stop), "", watch.stop_now, other)
        answers = page.row(stop, self.stay, gap=20)
        answers.setStretch(0, 1)
        answers.setStretch(1, 1)
        card = Card(look, "paper", "edge", radius=28)
        title = page.text(page.words("Are you still there?"), 36 if small else 60, BOLD, centre=True)
        texts = [page.text(line, token, centre=True) for line in lines]
        edge = (24, 20, 24, 20) if small else (64, 56, 64, 56)
        within(card, page.column(title, *texts, answers, gap=10 if small else 16, margins=edge))
        card.setMaximumWidth(look.px(1000) if not small else look.screen.width - look.px(40))
        card.setMinimumWidth(min(look.px(1000), look.screen.width - look.px(40)))
        within(self, page.column(1, page.row(1, card, 1), 1))
        self.setAccessibleName(page.words("Are you still there?"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darken what lies below."""
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), SCRIM)
        finally:
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside the buttons is a sign of somebody, too: it acts when it is lifted."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Somebody is there."""
        event.accept()
        self.watch.more_time()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key is a sign of somebody; Tab goes from one button to the other."""
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:
            self.watch.more_time()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
