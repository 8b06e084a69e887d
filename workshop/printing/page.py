"""A PDF canvas that knows what each mark on the page is: PDF/UA-1 for ReportLab.

ReportLab draws but has no idea of structure. `TaggedCanvas` adds the structure tree, so that a
screen reader can read headings, lists, tables and languages, and leaves out of the file
everything that says who made it and when, so that the same words give the same bytes.

Everything drawn must be inside `marked(element)` or `marked(None)` (decoration).
"""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from workshop.printing.raster import Raster

Furniture = Callable[["TaggedCanvas", int, int], None]

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class Element(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab publishes no types
    """One node of the structure tree: a role, what it is part of, and what it holds.

    `kids` are elements, or (page index, MCID) of a piece of page content. There are several for
    each note of a workshop, so it writes itself and keeps nothing else.
    """

    def __init__(
        self, role: str, parent: "Element | None" = None, alt: str = "", language: str = "", more: str = ""
    ) -> None:
        self.role, self.parent, self.alt, self.language, self.more = role, parent, alt, language, more
        self.kids: list[Element | tuple[int, int]] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)

    def child(self, role: str, *, alt: str = "", language: str = "", more: str = "") -> "Element":
        """A new last part of this element. `more` is a PDF attribute dictionary, as PDF text."""
        return Element(role, self, alt, language, more)

    def register(self, document: pdfdoc.PDFDocument) -> None:
        """Give this element and all its parts a number in the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            document.Reference(element)
            element.number = document.objectcounter
            waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The element as PDF text; ReportLab calls this when it writes the file."""
        parent = self.parent.number if self.parent is not None else document.tree_root
        page = next((kid[0] for kid in self.kids if not isinstance(kid, Element)), None)
        parts = [f"<</Type/StructElem/S/{self.role}/P {parent} 0 R"]
        if page is not None:
            parts.append(f"/Pg {_page_number(document, page)} 0 R")
        parts += [f"/Alt {_text(self.alt)}"] if self.alt else []
        parts += [f"/Lang ({self.language})"] if self.language else []
        parts += [f"/A {self.more}"] if self.more else []
        parts.append(f"/K[{' '.join(_kid(document, kid, page) for kid in self.kids)}]>>")
        return "".join(parts).encode("ascii")


def _kid(document: pdfdoc.PDFDocument, kid: Element | tuple[int, int], page: int | None) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if kid[0] == page:
        return str(kid[1])
    return f"<</Type/MCR/Pg {_page_number(document, kid[0])} 0 R/MCID {kid[1]}>>"


def _page_number(document: pdfdoc.PDFDocument, page: int) -> int:
    number, _version = document.idToObjectNumberAndVersion[f"Page{page + 1}"]
    return int(number)


def _text(words: str) -> str:
    return "<" + ("\ufeff" + words).encode("utf-16-be").hex() + ">"


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of the file, given as its PDF text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        return self.text.encode("ascii")


class _Parents(pdfdoc.PDFObject):  # type: ignore[misc]
    """Which element each piece of one page's content belongs to."""

    def __init__(self, elements: list[Element]) -> None:
        self.elements = elements

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        return f"[{' '.join(f'{e.number} 0 R' for e in self.elements)}]".encode("ascii")


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The title and nothing else: not who, when, or with which program."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        written: bytes = pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString(self.title)}).format(document)
        return written


class _Page(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page that may say which part of the structure is on it."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: page from 0, left and upper edge, size; in points, y upwards."""

    page: int
    x: float
    top: float
    width: float
    height: float


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A ReportLab canvas with a structure tree, for one document.

    `language` is the language of the whole document ("en-GB"), `size` a page in points.
    `missing` collects the characters that no font could show.
    """

    def __init__(self, title: str, language: str, size: tuple[float, float]) -> None:
        self._made = BytesIO()
        self.root = Element("Document")
        self.language = language
        self.missing: set[str] = set()
        self.places: list[Place] | None = None
        self._here: list[Element] = []
        self._depth = 0
        self._marks = 0
        super().__init__(self._made, pagesize=size, pdfVersion=(1, 7), lang=language, invariant=1)
        self._doc.info = _Info()
        self.setTitle(title)
        self.setViewerPreference("DisplayDocTitle", "true")
        self._doc.Catalog.MarkInfo = _Raw("<</Marked true>>")

    def _make_preamble(self) -> None:
        # ReportLab would choose Helvetica here, which is not in the file and so not allowed.
        self._preamble = "1 0 0 1 0 0 cm"

    @property
    def page_index(self) -> int:
        """The page that is being drawn, counted from 0."""
        return int(self._pageNumber) - 1

    def note_place(self, x: float, top: float, width: float, height: float) -> None:
        """Remember where something was put, when `places` is a list: for checks of the layout."""
        if self.places is not None:
            self.places.append(Place(self.page_index, x, top, width, height))

    @contextmanager
    def marked(self, element: Element | None) -> Iterator[None]:
        """What is drawn inside is the content of `element`; None is decoration, for no reader."""
        if element is None:
            self._code.append("/Artifact BMC")
        else:
            element.kids.append((self.page_index, len(self._here)))
            self._code.append(f"/{element.role} <</MCID {len(self._here)}>> BDC")
            self._here.append(element)
        self._depth += 1
        yield
        self._depth -= 1
        self._code.append("EMC")

    def stamp(self, drawing: str, x: float, top: float, scale: float) -> None:
        """Put a ready drawing, PDF text with y down, there in black; `scale` is points for its unit."""
        self._code.append(f"q 0 g 0 G {scale:.4f} 0 0 {-scale:.4f} {x:.3f} {top:.3f} cm {drawing} Q")

    def show(self, raster: Raster, x: float, top: float, width: float, height: float) -> None:
        """Put a picture there; it stands once in the file, however often it is shown."""
        name = hashlib.sha256(raster.packed).hexdigest()
        if pdfdoc.xObjectName(name) not in self._doc.idToObject:
            self._doc.addForm(name, raster.stream())
        self._currentPageHasImages = 1
        self._formsinuse.append(name)
        place = f"{width:.3f} 0 0 {height:.3f} {x:.3f} {top - height:.3f} cm"
        self._code.append(f"q {place} /{pdfdoc.xObjectName(name)} Do Q")

    def bookmark(self, title: str, level: int) -> None:
        """An entry in the list of contents that PDF readers show, pointing to this page."""
        self._marks += 1
        key = f"h{self._marks}"
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key, level)

    def showPage(self) -> None:
        """End the page. Its drawing is packed at once, so that long documents need little memory."""
        page = _Page()
        page.pagewidth, page.pageheight = self._pagesize
        page.Contents = [self._packed()]
        page.StructParents = self.page_index
        page.Tabs = pdfdoc.PDFName("S")
        page.parents = _Parents(self._here)
        self._setColorSpace(page)
        self._setExtGState(page)
        self._setXObjects(page)
        page.hasImages = self._currentPageHasImages
        self._setShadingUsed(page)
        self._doc.addPage(page)
        self._here = []
        self._startPage()

    def _packed(self) -> pdfdoc.PDFStream:
        drawing = "\n".join([self._preamble, *self._code, " "]).encode("latin-1")
        return pdfdoc.PDFStream(
            dictionary=pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")}),
            content=zlib.compress(drawing, 6),
            filters=[],
        )

    def finish(self, furniture: Furniture) -> bytes:
        """End the document and give its bytes.

        `furniture` draws what is on every page, given the canvas, the page number from 1 and the
        number of pages, which is only known now.
        """
        if self._code:
            self.showPage()
        pages = list(self._doc.Pages.pages)
        for number, page in enumerate(pages, 1):
            self._draw_furniture(page, number, len(pages), furniture)
        self._write_tree(pages)
        self._write_metadata()
        self._doc.SaveToFile(self._made, self)
        return self._made.getvalue()

    def _draw_furniture(self, page: _Page, number: int, count: int, furniture: Furniture) -> None:
        self._restartAccumulators()
        self.init_graphics_state()
        self._pagesize = (page.pagewidth, page.pageheight)
        furniture(self, number, count)
        streams = [*page.Contents, self._packed()]
        page.Contents = pdfdoc.PDFArray([self._doc.Reference(stream) for stream in streams])
        self._restartAccumulators()

    def _write_tree(self, pages: list[_Page]) -> None:
        document = self._doc
        root = _Raw("")
        document.Reference(root)
        document.tree_root = document.objectcounter
        self.root.register(document)
        rows = []
        for index, page in enumerate(pages):
            document.Reference(page.parents)
            rows.append(f"{index} {document.objectcounter} 0 R")
        root.text = (
            f"<</Type/StructTreeRoot/K[{self.root.number} 0 R]"
            f"/ParentTree <</Nums[{' '.join(rows)}]>>/ParentTreeNextKey {len(pages)}>>"
        )
        document.Catalog.StructTreeRoot = root

    def _write_metadata(self) -> None:
        words = XMP.format(title=escape(self._doc.info.title), language=self.language)
        self._doc.Catalog.Metadata = pdfdoc.PDFStream(
            dictionary=pdfdoc.PDFDictionary(
                {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
            ),
            content=words.encode("utf-8") + b"\n",
            filters=[],
        )
