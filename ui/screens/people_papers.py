"""Papers about people, for the facilitator: choose one, look at it as it will be, print it or save it."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout, QWidget

from ui import printing
from ui.look import MEDIUM, Side, TextSize
from ui.page import Page
from ui.parts import paper_cards as cards
from ui.parts import papers as said
from ui.parts.paper_work import Filing, PaperWork
from ui.parts.papers import Choice
from ui.parts.print_cards import side_by_side
from ui.parts.print_folder import choose_folder
from ui.stage import Message
from ui.widgets.boxes import within
from ui.widgets.button import MAIN, PLAIN, Style
from ui.widgets.page_preview import PagePreview
from ui.widgets.promise_row import is_stacked
from ui.widgets.scroll import Place, Scroll
from workshop.domain.changes import Change
from workshop.domain.ids import PersonId
from workshop.domain.paper_facts import Paper
from workshop.domain.papers import OF_ONE_PERSON
from workshop.session.papers import PaperMade
from workshop.session.people import Certificate, Proof

EVERY_MS = 50
PREVIEW = 380
_PRINT = Style(MAIN.kind, 96, 30, 36, padding=30, radius=16, second_text=20)


class PeoplePapersPage(Page):
    """The list of papers, what can be chosen of one, and the paper itself."""

    side = Side.FACILITATOR

    def setup(
        self,
        kind: str = "",
        person: PersonId | None = None,
        copies: int = 0,
        back: str = "arrivals",
        certificate: Certificate | None = None,
        proof: Proof | None = None,
        **given: Any,
    ) -> None:
        """Another page may say which paper and how many, or give the proof of an erasure to print.

        `back` is the page that comes after this one.
        """
        self._printers = given.get("printers", printing.printers)
        self._open_printer = given.get("open_printer", printing.to_printer)
        self._choose_folder = given.get("choose_folder", choose_folder)
        self.certificate, self.proof, self.back = certificate, proof, back
        self.choice = said.begun(self.room, kind, person)
        self.copies = copies or said.copies_at_first(self.choice, self.room)
        self.given_to = ""
        self.choosing = False  # whether the list of persons lies over the page
        self.place, self.persons_place = Place(), Place()
        self.work = PaperWork(self._refused, self._written)
        self.work.preview_width = 2 * self.look.px(PREVIEW)
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self._go_on)
        self._make()

    def name(self) -> str:
        """What a screen reader calls this page."""
        return self.words("Papers to print")

    def leave(self) -> None:
        """Nothing goes on behind another page."""
        self.timer.stop()
        self.work.stop()

    @property
    def is_proof(self) -> bool:
        """Whether this is the proof of something that was just done, and nothing else can be chosen."""
        return self.certificate is not None or self.proof is not None

    def _make(self) -> None:
        pack = self.room.session.pack
        if self.certificate is not None:
            making = self.do(pack.begin_certificate, self.certificate)
        elif self.proof is not None:
            making = self.do(pack.begin_proof, self.proof)
        elif self.choice.needs_somebody:
            making = None
        else:
            wanted = self.choice.wanted(said.people_expected(self.room))
            making = self.do(pack.begin_paper, wanted)
        self.work.make(making)
        self.timer.start()

    # Building

    def build(self) -> None:
        """The bar, and below it the parts or the list of persons."""
        content = within(QWidget(), self._persons() if self.choosing else self._parts())
        layout = self.column(cards.bar(self, self._back), content, gap=0)
        layout.setStretch(1, 1)
        self.body.setLayout(layout)

    def _parts(self) -> QLayout:
        paper = self._paper_card()
        upper = self.row(paper) if self.is_proof else self._beside(paper)
        inside = within(QWidget(), self.column(upper, 1))
        area = Scroll(self.look, inside, self.words("More"), self.words("Back up"), self.place)
        self._show_work()
        return self.row(area, margins=(32, 20, 32, 20))

    def _beside(self, paper: QWidget) -> QLayout:
        """The list, the choices and the paper beside each other; the list above where there is less room."""
        chosen = cards.options(self)
        if not is_stacked(self.look):
            return side_by_side(self, False, (cards.paper_list(self, 1), 30), (chosen, 34), (paper, 40))
        largest = self.look.text_size is TextSize.LARGEST
        below = side_by_side(self, largest, (chosen, 1), (paper, 1))
        return self.column(cards.paper_list(self, 2 if largest else 3), below, gap=16)

    def _paper_card(self) -> QWidget:
        self.preview = PagePreview(self.look, self.words("The page as it is printed"), PREVIEW)
        self.state = self.text("", 20, MEDIUM, "ink2")
        self.pages = self.text("", 20, MEDIUM, centre=True)
        before = self.button("", "chevron-left", partial(self.turn, -1))
        before.setAccessibleName(self.words("The page before"))
        after = self.button("", "chevron-right", partial(self.turn, 1))
        after.setAccessibleName(self.words("The next page"))
        self.print_button = self.button("", "printer", self.print_paper, _PRINT, " ")
        self.save_button = self.button(self.words("Save as PDF"), "file-text", self.save_paper)
        self.stop_button = self.button(self.words("Stop"), "x", self.stop, PLAIN)
        turn = self.row(before, self.pages, after, gap=12)
        turn.setStretch(1, 1)
        acts = self.row(self.save_button, self.stop_button, gap=12)
        return cards.card(self, self.row(1, self.preview, 1), turn, self.state, self.print_button, acts)

    def _persons(self) -> QLayout:
        nobody = None if self.choice.paper in OF_ONE_PERSON else self.choose_person
        return cards.person_list(self, nobody)

    # What is going on

    def _go_on(self) -> None:
        self.work.go_on()
        job = self.work.job
        if job is not None and job.is_done:
            self.work.job = None
            self.tell(self.words("All of it is at the printer."), "done")
        if not self.work.is_busy:
            self.timer.stop()
        if not self.choosing:
            self._show_work()

    def _show_work(self) -> None:
        """The page, which one it is, and what goes on; nothing is laid out anew for it."""
        work, ready = self.work, self.work.ready
        self.preview.show_page(work.image)
        pages = ready.pages if ready is not None else 0
        one_of = self.words("Page {n} of {all}", n=work.page + 1, all=pages) if pages else ""
        self.pages.say(one_of)
        self.state.say(self._said())
        sheets = said.paper_needed(self.words, pages, self.copies, self._both_sides) if pages else ""
        self.print_button.say(said.print_words(self.words, self.copies), sheets)
        busy = work.job is not None or work.filing is not None
        why = self.words("The pages are being made. One moment.") if ready is None else ""
        if work.making is None:
            why = self.words("Please choose a person first.")
        for button in (self.print_button, self.save_button):
            button.lock(self.words("Something is being printed. One moment.") if busy else why)
        self.stop_button.setVisible(busy)

    def _said(self) -> str:
        work = self.work
        if work.job is not None:
            return self.words("Printing {i} of {n}", i=work.job.copy, n=work.job.copies)
        if work.making is None:
            return self.words("Please choose a person first.")
        if work.failed:
            return self.words("The pages could not be made. Nothing is lost.")
        if work.ready is None:
            return self.words("Making the pages…")
        if work.making.facts.confidential:
            return self.words("Confidential. It goes into no pack.")
        return ""

    @property
    def _both_sides(self) -> bool:
        found = self._found()
        return bool(found and found[0].both_sides)

    def _found(self) -> tuple[printing.PrinterFound, ...]:
        if not hasattr(self, "_known"):
            self._known: tuple[printing.PrinterFound, ...] = tuple(self._printers())
        return self._known

    def _refused(self, why: str) -> None:
        self.stage.tell(self.side, Message(why, "stop", self.words("Save as PDF"), self.save_paper))

    def _written(self, made: PaperMade) -> None:
        locked = self.words("It is not locked. Keep it where only you can open it.")
        self.tell(f"{self.words('{name} is saved.', name=made.path.name)} {locked}", "done")

    # Acts

    def choose(self, choice: Choice) -> None:
        """Another paper, another language, another size, another person: its pages are made."""
        if choice != self.choice:
            self.choice, self.choosing = choice, False
            self.copies = said.copies_at_first(choice, self.room)
            self._make()
            self.rebuild()

    def choose_paper(self, key: str) -> None:
        """Another paper."""
        self.choose(self.choice.of(Paper(key)))

    def choose_person(self, person: PersonId | None = None) -> None:
        """The paper is for this person, or blank."""
        self.choosing = False
        self.choose(cards.for_person(self.choice, person))
        self.rebuild()

    def ask_for_whom(self) -> None:
        """Show the list of persons."""
        self.choosing = True
        self.rebuild()

    def count(self, copies: int) -> None:
        """As many are printed."""
        self.copies = copies
        self._show_work()

    def give_to(self, name: str) -> None:
        """Who gets it, so that it can be called back."""
        self.given_to = name

    def turn(self, by: int) -> None:
        """Look at the page before or after this one."""
        ready = self.work.ready
        page = self.work.page + by
        if ready is not None and 0 <= page < ready.pages:
            self.work.turn_to(page)
            self._start()

    def print_paper(self) -> None:
        """As many as are wanted."""
        found = self._found()
        if not found:
            self._refused(self.words("There is no printer here. Nothing is lost. Save it as a file."))
            return
        printer = self.do(self._open_printer, found[0])
        if printer is not None and self.did(self.work.print_on, printer, self.copies, self.given_to):
            self._start()

    def save_paper(self) -> None:
        """As a file, with its twins, in a folder of one's own."""
        chosen: Path | None = self._choose_folder(self, self.words("Where shall we save it?"))
        if chosen is not None and self.work.making is not None:
            self.work.filing = Filing(chosen, self.given_to)
            self._start()

    def _start(self) -> None:
        self.timer.start()
        self._show_work()

    def stop(self) -> None:
        """Stop what is going on."""
        self.work.stop()
        self.tell(self.words("Stopped. Nothing is lost."))
        self._show_work()

    def _back(self) -> None:
        self.stage.show_desk(self.back)

    def on_change(self, change: Change) -> None:
        """What may be said may have changed: then the pages are made anew. A proof stays as it is."""
        if not self.is_proof and not all(one.table == "issued" for one in change.diff):
            self._make()
            self._show_work()


PAGE = PeoplePapersPage
