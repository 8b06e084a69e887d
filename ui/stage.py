"""What each screen shows now, and who moves it there.

The workshop itself is in the session; this holds only what is on the screens: which page, in whose
language, whether there is a pause, who asks for help, whose turn it is at the vote. The desk and the
people's screen both read it, so that one can lead the other. Nothing here outlives the app.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from ui.bridge import Bridge
from ui.look import Look, ScreenSize, Side, TextSize
from ui.speech import Speech
from ui.words import words_in
from workshop.domain import plan
from workshop.domain.changes import Change
from workshop.domain.kinds import RoundState
from workshop.domain.records import Round, Step
from workshop.errors import WorkshopError
from workshop.session.session import Session

P = ParamSpec("P")
T = TypeVar("T")

# What people see in each kind of step. A vote shows its cover only once it is open.
PAGE_OF_STEP = {
    "arrivals": "today",
    "welcome": "today",
    "writing": "board",
    "share": "board",
    "groups": "board",
    "ideas": "ideas",
    "break": "today",
    "vote": "board",
    "result": "room_result",
    "promises": "room_promises",
    "goodbye": "today",
}
# The pages of a vote; they end when it is closed.
OF_A_VOTE = frozenset({"cover", "voice", "ballot", "review", "thanks"})


@dataclass(frozen=True)
class Shown:
    """A page by the name of its module in `ui.screens`, and what it is given."""

    page: str
    given: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Message:
    """A calm message: what happened, what is safe, what to do. `act` is the way on.

    One that offers an act goes with the page it was said on, unless it is `lasting`.
    """

    text: str
    kind: str = "info"  # done, info, look, stop
    button: str = ""
    act: Callable[[], None] | None = None
    lasting: bool = False


@dataclass(frozen=True)
class Taste:
    """How somebody wants a screen to be. Each person's own is forgotten when they are done.

    `dock` is where the buttons of the board stand, `flat` means a table that people sit round, `shaking`
    that hands may tremble: these three, the calm look and black and white stay for the day.
    """

    language: str = "en"
    text_size: TextSize = TextSize.STANDARD
    calm: bool = False
    contrast: bool = False
    dock: Qt.Edge = Qt.Edge.BottomEdge
    flat: bool = False
    shaking: bool = False


FOR_THE_DAY = frozenset({"calm", "contrast", "dock", "flat", "shaking"})


class Stage(QObject):
    """The app around one table."""

    moved = Signal()  # a page, a language, a look or the pause has changed
    told = Signal(object, object)  # Side, Message
    helped = Signal()  # who asks for help has changed
    ticked = Signal()  # time has gone on
    opened = Signal()  # another workshop, or none

    def __init__(self, clock: Callable[[], datetime] = datetime.now) -> None:
        super().__init__()
        self.clock = clock
        self.bridge: Bridge | None = None
        self.speech = Speech()
        self.people = Shown("resting")
        self.desk = Shown("home")
        self.one_screen = True
        self.front = Side.FACILITATOR  # with one screen: whose side it shows
        self.screens = {side: ScreenSize() for side in Side}
        self.tastes = {side: Taste() for side in Side}
        self.speed = 1.0  # of reading aloud
        self.paused = False
        self.asking_number = False  # the number pad lies over the people's page
        self.simple_dock = True  # few buttons below the board, the others behind "More"
        self.helps: tuple[str, ...] = ()
        self.turn = 0  # counts the turns at the vote; a fresh ballot each
        self.visit: dict[str, Any] = {}  # what belongs to the person at the screen now

    # The workshop

    @property
    def room(self) -> Bridge:
        """The open workshop. Pages that need one are never shown without it."""
        assert self.bridge is not None, "no workshop is open"
        return self.bridge

    def begin(self, session: Session) -> None:
        """Work in this workshop from now on."""
        if self.bridge is not None:
            self.leave()
        self.bridge = Bridge(session)
        self.bridge.refused.connect(self._refuse)
        self.bridge.changed.connect(self._follow)
        self.people = Shown(self.page_of_the_day())
        self.opened.emit()
        self.moved.emit()

    def leave(self) -> None:
        """Let go of the workshop; all is saved. Its pages go first: they may still have words to keep."""
        self.people, self.desk = Shown("resting"), Shown("home")
        self.moved.emit()
        if self.bridge is not None:
            self.bridge.session.close()
            self.bridge.deleteLater()
        self.bridge = None
        self.paused, self.helps, self.turn, self.visit = False, (), 0, {}
        self.simple_dock = True
        self.opened.emit()

    def do(self, side: Side, act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Do one act; where it is refused, say why on that side and return None."""
        try:
            return act(*args, **kwargs)
        except WorkshopError as error:
            self._say_why_not(side, error.message)
            return None

    def did(self, side: Side, act: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Do one act that has no result; whether it was done."""
        try:
            act(*args, **kwargs)
        except WorkshopError as error:
            self._say_why_not(side, error.message)
            return False
        return True

    def _refuse(self, why: str) -> None:
        self._say_why_not(Side.PEOPLE, why)

    def _say_why_not(self, side: Side, why: str) -> None:
        """Why an act was not done, in the language of that side where it has the sentence."""
        self.tell(side, Message(words_in(self.tastes[side].language)(why), "look"))

    def tell(self, side: Side, message: Message) -> None:
        """Say something calmly on one side's screen."""
        self.told.emit(side, message)

    # Pages

    def show_people(self, page: str, **given: Any) -> None:
        """Show people another page."""
        self.people = Shown(page, given)
        self.speech.stop()
        self.moved.emit()

    def show_desk(self, page: str, **given: Any) -> None:
        """Show the facilitator another page; with one screen this is what is in front."""
        self.desk = Shown(page, given)
        if self.one_screen:
            self.front = Side.FACILITATOR
        self.moved.emit()

    def to_people(self) -> None:
        """With one screen: give it to the people."""
        self.front = Side.PEOPLE
        self.moved.emit()

    def ask_number(self, asking: bool = True) -> None:
        """Show or hide the number pad that leads to the facilitator's side."""
        self.asking_number = asking
        self.moved.emit()

    def to_desk(self) -> None:
        """The number was right: the facilitator's side."""
        self.asking_number = False
        self.front = Side.FACILITATOR
        self.show_desk("desk" if self.bridge else "home")

    def page_of_the_day(self) -> str:
        """What people see at this step of the day when nothing else is called up."""
        step = plan.running(self.room.all(Step))
        if self.open_round() is not None:
            return "cover"
        return PAGE_OF_STEP.get(step.kind, "board") if step else "today"

    def back_to_the_day(self) -> None:
        """Show people what belongs to this step, in the workshop's own language and size."""
        self.next_person()
        self.show_people(self.page_of_the_day())

    def open_round(self) -> Round | None:
        """The vote that is open now."""
        return next((r for r in self.room.all(Round) if r.state is RoundState.OPEN), None)

    def _follow(self, change: Change) -> None:
        """When a vote or another step begins or ends, the people's screen follows.

        Neither pushes away somebody who is in the middle of their own pages: those lead back to the
        day by themselves. Only a vote that is closed ends its own pages.
        """
        moved = {c.table for c in change.diff if _state(c.before) != _state(c.after)}
        ends_here = "round" in moved and self.people.page in OF_A_VOTE
        if ends_here or (moved & {"step", "round"} and not self.visit):
            self.back_to_the_day()

    # One person at the screen

    def next_person(self) -> None:
        """Forget the last person's page, language and text size."""
        self.visit = {}
        self.turn += 1
        self.tastes[Side.PEOPLE] = replace(self.tastes[Side.PUBLIC], language=self._own_language())

    def _own_language(self) -> str:
        return self.bridge.workshop.language if self.bridge else "en"

    def taste(self, side: Side, **changes: Any) -> None:
        """Change the language, the text size or the look of one side."""
        self.tastes[side] = replace(self.tastes[side], **changes)
        self.moved.emit()

    def keep_simple(self, simple: bool) -> None:
        """Few buttons below the board from now on, or all of them."""
        self.simple_dock = simple
        self.moved.emit()

    def look(self, side: Side, screen: ScreenSize | None = None, private: bool = False) -> Look:
        """The look of a side, on its own screen or on a part of it."""
        taste = self.tastes[side]
        size = TextSize.SMALL if private and taste.text_size is TextSize.STANDARD else taste.text_size
        own = screen or self.screens[side]
        return Look(side, own, size, taste.calm, taste.contrast, private, taste.shaking)

    # Pause and help

    def pause(self, paused: bool = True) -> None:
        """Cover every people's screen, or uncover it. What lies below stays as it is, unread."""
        self.paused = paused
        self.speech.stop()
        self.moved.emit()

    def ask_for_help(self, who: str) -> None:
        """Somebody at the people's screen asks for help; the desk is told quietly."""
        self.helps = (*(h for h in self.helps if h != who), who)
        self.helped.emit()

    def go_to_help(self, who: str) -> None:
        """Somebody is going."""
        self.helps = tuple(h for h in self.helps if h != who)
        self.helped.emit()

    def tick(self) -> None:
        """Time has gone on: clocks and times left are read again."""
        self.ticked.emit()


def _state(record: object) -> object:
    return getattr(record, "state", None)
