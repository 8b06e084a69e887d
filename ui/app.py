"""The program: which window is on which screen, what happens when a screen or a window goes, the end.

One screen: one window, which shows whoever's side is in front. Two: the desk on the laptop, people on
the screen that they touch. Three: the third shows the room how things stand. A screen that is pulled
out takes nothing with it: the workshop stays open, and the desk says how to go on.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QScreen, QWindow
from PySide6.QtWidgets import QApplication

from ui import tidying
from ui.board.pen_signs import Application
from ui.look import Side, load_fonts
from ui.parts.number import hand_over
from ui.parts.start import Start
from ui.parts.start_touch import TouchHere
from ui.stage import Message, Stage
from ui.windows import Window, screens_of_this_computer
from ui.words import words_in
from workshop.errors import WorkshopError
from workshop.session.settings import ONLY_THIS

TICK_MS = 10_000
SETTLED_MS = 3_000  # after a start, and after a workshop was opened, nobody waits for it any more


@dataclass(frozen=True)
class Places:
    """Which screen shows which side, by their numbers in a list of screens; None for no screen."""

    desk: int
    people: int | None = None
    public: int | None = None


def places_for(names: list[str], people_screen: str) -> Places:
    """Who is shown where. `names` of the screens, the laptop's own first; the chosen one is people's.

    Where nothing was chosen yet, the second screen is people's. Where the chosen one is the laptop's
    own and there is another, the desk moves there.
    """
    others = list(range(1, len(names)))
    if not others or people_screen == ONLY_THIS:
        return Places(0)
    people = names.index(people_screen) if people_screen in names else others[0]
    desk = 0 if people != 0 else others[0]
    rest = [index for index in range(len(names)) if index not in (desk, people)]
    return Places(desk, people, rest[0] if rest else None)


class App(QObject):
    """The windows round one stage. `screens` gives the screens, the laptop's own first."""

    wrong = Signal(str)  # something of ours went wrong; a report lies at this place ("" for nowhere)

    def __init__(
        self,
        clock: Callable[[], datetime] = datetime.now,
        screens: Callable[[], list[QScreen]] = screens_of_this_computer,
    ) -> None:
        super().__init__()
        load_fonts()
        self.stage = Stage(clock)
        self.start = Start.of(self.stage)
        self.screens = screens
        self.windows: dict[Side, Window] = {}
        self._touch_heres: list[TouchHere] = []
        self._closing = False
        self._laptop = ""  # the name of the screen that only the facilitator sees
        self._closed: set[Side] = set()  # windows that somebody closed, and nobody opened again
        self._another_waits = False  # a screen came while people had this one in their hands
        self._listen()

    def _listen(self) -> None:
        application = _application()
        application.screenRemoved.connect(self._screen_removed)
        application.screenAdded.connect(self._screen_added)
        self.start.touch_wanted.connect(self._look_for_touch)
        self.start.screens_wanted.connect(self.arrange)
        self.start.quit_wanted.connect(self.quit)
        self.wrong.connect(self._say_wrong)
        self._ticks = QTimer(self)
        self._ticks.timeout.connect(self.stage.tick)
        self._ticks.timeout.connect(self._say_closed)
        self._ticks.timeout.connect(tidying.give_back_the_rest)
        self.stage.moved.connect(self._take_the_other_screen)
        self._settling = QTimer(self, interval=SETTLED_MS, singleShot=True)
        self._settling.timeout.connect(tidying.begin)
        self.stage.opened.connect(self._tidy_later)

    def _tidy_later(self) -> None:
        """A workshop is being opened, or was left."""
        if self.stage.bridge is None:
            tidying.look_at_all()
        tidying.put_off()
        self._settling.start()

    def show(self, *, practise: bool = False) -> None:
        """Put the windows up, and begin."""
        self.start.begin()
        self.arrange()
        self._ticks.start(TICK_MS)
        self._settling.start()
        if practise:
            self.start.practise()

    # Windows

    @property
    def desk(self) -> Window:
        """The window of the facilitator; with one screen it is the only one."""
        return self.windows[Side.FACILITATOR]

    def arrange(self) -> None:
        """Put each side's window on its screen; windows that stay are not touched."""
        screens = self.screens()
        self._closed.clear()
        places = self._places([screen.name() for screen in screens])
        wanted = {Side.FACILITATOR: places.desk, Side.PEOPLE: places.people, Side.PUBLIC: places.public}
        self.stage.one_screen = places.people is None
        for side, index in wanted.items():
            if index is None:
                self._take_down(side)
            else:
                self._put_up(side, screens[index])
        self.stage.moved.emit()

    def _places(self, names: list[str]) -> Places:
        """Who is shown where. Without the laptop's own screen the desk never lies open before people."""
        places = places_for(names, self.start.settings.people_screen)
        if places.people is not None and not self._laptop:
            self._laptop = names[places.desk]
        if not self._laptop or self._laptop in names:
            return places
        chosen = self.start.settings.people_screen
        people = names.index(chosen) if chosen in names else 0
        rest = [index for index in range(len(names)) if index != people]
        self.stage.front = Side.PEOPLE
        return Places(people, None, rest[0] if rest else None)

    def _put_up(self, side: Side, screen: QScreen) -> None:
        window = self.windows.get(side)
        if window is not None and window.screen().name() == screen.name():
            return
        if window is None:
            window = self.windows[side] = Window(self.stage, side)
            window.closed.connect(self._window_closed)
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        # People's screens are full, so that nobody slips out of the page; the desk keeps its frame.
        touched = self.stage.one_screen and self.start.settings.people_screen not in ("", ONLY_THIS)
        if side is Side.FACILITATOR and not touched:
            window.showMaximized()
        else:
            window.showFullScreen()

    def _take_down(self, side: Side) -> None:
        window = self.windows.pop(side, None)
        if window is not None:
            window.closed.disconnect(self._window_closed)
            window.close()
            window.deleteLater()

    def _window_closed(self, side: Side) -> None:
        """The desk closed ends the program; any other window can be opened again."""
        if side is Side.FACILITATOR:
            self.quit()
            return
        self.windows.pop(side).deleteLater()
        if not self._closing:
            self._closed.add(side)
            self._say_closed()

    def _say_closed(self) -> None:
        """Say again, until it is open: without its window a side has no screen."""
        message = self.desk.message if self._closed else None
        if not self._closed or (message is not None and message.isVisible()):
            return
        people = Side.PEOPLE in self._closed
        what = "The people’s window was closed." if people else "The window for the room was closed."
        self._tell(f"{what} Everything is saved.", "Open it again", self.arrange)

    # Screens

    def _screen_removed(self, gone: QScreen) -> None:
        people = self.windows.get(Side.PEOPLE)
        # By their names: Qt may give a screen a new Python object each time.
        was_peoples = people is not None and people.screen().name() == gone.name()
        names = {screen.name() for screen in self.screens()}
        self._take_down_where_gone(names)
        self.arrange()
        if was_peoples and self.stage.one_screen and self._laptop in names:
            self.stage.front = Side.FACILITATOR
            self.stage.moved.emit()
            words = "The people’s screen is gone. Everything is saved. Plug it in, or go on here."
            self._tell(words, "Go on here", partial(hand_over, self.stage))

    def _take_down_where_gone(self, names: set[str]) -> None:
        for side in (Side.PEOPLE, Side.PUBLIC):
            window = self.windows.get(side)
            if window is not None and window.screen().name() not in names:
                self._take_down(side)

    def _screen_added(self, _screen: QScreen) -> None:
        alone = self.stage.one_screen
        if alone and self.stage.front is Side.PEOPLE and self.stage.bridge is not None:
            # The only screen is in people's hands: it must not turn into the desk before their eyes.
            self._another_waits = True
            return
        self.arrange()
        if alone and not self.stage.one_screen:
            self._tell("The people’s screen is here.", "", None)

    def _take_the_other_screen(self) -> None:
        """The facilitator is back at this screen: people go to theirs."""
        if self._another_waits and self.stage.front is Side.FACILITATOR:
            self._another_waits = False
            self.arrange()

    def _tell(self, text: str, button: str, act: Callable[[], None] | None) -> None:
        words = words_in(self.stage.tastes[Side.FACILITATOR].language)
        kind, offered = ("look", words(button)) if button else ("done", "")
        message = Message(words(text), kind, offered, act, lasting=bool(button))
        self.stage.tell(Side.FACILITATOR, message)

    # The screen that people touch

    def _look_for_touch(self, wanted: bool) -> None:
        """Ask on every other screen; the first that a finger touches is the people's."""
        for asking in self._touch_heres:
            asking.close()
            asking.deleteLater()
        self._touch_heres = []
        _application().removeEventFilter(self)
        if wanted:
            _application().installEventFilter(self)
            own = self.desk.screen().name()
            for screen in self.screens():
                if screen.name() != own:
                    asking = TouchHere(self.stage.look(Side.PEOPLE), self.start.words)
                    asking.show_on(screen)
                    self._touch_heres.append(asking)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a touch is looked for: where did a finger land?"""
        if event.type() == QEvent.Type.TouchBegin and isinstance(watched, QWindow):
            name = watched.screen().name()
            QTimer.singleShot(0, self, lambda: self.start.choose_screen(name))
            return True
        return False

    # When something of ours goes wrong, and the end

    def _say_wrong(self, where: str) -> None:
        words = self.start.words
        text = words("Something went wrong in this screen. Everything is saved. You can go on.")
        more = words("What happened is written down, without your words: {place}", place=where)
        self.stage.tell(Side.FACILITATOR, Message(f"{text} {more}" if where else text, "look"))
        if not self.stage.one_screen:
            self.stage.tell(Side.PEOPLE, Message(text, "look"))

    def report(self, lines: str) -> None:
        """Keep a report where something of ours went wrong, and say so calmly. From any thread."""
        where = ""
        with suppress(WorkshopError):
            where = str(self.start.library.report(lines))
        self.wrong.emit(where)

    def quit(self) -> None:
        """Let go of the workshop and end. All of it is saved; a practice workshop is thrown away."""
        if self._closing:
            return
        self._closing = True
        self._ticks.stop()
        self._look_for_touch(False)
        for side in tuple(self.windows):
            self._take_down(side)
        self.start.leave()
        self._settling.stop()
        tidying.stop()
        _application().quit()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def make_application() -> QApplication:
    """The one Qt application, with our name; windows of ours end it, not the last one closed."""
    application = QApplication.instance() or Application(["same-table"])
    assert isinstance(application, QApplication)
    application.setApplicationName("Same Table")
    application.setQuitOnLastWindowClosed(False)
    return application
