"""A page: one screen full, built from the records and built again when something changes.

A page keeps in `setup` what somebody is in the middle of (a half-typed name, a chosen answer), and
makes its widgets in `build`. Language, text size and look may change at any time: then the widgets
are thrown away and built anew, and what was kept in the page's own attributes stays.
"""

from collections.abc import Callable
from typing import Any, ClassVar, ParamSpec, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.bridge import Bridge
from ui.look import REGULAR, Look, Side
from ui.stage import Message, Stage
from ui.widgets import boxes
from ui.widgets.boxes import NONE, Margins, Part
from ui.widgets.button import PLAIN, Button, Style
from ui.widgets.text import Text
from ui.words import Words, words_in
from workshop.domain.changes import Change
from workshop.domain.kinds import DayState

P = ParamSpec("P")
T = TypeVar("T")


class Page(QWidget):
    """One screen full. Subclasses say whose it is, and lay it out in `build`."""

    side: ClassVar[Side] = Side.PEOPLE
    private: ClassVar[bool] = False  # one person's own page: small and low on a large screen
    ground: ClassVar[str] = "cloth"  # colour of the page; "" for a page that lies over another
    needs_workshop: ClassVar[bool] = True

    def __init__(self, stage: Stage, look: Look, **given: Any) -> None:
        super().__init__()
        self.stage, self.look = stage, look
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self.body = QWidget(self)
        self._outer.addWidget(self.body)
        self.setup(**given)
        self.rebuild()

    # For subclasses

    def setup(self, **given: Any) -> None:
        """Keep what the page is given; called once, before the first `build`."""

    def build(self) -> None:
        """Lay the page out inside `self.body`."""
        raise NotImplementedError

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Same Table")

    def on_change(self, change: Change) -> None:
        """Something in the workshop has changed; most pages simply build themselves again."""
        self.rebuild()

    def on_tick(self) -> None:
        """Time has gone on; pages that show it read it again."""

    def on_help(self) -> None:
        """Who asks for help has changed."""

    def leave(self) -> None:
        """The page goes away: nothing of a person may stay in it."""

    # What pages use

    @property
    def room(self) -> Bridge:
        """The open workshop."""
        return self.stage.room

    @property
    def words(self) -> Words:
        """Words in the language of this page."""
        return words_in(self.stage.tastes[self.side].language)

    def do(self, act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Do one act of the session; None where it was refused, which is said on this screen."""
        return self.stage.do(self.side, act, *args, **kwargs)

    def did(self, act: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Do one act of the session; whether it was done."""
        return self.stage.did(self.side, act, *args, **kwargs)

    def tell(self, text: str, kind: str = "info") -> None:
        """Say something calmly on this screen."""
        self.stage.tell(self.side, Message(text, kind))

    def text(
        self, text: str, token: int = 22, weight: int = REGULAR, colour: str = "ink", **how: Any
    ) -> Text:
        """Words in the font of this page's language."""
        how.setdefault("language", self.stage.tastes[self.side].language)
        return Text(self.look, text, token, weight, colour, **how)

    def button(
        self,
        text: str,
        icon: str = "",
        act: Callable[[], object] | None = None,
        style: Style = PLAIN,
        second: str = "",
    ) -> Button:
        """A button that does `act`."""
        button = Button(self.look, text, icon, style, second)
        if act is not None:
            button.clicked.connect(lambda: act())
        button.asked_why.connect(lambda why: self.tell(why))
        return button

    def row(self, *parts: Part, gap: int = 12, margins: Margins = NONE) -> QHBoxLayout:
        """Parts side by side; a number is a stretch. Lengths are design pixels."""
        return boxes.row(self.look, *parts, gap=gap, margins=margins)

    def column(self, *parts: Part, gap: int = 12, margins: Margins = NONE) -> QVBoxLayout:
        """Parts below each other; a number is a stretch. Lengths are design pixels."""
        return boxes.column(self.look, *parts, gap=gap, margins=margins)

    # Acts that many pages have

    def hear(self, text: str, language: str = "") -> None:
        """Read words aloud, or say that this computer cannot."""
        if self.stage.speech.available:
            self.stage.speech.say(text, language or self.words.language, self.stage.speed)
        else:
            self.tell(self.words("This computer cannot read aloud. Please ask a person to read it."))

    @property
    def why_closed(self) -> str:
        """Why nothing can be changed any more; "" until the day is closed."""
        closed = self.room.workshop.state is DayState.CLOSED
        return self.words("The day is closed.") if closed else ""

    def ask_for_help(self, who: str = "") -> None:
        """Tell the desk quietly that somebody wants help."""
        self.stage.ask_for_help(who or self.words("Somebody at the screen"))
        self.tell(self.words("We have told the facilitator. Somebody is coming."))

    # Building again

    def look_at(self, look: Look) -> None:
        """Take another look, and be built anew."""
        self.look = look
        self.rebuild()

    def rebuild(self) -> None:
        """Throw the widgets away and lay the page out again; the keyboard stays where it was."""
        focused = self.focusWidget()
        name = focused.accessibleName() if focused is not None else ""
        old, self.body = self.body, QWidget(self)
        self.body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setLayoutDirection(self.words.direction)
        self.setAccessibleName(self.name())
        self.build()
        self._outer.replaceWidget(old, self.body)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self.body.show()
        self._focus_again(name)

    def _focus_again(self, name: str) -> None:
        for widget in self.body.findChildren(QWidget) if name else ():
            if widget.accessibleName() == name and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def minimumSizeHint(self) -> QSize:
        """A page fits itself into its window, never the other way round."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the page; a page without one lets show what lies below."""
        if not self.ground:
            return
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), self.look.colour(self.ground))
        finally:
            painter.end()
