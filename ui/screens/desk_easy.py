"""The desk in easy words, for whoever leads this part of the day: three lines to say, and few buttons."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import BOLD, MEDIUM, Side
from ui.page import Page
from ui.parts import desk
from ui.parts.desk_cards import heading, is_low
from ui.parts.desk_easy import EasyLine, easy_lines
from ui.widgets.boxes import within
from ui.widgets.button import Button, Kind, Style
from ui.widgets.card import Card, Ground
from ui.widgets.icon import Icon
from ui.widgets.mark import Mark
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change

TOP = Style(height=80, text=26, icon=32, padding=28)
TOP_STRONG = Style(Kind.STRONG, 80, 26, 32, padding=28)
HEAR = Style(height=140, text=42, icon=56, padding=40, radius=20)
NEXT = Style(Kind.MAIN, 140, 42, 56, padding=40, radius=20, icon_last=True)
LOW_HEAR = Style(height=96, text=30, icon=40, padding=30, radius=16)
LOW_NEXT = Style(Kind.MAIN, 96, 30, 40, padding=30, radius=16, icon_last=True)


class DeskEasyPage(Page):
    """The same day and the same step as the desk, said in three lines."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """Keep how far somebody has read."""
        self.place = Place()
        self.stage.moved.connect(self._moved)

    def leave(self) -> None:
        """Stop reading aloud, and listen no longer."""
        self.stage.moved.disconnect(self._moved)
        self.stage.speech.stop()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Easy words to say")

    def build(self) -> None:
        """Whose turn it is, the lines, and the two large buttons."""
        self.day = desk.read(self.room)
        self.following = desk.following_of(self.day, self.words)
        self.paused = self.stage.paused
        side = 48 if is_low(self.look) else 160
        content = within(QWidget(), self.column(self._lines_card(), 1))
        scroll = Scroll(self.look, content, self.words("More"), self.words("Back"), self.place)
        middle = within(QWidget(), self.column(scroll, margins=(side, 28, side, 0)))
        whole = self.column(self._bar(), middle, self._large(side), gap=0)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)

    # Who leads

    def _leads(self) -> str:
        """Whoever leads the whole day, "" where nobody is named."""
        return next(iter(self.day.workshop.led_by), "")

    def _helps(self) -> str:
        """Whoever leads together with them."""
        return next(iter(self.day.workshop.led_by[1:]), "")

    def _bar(self) -> Ground:
        words, low = self.words, is_low(self.look)
        helper, leader = self._helps(), self._leads()
        title = words("{name}, you say this now", name=helper) if helper else words("You say this now")
        now = desk.now_of(self.day, words)
        number = self.day.number_of(self.day.running)
        where = words("Step {n}: {what}", n=number, what=now.title) if number else now.title
        tell = words("Tell {name}", name=leader) if leader and helper else words("Ask for help")
        pause = words("Go on") if self.paused else words("Pause")
        buttons = (
            self.button(words("The desk"), "laptop", self.back, TOP),
            self.button(tell, "concierge-bell", self.tell_leader, TOP),
            self.button(pause, "play" if self.paused else "pause", self.pause, TOP_STRONG),
        )
        beside = self.column(self.text(title, 32, BOLD), self.text(where, 22), gap=0)
        margins = (24, 8, 24, 8) if low else (48, 14, 48, 14)
        parts = self.row(Mark(self.look, 52), gap=16, margins=margins)
        parts.addLayout(beside, 1)
        for button in buttons:
            parts.addWidget(button)
        bar = Ground(self.look, "paper", "bottom")
        within(bar, parts)
        bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return bar

    # The lines

    def _lines(self) -> tuple[EasyLine, ...]:
        running = self.day.running
        return easy_lines(running) if running is not None else ()

    def _lines_card(self) -> Card:
        low = is_low(self.look)
        parts: list[QWidget] = [heading(self.look, "speech", self.words("Say"))]
        parts += [self._line(line) for line in self._lines()] or [
            self.text(self.words("No step is running now."), 30)
        ]
        self.time_text = self.text("", 26, BOLD)
        parts.append(self._time_row())
        card = Card(self.look)
        margins = (32, 16, 32, 16) if low else (60, 36, 60, 32)
        within(card, self.column(*parts, gap=8 if low else 14, margins=margins))
        self.on_tick()
        return card

    def _time_row(self) -> QWidget:
        row = self.row(Icon(self.look, "hourglass", 32), self.time_text, gap=14)
        row.setStretch(1, 1)
        return within(QWidget(), row)

    def _line(self, line: EasyLine) -> QWidget:
        low = is_low(self.look)
        ground = Ground(self.look, "paper", "top")
        icon = Icon(self.look, line.icon, 44 if low else 70, ground="harbour_tint", round_=False)
        words = self.text(f"“{line.text}”", 36 if low else 46, MEDIUM)
        words.setAccessibleName(line.text)
        edge = self.look.px(8 if low else 16)
        row = self.row(icon, words, gap=28 if low else 40)
        row.setContentsMargins(0, edge, 0, 0)
        row.setStretch(1, 1)
        within(ground, row)
        return ground

    def _large(self, side: int) -> QWidget:
        low, words = is_low(self.look), self.words
        hear = self.button(words("Hear it"), "volume-2", self.hear_lines, LOW_HEAR if low else HEAR)
        follows = self.following
        text = words("Next: {what}", what=follows.title) if follows.step else words("To the desk")
        go = self.button(text, "arrow-right", self.next_step, LOW_NEXT if low else NEXT)
        if follows.step is not None and follows.why_not:
            go.say(follows.why_not)
            go.lock(follows.why_not)
        for button in (hear, go):
            _wide(button)
        row = self.row(gap=24, margins=(side, 16 if low else 28, side, 16 if low else 36))
        row.addWidget(hear, 2)
        row.addWidget(go, 3)
        return within(QWidget(), row)

    # What changes

    def on_change(self, change: Change) -> None:
        """Only another step, or a vote, changes what is said."""
        if {c.table for c in change.diff} & {"step", "round", "workshop"}:
            self.rebuild()

    def on_tick(self) -> None:
        """Time has gone on."""
        time = desk.time_of(self.day, self.room.now(), self.words)
        told = [time.time_left, time.next_time]
        self.time_text.say(". ".join(part for part in told if part))

    def _moved(self) -> None:
        if self.isVisible() and self.stage.bridge is not None and self.paused != self.stage.paused:
            self.rebuild()

    # Acts

    def back(self) -> None:
        """Back to the desk."""
        self.stage.show_desk("desk")

    def tell_leader(self) -> None:
        """Tell whoever leads the day, quietly."""
        leader = self._leads() if self._helps() else ""
        self.stage.ask_for_help(self._helps() or self.words("Somebody at the desk"))
        told = self.words("We have told {name}.", name=leader) if leader else self.words("It is at the desk.")
        self.tell(told, "done")

    def pause(self) -> None:
        """Cover the people's screen, or uncover it."""
        self.stage.pause(not self.stage.paused)

    def hear_lines(self) -> None:
        """Read the lines aloud."""
        self.hear("\n".join(line.text for line in self._lines()), self.room.workshop.language)

    def next_step(self) -> None:
        """Go to the next step; after the last one, to the desk."""
        if self.following.step is None:
            self.back()
        else:
            self.did(self.room.session.plan.start_step, self.following.step.id)


def _wide(button: Button) -> None:
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


PAGE = DeskEasyPage
