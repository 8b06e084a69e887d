"""The cards of the desk: what is now, what to say and do, what comes next, the tools, a question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look import BOLD, MEDIUM, SEMIBOLD, Look
from ui.parts.desk import Following, Now
from ui.parts.desk_tools import Tool
from ui.parts.step import StepShown
from ui.widgets.boxes import column, row, within
from ui.widgets.button import TOOL, Button, Kind, Style
from ui.widgets.card import Card, Ground
from ui.widgets.choice import Tick
from ui.widgets.icon import Icon
from ui.widgets.people_preview import LOW
from ui.widgets.progress import TimeBar
from ui.widgets.text import Text
from ui.words import Words

ON_PLAIN = Style(padding=20, text=24, icon=28, icon_last=True)
ON_MAIN = Style(Kind.MAIN, 64, 24, 28, padding=20, icon_last=True)
LARGE = Style(Kind.MAIN, 112, 34, 48, padding=24, radius=16, second_text=20)
LOW_TOOL = Style(height=64, text=20, icon=26, padding=14, at_start=True)
EQUAL = Style(Kind.STRONG, 72, 24, 28, padding=20)
TOOLS_ACROSS = 3


def is_crowded(look: Look) -> bool:
    """Whether the words are so large for this screen that parts have to stand below each other."""
    return look.text(20) * 60 > look.screen.width


def is_low(look: Look) -> bool:
    """Whether the screen is low: then only the needful is said."""
    return look.screen.height < LOW


class Slot(QWidget):
    """A place whose content changes while everything round it stays. Empty, it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._content = QWidget()
        self._whole.addWidget(self._content)

    def fill(self, layout: QLayout) -> None:
        """Show this instead. What was there goes when the touch that changed it is over."""
        old, self._content = self._content, within(QWidget(), layout)
        self._whole.replaceWidget(old, self._content)
        old.hide()
        old.setParent(None)
        old.deleteLater()
        self.setVisible(layout.count() > 0)


def heading(look: Look, icon: str, text: str) -> QWidget:
    """A small heading with its icon."""
    title = Text(look, text, 20, BOLD, "damson", wrap=False)
    return within(QWidget(), row(look, Icon(look, icon, 26, "damson"), title, 1, gap=10))


class NowCard(Card):
    """Which step is now, how long there is in words, and five minutes more."""

    def __init__(self, look: Look, words: Words, now: Now, time: StepShown, more: Button) -> None:
        super().__init__(look)
        low = is_low(look)
        title = [Text(look, now.title, 30 if low else 36, BOLD)]
        where = [Text(look, now.where, 20, SEMIBOLD, "ink2")] if now.where else []
        self.time_left = Text(look, time.time_left, 26, BOLD)
        self.bar = TimeBar(look, time.share_left)
        self.next_time = Text(look, time.next_time, 20)
        parts = row(look, column(look, 1, *where, *title, 1, gap=0), gap=20)
        parts.setStretch(0, 1)
        whole = column(look, parts, gap=8, margins=(24, 6, 20, 6) if low else (28, 12, 28, 12))
        if time.time_left:
            (whole if is_crowded(look) else parts).addWidget(self._clock())
            parts.addWidget(more)
        within(self, whole)

    def _clock(self) -> QWidget:
        look = self.look
        first = row(look, Icon(look, "hourglass", 28), self.time_left, gap=10)
        first.setStretch(1, 1)
        clock = within(QWidget(), column(look, 1, first, self.bar, self.next_time, 1, gap=5))
        clock.setMinimumWidth(look.px(310))
        return clock

    def show_time(self, time: StepShown) -> None:
        """Time has gone on."""
        self.time_left.say(time.time_left)
        self.bar.show_left(time.share_left)
        self.next_time.say(time.next_time)


class ScriptCard(Card):
    """Words to say, three things to tick, and what comes next."""

    def __init__(
        self,
        look: Look,
        words: Words,
        now: Now,
        ticked: set[int],
        following: QWidget,
    ) -> None:
        super().__init__(look)
        self.ticked = ticked
        low = is_low(look)
        parts: list[QWidget] = []
        if now.say:
            parts += [heading(look, "speech", words("Say")), said(look, now.say)]
        next_ = column(look, heading(look, "arrow-right", words("Next")), following, 1, gap=8)
        below: QBoxLayout = column(look, gap=12) if is_crowded(look) else row(look, gap=36)
        if now.to_do:
            ticks = column(look, *self._ticks(look, now), 1, gap=0)
            do = column(look, heading(look, "list-checks", words("Do")), ticks, gap=8)
            below.addLayout(do, 125)
        below.addLayout(next_, 100)
        margins = (24, 12, 24, 14) if low else (28, 20, 28, 20)
        whole = column(look, *parts, below, 1, gap=8 if low else 12, margins=margins)
        within(self, whole)

    def _ticks(self, look: Look, now: Now) -> list[QWidget]:
        found: list[QWidget] = []
        for index, text in enumerate(now.to_do):
            tick = Tick(look, text, index in self.ticked, token=20 if is_low(look) else 24)
            tick.toggled.connect(lambda on, index=index: self._tick(index, on))
            tick.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            found.append(within(Ground(look, "paper", "top"), column(look, tick, margins=(0, 1, 0, 1))))
        return found

    def _tick(self, index: int, on: bool) -> None:
        (self.ticked.add if on else self.ticked.discard)(index)


def said(look: Look, text: str) -> Card:
    """Words to say: between quotation marks, with the bar that means so."""
    card = Card(look, "linen", "", radius=10, start_bar="damson")
    spoken = Text(look, f"“{text}”", 26 if is_low(look) else 33, MEDIUM)
    spoken.setAccessibleName(text)
    within(card, column(look, spoken, margins=(34, 8, 24, 8) if is_low(look) else (34, 18, 24, 18)))
    return card


def next_card(look: Look, following: Following, go: Button) -> Card:
    """What comes next, and the button that goes there."""
    card = Card(look, "paper", "line", radius=14, line=2)
    said = following.text if not is_low(look) else following.short
    text = [Text(look, said, 20)] if said else []
    go.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    parts = column(look, Text(look, following.title, 26, BOLD), *text, go, gap=6, margins=(18, 14, 18, 16))
    within(card, parts)
    return card


def tool_button(look: Look, tool: Tool) -> Button:
    """One tool. A locked one keeps its own icon, and says below when it can be used."""
    second = "" if is_low(look) and not tool.why_not else tool.why_not or tool.second
    button = Button(look, tool.text, tool.icon, LOW_TOOL if is_low(look) else TOOL, second)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    if tool.why_not:
        button.lock(tool.why_not)
    return button


def grid(look: Look, parts: Sequence[QWidget], across: int = TOOLS_ACROSS) -> QWidget:
    """Parts in rows of equal width; fewer in a row where there is little room."""
    across = min(2, across) if is_crowded(look) else across
    whole = QWidget()
    layout = QGridLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(look.gap)
    for index, part in enumerate(parts):
        layout.addWidget(part, index // across, index % across)
    for place in range(across):
        layout.setColumnStretch(place, 1)
    return whole


@dataclass(frozen=True)
class Answer:
    """One answer to a question, and what it does. `chosen` is None where only one answer is given."""

    text: str
    icon: str
    act: Callable[[], object]
    chosen: bool | None = None


def question_card(
    look: Look, question: str, answers: Sequence[Answer], style: Style = EQUAL, across: int = TOOLS_ACROSS
) -> Card:
    """A question in the place of the tools: its answers look alike."""
    card = Card(look, "paper", "damson", line=3)
    buttons = []
    for answer in answers:
        button = Button(look, answer.text, answer.icon, style)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        button.setCheckable(answer.chosen is not None)
        button.setChecked(bool(answer.chosen))
        button.clicked.connect(lambda _=False, act=answer.act: act())
        buttons.append(button)
    title = Text(look, question, 26, BOLD)
    within(card, column(look, title, grid(look, buttons, across), gap=14, margins=(24, 18, 24, 20)))
    return card


def foot(look: Look, facts: Sequence[tuple[str, str]], last: tuple[str, str] | None) -> Ground:
    """The line at the foot: only what is known."""
    parts: list[QWidget | int] = []
    for icon, text in facts:
        parts.append(_fact(look, icon, text))
    parts.append(1)
    if last is not None:
        parts.append(_fact(look, *last))
    line = Ground(look, "paper", "top")
    within(line, row(look, *parts, gap=44, margins=(32, 14, 32, 14)))
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line


def _fact(look: Look, icon: str, text: str) -> QWidget:
    colour = "leaf" if icon == "check" else "ink"
    words = Text(look, text, 20, wrap=False)
    words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
    return within(QWidget(), row(look, Icon(look, icon, 22, colour), words, gap=10))
