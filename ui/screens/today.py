"""Today: the parts of the day in pictures, where things are, and that you can leave at any time."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QWidget

from ui import icons
from ui.look import BOLD, SEMIBOLD, Look
from ui.page import Page
from ui.parts import today
from ui.parts.arrival import begin_arrival
from ui.widgets.boxes import within
from ui.widgets.button import MAIN, PLAIN, Button
from ui.widgets.card import Card
from ui.widgets.icon import Icon
from ui.widgets.scroll import Place, Scroll
from ui.words import LANGUAGES
from workshop.domain import plan
from workshop.domain.records import Step
from workshop.session.resources import consent_languages


class PictureBox(QWidget):
    """The picture of a part of the day: behind us, here, or to come."""

    def __init__(self, look: Look, shown: today.Picture, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.shown, self.side = look, shown, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self.look.px(self.side), self.look.px(self.side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the square and its icon."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        c, px, where = self.look.colours, self.look.px, self.shown.where
        here, behind = where is today.Where.HERE, where is today.Where.BEHIND
        line = max(2, px(8)) if here else max(2, px(3))
        painter.setPen(QPen(self.look.colour("damson" if here else "ink" if behind else "edge"), line))
        painter.setBrush(self.look.colour("ink" if behind else "damson_tint" if here else "paper"))
        box = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(box, px(28), px(28))
        size = px(self.side * 0.47)
        at = (self.width() - size) / 2
        name, ink = ("check", c.paper) if behind else (self.shown.icon, c.ink)
        icons.draw(painter, name, at, at, size, ink)


class TodayPage(Page):
    """At the door, in the breaks, and at one touch from the board."""

    ground = "linen"

    def setup(self, **given: Any) -> None:
        """Nobody is choosing a language."""
        self.choosing = False
        self.place = Place()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Today")

    # Building

    def build(self) -> None:
        """The title, the pictures, the facts, and the ways on."""
        steps, day = self.room.all(Step), self.room.workshop
        self.pictures = today.pictures(day, steps, self.words)
        self.facts = today.facts(day, steps, self.words)
        gap = 36 if self.look.roomy else 16
        middle: list[QLayout | int] = [self._row_of_pictures(), self._cards(), 1]
        inside = Scroll(
            self.look,
            within(QWidget(), self.column(*middle, gap=gap)),
            self.words("More"),
            self.words("Up"),
            self.place,
        )
        margins = (64, 36, 64, 28) if self.look.roomy else (28, 16, 28, 16)
        whole = self.column(self._head(), inside, self._foot(), gap=gap // 2, margins=margins)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)

    def _head(self) -> QLayout:
        day = self.room.workshop_for_the_room
        title = self.text(self.words("Today"), 66 if self.look.roomy else 44, BOLD)
        helps = self.text(today.who_helps(day, self.words), 34 if self.look.roomy else 26)
        head = self.row(self.column(title, helps, gap=0), *self._languages(), gap=16)
        head.setStretch(0, 1)
        return head

    def _languages(self) -> list[Button]:
        offered = [code for code in LANGUAGES if code in consent_languages()]
        now = self.words.language
        if self.choosing:
            return [self._language(code, code == now) for code in offered]
        hear = self.button(self.words("Hear this"), "volume-2", self._say)
        if not self.stage.speech.can_say(now):
            hear.lock(self.words("This computer has no voice for this language. Ask somebody to read it."))
        choose = self.button(LANGUAGES.get(now, now), "globe", self._choose)
        return [hear, choose]

    def _language(self, code: str, chosen: bool) -> Button:
        button = self.button(LANGUAGES[code], "", lambda: self._speak(code))
        button.setCheckable(True)
        button.setChecked(chosen)
        return button

    def _row_of_pictures(self) -> QLayout:
        """All in one row where there is room, else in two."""
        grid = QGridLayout()
        grid.setSpacing(self.look.px(16))
        n = len(self.pictures)
        across = max(1, n if self.look.roomy else (n + 1) // 2)
        for i, shown in enumerate(self.pictures):
            grid.addLayout(self._part(shown), i // across, i % across)
        for i in range(across):
            grid.setColumnStretch(i, 1)
        return grid

    def _part(self, shown: today.Picture) -> QLayout:
        side = 168 if self.look.roomy else 84
        box = PictureBox(self.look, shown, side)
        text = self.text(shown.text, 28 if self.look.roomy else 24, SEMIBOLD, centre=True)
        at = self.text(shown.at, 26 if self.look.roomy else 22, centre=True)
        here = self.words("We are here") if shown.where is today.Where.HERE else ""
        where = self.text(here, 24 if self.look.roomy else 22, BOLD, "damson", centre=True)
        if self.look.roomy:
            return self.column(self.row(1, box, 1), text, at, where, 1, gap=4)
        told = self.column(text, self.row(at, where, gap=8), 1, gap=0)
        beside = self.row(self.column(box, 1), told, gap=10)
        for part in (text, at, where):
            part.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        beside.setStretch(1, 1)
        return beside

    def _cards(self) -> QLayout:
        """What is where; that you can leave takes the rest of the last row."""
        grid = QGridLayout()
        grid.setSpacing(self.look.px(20 if self.look.roomy else 12))
        across = 3
        for i, fact in enumerate(self.facts):
            grid.addWidget(self._card(fact.icon, fact.what, fact.how), i // across, i % across)
        leave = self._card(
            "door-open",
            self.words("You can leave at any time."),
            self.words("You do not have to say why. You still get your page."),
            strong=True,
        )
        row_, column_ = divmod(len(self.facts), across)
        grid.addWidget(leave, row_, column_, 1, across - column_)
        for i in range(across):
            grid.setColumnStretch(i, 1)
        return grid

    def _card(self, icon: str, what: str, how: str, strong: bool = False) -> QWidget:
        card = Card(self.look, "paper", "damson" if strong else "line", 24, 4 if strong else 2)
        token, size = (28, 64) if self.look.roomy else (22, 40)
        told = self.column(self.text(what, token, BOLD), self.text(how, token), gap=0)
        margins = (28, 20, 24, 20) if self.look.roomy else (16, 8, 12, 8)
        gap = 28 if self.look.roomy else 16
        parts = self.row(Icon(self.look, icon, size, "damson"), told, gap=gap, margins=margins)
        parts.setStretch(1, 1)
        return within(card, parts)

    def _foot(self) -> QLayout:
        words = self.words
        lock = self.button(words("Facilitator"), "lock", self.stage.ask_number, PLAIN)
        parts: list[Any] = [lock, 1]
        if self._people_arrive():
            parts.append(self.button(words("I have just arrived"), "door-open", self._arrive, MAIN))
        if self.stage.page_of_the_day() != "today":
            back = words("Back to the board")
            parts.append(self.button(back, "arrow-left", self.stage.back_to_the_day, MAIN))
        return self.row(*parts, gap=20)

    def _people_arrive(self) -> bool:
        """With one screen nobody at a desk can call the next person, so they begin by themselves."""
        step = plan.running(self.room.all(Step))
        return self.stage.one_screen and step is not None and step.kind == "arrivals"

    # Acts

    def _arrive(self) -> None:
        begin_arrival(self.stage)

    def _choose(self) -> None:
        self.choosing = not self.choosing
        self.rebuild()

    def _speak(self, language: str) -> None:
        self.choosing = False
        self.stage.taste(self.side, language=language)
        self.rebuild()

    def _say(self) -> None:
        parts = [f"{p.text}, {p.at}." for p in self.pictures]
        facts = [f"{fact.what}: {fact.how}." for fact in self.facts]
        leave = self.words("You can leave at any time.")
        helps = today.who_helps(self.room.workshop_for_the_room, self.words)
        self.stage.speech.say(" ".join([helps, *parts, *facts, leave]), self.words.language)


PAGE = TodayPage
