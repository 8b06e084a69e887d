"""Pictures made of dots, as a PDF holds them: the bytes of the file go in as they are.

A PDF can hold what is inside a JPEG, and the packed rows of a PNG without gaps between them. So nothing
is drawn anew, and the same picture is the same bytes everywhere. Pictures on notes were all written by
us in these two ways (`workshop.exchange.images`); another file is told from them, and is not shown.
"""

import struct
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.pdfbase import pdfdoc

from workshop.printing.pdf_objects import dictionary

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
COLOURS = {1: "/DeviceGray", 3: "/DeviceRGB"}
DOTS_OF_PNG = {0: 1, 2: 3}  # numbers a dot, by the kind of PNG: grey, and red, green and blue
SIZES_OF_JPEG = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # marks that say how large it is


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture for a PDF: its size in dots, how many numbers a dot has, and its packed bytes."""

    width: int
    height: int
    numbers: int
    packed: bytes
    is_jpeg: bool

    def stream(self) -> pdfdoc.PDFStream:
        """The picture as an object of a PDF file."""
        entries: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": self.width,
            "Height": self.height,
            "ColorSpace": COLOURS[self.numbers],
            "BitsPerComponent": 8,
            "Filter": "/DCTDecode" if self.is_jpeg else "/FlateDecode",
        }
        if not self.is_jpeg:
            rows = dictionary(Predictor=15, Colors=self.numbers, BitsPerComponent=8, Columns=self.width)
            entries["DecodeParms"] = rows
        return pdfdoc.PDFStream(dictionary=dictionary(**entries), content=self.packed, filters=[])


def raster_of(data: bytes) -> Raster | None:
    """The picture in a file, None when it is not one of ours."""
    try:
        return _png(data) if data.startswith(PNG) else _jpeg(data)
    except struct.error:  # it ends too early
        return None


def data_uri(data: bytes) -> str:
    """The file inside a web page."""
    kind = "png" if data.startswith(PNG) else "jpeg"
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def _png(data: bytes) -> Raster | None:
    width, height, bits, kind, _way, _filter, woven = struct.unpack_from(">IIBBBBB", data, len(PNG) + 8)
    if bits != 8 or kind not in DOTS_OF_PNG or woven:
        return None
    packed = b"".join(content for name, content in _chunks(data) if name == b"IDAT")
    return Raster(width, height, DOTS_OF_PNG[kind], packed, is_jpeg=False)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG)
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        yield name, data[at + 8 : at + 8 + length]
        at += length + 12


def _jpeg(data: bytes) -> Raster | None:
    """The size stands in the segment that begins with one of the marks for it."""
    if not data.startswith(JPEG):
        return None
    at = len(JPEG)
    while True:
        sign, mark, length = struct.unpack_from(">BBH", data, at)
        if sign != 0xFF:
            return None
        if mark in SIZES_OF_JPEG:
            _bits, height, width, numbers = struct.unpack_from(">BHHB", data, at + 4)
            return Raster(width, height, numbers, data, is_jpeg=True) if numbers in COLOURS else None
        at += length + 2
