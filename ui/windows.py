"""Windows: each shows one side's page, the pause, the number pad and calm messages over it.

With one screen there is one window, and what it shows is the stage's `front`. With a laptop and a
touchscreen there are two. A page that belongs to one person is small and low on a large screen.
"""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.look import BOLD, Look, ScreenSize, Side
from ui.page import Page
from ui.screens import page_class
from ui.stage import Message, Shown, Stage
from ui.widgets.message import MessageBar
from ui.widgets.paint import ink_of
from ui.words import words_in
from workshop.domain.changes import Change

PRIVATE_FROM_INCHES = 27.0
PRIVATE_MM = (300.0, 210.0)
PRIVATE_ABOVE_EDGE_MM = 36.0
PRACTICE = "PRACTICE. These people are invented. Nothing here is kept."
SAID_FOR_THE_NEXT_S = 1.0  # what was said just before a page changed is for the page that comes
USUAL_MM_PER_PX = 0.369  # of a 32-inch screen, where the screen does not know its own size
_BELIEVABLE_MM_PER_PX = (0.05, 1.2)


def size_of(screen: QScreen | None, width: int, height: int) -> ScreenSize:
    """The size of a window that fills a screen; what a screen says of itself is believed within reason."""
    pixels = screen.geometry().width() if screen else 0
    mm = screen.physicalSize().width() / pixels if screen and pixels else 0.0
    low, high = _BELIEVABLE_MM_PER_PX
    return ScreenSize(width, height, mm if low < mm < high else USUAL_MM_PER_PX)


class Ribbon(QLabel):
    """A strip across the top that says: this is practice."""

    def say(self, look: Look, text: str, language: str) -> None:
        """Show the words in a look; no stroke of any script is cut."""
        c = look.colours
        self.setText(text)
        self.setAccessibleName(text)
        font = look.font(20, BOLD, language)
        self.setFont(font)
        self.setMinimumHeight(round(ink_of(font, text).height()) + look.px(14))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStyleSheet(
            f"background: {c.marigold_tint}; color: {c.ink}; border-bottom: 1px solid {c.edge};"
            f"padding: {look.px(4)}px;"
        )


class Window(QWidget):
    """The window of one side, or of both where there is only one screen."""

    closed = Signal(object)  # the side whose window somebody has closed

    def __init__(self, stage: Stage, side: Side, mm_per_px: float | None = None) -> None:
        super().__init__()
        self.stage, self.own_side, self.mm_per_px = stage, side, mm_per_px
        self.private_from_inches = PRIVATE_FROM_INCHES
        self.page: Page | None = None
        self.over: Page | None = None  # the pause, or the number pad
        self.message: MessageBar | None = None
        self._offers = self._lasting = False  # of the message: an act, and a life beyond its page
        self._keeps_room = False  # for a message, also after it went by itself: nothing jumps
        self.ribbon = Ribbon(self)
        self._shown: Shown | None = None
        self._shown_side: Side | None = None
        self._key: object = None
        self._bridge: object = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        stage.moved.connect(self.refresh)
        stage.opened.connect(self._listen)
        stage.told.connect(self._tell)
        stage.ticked.connect(self._tick)
        stage.helped.connect(self._help)
        self._listen()

    # What to show

    @property
    def side(self) -> Side:
        """Whose side this window shows now."""
        both = self.stage.one_screen and self.own_side is not Side.PUBLIC
        return self.stage.front if both else self.own_side

    def _wanted(self) -> Shown:
        if self.side is Side.PUBLIC:
            return Shown("public" if self.stage.bridge else "resting")
        return self.stage.people if self.side is Side.PEOPLE else self.stage.desk

    def _size(self) -> ScreenSize:
        size = size_of(self.screen(), self.width(), self.height())
        return ScreenSize(size.width, size.height, self.mm_per_px or size.mm_per_px)

    def _is_private(self, page: type[Page]) -> bool:
        large = self._size().inches >= self.private_from_inches
        return page.private and self.side is Side.PEOPLE and large

    def _place_of(self, page: type[Page]) -> QRect:
        """Where the page lies in this window, in pixels."""
        if not self._is_private(page):
            top = self.ribbon.height() if self.ribbon.isVisible() else 0
            return self.rect().adjusted(0, top, 0, 0)
        mm = self._size().mm_per_px
        width, height, above = (round(length / mm) for length in (*PRIVATE_MM, PRIVATE_ABOVE_EDGE_MM))
        return QRect((self.width() - width) // 2, self.height() - height - above, width, height)

    def _above_the_message(self, place: QRect, page: Page) -> QRect:
        """A message takes its room from the page where the page can do without, so that it covers nothing."""
        if self.message is None or not self._keeps_room or place.width() < self.width():
            return place
        above = place.adjusted(0, 0, 0, self.message.y() - self._edge() - place.bottom())
        layout = page.body.layout()
        least = layout.totalMinimumSize().height() if layout else 0
        return above if above.height() >= least else place

    def _edge(self) -> int:
        return max(12, self.width() // 40)

    def _look_of(self, page: type[Page]) -> Look:
        place = self._place_of(page)
        size = ScreenSize(place.width(), place.height(), self._size().mm_per_px)
        return self.stage.look(self.side, size, self._is_private(page))

    def refresh(self) -> None:
        """Show what the stage says now; a page that stays is only built anew when its look changed."""
        if not self.isVisible():
            return
        self.stage.screens[self.side] = self._size()
        self._refresh_ribbon()
        wanted = self._wanted()
        kind = page_class(wanted.page)
        key = (self.side, wanted, self._look_of(kind), self.stage.tastes[self.side], self.stage.bridge)
        if self.page is None or (self.side, wanted) != self._shown_key():
            self._replace(wanted, kind)
        elif key != self._key:
            self.page.look_at(self._look_of(kind))
        self._key, self._shown_side = key, self.side
        self._place(kind)
        self._refresh_over()

    def _shown_key(self) -> object:
        return (self._shown_side, self._shown)

    def _replace(self, wanted: Shown, kind: type[Page]) -> None:
        gone = self.page
        self._shown = wanted
        self._leave_the_message()
        self.page = kind(self.stage, self._look_of(kind), **wanted.given)
        self.page.setParent(self)
        self.page.show()
        self._throw_away(gone)
        self.setWindowTitle(self.page.name())
        self.page.setEnabled(self.over is None)
        if self.over is None:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_the_message(self) -> None:
        """What was said to the page that goes is put away; what was said just now is for the next."""
        if self.message is None:
            return
        old = self._offers or self.message.age_s > SAID_FOR_THE_NEXT_S
        if old and not self._lasting:
            self.message.hide()
        self._keeps_room = self.message.isVisible()

    @staticmethod
    def _throw_away(page: Page | None) -> None:
        if page is not None:
            page.leave()
            page.hide()
            page.setParent(None)
            page.deleteLater()

    def _place(self, kind: type[Page]) -> None:
        if self.page is not None:
            self.page.setGeometry(self._above_the_message(self._place_of(kind), self.page))
            self.page.lower()
        if self.over is not None:
            self.over.setGeometry(self.rect())
            self.over.raise_()
        if self.message is not None:
            self._place_message(self.message)
        self.update()

    def _refresh_ribbon(self) -> None:
        """A practice workshop says so on every screen."""
        bridge, words = self.stage.bridge, words_in(self.stage.tastes[self.side].language)
        practice = bridge is not None and bridge.workshop.practice
        self.ribbon.say(self.stage.look(self.side, self._size()), words(PRACTICE), words.language)
        self.ribbon.setVisible(practice)
        high = max(self.ribbon.sizeHint().height(), self.ribbon.minimumHeight())
        self.ribbon.setGeometry(0, 0, self.width(), high)

    def _refresh_over(self) -> None:
        """The pause covers everything of the people; the number pad only what is in front."""
        name = ""
        if self.side is not Side.FACILITATOR and self.stage.paused:
            name = "pause"
        if self.side is Side.PEOPLE and self.stage.asking_number:
            name = "number"
        present = type(self.over).__module__.rpartition(".")[2] if self.over else ""
        if self.page is not None:
            self.page.setEnabled(not name)  # what is covered takes no finger and no key
        if present == name:
            if self.over is not None and self.over.look != self._look_of(type(self.over)):
                self.over.look_at(self._look_of(type(self.over)))
            return
        gone, self.over = self.over, None
        if name:
            kind = page_class(name)
            self.over = kind(self.stage, self._look_of(kind))
            self.over.setParent(self)
            self.over.setGeometry(self.rect())
            self.over.show()
            self.over.setFocus(Qt.FocusReason.OtherFocusReason)
        self._throw_away(gone)

    # What comes from elsewhere

    def _listen(self) -> None:
        """Listen to the workshop that is open now."""
        bridge = self.stage.bridge
        if bridge is not None and bridge is not self._bridge:
            bridge.changed.connect(self._changed)
            bridge.cast.connect(self._tick)
        self._bridge = bridge

    def _changed(self, change: Change) -> None:
        if self.page is not None and (self.stage.bridge or not self.page.needs_workshop):
            self.page.on_change(change)

    def _tick(self) -> None:
        if self.page is not None:
            self.page.on_tick()

    def _help(self) -> None:
        if self.page is not None:
            self.page.on_help()

    def _tell(self, side: Side, message: Message) -> None:
        if side is not self.side or not self.isVisible():
            return
        if self.message is not None:
            self.message.hide()
            self.message.deleteLater()
        self._offers, self._lasting = message.act is not None, message.lasting
        look = self._look_of(page_class("resting"))
        close = words_in(self.stage.tastes[self.side].language)("Close")
        self.message = MessageBar(
            look, message.text, message.kind, close, button=message.button, act=message.act, parent=self
        )
        self.message.put_away.connect(self._give_room_back)
        self.message.show()
        self._keeps_room = True
        self._place_again()

    def _give_room_back(self) -> None:
        self._keeps_room = False
        self._place_again()

    def _place_again(self) -> None:
        if self.message is not None:
            self._place_message(self.message)
        if self._shown is not None:
            self._place(page_class(self._shown.page))

    def _place_message(self, bar: MessageBar) -> None:
        edge = self._edge()
        width = self.width() - 2 * edge
        height = bar.height_at(width)
        bar.setGeometry(edge, self.height() - height - edge, width, height)
        bar.raise_()

    # The window itself

    def paintEvent(self, event: QPaintEvent) -> None:
        """Round a private page everything is plain damson; round any other, the colour of the page."""
        page = self.page
        ground = "damson" if page is None or page.width() < self.width() else page.ground or "cloth"
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), self.stage.look(self.side).colour(ground))
        finally:
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, another look."""
        self.refresh()

    def showEvent(self, event: QEvent) -> None:
        """Shown for the first time."""
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """B at the desk is the pause; Escape puts the number pad and messages away."""
        if event.key() == Qt.Key.Key_B and self.side is Side.FACILITATOR and self.stage.bridge:
            self.stage.pause(not self.stage.paused)
        elif event.key() == Qt.Key.Key_Escape and self.stage.asking_number:
            self.stage.ask_number(False)
        elif event.key() == Qt.Key.Key_Escape and self.message is not None:
            self.message.close_by_hand()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is lost by closing a window: all is saved, and a ballot half filled in is thrown away."""
        self._throw_away(self.page)
        self._throw_away(self.over)
        self.page = self.over = None
        self.closed.emit(self.own_side)
        super().closeEvent(event)


def screens_of_this_computer() -> list[QScreen]:
    """All screens, the laptop's own first."""
    first = QApplication.primaryScreen()
    return [first, *(s for s in QApplication.screens() if s is not first)]
