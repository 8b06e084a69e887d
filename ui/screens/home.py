"""Home: back to work in one touch, the workshops before, a new one, or practice."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QLayout, QWidget

from ui.look import BOLD, SEMIBOLD, Side
from ui.page import Page
from ui.parts.library import (
    ANY_ICON,
    about,
    about_template,
    for_today,
    moment,
    state_of,
    title_of,
    where_it_is,
)
from ui.parts.library_due import due_card, due_in
from ui.parts.library_rows import PlanCard, WorkshopRow
from ui.parts.start import Start
from ui.widgets.boxes import Part, within
from ui.widgets.button import QUIET, Kind, Style
from ui.widgets.card import Card, Ground
from ui.widgets.icon import Icon
from ui.widgets.mark import Mark
from ui.widgets.progress import Segments
from ui.widgets.scroll import Place, Scroll
from workshop.session.library import Seen, Summary, summary_of, templates
from workshop.session.settings import ONLY_THIS

SHOWN = 4  # workshops before today, and plans to start from
LOOKED_AT = SHOWN + 1
CARRY_ON = Style(Kind.PLAIN, 96, 30, 34, padding=40, radius=16)


class HomePage(Page):
    """What the facilitator sees between workshops."""

    side = Side.FACILITATOR
    needs_workshop = False

    def setup(self, **given: Any) -> None:
        """Look into the newest workshops; what was seen before is shown at once."""
        self.start = Start.of(self.stage)
        self.titles_shown = False
        self.places = (Place(), Place())
        self.locked = self.start.is_locked
        if self.locked:  # titles are for those who know the passphrase
            QTimer.singleShot(0, self, lambda: self.stage.show_desk("unlock"))
            return
        self.start.changed.connect(self._changed)
        self.start.look_around(LOOKED_AT)

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Same Table: home")

    def build(self) -> None:
        """Above: what the program can do. Left: workshops. Right: a new one. At the foot: what is safe."""
        if self.locked:
            self.body.setLayout(self.column(1, self.row(1, Mark(self.look, 220), 1), 1))
            return
        left, right = (within(QWidget(), layout) for layout in (self._left(), self._right()))
        more, back = self.words("More"), self.words("Back")
        areas = [
            Scroll(self.look, side, more, back, place)
            for side, place in zip((left, right), self.places, strict=True)
        ]
        both = self.row(*areas, gap=40, margins=(48, 0, 48, 0))
        both.setStretch(0, 106)
        both.setStretch(1, 72)
        whole = self.column(self._top(), both, self._foot(), gap=20)
        whole.setStretch(1, 1)
        self.body.setLayout(whole)

    def _top(self) -> QLayout:
        buttons = [
            self.button(self.words("Open a file"), "folder-open", self._choose_file),
            self.button(self.words("Display and sound"), "accessibility", self._display),
            self.button(self.words("How to"), "book-open", self._how_to),
            self.button(self.words("Close Same Table"), "power-off", self.start.quit_wanted.emit),
        ]
        title = self.text(self.words("Same Table"), 40, BOLD, "damson", wrap=False)
        return self.row(Mark(self.look, 62), title, 1, *buttons, gap=18, margins=(48, 28, 48, 0))

    # Left: workshops

    def _seen(self) -> list[Seen]:
        """What is known of the workshops, the newest first; the open one as it is now."""
        seen = dict(self.start.seen)
        bridge = self.stage.bridge
        if bridge is not None and not bridge.workshop.practice:
            now = summary_of(bridge.session)
            seen = {now.folder: now} | seen | {now.folder: now}
        return list(seen.values())

    def _now(self, seen: list[Seen]) -> Summary | None:
        """What one would carry on with: the practice that is open, or the workshop of today."""
        bridge = self.stage.bridge
        if bridge is not None and bridge.workshop.practice:
            return summary_of(bridge.session)
        return for_today(seen, self.stage.clock().date())

    def _left(self) -> QLayout:
        seen = self._seen()
        today = self._now(seen)
        others = [s for s in seen if s is not today][:SHOWN]
        due = [] if self._titles_hidden() else due_in(seen)
        asked = [due_card(self, due, self._take_out)] if due else []
        before = [self._before(others)] if others else []
        return self.column(self._today(today), *asked, *before, 1, gap=24)

    def _take_out(self, at: Summary) -> None:
        self.start.open(at.folder, "keeping" if at.due.clock_is_back else "shred")

    def _today(self, at: Summary | None) -> QWidget:
        card = Card(self.look, "damson", "damson", radius=24)
        if self.start.busy:
            words = self.text(self.start.busy, 44, BOLD, "on_damson")
            inside = self.column(1, words, self.text(self.words("One moment"), 26, colour="on_damson"), 1)
        elif at is None or self._titles_hidden():
            inside = self._no_workshop(hidden=at is not None)
        else:
            inside = self._card_of(at)
        inside.setContentsMargins(*(self.look.px(n) for n in (44, 40, 44, 40)))
        card.setMinimumHeight(self.look.px(300))
        return within(card, inside)

    def _no_workshop(self, *, hidden: bool) -> Any:
        if hidden:
            show = self.button(self.words("Show the titles"), "eye", self._show_titles, CARRY_ON)
            words = self.words("People can see this screen. Titles are hidden.")
            return self.column(1, self.text(words, 36, BOLD, "on_damson"), self.row(show, 1), 1, gap=24)
        words = self.words("No workshop today. Start one, or practise.")
        return self.column(1, self.text(words, 44, BOLD, "on_damson"), 1)

    def _card_of(self, at: Summary) -> Any:
        today = self.stage.clock().date()
        day = self.words.day(at.day) if at.day else self.words("No day yet")
        if at.day == today:
            day = self.words("Today, {day}", day=day)
        here = self.words.many("{n} person is here", "{n} people are here", at.people) if at.people else ""
        place = " · ".join(part for part in (at.place, here) if part)
        far = Segments(self.look, at.steps, at.step - 1, 560, on_damson=True) if at.steps else None
        words = [
            self.text(day, 22, SEMIBOLD, "on_damson"),
            self.text(at.title, 54, BOLD, "on_damson"),
            *([self.text(place, 26, colour="on_damson")] if place else []),
            *([far] if far else []),
        ]
        carry_on = self.button(self.words("Carry on"), "play", lambda: self.start.open(at.folder), CARRY_ON)
        foot = self.row(self.text(where_it_is(self.words, at), 22, SEMIBOLD, "on_damson"), carry_on, gap=24)
        foot.setStretch(0, 1)
        return self.column(*words, 1, foot, gap=10)

    def _before(self, others: list[Seen]) -> QWidget:
        today = self.stage.clock().date()
        past = all(isinstance(s, Summary) and s.day is not None and s.day < today for s in others)
        title = self.words("Before today") if past else self.words("Other workshops")
        every = self.button(
            self.words("All workshops"),
            "chevron-right",
            self._all,
            Style(Kind.QUIET, icon_last=True, padding=8),
        )
        head = self.row(self.text(title, 30, BOLD, wrap=False), 1, every, margins=(24, 10, 24, 10))
        parts: list[Part] = [head]
        if self._titles_hidden():
            count = self.words.many("{n} workshop", "{n} workshops", len(others))
            show = self.button(self.words("Show the titles"), "eye", self._show_titles, QUIET)
            parts.append(self.row(self.text(count, 26), 1, show, margins=(24, 10, 24, 20)))
        else:
            parts += [self._row_of(seen) for seen in others]
        return within(Card(self.look), self.column(*parts, gap=0, margins=(1, 4, 1, 8)))

    def _row_of(self, seen: Seen) -> WorkshopRow:
        row = WorkshopRow(self.look, title_of(seen), about(self.words, seen), state_of(self.words, seen))
        row.clicked.connect(lambda: self.start.open(seen.folder))
        return row

    def _titles_hidden(self) -> bool:
        """With one screen that people touch, or see, other workshops' titles are nobody's business."""
        seen_by_people = self.start.settings.people_screen not in ("", ONLY_THIS) or bool(self.stage.bridge)
        return self.stage.one_screen and seen_by_people and not self.titles_shown

    # Right: a new one

    def _right(self) -> QLayout:
        cards = [self._plan_card(template) for template in templates()[:SHOWN]]
        empty = self.button(self.words("Empty workshop"), "plus", self._empty)
        words = self.words("All {n} templates", n=len(templates()))
        every = self.button(words, "layout-grid", lambda: self.stage.show_desk("templates"))
        both = self.row(empty, every)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        title = self.text(self.words("Start a new workshop"), 30, BOLD)
        return self.column(title, *cards, both, self._practice(), 1, gap=14)

    def _plan_card(self, template: Any) -> PlanCard:
        icon = template.icon or ANY_ICON
        title = self.words(template.title)
        card = PlanCard(self.look, title, about_template(self.words, template), icon)
        card.clicked.connect(lambda: self.start.make(title, template.name))
        return card

    def _practice(self) -> QWidget:
        card = Card(self.look, "marigold_tint", "card_edge")
        words = self.column(
            self.text(self.words("Practice session"), 24, BOLD),
            self.text(self.words("Try every step with made-up people. Nothing you do here is kept."), 20),
            gap=2,
        )
        go = self.button(self.words("Practise"), "", self.start.practise)
        inside = self.row(
            Icon(self.look, "graduation-cap", 48, "damson"), words, go, gap=24, margins=(30, 24, 28, 24)
        )
        inside.setStretch(1, 1)
        return within(card, inside)

    # The foot

    def _foot(self) -> QWidget:
        now = self.stage.clock()
        saved = max((s.saved_at for s in self._seen() if isinstance(s, Summary)), default="")
        copied = moment(self.words, self.start.settings.last_copy, now)
        last = (
            self.words("Last copy on USB: {when}", when=copied)
            if copied
            else self.words("No copy on USB yet")
        )
        parts = (
            ("check", "leaf", self.words("Everything is saved {when}", when=moment(self.words, saved, now))),
            ("usb", "ink", last),
            ("wifi-off", "ink", self.words("No internet needed. Nothing leaves this laptop.")),
        )
        said: list[Part] = [
            part
            for icon, colour, words in parts
            for part in (Icon(self.look, icon, 26, colour), self.text(words, 22))
        ]
        copy = self.button(self.words("Copy to USB now"), "usb", self._choose_stick)
        copy.lock("" if self._to_copy() else self.words("There is no workshop to copy yet."))
        foot = self.row(*said, copy, gap=14, margins=(48, 6, 48, 6))
        for index, (_icon, _colour, words) in enumerate(parts):
            foot.setStretch(2 * index + 1, len(words))
        return within(Ground(self.look, "paper", "top"), foot)

    def _to_copy(self) -> Path | None:
        """The workshop that a copy is made of: the open one, today's, or the newest."""
        seen = [s for s in self._seen() if isinstance(s, Summary)]
        today = for_today(seen, self.stage.clock().date())
        return (today or seen[0]).folder if seen else None

    # What happens

    def _changed(self) -> None:
        if self.isVisible():
            self.rebuild()

    def _show_titles(self) -> None:
        self.titles_shown = True
        self.rebuild()

    def _all(self) -> None:
        self.stage.show_desk("all_workshops")

    def _empty(self) -> None:
        self.start.make(self.words("New workshop"))

    def _display(self) -> None:
        self.stage.show_desk("display")

    def _how_to(self) -> None:
        self.stage.show_desk("how_to")

    def _choose_file(self) -> None:
        dialog = self._dialog(self.words("Open a copy of a workshop"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.words("Copies of workshops") + " (*.sametable)")
        dialog.fileSelected.connect(lambda path: self.start.bring_in(Path(path)))
        dialog.open()

    def _choose_stick(self) -> None:
        folder = self._to_copy()
        if folder is None:
            return
        dialog = self._dialog(self.words("Where is the USB stick?"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.start.copy(folder, Path(path)))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        """A chooser of our own toolkit: it does not stop the program, and looks the same everywhere."""
        dialog = QFileDialog(self, title)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFont(self.look.font(20))
        return dialog


PAGE = HomePage
