"""Pages to a printer, one at a time, so that the screen goes on moving between them.

Printing is read only when somebody prints: it takes a tenth of a second and some memory. Pages come as
pictures of the very bytes that were made, drawn at 300 dots to an inch when their turn comes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from workshop.errors import PrintingError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS_PER_INCH = 300
NOT_TAKEN = "The printer did not take it. Nothing is lost. Try again, or save as a file."


class PictureOfPage(Protocol):
    """A page as the session draws it: rows of 3 bytes a pixel, `stride` bytes from row to row."""

    @property
    def width(self) -> int:
        """Pixels across."""

    @property
    def height(self) -> int:
        """Pixels down."""

    @property
    def stride(self) -> int:
        """Bytes from one row to the next."""

    @property
    def data(self) -> bytes:
        """Red, green, blue; row after row."""


def image_of(picture: PictureOfPage) -> QImage:
    """The page as an image of its own, which needs the bytes no more."""
    shape = (picture.width, picture.height, picture.stride)
    return QImage(picture.data, *shape, QImage.Format.Format_RGB888).copy()


@dataclass(frozen=True)
class PrinterFound:
    """A printer of this computer: its name, and whether it prints on both sides."""

    name: str
    both_sides: bool


def printers() -> tuple[PrinterFound, ...]:
    """The printers of this computer, the usual one first."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    found = sorted(QPrinterInfo.availablePrinters(), key=lambda p: p.printerName() != usual)
    both = QPrinter.DuplexMode.DuplexLongSide
    return tuple(PrinterFound(p.printerName(), both in p.supportedDuplexModes()) for p in found)


def to_printer(found: PrinterFound) -> "QPrinter":
    """The printer, ready for pages of A4. Raises PrintingError when it is there no more."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    printer = QPrinter(QPrinterInfo.printerInfo(found.name), QPrinter.PrinterMode.HighResolution)
    if not found.name or printer.printerName() != found.name:
        raise PrintingError(NOT_TAKEN)
    if found.both_sides:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return _on_a4(printer)


def to_file(path: str) -> "QPrinter":
    """A printer that writes a PDF, for computers without one and for tests."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(path)
    return _on_a4(printer)


def _on_a4(printer: "QPrinter") -> "QPrinter":
    printer.setResolution(DOTS_PER_INCH)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


class PrintJob:
    """Some copies of a document on their way to a printer. `step` prints one page.

    `pages` gives the pages anew for each copy, so that the sheets of one copy come out together.
    """

    def __init__(
        self,
        printer: "QPrinter",
        pages: Callable[[], Iterator[PictureOfPage]],
        page_count: int,
        copies: int = 1,
    ) -> None:
        self._printer, self._pages = printer, pages
        self.page_count, self.copies = page_count, copies
        self.printed = 0
        self._coming: Iterator[PictureOfPage] = iter(())
        self._painter: QPainter | None = None

    @property
    def total(self) -> int:
        """How many pages there are in all copies."""
        return self.page_count * self.copies

    @property
    def copy(self) -> int:
        """The copy that is being printed, from 1."""
        return min(self.copies, self.printed // max(1, self.page_count) + 1)

    @property
    def is_done(self) -> bool:
        """Whether every page of every copy has gone to the printer."""
        return self.printed >= self.total

    def step(self) -> None:
        """Print the next page. Raises PrintingError when the printer does not take it."""
        if self.printed % self.page_count == 0:
            self._coming = self._pages()
        picture = next(self._coming)
        turned = picture.width > picture.height
        way = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(way)
        self._on_a_new_sheet().drawImage(self._whole_page(), image_of(picture))
        self.printed += 1
        if self.is_done:
            self._end()

    def stop(self) -> None:
        """Print no more; pages the printer has taken still come out."""
        if self._painter is not None:
            self._printer.abort()
            self._end()

    def _on_a_new_sheet(self) -> QPainter:
        """The painter, begun for the first page and on a new page for each other."""
        if self._painter is None:
            painter = QPainter()
            if not painter.begin(self._printer):
                raise PrintingError(NOT_TAKEN)
            # Letters keep their edges: without this a printer may get pages with the flaws of a photo.
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            self._painter = painter
        elif not self._printer.newPage():
            self.stop()
            raise PrintingError(NOT_TAKEN)
        return self._painter

    def _whole_page(self) -> QRectF:
        from PySide6.QtPrintSupport import QPrinter

        return self._printer.paperRect(QPrinter.Unit.DevicePixel)

    def _end(self) -> None:
        painter, self._painter = self._painter, None
        if painter is not None:
            painter.end()
