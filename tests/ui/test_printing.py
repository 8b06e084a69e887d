"""Pages to a printer: sizes, copies in order, stopping, and a printer that does not take them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.printing import PrinterFound, PrintJob, image_of, printers, to_file, to_printer
from workshop.errors import PrintingError

RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


@dataclass
class Plain:
    """A page of one colour."""

    colour: tuple[int, int, int]
    width: int = 210
    height: int = 297

    @property
    def stride(self) -> int:
        return 3 * self.width + 1  # a row may be longer than its pixels

    @property
    def data(self) -> bytes:
        return (bytes(self.colour) * self.width + b"\0") * self.height


def two_pages() -> Iterator[Plain]:
    yield Plain(RED)
    yield Plain(GREEN)


def colours(path: Path) -> list[tuple[int, ...]]:
    """The colour in the middle of each page of a PDF."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    found = []
    for page in document:
        bitmap = page.render(scale=0.2, rev_byteorder=True)
        at = bitmap.height // 2 * bitmap.stride + bitmap.width // 2 * 3
        found.append(tuple(bytes(bitmap.buffer)[at : at + 3]))
    document.close()
    return found


def sizes_mm(path: Path) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(path.read_bytes())
    found = [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document]
    document.close()
    return found  # type: ignore[return-value]


def print_all(job: PrintJob) -> None:
    while not job.is_done:
        job.step()


def test_an_image_is_the_picture(qtbot: QtBot) -> None:
    image = image_of(Plain(BLUE, 5, 4))
    assert (image.width(), image.height()) == (5, 4)
    assert {image.pixel(x, y) for x in range(5) for y in range(4)} == {QColor(*BLUE).rgb()}


def test_copies_come_out_one_after_the_other_on_whole_pages_of_a4(qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "sheets.pdf"
    job = PrintJob(to_file(str(out)), two_pages, 2, copies=3)
    copies = []
    while not job.is_done:
        copies.append(job.copy)
        job.step()
    assert (copies, job.printed, job.total) == ([1, 1, 2, 2, 3, 3], 6, 6)
    assert colours(out) == [RED, GREEN] * 3
    assert sizes_mm(out) == [(210, 297)] * 6


def test_a_wide_page_turns_the_paper(qtbot: QtBot, tmp_path: Path) -> None:
    out = tmp_path / "wide.pdf"
    print_all(PrintJob(to_file(str(out)), lambda: iter([Plain(BLUE, 297, 210)]), 1))
    assert (sizes_mm(out), colours(out)) == ([(297, 210)], [BLUE])


def test_a_stopped_job_prints_no_more(qtbot: QtBot, tmp_path: Path) -> None:
    job = PrintJob(to_file(str(tmp_path / "stopped.pdf")), two_pages, 2, copies=9)
    job.step()
    job.stop()
    job.stop()
    assert (job.printed, job.is_done) == (1, False)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said_calmly(qtbot: QtBot, tmp_path: Path) -> None:
    job = PrintJob(to_file(str(tmp_path / "no" / "such" / "folder.pdf")), two_pages, 2)
    with pytest.raises(PrintingError, match="Nothing is lost"):
        job.step()
    assert job.printed == 0


def test_a_printer_that_is_gone_is_said_calmly(qtbot: QtBot) -> None:
    for name in ("", "a printer that nobody has"):
        with pytest.raises(PrintingError, match="Nothing is lost"):
            to_printer(PrinterFound(name, True))


def test_the_printers_of_this_computer_are_asked_for(qtbot: QtBot) -> None:
    assert all(p.name for p in printers())
