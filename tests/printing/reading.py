"""Reads a finished PDF back: its words, and what is wrong with its structure.

`faults` is the light check that every test run makes; the whole of PDF/UA-1 is checked by
veraPDF outside the tests.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2

PAINTS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI"}
NEVER = {"/JavaScript", "/JS", "/OpenAction", "/AA", "/EmbeddedFile", "/EmbeddedFiles", "/URI", "/Launch"}
TELLING = {"/Author", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Keywords", "/Subject"}


def words_of(pdf: bytes) -> list[str]:
    """The text of each page, as a reader program copies it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def one_line(text: str) -> str:
    """The text with every run of white space made one space."""
    return re.sub(r"\s+", " ", text).strip()


def faults(pdf: bytes) -> list[str]:
    """What is wrong with the structure of a PDF, in words; empty when nothing is."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [*_document_faults(document), *_page_faults(document), *_element_faults(document)]


def _document_faults(document: pikepdf.Pdf) -> list[str]:
    root: Any = document.Root
    found = [] if "/Lang" in root else ["no language"]
    found += [] if root.get("/MarkInfo", {}).get("/Marked") else ["not marked"]
    found += [] if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") else ["title not displayed"]
    found += [] if "/StructTreeRoot" in root else ["no structure tree"]
    found += [] if str(document.docinfo.get("/Title", "")) else ["no title"]
    found += [f"tells {key}" for key in sorted(TELLING & set(document.docinfo.keys()))]
    metadata = root.get("/Metadata")
    xmp = metadata.read_bytes() if metadata is not None else b""
    found += [] if b"pdfuaid:part>1<" in xmp else ["does not say it is PDF/UA-1"]
    for thing in (inner for outer in document.objects for inner in _dictionaries(outer)):
        found += [f"holds {key}" for key in sorted(NEVER & set(thing.keys()))]
        found += ["holds a link"] if thing.get("/Subtype") == "/Link" else []
    return found


def _dictionaries(thing: pikepdf.Object) -> Iterator[pikepdf.Dictionary | pikepdf.Stream]:
    """This object and the dictionaries written inside it, those apart in the file left out."""
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield thing
        for value in thing.values():
            if isinstance(value, pikepdf.Dictionary) and not value.is_indirect:
                yield from _dictionaries(value)


def _page_faults(document: pikepdf.Pdf) -> list[str]:
    found = []
    root: Any = document.Root
    tree = root.StructTreeRoot.ParentTree.Nums if "/StructTreeRoot" in root else ()
    parents = {int(tree[at]): tree[at + 1] for at in range(0, len(tree), 2)}
    for number, page in enumerate(document.pages, 1):
        key = page.obj.get("/StructParents")
        found += [] if key is not None else [f"page {number} has no StructParents"]
        count, untagged = _marks(page)
        found += [f"page {number} has {untagged} untagged marks"] if untagged else []
        known = len(parents.get(int(key), [])) if key is not None else 0
        found += [f"page {number} has {count} tagged parts, the tree has {known}"] if count != known else []
    return found


def _marks(page: pikepdf.Page) -> tuple[int, int]:
    """How many parts of the page are tagged, and how much is drawn outside any of them."""
    inside: list[bool] = []
    numbers, untagged = [], 0
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        name = str(instruction.operator)
        if name == "BMC":
            inside.append(str(operands[0]) == "/Artifact")
        elif name == "BDC":
            has_number = isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]
            numbers += [int(operands[1]["/MCID"])] if has_number else []
            inside.append(has_number or str(operands[0]) == "/Artifact")
        elif name == "EMC":
            inside.pop()
        elif name in PAINTS:
            untagged += not any(inside)
    return len(set(numbers)), untagged


def elements(document: pikepdf.Pdf) -> list[Any]:
    """All elements of the structure tree, in reading order."""
    found: list[Any] = []
    waiting: list[Any] = [document.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        found.append(element)
        kids = [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary)]
        waiting += [kid for kid in reversed(kids) if kid.get("/Type") == "/StructElem"]
    return found


def roles(pdf: bytes) -> list[str]:
    """The role of each element, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [str(element.S)[1:] for element in elements(document)]


def _element_faults(document: pikepdf.Pdf) -> list[str]:
    if "/StructTreeRoot" not in document.Root:
        return []
    found = []
    level = 0
    for element in elements(document):
        role = str(element.S)
        if role == "/Figure" and not str(element.get("/Alt", "")):
            found.append("a figure without words")
        if role == "/TH" and "/Scope" not in element.get("/A", {}):
            found.append("a heading of a table without a scope")
        if re.fullmatch(r"/H[1-6]", role):
            found += [f"{role} after level {level}"] if int(role[2]) > level + 1 else []
            level = int(role[2])
    return found
