"""One chosen idea on the facilitator's page: the answer, what we will do, who, by when, and its state."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from ui.look import BOLD, MEDIUM, REGULAR, Look
from ui.widgets.boxes import Part, column, row, within
from ui.widgets.button import Button, Style
from ui.widgets.card import Card
from ui.widgets.choice import Segment, Tick
from ui.widgets.icon import Icon
from ui.widgets.promise_field import FieldButton, SaidField
from ui.widgets.text import Text
from ui.words import Words
from workshop.domain.kinds import Reply

IDEA, WHO, STATE = 492, 404, 200  # the widths of the columns beside the words, in design pixels
STACKED_BELOW = 1560  # design pixels of room at the standard size of letters
_NOTES = Style(padding=12, text=19, icon=22)
ANSWERS = (
    (Reply.YES, "Yes", "check"),
    (Reply.PARTLY, "Partly", "circle-dot"),
    (Reply.NOT_NOW, "Not now", "x"),
)


def is_stacked(look: Look) -> bool:
    """Whether there is too little room for the parts of a row side by side."""
    letters = look.text(22) / (22 * look.scale)
    return look.screen.width / look.scale / letters < STACKED_BELOW


def beside_words(look: Look, design: float) -> int:
    """The width of a column, in screen pixels: it grows with the letters."""
    return round(look.px(design) * min(1.35, max(1.0, look.text(22) / (22 * look.scale))))


class Place(QWidget):
    """The place of an idea, white on a damson circle."""

    def __init__(self, look: Look, text: str, size: int = 46, token: int = 26) -> None:
        super().__init__()
        self.look, self.number, self.token = look, text, token
        self.setFixedSize(beside_words(look, size), beside_words(look, size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle and the number."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour("damson"))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
            painter.setPen(self.look.colour("on_damson"))
            painter.setFont(self.look.font(self.token, BOLD))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter.value, self.number)
        finally:
            painter.end()


@dataclass(frozen=True)
class RowShown:
    """What a row says now, in words of the page. `answer` is None before there is one."""

    key: str
    title: str
    place: str
    dots: str
    answer: Reply | None
    has_source: bool
    why: str
    we_will: str
    how_known: str
    who: str
    role_instead: str  # a sentence, where the name is not printed
    by_when: str
    said_yes: bool
    lacks: str

    @property
    def shape(self) -> tuple[object, ...]:
        """What decides which parts there are; as long as it stays, a row is changed in place."""
        return (self.key, self.title, self.dots, self.answer)


class RowActs(Protocol):
    """What can be done with a row; each is given the row's key."""

    def answer(self, key: str, reply: Reply) -> object:
        """Answer the idea."""

    def write(self, key: str, part: str, text: str) -> object:
        """Keep words: "why", "we_will" or "how_known"."""

    def said_yes(self, key: str, on: bool) -> object:
        """Whether they said yes in the room."""

    def open_part(self, part: str, key: str) -> object:
        """Open "who", "when" or "notes"."""


class PromiseRow(Card):
    """The row itself. `show_row` changes what it says without touching where somebody writes."""

    def __init__(self, look: Look, words: Words, shown: RowShown, acts: RowActs) -> None:
        super().__init__(look, radius=20)
        self.words, self.shown, self.acts = words, shown, acts
        self.fields: dict[str, SaidField] = {}
        self.who = FieldButton(look, words("Who"), "user")
        self.when = FieldButton(look, words("By when"), "calendar")
        self.role = Text(look, "", 18, MEDIUM, "amber")
        self.yes = Tick(look, words("Said yes in the room"), token=20, framed=True)
        self.state_icon = Icon(look, "badge-check", 34, "leaf")
        self.state = Text(look, "", 23, BOLD)
        self.lacks = Text(look, "", 20, REGULAR, "brick")
        self.who.clicked.connect(lambda: acts.open_part("who", self.shown.key))
        self.when.clicked.connect(lambda: acts.open_part("when", self.shown.key))
        self.yes.clicked.connect(lambda on: acts.said_yes(self.shown.key, on))
        within(self, self._stacked() if is_stacked(look) else self._side_by_side())
        self.show_row(shown)

    # Laying out

    def _side_by_side(self) -> QLayout:
        idea = column(self.look, 1, self._title(), self._answers(), 1, gap=8)
        idea_box = within(QWidget(), idea)
        idea_box.setFixedWidth(max(beside_words(self.look, IDEA), idea.minimumSize().width()))
        who = self._who()
        who.setFixedWidth(beside_words(self.look, WHO))
        state = self._state()
        state.setFixedWidth(beside_words(self.look, STATE))
        words = self._words()
        parts = row(self.look, idea_box, words, who, state, gap=20, margins=(20, 10, 20, 10))
        parts.setStretchFactor(words, 1)
        return parts

    def _stacked(self) -> QLayout:
        title, state, words, who = self._title(), self._state(), self._words(), self._who()
        head = row(self.look, title, state, gap=20)
        head.setStretchFactor(title, 3)
        head.setStretchFactor(state, 1)
        body = row(self.look, words, who, gap=16)
        body.setStretchFactor(words, 3)
        body.setStretchFactor(who, 2)
        return column(self.look, head, self._answers(), body, gap=10, margins=(20, 12, 20, 12))

    def _title(self) -> QWidget:
        shown = self.shown
        said = f"{shown.title} · {shown.dots}" if shown.dots else shown.title
        title = Text(self.look, said, 23, BOLD)
        title.setAccessibleName(f"{shown.place}. {said}" if shown.place else said)
        parts: list[Part] = [Place(self.look, shown.place)] if shown.place else []
        laid_out = row(self.look, *parts, title, gap=14)
        laid_out.setStretchFactor(title, 1)
        return within(QWidget(), laid_out)

    def _answers(self) -> QWidget:
        parts: list[Part] = []
        for reply, said, icon in ANSWERS if self.shown.has_source else ():
            segment = Segment(
                self.look, self.words(said), reply is self.shown.answer, icon=icon, token=19, fill="ink"
            )
            segment.setAccessibleName(f"{self.words(said)}: {self.shown.title}")
            segment.clicked.connect(lambda _=False, reply=reply: self.acts.answer(self.shown.key, reply))
            parts.append(segment)
        notes = Button(self.look, self.words("Notes"), "sticky-note", _NOTES)
        notes.setAccessibleName(f"{self.words('Notes')}: {self.shown.title}")
        notes.clicked.connect(lambda: self.acts.open_part("notes", self.shown.key))
        answers = within(QWidget(), row(self.look, *parts, gap=0))
        own = [notes] if self.shown.has_source else []
        return within(QWidget(), row(self.look, answers, *own, 1, gap=12))

    def _words(self) -> QWidget:
        """The fields that this answer needs."""
        answer, words = self.shown.answer, self.words
        if answer is None and self.shown.has_source:
            asked = Text(self.look, words("What is the answer? Yes, partly, or not now?"), 22, MEDIUM, "ink2")
            return within(QWidget(), column(self.look, 1, asked, 1))
        if answer is not Reply.NOT_NOW:
            self._add("we_will", "", words("We will…"), words("What we will do"))
        if answer is Reply.PARTLY:
            self._add("why", words("Why partly:"), words("Why only partly?"), words("Why partly"))
        if answer is Reply.NOT_NOW:
            self._add("why", words("Why not now:"), words("Why not now?"), words("Why not now"))
        if answer is not Reply.NOT_NOW:
            label, empty = words("We will know:"), words("How will we know?")
            self._add("how_known", label, empty, words("How we will know"), "eye")
        return within(QWidget(), column(self.look, 1, *self.fields.values(), 1, gap=8))

    def _add(self, part: str, label: str, empty: str, name: str, icon: str = "") -> None:
        def keep(text: str) -> None:
            self.acts.write(self.shown.key, part, text)

        text = getattr(self.shown, part)
        whole = f"{name}: {self.shown.title}"
        self.fields[part] = SaidField(self.look, whole, label, empty, text, icon, keep)

    @property
    def _can_be_promised(self) -> bool:
        shown = self.shown
        return not shown.has_source or shown.answer in (Reply.YES, Reply.PARTLY)

    def _who(self) -> QWidget:
        both = row(self.look, self.who, self.when, gap=8)
        both.setStretchFactor(self.who, 6)
        both.setStretchFactor(self.when, 5)
        whole = within(QWidget(), column(self.look, 1, both, self.role, self.yes, 1, gap=8))
        for part in (self.who, self.when, self.yes):
            part.setVisible(self._can_be_promised)
        return whole

    def _state(self) -> QWidget:
        words = column(self.look, 1, self.state, self.lacks, 1, gap=2)
        laid_out = row(self.look, self.state_icon, within(QWidget(), words), gap=12)
        laid_out.setStretch(1, 1)
        return within(QWidget(), laid_out)

    # What it says

    def show_row(self, shown: RowShown) -> None:
        """Say what is kept now; a field in which somebody writes is left alone."""
        self.shown = shown
        for part, field in self.fields.items():
            field.show_words(getattr(shown, part))
        self.who.show_words(shown.who, self.words("A person"))
        self.when.show_words(shown.by_when, self.words("A date"))
        self.role.say(shown.role_instead)
        self.role.setVisible(bool(shown.role_instead))
        self.yes.setChecked(shown.said_yes)
        self._show_state(shown)

    def _show_state(self, shown: RowShown) -> None:
        there = self._can_be_promised
        promise = there and not shown.lacks
        self.state_icon.name = "badge-check" if promise else "circle-dashed"
        self.state_icon.colour_name = "leaf" if promise else "brick"
        said = self.words("A promise") if promise else self.words("Not yet a promise")
        self.state.say(said if there else "")
        self.state.colour("leaf" if promise else "brick")
        self.lacks.say(shown.lacks if there else "")
        self.lacks.setVisible(there and bool(shown.lacks))
        self.state_icon.setVisible(there)
        self.state_icon.update()
