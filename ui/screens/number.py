"""The number pad: the way from the people's screen to the facilitator's side. Digits are never shown.

Over the people's page it asks for the number. As a page of the facilitator's side it asks for a new one.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.look import BOLD, Side
from ui.page import Page
from ui.parts.number import TITLES, Asks, Pad, Way, closed_lines, line, way_in
from ui.parts.number_missing import NumberMissing
from ui.parts.start import Start
from ui.screens import page_class
from ui.stage import Shown
from ui.widgets.boxes import within
from ui.widgets.button import Button, Style
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from workshop.domain.changes import Change

SCRIM = QColor(32, 26, 36, 158)
WIDE = 640
KEY = Style(height=104, text=44, icon=40, padding=20, radius=16)
OK = Style(height=104, text=28, icon=32, padding=10, radius=16)
EACH_SECOND_MS = 1000


class Dots(QWidget):
    """One dot a digit, so that one can see that it was taken, and nobody can read it."""

    def __init__(self, page: Page, count: int, name: str) -> None:
        super().__init__()
        self.look, self.count = page.look, count
        self.setAccessibleName(name)
        self.setFixedHeight(page.look.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots in the middle."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour("damson"))
            side = self.look.px(34)
            step = min(side + self.look.px(22), self.width() // max(1, self.count))
            left = (self.width() - step * self.count) / 2 + (step - side) / 2
            for index in range(self.count):
                painter.drawEllipse(QRectF(left + index * step, (self.height() - side) / 2, side, side))
        finally:
            painter.end()


class Key(Button):
    """A key of the pad. Space presses it; Enter goes to the page, where it means OK."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class NumberPage(Page):
    """Lies over the people's page, which goes on being saved below; or is a page of the desk's own."""

    ground = ""
    needs_workshop = False

    def setup(
        self, go_on: Callable[[], object] | None = None, before: Shown | None = None, **given: Any
    ) -> None:
        """A fresh pad. `go_on`: what follows a new number; `before`: the desk's page to go back to."""
        self.side = self.look.side  # type: ignore[misc]  # one pad for both sides
        self.start = Start.of(self.stage)
        self.go_on, self.before = go_on, before or Shown("desk" if self.stage.bridge else "home")
        self.choosing = self.side is Side.FACILITATOR
        self.way = Way.PAD if self.choosing else way_in(self.stage)
        self.pad = Pad(Asks.NEW if self.choosing else Asks.NUMBER)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ticking = QTimer(self)
        self.ticking.timeout.connect(self._second)
        self.ticking.start(EACH_SECOND_MS)
        self.shown_closed = self._is_closed()

    def name(self) -> str:
        """What a screen reader calls this page."""
        if self.choosing:
            return self.words(TITLES[Asks.NEW])
        return self.words("Facilitator: type your number")

    def build(self) -> None:
        """The pad, that it is closed, or that there is no number, in the middle."""
        if self.way is not Way.PAD:
            missing = NumberMissing(self, self.way, self._go_in, self._close)
            self.setFocusProxy(missing.first)
            self.body.setLayout(self.row(1, self.column(1, missing, 1), 1))
            return
        sheet = Card(self.look, "paper", "", radius=28)
        wide = self.look.px(2 * WIDE if self._low and not self.shown_closed else WIDE)
        sheet.setFixedWidth(min(wide, self.look.screen.width))
        within(sheet, self._closed() if self.shown_closed else self._open())
        self.body.setLayout(self.row(1, self.column(1, sheet, 1), 1))

    # The pad

    @property
    def _low(self) -> bool:
        """Whether the words have no room above the keys: then they stand beside them."""
        return self.look.screen.height < self.look.px(980) or self.look.text(26) > self.look.px(32)

    def _open(self) -> QLayout:
        title = self.text(self.words(TITLES[self.pad.asks]), 42, BOLD, wrap=self._low)
        self.asked = self.text(line(self.words, self.pad, self.start.settings), 26, centre=True)
        self.dots = Dots(self, len(self.pad.typed), self._dots_in_words())
        close = self.button(self.words("Close"), "x", self._close)
        keys = within(QWidget(), self._keys())
        keys.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a pad of numbers is the same everywhere
        lock = Icon(self.look, "lock", 40, "damson")
        if self._low:
            top = self.row(lock, title, gap=16)
            top.setStretch(1, 1)
            said = self.column(top, 1, self.asked, self.dots, 2, close, gap=16)
            both = self.row(within(QWidget(), said), keys, gap=40, margins=(48, 32, 48, 32))
            both.setStretch(0, 1)
            both.setStretch(1, 1)
            return both
        safe = self.words("People watching? Use the laptop keys instead. The board is safe. Nothing is lost.")
        return self.column(
            self.row(1, lock, title, 1, gap=16),
            self.asked,
            self.dots,
            keys,
            close,
            self.text(safe, 22, centre=True),
            gap=16,
            margins=(56, 36, 56, 36),
        )

    def _keys(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self.look.gap)
        grid.setContentsMargins(0, 0, 0, 0)
        for index, digit in enumerate("123456789"):
            grid.addWidget(self._key(digit), index // 3, index % 3)
        delete = Key(self.look, "", "delete", KEY)
        delete.setAccessibleName(self.words("Delete"))
        delete.clicked.connect(self._delete)
        ok = Key(self.look, self.words("OK"), "check", OK)
        ok.clicked.connect(self._ok)
        grid.addWidget(delete, 3, 0)
        grid.addWidget(self._key("0"), 3, 1)
        grid.addWidget(ok, 3, 2)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        return grid

    def _key(self, digit: str) -> Key:
        key = Key(self.look, digit, "", KEY)
        key.clicked.connect(lambda: self._type(digit))
        return key

    def _dots_in_words(self) -> str:
        return self.words.many("{n} digit typed", "{n} digits typed", len(self.pad.typed))

    def _closed(self) -> QLayout:
        settings, now = self.start.settings, self.stage.clock()
        lines = closed_lines(self.words, settings, now, laptop=not self.stage.one_screen)
        self.dots = Dots(self, len(self.pad.typed), self._dots_in_words())
        self.said = self.text("\n".join(lines), 28, centre=True)
        back = Style(height=96, text=28, icon=30, padding=52)
        return self.column(
            self.row(1, Icon(self.look, "lock", 90, "damson"), 1),
            self.text(self.words("This pad is closed"), 48, BOLD, centre=True),
            self.said,
            self.dots,
            self.row(1, self.button(self.words("Back"), "arrow-left", self._close, back), 1),
            gap=24,
            margins=(56, 84, 56, 84),
        )

    # What happens

    def _is_closed(self) -> bool:
        return self.pad.asks is Asks.NUMBER and bool(self.start.settings.pad.wait(self.stage.clock()))

    def _type(self, digit: str, *, by_key: bool = False) -> None:
        if self.shown_closed and not by_key:
            return
        self._now(self.pad.digit(digit, by_key=by_key))

    def _delete(self) -> None:
        self._now(self.pad.delete())

    def _ok(self) -> None:
        pad, settings = self.pad.ok(self.start.settings, self.stage.clock())
        if settings != self.start.settings:
            self.start.keep(settings)
        if pad.done:
            self.pad = pad
            self._go_in()
        else:
            self._now(pad)

    def _now(self, pad: Pad) -> None:
        """Show the pad as it is now; its widgets stay as long as it asks the same."""
        asked, self.pad = self.pad.asks, pad
        closed = self._is_closed()
        if pad.asks is not asked or closed != self.shown_closed:
            self.shown_closed = closed
            self.rebuild()
            self.setFocus()
            return
        self.dots.count = len(pad.typed)
        self.dots.setAccessibleName(self._dots_in_words())
        self.dots.update()
        if not closed:
            self.asked.say(line(self.words, pad, self.start.settings))

    def _go_in(self) -> None:
        """The number was right. With a second screen the desk is open anyway: only a pause is lifted."""
        if self.choosing:
            self._leave_for(self.go_on)
        elif self.stage.one_screen:
            self.stage.to_desk()
        else:
            self.stage.asking_number = False
            self.stage.pause(False)

    def _leave_for(self, go_on: Callable[[], object] | None) -> None:
        """What was asked for goes on, or the page that was there before comes back."""
        if go_on is None:
            self.stage.show_desk(self.before.page, **self.before.given)
        else:
            self.stage.desk = self.before
            go_on()

    def _close(self) -> None:
        if self.choosing:
            self._leave_for(None)
        else:
            self.stage.ask_number(False)

    def _second(self) -> None:
        """A wait is told in words, and ends by itself."""
        if self.way is not Way.PAD:
            return
        if self._is_closed() != self.shown_closed:
            self.shown_closed = self._is_closed()
            self.rebuild()
        elif self.shown_closed:
            lines = closed_lines(
                self.words, self.start.settings, self.stage.clock(), laptop=not self.stage.one_screen
            )
            self.said.say("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Real keys work too: nobody at the screen sees them."""
        if self.way is not Way.PAD:
            super().keyPressEvent(event)
        elif event.text() and event.text() in "0123456789":
            self._type(event.text(), by_key=True)
        elif event.key() == Qt.Key.Key_Backspace:
            self._delete()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ok()
        else:
            super().keyPressEvent(event)

    def on_change(self, change: Change) -> None:
        """Nothing here changes with the workshop."""

    def leave(self) -> None:
        """No digit stays."""
        self.ticking.stop()
        self.pad = Pad()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A scrim over the people's page. One person's own page, and what a pause covers, is hidden."""
        if self.choosing:
            return  # nothing lies below
        painter = QPainter(self)
        try:
            if self.stage.paused:
                painter.fillRect(self.rect(), self.look.colour("linen"))
            elif self._lies_over_a_private_page():
                painter.fillRect(self.rect(), self.look.colour("damson"))
            painter.fillRect(self.rect(), SCRIM)
        finally:
            painter.end()

    def _lies_over_a_private_page(self) -> bool:
        return page_class(self.stage.people.page).private


PAGE = NumberPage
