"""The desk: the facilitator's page of the day. What to say and do now, what people see, one large act.

It is built anew only when something other than a number or a time has changed, so that a finger on a
button, the keyboard and the place in a long page stay where they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import BOLD, Side
from ui.parts import desk, desk_cards, desk_tools, vote
from ui.parts.desk_acts import DeskActs
from ui.parts.desk_memory import memory_of
from ui.parts.desk_picture import PeoplePicture, picture_of
from ui.parts.desk_ways import QuietWays
from ui.parts.number import hand_over
from ui.parts.pictures import TakesPictures, bring
from ui.parts.undoing import Undoing, half_at_end
from ui.parts.waiting import put_away, said_of_waiting
from ui.screens import page_class
from ui.widgets.bars import STAGES, TopBar
from ui.widgets.boxes import within
from ui.widgets.button import Button, Kind, Style
from ui.widgets.card import Card
from ui.widgets.count_row import CountRow
from ui.widgets.help_row import HelpRow
from ui.widgets.icon import Icon
from ui.widgets.people_preview import Above, PeoplePreview
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.ids import NoteId
from workshop.domain.kinds import DayState
from workshop.domain.records import Step

PAUSE = Style(Kind.STRONG, 64, 24, 26, padding=24)
GIVE = Style(height=72, text=24, icon=28)


@dataclass(frozen=True)
class Frame:
    """All that the page is laid out by. Numbers and times are not in it: they change in their place."""

    stage: int
    now: desk.Now
    following: desk.Following
    tools: tuple[desk_tools.Tool, ...]
    large: desk.Large | None
    voting: bool
    counts: int
    timed: bool
    state: DayState
    paused: bool
    waiting: bool
    hidden: bool


class DeskPage(TakesPictures):
    """One place to run the day from."""

    side = Side.FACILITATOR

    def setup(self, **given: object) -> None:
        """Keep what is asked and which note is chosen; listen to what people's screens show."""
        self.asking = ""
        self.chosen: NoteId | None = None
        self.hidden: NoteId | None = None  # the note that was hidden last
        self.left_place, self.right_place = Place(), Place()
        self.acts = DeskActs(self)
        self.undoing = Undoing(self, partial(half_at_end, self))
        self.stage.moved.connect(self._moved)
        self.take_drops()

    def bring_pictures(self, paths: Sequence[Path]) -> None:
        """Pictures were dropped here: the first goes on the note that was touched, if there is one."""
        bring(self, paths, self.chosen)

    def leave(self) -> None:
        """Listen no longer."""
        self.stage.moved.disconnect(self._moved)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("The desk")

    # Reading

    def _read(self) -> None:
        self.day = desk.read(self.room)
        self.time = desk.time_of(self.day, self.room.now(), self.words)
        self.large = desk.large_of(self.day, self.words)

    def _frame(self) -> Frame:
        return Frame(
            desk.stage_of(self.day),
            desk.now_of(self.day, self.words),
            desk.following_of(self.day, self.words),
            desk_tools.tools_of(self.day, self._people_see(), self.words),
            self.large,
            self.day.vote is not None,
            len(desk.counts_of(self.day, self.words)),
            bool(self.time.time_left),
            self.day.workshop.state,
            self.stage.paused,
            bool(said_of_waiting(self.day.notes, self.words)),
            bool(put_away(self.day.notes)),
        )

    def _people_see(self) -> desk_tools.PeopleSee:
        page = self.stage.people.page
        usual = page == self.stage.page_of_the_day()
        return desk_tools.PeopleSee(page, usual, page_class(page).private and page != vote.COVER)

    # Laying out

    def build(self) -> None:
        """The bar, the script and tools at the start, the people's screen at the end, the foot."""
        self._read()
        self.frame = self._frame()
        self.counts: CountRow | None = None
        self.large_button: Button | None = None
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar())
        side, edge = (24, 12) if self.low else (32, 20)
        middle = self.row(gap=20 if self.low else 28, margins=(side, edge, side, edge))
        started = self.frame.state is DayState.OPEN
        middle.addWidget(self._left() if started else self._not_open(), 830 if self.low else 1120)
        middle.addWidget(self._right(), 484 if self.low else 708)
        whole.addLayout(middle, 1)
        if not self.low:
            whole.addWidget(self._foot())
        self._show_numbers()

    @property
    def low(self) -> bool:
        """Whether the screen is low: then there are fewer second lines, and no line at the foot."""
        return desk_cards.is_low(self.look)

    def _bar(self) -> TopBar:
        shop, words = self.day.workshop, self.words
        parts = [words.short_day(shop.day)] if shop.day else []
        parts += [shop.place] if shop.place and not self.low else []
        stages = [words(name) for name in STAGES]
        text, icon = words("Pause (key B)"), "pause"
        if self.stage.paused:
            text, icon = words("Go on (key B)"), "play"
        pause = self.button(text, icon, self.pause, PAUSE)
        pause.setMinimumWidth(pause.sizeHint().width())  # its one line is never broken
        self.bar = TopBar(self.look, shop.title, " · ".join(parts), stages, self.frame.stage, "", pause)
        return self.bar

    def _not_open(self) -> QWidget:
        """Before the day is open, and after it was closed: what it needs, and the ways there."""
        words, closed = self.words, self.frame.state is DayState.CLOSED
        title = words("This day is closed.") if closed else words("This day has not begun.")
        text = (
            words("You can still print, and keep the promises in view.")
            if closed
            else words("First look at the plan. Then see if all is ready.")
        )
        ways = [
            self.button(words("Ready?"), "list-checks", partial(self.stage.show_desk, "ready")),
            self.button(words("Plan"), "list", partial(self.stage.show_desk, "plan")),
        ]
        if closed:
            ways = [
                self.button(words("Print"), "printer", partial(self.stage.show_desk, "print_out")),
                self.button(words("Promises"), "badge-check", partial(self.stage.show_desk, "promises")),
            ]
        card = Card(self.look)
        within(
            card,
            self.column(
                self.text(title, 36, BOLD),
                self.text(text, 24),
                self.row(*ways, 1),
                gap=20,
                margins=(36, 32, 36, 36),
            ),
        )
        return within(QWidget(), self.column(card, 1))

    def _left(self) -> Scroll:
        now, look, words = self.frame.now, self.look, self.words
        more = self.button(words("Add 5 minutes"), "plus", self.add_five)
        self.now_card = desk_cards.NowCard(look, words, now, self.time, more)
        next_ = desk_cards.next_card(look, self.frame.following, self._go_button())
        script = desk_cards.ScriptCard(look, words, now, self._ticked(), next_)
        self.question = self.acts.question()
        below = self.question or self._tools()
        content = within(QWidget(), self.column(self.now_card, script, below, 1, gap=12 if self.low else 16))
        return Scroll(look, content, words("More"), words("Back"), self.left_place)

    def _go_button(self) -> Button:
        following = self.frame.following
        style = desk_cards.ON_MAIN if self.large is None else desk_cards.ON_PLAIN
        go = self.button(following.button, "arrow-right", self.go_on, style)
        if following.why_not:
            go.say(following.why_not)
            go.lock(following.why_not)
        return go

    def _tools(self) -> QWidget:
        buttons = []
        for tool in self.frame.tools:
            button = desk_cards.tool_button(self.look, tool)
            button.clicked.connect(partial(self.acts.do, tool.act))
            button.asked_why.connect(self.tell)
            buttons.append(button)
        return desk_cards.grid(self.look, buttons)

    def _right(self) -> QWidget:
        self.picked_place = desk_cards.Slot()
        self.help_place = desk_cards.Slot()
        parts = [self._people_card(), self.picked_place, self.help_place]
        if self.frame.state is DayState.OPEN:
            foot = self.words("Only the number is kept.") if self.frame.voting else ""
            self.counts = CountRow(self.look, self.frame.counts, foot)
            parts.append(self.counts)
        self.ways = QuietWays(self, self.undoing.open, waiting=self.frame.waiting, hidden=self.frame.hidden)
        parts.append(self.ways)
        self._fill_picked()
        self._fill_helps()
        content = within(QWidget(), self.column(*parts, 1, gap=12 if self.low else 16))
        scroll = Scroll(self.look, content, self.words("More"), self.words("Back"), self.right_place)
        if self.large is None or self.frame.state is not DayState.OPEN:
            return scroll
        whole = within(QWidget(), self.column(scroll, self._large(self.large), gap=16))
        return whole

    def _people_card(self) -> Card:
        theirs = self.stage.look(Side.PEOPLE)
        self.preview = PeoplePreview(self.room, self.look, theirs, self.words)
        if self.chosen is not None:
            self.preview.chosen = self.chosen
        self.preview.picked.connect(self.choose)
        self.hint = self.text("", 20, wrap=False)
        title = self.text(self.words("The people’s screen now"), 24, BOLD)
        above = self.row(Icon(self.look, "monitor", 28), title, self.hint, gap=12)
        above.setStretch(1, 1)
        parts = self.column(above, self.preview, gap=8, margins=(22, 12, 22, 18))
        if self.stage.one_screen:
            give = self.button(
                self.words("Give the screen to the people"), "monitor", partial(hand_over, self.stage), GIVE
            )
            parts.addWidget(give)
        card = Card(self.look)
        within(card, parts)
        return card

    def _large(self, large: desk.Large) -> Button:
        self.large_button = self.button(
            large.text, large.icon, partial(self.acts.do, large.act), desk_cards.LARGE, " "
        )
        return self.large_button

    def _foot(self) -> QWidget:
        facts = [("check", self.words("Everything is saved"))]
        private = None if self.stage.one_screen else ("laptop", self.words("Only you see this screen"))
        return desk_cards.foot(self.look, facts, private)

    def _ticked(self) -> set[int]:
        running = self.day.running
        return memory_of(self.room).ticked.setdefault(running.id, set()) if running else set()

    # What changes in its place

    def _show_numbers(self) -> None:
        """Counts, times, the picture of the people's screen, and the line below the large act."""
        saved = self.room.session.saved_at()[11:16]
        self.bar.say_saved(self.words("Saved {time}", time=saved) if saved else self.words("Saved"))
        if self.frame.state is DayState.OPEN:
            self.now_card.show_time(self.time)
        self.ways.show_counts(self.day.notes)
        counts = desk.counts_of(self.day, self.words)
        if self.counts is not None:
            self.counts.show_counts([(c.number, c.text) for c in counts])
            self.counts.fill_seats(
                self.day.ballots,
                max(self.day.expected, self.day.ballots),
                f"{counts[0].number} {counts[0].text}",
            )
        if self.large_button is not None and self.large is not None:
            second = desk.large_second(self.day, self.large.act, self.words)
            self.large_button.lock(self.acts.why_not(self.large.act))
            self.large_button.say(self.large.text, second)
        seen = self._picture()
        self.preview.show_picture(seen, Above(self.time.where, self.time.question))
        self.hint.say(self._hint(seen))

    def _picture(self) -> PeoplePicture:
        page = self.stage.people.page
        return picture_of(
            page,
            private=page_class(page).private,
            voting=self.day.vote is not None,
            paused=self.stage.paused,
            words=self.words,
        )

    def _hint(self, seen: PeoplePicture) -> str:
        if seen.kind is not seen.kind.BOARD:
            return ""
        if self.day.workshop.writing_hidden:
            return self.words("Only notes, face down")
        return self.words("Touch a note")

    def refresh(self) -> None:
        """Read the day again; lay out anew only where more than a number has changed."""
        self._read()
        if self._frame() != self.frame:
            self.rebuild()
        else:
            self._show_numbers()

    def on_change(self, change: Change) -> None:
        """Something has changed in the workshop."""
        if self.day.vote is None and self.asking in ("close", "stop"):
            self.asking = ""
        self.preview.show_change(change)
        self.refresh()
        if any(c.table == "picture" for c in change.diff):
            self._fill_picked()

    def on_tick(self) -> None:
        """Time has gone on, or a ballot was sealed."""
        self.refresh()

    def on_help(self) -> None:
        """Who asks for help has changed."""
        self._fill_helps()

    def _moved(self) -> None:
        if self.isVisible() and self.stage.bridge is not None and self.stage.desk.page == "desk":
            self.refresh()

    # The note that was touched, and who asks for help

    def choose(self, note: object) -> None:
        """A note was touched in the picture, or let go."""
        self.chosen = NoteId(note) if isinstance(note, str) else None
        if self.chosen is not None:
            self.hidden = None
        self._fill_picked()

    def _fill_picked(self) -> None:
        self.picked_place.fill(self.column(*self.acts.picked(), gap=12))

    def _fill_helps(self) -> None:
        rows = [
            HelpRow(self.look, self.words, who, partial(self.stage.go_to_help, who))
            for who in self.stage.helps
        ]
        self.help_place.fill(self.column(*rows, gap=12))

    # Acts

    def pause(self) -> None:
        """Cover the people's screen, or uncover it."""
        self.stage.pause(not self.stage.paused)

    def add_five(self) -> None:
        """Five minutes more for this step."""
        running = self.day.running
        if running is not None:
            self.did(self.room.session.plan.edit_step, running.id, minutes=running.minutes + 5)

    def go_on(self) -> None:
        """Go to the next step; after the last one, to the sheets."""
        following: Step | None = self.frame.following.step
        if following is None:
            self.stage.show_desk("print_out")
        else:
            self.did(self.room.session.plan.start_step, following.id)

    def ask(self, question: str) -> None:
        """Ask in the place of the tools; "" puts the question away. The keyboard is at its way back."""
        self.asking = question
        self.rebuild()
        QTimer.singleShot(0, self, self._to_question)

    def _to_question(self) -> None:
        buttons = self.question.findChildren(Button) if self.question is not None else []
        if buttons:
            buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)


PAGE = DeskPage
