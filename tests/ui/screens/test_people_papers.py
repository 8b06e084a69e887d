"""Papers about people: chosen with a finger, seen as they are printed, printed, saved, called back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from tests.ui.given import Table, find, names, settle, touch, words_on, write
from ui.parts import papers as said
from ui.parts.papers import Choice
from ui.printing import PrinterFound, to_file
from ui.screens.people_papers import PeoplePapersPage
from ui.words import words_in
from workshop.domain.ids import PersonId
from workshop.domain.kinds import Form, Item, Said
from workshop.domain.paper_facts import Paper
from workshop.domain.papers import Wanted

HALL = PrinterFound("Hall printer", True)
PATIENCE_MS = 30_000


@dataclass
class Papers:
    """The page, a printer that writes a PDF, a folder that somebody chooses, and one person."""

    table: Table
    folder: Path
    wait: Callable[[Callable[[], bool]], None]
    printers: tuple[PrinterFound, ...] = (HALL,)
    amina: PersonId = field(init=False)

    def __post_init__(self) -> None:
        people = self.table.session.people
        people.expect(3)
        self.amina = people.arrive("Amina", []).person
        people.consent(self.amina, Item.TAKE_PART, Said.YES)

    def show(self, **given: Any) -> PeoplePapersPage:
        page = self.table.show_desk(
            "people_papers",
            printers=lambda: self.printers,
            open_printer=lambda _printer: to_file(str(self.folder / "printed.pdf")),
            choose_folder=lambda _parent, _title: self.folder,
            **given,
        )
        assert isinstance(page, PeoplePapersPage)
        self.until_quiet(page)
        return page

    def until_quiet(self, page: PeoplePapersPage) -> None:
        self.wait(lambda: not page.timer.isActive())
        settle()

    def printed_pages(self) -> int:
        document = pypdfium2.PdfDocument((self.folder / "printed.pdf").read_bytes())
        try:
            return len(document)
        finally:
            document.close()

    def saved(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()}


@pytest.fixture
def papers(table: Table, tmp_path: Path, qtbot: QtBot) -> Papers:
    folder = tmp_path / "out"
    folder.mkdir()
    return Papers(table, folder, lambda done: qtbot.waitUntil(done, timeout=PATIENCE_MS))


def test_the_list_to_sign_is_seen_and_saved_with_a_finger_and_can_be_called_back(papers: Papers) -> None:
    page = papers.show(kind="claim")
    touch(page, "Who is here, to sign")
    papers.until_quiet(page)
    assert not page.preview.image.isNull()
    assert "Confidential. It goes into no pack." in words_on(page)
    write(page, "Given to", "The office")
    touch(page, "Save as PDF")
    papers.until_quiet(page)
    assert papers.saved() == {f"sign-in.{ending}" for ending in ("pdf", "html", "txt")}
    assert "Amina" in (papers.folder / "sign-in.txt").read_text("utf-8")
    (issued,) = papers.table.session.pack.issued()
    assert (issued.kind, issued.people, issued.given_to) == ("sign_in", (papers.amina,), "The office")
    assert "sign-in.pdf is saved." in words_on(papers.table.desk)
    recalled = papers.table.session.people.would_recall(papers.amina)
    assert [(document.kind, document.given_to) for document in recalled] == [("sign_in", "The office")]


def test_blank_forms_go_to_the_printer_and_name_nobody(papers: Papers) -> None:
    page = papers.show(kind="claim")
    touch(page, "How many?: one fewer")
    assert find(page, "Print 1 form").accessibleDescription() == "1 sheet, about 1 minute"
    touch(page, "Print 1 form")
    papers.until_quiet(page)
    assert papers.printed_pages() == 1
    assert "All of it is at the printer." in words_on(papers.table.desk)
    assert papers.table.session.pack.issued() == ()


def test_another_language_another_size_and_the_next_page(papers: Papers) -> None:
    page = papers.show(copies=8)
    assert "Print 8 forms" in names(page)
    first = page.preview.image.copy()
    touch(page, "The next page")
    papers.until_quiet(page)
    assert "Page 2 of 3" in words_on(page)
    assert page.preview.image != first
    touch(page, "Polski")
    touch(page, "Easy Read")
    papers.until_quiet(page)
    assert "Page 1 of 15" in words_on(page)
    assert page.choice == Choice(Paper.CONSENT, None, "pl", Form.EASY_READ)


def test_a_slip_is_for_somebody_who_is_chosen(papers: Papers) -> None:
    page = papers.show(kind="slip")
    assert find(page, "Save as PDF").why_not == "Please choose a person first."
    touch(page, "Nobody chosen")
    (name,) = [text for _id, text in said.persons(papers.table.stage.room)]
    touch(page, name)
    papers.until_quiet(page)
    touch(page, "Save as PDF")
    papers.until_quiet(page)
    words = (papers.folder / "slip.txt").read_text("utf-8")
    assert "You can change your mind" in words and "Amina" not in words
    assert papers.table.session.pack.issued() == ()


def test_who_takes_part_back_meanwhile_is_on_no_paper(papers: Papers) -> None:
    page = papers.show(kind="badges")
    papers.table.session.people.withdraw(papers.amina, "all")
    papers.until_quiet(page)
    touch(page, "Save as PDF")
    papers.until_quiet(page)
    assert "Amina" not in (papers.folder / "badges.txt").read_text("utf-8")
    assert papers.table.session.pack.issued() == ()


def test_without_a_printer_it_can_be_saved(papers: Papers) -> None:
    papers.printers = ()
    page = papers.show(kind="safeguarding")
    touch(page, "Print 1 form")
    desk = papers.table.desk
    assert "There is no printer here. Nothing is lost. Save it as a file." in words_on(desk)
    assert desk.message is not None
    touch(desk.message, "Save as PDF")
    papers.until_quiet(page)
    assert "safeguarding-card.pdf" in papers.saved()


def test_printing_can_be_stopped(papers: Papers) -> None:
    page = papers.show(kind="claim", copies=40)
    touch(page, "Print 40 forms")
    touch(page, "Stop")
    assert page.work.job is None
    assert "Stopped. Nothing is lost." in words_on(papers.table.desk)


def test_a_proof_is_shown_alone_and_saved(papers: Papers) -> None:
    certificate = papers.table.session.people.erase(papers.amina).certificate
    page = papers.show(certificate=certificate)
    assert "Which paper?" not in words_on(page)
    touch(page, "Save as PDF")
    papers.until_quiet(page)
    assert "everything about one person was erased" in (papers.folder / "erased.txt").read_text("utf-8")


def test_the_way_back_is_the_page_before(papers: Papers) -> None:
    page = papers.show(kind="claim", back="ready")
    touch(page, "Back")
    assert papers.table.stage.desk.page == "ready"


# What is said


def test_blank_lists_have_a_place_for_each_person() -> None:
    blank = Choice(Paper.BADGES, names=False)
    assert blank.wanted(14) == Wanted(Paper.BADGES, None, "en", Form.PLAIN, False, 14)
    assert Choice(Paper.BADGES).wanted(14) == Wanted(Paper.BADGES, None, "en", Form.PLAIN, True, 0)
    assert Choice(Paper.INFORMATION, PersonId("p")).wanted(14).person is None


def test_two_money_slips_are_on_one_sheet(table: Table) -> None:
    table.session.people.expect(5)
    room = table.stage.room
    assert said.copies_at_first(Choice(Paper.CLAIM), room) == 3
    assert said.copies_at_first(Choice(Paper.CLAIM, shape=Form.LARGE), room) == 5
    assert said.copies_at_first(Choice(Paper.CLAIM, PersonId("p")), room) == 1
    assert said.copies_at_first(Choice(Paper.SIGN_IN), room) == 1


def test_sheets_of_paper_are_counted_on_both_sides() -> None:
    words = words_in("en")
    assert said.paper_needed(words, 3, 14, both_sides=True) == "28 sheets, about 2 minutes"
    assert said.paper_needed(words, 3, 1, both_sides=False) == "3 sheets, about 1 minute"


# Safeguarding


def test_the_card_is_printed_from_the_page_that_says_what_to_do_and_leaves_no_trace(papers: Papers) -> None:
    table = papers.table
    before, files = table.session.saved_at(), _files(table)
    touch(table.show_desk("safeguarding"), "Print the card")
    page = table.desk.page
    assert isinstance(page, PeoplePapersPage) and page.choice.paper is Paper.SAFEGUARDING
    papers.until_quiet(page)
    page._choose_folder = lambda _parent, _title: papers.folder
    touch(page, "Save as PDF")
    papers.until_quiet(page)
    assert "safeguarding-card.pdf" in papers.saved()
    assert (table.session.saved_at(), table.session.pack.issued(), _files(table)) == (before, (), files)
    touch(page, "Back")
    assert table.stage.desk.page == "safeguarding"


def _files(table: Table) -> dict[str, bytes]:
    folder = table.session.place.folder
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
