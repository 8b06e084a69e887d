"""Parts of a PDF file that letters and pictures both need."""

import zlib
from collections.abc import Mapping

from reportlab.pdfbase import pdfdoc

ROWS_IN_A_BLOCK = 100  # the most that a CMap may list at once


def dictionary(**entries: object) -> pdfdoc.PDFDictionary:
    """A PDF dictionary; text values are PDF as it stands."""
    return pdfdoc.PDFDictionary(entries)


def packed_stream(content: bytes, **entries: object) -> pdfdoc.PDFStream:
    """A compressed stream with these entries in its dictionary."""
    return pdfdoc.PDFStream(
        dictionary=dictionary(Filter="/FlateDecode", **entries), content=zlib.compress(content, 9), filters=[]
    )


def hex_text(text: str) -> str:
    """UTF-16 in hex digits, as PDF names characters."""
    return text.encode("utf-16-be").hex().upper()


def to_unicode(texts: Mapping[str, str]) -> bytes:
    """The CMap that says which text each code (hex digits, all of one length) stands for."""
    width = len(next(iter(texts), "00"))
    rows = [f"<{code}> <{hex_text(text)}>" for code, text in texts.items()]
    blocks = (rows[at : at + ROWS_IN_A_BLOCK] for at in range(0, len(rows), ROWS_IN_A_BLOCK))
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<{'0' * width}> <{'F' * width}>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
