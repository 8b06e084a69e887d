"""A page in every hand: previews from the real pages, a printer, files, and the end of the day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from tests.given import TODAY
from tests.ui.given import Table, find, names, settle, touch, words_on
from tests.ui.screens.given_promises import IDEAS, SOON, Voted
from ui.parts.print import how_long, left_out_in_short, memory_of, sheets_for
from ui.printing import PrinterFound, to_file
from ui.screens.print_out import PrintOutPage
from ui.words import words_in
from workshop.domain.facts import LeftOut
from workshop.domain.gate import NAMES_ELSEWHERE, NOT_AGREED, PUT_AWAY
from workshop.domain.kinds import DayState, Reply
from workshop.domain.persons import Person
from workshop.errors import PrintingError
from workshop.session.voting import NewOption

HALL = PrinterFound("Hall printer", True)
PATIENCE_MS = 30_000


@dataclass
class Printing:
    """The print page, a printer that writes a PDF, and a folder that somebody chooses."""

    table: Table
    folder: Path
    wait: Callable[[Callable[[], bool]], None]
    printers: tuple[PrinterFound, ...] = (HALL,)
    asked: list[str] = field(default_factory=list)

    def show(self) -> PrintOutPage:
        page = self.table.show_desk(
            "print_out",
            printers=lambda: self.printers,
            open_printer=self._open,
            choose_folder=self._choose,
        )
        assert isinstance(page, PrintOutPage)
        return page

    def made(self) -> PrintOutPage:
        """The page, once its pages are made and nothing goes on."""
        page = self.show()
        self.until_quiet(page)
        return page

    def until_quiet(self, page: PrintOutPage) -> None:
        self.wait(lambda: not page.timer.isActive())
        settle()

    def _open(self, printer: PrinterFound) -> Any:
        return to_file(str(self.folder / "printed.pdf"))

    def _choose(self, parent: object, title: str) -> Path | None:
        self.asked.append(title)
        return self.folder

    def printed_pages(self) -> int:
        document = pypdfium2.PdfDocument((self.folder / "printed.pdf").read_bytes())
        try:
            return len(document)
        finally:
            document.close()


@pytest.fixture
def print_out(after_the_vote: Table, tmp_path: Path, qtbot: QtBot) -> Printing:
    voted = Voted(after_the_vote)
    promises = after_the_vote.session.promises
    decision = promises.decide(voted.options[0], Reply.YES).decision
    promises.promise(IDEAS[0], "We try it", "Femi", by_when=SOON, how_known="We count", decision=decision)
    folder = tmp_path / "out"
    folder.mkdir()
    return Printing(after_the_vote, folder, lambda done: qtbot.waitUntil(done, timeout=PATIENCE_MS))


def test_the_page_is_there_at_once_and_the_real_pages_follow(print_out: Printing) -> None:
    page = print_out.show()
    assert "Making the pages…" in words_on(page)
    assert all(preview.image.isNull() for preview in page.previews)
    print_out.until_quiet(page)
    assert [preview.image.isNull() for preview in page.previews] == [False, False]
    assert page.previews[0].image != page.previews[1].image
    assert "Making the pages…" not in words_on(page)
    assert "5 pages." in words_on(page) or "4 pages." in words_on(page)


def test_one_sheet_each_goes_to_the_printer_and_is_kept_as_issued(print_out: Printing) -> None:
    page = print_out.made()
    button = find(page, "Print one sheet each")
    assert button.accessibleDescription() == "2 sheets, about 1 minute"
    touch(page, "Print one sheet each")
    assert "Printing 1 of 2" in words_on(page)
    print_out.until_quiet(page)
    assert print_out.printed_pages() == 4
    assert [i.kind for i in print_out.table.session.pack.issued()] == ["one-sheet"]
    assert "All of it is at the printer." in words_on(print_out.table.desk)


def test_printing_can_be_stopped_and_nothing_is_lost(print_out: Printing) -> None:
    page = print_out.made()
    touch(page, "Print one sheet each")
    touch(page, "Stop")
    assert page.work.job is None
    assert "Stopped. Nothing is lost." in words_on(print_out.table.desk)
    assert "Print one sheet each" in names(page)


def test_as_many_packs_as_want_paper_today(print_out: Printing) -> None:
    page = print_out.made()
    touch(page, "Paper today: one more")
    page.memory.wanted["today"] = 2
    page.rebuild()
    settle()
    touch(page, "Print 2 packs")
    assert page.work.job is not None and page.work.job.copies == 2
    print_out.until_quiet(page)
    assert [i.kind for i in print_out.table.session.pack.issued()] == ["pack"]
    assert memory_of(print_out.table.stage.room).wanted == {"today": 2, "later": 0, "large": 0, "no": 0}


def test_without_a_printer_the_sheet_can_be_saved(print_out: Printing) -> None:
    print_out.printers = ()
    page = print_out.made()
    touch(page, "Print one sheet each")
    desk = print_out.table.desk
    assert "There is no printer here. Nothing is lost. Save the sheet as a file." in words_on(desk)
    assert desk.message is not None
    touch(desk.message, "Save the sheet as a file")
    print_out.until_quiet(page)
    assert {p.name for p in print_out.folder.iterdir()} == {f"one-sheet.{s}" for s in ("pdf", "html", "txt")}
    assert "It is not locked." in words_on(desk)
    assert print_out.asked == ["Where shall we save it?"]


@pytest.mark.parametrize(
    ("button", "kinds"),
    [("Wall poster", {"pack"}), ("Papers to keep", {"one-sheet", "pack", "consent-register"})],
)
def test_other_packs_are_saved_as_files(button: str, kinds: set[str], print_out: Printing) -> None:
    page = print_out.made()
    touch(page, button)
    print_out.until_quiet(page)
    assert {p.stem for p in print_out.folder.glob("*.pdf")} == kinds


def test_nobody_chose_a_folder(print_out: Printing) -> None:
    page = print_out.made()
    page._choose_folder = lambda *_: None
    touch(page, "Team pack")
    assert page.work.filing is None and not any(print_out.folder.iterdir())


def test_a_printer_that_is_off_is_said_calmly(print_out: Printing) -> None:
    page = print_out.made()

    def off(printer: PrinterFound) -> None:
        raise PrintingError("The printer did not take it. Nothing is lost. Try again, or save as a file.")

    page._open_printer = off
    touch(page, "Print one sheet each")
    assert "The printer did not take it. Nothing is lost." in words_on(print_out.table.desk)
    assert print_out.table.session.pack.issued() == ()


def test_a_yes_that_is_taken_back_makes_the_pages_anew(print_out: Printing) -> None:
    page = print_out.made()
    before = page.work.making
    (femi,) = [p for p in print_out.table.session.all(Person) if p.called == "Femi"]
    print_out.table.session.people.withdraw(femi.id)
    settle()
    assert page.work.making is not before and page.work.images == []
    print_out.until_quiet(page)
    assert page.work.making is not None and page.work.making.is_current


def test_large_print_shows_other_pages(print_out: Printing) -> None:
    page = print_out.made()
    before = page.previews[0].image.copy()
    touch(page, "Large print")
    print_out.until_quiet(page)
    assert page.previews[0].image != before
    assert page.memory.large


def test_notes_with_a_name_are_said_first(print_out: Printing) -> None:
    print_out.table.session.board.add_note("Ask Femi")
    page = print_out.show()
    assert "1 note may show who somebody is. Look at it first." in words_on(page)
    touch(page, "Look at them")
    assert print_out.table.stage.desk.page == "names_check"


def test_left_out_by_choice_is_counted(print_out: Printing) -> None:
    words = words_in("en")
    left = [LeftOut(PUT_AWAY, 1), LeftOut(NOT_AGREED, 2), LeftOut(NAMES_ELSEWHERE, 5)]
    assert left_out_in_short(left, words) == ("5 names", "3 notes")
    assert left_out_in_short([], words) == ()
    assert how_long(14, words) == "about 1 minute"
    assert how_long(60, words) == "about 4 minutes"
    assert sheets_for(print_out.table.stage.room) == 2


def test_the_day_is_finished_with_a_next_date_or_a_reason(print_out: Printing) -> None:
    page, session = print_out.show(), print_out.table.session
    touch(page, "Finish workshop")
    touch(page, "Finish workshop")
    assert session.day().state is DayState.OPEN
    assert "People need a next date" in words_on(print_out.table.desk)
    touch(page, "In 1 month")
    page.rebuild()  # as another text size would
    settle()
    touch(page, "Finish workshop")
    assert session.day().state is DayState.CLOSED
    assert session.day().next_date == TODAY.replace(month=4)
    assert print_out.table.stage.desk.page == "keeping"  # how long all of it is kept


def test_an_open_vote_keeps_the_day_open(print_out: Printing) -> None:
    print_out.table.session.voting.open_round(
        "Again?", "Why?", [NewOption("Yes please"), NewOption("No, thank you")]
    )
    page = print_out.show()
    touch(page, "Finish workshop")
    assert "A vote is open. Please close it first." in words_on(print_out.table.desk)


def test_how_long_it_is_kept_is_said_and_can_be_changed(print_out: Printing) -> None:
    page = print_out.show()
    assert "not said yet" in words_on(page)
    touch(page, "Change dates")
    assert print_out.table.stage.desk.page == "keeping"
    print_out.table.session.people.set_retention(TODAY.replace(month=6))
    assert "5 June 2026" in words_on(print_out.show())
