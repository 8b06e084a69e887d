"""A page in every hand: the sheet to take home first, then who wants the whole pack, then the end."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout, QWidget

from ui import printing
from ui.look import BOLD, MEDIUM, Side
from ui.page import Page
from ui.parts import print as said
from ui.parts import print_cards as cards
from ui.parts.print import PACK, SHEET
from ui.parts.print_folder import choose_folder
from ui.parts.print_work import Filing, PrintWork
from ui.parts.promises_sheets import MeetSheet
from ui.parts.promises_typed import type_again, typed_in
from ui.parts.top_bar import PRINT, top_bar
from ui.printing import PrintJob
from ui.stage import Message
from ui.widgets.boxes import Part, within
from ui.widgets.button import MAIN, SMALL, Button, Style
from ui.widgets.card import Card
from ui.widgets.page_preview import Busy, PagePreview
from ui.widgets.promise_row import is_stacked
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.kinds import Audience, DayState
from workshop.session.pack import PackMade

EVERY_MS = 50
PREVIEW = 228
_PRINT = Style(MAIN.kind, 104, 34, 44, padding=40, radius=18, second_text=24)


class PrintOutPage(Page):
    """Shows the pages as they will be, prints them, writes them into files, and ends the day."""

    side = Side.FACILITATOR

    def setup(self, **given: Any) -> None:
        """Begin to make the pages; the page itself is there at once. Tests give printers and a folder."""
        self._printers = given.get("printers", printing.printers)
        self._open_printer = given.get("open_printer", printing.to_printer)
        self._choose_folder = given.get("choose_folder", choose_folder)
        self.found = self._printers()
        self.printer = 0
        self.open = ""  # "finish" while that lies over the page
        self.place = Place()
        self.memory = said.memory_of(self.room)
        self.work = PrintWork(self.room.session.pack, self._refused, self._written)
        self.work.preview_width = 2 * self.look.px(PREVIEW)
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self._go_on)
        self._make()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("A page in every hand")

    def leave(self) -> None:
        """Nothing goes on behind another page."""
        self.timer.stop()
        self.work.stop()

    def _make(self) -> None:
        self.work.make_for_people(self.memory.large)
        self.timer.start()

    # Building

    def build(self) -> None:
        """The bar, and below it the parts or what is open."""
        content = within(QWidget(), self._opened() if self.open else self._overview())
        layout = self.column(top_bar(self, PRINT), content, gap=0)
        layout.setStretch(1, 1)
        self.body.setLayout(layout)

    def rebuild(self) -> None:
        """Lay out again; what somebody is typing stays in its field."""
        typed = typed_in(self.body)
        super().rebuild()
        type_again(self.body, typed)

    def _overview(self) -> QLayout:
        self.facts = self.room.session.pack.facts(Audience.PEOPLE)
        small = is_stacked(self.look)
        upper = cards.side_by_side(self, small, (self._sheet_card(), 101), (self._packs_card(), 82))
        content = self.column(*cards.notices(self), upper, self._lower(small), 1, gap=16)
        area = Scroll(
            self.look, within(QWidget(), content), self.words("More"), self.words("Back up"), self.place
        )
        around = self.row(area, margins=(32, 0, 32, 16))
        layout = self.column(self._head(), around, gap=12)
        layout.setStretchFactor(around, 1)
        self._show_work()
        return layout

    def _head(self) -> QLayout:
        left = self.words("Everything people said No to is already left out.")
        heading = self.column(self.text(self.name(), 38, BOLD), self.text(left, 22), gap=0)
        finish = self.button(self.words("Finish workshop"), "check-check", lambda: self.open_part("finish"))
        if self.room.workshop.state is DayState.CLOSED:
            finish.lock(self.words("The day is closed. You can still print."))
        elif self.stage.open_round() is not None:
            finish.lock(self.words("A vote is open. Please close it first."))
        head = self.row(heading, finish, gap=16, margins=(32, 16, 32, 0))
        head.setStretch(0, 1)
        return head

    def _sheet_card(self) -> QWidget:
        title = self.text(self.words("First: one sheet to take home"), 30, BOLD)
        large = self.button(self.words("Large print"), "type", self.toggle_large, SMALL)
        large.setCheckable(True)
        large.setChecked(self.memory.large)
        head = self.row(title, large, gap=14)
        head.setStretch(0, 1)
        names = (self.words("Front: what we will do"), self.words("Back: who to ring"))
        self.previews = [PagePreview(self.look, name, PREVIEW) for name in names]
        pages: list[Part] = [
            self.column(preview, self.text(name, 20, MEDIUM, centre=True), 1, gap=8)
            for preview, name in zip(self.previews, names, strict=True)
        ]
        middle = self.row(*pages, self._on_it(), gap=30)
        middle.setStretch(2, 1)
        self.foot = self.column(gap=0)
        return within(
            Card(self.look), self.column(head, middle, 1, self.foot, gap=14, margins=(30, 22, 30, 26))
        )

    def _on_it(self) -> QLayout:
        lines = [self.text(line, 24) for line in said.on_the_sheet(self.facts, self.words)]
        self.state = self.text("", 20, MEDIUM, "ink2")
        return self.column(self.text(self.words("On it:"), 24, BOLD), *lines, self.state, 1, gap=6)

    def _packs_card(self) -> QWidget:
        self.pack_pages = self.text("", 22)
        wanted = self.memory.wanted
        counts = cards.counts_of(self, wanted, self._paper_today(), self._count)
        packs = self.words.many("Print 1 pack", "Print {n} packs", max(1, wanted["today"]))
        self.print_packs = self.button(packs, "printer", self.print_the_packs, cards.WIDE)
        wall = self.button(self.words("Wall poster"), "image", lambda: self.save(Audience.WALL), cards.WIDE)
        team = self.button(self.words("Team pack"), "file-text", lambda: self.save(Audience.TEAM), cards.WIDE)
        keep = self.button(
            self.words("Papers to keep"), "archive", lambda: self.save(Audience.ARCHIVE), cards.WIDE
        )
        return within(
            Card(self.look),
            self.column(
                self.text(self.words("Then: who wants the whole pack?"), 30, BOLD),
                self.pack_pages,
                counts,
                1,
                self.row(self.print_packs, wall),
                self.row(team, keep),
                gap=12,
                margins=(30, 22, 30, 22),
            ),
        )

    def _lower(self, small: bool) -> QLayout:
        erased = cards.erased_card(self, lambda: self.stage.show_desk("keeping"), "")
        save = self.button(self.words("Save the sheet as a file"), "file-text", self.save_sheet, cards.WIDE)
        buttons: list[QWidget] = [save]
        if len(self.found) > 1:
            other = self.button(self.words("Another printer"), "printer", self.next_printer, cards.WIDE)
            buttons.insert(0, other)
        names = [printer.name for printer in self.found]
        chosen = self.found[self.printer] if self.found else None
        both = bool(chosen and chosen.both_sides)
        printer = cards.printer_card(self, names, both, chosen.name if chosen else "", *buttons)
        return cards.side_by_side(
            self, small, (cards.left_out_card(self, self.facts), 4), (erased, 5), (printer, 4)
        )

    # What is going on

    def _go_on(self) -> None:
        self.work.go_on()
        job = self.work.job
        if job is not None and job.is_done:
            self.work.job = None
            self.tell(self.words("All of it is at the printer."), "done")
        if not self.work.is_busy:
            self.timer.stop()
        if not self.open:
            self._show_work()

    def _show_work(self) -> None:
        """Pages, how many there are, and what is going on; nothing is laid out anew for it."""
        for preview, image in zip(self.previews, self.work.images, strict=False):
            preview.show_page(image)
        ready = self.work.ready
        made = ready is not None
        self.state.say("" if made else self._making_said())
        why = "" if made else self.words("The pages are being made. One moment.")
        _lock(self.print_packs, why)
        pages = self.words.many("1 page.", "{n} pages.", ready.pages(PACK)) if ready else ""
        self.pack_pages.say(f"{self.words('Ask the room. Nobody has to wait.')} {pages}".strip())
        self._show_foot(why)

    def _making_said(self) -> str:
        if self.work.failed:
            return self.words("The pages could not be made. Nothing is lost.")
        return self.words("Making the pages…")

    def _show_foot(self, why: str) -> None:
        """The large button; while something goes on, how far it is and a way to stop it."""
        busy = self.work.job is not None or self.work.filing is not None
        there = self.foot.itemAt(0)
        present = there.widget() if there is not None else None
        if busy != isinstance(present, Busy) or present is None:
            if present is not None:
                self.foot.removeWidget(present)
                present.hide()
                present.deleteLater()
            present = self._busy() if busy else self._print_button()
            self.foot.addWidget(present)
        if isinstance(present, Busy):
            present.say(*self._how_far())
        else:
            _lock(self.print_sheets, why)

    def _busy(self) -> Busy:
        calm = self.words("You can carry on working. We tell you when it is done.")
        return Busy(self.look, "printer", calm, self.words("Stop"), self.stop)

    def _print_button(self) -> QWidget:
        count = said.sheets_for(self.room)
        sheets = self.words.many("1 sheet", "{n} sheets", count)
        time = said.how_long(count, self.words)
        self.print_sheets = self.button(
            self.words("Print one sheet each"), "printer", self.print_one_each, _PRINT, f"{sheets}, {time}"
        )
        return self.print_sheets

    def _how_far(self) -> tuple[str, float]:
        job = self.work.job
        if job is None:
            return self.words("Making the pages…"), 0.0
        far = self.words("Printing {i} of {n}", i=job.copy, n=job.copies)
        return far, job.printed / max(1, job.total)

    def _refused(self, why: str) -> None:
        self.stage.tell(
            self.side, Message(why, "stop", self.words("Save the sheet as a file"), self.save_sheet)
        )

    def _written(self, made: PackMade) -> None:
        files = self.words.many("1 file is saved.", "{n} files are saved.", len(made.documents))
        self.tell(f"{files} {self.words('It is not locked. Keep it where only you can open it.')}", "done")

    # Acts

    def toggle_large(self) -> None:
        """Large print, or the usual size."""
        self.memory.large = not self.memory.large
        self._make()
        self.rebuild()

    def print_one_each(self) -> None:
        """One sheet for each person."""
        self._print(SHEET, said.sheets_for(self.room))

    def print_the_packs(self) -> None:
        """A whole pack for each who wants paper today."""
        self._print(PACK, max(1, self.memory.wanted["today"]))

    def _print(self, kind: str, copies: int) -> None:
        making = self.work.ready
        if making is None or self.work.job is not None:
            return
        if not self.found:
            self._refused(self.words("There is no printer here. Nothing is lost. Save the sheet as a file."))
            return
        printer = self.do(self._open_printer, self.found[self.printer])
        to = self.words.many("1 printed here", "{n} printed here", copies)
        if printer is not None and self.did(making.hand_out, kind, to):
            pages = making.pages(kind)
            self.work.job = PrintJob(
                printer, lambda: making.pictures(kind, dots_per_inch=printing.DOTS_PER_INCH), pages, copies
            )
            self._start()

    def save_sheet(self) -> None:
        """The sheet as a file, in a folder of one's own."""
        making, folder = self.work.making, self._ask_for_a_folder()
        if folder is not None and making is not None:
            self.work.filing = Filing(making, folder, SHEET)
            self._start()

    def save(self, audience: Audience) -> None:
        """A pack for somebody else, as files in a folder."""
        folder = self._ask_for_a_folder()
        if folder is not None:
            self.work.filing = Filing(self.room.session.pack.begin(audience), folder)
            self._start()

    def _ask_for_a_folder(self) -> Path | None:
        chosen: Path | None = self._choose_folder(self, self.words("Where shall we save it?"))
        return chosen

    def _start(self) -> None:
        self.timer.start()
        self._show_work()

    def stop(self) -> None:
        """Stop what is going on."""
        self.work.stop()
        self.tell(self.words("Stopped. Nothing is lost."))
        self._show_work()

    def next_printer(self) -> None:
        """The next of the printers of this computer."""
        self.printer = (self.printer + 1) % len(self.found)
        self.rebuild()

    def _count(self, key: str, number: int) -> None:
        self.memory.wanted[key] = number
        if key == "today":
            packs = self.words.many("Print 1 pack", "Print {n} packs", max(1, number))
            self.print_packs.say(packs)

    def _paper_today(self) -> str:
        return self.words("Printed here, on both sides")

    # What is open

    def _opened(self) -> QLayout:
        close = self.room.session.plan.close_day
        finish = MeetSheet(
            self, self._finished, lambda **day: self.did(close, **day), self.words("Finish workshop")
        )
        under = self.words("When do we meet again? Notes nobody turned over are forgotten.")
        return finish.layout(self.words("Finish the workshop"), under)

    def _finished(self) -> None:
        """After the end of the day it is asked how long all of it is kept; else back to the page."""
        if self.room.workshop.state is DayState.CLOSED:
            self.stage.show_desk("keeping")
        else:
            self.close_part()

    def open_part(self, part: str) -> None:
        """Show how the day ends in the place of the page."""
        self.open = part
        self.rebuild()

    def close_part(self) -> None:
        """Back to the page."""
        self.open = ""
        self.rebuild()

    def on_change(self, change: Change) -> None:
        """What may be said may have changed: then the pages are made anew."""
        if not all(one.table == "issued" for one in change.diff):
            self._make()
            if not self.open:
                self.rebuild()


def _lock(button: Button, why: str) -> None:
    """Lock or unlock a button; what it says besides its words stays."""
    if button.why_not != why:
        button.lock(why)
        button.setAccessibleDescription(why or button.second)


PAGE = PrintOutPage
