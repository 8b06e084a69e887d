"""Finished pages as pictures: what a screen shows before printing, and what goes to a printer.

A picture is made from the bytes of the PDF itself, so nobody ever looks at something else than what
is printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2

from workshop.errors import PrintingError

POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: `width` x `height` pixels of 3 bytes (red, green, blue), a row every `stride` bytes."""

    width: int
    height: int
    stride: int
    data: bytes


def page_pictures(
    pdf: bytes, *, dots_per_inch: float = 0.0, width: int = 0, first: int = 0, count: int | None = None
) -> Iterator[PagePicture]:
    """Pages of a PDF, drawn one by one as they are asked for: a page at 300 dpi has 26 million bytes.

    Each is drawn at `dots_per_inch`, or `width` pixels wide. `first` counts from 0; without `count`
    all pages that follow are drawn. Raises PrintingError when the bytes are no PDF.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise PrintingError(
            "These pages cannot be shown. Nothing is lost. Please make them again."
        ) from error
    try:
        last = len(document) if count is None else min(len(document), first + count)
        for number in range(first, last):
            yield _draw(document[number], dots_per_inch, width)
    finally:
        document.close()


def _draw(page: pypdfium2.PdfPage, dots_per_inch: float, width: int) -> PagePicture:
    scale = width / page.get_width() if width else dots_per_inch / POINTS_PER_INCH
    bitmap = page.render(scale=scale, rev_byteorder=True)
    try:
        return PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
        page.close()
